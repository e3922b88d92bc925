//! Who a row of a staff list is about.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{
    Unfit,
    headings::{self, Heading},
    names::{self, WrittenName, words},
    usual,
};
use crate::domain::{
    board::column::Column,
    model::board::Board,
    table::{SheetRow, Spreadsheet},
};

/// What a row says of who it is about.
pub(super) struct RowIdentity {
    pub(super) written: WrittenName,
    pub(super) words: Vec<String>,
    /// The position on the board; `None` for somebody new.
    pub(super) place: Option<usize>,
    pub(super) is_by_id: bool,
}

/// The people of a board, and the columns of a table by which its rows name them.
pub(super) struct PeopleIndex<'a> {
    board: &'a Board,
    /// The positions of the columns.
    id: Option<usize>,
    name: Option<usize>,
    first_name: Option<usize>,
    number: Option<(usize, Column)>,
    /// Whether a row says more than who it is about.
    is_wide: bool,
    /// Whether the head and some of the names say that the family name comes first.
    is_family_first: bool,
    /// The positions of the people on the board: by id, by number, by the sorted words of their name.
    by_id: HashMap<&'a str, usize>,
    by_number: HashMap<String, Vec<usize>>,
    by_name: HashMap<Vec<String>, Vec<usize>>,
    /// How many rows have a name, and a number.
    row_names: HashMap<Vec<String>, usize>,
    row_numbers: HashMap<String, RowsOfNumber>,
}

/// The rows of a list that have one number.
struct RowsOfNumber {
    /// The line of the first one.
    first: usize,
    /// The words of its name.
    words: Vec<String>,
    /// Whether the others have the same name.
    is_one_person: bool,
}

impl<'a> PeopleIndex<'a> {
    pub(super) fn of(board: &'a Board, table: &Spreadsheet, headings: &[Heading]) -> Self {
        let at = |wanted: &Heading| headings.iter().position(|heading| heading == wanted);
        let number = headings.iter().enumerate().find_map(|(at, heading)| {
            let column = heading.column().filter(|column| matches!(column, Column::Own(_)))?;
            usual::is_number(&table.heads[at]).then_some((at, column))
        });
        let name = headings.iter().position(Heading::is_name);
        let is_family_first =
            |at: usize| usual::is_family_first(&table.heads[at]) && table.column(at).any(names::is_family_first);
        let mut index = PeopleIndex {
            board,
            id: at(&Heading::Id),
            name,
            first_name: at(&Heading::FirstName),
            number,
            is_wide: headings.iter().filter(|heading| heading.column().is_some()).count() > 1,
            is_family_first: name.is_some_and(is_family_first),
            by_id: board.everyone().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect(),
            by_number: HashMap::new(),
            by_name: HashMap::new(),
            row_names: HashMap::new(),
            row_numbers: HashMap::new(),
        };
        for (at, person) in board.everyone().enumerate() {
            index.by_name.entry(words(&person.name)).or_default().push(at);
            if let Some((_, Column::Own(own))) = &index.number
                && let Some(number) = person.own.get(&own.id).map(plain_number)
            {
                index.by_number.entry(number).or_default().push(at);
            }
        }
        for row in table.rows.iter().filter(|row| !row.is_blank()) {
            let (written, number) = index.said(row);
            let words = words(&written.name);
            let has_number = !number.is_empty();
            let of_number = index.row_numbers.entry(number).or_insert_with(|| RowsOfNumber {
                first: row.line,
                words: words.clone(),
                is_one_person: true,
            });
            of_number.is_one_person &= of_number.words == words;
            let is_again = has_number && of_number.is_one_person && of_number.first != row.line;
            *index.row_names.entry(words).or_default() += usize::from(!is_again);
        }
        index
    }

    /// The position of the column that names people.
    pub(super) fn column(&self) -> Option<usize> {
        self.name.or(self.first_name)
    }

