//! A page of the meeting: big letters, few lines, scrolled to keep the cursor in view.

use ratatui::layout::{Rect, Size};

use super::items::{self, PointItem};
use crate::{
    domain::model::{draft::Draft, meeting::Meeting},
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns, wrap},
        components::big,
        state::field::Field,
        theme::Role,
    },
    words::{Id, id},
};

/// The height from which there is room for blank lines, in rows.
const ROOMY: u16 = 18;

/// The height from which items are spaced out, in rows.
const TALL: u16 = 44;

/// A line of the page.
struct PointLine {
    /// The label before the text, its role and its width in columns.
    label: (String, Role, u16),
    text: String,
    role: Role,
    item: Option<usize>,
    /// Whether the line is highlighted when the cursor is on its item.
    covered: bool,
}

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

    /// Whether there is room for blank lines.
    pub fn is_roomy(&self) -> bool {
        self.height >= ROOMY
    }

    /// The lines to be read that nothing asks about.
    pub fn read(&self) -> impl Iterator<Item = String> {
        let is_asked = |item: usize| !matches!(self.items.get(item), Some(PointItem::Entry(..)));
        let lines = self.lines.iter().filter(move |line| !line.item.is_some_and(is_asked));
        lines.map(|line| format!("{} {}", line.label.0.trim(), line.text.trim()).trim().to_owned())
    }

    /// Whether there are big letters, which need a height in rows.
    fn has_letters(&self, least: u16) -> bool {
        self.app.setting.big_letters && self.height >= least
    }

    /// Writes a text that is not an item.
    pub fn text(&mut self, text: &str, role: Role) {
        self.labelled("", text, role);
    }

    /// Writes a sentence from the words.
    pub fn say(&mut self, id: Id, role: Role) {
        let text = self.app.words.get(id).into_owned();
        self.text(&text, role);
    }

    /// Writes a dim label before a text.
    pub fn labelled(&mut self, label: &str, text: &str, role: Role) {
        let indent = if label.is_empty() { 0 } else { columns(label) + 1 };
        self.lines_of((label.to_owned(), Role::Dim, indent), text, role, None);
    }

    /// Writes a blank line, where there is room for one.
    pub fn gap(&mut self) {
        if self.is_roomy() && self.lines.last().is_some_and(|line| !line.text.is_empty() || !line.label.0.is_empty()) {
            self.lines_of((String::new(), Role::Text, 0), "", Role::Text, None);
        }
    }

    /// Writes a blank line after an item in a tall window.
    fn space(&mut self) {
        if self.height >= TALL {
            self.gap();
        }
    }

    /// Writes a title in big letters, with lines beside it.
    pub fn head(&mut self, title: &str, beside: &[(String, Role)]) {
        // Big letters are no text any more: names are hidden before.
        let title = &self.app.hidden(title);
        self.title.clone_from(title);
        let room = if beside.is_empty() { self.width } else { self.width * 3 / 5 };
        let rows = if self.height >= TALL { 8 } else { 4 };
        let letters = || big::lines(title, room, rows);
        let Some(letters) = self.has_letters(9).then(letters).flatten() else {
            self.text(title, Role::Title);
            beside.iter().for_each(|(text, role)| self.text(text, *role));
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
            let (text, role) = text.unwrap_or((String::new(), Role::Text));
            let label = (letters.unwrap_or_default(), Role::Title, wide);
            lines.push(PointLine { label, text, role, item: None, covered: false });
        }
        self.lines.extend(lines);
        self.title_rows = self.lines.len();
        self.gap();
    }

    /// Writes a text in the largest letters that leave room for an answer.
    pub fn large(&mut self, text: &str, item: Option<usize>) {
        let text = &self.app.hidden(text);
        let letters = || big::lines(text, self.width, self.height / 2);
        let letters = self.has_letters(24).then(letters).flatten();
        for line in letters.unwrap_or_else(|| wrap(self.app.discreet(), text, self.width)) {
            self.lines.push(PointLine {
                label: (String::new(), Role::Text, 0),
                text: line,
                role: Role::Title,
                item,
                covered: false,
            });
        }
    }

    /// Writes the next item.
    pub fn item(&mut self, text: &str, role: Role) {
        let item = self.take_item();
        self.lines_of((String::new(), Role::Text, 0), text, role, Some(item));
        self.space();
    }

    /// Writes a dim line about a taken item, above it.
    pub fn about(&mut self, text: &str, item: usize) {
        let label = (String::new(), Role::Text, 0);
        self.lines.push(PointLine { label, text: text.to_owned(), role: Role::Dim, item: Some(item), covered: false });
    }

    /// Writes a taken item on one line, truncated when drawn.
    pub fn line(&mut self, text: &str, role: Role, item: usize) {
        let label = (String::new(), Role::Text, 0);
        self.lines.push(PointLine { label, text: text.to_owned(), role, item: Some(item), covered: true });
    }

    /// Writes the answer of a taken item, under its question.
    pub fn answer(&mut self, text: &str, item: usize) {
        self.lines_of(("→".into(), Role::Accent, 2), text, Role::Text, Some(item));
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

    /// Writes the next item, a field: a dim label and a bright value.
    pub fn field(&mut self, field: &Field) {
        let item = self.take_item();
        let label = if self.width >= 56 { 22 } else { 16 };
        let shown = self.value(field);
        self.lines_of((field.label.clone(), Role::Dim, label), &shown, Role::Text, Some(item));
        self.space();
    }

    /// The value of a field, as far as the audience may see it.
    pub fn value(&self, field: &Field) -> String {
        let person =
            self.draft.meeting.people.get(self.draft.rank).map(|point| point.person.as_str()).unwrap_or_default();
        let value = self.app.folder.at(&field.file, &field.path);
        match (self.app.shows(field.level(), person), field.shown(&self.app.words, value.as_ref())) {
            (false, _) => self.app.words.get(id!("hidden")).into_owned(),
            (true, text) if text.is_empty() => "…".into(),
            (true, text) => text.replace('\n', " "),
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

    /// The previous meeting.
    pub fn last_meeting(&self) -> Option<&Meeting> {
        self.app.folder.last_meeting(self.draft.day())
    }

    /// Writes lines for one item or none, wrapped beside their label.
    fn lines_of(&mut self, label: (String, Role, u16), text: &str, role: Role, item: Option<usize>) {
        let (said, label_role, indent) = label;
        let wrapped = wrap(self.app.discreet(), text, self.width.saturating_sub(indent));
        let wrapped = if wrapped.is_empty() { vec![String::new()] } else { wrapped };
        for (row, text) in wrapped.into_iter().enumerate() {
            let said = if row == 0 { said.clone() } else { String::new() };
            self.lines.push(PointLine { label: (said, label_role, indent), text, role, item, covered: item.is_some() });
        }
    }

    /// Draws the lines, scrolled to show those of the item under the cursor and a few after them.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let at = Some(self.at());
        let height = usize::from(area.height);
        let start = self.lines.iter().position(|line| line.item == at).unwrap_or(0);
        let end = self.lines.iter().rposition(|line| line.item == at).unwrap_or(0);
        let last = self.lines.len().saturating_sub(height);
        let first = (end + 3).saturating_sub(height).min(start).min(last);
        // Adds the scroll offset of the page keys; the last offset allows for the row taken by a pinned title.
        let first = match self.app.views.meeting.scroll {
            0 => first,
            scroll => (first + scroll).min(last + usize::from(last > 0)),
        };
        let mut marked = false;
        let mut top = area.y;
        let mut first = first;
        if first > 0 && !self.title.is_empty() {
            canvas.text(area.x + 2, top, self.width, &self.title, Role::Title);
            (top, first) = (top + 1, (first + 1).max(self.title_rows).min(start.max(first + 1)));
        }
        for (y, line) in (top..area.bottom()).zip(&self.lines[first..]) {
            let here = line.covered && line.item == at;
            let place = Rect { x: area.x, y, width: area.width, height: 1 };
            if here {
                canvas.fill(place, Role::Selected);
                if !marked {
                    canvas.text(area.x, y, 1, "▸", Role::Selected);
                    canvas.cursor(area.x, y);
                    marked = true;
                }
            }
            if let Some(item) = line.item {
                canvas.hit(place, Hit::Line(item));
            }
            let role = |role| if here { Role::Selected } else { role };
            let (label, label_role, indent) = &line.label;
            canvas.text(area.x + 2, y, *indent, label, role(*label_role));
            canvas.text(area.x + 2 + indent, y, self.width.saturating_sub(*indent), &line.text, role(line.role));
        }
        self.choices(canvas, Rect { y: top, height: area.bottom() - top, ..area }, first);
        if self.lines.len() > first + usize::from(area.bottom() - top) {
            canvas.right(area.x, area.bottom().saturating_sub(1), area.width, "↓", Role::Key);
        }
    }

    /// Makes each numbered choice clickable.
    fn choices(&self, canvas: &mut Canvas<'_>, area: Rect, first: usize) {
        for (y, line) in (area.y..area.bottom()).zip(&self.lines[first..]).filter(|(_, line)| line.item.is_some()) {
            let mut x = area.x + 2 + line.label.2;
            for choice in line.text.split("  ") {
                let number = choice.chars().next().and_then(|c| c.to_digit(10)).filter(|_| choice.contains('\u{a0}'));
                let action = number.and_then(|number| items::CHOICES.get((number as usize).checked_sub(1)?));
                if let Some(action) = action {
                    canvas.hit(Rect { x, y, width: columns(choice), height: 1 }, Hit::Action(*action));
                }
                x += columns(choice) + 2;
            }
        }
    }
}
