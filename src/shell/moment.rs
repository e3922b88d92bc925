//! The current time, and numbers that no other process has.

use std::hash::{BuildHasher, Hasher, RandomState};

use chrono::{Local, NaiveDateTime, TimeZone, Utc};

use crate::{domain::value::new_ids::NewIds, export::publish::Clock};

/// The current local time.
pub fn now() -> NaiveDateTime {
    Local::now().naive_local()
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
    Clock { now: Utc::now(), utc: |local| Some(Local.from_local_datetime(&local).earliest()?.to_utc()) }
}
