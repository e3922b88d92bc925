//! Edits gathered one after the other, each seeing what the others did.

use serde_json::Value;

use super::Edit;
use crate::domain::{
    edit,
    model::{document::FileId, folder::Folder},
    value::fault::Fault,
};

/// Edits, and the folder as they leave it.
pub struct Batch {
    folder: Folder,
    edits: Vec<Edit>,
}

impl Batch {
    /// Nothing yet, over a folder.
    pub fn over(folder: &Folder) -> Self {
        Batch { folder: folder.clone(), edits: Vec::new() }
    }

    /// The folder as the edits leave it.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The edits, in order.
    pub fn into_edits(self) -> Vec<Edit> {
        self.edits
    }

    /// Takes an edit.
    ///
    /// # Errors
    /// An edit that does not fit: nothing is taken.
    pub fn take(&mut self, edit: Edit) -> Result<(), Fault> {
        edit::apply(&mut self.folder, std::slice::from_ref(&edit))?;
        self.edits.push(edit);
        Ok(())
    }

    /// Sets a field.
    ///
    /// # Errors
    /// A path that leads nowhere, or a value that the format refuses.
    pub fn set(&mut self, file: &FileId, path: &[&str], value: Value) -> Result<(), Fault> {
        match Edit::set(&self.folder, file, path, Some(value))? {
            Some(edit) => self.take(edit),
            None => Ok(()),
        }
    }
}
