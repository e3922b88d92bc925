//! The dates of a column, as each program and each country writes them. The order of day and month is decided for a whole
//! column: one value that can have only one order settles it.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::value::{
    text::fold,
    timestamp::DateOrder,
    when::{Day, SchoolYear, month_named},
};

/// The orders of the numbers of a date. The last one is that of a year of two digits: a year of four stands where it stands.
const ORDERS: [DateOrder; 3] = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];

/// The serial numbers that a spreadsheet may mean by a day: from 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;

/// What the dates of a column tell of the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnOrder {
    /// No date depends on it.
    Indifferent,
    /// All the dates that depend on it can have this order, and no other.
    Told(DateOrder),
    /// The orders that are left, or, if no order reads all the dates, those that read some.
    Ambiguous(Vec<DateOrder>),
}

/// What the dates of a column tell of the order of their numbers.
pub fn order<'a>(cells: impl Iterator<Item = &'a str>) -> ColumnOrder {
    let dates = in_every_order(cells);
    let left: Vec<usize> = (0..ORDERS.len()).filter(|order| dates.iter().all(|date| date[*order].is_some())).collect();
    let agree = |date: &[Option<NaiveDate>; 3]| left.iter().all(|order| date[*order] == date[left[0]]);
    match left[..] {
        _ if dates.is_empty() => ColumnOrder::Indifferent,
        [only] => ColumnOrder::Told(ORDERS[only]),
        [] => ColumnOrder::Ambiguous(readable(&dates)),
        _ if dates.iter().all(agree) => ColumnOrder::Indifferent,
        _ => ColumnOrder::Ambiguous(left.iter().map(|order| ORDERS[*order]).collect()),
    }
}

/// The orders in which some date of a column can be read.
pub fn orders<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<DateOrder> {
    readable(&in_every_order(cells))
}

fn readable(dates: &[[Option<NaiveDate>; 3]]) -> Vec<DateOrder> {
    let reads_some = |order: &usize| dates.iter().any(|date| date[*order].is_some());
    (0..ORDERS.len()).filter(reads_some).map(|order| ORDERS[order]).collect()
}

/// The dates of a column in which nothing tells the order, in each of [`ORDERS`].
fn in_every_order<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<[Option<NaiveDate>; 3]> {
    let read = |cell| ORDERS.map(|order| numeric(cell, order));
    cells.map(read).filter(|date| date.iter().any(Option::is_some)).collect()
}

/// The years in which somebody may have been born, hired or seen off: payroll programs write 0001, 1899 or 9999 where
/// they know no day.
const YEARS: std::ops::RangeInclusive<i32> = 1930..=2119;

/// The day that a cell says; `None` if it says none, or if it depends on an order that is not known.
pub fn day(cell: &str, order: Option<DateOrder>, is_1904: bool) -> Option<NaiveDate> {
    written(cell, order, is_1904).filter(|day| YEARS.contains(&day.year()))
}

/// Whether a cell may be a day, in any order. A bare number is one only where a column is known to hold days.
pub fn is_day(cell: &str) -> bool {
    cell.parse::<f64>().is_err() && ORDERS.iter().any(|order| day(cell, Some(*order), false).is_some())
}

/// Whether a date has its whole year: somebody born in 48 was not born in 2048.
pub fn says_its_century(cell: &str) -> bool {
    cell.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4)
}

