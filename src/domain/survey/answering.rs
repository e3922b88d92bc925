//! How a question of a form was answered, inferred from its answers: one choice, several, ranks, a scale, or free text.
//! In doubt they are free text, which fewer people may read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{contacts, scales, splitting::Splitter};
use crate::domain::{
    model::{
        catalogue::Entry,
        school::is_job,
        survey::{Answering, key},
    },
    value::text::{fold, harmless, one_line},
};

/// The maximum number of choices of a question.
const MOST_CHOICES: usize = 15;

/// The maximum length of a choice, in characters.
const LONGEST_CHOICE: usize = 200;

/// An answer of at most this many words shows that a question is closed when two people give it; a longer one, when three
/// do.
const MOST_WORDS: usize = 4;

/// An answer of at most this many words is shown when two people give it; a longer one, when three do.
const MOST_SHOWN_WORDS: usize = 2;

/// An answer of at most this many words is a choice of a closed question when one person gives it; a longer one, when two
/// do.
const MOST_RARE_WORDS: usize = 6;

/// The maximum number of digits in a row in a choice: more of them identify somebody rather than express an opinion.
const MOST_DIGITS: usize = 4;

/// The minimum number of answers that count as ranked: two may have been ticked in any order.
const FEWEST_RANKED: usize = 3;

/// The highest value of a scale.
const HIGHEST: u32 = 10;

/// A question as a form asked it.
#[derive(Clone, Copy, Debug)]
pub struct AskedQuestion<'a> {
    /// The matching question of the catalogue, if there is one.
    pub entry: Option<&'a Entry>,
    /// Its text.
    pub text: &'a str,
}

impl AskedQuestion<'_> {
    /// Whether the form surely offered that answer, however few gave it.
    fn is_known(&self, answer: &str) -> bool {
        self.offers(answer) || scales::is_known(answer)
    }

    /// Whether the catalogue offers that answer.
    pub fn offers(&self, answer: &str) -> bool {
        self.entry.is_some_and(|entry| entry.choices.iter().any(|choice| key(choice) == key(answer)))
    }

    /// Whether it asks who: its answers are names, even if several people give the same ones.
    fn asks_who(&self) -> bool {
        let folded = fold(self.text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2);
        self.entry.is_none() && words.any(|word| matches!(word, "qui" | "who" | "whom" | "nommez"))
    }

    /// Whether it asks for words: its answers are comments, even if several people give the same ones.
    fn asks_for_words(&self) -> bool {
        const WORDS: [&str; 12] = [
            "pourquoi",
            "commentaire",
            "commentaires",
            "suggestion",
            "suggestions",
            "remarque",
            "remarques",
            "precisez",
            "expliquez",
            "comments",
            "why",
            "explain",
        ];
        let folded = fold(self.text);
        self.entry.is_none() && folded.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
    }

    /// The most to which ratings run that are not on a scale up to ten.
    fn most_of_ratings(&self) -> u32 {
        if self.entry.is_some_and(|entry| entry.answering == Some(Answering::Scale)) { 5 } else { 7 }
    }

    /// Whether its text says that the scale runs to ten.
    fn says_ten(&self) -> bool {
        let folded = fold(self.text);
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "10" | "dix" | "ten"))
    }
}

/// An answer that a question offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedAnswer {
    /// How it is spelled most often.
    pub answer: String,
    /// Whether so few gave it that it may be what somebody typed.
    pub is_rare: bool,
}

/// How a question was answered.
#[derive(Debug)]
pub struct AnswerReader<'a> {
    /// The question.
    pub asked: AskedQuestion<'a>,
    /// The kind of its answers.
    pub answering: Answering,
    /// How answers that stand in one cell are told apart.
    splitter: Splitter,
}

impl<'a> AnswerReader<'a> {
    /// Determines how a question was answered: as the user says; else as the catalogue says, if the answers agree; else
    /// from the answers. `given` are the cells of its grid, whose lines share their choices: each once, without blanks
    /// around it, with how many people gave it.
    pub fn of(asked: AskedQuestion<'a>, given: &[(&str, usize)], told: Option<Answering>) -> Self {
        let is_offered = |answer: &str| asked.offers(answer);
        let splitter = Splitter::of(given, is_offered);
        let answering = told.unwrap_or_else(|| answering(&asked, given, &splitter));
        let splitter = match told {
            Some(Answering::Several | Answering::Ranked) => Splitter::of_everything(given),
            _ => splitter,
        };
        AnswerReader { asked, answering, splitter }
    }

