//! How the state changes a school's files: edits that can be undone, and those that stay out of the history.

use serde_json::Value;

use super::App;
use crate::{
    domain::{
        edit::{
            self, Edit,
            cascade::{self, Saying},
        },
        model::document::FileId,
        value::{fault::Fault, new_ids::NewIds, when::Day},
    },
    tui::{
        effect::{Effect, SaveKind},
        environment::Purpose,
    },
    words,
};

impl App {
    /// Applies edits that can be undone: in memory at once, on disk through the effect.
    pub fn edit(&mut self, edits: Vec<Edit>, kind: SaveKind) -> Vec<Effect> {
        if edits.is_empty() || self.is_read_only() {
            return Vec::new();
        }
        match edit::apply(self.folder_mut(), &edits) {
            Ok(()) => {
                let said = words::edit::say_all(&self.words, &self.folder, &edits, self.level());
                self.tell(said);
                self.history.push(self.now, edits.clone());
                vec![Effect::Save(edits, kind)]
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Applies edits computed from the folder, or shows why they could not be computed.
    pub fn try_edits(&mut self, edits: Result<Vec<Edit>, Fault>) -> Vec<Effect> {
        match edits {
            Ok(edits) => self.edit(edits, SaveKind::Ordinary),
            Err(fault) => {
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Applies an edit computed from the folder, or shows why it could not be computed.
    pub fn try_edit(&mut self, edit: Result<Option<Edit>, Fault>) -> Vec<Effect> {
        self.try_edits(edit.map(|edit| edit.into_iter().collect()))
    }

    /// Says a field, with what follows from it.
    pub fn say(&mut self, file: &FileId, path: &[&str], value: Value) -> Vec<Effect> {
        let edits = cascade::edits(&self.folder, file, path, Some(value), self.saying());
        self.try_edits(edits)
    }

    /// Takes an item off a list, by position or id.
    pub fn remove(&mut self, file: &FileId, list: &[&str], item: &str) -> Vec<Effect> {
        let edit = Edit::remove(&self.folder, file, list, item).map(Some);
        self.try_edit(edit)
    }

    /// Appends an item to a list.
    pub fn push(&mut self, file: &FileId, path: &[&str], item: Value) -> Vec<Effect> {
        let edit = Edit::push(&self.folder, file, path, item).map(Some);
        self.try_edit(edit)
    }

    /// What is said now, after what can be undone.
    pub fn saying(&self) -> Saying<'_> {
        Saying { history: Some(&self.history), ..Saying::today(Day(self.today())) }
    }

    /// Applies edits that stay out of the undo history, such as the position in a meeting.
    pub fn edit_quietly(&mut self, edits: Vec<Edit>) -> Vec<Effect> {
        if self.setting.purpose == Purpose::Visit {
            return Vec::new();
        }
        match edit::apply(self.folder_mut(), &edits) {
            Ok(()) if !edits.is_empty() => vec![Effect::Save(edits, SaveKind::Ordinary)],
            _ => Vec::new(),
        }
    }

    /// The ids of records made now.
    pub fn new_ids(&self) -> NewIds {
        NewIds::salted(self.setting.salt ^ self.now.and_utc().timestamp_micros().unsigned_abs())
    }
}
