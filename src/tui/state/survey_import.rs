//! A survey that is being taken in: its table, what somebody said of it so far, and what is asked next.

use crate::domain::{board::import::Spreadsheet, survey::gather::ImportOptions};

/// A survey that is being taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taking {
    /// The name of its file.
    pub name: String,
    /// The table.
    pub sheet: Spreadsheet,
    /// What somebody said of it.
    pub said: ImportOptions,
    /// What is asked.
    pub step: SurveyStep,
    /// How many answered.
    pub respondents: u32,
}

/// What is asked of a survey, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurveyStep {
    /// Who answered.
    Whom,
    /// When.
    When,
    /// How many were asked.
    Asked,
    /// The question that makes groups.
    By,
    /// Nothing more: it is shown.
    Shown,
}
