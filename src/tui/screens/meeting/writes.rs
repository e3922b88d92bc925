//! What closing the meeting will write, said before it is.

use crate::{domain::closing, tui::app::App, words};

/// What closing will write, a line each.
pub fn lines(app: &App) -> Vec<String> {
    match closing::meeting(&app.folder, app.now) {
        Ok(edits) => {
            let kept =
                edits.iter().filter(|edit| edit.file.is_kept() && edit.path.last().is_none_or(|key| key != "état_le"));
            kept.map(|edit| {
                format!("• {} — {}", edit.file.file(), words::edit::say_to(&app.words, &app.folder, edit, app.level()))
            })
            .chain([format!("• {}", app.words.get("exports-minutes"))])
            .collect()
        }
        Err(fault) => vec![words::fault::cause(&app.words, &fault)],
    }
}
