//! A school calendar, and dates written relative to its first and last days.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{text::fold, when::SchoolYear};

/// The days of a school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The first day of school.
    pub first: NaiveDate,
    /// The last day of school.
    pub last: NaiveDate,
    /// Breaks, as inclusive ranges of days.
    pub breaks: Vec<(NaiveDate, NaiveDate)>,
}

impl Calendar {
    /// The usual calendar of a school year in Québec: late August to late June, with the Christmas and March breaks.
    pub fn usual(year: SchoolYear) -> Self {
        let day = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let next = year.0 + 1;
        let march = nth(next, 3, Weekday::Mon, 1);
        let breaks = vec![(day(year.0, 12, 23), day(next, 1, 5)), (march, march + Days::new(4))];
        Calendar { first: day(year.0, 8, 27), last: day(next, 6, 22), breaks }
    }

    /// Whether a day is a school day: not a weekend, a break or a holiday.
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let in_break = self.breaks.iter().any(|(from, to)| (*from..=*to).contains(&day));
        !weekend && !in_break && !holidays(day.year()).contains(&day)
    }

    /// Resolves a date written relative to the calendar: `rentrée + 3 semaines` gives the date three weeks after the
    /// first day, or the next school day; `rentrée - 19 mois à rentrée - 9 mois` gives a range of months, in French, and
    /// `20 au 30 de rentrée - 4 mois` days of a month. Returns `None` for any other text.
    pub fn resolve(&self, text: &str) -> Option<String> {
        if let Some((days, of)) = text.split_once(" de ") {
            let (day, unit) = self.end(of)?;
            return (unit == Unit::Months).then(|| format!("{days} {}", month(day).to_lowercase()));
        }
        let mut ends = text.split(" à ").map(|end| self.end(end));
        let first = ends.next()??;
        match (first, ends.next(), ends.next()) {
            ((day, Unit::Months), None, None) => Some(month(day)),
            ((day, _), None, None) => Some(self.school_day_from(day).to_string()),
            ((from, Unit::Months), Some(Some((to, Unit::Months))), None) if from <= to => {
                let (from, to) = (month(from), month(to));
                let same_year = from.rsplit(' ').next() == to.rsplit(' ').next();
                let from = if same_year { from.split(' ').next().unwrap_or_default() } else { &from };
                Some([from, "à", &to.to_lowercase()].join(" "))
            }
            _ => None,
        }
    }

    fn school_day_from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(60).find(|day| self.is_school_day(*day)).unwrap_or(day)
    }

    fn end(&self, text: &str) -> Option<(NaiveDate, Unit)> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let base = match *words.first()? {
            "rentree" => self.first,
            "fin" => self.last,
            _ => return None,
        };
        let [sign, number, unit] = words.get(1..)? else {
            return (words.len() == 1).then_some((base, Unit::Days));
        };
        let number: u32 = number.parse().ok()?;
        let unit = match unit.trim_end_matches('s') {
            "jour" => Unit::Days,
            "semaine" => Unit::Weeks,
            "moi" => Unit::Months,
            _ => return None,
        };
        let days = Days::new(u64::from(number) * if unit == Unit::Weeks { 7 } else { 1 });
        let day = match (*sign, unit) {
            ("+", Unit::Months) => base.checked_add_months(Months::new(number)),
            ("-", Unit::Months) => base.checked_sub_months(Months::new(number)),
            ("+", _) => base.checked_add_days(days),
            ("-", _) => base.checked_sub_days(days),
            _ => None,
        };
        Some((day?, unit))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days,
    Weeks,
    Months,
}

/// Formats a month as plans write it: « Janvier 2027 ».
fn month(day: NaiveDate) -> String {
    const NAMES: [&str; 12] = [
        "Janvier",
        "Février",
        "Mars",
        "Avril",
        "Mai",
        "Juin",
        "Juillet",
        "Août",
        "Septembre",
        "Octobre",
        "Novembre",
        "Décembre",
    ];
    format!("{} {}", NAMES[day.month0() as usize], day.year())
}

/// The public holidays of Québec in a calendar year, and Easter Monday, when schools are also closed.
pub fn holidays(year: i32) -> [NaiveDate; 9] {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let easter = easter(year);
    let patriots = (18..=24).map(|d| day(5, d)).find(|d| d.weekday() == Weekday::Mon).unwrap_or_default();
    [
        day(1, 1),
        easter - Days::new(2),
        easter + Days::new(1),
        patriots,
        day(6, 24),
        day(7, 1),
        nth(year, 9, Weekday::Mon, 1),
        nth(year, 10, Weekday::Mon, 2),
        day(12, 25),
    ]
}

fn nth(year: i32, month: u32, weekday: Weekday, n: u8) -> NaiveDate {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, n).unwrap_or_default()
}

/// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holidays_of_quebec_are_known() {
        let said: Vec<String> = holidays(2027).iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "2027-01-01",
                "2027-03-26",
                "2027-03-29",
                "2027-05-24",
                "2027-06-24",
                "2027-07-01",
                "2027-09-06",
                "2027-10-11",
                "2027-12-25"
            ]
        );
        for (year, sunday) in [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")] {
            assert_eq!(easter(year).to_string(), sunday);
        }
    }

    #[test]
    fn dates_are_said_from_the_first_and_last_days() {
        let calendar = Calendar::usual(SchoolYear(2026));
        for (text, said) in [
            ("rentrée", Some("2026-08-27")),
            ("rentrée + 3 semaines", Some("2026-09-17")),
            ("Rentree + 2 jours", Some("2026-08-31")),
            ("rentrée + 46 jours", Some("2026-10-13")),
            ("rentrée + 17 semaines", Some("2027-01-06")),
            ("fin - 3 semaines", Some("2027-06-01")),
            ("rentrée - 5 mois", Some("Mars 2026")),
            ("20 au 30 de rentrée - 4 mois", Some("20 au 30 avril 2026")),
            ("rentrée - 19 mois à rentrée - 9 mois", Some("Janvier à novembre 2025")),
            ("rentrée - 8 mois à rentrée - 6 mois", Some("Décembre 2025 à février 2026")),
            ("arrivée + 2 jours", None),
            ("9 décembre 2026", None),
            ("rentrée + deux semaines", None),
        ] {
            assert_eq!(calendar.resolve(text).as_deref(), said, "{text}");
        }
    }
}
