//! Rows of a form that may not be answers: sent twice, or sent to try the form.

use std::collections::{HashMap, HashSet};

use super::form_export::FormColumn;
use crate::domain::{model::survey::key, table::SheetRow};

/// The fewest words of an answer that two people do not write alike by chance.
const TELLING: usize = 4;

/// How many rows with one answer make it a choice rather than a trial: « Tests » may be what is hard.
const FEWEST_CHOOSERS: usize = 3;

/// What people write to try a form.
const TRIALS: [&str; 8] = ["test", "tests", "testing", "essai", "essais", "asdf", "xxx", "bidon"];

/// What may stand around it: « ceci est juste un essai ».
const AROUND: [&str; 14] =
    ["a", "c’est", "ceci", "de", "du", "est", "formulaire", "is", "juste", "just", "pour", "this", "un", "une"];

/// The identities that a form gives to whoever answers without a name.
const NOBODY: [&str; 4] = ["anonymous", "anonyme", "", "n/a"];

/// Why a row may not be somebody's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowDoubt {
    /// The same answers as an earlier row, given by its line.
    Repeats(usize),
    /// It was sent to try the form.
    IsTrial,
}

/// A row that may not be somebody's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoubtfulRow {
    /// Its line.
    pub line: usize,
    /// Why.
    pub doubt: RowDoubt,
}

/// The rows that may not be answers. Two rows repeat each other when every answer is the same and something shows that it
/// is no chance: a sentence, who answered, or when.
pub fn doubtful(columns: &[FormColumn], rows: &[&SheetRow]) -> Vec<DoubtfulRow> {
    let free: Vec<usize> = (0..columns.len()).filter(|at| is_free(rows, *at)).collect();
    let mut seen: HashMap<Vec<String>, Vec<&SheetRow>> = HashMap::new();
    let mut doubtful = Vec::new();
    for row in rows {
        let is_tried = |(at, said): (usize, &str)| is_trial(said) && given(rows, at, said) < FEWEST_CHOOSERS;
        if answers(columns, row).any(is_tried) {
            doubtful.push(DoubtfulRow { line: row.line, doubt: RowDoubt::IsTrial });
            continue;
        }
        let said: Vec<String> = answers(columns, row).map(|(_, said)| key(said)).collect();
        let same = seen.entry(said).or_default();
        match same.iter().find(|first| is_no_chance(columns, &free, first, row)) {
            Some(first) => doubtful.push(DoubtfulRow { line: row.line, doubt: RowDoubt::Repeats(first.line) }),
            None => same.push(row),
        }
    }
    doubtful
}

/// The answers of a row, each with its column; empty where there is none.
fn answers<'a>(columns: &'a [FormColumn], row: &'a SheetRow) -> impl Iterator<Item = (usize, &'a str)> {
    let cells = columns.iter().enumerate().filter(|(_, column)| matches!(column, FormColumn::Question(_)));
    cells.map(|(at, _)| (at, row.cells.get(at).map_or("", |cell| cell.trim())))
}

/// Whether an answer only tries the form: « test », « Test test », « essai 2 ».
fn is_trial(answer: &str) -> bool {
    let said = key(answer);
    let tries = |word: &str| TRIALS.contains(&word);
    let is_of_a_trial = |word: &str| tries(word) || AROUND.contains(&word) || word.parse::<u32>().is_ok();
    said.split_whitespace().any(tries) && said.split_whitespace().all(is_of_a_trial)
}

/// How many rows give an answer.
fn given(rows: &[&SheetRow], column: usize, answer: &str) -> usize {
    let said = key(answer);
    rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| key(cell) == said).count()
}

/// Whether most answers of a column are given once, as comments are and choices are not.
fn is_free(rows: &[&SheetRow], column: usize) -> bool {
    let said = rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| key(cell));
    let said: Vec<String> = said.filter(|said| !said.is_empty()).collect();
    said.iter().collect::<HashSet<_>>().len() * 2 > said.len()
}

