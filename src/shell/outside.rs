//! What other programs did to the open school: taken in, followed, forgotten.

use std::{collections::HashSet, time::Instant};

use super::{Shell, journal::SessionJournal, now};
use crate::{
    domain::{
        edit::diff,
        model::{board::Board, document::FileId, meeting::Meeting},
        privacy::forget::NameScrubber,
        value::fault::{Code, Fault},
    },
    store::{outside::DiskChange, read::IN_CLOUD, versions::VersionReason},
    tui::{
        components::input::Input,
        event::{Event, ExternalChange},
        state::dialog::Dialog,
        theme::Role,
        update::unsaved,
    },
    words::id,
};

impl Shell<'_> {
    /// Reads what other programs wrote, and updates the app.
    pub(super) fn look(&mut self) {
        (self.disk, self.looked) = (None, Instant::now());
        self.flush(VersionReason::FirstChange);
        let outside = self.saving.school.refresh(&self.app.folder.broken, now());
        if outside.is_unsettled {
            self.disk = Some(Instant::now());
        }
        self.follow();
        if !self.saving.school.root().is_dir() {
            let text = self.app.words.get(id!("folder-gone")).into_owned();
            self.app.warn(text);
            return;
        }
        if outside.is_purged {
            self.keeping.after_a_purge(&mut self.app.history, self.saving.school.purged());
        }
        if outside.changes.is_empty() {
            return self.look_for_copies();
        }
        // What waits is applied again on what was read anew; on a file that does not read, it waits on.
        let read = outside.changes.iter().filter(|change| matches!(change.now, Ok(Some(_))));
        let read: HashSet<FileId> = read.map(|change| change.file.clone()).collect();
        let news = outside.changes.into_iter().map(|DiskChange { file, now, changes, losses }| ExternalChange {
            file,
            now,
            records: diff::records(&changes),
            losses,
        });
        let news = news.collect();
        let before = outside.is_purged.then(|| self.app.folder.board.clone());
        let _ = self.take(Event::DiskChange(news));
        self.keeping.know(&self.app.folder.board);
        if let Some(before) = before {
            self.forget_the_purged(&before);
        }
        if read.contains(&FileId::Board) {
            self.tell_of_the_purged();
        }
        // Unwritten edits are applied again on top of the others' changes; those that no longer fit are asked about.
        let waiting = self.saving.take_waiting(&read);
        if !waiting.is_empty() {
            let _ = self.take(Event::Again(waiting));
        }
        self.look_for_copies();
    }

    /// Drops what this window still holds of people whom another one purged: edits, and the text being typed.
    fn forget_the_purged(&mut self, before: &Board) {
        let board = self.app.folder.board.clone();
        let gone = before.everyone().map(|person| person.id.clone()).filter(|id| board.person(id).is_none());
        let gone: Vec<String> = gone.collect();
        let others: Vec<String> = self.app.folder.plan.committee.names().map(ToOwned::to_owned).collect();
        let instead = self.app.words.get(id!("nobody")).into_owned();
        let forgotten = NameScrubber::of(&gone, std::slice::from_ref(before), &others, &instead);
        // What is typed about somebody else loses the name, and nothing more.
        if let Some(Dialog::Text(dialog)) = &mut self.app.dialog
            && let (text, 1..) = forgotten.scrub(&dialog.input.text())
        {
            dialog.input = if dialog.input.has_lines() { Input::lines(&text) } else { Input::line(&text) };
            dialog.refusal = Some(self.app.words.get(id!("purged-in-text")).into_owned());
        }
        let of_people = |list: &String| [Board::PEOPLE, Meeting::PEOPLE].contains(&list.as_str());
        let is_gone =
            |path: &[String]| path.windows(2).any(|steps| of_people(&steps[0]) && board.person(&steps[1]).is_none());
        self.saving.forget(is_gone);
        if unsaved::typing(&self.app).is_some_and(|(_, path, _)| is_gone(&path)) {
            self.app.views.given_up.clear();
            // Whoever is typing does not see at once that the field is gone: a page takes the keys until a pause.
            let line = (self.app.words.get(id!("purged-elsewhere")).into_owned(), Role::Alert);
            self.app.dialog = Some(Dialog::page(self.app.words.get(id!("question")), vec![line]));
            self.app.views.unseen = Some(self.app.now);
            self.app.views.last_key = Some(self.app.now);
        }
        self.keeping.hold(&self.saving, now());
        self.keeping.keep(unsaved::typing(&self.app), &self.saving, now());
    }

    /// Whether a file is still in a cloud: nobody tells when it has come.
    pub(super) fn awaits_a_cloud(&self) -> bool {
        let is_there = |fault: &Fault| fault.code == Code::Unreadable && fault.has("cause", IN_CLOUD);
        self.app.faults.iter().any(is_there)
    }

    /// Says where the folder was moved to, if it was, and goes on there.
    pub(super) fn follow(&mut self) {
        let place = self.saving.school.root().display().to_string();
        if place != self.app.setting.place {
            self.keeping = SessionJournal::open(&self.places.state, self.saving.school.root()).0;
            self.keeping.hold(&self.saving, now());
            let root = self.root();
            self.places.remember(|settings| settings.last_folder = Some(root));
            self.tell(|words| words.say(id!("folder-moved"), &[("place", place.as_str().into())]));
            self.app.setting.place = place;
        }
    }
}
