//! What the shell must do: the only way for the screens to act on the outside.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    board::layout::{Layout, NamedView},
    edit::{Edit, merge::Clash},
    model::{
        document::FileId,
        new_school::NewSchool,
        publication::{Form, Publication},
    },
    privacy::{audience::Level, preview::Sentences, rectification::Rectification},
};

/// Cells to copy, in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedCells {
    /// The heads of the columns, where whole columns are copied.
    pub heads: Option<Vec<String>>,
    /// The cells of each line.
    pub lines: Vec<Vec<String>>,
    /// Whether they are cleared once copied.
    pub is_cut: bool,
}

impl CopiedCells {
    /// How many cells there are, without the heads.
    pub fn count(&self) -> usize {
        self.lines.iter().map(Vec::len).sum()
    }

    /// With tabs between the cells, as spreadsheets paste them.
    pub fn text(&self) -> String {
        self.heads.iter().chain(&self.lines).map(|line| line.join("\t")).collect::<Vec<_>>().join("\n")
    }
}

/// Something that the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save these edits, which are already applied in memory.
    Save(Vec<Edit>, SaveKind),
    /// Save a named version of everything.
    KeepVersion(String),
    /// Checks that the edits of a new year can all be written, keeps a version of every file under the name of the year that
    /// ends, and has them made.
    BeginYear(Vec<Edit>, String),
    /// Reload the folder.
    Reload,
    /// Draw the whole screen anew.
    Repaint,
    ListVersions,
    ReadVersion(FileId, u32),
    /// Restore a version.
    Restore(FileId, u32),
    /// Remember the chosen theme.
    RememberTheme(String),
    /// Remember the audience level.
    RememberLevel(Level),
    /// Remember the columns of the board.
    RememberColumns(Layout),
    /// Remember the views that the school keeps.
    RememberViews(Vec<NamedView>),
    /// Remember the column that each table heading is imported into.
    RememberHeads(BTreeMap<String, String>),
    /// Remembers that the letters were enlarged for a wall.
    RememberEnlarged,
    /// Take the staff list that was previewed, once what the user is told has been drawn.
    TakeStaffSoon,
    /// List the tables that were put lately where people put files.
    ListFiles,
    /// Complete the path of a file or a folder.
    Complete(String),
    /// Read a table from this file.
    ReadSheet(String),
    /// Read the answers of a form from this file.
    ReadAnswers(String),
    /// List what changed from the end of one day to the end of another.
    Between(NaiveDate, NaiveDate),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Copy cells to the clipboard.
    CopyCells(CopiedCells),
    /// Take words out of a field and of every version of it.
    Rectify(Rectification),
    /// Open a web address or a file, by its path in the school folder or its full path, with the program of the system, or
    /// copy it where none answers.
    OpenFile(String),
    /// Paste from the clipboard.
    Paste,
    /// Release the mouse to the terminal, for its own selection, or capture it again.
    Mouse(Mouse),
    /// Drop the journalled copy of the text being typed: it was accepted or abandoned.
    ForgetTyped,
    /// Keep a text that its file could not take, to offer it at the next start.
    HoldTyped(FileId, Vec<String>, String),
    /// Drop a recovered text: it is being typed again, or was abandoned.
    ForgetFound(FileId, Vec<String>),
    /// Drop the recovered edits: they were applied again, or abandoned.
    ForgetUnwritten,
    /// Keep our side of these conflicts until they are resolved.
    Hold(Vec<Clash>),
    /// Drop these conflicts: they are resolved.
    Settled(Vec<Clash>),
    /// Merge the conflict copy of this name into its file.
    MergeCopy(String),
    /// Export a publication.
    Publish(Publication, Form),
    /// Write the pending edits by rewriting their files entirely.
    Rewrite,
    /// Write the edits of this file although it is set read-only.
    WriteReadOnly(String),
    /// List what erasing these people would remove; without words yet, those that may name them are asked about first.
    AskPurge(Vec<String>, Option<Vec<String>>),
    /// Delete these files for good.
    RemoveFiles(Vec<String>),
    /// Erase these people, and these words that name them too.
    Purge(Vec<String>, Vec<String>, Sentences),
    /// Make a school in this folder, and open it.
    Found(String, Box<NewSchool>),
    /// Open the school of this folder instead of this one.
    OpenSchool(String),
    Quit,
}

/// How a save counts in the version history of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveKind {
    /// An ordinary edit of the session.
    Ordinary,
    /// The closing of a meeting or a check: a version is saved.
    Closing,
}

/// Who handles the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The program: clicks reach tabs, rows and hints.
    #[default]
    Captured,
    /// The terminal: it selects text as usual.
    Released,
}
