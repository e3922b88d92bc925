//! The difference between two states of a document, as edits.

use std::collections::{BTreeSet, HashSet};

use serde_json::Value;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Change, Edit, identity};
use crate::domain::model::document::FileId;

/// Returns the edits that turn one state into another, in the order in which they apply. Records are matched by id,
/// other list items by content. Reordering records that have ids is not a difference.
pub fn differences(file: &FileId, before: &Value, after: &Value) -> Vec<Edit> {
    let mut found = Vec::new();
    walk(file, &mut Vec::new(), before, after, &mut found);
    found
}

/// Counts the records that edits touch: people, rows, issues. Edits outside any list are grouped by the first two steps
/// of their path.
pub fn records(edits: &[Edit]) -> usize {
    let record = |edit: &Edit| {
        let item = match &edit.change {
            Change::Insert { item, .. } | Change::Remove { item, .. } if edit.path.len() == 1 => identity(item),
            _ => edit.path.get(1).map(String::as_str),
        };
        (edit.file.clone(), edit.path.first().cloned(), item.map(ToOwned::to_owned))
    };
    edits.iter().map(record).collect::<BTreeSet<_>>().len()
}

/// Returns the changes that take something away: a record, an item, a field or a text that says nothing any more.
pub fn losses(changes: &[Edit]) -> Vec<Edit> {
    let says_nothing = |value: &Option<Value>| match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => false,
    };
    let is_loss = |edit: &&Edit| match &edit.change {
        Change::Remove { .. } => true,
        Change::Set { before, after } => !says_nothing(before) && says_nothing(after),
        Change::Insert { .. } => false,
    };
    changes.iter().filter(is_loss).cloned().collect()
}

fn walk(file: &FileId, path: &mut Vec<String>, before: &Value, after: &Value, found: &mut Vec<Edit>) {
    let edit = |path: &[String], change| Edit { file: file.clone(), path: path.to_vec(), change };
    match (before, after) {
        _ if before == after => {}
        (Value::Object(old), Value::Object(new)) => {
            let gone = old.keys().filter(|key| !new.contains_key(*key));
            for key in new.keys().chain(gone) {
                path.push(key.clone());
                match (old.get(key), new.get(key)) {
                    (Some(before), Some(after)) => walk(file, path, before, after, found),
                    (before, after) => {
                        found.push(edit(path, Change::Set { before: before.cloned(), after: after.cloned() }));
                    }
                }
                path.pop();
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            let pairs = align(old, new);
            for (at, counterpart) in pairs.iter().filter_map(|pair| Some((pair.0?, pair.1?))) {
                path.push(identity(&old[at]).map_or_else(|| at.to_string(), ToOwned::to_owned));
                walk(file, path, &old[at], &new[counterpart], found);
                path.pop();
            }
            let mut gone: Vec<usize> = pairs.iter().filter(|pair| pair.1.is_none()).filter_map(|pair| pair.0).collect();
            gone.sort_unstable_by(|a, b| b.cmp(a));
            for at in gone {
                found.push(edit(path, Change::Remove { at, item: old[at].clone() }));
            }
            for at in pairs.iter().filter(|pair| pair.0.is_none()).filter_map(|pair| pair.1) {
                found.push(edit(path, Change::Insert { at, item: new[at].clone() }));
            }
        }
        _ => found.push(edit(path, Change::Set { before: Some(before.clone()), after: Some(after.clone()) })),
    }
}

/// Pairs the items of two lists: by id if every item has one, else by content. Pairs follow the order of the second
/// list; an item without a counterpart is paired with `None`.
pub fn align(old: &[Value], new: &[Value]) -> Vec<(Option<usize>, Option<usize>)> {
    if let (Some(before), Some(after)) = (identities(old), identities(new)) {
        let place = |id: &&str| before.iter().position(|b| b == id);
        let kept = after.iter().enumerate().map(|(at, id)| (place(id), Some(at)));
        let gone = before.iter().enumerate().filter(|(_, id)| !after.contains(id)).map(|(at, _)| (Some(at), None));
        return kept.chain(gone).collect();
    }
    let words = |list: &[Value]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &words(old), &words(new)) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pairs.extend((0..len).map(|i| (Some(old_index + i), Some(new_index + i))));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                pairs.extend((old_index..old_index + old_len).map(|at| (Some(at), None)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pairs.extend((new_index..new_index + new_len).map(|at| (None, Some(at))));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                replaced(old, old_index..old_index + old_len, new, new_index..new_index + new_len, &mut pairs);
            }
        }
    }
    pairs
}

