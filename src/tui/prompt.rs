//! Questions from the shell to the user: each waits until no dialog is open.

use chrono::NaiveDateTime;

use crate::domain::{
    edit::{Edit, merge::Clash},
    model::document::FileId,
    privacy::preview::Doubt,
    value::fault::Fault,
};

/// Where our side of a conflict comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was typed here.
    Typed,
    /// It is in a conflict copy.
    Copy,
}

/// A question from the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Prompt {
    /// A text was being typed when a session ended unexpectedly.
    Typed {
        /// When it was last edited.
        when: NaiveDateTime,
        /// The document it belongs to.
        file: FileId,
        /// The path of the field.
        path: Vec<String>,
        /// The text recovered.
        text: String,
    },
    /// Edits were made but not all written to disk.
    Unwritten {
        /// When they were made.
        when: NaiveDateTime,
        /// The edits recovered.
        edits: Vec<Edit>,
    },
    /// A sync client left a conflict copy next to a file.
    Copy {
        /// The name of the copy.
        name: String,
        /// The file it is a copy of.
        file: FileId,
        /// The edits that merging would bring into the file.
        edits: Vec<Edit>,
        /// The conflicting fields.
        clashes: Vec<Clash>,
        /// How many people who were purged it would bring back.
        purged: usize,
    },
    /// Fields that two people changed differently.
    Clashes(Vec<Clash>, Origin),
    /// Edits that cannot be written without changing other lines, or whose file is set read-only.
    Refused(Fault),
    /// Files that are not text and that name people who were erased.
    RemoveFiles(Vec<String>),
    /// Words that may name people about to be erased.
    Doubts {
        /// The people, by id.
        people: Vec<String>,
        /// The words, and where each occurs.
        words: Vec<(String, Doubt)>,
    },
    /// People about to be erased.
    Purge {
        /// Their ids.
        people: Vec<String>,
        /// The words that name them too.
        words: Vec<String>,
        /// What would be removed, one line each.
        going: Vec<String>,
        /// Whether sentences that named them would stay, without the name.
        has_sentences: bool,
    },
}
