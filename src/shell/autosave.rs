//! Edits on their way to the disk: gathered, written, kept when no disk takes them.

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
        versions::Why,
    },
};

/// Edits in quick succession go to the disk together: sync clients make copies of files that change too fast.
const GATHERING: Duration = Duration::from_millis(400);

/// Edits that could not be written are tried again after this long.
const RETRY: Duration = Duration::from_secs(3);

/// The folder, and the edits in memory that are not on disk yet.
pub struct Saving {
    pub school: SchoolFolder,
    waiting: Vec<Edit>,
    due: Option<Instant>,
    /// Fields that another program changed too, until somebody chooses.
    pub clashes: Vec<Clash>,
    /// The conflict copies that were asked about.
    asked: HashSet<String>,
}

impl Saving {
    pub fn new(mut school: SchoolFolder, most: Option<usize>) -> Self {
        school.keep_at_most(most);
        Saving { school, waiting: Vec::new(), due: None, clashes: Vec::new(), asked: HashSet::new() }
    }

    /// Gathers edits.
    pub fn wait(&mut self, edits: Vec<Edit>) {
        self.waiting.extend(edits);
        self.due = self.due.or(Some(Instant::now() + GATHERING));
    }

    /// How long until the gathered edits are due.
    pub fn patience(&self) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    pub fn is_due(&self) -> bool {
        self.due.is_some_and(|due| due <= Instant::now())
    }

    /// Whether everything is on disk.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The edits that are not on disk.
    pub fn take_waiting(&mut self) -> Vec<Edit> {
        self.due = None;
        std::mem::take(&mut self.waiting)
    }

    /// Writes what waits; nothing when nothing does. What cannot be written waits on.
    pub fn write(&mut self, why: Why, now: NaiveDateTime) -> Option<Saved> {
        let edits = self.take_waiting();
        if edits.is_empty() {
            return None;
        }
        let saved = self.school.save(&edits, now, why);
        self.clashes.extend(saved.clashes.iter().cloned());
        for (fault, edits) in &saved.refused {
            self.waiting.extend(edits.iter().cloned());
            // A full disk may be emptied by anybody; a file to mend is looked at when it changes.
            if fault.code == Code::NotWritten {
                self.due = Some(Instant::now() + RETRY);
            }
        }
        Some(saved)
    }

    /// What must survive this window: the edits that wait, and our side of every clash.
    pub fn unwritten(&self) -> Vec<Edit> {
        self.waiting.iter().cloned().chain(self.clashes.iter().map(Clash::as_edit)).collect()
    }

    /// The conflict copies that nobody was asked about yet.
    pub fn new_copies(&mut self) -> Vec<Copy> {
        let copies = self.school.copies();
        copies.into_iter().filter(|copy| self.asked.insert(copy.name.clone())).collect()
    }
}
