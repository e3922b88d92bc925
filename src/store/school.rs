//! One school folder on disk: opening it, saving edits to it, its versions.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use chrono::{NaiveDateTime, TimeDelta};

use super::{
    outline,
    place::is_school,
    read::{self, Encoding},
    spell,
    splice::{self, Manner},
    versions::{self, Occasion, Version, Why},
    write::{self, Written},
};
use crate::domain::{
    check,
    document::{Document, FileId},
    edit::Edit,
    fault::{Code, Fault},
    folder::Folder,
};

/// A pause this long in the edits of a file begins another sitting, whose first change keeps a version.
const SITTING: TimeDelta = TimeDelta::minutes(30);

/// A school folder on disk.
#[derive(Debug)]
pub struct School {
    root: PathBuf,
    /// The fingerprint of each file as it was last read or written here.
    seen: HashMap<FileId, u64>,
    /// When each file was last edited here.
    edited: HashMap<FileId, NaiveDateTime>,
}

/// What saving did.
#[derive(Debug, Default)]
pub struct Saved {
    /// The documents as they are on disk now; `None` for those taken away.
    pub documents: Vec<(FileId, Option<Document>)>,
    /// What should be said: another program's changes taken in, a file written anew, a disk that did not confirm.
    pub remarks: Vec<Remark>,
}

/// Something about a save that people should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The file had been changed by another program: both changes are in.
    Merged(FileId),
    /// The file was written anew; its comments are in the version kept.
    Rewritten(FileId),
    /// The disk did not confirm the last step.
    Unconfirmed(FileId),
}

impl School {
    /// Opens a folder. Files that cannot be read are told as faults; the others work.
    ///
    /// # Errors
    /// A folder that is not a school's.
    pub fn open(root: &Path) -> Result<(School, Folder, Vec<Fault>), Fault> {
        if !is_school(root) {
            return Err(Fault::new(Code::NoSchool, root.display().to_string()));
        }
        let mut school = School { root: root.to_owned(), seen: HashMap::new(), edited: HashMap::new() };
        let (folder, faults) = school.read();
        Ok((school, folder, faults))
    }

    /// The folder's path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads every file again.
    pub fn read(&mut self) -> (Folder, Vec<Fault>) {
        let mut folder = Folder::default();
        let mut faults = Vec::new();
        let mut files = vec![FileId::Plan, FileId::Board];
        files.extend(self.stems("regulations").into_iter().map(FileId::Meeting));
        files.extend(self.stems("impacts").into_iter().map(FileId::Impact));
        files.push(FileId::Draft);
        for file in files {
            match self.read_file(&file) {
                Ok(None) => {}
                Ok(Some((_, _, document))) => folder.put(&file, Some(document)),
                Err(fault) => {
                    faults.push(fault);
                    folder.broken.insert(file);
                }
            }
        }
        (folder, faults)
    }

    /// The names of the dated files of a folder, in order.
    fn stems(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        let mut stems: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
            .filter_map(|path| path.file_stem().and_then(|s| s.to_str()).map(Into::into))
            .filter(|stem: &String| !stem.starts_with('.'))
            .collect();
        stems.sort();
        stems
    }

    fn path(&self, file: &FileId) -> PathBuf {
        self.root.join(file.file())
    }

    /// A file as it is on disk now; `None` when there is none.
    fn read_file(&mut self, file: &FileId) -> Result<Option<(String, Encoding, Document)>, Fault> {
        let path = self.path(file);
        // A link that leads nowhere is something there that cannot be read, not nothing.
        if std::fs::symlink_metadata(&path).is_err_and(|e| e.kind() == std::io::ErrorKind::NotFound) {
            self.seen.remove(file);
            return Ok(None);
        }
        let bytes = read::bytes(&path, &file.file())?;
        let (text, encoding) = read::decode(&file.file(), &bytes)?;
        let document = read::document(file, &text)?;
        self.seen.insert(file.clone(), fingerprint(&bytes));
        Ok(Some((text, encoding, document)))
    }

