//! How a question of a form was answered, inferred from its answers: one choice, several, ranks, a scale, or free text.
//! In doubt they are free text, which fewer people may read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::form_export;
use crate::domain::{
    model::{
        catalogue::Entry,
        survey::{Answering, key},
    },
    value::text::{fold, harmless, one_line, tally},
};

/// The maximum number of choices of a question.
const MOST_CHOICES: usize = 15;

/// The maximum length of a choice, in characters.
const LONGEST_CHOICE: usize = 80;

/// An answer of at most this many words is a choice when two people give it; a longer one, when three do.
const MOST_WORDS: usize = 4;

/// The maximum number of digits in a choice: more of them identify somebody rather than express an opinion.
const MOST_DIGITS: usize = 4;

/// The minimum number of answers that count as ranked: two may have been ticked in any order.
const FEWEST_RANKED: usize = 3;

/// The highest value of a scale.
const HIGHEST: u32 = 10;

/// Answers that are choices, however few people give them.
const YES_AND_NO: [&str; 4] = ["oui", "non", "peut etre", "maybe"];

/// A question as a form asked it.
#[derive(Clone, Copy, Debug)]
pub struct AskedQuestion<'a> {
    /// The matching question of the catalogue, if there is one.
    pub entry: Option<&'a Entry>,
    /// Its text.
    pub text: &'a str,
}

impl AskedQuestion<'_> {
    /// Whether the catalogue offers that answer.
    fn offers(&self, answer: &str) -> bool {
        self.entry.is_some_and(|entry| entry.choices.iter().any(|choice| key(choice) == key(answer)))
    }

    /// Whether it asks who: its answers are names, even if several people give the same ones.
    fn asks_who(&self) -> bool {
        let folded = fold(self.text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
        self.entry.is_none() && words.any(|word| matches!(word, "qui" | "who" | "whom" | "nommez"))
    }

    /// Whether its text says that the scale runs to ten.
    fn says_ten(&self) -> bool {
        let folded = fold(self.text);
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "10" | "dix" | "ten"))
    }
}

/// Determines how a question was answered: as the catalogue says if the answers agree, else from the answers.
pub fn of(asked: &AskedQuestion<'_>, cells: &[String]) -> Answering {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let by_catalogue = asked.entry.and_then(|entry| entry.answering);
    if by_catalogue == Some(Answering::Words) || asked.asks_who() {
        return Answering::Words;
    }
    if is_scale(asked, by_catalogue, &cells) {
        return Answering::Scale;
    }
    let split: Vec<Vec<String>> = cells.iter().map(|cell| pieces(asked, Answering::Several, cell)).collect();
    let multiple = split.iter().filter(|row| row.len() > 1).count();
    // One answer with a semicolon in it does not make the question one of check boxes.
    let several = multiple * 5 > cells.len();
    let sets: BTreeSet<Vec<String>> = split.iter().map(|row| sorted(row)).collect();
    let orders: BTreeSet<&Vec<String>> = split.iter().collect();
    let ordered = sets.len() == 1 && orders.len() > 1 && split.iter().all(|row| row.len() >= FEWEST_RANKED);
    let ranked = by_catalogue == Some(Answering::Ranked) || ordered;
    let answers: Vec<&str> = match several || ranked {
        true => split.iter().flatten().map(String::as_str).collect(),
        false => cells.clone(),
    };
    match is_list(asked, &answers) {
        false => Answering::Words,
        true if ranked => Answering::Ranked,
        true if several => Answering::Several,
        true => Answering::One,
    }
}

fn sorted(row: &[String]) -> Vec<String> {
    let mut row: Vec<String> = row.iter().map(|answer| key(answer)).collect();
    row.sort();
    row
}

/// Whether answers are on a scale up to ten: the question says so, or somebody gave ten and nobody more. Ratings out of
/// five or seven are not.
fn is_scale(asked: &AskedQuestion<'_>, by_catalogue: Option<Answering>, cells: &[&str]) -> bool {
    if cells.iter().any(|cell| cell.parse::<f64>().is_ok_and(|number| number > f64::from(HIGHEST))) {
        return false;
    }
    let values: Vec<u32> = cells.iter().filter_map(|cell| value(cell)).collect();
    let most = values.iter().max().copied().unwrap_or(0);
    let runs_to_ten = match by_catalogue {
        Some(Answering::Scale) => asked.says_ten() || most > HIGHEST / 2,
        Some(_) => false,
        None => asked.says_ten() || most == HIGHEST,
    };
    // A few words among the numbers are allowed: they become comments.
    runs_to_ten && values.len() * 4 >= cells.len() * 3
}

