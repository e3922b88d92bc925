//! The documents of a school folder under one roof, each with the name of its file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    board::{Board, Newcomer},
    draft::Draft,
    impact::ImpactCheck,
    meeting::Meeting,
    plan::Plan,
    survey::Survey,
};

/// Which document of a school folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum FileId {
    /// `plan.yaml`
    Plan,
    /// `suivi.yaml`
    Board,
    /// `regulations/STEM.yaml`
    Meeting(String),
    /// `impacts/STEM.yaml`
    Impact(String),
    /// `sondages/STEM.yaml`
    Survey(String),
    /// The meeting under way, a technical file.
    Draft,
}

impl FileId {
    /// The file's name without its ending, relative to the folder, with `/` between parts.
    pub fn stem(&self) -> String {
        match self {
            FileId::Plan => "plan".into(),
            FileId::Board => "suivi".into(),
            FileId::Meeting(stem) => format!("regulations/{stem}"),
            FileId::Impact(stem) => format!("impacts/{stem}"),
            FileId::Survey(stem) => format!("sondages/{stem}"),
            FileId::Draft => ".arrimage/rencontre".into(),
        }
    }

    /// The file's name, relative to the folder.
    pub fn file(&self) -> String {
        format!("{}.yaml", self.stem())
    }

    /// The document that a person names: `suivi`, `plan.yaml`, `regulations/2026-11-19`.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().trim_start_matches("./").replace('\\', "/");
        let stem = name.strip_suffix(".yaml").unwrap_or(&name);
        match stem.split_once('/') {
            None => match crate::domain::value::text::fold(stem).as_str() {
                "plan" => Some(FileId::Plan),
                "suivi" | "tableau" => Some(FileId::Board),
                _ => None,
            },
            Some((folder, stem)) if !stem.is_empty() && !stem.contains(['/', '.']) => {
                match crate::domain::value::text::fold(folder).as_str() {
                    "regulations" => Some(FileId::Meeting(stem.into())),
                    "impacts" => Some(FileId::Impact(stem.into())),
                    "sondages" => Some(FileId::Survey(stem.into())),
                    _ => None,
                }
            }
            Some(_) => None,
        }
    }

    /// Whether people may see it, keep its versions and restore them.
    pub fn is_kept(&self) -> bool {
        *self != FileId::Draft
    }
}

impl From<FileId> for String {
    fn from(file: FileId) -> String {
        file.stem()
    }
}

impl TryFrom<String> for FileId {
    type Error = String;

    /// The document of a stem, technical ones included.
    fn try_from(stem: String) -> Result<Self, String> {
        if stem == FileId::Draft.stem() { Ok(FileId::Draft) } else { FileId::parse(&stem).ok_or(stem) }
    }
}

/// A part of a document, as a tree of values.
#[derive(Clone, Debug)]
pub struct Part {
    /// The tree.
    pub value: Value,
    /// How many steps of a path lead to it.
    pub depth: usize,
}

/// One document, read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Document {
    /// The plan.
    Plan(Plan),
    /// The board.
    Board(Board),
    /// A meeting.
    Meeting(Meeting),
    /// An impact check.
    Impact(ImpactCheck),
    /// A survey.
    Survey(Survey),
    /// The meeting under way.
    Draft(Draft),
}

impl Document {
    /// The document as a tree of values, in the order of the format.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// The tree of values that a path leads into, without the rest of the document: the record of a newcomer, or the
    /// whole. A board is large, and what is said of one person must not cost what is written of all.
    pub fn part(&self, path: &[impl AsRef<str>]) -> Part {
        match self.person(path) {
            Some(at) => Part { value: serde_json::to_value(&self.people()[at]).unwrap_or(Value::Null), depth: 2 },
            None => Part { value: self.to_value(), depth: 0 },
        }
    }

    /// The document with another value in the part that a path leads into.
    ///
    /// # Errors
    /// A value that does not fit the format.
    pub fn with(&self, file: &FileId, path: &[impl AsRef<str>], part: Value) -> Result<Self, serde_json::Error> {
        match (self, self.person(path)) {
            (Document::Board(board), Some(at)) => {
                let mut board = board.clone();
                board.people[at] = Arc::new(serde_json::from_value(part)?);
                Ok(Document::Board(board))
            }
            _ => Document::from_value(file, part),
        }
    }

    fn people(&self) -> &[Arc<Newcomer>] {
        match self {
            Document::Board(board) => &board.people,
            _ => &[],
        }
    }

    /// The position of the newcomer in whose record a path goes on.
    fn person(&self, path: &[impl AsRef<str>]) -> Option<usize> {
        match path {
            [list, id, _, ..] if list.as_ref() == "personnes" => {
                self.people().iter().position(|person| person.id == id.as_ref())
            }
            _ => None,
        }
    }

    /// The document of that kind that a tree of values says.
    ///
    /// # Errors
    /// A value that does not fit the format.
    pub fn from_value(file: &FileId, value: Value) -> Result<Self, serde_json::Error> {
        Ok(match file {
            FileId::Plan => Document::Plan(serde_json::from_value(value)?),
            FileId::Board => Document::Board(serde_json::from_value(value)?),
            FileId::Meeting(_) => Document::Meeting(serde_json::from_value(value)?),
            FileId::Impact(_) => Document::Impact(serde_json::from_value(value)?),
            FileId::Survey(_) => Document::Survey(serde_json::from_value(value)?),
            FileId::Draft => Document::Draft(serde_json::from_value(value)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_people_name_them() {
        for (name, file) in [
            ("suivi", Some(FileId::Board)),
            ("./plan.yaml", Some(FileId::Plan)),
            ("régulations/2026-11-19", Some(FileId::Meeting("2026-11-19".into()))),
            ("regulations/../plan", None),
            ("versions/plan/0001", None),
        ] {
            assert_eq!(FileId::parse(name), file, "{name}");
        }
    }
}
