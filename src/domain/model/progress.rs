//! How far something that was to be done is.

use crate::domain::value::scalar::choice;

choice! {
    /// How far an action or a row of the plan is.
    pub enum Progress {
        Todo = "à faire",
        Doing = "en cours",
        Done = "fait",
        Postponed = "reporté",
        Dropped = "abandonné",
    }
}

impl Progress {
    /// Whether somebody still has to do something.
    pub fn is_open(self) -> bool {
        !matches!(self, Progress::Done | Progress::Dropped)
    }
}
