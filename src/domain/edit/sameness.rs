//! Whether two records are one, by what they are called: an id may be given twice.

use std::collections::BTreeSet;

use serde_json::Value;

use super::ID;
use crate::domain::{
    model::{
        board::Newcomer,
        plan::{Indicator, Row},
    },
    value::text::fold,
};

/// What a record is called, folded.
fn called(record: &Value) -> Option<String> {
    let names = [Newcomer::NAME, Row::TITLE, Indicator::QUESTION];
    names.iter().find_map(|key| record.get(key)?.as_str().map(fold))
}

/// Whether two records that both sides added under one id are two: they are not called the same.
pub fn are_two(a: &Value, b: &Value) -> bool {
    a.get(ID).is_some() && a.get(ID) == b.get(ID) && called(a).is_some() && called(a) != called(b)
}

/// Whether the names of two records are much the same, as those of one record that was renamed: half of a person's, more
/// of any other title.
pub fn are_called_alike(a: &Value, b: &Value) -> bool {
    let words = |record: &Value| -> BTreeSet<String> {
        let name = called(record).unwrap_or_default();
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
    };
    let (a_words, b_words) = (words(a), words(b));
    let shared = a_words.intersection(&b_words).count();
    let is_person = a.get(Newcomer::NAME).is_some();
    if is_person {
        shared * 2 >= a_words.len().min(b_words.len())
    } else {
        shared * 2 > a_words.len().max(b_words.len())
    }
}

/// Whether one id names somebody else than it did: their names have too few words in common.
pub fn is_somebody_else(then: &Value, now: &Value) -> bool {
    then.get(Newcomer::NAME).is_some() && are_two(then, now) && !are_called_alike(then, now)
}

/// Whether a name is that of somebody else: it has too few words in common with the other.
pub fn is_another_name(then: &str, now: &str) -> bool {
    let record = |name: &str| serde_json::json!({ ID: "", Newcomer::NAME: name });
    is_somebody_else(&record(then), &record(now))
}