    /// Whether a column holds the numbers of people.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.number.as_ref().is_some_and(|(number, _)| *number == at)
    }

    /// Whether rows name people by their ids.
    pub(super) fn has_ids(&self) -> bool {
        self.id.is_some()
    }

    /// The position on the board of whoever has an id.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The name and the number that a row says.
    pub(super) fn said(&self, row: &SheetRow) -> (WrittenName, String) {
        let number = self.number.as_ref().map(|(at, _)| compared(cell(row, Some(*at))));
        let name = cell(row, self.name);
        let written = match name.split_once(' ').filter(|(_, first)| self.is_family_first && !first.contains(' ')) {
            Some((family, first)) if !name.contains(',') => names::of("", &format!("{family}, {first}")),
            _ => names::of(cell(row, self.first_name), name),
        };
        (written, number.unwrap_or_default())
    }

    /// Who a row is about; an error if that cannot be known.
    pub(super) fn identity(&self, row: &SheetRow) -> Result<RowIdentity, Unfit> {
        let (written, number) = self.said(row);
        let words = words(&written.name);
        let id = cell(row, self.id);
        if !id.is_empty() {
            let place = self.place(id).ok_or(Unfit::UnknownId)?;
            return Ok(RowIdentity { written, words, place: Some(place), is_by_id: true });
        }
        let has_number = !number.is_empty();
        // Somebody with two posts has two lines: the first one comes in.
        let is_doubtful = |rows: &RowsOfNumber| !rows.is_one_person || rows.first != row.line;
        if has_number && self.row_numbers.get(&number).is_some_and(is_doubtful) {
            return Err(Unfit::SameNumber);
        }
        if let (true, Some([only])) = (has_number, self.by_number.get(&number).map(Vec::as_slice)) {
            return self.of_number(*only, written, words);
        }
        if words.is_empty() || names::is_nobody(&written.name) {
            return Err(Unfit::Nobody);
        }
        if names::is_spoiled(&written.name) {
            return Err(Unfit::Spoiled);
        }
        if [self.first_name, self.name].iter().any(|at| names::is_formula(cell(row, *at))) {
            return Err(Unfit::Broken);
        }
        // A title over a group of people stands alone on its row, and is no name.
        let is_alone = self.is_wide && row.filled() == 1;
        if is_alone && !headings::is_name(&written.name) {
            return Err(Unfit::Nobody);
        }
        let rows_of_name = self.row_names.get(&words).copied().unwrap_or_default();
        // Somebody on the board whose number is another has the same name, and is not the same person.
        let known: Vec<usize> = self.by_name.get(&words).into_iter().flatten().copied().collect();
        let known: Vec<usize> = known.into_iter().filter(|at| !has_number || self.number_of(*at).is_none()).collect();
        let place = match (known.as_slice(), rows_of_name) {
            ([], 1) => None,
            ([], _) if has_number => None,
            ([only], 1) => Some(*only),
            _ => return Err(Unfit::Whose),
        };
        Ok(RowIdentity { written, words, place, is_by_id: false })
    }

    /// Somebody on the board who has the number of a row, which may correct the name, and is not that of somebody else.
    fn of_number(&self, at: usize, written: WrittenName, said: Vec<String>) -> Result<RowIdentity, Unfit> {
        let known = self.board.people.get(at).map_or_else(Vec::new, |person| words(&person.name));
        let pieces = |words: &[String]| -> HashSet<String> {
            words.iter().flat_map(|word| word.split('-')).map(ToOwned::to_owned).collect()
        };
        match said.is_empty() || !pieces(&known).is_disjoint(&pieces(&said)) {
            true => Ok(RowIdentity { is_by_id: said != known, written, words: said, place: Some(at) }),
            false => Err(Unfit::OtherName),
        }
    }

    /// The number of somebody on the board.
    fn number_of(&self, at: usize) -> Option<String> {
        let (_, Column::Own(own)) = self.number.as_ref()? else { return None };
        self.board.people.get(at)?.own.get(&own.id).map(plain_number)
    }
}

/// Returns the trimmed cell of a row at a column; empty if there is no such column.
pub(super) fn cell(row: &SheetRow, at: Option<usize>) -> &str {
    let cell = at.and_then(|at| row.cells.get(at)).map_or("", |cell| unguarded(cell.trim()));
    if is_missing(cell) { "" } else { cell }
}

/// The number of a person, as lists compare it.
fn plain_number(value: &Value) -> String {
    compared(&value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned))
}

/// A number as lists compare it: a spreadsheet takes the zeros before a number away.
pub(super) fn compared(number: &str) -> String {
    // A program that counts writes « 123.0 ».
    let number = number.trim();
    let number = number.strip_suffix(".0").unwrap_or(number);
    let is_figure = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let bare = number.trim_start_matches('0');
    if is_figure && !bare.is_empty() { bare.to_owned() } else { number.to_owned() }
}

/// Whether a cell says that it has no value, as programs that count write it.
fn is_missing(cell: &str) -> bool {
    matches!(cell, "nan" | "NaN" | "NULL" | "null" | "None" | "N/A" | "n/a" | "<NA>")
}

/// Strips the apostrophe that keeps a spreadsheet from reading a cell as a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}
