//! What a YAML parse error means to somebody who wrote the file in Notepad.

use serde_yaml::{DeserializeError, Location};

use super::outline;
use crate::domain::value::{
    fault::{Code, Fault},
    text::nearest,
    typed::{A_DAY, A_NUMBER},
};

/// The fault for a parse error, at its position.
pub fn fault(file: &str, text: &str, error: &DeserializeError) -> Fault {
    let error = error.without_snippet();
    let at = error.location().map_or((0, 0), position);
    let fault = |code| Fault::new(code, file).at(outline::place(file, text, at));
    match error {
        DeserializeError::DuplicateMappingKey { key, .. } => {
            fault(Code::DuplicateKey).with("key", key.clone().unwrap_or_default())
        }
        DeserializeError::SerdeUnknownField { field, expected, .. } => fault(Code::UnknownField)
            .with("key", field)
            .with("near", nearest(field, expected.iter().copied()).unwrap_or("none")),
        DeserializeError::SerdeMissingField { field, .. } => fault(Code::MissingField).with("key", field),
        DeserializeError::SerdeUnknownVariant { variant, expected, .. } => {
            let fault = |code| {
                let at = aimed(text, at, variant);
                Fault::new(code, file).at(outline::place(file, text, at)).with("value", variant)
            };
            match expected.as_slice() {
                A_DAY => fault(Code::ExpectedDay),
                A_NUMBER => fault(Code::ExpectedNumber),
                known => fault(Code::UnknownWord).with("known", known.join(", ")),
            }
        }
        DeserializeError::SerdeInvalidType { .. }
        | DeserializeError::SerdeInvalidValue { .. }
        | DeserializeError::Unexpected { .. }
        | DeserializeError::UnexpectedSequenceEnd { .. }
        | DeserializeError::UnexpectedMappingEnd { .. }
        | DeserializeError::NullIntoString { .. } => fault(Code::WrongShape).with("value", ""),
        DeserializeError::InvalidScalar { .. } => fault(Code::ExpectedNumber).with("value", value_at(text, at)),
        other => by_words(file, text, at, &other.to_string()),
    }
}

fn position(location: Location) -> (usize, usize) {
    (usize::try_from(location.line()).unwrap_or(0), usize::try_from(location.column()).unwrap_or(0))
}

/// Scanner errors, which only have a message: told apart by the lines around them.
fn by_words(file: &str, text: &str, at: (usize, usize), words: &str) -> Fault {
    let fault = |code, at| Fault::new(code, file).at(outline::place(file, text, at));
    let lines: Vec<&str> = text.lines().collect();
    let line = |number: usize| number.checked_sub(1).and_then(|i| lines.get(i)).copied().unwrap_or_default();
    let indent = |l: &str| l.len() - l.trim_start().len();
    let around = [at.0, at.0 + 1, at.0.saturating_sub(1)];
    if let Some(number) = around.into_iter().find(|n| line(*n)[..indent(line(*n))].contains('\t')) {
        let column = line(number).chars().position(|c| c == '\t').unwrap_or(0) + 1;
        return fault(Code::Tab, (number, column));
    }
    if let Some(number) = around.into_iter().find(|n| has_no_break_space(line(*n))) {
        let column = line(number).chars().position(|c| c == '\u{a0}').unwrap_or(0) + 1;
        return fault(Code::NoBreakSpace, (number, column));
    }
    if words.contains("quoted") || words.contains("unexpected end of stream") {
        let open = (1..=at.0.min(lines.len())).rev().find(|n| line(*n).matches('"').count() % 2 == 1);
        if let Some(number) = open {
            let column = line(number).chars().position(|c| c == '"').unwrap_or(0) + 1;
            return fault(Code::Quote, (number, column));
        }
    }
    if let Some(place) = (1..=at.0.min(lines.len())).rev().take(4).find_map(|n| Some((n, open_bracket(line(n))?))) {
        return fault(Code::Bracket, place);
    }
    if let Some((number, column)) = around.into_iter().find_map(|n| Some((n, glued_colon(line(n))?)))
        && (words.contains("simple key") || words.contains("expected ':'") || words.contains("mapping"))
    {
        return fault(Code::ColonBlank, (number, column));
    }
    if words.contains("mapping values are not allowed") {
        return fault(Code::ColonInText, at);
    }
    if words.contains("indentation") || words.contains("did not find expected") || words.contains("block") {
        return fault(Code::Alignment, at);
    }
    fault(Code::Syntax, at)
}

fn has_no_break_space(line: &str) -> bool {
    let start = line.trim_start_matches(' ');
    start.starts_with('\u{a0}') || line.contains(":\u{a0}")
}

/// The column of a bracket or a brace that opens a value on the line and is not closed.
fn open_bracket(line: &str) -> Option<usize> {
    let unclosed = |open: char, close: char| line.matches(open).count() > line.matches(close).count();
    let opens = line
        .char_indices()
        .find(|(at, c)| "[{".contains(*c) && line[..*at].trim_end().ends_with([':', '-', '[', '{', ',']))?;
    (unclosed('[', ']') || unclosed('{', '}')).then(|| line[..opens.0].chars().count() + 1)
}

/// The column after a key glued to its value, as in `nom:Lefèvre`.
fn glued_colon(line: &str) -> Option<usize> {
    let body = line.trim_start().trim_start_matches("- ");
    let skipped = line.chars().count() - body.chars().count();
    let (key, value) = body.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let glued = value.chars().next().is_some_and(|c| !c.is_whitespace() && c != '/');
    (is_key && glued).then(|| skipped + key.chars().count() + 2)
}

/// Moves the caret to the value itself: the parser points at the field, or at the space before the value.
fn aimed(text: &str, at: (usize, usize), value: &str) -> (usize, usize) {
    let (line, column) = at;
    let written: Vec<char> = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().chars().collect();
    let value: Vec<char> = value.chars().collect();
    let start = column.saturating_sub(1).min(written.len());
    let found = written[start..].windows(value.len().max(1)).position(|window| window == value.as_slice());
    (line, found.map_or(column, |at| start + at + 1))
}

fn value_at(text: &str, at: (usize, usize)) -> String {
    let (line, column) = at;
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let value: String = line.chars().skip(column.saturating_sub(1)).collect();
    value.split([',', '}', '#']).next().unwrap_or_default().trim().to_owned()
}
