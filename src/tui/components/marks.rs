//! Signs of states, each with its role: a colour never says anything alone.

use crate::{
    domain::model::{board::Wellbeing, progress::Progress},
    tui::theme::Role,
};

/// How somebody is doing.
pub fn wellbeing(state: Wellbeing) -> (&'static str, Role) {
    match state {
        Wellbeing::Well => ("✓", Role::Good),
        Wellbeing::Watch => ("~", Role::Watch),
        Wellbeing::MoreSupport => ("!", Role::Alert),
        Wellbeing::Unknown => ("?", Role::Unknown),
    }
}

/// How far something is.
pub fn progress(progress: Progress) -> (&'static str, Role) {
    match progress {
        Progress::Todo => ("□", Role::Text),
        Progress::Doing => ("◐", Role::Accent),
        Progress::Done => ("✓", Role::Good),
        Progress::Postponed => ("»", Role::Watch),
        Progress::Dropped => ("×", Role::Dim),
    }
}
