//! What the school publishes, and in which format.

use super::survey::Audience;
use crate::domain::value::scalar::choice;

/// Something that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// The minutes of a meeting, by its stem.
    Minutes(String, Naming),
    /// Everything that the files hold about one person, by id, alias or name.
    Person(String),
    /// One page for the governing board and the assembly: issues, rows, funds.
    ActionPlan,
    /// A review of the year, for the committee and those it answers to.
    Review,
    /// A survey, by its stem: counts, never comments.
    Survey(String),
    /// A questionnaire to paste into a form.
    Questionnaire(Audience),
    /// The chart of an indicator, by its id.
    Chart(String),
    /// The board, as a table.
    Board,
    /// Meetings, due actions and dates of the plan, as a calendar.
    Calendar,
}

/// Whether newcomers are named, with what was said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Nobody: counts only.
    Unsaid,
    /// Everybody whom the meeting discussed.
    Said,
}

choice! {
    /// The format of a published file.
    pub enum Form {
        /// Plain text with light markup.
        Markdown = "md",
        /// A web page that prints well.
        Html = "html",
        /// A Word document.
        Docx = "docx",
        /// A vector image.
        Svg = "svg",
        /// Separated values.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
    }
}

impl Form {
    /// The formats of a written document, by their words.
    pub const PAPERS: [&'static str; 3] = ["md", "html", "docx"];
}
