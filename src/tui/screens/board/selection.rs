//! The lines and columns shown on the board, and the position of the cursor.

use std::rc::Rc;

use super::filter;
use crate::{
    domain::{
        board::{column::Column, layout::Window},
        model::board::Newcomer,
    },
    tui::{
        app::App,
        state::dialog::{Destination, Dialog},
    },
};

/// The width below which a window is narrow, in columns.
const NARROW: u16 = 72;

/// The people shown, in order, as indices into the board; cached.
pub fn shown(app: &App) -> Rc<[usize]> {
    app.shown(|| filter::shown(app))
}

/// The person at a line of the board.
pub fn person(app: &App, line: usize) -> Option<&Newcomer> {
    app.folder.board.people.get(*shown(app).get(line)?).map(AsRef::as_ref)
}

/// The person under the cursor.
pub fn here(app: &App) -> Option<&Newcomer> {
    person(app, app.views.board.at.min(shown(app).len().saturating_sub(1)))
}

/// Moves the cursor to a person.
pub fn select(app: &mut App, id: &str) {
    let people = &app.folder.board.people;
    if let Some(at) = shown(app).iter().position(|at| people[*at].id == id) {
        app.views.board.at = at;
    }
}

/// Moves the cursor to a person and, from a cell, to the cell of the field: on the name, letters are commands.
pub fn stand(app: &mut App, id: &str, field: &[String]) {
    select(app, id);
    app.views.board.stood = Some(id.to_owned());
    if app.views.board.column.is_none() {
        return;
    }
    let columns = columns(app);
    let is_of = |column: &Column| {
        let place = column.place().unwrap_or_default();
        !place.is_empty() && field.len() >= place.len() && field.iter().zip(&place).all(|(step, of)| step == of)
    };
    if let Some((column, _)) = columns.iter().find(|(column, _)| is_of(column)) {
        app.views.board.column = Some(column.key().to_owned());
    }
}

/// The columns shown in this window, with their widths; the name comes before them.
pub fn columns(app: &App) -> Vec<(Column, u16)> {
    app.views.board.layout.columns(&app.folder.board, window(app))
}

/// The column layout for this window.
pub fn window(app: &App) -> Window {
    // The width of the window is unknown before the first frame.
    if (1..NARROW).contains(&app.views.width) { Window::Narrow } else { Window::Wide }
}

/// The column under the cursor; `None` on the name.
pub fn column(app: &App) -> Option<Column> {
    let key = app.views.board.column.as_deref()?;
    columns(app).into_iter().map(|(column, _)| column).find(|column| column.key() == key)
}

/// A direction along a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sideways {
    /// To the previous column.
    Left,
    /// To the next column.
    Right,
}

/// Moves one column along the line.
pub fn across(app: &mut App, way: Sideways) {
    let columns = columns(app);
    let at = place(app, &columns);
    let at = match way {
        Sideways::Left => at.saturating_sub(1),
        Sideways::Right => (at + 1).min(columns.len()),
    };
    put(app, &columns, at);
}

/// Moves to the first or the last cell of the line.
pub fn to(app: &mut App, end: Sideways) {
    let columns = columns(app);
    let at = if end == Sideways::Left { 1 } else { columns.len() };
    put(app, &columns, at.min(columns.len()));
}

/// Moves to the next cell: from the end of a line, to the first cell of the next one.
pub fn next(app: &mut App) {
    let columns = columns(app);
    let at = place(app, &columns);
    let began = app.views.board.column.clone();
    app.views.board.series.get_or_insert(began);
    if at < columns.len() {
        put(app, &columns, at + 1);
    } else if app.views.board.at + 1 < shown(app).len() {
        app.views.board.at += 1;
        put(app, &columns, 1);
    }
}

/// Moves to the previous cell: from the start of a line, to the last cell of the previous one.
pub fn previous(app: &mut App) {
    let columns = columns(app);
    let at = place(app, &columns);
    if at > 1 || app.views.board.at == 0 {
        put(app, &columns, at.saturating_sub(1));
    } else {
        app.views.board.at -= 1;
        put(app, &columns, columns.len());
    }
}

/// The position of the cursor along the line: 0 for the name.
pub fn place(app: &App, columns: &[(Column, u16)]) -> usize {
    let key = app.views.board.column.as_deref();
    key.and_then(|key| columns.iter().position(|(column, _)| column.key() == key)).map_or(0, |at| at + 1)
}

fn put(app: &mut App, columns: &[(Column, u16)], at: usize) {
    app.views.board.column =
        at.checked_sub(1).and_then(|at| columns.get(at)).map(|(column, _)| column.key().to_owned());
}

/// Keeps the cursor on the same person when the list changes: filtered, sorted, edited, or changed by another program.
/// While a filter is being typed, a person it hides is remembered.
pub fn follow(app: &mut App, before: &Rc<[usize]>, at: usize) {
    let changed = !Rc::ptr_eq(before, &shown(app));
    if changed
        && app.views.board.at == at
        && let Some(stood) = app.views.board.stood.clone()
    {
        select(app, &stood);
    }
    if !matches!(&app.dialog, Some(Dialog::Text(dialog)) if matches!(dialog.place, Destination::Filter(_))) {
        app.views.board.stood = here(app).map(|person| person.id.clone());
    }
}
