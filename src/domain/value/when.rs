//! Dates as people write them: « 2 ou 3 novembre 2026 », « mi-octobre », « 2026-2027 ».
//! Text that cannot be parsed is kept as it is, sorts last, and is never an error.

use std::{borrow::Cow, fmt};

use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{
    record::{Item, plain},
    scalar::AnyText,
    text::fold,
    typed::A_DAY,
};

/// The months, folded, each with its usual abbreviations.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan"],
    &["fevrier", "fevr", "fev"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["aout"],
    &["septembre", "sept", "sep"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];

/// The months in English, with their usual abbreviations.
const ENGLISH_MONTHS: [&[&str]; 12] = [
    &["january"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september"],
    &["october"],
    &["november"],
    &["december"],
];

/// The number of a month, from 1, by its name in French or in English, folded.
pub fn month_named(name: &str) -> Option<u32> {
    let named = |months: &[&[&str]; 12]| months.iter().position(|names| names.contains(&name));
    named(&MONTHS).or_else(|| named(&ENGLISH_MONTHS)).map(|at| at as u32 + 1)
}

pub(super) const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// A school year, from 1 July to 30 June, identified by the year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year that a day belongs to.
    pub fn of(day: NaiveDate) -> Self {
        SchoolYear(if day.month() >= 7 { day.year() } else { day.year() - 1 })
    }

    /// Reads `2026-2027`; `None` unless the second year follows the first.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, second) = text.trim().split_once(['-', '–', '/'])?;
        let (first, second): (i32, i32) = (first.trim().parse().ok()?, second.trim().parse().ok()?);
        (second == first + 1 && (1900..3000).contains(&first)).then_some(SchoolYear(first))
    }

    /// The calendar year in which a month of this school year falls.
    pub fn year_of_month(self, month: u32) -> i32 {
        if month >= 7 { self.0 } else { self.0 + 1 }
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

/// The days that a date covers, both included. `end` is `None` when the range is open (« et plus »).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First day.
    pub start: NaiveDate,
    /// Last day; `None` when the range is open.
    pub end: Option<NaiveDate>,
}

/// A date as somebody wrote it. The text is kept as it is; the days are computed on demand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct When(pub String);

impl When {
    /// The days covered; a date without a year falls in `year`. `None` if the text is not a date.
    pub fn span(&self, year: SchoolYear) -> Option<Span> {
        parse(&self.0, year)
    }

    /// Whether the text is blank.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyText).map(When)
    }
}

impl From<NaiveDate> for When {
    fn from(day: NaiveDate) -> Self {
        When(day.to_string())
    }
}

/// Whether a text says an hour and no day: « 10:30 », « 10 h 30 », « 08:15:00 ».
pub fn is_hour_only(text: &str) -> bool {
    let folded = fold(text.trim()).replace(' ', "");
    let mut parts = folded.trim_end_matches('h').split([':', 'h']);
    let is_number = |part: &str| part.len() <= 2 && part.parse::<u32>().is_ok_and(|part| part < 60);
    let said = parts.by_ref().filter(|part| is_number(part)).count();
    let whole = folded.split([':', 'h']).filter(|part| !part.is_empty()).count();
    said == whole && (1..=3).contains(&whole) && folded.contains([':', 'h'])
}