    /// Saves edits: each file is read as it is on disk, edited on its own lines, judged, and replaced whole.
    /// Nothing is written to a file whose edits do not fit.
    ///
    /// # Errors
    /// A file that cannot be read or written, or an edit that does not fit what is on disk now.
    pub fn save(&mut self, edits: &[Edit], now: NaiveDateTime, why: Why) -> Result<Saved, Fault> {
        let mut by_file: BTreeMap<&FileId, Vec<&Edit>> = BTreeMap::new();
        for edit in edits {
            by_file.entry(&edit.file).or_default().push(edit);
        }
        let _turn = self.turn()?;
        let mut saved = Saved::default();
        for (file, edits) in by_file {
            let edits: Vec<Edit> = edits.into_iter().cloned().collect();
            let document = self.save_file(file, &edits, Occasion { now, why, name: None }, &mut saved.remarks)?;
            saved.documents.push((file.clone(), document));
        }
        Ok(saved)
    }

    /// Waits for this program's turn on the folder: between reading a file and replacing it no other window,
    /// and no script, does the same. The lock is the system's: it goes when the file closes, and never stays behind.
    fn turn(&self) -> Result<File, Fault> {
        let path = self.root.join(".arrimage");
        let lock = write::private_folder(&path).and_then(|()| {
            let file = File::options().create(true).truncate(false).write(true).open(path.join("verrou"))?;
            match file.lock() {
                // Some network drives know no locks: there, one turn at a time is up to the people.
                Err(error) if error.kind() != std::io::ErrorKind::Unsupported => Err(error),
                _ => Ok(file),
            }
        });
        lock.map_err(|error| Fault::new(Code::NotWritten, ".arrimage").with("cause", read::reason(&error)))
    }

    fn save_file(
        &mut self,
        file: &FileId,
        edits: &[Edit],
        occasion: Occasion<'_>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Option<Document>, Fault> {
        let seen = self.seen.get(file).copied();
        let on_disk = self.read_file(file)?;
        let merged = on_disk.is_some() && seen.is_some() && seen != self.seen.get(file).copied();
        let mut after = on_disk.as_ref().map(|(_, _, document)| document.clone());
        if after.is_none() && matches!(file, FileId::Plan | FileId::Board) {
            // A school may begin with one of its two files: the other is made by its first edit.
            after = Document::from_value(file, serde_json::json!({})).ok();
        }
        for edit in edits {
            after = edit.apply(after.as_ref())?;
        }
        let (before, encoding) = match &on_disk {
            Some((text, encoding, _)) => (Some(text.as_str()), *encoding),
            None => (None, Encoding::Utf8),
        };
        let Some(after) = after else {
            if let Some(text) = before {
                self.keep(file, &encoding.encode(text), occasion)?;
                std::fs::remove_file(self.path(file)).map_err(|e| not_written(file, &e))?;
                self.seen.remove(file);
            }
            return Ok(None);
        };
        let replaced = edits.iter().any(|edit| edit.path.is_empty());
        let (text, manner) = match before {
            Some(before) if !replaced && file.is_kept() => {
                splice::splice(file, before, edits, &after).ok_or_else(|| Fault::new(Code::NotEditable, file.file()))?
            }
            _ => (spell::document(&after.to_value()), Manner::InPlace),
        };
        if before == Some(text.as_str()) {
            return Ok(Some(after));
        }
        if let Some(before) = before {
            let why = match (manner, merged) {
                (Manner::Rewritten, _) => Why::Rewriting,
                (Manner::InPlace, true) => Why::Merging,
                (Manner::InPlace, false) => occasion.why,
            };
            if why != Why::FirstChange || self.begins_sitting(file, occasion.now) {
                self.keep(file, &encoding.encode(before), Occasion { why, ..occasion })?;
            }
        }
        if self.put(file, &encoding.encode(&text))? == Written::Unconfirmed {
            remarks.push(Remark::Unconfirmed(file.clone()));
        }
        self.edited.insert(file.clone(), occasion.now);
        if merged {
            remarks.push(Remark::Merged(file.clone()));
        }
        if manner == Manner::Rewritten {
            remarks.push(Remark::Rewritten(file.clone()));
        }
        Ok(Some(after))
    }

