//! The text being typed, kept outside the school's folder, so that a crash costs at most its last second.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::write;

/// A text that was being typed, and where it was going.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// When it was last touched, local time.
    pub when: NaiveDateTime,
    /// The document's name.
    pub file: String,
    /// The path of the field in it; empty when the text had no field yet.
    pub path: Vec<String>,
    /// The text.
    pub text: String,
}

/// The journal of one school folder.
#[derive(Clone, Debug)]
pub struct Journal {
    path: PathBuf,
}

impl Journal {
    /// The journal of that folder, under the program's state folder.
    pub fn of(state: &Path, root: &Path) -> Self {
        let mut hasher = DefaultHasher::new();
        std::fs::canonicalize(root).unwrap_or(root.to_owned()).hash(&mut hasher);
        Journal { path: state.join(format!("frappe-{:016x}.yaml", hasher.finish())) }
    }

    /// Writes the text down.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write(&self, typed: &Typed) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            write::private_folder(folder)?;
        }
        let text = serde_yaml::to_string(typed).map_err(io::Error::other)?;
        write::atomic(&self.path, text.as_bytes()).map(drop)
    }

    /// What an interrupted sitting left, if anything.
    pub fn read(&self) -> Option<Typed> {
        let text = std::fs::read_to_string(&self.path).ok()?;
        serde_yaml::from_str(&text).ok().filter(|typed: &Typed| !typed.text.trim().is_empty())
    }

    /// Forgets: what was typed is in its file now, or was given up.
    pub fn clear(&self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
