//! A block of cells: chosen with Shift and the arrows, filled, cleared, copied and counted as one.

use std::collections::HashSet;

use serde_json::Value;

use super::{
    filter,
    selection::{self, columns, here, person, shown},
};
use crate::{
    domain::{
        board::column::{CellValue, Column},
        edit::{batch::Batch, cascade},
        model::board::Newcomer,
        value::text::one_line,
    },
    tui::{
        action::Action,
        app::App,
        dialog::fields,
        effect::{CopiedCells, Effect, SaveKind},
        screens::cursor,
        state::{CellBlock, Corner},
    },
    words::{self, id, number},
};

/// The cells of a block: whole lines of people, in the order shown, by columns; the name is one of them.
pub struct Cells {
    /// The ids of the people.
    pub people: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
}

impl Cells {
    /// How many cells there are.
    pub fn count(&self) -> usize {
        self.people.len() * self.columns.len()
    }
}

/// The column of the name, then those shown.
fn all_columns(app: &App) -> Vec<Column> {
    std::iter::once(Column::Field(Newcomer::NAME)).chain(columns(app).into_iter().map(|(column, _)| column)).collect()
}

/// Where the cursor stands.
fn corner(app: &App) -> Option<Corner> {
    Some(Corner { person: here(app)?.id.clone(), column: app.views.board.column.clone() })
}

/// The cells of the block; `None` without one, or if one of its corners is not shown any more.
pub fn cells(app: &App) -> Option<Cells> {
    let block = app.views.board.block.as_ref()?;
    let (shown, all) = (shown(app), all_columns(app));
    let line = |corner: &Corner| shown.iter().position(|at| app.folder.board.people[*at].id == corner.person);
    let place = |corner: &Corner| match &corner.column {
        None => Some(0),
        Some(key) => all.iter().position(|column| column.key() == key),
    };
    let (from, to) = (line(&block.from)?, line(&block.to)?);
    let (left, right) = (place(&block.from)?, place(&block.to)?);
    let lines = from.min(to)..=from.max(to);
    let people = lines.filter_map(|line| person(app, line)).map(|person| person.id.clone()).collect();
    Some(Cells { people, columns: all[left.min(right)..=left.max(right)].to_vec() })
}

/// What is drawn as chosen: the ids of people, and the keys of columns.
pub fn drawn(app: &App) -> Option<(HashSet<String>, HashSet<String>)> {
    let cells = cells(app).filter(|cells| cells.count() > 1)?;
    let keys = cells.columns.iter().map(|column| column.key().to_owned()).collect();
    Some((cells.people.into_iter().collect(), keys))
}

/// The action that moves the cursor where there is no block to extend.
pub fn plain(action: Action) -> Action {
    match action {
        Action::ExtendUp => Action::Up,
        Action::ExtendDown => Action::Down,
        Action::ExtendLeft => Action::Left,
        Action::ExtendRight => Action::Right,
        other => other,
    }
}

/// Extends the block from the cursor, which moves as this action moves it.
pub fn extend(app: &mut App, way: Action, length: usize) {
    let before = (app.views.board.at, app.views.board.column.clone());
    let block = app.views.board.block.take();
    // The end of a block may be far from the cursor: whole columns are chosen where one stands.
    let is_elsewhere = block.as_ref().is_some_and(|block| corner(app).as_ref() != Some(&block.to));
    if let Some(block) = block.as_ref().filter(|_| is_elsewhere) {
        selection::select(app, &block.to.person);
        app.views.board.column.clone_from(&block.to.column);
    }
    let from = block.map(|block| block.from).or_else(|| corner(app));
    match way {
        Action::Left => selection::across(app, selection::Sideways::Left),
        Action::Right => selection::across(app, selection::Sideways::Right),
        way => drop(cursor::moves(app, way, length)),
    }
    app.views.board.block = from.zip(corner(app)).map(|(from, to)| CellBlock { from, to });
    if is_elsewhere {
        (app.views.board.at, app.views.board.column) = before;
    }
}

/// Extends the block from the cursor to a cell that was clicked.
pub fn extend_to(app: &mut App, line: usize, column: Option<String>) {
    let from = app.views.board.block.take().map(|block| block.from).or_else(|| corner(app));
    (app.views.board.at, app.views.board.column) = (line, column);
    app.views.board.block = from.zip(corner(app)).map(|(from, to)| CellBlock { from, to });
}

/// Chooses whole columns of the people shown, from one to another.
fn choose(app: &mut App, from: Option<String>, to: Option<String>) {
    let ids = |line: Option<usize>| line.and_then(|line| person(app, line)).map(|person| person.id.clone());
    let ends = ids(Some(0)).zip(ids(shown(app).len().checked_sub(1)));
    app.views.board.block = ends.map(|(first, last)| CellBlock {
        from: Corner { person: first, column: from },
        to: Corner { person: last, column: to },
    });
}

/// Chooses every cell.
pub fn choose_all(app: &mut App) {
    let last = columns(app).last().map(|(column, _)| column.key().to_owned());
    choose(app, None, last);
}

/// Chooses a column by its key; `None` for the name.
pub fn choose_column(app: &mut App, key: Option<String>) {
    choose(app, key.clone(), key);
}

