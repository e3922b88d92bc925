//! What changed between two meetings, as the screens show it.

use crate::{
    domain::model::meeting::Meeting,
    tui::{app::App, components::marks, theme::Role},
    words::between::{self, ChangeLine},
};

/// The changes between two meetings, the earlier first, one line each.
pub fn lines(app: &App, earlier: (&String, &Meeting), later: (&String, &Meeting)) -> Vec<(String, Role)> {
    let name = |id: &str| app.person_name(id);
    let line = |line| match line {
        ChangeLine::Heading(text) => (text, Role::Accent),
        ChangeLine::Change(text) => (text, Role::Text),
        ChangeLine::Nothing(text) => (text, Role::Dim),
        ChangeLine::Action(state, text) => {
            let (mark, role) = marks::progress(state);
            (format!("{mark} {text}"), role)
        }
    };
    between::lines(&app.words, &app.folder, &app.cycle(), name, earlier, later).into_iter().map(line).collect()
}
