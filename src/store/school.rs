//! One school folder on disk: opening it, saving edits to it, merging what other programs wrote.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    path::{Path, PathBuf},
};

use chrono::{NaiveDateTime, TimeDelta};

use super::{
    app_dirs::is_school,
    read::{self, Encoding},
    snapshot::{FileSnapshot, Stamp},
    versions::{self, VersionContext, VersionReason},
    write::{self, WriteOutcome},
    yaml::{emit, splice},
};
use crate::domain::{
    edit::{
        Edit,
        diff::differences,
        merge::{Clash, merge},
    },
    model::{
        document::{Document, FileId},
        folder::Folder,
    },
    value::fault::{Code, Fault},
};

/// A pause this long between edits of a file starts a new session, whose first change keeps a version.
const EDITING_SESSION: TimeDelta = TimeDelta::minutes(30);

/// A school folder on disk.
#[derive(Debug)]
pub struct SchoolFolder {
    root: PathBuf,
    /// Each file as it was last read or written here: the common ancestor of the next merge.
    seen: HashMap<FileId, FileSnapshot>,
    /// When each file was last edited here.
    edited: HashMap<FileId, NaiveDateTime>,
    /// The maximum number of versions kept of a file; `None` keeps all.
    most: Option<usize>,
}

/// The outcome of a save.
#[derive(Debug, Default)]
pub struct Saved {
    /// The documents as they are on disk now; `None` for deleted ones.
    pub documents: Vec<(FileId, Option<Document>)>,
    /// What to report to the user.
    pub remarks: Vec<Remark>,
    /// Fields that another program changed too: its values are on disk, ours are here.
    pub clashes: Vec<Clash>,
    /// Edits that could not be written, with the reason for each file; none of them is on disk.
    pub refused: Vec<(Fault, Vec<Edit>)>,
}

impl Saved {
    /// Returns the outcome if everything was written.
    ///
    /// # Errors
    /// Returns the first fault if something could not be written.
    pub fn done(mut self) -> Result<Saved, Fault> {
        if self.refused.is_empty() { Ok(self) } else { Err(self.refused.swap_remove(0).0) }
    }
}

/// Something about a save that the user should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Another program had changed the file: both changes are in it.
    Merged(FileId),
    /// Another program had deleted the file: it is restored.
    BroughtBack(FileId),
    /// The file was rewritten; its comments are in the version kept.
    Rewritten(FileId),
    /// The disk did not confirm the last step.
    Unconfirmed(FileId),
}

/// What another program did to one file.
#[derive(Debug)]
pub struct DiskChange {
    pub file: FileId,
    /// Its current content, the reason why it cannot be read, or `None` if it was deleted.
    pub now: Result<Option<Document>, Fault>,
    /// What changed in it.
    pub changes: Vec<Edit>,
}

/// What a save should write.
struct PlannedSave {
    after: Document,
    /// The edits that lead from the text on disk to `after`.
    edits: Vec<Edit>,
    clashes: Vec<Clash>,
    is_merged: bool,
}

impl SchoolFolder {
    /// Opens a folder. Files that cannot be read are reported as faults; the others work.
    ///
    /// # Errors
    /// If the folder is not a school folder.
    pub fn open(root: &Path) -> Result<(SchoolFolder, Folder, Vec<Fault>), Fault> {
        if !is_school(root) {
            return Err(Fault::new(Code::NoSchool, root.display().to_string()));
        }
        let mut school =
            SchoolFolder { root: root.to_owned(), seen: HashMap::new(), edited: HashMap::new(), most: None };
        school.sweep_if_needed();
        let (folder, faults) = school.read();
        Ok((school, folder, faults))
    }

    /// Keeps at most that many versions of each file from now on; `None` keeps all.
    pub fn keep_at_most(&mut self, most: Option<usize>) {
        self.most = most;
    }

    /// The folder's path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads every file again.
    pub fn read(&mut self) -> (Folder, Vec<Fault>) {
        let mut folder = Folder::default();
        let mut faults = Vec::new();
        self.seen.clear();
        for file in self.files() {
            match FileSnapshot::read(&self.root, &file) {
                Ok(None) => {}
                Ok(Some(loaded)) => {
                    folder.put(&file, Some(loaded.document.clone()));
                    self.seen.insert(file, loaded);
                }
                Err(fault) => {
                    faults.push(fault);
                    folder.broken.insert(file);
                }
            }
        }
        (folder, faults)
    }

