//! The plan in words: a means with who does it, when, and how far it is.

use super::{Words, date, id, joined};
use crate::domain::model::{means::Means, plan::Plan, progress::Progress};

/// A means on one line: what, who, when, and its state where it is not simply to be done.
pub fn means(words: &Words, means: &Means) -> String {
    let state = match means.state() {
        Progress::Todo => String::new(),
        state => words.choice(state.word()).into_owned(),
    };
    joined(&[means.what.trim_end(), &means.who, &date::written(words, &means.when.0), &state])
}

/// A stage of the guiding questions, with how many of its questions are answered.
pub fn stage(words: &Words, plan: &Plan, stage: &str) -> String {
    let of_stage = || plan.questions.iter().filter(|asked| asked.stage == stage);
    let done = of_stage().filter(|asked| !asked.answer.trim().is_empty()).count();
    let values = [("stage", stage.into()), ("done", done.into()), ("all", of_stage().count().into())];
    words.say(id!("heading-questions"), &values)
}
