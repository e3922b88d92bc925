//! The plan in words: a means with who does it, when, and how far it is.

use chrono::NaiveDate;

use super::{Words, date, id, joined, number};
use crate::domain::{
    advice::overview,
    model::{folder::Folder, means::Means, plan::Plan, progress::Progress},
};

/// A means on one line: what, who, when, and its state where it is not simply to be done.
pub fn means(words: &Words, means: &Means) -> String {
    let state = match means.state() {
        Progress::Todo => String::new(),
        state => words.choice(state.word()).into_owned(),
    };
    joined(&[means.what.trim_end(), &means.who, &date::written(words, &means.when.0), &state])
}

/// A question, and what was answered to it.
pub fn answered(words: &Words, question: &str, answer: &str) -> String {
    words.say(id!("minutes-answer"), &[("question", question.into()), ("answer", answer.trim_end().into())])
}

/// A stage of the guiding questions, with how many of its questions are answered.
pub fn stage(words: &Words, plan: &Plan, stage: &str) -> String {
    let of_stage = || plan.questions.iter().filter(|asked| asked.stage == stage);
    let done = of_stage().filter(|asked| !asked.answer.trim().is_empty()).count();
    let values = [("stage", stage.into()), ("done", done.into()), ("all", of_stage().count().into())];
    words.say(id!("heading-questions"), &values)
}

/// The school's own parameters, with the arithmetic: days on arrival, days taken of those granted, what is left of the bank,
/// the shares of the workload that are released.
pub fn parameters(words: &Words, folder: &Folder, today: NaiveDate) -> String {
    let sums = overview::release_sums(folder, today);
    let days = |days: f64| number(words, days).into();
    let mut said = Vec::new();
    if sums.per_arrival > 0.0 {
        let all = sums.per_arrival * sums.arrivals as f64;
        let values = [("days", days(sums.per_arrival)), ("n", sums.arrivals.into()), ("all", days(all))];
        said.push(words.say(id!("parameters-arrivals"), &values));
    }
    if sums.granted > 0.0 {
        let left = days(sums.granted - sums.taken);
        let values = [("granted", days(sums.granted)), ("taken", days(sums.taken)), ("left", left)];
        said.push(words.say(id!("parameters-days"), &values));
    }
    if sums.bank > 0.0 {
        let values = [("bank", days(sums.bank)), ("left", days(sums.bank - sums.granted))];
        said.push(words.say(id!("parameters-bank"), &values));
    }
    let shares = folder.plan.committee.members.iter().filter_map(|member| member.release.as_deref());
    let shares: Vec<&str> = shares.filter(|share| !share.is_empty()).collect();
    if !shares.is_empty() {
        said.push(words.say(id!("parameters-shares"), &[("shares", shares.join(", ").into())]));
    }
    match said.is_empty() {
        true => words.get(id!("parameters-none")).into_owned(),
        false => words.say(id!("parameters-own"), &[("said", said.join("; ").into())]),
    }
}
