//! A page of the meeting: few lines in one column, scrolled to keep the cursor in view.

mod line;
mod rows;

use std::borrow::Cow;

use ratatui::layout::{Rect, Size};

use self::line::{Bar, Piece, PointLine};
pub use self::rows::{ActionRow, AnswerChoice};
use super::items::{self, PointItem};
use crate::{
    domain::model::{agenda::Point, draft::Draft, meeting::Meeting},
    tui::{
        app::App,
        canvas::{Canvas, columns, wrap},
        components::big,
        environment::Purpose,
        state::field::Field,
        theme::Role,
    },
    words::{Id, id},
};

/// The height from which there is room for blank lines and big letters, in rows.
const ROOMY: u16 = 18;

/// The height from which actions have a blank line between them, in rows.
const TALL: u16 = 28;

/// The rows of a title in big letters.
const LETTERS: u16 = 4;

/// What stands for a field that is empty.
const NOTHING: &str = "…";

/// The width of the label of a field, in columns, in a wide and in a narrow window.
const LABELS: (u16, u16) = (22, 16);

/// The lines of a page, built for a width.
pub struct PointPage<'a> {
    /// The application state.
    pub app: &'a App,
    /// The meeting under way.
    pub draft: &'a Draft,
    /// The items that the cursor can be on.
    pub items: Vec<PointItem>,
    /// The width, in columns.
    pub width: u16,
    /// The height, in rows.
    pub height: u16,
    lines: Vec<PointLine>,
    next_item: usize,
    /// The title of the page, which stays in view when the page scrolls.
    title: String,
    /// The height of the title in big letters, which never show partially.
    title_rows: usize,
    /// What the audience may not see on this page, by name.
    hidden: Vec<String>,
    /// The line beside which that is told, if it has room.
    hidden_beside: Option<usize>,
    /// The line to begin with, whatever is under the cursor.
    first: Option<usize>,
}

impl<'a> PointPage<'a> {
    /// Creates an empty page for the current agenda point.
    pub fn new(app: &'a App, draft: &'a Draft, size: Size) -> Self {
        PointPage {
            app,
            draft,
            items: items::of_point(app, draft),
            width: size.width,
            height: size.height,
            lines: Vec::new(),
            next_item: 0,
            title: String::new(),
            title_rows: 0,
            hidden: Vec::new(),
            hidden_beside: None,
            first: None,
        }
    }

    /// Whether the page is empty.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Appends the lines of another page.
    pub fn append(&mut self, other: PointPage<'_>) {
        self.lines.extend(other.lines);
    }

    /// Whether the page follows another window: it asks for nothing.
    pub fn is_followed(&self) -> bool {
        self.app.setting.purpose == Purpose::Wall
    }

    /// Shows the page from the line that comes next, as far as it fills the window.
    pub fn begin_with_the_next_line(&mut self) {
        self.first = Some(self.lines.len());
    }

    /// Whether there is room for blank lines.
    pub fn is_roomy(&self) -> bool {
        self.height >= ROOMY
    }

    /// The lines to be read that nothing asks about.
    pub fn read(&self) -> impl Iterator<Item = String> {
        let is_asked = |item: usize| !matches!(self.items.get(item), Some(PointItem::Entry(..)));
        let lines = self.lines.iter().filter(move |line| !line.item.is_some_and(is_asked));
        lines.map(PointLine::read)
    }

    /// Writes a text that is not an item.
    pub fn text(&mut self, text: &str, role: Role) {
        self.wrapped(Cow::Borrowed(""), 0, text, role, None);
    }

    /// Writes a sentence from the words.
    pub fn say(&mut self, id: Id, role: Role) {
        let text = self.app.words.get(id).into_owned();
        self.text(&text, role);
    }

    /// Writes a dim label before a text.
    pub fn labelled(&mut self, label: &str, text: &str, role: Role) {
        let indent = if label.is_empty() { 0 } else { (columns(label) + 1).max(self.label()) };
        self.wrapped(Cow::Borrowed(label), indent, text, role, None);
    }

