//! Days as people type them: relative to today, or in digits in any usual order.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    text::fold,
    when::{SchoolYear, WEEKDAYS, When},
};

/// Parses the first day that a text means: « jeudi », « 15 octobre », « octobre ».
pub fn first_day(text: &str, year: SchoolYear, today: NaiveDate) -> Option<NaiveDate> {
    typed(text, year, today).or_else(|| Some(When(text.trim().to_owned()).span(year)?.start))
}

/// Parses a day as people type it, which the screen shows in full before it is kept: relative to today, or in digits in
/// any usual order: `8/9/26`, `26-08-25`, `2026-9-1`, `2026/08/25`, `20260825`, `26/11` in the school year. Returns `None`
/// for any other text.
pub fn typed(text: &str, year: SchoolYear, today: NaiveDate) -> Option<NaiveDate> {
    from_today(text, today).or_else(|| in_digits(text.trim(), year))
}

/// Whether a text has the shape of a day in digits, even of one that no calendar has: `31/2/26`.
pub fn is_in_digits(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.len() == 3 || parts.len() == 2 && text.contains('/')) && parts.iter().all(is_number)
}

/// A day in digits. With a year of two digits, the day comes first, as people write it, unless hyphens part the three, as
/// in the standard.
fn in_digits(said: &str, school_year: SchoolYear) -> Option<NaiveDate> {
    let day = |year: &str, month: &str, day: &str| {
        let century = if year.len() == 2 { 2000 } else { 0 };
        NaiveDate::from_ymd_opt(century + year.parse::<i32>().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if said.len() == 8 && is_number(said) {
        return day(&said[..4], &said[4..6], &said[6..]);
    }
    if let Some((first, month)) = said.split_once('/').filter(|_| is_in_digits(said))
        && let Ok(number) = month.parse()
        && first.len().max(month.len()) <= 2
    {
        return day(&school_year.year_of_month(number).to_string(), month, first);
    }
    let separator = said.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let [first, month, last] = said.split(separator).collect::<Vec<_>>()[..] else { return None };
    if ![first, month, last].into_iter().all(is_number) {
        return None;
    }
    match (first.len(), month.len(), last.len()) {
        (4, 1..=2, 1..=2) => day(first, month, last),
        (1..=2, 1..=2, 4) => day(last, month, first),
        (2, 1..=2, 1..=2) if separator == '-' => day(first, month, last),
        (1..=2, 1..=2, 2) if separator != '-' => day(last, month, first),
        _ => None,
    }
}

/// Parses a day relative to today: « jeudi », « demain », « dans 2 semaines », `+10`. A time after the day is ignored.
/// Returns `None` for any other text.
pub fn from_today(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text.trim());
    let said = folded.split(" a ").next().unwrap_or_default().trim();
    let words: Vec<&str> = said.split_whitespace().collect();
    let number = |word: &str| {
        let spelled = ["un", "deux", "trois", "quatre", "cinq", "six"].iter().position(|spelled| *spelled == word);
        word.parse().ok().or(spelled.map(|at| at as u64 + 1)).or((word == "une").then_some(1))
    };
    let after = |days: u64| today.checked_add_days(Days::new(days));
    match words.as_slice() {
        ["aujourd'hui" | "auj" | "auj."] => Some(today),
        ["demain"] => after(1),
        ["hier"] => today.checked_sub_days(Days::new(1)),
        ["avant-hier"] => today.checked_sub_days(Days::new(2)),
        ["la", "semaine", "prochaine"] | ["semaine", "prochaine"] => {
            after(7 - u64::from(today.weekday().num_days_from_monday()))
        }
        ["la", "semaine", "derniere"] | ["semaine", "derniere"] => {
            today.checked_sub_days(Days::new(7 + u64::from(today.weekday().num_days_from_monday())))
        }
        ["le", "mois", "dernier"] | ["mois", "dernier"] => today.with_day(1)?.checked_sub_months(Months::new(1)),
        ["le", "mois", "prochain"] | ["mois", "prochain"] => today.with_day(1)?.checked_add_months(Months::new(1)),
        ["apres-demain"] | ["apres", "demain"] => after(2),
        [day] | [day, "prochain"] if weekday(day).is_some() => {
            let wanted = weekday(day)? as u64;
            let now = u64::from(today.weekday().num_days_from_monday());
            // The name of today's weekday means the same weekday next week.
            after((wanted + 6 - now) % 7 + 1)
        }
        ["dans", count, unit] => {
            let count = number(count)?;
            match unit.trim_end_matches('s') {
                "jour" => after(count),
                "semaine" => after(count.checked_mul(7)?),
                "moi" => today.checked_add_months(Months::new(u32::try_from(count).ok()?)),
                _ => None,
            }
        }
        [days] => after(days.strip_prefix('+')?.parse().ok()?),
        _ => None,
    }
}

/// The rank of a day of the week, from Monday, by its name or its first three letters.
fn weekday(said: &str) -> Option<usize> {
    let said = said.trim_end_matches('.');
    WEEKDAYS.iter().position(|known| *known == said || said.len() == 3 && known.starts_with(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_digits_is_typed_in_any_usual_order() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        for (said, day) in [
            ("8/9/26", Some("2026-09-08")),
            ("26-08-25", Some("2026-08-25")),
            ("2026-9-1", Some("2026-09-01")),
            ("2026/08/25", Some("2026-08-25")),
            ("20260825", Some("2026-08-25")),
            ("25.08.2026", Some("2026-08-25")),
            ("auj", Some("2026-11-21")),
            ("31/2/26", None),
            ("2026-13-01", None),
            ("8/9", Some("2026-09-08")),
            ("26/11", Some("2026-11-26")),
            ("13/2", Some("2027-02-13")),
            ("11/26", None),
            ("ven", Some("2026-11-27")),
            ("mar.", Some("2026-11-24")),
            ("vend", None),
            ("3-4-5", None),
            ("12345678", None),
        ] {
            assert_eq!(typed(said, SchoolYear(2026), today).map(|day| day.to_string()).as_deref(), day, "{said}");
        }
    }

    #[test]
    fn next_week_is_its_monday_whatever_the_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        // 16 November 2026 is a Monday.
        for today in 16..=22 {
            assert_eq!(from_today("la semaine prochaine", day(today)), Some(day(23)), "{today}");
            assert_eq!(from_today("semaine prochaine", day(today)), Some(day(23)), "{today}");
            assert_eq!(from_today("la semaine dernière", day(today)), Some(day(9)), "{today}");
        }
    }

    #[test]
    fn a_day_is_said_from_today() {
        let saturday = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        for (said, day) in [
            ("Demain", Some("2026-11-22")),
            ("jeudi", Some("2026-11-26")),
            ("samedi prochain", Some("2026-11-28")),
            ("dans 2 semaines", Some("2026-12-05")),
            ("dans une semaine", Some("2026-11-28")),
            ("dans trois mois", Some("2027-02-21")),
            ("+10", Some("2026-12-01")),
            ("jeudi à 8 h", Some("2026-11-26")),
            ("aujourd’hui", Some("2026-11-21")),
            ("dans 99999999999 jours", None),
            ("le plus tôt possible", None),
            ("26 novembre 2026", None),
        ] {
            assert_eq!(from_today(said, saturday).map(|day| day.to_string()).as_deref(), day, "{said}");
        }
    }
}
