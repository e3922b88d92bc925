//! What other programs do to the files: believed once they are quiet, and never allowed to take away the only copy.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Instant,
};

use chrono::NaiveDateTime;

use super::{
    elsewhere::misplaced,
    read, removals,
    school::{Patience, SchoolFolder, not_written},
    snapshot::{FileSnapshot, Stamp},
    versions::{self, Version, VersionContext, VersionReason},
    yaml::parse,
};
use crate::domain::{
    edit::{
        Change, Edit,
        diff::{differences, losses},
        merge::replaced,
    },
    model::document::{Document, FileId},
    value::fault::{Code, Fault},
};

/// What another program did to one file.
#[derive(Debug)]
pub struct DiskChange {
    pub file: FileId,
    /// Its current content, the reason why it cannot be read, or `None` if it was deleted.
    pub now: Result<Option<Document>, Fault>,
    /// What changed in it.
    pub changes: Vec<Edit>,
    /// The changes that took something away; what was there before is in the versions.
    pub losses: Vec<Edit>,
}

/// What other programs did since the last look.
#[derive(Debug, Default)]
pub struct DiskNews {
    /// The files that changed.
    pub changes: Vec<DiskChange>,
    /// Whether a file is still changing, so that another look is needed.
    pub is_unsettled: bool,
    /// Whether people were purged elsewhere: whatever this window remembers of them must go.
    pub is_purged: bool,
}

impl SchoolFolder {
    /// Reads a file; one that lost its content is a fault.
    pub(super) fn load(&self, file: &FileId) -> Result<Option<FileSnapshot>, Fault> {
        let loaded = FileSnapshot::read(self.root(), file)?;
        if let Some(loaded) = &loaded
            && file.is_kept()
            && !parse::has_format(&loaded.text)
            && self.had_format(file)
        {
            return Err(Fault::new(Code::Headless, file.file()));
        }
        Ok(loaded)
    }

    /// What changed on disk since the last look, for somebody who only reads: nothing is written, and a file that cannot be
    /// read, or that is gone although it is a main one, stays as it was.
    pub fn glance(&mut self) -> Vec<(FileId, Option<Document>)> {
        let gone: Vec<FileId> = self.seen.keys().cloned().collect();
        let files: BTreeSet<FileId> = self.files().into_iter().chain(gone).collect();
        let mut news = Vec::new();
        for file in files {
            let stamp = Stamp::of(&self.path(&file));
            if self.seen.get(&file).map_or(Stamp::default(), |seen| seen.stamp) == stamp {
                continue;
            }
            match self.load(&file) {
                Ok(Some(loaded)) => {
                    news.push((file.clone(), Some(loaded.document.clone())));
                    self.seen.insert(file, loaded);
                }
                Ok(None) if !matches!(file, FileId::Plan | FileId::Board) => {
                    self.seen.remove(&file);
                    news.push((file, None));
                }
                Ok(None) | Err(_) => {}
            }
        }
        news
    }

    /// Whether the file started with its format when last seen or, at the first reading, in some version.
    fn had_format(&self, file: &FileId) -> bool {
        match self.seen.get(file) {
            Some(seen) => parse::has_format(&seen.text),
            None => self.newest_version(file).is_some(),
        }
    }

    /// The newest version that is whole: what was left of a damaged file is kept among the versions too, and is the
    /// measure of nothing.
    pub(super) fn newest_version(&self, file: &FileId) -> Option<FileSnapshot> {
        let whole = |number| {
            let bytes = versions::bytes(self.root(), file, number).ok()?;
            FileSnapshot::of(file, &bytes, Stamp::default()).ok().filter(|version| parse::has_format(&version.text))
        };
        versions::numbers(self.root(), file).into_iter().rev().find_map(whole)
    }

