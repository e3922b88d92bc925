//! The choice of board columns: which are shown, in what order, how wide. Changes apply at once.

use ratatui::layout::Rect;

use super::{filter, own, selection};
use crate::{
    domain::{
        board::{
            column::Column,
            layout::{Shown, WIDTHS, Window, width},
        },
        model::{board::Newcomer, own_column::OwnKind},
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        components::list,
        dialog::create,
        effect::Effect,
        event::{Key, KeyName},
        state::{
            dialog::{Destination, Dialog, KindOf},
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{self, id},
};

/// The change in column width per key press, in characters.
const STEP: u16 = 2;

/// Opens the choice of columns for the current window width.
pub fn open(app: &mut App) -> Vec<Effect> {
    let window = selection::window(app);
    app.open(Dialog::Columns { window, at: 0 })
}

/// Shows the newest of the school's own columns; returns its key.
fn show_newest(app: &mut App) -> Option<String> {
    let window = selection::window(app);
    let key = app.folder.board.own.last()?.id.clone();
    app.views.board.layout.of_mut(window).push(Shown { width: width(&key), key: key.clone() });
    Some(key)
}

/// Gives a column of the school's own its kind, or adds it with that kind, and goes back to the choice of columns unless
/// more is asked.
pub fn set_kind(app: &mut App, column: &KindOf, kind: OwnKind) -> Vec<Effect> {
    let (mut effects, key) = match column {
        KindOf::Column(key) => (own::set_kind(app, key, kind), Some(key.clone())),
        KindOf::New(name) => {
            let before = app.folder.board.own.len();
            let effects = create::column(app, name, kind);
            (effects, (app.folder.board.own.len() > before).then(|| show_newest(app)).flatten())
        }
    };
    let Some(key) = key else { return effects };
    if matches!(column, KindOf::New(_)) {
        effects.push(Effect::RememberColumns(app.views.board.layout.clone()));
    }
    if kind == OwnKind::Choice {
        effects.extend(own::ask_choices(app, &key));
    }
    if app.dialog.is_none() {
        effects.extend(open_at(app, &key));
    }
    effects
}

/// Opens the choice of columns at one of them.
fn open_at(app: &mut App, key: &str) -> Vec<Effect> {
    let window = selection::window(app);
    let at = lines(app, window).iter().position(|(column, _)| column.key() == key).unwrap_or(0);
    app.open(Dialog::Columns { window, at })
}

/// A column, and its width if it is shown.
type ColumnLine = (Column, Option<u16>);

/// Every column but the name: those shown, in order, then the others.
fn lines(app: &App, window: Window) -> Vec<ColumnLine> {
    let layout = &app.views.board.layout;
    let shown = layout.columns(&app.folder.board, window);
    let is_shown = |column: &Column| shown.iter().any(|(other, _)| other == column);
    let all = Column::all(&app.folder.board).into_iter();
    let others: Vec<ColumnLine> =
        all.filter(|column| column.key() != Newcomer::NAME && !is_shown(column)).map(|column| (column, None)).collect();
    shown.into_iter().map(|(column, width)| (column, Some(width))).chain(others).collect()
}

/// Handles a key.
pub fn key(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(Dialog::Columns { window, at }) = app.dialog.clone() else { return Vec::new() };
    let lines = lines(app, window);
    let at = at.min(lines.len().saturating_sub(1));
    let shown = lines.iter().filter(|(_, width)| width.is_some()).count();
    let columns = app.views.board.layout.of_mut(window);
    // Drops columns that the board no longer has, so that positions match those of the lines.
    columns.retain(|column| lines.iter().any(|(known, _)| known.key() == column.key));
    let clamped = |width: u16| width.clamp(*WIDTHS.start(), *WIDTHS.end());
    let mut moved = (window, at);
    match key.code {
        KeyName::Up => moved.1 = list::moved(at, lines.len(), Action::Up).unwrap_or(at),
        KeyName::Down => moved.1 = list::moved(at, lines.len(), Action::Down).unwrap_or(at),
        KeyName::PageUp => moved.1 = list::moved(at, lines.len(), Action::PageUp).unwrap_or(at),
        KeyName::PageDown => moved.1 = list::moved(at, lines.len(), Action::PageDown).unwrap_or(at),
        KeyName::Tab | KeyName::BackTab => {
            moved = (if window == Window::Wide { Window::Narrow } else { Window::Wide }, 0);
        }
        KeyName::Char(' ' | 'x') if at < shown => drop(columns.remove(at)),
        KeyName::Char(' ' | 'x') => {
            let key = lines[at].0.key().to_owned();
            columns.push(Shown { width: width(&key), key });
            moved.1 = columns.len() - 1;
        }
        KeyName::Left if at > 0 && at < shown => {
            columns.swap(at, at - 1);
            moved.1 = at - 1;
        }
        KeyName::Right if at + 1 < shown => {
            columns.swap(at, at + 1);
            moved.1 = at + 1;
        }
        KeyName::Char('+' | '=') if at < shown => columns[at].width = clamped(columns[at].width + STEP),
        KeyName::Char('-') if at < shown => columns[at].width = clamped(columns[at].width.saturating_sub(STEP)),
        KeyName::Char('n') => {
            let layout = app.views.board.layout.clone();
            let place = Destination::New(NewRecord::Column);
            let mut effects = app.open(Dialog::line(&app.words, id!("new-column"), "", place));
            effects.push(Effect::RememberColumns(layout));
            return effects;
        }
        KeyName::Char('r') | KeyName::F(2) if at < lines.len() => return own::rename(app, &lines[at].0),
        KeyName::Char('t') if at < lines.len() => return own::ask_kind(app, &lines[at].0),
        KeyName::Delete if at < lines.len() => return own::delete(app, &lines[at].0),
        KeyName::Enter | KeyName::Esc => {
            app.dialog = None;
            return vec![Effect::RememberColumns(app.views.board.layout.clone())];
        }
        _ => {}
    }
    app.dialog = Some(Dialog::Columns { window: moved.0, at: moved.1 });
    Vec::new()
}

/// Handles a click on a line: moves to it, or toggles the column already under the cursor.
pub fn click(app: &mut App, line: usize) -> Vec<Effect> {
    if let Some(Dialog::Columns { at, .. }) = &mut app.dialog
        && *at != line
    {
        *at = line;
        return Vec::new();
    }
    key(app, Key::plain(KeyName::Char(' ')))
}

/// The number of lines in the list.
pub fn height(app: &App, window: Window) -> usize {
    lines(app, window).len()
}

/// Draws the list of columns.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, window: Window, at: usize) {
    let lines = lines(app, window);
    let at = at.min(lines.len().saturating_sub(1));
    for (y, position) in (area.y..area.bottom()).zip(list::window(lines.len(), at, usize::from(area.height))) {
        let (column, width) = &lines[position];
        let here = position == at;
        let role = match (here, width) {
            (true, _) => Role::Selected,
            (false, Some(_)) => Role::Text,
            (false, None) => Role::Dim,
        };
        let place = Rect { y, height: 1, ..area };
        canvas.fill(place, role);
        canvas.hit(place, Hit::Line(position));
        let mark = if width.is_some() { "✓" } else { "□" };
        let said = format!("{} {mark} {}", if here { "▸" } else { " " }, words::board::column(&app.words, column));
        canvas.text(area.x, y, area.width, &said, role);
        if filter::level(column) < Level::Projected && app.is_projected() {
            canvas.right(area.x, y, area.width - 8, &app.words.get(id!("hidden-mark")), role);
        }
        if let Some(width) = width {
            canvas.right(area.x, y, area.width - 1, &width.to_string(), role);
        }
        if here {
            canvas.cursor(area.x, y);
        }
    }
}