    /// Splits a cell into its answers, cleaned.
    pub fn pieces(&self, cell: &str) -> Vec<String> {
        let cell = cell.trim();
        let all: Vec<String> = match self.answering {
            Answering::Words => vec![contacts::without_addresses(&harmless(cell)).trim().to_owned()],
            Answering::Scale => vec![value(cell).map_or_else(|| clean(cell), |value| value.to_string())],
            Answering::Several => self.splitter.pieces(cell).iter().map(|piece| clean(piece)).collect(),
            // A rank left empty keeps its place.
            Answering::Ranked if cell.contains(';') || !self.splitter.splits() => {
                return cell.trim_end_matches(';').split(';').map(clean).collect();
            }
            Answering::Ranked => self.splitter.pieces(cell).iter().map(|piece| clean(piece)).collect(),
            Answering::One => vec![clean(cell.trim_end_matches(';'))],
        };
        all.into_iter().filter(|piece| !piece.is_empty()).collect()
    }

    /// Returns the choices of a question: those of the catalogue, a whole scale, or the answers given, in the order of a
    /// known scale or most frequent first. Ties are in alphabetical order, which reveals nothing about the order of rows. Of a closed question, a
    /// short answer that one person gave is a choice too, but a rare one; a long one is a comment.
    pub fn choices(&self, answers: &[(String, usize)]) -> Vec<OfferedAnswer> {
        if self.answering == Answering::Scale {
            let values = || answers.iter().filter_map(|(answer, _)| value(answer));
            let lowest = values().min().unwrap_or(1).min(1);
            // Ratings out of five or seven, which somebody called a scale, have no values above what was given.
            let most = values().max().unwrap_or(0);
            let is_out_of_ten = most > self.asked.most_of_ratings() || self.asked.says_ten();
            return (lowest..=if is_out_of_ten { HIGHEST } else { most })
                .map(|value| OfferedAnswer::known(value.to_string()))
                .collect();
        }
        let offered = self.asked.entry.map_or(&[][..], |entry| &entry.choices);
        let mut spellings: BTreeMap<String, Vec<&(String, usize)>> = BTreeMap::new();
        for answer in answers.iter().filter(|(answer, _)| !answer.is_empty()) {
            spellings.entry(key(&answer.0)).or_default().push(answer);
        }
        let times = |given: &[&(String, usize)]| given.iter().map(|(_, times)| times).sum::<usize>();
        let is_listed = |(said, given): &(&String, &Vec<&(String, usize)>)| {
            let digits = said.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
            let tells_somebody = digits.is_some_and(|run| run > MOST_DIGITS)
                || given.iter().any(|(answer, _)| answer.contains('…') || answer.chars().count() > LONGEST_CHOICE);
            let is_short = said.split_whitespace().count() <= MOST_RARE_WORDS;
            let is_enough = times(given) > 1 || is_short || self.asked.is_known(&given[0].0);
            is_enough && !tells_somebody && !offered.iter().any(|choice| key(choice) == **said)
        };
        let mut given: Vec<(&String, &Vec<&(String, usize)>)> = spellings.iter().filter(is_listed).collect();
        let number = |said: &str| said.replace(',', ".").parse::<f64>().ok();
        if given.iter().all(|(said, _)| number(said).is_some()) {
            given.sort_by(|(a, _), (b, _)| number(a).unwrap_or(0.0).total_cmp(&number(b).unwrap_or(0.0)));
        } else {
            given.sort_by(|(a, m), (b, n)| times(n).cmp(&times(m)).then_with(|| a.cmp(b)));
            // The answers of a scale stand in its order, and what is on none after them.
            let stand = |given: &[&(String, usize)]| scales::stand(&given[0].0);
            let stands: BTreeSet<i32> = given.iter().filter_map(|(_, given)| stand(given)).collect();
            if stands.len() > 1 && stands.len() * 2 > given.len() {
                given.sort_by_key(|(_, given)| std::cmp::Reverse(stand(given)));
            }
        }
        // The most frequent spelling is kept; ties go to the first in alphabetical order.
        let spelled = |(said, given): (&String, &Vec<&(String, usize)>)| {
            let (spelling, _) = given.iter().min_by_key(|(spelling, times)| (std::cmp::Reverse(*times), spelling))?;
            // A sentence of three words may be somebody's, even if a friend wrote it too.
            let enough = if said.split_whitespace().count() > MOST_SHOWN_WORDS { 3 } else { fewest(said) };
            let is_rare = times(given) < enough && !self.asked.is_known(spelling);
            Some(OfferedAnswer { answer: spelling.clone(), is_rare })
        };
        let offered = offered.iter().cloned().map(OfferedAnswer::known);
        offered.chain(given.into_iter().filter_map(spelled)).collect()
    }
}

