//! Pages of text, the help among them: keys and drawing.

use ratatui::layout::Rect;

use super::panel::panel;
use crate::tui::{
    app::App,
    canvas::{Canvas, wrap},
    event::{Key, KeyName},
    state::page::{Fold, PageDialog, PageLine},
    theme::Role,
};

/// Whether a page stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageState {
    /// It stays open.
    On,
    Closed,
}

impl PageDialog {
    /// Handles a key: any key that does not scroll closes the page.
    pub fn key(&mut self, key: Key) -> PageState {
        match key.code {
            KeyName::Down => self.at += 1,
            KeyName::PageDown => self.at += 10,
            KeyName::Up => self.at = self.at.saturating_sub(1),
            KeyName::PageUp => self.at = self.at.saturating_sub(10),
            _ => return PageState::Closed,
        }
        PageState::On
    }

    /// Draws the page from its scroll offset.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width - 4;
        let folded = |line: &PageLine| match line.fold {
            Fold::Cut => vec![line.text.clone()],
            Fold::Wrapped => wrap(app.discreet(), &line.text, width),
            Fold::Under(column) => {
                let at = line.text.char_indices().nth(column).map_or(line.text.len(), |(at, _)| at);
                let (before, text) = line.text.split_at(at);
                let below = wrap(app.discreet(), text, width.saturating_sub(column as u16)).into_iter().enumerate();
                below.map(|(rank, text)| format!("{:column$}{text}", if rank == 0 { before } else { "" })).collect()
            }
        };
        let lines: Vec<(String, Role)> =
            self.lines.iter().flat_map(|line| folded(line).into_iter().map(|text| (text, line.role))).collect();
        let inside = panel(canvas, area, area.height - 2, &self.title, &app.words.get(self.keys));
        let height = usize::from(inside.height);
        let top = self.at.min(lines.len().saturating_sub(height));
        canvas.scroll_bar(inside, lines.len(), &(top..(top + height).min(lines.len())));
        for (y, (line, role)) in (inside.y..inside.bottom()).zip(&lines[top..]) {
            canvas.text(inside.x + 1, y, inside.width - 1, line, *role);
        }
        canvas.cursor(inside.x, inside.y);
    }
}
