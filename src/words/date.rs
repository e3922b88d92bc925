//! Dates and moments in French.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::Words;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT_MONTHS: [&str; 12] =
    ["janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."];
const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const SHORT_WEEKDAYS: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

/// « 19 novembre 2026 », « 1er mai 2027 ».
pub fn long(day: NaiveDate) -> String {
    format!("{} {} {}", ordinal(day), MONTHS[day.month0() as usize], day.year())
}

/// « jeudi 19 novembre 2026 ».
pub fn full(day: NaiveDate) -> String {
    format!("{} {}", WEEKDAYS[day.weekday().num_days_from_monday() as usize], long(day))
}

/// « jeu. 19 nov. 2026 ».
pub fn medium(day: NaiveDate) -> String {
    let weekday = SHORT_WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {}", short(day), day.year())
}

/// « 19 nov. »
pub fn short(day: NaiveDate) -> String {
    format!("{} {}", ordinal(day), SHORT_MONTHS[day.month0() as usize])
}

/// « 19 nov. », with the year when it is months away.
pub fn near(day: NaiveDate, today: NaiveDate) -> String {
    if (day - today).num_days().abs() < 300 { short(day) } else { format!("{} {}", short(day), day.year()) }
}

/// « nov. »
pub fn short_month(day: NaiveDate) -> &'static str {
    SHORT_MONTHS[day.month0() as usize]
}

/// « 14 h 30 », « 8 h ».
pub fn clock(moment: NaiveDateTime) -> String {
    match moment.minute() {
        0 => format!("{}\u{a0}h", moment.hour()),
        minute => format!("{}\u{a0}h\u{a0}{minute:02}", moment.hour()),
    }
}

/// From when to when, as files write it (`08:00–08:33`), in French: « 8 h à 8 h 33 ». What is not that stays as it is.
pub fn hours(words: &Words, written: &str) -> String {
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let both = written.split_once(['–', '-']).and_then(|(from, to)| Some((time(from)?, time(to)?)));
    match both {
        Some((from, to)) => {
            let said = |time: NaiveTime| clock(NaiveDate::default().and_time(time));
            words.say("hours", &[("from", said(from).into()), ("to", said(to).into())])
        }
        None => written.to_owned(),
    }
}

/// A date as somebody wrote it, an ISO day being said in French: `2026-11-26` is « 26 novembre 2026 ».
pub fn written(text: &str) -> String {
    text.trim().parse().map_or_else(|_| text.to_owned(), long)
}

/// How far a day is: « aujourd’hui », « demain », « il y a 4 jours », or the day itself when it is far ahead.
pub fn relative(words: &Words, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => words.get("today").into_owned(),
        1 => words.get("tomorrow").into_owned(),
        -1 => words.get("yesterday").into_owned(),
        days if days < 0 => words.say("days-ago", &[("n", (-days).into())]),
        _ => short(day),
    }
}

fn ordinal(day: NaiveDate) -> String {
    if day.day() == 1 { "1er".into() } else { day.day().to_string() }
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
        assert_eq!(full(day), "mardi 1er septembre 2026");
        assert_eq!(medium(day), "mar. 1er sept. 2026");
        assert_eq!(clock(day.and_hms_opt(14, 30, 0).expect("a time")), "14\u{a0}h\u{a0}30");
        assert_eq!(clock(day.and_hms_opt(8, 0, 0).expect("a time")), "8\u{a0}h");
    }
}
