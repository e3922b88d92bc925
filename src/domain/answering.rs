//! How a question of a form was answered, read from its answers: a list, several, ranks, a scale, or somebody's own words.
//! In doubt they are somebody's own words, which fewer people read.

use std::collections::BTreeSet;

use super::{
    catalogue::Entry,
    form,
    survey::{Answering, key},
    text::{fold, harmless, one_line, tally},
};

/// The most answers that the list of a question may have.
const MOST_CHOICES: usize = 15;

/// The longest answer of a list, in characters.
const LONGEST_CHOICE: usize = 80;

/// The longest number of a list, in characters: what is longer tells of somebody, not of an opinion.
const LONGEST_NUMBER: usize = 4;

/// The fewest answers that are put in order: two of them may have been ticked in any order.
const FEWEST_RANKED: usize = 3;

/// The highest value of a scale.
const HIGHEST: u32 = 10;

/// Answers that make a list, however few they are.
const YES_AND_NO: [&str; 6] = ["oui", "non", "yes", "no", "peut-etre", "maybe"];

/// A question as a form asked it.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The question of the catalogue that it is.
    pub entry: Option<&'a Entry>,
    /// Its words.
    pub text: &'a str,
}

impl Wording<'_> {
    /// Whether the catalogue offers that answer.
    fn offers(&self, answer: &str) -> bool {
        self.entry.is_some_and(|entry| entry.choices.iter().any(|choice| key(choice) == key(answer)))
    }

    /// Whether its words say that the scale runs to ten.
    fn says_ten(&self) -> bool {
        let folded = fold(self.text);
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "10" | "dix" | "ten"))
    }
}

/// How a question was answered, by the catalogue when the answers agree with it, else by the answers.
pub fn of(asked: &Wording<'_>, cells: &[String]) -> Answering {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let by_catalogue = asked.entry.and_then(|entry| entry.answering);
    if by_catalogue == Some(Answering::Words) {
        return Answering::Words;
    }
    if is_scale(asked, by_catalogue, &cells) {
        return Answering::Scale;
    }
    let split: Vec<Vec<String>> = cells.iter().map(|cell| pieces(asked, Answering::Several, cell)).collect();
    let multiple = split.iter().filter(|row| row.len() > 1).count();
    // One answer with a semicolon in it does not make a list of check boxes.
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

/// Whether answers are on a scale up to ten: its words say so, or somebody gave ten; marks out of five or seven are not.
fn is_scale(asked: &Wording<'_>, by_catalogue: Option<Answering>, cells: &[&str]) -> bool {
    let values: Vec<u32> = cells.iter().filter_map(|cell| value(cell)).collect();
    let most = values.iter().max().copied().unwrap_or(0);
    let runs_to_ten = match by_catalogue {
        Some(Answering::Scale) => asked.says_ten() || most > HIGHEST / 2,
        Some(_) => false,
        None => asked.says_ten() || most == HIGHEST,
    };
    // A few words among numbers are heard apart.
    runs_to_ten && values.len() * 4 >= cells.len() * 3
}

/// The value of a scale that an answer begins with: « 9 », « 10.0 », « 8 - Très probable ».
fn value(answer: &str) -> Option<u32> {
    let digits = answer.find(|c: char| !c.is_ascii_digit()).unwrap_or(answer.len());
    let (number, rest) = answer.split_at(digits);
    let is_whole = rest.strip_prefix(['.', ',']).is_none_or(|decimals| {
        !decimals.is_empty() && decimals.chars().take_while(|c| !c.is_whitespace()).all(|c| c == '0')
    });
    number.parse().ok().filter(|value| *value <= HIGHEST && is_whole)
}

/// Whether answers are those of a list: most are in the catalogue's, or given by somebody else too.
fn is_list(asked: &Wording<'_>, answers: &[&str]) -> bool {
    let offered = |answer: &str| YES_AND_NO.contains(&key(answer).as_str()) || asked.offers(answer);
    let counts = tally(answers.iter().map(|answer| key(answer)));
    if answers.iter().all(|answer| is_number(answer)) {
        return counts.len() <= MOST_CHOICES;
    }
    let alone = |answer: &&&str| counts.iter().any(|(said, n)| *n < 2 && *said == key(answer));
    let lonely = answers.iter().filter(|answer| !offered(answer)).filter(alone).count();
    let mut shared = answers.iter().filter(|answer| !offered(answer) && !alone(answer));
    let are_short = shared.all(|answer| answer.chars().count() <= LONGEST_CHOICE);
    lonely * 2 <= answers.len() && counts.len() <= MOST_CHOICES + lonely && are_short
}

fn is_number(answer: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    answer.starts_with(|c: char| c.is_ascii_digit()) && answer.chars().all(is_part) && answer.len() <= LONGEST_NUMBER
}

/// The answers in a cell, cleaned.
pub fn pieces(asked: &Wording<'_>, answering: Answering, cell: &str) -> Vec<String> {
    let clean = |text: &str| one_line(&form::without_addresses(&harmless(text)));
    let cell = cell.trim();
    // A spreadsheet of Google's puts a comma between the answers: where at least two are offered, it is one.
    let by_commas = || cell.split(", ").filter(|piece| asked.offers(piece)).count() > 1;
    let all: Vec<String> = match answering {
        Answering::Words => vec![form::without_addresses(&harmless(cell)).trim().to_owned()],
        Answering::Scale => vec![value(cell).map_or_else(|| clean(cell), |value| value.to_string())],
        _ if !cell.contains(';') && !asked.offers(cell) && by_commas() => cell.split(", ").map(clean).collect(),
        Answering::Several | Answering::Ranked => cell.split(';').map(clean).collect(),
        Answering::One => vec![clean(cell.trim_end_matches(';'))],
    };
    all.into_iter().filter(|piece| !piece.is_empty()).collect()
}

/// The list of a question: the catalogue's, a whole scale, or what at least two people answered, the most frequent first;
/// answers as frequent stand in the order of their letters, which says nothing of the rows. What one person alone said is
/// none of it, unless it is a number or a yes.
pub fn choices(asked: &Wording<'_>, answering: Answering, answers: &[Vec<String>]) -> Vec<String> {
    let all = || answers.iter().flatten();
    if answering == Answering::Scale {
        let lowest = all().filter_map(|answer| value(answer)).min().unwrap_or(1).min(1);
        return (lowest..=HIGHEST).map(|value| value.to_string()).collect();
    }
    let mut choices: Vec<String> = asked.entry.map_or_else(Vec::new, |entry| entry.choices.clone());
    let is_plain = |said: &str| YES_AND_NO.contains(&said) || is_number(said);
    let mut given: Vec<(String, usize)> = tally(all().map(|answer| key(answer)));
    given.retain(|(said, n)| (*n > 1 || is_plain(said)) && !choices.iter().any(|choice| key(choice) == *said));
    if given.iter().all(|(said, _)| is_number(said)) {
        let number = |said: &str| said.replace(',', ".").parse().unwrap_or(0.0_f64);
        given.sort_by(|(a, _), (b, _)| number(a).total_cmp(&number(b)));
    } else {
        given.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    }
    // The spelling of most is kept, and between as many, the first by its letters.
    let spelled = |said: &str| {
        let mut spellings = tally(all().filter(|answer| key(answer) == said).cloned());
        spellings.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        spellings.into_iter().next().map(|(spelling, _)| spelling)
    };
    choices.extend(given.iter().filter_map(|(said, _)| spelled(said)));
    choices
}
