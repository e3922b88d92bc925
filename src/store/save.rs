//! Saving edits: read, merge, edit the text, keep a version, replace the file if it is still the one that was read.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::Ordering,
    time::Instant,
};

use chrono::{NaiveDateTime, TimeDelta};

use super::{
    elsewhere::misplaced,
    read::Encoding,
    removals,
    school::{Patience, SchoolFolder, not_written},
    snapshot::{FileSnapshot, Stamp},
    versions::{VersionContext, VersionReason},
    write::{self, WriteOutcome},
    yaml::{emit, splice},
};
use crate::domain::{
    edit::{
        self, Edit,
        diff::differences,
        merge::{Clash, merge},
    },
    model::document::{Document, FileId},
    value::fault::{Code, Fault},
};

/// A pause this long between edits of a file starts a new session, whose first change keeps a version.
const EDITING_SESSION: TimeDelta = TimeDelta::minutes(30);

/// How many times a save begins again because another program replaced the file meanwhile.
const TRIES: usize = 8;

/// The outcome of a save.
#[derive(Debug, Default)]
pub struct Saved {
    /// The documents as they are on disk now; `None` for deleted ones.
    pub documents: Vec<(FileId, Option<Document>)>,
    /// What to report to the user.
    pub remarks: Vec<Remark>,
    /// Fields that another program changed too: its values are on disk, ours are here.
    pub clashes: Vec<Clash>,
    /// What other programs had taken away from each file; what was there before is in the versions.
    pub losses: Vec<(FileId, Vec<Edit>)>,
    /// The files of refused edits that cannot be read or written now: the edits may fit them later.
    pub stuck: BTreeSet<FileId>,
    /// Edits that could not be written, with the reason for each file; none of them is on disk.
    pub refused: Vec<(Fault, Vec<Edit>)>,
}

impl Saved {
    /// Whether edits wait only because another program is at work.
    pub fn is_kept_waiting(&self) -> bool {
        let is_passing = |(_, cause): &(&'static str, String)| matches!(cause.as_str(), "busy" | "moving");
        !self.refused.is_empty() && self.refused.iter().all(|(fault, _)| fault.values.iter().any(is_passing))
    }

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
    /// The drive has no locks: nobody waits for a turn.
    WithoutTurns,
}

/// What a save should write.
struct PlannedSave {
    after: Document,
    /// The edits that lead from the text on disk to `after`.
    edits: Vec<Edit>,
    clashes: Vec<Clash>,
    is_merged: bool,
}

/// Why edits of a file were not written.
enum WriteRefusal {
    /// The file cannot be read or written now.
    File(Fault),
    /// The edits do not fit it, or one of them does not.
    Edits(Fault),
}

/// The edits of each file, in their order.
fn by_file(edits: &[Edit]) -> BTreeMap<&FileId, Vec<Edit>> {
    let mut by_file: BTreeMap<&FileId, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(&edit.file).or_default().push(edit.clone());
    }
    by_file
}

impl SchoolFolder {
    /// Saves edits: each file is read from disk, the changes of others are merged with the edits, the text is edited on
    /// its own lines, verified, and replaced atomically. An edit that does not fit is refused alone.
    ///
    /// With [`VersionReason::Rewriting`], files are rewritten instead, and lose their comments.
    pub fn save(&mut self, edits: &[Edit], now: NaiveDateTime, why: VersionReason) -> Saved {
        let mut saved = Saved::default();
        self.follow();
        let lock = self.lock();
        if self.has_no_turns.load(Ordering::Relaxed) && !std::mem::replace(&mut self.is_told_of_turns, true) {
            saved.remarks.push(Remark::WithoutTurns);
        }
        for (file, edits) in by_file(edits) {
            match &lock {
                Ok(_) => self.save_file(file, edits, VersionContext { now, why, name: None }, &mut saved),
                Err(fault) => {
                    saved.stuck.insert(file.clone());
                    saved.refused.push((fault.clone().in_file(file.file()), edits));
                }
            }
        }
        saved
    }

    /// Whether edits that make no sense in part can all be written to what is on disk now; nothing is.
    ///
    /// # Errors
    /// If a file cannot be read, or one of the edits cannot be written without touching the rest of it.
    pub fn can_save_whole(&self, edits: &[Edit]) -> Result<(), Fault> {
        for (file, edits) in by_file(edits) {
            let disk = self.load(file)?;
            if let Some(PlannedSave { after, edits, .. }) = self.plan_save(file, disk.as_ref(), &edits)? {
                written_text(file, disk.as_ref(), &edits, &after, VersionReason::FirstChange)?;
            }
        }
        Ok(())
    }

