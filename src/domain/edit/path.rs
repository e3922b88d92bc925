//! Paths as people write them.

use serde_json::{Map, Value};

use crate::domain::{
    model::document::FileId,
    value::{
        fault::{Code, Fault},
        text::fold,
        tree::{child, identity, lookup},
    },
};

/// Resolves a path as a person writes it. A path that starts with the id of a record is found in whichever list holds
/// the record: `p1.état`. A path that starts at the root is used as it is. Keys ignore accents and case; `known` holds
/// those of the format, for fields that the record does not have yet.
///
/// # Errors
/// If the path does not exist.
pub fn resolve(root: &Value, file: &FileId, said: &str, known: &[String]) -> Result<Vec<String>, Fault> {
    let steps: Vec<&str> = said.split('.').collect();
    let spelled = |step: &str| known.iter().find(|key| fold(key) == fold(step)).map_or(step, String::as_str).to_owned();
    let fault = || Fault::new(Code::NoSuchPlace, file.file()).with("path", said);
    let mut path = Vec::new();
    // A key alone is that of the document, whatever record is called so.
    let is_key = steps.len() == 1 && known.iter().any(|key| fold(key) == fold(steps[0]));
    if let Value::Object(record) = root
        && key_of(record, steps[0]).is_none()
        && !is_key
    {
        let mut lists = record.iter().filter(|(_, value)| value.is_array());
        if let Some((key, _)) = lists.find(|(_, list)| item_of(list, &steps).is_some_and(|(item, _)| item.is_named)) {
            path.push(key.clone());
        }
    }
    let (mut node, mut left) = (lookup(root, &path), steps.as_slice());
    while let [step, rest @ ..] = left {
        let (key, next, rest) = match node {
            Some(Value::Object(record)) => match key_of(record, step) {
                Some(key) => (key.to_owned(), record.get(key), rest),
                None => (spelled(step), None, rest),
            },
            Some(list @ Value::Array(_)) => {
                let (item, rest) = item_of(list, left).ok_or_else(fault)?;
                (item.step, Some(item.value), rest)
            }
            Some(_) => return Err(fault()),
            None => (spelled(step), None, rest),
        };
        path.push(key);
        (node, left) = (next, rest);
    }
    Ok(path)
}

/// An item of a list, as a path leads to it.
struct ItemOfPath<'a> {
    value: &'a Value,
    /// Its id, or its position if it has none: edits know a record by its id.
    step: String,
    /// Whether the path said its id.
    is_named: bool,
}

/// The item of a list to which the first steps of a path lead, and the steps after it. An id may hold dots.
fn item_of<'a, 'p, 's>(list: &'a Value, steps: &'p [&'s str]) -> Option<(ItemOfPath<'a>, &'p [&'s str])> {
    (1..=steps.len()).rev().find_map(|length| {
        let said = steps[..length].join(".");
        let value = child(list, &said)?;
        let id = identity(value);
        let item = ItemOfPath { value, is_named: id == Some(&said), step: id.map_or(said, ToOwned::to_owned) };
        Some((item, &steps[length..]))
    })
}

fn key_of<'a>(record: &'a Map<String, Value>, said: &str) -> Option<&'a str> {
    let folded = fold(said);
    record.keys().map(String::as_str).find(|key| fold(key) == folded)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_record_is_known_by_its_id_even_with_dots_and_when_its_position_is_said() {
        let root = json!({"questions": [{"id": "1.1", "réponse": "a"}, {"id": "1.2"}], "listes": [{"quoi": "b"}]});
        let known = ["questions", "réponse", "quoi"].map(ToOwned::to_owned);
        let path = |said: &str| resolve(&root, &FileId::Plan, said, &known).ok().map(|path| path.join("/"));
        for (said, expected) in [
            ("1.2.reponse", Some("questions/1.2/réponse")),
            ("questions.1.1.réponse", Some("questions/1.1/réponse")),
            ("questions.0.réponse", Some("questions/1.1/réponse")),
            ("listes.0.quoi", Some("listes/0/quoi")),
            ("questions.9.9.réponse", None),
        ] {
            assert_eq!(path(said).as_deref(), expected, "{said}");
        }
    }
}