fn written(cell: &str, order: Option<DateOrder>, is_1904: bool) -> Option<NaiveDate> {
    let said = cell.trim();
    if let Some(serial) = said.replace(',', ".").parse::<f64>().ok().filter(|_| !said.starts_with(['+', '-'])) {
        return compact(said).or_else(|| of_serial(serial, is_1904));
    }
    let date = without_time(said);
    let mut readings =
        ORDERS.iter().filter(|it| order.is_none_or(|order| order == **it)).filter_map(|it| numeric(date, *it));
    if let Some(day) = readings.next() {
        return readings.all(|other| other == day).then_some(day);
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

/// A date in numbers whose order nothing in it tells, read in one order: `26-10-2026`, `10/26/26`.
fn numeric(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let [a, b, c] = numbers(without_time(cell.trim()))?;
    let (year, month, day) = match order {
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
        DateOrder::YearFirst if a.len() == 2 && c.len() == 2 => (a, b, c),
        DateOrder::YearFirst => return None,
    };
    of_numbers(year, month, day)
}

/// `2026/08/25`, `2026.8.25`.
fn year_first(date: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(date)?;
    (year.len() == 4).then(|| of_numbers(year, month, day)).flatten()
}

fn of_numbers(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    (month.len() <= 2 && day.len() <= 2)
        .then(|| NaiveDate::from_ymd_opt(of_year(year)?, month.parse().ok()?, day.parse().ok()?))?
}

/// A year of four digits, or of two: nobody at work was hired before 1950.
fn of_year(year: &str) -> Option<i32> {
    match (year.len(), year.parse::<i32>().ok()?) {
        (4, year) => Some(year),
        (2, year) if year < 50 => Some(2000 + year),
        (2, year) => Some(1900 + year),
        _ => None,
    }
}

/// The three numbers of a date, as they are written.
fn numbers(date: &str) -> Option<[&str; 3]> {
    let parting = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/-. ".contains(*c))?;
    let parts: Vec<&str> = date.split(parting).map(str::trim).collect();
    let are_numbers = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    parts.try_into().ok().filter(|_| are_numbers)
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
    NaiveDate::from_ymd_opt(of_year(year)?, month_named(month)?, day)
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
            "25/08/26",
            "25-8-26",
        ] {
            let read = day(said, Some(DateOrder::DayFirst), false).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some("2026-08-25"), "{said}");
        }
        assert_eq!(day("44797", None, true).map(|day| day.to_string()).as_deref(), Some("2026-08-25"), "from 1904");
        for said in ["", "bientôt", "10:30", "26/10/25", "03/04/2026", "12", "99999", "31/02/2026", "25 août", "-46259"]
        {
            assert_eq!(day(said, None, false), None, "{said}");
        }
    }

    #[test]
    fn one_value_settles_the_order_of_a_column() {
        let told = |cells: &[&str]| order(cells.iter().copied());
        assert_eq!(told(&["03/04/2026", "08/25/2026"]), ColumnOrder::Told(DateOrder::MonthFirst));
        assert_eq!(told(&["03/04/2026", "25/08/2026"]), ColumnOrder::Told(DateOrder::DayFirst));
        let either = ColumnOrder::Ambiguous(vec![DateOrder::DayFirst, DateOrder::MonthFirst]);
        assert_eq!(told(&["03/04/2026", "04/05/2026"]), either);
        assert_eq!(told(&["25/08/2026", "08/25/2026"]), either);
        assert_eq!(told(&["25/08/26", "09/30/26"]), ColumnOrder::Ambiguous(ORDERS.into()), "no order reads both");
        assert_eq!(
            told(&["26-08-25", "26-09-02"]),
            ColumnOrder::Ambiguous(vec![DateOrder::DayFirst, DateOrder::YearFirst])
        );
        assert_eq!(told(&["26-08-25", "98-11-02"]), ColumnOrder::Told(DateOrder::YearFirst));
        assert_eq!(told(&["8/25/26", "9/2/26"]), ColumnOrder::Told(DateOrder::MonthFirst));
        assert_eq!(told(&["26/10/26"]), ColumnOrder::Indifferent, "the same day in every order");
        assert_eq!(told(&["2026-08-25", "03/03/2026", ""]), ColumnOrder::Indifferent);
        assert_eq!(
            day("03/04/2026", Some(DateOrder::MonthFirst), false).map(|d| d.to_string()).as_deref(),
            Some("2026-03-04")
        );
    }
}
