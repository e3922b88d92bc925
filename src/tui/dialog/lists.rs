//! Drawing of the dialogs that pick from a list: menus, and words for a field.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::panel::{for_marked, in_place, panel, said_below};
use crate::{
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns},
        components::{
            list,
            picker::{Choice, Mode, Picker},
        },
        state::dialog::{MenuDialog, WordsDialog},
        theme::Role,
    },
    words::{Id, Words, id},
};

/// The maximum number of lines of a list over a cell.
const IN_PLACE: usize = 9;

/// The maximum number of lines of a list in a panel.
const IN_PANEL: usize = 14;

impl MenuDialog {
    /// Draws the menu.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let lines = lines(&self.picker, None);
        ChoiceList { words: &app.words, lines, at: self.picker.at }.in_panel(canvas, area, &self.picker, &self.title);
    }
}

impl WordsDialog {
    /// Draws the words, over the cell when a board cell is edited, in a panel otherwise.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let typed = self.picker.as_typed();
        let list = ChoiceList { words: &app.words, lines: lines(&self.picker, typed.as_deref()), at: self.picker.at };
        let Some((_, Some(people))) = self.place.field().filter(|_| canvas.drawn.cell.is_some()) else {
            return list.in_panel(canvas, area, &self.picker, &self.title);
        };
        let place = in_place(&app.words, canvas, area, self.picker.count().clamp(1, IN_PLACE), list.width());
        list.draw(canvas, &place.lines, Role::Bar);
        self.picker.filter.draw(canvas, place.field);
        if self.picker.count() == 0 {
            let choices: Vec<&str> = self.picker.choices.iter().map(|choice| choice.label.as_str()).collect();
            let said = app.words.say(id!("pick-among"), &[("choices", choices.join(" · ").into())]);
            said_below(canvas, area, &said, Role::Alert);
            return;
        }
        for_marked(app, canvas, area, people);
    }
}

struct ListLine<'a> {
    label: &'a str,
    aside: &'a str,
    /// Whether it is ticked; `None` where only one can be picked.
    tick: Option<bool>,
    /// Whether it is the text typed rather than a choice.
    is_typed: bool,
}

/// The matching choices, and the text typed: before them where it is taken as it is, else after them.
fn lines<'a, T: PartialEq>(picker: &'a Picker<T>, typed: Option<&'a str>) -> Vec<ListLine<'a>> {
    let line = |choice: &'a Choice<T>| ListLine {
        label: &choice.label,
        aside: &choice.aside,
        tick: picker.tick_of(choice),
        is_typed: false,
    };
    let tick = matches!(picker.mode, Mode::Many | Mode::ManyOrTyped).then_some(false);
    let typed = typed.map(|label| ListLine { label, aside: "", tick, is_typed: true });
    let choices = picker.matching().into_iter().map(line);
    match picker.leads() {
        true => typed.into_iter().chain(choices).collect(),
        false => choices.chain(typed).collect(),
    }
}

/// A list to draw.
struct ChoiceList<'a> {
    words: &'a Words,
    lines: Vec<ListLine<'a>>,
    at: usize,
}

impl ChoiceList<'_> {
    /// The columns that the widest line takes.
    fn width(&self) -> u16 {
        let line = |line: &ListLine<'_>| {
            let tick = if line.tick.is_some() { 2 } else { 0 };
            let aside = columns(&self.aside(line));
            2 + tick + columns(line.label) + if aside == 0 { 0 } else { aside + 3 }
        };
        let nothing = || columns(&self.words.get(id!("pick-none"))) + 3;
        self.lines.iter().map(line).max().unwrap_or_else(nothing) + 1
    }

    /// What stands at the right of a line.
    fn aside<'a>(&self, line: &ListLine<'a>) -> Cow<'a, str> {
        if line.is_typed { self.words.get(id!("as-typed")).into_owned().into() } else { line.aside.into() }
    }

    fn in_panel<T>(&self, canvas: &mut Canvas<'_>, area: Rect, picker: &Picker<T>, title: &str) {
        let room = usize::from(area.height.saturating_sub(6)).min(IN_PANEL);
        let height = u16::try_from(picker.choices.len().min(room)).unwrap_or(1);
        let inside = panel(canvas, area, height + 3, title, &self.words.get(keys(picker)));
        let lines: Vec<Rect> = (inside.y + 1..inside.bottom()).map(|y| Rect { y, height: 1, ..inside }).collect();
        self.draw(canvas, &lines, Role::Text);
        picker.filter.draw(canvas, Rect { height: 1, ..inside });
    }

    /// Draws the lines around the cursor.
    fn draw(&self, canvas: &mut Canvas<'_>, places: &[Rect], ground: Role) {
        let at = self.at.min(self.lines.len().saturating_sub(1));
        places.iter().for_each(|place| canvas.fill(*place, ground));
        let shown = list::window(self.lines.len(), at, places.len());
        let Some(first) = places.first() else { return };
        let height = u16::try_from(places.len()).unwrap_or(1);
        canvas.scroll_bar(Rect { height, width: first.width - 1, ..*first }, self.lines.len(), &shown);
        for (place, position) in places.iter().zip(shown) {
            let line = &self.lines[position];
            let here = position == at;
            let role = if here { Role::Selected } else { ground };
            canvas.fill(*place, role);
            canvas.hit(*place, Hit::Line(position));
            canvas.text(place.x, place.y, 1, if here { "▸" } else { " " }, role);
            let tick = match line.tick {
                Some(true) => "✓ ",
                Some(false) => "□ ",
                None => "",
            };
            let aside = self.aside(line);
            let beside = if aside.is_empty() { 0 } else { columns(&aside) + 2 };
            let room = (place.width - 2).saturating_sub(beside);
            canvas.text(place.x + 2, place.y, room, &format!("{tick}{}", line.label), role);
            canvas.right(place.x, place.y, place.width - 1, &aside, role);
        }
        if self.lines.is_empty() {
            canvas.text(first.x + 2, first.y, first.width - 2, &self.words.get(id!("pick-none")), ground);
        }
    }
}

/// The hint for the keys of a list.
fn keys<T>(picker: &Picker<T>) -> Id {
    match picker.mode {
        Mode::One => id!("keys-pick"),
        Mode::OneOrTyped => id!("keys-pick-typed"),
        Mode::Many => id!("keys-pick-many"),
        // What is typed is ticked first.
        Mode::ManyOrTyped if !picker.filter.text().trim().is_empty() => id!("keys-pick-tick"),
        Mode::ManyOrTyped => id!("keys-pick-many-typed"),
    }
}
