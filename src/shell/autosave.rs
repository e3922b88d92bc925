//! Autosave: edits are queued, written together, and kept in the queue while they cannot be written.

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;

use crate::{
    domain::{
        edit::{Edit, merge::Clash},
        model::document::FileId,
        value::fault::Code,
    },
    store::{
        save::Saved,
        school::{Patience, SchoolFolder},
        sync_copies::Copy,
        versions::VersionReason,
    },
};

/// Edits in quick succession are written together: sync clients make copies of files that change too fast.
const GATHERING: Duration = Duration::from_millis(400);

/// What is said in a meeting after a quiet moment is written almost at once: a wall follows it.
const MEETING: Duration = Duration::from_millis(15);

/// The delay before edits that could not be written are retried.
const RETRY: Duration = Duration::from_secs(1);

/// The school folder, and the edits in memory that are not on disk yet.
pub struct Autosave {
    pub school: SchoolFolder,
    waiting: Vec<Edit>,
    /// Edits that their files do not take; they are tried again when a file changes.
    aside: Vec<Edit>,
    /// The files that were set read-only when edits were set aside.
    locked: HashSet<String>,
    due: Option<Instant>,
    /// When edits were last written.
    written: Option<Instant>,
    /// Fields that another program changed too, until the user chooses.
    pub clashes: Vec<Clash>,
    /// The conflict copies that the user was asked about.
    asked: HashSet<String>,
}

impl Autosave {
    pub fn new(mut school: SchoolFolder, most: Option<usize>) -> Self {
        school.keep_at_most(most);
        school.be_patient(Patience::Refuses);
        Autosave {
            school,
            waiting: Vec::new(),
            aside: Vec::new(),
            locked: HashSet::new(),
            due: None,
            written: None,
            clashes: Vec::new(),
            asked: HashSet::new(),
        }
    }

    /// Queues edits.
    pub fn wait(&mut self, edits: Vec<Edit>) {
        let now = Instant::now();
        let is_meeting = edits.iter().all(|edit| edit.file == FileId::Draft);
        let due = match self.written.map(|written| written + GATHERING) {
            Some(quiet) if is_meeting => quiet.max(now + MEETING),
            None if is_meeting => now + MEETING,
            _ => now + GATHERING,
        };
        self.waiting.extend(edits);
        self.due = Some(self.due.map_or(due, |other| other.min(due)));
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
        self.waiting.is_empty() && self.aside.is_empty()
    }

    /// Takes the edits of these files that are not on disk; the others wait on.
    pub fn take_waiting(&mut self, files: &HashSet<FileId>) -> Vec<Edit> {
        let mut edits = std::mem::take(&mut self.aside);
        edits.append(&mut self.waiting);
        let (taken, left): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(|edit| files.contains(&edit.file));
        self.due = (!left.is_empty()).then(|| Instant::now() + RETRY);
        self.waiting = left;
        taken
    }

    /// Writes the queued edits; `None` if there are none. Edits that cannot be written are kept: they stay in the queue
    /// if their file cannot be written now, and are set aside if it does not take them.
    pub fn write(&mut self, why: VersionReason, now: NaiveDateTime) -> Option<Saved> {
        self.due = None;
        let freed: Vec<String> = self.locked.iter().filter(|file| !self.school.is_read_only(file)).cloned().collect();
        freed.iter().for_each(|file| self.try_again(file));
        let mut edits = std::mem::take(&mut self.waiting);
        if why == VersionReason::Rewriting {
            edits.append(&mut self.aside);
        }
        if edits.is_empty() {
            return None;
        }
        let mut saved = self.school.save(&edits, now, why);
        self.written = Some(Instant::now());
        self.clashes.extend(saved.clashes.iter().cloned());
        for (fault, edits) in &saved.refused {
            // Anybody may free space on a full disk, or mend a file.
            let is_stuck = edits.first().is_some_and(|edit| saved.stuck.contains(&edit.file));
            if is_stuck && fault.code != Code::ReadOnly {
                self.waiting.extend(edits.iter().cloned());
                self.due = Some(Instant::now() + RETRY);
            } else {
                self.aside.extend(edits.iter().cloned());
                self.locked.extend((fault.code == Code::ReadOnly).then(|| fault.place.file.clone()));
            }
        }
        // What is set aside stays on the screen, where it was typed.
        for (file, document) in &mut saved.documents {
            for edit in self.aside.iter().filter(|edit| edit.file == *file) {
                if let Ok(after) = edit.apply(document.as_ref()) {
                    *document = after;
                }
            }
        }
        Some(saved)
    }

