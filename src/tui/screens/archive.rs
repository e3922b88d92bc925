//! Archiving: confirmed first, and undoable like any other change.

use serde_json::json;

use crate::{
    domain::{
        board::column::{self, Column},
        edit::Edit,
        model::{
            board::{Board, Departure, Newcomer},
            document::FileId,
            field_kind::Kind,
            plan::{Plan, Row},
            progress::Progress,
        },
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::{Choice, Mode, Picker},
        dialog::fields,
        effect::{Effect, SaveKind},
        state::{
            Subject,
            consent::Consent,
            dialog::{Destination, Dialog},
        },
    },
    words::{self, id},
};

/// Asks why a person leaves, where the answer may be read. The default is to give no reason, as most do.
fn ask_reason(app: &mut App, id: &str) -> Vec<Effect> {
    let reasons = match fields::cell(app, id, &Column::Field(column::DEPARTURE_REASON)).map(|field| field.kind) {
        Some(Kind::Name(reasons)) => reasons,
        _ => Vec::new(),
    };
    let unsaid = Choice::new(String::new(), app.words.get(id!("departure-unsaid")));
    let choices = std::iter::once(unsaid).chain(reasons.into_iter().map(Choice::plain)).collect();
    let title = app.words.say(id!("ask-departure"), &[("name", app.person_name(id).into())]);
    let picker = Picker::new(choices, "", Mode::OneOrTyped);
    app.open(Dialog::words(title, picker, Destination::Departure(id.to_owned())))
}

/// Records that a person leaves today, for this reason.
pub fn leave(app: &mut App, id: &str, reason: &str) -> Vec<Effect> {
    let departure = Departure { date: Day(app.today()), reason: reason.to_owned() };
    let edit =
        Edit::set(&app.folder, &FileId::Board, &[Board::PEOPLE, id, Newcomer::DEPARTURE], Some(json!(departure)));
    app.try_edit(edit)
}

/// Asks for confirmation before archiving a record: a newcomer leaves, a row is dropped.
pub fn ask(app: &mut App, subject: &Subject) -> Vec<Effect> {
    if let Subject::Person(id) = subject
        && !app.is_projected()
    {
        return ask_reason(app, id);
    }
    let (question, name, edit) = match subject {
        Subject::Person(id) => {
            let departure = Departure { date: Day(app.today()), reason: String::new() };
            let edit = Edit::set(
                &app.folder,
                &FileId::Board,
                &[Board::PEOPLE, id, Newcomer::DEPARTURE],
                Some(json!(departure)),
            );
            (id!("ask-archive-person"), app.person_name(id), edit)
        }
        Subject::Row(id) => {
            let name = app.folder.plan.row(id).map(|row| row.title.clone()).unwrap_or_default();
            let edit =
                Edit::set(&app.folder, &FileId::Plan, &[Plan::ROWS, id, Row::STATE], Some(json!(Progress::Dropped)));
            (id!("ask-archive-row"), name, edit)
        }
        Subject::Survey(stem) => {
            let name = app.folder.surveys.get(stem).map(|survey| words::survey::title(&app.words, survey));
            let edit = Edit::delete(&app.folder, FileId::Survey(stem.clone())).map(Some);
            (id!("ask-archive-survey"), name.unwrap_or_default(), edit)
        }
        Subject::Issue(_) | Subject::Indicator(_) | Subject::Check(_) | Subject::School | Subject::Reference(_) => {
            return Vec::new();
        }
    };
    match edit {
        Ok(Some(edit)) => {
            let lines =
                vec![app.words.say(question, &[("name", name.into())]), app.words.get(id!("ask-undo")).into_owned()];
            app.open(Dialog::ask(lines, Consent::Edits(vec![edit], SaveKind::Ordinary)))
        }
        Ok(None) => Vec::new(),
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
