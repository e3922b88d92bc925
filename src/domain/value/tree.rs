//! Trees of values, and paths through them. A step is a key of a record or, in a list, a record's id or a position.

use serde_json::Value;

/// The key of a record's own id.
pub const ID: &str = "id";

/// The keys that identify a record within its list, by priority.
pub const IDENTITIES: [&str; 4] = [ID, "personne", "enjeu", "indicateur"];

/// Returns the value at a path.
pub fn lookup<'a>(root: &'a Value, path: &[impl AsRef<str>]) -> Option<&'a Value> {
    path.iter().try_fold(root, |node, step| child(node, step.as_ref()))
}

/// Returns the value that identifies a record within its list.
pub fn identity(item: &Value) -> Option<&str> {
    IDENTITIES.iter().find_map(|key| item.get(key)?.as_str())
}

/// Resolves a path step to a position in a list: a record's id first, then a number.
pub fn position(list: &[Value], step: &str) -> Option<usize> {
    list.iter()
        .position(|item| identity(item) == Some(step))
        .or_else(|| step.parse().ok().filter(|at| *at < list.len()))
}

/// Returns the position of the item that a removal targets. Other programs may have moved it, and a list may hold two
/// items with the same identity. Prefers the nearest equal item, then the nearest item with the same identity, then
/// whatever is at the original position.
pub fn removed(list: &[Value], at: usize, item: &Value) -> Option<usize> {
    // A list of thousands is not searched for what is where it was.
    if list.get(at) == Some(item) {
        return Some(at);
    }
    let nearest = |is_it: &dyn Fn(&Value) -> bool| nearest(list.iter().map(is_it), at);
    nearest(&|other| other == item)
        .or_else(|| identity(item).and_then(|id| nearest(&|other| identity(other) == Some(id))))
        .or_else(|| (at < list.len()).then_some(at))
}

/// Returns the position nearest to `at` among those marked `true`.
pub fn nearest(right: impl Iterator<Item = bool>, at: usize) -> Option<usize> {
    let positions = right.enumerate().filter(|(_, is_right)| *is_right).map(|(position, _)| position);
    positions.min_by_key(|position| position.abs_diff(at))
}

/// Returns the child of a node: by key in a record, by id or position in a list.
pub fn child<'a>(node: &'a Value, step: &str) -> Option<&'a Value> {
    match node {
        Value::Object(record) => record.get(step),
        Value::Array(list) => list.get(position(list, step)?),
        _ => None,
    }
}
