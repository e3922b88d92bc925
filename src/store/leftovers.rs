//! The deletion of what interrupted writes left.

use std::path::{Path, PathBuf};

use super::school::SchoolFolder;
use crate::domain::model::document::FileId;

impl SchoolFolder {
    /// Deletes what interrupted writes left, if anything, once nobody is writing.
    pub(super) fn sweep_if_needed(&self) {
        if self.written_folders().iter().any(|folder| has_leftovers(folder))
            && let Ok(_lock) = self.lock()
        {
            self.sweep();
        }
    }

    /// Deletes what interrupted writes left. Call it only while holding the lock: a write in progress looks the same.
    pub(super) fn sweep(&self) {
        self.written_folders().iter().for_each(|folder| sweep(folder));
    }

    /// The folders in which files are written.
    fn written_folders(&self) -> Vec<PathBuf> {
        let inside = |path: PathBuf| std::fs::read_dir(path).into_iter().flatten().flatten().map(|e| e.path());
        let dated = || FileId::FOLDERS.iter().copied();
        let versions = self.root().join("versions");
        let own = ["", ".arrimage", "versions", super::exports::FOLDER]
            .into_iter()
            .chain(dated())
            .map(|folder| self.root().join(folder));
        let deeper = inside(versions.clone()).chain(dated().map(|folder| versions.join(folder)).flat_map(inside));
        own.chain(deeper.filter(|path| path.is_dir())).collect()
    }
}

/// Whether an interrupted write left a temporary file.
pub fn has_leftovers(folder: &Path) -> bool {
    leftovers(folder).next().is_some()
}

/// Deletes the temporary files that interrupted writes left, because they may name people.
pub fn sweep(folder: &Path) {
    for path in leftovers(folder) {
        let _ = std::fs::remove_file(path);
    }
}

/// Deletes the temporary files of writes that were interrupted a while ago, where nobody can be kept from writing.
pub fn sweep_old(folder: &Path) {
    const A_WHILE: std::time::Duration = std::time::Duration::from_secs(60);
    let is_old = |path: &PathBuf| {
        let modified = std::fs::metadata(path).and_then(|about| about.modified());
        modified.is_ok_and(|when| when.elapsed().is_ok_and(|age| age > A_WHILE))
    };
    for path in leftovers(folder).filter(is_old) {
        let _ = std::fs::remove_file(path);
    }
}

fn leftovers(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(".arrimage-") && name.ends_with(".tmp"))
    })
}
