//! Trees of values, and the way along them: a key in a record; in a list, the id of a record or a position.

use serde_json::Value;

/// The keys that tell the records of a list apart.
pub const IDENTITIES: [&str; 4] = ["id", "personne", "enjeu", "indicateur"];

/// The value at a path.
pub fn lookup<'a>(root: &'a Value, path: &[impl AsRef<str>]) -> Option<&'a Value> {
    path.iter().try_fold(root, |node, step| child(node, step.as_ref()))
}

/// What tells a record apart from the others of its list.
pub fn identity(item: &Value) -> Option<&str> {
    IDENTITIES.iter().find_map(|key| item.get(key)?.as_str())
}

/// The position that a step names in a list: a record's id first, then a number.
pub fn position(list: &[Value], step: &str) -> Option<usize> {
    list.iter()
        .position(|item| identity(item) == Some(step))
        .or_else(|| step.parse().ok().filter(|at| *at < list.len()))
}

/// Which item of a list a removal means: other programs may have moved it, and a list may hold two items of one
/// identity. The nearest to where it stood among those that say the same, else among those of its identity, else
/// whatever stands there.
pub fn removed(list: &[Value], at: usize, item: &Value) -> Option<usize> {
    let nearest = |is_it: &dyn Fn(&Value) -> bool| nearest(list.iter().map(is_it), at);
    nearest(&|other| other == item)
        .or_else(|| identity(item).and_then(|id| nearest(&|other| identity(other) == Some(id))))
        .or_else(|| (at < list.len()).then_some(at))
}

/// The position nearest to another among those that are told to be right.
pub fn nearest(right: impl Iterator<Item = bool>, at: usize) -> Option<usize> {
    let positions = right.enumerate().filter(|(_, is_right)| *is_right).map(|(position, _)| position);
    positions.min_by_key(|position| position.abs_diff(at))
}

/// The value one step further: a key of a record, an id or a position in a list.
pub fn child<'a>(node: &'a Value, step: &str) -> Option<&'a Value> {
    match node {
        Value::Object(record) => record.get(step),
        Value::Array(list) => list.get(position(list, step)?),
        _ => None,
    }
}
