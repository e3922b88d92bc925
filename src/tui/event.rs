//! Input events as plain data: the screens depend on no terminal library.

use chrono::{NaiveDate, NaiveDateTime};

use super::prompt::Prompt;
use crate::domain::{
    edit::Edit,
    model::{
        document::{Document, FileId},
        folder::Folder,
    },
    table::{Sheet, Spreadsheet},
    value::fault::Fault,
};

/// An input event.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key press.
    Key(Key),
    /// A pasted text.
    Paste(String),
    /// A click, at a column and a row counted from 0.
    Click(u16, u16),
    /// A click with Shift, which extends what is chosen.
    Extend(u16, u16),
    /// The mouse wheel: lines down, negative for up.
    Scroll(i32),
    /// The new size of the window, in columns and rows.
    Resize(u16, u16),
    /// The current time, sent before any other event.
    Clock(NaiveDateTime),
    /// Edits were written: the documents as they are now on disk.
    Saved(Vec<(FileId, Option<Document>)>),
    /// What another program had taken away from a file, as a save found out.
    Lost(FileId, Vec<Edit>),
    /// Other programs changed files.
    DiskChange(Vec<ExternalChange>),
    /// The edits of a new year, which can all be written.
    YearBegins(Vec<Edit>),
    /// Edits that could not be written, to apply again on documents that have changed since.
    Again(Vec<Edit>),
    /// The shell asks the user something.
    Asked(Box<Prompt>),
    /// The whole folder was reloaded.
    Reloaded(Box<Folder>, Vec<Fault>),
    /// What changed from the end of one day to the end of another, and the date of the first version.
    Between(Vec<Edit>, (NaiveDate, NaiveDate), Option<NaiveDate>),
    /// The paths of the tables that were put lately where people put files, newest first.
    Files(Vec<String>),
    /// A path, completed as far as it can be.
    Completed(String),
    /// A table was read.
    Sheets(Vec<Sheet>),
    /// The answers of a form were read from the file of this name.
    Answers(String, Spreadsheet),
    /// A file to import cannot be read.
    Unread(Fault),
    /// The staff list that was previewed is to be taken now.
    TakeStaff,
    /// A message to show.
    Told(Notice),
    /// The versions of the folder.
    Versions(Vec<VersionLine>),
    /// A version: what changed after it, when known, and its text.
    VersionRead(Vec<Edit>, String),
}

/// What another program did to one file.
#[derive(Clone, Debug)]
pub struct ExternalChange {
    pub file: FileId,
    /// The new contents, why they cannot be read, or `None` when the file was deleted.
    pub now: Result<Option<Document>, Fault>,
    /// The number of records changed.
    pub records: usize,
    /// What it took away, which undoing brings back.
    pub losses: Vec<Edit>,
}

/// A message on the status line, shown until the next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The text of the message.
    pub text: String,
    /// Whether it is an alert.
    pub alert: bool,
}

/// A version, as listed on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    pub file: FileId,
    /// The number of the version.
    pub number: u32,
    /// When it was saved.
    pub when: NaiveDateTime,
    /// The account that saved it.
    pub by: String,
    /// Why it was saved, with its name if it has one.
    pub why: String,
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key pressed.
    pub code: KeyName,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Shift was held, for a key that has another meaning with it: the arrows and their neighbours.
    pub shift: bool,
}

/// A key, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyName {
    /// A character.
    Char(char),
    /// A function key.
    F(u8),
    Enter,
    /// Alt-Enter, Shift-Enter or Ctrl-J: the next line of a text.
    NewLine,
    Esc,
    Tab,
    /// Shift-Tab.
    BackTab,
    Backspace,
    Delete,
    /// The up arrow.
    Up,
    /// The down arrow.
    Down,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Key {
    /// Creates a key press without Ctrl.
    pub fn plain(code: KeyName) -> Self {
        Key { code, ctrl: false, shift: false }
    }

    /// The same key without Ctrl and Shift.
    pub fn bare(self) -> Self {
        Key::plain(self.code)
    }

    /// Whether the key starts typing into a cell: a letter, digit or sign, except those no value starts with, which
    /// stay commands.
    pub fn types(self) -> bool {
        matches!(self.code, KeyName::Char(c) if !self.ctrl && !matches!(c, ' ' | '/' | ':' | '?' | '!'))
    }

    /// Parses a key as written in `keymap.yaml`: `r`, `Ctrl-S`, `F1`, `Entrée`, `Haut`.
    pub fn parse(said: &str) -> Option<Self> {
        let (ctrl, said) = said.strip_prefix("Ctrl-").map_or((false, said), |rest| (true, rest));
        let is_name = NAMES.iter().any(|(name, _)| *name == said);
        let (shift, said) = said.strip_prefix("Maj-").filter(|_| !is_name).map_or((false, said), |rest| (true, rest));
        let mut chars = said.chars();
        let code = match (chars.next()?, chars.next()) {
            (only, None) => KeyName::Char(if ctrl { only.to_ascii_lowercase() } else { only }),
            ('F', Some(_)) if said[1..].parse::<u8>().is_ok() => KeyName::F(said[1..].parse().ok()?),
            _ => NAMES.iter().find(|(name, _)| *name == said)?.1,
        };
        Some(Key { code, ctrl, shift })
    }

    /// The key as displayed.
    pub fn label(self) -> String {
        let name = match self.code {
            KeyName::Char(' ') => symbol(self.code).into(),
            KeyName::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            KeyName::Char(c) => c.to_string(),
            KeyName::F(n) => format!("F{n}"),
            code => NAMES.iter().find(|(_, c)| *c == code).map_or_else(String::new, |(_, c)| symbol(*c).into()),
        };
        let name = if self.shift { format!("Maj-{name}") } else { name };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

/// The names of the keys; the first one of a key is the one displayed.
const NAMES: [(&str, KeyName); 19] = [
    ("Entrée", KeyName::Enter),
    ("Alt-Entrée", KeyName::NewLine),
    ("Échap", KeyName::Esc),
    ("Tab", KeyName::Tab),
    ("Maj-Tab", KeyName::BackTab),
    ("Effacer", KeyName::Backspace),
    ("Suppr", KeyName::Delete),
    ("Haut", KeyName::Up),
    ("Bas", KeyName::Down),
    ("Gauche", KeyName::Left),
    ("Droite", KeyName::Right),
    ("PgPréc", KeyName::PageUp),
    ("PgSuiv", KeyName::PageDown),
    ("Début", KeyName::Home),
    ("Fin", KeyName::End),
    ("Espace", KeyName::Char(' ')),
    ("Enter", KeyName::Enter),
    ("Esc", KeyName::Esc),
    ("Space", KeyName::Char(' ')),
];

fn symbol(code: KeyName) -> &'static str {
    match code {
        KeyName::Up => "↑",
        KeyName::Down => "↓",
        KeyName::Left => "←",
        KeyName::Right => "→",
        KeyName::Char(' ') => "Espace",
        other => NAMES.iter().find(|(_, c)| *c == other).map_or("", |(name, _)| name),
    }
}
