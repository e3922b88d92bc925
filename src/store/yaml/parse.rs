//! Parses texts into typed documents; every error becomes a fault with its position.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::{super::schema, oddities, outline, own_style, read_value::ReadValue, syntax};
use crate::domain::{
    model::{
        board::{Board, Newcomer},
        document::{Document, FileId, KindVisitor},
        own_column::{OwnColumn, OwnKind},
    },
    value::{
        fault::{Code, Fault},
        scalar::current_format,
        text::nearest,
        typed::read,
    },
};

/// The options of every parse: `no` and `on` stay strings; comments and extracts of the text, which nothing here uses, are
/// not gathered. The budget is twice what a thousand people with twenty traces each need; what aliases repeat is kept in
/// memory while it is read, and takes no more than a sixth of it.
pub fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        strict_booleans: true,
        emit_comments: false,
        with_snippet: false,
        budget: serde_yaml::budget! { max_nodes: 600_000, max_events: 1_500_000 },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: 250_000 },
    }
}

/// Parses a text as a document of that kind.
///
/// # Errors
/// If the text cannot be parsed; the fault gives the position.
pub fn document(file: &FileId, text: &str) -> Result<Document, Fault> {
    struct Text<'a>(&'a str, &'a str);
    impl KindVisitor for Text<'_> {
        type Output = Result<Document, Fault>;
        fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> Self::Output {
            if let Some(read) = in_own_style::<T>(self.1) {
                return Ok(read.into());
            }
            let read = whole::<T>(self.0, self.1);
            if read.is_ok() && !oddities::is_suspicious(self.1) {
                return read.map(Into::into);
            }
            match oddities::mended(self.0, self.1, &schema::of::<T>())? {
                Some(mended) => whole::<T>(self.0, &mended).map(Into::into),
                None => read.map(Into::into),
            }
        }
    }
    let mut document = file.visit(Text(&file.file(), text))?;
    if let Document::Board(board) = &mut document {
        keep_texts(board, text);
    }
    Ok(document)
}

/// Keeps what was written in a column of texts, such as `004521`, where a number would be read.
fn keep_texts(board: &mut Board, text: &str) {
    let is_text = |column: &&OwnColumn| column.kind.is_none_or(|kind| kind == OwnKind::Text);
    let columns: Vec<String> = board.own.iter().filter(is_text).map(|column| column.id.clone()).collect();
    let is_no_text = |value: Option<&Value>| value.is_some_and(|value| value.is_number() || value.is_boolean());
    if !board.people.iter().any(|person| columns.iter().any(|column| is_no_text(person.own.get(column)))) {
        return;
    }
    let Some(outline) = outline::outline(text) else { return };
    for person in &mut board.people {
        for column in columns.iter().filter(|column| is_no_text(person.own.get(*column))).cloned().collect::<Vec<_>>() {
            let path = [Board::PEOPLE, &person.id, Newcomer::OWN, &column].map(ToOwned::to_owned);
            if let Some(written) = outline.written(&path).and_then(|written| text.get(written.bytes)) {
                Arc::make_mut(person).own.insert(column, Value::String(written.to_owned()));
            }
        }
    }
}

/// Whether a text holds only blanks, comments and document marks, as what is left of an emptied file.
fn says_nothing(text: &str) -> bool {
    let is_bare = |line: &str| line.is_empty() || line.starts_with('#') || line == "---" || line == "...";
    text.lines().all(|line| is_bare(line.trim()))
}

/// Whether a text has the line that every file starts with. A file that loses it has lost its beginning.
pub fn has_format(text: &str) -> bool {
    let is_format = |line: &str| {
        let key = line.trim_start_matches(['{', '"', '\'']).strip_prefix("format");
        key.is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    text.lines().any(is_format)
}

/// Reads a text quickly, if it is written as this program writes and holds what is expected.
pub(super) fn in_own_style<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value = own_style::value(text)?;
    // Another format is for the whole reader to judge.
    let is_of_format = value
        .get("format")
        .is_none_or(|format| matches!(format, ReadValue::Whole(said) if *said == u64::from(current_format())));
    is_of_format.then(|| read(value).ok())?
}

#[derive(Deserialize)]
struct Header {
    format: Option<u32>,
}

/// Parses a text as any kind of file.
///
/// # Errors
/// If the text cannot be parsed; the fault gives the position.
pub fn typed<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Fault> {
    in_own_style(text).map_or_else(|| whole(name, text), Ok)
}

/// Reads a text with the reader of all of YAML, which tells what is wrong and where.
pub(super) fn whole<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Fault> {
    if says_nothing(text) {
        return Err(Fault::new(Code::Emptied, name));
    }
    let read = serde_yaml::from_str_with_options(text, options());
    // A newer file may hold what this program cannot read: its format number is checked before other errors.
    let newer = || {
        let header: Header = serde_yaml::from_str_with_options(text, options()).ok()?;
        header.format.filter(|format| *format > current_format())
    };
    // Only a line that may give another number is worth a second parse.
    let says_another = |line: &str| {
        let said = line.trim_start_matches(|c: char| !c.is_alphanumeric()).strip_prefix("format");
        said.is_some_and(|said| said.trim_matches(|c: char| !c.is_alphanumeric()) != current_format().to_string())
    };
    match read {
        Ok(_) | Err(_) if text.lines().any(says_another) && newer().is_some() => {
            Err(Fault::new(Code::NewerFormat, name).with("format", newer().unwrap_or_default()))
        }
        Ok(document) => Ok(document),
        Err(error) => match text.lines().position(|line| line.starts_with("<<<<<<<")) {
            Some(at) => Err(Fault::new(Code::MergeMarks, name).at(outline::place(name, text, (at + 1, 1)))),
            None => Err(syntax::fault(name, text, &error)),
        },
    }
}

/// What can be read but should be looked at: unknown keys, empty items, hours
/// where a day belongs.
pub fn remarks(file: &FileId, text: &str, schema: &serde_json::Value) -> Vec<Fault> {
    let name = file.file();
    let mut remarks = Vec::new();
    if let Some(outline) = outline::outline(text) {
        let empty = oddities::empty_items(&outline).into_iter();
        remarks.extend(empty.map(|at| Fault::new(Code::EmptyItem, &name).at(outline::place(&name, text, at))));
        for (hour, at) in oddities::hours(&outline, schema, schema) {
            remarks.push(Fault::new(Code::HourOnly, &name).at(outline::place(&name, text, at)).with("value", hour));
        }
        for (key, at, known) in outline.unknown_keys(schema) {
            let fault = Fault::new(Code::UnknownField, &name).at(outline::place(&name, text, at));
            remarks.push(fault.with("key", key).with("near", nearest(key, known).unwrap_or("none")));
        }
    }
    remarks
}