    /// Tries the edits of a file again that it did not take.
    pub fn try_again(&mut self, file: &str) {
        let (again, aside): (Vec<Edit>, Vec<Edit>) =
            std::mem::take(&mut self.aside).into_iter().partition(|edit| edit.file.file() == file);
        self.aside = aside;
        self.locked.remove(file);
        self.waiting.splice(0..0, again);
    }

    /// Drops what was meant for people who were purged.
    pub fn forget(&mut self, is_gone: impl Fn(&[String]) -> bool) {
        self.waiting.retain(|edit| !is_gone(&edit.path));
        self.aside.retain(|edit| !is_gone(&edit.path));
        self.clashes.retain(|clash| !is_gone(&clash.path));
    }

    /// What must outlive this window: the queued edits, and our side of every clash.
    pub fn unwritten(&self) -> Vec<Edit> {
        self.aside.iter().chain(&self.waiting).cloned().chain(self.clashes.iter().map(Clash::as_edit)).collect()
    }

    /// The conflict copies that the user was not asked about yet.
    pub fn new_copies(&mut self) -> Vec<Copy> {
        let copies = self.school.copies();
        copies.into_iter().filter(|copy| self.asked.insert(copy.name.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::{
        domain::model::{board::Board, document::FileId},
        store::shipped,
    };

    #[test]
    fn an_edit_that_a_file_does_not_take_is_set_aside_and_the_others_are_written() {
        let home = tempfile::tempdir().expect("a folder");
        shipped::copy_demo(home.path()).expect("copied");
        let board = home.path().join("suivi.yaml");
        let text = std::fs::read_to_string(&board).expect("a text");
        let anchored =
            text.replacen("    nom: Maïka Bouchard\n", "    nom: &qui Maïka Bouchard\n    objectif: *qui\n", 1);
        assert_ne!(anchored, text);
        std::fs::write(&board, anchored).expect("written");
        let (school, folder, _) = SchoolFolder::open(home.path()).expect("opens");
        let set = |person: &str, field: &str, text: &str| {
            let path = [Board::PEOPLE, person, field];
            Edit::set(&folder, &FileId::Board, &path, Some(text.into())).expect("fits").expect("a change")
        };
        let (bad, good) = (set("n03", "nom", "Un autre."), set("n02", "objectif", "Le bon.\u{fffe}\u{7}"));
        let now = NaiveDate::from_ymd_opt(2026, 11, 26).and_then(|day| day.and_hms_opt(8, 0, 0)).expect("a moment");
        let mut saving = Autosave::new(school, None);
        saving.wait(vec![bad.clone(), good]);
        let saved = saving.write(VersionReason::FirstChange, now).expect("tried");
        assert_eq!(saved.refused.len(), 1, "{:?}", saved.refused);
        assert!(std::fs::read_to_string(&board).expect("a text").contains("objectif: Le bon.\n"));
        let (_, document) = saved.documents.first().expect("the board");
        let shown = document.as_ref().map(|board| board.to_value()).expect("there");
        assert!(shown.to_string().contains("Un autre."), "what is set aside stays on the screen");
        assert_eq!(saving.unwritten(), [bad], "and in the journal");
        assert!(saving.write(VersionReason::FirstChange, now).is_none(), "it is said once");
        assert!(!saving.is_empty(), "leaving asks");
        let saved = saving.write(VersionReason::Rewriting, now).expect("tried");
        assert!(saved.refused.is_empty(), "{:?}", saved.refused);
        assert!(std::fs::read_to_string(&board).expect("a text").contains("Un autre.") && saving.is_empty());
    }
}
