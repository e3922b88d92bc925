//! The school's own columns: their kind, their name, their end.

use serde_json::json;

use crate::{
    domain::{
        board::column::Column,
        edit::{Edit, batch::Batch},
        model::{
            board::Board,
            document::FileId,
            field_kind::Kind,
            own_column::{OwnColumn, OwnKind},
        },
    },
    tui::{
        app::App,
        components::{input::Input, picker::Choice},
        effect::{Effect, SaveKind},
        state::{
            consent::Consent,
            dialog::{Chosen, Destination, Dialog},
            field::Field,
        },
    },
    words::{self, id},
};

/// The column of the school's own that a column is; tells that another one has its name and kind from the format.
fn own(app: &mut App, column: &Column) -> Option<OwnColumn> {
    match column {
        Column::Own(own) => Some(own.clone()),
        other => {
            let name = words::board::column(&app.words, other).into_owned();
            // The list of columns stands over the line that tells.
            app.dialog = None;
            app.tell(app.words.say(id!("column-given"), &[("column", name.into())]));
            None
        }
    }
}

/// Asks for the kind of a column, and says that a wall masks it.
pub fn ask_kind(app: &mut App, column: &Column) -> Vec<Effect> {
    let Some(own) = own(app, column) else { return Vec::new() };
    let choice = |kind: &OwnKind| {
        let label = app.words.get(words::families::own_kind(*kind)).into_owned();
        Choice::new(Chosen::ColumnKind(own.id.clone(), *kind), label)
    };
    let choices = OwnKind::ALL.iter().map(choice).collect();
    let title = app.words.say(id!("column-kind"), &[("column", own.title().into())]);
    let now = Chosen::ColumnKind(own.id.clone(), own.kind.unwrap_or(OwnKind::Text));
    app.open(Dialog::menu(title, choices, Some(&now)))
}

/// Gives a column its kind; one of choices is asked for them.
pub fn set_kind(app: &mut App, id: &str, kind: OwnKind) -> Vec<Effect> {
    let path = [Board::OWN, id, OwnColumn::KIND];
    let edit = Edit::set(&app.folder, &FileId::Board, &path, Some(json!(kind)));
    let mut effects = app.try_edit(edit);
    let column = app.folder.board.own.iter().find(|own| own.id == id);
    if let (OwnKind::Choice, Some(own)) = (kind, column) {
        let path = [Board::OWN, id, OwnColumn::CHOICES].map(ToOwned::to_owned).to_vec();
        let label = app.words.say(id!("column-choices"), &[("column", own.title().into())]);
        let input = Input::lines(&own.choices.join("\n"));
        let field = Field { label: label.clone(), file: FileId::Board, path, kind: Kind::Lines, heading: None };
        effects.extend(app.open(Dialog::text(label, input, Destination::Field(field))));
    }
    effects
}

/// Asks for another name.
pub fn rename(app: &mut App, column: &Column) -> Vec<Effect> {
    let Some(own) = own(app, column) else { return Vec::new() };
    let path = [Board::OWN, &own.id, OwnColumn::NAME].map(ToOwned::to_owned).to_vec();
    let label = app.words.get(id!("column-rename")).into_owned();
    let field = Field { label: label.clone(), file: FileId::Board, path, kind: Kind::Line, heading: None };
    app.open(Dialog::text(label, Input::line(own.title()), Destination::Field(field)))
}

/// Asks whether to delete a column, with what it holds.
pub fn delete(app: &mut App, column: &Column) -> Vec<Effect> {
    let Some(own) = own(app, column) else { return Vec::new() };
    let held = app.folder.board.everyone().filter(|person| person.own.contains_key(&own.id)).count();
    let edits = match edits(app, &own.id) {
        Ok(edits) => edits,
        Err(fault) => {
            app.tell_fault(&fault);
            return Vec::new();
        }
    };
    let values = [("column", own.title().into()), ("n", held.into())];
    let lines = vec![app.words.say(id!("column-delete"), &values)];
    app.open(Dialog::ask(lines, Consent::Edits(edits, SaveKind::Ordinary)))
}

fn edits(app: &App, id: &str) -> Result<Vec<Edit>, crate::domain::value::fault::Fault> {
    let mut gathered = Batch::new(&app.folder);
    for person in app.folder.board.everyone().filter(|person| person.own.contains_key(id)) {
        // The last value goes with the record that holds it.
        let path = [Board::PEOPLE, person.id.as_str(), Board::OWN, id];
        let path = if person.own.len() == 1 { &path[..3] } else { &path[..] };
        gathered.set_or_clear(&FileId::Board, path, None)?;
    }
    let gone = Edit::remove(gathered.folder(), &FileId::Board, &[Board::OWN], id)?;
    gathered.take(gone)?;
    Ok(gathered.into_edits())
}
