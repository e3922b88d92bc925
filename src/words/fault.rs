//! Faults in words: where, what, and how to fix it.

use super::{Id, Words, families, id};
use crate::domain::{
    model::cycle::Step,
    privacy::audience::Level,
    value::fault::{Fault, Severity},
};

/// The maximum number of characters of a line shown in a message.
const EXCERPT: usize = 100;

/// What went wrong, in one sentence.
pub fn cause(words: &Words, fault: &Fault) -> String {
    sentence(words, fault, families::fault(fault.code))
}

/// How to fix it.
pub fn remedy(words: &Words, fault: &Fault) -> String {
    sentence(words, fault, families::fault_remedy(fault.code))
}

fn sentence(words: &Words, fault: &Fault, id: Id) -> String {
    // A value from a file may be very long: its beginning is enough to recognise it.
    let short = |value: &str| match value.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    };
    let values: Vec<_> = fault.values.iter().map(|(name, value)| (*name, short(value).into())).collect();
    words.say(id, &values)
}

/// Where: « suivi.yaml, ligne 4, colonne 11 ».
pub fn place(words: &Words, fault: &Fault) -> String {
    let place = &fault.place;
    match place.line {
        0 => place.file.clone(),
        line => words.say(
            id!("place"),
            &[("file", place.file.as_str().into()), ("line", line.into()), ("column", place.column.into())],
        ),
    }
}

/// A fault in one line: where, what, how to fix it. Nothing of what the file says is projected.
pub fn line(words: &Words, fault: &Fault, level: Level) -> String {
    let said = if level == Level::Projected { String::new() } else { format!(" — {}", cause(words, fault)) };
    format!("{}{said} {}", place(words, fault), remedy(words, fault))
}

/// The lines of a whole message: place and cause, the source line with a caret under it, the remedy.
pub fn lines(words: &Words, fault: &Fault) -> Vec<String> {
    let severity = match fault.code.severity() {
        Severity::Error => words.get(id!("severity-error")),
        Severity::Warning => words.get(id!("severity-warning")),
    };
    let mut lines = vec![format!("{severity}\u{a0}: {} — {}", place(words, fault), cause(words, fault))];
    if !fault.place.excerpt.is_empty() {
        let number = fault.place.line.to_string();
        // A very long line is cut around the caret.
        let skipped = fault.place.column.saturating_sub(EXCERPT * 2 / 3);
        let around = fault.place.excerpt.chars().skip(skipped).take(EXCERPT);
        let shown: String = around.map(|c| if c.is_control() { ' ' } else { c }).collect();
        lines.push(format!("  {number} │ {shown}"));
        let column = fault.place.column.saturating_sub(1 + skipped);
        let before: String = shown.chars().take(column).collect();
        let width = unicode_width::UnicodeWidthStr::width(before.as_str());
        lines.push(format!("  {} │ {}^", " ".repeat(number.len()), " ".repeat(width)));
    }
    let remedy = remedy(words, fault);
    if !remedy.is_empty() {
        lines.push(format!("  → {remedy}"));
    }
    lines
}

/// The name of a step with its number: « 3 Pistes d’actions ».
pub fn step(step: Step, name: &str) -> String {
    match step {
        Step::Impact => name.to_owned(),
        _ => format!("{step} {name}"),
    }
}
