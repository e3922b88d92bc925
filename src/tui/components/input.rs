//! A text input: whole graphemes, grouped undo, accents composed. `TextArea` holds the text; the drawing is done here.

use ratatui::layout::Rect;
use ratatui_textarea::{CursorMove, TextArea};
use unicode_normalization::{UnicodeNormalization, char::compose};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{
    domain::value::text::{is_writable, writable},
    tui::{
        canvas::Canvas,
        event::{Key, KeyName},
        theme::Role,
    },
};

/// A text input.
#[derive(Clone, Debug)]
pub struct Input {
    area: TextArea<'static>,
    /// The number of text area edits in each undo step.
    undo: Vec<usize>,
    redo: Vec<usize>,
    /// Whether the next letter joins the current undo step.
    joins: bool,
    many_lines: bool,
    /// Whether the first character typed replaces the whole text.
    fresh: bool,
}

impl Input {
    /// Creates a single-line input whose value is replaced by typing, unless the cursor moves first.
    pub fn replaced(text: &str) -> Self {
        Input { fresh: !text.is_empty(), ..Self::line(text) }
    }

    /// Whether the first character typed replaces the whole text.
    pub fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// Creates a single-line input.
    pub fn line(text: &str) -> Self {
        Self::new(&text.replace('\n', " "), false)
    }

    /// Creates a multi-line input.
    pub fn lines(text: &str) -> Self {
        Self::new(text.strip_suffix('\n').unwrap_or(text), true)
    }

    fn new(text: &str, many_lines: bool) -> Self {
        let mut area = TextArea::new(text.split('\n').map(Into::into).collect());
        area.set_max_histories(5000);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Input { area, undo: Vec::new(), redo: Vec::new(), joins: false, many_lines, fresh: false }
    }

    /// The current text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing is written on the last line.
    pub fn ends_on_a_blank_line(&self) -> bool {
        self.area.lines().last().is_none_or(|line| line.trim().is_empty())
    }

    /// Whether the input is multi-line.
    pub fn has_lines(&self) -> bool {
        self.many_lines
    }

    /// Handles a key; returns whether the input used it.
    pub fn key(&mut self, key: Key) -> bool {
        let was_fresh = std::mem::take(&mut self.fresh);
        if was_fresh && matches!((key.code, key.ctrl), (KeyName::Char(_), false)) {
            self.clear();
        }
        match (key.code, key.ctrl) {
            (KeyName::Char('u'), true) => self.edit(|area| usize::from(area.delete_line_by_head()), false),
            (KeyName::Char('z'), true) => self.undo(),
            (KeyName::Char('y'), true) => self.redo(),
            (KeyName::Char(c), false) if is_writable(c) => self.insert_char(c),
            (KeyName::NewLine, _) if self.many_lines => self.edit(
                |area| {
                    area.insert_newline();
                    1
                },
                false,
            ),
            (KeyName::Backspace, true) => self.edit(|area| usize::from(area.delete_word()), false),
            (KeyName::Delete, true) => self.edit(|area| usize::from(area.delete_next_word()), false),
            (KeyName::Backspace, false) => self.backspace(),
            (KeyName::Delete, false) => self.delete(),
            (KeyName::Left, true) => self.vertical(CursorMove::WordBack),
            (KeyName::Right, true) => self.vertical(CursorMove::WordForward),
            (KeyName::Left, _) => self.horizontal(-1),
            (KeyName::Right, _) => self.horizontal(1),
            (KeyName::Up, _) if self.many_lines => self.vertical(CursorMove::Up),
            (KeyName::Down, _) if self.many_lines => self.vertical(CursorMove::Down),
            (KeyName::Home, _) => self.vertical(CursorMove::Head),
            (KeyName::End, _) => self.vertical(CursorMove::End),
            _ => {
                // A key that means nothing here does not make the proposed text one's own.
                self.fresh = was_fresh;
                return false;
            }
        }
        true
    }

