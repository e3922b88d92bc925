//! Verifies an edited text: every line outside the edit is unchanged, and no comment is lost.

use std::{borrow::Cow, collections::HashMap};

use super::{
    line_edit::Patch,
    outline::{self, Bracketing, Node},
};
use crate::domain::edit::{Change, Edit};

/// The edited text with the line endings of the old one, and a last line that ends as the old one did.
pub fn with_ends_of(text: &str, edited: String) -> String {
    let crlf = text.contains("\r\n") && !text.replace("\r\n", "").contains('\n');
    let mut edited = if crlf { edited.replace("\r\n", "\n").replace('\n', "\r\n") } else { edited };
    // A blank line above a removed last line is a line too.
    if !text.ends_with('\n') && edited.ends_with('\n') && !edited.ends_with("\n\n") && !edited.ends_with("\n\r\n") {
        let line_end = if edited.ends_with("\r\n") { 2 } else { 1 };
        edited.truncate(edited.len() - line_end);
    }
    if text.ends_with('\n') && !edited.ends_with('\n') {
        edited.push_str(if crlf { "\r\n" } else { "\n" });
    }
    edited
}

/// Whether the edited text differs only where the edit may write.
pub fn is_local(text: &str, edited: &str, outline: &Node, edit: &Edit) -> bool {
    let before: Vec<&str> = text.lines().collect();
    let after: Vec<&str> = edited.lines().collect();
    let Some((owned, replaces)) = owned(outline, edit) else { return false };
    let same = |(a, b): &(&&str, &&str)| a == b;
    let shortest = before.len().min(after.len());
    let head = before.iter().zip(&after).take_while(same).count();
    let tail = before.iter().rev().zip(after.iter().rev()).take_while(same).count();
    // Lines equal to their neighbours can be counted with the head or with the tail.
    let late = head..before.len() - tail.min(shortest - head);
    let early = head.min(shortest - tail)..before.len() - tail;
    let fits = |window: &std::ops::Range<usize>| {
        // An insertion changes no existing line, except to open a bracket or an empty value of its own.
        window.is_empty() || replaces && window.start + 1 >= *owned.start() && window.end <= *owned.end()
    };
    if ![late, early].iter().any(fits) {
        return false;
    }
    keeps_comments(text, edited, |line| takes_comments(edit) && owned.contains(&line))
}

/// Whether a text edited at several places differs only where each edit may write.
pub fn are_local(text: &str, edited: &str, outline: &Node, edits: &[Cow<'_, Edit>], patches: &[Patch]) -> bool {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let line_of = |byte: usize| starts.partition_point(|start| *start <= byte);
    let owned: Option<Vec<_>> = edits.iter().map(|edit| owned(outline, edit)).collect();
    let Some(owned) = owned else { return false };
    // The lines that may be replaced, in order, without those inside others.
    let mut replaceable: Vec<_> =
        owned.iter().filter(|(_, replaces)| *replaces).map(|(lines, _)| lines.clone()).collect();
    replaceable.sort_by_key(|lines| (*lines.start(), std::cmp::Reverse(*lines.end())));
    let fits = |patch: &Patch| {
        let lines = line_of(patch.bytes.start)..=line_of(patch.bytes.end.saturating_sub(1).max(patch.bytes.start));
        let before = replaceable.partition_point(|owned| owned.start() <= lines.start());
        patch.bytes.is_empty() || replaceable[..before].iter().rev().take(8).any(|owned| owned.end() >= lines.end())
    };
    if !patches.iter().all(fits) {
        return false;
    }
    let taking = edits.iter().zip(&owned).filter(|(edit, _)| takes_comments(edit)).map(|(_, owned)| &owned.0);
    keeps_comments(text, edited, |line| taking.clone().any(|lines| lines.contains(&line)))
}

/// The lines that an edit may change, and whether it may replace them or only insert among them.
fn owned(outline: &Node, edit: &Edit) -> Option<(std::ops::RangeInclusive<usize>, bool)> {
    let (_, parent) = edit.path.split_last()?;
    let between_brackets = |path: &[String]| outline.at(path).is_some_and(|node| node.context() == Bracketing::Flow);
    if !matches!(edit.change, Change::Set { after: Some(_), .. }) {
        // What is removed from brackets takes a neighbouring comma with it. A field is held by its record, an item by
        // its list.
        let is_field = matches!(edit.change, Change::Set { .. });
        let holders = if is_field { [parent, parent] } else { [parent, &edit.path[..]] };
        if let Some(holder) = holders.into_iter().find(|path| between_brackets(path)) {
            return Some((outline.lines(holder)?, true));
        }
    }
    if let Some(lines) = outline.lines(&edit.path) {
        return Some(match &edit.change {
            // When the first field of an item is removed, the next one moves up after the dash.
            Change::Set { after: None, .. } if outline.starts_an_item(&edit.path) => {
                (*lines.start()..=lines.end() + 1, true)
            }
            // An emptied record is written as braces, on the line of its key.
            Change::Set { after: None, .. } if outline.at(parent).is_some_and(|record| record.fields() == 1) => {
                (outline.lines(parent)?, true)
            }
            Change::Set { .. } => (lines, true),
            Change::Insert { .. } => (lines, outline.takes_items_on_its_lines(&edit.path)),
            Change::Remove { at, item } => {
                let list = outline.at(&edit.path)?;
                let item = list.item_lines(list.removed(*at, item)).unwrap_or_else(|| lines.clone());
                let is_alone = list.items().is_some_and(|items| items.len() == 1);
                (if is_alone { lines } else { item }, true)
            }
        });
    }
    Some((outline.lines(parent)?, outline.takes_items_on_its_lines(parent)))
}

/// Whether every comment is still there, but those on lines that may lose theirs.
fn keeps_comments(text: &str, edited: &str, may_go: impl Fn(usize) -> bool) -> bool {
    let (Some(had), Some(has)) = (outline::comments(text), outline::comments(edited)) else { return false };
    let mut left: HashMap<&str, usize> = HashMap::new();
    has.iter().for_each(|comment| *left.entry(comment.words.as_str()).or_default() += 1);
    // Those that may go are not looked for: one in the same words elsewhere must still be there.
    had.iter().filter(|comment| !may_go(comment.line)).all(|comment| match left.get_mut(comment.words.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    })
}

/// Whether an edit may remove comments: a removed record goes with the comments inside it.
fn takes_comments(edit: &Edit) -> bool {
    match &edit.change {
        Change::Remove { .. } | Change::Set { after: None, .. } => true,
        Change::Set { before: Some(before), .. } => before.is_array() || before.is_object(),
        Change::Set { before: None, .. } | Change::Insert { .. } => false,
    }
}