    fn save_file(&mut self, file: &FileId, edits: Vec<Edit>, occasion: VersionContext<'_>, saved: &mut Saved) {
        match self.write_edits(file, &edits, occasion, saved) {
            Ok(document) => saved.documents.push((file.clone(), document)),
            Err(WriteRefusal::Edits(_)) if edits.len() > 1 => {
                let mut written = None;
                for edit in edits {
                    match self.write_edits(file, std::slice::from_ref(&edit), occasion, saved) {
                        Ok(document) => written = Some(document),
                        Err(WriteRefusal::File(fault) | WriteRefusal::Edits(fault)) => {
                            saved.refused.push((fault, vec![edit]));
                        }
                    }
                }
                saved.documents.extend(written.map(|document| (file.clone(), document)));
            }
            Err(WriteRefusal::Edits(fault)) => saved.refused.push((fault, edits)),
            Err(WriteRefusal::File(fault)) => {
                saved.stuck.insert(file.clone());
                saved.refused.push((fault, edits));
            }
        }
    }

    fn write_edits(
        &mut self,
        file: &FileId,
        edits: &[Edit],
        occasion: VersionContext<'_>,
        saved: &mut Saved,
    ) -> Result<Option<Document>, WriteRefusal> {
        let moving = || Fault::new(Code::NotWritten, file.file()).with("cause", "moving");
        let started = Instant::now();
        let mut tries = 0;
        loop {
            match self.try_write(file, edits, occasion) {
                Ok(Some((document, done))) => {
                    saved.remarks.extend(done.remarks);
                    saved.clashes.extend(done.clashes);
                    saved.losses.extend(done.losses);
                    return Ok(document);
                }
                Ok(None) if tries < TRIES => tries += 1,
                Ok(None) => return Err(WriteRefusal::File(moving())),
                // Nobody reads a screen meanwhile: it is simplest to wait until the file is quiet.
                Err(WriteRefusal::File(fault))
                    if fault == moving()
                        && self.patience == Patience::Waits
                        && started.elapsed() < 3 * self.outside.quiet =>
                {
                    std::thread::sleep(self.outside.quiet / 8);
                }
                Err(refusal) => return Err(refusal),
            }
        }
    }

    fn try_write(
        &mut self,
        file: &FileId,
        edits: &[Edit],
        occasion: VersionContext<'_>,
    ) -> Result<Option<(Option<Document>, Saved)>, WriteRefusal> {
        let path = self.path(file);
        let mut done = Saved::default();
        let stamp = Stamp::of(&path);
        let loaded = self.load(file);
        let losses = self.take_losses(file, loaded.as_ref().map(Option::as_ref), stamp, occasion.now);
        let losses = losses.map_err(WriteRefusal::File)?;
        let disk = match loaded {
            Err(fault) if fault.code.is_loss() && self.seen.contains_key(file) => None,
            loaded => loaded.map_err(WriteRefusal::File)?,
        };
        if !losses.is_empty() {
            done.losses.push((file.clone(), losses));
        }
        let gone = disk.is_none() && self.is_gone(file).map_err(WriteRefusal::File)?;
        let before = if gone { self.seen.get(file) } else { disk.as_ref() };
        self.ask_rights(file).map_err(WriteRefusal::File)?;
        let planned = self.plan_save(file, before, edits).map_err(WriteRefusal::Edits)?;
        let Some(PlannedSave { after, edits, clashes, is_merged }) = planned else {
            let is_deleted = self.delete(file, disk.as_ref(), stamp, occasion).map_err(WriteRefusal::File)?;
            if !is_deleted {
                return Ok(None);
            }
            return Ok(Some((None, done)));
        };
        done.clashes = clashes;
        // Nobody brings back somebody who has just been purged, with a field that was edited meanwhile.
        if !done.clashes.is_empty() {
            let removals = removals::removals(self.root());
            let is_purging = self.outside.is_purging(&removals);
            done.clashes.retain(|clash| !(is_purging && clash.is_of_a_record_taken_away()));
        }
        done.remarks.extend(is_merged.then(|| Remark::Merged(file.clone())));
        let (text, is_read) = written_text(file, before, &edits, &after, occasion.why).map_err(WriteRefusal::Edits)?;
        if !gone && before.is_some_and(|before| before.text == text) {
            if let Some(disk) = disk {
                self.seen.insert(file.clone(), disk);
            }
            return Ok(Some((Some(after), done)));
        }
        let bytes = before.map_or(Encoding::Utf8, |before| before.encoding).encode(&text);
        if let Some(disk) = &disk {
            self.keep_before(file, disk, is_merged, occasion).map_err(WriteRefusal::File)?;
        }
        match self.put(file, &bytes, Some(stamp), is_read.then(|| after.clone())).map_err(WriteRefusal::File)? {
            WriteOutcome::Moved => return Ok(None),
            WriteOutcome::Unconfirmed => done.remarks.push(Remark::Unconfirmed(file.clone())),
            WriteOutcome::Confirmed => {}
        }
        self.edited.insert(file.clone(), occasion.now);
        self.outside.wrote(&edits);
        done.remarks.extend(gone.then(|| Remark::BroughtBack(file.clone())));
        done.remarks.extend((occasion.why == VersionReason::Rewriting).then(|| Remark::Rewritten(file.clone())));
        Ok(Some((Some(after), done)))
    }

