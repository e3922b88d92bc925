//! Changes as data: each can be applied, inverted, described, and written to disk.
//!
//! A path starts at the root of a document. A step is a key of a record or, in a list, a record's id or a position.

pub mod batch;
pub mod cascade;
mod checked;
pub mod diff;
pub mod history;
pub mod merge;
pub mod new_year;
pub mod path;
pub mod sameness;

use std::{borrow::Borrow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use super::value::tree::{ID, IDENTITIES, identity, lookup, position};
use super::{
    model::{
        document::{Document, FileId, Subtree},
        folder::Folder,
    },
    value::{
        fault::{Code, Fault},
        text,
        tree::{child, removed},
        typed::Misfit,
    },
};

/// One change to one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The document.
    pub file: FileId,
    /// The path of the field that is set, or of the list that gains or loses an item. Empty for the whole document.
    pub path: Vec<String>,
    /// The change at that path.
    pub change: Change,
}

/// What an edit does at its path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Sets a field; `None` is an absent field.
    Set {
        /// The old value.
        before: Option<Value>,
        /// The new value.
        after: Option<Value>,
    },
    /// Inserts an item into a list.
    Insert {
        /// Its position.
        at: usize,
        /// The item.
        item: Value,
    },
    /// Removes an item from a list.
    Remove {
        /// Its position.
        at: usize,
        /// The item.
        item: Value,
    },
}

/// An edit, and the document after it.
type EditAndAfter = (Edit, Option<Document>);

impl Edit {
    /// Whether it changes, adds or removes the record with that id.
    pub fn is_about(&self, id: &str) -> bool {
        let item = match &self.change {
            Change::Set { .. } => None,
            Change::Insert { item, .. } | Change::Remove { item, .. } => identity(item),
        };
        item == Some(id) || self.path.iter().any(|step| step == id)
    }

    /// Returns the edit that sets a field; `None` if nothing changes. Missing parent records are created.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the value.
    pub fn set(folder: &Folder, file: &FileId, path: &[&str], after: Option<Value>) -> Result<Option<Edit>, Fault> {
        Ok(Self::set_with(folder, file, path, after)?.map(|(edit, _)| edit))
    }

    /// Like [`Edit::set`], with the document after it.
    fn set_with(
        folder: &Folder,
        file: &FileId,
        path: &[&str],
        after: Option<Value>,
    ) -> Result<Option<EditAndAfter>, Fault> {
        let Subtree { value: root, depth } = folder.part(file, path)?;
        let after = after.map(writable);
        let after = after.filter(|v| !matches!(v, Value::Null) && *v != Value::String(String::new()));
        let mut known = depth;
        let mut node = &root;
        while known < path.len() {
            match child(node, path[known]) {
                Some(next) => (node, known) = (next, known + 1),
                None => break,
            }
        }
        let edit = if known == path.len() {
            Change::Set { before: Some(node.clone()), after }
        } else {
            // The edit sets the outermost missing record, so that undoing it leaves no empty record behind.
            let wrapped = after.map(|value| {
                path[known + 1..]
                    .iter()
                    .rev()
                    .fold(value, |inner, key| Value::Object(Map::from_iter([((*key).to_owned(), inner)])))
            });
            Change::Set { before: None, after: wrapped }
        };
        let edit = Edit {
            file: file.clone(),
            path: path[..path.len().min(known + 1)].iter().map(|s| (*s).to_owned()).collect(),
            change: edit,
        };
        let says = |value: &Option<Value>| value.clone().filter(|value| *value != Value::String(String::new()));
        let is_idle =
            |edit: &Edit| matches!(&edit.change, Change::Set { before, after } if says(before) == says(after));
        if is_idle(&edit) {
            return Ok(None);
        }
        let (edit, after) = edit.checked_with(folder)?;
        Ok((!is_idle(&edit)).then_some((edit, after)))
    }

    /// Returns the edit that appends an item to a list.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the item.
    pub fn push(folder: &Folder, file: &FileId, path: &[&str], item: Value) -> Result<Edit, Fault> {
        let Subtree { value: root, depth } = folder.part(file, path)?;
        let at = lookup(&root, &path[depth..]).and_then(Value::as_array).map_or(0, Vec::len);
        Edit::insert(folder, file, path, at, item)
    }

