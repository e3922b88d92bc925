//! Edits collected one after the other, each applied on top of the previous ones.

use serde_json::Value;

use super::Edit;
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

    /// The edits, in order.
    pub fn into_edits(self) -> Vec<Edit> {
        self.edits
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
