//! Symbols for states, each with its role: colour never carries meaning alone.

use crate::{
    domain::model::{board::Wellbeing, progress::Progress},
    tui::theme::Role,
};

/// The symbol of a wellbeing state.
pub fn wellbeing(state: Wellbeing) -> (&'static str, Role) {
    match state {
        Wellbeing::Well => ("✓", Role::Good),
        Wellbeing::Watch => ("~", Role::Watch),
        Wellbeing::MoreSupport => ("!", Role::Alert),
        Wellbeing::Unknown => ("?", Role::Unknown),
    }
}

/// The symbol of a progress state.
pub fn progress(progress: Progress) -> (&'static str, Role) {
    match progress {
        Progress::Todo => ("□", Role::Text),
        Progress::Doing => ("◐", Role::Accent),
        Progress::Done => ("✓", Role::Good),
        Progress::Postponed => ("»", Role::Watch),
        Progress::Dropped => ("×", Role::Dim),
    }
}
