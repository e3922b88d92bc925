//! Beginning a new school year from the screens.

use crate::{
    domain::{edit::new_year, model::document::FileId},
    tui::{
        app::App,
        effect::Effect,
        state::{consent::Consent, dialog::Dialog},
    },
    words::{self, id},
};

/// Shows what a new year changes, and asks.
pub fn ask(app: &mut App) -> Vec<Effect> {
    // Half of a school begins no year.
    if [FileId::Plan, FileId::Board].iter().any(|file| app.folder.broken.contains(file)) {
        app.warn(app.words.get(id!("new-year-broken")).into_owned());
        return Vec::new();
    }
    match new_year::prepare(&app.folder) {
        Ok(Some(year)) => {
            let lines = words::new_year::lines(&app.words, &app.folder, &year, |id| app.person_name(id));
            app.open(Dialog::ask(lines, Consent::NewYear(year.edits, year.from)))
        }
        Ok(None) => {
            app.warn(app.words.get(id!("new-year-unknown")).into_owned());
            Vec::new()
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