    /// What other programs did since the files were last seen here. `broken` are the files that could not be read then.
    pub fn refresh(&mut self, broken: &std::collections::BTreeSet<FileId>) -> Vec<DiskChange> {
        let mut files = self.files();
        files.extend(self.seen.keys().filter(|file| !files.contains(file)).cloned().collect::<Vec<_>>());
        let mut outside = Vec::new();
        for file in files {
            let stamp = Stamp::of(&self.path(&file));
            if self.seen.get(&file).is_some_and(|seen| seen.stamp == stamp) && !broken.contains(&file) {
                continue;
            }
            match FileSnapshot::read(&self.root, &file) {
                Ok(None) => {
                    // What people wrote in the two main files is kept in memory: the next edit restores them.
                    let lost = match file {
                        FileId::Plan | FileId::Board => self.seen.get_mut(&file).is_some_and(|seen| {
                            let news = seen.stamp != stamp;
                            seen.stamp = stamp;
                            news
                        }),
                        _ => self.seen.remove(&file).is_some(),
                    };
                    if lost {
                        outside.push(DiskChange { file, now: Ok(None), changes: Vec::new() });
                    }
                }
                Ok(Some(loaded)) => {
                    let seen = self.seen.insert(file.clone(), loaded.clone());
                    let same = seen.as_ref().is_some_and(|seen| seen.fingerprint == loaded.fingerprint);
                    if same && !broken.contains(&file) {
                        continue;
                    }
                    let changes = seen.map_or_else(Vec::new, |seen| {
                        differences(&file, &seen.document.to_value(), &loaded.document.to_value())
                    });
                    outside.push(DiskChange { file, now: Ok(Some(loaded.document)), changes });
                }
                Err(fault) => outside.push(DiskChange { file, now: Err(fault), changes: Vec::new() }),
            }
        }
        outside
    }

    /// The documents that the folder may hold, dated ones in order.
    pub(super) fn files(&self) -> Vec<FileId> {
        let mut files = FileId::SINGLE.to_vec();
        for folder in FileId::FOLDERS {
            files.extend(self.stems(folder).iter().filter_map(|stem| FileId::dated(folder, stem)));
        }
        files.push(FileId::Draft);
        files
    }

    /// The stems of the dated files in a subfolder, in order.
    fn stems(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        let mut stems: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
            .filter_map(|path| path.file_stem().and_then(|s| s.to_str()).map(Into::into))
            .filter(|stem: &String| !stem.starts_with('.') && super::file_names::original(folder, stem).is_none())
            .collect();
        stems.sort();
        stems
    }

    pub(super) fn path(&self, file: &FileId) -> PathBuf {
        self.root.join(file.file())
    }

    /// Saves edits: each file is read from disk, the changes of others are merged with the edits, the text is edited on
    /// its own lines, verified, and replaced atomically. A file that its edits do not fit is left alone.
    ///
    /// With [`VersionReason::Rewriting`], files are rewritten instead, and lose their comments.
    pub fn save(&mut self, edits: &[Edit], now: NaiveDateTime, why: VersionReason) -> Saved {
        let mut by_file: BTreeMap<&FileId, Vec<Edit>> = BTreeMap::new();
        for edit in edits {
            by_file.entry(&edit.file).or_default().push(edit.clone());
        }
        let mut saved = Saved::default();
        let lock = self.lock();
        for (file, edits) in by_file {
            let done = match &lock {
                Ok(_) => self.save_file(file, &edits, VersionContext { now, why, name: None }, &mut saved),
                Err(fault) => Err(fault.clone()),
            };
            match done {
                Ok(document) => saved.documents.push((file.clone(), document)),
                Err(fault) => saved.refused.push((fault, edits)),
            }
        }
        saved
    }