    /// Returns the edit that inserts an item into a list, at a position.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the item.
    pub fn insert(folder: &Folder, file: &FileId, path: &[&str], at: usize, item: Value) -> Result<Edit, Fault> {
        Edit { file: file.clone(), path: owned(path), change: Change::Insert { at, item: writable(item) } }
            .checked(folder)
    }

    /// Returns the edit that removes a list item, by position or id.
    ///
    /// # Errors
    /// If the path does not exist.
    pub fn remove(folder: &Folder, file: &FileId, path: &[&str], item: &str) -> Result<Edit, Fault> {
        let Subtree { value: root, depth } = folder.part(file, path)?;
        let list = lookup(&root, &path[depth..]).and_then(Value::as_array).ok_or_else(|| nowhere(file, path))?;
        let at = position(list, item).ok_or_else(|| nowhere(file, path))?;
        let change = Change::Remove { at, item: list[at].clone() };
        Edit { file: file.clone(), path: owned(path), change }.checked(folder)
    }

    /// Returns the edit that takes out the value at a path: an item leaves its list, a field is emptied.
    pub fn take_out(file: &FileId, mut path: Vec<String>, value: Value) -> Edit {
        let change = match path.last().and_then(|last| last.parse().ok()) {
            Some(at) => {
                path.pop();
                Change::Remove { at, item: value }
            }
            None => Change::Set { before: Some(value), after: None },
        };
        Edit { file: file.clone(), path, change }
    }

    /// Returns the edit that creates a document.
    pub fn create(file: FileId, document: &Document) -> Edit {
        Edit { file, path: Vec::new(), change: Change::Set { before: None, after: Some(document.to_value()) } }
    }

    /// Returns the edit that deletes a document.
    ///
    /// # Errors
    /// If the folder does not have the document.
    pub fn delete(folder: &Folder, file: FileId) -> Result<Edit, Fault> {
        let before = Some(folder.value(&file)?);
        Ok(Edit { file, path: Vec::new(), change: Change::Set { before, after: None } })
    }

    /// Returns the edit that undoes this one.
    pub fn inverse(&self) -> Edit {
        let change = match self.change.clone() {
            Change::Set { before, after } => Change::Set { before: after, after: before },
            Change::Insert { at, item } => Change::Remove { at, item },
            Change::Remove { at, item } => Change::Insert { at, item },
        };
        Edit { file: self.file.clone(), path: self.path.clone(), change }
    }

    /// Returns the document after this edit; `None` if the edit deletes it.
    ///
    /// # Errors
    /// If the path does not exist, or the format rejects the value.
    pub fn apply(&self, before: Option<&Document>) -> Result<Option<Document>, Fault> {
        let value = if self.path.is_empty() {
            match &self.change {
                Change::Set { after: None, .. } => return Ok(None),
                Change::Set { after: Some(value), .. } => value.clone(),
                Change::Insert { .. } | Change::Remove { .. } => return Err(self.nowhere()),
            }
        } else {
            let before = before.ok_or_else(|| Fault::new(Code::NoSuchFile, self.file.file()))?;
            let Subtree { mut value, depth } = before.part(&self.path);
            change(&self.change, &self.path[depth..], &mut value).ok_or_else(|| self.nowhere())?;
            let document = before.with(&self.file, &self.path, &value);
            return document.map(Some).map_err(|misfit| self.refused(misfit));
        };
        Document::from_value(&self.file, &value).map(Some).map_err(|misfit| self.refused(misfit))
    }

    fn nowhere(&self) -> Fault {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        nowhere(&self.file, &path)
    }

    /// Returns the fault for a value that does not fit the format.
    fn refused(&self, misfit: Misfit) -> Fault {
        let fault = |code| Fault::new(code, self.file.file()).with("path", self.path.join("."));
        match misfit {
            Misfit::Day(value) => fault(Code::ExpectedDay).with("value", value),
            Misfit::Number(value) => fault(Code::ExpectedNumber).with("value", value),
            Misfit::Word { value, known } => {
                fault(Code::UnknownWord).with("value", value).with("known", known.join(", "))
            }
            Misfit::Missing(_) | Misfit::Shape => fault(Code::WrongShape).with("value", ""),
        }
    }
}

