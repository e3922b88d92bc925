//! Counts the answers to each question of a form, and keeps comments that name nobody.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

use super::{
    answering::{AnswerReader, AskedQuestion, OfferedAnswer},
    asked::Asked,
};
use crate::domain::{
    model::{
        catalogue::Entry,
        folder::Folder,
        survey::{Answering, Count, OTHER, Question, key, whole},
    },
    privacy::{redact::NameRedactor, spelling::is_word},
    table::slug,
    value::text::{fold, tally},
};

/// How many ranks are counted.
const RANKS: usize = 2;

/// What replaces the name of somebody who signed.
const HIDDEN: &str = "…";

/// The names of people that answers may contain.
pub struct KnownNames {
    /// Those who signed, and those whom the school knows, by any part of their name.
    known: NameRedactor,
    /// The same, for a choice: a word of it that is also a name is left.
    in_choices: NameRedactor,
    /// How many comments named one of them.
    pub found: usize,
    /// Those who may be named in a list of choices.
    listed: ListedNames,
}

impl KnownNames {
    /// Collects the names that the school knows and those that people signed with.
    pub fn of(folder: &Folder, signatures: &BTreeSet<String>) -> Self {
        let school = folder.board.everyone().map(|person| person.name.as_str()).chain(folder.plan.committee.named());
        let names: Vec<&str> = school.chain(signatures.iter().map(String::as_str)).collect();
        let known = NameRedactor::listed(names.iter().copied(), HIDDEN);
        KnownNames {
            in_choices: known.clone().sparing_words(),
            known,
            found: 0,
            listed: ListedNames::of(names.into_iter()),
        }
    }

    /// Whether an answer names somebody, so that it is a comment and no choice.
    fn are_in(&self, answer: &str) -> bool {
        self.listed.are_all_of(answer) || self.in_choices.text(answer) != answer
    }
}

/// Words that may stand next to a name and mean nothing else.
const TITLES: [&str; 8] = ["m", "mme", "mlle", "madame", "monsieur", "et", "avec", "de"];

/// Names that no list of choices may contain: full names anywhere, and parts of names that stand alone.
/// « Saint-Joseph » and « Petit groupe » are kept, even if somebody has that name.
struct ListedNames {
    whole: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl ListedNames {
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let whole: BTreeSet<String> = names.map(words).map(|words| words.join(" ")).collect();
        let parts = whole.iter().flat_map(|name| name.split(' ')).map(ToOwned::to_owned).collect();
        ListedNames { whole: whole.into_iter().filter(|name| name.contains(' ')).collect(), parts }
    }

    /// Whether an answer contains a full name, or consists only of names.
    fn are_all_of(&self, answer: &str) -> bool {
        let said = words(answer);
        let padded = format!(" {} ", said.join(" "));
        // « Petit » and « Janvier » are answers, even where somebody is called so.
        let is_word = |word: &str| word.chars().count() > 2 && is_word(word);
        let is_named = |word: &String| self.parts.contains(word) && !is_word(word);
        self.whole.iter().any(|name| padded.contains(&format!(" {name} ")))
            || said.iter().any(is_named) && said.iter().all(|word| is_named(word) || TITLES.contains(&word.as_str()))
    }
}

/// The words of a text, split at whitespace, folded, without surrounding punctuation.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Counts every question, and returns each row's answers with it. The lines of a grid share their choices. `kinds` are
/// those that the user said, by normalised header.
pub fn all(
    asked: &[Asked],
    entries: &[Option<&Entry>],
    kinds: &BTreeMap<String, Option<Answering>>,
    names: &mut KnownNames,
) -> Vec<(Question, Vec<Vec<String>>)> {
    let mut grids: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for question in asked {
        let cells = question.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        grids.entry(question.grid).or_default().extend(cells);
    }
    let grids: BTreeMap<usize, Vec<(&str, usize)>> =
        grids.into_iter().map(|(grid, cells)| (grid, tally(cells))).collect();
    let mut all = Vec::new();
    for (at, (question, entry)) in asked.iter().zip(entries).enumerate() {
        let given = grids.get(&question.grid).map_or(&[][..], Vec::as_slice);
        let of = AskedQuestion { entry: *entry, text: &question.text };
        let told = kinds.get(&slug(&question.text)).copied().flatten().or(question.kind);
        let reader = AnswerReader::of(of, given, told);
        all.push(counted(format!("q{}", at + 1), question, &reader, given, names));
    }
    all
}