    /// Inserts a pasted text.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.fresh) {
            self.clear();
        }
        let clean: String = writable(text).replace('\t', " ").nfc().collect();
        let clean = if self.many_lines { clean } else { clean.trim_end_matches('\n').replace('\n', " ") };
        if !clean.is_empty() {
            self.edit(
                |area| {
                    area.insert_str(&clean);
                    1
                },
                false,
            );
        }
    }

    /// What is typed from now on corrects the text, rather than replacing it.
    pub fn correct(&mut self) {
        self.fresh = false;
    }

    /// Whether the cursor is after the whole text.
    pub fn is_at_end(&self) -> bool {
        let (row, column) = self.place();
        let last = self.area.lines().last().map_or(0, |line| line.chars().count());
        row + 1 == self.area.lines().len() && column == last
    }

    /// Clears the text.
    pub fn clear(&mut self) {
        self.edit(
            |area| {
                area.move_cursor(CursorMove::End);
                usize::from(area.delete_line_by_head())
            },
            false,
        );
    }

    fn edit(&mut self, change: impl FnOnce(&mut TextArea<'static>) -> usize, letter: bool) {
        let edits = change(&mut self.area);
        self.redo.clear();
        match self.undo.last_mut() {
            Some(group) if letter && self.joins => *group += edits,
            _ => self.undo.push(edits),
        }
        self.joins = letter;
        self.snap();
    }

    fn insert_char(&mut self, c: char) {
        let (row, column) = self.place();
        let before = column.checked_sub(1).and_then(|at| self.area.lines().get(row)?.chars().nth(at));
        match before.and_then(|before| compose(before, c)) {
            Some(composed) => self.edit(
                |area| {
                    area.delete_char();
                    area.insert_char(composed);
                    2
                },
                true,
            ),
            None => self.edit(
                |area| {
                    area.insert_char(c);
                    1
                },
                !c.is_whitespace(),
            ),
        }
    }

    fn backspace(&mut self) {
        let (row, column) = self.place();
        if column == 0 {
            if row > 0 {
                self.edit(|area| usize::from(area.delete_newline()), false);
            }
            return;
        }
        let start = self.bounds(row).into_iter().rev().find(|b| *b < column).unwrap_or(0);
        self.edit(|area| (start..column).map(|_| usize::from(area.delete_char())).sum(), false);
    }

    fn delete(&mut self) {
        let (row, column) = self.place();
        let end = self.bounds(row).into_iter().find(|b| *b > column).unwrap_or(column + 1);
        self.edit(|area| (column..end).map(|_| usize::from(area.delete_next_char())).sum(), false);
    }

    fn undo(&mut self) {
        if let Some(edits) = self.undo.pop() {
            (0..edits).for_each(|_| {
                self.area.undo();
            });
            self.redo.push(edits);
            self.joins = false;
            self.snap();
        }
    }

    fn redo(&mut self) {
        if let Some(edits) = self.redo.pop() {
            (0..edits).for_each(|_| {
                self.area.redo();
            });
            self.undo.push(edits);
            self.joins = false;
            self.snap();
        }
    }

    fn horizontal(&mut self, by: i32) {
        let (row, column) = self.place();
        let bounds = self.bounds(row);
        let inside =
            if by < 0 { bounds.iter().rev().find(|b| **b < column) } else { bounds.iter().find(|b| **b > column) };
        match inside {
            Some(at) => self.jump(row, *at),
            None if by < 0 && row > 0 => self.jump(row - 1, usize::MAX),
            None if by > 0 && row + 1 < self.area.lines().len() => self.jump(row + 1, 0),
            None => {}
        }
        self.joins = false;
    }

    fn vertical(&mut self, way: CursorMove) {
        self.area.move_cursor(way);
        self.joins = false;
        self.snap();
    }

    /// The cursor's line and column, in characters.
    fn place(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    fn jump(&mut self, row: usize, column: usize) {
        let last = self.area.lines().get(row).map_or(0, |line| line.chars().count());
        let at = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(at(row), at(column.min(last))));
    }

    /// Moves the cursor back to a grapheme boundary.
    fn snap(&mut self) {
        let (row, column) = self.place();
        let at = self.bounds(row).into_iter().rev().find(|b| *b <= column).unwrap_or(0);
        if at != column {
            self.jump(row, at);
        }
    }

    fn bounds(&self, row: usize) -> Vec<usize> {
        let mut at = 0;
        let mut bounds = vec![0];
        for grapheme in self.area.lines().get(row).map_or("", String::as_str).graphemes(true) {
            at += grapheme.chars().count();
            bounds.push(at);
        }
        bounds
    }

    /// Draws the text in an area, scrolled to keep the cursor visible, and places the cursor.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.fill(area, Role::Input);
        if area.is_empty() {
            return;
        }
        let (row, column) = self.place();
        let mut shown = Vec::new();
        let mut cursor = (0, 0);
        for (number, line) in self.area.lines().iter().enumerate() {
            for (start, piece) in pieces(line, usize::from(area.width.saturating_sub(1).max(1))) {
                let length = piece.chars().count();
                if number == row && column >= start && column <= start + length {
                    let before: String = piece.chars().take(column - start).collect();
                    cursor = (shown.len(), before.width());
                }
                shown.push(piece);
            }
        }
        let height = usize::from(area.height);
        let first = (cursor.0 + 1).saturating_sub(height);
        for (offset, line) in (0u16..).zip(shown.iter().skip(first).take(height)) {
            canvas.typed(area.x, area.y + offset, area.width, line, Role::Input);
        }
        let at = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        canvas.cursor(area.x + at(cursor.1), area.y + at(cursor.0 - first));
    }

    /// The number of lines the text takes at this width.
    pub fn height(&self, width: u16) -> u16 {
        let width = usize::from(width.saturating_sub(1).max(1));
        let lines: usize = self.area.lines().iter().map(|line| pieces(line, width).len()).sum();
        u16::try_from(lines).unwrap_or(u16::MAX)
    }
}

