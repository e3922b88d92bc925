//! A new school year: what is said again, what stays, what is put away. Nothing is said in the place of anybody: nobody
//! leaves, and no state is guessed.

use serde_json::json;

use super::{Edit, batch::Batch};
use crate::domain::{
    model::{
        board::{Board, Newcomer, NextAction},
        document::FileId,
        folder::Folder,
        means::Means,
        plan::{Plan, Row},
        school::{Fund, Resources, School},
        welcome::WelcomeTask,
    },
    value::{
        fault::Fault,
        when::{SchoolYear, When},
    },
};

/// The last year of induction (S000-02).
const LAST: u32 = 5;

/// What a new year changes.
#[derive(Clone, Debug, PartialEq)]
pub struct NewYear {
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// The year that ends, as it is written.
    pub from: String,
    /// The year that begins.
    pub to: String,
    /// How many people begin another year of induction.
    pub staying: usize,
    /// Those who have had their five years, by id: whoever leads says what becomes of them.
    pub past: Vec<String>,
    /// How many states are to be said again.
    pub states: usize,
    /// How many rows, done or dropped, leave the plan.
    pub rows: usize,
    /// How many rows, means and next steps that stay lose a day of the year that ends.
    pub undated: usize,
    /// How many people have release days to be granted again.
    pub releases: usize,
    /// How many sums are to be said again.
    pub funds: usize,
    /// How many people have an unfinished welcome that is put away.
    pub welcomes: usize,
}

/// Prepares the year that follows that of the plan; `None` if the plan does not say which it is of.
///
/// # Errors
/// If an edit does not fit, as in a folder whose files are broken.
pub fn prepare(folder: &Folder) -> Result<Option<NewYear>, Fault> {
    let from = folder.plan.school.year.clone();
    let Some(SchoolYear(first)) = SchoolYear::parse(&from) else { return Ok(None) };
    let to = format!("{}-{}", first + 1, first + 2);
    let mut batch = Batch::new(folder);
    batch.set(&FileId::Plan, &[Plan::SCHOOL, School::YEAR], json!(to))?;
    let (mut staying, mut states) = (0, 0);
    let mut past = Vec::new();
    let ending = SchoolYear(first);
    for person in staying_from(folder, ending) {
        let field = |key| [Board::PEOPLE, person.id.as_str(), key];
        match person.induction_year {
            Some(year) if year < LAST => {
                batch.set(&FileId::Board, &field(Newcomer::INDUCTION_YEAR), json!(year + 1))?;
                staying += 1;
            }
            Some(_) => past.push(person.id.clone()),
            None => {}
        }
        if person.wellbeing.is_some() {
            batch.set_or_clear(&FileId::Board, &field(Newcomer::WELLBEING), None)?;
            batch.set_or_clear(&FileId::Board, &field(Newcomer::WELLBEING_ON), None)?;
            states += 1;
        }
    }
    let settled: Vec<&Row> = folder.plan.rows.iter().filter(|row| !row.is_open()).collect();
    for row in &settled {
        let edit = Edit::remove(batch.folder(), &FileId::Plan, &[Plan::ROWS], &row.id)?;
        batch.take(edit)?;
    }
    let rows = settled.len();
    let undated = undate(&mut batch, folder, ending)?;
    let (releases, welcomes) = put_away_people(&mut batch, folder, ending)?;
    let funds = put_away_funds(&mut batch, folder)?;
    let edits = batch.into_edits();
    Ok(Some(NewYear { edits, from, to, staying, past, states, rows, undated, releases, funds, welcomes }))
}

/// The people who were there in the year that ends: whoever arrives in the next one is there already, and begins it.
fn staying_from(folder: &Folder, ending: SchoolYear) -> impl Iterator<Item = &Newcomer> {
    folder.board.staying().filter(move |person| person.arrival.is_none_or(|day| SchoolYear::of(day.0) <= ending))
}

/// Takes off the days of the year that ends from what stays, which would be late on the first day of the next one; returns
/// how many there are.
fn undate(batch: &mut Batch, folder: &Folder, ending: SchoolYear) -> Result<usize, Fault> {
    let is_of_it = |when: &When| when.span(ending).is_some_and(|span| SchoolYear::of(span.start) <= ending);
    let mut undated = 0;
    let mut clear = |file: &FileId, path: &[&str]| {
        undated += 1;
        batch.set_or_clear(file, path, None)
    };
    for row in folder.plan.rows.iter().filter(|row| row.is_open()) {
        if is_of_it(&row.when) {
            clear(&FileId::Plan, &[Plan::ROWS, &row.id, Row::WHEN])?;
        }
        for (at, _) in row.means.iter().enumerate().filter(|(_, means)| means.is_open() && is_of_it(&means.when)) {
            clear(&FileId::Plan, &[Plan::ROWS, &row.id, Row::MEANS, &at.to_string(), Means::WHEN])?;
        }
    }
    for person in staying_from(folder, ending) {
        if person.next_action.as_ref().is_some_and(|action| is_of_it(&action.when)) {
            clear(&FileId::Board, &[Board::PEOPLE, &person.id, Newcomer::NEXT_ACTION, NextAction::WHEN])?;
        }
    }
    Ok(undated)
}

