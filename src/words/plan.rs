//! The plan in words: a means with who does it, when, and how far it is.

use super::{Words, date, joined};
use crate::domain::model::{means::Means, progress::Progress};

/// A means on one line: what, who, when, and its state where it is not simply to be done.
pub fn means(words: &Words, means: &Means) -> String {
    let state = match means.state() {
        Progress::Todo => String::new(),
        state => words.choice(state.word()).into_owned(),
    };
    joined(&[means.what.trim_end(), &means.who, &date::written(words, &means.when.0), &state])
}