    /// Whether a file that is not there was, and comes back with the next edit.
    ///
    /// # Errors
    /// If another program gave it another name, or it is in the cloud: nothing is written in its place.
    fn is_gone(&self, file: &FileId) -> Result<bool, Fault> {
        let is_gone = file.is_kept() && self.seen.contains_key(file);
        misplaced(self.root(), file).filter(|_| is_gone).map_or(Ok(is_gone), Err)
    }

    /// Refuses a file set read-only: renaming a new one over it would not ask the system.
    fn ask_rights(&self, file: &FileId) -> Result<(), Fault> {
        match self.is_read_only(&file.file()) && !self.allowed.contains(&file.file()) {
            true => Err(Fault::new(Code::ReadOnly, file.file())),
            false => Ok(()),
        }
    }

    /// Keeps a file as a version before it changes, where the occasion asks for one.
    fn keep_before(
        &self,
        file: &FileId,
        disk: &FileSnapshot,
        is_merged: bool,
        occasion: VersionContext<'_>,
    ) -> Result<(), Fault> {
        let is_first = occasion.why == VersionReason::FirstChange;
        let why = if is_merged && is_first { VersionReason::Merging } else { occasion.why };
        match why != VersionReason::FirstChange || self.begins_session(file, occasion.now) {
            true => self.keep(file, &disk.bytes(), VersionContext { why, ..occasion }),
            false => Ok(()),
        }
    }

    /// Deletes a file after keeping it as a version; `false` if another program replaced it meanwhile.
    fn delete(
        &mut self,
        file: &FileId,
        disk: Option<&FileSnapshot>,
        stamp: Stamp,
        occasion: VersionContext<'_>,
    ) -> Result<bool, Fault> {
        if let Some(disk) = disk {
            let path = self.path(file);
            self.keep(file, &disk.bytes(), occasion)?;
            if Stamp::of(&path) != stamp {
                return Ok(false);
            }
            write::remove(&path).map_err(|error| not_written(file, &error))?;
        }
        self.seen.remove(file);
        Ok(true)
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
        let ours = edit::after(changed.map(|seen| seen.document.clone()).or_else(|| base.clone()), edits)?;
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

    fn begins_session(&self, file: &FileId, now: NaiveDateTime) -> bool {
        self.edited.get(file).is_none_or(|last| now - *last > EDITING_SESSION)
    }

    /// Replaces a file atomically, and records it as seen; nothing is written if the file no longer has that stamp.
    /// `read` is what the bytes read as, where that is known already.
    pub(super) fn put(
        &mut self,
        file: &FileId,
        bytes: &[u8],
        expected: Option<Stamp>,
        read: Option<Document>,
    ) -> Result<WriteOutcome, Fault> {
        let path = self.path(file);
        if let Some(folder) = path.parent() {
            write::private_folder(folder).map_err(|e| not_written(file, &e))?;
        }
        let is_expected = |path: &std::path::Path| expected.is_none_or(|stamp| Stamp::of(path) == stamp);
        let (written, stamp) = write::replace(&path, bytes, is_expected).map_err(|e| not_written(file, &e))?;
        if written == WriteOutcome::Moved {
            return Ok(written);
        }
        match FileSnapshot::known(file, bytes, stamp, read) {
            Ok(loaded) => drop(self.seen.insert(file.clone(), loaded)),
            Err(_) => drop(self.seen.remove(file)),
        }
        Ok(written)
    }
}

/// The text to write: the one on disk, edited on its own lines, where there is one; and whether it was read back.
fn written_text(
    file: &FileId,
    before: Option<&FileSnapshot>,
    edits: &[Edit],
    after: &Document,
    why: VersionReason,
) -> Result<(String, bool), Fault> {
    Ok(match before {
        Some(_) if why == VersionReason::Rewriting => (splice::rewrite(file, after)?, true),
        Some(before) if file.is_kept() && edits.iter().all(|edit| !edit.path.is_empty()) => {
            (splice::splice(file, &before.text, edits, after)?, true)
        }
        _ => (emit::document(&after.to_value()), false),
    })
}
