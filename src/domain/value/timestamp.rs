//! Dates of form answers, as each form writes them.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

/// The earliest plausible year of a form answer.
const OLDEST: i32 = 2005;

/// The order of the numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2026.
    DayFirst,
    /// 12/31/2026.
    MonthFirst,
    /// 26/12/31.
    YearFirst,
}

/// Returns the latest of some moments that is neither before `OLDEST` nor after tomorrow. Moments that cannot be parsed
/// are ignored.
pub fn last_day<'a>(
    order: DateOrder,
    moments: impl Iterator<Item = &'a String>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let days = moments.filter_map(|moment| day(moment, order));
    days.filter(|day| *day <= today + chrono::Days::new(1) && day.year() >= OLDEST).max()
}

/// Detects the date order of a column: from a number above 12 if there is one, else the order in which the dates span
/// fewer days. Returns `None` if neither tells.
pub fn written_order<'a>(moments: impl Iterator<Item = &'a String>) -> Option<DateOrder> {
    let days: Vec<[u32; 3]> = moments.filter_map(|moment| parts(moment)).filter(|[first, ..]| *first <= 31).collect();
    let told = days.iter().find_map(|day| match day {
        [_, second, _] if *second > 12 => Some(DateOrder::MonthFirst),
        [first, ..] if *first > 12 => Some(DateOrder::DayFirst),
        _ => None,
    });
    let span = |order| {
        let days = days.iter().filter_map(|parts| of_parts(*parts, order));
        let (first, last) = (days.clone().min()?, days.max()?);
        Some((last - first).num_days())
    };
    told.or_else(|| match span(DateOrder::DayFirst)?.cmp(&span(DateOrder::MonthFirst)?) {
        Ordering::Less => Some(DateOrder::DayFirst),
        Ordering::Greater => Some(DateOrder::MonthFirst),
        Ordering::Equal => None,
    })
}

/// Splits the date of a moment into its three numbers.
fn parts(moment: &str) -> Option<[u32; 3]> {
    let first = moment.trim().split([' ', 'T', ',']).next()?;
    let parts: Vec<u32> = first.split(['-', '/', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// Parses the day of a moment: `2027-02-10`, `2027/02/10 2:33:04 PM`, `10/02/2027 14:33`, `2/10/27`.
fn day(moment: &str, order: DateOrder) -> Option<NaiveDate> {
    of_parts(parts(moment)?, order)
}

/// Builds a day from three numbers; the first is the year if it is above 31.
fn of_parts([a, b, c]: [u32; 3], order: DateOrder) -> Option<NaiveDate> {
    let (year, month, day) = match order {
        _ if a > 31 => (a, b, c),
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
        DateOrder::YearFirst => (a, b, c),
    };
    let year = if year < 100 { year + 2000 } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_each_form_writes_them() {
        let written =
            |moments: &[&str]| written_order(moments.iter().map(|m| (*m).to_owned()).collect::<Vec<_>>().iter());
        assert_eq!(written(&["5/2/2027", "13/2/2027"]), Some(DateOrder::DayFirst));
        assert_eq!(written(&["5/2/2027", "2/13/2027"]), Some(DateOrder::MonthFirst));
        assert_eq!(written(&["5/2/2027", "2027-02-13"]), None);
        for (moment, order, expected) in [
            ("2027/02/10 2:33:04 PM UTC-5", DateOrder::MonthFirst, Some("2027-02-10")),
            ("2027-02-10", DateOrder::DayFirst, Some("2027-02-10")),
            ("10/02/2027 14:33", DateOrder::DayFirst, Some("2027-02-10")),
            ("2/10/27 14:33:04", DateOrder::MonthFirst, Some("2027-02-10")),
            ("hier", DateOrder::DayFirst, None),
            ("99/99/2027", DateOrder::DayFirst, None),
        ] {
            assert_eq!(day(moment, order).map(|day| day.to_string()).as_deref(), expected, "{moment}");
        }
    }
}
