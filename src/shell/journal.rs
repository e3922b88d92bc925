//! What is not on disk yet, written down outside the school's folder.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;

use super::autosave::Saving;
use crate::{
    domain::{edit::history::History, model::document::FileId},
    store::journal::{self, Journal, TypedText, Unsaved, Unwritten},
};

/// A text being typed is written down at least this often.
const JOURNAL: Duration = Duration::from_millis(900);

/// The journal of this window, and what it holds.
pub struct Keeping {
    journal: Journal,
    /// What a sitting before this one left, until somebody answers.
    found: Unsaved,
    /// What the journal says now.
    held: Unsaved,
    /// The text being typed, as it was last seen.
    typing: Option<TypedText>,
    due: Option<Instant>,
    /// The gestures that the next sitting will find.
    history: History,
    places: (PathBuf, PathBuf),
}

impl Keeping {
    /// Opens the journal, with what was found in it.
    pub fn open(state: &Path, root: &Path) -> (Self, Unsaved) {
        let (journal, found) = Journal::open(state, root);
        let history = journal::history(state, root);
        let places = (state.to_owned(), root.to_owned());
        let keeping =
            Keeping { journal, held: found.clone(), found: found.clone(), typing: None, due: None, history, places };
        (keeping, found)
    }

    /// The gestures of the sittings before.
    pub fn history(&self) -> History {
        self.history.clone()
    }

    /// Keeps the gestures for the next sitting, when there are new ones. A failure must not stop the work.
    pub fn keep_history(&mut self, history: &History) {
        if *history != self.history && journal::keep_history(&self.places.0, &self.places.1, history).is_ok() {
            self.history = history.clone();
        }
    }

    /// How long until the text being typed must be written down.
    pub fn patience(&self) -> Option<Duration> {
        self.due.map(|due| due.saturating_duration_since(Instant::now()))
    }

    /// Looks at the text being typed, and writes it down when it is due.
    pub fn keep(&mut self, typing: Option<(FileId, Vec<String>, String)>, saving: &Saving, now: NaiveDateTime) {
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
            // A text that found its place is forgotten once the edit that holds it is on disk.
            if ended && saving.is_empty() {
                self.due = Some(Instant::now());
            }
        }
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.hold(saving, now);
        }
    }

    /// Writes down everything that is not on disk, when it is not written down already.
    pub fn hold(&mut self, saving: &Saving, now: NaiveDateTime) {
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
        // A journal that cannot be written must not stop the work.
        if held != self.held && self.journal.write(&held).is_ok() {
            self.held = held;
        }
    }

    /// Forgets a text that was found.
    pub fn forget(&mut self, file: &FileId, path: &[String]) {
        self.found.typed.retain(|typed| typed.file != *file || typed.path != path);
        self.due = Some(Instant::now());
    }

    /// Forgets the edits that were found.
    pub fn forget_unwritten(&mut self) {
        self.found.unwritten = None;
        self.due = Some(Instant::now());
    }
}
