//! The meeting under way: what has been said so far, and where the committee stands in the agenda.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{agenda::Point, meeting::Meeting};

/// A meeting under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// Version of the format.
    #[serde(default = "crate::domain::value::scalar::current_format")]
    pub format: u32,
    /// When it began, local time.
    #[serde(rename = "début", default)]
    pub started: NaiveDateTime,
    /// The point of the agenda, 1 to 8.
    #[serde(default = "first_point")]
    pub point: usize,
    /// The person or issue within the point, from 0.
    #[serde(rename = "rang", default)]
    pub rank: usize,
    /// What has been said so far.
    #[serde(rename = "rencontre", default)]
    pub meeting: Meeting,
}

fn first_point() -> usize {
    1
}

impl Draft {
    /// The point of the agenda.
    pub fn point(&self) -> Point {
        Point::from_number(self.point)
    }

    /// The day of the meeting.
    pub fn day(&self) -> NaiveDate {
        self.meeting.date.map_or_else(|| self.started.date(), |day| day.0)
    }
}
