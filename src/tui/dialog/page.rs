//! Pages of text, the help among them: keys and drawing.

use ratatui::layout::Rect;

use super::{menus::is_movement, panel::panel};
use crate::{
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, wrap},
        event::{Key, KeyName},
        state::dialog::{Dialog, PageDialog, PageLine},
        theme::Role,
    },
    words::{fault, id},
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
        let folded = |line: &PageLine| match line.is_cut {
            true => vec![line.text.clone()],
            false => wrap(app.discreet(), &line.text, area.width - 4),
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

/// The keys of a first day.
const FIRST: [Action; 5] = [Action::Meet, Action::Open, Action::New, Action::Undo, Action::Blank];

/// The help: the faults found when reading, then every action with its keys and its name.
pub fn help(app: &App) -> Dialog {
    let mut lines: Vec<PageLine> = Vec::new();
    for found in &app.faults {
        let said = match app.is_projected() {
            true => vec![fault::line(&app.words, found, app.level())],
            false => fault::lines(&app.words, found),
        };
        for (position, text) in said.into_iter().enumerate() {
            let role = if position == 0 { Role::Alert } else { Role::Text };
            // A caret points at a column of the line above: both are truncated, never wrapped.
            let is_cut = text.starts_with("  ") && !text.starts_with("  →");
            lines.push(PageLine { text, role, is_cut });
        }
        lines.push((String::new(), Role::Text).into());
    }
    let place = app.words.say(id!("help-place"), &[("place", app.setting.place.as_str().into())]);
    lines.push(PageLine { text: place, role: Role::Dim, is_cut: true });
    let line = |action: &Action| {
        let keys = app.setting.keymap.keys(app.contexts(), *action).into_iter();
        let keys: Vec<String> = keys.map(|key| app.words.choice(&key.label()).into_owned()).collect();
        let text = format!("{:<16} {}", keys.join(", "), app.words.get(action.sentence()));
        (!keys.is_empty()).then_some(PageLine { text, role: Role::Text, is_cut: true })
    };
    // On the first day, a few keys are enough.
    if app.setting.demo || app.folder.meetings.is_empty() {
        lines.push((app.words.get(id!("help-first")).into_owned(), Role::Accent).into());
        lines.extend(FIRST.iter().filter_map(line));
        lines.push((app.words.get(id!("help-all")).into_owned(), Role::Accent).into());
    }
    lines.extend(Action::ALL.iter().filter(|action| !is_movement(**action)).filter_map(line));
    let title = app.words.get(id!("help-title")).into_owned();
    Dialog::Page(PageDialog { title, keys: id!("keys-help"), lines, at: 0 })
}
