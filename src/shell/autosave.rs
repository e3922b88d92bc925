//! Autosave: edits are queued, written together, and kept in the queue while they cannot be written.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;

use crate::{
    domain::{
        edit::{Edit, merge::Clash},
        value::fault::Code,
    },
    store::{
        school::{Saved, SchoolFolder},
        sync_copies::Copy,
        versions::VersionReason,
    },
};

/// Edits in quick succession are written together: sync clients make copies of files that change too fast.
const GATHERING: Duration = Duration::from_millis(400);

/// The delay before edits that could not be written are retried.
const RETRY: Duration = Duration::from_secs(3);

/// The school folder, and the edits in memory that are not on disk yet.
pub struct Autosave {
    pub school: SchoolFolder,
    waiting: Vec<Edit>,
    due: Option<Instant>,
    /// Fields that another program changed too, until the user chooses.
    pub clashes: Vec<Clash>,
    /// The conflict copies that the user was asked about.
    asked: HashSet<String>,
}

impl Autosave {
    pub fn new(mut school: SchoolFolder, most: Option<usize>) -> Self {
        school.keep_at_most(most);
        Autosave { school, waiting: Vec::new(), due: None, clashes: Vec::new(), asked: HashSet::new() }
    }

    /// Queues edits.
    pub fn wait(&mut self, edits: Vec<Edit>) {
        self.waiting.extend(edits);
        self.due = self.due.or(Some(Instant::now() + GATHERING));
    }

    /// Time until the queued edits are due, if there are any.
    pub fn next_deadline(&self) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    pub fn is_due(&self) -> bool {
        self.due.is_some_and(|due| due <= Instant::now())
    }

    /// Whether everything is on disk.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Takes the edits that are not on disk.
    pub fn take_waiting(&mut self) -> Vec<Edit> {
        self.due = None;
        std::mem::take(&mut self.waiting)
    }

    /// Writes the queued edits; `None` if there are none. Edits that cannot be written stay in the queue.
    pub fn write(&mut self, why: VersionReason, now: NaiveDateTime) -> Option<Saved> {
        let edits = self.take_waiting();
        if edits.is_empty() {
            return None;
        }
        let saved = self.school.save(&edits, now, why);
        self.clashes.extend(saved.clashes.iter().cloned());
        for (fault, edits) in &saved.refused {
            self.waiting.extend(edits.iter().cloned());
            // Anybody may free space on a full disk; a file that must be fixed is looked at when it changes.
            if fault.code == Code::NotWritten {
                self.due = Some(Instant::now() + RETRY);
            }
        }
        Some(saved)
    }

    /// What must outlive this window: the queued edits, and our side of every clash.
    pub fn unwritten(&self) -> Vec<Edit> {
        self.waiting.iter().cloned().chain(self.clashes.iter().map(Clash::as_edit)).collect()
    }

    /// The conflict copies that the user was not asked about yet.
    pub fn new_copies(&mut self) -> Vec<Copy> {
        let copies = self.school.copies();
        copies.into_iter().filter(|copy| self.asked.insert(copy.name.clone())).collect()
    }
}
