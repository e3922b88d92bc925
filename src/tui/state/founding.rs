//! The state of a school that is being made: what was said of it so far.

use crate::domain::model::{new_school::NewSchool, school::Order};

/// A school that is being made. Nothing is written before the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Founding {
    /// The folder, as it was typed; empty for the one proposed.
    pub place: String,
    /// What was said.
    pub school: NewSchool,
    /// Whether each question was asked once: from then on, an answer leads back to the list of questions.
    pub is_gone_through: bool,
    /// Why it could not be made.
    pub refused: Option<String>,
    /// The line under the cursor.
    pub at: usize,
}

/// A question about a school that is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundingStep {
    /// Its name.
    Name,
    /// Its folder.
    Place,
    /// What it teaches.
    Order,
    /// The template of its plan.
    Template,
    /// The first day of school, and with it the school year.
    FirstDay,
    /// The last day of school.
    LastDay,
    /// The members of the committee.
    Members,
    /// Those who arrive.
    Newcomers,
}

impl FoundingStep {
    /// The questions, in the order in which they are asked.
    pub const ALL: [FoundingStep; 8] = [
        FoundingStep::Name,
        FoundingStep::Place,
        FoundingStep::Order,
        FoundingStep::Template,
        FoundingStep::FirstDay,
        FoundingStep::LastDay,
        FoundingStep::Members,
        FoundingStep::Newcomers,
    ];

    /// Whether it asks for a day of the school year.
    pub fn is_day(self) -> bool {
        matches!(self, FoundingStep::FirstDay | FoundingStep::LastDay)
    }

    /// Whether it asks for a list, one line each.
    pub fn is_list(self) -> bool {
        matches!(self, FoundingStep::Members | FoundingStep::Newcomers)
    }

    /// The question after this one.
    pub fn next(self) -> Option<FoundingStep> {
        Self::ALL.iter().skip_while(|step| **step != self).nth(1).copied()
    }
}

/// The answer to a question that has a list of choices.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundingChoice {
    /// What the school teaches.
    Order(Order),
    /// The name of a template.
    Template(String),
}

/// What choosing a line of the list of questions does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundingAct {
    /// Makes the school.
    Make,
    /// Asks a question again.
    Ask(FoundingStep),
}
