//! What the school says that it does, of what programmes aim at, do and rest on.

use serde_json::json;

use super::lines::{LandmarkLine, lines};
use crate::{
    domain::{
        edit::Edit,
        model::{
            catalogue::Entry,
            document::FileId,
            field_kind::Kind,
            plan::{CoverageAnswer, Plan},
        },
    },
    tui::{
        app::App,
        components::picker::Choice,
        dialog::ask as ask_field,
        effect::Effect,
        state::{
            dialog::{Chosen, Dialog},
            field::Field,
        },
    },
    words::id,
};

/// The entry under the cursor, if the school is asked whether it does it.
pub fn at_cursor(app: &App) -> Option<&Entry> {
    match lines(app).get(app.views.landmarks.at)? {
        LandmarkLine::Entry(_, group, entry) => group.covered_by.map(|_| *entry),
        _ => None,
    }
}

/// Asks whether the school does what the entry under the cursor is.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Some((code, text)) = at_cursor(app).map(|entry| (entry.code.clone(), entry.text.clone())) else {
        return Vec::new();
    };
    let choice = |(is_done, id)| Choice::new(Chosen::Covered { code: code.clone(), is_done }, app.words.get(id));
    let choices = [(Some(true), id!("coverage-yes")), (Some(false), id!("coverage-no")), (None, id!("coverage-unsay"))];
    let choices = choices.map(choice).into_iter().collect();
    app.open(Dialog::menu(app.words.say(id!("coverage-question"), &[("what", text.into())]), choices, None))
}

/// Writes the school's answer, then asks why; without an answer, takes back the one that was there.
pub fn answer(app: &mut App, code: &str, is_done: Option<bool>) -> Vec<Effect> {
    let answers = &app.folder.plan.coverage;
    let at = answers.iter().position(|answer| answer.code == code);
    let path = [Plan::COVERAGE];
    let mut effects = match (at, is_done) {
        (None, None) => return Vec::new(),
        (Some(at), None) => return app.remove(&FileId::Plan, &path, &at.to_string()),
        (None, Some(is_done)) => {
            let item = json!({ CoverageAnswer::CODE: code, CoverageAnswer::IS_DONE: is_done });
            app.push(&FileId::Plan, &path, item)
        }
        (Some(at), Some(is_done)) => {
            let field = [Plan::COVERAGE, &at.to_string(), CoverageAnswer::IS_DONE];
            let said = Edit::set(&app.folder, &FileId::Plan, &field, Some(json!(is_done)));
            app.try_edit(said)
        }
    };
    let at = at.unwrap_or(app.folder.plan.coverage.len().saturating_sub(1));
    let reason = Field {
        label: app.words.get(id!("field-couverture-pourquoi")).into_owned(),
        file: FileId::Plan,
        path: [Plan::COVERAGE, &at.to_string(), CoverageAnswer::REASON].map(Into::into).to_vec(),
        kind: Kind::Line,
        heading: None,
    };
    effects.extend(app.open(ask_field::field(app, reason)));
    effects
}