    /// Locks the folder: between reading a file and replacing it, no other window and no script may do the same. The
    /// system releases the lock when the file closes, so it never stays behind.
    pub(super) fn lock(&self) -> Result<File, Fault> {
        let path = self.root.join(".arrimage");
        let lock = write::private_folder(&path).and_then(|()| {
            let file = File::options().create(true).truncate(false).write(true).open(path.join("verrou"))?;
            match file.lock() {
                // Some network drives do not support locks: there, users must avoid saving at the same time.
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
        occasion: VersionContext<'_>,
        saved: &mut Saved,
    ) -> Result<Option<Document>, Fault> {
        let disk = FileSnapshot::read(&self.root, file)?;
        let gone = disk.is_none() && file.is_kept() && self.seen.contains_key(file);
        let before = if gone { self.seen.get(file) } else { disk.as_ref() };
        let Some(PlannedSave { after, edits, clashes, is_merged }) = self.plan_save(file, before, edits)? else {
            if let Some(loaded) = &disk {
                self.keep(file, &loaded.bytes(), occasion)?;
                write::remove(&self.path(file)).map_err(|e| not_written(file, &e))?;
            }
            self.seen.remove(file);
            return Ok(None);
        };
        saved.clashes.extend(clashes);
        saved.remarks.extend(is_merged.then(|| Remark::Merged(file.clone())));
        let text = match before {
            Some(_) if occasion.why == VersionReason::Rewriting => splice::rewrite(file, &after)?,
            Some(before) if file.is_kept() && edits.iter().all(|edit| !edit.path.is_empty()) => {
                splice::splice(file, &before.text, &edits, &after)?
            }
            _ => emit::document(&after.to_value()),
        };
        let encoding = before.map_or(Encoding::Utf8, |before| before.encoding);
        if !gone && before.is_some_and(|before| before.text == text) {
            if let Some(disk) = disk {
                self.seen.insert(file.clone(), disk);
            }
            return Ok(Some(after));
        }
        if let Some(disk) = &disk {
            let why = if is_merged && occasion.why == VersionReason::FirstChange {
                VersionReason::Merging
            } else {
                occasion.why
            };
            if why != VersionReason::FirstChange || self.begins_sitting(file, occasion.now) {
                self.keep(file, &disk.bytes(), VersionContext { why, ..occasion })?;
            }
        }
        if self.put(file, &encoding.encode(&text))? == WriteOutcome::Unconfirmed {
            saved.remarks.push(Remark::Unconfirmed(file.clone()));
        }
        self.edited.insert(file.clone(), occasion.now);
        saved.remarks.extend(gone.then(|| Remark::BroughtBack(file.clone())));
        saved.remarks.extend((occasion.why == VersionReason::Rewriting).then(|| Remark::Rewritten(file.clone())));
        Ok(Some(after))
    }

    /// The document that edits lead to from the file now on disk; changes that others made since it was last seen are
    /// merged. `None` if the edits delete the document.
    fn plan_save(
        &self,
        file: &FileId,
        before: Option<&FileSnapshot>,
        edits: &[Edit],
    ) -> Result<Option<PlannedSave>, Fault> {
        let base = match before {
            Some(loaded) => Some(loaded.document.clone()),
            // A school may start with only one of its two files: the first edit creates the other.
            None if matches!(file, FileId::Plan | FileId::Board) => {
                Document::from_value(file, &serde_json::json!({})).ok()
            }
            None => None,
        };
        let changed = match (before, self.seen.get(file)) {
            (Some(before), Some(seen)) if before.fingerprint != seen.fingerprint => Some(seen),
            _ => None,
        };
        let ours = change(changed.map(|seen| seen.document.clone()).or_else(|| base.clone()), edits)?;
        let (Some(ours), Some(seen), Some(base)) = (&ours, changed, &base) else {
            let meant =
                |after| PlannedSave { after, edits: edits.to_vec(), clashes: Vec::new(), is_merged: changed.is_some() };
            return Ok(ours.map(meant));
        };
        let theirs = base.to_value();
        let merged = merge(file, Some(&seen.document.to_value()), &ours.to_value(), &theirs);
        let after = Document::from_value(file, &merged.value)
            .map_err(|misfit| Fault::new(Code::NotEditable, file.file()).caused_by(&misfit))?;
        let edits = differences(file, &theirs, &after.to_value());
        Ok(Some(PlannedSave { after, edits, clashes: merged.clashes, is_merged: true }))
    }

    fn begins_sitting(&self, file: &FileId, now: NaiveDateTime) -> bool {
        self.edited.get(file).is_none_or(|last| now - *last > EDITING_SESSION)
    }

    pub(super) fn keep(&self, file: &FileId, bytes: &[u8], occasion: VersionContext<'_>) -> Result<(), Fault> {
        if !file.is_kept() {
            return Ok(());
        }
        let kept = versions::keep(&self.root, file, bytes, occasion);
        let trimmed = kept.and_then(|_| self.most.map_or(Ok(()), |most| versions::trim(&self.root, file, most)));
        trimmed.map_err(|e| not_written(file, &e))
    }

    /// Replaces a file atomically, and records it as seen.
    pub(super) fn put(&mut self, file: &FileId, bytes: &[u8]) -> Result<WriteOutcome, Fault> {
        let path = self.path(file);
        if let Some(folder) = path.parent() {
            write::private_folder(folder).map_err(|e| not_written(file, &e))?;
        }
        let written = write::atomic(&path, bytes).map_err(|e| not_written(file, &e))?;
        match FileSnapshot::of(file, bytes, Stamp::of(&path)) {
            Ok(loaded) => drop(self.seen.insert(file.clone(), loaded)),
            Err(_) => drop(self.seen.remove(file)),
        }
        Ok(written)
    }
}

/// Applies edits to a document.
fn change(mut document: Option<Document>, edits: &[Edit]) -> Result<Option<Document>, Fault> {
    for edit in edits {
        document = edit.apply(document.as_ref())?;
    }
    Ok(document)
}

/// The fault for a file that could not be written.
pub(super) fn not_written(file: &FileId, error: &std::io::Error) -> Fault {
    Fault::new(Code::NotWritten, file.file()).with("cause", read::reason(error))
}
