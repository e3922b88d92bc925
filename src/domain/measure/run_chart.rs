//! A run chart: points over time, their median, and whether they shifted beyond chance.
//!
//! The two rules are those of Anhøj and Olesen (« Run charts revisited », PLoS ONE 9(11), 2014): a run on one side of
//! the median that is longer than chance produces, or fewer crossings of the median than chance produces.

use chrono::NaiveDate;

/// The minimum number of points off the median for a conclusion.
pub const FEWEST: usize = 10;

/// A value on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartPoint {
    /// The day.
    pub day: NaiveDate,
    /// The value, in the indicator's own unit.
    pub value: f64,
}

/// Points over time, and what they show.
#[derive(Clone, Debug, PartialEq)]
pub struct RunChart {
    /// The points, oldest first.
    pub points: Vec<ChartPoint>,
    /// The median of their values; `None` without points.
    pub median: Option<f64>,
    /// Whether the points shifted.
    pub signal: Signal,
}

/// Whether points shifted beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Too few points off the median for a conclusion.
    TooFew,
    /// No shift: chance explains the points.
    None,
    /// A shift: a run too long, too few crossings, or both.
    Moved {
        /// Length of the longest run on one side, if it is too long.
        run: Option<usize>,
        /// Crossings of the median, if there are too few.
        crossings: Option<usize>,
    },
}

impl RunChart {
    /// Creates a chart from points in any order.
    pub fn of(mut points: Vec<ChartPoint>) -> Self {
        points.sort_by_key(|point| point.day);
        let median = median(points.iter().map(|point| point.value).collect());
        let sides: Vec<bool> = match median {
            Some(median) => points.iter().filter(|p| p.value != median).map(|p| p.value > median).collect(),
            None => Vec::new(),
        };
        RunChart { points, median, signal: signal(&sides) }
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(values[half]),
        _ => Some((values[half - 1] + values[half]) / 2.0),
    }
}

/// Tests for a shift, given on which side of the median each point is.
fn signal(sides: &[bool]) -> Signal {
    if sides.len() < FEWEST {
        return Signal::TooFew;
    }
    let crossings = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let run = sides.chunk_by(|a, b| a == b).map(<[bool]>::len).max().unwrap_or(0);
    let run = Some(run).filter(|run| *run > longest_run(sides.len()));
    let crossings = Some(crossings).filter(|crossings| *crossings < fewest_crossings(sides.len()));
    if run.is_none() && crossings.is_none() { Signal::None } else { Signal::Moved { run, crossings } }
}

/// The longest run to expect by chance among `n` points off the median: log₂ n + 3, rounded.
pub fn longest_run(n: usize) -> usize {
    ((n as f64).log2() + 3.0).round() as usize
}

/// The fewest crossings to expect by chance among `n` points off the median: the 5 % quantile of a binomial
/// distribution with n − 1 fair trials.
pub fn fewest_crossings(n: usize) -> usize {
    let throws = n.saturating_sub(1);
    let mut chance = 0.5f64.powi(i32::try_from(throws).unwrap_or(i32::MAX));
    let mut sum = chance;
    let mut crossings = 0;
    while sum < 0.05 && crossings < throws {
        chance *= (throws - crossings) as f64 / (crossings + 1) as f64;
        crossings += 1;
        sum += chance;
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    fn chart(values: &[f64]) -> RunChart {
        let first = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
        RunChart::of(
            (0..).zip(values).map(|(at, value)| ChartPoint { day: first + Days::new(at * 7), value: *value }).collect(),
        )
    }

    #[test]
    fn the_limits_are_those_of_the_published_table() {
        let table = [
            (10, 6, 2),
            (11, 6, 2),
            (12, 7, 3),
            (13, 7, 3),
            (14, 7, 4),
            (15, 7, 4),
            (16, 7, 4),
            (17, 7, 5),
            (18, 7, 5),
            (19, 7, 6),
            (20, 7, 6),
            (22, 7, 7),
            (24, 8, 8),
        ];
        for (n, run, crossings) in table {
            assert_eq!((longest_run(n), fewest_crossings(n)), (run, crossings), "{n}");
        }
    }

    #[test]
    fn points_on_the_median_say_nothing() {
        assert_eq!(chart(&[]).median, None);
        assert_eq!(chart(&[3.0, 1.0, 2.0]).median, Some(2.0));
        assert_eq!(chart(&[3.0, 1.0, 2.0, 4.0]).median, Some(2.5));
        assert_eq!(chart(&[5.0; 30]).signal, Signal::TooFew, "thirty points, all on the median");
        let eight = [1.0, 9.0, 1.0, 9.0, 1.0, 9.0, 1.0, 9.0];
        assert_eq!(chart(&eight).signal, Signal::TooFew);
    }

    #[test]
    fn a_shift_is_seen_and_chance_is_not() {
        let alternating: Vec<f64> = (0..12).map(|at| f64::from(at % 2)).collect();
        assert_eq!(chart(&alternating).signal, Signal::None);
        let shifted: Vec<f64> = (0..16).map(|at| if at < 8 { 1.0 } else { 3.0 }).collect();
        assert_eq!(chart(&shifted).signal, Signal::Moved { run: Some(8), crossings: Some(1) });
        let slow = [1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 3.0, 1.0, 1.0, 3.0, 3.0];
        assert_eq!(chart(&slow).signal, Signal::None, "three crossings of twelve are what chance makes");
    }
}
