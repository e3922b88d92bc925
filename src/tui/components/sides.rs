//! Conflicting values shown side by side, to choose which one to keep.

use ratatui::layout::Rect;

use crate::{
    domain::edit::merge::Clash,
    tui::{
        canvas::{Canvas, Hit, wrap},
        event::{Key, KeyName},
        theme::Role,
    },
};

/// Which of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Ours, typed here.
    Here,
    /// Theirs, written by another program.
    There,
}

/// A conflicting field, as displayed.
#[derive(Clone, Debug)]
pub struct ClashLine {
    /// The two values.
    pub clash: Clash,
    /// The name of the field.
    pub label: String,
    /// Our value, as displayed.
    pub here: String,
    /// Their value, as displayed.
    pub there: String,
    /// The side chosen, if any.
    pub choice: Option<Side>,
}

/// Fields that two people changed differently, and the choices made.
#[derive(Clone, Debug)]
pub struct Sides {
    /// The conflicting fields.
    pub lines: Vec<ClashLine>,
    /// The headings of the two columns.
    pub headings: [String; 2],
    /// The field under the cursor.
    pub at: usize,
}

/// The outcome of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The dialog stays open.
    NotYet,
    /// The question is put off.
    Later,
    /// Every field has a choice.
    Yes,
}

impl Sides {
    /// Handles a key.
    pub fn key(&mut self, key: Key) -> Decided {
        let last = self.lines.len().saturating_sub(1);
        match key.code {
            KeyName::Up => self.at = self.at.saturating_sub(1),
            KeyName::Down => self.at = (self.at + 1).min(last),
            KeyName::Left | KeyName::Char('1') => self.choose(Side::Here),
            KeyName::Right | KeyName::Char('2') => self.choose(Side::There),
            KeyName::Esc => return Decided::Later,
            KeyName::Enter => match self.lines.iter().position(|line| line.choice.is_none()) {
                None => return Decided::Yes,
                Some(open) => self.at = open,
            },
            _ => {}
        }
        Decided::NotYet
    }

    /// Handles a click on a line.
    pub fn click(&mut self, line: usize) {
        self.at = line.min(self.lines.len().saturating_sub(1));
    }

    fn choose(&mut self, side: Side) {
        if let Some(line) = self.lines.get_mut(self.at) {
            line.choice = Some(side);
        }
    }

    /// The height of the list, in rows.
    pub fn height(&self, width: u16) -> u16 {
        self.lines.iter().map(|line| 1 + rows_of(line, width)).sum::<u16>() + 1
    }

    /// Draws the two columns under their headings.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let half = half(area.width);
        let right = area.x + half + 3;
        canvas.text(area.x + 2, area.y, half, &self.headings[0], Role::Dim);
        canvas.text(right + 2, area.y, half, &self.headings[1], Role::Dim);
        let room = area.height.saturating_sub(1);
        // Keeps the field under the cursor fully visible by scrolling past earlier ones.
        let mut first = 0;
        let tall = |from: usize| self.lines[from..=self.at].iter().map(|l| 1 + rows_of(l, area.width)).sum::<u16>();
        while first < self.at && tall(first) > room {
            first += 1;
        }
        let mut y = area.y + 1;
        for (position, line) in self.lines.iter().enumerate().skip(first) {
            if y >= area.bottom() {
                break;
            }
            let rows = rows_of(line, area.width);
            let place = Rect { y, height: (rows + 1).min(area.bottom() - y), ..area };
            let selected = position == self.at;
            canvas.hit(place, Hit::Line(position));
            canvas.text(area.x, y, area.width, &line.label, if selected { Role::Selected } else { Role::Title });
            if selected {
                canvas.cursor(area.x, y);
            }
            for (x, side, words) in [(area.x, Side::Here, &line.here), (right, Side::There, &line.there)] {
                let chosen = line.choice == Some(side);
                for (row, text) in (y + 1..place.bottom()).zip(canvas.wrap(words, half)) {
                    if row == y + 1 {
                        canvas.text(x, row, 1, if chosen { "●" } else { "○" }, Role::Key);
                    }
                    canvas.text(x + 2, row, half, &text, if chosen { Role::Title } else { Role::Text });
                }
            }
            y = place.bottom();
        }
    }
}

/// How many rows a line takes, in either column, within six.
fn rows_of(line: &ClashLine, width: u16) -> u16 {
    let half = half(width);
    let rows = wrap(None, &line.here, half).len().max(wrap(None, &line.there, half).len());
    u16::try_from(rows).unwrap_or(1).clamp(1, 6)
}

fn half(width: u16) -> u16 {
    (width / 2).saturating_sub(4).max(4)
}
