//! What is remembered of the files between two looks at what other programs do to them.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    time::{Duration, Instant},
};

use super::{removals::Removals, snapshot::Stamp};
use crate::domain::{
    edit::{Change, Edit, identity},
    model::document::FileId,
};

/// A change that takes something away is believed once its file has been quiet for this long: whoever writes it may be
/// half-way.
pub const QUIET: Duration = Duration::from_secs(2);

/// How long a purge may take, from when it is noticed.
const PURGING: Duration = Duration::from_secs(15);

/// What is remembered of the files between two looks.
#[derive(Debug)]
pub struct OutsideWatch {
    /// How long a file must be quiet.
    pub quiet: Duration,
    /// Files that are changing, each with its last stamp and when it was first noticed.
    noticed: HashMap<FileId, (Stamp, Instant)>,
    /// The fields and records written here, until they are in a version.
    written: HashMap<FileId, HashSet<Vec<String>>>,
    /// The number of purges and rectifications in the register.
    removals: usize,
    /// The ids of everybody who was purged.
    pub purged: BTreeSet<String>,
    /// When a purge elsewhere was noticed: it changes one file after another.
    purging: Option<Instant>,
}

impl Default for OutsideWatch {
    fn default() -> Self {
        OutsideWatch {
            quiet: QUIET,
            noticed: HashMap::new(),
            written: HashMap::new(),
            removals: 0,
            purged: BTreeSet::new(),
            purging: None,
        }
    }
}

impl OutsideWatch {
    /// Takes note of what the register says was taken out for good, after which everything has been read.
    pub fn know(&mut self, removals: &Removals) {
        self.removals = removals.purges.len() + removals.rectified;
        self.purged = removals.purges.iter().flat_map(|purge| purge.ids.iter().cloned()).collect();
    }

    /// Takes note of what the register says was taken out for good, and returns whether that is under way: what it takes
    /// away is kept nowhere.
    pub fn is_purging(&mut self, removals: &Removals) -> bool {
        if removals.purges.len() + removals.rectified > self.removals {
            self.know(removals);
            self.purging = Some(Instant::now());
        }
        self.purging.is_some_and(|since| since.elapsed() < PURGING)
    }

    /// Records what edits wrote here: if another program takes it away, a version is kept first.
    pub fn wrote(&mut self, edits: &[Edit]) {
        for edit in edits {
            let mut path = edit.path.clone();
            match &edit.change {
                Change::Insert { item, .. } => path.extend(identity(item).map(ToOwned::to_owned)),
                Change::Set { .. } => {}
                Change::Remove { .. } => continue,
            }
            self.written.entry(edit.file.clone()).or_default().insert(path);
        }
    }

    /// Whether a file has been quiet for long enough since this stamp was first noticed.
    pub fn is_quiet(&mut self, file: &FileId, stamp: Stamp) -> bool {
        let first = self.noticed.get(file).filter(|(noticed, _)| *noticed == stamp).map(|(_, when)| *when);
        let since = first.unwrap_or_else(Instant::now);
        self.noticed.insert(file.clone(), (stamp, since));
        since.elapsed() >= self.quiet
    }

    /// Whether a change overwrites what was written here. What is added to it takes nothing away.
    pub fn overwrites(&self, change: &Edit) -> bool {
        let is_within = |path: &Vec<String>| path.starts_with(&change.path) || change.path.starts_with(path);
        matches!(change.change, Change::Set { before: Some(_), .. })
            && self.written.get(&change.file).is_some_and(|written| written.iter().any(is_within))
    }

    /// Forgets a file whose losses are in a version.
    pub fn settle(&mut self, file: &FileId) {
        self.written.remove(file);
        self.noticed.remove(file);
    }
}
