//! The state of a survey import: its table, the options chosen so far, and the next question.

use crate::domain::{
    model::survey::{Answering, Audience},
    survey::gather::{GatheredSurvey, ImportOptions},
    table::Spreadsheet,
};

/// A survey import in progress.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyImport {
    /// The name of the file.
    pub name: String,
    /// The table read from it.
    pub sheet: Spreadsheet,
    /// The options chosen so far.
    pub said: ImportOptions,
    /// The current step.
    pub step: SurveyStep,
    /// What the answers give so far.
    pub gathered: Option<Box<GatheredSurvey>>,
    /// The line of the preview under the cursor.
    pub at: usize,
}

/// The answer to a question about a survey.
#[derive(Clone, Debug, PartialEq)]
pub enum SurveyAnswer {
    /// Who answered.
    Audience(Audience),
    /// The question that defines groups.
    Groups(Option<String>),
    /// How a question was answered, by its normalised header; `None` leaves the column out.
    Kind(String, Option<Answering>),
    /// A question is the school's own, by its normalised header.
    Own(String),
}

/// What choosing a line of the preview does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SurveyAct {
    /// Takes the survey.
    Take,
    /// Changes how a question was answered, by its header.
    Kind(String),
    /// Counts a row that may not be answers, or does not, by its line.
    Doubtful(usize),
    /// Asks a question again.
    Ask(SurveyStep),
}

/// The steps of a survey import, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurveyStep {
    /// Who answered.
    Whom,
    /// The date.
    When,
    /// How many people were invited.
    Asked,
    /// The question that defines groups.
    By,
    /// Nothing more: the preview.
    Shown,
}
