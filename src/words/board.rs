//! The board in words: its columns and its cells.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Id, Words, date, id, joined, number};
use crate::domain::{
    board::{
        column::{CellValue, Column},
        layout::NamedView,
        welcome,
    },
    model::board::{Board, Newcomer, Wellbeing},
    table::slug,
    value::{language::Language, when::SchoolYear},
};

/// The name of a column: as on the sheet of a person, or as the school named it.
pub fn column<'a>(words: &'a Words, column: &'a Column) -> Cow<'a, str> {
    match column {
        Column::Own(own) => own.title().into(),
        _ => {
            let keys: Vec<&str> = column.key().split('.').collect();
            words.field(&keys).unwrap_or(column.key().into())
        }
    }
}

/// The columns by the names that people use: the label, the key, and the last part of the key, folded.
pub fn names(words: &Words, board: &Board) -> Vec<(String, Column)> {
    let mut names = Vec::new();
    for column in Column::all(board) {
        let key = column.key();
        let last = key.rsplit('.').next().unwrap_or(key);
        let label = self::column(words, &column);
        // « Sans trace » asks for people without any trace.
        let usual = (column == Column::Traces).then(|| "trace".to_owned());
        names.extend(
            [slug(key), slug(last), slug(&label)]
                .into_iter()
                .chain(usual)
                .map(|name| (name, column.clone()))
                .collect::<Vec<_>>(),
        );
    }
    names
}

/// The views of the board that every school has, on that day.
pub fn views(words: &Words, today: NaiveDate) -> Vec<NamedView> {
    let view = |name: Id, filter: String, sort: &str| NamedView {
        name: words.get(name).into_owned(),
        filter,
        sort: Some(sort.to_owned()),
        columns: Vec::new(),
    };
    let states = [Wellbeing::MoreSupport, Wellbeing::Watch].map(|state| format!("\"{}\"", words.choice(state.word())));
    let month = today.format("%Y-%m");
    vec![
        view(id!("view-no-contact"), "sans:répondant".to_owned(), Newcomer::NAME),
        view(id!("view-arrivals"), format!("arrivée:{month}..{month}"), Newcomer::ARRIVAL),
        view(id!("view-watch"), format!("état:{}", states.join(",")), Newcomer::WELLBEING),
    ]
}

/// The columns by the names that people use in any language: a table may come back to somebody who uses another one.
pub fn all_names(board: &Board) -> Vec<(String, Column)> {
    Language::ALL.iter().flat_map(|language| names(&Words::of(*language), board)).collect()
}

/// The full text of a cell.
pub fn wording(words: &Words, said: &CellValue<'_>) -> String {
    match said {
        CellValue::Nothing => String::new(),
        CellValue::Text(text) => text.trim_end().to_owned(),
        CellValue::Word(_, word) => words.choice(word).into_owned(),
        CellValue::List(list) => list.join(", "),
        CellValue::Day(day) => date::long(words, *day),
        CellValue::Number(amount) => number(words, *amount),
    }
}

/// How many people are still to arrive; nothing if nobody is.
pub fn coming(words: &Words, count: usize) -> String {
    if count == 0 { String::new() } else { words.say(id!("people-coming"), &[("n", count.into())]) }
}

/// How far the welcome of somebody is: « Accueil : 3 de 11 · 2 en retard ».
pub fn welcome(words: &Words, person: &Newcomer, year: SchoolYear, today: NaiveDate) -> String {
    let (settled, all) = welcome::settled(person);
    let late = welcome::late(person, year, today);
    let values = [("settled", settled.into()), ("all", all.into())];
    let late = if late == 0 { String::new() } else { words.say(id!("welcome-late"), &[("n", late.into())]) };
    joined(&[&words.say(id!("welcome-far"), &values), &late])
}