impl OfferedAnswer {
    fn known(answer: String) -> Self {
        OfferedAnswer { answer, is_rare: false }
    }
}

fn answering(asked: &AskedQuestion<'_>, given: &[(&str, usize)], splitter: &Splitter) -> Answering {
    let by_catalogue = asked.entry.and_then(|entry| entry.answering);
    let asks_for_words = || asked.asks_for_words() && !given.iter().all(|(cell, _)| asked.is_known(cell));
    // « Qui vous aide? » asks for names, unless what is answered is jobs: « La direction, mes collègues ».
    let is_job =
        |(cell, _): &(&str, usize)| cell.split([';', ',']).filter(|piece| !piece.trim().is_empty()).all(is_job);
    let asks_for_names = || asked.asks_who() && !given.iter().all(is_job);
    if by_catalogue == Some(Answering::Words) || asks_for_names() || asks_for_words() {
        return Answering::Words;
    }
    if is_scale(asked, by_catalogue, given) {
        return Answering::Scale;
    }
    let split: Vec<(Vec<String>, usize)> = given.iter().map(|(cell, times)| (splitter.pieces(cell), *times)).collect();
    let several = split.iter().any(|(row, _)| row.len() > 1);
    let sets: BTreeSet<Vec<String>> = split.iter().map(|(row, _)| sorted(row)).collect();
    let orders: BTreeSet<&Vec<String>> = split.iter().map(|(row, _)| row).collect();
    let ordered = sets.len() == 1 && orders.len() > 1 && split.iter().all(|(row, _)| row.len() >= FEWEST_RANKED);
    let ranked = by_catalogue == Some(Answering::Ranked) || ordered;
    let answers: Vec<(&str, usize)> = match several || ranked {
        true => split.iter().flat_map(|(row, times)| row.iter().map(|piece| (piece.as_str(), *times))).collect(),
        false => given.to_vec(),
    };
    match is_list(asked, &answers) {
        false => Answering::Words,
        true if ranked => Answering::Ranked,
        true if several => Answering::Several,
        true => Answering::One,
    }
}

fn clean(text: &str) -> String {
    one_line(&contacts::without_addresses(&harmless(text)))
}

fn sorted(row: &[String]) -> Vec<String> {
    let mut row: Vec<String> = row.iter().map(|answer| key(answer)).collect();
    row.sort();
    row
}

/// Whether answers are on a scale up to ten: the question says so, or somebody gave ten and nobody more. Ratings out of
/// five or seven are not.
fn is_scale(asked: &AskedQuestion<'_>, by_catalogue: Option<Answering>, given: &[(&str, usize)]) -> bool {
    if given.iter().any(|(cell, _)| cell.parse::<f64>().is_ok_and(|number| number > f64::from(HIGHEST))) {
        return false;
    }
    let values = || given.iter().filter_map(|(cell, times)| Some((value(cell)?, times)));
    let most = values().map(|(value, _)| value).max().unwrap_or(0);
    let runs_to_ten = match by_catalogue {
        Some(Answering::Scale) => asked.says_ten() || most > asked.most_of_ratings(),
        Some(_) => false,
        None => asked.says_ten() || most == HIGHEST,
    };
    // A few words among the numbers are allowed: they become comments.
    let all: usize = given.iter().map(|(_, times)| times).sum();
    runs_to_ten && values().map(|(_, times)| times).sum::<usize>() * 4 >= all * 3
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

/// Whether answers are choices of a list: most are offered by the catalogue or by a known scale, or given by several
/// people.
fn is_list(asked: &AskedQuestion<'_>, answers: &[(&str, usize)]) -> bool {
    let mut counts: HashMap<String, (usize, bool, usize)> = HashMap::new();
    for (answer, times) in answers {
        let known = counts.entry(key(answer)).or_insert_with(|| (0, asked.is_known(answer), 0));
        *known = (known.0 + times, known.1, known.2.max(answer.chars().count()));
    }
    let all: usize = answers.iter().map(|(_, times)| times).sum();
    let own = || counts.iter().filter(|(_, (_, is_known, _))| !is_known);
    let lonely: usize = own().filter(|(said, (n, ..))| *n < fewest(said)).map(|(_, (n, ..))| n).sum();
    let are_short = own().filter(|(said, (n, ..))| *n >= fewest(said)).all(|(_, (.., long))| *long <= LONGEST_CHOICE);
    lonely * 2 <= all && counts.len() <= MOST_CHOICES + lonely && are_short
}

/// How many people must give an answer for it to show that a question is closed.
fn fewest(said: &str) -> usize {
    if said.split_whitespace().count() > MOST_WORDS { 3 } else { 2 }
}
