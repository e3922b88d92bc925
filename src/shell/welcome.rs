//! What is said and asked when the app opens.

use std::time::Instant;

use super::Shell;
use crate::{
    domain::{
        board::import::usual,
        edit::{Change, Edit, sameness},
        privacy::audience::Level,
        value::fault::Fault,
    },
    store::{
        app_dirs::Settings,
        cloud::{self, Cloud},
        journal::{TypedText, Unsaved, Unwritten},
    },
    tui::prompt::Prompt,
    words::{edit, id},
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
        self.app.views.board.kept = settings.views.remove(&root).unwrap_or_default();
        self.remember_school();
        // What was interrupted on a projector must not come back showing names.
        self.app.projection.level = level;
        if self.app.folder.draft.is_some() {
            let text = self.app.words.get(id!("draft-resumes")).into_owned();
            self.app.tell(text);
        }
        self.app.history = self.keeping.history(self.saving.school.purged());
        let Unsaved { typed, unwritten, names } = found;
        // What was said of somebody whose id is another's now is offered under the name of the former.
        let away = |path: &[String]| {
            path.iter().position(|step| {
                let now = self.app.folder.board.person(step).map(|person| person.name.as_str());
                names.get(step).is_some_and(|then| now.is_none_or(|now| sameness::is_another_name(then, now)))
            })
        };
        let named = |mut path: Vec<String>| {
            if let Some(at) = away(&path) {
                let name = names[&path[at]].clone();
                path[at] = name;
            }
            path
        };
        let mut asked = Vec::new();
        for TypedText { when, file, path, text } in typed {
            asked.push(Prompt::Typed { when, file, path: named(path), text });
        }
        if let Some(Unwritten { when, edits }) = unwritten {
            let (lost, edits): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(|edit| away(&edit.path).is_some());
            for Edit { file, path, change } in lost {
                if let Change::Set { after: Some(value), .. } = change {
                    let text = edit::whole(&self.app.words, &value);
                    asked.push(Prompt::Typed { when, file, path: named(path), text });
                }
            }
            asked.extend((!edits.is_empty()).then_some(Prompt::Unwritten { when, edits }));
        }
        self.keeping.know(&self.app.folder.board);
        // On a wall it is said, and not shown.
        if self.app.is_projected() && asked.iter().any(|question| matches!(question, Prompt::Typed { .. })) {
            let text = self.app.words.get(id!("found-waits")).into_owned();
            self.app.tell(text);
        }
        asked.into_iter().for_each(|question| self.ask(question));
        if self.saving.school.recall_last_change() {
            self.disk = Some(Instant::now());
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
        self.tell_of_the_cloud();
    }

    /// Says once that a folder is in a cloud, and what must be known of it first.
    fn tell_of_the_cloud(&mut self) {
        let root = self.root();
        let is_told = |settings: &Settings| settings.clouds_told.contains(&root);
        let Some(cloud) =
            cloud::of(&root).filter(|_| self.places.settings().as_ref().is_none_or(|known| !is_told(known)))
        else {
            return;
        };
        let text = match cloud {
            Cloud::OneDrive => self.app.words.get(id!("cloud-onedrive")).into_owned(),
            Cloud::Other(name) => self.app.words.say(id!("cloud-abroad"), &[("cloud", name.into())]),
        };
        self.app.warn(text);
        self.places.remember(|settings| settings.clouds_told.push(root.clone()));
    }

    /// Says whom another file brought back after they were purged.
    pub(super) fn tell_of_the_purged(&mut self) {
        let people = self.app.folder.board.people.iter().map(|person| person.id.as_str());
        if let Some(fault) = self.saving.school.purged_again(people).first() {
            self.app.tell_fault(fault);
        }
    }
}
