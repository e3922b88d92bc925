//! How a person was doing, month by month, over a school year.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::{
    model::{board::Wellbeing, folder::Folder},
    value::when::SchoolYear,
};

/// A month, and how the person was doing at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// The wellbeing at its end; `None` if none had been recorded yet.
    pub state: Option<Wellbeing>,
    /// Whether a wellbeing was recorded in that month.
    pub said: bool,
}

/// Every recorded wellbeing of a newcomer, oldest first: those of the meetings, then that of the board.
pub fn states(folder: &Folder, id: &str) -> Vec<(NaiveDate, Wellbeing)> {
    let of_meetings = folder.meetings.values().filter_map(|meeting| {
        let point = meeting.people.iter().find(|point| point.person == id)?;
        Some((meeting.date?.0, point.after?))
    });
    let mut states: Vec<(NaiveDate, Wellbeing)> = of_meetings.collect();
    let board = folder.board.person(id).and_then(|person| Some((person.wellbeing_on?.0, person.wellbeing?)));
    states.extend(board);
    states.sort_by_key(|(day, _)| *day);
    states.dedup();
    states
}

/// The months of a school year from August, or from the arrival if that is later, up to today or the departure.
pub fn months(folder: &Folder, id: &str, year: SchoolYear, today: NaiveDate) -> Vec<Month> {
    let Some(person) = folder.board.person(id) else { return Vec::new() };
    let start = NaiveDate::from_ymd_opt(year.0, 8, 1).unwrap_or(today);
    let arrival = person.arrival.map_or(start, |day| day.0).max(start);
    let last = person.departure.as_ref().map_or(today, |departure| departure.date.0.min(today));
    let states = states(folder, id);
    let mut first = arrival.with_day(1).unwrap_or(arrival);
    let mut months = Vec::new();
    while first <= last && months.len() < 12 {
        let next = first + Months::new(1);
        let before = states.iter().rev().find(|(day, _)| *day < next);
        let said = before.is_some_and(|(day, _)| *day >= first);
        months.push(Month { first, state: before.map(|(_, state)| *state), said });
        first = next;
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::document::FileId;
    use serde_json::json;

    #[test]
    fn a_state_lasts_until_another_is_said() {
        let mut folder = Folder::default();
        let board =
            json!({"personnes": [{"id": "a", "arrivée": "2026-09-14", "état": "va bien", "état_le": "2026-12-01"}]});
        folder.hold(&FileId::Board, &board);
        let file = FileId::Meeting("2026-10-15".into());
        let meeting = json!({"date": "2026-10-15", "tour": [{"personne": "a", "état": "à suivre"}]});
        folder.hold(&file, &meeting);
        let today = NaiveDate::from_ymd_opt(2026, 12, 20).expect("a day");
        let months = months(&folder, "a", SchoolYear(2026), today);
        let said: Vec<_> = months.iter().map(|month| (month.first.month(), month.state, month.said)).collect();
        let (watch, well) = (Some(Wellbeing::Watch), Some(Wellbeing::Well));
        assert_eq!(said, [(9, None, false), (10, watch, true), (11, watch, false), (12, well, true)]);
    }
}
