//! What a wall may see, and who read the screen before it did.

use crate::domain::privacy::audience::Level;

/// What a wall may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Who reads the screen.
    pub level: Level,
    /// Who read it before the wall did.
    pub before: Level,
    /// Who read it before the meeting, while one is led.
    pub outside: Option<Level>,
    /// Nothing at all is shown.
    pub blank: bool,
    /// The person whose needs and traces are shown for now.
    pub revealed: Option<String>,
}

impl Default for Projection {
    fn default() -> Self {
        let level = Level::Committee;
        Projection { level, before: level, outside: None, blank: false, revealed: None }
    }
}
