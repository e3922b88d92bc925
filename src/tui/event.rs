//! What comes in, as plain data: no terminal library reaches the screens.

use chrono::{NaiveDate, NaiveDateTime};

use super::prompt::Prompt;
use crate::domain::{
    board::import::Spreadsheet,
    edit::Edit,
    model::{
        document::{Document, FileId},
        folder::Folder,
    },
    value::fault::Fault,
};

/// Something came in.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key.
    Key(Key),
    /// A text pasted at once.
    Paste(String),
    /// A click, at a column and a row from 0.
    Click(u16, u16),
    /// The wheel: lines down, negative is up.
    Scroll(i32),
    /// The window has another size, in columns and rows.
    Resize(u16, u16),
    /// The time, told before any other event.
    Clock(NaiveDateTime),
    /// Edits are on disk: the documents as they are there now.
    Saved(Vec<(FileId, Option<Document>)>),
    /// Other programs changed files.
    Outside(Vec<News>),
    /// Edits that could not be written, on documents that have changed since.
    Again(Vec<Edit>),
    /// The outside asks something.
    Asked(Box<Prompt>),
    /// The whole folder was read again.
    Reloaded(Box<Folder>, Vec<Fault>),
    /// What changed from the end of one day to the end of another, and the day of the first version.
    Between(Vec<Edit>, (NaiveDate, NaiveDate), Option<NaiveDate>),
    /// A table was read.
    Spreadsheet(Spreadsheet),
    /// The answers of a form were read, from a file of that name.
    Answers(String, Spreadsheet),
    /// Something to tell.
    Told(Notice),
    /// The versions of the folder, and the text of the one being read.
    Versions(Vec<VersionLine>),
    /// A version: what changed after it, when that can be said, and its text.
    VersionRead(Vec<Edit>, String),
}

/// What another program did to one file.
#[derive(Clone, Debug)]
pub struct News {
    /// The file.
    pub file: FileId,
    /// What it says now, why it cannot be read, or nothing when it was taken away.
    pub now: Result<Option<Document>, Fault>,
    /// How many records changed.
    pub records: usize,
}

/// A line that tells something, kept until the next action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether it asks for attention.
    pub alert: bool,
}

/// A version as the screens show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// The file.
    pub file: FileId,
    /// Its number.
    pub number: u32,
    /// When it was kept.
    pub when: NaiveDateTime,
    /// By which account.
    pub by: String,
    /// Why, with the name given to it.
    pub why: String,
}

/// A key, pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which.
    pub code: KeyName,
    /// With Ctrl.
    pub ctrl: bool,
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyName {
    /// A character.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

impl Key {
    /// A key without Ctrl.
    pub fn plain(code: KeyName) -> Self {
        Key { code, ctrl: false }
    }

    /// Whether it begins a value: letters, digits and signs do; what a cell never begins with stays a command.
    pub fn types(self) -> bool {
        matches!(self.code, KeyName::Char(c) if !self.ctrl && !matches!(c, ' ' | '/' | ':' | '?' | '!'))
    }

    /// Reads a key as `keymap.yaml` writes it: `r`, `Ctrl-S`, `F1`, `Entrée`, `Haut`.
    pub fn parse(said: &str) -> Option<Self> {
        let (ctrl, said) = said.strip_prefix("Ctrl-").map_or((false, said), |rest| (true, rest));
        let mut chars = said.chars();
        let code = match (chars.next()?, chars.next()) {
            (only, None) => KeyName::Char(if ctrl { only.to_ascii_lowercase() } else { only }),
            ('F', Some(_)) if said[1..].parse::<u8>().is_ok() => KeyName::F(said[1..].parse().ok()?),
            _ => NAMES.iter().find(|(name, _)| *name == said)?.1,
        };
        Some(Key { code, ctrl })
    }

    /// The key as it is shown.
    pub fn label(self) -> String {
        let name = match self.code {
            KeyName::Char(' ') => symbol(self.code).into(),
            KeyName::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            KeyName::Char(c) => c.to_string(),
            KeyName::F(n) => format!("F{n}"),
            code => NAMES.iter().find(|(_, c)| *c == code).map_or_else(String::new, |(_, c)| symbol(*c).into()),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

const NAMES: [(&str, KeyName); 15] = [
    ("Entrée", KeyName::Enter),
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
