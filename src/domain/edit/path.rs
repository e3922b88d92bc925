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
        let lists = record.iter().filter_map(|(key, value)| Some((key, value.as_array()?)));
        let mut holders = lists.filter(|(_, list)| list.iter().any(|item| identity(item) == Some(steps[0])));
        if let Some((key, _)) = holders.next() {
            path.push(key.clone());
        }
    }
    let mut node = lookup(root, &path);
    for step in steps {
        let (key, next) = match node {
            Some(Value::Object(record)) => match key_of(record, step) {
                Some(key) => (key.to_owned(), record.get(key)),
                None => (spelled(step), None),
            },
            Some(list @ Value::Array(_)) => (step.to_owned(), Some(child(list, step).ok_or_else(fault)?)),
            Some(_) => return Err(fault()),
            None => (spelled(step), None),
        };
        path.push(key);
        node = next;
    }
    Ok(path)
}

fn key_of<'a>(record: &'a Map<String, Value>, said: &str) -> Option<&'a str> {
    let folded = fold(said);
    record.keys().map(String::as_str).find(|key| fold(key) == folded)
}
