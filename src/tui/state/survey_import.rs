//! The state of a survey import: its table, the options chosen so far, and the next question.

use crate::domain::{survey::gather::ImportOptions, table::Spreadsheet};

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
    /// The number of respondents.
    pub respondents: u32,
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