/// Applies an edit to a tree of values; `None` if its path does not exist.
pub fn change_value(edit: &Edit, root: &mut Value) -> Option<()> {
    change(&edit.change, &edit.path, root)
}

fn change(change: &Change, path: &[String], root: &mut Value) -> Option<()> {
    match change {
        Change::Set { after, .. } => {
            let (last, way) = path.split_last()?;
            match descend(root, way)? {
                Value::Object(record) => match after {
                    Some(value) => drop(record.insert(last.clone(), value.clone())),
                    None => drop(record.shift_remove(last)),
                },
                Value::Array(list) => {
                    let at = position(list, last)?;
                    list[at] = after.clone()?;
                }
                _ => return None,
            }
        }
        Change::Insert { at, item } => {
            let list = descend_list(root, path)?;
            list.insert((*at).min(list.len()), item.clone());
        }
        Change::Remove { at, item } => {
            let list = descend_list(root, path)?;
            let at = removed(list, *at, item)?;
            list.remove(at);
        }
    }
    Some(())
}

/// The number of edits from which a document is taken apart and put together once for all of them.
const MANY: usize = 8;

/// Returns a document after edits of it, in order; `None` if they delete it.
///
/// # Errors
/// If a path does not exist, or the format rejects a value.
pub fn after(before: Option<Document>, edits: &[impl Borrow<Edit>]) -> Result<Option<Document>, Fault> {
    if let (Some(document), [first, ..]) = (&before, edits)
        && edits.len() >= MANY
    {
        let mut value = document.to_value();
        let fit = edits
            .iter()
            .map(Borrow::borrow)
            .all(|edit| !edit.path.is_empty() && change_value(edit, &mut value).is_some());
        if fit && let Ok(after) = Document::from_value(&first.borrow().file, &value) {
            return Ok(Some(after));
        }
    }
    // One of several edits that does not fit is told by its own fault.
    edits.iter().try_fold(before, |document, edit| edit.borrow().apply(document.as_ref()))
}

/// Applies edits to a folder, all or none.
///
/// # Errors
/// If an edit does not fit; the folder stays unchanged.
pub fn apply(folder: &mut Folder, edits: &[Edit]) -> Result<(), Fault> {
    let mut by_file: BTreeMap<&FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        if folder.broken.contains(&edit.file) {
            return Err(Fault::new(Code::NoSuchFile, edit.file.file()));
        }
        by_file.entry(&edit.file).or_default().push(edit);
    }
    let mut changed: Vec<(FileId, Option<Document>)> = Vec::new();
    for (file, edits) in by_file {
        changed.push((file.clone(), after(folder.document(file), &edits)?));
    }
    for (file, document) in changed {
        folder.put(&file, document);
    }
    Ok(())
}

fn descend<'a>(root: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(root, |node, step| match node {
        Value::Object(record) => record.get_mut(step),
        Value::Array(list) => {
            let at = position(list, step)?;
            list.get_mut(at)
        }
        _ => None,
    })
}

/// Returns the list at a path, creating it if its record does not have it yet.
fn descend_list<'a>(root: &'a mut Value, path: &[String]) -> Option<&'a mut Vec<Value>> {
    let (last, way) = path.split_last()?;
    match descend(root, way)? {
        Value::Object(record) => record.entry(last.clone()).or_insert_with(|| Value::Array(Vec::new())).as_array_mut(),
        Value::Array(list) => {
            let at = position(list, last)?;
            list.get_mut(at)?.as_array_mut()
        }
        _ => None,
    }
}

/// A value whose texts hold only what a file may hold.
fn writable(value: Value) -> Value {
    match value {
        Value::String(said) => Value::String(text::writable(&said)),
        Value::Array(list) => list.into_iter().map(writable).collect(),
        Value::Object(record) => record.into_iter().map(|(key, value)| (key, writable(value))).collect(),
        other => other,
    }
}

fn nowhere(file: &FileId, path: &[&str]) -> Fault {
    Fault::new(Code::NoSuchPlace, file.file()).with("path", path.join("."))
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|step| (*step).to_owned()).collect()
}
