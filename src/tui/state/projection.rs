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
    /// What is shown of a person beyond what a wall shows.
    pub revealed: Option<Revealed>,
}

/// What is shown of a person beyond what a wall shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    /// The id of the person.
    pub person: String,
    /// The key of the only field that is shown; `None` for all that the committee may read.
    pub field: Option<String>,
}

impl Projection {
    /// Whether data about a person that is readable up to the level `most`, or its field of that key, may be shown now. Who
    /// is revealed on a wall is shown as to the committee.
    pub fn shows(&self, most: Level, person: &str, key: Option<&str>) -> bool {
        let is_revealed =
            |shown: &Revealed| shown.person == person && (shown.field.is_none() || shown.field.as_deref() == key);
        self.level <= most || most == Level::Committee && self.revealed.as_ref().is_some_and(is_revealed)
    }

    /// Reveals a person, or hides the one revealed.
    pub fn reveal(&mut self, person: Option<String>) {
        let whole = person.map(|person| Revealed { person, field: None });
        self.revealed = if self.revealed.is_some() { None } else { whole };
    }
}

impl Default for Projection {
    fn default() -> Self {
        let level = Level::Committee;
        Projection { level, before: level, outside: None, blank: None, revealed: None }
    }
}
