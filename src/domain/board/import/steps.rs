//! The steps of an import: what must be asked first, then what would be written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Import, ImportChoices, ImportContext, ImportQuestion, ImportStep,
    headings::{self, Heading},
    names, rows, usual,
};
use crate::domain::{
    board::column::Column,
    model::field_kind::Kind,
    table::{
        Sheet, Spreadsheet,
        dates::{self, ColumnOrder},
        slug,
    },
    value::timestamp::DateOrder,
};

/// The tables of a file, those that name people first: of each sheet, the heads and the rows.
pub fn tables(sheets: &[Sheet], names: &[(String, Column)]) -> Vec<Spreadsheet> {
    let is_known = |head: &str| !usual::is_vague(head) && usual::is_known(head, names);
    let table = |sheet: &Sheet| match Spreadsheet::of(sheet, is_known)? {
        table if !table.heads.iter().any(|head| is_known(&slug(head))) && headings::are_people(&table) => {
            Spreadsheet::of(&sheet.lettered()?, |_| false)
        }
        table => Some(table),
    };
    let tables = sheets.iter().filter_map(table).map(with_own_heads);
    let (naming, others): (Vec<Spreadsheet>, Vec<Spreadsheet>) = tables.partition(names_people);
    if naming.is_empty() { others } else { naming }
}

/// The table with another head over a column whose head another one has too, if it says something else: « Nom (2) ».
fn with_own_heads(mut table: Spreadsheet) -> Spreadsheet {
    let cells = |at: usize| table.rows.iter().map(move |row| row.cells.get(at).map_or("", |cell| cell.trim()));
    let is_another = |at: &usize| {
        let first =
            table.heads[..*at].iter().position(|head| !head.is_empty() && slug(head) == slug(&table.heads[*at]));
        first.is_some_and(|first| {
            !cells(*at).zip(cells(first)).all(|(second, first)| second.is_empty() || second == first)
        })
    };
    let others: Vec<usize> = (1..table.heads.len()).filter(is_another).collect();
    for at in others {
        let rank = table.heads[..at].iter().filter(|head| slug(head) == slug(&table.heads[at])).count() + 1;
        table.heads[at] = format!("{} ({rank})", table.heads[at]);
    }
    table
}

fn names_people(table: &Spreadsheet) -> bool {
    let is_name = |head: &String| usual::names_somebody(&slug(head));
    table.heads.iter().any(is_name)
}

/// Computes what a list would change, or what must be asked first.
///
/// A table with ids was exported by this program: an emptied cell clears its field. In any other table, empty cells
/// change nothing. People are recognised by their id, by the number that their employer gives them, or by the words of
/// their name in any order.
pub fn import(context: ImportContext<'_>, tables: &[Spreadsheet], choices: &ImportChoices) -> ImportStep {
    let named = tables.iter().filter(|table| names_people(table)).count();
    let at = match choices.table {
        None if named > 1 => {
            let names = tables.iter().map(|table| table.name.clone().unwrap_or_default()).collect();
            return ImportStep::Ask(ImportQuestion::Table(names));
        }
        at => at.unwrap_or(0),
    };
    let Some(table) = tables.get(at) else { return ImportStep::NoNames };
    if let Some(head) = table.heads.iter().find(|head| names::has_lost_a_letter(head)) {
        return ImportStep::Spoiled(head.clone());
    }
    let headings = headings::headings(table, context.folder, context.names, &choices.heads);
    if let Some(at) = headings.iter().position(|heading| *heading == Heading::Unknown) {
        let proposals = headings::proposals(table, at, context.folder, context.names, &headings);
        return ImportStep::Ask(ImportQuestion::Column(at, proposals));
    }
    if !headings.iter().any(|heading| *heading == Heading::Id || heading.is_name()) {
        // A column that no head calls so may hold names all the same.
        let is_open = |at: &usize| !choices.heads.contains_key(&slug(&table.heads[*at]));
        let at = (0..headings.len()).filter(is_open).find(|at| headings::are_names(table, *at));
        return at.map_or(ImportStep::NoNames, |at| {
            let mut proposals = headings::proposals(table, at, context.folder, context.names, &headings);
            proposals.sort_by_key(|heading| !heading.is_name());
            ImportStep::Ask(ImportQuestion::Column(at, proposals))
        });
    }
    let orders = match orders(context, table, &headings, choices) {
        Ok(orders) => orders,
        Err(question) => return ImportStep::Ask(question),
    };
    let hidden = table.rows.iter().filter(|row| row.is_hidden && !row.is_blank()).count();
    if hidden > 0 && choices.with_hidden.is_none() {
        return ImportStep::Ask(ImportQuestion::Hidden(hidden));
    }
    let import = rows::import(context, table, headings, &orders, choices);
    match (choices.arrivals, recent(context, &import)) {
        (None, Some(question)) => ImportStep::Ask(question),
        _ => ImportStep::Ready(Box::new(import)),
    }
}

/// The order of day and month of each column of days; a question if one can have either.
fn orders(
    context: ImportContext<'_>,
    table: &Spreadsheet,
    headings: &[Heading],
    choices: &ImportChoices,
) -> Result<BTreeMap<usize, DateOrder>, ImportQuestion> {
    let mut orders = choices.orders.clone();
    for (at, heading) in headings.iter().enumerate() {
        let kind = heading.column().map(|column| column.kind(context.folder, context.catalogues));
        if !matches!(kind, Some(Kind::Day | Kind::When)) || orders.contains_key(&at) {
            continue;
        }
        match dates::order(table.column(at)) {
            ColumnOrder::Indifferent => {}
            ColumnOrder::Told(order) => drop(orders.insert(at, order)),
            ColumnOrder::Ambiguous(left) => {
                let depends = |cell: &&str| dates::order(std::iter::once(*cell)) != ColumnOrder::Indifferent;
                let example = table.column(at).find(depends).unwrap_or_default();
                return Err(ImportQuestion::Order(at, example.to_owned(), left));
            }
        }
    }
    Ok(orders)
}

/// Asks whether only recent arrivals come in, when most of the new people of a list were at the school before.
fn recent(context: ImportContext<'_>, import: &Import) -> Option<ImportQuestion> {
    let from = NaiveDate::from_ymd_opt(context.folder.plan.year().0, 7, 1)?;
    let new = || import.people.iter().filter_map(|person| person.added.as_ref());
    let recent = new().filter(|person| person.arrival.is_some_and(|day| day.0 >= from)).count();
    let earlier = new().filter(|person| person.arrival.is_some_and(|day| day.0 < from)).count();
    let all = new().count();
    (earlier >= 3 && earlier * 2 >= all).then_some(ImportQuestion::Arrivals { from, recent, all })
}
