//! Edits that touch only their own lines: comments, order, quotes and line endings elsewhere stay as they were.
//!
//! The lossless editor is the engine; the typed reader is the judge. What the editor does is used only when it reads
//! back as exactly what was meant.

use std::str::FromStr;

use serde_json::Value;
use yaml_edit::{Document as Tree, Mapping, Sequence, YamlFile, YamlNode};

use super::{read, spell};
use crate::domain::{
    document::{Document, FileId},
    edit::{Change, Edit, IDENTITIES},
    text::fold,
};

/// How an edited text came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Only the lines of the edit changed.
    InPlace,
    /// The whole file was written anew: comments and unknown keys are in the version kept before.
    Rewritten,
}

/// The text after these edits, which lead to that document.
/// `None` when no way of writing it reads back as meant.
pub fn splice(file: &FileId, text: &str, edits: &[Edit], after: &Document) -> Option<(String, Manner)> {
    if let Some(edited) = in_place(text, edits).filter(|edited| reads_as(file, edited, after)) {
        return Some((edited, Manner::InPlace));
    }
    let rewritten = spell::document(&after.to_value());
    reads_as(file, &rewritten, after).then_some((rewritten, Manner::Rewritten))
}

fn reads_as(file: &FileId, text: &str, meant: &Document) -> bool {
    read::document(file, text).is_ok_and(|read| read == *meant)
}

fn in_place(text: &str, edits: &[Edit]) -> Option<String> {
    let tree = YamlFile::from_str(text).ok()?;
    let root = tree.document()?.as_mapping()?;
    for edit in edits {
        apply(&root, edit)?;
    }
    let edited = tree.to_string();
    let crlf = text.contains("\r\n") && !text.replace("\r\n", "").contains('\n');
    Some(if crlf { edited.replace("\r\n", "\n").replace('\n', "\r\n") } else { edited })
}

fn apply(root: &Mapping, edit: &Edit) -> Option<()> {
    let (last, way) = edit.path.split_last()?;
    let parent = way.iter().try_fold(Container::Record(root.clone()), |container, step| container.child(step))?;
    match (&edit.change, parent) {
        (Change::Set { after: Some(value), .. }, Container::Record(record)) => set(&record, last, value),
        (Change::Set { after: None, .. }, Container::Record(record)) => {
            let key = key_of(&record, last)?;
            record.remove(key.as_str()).map(drop)
        }
        (Change::Set { after: Some(value), .. }, Container::List(list)) => {
            let at = position(&list, last)?;
            list.set(at, item_node(value, list.is_flow_style())?).then_some(())
        }
        (Change::Set { after: None, .. }, Container::List(_)) => None,
        (Change::Insert { at, item }, parent) => match (parent.child(last), parent) {
            // An empty list on one line takes the shape that its first item wants.
            (Some(Container::List(list)), Container::Record(record)) if list.is_empty() && !record.is_flow_style() => {
                set(&record, last, &Value::Array(vec![item.clone()]))
            }
            (Some(Container::List(list)), _) => {
                let node = item_node(item, list.is_flow_style())?;
                if *at >= list.len() {
                    list.push(node)
                } else {
                    list.insert(*at, node)
                }
                Some(())
            }
            (None, Container::Record(record)) => set(&record, last, &Value::Array(vec![item.clone()])),
            _ => None,
        },
        (Change::Remove { at, item }, parent) => {
            let Some(Container::List(list)) = parent.child(last) else { return None };
            let id = crate::domain::edit::identity(item);
            let at = id.and_then(|id| position(&list, id)).unwrap_or(*at);
            list.remove(at).map(drop)
        }
    }
}

fn set(record: &Mapping, key: &str, value: &Value) -> Option<()> {
    let key = key_of(record, key).unwrap_or_else(|| key.to_owned());
    let flow = record.is_flow_style();
    record.set(key.as_str(), node(value, flow)?);
    Some(())
}

/// A value as a node of the lossless tree, spelled in our way.
fn node(value: &Value, flow: bool) -> Option<YamlNode> {
    let text = if flow { format!(" [{}]", spell_in_flow(value)) } else { format!("{}\n", spell::after_key(value, 0)) };
    let tree = Tree::from_str(&format!("v:{text}")).ok()?;
    let node = tree.get("v")?;
    if flow { node.as_sequence()?.get(0) } else { Some(node) }
}

fn item_node(value: &Value, flow: bool) -> Option<YamlNode> {
    if flow {
        return node(value, true);
    }
    Tree::from_str(&format!("v:{}", spell::record(value))).ok()?.get("v")
}

fn spell_in_flow(value: &Value) -> String {
    let listed = spell::after_key(&Value::Array(vec![value.clone()]), 0);
    match listed.trim().strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
        Some(inner) => inner.to_owned(),
        None => match value {
            Value::String(_) => serde_json::to_string(value).unwrap_or_default(),
            Value::Object(record) => {
                let fields: Vec<String> =
                    record.iter().map(|(key, value)| format!("{key}: {}", spell_in_flow(value))).collect();
                format!("{{{}}}", fields.join(", "))
            }
            _ => spell::scalar(value),
        },
    }
}

enum Container {
    Record(Mapping),
    List(Sequence),
}

impl Container {
    fn child(&self, step: &str) -> Option<Container> {
        let node = match self {
            Container::Record(record) => record.get(key_of(record, step)?.as_str())?,
            Container::List(list) => list.get(position(list, step)?)?,
        };
        match (node.as_mapping(), node.as_sequence()) {
            (Some(record), _) => Some(Container::Record(record.clone())),
            (None, Some(list)) => Some(Container::List(list.clone())),
            (None, None) => None,
        }
    }
}

/// The key as the file writes it, with or without its accents.
fn key_of(record: &Mapping, key: &str) -> Option<String> {
    let folded = fold(key);
    record.keys().filter_map(|k| k.as_scalar().map(|s| s.as_string())).find(|k| fold(k) == folded)
}

fn position(list: &Sequence, step: &str) -> Option<usize> {
    let by_id = list.values().position(|item| {
        item.as_mapping().is_some_and(|record| {
            IDENTITIES
                .iter()
                .find_map(|id| record.get(*id))
                .and_then(|id| id.as_scalar().map(|s| s.as_string()))
                .is_some_and(|id| id == step)
        })
    });
    by_id.or_else(|| step.parse().ok().filter(|at| *at < list.len()))
}