    /// Writes a dim label before a text, as one sentence.
    pub fn sentence(&mut self, label: &str, text: &str, role: Role) {
        self.wrapped(Cow::Borrowed(label), columns(label) + 1, text, role, None);
    }

    /// Writes what keys do on this page, each after its key; a wall takes none.
    pub fn keys(&mut self, keys: &[String]) {
        if self.is_followed() {
            return;
        }
        let pieces = keys.iter().flat_map(|said| {
            let (key, rest) = said.split_once(' ').unwrap_or((said, ""));
            [Piece::new(0, key, Role::Key), Piece::new(0, rest, Role::Dim)]
        });
        self.lines.push(PointLine::of(line::in_a_row(0, 1, pieces)));
    }

    /// Writes a blank line, where there is room for one.
    pub fn gap(&mut self) {
        if self.is_roomy() && self.lines.last().is_some_and(|line| !line.is_blank()) {
            self.lines.push(PointLine::default());
        }
    }

    /// Writes a title in big letters, with lines beside it; where there is no room for them, on one line.
    pub fn head(&mut self, title: &str, beside: &[(String, Role)]) {
        // Big letters are no text any more: names are hidden before.
        let title = &self.app.hidden(title);
        self.title.clone_from(title);
        let room = if beside.is_empty() { self.width } else { self.width * 3 / 5 };
        let has_letters = self.app.setting.big_letters && self.is_roomy();
        let Some(letters) = has_letters.then(|| big::lines(title, room, LETTERS)).flatten() else {
            self.title(title, beside);
            self.gap();
            return;
        };
        let wide = letters.iter().map(|row| columns(row)).max().unwrap_or(0) + 2;
        let mut texts = beside.iter().flat_map(|(text, role)| {
            wrap(self.app.discreet(), text, self.width.saturating_sub(wide))
                .into_iter()
                .map(|line| (line, *role))
                .collect::<Vec<_>>()
        });
        let mut lines = Vec::new();
        for letters in letters.into_iter().map(Some).chain(std::iter::repeat(None)) {
            let text = texts.next();
            if letters.is_none() && text.is_none() {
                break;
            }
            let letters = letters.map(|letters| Piece::new(0, letters, Role::Title));
            let text = text.map(|(text, role)| Piece::new(wide, text, role));
            lines.push(PointLine::of(letters.into_iter().chain(text).collect()));
        }
        self.lines.extend(lines);
        self.title_rows = self.lines.len();
        self.gap();
    }

    /// Writes a title and what is beside it in ordinary letters, on one line if they fit.
    pub fn title(&mut self, title: &str, beside: &[(String, Role)]) {
        self.title = self.app.hidden(title);
        let all: u16 = beside.iter().map(|(text, _)| columns(text) + 3).sum();
        if beside.is_empty() || columns(title) + all > self.width {
            self.text(title, Role::Title);
            beside.iter().for_each(|(text, role)| self.text(text, *role));
            return;
        }
        let pieces = std::iter::once((title, Role::Title)).chain(beside.iter().map(|(text, role)| (&**text, *role)));
        let pieces = pieces.map(|(text, role)| Piece::new(0, text, role));
        self.lines.push(PointLine::of(line::in_a_row(0, 3, pieces)));
    }

    /// Writes a question about a taken item: the brightest line of the page.
    pub fn question(&mut self, text: &str, item: usize) {
        self.hidden_beside = Some(self.lines.len());
        for text in wrap(self.app.discreet(), text, self.width) {
            self.lines.push(PointLine { item: Some(item), ..PointLine::of(vec![Piece::new(0, text, Role::Title)]) });
        }
    }

    /// Writes the answers to choose from about a taken item.
    pub fn answers(&mut self, choices: &[AnswerChoice], item: usize) {
        self.lines.extend(rows::answers(&self.app.words, choices, item));
    }

