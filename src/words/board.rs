//! The board in words: its columns, and what they say.

use std::borrow::Cow;

use super::{Words, date, number};
use crate::domain::{
    column::{Column, Said},
    text::ascii,
};

/// What a column is called: as the sheet of a person calls it, or as the school does.
pub fn column<'a>(words: &'a Words, column: &'a Column) -> Cow<'a, str> {
    match column {
        Column::Own(own) => own.title().into(),
        _ => {
            let id = format!("field-{}", ascii(column.key()).replace('.', "-"));
            Cow::Owned(words.get(&id).into_owned())
        }
    }
}

/// What a record says in a column, in full.
pub fn said(said: &Said<'_>) -> String {
    match said {
        Said::Nothing => String::new(),
        Said::Text(text) => text.trim_end().to_owned(),
        Said::Word(_, word) => (*word).to_owned(),
        Said::List(list) => list.join(", "),
        Said::Day(day) => date::long(*day),
        Said::Number(amount) => number(*amount),
    }
}
