//! What answering « yes » to a question does.

use crate::{
    domain::{
        edit::Edit,
        model::document::FileId,
        privacy::{audience::Level, preview::Sentences, rectification::Rectification},
    },
    tui::effect::SaveKind,
};

/// What a « yes » does.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// Applies these edits.
    Edits(Vec<Edit>, SaveKind),
    /// Applies these edits, then asks, with these lines, whether to apply the ones that erase something.
    EditsThenErase(Vec<Edit>, Vec<String>, Vec<Edit>),
    /// Applies these edits, which erase something.
    Erase(Vec<Edit>),
    /// Keeps a version of every file under this name, then applies these edits.
    NewYear(Vec<Edit>, String),
    /// Closes the meeting under way.
    CloseMeeting,
    /// The same, though its minutes hold words that may be names.
    CloseMeetingWithNames,
    /// Leaves the meeting under way without closing it.
    LeaveMeeting,
    /// Measures the impact of this issue before its time.
    Measure(String),
    /// Leaves the program in the middle of a meeting.
    Quit,
    /// Restores the audience level from before a meeting in projector mode.
    Level(Level),
    /// Abandons the meeting under way.
    AbandonMeeting,
    /// Restores a version.
    Restore(FileId, u32),
    /// Reopens a recovered text at its destination.
    Recover(FileId, Vec<String>, String),
    /// Applies recovered edits again.
    Again(Vec<Edit>),
    /// Merges a conflict copy into its file.
    MergeCopy(String),
    /// Deletes these files for good.
    RemoveFiles(Vec<String>),
    /// Throws away changes that were recovered.
    DiscardUnwritten,
    /// Throws away a text that was recovered.
    Discard(FileId, Vec<String>),
    /// Rewrites files entirely, without their comments.
    Rewrite,
    /// Writes this file although it is set read-only.
    WriteReadOnly(String),
    /// Opens a file that was written, or a link, with the program of the system.
    OpenFile(String),
    /// Takes words out of a field and of every version of it.
    Rectify(Rectification),
    /// Erases people, and these words that name them too.
    Purge(Vec<String>, Vec<String>, Sentences),
    /// Takes whole the sentences that named the people, once the last question is answered: the people, the words that name
    /// them too, and what goes, one line each.
    PurgeFirst(Vec<String>, Vec<String>, Vec<String>),
}

impl Consent {
    /// Whether it cannot be undone: holding down Enter must not confirm it.
    pub fn is_irreversible(&self) -> bool {
        matches!(self, Consent::Purge(..) | Consent::RemoveFiles(_) | Consent::Rectify(_))
    }

    /// Whether only a letter says yes: Enter, which may be meant for something else, must neither show names again where a
    /// wall may still read, nor open another program, nor erase what an empty cell says nothing about.
    pub fn takes_a_letter(&self) -> bool {
        matches!(
            self,
            Consent::Level(_)
                | Consent::OpenFile(_)
                | Consent::PurgeFirst(..)
                | Consent::Erase(_)
                | Consent::CloseMeetingWithNames
        )
    }
}