    /// Waits until no main file that has just been written lacks what its newest version has: another program may be
    /// half-way through it.
    pub(super) fn wait_for_slow_writers(&self) {
        let quiet = self.outside.quiet;
        let until = Instant::now() + 3 * quiet;
        let is_shorter = |file: &FileId| {
            let size = |path| std::fs::metadata(path).map_or(0, |about| about.len());
            let newest = versions::newest(self.root(), file);
            newest.is_some_and(|newest| size(self.path(file)) < size(versions::path(self.root(), file, newest)))
        };
        let is_half_written = |file: &FileId| {
            if !Stamp::of(&self.path(file)).is_younger_than(quiet) {
                return false;
            }
            let lacks_records = || {
                self.newest_version(file).is_some_and(|newest| match self.load(file) {
                    Ok(Some(now)) => {
                        let changes = differences(file, &newest.document.to_value(), &now.document.to_value());
                        losses(&changes).iter().any(|loss| matches!(loss.change, Change::Remove { .. }))
                    }
                    Ok(None) => false,
                    Err(_) => true,
                })
            };
            *file == FileId::Board && self.lacks_people_of_meetings() || is_shorter(file) && lacks_records()
        };
        while Instant::now() < until && FileId::SINGLE.iter().any(is_half_written) {
            std::thread::sleep(quiet / 8);
        }
    }

    /// Whether meetings speak of people who are not on the board, and were not purged.
    fn lacks_people_of_meetings(&self) -> bool {
        let Ok(Some(board)) = self.load(&FileId::Board) else { return true };
        let Document::Board(board) = board.document else { return false };
        let is_lost = |id: &String| board.person(id).is_none() && !self.outside.purged.contains(id);
        self.files().into_iter().filter(|file| matches!(file, FileId::Meeting(_))).any(|file| match self.load(&file) {
            Ok(Some(loaded)) => match loaded.document {
                Document::Meeting(meeting) => meeting.people.iter().any(|point| is_lost(&point.person)),
                _ => false,
            },
            _ => false,
        })
    }

    /// What other programs did since the files were last seen here. `broken` are the files that could not be read then.
    pub fn refresh(&mut self, broken: &BTreeSet<FileId>, now: NaiveDateTime) -> DiskNews {
        self.follow();
        let mut news = DiskNews::default();
        if !self.root().is_dir() {
            return news;
        }
        let mut files = self.files();
        files.extend(self.seen.keys().filter(|file| !files.contains(file)).cloned().collect::<Vec<_>>());
        for file in files {
            let stamp = Stamp::of(&self.path(&file));
            if self.seen.get(&file).is_some_and(|seen| seen.stamp == stamp) && !broken.contains(&file) {
                continue;
            }
            let loaded = self.load(&file);
            // What cannot be read may be half-written too.
            if loaded.is_err() && self.seen.contains_key(&file) && !self.outside.is_quiet(&file, stamp) {
                news.is_unsettled = true;
                continue;
            }
            match self.take_losses(&file, loaded.as_ref().map(Option::as_ref), stamp, now) {
                Ok(losses) => news.changes.extend(self.change_of(file, loaded, losses, stamp, broken)),
                Err(_) => news.is_unsettled = true,
            }
        }
        // The register is read only if something may have been taken away.
        if !news.changes.is_empty() {
            news.is_purged = self.is_purging();
        }
        news
    }

    /// Forgets when the files were seen, so that the next look reads them all.
    pub fn forget_stamps(&mut self) {
        self.seen.values_mut().for_each(|seen| seen.stamp = Stamp::default());
    }

    /// Records how many purges the register has, when everything has been read after them.
    pub(super) fn know_purges(&mut self) {
        self.outside.know(&removals::removals(self.root()));
    }

    /// Whether people are being purged elsewhere: what goes with them is kept nowhere.
    pub(super) fn is_purging(&mut self) -> bool {
        let removals = removals::removals(self.root());
        self.outside.is_purging(&removals)
    }