/// Splits a line to a width, after a space where there is one; each piece comes with the index of its first character.
/// Nothing is dropped, so that every cursor position stays valid.
fn pieces(line: &str, width: usize) -> Vec<(usize, String)> {
    let mut pieces = Vec::new();
    let (mut start, mut piece, mut columns) = (0, String::new(), 0);
    for grapheme in line.graphemes(true) {
        let wide = grapheme.width();
        if columns + wide > width && !piece.is_empty() {
            let rest = match piece.rfind(' ').map(|at| at + 1) {
                Some(at) if at < piece.len() && grapheme != " " => piece.split_off(at),
                _ => String::new(),
            };
            let length = piece.chars().count();
            pieces.push((start, std::mem::replace(&mut piece, rest)));
            start += length;
            columns = piece.width();
        }
        piece.push_str(grapheme);
        columns += wide;
    }
    pieces.push((start, piece));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Theme;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;

    fn type_in(input: &mut Input, text: &str) {
        for c in text.chars() {
            input.key(Key::plain(KeyName::Char(c)));
        }
    }

    #[test]
    fn a_value_is_replaced_by_what_is_typed_over_it() {
        let mut input = Input::replaced("2026-11-27");
        type_in(&mut input, "jeudi");
        assert_eq!(input.text(), "jeudi");
        (0..2).for_each(|_| input.undo());
        assert_eq!(input.text(), "2026-11-27", "and comes back");
        let mut input = Input::replaced("26 nov.");
        input.key(Key::plain(KeyName::End));
        type_in(&mut input, " 2026");
        assert_eq!(input.text(), "26 nov. 2026", "a cursor that was moved corrects");
    }

    #[test]
    fn ctrl_moves_and_erases_by_words() {
        let ctrl = |code| Key { ctrl: true, ..Key::plain(code) };
        let mut input = Input::replaced("/écoles/neuve");
        input.key(ctrl(KeyName::Char('b')));
        type_in(&mut input, "a");
        assert_eq!(input.text(), "a", "a key that means nothing leaves what is typed to replace");
        let mut input = Input::replaced("/écoles/neuve");
        input.key(ctrl(KeyName::Char('u')));
        type_in(&mut input, "b");
        assert_eq!(input.text(), "b");
        let mut input = Input::line("Élève à suivre bientôt");
        input.key(ctrl(KeyName::Backspace));
        assert_eq!(input.text(), "Élève à suivre ");
        input.key(ctrl(KeyName::Left));
        type_in(&mut input, "re");
        assert_eq!(input.text(), "Élève à resuivre ");
        input.key(Key::plain(KeyName::Home));
        input.key(ctrl(KeyName::Delete));
        assert_eq!(input.text().trim_start(), "à resuivre ");
        input.key(ctrl(KeyName::Char('z')));
        assert_eq!(input.text(), "Élève à resuivre ", "one undo brings a word back");
        input.key(ctrl(KeyName::Right));
        type_in(&mut input, "|");
        assert_eq!(input.text(), "Élève |à resuivre ");
    }

    #[test]
    fn graphemes_are_whole_and_undo_takes_words() {
        let mut input = Input::lines("");
        type_in(&mut input, "Côté e\u{301}");
        assert_eq!(input.text(), "Côté é", "a combining accent is composed");
        input.paste("👨‍👩‍👧 “Word”\r\nligne");
        input.key(Key::plain(KeyName::Up));
        input.key(Key::plain(KeyName::End));
        assert_eq!(input.text(), "Côté é👨‍👩‍👧 “Word”\nligne");
        let undo = Key { ctrl: true, ..Key::plain(KeyName::Char('z')) };
        input.key(undo);
        assert_eq!(input.text(), "Côté é");
        input.key(undo);
        assert_eq!(input.text(), "Côté ");
        input.paste("🇨🇦");
        input.key(Key::plain(KeyName::Backspace));
        assert_eq!(input.text(), "Côté ");
    }

    /// What people type and paste: composed and decomposed accents, ligatures, quotes, dashes, all kinds of emoji.
    const ATOMS: [&str; 20] = [
        "a",
        "é",
        "e\u{301}",
        "œ",
        "Ç",
        " ",
        "\u{a0}",
        "\u{202f}",
        "’",
        "« ",
        " »",
        "–",
        "\u{ad}",
        "👩🏽‍🏫",
        "🇨🇦",
        "✔\u{fe0f}",
        "\t",
        "日",
        "\n",
        "insertion",
    ];

    proptest! {
        #![proptest_config(crate::properties::config("input", 256))]

        #[test]
        fn any_text_is_drawn_at_any_width(
            atoms in prop::collection::vec(0..ATOMS.len(), 0..40), width in 1u16..90, height in 1u16..8, back in 0usize..30,
        ) {
            let text: String = atoms.into_iter().map(|at| ATOMS[at]).collect();
            let mut input = Input::lines("");
            input.paste(&text);
            for _ in 0..back {
                input.key(Key::plain(KeyName::Left));
            }
            for line in input.area.lines() {
                let whole: String = pieces(line, usize::from(width)).into_iter().map(|(_, piece)| piece).collect();
                prop_assert_eq!(&whole, line, "nothing is dropped");
            }
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            let theme = Theme::of_roles();
            let mut canvas = Canvas::new(&mut buffer, &theme, None);
            input.draw(&mut canvas, area);
            prop_assert!(canvas.drawn.cursor.is_none_or(|cursor| area.contains(cursor)));
        }

        #[test]
        fn any_typing_can_be_undone_and_done_again(steps in prop::collection::vec(0usize..14, 0..60)) {
            let mut input = Input::lines("Départ");
            let atoms = ["é", "e", "\u{301}", " ", "👩🏽‍🏫", "🇨🇦", "œ", "\u{a0}"];
            for step in steps {
                match step {
                    0..8 => type_in(&mut input, atoms[step]),
                    8 => { input.key(Key::plain(KeyName::Backspace)); }
                    9 => { input.key(Key::plain(KeyName::Left)); }
                    10 => { input.key(Key::plain(KeyName::Enter)); }
                    11 => { input.key(Key::plain(KeyName::Delete)); }
                    12 => { input.key(Key::plain(KeyName::Up)); }
                    _ => input.paste("collé\r\nici"),
                }
                let (row, column) = input.place();
                prop_assert!(input.bounds(row).contains(&column), "the cursor is inside a grapheme");
                prop_assert!(input.height(20) >= 1);
            }
            let typed = input.text();
            while !input.undo.is_empty() { input.undo(); }
            prop_assert_eq!(input.text(), "Départ");
            while !input.redo.is_empty() { input.redo(); }
            prop_assert_eq!(input.text(), typed);
        }
    }
}
