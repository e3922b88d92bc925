//! Where a school's files name a person outside the record and the points about that person.

use serde_json::Value;

use super::forget::NameScrubber;
use crate::domain::model::{board::Newcomer, document::FileId, folder::Folder, meeting::PersonPoint};

/// A text that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// The document.
    pub file: FileId,
    /// Its path in the document.
    pub path: Vec<String>,
    /// The whole text.
    pub text: String,
}

/// The texts of the plan, the meetings and the impact checks that name a person, by the same spellings as a purge.
/// What is said about other people in their own records is theirs.
pub fn mentions(folder: &Folder, person: &Newcomer) -> Vec<NamedText> {
    let others: Vec<String> = folder.plan.committee.names().map(ToOwned::to_owned).collect();
    let named =
        NameScrubber::of(std::slice::from_ref(&person.id), std::slice::from_ref(&folder.board), &others, &person.id);
    let mut found = Vec::new();
    for file in folder.files() {
        if matches!(file, FileId::Plan | FileId::Meeting(_) | FileId::Impact(_))
            && let Ok(value) = folder.value(&file)
        {
            walk(&mut Vec::new(), &value, &mut |path, text| {
                if named.names(text) {
                    found.push(NamedText { file: file.clone(), path: path.to_vec(), text: text.to_owned() });
                }
            });
        }
    }
    found
}

fn walk(path: &mut Vec<String>, value: &Value, visit: &mut impl FnMut(&[String], &str)) {
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(crate::domain::edit::identity(item).map_or_else(|| at.to_string(), ToOwned::to_owned));
                walk(path, item, visit);
                path.pop();
            }
        }
        // What a meeting says of each person is told by person.
        Value::Object(record) if record.contains_key(PersonPoint::PERSON) => {}
        Value::Object(record) => {
            for (key, value) in record {
                path.push(key.clone());
                walk(path, value, visit);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