/// Whether two rows with the same answers were sent by one person. `free` are the columns in which most answers are given once.
fn is_no_chance(columns: &[FormColumn], free: &[usize], first: &SheetRow, other: &SheetRow) -> bool {
    let cell = |row: &SheetRow, at: usize| row.cells.get(at).map_or(String::new(), |cell| cell.trim().to_lowercase());
    let of = |wanted: fn(&FormColumn) -> bool| (0..columns.len()).filter(move |at| wanted(&columns[*at]));
    let identities = || of(|column| *column == FormColumn::Identity);
    // What several rows share, as a mentor's name, does not tell who answered.
    let is_somebody = identities().any(|at| free.contains(&at) && !NOBODY.contains(&cell(first, at).as_str()));
    let is_same_person = is_somebody && identities().all(|at| cell(first, at) == cell(other, at));
    // Several people answer in one minute of a meeting, but not in one second.
    let is_same_second = of(|column| matches!(column, FormColumn::Moment(_)))
        // A form that hides when people answered gives them all one moment.
        .any(|at| free.contains(&at) && cell(first, at).matches(':').count() > 1 && cell(first, at) == cell(other, at));
    let is_telling = |(at, said): (usize, &str)| {
        free.contains(&at) && said.split_whitespace().count() >= TELLING && !super::scales::is_known(said)
    };
    answers(columns, first).any(is_telling) || is_same_person || is_same_second
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::timestamp::DateOrder;

    #[test]
    fn rows_sent_twice_or_to_try_the_form_are_pointed_out() {
        let question = |text: &str| FormColumn::Question(text.to_owned());
        let moment = FormColumn::Moment(DateOrder::DayFirst);
        let columns = [moment, FormColumn::Identity, question("A"), question("B")];
        let rows = [
            ["", "", "Oui", "Le café du vendredi matin"],
            ["", "", "oui", "Le café du vendredi matin."],
            ["2026-10-08 10:01", "", "Oui", ""],
            ["2026-10-08 10:01", "", "Oui", ""],
            ["", "a@x.ca", "Non", ""],
            ["", "A@x.ca", "Non", ""],
            ["", "anonymous", "Peut-être", ""],
            ["", "anonymous", "Peut-être", ""],
            ["2026-10-08 10:01:07", "b@x.ca", "Oui", "Test test"],
            ["2026-10-08 10:01:07", "c@x.ca", "Oui", "Le test d’anglais est trop long"],
            ["2026-10-08 10:01:08", "d@x.ca", "Oui", "Ceci est juste un essai."],
            ["2026-10-08 10:01:09", "", "Non", ""],
            ["2026-10-08 10:01:09", "", "Non", ""],
        ];
        let rows: Vec<SheetRow> =
            (2..).zip(rows).map(|(line, row)| SheetRow::plain(line, row.map(ToOwned::to_owned).into())).collect();
        let found = doubtful(&columns, &rows.iter().collect::<Vec<_>>());
        let found: Vec<(usize, RowDoubt)> = found.into_iter().map(|row| (row.line, row.doubt)).collect();
        assert_eq!(
            found,
            [
                (3, RowDoubt::Repeats(2)),
                (7, RowDoubt::Repeats(6)),
                (10, RowDoubt::IsTrial),
                (12, RowDoubt::IsTrial),
                (14, RowDoubt::Repeats(13))
            ]
        );
    }

    #[test]
    fn one_moment_given_to_everybody_tells_nothing() {
        let columns = [FormColumn::Moment(DateOrder::DayFirst), FormColumn::Question("A".to_owned())];
        let row = |line: usize| {
            SheetRow::plain(line, vec!["1980-01-01 00:00:00".to_owned(), ["Oui", "Non"][line % 2].to_owned()])
        };
        let rows: Vec<SheetRow> = (2..11).map(row).collect();
        assert_eq!(doubtful(&columns, &rows.iter().collect::<Vec<_>>()), []);
    }

    #[test]
    fn people_who_name_the_same_mentor_are_several() {
        let columns = [FormColumn::Identity, FormColumn::Question("A".to_owned())];
        let row =
            |line: usize| SheetRow::plain(line, vec![["Luc Roy", "Zoé Caron"][line % 2].to_owned(), "Oui".to_owned()]);
        let rows: Vec<SheetRow> = (2..14).map(row).collect();
        assert_eq!(doubtful(&columns, &rows.iter().collect::<Vec<_>>()), []);
    }
}