    /// Writes answers side by side after a label, about a taken item.
    pub fn answers_in_a_row(&mut self, label: &str, choices: &[AnswerChoice], item: usize) {
        self.lines.extend(rows::answers_in_a_row(&self.app.words, label, choices, item, self.width));
    }

    /// Writes an action as the next item.
    pub fn action(&mut self, row: &ActionRow) {
        let item = self.take_item();
        self.lines.extend(row.lines(&self.app.words, self.app.discreet(), item, self.width));
        if self.height >= TALL {
            self.gap();
        }
    }

    /// Writes the next item.
    pub fn item(&mut self, text: &str, role: Role) {
        let item = self.take_item();
        self.wrapped(Cow::Borrowed(""), 0, text, role, Some(item));
    }

    /// Writes the next item, which adds something or ends the meeting; a wall does neither.
    pub fn command(&mut self, text: &str, role: Role) {
        if self.is_followed() {
            self.take_item();
        } else {
            self.item(text, role);
        }
    }

    /// Writes a dim line about a taken item, above it.
    pub fn about(&mut self, text: &str, item: usize) {
        self.lines.push(PointLine { item: Some(item), ..PointLine::of(vec![Piece::new(0, text, Role::Dim)]) });
    }

    /// Writes a taken item on one line, truncated when drawn.
    pub fn line(&mut self, text: &str, role: Role, item: usize) {
        self.lines.push(PointLine::of_item(vec![Piece::new(0, text, role)], item));
    }

    /// Writes the answer of a taken item, under its question.
    pub fn answer(&mut self, text: &str, item: usize) {
        self.wrapped(Cow::Borrowed("→"), 2, text, Role::Text, Some(item));
    }

    /// Takes the next item and returns its index.
    pub fn take_item(&mut self) -> usize {
        self.next_item += 1;
        self.next_item - 1
    }

    /// The index of the item under the cursor.
    pub fn at(&self) -> usize {
        self.app.views.meeting.line.min(self.items.len().saturating_sub(1))
    }

    /// The width of the labels, in columns.
    fn label(&self) -> u16 {
        if self.width >= 56 { LABELS.0 } else { LABELS.1 }
    }

    /// Writes the next item, a field: a dim label and a bright value.
    pub fn field(&mut self, field: &Field) {
        let shown = self.value(field);
        self.labelled_item(&field.label, &shown, Role::Text);
    }

    /// Writes the next item: a dim label and a bright value.
    pub fn labelled_item(&mut self, label: &str, text: &str, role: Role) {
        let item = self.take_item();
        // A form that waits to be filled is for whoever fills it.
        if text == NOTHING && self.is_followed() {
            return;
        }
        self.wrapped(Cow::Borrowed(label), self.label(), text, role, Some(item));
    }

    /// The value of a field, as far as the audience may see it.
    pub fn value(&mut self, field: &Field) -> String {
        let person =
            self.draft.meeting.people.get(self.draft.rank).map(|point| point.person.as_str()).unwrap_or_default();
        let value = self.app.folder.at(&field.file, &field.path);
        let shown = field.shown(&self.app.words, value.as_ref());
        match self.app.shows_field(field.level(), person, field.path.last().map_or("", String::as_str)) {
            _ if shown.is_empty() => NOTHING.into(),
            true => shown.replace('\n', " "),
            false => self.hide(&field.label),
        }
    }

    /// What stands for something that the audience may not see, which is told once at the end of the page.
    pub fn hide(&mut self, label: &str) -> String {
        let label = label.to_lowercase();
        if !self.hidden.contains(&label) {
            self.hidden.push(label);
        }
        self.app.words.get(id!("hidden-mark")).into_owned()
    }

