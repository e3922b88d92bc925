//! The deletion of what interrupted writes left in the school's folders.

use std::path::PathBuf;

use super::{school::SchoolFolder, write};
use crate::domain::model::document::FileId;

impl SchoolFolder {
    /// Deletes what interrupted writes left, if anything, once nobody is writing.
    pub(super) fn sweep_if_needed(&self) {
        if self.written_folders().iter().any(|folder| write::has_leftovers(folder))
            && let Ok(_lock) = self.lock()
        {
            self.sweep();
        }
    }

    /// Deletes what interrupted writes left. Call it only while holding the lock: a write in progress looks the same.
    pub(super) fn sweep(&self) {
        self.written_folders().iter().for_each(|folder| write::sweep(folder));
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
