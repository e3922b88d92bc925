//! The text being typed and its destination: what the journal records, and how it is reopened.

use crate::{
    domain::{
        board::column::Column,
        edit::{Change, Edit},
        model::{
            board::{Board, Newcomer},
            document::FileId,
            field_kind::Kind,
            plan::Plan,
        },
    },
    tui::{
        app::App,
        components::{input::Input, picker::Mode},
        dialog::{ask, fields},
        effect::Effect,
        state::{
            dialog::{Destination, Dialog},
            field::Field,
            new_record::NewRecord,
            opened,
        },
    },
    words::{self, id},
};

/// Marks the path of a text to append to a list, rather than to set in a field.
const ADDED: &str = "+";

/// Reopens a recovered text where it was being typed.
pub fn reopen(app: &mut App, file: FileId, mut path: Vec<String>, text: &str) -> Vec<Effect> {
    // Who had left the board is named, and may be there again.
    if let (FileId::Board, [_, step, ..]) = (&file, path.as_mut_slice())
        && let Some(id) = opened::called(&app.folder.board, step)
    {
        *step = id;
    }
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    if let Some(dialog) = of_person(app, &file, &steps, text) {
        return app.open(dialog);
    }
    let label = steps.iter().rev().map(|step| step.trim_start_matches(ADDED)).find(|step| !step.is_empty());
    let title = label.unwrap_or_default().replace('_', " ");
    // A name that begins a record is asked for as it was.
    let asked = match (&file, steps.as_slice()) {
        (FileId::Board, [Board::PEOPLE, ADDED]) => Some((id!("new-person"), NewRecord::Person)),
        (FileId::Plan, [Plan::ROWS, ADDED]) => Some((id!("new-row"), NewRecord::Row)),
        _ => None,
    };
    if let Some((title, record)) = asked {
        return app.open(Dialog::line(&app.words, title, text, Destination::New(record)));
    }
    let place = match (&file, steps.as_slice()) {
        (FileId::Board, [Board::PEOPLE, person, Newcomer::TRACES, part]) if part.starts_with(ADDED) => {
            let field = part[ADDED.len()..].to_owned();
            Destination::Trace { person: (*person).to_owned(), field, written: None }
        }
        (_, [list @ .., ADDED]) => Destination::Push(file, list.iter().map(|step| (*step).to_owned()).collect()),
        _ => {
            let kind = if app.folder.at(&file, &steps).is_some_and(|value| value.is_array()) {
                Kind::Lines
            } else {
                Kind::Text
            };
            Destination::Field(Field { label: title.clone(), file, path, kind, heading: None })
        }
    };
    app.open(Dialog::text(title, Input::lines(text), place))
}

/// The dialog of a newcomer's field, with a text that was being typed there.
fn of_person(app: &App, file: &FileId, path: &[&str], text: &str) -> Option<Dialog> {
    let (FileId::Board, [Board::PEOPLE, id, place @ ..]) = (file, path) else { return None };
    let column = Column::all(&app.folder.board).into_iter().find(|column| column.place().as_deref() == Some(place))?;
    app.folder.board.person(id)?;
    let mut dialog = ask::field(app, fields::cell(app, id, &column)?);
    let is_list = matches!(dialog, Dialog::Words(_));
    if let Some((title, input, _)) = dialog.asked_mut() {
        *title = format!("{title} · {}", app.person_name(id));
        match is_list {
            true => input.paste(text),
            false => *input = Input::line(text),
        }
    }
    Some(dialog)
}

/// Where a text was going, in words: whose field it is, in which file.
pub fn said_place(app: &App, file: &FileId, path: &[String]) -> String {
    let steps = path.iter().map(|step| step.trim_start_matches(ADDED).to_owned()).filter(|step| !step.is_empty());
    let change = Change::Set { before: None, after: None };
    let edit = Edit { file: file.clone(), path: steps.collect(), change };
    let place = match edit.path.is_empty() {
        true => String::new(),
        false => words::edit::place(&app.words, &app.folder, &edit, app.level()),
    };
    format!("{place} ({})", file.file()).trim_start().to_owned()
}

/// The text being typed, with its document and path.
pub fn typing(app: &App) -> Option<(FileId, Vec<String>, String)> {
    match app.dialog.as_ref()? {
        Dialog::Text(dialog) => {
            let (file, path) = place(&dialog.place)?;
            Some((file, path, dialog.input.text()))
        }
        // A name being typed is a text like any other.
        Dialog::Words(dialog)
            if dialog.picker.mode == Mode::OneOrTyped && !dialog.picker.filter.text().trim().is_empty() =>
        {
            let (field, _) = dialog.place.field()?;
            Some((field.file.clone(), field.path.clone(), dialog.picker.filter.text()))
        }
        Dialog::Words(_)
        | Dialog::Menu(_)
        | Dialog::Question(_)
        | Dialog::Page(_)
        | Dialog::Preview(_)
        | Dialog::Columns { .. }
        | Dialog::Sides(_) => None,
    }
}

/// The document and path of a destination, for the journal; `None` for a text that is not journalled.
pub fn place(place: &Destination) -> Option<(FileId, Vec<String>)> {
    Some(match place {
        Destination::Field(field) | Destination::Cell(field, _) => (field.file.clone(), field.path.clone()),
        Destination::Push(file, path) => (file.clone(), [path.as_slice(), &[ADDED.into()]].concat()),
        Destination::Trace { person, field, written } => {
            let traces = vec![Board::PEOPLE.into(), person.clone(), Newcomer::TRACES.into()];
            let field = match written {
                Some(at) => vec![at.to_string(), field.clone()],
                None => vec![format!("{ADDED}{field}")],
            };
            (FileId::Board, [traces, field].concat())
        }
        Destination::New(NewRecord::Person) => (FileId::Board, vec![Board::PEOPLE.into(), ADDED.into()]),
        Destination::New(NewRecord::Row) => (FileId::Plan, vec![Plan::ROWS.into(), ADDED.into()]),
        Destination::New(
            NewRecord::RowOfIssue(..)
            | NewRecord::Issue
            | NewRecord::Indicator(_)
            | NewRecord::Scale(_)
            | NewRecord::Member
            | NewRecord::Fund
            | NewRecord::Recommendation
            | NewRecord::WelcomeStep
            | NewRecord::Question(_)
            | NewRecord::Term
            | NewRecord::WelcomeTask(_)
            | NewRecord::Column,
        )
        | Destination::Departure(_)
        | Destination::MeetingDay(_)
        | Destination::PairMeeting(_)
        | Destination::ChangesSince
        | Destination::ChangesUntil(_)
        | Destination::StaffFile
        | Destination::SurveyFile
        | Destination::Survey(_)
        | Destination::Founding(_)
        | Destination::School
        | Destination::VersionName
        | Destination::ViewName
        | Destination::PurgedWords(_)
        | Destination::Rectified { .. }
        | Destination::Filter(_) => return None,
    })
}
