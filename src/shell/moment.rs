//! The current time, and numbers that no other process has.

use std::hash::{BuildHasher, Hasher, RandomState};

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone, Utc};

use crate::{domain::value::new_ids::NewIds, export::publish::Clock};

/// The current local time. `ARRIMAGE_JOUR=2026-10-28` sets its day, to live a whole autumn in an afternoon.
pub fn now() -> NaiveDateTime {
    let now = Local::now().naive_local();
    let day = std::env::var("ARRIMAGE_JOUR").ok().and_then(|day| day.parse::<NaiveDate>().ok());
    day.map_or(now, |day| day.and_time(now.time()))
}

/// A number that no other process has.
pub(super) fn salt() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// The ids of records made by a command.
pub fn new_ids() -> NewIds {
    NewIds::salted(salt())
}

/// The current time, and the conversion of local times to UTC.
pub fn clock() -> Clock {
    Clock { now: utc(now()).unwrap_or_else(Utc::now), utc }
}

/// Nothing in the hour that a change of clocks skips.
fn utc(local: NaiveDateTime) -> Option<DateTime<Utc>> {
    Some(Local.from_local_datetime(&local).earliest()?.to_utc())
}
