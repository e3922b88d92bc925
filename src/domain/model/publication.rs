//! What the school gives to others, and in which form.

use super::survey::Audience;
use crate::domain::value::scalar::choice;

/// Something that is given to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// The minutes of a meeting, by its stem.
    Minutes(String, Naming),
    /// All that the files hold about one person, by id, alias or name.
    Person(String),
    /// One page for the governing board and the assembly: issues, rows, sums.
    ActionPlan,
    /// The year, for the committee and those it answers to.
    Review,
    /// A survey, by its stem: counts, never a comment.
    Survey(String),
    /// A questionnaire to paste into a form.
    Questionnaire(Audience),
    /// The chart of an indicator, by its id.
    Chart(String),
    /// The board, for a spreadsheet.
    Board,
    /// Meetings, due actions and dates of the plan.
    Calendar,
}

/// Whether newcomers are named, with what was said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Nobody: counts only.
    Unsaid,
    /// Everybody whom the meeting spoke of.
    Said,
}

choice! {
    /// In which form a text is given.
    pub enum Form {
        /// Plain text with light marks.
        Markdown = "md",
        /// A page for a browser, which prints well.
        Html = "html",
        /// A document for Word.
        Docx = "docx",
        /// A picture.
        Svg = "svg",
        /// Separated values.
        Csv = "csv",
        /// A workbook of Excel.
        Xlsx = "xlsx",
    }
}

impl Form {
    /// The forms of a text, by their words.
    pub const PAPERS: [&'static str; 3] = ["md", "html", "docx"];
}
