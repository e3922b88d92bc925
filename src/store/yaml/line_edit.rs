//! Edits of whole lines: adds, removes or rewrites a field or a record that has lines of its own.

use std::{cell::OnceCell, collections::HashMap, ops::Range};

use serde_json::Value;

use super::{
    emit,
    outline::{self, Bracketing, Comment, Node},
};
use crate::domain::edit::{Change, Edit};

/// A replacement of some bytes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// The bytes.
    pub bytes: Range<usize>,
    /// What replaces them.
    pub new: String,
}

impl Patch {
    /// The text after this replacement.
    pub fn apply(&self, text: &str) -> String {
        [&text[..self.bytes.start], &self.new, &text[self.bytes.end..]].concat()
    }
}

/// A text whose lines are edited.
pub struct EditedText<'a> {
    text: &'a str,
    lines: Vec<&'a str>,
    /// The byte at which each line starts, and the end.
    starts: Vec<usize>,
    outline: &'a Node<'a>,
    /// The comment of each line that has one.
    comments: OnceCell<Option<HashMap<usize, Comment>>>,
}

impl<'a> EditedText<'a> {
    /// Takes a text apart.
    pub fn new(text: &'a str, outline: &'a Node<'a>) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut starts = vec![0];
        starts.extend(lines.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }));
        EditedText { text, lines, starts, outline, comments: OnceCell::new() }
    }

    /// What an edit replaces; `None` if the edit is inside brackets, or shares its lines with something else.
    pub fn patch(&self, edit: &Edit) -> Option<Patch> {
        match &edit.change {
            Change::Set { after: Some(value), .. } if self.outline.at(&edit.path).is_some() => {
                self.set(&edit.path, value)
            }
            Change::Set { after: Some(value), .. } => self.add(&edit.path, value),
            Change::Set { after: None, .. } => self.clear(&edit.path),
            Change::Insert { at, item } => match self.outline.at(&edit.path) {
                None => self.add(&edit.path, &Value::Array(vec![item.clone()])),
                Some(list) if list.items().is_none_or(<[Node]>::is_empty) => {
                    // A lone word stood for a list of one.
                    let mut items: Vec<Value> = list.word().map(Value::from).into_iter().collect();
                    items.insert((*at).min(items.len()), item.clone());
                    self.set(&edit.path, &Value::Array(items))
                }
                Some(list) => self.insert(list, *at, item),
            },
            Change::Remove { at, item } => {
                let list = self.outline.at(&edit.path)?;
                let at = list.removed(*at, item);
                match list.items().map_or(1, <[Node]>::len) {
                    1 => self.set(&edit.path, &Value::Array(Vec::new())),
                    _ => self.remove(list, at),
                }
            }
        }
    }

    fn comment(&self, line: usize) -> Option<Option<&Comment>> {
        let by_line = |comments: Vec<Comment>| comments.into_iter().map(|comment| (comment.line, comment)).collect();
        let comments = self.comments.get_or_init(|| outline::comments(self.text).map(by_line));
        Some(comments.as_ref()?.get(&line))
    }

    /// A line by its number, from 1.
    fn line(&self, number: usize) -> &'a str {
        self.lines.get(number.wrapping_sub(1)).copied().unwrap_or_default()
    }

    /// Replaces these lines, counted from 1. `None` past the end, where an empty value may be.
    fn replaced(&self, lines: Range<usize>, new: &str) -> Option<Patch> {
        let bytes = *self.starts.get(lines.start - 1)?..*self.starts.get(lines.end - 1)?;
        let is_after_a_line = bytes.start == 0 || self.text[..bytes.start].ends_with('\n') || new.is_empty();
        Some(Patch { bytes, new: if is_after_a_line { new.to_owned() } else { format!("\n{new}") } })
    }

    /// Rewrites an existing field, and keeps the comment beside it.
    fn set(&self, path: &[String], value: &Value) -> Option<Patch> {
        let (key, parent) = path.split_last()?;
        let record = self.outline.at(parent).filter(|record| record.context() == Bracketing::Block)?;
        let field = record.field(key)?;
        let line = self.line(field.line);
        let after_key = self.text.get(field.end..)?;
        let colon = field.end + after_key.find(':')? + 1;
        let head = self.text.get(*self.starts.get(field.line - 1)?..colon)?;
        let comment = match self.comment(field.line)? {
            Some(comment) => {
                let at = line.char_indices().nth(comment.column - 1)?.0;
                let blanks = line[..at].len() - line[..at].trim_end().len();
                format!("{}{}", " ".repeat(blanks.max(1)), line[at..].trim_end())
            }
            None => String::new(),
        };
        let spelled = emit::after_key(key, value, record.column() - 1);
        let (first, rest) = spelled.split_once('\n').map_or((spelled.as_str(), None), |(f, r)| (f, Some(r)));
        let rest = rest.map_or_else(String::new, |rest| format!("\n{rest}"));
        // An empty value has nothing to replace but the blanks after its key.
        let last = field.value.last_line().max(field.line);
        self.replaced(field.line..last + 1, &format!("{head}{first}{comment}{rest}\n"))
    }

    /// Adds a missing field to its record: where the records beside have it, or else after the others.
    fn add(&self, path: &[String], value: &Value) -> Option<Patch> {
        let (key, parent) = path.split_last()?;
        let record = self.outline.at(parent).filter(|record| record.context() == Bracketing::Block)?;
        let place = self.place_beside(key, parent, record);
        let last = place.map_or_else(|| record.last_field().map(Node::last_line), Some)?;
        let indent = record.column() - 1;
        let line = format!("{}{key}:{}\n", " ".repeat(indent), emit::after_key(key, value, indent));
        self.replaced(last + 1..last + 1, &line)
    }

    /// The last line of the field after which the records of the same list have a key.
    fn place_beside(&self, key: &str, parent: &[String], record: &Node) -> Option<usize> {
        let beside = self.outline.at(parent.split_last()?.1)?.items()?;
        let model = beside.iter().find(|other| other.field(key).is_some())?;
        let before = model.keys().take_while(|other| *other != key);
        let field = before.filter_map(|other| record.field(other)).last()?;
        Some(field.value.last_line().max(field.line))
    }

    /// Removes a field with its lines; if it followed a dash, the next field takes its place there.
    fn clear(&self, path: &[String]) -> Option<Patch> {
        let (key, parent) = path.split_last()?;
        let record = self.outline.at(parent).filter(|record| record.context() == Bracketing::Block)?;
        let field = record.field(key)?;
        let last = field.value.last_line().max(field.line);
        let before = self.before(field.line, field.column)?;
        if record.fields() == 1 {
            return self.set(parent, &Value::Object(serde_json::Map::new()));
        }
        if before.trim().is_empty() {
            return self.replaced(field.line..last + 1, "");
        }
        if !before.trim_end().ends_with('-') {
            return None;
        }
        if record.has_field_at(last + 1) {
            let next = self.line(last + 1).trim_start();
            return self.replaced(field.line..last + 2, &format!("{before}{next}"));
        }
        // A comment comes first: the dash stays alone above it.
        self.replaced(field.line..last + 1, &format!("{}\n", before.trim_end()))
    }

    /// The part of a line before a column, counted from 1 in characters.
    fn before(&self, line: usize, column: usize) -> Option<&'a str> {
        let line = self.line(line);
        let end = line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at);
        line.get(..end)
    }

    /// The line of an item's dash, if only blanks precede it.
    fn dash(&self, list: &Node, at: usize) -> Option<usize> {
        let items = list.items()?;
        let first = if at == 0 { list.line() } else { items[at - 1].last_line() + 1 };
        (first..=items.get(at)?.line()).rev().find(|number| {
            self.before(*number, list.column()).is_some_and(|before| before.trim().is_empty())
                && self.line(*number).chars().nth(list.column() - 1) == Some('-')
        })
    }

    fn insert(&self, list: &Node, at: usize, item: &Value) -> Option<Patch> {
        let items = list.items().filter(|_| list.context() == Bracketing::Block)?;
        self.dash(list, 0)?;
        let line = match at < items.len() {
            true => self.dash(list, at)?,
            false => items.last()?.last_line() + 1,
        };
        let neighbour = items.get(at.min(items.len()) - usize::from(at > 0)).or(items.last())?;
        let dash = " ".repeat(list.column() - 1);
        // What follows the dash is indented as in the neighbouring items.
        let beside = items.iter().find(|item| item.column() > list.column());
        let indent = beside.map_or(list.column() + 1, |item| item.column() - 1);
        let gap = " ".repeat(indent - list.column());
        let spelled = match (item, neighbour.context()) {
            (Value::Object(record), Bracketing::Block) if neighbour.fields() > 0 && !record.is_empty() => {
                emit::block(record, indent)
            }
            _ => emit::in_list(item, indent),
        };
        self.replaced(line..line, &format!("{dash}-{gap}{spelled}\n"))
    }

    fn remove(&self, list: &Node, at: usize) -> Option<Patch> {
        let items = list.items().filter(|_| list.context() == Bracketing::Block)?;
        let first = self.dash(list, at)?;
        let last = items.get(at)?.last_line().max(first);
        self.replaced(first..last + 1, "")
    }
}
