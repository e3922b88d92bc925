//! Everything said about a person or an issue, in words.

use super::{Id, Words, action, date, fault, id, joined, moved, transition};
use crate::domain::{
    meeting::thread::{Mention, MentionKind},
    model::{
        board::{Newcomer, Tier, Wellbeing},
        cycle::Cycle,
    },
};

/// One mention, without its day: « état : à suivre → va bien ».
pub fn what(words: &Words, cycle: &Cycle, what: &MentionKind) -> String {
    let pair =
        |id: Id, text: String| words.say(id!("thread-pair"), &[("what", words.get(id).into()), ("text", text.into())]);
    let step = |step| fault::step(step, cycle.short_name(step));
    match what {
        MentionKind::Arrival => words.get(id!("thread-arrival")).into_owned(),
        MentionKind::Departure => words.get(id!("thread-departure")).into_owned(),
        MentionKind::State(before, after) => {
            pair(id!("field-etat"), moved(words, before.map(Wellbeing::word), after.word()))
        }
        MentionKind::Tier(before, after) => {
            pair(id!("field-palier"), moved(words, before.map(Tier::word), after.word()))
        }
        MentionKind::Needs(needs) => pair(id!("field-besoins"), needs.join(", ")),
        MentionKind::Next(next) => pair(id!("field-prochain-pas"), action(words, &next.what, &next.who, &next.when)),
        MentionKind::Trace(key, text) => {
            let what = words.field(&[Newcomer::TRACES, key]).unwrap_or((*key).into());
            words.say(id!("thread-pair"), &[("what", what.into()), ("text", text.as_str().into())])
        }
        MentionKind::Done(text) => pair(id!("meeting-field-fait"), text.clone()),
        MentionKind::Note(text) => pair(id!("meeting-field-note"), text.clone()),
        MentionKind::Step(before, after) => {
            pair(id!("field-etape"), transition(before.map(step).as_deref(), &step(*after)))
        }
        MentionKind::Answer(question, answer) => format!("{question} → {answer}"),
        MentionKind::Check(decision, why) => {
            pair(id!("thread-check"), [&words.choice(decision), why.as_str()].join(" ").trim().to_owned())
        }
    }
}

/// The day of a mention, and who made it.
pub fn when(words: &Words, said: &Mention) -> String {
    let day = said.day.map_or_else(|| words.get(id!("thread-undated")).into_owned(), |day| date::long(words, day));
    let reminder = if said.is_of_a_mentor { words.get(id!("trace-confidential")) } else { "".into() };
    joined(&[&day, &said.by, &reminder])
}
