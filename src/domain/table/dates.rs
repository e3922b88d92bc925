//! The dates of a column, as each program and each country writes them. The order of day and month is decided for a whole
//! column: one value that can have only one order settles it.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::value::{
    text::fold,
    timestamp::DateOrder,
    when::{Day, SchoolYear, month_named},
};

/// The serial numbers that a spreadsheet may mean by a day: from 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;

/// What the dates of a column tell of the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnOrder {
    /// No date depends on it.
    Indifferent,
    /// Some date can have only this order, and none has only the other.
    Told(DateOrder),
    /// Some dates can have either order, and nothing tells which, or some have one and some the other.
    Ambiguous,
}

/// What the dates of a column tell of the order of day and month.
pub fn order<'a>(cells: impl Iterator<Item = &'a str>) -> ColumnOrder {
    let (mut day_first, mut month_first, mut either) = (false, false, false);
    for (first, second) in cells.filter_map(numeric).map(|numbers| (numbers[0], numbers[1])) {
        match (first > 12, second > 12) {
            (true, false) => day_first = true,
            (false, true) => month_first = true,
            (false, false) => either |= first != second,
            (true, true) => {}
        }
    }
    match (day_first, month_first) {
        (true, true) => ColumnOrder::Ambiguous,
        (true, false) => ColumnOrder::Told(DateOrder::DayFirst),
        (false, true) => ColumnOrder::Told(DateOrder::MonthFirst),
        (false, false) if either => ColumnOrder::Ambiguous,
        (false, false) => ColumnOrder::Indifferent,
    }
}

/// The years in which somebody may have been born, hired or seen off: payroll programs write 0001, 1899 or 9999 where
/// they know no day.
const YEARS: std::ops::RangeInclusive<i32> = 1930..=2119;

/// The day that a cell says; `None` if it says none, or if it depends on an order that is not known. A year of two digits
/// is read only beside a month in letters.
pub fn day(cell: &str, order: Option<DateOrder>, is_1904: bool) -> Option<NaiveDate> {
    written(cell, order, is_1904).filter(|day| YEARS.contains(&day.year()))
}

/// Whether a cell may be a day, in any order. A bare number is one only where a column is known to hold days.
pub fn is_day(cell: &str) -> bool {
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
    cell.parse::<f64>().is_err() && orders.iter().any(|order| day(cell, Some(*order), false).is_some())
}

fn written(cell: &str, order: Option<DateOrder>, is_1904: bool) -> Option<NaiveDate> {
    let said = cell.trim();
    if let Some(serial) = said.replace(',', ".").parse::<f64>().ok().filter(|_| !said.starts_with(['+', '-'])) {
        return compact(said).or_else(|| of_serial(serial, is_1904));
    }
    let date = without_time(said);
    if let Some([first, second, year]) = numeric(date) {
        let (day, month) = match order {
            _ if first == second => (first, second),
            Some(DateOrder::DayFirst) => (first, second),
            Some(DateOrder::MonthFirst) => (second, first),
            None => return None,
        };
        return NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    }
    year_first(date).or_else(|| lettered(date)).or_else(|| {
        // A day without its year depends on when it is read.
        let is_complete = date.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
        is_complete.then(|| Day::parse(date, SchoolYear(0))).flatten().map(|day| day.0)
    })
}

/// A cell without the time after its day: `2026-08-25 00:00:00`, `2026-08-25T08:00Z`, `25/08/2026 8 h 30`.
fn without_time(said: &str) -> &str {
    let is_time = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains([':', 'h', 'H']);
    let parted = |parting: char| {
        said.split_once(parting)
            .filter(|(day, rest)| is_time(rest.trim()) && day.contains(|c: char| c.is_ascii_digit()))
    };
    match parted('T').or_else(|| {
        said.match_indices(' ').find_map(|(at, _)| {
            let (day, rest) = (&said[..at], &said[at + 1..]);
            (is_time(rest) && day.len() >= 8).then_some((day, rest))
        })
    }) {
        Some((day, _)) => day.trim_end_matches([',', ' ']),
        None => said,
    }
}

