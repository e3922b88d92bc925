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
        value::text::fold,
    },
    tui::{
        app::App,
        components::{input::Input, picker::Choice},
        effect::{Effect, SaveKind},
        state::{
            consent::Consent,
            dialog::{Chosen, Destination, Dialog, KindOf},
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

/// Asks for the kind of a new column, unless one has that name. It is added once its kind is known.
pub fn begin(app: &mut App, name: &str) -> Vec<Effect> {
    let all = Column::all(&app.folder.board).into_iter();
    let title = |column: &Column| words::board::column(&app.words, column).into_owned();
    if let Some(there) = all.map(|column| title(&column)).find(|title| fold(title) == fold(name)) {
        app.warn(app.words.say(id!("column-there"), &[("column", there.into())]));
        return Vec::new();
    }
    ask(app, name, &KindOf::New(name.to_owned()), OwnKind::Text)
}

/// Asks for the kind of a column.
pub fn ask_kind(app: &mut App, column: &Column) -> Vec<Effect> {
    let Some(own) = own(app, column) else { return Vec::new() };
    ask(app, own.title(), &KindOf::Column(own.id.clone()), own.kind.unwrap_or(OwnKind::Text))
}

/// Asks for a kind, and says that a wall masks the column.
fn ask(app: &mut App, title: &str, column: &KindOf, now: OwnKind) -> Vec<Effect> {
    let chosen = |kind: OwnKind| Chosen::ColumnKind(column.clone(), kind);
    let label = |kind: OwnKind| app.words.get(words::families::own_kind(kind)).into_owned();
    let choices = OwnKind::ALL.iter().map(|kind| Choice::new(chosen(*kind), label(*kind))).collect();
    let title = app.words.say(id!("column-kind"), &[("column", title.into())]);
    app.open(Dialog::menu(title, choices, Some(&chosen(now))))
}

/// Gives a column its kind.
pub fn set_kind(app: &mut App, id: &str, kind: OwnKind) -> Vec<Effect> {
    let path = [Board::OWN, id, OwnColumn::KIND];
    let edit = Edit::set(&app.folder, &FileId::Board, &path, Some(json!(kind)));
    app.try_edit(edit)
}

/// Asks for the choices of a column.
pub fn ask_choices(app: &mut App, id: &str) -> Vec<Effect> {
    let Some(own) = app.folder.board.own.iter().find(|own| own.id == id) else { return Vec::new() };
    let path = [Board::OWN, id, OwnColumn::CHOICES].map(ToOwned::to_owned).to_vec();
    let label = app.words.say(id!("column-choices"), &[("column", own.title().into())]);
    let input = Input::lines(&own.choices.join("\n"));
    let field = Field { label: label.clone(), file: FileId::Board, path, kind: Kind::Words, heading: None };
    app.open(Dialog::text(label, input, Destination::Field(field)))
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
    // The column is told first: its end is what was asked for.
    let mut gathered = Batch::new(&app.folder);
    let gone = Edit::remove(gathered.folder(), &FileId::Board, &[Board::OWN], id)?;
    gathered.take(gone)?;
    for person in app.folder.board.everyone().filter(|person| person.own.contains_key(id)) {
        // The last value goes with the record that holds it.
        let path = [Board::PEOPLE, person.id.as_str(), Board::OWN, id];
        let path = if person.own.len() == 1 { &path[..3] } else { &path[..] };
        gathered.set_or_clear(&FileId::Board, path, None)?;
    }
    Ok(gathered.into_edits())
}
