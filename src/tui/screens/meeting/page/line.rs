//! A line of a page of the meeting: pieces of text at their columns, and how it shows that it is chosen.

use ratatui::layout::Rect;

use crate::tui::{
    canvas::{Canvas, Hit, columns},
    theme::Role,
};

/// A piece of a line.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its column, from the margin of the page.
    pub x: u16,
    pub text: String,
    pub role: Role,
    /// What a click on it means.
    pub hit: Option<Hit>,
}

impl Piece {
    /// A piece that is only read.
    pub fn new(x: u16, text: impl Into<String>, role: Role) -> Self {
        Piece { x, text: text.into(), role, hit: None }
    }
}

/// When a line is one colour from edge to edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bar {
    /// Never: a mark in the margin says where the cursor is.
    #[default]
    Never,
    /// When the cursor is on its item.
    AtCursor,
    /// Always: it is the answer that was given.
    Chosen,
}

/// A line of the page.
#[derive(Clone, Debug, Default)]
pub struct PointLine {
    pub pieces: Vec<Piece>,
    /// The item that it belongs to.
    pub item: Option<usize>,
    pub bar: Bar,
    /// What a click on it means, when it is not to go there.
    pub hit: Option<Hit>,
}

impl PointLine {
    /// A line that belongs to no item.
    pub fn of(pieces: Vec<Piece>) -> Self {
        PointLine { pieces, ..PointLine::default() }
    }

    /// A line of an item, one colour when the cursor is on it.
    pub fn of_item(pieces: Vec<Piece>, item: usize) -> Self {
        PointLine { pieces, item: Some(item), bar: Bar::AtCursor, hit: None }
    }

    /// Whether nothing is written.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.is_empty())
    }

    /// The column after its last piece.
    pub fn end(&self) -> u16 {
        self.pieces.iter().map(|piece| piece.x + columns(&piece.text)).max().unwrap_or(0)
    }

    /// The line as it is read aloud.
    pub fn read(&self) -> String {
        let said = self.pieces.iter().map(|piece| piece.text.trim()).filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" ")
    }

    /// Marks the line as the first of the item under the cursor.
    pub fn mark(&self, canvas: &mut Canvas<'_>, place: Rect) {
        canvas.text(place.x, place.y, 1, "▸", if self.bar == Bar::Never { Role::Accent } else { Role::Selected });
        canvas.cursor(place.x, place.y);
    }

    /// Draws the line.
    pub fn draw(&self, canvas: &mut Canvas<'_>, place: Rect, is_here: bool) {
        let is_bar = self.bar == Bar::Chosen || self.bar == Bar::AtCursor && is_here;
        if is_bar {
            canvas.fill(place, Role::Selected);
        }
        if let Some(hit) = self.hit.clone().or(self.item.map(Hit::Line)) {
            canvas.hit(place, hit);
        }
        for piece in &self.pieces {
            let role = if is_bar { Role::Selected } else { piece.role };
            let x = place.x + 2 + piece.x;
            let used = canvas.text(x, place.y, place.right().saturating_sub(x), &piece.text, role);
            if let Some(hit) = &piece.hit {
                canvas.hit(Rect { x, width: used, ..place }, hit.clone());
            }
        }
    }
}

/// Pieces one after another, each with blanks before it.
pub fn in_a_row(from: u16, gap: u16, pieces: impl IntoIterator<Item = Piece>) -> Vec<Piece> {
    let mut x = from;
    let mut row = Vec::new();
    for piece in pieces {
        let next = x + columns(&piece.text) + gap;
        row.push(Piece { x, ..piece });
        x = next;
    }
    row
}