    /// Keeps what this session wrote last, as versions: until the next one, another program may take it away unseen.
    ///
    /// # Errors
    /// If a version cannot be written, or the folder is held elsewhere: whoever holds it keeps it before writing.
    pub fn keep_last_change(&mut self, now: NaiveDateTime) -> Result<(), Fault> {
        if self.edited.is_empty() {
            return Ok(());
        }
        let patience = std::mem::replace(&mut self.patience, Patience::Refuses);
        let lock = self.lock();
        self.patience = patience;
        let _lock = lock?;
        for file in self.edited.keys() {
            let Some(seen) = self.seen.get(file) else { continue };
            let bytes = seen.bytes();
            if read::file(&self.path(file)).is_ok_and(|held| held == bytes) {
                self.keep(file, &bytes, VersionContext { now, why: VersionReason::LastChange, name: None })?;
            }
        }
        Ok(())
    }

    /// Takes for seen what the last session wrote last, where a file says something else now: the next look tells what
    /// went meanwhile. Returns whether there is such a file.
    pub fn recall_last_change(&mut self) -> bool {
        let mut newest: BTreeMap<String, Version> = BTreeMap::new();
        for version in self.versions() {
            let known = newest.get(&version.file).map_or(0, |known| known.number);
            if version.number > known {
                newest.insert(version.file.clone(), version);
            }
        }
        let mut is_any = false;
        for (stem, version) in newest.into_iter().filter(|(_, version)| version.why == VersionReason::LastChange) {
            let Some(file) = FileId::try_from(stem).ok() else { continue };
            let Ok(kept) = versions::bytes(self.root(), &file, version.number) else { continue };
            let disk = read::file(&self.path(&file)).ok();
            if disk.as_ref() == Some(&kept) {
                continue;
            }
            let Ok(last) = FileSnapshot::of(&file, &kept, Stamp::default()) else { continue };
            // An older copy that comes back overwrites what was written since; another program, what that session wrote.
            let older = versions::numbers(self.root(), &file).into_iter().filter(|number| *number < version.number);
            let older: Vec<Vec<u8>> =
                older.filter_map(|number| versions::bytes(self.root(), &file, number).ok()).collect();
            let earlier = older.iter().find(|bytes| Some(*bytes) == disk.as_ref()).or(older.last());
            let earlier = earlier.and_then(|bytes| FileSnapshot::of(&file, bytes, Stamp::default()).ok());
            if let Some(earlier) = earlier {
                let written = differences(&file, &earlier.document.to_value(), &last.document.to_value());
                self.outside.wrote(&written);
            }
            self.seen.insert(file, last);
            is_any = true;
        }
        is_any
    }

    /// What one file changed to, and records it as seen; `None` if nothing that matters changed.
    fn change_of(
        &mut self,
        file: FileId,
        loaded: Result<Option<FileSnapshot>, Fault>,
        losses: Vec<Edit>,
        stamp: Stamp,
        broken: &BTreeSet<FileId>,
    ) -> Option<DiskChange> {
        let change = |file, now| DiskChange { file, now, changes: Vec::new(), losses: Vec::new() };
        match loaded {
            // What people wrote in the two main files is kept in memory: the next edit restores them.
            Ok(None) if matches!(file, FileId::Plan | FileId::Board) => {
                let is_news = self.see_loss(&file, stamp);
                // Under another name, or in the cloud again, it is not deleted.
                let found = misplaced(self.root(), &file);
                is_news.then(|| change(file, found.map_or(Ok(None), Err)))
            }
            Ok(None) => self.seen.remove(&file).map(|_| change(file, Ok(None))),
            Ok(Some(loaded)) => {
                let seen = self.seen.insert(file.clone(), loaded.clone());
                let same = seen.as_ref().is_some_and(|seen| seen.fingerprint == loaded.fingerprint);
                if same && !broken.contains(&file) {
                    return None;
                }
                let changes = seen.map_or_else(Vec::new, |seen| {
                    differences(&file, &seen.document.to_value(), &loaded.document.to_value())
                });
                Some(DiskChange { file, now: Ok(Some(loaded.document)), changes, losses })
            }
            Err(fault) if fault.code.is_loss() && self.seen.contains_key(&file) => {
                let is_news = self.see_loss(&file, stamp);
                is_news.then(|| change(file, Err(fault)))
            }
            Err(fault) => Some(change(file, Err(fault))),
        }
    }

