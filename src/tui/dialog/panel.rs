//! Where a dialog is drawn: in a panel over the bottom of the screen, or over a board cell.

use ratatui::layout::Rect;

use crate::{
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns},
        event::{Key, KeyName},
        theme::Role,
    },
    words::{Words, id},
};

/// Draws a panel over the bottom of the screen, its title above and its keys below; returns the inner area.
pub fn panel(canvas: &mut Canvas<'_>, area: Rect, height: u16, title: &str, keys: &str) -> Rect {
    let height = height.min(area.height - 2);
    let place = Rect { x: area.x, y: area.bottom() - height - 1, width: area.width, height: height + 1 };
    canvas.fill(place, Role::Text);
    canvas.rule(place.x, place.y, place.width);
    canvas.text(place.x + 2, place.y, place.width - 4, &format!(" {title} "), Role::Title);
    let last = Rect { y: place.bottom() - 1, height: 1, ..place };
    canvas.fill(last, Role::Bar);
    key_bar(canvas, last, keys);
    Rect { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 }
}

/// The width of the place of the audience level, in columns.
const LEVEL: u16 = 12;

/// Draws what the keys of a dialog do; those that stand alone are buttons.
fn key_bar(canvas: &mut Canvas<'_>, bar: Rect, keys: &str) {
    let mut x = bar.x + 1;
    for said in keys.split("   ") {
        // The level has its place at the end, and a key that is cut tells nothing.
        let room = bar.right().saturating_sub(x + LEVEL);
        if columns(said) > room {
            continue;
        }
        let name = said.split([' ', '\u{a0}', ':']).next().unwrap_or_default();
        let key = Key::parse(name)
            .filter(|key| key.types() || matches!(key.code, KeyName::Enter | KeyName::Esc | KeyName::Tab));
        let used = match key {
            Some(_) => canvas.pieces(x, bar.y, room, &[(name, Role::Key), (&said[name.len()..], Role::Bar)]),
            None => canvas.text(x, bar.y, room, said, Role::Bar),
        };
        if let Some(key) = key {
            canvas.hit(Rect { x, width: used, ..bar }, Hit::Key(key));
        }
        x += used + 3;
    }
}

/// An input over a cell, with lines below it, or above it where there is no room below.
pub struct InPlace {
    /// The area of the input.
    pub field: Rect,
    /// The areas of the lines.
    pub lines: Vec<Rect>,
}

/// The minimum width of an input over a cell, in columns.
const FIELD: u16 = 34;

/// Lays out an input over the cell being edited, with `lines` lines next to it, at least `width` columns wide.
pub fn in_place(words: &Words, canvas: &mut Canvas<'_>, area: Rect, lines: usize, width: u16) -> InPlace {
    let cell = canvas.drawn.cell.unwrap_or_default();
    let width = cell.width.max(FIELD).max(width).min(area.width);
    let field = Rect { x: cell.x.min(area.right() - width), width, ..cell };
    canvas.fill(field, Role::Input);
    let lines = u16::try_from(lines).unwrap_or(1);
    let line = |y: u16| Rect { y, ..field };
    let under = area.bottom().saturating_sub(field.y + 2);
    let lines = match under >= lines || under >= field.y.saturating_sub(area.y) {
        true => (field.y + 1..field.y + 1 + lines.min(under)).map(line).collect(),
        false => (field.y.saturating_sub(lines).max(area.y)..field.y).map(line).collect(),
    };
    let bar = canvas.drawn.bar;
    canvas.fill(bar, Role::Bar);
    canvas.text(bar.x + 1, bar.y, bar.width.saturating_sub(2), &words.get(id!("keys-cell")), Role::Bar);
    InPlace { field, lines }
}

/// The most lines that a sentence about what is typed takes.
const SAID: u16 = 3;

/// Says a whole sentence about what is typed in a cell, above the keys.
pub fn said_below(canvas: &mut Canvas<'_>, area: Rect, text: &str, role: Role) {
    let bar = canvas.drawn.bar;
    let lines = canvas.wrap(text, area.width.saturating_sub(2));
    let height = u16::try_from(lines.len()).unwrap_or(1).min(SAID).min(bar.y);
    let place = Rect { x: area.x, y: bar.y - height, width: area.width, height };
    canvas.fill(place, Role::Bar);
    canvas.wrapped(Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place }, text, role);
}

/// Tells, above the keys, that what is answered over a cell goes to all the marked people.
pub fn for_marked(app: &App, canvas: &mut Canvas<'_>, area: Rect, people: &[String]) {
    let said = match people {
        [only] if app.views.board.stood.as_ref() != Some(only) => {
            app.words.say(id!("for-marked-one"), &[("who", app.person_name(only).into())])
        }
        [] | [_] => return,
        several => app.words.say(id!("for-marked"), &[("n", several.len().into())]),
    };
    said_below(canvas, area, &said, Role::Key);
}
