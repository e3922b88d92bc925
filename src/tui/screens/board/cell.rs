//! A cell of the board: moving to it, editing it in place, clearing, copying, filling the marked people.

use serde_json::Value;

use super::{
    block::{self, Cells},
    filter,
    selection::{Sideways, across, column, columns, here, next, person, previous, select, shown},
};
use crate::{
    domain::{
        board::column::{self, Column},
        edit::{Edit, batch::Batch, cascade},
        model::board::Newcomer,
        value::fault::Fault,
    },
    tui::{
        app::App,
        components::{
            input::Input,
            picker::{Completion, Mode},
        },
        dialog::{ask, fields},
        effect::{CopiedCells, Effect, SaveKind},
        event::{Key, KeyName},
        screens::trace,
        state::{
            CellEntry,
            consent::Consent,
            dialog::{Destination, Dialog, TextDialog},
            field::Field,
        },
    },
    words::{self, id},
};

/// The people an action applies to: those marked and shown, or the one under the cursor.
fn people(app: &App) -> Vec<String> {
    let shown = shown(app);
    let ids = shown.iter().map(|at| &app.folder.board.people[*at].id);
    let marked: Vec<String> = ids.filter(|id| app.views.board.marked.contains(*id)).cloned().collect();
    if marked.is_empty() { here(app).map(|person| person.id.clone()).into_iter().collect() } else { marked }
}

/// Toggles the mark of a person.
pub fn mark(app: &mut App, id: String) {
    let marked = &mut app.views.board.marked;
    if !marked.remove(&id) {
        marked.insert(id);
    }
}

/// The field under the cursor, if it can be edited and read here; otherwise tells why not.
fn field(app: &mut App) -> Option<Field> {
    let column = column(app)?;
    let id = here(app)?.id.clone();
    if filter::is_hidden(app, &id, &column) {
        app.warn_hidden();
        return None;
    }
    let field = fields::cell(app, &id, &column);
    if field.is_none() {
        let name = words::board::column(&app.words, &column).into_owned();
        app.tell(app.words.say(id!("column-follows"), &[("column", name.into())]));
    }
    field
}

/// Edits the cell in place. A cell computed from the traces starts a new trace.
pub fn edit(app: &mut App) -> Vec<Effect> {
    app.views.board.entry = CellEntry::Opened;
    if column(app) == Some(Column::Left) {
        let taken = words::board::column(&app.words, &Column::Field(column::DAYS_TAKEN)).into_owned();
        app.tell(app.words.say(id!("left-follows"), &[("column", taken.into())]));
        return Vec::new();
    }
    if matches!(column(app), Some(Column::LastTrace | Column::Traces)) {
        let id = here(app).map(|person| person.id.clone()).unwrap_or_default();
        return trace::begin(app, &id);
    }
    let Some(field) = field(app) else { return Vec::new() };
    let people = people(app);
    let place = Destination::Cell(field.clone(), people);
    let mut dialog = ask::field(app, field);
    if let Some(destination) = dialog.destination_mut() {
        *destination = place;
    }
    app.open(dialog)
}

/// Opens the cell with the cursor in its text, where it holds one.
pub fn correct(app: &mut App) -> Vec<Effect> {
    let effects = edit(app);
    if let Some(Dialog::Words(words)) = &mut app.dialog
        && words.picker.mode == Mode::OneOrTyped
        && let Some(said) = words.picker.here().filter(|choice| !choice.value.is_empty()).map(|choice| &choice.label)
    {
        words.picker.filter = Input::line(said);
        (words.picker.at, words.picker.completion) = (0, Completion::Never);
    }
    effects
}

/// Opens the cell to replace its value with what is typed or pasted.
pub fn replace(app: &mut App) -> Vec<Effect> {
    // Where a block is chosen, what is typed goes into its first cell.
    if let Some(cells) = block::cells(app).filter(|cells| cells.count() > 1) {
        block::stand_at_first(app, &cells);
        if app.views.board.column.is_none() {
            across(app, Sideways::Right);
        }
    }
    let effects = edit(app);
    app.views.board.entry = CellEntry::Typed;
    if let Some(Dialog::Text(TextDialog { input, place: Destination::Cell(..), .. })) = &mut app.dialog {
        input.clear();
    }
    effects
}

/// Whether a key keeps the value of the cell being edited: an arrow keeps a value that was begun by typing; in a closed list
/// where there is something to choose, up and down choose a word.
pub fn keeps(app: &App, key: Key) -> bool {
    let is_typed = app.views.board.entry == CellEntry::Typed && !key.ctrl && !key.shift;
    let sideways = matches!(key.code, KeyName::Left | KeyName::Right);
    let is_vertical = matches!(key.code, KeyName::Up | KeyName::Down);
    match &app.dialog {
        Some(Dialog::Text(_)) => is_typed && (sideways || is_vertical),
        Some(Dialog::Words(words)) => is_typed && (sideways || is_vertical && words.picker.is_settled()),
        _ => false,
    }
}