/// Parses an answer as a value of a scale: « 9 », « 10.0 », « 8/10 », « 8 - Très probable ». Returns `None` for a
/// range, a unit or a time.
fn value(answer: &str) -> Option<u32> {
    let digits = answer.find(|c: char| !c.is_ascii_digit()).unwrap_or(answer.len());
    let (number, rest) = answer.split_at(digits);
    let rest = rest.strip_prefix(".0").or_else(|| rest.strip_prefix(",0")).unwrap_or(rest);
    let is_label = rest.is_empty()
        || rest.replace(' ', "") == "/10"
        || [" - ", " – "]
            .iter()
            .any(|dash| rest.strip_prefix(dash).is_some_and(|label| label.starts_with(char::is_alphabetic)));
    number.parse().ok().filter(|value| *value <= HIGHEST && is_label)
}

/// Whether answers are choices of a list: most are offered by the catalogue, or given by several people.
fn is_list(asked: &AskedQuestion<'_>, answers: &[&str]) -> bool {
    let keys: Vec<String> = answers.iter().map(|answer| key(answer)).collect();
    let counts: HashMap<&String, usize> = tally(&keys).into_iter().collect();
    let offered = |said: &str| YES_AND_NO.contains(&said) || asked.offers(said);
    let own: Vec<(&&str, &String)> = answers.iter().zip(&keys).filter(|(_, said)| !offered(said)).collect();
    let is_shared = |said: &String| counts.get(said).is_some_and(|n| *n >= fewest(said));
    let lonely = own.iter().filter(|(_, said)| !is_shared(said)).count();
    let mut shared = own.iter().filter(|(_, said)| is_shared(said));
    let are_short = shared.all(|(answer, _)| answer.chars().count() <= LONGEST_CHOICE);
    lonely * 2 <= answers.len() && counts.len() <= MOST_CHOICES + lonely && are_short
}

/// How many people must give an answer for it to be a choice.
fn fewest(said: &str) -> usize {
    if said.split_whitespace().count() > MOST_WORDS { 3 } else { 2 }
}

/// Splits a cell into its answers, cleaned.
pub fn pieces(asked: &AskedQuestion<'_>, answering: Answering, cell: &str) -> Vec<String> {
    let clean = |text: &str| one_line(&form_export::without_addresses(&harmless(text)));
    let cell = cell.trim();
    // Google Sheets separates answers with commas: if at least two pieces are offered choices, the comma is a
    // separator.
    let by_commas = || cell.split(", ").filter(|piece| asked.offers(piece)).count() > 1;
    let all: Vec<String> = match answering {
        Answering::Words => vec![form_export::without_addresses(&harmless(cell)).trim().to_owned()],
        Answering::Scale => vec![value(cell).map_or_else(|| clean(cell), |value| value.to_string())],
        _ if !cell.contains(';') && !asked.offers(cell) && by_commas() => cell.split(", ").map(clean).collect(),
        Answering::Several | Answering::Ranked => cell.split(';').map(clean).collect(),
        Answering::One => vec![clean(cell.trim_end_matches(';'))],
    };
    all.into_iter().filter(|piece| !piece.is_empty()).collect()
}

/// Returns the choices of a question: those of the catalogue, a whole scale, or the answers that enough people gave,
/// most frequent first. Ties are in alphabetical order, which reveals nothing about the order of rows. What one person
/// alone said is not a choice, unless it is a yes or a no.
pub fn choices(asked: &AskedQuestion<'_>, answering: Answering, answers: &[Vec<String>]) -> Vec<String> {
    let all = || answers.iter().flatten();
    if answering == Answering::Scale {
        let lowest = all().filter_map(|answer| value(answer)).min().unwrap_or(1).min(1);
        return (lowest..=HIGHEST).map(|value| value.to_string()).collect();
    }
    let mut choices: Vec<String> = asked.entry.map_or_else(Vec::new, |entry| entry.choices.clone());
    let offered: BTreeSet<String> = choices.iter().map(|choice| key(choice)).collect();
    let mut spellings: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for answer in all() {
        spellings.entry(key(answer)).or_default().push(answer);
    }
    let is_listed = |(said, given): &(&String, &Vec<&String>)| {
        let tells_somebody = said.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS
            || given.iter().any(|answer| answer.contains('…'));
        let is_enough = given.len() >= fewest(said) || YES_AND_NO.contains(&said.as_str());
        is_enough && !tells_somebody && !offered.contains(*said)
    };
    let mut given: Vec<(&String, &Vec<&String>)> = spellings.iter().filter(is_listed).collect();
    let number = |said: &str| said.replace(',', ".").parse::<f64>().ok();
    if given.iter().all(|(said, _)| number(said).is_some()) {
        given.sort_by(|(a, _), (b, _)| number(a).unwrap_or(0.0).total_cmp(&number(b).unwrap_or(0.0)));
    } else {
        given.sort_by(|(a, m), (b, n)| n.len().cmp(&m.len()).then_with(|| a.cmp(b)));
    }
    // The most frequent spelling is kept; ties go to the first in alphabetical order.
    let spelled = |given: &[&String]| {
        let mut spellings = tally(given.iter().copied());
        spellings.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        spellings.into_iter().next().map(|(spelling, _)| spelling.clone())
    };
    choices.extend(given.into_iter().filter_map(|(_, given)| spelled(given)));
    choices
}
