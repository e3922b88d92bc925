//! The audience level of the screen, and the state of projector mode.

use chrono::NaiveDateTime;

use crate::domain::privacy::audience::Level;

/// The audience level of the screen, and the state of projector mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The current audience level.
    pub level: Level,
    /// The level before projector mode.
    pub before: Level,
    /// The level to restore after the meeting under way.
    pub outside: Option<Level>,
    /// Since when the screen is blanked, if it is.
    pub blank: Option<NaiveDateTime>,
    /// The person revealed in projector mode, by id.
    pub revealed: Option<String>,
}

impl Default for Projection {
    fn default() -> Self {
        let level = Level::Committee;
        Projection { level, before: level, outside: None, blank: None, revealed: None }
    }
}
