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
