//! The drawing surface of the screens: text styled by role, clipped and sanitized, and the areas that can be clicked.

use std::{borrow::Cow, ops::Range};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    action::Action,
    event::Key,
    theme::{Role, Theme},
};
use crate::domain::{privacy::redact::NameRedactor, value::text::harmless};

/// What a click on an area means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    Action(Action),
    /// A line of the frontmost list.
    Line(usize),
    /// A cell of the board: its line, and the key of its column, or `None` for the name.
    Cell(usize, Option<String>),
    /// A position in a list longer than its viewport.
    Goto(usize),
    /// The heading of a board column, by the key of the column.
    Head(String),
    /// A key, told under a dialog.
    Key(Key),
}

/// What drawing a frame produces: the cursor position and the clickable areas.
#[derive(Clone, Debug, Default)]
pub struct FrameOutput {
    /// The position of the cursor.
    pub cursor: Option<Position>,
    /// The cell of the board under the cursor.
    pub cell: Option<Rect>,
    /// The width of the window, in columns.
    pub width: u16,
    /// The area of the hint bar.
    pub bar: Rect,
    /// The clickable areas and their meanings; the last drawn is frontmost.
    pub hits: Vec<(Rect, Hit)>,
}

impl FrameOutput {
    /// What a click at this position means.
    pub fn hit(&self, column: u16, row: u16) -> Option<&Hit> {
        let at = Position::new(column, row);
        self.hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, hit)| hit)
    }
}

/// A surface to draw on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    /// The redaction of names, in projector mode.
    discreet: Option<&'a NameRedactor>,
    /// What drawing this frame produces.
    pub drawn: FrameOutput,
}

impl<'a> Canvas<'a> {
    /// Creates a surface over a buffer.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, discreet: Option<&'a NameRedactor>) -> Self {
        let drawn = FrameOutput { width: buffer.area.width, ..FrameOutput::default() };
        Canvas { buffer, theme, discreet, drawn }
    }

    /// The whole surface.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Fills an area with blanks in the style of a role.
    pub fn fill(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        let style = self.theme.style(role);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Makes everything black, whatever the theme, but a faint line at the bottom.
    pub fn black(&mut self, line: Option<&str>) {
        let area = self.buffer.area;
        self.buffer.reset();
        self.buffer.set_style(area, Theme::black());
        if let Some(line) = line {
            let text = cut(None, line, usize::from(area.width));
            self.buffer.set_stringn(area.x, area.bottom().saturating_sub(1), text, area.width.into(), Theme::black());
        }
        self.cursor(area.x, area.y);
    }

    /// Writes a text within a width, truncated with « … »; returns the number of columns used.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        self.typed(x, y, width, &hidden(self.discreet, text), role)
    }

    /// Writes a text as typed, without redacting names; returns the number of columns used.
    pub fn typed(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let room = self.buffer.area.right().saturating_sub(x).min(width);
        if !self.buffer.area.contains(Position::new(x, y)) || room == 0 {
            return 0;
        }
        if text.chars().all(is_simple) {
            return self.simple(x, y, room, text, role);
        }
        let text = cut(None, &harmless(text), room as usize);
        let (end, _) = self.buffer.set_stringn(x, y, &text, room as usize, self.theme.style(role));
        end - x
    }

    /// Writes a text of simple characters, as [`Canvas::typed`] does, without a search for graphemes and widths: nearly all
    /// that a frame holds.
    fn simple(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        let style = self.theme.style(role);
        let is_cut = text.chars().count() > room as usize;
        let kept = text.chars().take(usize::from(room) - usize::from(is_cut)).chain(is_cut.then_some('…'));
        let mut end = x;
        for c in kept {
            if let Some(cell) = self.buffer.cell_mut((end, y)) {
                cell.set_char(c).set_style(style);
            }
            end += 1;
        }
        end - x
    }

    /// Writes pieces one after another; returns the number of columns used.
    pub fn pieces(&mut self, x: u16, y: u16, width: u16, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            used += self.text(x + used, y, width.saturating_sub(used), text, *role);
        }
        used
    }

    /// Writes a text right-aligned within a width.
    pub fn right(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) {
        let shown = cut(self.discreet, text, width as usize);
        let used = u16::try_from(shown.width()).unwrap_or(width).min(width);
        self.typed(x + width - used, y, used, &shown, role);
    }

    /// Wraps a text, without the names that are hidden.
    pub fn wrap(&self, text: &str, width: u16) -> Vec<String> {
        wrap(self.discreet, text, width)
    }

    /// Writes a text wrapped within an area; returns the number of lines used.
    pub fn wrapped(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let mut used = 0;
        for line in self.wrap(text, area.width) {
            if used >= area.height {
                break;
            }
            self.text(area.x, area.y + used, area.width, &line, role);
            used += 1;
        }
        used
    }

    /// Draws a horizontal rule.
    pub fn rule(&mut self, x: u16, y: u16, width: u16) {
        let line = "─".repeat(width as usize);
        self.text(x, y, width, &line, Role::Rule);
    }

    /// Draws a scroll bar in the margin right of an area, when the list is longer than the range shown; a click scrolls
    /// to its position.
    pub fn scroll_bar(&mut self, area: Rect, length: usize, shown: &Range<usize>) {
        if shown.len() >= length || area.height < 3 {
            return;
        }
        for row in 0..area.height {
            let place = |row: u16| usize::from(row) * length / usize::from(area.height);
            let (line, next) = (place(row), place(row + 1));
            let is_shown = shown.start < next.max(line + 1) && line < shown.end;
            let cell = Rect { x: area.right(), y: area.y + row, width: 1, height: 1 };
            self.text(cell.x, cell.y, 1, if is_shown { "█" } else { "│" }, Role::Rule);
            self.hit(cell, Hit::Goto(line));
        }
    }

    /// Makes an area clickable.
    pub fn hit(&mut self, area: Rect, hit: Hit) {
        self.drawn.hits.push((area, hit));
    }

    /// Places the cursor.
    pub fn cursor(&mut self, x: u16, y: u16) {
        if self.buffer.area.contains(Position::new(x, y)) {
            self.drawn.cursor = Some(Position::new(x, y));
        }
    }
}

