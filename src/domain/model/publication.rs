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
    /// The letter to a newcomer, by id, alias or name.
    Welcome(String),
    /// The agreement of a newcomer and the mentor, by id, alias or name.
    Agreement(String),
    /// Something about the whole school.
    School(SchoolPaper),
    /// A survey, by its stem: counts, never comments.
    Survey(String),
    /// A questionnaire to paste into a form.
    Questionnaire(Audience),
    /// The chart of an indicator, by its id.
    Chart(String),
}

choice! {
    /// Something published about the whole school, by its name on the command line.
    pub enum SchoolPaper {
        /// The plan, for the governing board and the assembly: issues, rows with their means, funds.
        ActionPlan = "plan-action",
        /// The same on one page: the rows to come.
        ActionPlanBrief = "plan-action-bref",
        /// A review of the year, for the committee and those it answers to.
        Review = "bilan",
        /// The questions that the school answers stage by stage.
        Process = "demarche",
        /// What whoever is responsible for personal information reviews.
        PrivacyFile = "dossier-prp",
        /// Meetings, due actions and dates of the plan, as a calendar.
        Calendar = "calendrier",
        /// The board, as a table.
        Board = "tableau",
    }
}

impl Publication {
    /// The formats it can have, the usual one first.
    pub fn forms(&self) -> &'static [Form] {
        match self {
            Publication::Minutes(..)
            | Publication::Person(_)
            | Publication::Welcome(_)
            | Publication::Agreement(_)
            | Publication::Survey(_)
            | Publication::School(
                SchoolPaper::ActionPlan
                | SchoolPaper::ActionPlanBrief
                | SchoolPaper::Review
                | SchoolPaper::Process
                | SchoolPaper::PrivacyFile,
            ) => &[Form::Markdown, Form::Html, Form::Docx],
            Publication::Questionnaire(_) | Publication::School(SchoolPaper::Calendar) => &[Form::Markdown],
            Publication::Chart(_) => &[Form::Svg],
            Publication::School(SchoolPaper::Board) => &[Form::Csv, Form::Xlsx],
        }
    }

    /// Whether it names newcomers, which nothing offered beside a projected screen does.
    pub fn names_newcomers(&self) -> bool {
        match self {
            Publication::Minutes(_, naming) => *naming == Naming::Said,
            Publication::Person(_)
            | Publication::Welcome(_)
            | Publication::Agreement(_)
            | Publication::School(SchoolPaper::Board) => true,
            Publication::Survey(_)
            | Publication::Questionnaire(_)
            | Publication::Chart(_)
            | Publication::School(
                SchoolPaper::ActionPlan
                | SchoolPaper::ActionPlanBrief
                | SchoolPaper::Review
                | SchoolPaper::Process
                | SchoolPaper::PrivacyFile
                | SchoolPaper::Calendar,
            ) => false,
        }
    }
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