/// Puts away the release days and what is left of the welcome of those who stay; returns how many had each.
fn put_away_people(batch: &mut Batch, folder: &Folder, ending: SchoolYear) -> Result<(usize, usize), Fault> {
    let (mut releases, mut welcomes) = (0, 0);
    for person in staying_from(folder, ending) {
        let field = |key| [Board::PEOPLE, person.id.as_str(), key];
        if person.release.is_some() {
            batch.set_or_clear(&FileId::Board, &field(Newcomer::RELEASE), None)?;
            releases += 1;
        }
        if person.welcome.iter().any(WelcomeTask::is_open) {
            batch.set_or_clear(&FileId::Board, &field(Newcomer::WELCOME), None)?;
            welcomes += 1;
        }
    }
    Ok((releases, welcomes))
}

/// Puts away the amounts of the sums, whose sources stay; returns how many there are.
fn put_away_funds(batch: &mut Batch, folder: &Folder) -> Result<usize, Fault> {
    for (at, fund) in folder.plan.resources.funds.iter().enumerate() {
        let amounts = [(Fund::GRANTED, fund.granted), (Fund::COMMITTED, fund.committed), (Fund::USED, fund.used)];
        for (key, _) in amounts.into_iter().filter(|(_, amount)| amount.0 != 0.0) {
            let path = [Plan::RESOURCES, Resources::FUNDS, &at.to_string(), key];
            batch.set_or_clear(&FileId::Plan, &path, None)?;
        }
    }
    Ok(folder.plan.resources.funds.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::{
        edit,
        model::{
            board::{Departure, Wellbeing},
            progress::Progress,
        },
        value::{scalar::Amount, when::Day},
    };

    #[test]
    fn a_year_begins_without_a_state_a_departure_or_an_open_row_being_decided() {
        let day = Day("2026-09-01".parse().expect("a day"));
        let person = |id: &str, year: Option<u32>| Newcomer {
            id: id.into(),
            name: id.into(),
            induction_year: year,
            wellbeing: Some(Wellbeing::Watch),
            wellbeing_on: Some(day),
            ..Newcomer::default()
        };
        let gone =
            Newcomer { departure: Some(Departure { date: day, reason: String::new() }), ..person("n4", Some(2)) };
        let row = |id: &str, state| Row {
            id: id.into(),
            title: id.into(),
            state,
            when: When("3 décembre 2026".into()),
            ..Row::default()
        };
        let mut folder = Folder::default();
        folder.plan.school.year = "2026-2027".into();
        folder.plan.rows = vec![
            row("a", Some(Progress::Done)),
            row("b", None),
            row("c", Some(Progress::Dropped)),
            row("d", Some(Progress::Doing)),
        ];
        folder.plan.rows[3].when = When("octobre 2027".into());
        let fund = Fund { source: "Budget".into(), granted: Amount(900.0), used: Amount(200.0), ..Fund::default() };
        folder.plan.resources.funds = vec![fund];
        folder.board.people =
            [person("n1", Some(1)), person("n2", Some(5)), person("n3", None), gone].map(Arc::new).to_vec();
        let coming = Newcomer { arrival: Some(Day("2027-08-25".parse().expect("a day"))), ..person("n5", Some(1)) };
        folder.board.people.push(Arc::new(coming));
        let before = folder.clone();
        let year = prepare(&folder).expect("fits").expect("a year");
        assert_eq!((year.to.as_str(), year.staying, year.states, year.rows), ("2027-2028", 1, 3, 2));
        assert_eq!(year.past, ["n2"]);
        edit::apply(&mut folder, &year.edits).expect("applies");
        let years: Vec<_> = folder.board.everyone().map(|person| (person.induction_year, person.wellbeing)).collect();
        let unsaid = [(Some(2), None), (Some(5), None), (None, None)];
        let left_alone = [(Some(2), Some(Wellbeing::Watch)), (Some(1), Some(Wellbeing::Watch))];
        assert_eq!(years, [&unsaid[..], &left_alone].concat(), "who left, and who is still to come");
        // What stays is not late on the first day, and what was granted for a year is granted again.
        let rows: Vec<_> = folder.plan.rows.iter().map(|row| (row.id.as_str(), row.when.0.as_str())).collect();
        assert_eq!(rows, [("b", ""), ("d", "octobre 2027")]);
        let fund = &folder.plan.resources.funds[0];
        assert_eq!((fund.source.as_str(), fund.granted.0, fund.used.0), ("Budget", 0.0, 0.0));
        assert_eq!((year.undated, year.funds), (1, 1));
        let back: Vec<_> = year.edits.iter().rev().map(Edit::inverse).collect();
        edit::apply(&mut folder, &back).expect("undone");
        assert_eq!((folder.plan, folder.board), (before.plan, before.board), "one gesture, one undo");
    }
}