/// The people on the lines around the cursor, as they stand before a value is saved, which may move the line or hide it.
pub struct Around {
    above: Option<String>,
    below: Option<String>,
}

impl Around {
    /// Around the cursor.
    pub fn cursor(app: &App) -> Self {
        let at = |line: usize| person(app, line).map(|person| person.id.clone());
        let here = app.views.board.at;
        Around { above: here.checked_sub(1).and_then(at), below: at(here + 1) }
    }
}

/// Moves on once a cell is saved: down with Enter, up with Shift, along the line with Tab, as the arrow says. After a series
/// of Tab, Enter goes down below the cell where it began.
pub fn go_on(app: &mut App, key: Key, around: Around) {
    let to = match key.code {
        KeyName::Enter | KeyName::Down => around.below,
        KeyName::NewLine | KeyName::Up => around.above,
        _ => None,
    };
    if matches!(key.code, KeyName::Enter | KeyName::NewLine)
        && let Some(began) = app.views.board.series.take()
    {
        app.views.board.column = began;
    }
    match key.code {
        KeyName::Tab => next(app),
        KeyName::BackTab => previous(app),
        KeyName::Left => across(app, Sideways::Left),
        KeyName::Right => across(app, Sideways::Right),
        _ => {}
    }
    if let Some(to) = to {
        select(app, &to);
        app.views.board.stood = Some(to);
    }
}

/// Cuts the cell.
pub fn cut_here(app: &mut App) -> Vec<Effect> {
    let copied = copied(app);
    cut(app, copied, clear)
}

/// Copies cells, then clears them; where they cannot be cleared, they were only copied.
pub fn cut(app: &mut App, mut copied: CopiedCells, clear: impl FnOnce(&mut App) -> Vec<Effect>) -> Vec<Effect> {
    let effects = clear(app);
    copied.is_cut = !effects.is_empty();
    std::iter::once(Effect::CopyCells(copied)).chain(effects).collect()
}

/// Sets a field of these people, as one undo step.
fn set(app: &mut App, field: &Field, people: &[String], value: Option<&Value>) -> Vec<Effect> {
    match edits(app, field, people, value) {
        Ok(edits) => {
            // The marks have served their purpose.
            app.views.board.marked.clear();
            app.edit(edits, SaveKind::Ordinary)
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// The edits that set a field of these people.
///
/// # Errors
/// If the format refuses the value, or if a person is no longer on the board.
pub fn edits(app: &App, field: &Field, people: &[String], value: Option<&Value>) -> Result<Vec<Edit>, Fault> {
    let mut gathered = Batch::new(&app.folder);
    let saying = app.saying().again();
    for id in people {
        let mut path: Vec<&str> = field.path.iter().map(String::as_str).collect();
        path[1] = id;
        cascade::set(&mut gathered, &field.file, &path, value.cloned(), saying)?;
    }
    Ok(gathered.into_edits())
}

/// Clears the cell.
pub fn clear(app: &mut App) -> Vec<Effect> {
    let Some(field) = field(app) else { return Vec::new() };
    let people = people(app);
    let is_here = here(app).is_some_and(|person| people.contains(&person.id));
    // Marks may be far from where one stands.
    if !is_here && let Ok(edits) = edits(app, &field, &people, None) {
        let names: Vec<String> = people.iter().map(|id| app.person_name(id)).collect();
        let line = app.words.say(id!("clear-marked"), &[("who", names.join(", ").into())]);
        return app.open(Dialog::ask(vec![line], Consent::Edits(edits, SaveKind::Ordinary)));
    }
    set(app, &field, &people, None)
}

/// Copies the value of the cell to every marked person, or that of the cell above into this one.
pub fn fill_down(app: &mut App) -> Vec<Effect> {
    let Some(field) = field(app) else { return Vec::new() };
    let people = people(app);
    let above = || person(app, app.views.board.at.checked_sub(1)?).map(|person| person.id.clone());
    // The first marked person is the source for the others.
    let from = if people.len() > 1 { people.first().cloned() } else { above() };
    let Some(from) = from else {
        app.tell(app.words.get(id!("nothing-above")).into_owned());
        return Vec::new();
    };
    let column = column(app);
    if column.is_some_and(|column| filter::is_hidden(app, &from, &column)) {
        app.warn_hidden();
        return Vec::new();
    }
    let mut path = field.path.clone();
    path[1] = from;
    let value = app.folder.at(&field.file, &path);
    set(app, &field, &people, value.as_ref())
}

/// What a copy takes, as it is shown: the cell, the line of the person, or the lines of the marked people with the headings.
pub fn copied(app: &App) -> CopiedCells {
    let name = Column::Field(Newcomer::NAME);
    let columns = match column(app) {
        Some(column) => vec![column],
        None => std::iter::once(name).chain(columns(app).into_iter().map(|(column, _)| column)).collect(),
    };
    let has_heads = columns.len() > 1;
    let cells = Cells { people: people(app), columns };
    let has_heads = has_heads && cells.people.len() > 1;
    block::copy(app, &cells, has_heads)
}