/// A single complete day. Read from `2026-11-26` or from a single day in French; written as ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Parses a single day; a date without a year falls in `year`.
    pub fn parse(text: &str, year: SchoolYear) -> Option<Self> {
        match parse(text, year)? {
            Span { start, end: Some(end) } if start == end => Some(Day(start)),
            _ => None,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_any(AnyText)?;
        // A day without a year would depend on the plan's school year, so only a complete date is accepted.
        let complete = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
        complete
            .then(|| Day::parse(&text, SchoolYear(0)))
            .flatten()
            .ok_or_else(|| D::Error::unknown_variant(&text, A_DAY))
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// A date with possibly missing parts: a day of a month, a month, or only a day number.
#[derive(Clone, Copy, Default)]
struct Partial {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
}

fn parse(text: &str, year: SchoolYear) -> Option<Span> {
    let folded = fold(text.trim());
    let mut said = folded.as_str();
    if let Some(span) = iso_day(said) {
        return Some(span);
    }
    if let Some(SchoolYear(first)) = SchoolYear::parse(said) {
        return Some(days(NaiveDate::from_ymd_opt(first, 7, 1)?, NaiveDate::from_ymd_opt(first + 1, 6, 30)?));
    }
    let mut open = false;
    for suffix in ["(et plus)", "et plus", "et +"] {
        if let Some(rest) = said.strip_suffix(suffix) {
            (said, open) = (rest.trim_end(), true);
            break;
        }
    }
    for prefix in ["a partir du ", "a partir de ", "a compter du ", "des le ", "des "] {
        if let Some(rest) = said.strip_prefix(prefix) {
            (said, open) = (rest, true);
            break;
        }
    }
    let span = week(said, year).or_else(|| part_of_month(said, year)).or_else(|| range(said, year))?;
    Some(if open { Span { end: None, ..span } } else { span })
}

fn days(start: NaiveDate, end: NaiveDate) -> Span {
    Span { start, end: Some(end) }
}

fn iso_day(said: &str) -> Option<Span> {
    // Other programs write the time of a day too.
    let said = match said.split_once(['t', ' ']) {
        Some((day, time))
            if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':') =>
        {
            day
        }
        _ => said,
    };
    let shape = said.len() == 10 && said.bytes().enumerate().all(|(i, b)| matches!(i, 4 | 7) == (b == b'-'));
    let day = shape.then(|| said.parse::<NaiveDate>().ok()).flatten()?;
    Some(days(day, day))
}

/// « semaine du 12 octobre 2026 »: the seven days starting on that day.
fn week(said: &str, year: SchoolYear) -> Option<Span> {
    let rest = said.strip_prefix("la ").unwrap_or(said).strip_prefix("semaine du ")?;
    let start = resolve(partial(rest)?, year)?.start;
    Some(days(start, start.checked_add_days(Days::new(6))?))
}

/// « début octobre », « mi-octobre », « fin mai »: days 1–10, 11–20, 21–last.
fn part_of_month(said: &str, year: SchoolYear) -> Option<Span> {
    let (first, rest) = said.split_once([' ', '-'])?;
    let rest = rest.strip_prefix("de ").or_else(|| rest.strip_prefix("d'")).unwrap_or(rest);
    let month = partial(rest).filter(|p| p.day.is_none())?;
    let whole = resolve(month, year)?;
    match first {
        "debut" => Some(days(whole.start, whole.start.with_day(10)?)),
        "mi" => Some(days(whole.start.with_day(11)?, whole.start.with_day(20)?)),
        "fin" => Some(days(whole.start.with_day(21)?, whole.end?)),
        _ => None,
    }
}

/// One date, or two joined by « au », « à », « ou » or « et ».
fn range(said: &str, year: SchoolYear) -> Option<Span> {
    let said = ["du ", "de ", "le ", "les "].iter().find_map(|p| said.strip_prefix(p)).unwrap_or(said);
    for joint in [" au ", " a ", " ou ", " et "] {
        let Some((left, right)) = said.split_once(joint) else { continue };
        let (mut first, last) = (partial(left)?, partial(right.strip_prefix("le ").unwrap_or(right))?);
        last.month?;
        first.month = first.month.or(last.month);
        if first.year.is_none() {
            first.year = last.year.map(|y| if first.month > last.month { y - 1 } else { y });
        }
        let (first, last) = (resolve(first, year)?, resolve(last, year)?);
        return (first.start <= last.end?).then_some(Span { start: first.start, end: last.end });
    }
    resolve(partial(said)?, year)
}

/// Parses « jeudi 9 déc. 2026 », « 9/12/2026 », « novembre 2026 », « 1er mai », « 20 ».
fn partial(said: &str) -> Option<Partial> {
    let mut date = Partial::default();
    if let [day, month, year] = said.trim().split('/').collect::<Vec<_>>()[..] {
        return Some(Partial {
            day: Some(day.parse().ok()?),
            month: Some(month.parse().ok()?),
            year: Some(year.parse().ok().filter(|y| *y >= 1000)?),
        });
    }
    for word in said.split_whitespace().map(|w| w.trim_end_matches(['.', ','])) {
        let number = if word == "1er" { Some(1) } else { word.parse::<u32>().ok() };
        match number {
            Some(n) if word.len() == 4 && date.year.is_none() => date.year = i32::try_from(n).ok(),
            Some(n) if (1..=31).contains(&n) && date.day.is_none() && date.month.is_none() => date.day = Some(n),
            Some(_) => return None,
            None if WEEKDAYS.contains(&word) && date.day.is_none() => {}
            None if date.month.is_none() => {
                date.month = Some(MONTHS.iter().position(|names| names.contains(&word))? as u32 + 1);
            }
            None => return None,
        }
    }
    (date.day.is_some() || date.month.is_some()).then_some(date)
}

fn resolve(date: Partial, school_year: SchoolYear) -> Option<Span> {
    let month = date.month?;
    let year = date.year.unwrap_or_else(|| school_year.year_of_month(month));
    let first = NaiveDate::from_ymd_opt(year, month, date.day.unwrap_or(1))?;
    let last = match date.day {
        Some(_) => first,
        None => first.checked_add_months(Months::new(1))?.pred_opt()?,
    };
    Some(days(first, last))
}

plain! {
    When => When::is_empty;
}

impl Item for Day {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_no_day() {
        for hour in ["10:30", "10 h 30", "8 h", "08:15:00"] {
            assert!(is_hour_only(hour), "{hour}");
        }
        for other in ["", "h", ":", "10", "2026-10-30", "10 octobre", "10:30 le 4 mai", "99:99", "2026-10-30T10:30"] {
            assert!(!is_hour_only(other), "{other}");
        }
    }

    #[test]
    fn dates_mean_what_people_say() {
        let open = "…";
        for (written, start, end) in [
            ("9 décembre 2026", "2026-12-09", "2026-12-09"),
            ("le 9 déc. 2026", "2026-12-09", "2026-12-09"),
            ("9/12/2026", "2026-12-09", "2026-12-09"),
            ("1er septembre 2026", "2026-09-01", "2026-09-01"),
            ("2026-11-26", "2026-11-26", "2026-11-26"),
            ("2026-11-26 00:00:00", "2026-11-26", "2026-11-26"),
            ("2026-11-26T08:30:00Z", "2026-11-26", "2026-11-26"),
            ("2 ou 3 novembre 2026", "2026-11-02", "2026-11-03"),
            ("20 au 30 avril 2027", "2027-04-20", "2027-04-30"),
            ("du 20 au 30 avril 2027", "2027-04-20", "2027-04-30"),
            ("29 mars au 2 avril 2027", "2027-03-29", "2027-04-02"),
            ("29 décembre au 2 janvier 2027", "2026-12-29", "2027-01-02"),
            ("Novembre 2026", "2026-11-01", "2026-11-30"),
            ("Mai à juin 2027", "2027-05-01", "2027-06-30"),
            ("Décembre 2026 à février 2027", "2026-12-01", "2027-02-28"),
            ("Janvier à novembre 2027", "2027-01-01", "2027-11-30"),
            ("Décembre 2026 (et plus)", "2026-12-01", open),
            ("à partir du 9 janvier 2027", "2027-01-09", open),
            ("2026-2027", "2026-07-01", "2027-06-30"),
            ("début octobre 2026", "2026-10-01", "2026-10-10"),
            ("mi-octobre 2026", "2026-10-11", "2026-10-20"),
            ("fin mai 2027", "2027-05-21", "2027-05-31"),
            ("fin février 2028", "2028-02-21", "2028-02-29"),
            ("semaine du 12 octobre 2026", "2026-10-12", "2026-10-18"),
            ("novembre", "2026-11-01", "2026-11-30"),
            ("mars", "2027-03-01", "2027-03-31"),
            ("9 janv.", "2027-01-09", "2027-01-09"),
            ("jeudi 19 novembre 2026", "2026-11-19", "2026-11-19"),
        ] {
            let span = When(written.into()).span(SchoolYear(2026)).unwrap_or_else(|| panic!("{written} is a date"));
            assert_eq!(span.start.to_string(), start, "{written}");
            assert_eq!(span.end.map_or(open.into(), |d| d.to_string()), end, "{written}");
        }
    }

    #[test]
    fn what_is_not_a_date_stays_text() {
        for written in [
            "le plus tôt possible",
            "tous les jours de 8 h à 8 h 30",
            "",
            "30 février 2027",
            "2026-02-30",
            "31/12/26",
            "2026-2028",
            "3 novembre 2026 au 2 novembre 2026",
        ] {
            assert_eq!(When(written.into()).span(SchoolYear(2026)), None, "{written}");
        }
    }
}