/// Whether a character takes one column and joins with no other: the letters of Latin scripts, the dashes, quotes and
/// bullets of typography, the lines of boxes.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{257f}')
}

/// Truncates a text to a width in columns, with « … »; control characters become spaces.
pub fn cut(discreet: Option<&NameRedactor>, text: &str, width: usize) -> String {
    let clean: String = hidden(discreet, text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.width() <= width {
        return clean;
    }
    let (mut kept, mut used) = (String::new(), 0);
    for grapheme in clean.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push('…');
    kept
}

/// A text without the names that are hidden from who reads.
fn hidden<'a>(discreet: Option<&NameRedactor>, text: &'a str) -> Cow<'a, str> {
    discreet.map_or(Cow::Borrowed(text), |discreet| Cow::Owned(discreet.text(text)))
}

/// Wraps a text to a width in columns. What hides names is told first: half of a name, at the end of a line, would be found by
/// nothing.
pub fn wrap(discreet: Option<&NameRedactor>, text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let text = hidden(discreet, text);
    let lines = text.lines().flat_map(|line| textwrap::wrap(line, width)).map(Cow::into_owned);
    lines.flat_map(|line| if line.width() <= width { vec![line] } else { broken(&line, width) }).collect()
}

/// Breaks a line between graphemes: an emoji may take more columns than the sum of its characters.
fn broken(line: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for grapheme in line.graphemes(true) {
        if let Some(last) =
            lines.last_mut().filter(|last| last.is_empty() || (last.width() + grapheme.width()) <= width)
        {
            last.push_str(grapheme);
        } else {
            lines.push(grapheme.to_owned());
        }
    }
    lines
}

/// The width of a text, in columns.
pub fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use termprofile::TermProfile;

    use crate::tui::theme::Themes;

    const ATOMS: [&str; 14] = [
        "a",
        "é",
        "e\u{301}",
        "œuvre",
        " ",
        "\u{a0}",
        "’",
        "«\u{a0}",
        "\u{a0}»",
        "–",
        "👩🏽‍🏫",
        "✔\u{fe0f}",
        "\n",
        "anticonstitutionnel",
    ];

    #[test]
    fn a_simple_character_is_drawn_as_any_other_and_stays_alone() {
        let theme = Themes::new(TermProfile::TrueColor, Vec::new()).get("clair");
        let simple: String = ('\0'..='\u{ffff}').filter(|c| is_simple(*c)).collect();
        // Each alone between two letters, and all of them cut at every width.
        let alone = simple.chars().map(|c| (format!("é{c}a"), 3));
        let cut_anywhere = (1..60).map(|width| (simple.chars().skip(usize::from(width) * 9).collect(), width));
        for (text, width) in alone.chain(cut_anywhere) {
            let (mut drawn, mut known) = (Buffer::empty(Rect::new(0, 0, 60, 1)), Buffer::empty(Rect::new(0, 0, 60, 1)));
            let used = Canvas::new(&mut drawn, &theme, None).typed(0, 0, width, &text, Role::Text);
            let shown = cut(None, &text, usize::from(width));
            let (end, _) = known.set_stringn(0, 0, &shown, usize::from(width), theme.style(Role::Text));
            assert_eq!((drawn, used), (known, end), "{text:?} in {width}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config("canvas", 256))]

        #[test]
        fn wrapping_keeps_every_letter_at_any_width(atoms in prop::collection::vec(0..ATOMS.len(), 0..40), width in 0u16..120) {
            let text: String = atoms.into_iter().map(|at| ATOMS[at]).collect();
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let lines = wrap(None, &text, width);
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                // A line may exceed the width only if it is a single grapheme.
                prop_assert!(columns(line) <= width.max(1) || line.graphemes(true).count() == 1, "{:?}", line);
            }
            prop_assert!(cut(None, &text, usize::from(width)).width() <= usize::from(width.max(1)));
        }
    }
}
