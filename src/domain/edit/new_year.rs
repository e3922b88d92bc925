//! A new school year: what is said again, what stays, what is put away. Nothing is said in the place of anybody: nobody
//! leaves, and no state is guessed.

use serde_json::json;

use super::{Edit, batch::Batch};
use crate::domain::{
    model::{
        board::{Board, Newcomer},
        document::FileId,
        folder::Folder,
        plan::{Plan, Row},
        school::School,
    },
    value::{fault::Fault, when::SchoolYear},
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
    for person in folder.board.present() {
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
    Ok(Some(NewYear { edits: batch.into_edits(), from, to, staying, past, states, rows }))
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
        value::when::Day,
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
        let row = |id: &str, state| Row { id: id.into(), title: id.into(), state, ..Row::default() };
        let mut folder = Folder::default();
        folder.plan.school.year = "2026-2027".into();
        folder.plan.rows = vec![
            row("a", Some(Progress::Done)),
            row("b", None),
            row("c", Some(Progress::Dropped)),
            row("d", Some(Progress::Doing)),
        ];
        folder.board.people =
            [person("n1", Some(1)), person("n2", Some(5)), person("n3", None), gone].map(Arc::new).to_vec();
        let before = folder.clone();
        let year = prepare(&folder).expect("fits").expect("a year");
        assert_eq!((year.to.as_str(), year.staying, year.states, year.rows), ("2027-2028", 1, 3, 2));
        assert_eq!(year.past, ["n2"]);
        edit::apply(&mut folder, &year.edits).expect("applies");
        let years: Vec<_> = folder.board.everyone().map(|person| (person.induction_year, person.wellbeing)).collect();
        assert_eq!(years, [(Some(2), None), (Some(5), None), (None, None), (Some(2), Some(Wellbeing::Watch))]);
        assert_eq!(folder.plan.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["b", "d"]);
        let back: Vec<_> = year.edits.iter().rev().map(Edit::inverse).collect();
        edit::apply(&mut folder, &back).expect("undone");
        assert_eq!((folder.plan, folder.board), (before.plan, before.board), "one gesture, one undo");
    }
}
