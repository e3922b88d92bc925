//! Rows of a form that may not be answers: sent twice, or sent to try the form.

use std::collections::{HashMap, HashSet};

use super::form_export::FormColumn;
use crate::domain::{model::survey::key, table::SheetRow};

/// The fewest words of an answer that two people do not write alike by chance.
const TELLING: usize = 4;

/// What people write to try a form.
const TRIALS: [&str; 10] =
    ["test", "tests", "testing", "essai", "essais", "asdf", "xxx", "bidon", "ceci est un test", "this is a test"];

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
        if answers(columns, row).any(is_trial) {
            doubtful.push(DoubtfulRow { line: row.line, doubt: RowDoubt::IsTrial });
            continue;
        }
        let said: Vec<String> = answers(columns, row).map(key).collect();
        let same = seen.entry(said).or_default();
        match same.iter().find(|first| is_no_chance(columns, &free, first, row)) {
            Some(first) => doubtful.push(DoubtfulRow { line: row.line, doubt: RowDoubt::Repeats(first.line) }),
            None => same.push(row),
        }
    }
    doubtful
}

fn answers<'a>(columns: &'a [FormColumn], row: &'a SheetRow) -> impl Iterator<Item = &'a str> {
    let cells = columns.iter().enumerate().filter(|(_, column)| matches!(column, FormColumn::Question(_)));
    cells.map(|(at, _)| row.cells.get(at).map_or("", |cell| cell.trim()))
}

/// Whether an answer only tries the form: « test », « Test test ».
fn is_trial(answer: &str) -> bool {
    let said = key(answer);
    let mut words = said.split_whitespace().peekable();
    TRIALS.contains(&said.as_str()) || words.peek().is_some() && words.all(|word| TRIALS.contains(&word))
}

/// Whether most answers of a column are given once, as comments are and choices are not.
fn is_free(rows: &[&SheetRow], column: usize) -> bool {
    let said = rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| key(cell));
    let said: Vec<String> = said.filter(|said| !said.is_empty()).collect();
    said.iter().collect::<HashSet<_>>().len() * 2 > said.len()
}

/// Whether two rows with the same answers were sent by one person. `free` are the columns of comments.
fn is_no_chance(columns: &[FormColumn], free: &[usize], first: &SheetRow, other: &SheetRow) -> bool {
    let is_same = |(at, column): (usize, &FormColumn)| {
        let cell = |row: &SheetRow| row.cells.get(at).map_or(String::new(), |cell| cell.trim().to_lowercase());
        let said = cell(first);
        let tells = match column {
            FormColumn::Identity => !NOBODY.contains(&said.as_str()),
            // Several people answer in one minute of a meeting, but not in one second.
            FormColumn::Moment(_) => said.matches(':').count() > 1,
            FormColumn::Technical | FormColumn::Aside | FormColumn::Question(_) => false,
        };
        tells && said == cell(other)
    };
    let is_telling = |at: &usize| {
        let said = first.cells.get(*at).filter(|_| matches!(columns[*at], FormColumn::Question(_)));
        said.is_some_and(|said| said.split_whitespace().count() >= TELLING && !super::scales::is_known(said))
    };
    free.iter().any(is_telling) || columns.iter().enumerate().any(is_same)
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
            ["2026-10-08 10:01:07", "", "Oui", "Test test"],
            ["2026-10-08 10:01:07", "", "Oui", "Le test d’anglais est trop long"],
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
                (13, RowDoubt::Repeats(12))
            ]
        );
    }
}
