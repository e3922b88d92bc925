//! What was ever said of a person or an issue, in words.

use super::{Words, action, date, fault, joined, moved, way};
use crate::domain::{
    meeting::thread::{Said, What},
    model::{
        board::{Tier, Wellbeing},
        cycle::Cycle,
    },
    value::text::ascii,
};

/// One thing said, without its day: « état : à suivre → va bien ».
pub fn what(words: &Words, cycle: &Cycle, what: &What) -> String {
    let pair =
        |id: &str, text: String| words.say("thread-pair", &[("what", words.get(id).into()), ("text", text.into())]);
    let step = |step| fault::step(step, cycle.short_name(step));
    match what {
        What::Arrival => words.get("thread-arrival").into_owned(),
        What::Departure => words.get("thread-departure").into_owned(),
        What::State(before, after) => pair("field-etat", moved(words, before.map(Wellbeing::word), after.word())),
        What::Tier(before, after) => pair("field-palier", moved(words, before.map(Tier::word), after.word())),
        What::Needs(needs) => pair("field-besoins", needs.join(", ")),
        What::Next(next) => pair("field-prochain-pas", action(words, &next.what, &next.who, &next.when)),
        What::Trace(key, text) => pair(&format!("field-traces-{}", ascii(key)), text.clone()),
        What::Note(text) => pair("meeting-field-note", text.clone()),
        What::Step(before, after) => pair("field-etape", way(before.map(step).as_deref(), &step(*after))),
        What::Answer(question, answer) => format!("{question} → {answer}"),
        What::Check(decision, why) => {
            pair("thread-check", [&words.choice(decision), why.as_str()].join(" ").trim().to_owned())
        }
    }
}

/// The day of something said, and who said it.
pub fn when(words: &Words, said: &Said) -> String {
    let day = said.day.map_or_else(|| words.get("thread-undated").into_owned(), |day| date::long(words, day));
    joined(&[&day, &said.by])
}
