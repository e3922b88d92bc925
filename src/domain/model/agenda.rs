//! The agenda of a meeting: its eight points, and the minutes that each is given.

use crate::domain::value::scalar::choice;

choice! {
    /// The eight points of a meeting.
    pub enum Point {
        /// 1: who is here, who leads, who writes.
        Opening = "ouverture",
        /// 2: what became of the actions.
        Returns = "retour",
        /// 3: the newcomers in counts.
        Portrait = "portrait",
        /// 4: person by person.
        People = "tour",
        /// 5: issue by issue.
        Issues = "enjeux",
        /// 6: how the committee's arrangements work.
        Review = "bilan",
        /// 7: decisions and actions.
        Decisions = "décisions",
        /// 8: next date, and everything written.
        Closing = "clôture",
    }
}

impl Point {
    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The point of a number, kept within the agenda.
    pub fn from_number(number: usize) -> Self {
        Self::ALL[number.clamp(1, Self::ALL.len()) - 1]
    }
}

/// The length of a meeting that says nothing, in minutes.
pub const USUAL: u32 = 30;

/// The minutes of a point in a meeting of that many minutes. Half an hour and a quarter of an hour are shared out by
/// hand; another length is shared out as the half-hour is, a minute at least for each point.
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
