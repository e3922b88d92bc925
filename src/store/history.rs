//! The versions of a school: listed, read, named, put back.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    read,
    school::SchoolFolder,
    snapshot::Loaded,
    versions::{self, Occasion, Version, Why},
    yaml::parse,
};
use crate::domain::{
    edit::{Edit, diff::differences},
    model::document::FileId,
    value::fault::{Code, Fault},
};

impl SchoolFolder {
    /// Every version kept, oldest first.
    pub fn versions(&self) -> Vec<Version> {
        versions::register(self.root()).versions
    }

    /// The text of a version.
    ///
    /// # Errors
    /// A version that does not exist or cannot be read.
    pub fn version(&self, file: &FileId, number: u32) -> Result<String, Fault> {
        let missing = |_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number);
        let bytes = versions::bytes(self.root(), file, number).map_err(missing)?;
        Ok(read::decode(&file.file(), &bytes)?.0)
    }

    /// What changed from one version of a file to another, or to the file as it is now.
    ///
    /// # Errors
    /// A version that does not exist or cannot be read as a document.
    pub fn changes(&self, file: &FileId, from: u32, to: Option<u32>) -> Result<Vec<Edit>, Fault> {
        let value = |text: String| parse::document(file, &text).map(|document| document.to_value());
        let before = value(self.version(file, from)?)?;
        let after = match to {
            Some(number) => value(self.version(file, number)?)?,
            None => match Loaded::read(self.root(), file)? {
                Some(loaded) => loaded.document.to_value(),
                None => return Err(Fault::new(Code::NoSuchFile, file.file())),
            },
        };
        Ok(differences(file, &before, &after))
    }

    /// What changed after a version: up to the next one of the same file, or to the file as it is now.
    ///
    /// # Errors
    /// Those of [`SchoolFolder::changes`].
    pub fn changes_after(&self, file: &FileId, number: u32) -> Result<Vec<Edit>, Fault> {
        let versions = self.versions();
        let next = versions.iter().filter(|v| v.file == file.stem() && v.number > number).map(|v| v.number).min();
        self.changes(file, number, next)
    }

    /// What changed on the board and in the plan from the end of one day to the end of another, as the versions tell it.
    /// A version holds its file as it was just before the change that made it be kept. Before the first version a file
    /// is taken as that version has it.
    ///
    /// # Errors
    /// A version that cannot be read as a document.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Edit>, Fault> {
        let versions = self.versions();
        let mut changes = Vec::new();
        for file in [FileId::Board, FileId::Plan] {
            let after = |day: NaiveDate| {
                let of_file = versions.iter().filter(|v| v.file == file.stem() && v.when.date() > day);
                of_file.min_by_key(|v| v.when).map(|v| v.number)
            };
            // Without a later version, a file is still as it was.
            if let Some(first) = after(from)
                && after(to) != Some(first)
            {
                changes.extend(self.changes(&file, first, after(to))?);
            }
        }
        Ok(changes)
    }

    /// The day of the first version, before which nothing is told.
    pub fn first_version(&self) -> Option<NaiveDate> {
        self.versions().iter().map(|version| version.when.date()).min()
    }

    /// Keeps a named version of every file that differs from its newest version, and says how many.
    ///
    /// # Errors
    /// Those of reading and writing.
    pub fn keep_named(&mut self, name: &str, now: NaiveDateTime) -> Result<usize, Fault> {
        let files: Vec<FileId> = self.files().into_iter().filter(FileId::is_kept).collect();
        let _turn = self.turn()?;
        let newest: HashMap<String, u32> = self.versions().into_iter().map(|v| (v.file, v.number)).collect();
        let mut kept = 0;
        for file in files.iter().filter(|file| self.path(file).exists()) {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            let last = newest.get(&file.stem()).and_then(|n| versions::bytes(self.root(), file, *n).ok());
            if last.as_ref() != Some(&bytes) {
                self.keep(file, &bytes, Occasion { now, why: Why::Named, name: Some(name).filter(|n| !n.is_empty()) })?;
                kept += 1;
            }
        }
        Ok(kept)
    }

    /// Puts an earlier version back; the file as it is now is kept first.
    ///
    /// # Errors
    /// A version that does not exist, or those of writing.
    pub fn restore(&mut self, file: &FileId, number: u32, now: NaiveDateTime) -> Result<(), Fault> {
        let missing = |_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number);
        let _turn = self.turn()?;
        let earlier = versions::bytes(self.root(), file, number).map_err(missing)?;
        if self.path(file).exists() {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            self.keep(file, &bytes, Occasion { now, why: Why::Restoring, name: None })?;
        }
        self.put(file, &earlier).map(drop)
    }
}
