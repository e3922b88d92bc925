//! Advice to a school, in words.

use super::{Words, families, id};
use crate::domain::advice::topic::{Advice, Urgency};

/// What was noticed: « pas de personne mentore. »
pub fn wording(words: &Words, advice: &Advice) -> String {
    // A number must be one, for the sentence to agree with it.
    let value = |said: &str| match said.parse::<usize>() {
        Ok(number) if number.to_string() == said => number.into(),
        _ => said.to_owned().into(),
    };
    let values: Vec<_> = advice.values.iter().map(|(name, said)| (*name, value(said))).collect();
    words.say(families::advice(advice.topic), &values)
}

/// What was noticed, and about whom: « AC : pas de personne mentore. »
pub fn sentence(words: &Words, advice: &Advice, name: impl Fn(&str) -> String) -> String {
    let sentence = wording(words, advice);
    match &advice.person {
        Some(person) => words.say(id!("advice-place"), &[("who", name(person).into()), ("sentence", sentence.into())]),
        None => sentence,
    }
}

/// Why it matters, with the documents that say so.
pub fn reason(words: &Words, advice: &Advice) -> String {
    let reason = words.get(families::advice_reason(advice.topic)).into_owned();
    words.say(id!("advice-why"), &[("reason", reason.into()), ("source", advice.topic.source().into())])
}

/// What can be done about it.
pub fn remedy(words: &Words, advice: &Advice) -> String {
    words.get(families::advice_remedy(advice.topic)).into_owned()
}

/// How important it is: « À corriger ».
pub fn weight(words: &Words, advice: &Advice) -> String {
    let id = match advice.topic.weight() {
        Urgency::Fix => id!("advice-mend"),
        Urgency::Consider => id!("advice-consider"),
    };
    words.get(id).into_owned()
}
