//! The cursor of the frontmost list, whatever the screen.

use crate::tui::{
    action::Action,
    app::App,
    components::list,
    state::{MeetingPane, Screen},
};

/// The cursor of the frontmost list.
pub fn cursor(app: &mut App) -> Option<&mut usize> {
    let views = &mut app.views;
    if let Some(open) = &mut views.sheet {
        return Some(&mut open.at);
    }
    match views.screen {
        Screen::Home => Some(&mut views.home),
        Screen::Plan => Some(&mut views.plan.at),
        Screen::Board => Some(&mut views.board.at),
        Screen::Impact => Some(&mut views.impact),
        Screen::Versions => Some(&mut views.versions.at),
        Screen::Meeting if views.meeting.middle == MeetingPane::Board => Some(&mut views.board.at),
        Screen::Meeting => Some(&mut views.meeting.line),
        Screen::Landmarks => Some(&mut views.landmarks.at),
        Screen::Meetings => None,
    }
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
