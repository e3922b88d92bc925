//! Archiving: asked first, undone like anything else.

use serde_json::json;

use crate::{
    domain::{board::Departure, document::FileId, edit::Edit, progress::Progress, when::Day},
    tui::{
        app::App,
        effect::{Effect, Weight},
        overlay::{Consent, Overlay},
        views::Subject,
    },
};

/// Asks before a record is archived: a newcomer leaves, a row is dropped.
pub fn ask(app: &mut App, subject: &Subject) -> Vec<Effect> {
    let (question, name, edit) = match subject {
        Subject::Person(id) => {
            let departure = Departure { date: Day(app.today()), reason: String::new() };
            let edit = Edit::set(&app.folder, &FileId::Board, &["personnes", id, "départ"], Some(json!(departure)));
            ("ask-archive-person", app.person_name(id), edit)
        }
        Subject::Row(id) => {
            let name = app.folder.plan.row(id).map(|row| row.title.clone()).unwrap_or_default();
            let edit =
                Edit::set(&app.folder, &FileId::Plan, &["déploiement", id, "état"], Some(json!(Progress::Dropped)));
            ("ask-archive-row", name, edit)
        }
        Subject::Issue(_) | Subject::Indicator(_) | Subject::Check(_) | Subject::School => return Vec::new(),
    };
    match edit {
        Ok(Some(edit)) => {
            let lines = vec![app.words.say(question, &[("name", name.into())]), app.words.get("ask-undo").into_owned()];
            app.open(Overlay::ask(lines, Consent::Edits(vec![edit], Weight::Ordinary)))
        }
        Ok(None) => Vec::new(),
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
