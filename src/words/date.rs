//! Dates and times, as each language writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use fluent_bundle::FluentValue;

use super::sentences::{Id, Words, id};
use crate::domain::value::when::{SchoolYear, Span, When};

/// « 19 novembre 2026 », « 1er mai 2027 ».
pub fn long(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-long"), day)
}

/// « jeudi 19 novembre 2026 ».
pub fn full(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-full"), day)
}

/// « jeu. 19 nov. 2026 ».
pub fn medium(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-medium"), day)
}

/// « 19 nov. »
pub fn short(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-short"), day)
}

/// « 19 nov. », with the year if it is months away.
pub fn near(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    formatted(words, if (day - today).num_days().abs() < 300 { id!("date-short") } else { id!("date-short-year") }, day)
}

/// A date as somebody wrote it, in a column: « 19 nov. » for a single day, as written for anything else.
pub fn brief(words: &Words, when: &When, year: SchoolYear, today: NaiveDate) -> String {
    match when.span(year) {
        Some(Span { start, end: Some(end) }) if start == end => near(words, start, today),
        _ => written(words, &when.0),
    }
}

/// « novembre 2026 ».
pub fn month(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-month"), day)
}

/// « nov. 2026 ».
pub fn month_short(words: &Words, day: NaiveDate) -> String {
    formatted(words, id!("date-month-short"), day)
}

/// « nov. »
pub fn short_month(words: &Words, day: NaiveDate) -> String {
    nth(words, id!("months-short"), day.month0())
}

/// A day formatted by a pattern of the language.
fn formatted(words: &Words, pattern: Id, day: NaiveDate) -> String {
    let number = if day.day() == 1 { words.get(id!("first-of-month")).into_owned() } else { day.day().to_string() };
    let weekday = day.weekday().num_days_from_monday();
    let values = [
        ("day", number.into()),
        ("month", nth(words, id!("months"), day.month0()).into()),
        ("shortmonth", short_month(words, day).into()),
        ("weekday", nth(words, id!("weekdays"), weekday).into()),
        ("shortweekday", nth(words, id!("weekdays-short"), weekday).into()),
        ("year", day.year().to_string().into()),
    ];
    words.say(pattern, &values)
}

/// One of the names in a list of the language.
fn nth(words: &Words, list: Id, at: u32) -> String {
    words.get(list).split(' ').nth(at as usize).unwrap_or_default().to_owned()
}

/// « 14 h 30 », « 8 h ».
pub fn clock(words: &Words, moment: NaiveDateTime) -> String {
    let (afternoon, twelve) = moment.hour12();
    let values = [
        ("hour", moment.hour().to_string().into()),
        ("twelve", twelve.to_string().into()),
        ("half", if afternoon { "pm" } else { "am" }.into()),
        ("minute", format!("{:02}", moment.minute()).into()),
    ];
    words.say(if moment.minute() == 0 { id!("clock-hour") } else { id!("clock") }, &values)
}

/// A time range as written in files (`08:00–08:33`), in words: « 8 h à 8 h 33 ». Any other text is unchanged.
pub fn hours(words: &Words, written: &str) -> String {
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let both = written.split_once(['–', '-']).and_then(|(from, to)| Some((time(from)?, time(to)?)));
    match both {
        Some((from, to)) => {
            let said = |time: NaiveTime| clock(words, NaiveDate::default().and_time(time));
            words.say(id!("hours"), &[("from", said(from).into()), ("to", said(to).into())])
        }
        None => written.to_owned(),
    }
}

/// A date as somebody wrote it, with ISO days in words: `2026-11-26` becomes « 26 novembre 2026 ».
pub fn written(words: &Words, text: &str) -> String {
    text.trim().parse().map_or_else(|_| text.to_owned(), |day| long(words, day))
}

/// A day relative to today: « aujourd’hui », « demain », « il y a 4 jours », or its date if it is further ahead.
pub fn relative(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => words.get(id!("today")).into_owned(),
        1 => words.get(id!("tomorrow")).into_owned(),
        -1 => words.get(id!("yesterday")).into_owned(),
        days if days < 0 => words.say(id!("days-ago"), &[("n", (-days).into())]),
        _ => short(words, day),
    }
}

/// The day and the hour of a moment, for a sentence.
pub fn moment(words: &Words, when: NaiveDateTime) -> [(&'static str, FluentValue<'static>); 2] {
    [("day", full(words, when.date()).into()), ("clock", clock(words, when).into())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_in_french() {
        let words = Words::french();
        for (written, said) in [("08:00–08:33", "de 8\u{a0}h à 8\u{a0}h\u{a0}33"), ("matin", "matin"), ("", "")] {
            assert_eq!(hours(&words, written), said);
        }
    }

    #[test]
    fn days_are_written_as_in_quebec() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day");
        let words = Words::french();
        assert_eq!(full(&words, day), "mardi 1er septembre 2026");
        assert_eq!(medium(&words, day), "mar. 1er sept. 2026");
        assert_eq!(clock(&words, day.and_hms_opt(14, 30, 0).expect("a time")), "14\u{a0}h\u{a0}30");
        assert_eq!(clock(&words, day.and_hms_opt(8, 0, 0).expect("a time")), "8\u{a0}h");
    }
}
