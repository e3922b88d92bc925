//! The journal of what is not on disk yet, kept outside the school folder.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;

use super::autosave::Autosave;
use crate::{
    domain::{
        edit::history::History,
        model::{board::Board, document::FileId},
    },
    store::journal::{self, Journal, TypedText, Unsaved, Unwritten},
};

/// The text being typed is written to the journal at least this often.
const JOURNAL: Duration = Duration::from_millis(900);

/// The journal of this window, and what it holds.
pub struct SessionJournal {
    journal: Journal,
    /// What an earlier session left, until the user decides.
    found: Unsaved,
    /// The current content of the journal.
    held: Unsaved,
    /// The text being typed, as last seen.
    typing: Option<TypedText>,
    due: Option<Instant>,
    /// The names of the people on the board, by id.
    names: BTreeMap<String, String>,
    /// The undo history last written for the next session.
    history: History,
    places: (PathBuf, PathBuf),
}

impl SessionJournal {
    /// Opens the journal, and returns what it contained.
    pub fn open(state: &Path, root: &Path) -> (Self, Unsaved) {
        let (journal, found) = Journal::open(state, root);
        let history = journal::history(state, root);
        let places = (state.to_owned(), root.to_owned());
        let keeping = SessionJournal {
            journal,
            held: found.clone(),
            found: found.clone(),
            typing: None,
            due: None,
            names: BTreeMap::new(),
            history,
            places,
        };
        (keeping, found)
    }

    /// Whether the text being typed is protected from a crash.
    pub fn protects(&self) -> bool {
        self.journal.protects()
    }

    /// The undo history left by earlier sessions, without what it says of people who were purged since, on another computer.
    pub fn history(&self, purged: &BTreeSet<String>) -> History {
        let mut history = self.history.clone();
        history.forget(|edit| journal::is_about_ids(edit, purged));
        history
    }

    /// Writes the undo history for the next session if it has changed. A failure must not stop the work.
    pub fn keep_history(&mut self, history: &History) {
        if *history != self.history && journal::keep_history(&self.places.0, &self.places.1, history).is_ok() {
            self.history = history.clone();
        }
    }

    /// Forgets whatever a purge in another window or command took out of the journal and the undo history. Of the gestures
    /// of this window, those that are left stay.
    pub fn after_a_purge(&mut self, gestures: &mut History, purged: &BTreeSet<String>) {
        let left = self.journal.left();
        self.found.typed.retain(|typed| left.typed.contains(typed));
        self.found.unwritten = self.found.unwritten.take().and(left.unwritten);
        self.history = journal::history(&self.places.0, &self.places.1);
        gestures.keep_what_is_in(&self.history);
        gestures.forget(|edit| journal::is_about_ids(edit, purged));
    }

    /// Learns who is on the board.
    pub fn know(&mut self, board: &Board) {
        self.names = board.people.iter().map(|person| (person.id.clone(), person.name.clone())).collect();
    }

    /// Time until the text being typed must be written to the journal, if there is any.
    pub fn next_deadline(&self) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    /// Takes note of the text being typed, and writes the journal when it is due.
    pub fn keep(&mut self, typing: Option<(FileId, Vec<String>, String)>, saving: &Autosave, now: NaiveDateTime) {
        let typing = typing.filter(|(.., text)| !text.trim().is_empty());
        let same = match (&self.typing, &typing) {
            (Some(old), Some((file, path, text))) => old.file == *file && old.path == *path && old.text == *text,
            (None, None) => true,
            _ => false,
        };
        if !same {
            let ended = typing.is_none();
            self.typing = typing.map(|(file, path, text)| TypedText { when: now, file, path, text });
            self.due = self.due.or(Some(Instant::now() + JOURNAL));
            // A text that has reached its field is forgotten once the edit that holds it is on disk.
            if ended && saving.is_empty() {
                self.due = Some(Instant::now());
            }
        }
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.hold(saving, now);
        }
    }

    /// Writes everything that is not on disk to the journal, if the journal does not have it already.
    pub fn hold(&mut self, saving: &Autosave, now: NaiveDateTime) {
        self.due = None;
        let mut held = self.found.clone();
        if let Some(typing) = &self.typing {
            held.put(typing.clone());
        }
        let edits = saving.unwritten();
        if !edits.is_empty() {
            let mut all = held.unwritten.take().unwrap_or(Unwritten { when: now, edits: Vec::new() });
            all.edits.extend(edits);
            held.unwritten = Some(all);
        }
        // Whoever was named first is the one: the id may be another's by now.
        held.names.extend(self.held.names.clone());
        held.name(&self.names);
        // A failure to write the journal must not stop the work.
        if held != self.held && self.journal.write(&held).is_ok() {
            self.held = held;
        }
    }

    /// Keeps a text that could not be saved, to offer it at the next start.
    pub fn hold_typed(&mut self, typed: TypedText) {
        self.found.put(typed);
        self.due = Some(Instant::now());
    }

    /// Forgets a text that an earlier session left.
    pub fn forget(&mut self, file: &FileId, path: &[String]) {
        self.found.typed.retain(|typed| typed.file != *file || typed.path != path);
        self.due = Some(Instant::now());
    }

    /// Forgets the edits that an earlier session left.
    pub fn forget_unwritten(&mut self) {
        self.found.unwritten = None;
        self.due = Some(Instant::now());
    }
}
