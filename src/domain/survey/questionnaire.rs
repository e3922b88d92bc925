//! The questionnaires of the catalogue: which of their questions a form asks, and how they were answered elsewhere.

use std::collections::BTreeSet;

use crate::domain::{
    model::{
        catalogue::{Catalogue, Catalogues, Entry},
        survey::{Answering, Audience, Count, Question, Survey},
    },
    value::{text::fold, when::Day},
};

/// The share of their words that two questions must have in common to be the same.
const ALIKE: f64 = 0.8;

/// The share of its words that a question must have in common with the one whose code it bears.
const RELATED: f64 = 0.3;

/// The minimum length of the words that distinguish questions, in letters; « pas » does.
const SHORTEST: usize = 3;

/// The day of the survey whose results are in the catalogue: February 2023 (S001-07).
const REFERENCE_DAY: &str = "2023-02-28";

/// The questions that the catalogue has for an audience.
pub fn questions(shelf: &Catalogues, audience: Audience) -> &[Entry] {
    let group = shelf.get("questionnaires").and_then(|catalogue| catalogue.group(audience.word()));
    group.map_or(&[], |group| &group.entries)
}

/// Returns the question with that code, for any audience.
pub fn question<'a>(shelf: &'a Catalogues, code: &str) -> Option<&'a Entry> {
    shelf.get("questionnaires")?.entry(code)
}

/// Returns the catalogue question of each header of a form: by its code or exact words first, then, among the questions
/// that no other header has taken, by most of its words.
pub fn asked<'a>(shelf: &'a Catalogues, audience: Audience, heads: &[&str]) -> Vec<Option<&'a Entry>> {
    let questions = questions(shelf, audience);
    let said: Vec<Vec<String>> = heads.iter().map(|head| words(head)).collect();
    let mut asked: Vec<Option<&Entry>> = vec![None; heads.len()];
    let free = |asked: &[Option<&Entry>], entry: &Entry| !asked.iter().flatten().any(|taken| taken.code == entry.code);
    for (at, said) in said.iter().enumerate() {
        // A code before unrelated words does not count: « N1 Niveau scolaire ».
        let is_it = |entry: &&Entry| {
            let has_code = said.first() == Some(&fold(&entry.code));
            let is_related = |asked: &Vec<String>| alike(&said[1..], asked) >= RELATED;
            wordings(entry).any(|asked| asked == *said)
                || has_code && (said.len() == 1 || wordings(entry).any(|asked| is_related(&asked)))
        };
        asked[at] = questions.iter().find(is_it).filter(|entry| free(&asked, entry));
    }
    for (at, said) in said.iter().enumerate().filter(|(_, said)| !said.is_empty()) {
        let wordings = questions.iter().flat_map(|entry| wordings(entry).map(move |asked| (asked, entry)));
        let best = wordings
            .map(|(asked, entry)| (alike(said, &asked), is_negative(&asked), entry))
            .filter(|(share, negative, entry)| *share >= ALIKE && free(&asked, entry) && is_negative(said) == *negative)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        asked[at] = asked[at].or(best.map(|(_, _, entry)| entry));
    }
    asked
}

/// Whether a header is a question that the catalogue asks some audience in words.
pub fn asks_for_words(shelf: &Catalogues, head: &str) -> bool {
    let said = words(head);
    let entries = Audience::ALL.iter().flat_map(|audience| questions(shelf, *audience));
    let mut in_words = entries.filter(|entry| entry.answering == Some(Answering::Words));
    in_words.any(|entry| wordings(entry).any(|asked| asked == said || alike(&asked, &said) >= ALIKE))
}

/// The audience to which a form was most likely sent: the one whose questions it asks most. `None` if it asks none.
pub fn audience(shelf: &Catalogues, heads: &[&str]) -> Option<Audience> {
    let count = |audience: &Audience| asked(shelf, *audience, heads).iter().flatten().count();
    let counts = Audience::ALL.iter().rev().map(|audience| (count(audience), *audience));
    counts.max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map(|(_, audience)| audience)
}

/// The words of a question, as it is asked now and as it was before.
fn wordings(entry: &Entry) -> impl Iterator<Item = Vec<String>> {
    std::iter::once(&entry.text).chain(&entry.before).map(|text| words(text))
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(ToOwned::to_owned).collect()
}

/// Whether a question is phrased negatively.
fn is_negative(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "ne" | "n" | "pas" | "jamais"))
}

/// The share of their significant words that two texts have in common.
fn alike(a: &[String], b: &[String]) -> f64 {
    let telling = |words: &[String]| -> BTreeSet<String> {
        words.iter().filter(|word| word.chars().count() >= SHORTEST).cloned().collect()
    };
    let (a, b) = (telling(a), telling(b));
    let all = a.union(&b).count();
    if all == 0 { 0.0 } else { a.intersection(&b).count() as f64 / all as f64 }
}

/// Whether the catalogue has answers to compare with those of an audience.
pub fn has_reference(shelf: &Catalogues, audience: Audience) -> bool {
    shelf.get("resultats").is_some_and(|results| results.entry(audience.word()).is_some())
}

/// The answers of February 2023 where mentoring exists (S001-07 to S001-09), as a survey: counts to compare with, not a
/// norm.
pub fn reference(shelf: &Catalogues, audience: Audience) -> Option<Survey> {
    let results = shelf.get("resultats")?;
    let who = results.entry(audience.word())?;
    let questions = questions(shelf, audience).iter();
    Some(Survey {
        format: crate::domain::value::scalar::current_format(),
        date: REFERENCE_DAY.parse().ok().map(Day),
        audience: Some(audience),
        respondents: who.count?,
        invited: who.out_of,
        questions: questions.filter_map(|entry| answered(results, entry)).collect(),
        crossings: Vec::new(),
    })
}

/// How a question of the catalogue was answered; `None` when its results are not known.
fn answered(results: &Catalogue, entry: &Entry) -> Option<Question> {
    let answering = entry.answering.filter(|answering| *answering != Answering::Words)?;
    let group = |rank: &str| results.group(&format!("{}{rank}", entry.code));
    let first = group("").or_else(|| group("-1"))?;
    let mut counts: Vec<Count> = Vec::new();
    for (rank, group) in [Some(first), group("-2")].into_iter().flatten().enumerate() {
        for answer in &group.entries {
            let n = answer.count.unwrap_or(0);
            let at = counts.iter().position(|count| count.answer == answer.text).unwrap_or_else(|| {
                counts.push(Count { answer: answer.text.clone(), ..Count::default() });
                counts.len() - 1
            });
            counts[at].n += n;
            if answering == Answering::Ranked {
                counts[at].ranks.resize(2, 0);
                counts[at].ranks[rank] = n;
            }
        }
    }
    Some(Question {
        id: entry.code.clone(),
        code: Some(entry.code.clone()),
        text: entry.text.clone(),
        answering,
        answered: first.entries.first().and_then(|answer| answer.base(first)).unwrap_or(0),
        counts,
        comments: Vec::new(),
    })
}
