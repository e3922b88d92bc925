//! Archiving: confirmed first, and undoable like any other change.

use serde_json::json;

use crate::{
    domain::{
        board::column::{self, Column},
        edit::{Edit, cascade},
        model::{
            board::{Board, Departure, Newcomer},
            document::FileId,
            field_kind::Kind,
            plan::{Plan, Row},
            progress::Progress,
        },
        value::{fault::Fault, when::Day},
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
    words::{self, date, id},
};

/// Asks why a person leaves, where the answer may be read. The default is to give no reason, as most do.
fn ask_reason(app: &mut App, id: &str) -> Vec<Effect> {
    let reasons = match fields::cell(app, id, &Column::Field(column::DEPARTURE_REASON)).map(|field| field.kind) {
        Some(Kind::Used(reasons)) => reasons,
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
    match departed(app, id, &departure) {
        Ok(edits) => {
            let effects = app.edit(edits, SaveKind::Ordinary);
            tell_kept_until(app, id);
            effects
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// The edits of a departure: its day, and until when the record is kept by the school's rule.
fn departed(app: &App, id: &str, departure: &Departure) -> Result<Vec<Edit>, Fault> {
    let path = [Board::PEOPLE, id, Newcomer::DEPARTURE];
    cascade::edits(&app.folder, &FileId::Board, &path, Some(json!(departure)), app.saying())
}

/// Says until when the record of somebody who leaves is kept, or that nothing says it.
fn tell_kept_until(app: &mut App, id: &str) {
    let Some(person) = app.folder.board.person(id) else { return };
    let said = match person.keep_until {
        Some(day) => app.words.say(id!("kept-until"), &[("day", date::long(&app.words, day.0).into())]),
        None => app.words.get(id!("kept-unsaid")).into_owned(),
    };
    app.tell(said);
}

/// Asks for confirmation before archiving a record: a newcomer leaves, a row is dropped.
pub fn ask(app: &mut App, subject: &Subject) -> Vec<Effect> {
    if let Subject::Person(id) = subject
        && !app.is_projected()
    {
        return ask_reason(app, id);
    }
    let (question, name, edits) = match subject {
        Subject::Person(id) => {
            let departure = Departure { date: Day(app.today()), reason: String::new() };
            (id!("ask-archive-person"), app.person_name(id), departed(app, id, &departure))
        }
        Subject::Row(id) => {
            let name = app.folder.plan.row(id).map(|row| row.title.clone()).unwrap_or_default();
            let edit =
                Edit::set(&app.folder, &FileId::Plan, &[Plan::ROWS, id, Row::STATE], Some(json!(Progress::Dropped)));
            (id!("ask-archive-row"), name, edit.map(|edit| edit.into_iter().collect()))
        }
        Subject::Survey(stem) => {
            let name = app.folder.surveys.get(stem).map(|survey| words::survey::title(&app.words, survey));
            let edit = Edit::delete(&app.folder, FileId::Survey(stem.clone())).map(|edit| vec![edit]);
            (id!("ask-archive-survey"), name.unwrap_or_default(), edit)
        }
        Subject::Issue(_) | Subject::Indicator(_) | Subject::Check(_) | Subject::School | Subject::Reference(_) => {
            return Vec::new();
        }
    };
    match edits {
        Ok(edits) if !edits.is_empty() => {
            let lines =
                vec![app.words.say(question, &[("name", name.into())]), app.words.get(id!("ask-undo")).into_owned()];
            app.open(Dialog::ask(lines, Consent::Edits(edits, SaveKind::Ordinary)))
        }
        Ok(_) => Vec::new(),
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