/// Counts a question, and returns each row's answers for grouping. The names of people are not choices.
fn counted(
    id: String,
    asked: &Asked,
    reader: &AnswerReader<'_>,
    given: &[(&str, usize)],
    names: &mut KnownNames,
) -> (Question, Vec<Vec<String>>) {
    let answering = reader.answering;
    let read: HashMap<&str, Vec<String>> = given.iter().map(|(cell, _)| (*cell, reader.pieces(cell))).collect();
    let said = |cell: &String| read.get(cell.trim()).cloned().unwrap_or_default();
    let answers: Vec<Vec<String>> = asked.cells.iter().map(said).collect();
    let mut question = Question {
        id,
        code: reader.asked.entry.map(|entry| entry.code.clone()),
        text: asked.text.clone(),
        answering,
        answered: whole(answers.iter().filter(|row| row.iter().any(|answer| !answer.is_empty())).count()),
        counts: Vec::new(),
        comments: Vec::new(),
    };
    if answering == Answering::Words {
        question.comments = answers.into_iter().flatten().collect();
        shuffle(&mut question, names);
        return (question, Vec::new());
    }
    let pieces = given.iter().flat_map(|(cell, times)| read[cell].iter().map(|piece| (piece.clone(), *times)));
    let mut choices = reader.choices(&summed(pieces));
    let is_kept = |choice: &OfferedAnswer| reader.asked.offers(&choice.answer) || !names.are_in(&choice.answer);
    choices.retain(is_kept);
    let ranks = vec![0; if answering == Answering::Ranked { RANKS } else { 0 }];
    let count = |choice: OfferedAnswer| Count {
        answer: choice.answer,
        n: 0,
        ranks: ranks.clone(),
        rare: choice.is_rare.then_some(true),
    };
    let counts: Vec<Count> = choices.into_iter().map(count).collect();
    let known = tallied(&mut question, counts, answers, &ranks);
    shuffle(&mut question, names);
    (question, known)
}

/// Each answer once, with how many gave it.
fn summed(answers: impl Iterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    let mut summed: BTreeMap<String, usize> = BTreeMap::new();
    for (answer, times) in answers {
        *summed.entry(answer).or_default() += times;
    }
    summed.into_iter().collect()
}

/// Counts the answers of each row, and returns them as they are counted. `ranks` are those of a choice that nobody gave.
fn tallied(
    question: &mut Question,
    mut counts: Vec<Count>,
    answers: Vec<Vec<String>>,
    ranks: &[u32],
) -> Vec<Vec<String>> {
    let answering = question.answering;
    let mut known: Vec<Vec<String>> = Vec::new();
    let places: HashMap<String, usize> = counts.iter().enumerate().map(|(at, c)| (key(&c.answer), at)).collect();
    for mut row in answers {
        let mut named: Vec<String> = Vec::new();
        // One person gives an answer once, however often it is ticked or typed.
        let mut said = BTreeSet::new();
        row.retain(|answer| answer.is_empty() || said.insert(key(answer)));
        for (rank, answer) in row.iter().enumerate().filter(|(_, answer)| !answer.is_empty()) {
            let Some(count) = places.get(&key(answer)).map(|at| &mut counts[*at]) else {
                question.comments.push(answer.clone());
                continue;
            };
            count.n += 1;
            count.ranks.iter_mut().skip(rank).take(1).for_each(|n| *n += 1);
            named.push(count.answer.clone());
        }
        if named.is_empty() && row.iter().any(|answer| !answer.is_empty()) && answering != Answering::Scale {
            named.push(other(&mut counts, ranks));
        }
        known.push(named);
    }
    match answering {
        Answering::Ranked => counts.sort_by(|a, b| b.ranks.cmp(&a.ranks)),
        // Somebody who gave a word instead of a number is in the comments, not in the counts.
        Answering::Scale => question.answered = whole(known.iter().filter(|row| !row.is_empty()).count()),
        Answering::One | Answering::Several | Answering::Words => {}
    }
    question.counts = counts;
    known
}

/// Counts an answer outside the list; returns the choice under which it is counted.
fn other(counts: &mut Vec<Count>, ranks: &[u32]) -> String {
    let at = counts.iter().position(|count| key(&count.answer) == key(OTHER)).unwrap_or_else(|| {
        counts.push(Count { answer: OTHER.to_owned(), ranks: ranks.to_vec(), ..Count::default() });
        counts.len() - 1
    });
    counts[at].n += 1;
    counts[at].ranks.iter_mut().take(1).for_each(|n| *n += 1);
    counts[at].answer.clone()
}

/// Orders comments so that the order of rows cannot be recovered and two answers of one person are not aligned. Also
/// removes the names of people.
fn shuffle(question: &mut Question, names: &mut KnownNames) {
    for comment in &mut question.comments {
        let discreet = names.known.text(comment);
        names.found += usize::from(discreet != *comment);
        *comment = discreet;
    }
    let id = question.id.clone();
    question.comments.sort_by_cached_key(|comment| {
        let mut hasher = DefaultHasher::new();
        (&id, comment).hash(&mut hasher);
        hasher.finish()
    });
}