    fn begins_sitting(&self, file: &FileId, now: NaiveDateTime) -> bool {
        self.edited.get(file).is_none_or(|last| now - *last > SITTING)
    }

    fn keep(&self, file: &FileId, bytes: &[u8], occasion: Occasion<'_>) -> Result<(), Fault> {
        if !file.is_kept() {
            return Ok(());
        }
        versions::keep(&self.root, file, bytes, occasion).map(drop).map_err(|e| not_written(file, &e))
    }

    fn put(&mut self, file: &FileId, bytes: &[u8]) -> Result<Written, Fault> {
        let path = self.path(file);
        if let Some(folder) = path.parent() {
            write::private_folder(folder).map_err(|e| not_written(file, &e))?;
        }
        let written = write::atomic(&path, bytes).map_err(|e| not_written(file, &e))?;
        self.seen.insert(file.clone(), fingerprint(bytes));
        Ok(written)
    }

    /// Every version kept, oldest first.
    pub fn versions(&self) -> Vec<Version> {
        versions::register(&self.root).versions
    }

    /// The text of a version.
    ///
    /// # Errors
    /// A version that does not exist or cannot be read.
    pub fn version(&self, file: &FileId, number: u32) -> Result<String, Fault> {
        let missing = |_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number);
        let bytes = versions::bytes(&self.root, file, number).map_err(missing)?;
        Ok(read::decode(&file.file(), &bytes)?.0)
    }

    /// Keeps a named version of every file that differs from its newest version, and says how many.
    ///
    /// # Errors
    /// Those of reading and writing.
    pub fn keep_named(&mut self, name: &str, now: NaiveDateTime) -> Result<usize, Fault> {
        let mut files = vec![FileId::Plan, FileId::Board];
        files.extend(self.stems("regulations").into_iter().map(FileId::Meeting));
        files.extend(self.stems("impacts").into_iter().map(FileId::Impact));
        let _turn = self.turn()?;
        let newest: HashMap<String, u32> = self.versions().into_iter().map(|v| (v.file, v.number)).collect();
        let mut kept = 0;
        for file in files.iter().filter(|file| self.path(file).exists()) {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            let last = newest.get(&file.stem()).and_then(|n| versions::bytes(&self.root, file, *n).ok());
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
        let earlier = versions::bytes(&self.root, file, number).map_err(missing)?;
        if self.path(file).exists() {
            let bytes = read::bytes(&self.path(file), &file.file())?;
            self.keep(file, &bytes, Occasion { now, why: Why::Restoring, name: None })?;
        }
        self.put(file, &earlier).map(drop)
    }

    /// Everything that reading finds: files that cannot be read, unknown keys, references that lead nowhere.
    pub fn verify(&mut self) -> Vec<Fault> {
        let (folder, mut faults) = self.read();
        let mut texts = HashMap::new();
        for file in folder.files().into_iter().filter(|file| !folder.broken.contains(file)) {
            if let Ok(Some((text, _, _))) = self.read_file(&file) {
                faults.extend(read::remarks(&file, &text, &super::schema::of_file(&file)));
                texts.insert(file, text);
            }
        }
        for finding in check::references(&folder) {
            let mut fault = Fault::new(finding.code, finding.file.file()).with("value", &finding.value);
            if let Some(text) = texts.get(&finding.file)
                && let Some(outline) = outline::outline(text)
            {
                fault.place = outline::place(&finding.file.file(), text, outline.place(&finding.path));
            }
            faults.push(fault);
        }
        faults.sort_by(|a, b| (a.code.severity(), &a.place).cmp(&(b.code.severity(), &b.place)));
        faults
    }
}

fn not_written(file: &FileId, error: &std::io::Error) -> Fault {
    Fault::new(Code::NotWritten, file.file()).with("cause", read::reason(error))
}

fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
