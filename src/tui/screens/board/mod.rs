//! Screen 3: how are they, and what do they need? One line per person, whatever their job, and a cell per value.

pub mod block;
pub mod cell;
pub mod columns;
pub mod counting;
pub mod filter;
pub mod own;
mod paste;
pub mod selection;
mod table;
pub mod views;

pub use paste::{Pasted, paste};
pub use selection::{follow, here, select, shown, stand};

pub use table::{draw, read};

use super::cursor;
use crate::{
    domain::{board::column::Column, model::board::Newcomer},
    tui::{
        action::Action,
        app::App,
        dialog::{ask, fields},
        effect::Effect,
        state::{
            PeopleShown, Subject,
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
    },
    words::id,
};

/// The actions for the hint bar, most useful first; in a cell, those that apply to it.
pub fn hints(app: &App) -> Vec<Action> {
    if app.folder.board.people.is_empty() {
        return vec![Action::New, Action::Import];
    }
    match app.views.board.column {
        Some(_) => vec![
            Action::Open,
            Action::NextPane,
            Action::Tick,
            Action::FillDown,
            Action::Sort,
            Action::Count,
            Action::Copy,
            Action::Back,
        ],
        None => vec![
            Action::Open,
            Action::Right,
            Action::New,
            Action::Trace,
            Action::Filter,
            Action::Sort,
            Action::Count,
            Action::Columns,
            Action::Views,
            Action::Departed,
            Action::Archive,
        ],
    }
}

/// Handles a click on a cell: moves to it, or opens it if the cursor is already there.
pub fn click(app: &mut App, line: usize, key: Option<String>) -> Vec<Effect> {
    let view = &mut app.views.board;
    if (view.at, &view.column) == (line, &key) {
        return act(app, Action::Open);
    }
    (view.at, view.column, view.block) = (line, key, None);
    Vec::new()
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let length = shown(app).len();
    if !matches!(action, Action::NextPane | Action::PreviousPane | Action::Open | Action::Edit) {
        app.views.board.series = None;
    }
    match action {
        Action::ExtendUp | Action::ExtendDown | Action::ExtendLeft | Action::ExtendRight => {
            block::extend(app, block::plain(action), length);
            return Vec::new();
        }
        Action::SelectAll => {
            block::choose_all(app);
            return Vec::new();
        }
        Action::SelectColumn => {
            let column = app.views.board.column.clone();
            block::choose_column(app, column);
            return Vec::new();
        }
        // What is done to a block leaves it chosen.
        Action::Copy | Action::Cut | Action::Clear | Action::FillDown | Action::FillRight | Action::Archive => {
            if let Some(cells) = block::cells(app).filter(|cells| cells.count() > 1) {
                return of_block(app, action, &cells);
            }
        }
        Action::Back if app.views.board.block.take().is_some() => return Vec::new(),
        Action::Undo | Action::Redo => {}
        _ => app.views.board.block = None,
    }
    match action {
        Action::Right | Action::Next => selection::across(app, selection::Sideways::Right),
        Action::Left | Action::Previous => selection::across(app, selection::Sideways::Left),
        Action::LineStart => selection::to(app, selection::Sideways::Left),
        Action::LineEnd => selection::to(app, selection::Sideways::Right),
        Action::NextPane => selection::next(app),
        Action::PreviousPane => selection::previous(app),
        _ if cursor::moves(app, action, length) => {}
        _ => return other(app, action, length),
    }
    Vec::new()
}

/// Handles an action on a block of cells.
fn of_block(app: &mut App, action: Action, cells: &block::Cells) -> Vec<Effect> {
    let copied = block::copy(app, cells, block::is_whole(app, cells));
    match action {
        Action::Copy => vec![Effect::CopyCells(copied)],
        Action::Cut => cell::cut(app, copied, |app| block::clear(app, cells)),
        Action::FillDown => block::fill_down(app, cells),
        Action::FillRight => block::fill_right(app, cells),
        // The key that archives a person clears cells where several are chosen.
        _ => block::clear(app, cells),
    }
}

/// Handles an action that does not move the cursor, on a board of `length` people.
fn other(app: &mut App, action: Action, length: usize) -> Vec<Effect> {
    let in_cell = app.views.board.column.is_some();
    let here = here(app).map(|person| person.id.clone());
    match (action, here) {
        (Action::Open, Some(_)) if in_cell => cell::edit(app),
        (Action::Edit, Some(_)) if in_cell => cell::correct(app),
        (Action::Edit, Some(id)) => {
            let field = fields::cell(app, &id, &Column::Field(Newcomer::NAME)).filter(|_| !app.is_projected());
            field.map_or_else(Vec::new, |field| app.open(ask::field(app, field)))
        }
        (Action::Cut, Some(_)) => cell::cut_here(app),
        (Action::Open, Some(id)) => app.open_sheet(Subject::Person(id)),
        (Action::Clear, Some(_)) => cell::clear(app),
        (Action::FillDown, Some(_)) => cell::fill_down(app),
        (Action::Copy, Some(_)) => vec![Effect::CopyCells(cell::copied(app))],
        (Action::Tick, Some(id)) => {
            cell::mark(app, id);
            cursor::moves(app, Action::Down, length);
            Vec::new()
        }
        (Action::Archive, Some(id)) => super::archive::ask(app, &Subject::Person(id)),
        (Action::Purge, Some(id)) => vec![Effect::AskPurge(vec![id], None)],
        (Action::New, _) => {
            app.open(Dialog::line(&app.words, id!("new-person"), "", Destination::New(NewRecord::Person)))
        }
        (Action::Trace, Some(id)) => {
            app.open_sheet(Subject::Person(id));
            super::sheet::act(app, Action::Trace)
        }
        (Action::Filter, _) => {
            let filter = app.views.board.filter.clone();
            let shown = if app.is_projected() { "" } else { filter.as_str() };
            app.open(Dialog::line(&app.words, id!("filter-board"), shown, Destination::Filter(filter.clone())))
        }
        (Action::Sort, _) => counting::sort(app),
        (Action::Count, _) => counting::count(app),
        (Action::Columns, _) => columns::open(app),
        (Action::Views, _) => views::open(app),
        (Action::Departed, _) => {
            app.views.board.who = match app.views.board.who {
                PeopleShown::Present => PeopleShown::Everybody,
                PeopleShown::Everybody => PeopleShown::Present,
            };
            Vec::new()
        }
        (Action::Back, _) => {
            let view = &mut app.views.board;
            if view.column.take().is_none() {
                if view.marked.is_empty() {
                    view.filter.clear();
                }
                view.marked.clear();
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}
