//! What can be added: a record made of a text, or one chosen in a menu.

use crate::domain::model::cycle::Step;

/// A record created from a text: a name, a title, a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRecord {
    /// A newcomer, by name.
    Person,
    /// A row, by title.
    Row,
    /// A row that serves an issue, by id, at a step, by title.
    RowOfIssue(String, Step),
    /// An issue, by name.
    Issue,
    /// An indicator of this issue, by its question.
    Indicator(String),
    /// A goal scale of this issue, by its goal.
    Scale(String),
    /// A member of the committee, by name.
    Member,
    /// A step of the welcome of a newcomer, by id, by what is to be done.
    WelcomeTask(String),
    /// A guiding question of this stage.
    Question(String),
    /// A fund, by its source.
    Fund,
    /// What the committee recommends.
    Recommendation,
    /// A step of the welcome of whoever arrives, by what is done.
    WelcomeStep,
    /// A term of the school's lexicon.
    Term,
    /// A column of the school's own, by name.
    Column,
}

/// What can be added on the impact screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImpactKind {
    /// An impact check of an issue.
    Check,
    /// A part of an issue.
    Part(IssuePart),
    /// A survey, from the answers of a form.
    Survey,
}

/// What can be added to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuePart {
    Indicator,
    /// A goal scale in five levels.
    Scale,
}
