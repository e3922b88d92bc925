//! Previews of imports: what would be written, line by line; a line that can be changed leads to its question.

use ratatui::layout::Rect;

use super::panel;
use crate::tui::{
    action::Action,
    app::App,
    canvas::{Canvas, Hit, wrap},
    components::list,
    event::{Key, KeyName},
    state::dialog::{PreviewAct, PreviewDialog},
    theme::Role,
};

/// What a key does to a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewKey {
    /// Nothing more: it may have moved.
    Stays,
    Closes,
    Acts(PreviewAct),
}

impl PreviewDialog {
    /// Handles a key.
    pub fn key(&mut self, key: Key) -> PreviewKey {
        let action = match key.code {
            KeyName::Home => Some(Action::First),
            KeyName::End => Some(Action::Last),
            code => list::direction(code),
        };
        let moved = action.and_then(|action| list::moved(self.at, self.lines.len(), action));
        if let Some(moved) = moved {
            self.at = moved;
            return PreviewKey::Stays;
        }
        let take = self.lines.first().and_then(|line| line.act.clone());
        let act = self.lines.get(self.at).and_then(|line| line.act.clone());
        match (key.code, act, take) {
            (KeyName::Esc, ..) => PreviewKey::Closes,
            // Where there is nothing to take, Enter closes it as Esc does.
            (KeyName::Enter, None, None) => PreviewKey::Closes,
            (KeyName::Char('o' | 'O'), _, Some(take)) => PreviewKey::Acts(take),
            (KeyName::Enter, Some(act), _) => PreviewKey::Acts(act),
            (KeyName::Char(' '), Some(act), _) if self.at > 0 => PreviewKey::Acts(act),
            _ => PreviewKey::Stays,
        }
    }

    /// Handles a click on a line: moves to it, or acts on the line already under the cursor.
    pub fn click(&mut self, line: usize) -> PreviewKey {
        if self.at == line {
            return self.key(Key::plain(KeyName::Enter));
        }
        self.at = line;
        PreviewKey::Stays
    }

    /// Draws the lines around the cursor.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let inside = panel(canvas, area, area.height - 2, &self.title, &app.words.get(self.keys));
        // Only the lines that may be on screen are wrapped: a list may have thousands.
        let height = usize::from(inside.height);
        let near = self.at.saturating_sub(height)..self.lines.len().min(self.at + height + 1);
        let width = inside.width.saturating_sub(4);
        let folded: Vec<Vec<String>> =
            self.lines[near.clone()].iter().map(|line| wrap(app.discreet(), &line.text, width)).collect();
        let heights: Vec<usize> = folded.iter().map(Vec::len).collect();
        let shown = list::window_of(&heights, self.at - near.start, height);
        let mut y = inside.y;
        for position in shown.clone() {
            let at = near.start + position;
            let role = if at == self.at { Role::Selected } else { self.lines[at].role };
            let room = usize::from(inside.bottom().saturating_sub(y));
            for (row, text) in folded[position].iter().enumerate().take(room) {
                let place = Rect { y, height: 1, ..inside };
                canvas.fill(place, role);
                canvas.hit(place, Hit::Line(at));
                if at == self.at && row == 0 {
                    canvas.text(inside.x, y, 1, "▸", role);
                    canvas.cursor(inside.x, y);
                }
                canvas.text(inside.x + 2, y, inside.width - 3, text, role);
                y += 1;
            }
        }
        canvas.scroll_bar(inside, self.lines.len(), &(near.start + shown.start..near.start + shown.end));
    }
}
