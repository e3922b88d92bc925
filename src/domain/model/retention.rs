//! How long the record of a person is kept after a departure, by the school's own rule.

use chrono::{Months, NaiveDate};

use super::plan::Plan;
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

/// The day until which a record is kept when somebody leaves that day; `None` without a rule that can be read.
pub fn kept_until(plan: &Plan, departure: NaiveDate) -> Option<Day> {
    let months = months(&plan.retention.as_ref()?.after_departure)?;
    departure.checked_add_months(Months::new(months)).map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;

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