/// What is counted of a block: its cells and, for numbers, their sum.
pub fn counted(app: &App) -> Option<String> {
    let cells = cells(app).filter(|cells| cells.count() > 1)?;
    let people = cells.people.iter().filter_map(|id| app.folder.board.person(id));
    let values = people.flat_map(|person| cells.columns.iter().map(move |column| filter::value(app, person, column)));
    let (mut filled, mut numbers, mut sum) = (0, 0, 0.0);
    for value in values {
        filled += usize::from(!value.is_nothing());
        if let CellValue::Number(value) = value {
            numbers += 1;
            sum += value;
        }
    }
    let told = [("n", cells.count().into()), ("filled", filled.into())];
    let count = app.words.say(id!("block-count"), &told);
    let total = (numbers > 1).then(|| app.words.say(id!("block-sum"), &[("sum", number(&app.words, sum).into())]));
    Some(std::iter::once(count).chain(total).collect::<Vec<_>>().join(" · "))
}

/// What a cell shows, on one line: a newline or a tab would start another cell.
fn said(app: &App, person: &str, column: &Column) -> String {
    let person = app.folder.board.person(person);
    person.map_or_else(String::new, |person| {
        one_line(&words::board::wording(&app.words, &filter::value(app, person, column)))
    })
}

/// Copies cells, with the heads of their columns where whole columns are chosen.
pub fn copy(app: &App, cells: &Cells, has_heads: bool) -> CopiedCells {
    let heads = || cells.columns.iter().map(|column| words::board::column(&app.words, column).into_owned()).collect();
    let line = |id: &String| cells.columns.iter().map(|column| said(app, id, column)).collect();
    CopiedCells { heads: has_heads.then(heads), lines: cells.people.iter().map(line).collect(), is_cut: false }
}

/// Whether a block takes whole columns of everybody shown.
pub fn is_whole(app: &App, cells: &Cells) -> bool {
    cells.people.len() > 1 && cells.people.len() == shown(app).len()
}

/// Sets cells as one undo step: `value` gives that of a person in a column, or `None` to leave the cell as it is. What a
/// column does not take is told.
fn set(
    app: &mut App,
    cells: &Cells,
    value: impl Fn(&App, &str, usize) -> Option<Result<Option<Value>, String>>,
) -> Vec<Effect> {
    let (mut gathered, mut refused) = (Batch::new(&app.folder), Vec::new());
    for id in &cells.people {
        for (at, column) in cells.columns.iter().enumerate() {
            let Some(value) = value(app, id, at) else { continue };
            let is_readable = !filter::is_hidden(app, id, column);
            let field = fields::cell(app, id, column).filter(|_| is_readable && column.key() != Newcomer::NAME);
            match (field, value) {
                (Some(field), Ok(value)) => {
                    let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
                    if cascade::set(&mut gathered, &field.file, &path, value, app.saying()).is_err() {
                        refused.push(words::board::column(&app.words, column).into_owned());
                    }
                }
                (_, Err(said)) => refused.push(said),
                (None, _) => refused.push(words::board::column(&app.words, column).into_owned()),
            }
        }
    }
    let effects = app.edit(gathered.into_edits(), SaveKind::Ordinary);
    if let Some(first) = refused.first() {
        let values = [("n", refused.len().into()), ("first", first.as_str().into())];
        app.warn(app.words.say(id!("block-refused"), &values));
    }
    effects
}

/// Clears the cells of the block.
pub fn clear(app: &mut App, cells: &Cells) -> Vec<Effect> {
    set(app, cells, |_, _, _| Some(Ok(None)))
}

/// Writes one value into every cell of the block, as if it were typed there.
pub fn fill(app: &mut App, cells: &Cells, typed: &str) -> Vec<Effect> {
    let value = |app: &App, id: &str, at: usize| {
        let field = fields::cell(app, id, cells.columns.get(at)?)?;
        Some(field.kind.parse(typed, app.year(), app.today()).map_err(|_| typed.to_owned()))
    };
    set(app, cells, value)
}

/// Puts the cursor on the first cell of the block, where a paste begins.
pub fn stand_at_first(app: &mut App, cells: &Cells) {
    if let (Some(person), Some(column)) = (cells.people.first(), cells.columns.first()) {
        selection::select(app, person);
        app.views.board.column = Some(column.key().to_owned()).filter(|key| key != Newcomer::NAME);
    }
    app.views.board.block = None;
}

/// Copies the first line of the block into the others.
pub fn fill_down(app: &mut App, cells: &Cells) -> Vec<Effect> {
    let Some(first) = cells.people.first().cloned() else { return Vec::new() };
    let value = |app: &App, id: &str, at: usize| {
        let column = cells.columns.get(at)?;
        if id == first || filter::is_hidden(app, &first, column) {
            return None;
        }
        let field = fields::cell(app, &first, column)?;
        Some(Ok(app.folder.at(&field.file, &field.path)))
    };
    set(app, cells, value)
}

/// Copies the first column of the block into the others, as if it were typed there.
pub fn fill_right(app: &mut App, cells: &Cells) -> Vec<Effect> {
    let Some(first) = cells.columns.first().cloned() else { return Vec::new() };
    let value = |app: &App, id: &str, at: usize| {
        if at == 0 || filter::is_hidden(app, id, &first) {
            return None;
        }
        let column = cells.columns.get(at)?;
        let typed = said(app, id, &first);
        let field = fields::cell(app, id, column)?;
        Some(field.kind.parse(&typed, app.year(), app.today()).map_err(|_| typed))
    };
    set(app, cells, value)
}
