//! The cursor of the frontmost list, whatever the screen.

use crate::tui::{action::Action, app::App, components::list};

/// The cursor of the frontmost list.
pub fn cursor(app: &mut App) -> Option<&mut usize> {
    app.views.cursor()
}

/// Moves the cursor of the frontmost list, of this length; returns whether the action was a movement.
pub fn moves(app: &mut App, action: Action, length: usize) -> bool {
    let Some(at) = cursor(app) else { return false };
    match list::moved(*at, length, action) {
        Some(moved) => {
            *at = moved;
            true
        }
        None => false,
    }
}
