//! Somebody who arrives, and what the school grants on arrival.

use chrono::NaiveDate;

use crate::domain::{
    model::{
        board::{Newcomer, Release},
        folder::Folder,
        retention,
    },
    value::{
        new_ids::NewIds,
        when::{Day, SchoolYear},
    },
};

/// The release days that the school grants to somebody who arrives in its school year; `None` for anybody else.
fn granted(folder: &Folder, arrival: Option<Day>) -> Option<Option<Release>> {
    let is_new = arrival.is_some_and(|day| SchoolYear::of(day.0) == folder.plan.year());
    let bank = folder.plan.resources.release.as_ref();
    is_new.then(|| bank.map(|bank| Release { granted: bank.per_arrival, ..Release::default() }))
}

/// Creates a newcomer who arrives today, with the release days that the school grants on arrival, and kept as long as its rule
/// says.
pub fn arriving(folder: &Folder, name: &str, today: NaiveDate, ids: NewIds) -> Newcomer {
    let bank = folder.plan.resources.release.as_ref();
    let mut person = Newcomer {
        id: ids.of(&format!("n{:02}", folder.board.next_number()), |id| folder.board.person(id).is_some()),
        name: name.to_owned(),
        arrival: Some(Day(today)),
        induction_year: Some(1),
        release: bank.map(|bank| Release { granted: bank.per_arrival, ..Release::default() }),
        ..Newcomer::default()
    };
    person.keep_until = retention::kept_until(&folder.plan, &person);
    person
}

/// Somebody whom a list brings in, with what the school grants and its rule says, unless the list says otherwise.
pub fn completed(folder: &Folder, listed: &Newcomer) -> Newcomer {
    let granted = granted(folder, listed.arrival);
    let mut person = listed.clone();
    person.induction_year = person.induction_year.or(granted.as_ref().map(|_| 1));
    person.release = person.release.or(granted.flatten());
    person.keep_until = person.keep_until.or_else(|| retention::kept_until(&folder.plan, &person));
    person
}
