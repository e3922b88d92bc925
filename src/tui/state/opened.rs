//! What an open dialog sets, as it was when the dialog was opened.

use serde_json::Value;

use super::dialog::Destination;
use crate::domain::{
    edit::merge::Clash,
    model::{
        board::{Board, Newcomer},
        document::FileId,
        folder::Folder,
    },
};

/// A field that a dialog sets, or the trace that it completes, and its value when the dialog was opened: whoever changes
/// it meanwhile is not overwritten.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedField {
    /// Its path.
    pub path: Vec<String>,
    /// Its value then.
    pub value: Option<Value>,
}

impl OpenedField {
    /// The fields that an answer would set, as they are now.
    pub fn all(folder: &Folder, place: &Destination) -> Vec<OpenedField> {
        if let Destination::Trace { person, written: Some(at), .. } = place {
            let path = [Board::PEOPLE, person, Newcomer::TRACES, &at.to_string()].map(ToOwned::to_owned).to_vec();
            return vec![OpenedField { value: folder.at(&FileId::Board, &path), path }];
        }
        let Some((field, people)) = place.field() else { return Vec::new() };
        let of_person = |id: &String| {
            let mut path = field.path.clone();
            if let Some(step) = path.get_mut(1) {
                step.clone_from(id);
            }
            path
        };
        let paths = match people {
            Some(people) => people.iter().map(of_person).collect(),
            None => vec![field.path.clone()],
        };
        paths.into_iter().map(|path| OpenedField { value: folder.at(&field.file, &path), path }).collect()
    }

    /// Our answer beside what somebody else set meanwhile; `None` if nobody did, or if it is the same.
    pub fn clash(&self, folder: &Folder, file: &FileId, answer: Option<&Value>) -> Option<Clash> {
        let now = folder.at(file, &self.path);
        let is_changed = now != self.value && now.as_ref() != answer;
        let clash = || Clash { file: file.clone(), path: self.path.clone(), ours: answer.cloned(), theirs: now };
        is_changed.then(clash)
    }
}
