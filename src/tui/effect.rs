//! What the outside must do. The only way out of the screens.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    board::layout::Layout,
    edit::{Edit, merge::Clash},
    model::{
        document::FileId,
        publication::{Form, Publication},
    },
    privacy::audience::Level,
};

/// Something that the outside must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save these edits, which are already applied in memory.
    Save(Vec<Edit>, SaveKind),
    /// Keep a named version of everything.
    KeepVersion(String),
    /// Read the folder again.
    Reload,
    /// List the versions.
    ListVersions,
    /// Read a version.
    ReadVersion(FileId, u32),
    /// Put a version back.
    Restore(FileId, u32),
    /// Remember the theme chosen.
    RememberTheme(String),
    /// Remember who reads the screen.
    RememberLevel(Level),
    /// Remember the columns of the board.
    RememberColumns(Layout),
    /// Remember which column each head of a table goes to.
    RememberHeads(BTreeMap<String, String>),
    /// Read a table from that file.
    ReadSheet(String),
    /// Read the answers of a form from that file.
    ReadAnswers(String),
    /// Say what changed from the end of one day to the end of another.
    Between(NaiveDate, NaiveDate),
    /// Put a text on the clipboard.
    Copy(String),
    /// Read the clipboard, as a text pasted.
    Paste,
    /// Leave the mouse to the terminal, for its own selection, or take it back.
    Mouse(Mouse),
    /// Forget the text being typed: it is in its place, or was given up.
    ForgetTyped,
    /// Forget a text that was found: it is being typed again, or was given up.
    ForgetFound(FileId, Vec<String>),
    /// Forget the edits that were found: they are made again, or were given up.
    ForgetUnwritten,
    /// Hold our side of these fields until somebody chooses.
    Hold(Vec<Clash>),
    /// Somebody chose.
    Settled(Vec<Clash>),
    /// Put a conflict copy of that name together with its file.
    MergeCopy(String),
    /// Write something that is given to others.
    Publish(Publication, Form),
    /// Write the waiting edits by writing their files anew.
    Rewrite,
    /// Say what forgetting these people would take away.
    AskPurge(Vec<String>),
    /// Forget these people.
    Purge(Vec<String>),
    /// Quit.
    Quit,
}

/// How much a save weighs in the history of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveKind {
    /// One edit among others of a sitting.
    Ordinary,
    /// A meeting or a check is closed: a version is kept.
    Closing,
}

/// Whose the mouse is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The program's: clicks reach tabs, rows and hints.
    #[default]
    Ours,
    /// The terminal's: it selects text as everywhere else.
    Terminals,
}
