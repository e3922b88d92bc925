//! Progress of something to be done.

use crate::domain::value::scalar::choice;

choice! {
    /// The progress of an action or of a row of the plan.
    pub enum Progress {
        Todo = "à faire",
        Doing = "en cours",
        Done = "fait",
        Postponed = "reporté",
        Dropped = "abandonné",
    }
}

impl Progress {
    /// Whether it remains to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Progress::Done | Progress::Dropped)
    }
}
