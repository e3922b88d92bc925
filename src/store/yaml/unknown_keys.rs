//! The keys of a text that its schema does not define.

use serde_json::Value;

use super::outline::{Node, NodeKind};
use crate::domain::value::text::fold;

impl Node<'_> {
    /// Every key that a schema does not define: the key, its line and column, and the keys defined there.
    pub fn unknown_keys<'a>(&'a self, schema: &'a Value) -> Vec<(&'a str, (usize, usize), Vec<&'a str>)> {
        let mut unknown = Vec::new();
        self.gather_unknown(schema, schema, &mut unknown);
        unknown
    }

    fn gather_unknown<'a>(
        &'a self,
        schema: &'a Value,
        root: &'a Value,
        unknown: &mut Vec<(&'a str, (usize, usize), Vec<&'a str>)>,
    ) {
        let Some(schema) = concrete(schema, root) else { return };
        match &self.kind {
            NodeKind::Scalar(..) => {}
            NodeKind::List(items) => {
                if let Some(item) = schema.get("items") {
                    items.iter().for_each(|node| node.gather_unknown(item, root, unknown));
                }
            }
            NodeKind::Record(fields) => {
                let Some(known) = schema.get("properties").and_then(Value::as_object) else { return };
                for field in fields {
                    let folded = fold(&field.key);
                    let at = (field.line, field.column);
                    match known.iter().find(|(name, _)| fold(name) == folded) {
                        Some((_, schema)) => field.value.gather_unknown(schema, root, unknown),
                        None => unknown.push((&field.key, at, known.keys().map(String::as_str).collect())),
                    }
                }
            }
        }
    }
}

/// Follows the reference of a schema, and skips the null choice of an optional value.
pub fn concrete<'a>(schema: &'a Value, root: &'a Value) -> Option<&'a Value> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return root.pointer(reference.strip_prefix('#')?);
    }
    // What has a default beside its type stands in a list of one.
    if let Some([only]) = schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        return concrete(only, root);
    }
    match schema.get("anyOf").and_then(Value::as_array) {
        Some(choices) => choices
            .iter()
            .filter(|c| c.get("type").and_then(|t| t.as_str()) != Some("null"))
            .find_map(|c| concrete(c, root)),
        None => Some(schema),
    }
}
