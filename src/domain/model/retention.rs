//! How long the record of a person is kept, by the school's own rule.

use chrono::Months;

use super::{board::Newcomer, plan::Plan};
use crate::domain::value::{text::fold, when::Day};

/// The months that a rule says: « 1 an », « 18 mois »; `None` if it says none.
pub fn months(rule: &str) -> Option<u32> {
    let folded = fold(rule);
    let mut words = folded.split_whitespace();
    let count: u32 = words.next()?.parse().ok()?;
    match words.next()? {
        "an" | "ans" | "annee" | "annees" => count.checked_mul(12),
        "mois" => Some(count),
        _ => None,
    }
}

/// The day until which the rule keeps a record: counted from the departure, or from the arrival while the person stays;
/// `None` without a rule that can be read.
pub fn kept_until(plan: &Plan, person: &Newcomer) -> Option<Day> {
    let rule = plan.retention.as_ref()?;
    let (from, rule) = match &person.departure {
        Some(departure) => (departure.date, &rule.after_departure),
        None => (person.arrival?, &rule.after_arrival),
    };
    from.0.checked_add_months(Months::new(months(rule)?)).map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::{board::Departure, plan::Retention};

    #[test]
    fn a_record_is_kept_from_the_arrival_then_from_the_departure() {
        let day = |text: &str| text.parse().map(Day).expect("a day");
        let rule = |departure: &str, arrival: &str| Plan {
            retention: Some(Retention { after_departure: departure.into(), after_arrival: arrival.into() }),
            ..Plan::default()
        };
        let here = Newcomer { arrival: Some(day("2026-08-25")), ..Newcomer::default() };
        let departure = Some(Departure { date: day("2027-02-01"), reason: String::new() });
        let gone = Newcomer { departure, ..here.clone() };
        for (rule, person, expected) in [
            (rule("1 an", "6 ans"), &here, Some(day("2032-08-25"))),
            (rule("1 an", "6 ans"), &gone, Some(day("2028-02-01"))),
            (rule("1 an", ""), &here, None),
            (rule("", "6 ans"), &gone, None),
        ] {
            assert_eq!(kept_until(&rule, person), expected);
        }
    }

    #[test]
    fn a_rule_is_years_or_months() {
        for (rule, expected) in [
            ("1 an", Some(12)),
            ("2 ans", Some(24)),
            ("18 mois", Some(18)),
            ("une année", None),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(months(rule), expected, "{rule}");
        }
    }
}
