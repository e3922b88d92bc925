//! The meeting under way: what has been said so far, and where the committee stands in the agenda.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::meeting::Meeting;

/// The eight points of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// 1: who is here, who leads, who writes.
    Opening,
    /// 2: what became of the actions.
    Returns,
    /// 3: the newcomers in counts.
    Portrait,
    /// 4: person by person.
    People,
    /// 5: issue by issue.
    Issues,
    /// 6: how the committee's arrangements work.
    Review,
    /// 7: decisions and actions.
    Decisions,
    /// 8: next date, and everything written.
    Closing,
}

impl Point {
    /// The points in order.
    pub const ALL: [Point; 8] = [
        Point::Opening,
        Point::Returns,
        Point::Portrait,
        Point::People,
        Point::Issues,
        Point::Review,
        Point::Decisions,
        Point::Closing,
    ];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The point of a number, kept within the agenda.
    pub fn from_number(number: usize) -> Self {
        Self::ALL[number.clamp(1, Self::ALL.len()) - 1]
    }

    /// The minutes that a half-hour meeting gives it.
    pub fn minutes(self) -> u64 {
        [1, 3, 2, 10, 7, 2, 4, 1][self as usize]
    }
}

/// A meeting under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// Version of the format.
    #[serde(default = "super::scalar::current_format")]
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