    /// Writes once what is hidden on the page and on its aside, and the key that shows it.
    pub fn say_hidden(&mut self, aside: &mut PointPage<'_>) {
        self.hidden.append(&mut aside.hidden);
        if self.hidden.is_empty() {
            return;
        }
        let list = self.hidden.join(", ");
        let manner = if self.is_followed() { id!("hidden-on-wall") } else { id!("hidden-here") };
        let said = self.app.words.say(manner, &[("list", list.into())]);
        let x = self.width.saturating_sub(columns(&said));
        let has_room = |line: &&mut PointLine| line.end() + 3 <= x;
        match self.hidden_beside.and_then(|at| self.lines.get_mut(at)).filter(has_room) {
            Some(line) => line.pieces.push(Piece::new(x, said, Role::Dim)),
            None => {
                self.gap();
                self.text(&said, Role::Dim);
            }
        }
    }

    /// Writes the fields that are left.
    pub fn fields(&mut self) {
        for item in self.items.clone().into_iter().skip(self.next_item) {
            match item {
                PointItem::Field(field) => self.field(&field),
                _ => return,
            }
        }
    }

    /// The previous meeting of the committee, for its own: others do not read what it said.
    pub fn last_meeting(&self) -> Option<&Meeting> {
        self.app.folder.last_meeting(self.draft.day()).filter(|_| self.draft.meeting.is_of_committee())
    }

    /// Writes lines for one item or none, wrapped beside their label.
    fn wrapped(&mut self, label: Cow<'_, str>, indent: u16, text: &str, role: Role, item: Option<usize>) {
        let texts = wrap(self.app.discreet(), text, self.width.saturating_sub(indent));
        let label = (!label.is_empty()).then(|| Piece::new(0, label, Role::Dim));
        let first = Piece::new(indent, texts.first().cloned().unwrap_or_default(), role);
        let bar = if item.is_some() { Bar::AtCursor } else { Bar::Never };
        let line = |pieces| PointLine { item, bar, ..PointLine::of(pieces) };
        self.lines.push(line(label.into_iter().chain([first]).collect()));
        let rest = texts.into_iter().skip(1).map(|text| line(vec![Piece::new(indent, text, role)]));
        self.lines.extend(rest);
    }

    /// Draws the lines, scrolled to show those of the item under the cursor and a few after them.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let is_spoken_of = matches!(self.draft.point(), Point::Returns | Point::Issues);
        let at = Some(self.at()).filter(|_| !self.items.is_empty() && (is_spoken_of || !self.is_followed()));
        let height = usize::from(area.height);
        let is_at = |line: &PointLine| line.item.is_some() && line.item == at;
        let start = self.lines.iter().position(is_at).unwrap_or(0);
        let end = self.lines.iter().rposition(is_at).unwrap_or(0);
        let last = self.lines.len().saturating_sub(height);
        let first = (end + 2).saturating_sub(height).min(start);
        let first = self.first.unwrap_or(first).min(last);
        // Adds the scroll offset of the page keys; the last offset allows for the row taken by a pinned title.
        let first = match self.app.views.meeting.scroll {
            0 => first,
            scroll => (first + scroll).min(last + usize::from(last > 0)),
        };
        let (mut top, mut first) = (area.y, first);
        if first > 0 && !self.title.is_empty() {
            canvas.text(area.x + 2, top, self.width, &self.title, Role::Title);
            (top, first) = (top + 1, (first + 1).max(self.title_rows).min(start.max(first + 1)));
        }
        let mut is_marked = false;
        for (y, line) in (top..area.bottom()).zip(&self.lines[first..]) {
            let place = Rect { x: area.x, y, width: area.width, height: 1 };
            line.draw(canvas, place, is_at(line));
            if is_at(line) && !is_marked {
                line.mark(canvas, place);
                is_marked = true;
            }
        }
        if self.lines.len() > first + usize::from(area.bottom() - top) {
            canvas.right(area.x, area.bottom().saturating_sub(1), area.width, "↓", Role::Key);
        }
    }
}