    /// Records that a file's content is gone, while memory keeps it; returns whether that was not known yet.
    fn see_loss(&mut self, file: &FileId, stamp: Stamp) -> bool {
        self.seen.get_mut(file).is_some_and(|seen| {
            let is_news = seen.stamp != stamp;
            seen.stamp = stamp;
            is_news
        })
    }

    /// What a file on disk has lost since it was last seen here. What was seen is kept as a version first, unless it
    /// was purged.
    ///
    /// # Errors
    /// If the file is not quiet yet, or if the version cannot be kept: the change must not be believed.
    pub(super) fn take_losses(
        &mut self,
        file: &FileId,
        loaded: Result<Option<&FileSnapshot>, &Fault>,
        stamp: Stamp,
        now: NaiveDateTime,
    ) -> Result<Vec<Edit>, Fault> {
        let Some(seen) = self.seen.get(file).filter(|_| file.is_kept()) else { return Ok(Vec::new()) };
        let is_gone = !matches!(loaded, Ok(Some(_)));
        let changes = match loaded {
            Ok(Some(loaded)) if loaded.fingerprint == seen.fingerprint => return Ok(Vec::new()),
            Ok(Some(loaded)) => differences(file, &seen.document.to_value(), &loaded.document.to_value()),
            _ => Vec::new(),
        };
        // A file that was cut may still read: what is left of its last field was nobody's change.
        let is_cut = loaded.is_ok_and(|loaded| {
            loaded.is_some_and(|loaded| loaded.text.len() < seen.text.len() && seen.text.starts_with(&loaded.text))
        });
        let mut taken = if is_cut { changes.clone() } else { losses(&changes) };
        let is_taken = !taken.is_empty();
        let overwritten = changes.iter().filter(|change| self.outside.overwrites(change) && !taken.contains(change));
        taken.extend(overwritten.cloned().collect::<Vec<_>>());
        // Whoever lost their id comes back whole, and leaves nothing on the record of who has it.
        if let (FileId::Board, Ok(Some(loaded))) = (file, &loaded) {
            for (id, removal) in replaced(&seen.document.to_value(), &loaded.document.to_value()) {
                taken.retain(|loss| loss.path.get(1) != Some(&id));
                taken.push(removal);
            }
        }
        let is_more = || loaded.is_ok_and(|loaded| loaded.is_some_and(|loaded| drops_more(file, seen, loaded)));
        let is_taken = is_taken || taken.is_empty() && is_more();
        if taken.is_empty() && !is_taken && !is_gone {
            return Ok(Vec::new());
        }
        let bytes = seen.bytes();
        if self.is_purging() {
            return Ok(Vec::new());
        }
        let is_deleted = matches!(loaded, Ok(None));
        if (is_taken || is_gone) && !is_deleted && !self.outside.is_quiet(file, stamp) {
            return Err(Fault::new(Code::NotWritten, file.file()).with("cause", "moving"));
        }
        let occasion = VersionContext { now, why: VersionReason::Outside, name: None };
        self.keep(file, &bytes, occasion)?;
        // What is left of a damaged file may be somebody's words; what cannot be read stays where it is.
        if let Ok(left) = read::file(&self.path(file))
            && loaded.is_err_and(|fault| fault.code.is_loss())
            && !left.trim_ascii().is_empty()
        {
            versions::keep(self.root(), file, &left, occasion).map_err(|error| not_written(file, &error))?;
        }
        self.outside.settle(file);
        Ok(taken)
    }
}

/// Whether a file lost something that no document of ours holds, as a field that somebody else's program writes.
fn drops_more(file: &FileId, seen: &FileSnapshot, loaded: &FileSnapshot) -> bool {
    let tree = |text: &str| serde_yaml::from_str_with_options::<serde_json::Value>(text, parse::options()).ok();
    match (tree(&seen.text), tree(&loaded.text)) {
        (Some(before), Some(after)) => !losses(&differences(file, &before, &after)).is_empty(),
        _ => false,
    }
}
