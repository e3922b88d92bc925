//! The meeting in progress: what has been said so far, and the current position in the agenda.

use chrono::{NaiveDate, NaiveDateTime};

use super::{agenda::Point, meeting::Meeting};
use crate::domain::value::{record::record, scalar::choice};

record! {
    /// A meeting in progress.
    #[derive(Default)]
    pub struct Draft {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// When it began, local time.
        pub started: NaiveDateTime = STARTED "début" written;
        /// The current point of the agenda, 1 to 8.
        pub point: usize = POINT "point" or "first_point";
        /// The position of the current person or issue within the point, from 0.
        pub rank: usize = RANK "rang" written;
        /// What has been said so far.
        pub meeting: Meeting = MEETING "rencontre" written;
        /// What a wall that follows shows of a person beyond its level, for a moment.
        pub shown: Option<ShownField> = SHOWN "montré" | "montre";
        /// What such a wall shows in the place of the meeting.
        pub curtain: Option<Curtain> = CURTAIN "rideau";
    }
}

record! {
    /// A field about a person that a wall shows for a moment.
    #[derive(Default)]
    pub struct ShownField {
        /// Id of the person.
        pub person: String = PERSON "personne" required;
        /// Key of the field.
        pub field: String = FIELD "champ" required;
    }
}

choice! {
    /// What hides the meeting from a wall that follows it.
    pub enum Curtain {
        /// Everything is black.
        Black = "noir",
        /// The meeting is interrupted: the name of the school and the next date.
        Pause = "pause",
    }
}

fn first_point() -> usize {
    1
}

impl Draft {
    /// The current point of the agenda.
    pub fn point(&self) -> Point {
        Point::from_number(self.point)
    }

    /// Stands where another draft of the same meeting stands: two windows may be at two points of it.
    pub fn stand_at(&mut self, other: &Draft) {
        if self.started != other.started {
            return;
        }
        let place = match other.point() {
            Point::People => other
                .meeting
                .people
                .get(other.rank)
                .and_then(|here| self.meeting.people.iter().position(|point| point.person == here.person)),
            Point::Issues => other
                .meeting
                .issues
                .get(other.rank)
                .and_then(|here| self.meeting.issues.iter().position(|point| point.issue == here.issue)),
            _ => None,
        };
        self.point = other.point;
        self.rank = place.unwrap_or(other.rank);
    }

    /// Whether a field says where a window stands in the meeting, and since when, rather than what was said.
    pub fn is_of_one_window(path: &[String]) -> bool {
        let steps: Vec<&str> = path.iter().take(2).map(String::as_str).collect();
        matches!(
            steps.as_slice(),
            [Draft::POINT | Draft::RANK | Draft::SHOWN | Draft::CURTAIN, ..] | [Draft::MEETING, Meeting::SPENT]
        )
    }

    /// The day of the meeting.
    pub fn day(&self) -> NaiveDate {
        self.meeting.date.map_or_else(|| self.started.date(), |day| day.0)
    }
}
