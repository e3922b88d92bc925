//! Import of a staff list into the board: whatever is not certain is asked about, and the changes become edits.

pub mod arriving;
pub mod headings;
mod names;
pub mod rows;
pub mod steps;
pub mod usual;
mod who;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use chrono::NaiveDate;
use serde_json::json;

use self::headings::Heading;
use super::column::Column;
use crate::domain::{
    edit::{Change, Edit},
    model::{
        board::{Board, Newcomer},
        catalogue::Catalogues,
        document::FileId,
        folder::Folder,
        own_column::OwnColumn,
        welcome::WelcomeStep,
    },
    value::{new_ids::NewIds, timestamp::DateOrder, when::Day},
};

/// What somebody decided about a list, so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportChoices {
    /// Which of the tables, by its position.
    pub table: Option<usize>,
    /// The key of the column of the board that a head means: empty to leave it out, [`headings::NEW`] to add it to the board.
    pub heads: BTreeMap<String, String>,
    /// The order of the numbers of the dates of a column, by its position.
    pub orders: BTreeMap<usize, DateOrder>,
    /// Whether the rows that the spreadsheet hides come in too.
    pub with_hidden: Option<bool>,
    /// Who comes in.
    pub arrivals: Option<Arrivals>,
    /// The lines of people who were ticked, or unticked, against what the rest says.
    pub toggled: BTreeSet<usize>,
}

/// Who of a list comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrivals {
    /// All.
    All,
    /// Those who arrived on that day or later.
    Since(NaiveDate),
}

/// What is not certain about a list.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportQuestion {
    /// Several sheets hold names: the names of the sheets.
    Table(Vec<String>),
    /// What a column holds: its position, and what it may be, likeliest first.
    Column(usize, Vec<Heading>),
    /// The order of the numbers of the dates of a column: its position, a value that can have several, and which.
    Order(usize, String, Vec<DateOrder>),
    /// Whether the rows that the spreadsheet hides come in: how many.
    Hidden(usize),
    /// Whether only recent arrivals come in.
    Arrivals {
        /// The first day of the school year.
        from: NaiveDate,
        /// How many new people arrived since.
        recent: usize,
        /// How many new people the list has.
        all: usize,
    },
}

/// The next step of an import.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportStep {
    /// Something has to be asked.
    Ask(ImportQuestion),
    /// Everything is known.
    Ready(Box<Import>),
    /// No column names people.
    NoNames,
    /// A head lost letters that the encoding of the file does not have: nothing of it can be believed.
    Spoiled(String),
}

/// A value or a row that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRefusal {
    /// The line in the file.
    pub line: usize,
    /// The head of the column; empty if it is about the person.
    pub head: String,
    /// The value, or the name.
    pub value: String,
    /// Why.
    pub why: Unfit,
}

/// Why a value or a row is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The value does not fit its field.
    Value,
    /// The row names nobody.
    Nobody,
    /// The name is that of two people, or of two rows.
    Whose,
    /// Its id is nobody's.
    UnknownId,
    /// Its number is that of another row too.
    SameNumber,
    /// Its number is that of somebody on the board who has another name.
    OtherName,
    /// A cell holds an error, or a formula that was never computed.
    Broken,
    /// The name lost a letter that the encoding of the file does not have.
    Spoiled,
    /// It is a row of other heads: what is under it stays out.
    OtherHeads,
}

/// A person of a list who is new, or who changes.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedPerson {
    /// The line in the file.
    pub line: usize,
    /// The full name.
    pub name: String,
    /// The record, for somebody new.
    pub added: Option<Box<Newcomer>>,
    /// The edits, for somebody on the board.
    pub edits: Vec<Edit>,
    /// Whether the person comes in.
    pub is_ticked: bool,
}

/// The effect of importing a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// What each column holds.
    pub headings: Vec<Heading>,
    /// The columns that the board gets.
    pub columns: Vec<Edit>,
    /// The people, in the order of the list.
    pub people: Vec<ImportedPerson>,
    /// What is refused.
    pub refused: Vec<ImportRefusal>,
    /// How many people at the school are not in the table.
    pub absent: usize,
    /// How many hidden rows stay out.
    pub hidden: usize,
    /// How many rows say something where no head stands over it.
    pub headless: usize,
    /// How many new people stay out because of the day they arrived, or because it is not known.
    pub earlier: usize,
    /// How many new people have a name of one word: the other half may be in a column that stays out.
    pub half_named: usize,
    /// The titles taken out of names, and how often: « Mme ».
    pub titles: BTreeMap<String, usize>,
    /// How many people the board has.
    first: usize,
}

impl Import {
    /// A school with the columns that its board gets, by which what is written is named.
    pub fn seen_from<'a>(&self, folder: &'a Folder) -> Cow<'a, Folder> {
        let new: Vec<&OwnColumn> = self.headings.iter().filter_map(Heading::new_column).collect();
        if new.is_empty() {
            return Cow::Borrowed(folder);
        }
        let mut folder = folder.clone();
        folder.board.own.extend(new.into_iter().cloned());
        Cow::Owned(folder)
    }

    /// The people who come in and are new.
    pub fn added(&self) -> usize {
        self.people.iter().filter(|person| person.is_ticked && person.added.is_some()).count()
    }

    /// The people who are on the board and change.
    pub fn changed(&self) -> usize {
        self.people.iter().filter(|person| person.is_ticked && person.added.is_none()).count()
    }

    /// The edits; those that add people come last, each with the whole record.
    pub fn edits(&self) -> Vec<Edit> {
        let ticked = || self.people.iter().filter(|person| person.is_ticked);
        if ticked().next().is_none() {
            return Vec::new();
        }
        let changes = ticked().flat_map(|person| person.edits.iter().cloned());
        let added = ticked().filter_map(|person| person.added.as_ref()).enumerate().map(|(at, person)| Edit {
            file: FileId::Board,
            path: vec![Board::PEOPLE.into()],
            change: Change::Insert { at: self.first + at, item: json!(person) },
        });
        self.columns.iter().cloned().chain(changes).chain(added).collect()
    }
}

/// What an import starts from.
#[derive(Clone, Copy)]
pub struct ImportContext<'a> {
    /// The school.
    pub folder: &'a Folder,
    /// The catalogues.
    pub catalogues: &'a Catalogues,
    /// The names of the columns, in every language.
    pub names: &'a [(String, Column)],
    /// Reads the usual steps of a welcome.
    pub welcome: fn() -> Vec<WelcomeStep>,
    /// Today.
    pub today: Day,
    /// The ids of new people.
    pub ids: NewIds,
}

#[cfg(test)]
mod tests;
