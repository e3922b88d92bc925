//! Yes-or-no questions: keys and drawing.

use ratatui::layout::Rect;

use super::panel::panel;
use crate::{
    tui::{
        app::App,
        canvas::{Canvas, wrap},
        components::list,
        event::{Key, KeyName},
        state::{consent::Consent, dialog::QuestionDialog},
        theme::Role,
    },
    words::id,
};

/// The answer given by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing yet.
    NotYet,
    Yes,
    No,
}

impl QuestionDialog {
    /// Handles a key. What cannot be undone is confirmed with a letter, never with Enter; nothing else is answered by a
    /// letter, which may be meant for a field.
    pub fn key(&mut self, key: Key) -> Reply {
        // Estimates the wrapped height, so that scrolling reaches the end in a narrow window.
        let length = self.lines.iter().map(|line| 1 + line.chars().count() / 30).sum();
        if let Some(moved) = list::direction(key.code).and_then(|direction| list::moved(self.at, length, direction)) {
            self.at = moved;
            return Reply::NotYet;
        }
        match key.code {
            KeyName::Enter if self.consent.is_irreversible() => Reply::NotYet,
            KeyName::Enter if self.consent.takes_a_letter() => Reply::No,
            KeyName::Char('o' | 'O') if self.consent.is_irreversible() || self.consent.takes_a_letter() => Reply::Yes,
            KeyName::Enter => Reply::Yes,
            KeyName::Esc => Reply::No,
            _ => Reply::NotYet,
        }
    }

    /// Draws the question.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let wrapped: Vec<String> = self
            .lines
            .iter()
            .flat_map(
                |line| if line.is_empty() { vec![String::new()] } else { wrap(app.discreet(), line, area.width - 4) },
            )
            .collect();
        let height = u16::try_from(wrapped.len() + 3).unwrap_or(u16::MAX);
        let keys = match &self.consent {
            consent if consent.is_irreversible() => id!("keys-ask-for-ever"),
            Consent::OpenFile(_) => id!("keys-ask-open"),
            Consent::PurgeFirst(..) => id!("keys-ask-sentences"),
            Consent::Erase(_) => id!("keys-ask-erase"),
            Consent::CloseMeetingWithNames => id!("keys-ask-close"),
            consent if consent.takes_a_letter() => id!("keys-ask-more"),
            _ => id!("keys-ask"),
        };
        let inside = panel(canvas, area, height, &app.words.get(id!("question")), &app.words.get(keys));
        let top = self.at.min(wrapped.len().saturating_sub(usize::from(inside.height)));
        for (y, line) in (inside.y..inside.bottom()).zip(&wrapped[top..]) {
            canvas.text(inside.x + 1, y, inside.width - 1, line, Role::Text);
        }
        let shown = top..(top + usize::from(inside.height)).min(wrapped.len());
        canvas.scroll_bar(inside, wrapped.len(), &shown);
        canvas.cursor(inside.x, inside.y);
    }
}
