//! What is said and asked when the app opens.

use super::Shell;
use crate::{
    domain::{board::import::usual, privacy::audience::Level, value::fault::Fault},
    store::journal::{TypedText, Unsaved, Unwritten},
    tui::prompt::Prompt,
    words::id,
};

impl Shell<'_> {
    /// Remembers the folder, and asks about the unsaved work of an interrupted session and conflict copies.
    pub(super) fn welcome(&mut self, found: Unsaved, level: Level) {
        let root = self.root();
        let mut settings = self.places.settings().unwrap_or_default();
        self.app.views.heads = settings.heads.into_iter().filter(|(head, _)| !usual::is_vague(head)).collect();
        if let Some(layout) = settings.boards.remove(&root) {
            self.app.views.board.layout = layout;
        }
        self.remember_school();
        if self.app.folder.draft.is_some() {
            // A meeting that was interrupted on a projector must not come back showing names.
            self.app.projection.level = level;
            let text = self.app.words.get(id!("draft-resumes")).into_owned();
            self.app.tell(text);
        }
        if level == Level::Direction {
            self.app.projection.level = level;
        }
        self.app.history = self.keeping.history(&self.saving.school.purged());
        for TypedText { when, file, path, text } in found.typed {
            self.ask(Prompt::Typed { when, file, path, text });
        }
        if let Some(Unwritten { when, edits }) = found.unwritten {
            self.ask(Prompt::Unwritten { when, edits });
        }
        self.look_for_copies();
    }

    /// Says what does not work on this computer or in this folder, the most serious last: it is what stays shown.
    pub(super) fn warn_at_start(&mut self, theme: Option<&Fault>, unreadable: bool) {
        if let Some(fault) = theme {
            self.app.tell_fault(fault);
        }
        if unreadable {
            let text = self.app.words.get(id!("settings-unreadable")).into_owned();
            self.app.tell(text);
        }
        if !self.keeping.protects() {
            let text = self.app.words.get(id!("unprotected")).into_owned();
            self.app.warn(text);
        }
        if let Some(fault) = self.saving.school.register_fault() {
            self.app.tell_fault(&fault);
        }
        self.tell_of_the_purged();
    }

    /// Says whom another file brought back after they were purged.
    pub(super) fn tell_of_the_purged(&mut self) {
        let people = self.app.folder.board.people.iter().map(|person| person.id.as_str());
        if let Some(fault) = self.saving.school.purged_again(people).first() {
            self.app.tell_fault(fault);
        }
    }
}
