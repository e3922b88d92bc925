//! Edits collected one after the other, each applied on top of the previous ones.

use std::collections::HashMap;

use serde_json::Value;

use super::{Change, Edit};
use crate::domain::{
    edit,
    model::{document::FileId, folder::Folder},
    value::fault::{Code, Fault},
};

/// A list of edits, and the folder after them.
pub struct Batch {
    folder: Folder,
    edits: Vec<Edit>,
}

impl Batch {
    /// Creates an empty batch over a folder.
    pub fn new(folder: &Folder) -> Self {
        Batch { folder: folder.clone(), edits: Vec::new() }
    }

    /// The folder after the edits.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// How many edits there are.
    pub fn count(&self) -> usize {
        self.edits.len()
    }

    /// The edits, in order. One field that was set twice is set once, unless something happened around it meanwhile.
    pub fn into_edits(self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::with_capacity(self.edits.len());
        let mut places: HashMap<(FileId, Vec<String>), usize> = HashMap::new();
        for edit in self.edits {
            let Change::Set { after, .. } = &edit.change else {
                places.clear();
                edits.push(edit);
                continue;
            };
            let place = (edit.file.clone(), edit.path.clone());
            let is_around = |other: &Edit| {
                other.file == edit.file && (other.path.starts_with(&edit.path) || edit.path.starts_with(&other.path))
            };
            let known = places.get(&place).copied().filter(|at| !edits[at + 1..].iter().any(is_around));
            if let Some(Change::Set { after: held, .. }) = known.map(|at| &mut edits[at].change) {
                held.clone_from(after);
            } else {
                places.insert(place, edits.len());
                edits.push(edit);
            }
        }
        edits.retain(|edit| !matches!(&edit.change, Change::Set { before, after } if before == after));
        edits
    }

    /// Applies an edit and adds it to the batch.
    ///
    /// # Errors
    /// If the edit does not fit; the batch stays unchanged.
    pub fn take(&mut self, edit: Edit) -> Result<(), Fault> {
        edit::apply(&mut self.folder, std::slice::from_ref(&edit))?;
        self.edits.push(edit);
        Ok(())
    }

    /// Sets a field.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the value.
    pub fn set(&mut self, file: &FileId, path: &[&str], value: Value) -> Result<(), Fault> {
        self.set_or_clear(file, path, Some(value)).map(drop)
    }

    /// Sets a field, or clears it; returns whether that changes it.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the value.
    pub fn set_or_clear(&mut self, file: &FileId, path: &[&str], value: Option<Value>) -> Result<bool, Fault> {
        if self.folder.broken.contains(file) {
            return Err(Fault::new(Code::NoSuchFile, file.file()));
        }
        let Some((edit, after)) = Edit::set_with(&self.folder, file, path, value)? else { return Ok(false) };
        self.folder.put(file, after);
        self.edits.push(edit);
        Ok(true)
    }
}