/// Pairs replaced items that are still much the same: they were corrected rather than replaced.
fn replaced(
    old: &[Value],
    gone: std::ops::Range<usize>,
    new: &[Value],
    come: std::ops::Range<usize>,
    pairs: &mut Vec<(Option<usize>, Option<usize>)>,
) {
    let mut next = gone.start;
    for at in come {
        match (next..gone.end).find(|candidate| alike(&old[*candidate], &new[at])) {
            Some(counterpart) => {
                pairs.extend((next..counterpart).map(|passed| (Some(passed), None)));
                pairs.push((Some(counterpart), Some(at)));
                next = counterpart + 1;
            }
            None => pairs.push((None, Some(at))),
        }
    }
    pairs.extend((next..gone.end).map(|passed| (Some(passed), None)));
}

/// Whether two records without an id are one record, corrected: at least half of their fields are equal.
fn alike(a: &Value, b: &Value) -> bool {
    let (Value::Object(a), Value::Object(b)) = (a, b) else { return false };
    let same = a.iter().filter(|(key, value)| b.get(*key) == Some(value)).count();
    same > 0 && same * 2 >= a.len().max(b.len())
}

/// The ids of a list, if every item has a unique one.
fn identities(list: &[Value]) -> Option<Vec<&str>> {
    let ids: Vec<&str> = list.iter().map(identity).collect::<Option<_>>()?;
    (ids.iter().collect::<HashSet<_>>().len() == ids.len()).then_some(ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(before: Value, after: Value) -> Vec<String> {
        let edits = differences(&FileId::Board, &before, &after);
        edits
            .iter()
            .map(|edit| match &edit.change {
                Change::Set { after, .. } => {
                    format!("{} = {}", edit.path.join("."), after.as_ref().unwrap_or(&Value::Null))
                }
                Change::Insert { at, item } => format!("{} + {at} {item}", edit.path.join(".")),
                Change::Remove { at, item } => format!("{} - {at} {item}", edit.path.join(".")),
            })
            .collect()
    }

    #[test]
    fn records_are_followed_by_their_id() {
        let before = json!({"personnes": [{"id": "a", "nom": "A"}, {"id": "b", "nom": "B"}]});
        let after = json!({"personnes": [{"id": "b", "nom": "B", "état": "va bien"}, {"id": "c"}]});
        assert_eq!(
            said(before.clone(), after.clone()),
            [
                "personnes.b.état = \"va bien\"",
                "personnes - 0 {\"id\":\"a\",\"nom\":\"A\"}",
                "personnes + 1 {\"id\":\"c\"}"
            ]
        );
        assert_eq!(records(&differences(&FileId::Board, &before, &after)), 3);
    }

    #[test]
    fn a_corrected_trace_is_not_another_trace() {
        let before = json!({"traces": [{"date": "1", "par": "x", "défi": "fote"}, {"date": "2", "par": "x"}]});
        let after = json!({"traces": [{"date": "0", "soutien": "y"}, {"date": "1", "par": "x", "défi": "faute"}]});
        assert_eq!(
            said(before, after),
            [
                "traces.0.défi = \"faute\"",
                "traces - 1 {\"date\":\"2\",\"par\":\"x\"}",
                "traces + 0 {\"date\":\"0\",\"soutien\":\"y\"}"
            ]
        );
    }
}
