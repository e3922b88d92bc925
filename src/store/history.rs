//! The versions of a school: listing, reading, naming and restoring them.

use std::{collections::HashMap, path::Path};

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    read,
    school::SchoolFolder,
    snapshot::{FileSnapshot, Stamp},
    versions::{self, Version, VersionContext, VersionReason},
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

    /// The versions of which the files say something else now: all but the end of the last session, as long as nobody
    /// changes a file after it.
    pub fn earlier_versions(&self) -> Vec<Version> {
        let is_now = |version: &Version| {
            let file = FileId::parse(&version.file).filter(|_| version.why == VersionReason::LastChange);
            let bytes = |file: FileId| Some((read::file(&self.path(&file)).ok()?, file));
            file.and_then(bytes).is_some_and(|(now, file)| {
                versions::bytes(self.root(), &file, version.number).is_ok_and(|kept| kept == now)
            })
        };
        self.versions().into_iter().filter(|version| !is_now(version)).collect()
    }

    /// The text of a version.
    ///
    /// # Errors
    /// If the version does not exist or cannot be read.
    pub fn version(&self, file: &FileId, number: u32) -> Result<String, Fault> {
        let missing = |_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number);
        let bytes = versions::bytes(self.root(), file, number).map_err(missing)?;
        Ok(read::decode(&file.file(), &bytes)?.0)
    }

    /// What changed from one version of a file to another, or to the current file.
    ///
    /// # Errors
    /// If a version does not exist or does not parse as a document.
    pub fn changes(&self, file: &FileId, from: u32, to: Option<u32>) -> Result<Vec<Edit>, Fault> {
        let value = |text: String| parse::document(file, &text).map(|document| document.to_value());
        let before = value(self.version(file, from)?)?;
        let after = match to {
            Some(number) => value(self.version(file, number)?)?,
            None => match FileSnapshot::read(self.root(), file)? {
                Some(loaded) => loaded.document.to_value(),
                None => return Err(Fault::new(Code::NoSuchFile, file.file())),
            },
        };
        Ok(differences(file, &before, &after))
    }

    /// What changed after a version: up to the next version of the same file, or to the current file.
    ///
    /// # Errors
    /// See [`SchoolFolder::changes`].
    pub fn changes_after(&self, file: &FileId, number: u32) -> Result<Vec<Edit>, Fault> {
        let versions = self.versions();
        let next = versions.iter().filter(|v| v.file == file.stem() && v.number > number).map(|v| v.number).min();
        self.changes(file, number, next)
    }

    /// What changed on the board and in the plan from the end of one day to the end of another, according to the
    /// versions. A version holds its file as it was just before the change that caused it to be kept. Before its first
    /// version, a file is assumed to be as in that version.
    ///
    /// # Errors
    /// If a version does not parse as a document.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Edit>, Fault> {
        let versions = self.versions();
        let mut changes = Vec::new();
        for file in [FileId::Board, FileId::Plan] {
            let after = |day: NaiveDate| {
                let of_file = versions.iter().filter(|v| v.file == file.stem() && v.when.date() > day);
                of_file.min_by_key(|v| v.when).map(|v| v.number)
            };
            // Without a version after `from`, the file has not changed since.
            if let Some(first) = after(from)
                && after(to) != Some(first)
            {
                changes.extend(self.changes(&file, first, after(to))?);
            }
        }
        Ok(changes)
    }

    /// The day of the first version; nothing is known of what happened before.
    pub fn first_version(&self) -> Option<NaiveDate> {
        self.versions().iter().map(|version| version.when.date()).min()
    }

    /// Keeps a named version of every file that differs from its newest version, and returns their number.
    ///
    /// # Errors
    /// If a file cannot be read, or a version cannot be written.
    pub fn keep_named(&mut self, name: &str, now: NaiveDateTime) -> Result<usize, Fault> {
        let files: Vec<FileId> = self.files().into_iter().filter(FileId::is_kept).collect();
        let _lock = self.lock()?;
        let newest: HashMap<String, u32> = self.earlier_versions().into_iter().map(|v| (v.file, v.number)).collect();
        let mut kept = 0;
        for file in files.iter().filter(|file| self.path(file).exists()) {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            let last = newest.get(&file.stem()).and_then(|n| versions::bytes(self.root(), file, *n).ok());
            if last.as_ref() != Some(&bytes) {
                self.keep(
                    file,
                    &bytes,
                    VersionContext { now, why: VersionReason::Named, name: Some(name).filter(|n| !n.is_empty()) },
                )?;
                kept += 1;
            }
        }
        Ok(kept)
    }

    /// Restores an earlier version, after keeping the current file as a version.
    ///
    /// # Errors
    /// If the version does not exist, or the file cannot be written.
    pub fn restore(&mut self, file: &FileId, number: u32, now: NaiveDateTime) -> Result<(), Fault> {
        let missing = |_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number);
        let _lock = self.lock()?;
        let earlier = versions::bytes(self.root(), file, number).map_err(missing)?;
        // A version that cannot be read is not put over a file that can.
        let version = versions::path(Path::new(""), file, number).to_string_lossy().replace('\\', "/");
        let read = FileSnapshot::of(file, &earlier, Stamp::default()).map_err(|fault| fault.in_file(&version))?;
        if !parse::has_format(&read.text) && self.newest_version(file).is_some() {
            return Err(Fault::new(Code::Headless, version));
        }
        if self.path(file).exists() {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            self.keep(file, &bytes, VersionContext { now, why: VersionReason::Restoring, name: None })?;
        }
        self.put(file, &earlier, None, None)?;
        self.edited.insert(file.clone(), now);
        Ok(())
    }
}
