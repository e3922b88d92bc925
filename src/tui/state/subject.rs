//! The subject of a sheet: one record of the school.

use crate::domain::model::{board::Board, document::FileId, plan::Plan, survey::Audience};

/// The subject of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A newcomer.
    Person(String),
    /// A row of the plan.
    Row(String),
    Issue(String),
    Indicator(String),
    /// An impact check.
    Check(String),
    /// A survey of the school.
    Survey(String),
    /// The reference survey of an audience, answered elsewhere.
    Reference(Audience),
    /// The school, its committee and its resources.
    School,
}

impl Subject {
    /// How many of its first fields belong to another record: a check starts with the objective and the initial data of
    /// its issue.
    pub fn borrowed(&self) -> usize {
        if matches!(self, Subject::Check(_)) { 2 } else { 0 }
    }

    /// The document of the record, and its path: a list and an id.
    pub fn place(&self) -> (FileId, Vec<&str>) {
        match self {
            Subject::Person(id) => (FileId::Board, vec![Board::PEOPLE, id]),
            Subject::Row(id) => (FileId::Plan, vec![Plan::ROWS, id]),
            Subject::Issue(id) => (FileId::Plan, vec![Plan::ISSUES, id]),
            Subject::Indicator(id) => (FileId::Plan, vec![Plan::INDICATORS, id]),
            Subject::School => (FileId::Plan, Vec::new()),
            Subject::Check(stem) => (FileId::Impact(stem.clone()), Vec::new()),
            Subject::Survey(stem) => (FileId::Survey(stem.clone()), Vec::new()),
            Subject::Reference(_) => (FileId::Survey(String::new()), Vec::new()),
        }
    }
}
