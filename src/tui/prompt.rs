//! What the outside asks of a person: each question waits until nothing else stands in front.

use chrono::NaiveDateTime;

use crate::domain::{
    edit::{Edit, merge::Clash},
    model::document::FileId,
    value::fault::Fault,
};

/// Where our side of a clash comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was typed here.
    Typed,
    /// It stands in a conflict copy.
    Copy,
}

/// Something that the outside asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Prompt {
    /// A text was being typed when a sitting ended badly.
    Typed {
        /// When it was last touched.
        when: NaiveDateTime,
        /// The document.
        file: FileId,
        /// The field.
        path: Vec<String>,
        /// The text.
        text: String,
    },
    /// Edits were made and are not all on disk.
    Unwritten {
        /// When they were made.
        when: NaiveDateTime,
        /// The edits.
        edits: Vec<Edit>,
    },
    /// A sync client left a copy beside a file.
    Copy {
        /// The copy's name.
        name: String,
        /// The file.
        file: FileId,
        /// What the file would take from it.
        edits: Vec<Edit>,
        /// The fields where both say something else.
        clashes: Vec<Clash>,
    },
    /// Fields that two people changed differently.
    Clashes(Vec<Clash>, Origin),
    /// Edits cannot be written without touching other lines.
    Rewrite(Fault),
    /// People who would be forgotten.
    Purge {
        /// Their ids.
        people: Vec<String>,
        /// What would go, a line each.
        going: Vec<String>,
    },
}