/// Three numbers of which the year is the last: `26-10-2026`, `26.10.2026`, `10/26/2026`.
fn numeric(cell: &str) -> Option<[u32; 3]> {
    let numbers = numbers(without_time(cell.trim()))?;
    (numbers[2] >= 1900 && numbers[0] <= 31 && numbers[1] <= 31).then_some(numbers)
}

fn numbers(date: &str) -> Option<[u32; 3]> {
    let parting = date.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<u32> = match parting {
        '/' | '-' | '.' | ' ' => date.split(parting).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?,
        _ => return None,
    };
    parts.try_into().ok()
}

/// `2026/08/25`, `2026.8.25`.
fn year_first(date: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(date)?;
    (year >= 1900).then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)).flatten()
}

/// `20261026`.
fn compact(said: &str) -> Option<NaiveDate> {
    let digits = said.strip_suffix(".0").unwrap_or(said);
    let is_one = digits.len() == 8 && digits.starts_with(['1', '2']) && digits.bytes().all(|b| b.is_ascii_digit());
    is_one.then(|| NaiveDate::parse_from_str(digits, "%Y%m%d").ok()).flatten()
}

/// The day that a spreadsheet counts as this number.
fn of_serial(serial: f64, is_1904: bool) -> Option<NaiveDate> {
    let start = if is_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) }?;
    SERIALS.contains(&serial).then(|| start.checked_add_days(Days::new(serial.trunc() as u64))).flatten()
}

/// `26-oct-26`, `26 Oct 2026`, `Oct 26, 2026`.
fn lettered(date: &str) -> Option<NaiveDate> {
    let folded = fold(date);
    let parts: Vec<&str> =
        folded.split(['-', '/', ' ', '.', ',']).filter(|part| !part.is_empty() && *part != "de").collect();
    let (day, month, year) = match parts[..] {
        [day, month, year] if month_named(month).is_some() => (day, month, year),
        [month, day, year] if month_named(month).is_some() => (day, month, year),
        _ => return None,
    };
    let day = day.trim_end_matches("er").trim_end_matches("st").trim_end_matches("th").parse().ok()?;
    let year = match (year.len(), year.parse::<i32>().ok()?) {
        (4, year) => year,
        // Nobody at work was hired before 1950.
        (2, year) if year < 50 => 2000 + year,
        (2, year) => 1900 + year,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month_named(month)?, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_however_a_program_writes_them() {
        for said in [
            "2026/08/25",
            "2026-08-25",
            "2026.8.25",
            "20260825",
            "2026-08-25 00:00:00",
            "2026-08-25T08:30:00Z",
            "46259",
            "46259.5",
            "25-août-26",
            "25-aug-26",
            "Aug 25, 2026",
            "25 août 2026",
            "mardi 25 août 2026",
            "25-08-2026",
            "25.08.2026",
            "25/08/2026 8:30",
            "2026-08-25T00:00:00.000",
        ] {
            let read = day(said, Some(DateOrder::DayFirst), false).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some("2026-08-25"), "{said}");
        }
        assert_eq!(day("44797", None, true).map(|day| day.to_string()).as_deref(), Some("2026-08-25"), "from 1904");
        for said in ["", "bientôt", "10:30", "26/10/26", "03/04/2026", "12", "99999", "31/02/2026", "25 août", "-46259"]
        {
            assert_eq!(day(said, None, false), None, "{said}");
        }
    }

    #[test]
    fn one_value_settles_the_order_of_a_column() {
        let told = |cells: &[&str]| order(cells.iter().copied());
        assert_eq!(told(&["03/04/2026", "08/25/2026"]), ColumnOrder::Told(DateOrder::MonthFirst));
        assert_eq!(told(&["03/04/2026", "25/08/2026"]), ColumnOrder::Told(DateOrder::DayFirst));
        assert_eq!(told(&["03/04/2026", "04/05/2026"]), ColumnOrder::Ambiguous);
        assert_eq!(told(&["25/08/2026", "08/25/2026"]), ColumnOrder::Ambiguous);
        assert_eq!(told(&["2026-08-25", "03/03/2026", ""]), ColumnOrder::Indifferent);
        assert_eq!(
            day("03/04/2026", Some(DateOrder::MonthFirst), false).map(|d| d.to_string()).as_deref(),
            Some("2026-03-04")
        );
    }
}
