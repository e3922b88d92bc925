//! The agenda of a meeting: eight points, and the minutes allotted to each.

use crate::domain::value::scalar::choice;

choice! {
    /// The eight points of a meeting.
    pub enum Point {
        /// 1: who is present, who chairs, who takes notes.
        Opening = "ouverture",
        /// 2: follow-up on the actions of the last meeting.
        Returns = "retour",
        /// 3: counts of the newcomers.
        Portrait = "portrait",
        /// 4: person by person.
        People = "tour",
        /// 5: issue by issue.
        Issues = "enjeux",
        /// 6: how the committee's arrangements work.
        Review = "bilan",
        /// 7: decisions and actions.
        Decisions = "décisions",
        /// 8: date of the next meeting, then everything is written to the files.
        Closing = "clôture",
    }
}

impl Point {
    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Returns the point with that number, clamped to the agenda.
    pub fn from_number(number: usize) -> Self {
        Self::ALL[number.clamp(1, Self::ALL.len()) - 1]
    }
}

/// The default length of a meeting, in minutes.
pub const USUAL: u32 = 30;

/// The minutes allotted to a point in a meeting of `length` minutes. Lengths of 30 and 15 minutes have their own
/// tables; any other length scales the one for 30, with at least one minute per point.
pub fn share(point: Point, length: u32) -> u32 {
    const HALF_HOUR: [u32; 8] = [1, 3, 2, 10, 7, 2, 4, 1];
    const QUARTER: [u32; 8] = [1, 2, 1, 5, 3, 1, 1, 1];
    let at = point as usize;
    match length {
        15 => QUARTER[at],
        30 => HALF_HOUR[at],
        _ => ((HALF_HOUR[at] * length + USUAL / 2) / USUAL).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_of_the_points_make_the_meeting() {
        for length in [15, 30, 60] {
            assert_eq!(Point::ALL.iter().map(|point| share(*point, length)).sum::<u32>(), length);
        }
        assert_eq!(share(Point::Closing, 8), 1);
    }
}
