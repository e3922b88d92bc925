//! Another school: made, or opened in place of this one.

use std::path::Path;

use super::{
    Quit, Shell,
    moment::{new_ids, now},
};
use crate::{
    domain::model::new_school::NewSchool,
    store::{
        app_dirs::{is_school, typed_path},
        founding,
        school::SchoolFolder,
    },
    tui::{effect::Effect, screens},
    words::{fault, id},
};

/// How many schools are remembered.
const MOST: usize = 8;

impl Shell<'_> {
    /// Goes to another school, made for it or not; `Err` when this one is left.
    pub(super) fn go_to_school(&mut self, effect: Effect) -> Result<(), Quit> {
        match effect {
            Effect::Found(place, school) => self.found(&place, &school),
            Effect::OpenSchool(place) => self.open_school(&place),
            other => self.carry_out(other),
        }
    }

    fn found(&mut self, place: &str, school: &NewSchool) -> Result<(), Quit> {
        let path = typed_path(place);
        match founding::found(&path, school, new_ids(), now().date()) {
            Ok(()) => self.leave_for(&path),
            Err(fault) => {
                let why = fault::line(&self.app.words, &fault, self.app.level());
                let effects = screens::founding::refused(&mut self.app, why);
                effects.into_iter().try_for_each(|effect| self.carry_out(effect))
            }
        }
    }

    fn open_school(&mut self, place: &str) -> Result<(), Quit> {
        let path = typed_path(place);
        if is_school(&path) {
            return self.leave_for(&path);
        }
        let text = self.app.words.say(id!("school-not"), &[("place", path.display().to_string().into())]);
        self.app.warn(text);
        Ok(())
    }

    fn leave_for(&mut self, path: &Path) -> Result<(), Quit> {
        match SchoolFolder::open(path) {
            Ok(opened) => self.next = Some(opened),
            Err(fault) => {
                self.app.tell_fault(&fault);
                return Ok(());
            }
        }
        let left = self.carry_out(Effect::Quit);
        // This school is left only once everything of it is written.
        if left.is_ok() {
            self.next = None;
        }
        left
    }

    /// Remembers that this school was opened.
    pub(super) fn remember_school(&mut self) {
        let root = self.root();
        self.places.remember(|settings| {
            settings.recent.retain(|known| *known != root);
            settings.recent.insert(0, root.clone());
            settings.recent.truncate(MOST);
            settings.last_folder = Some(root);
        });
    }
}
