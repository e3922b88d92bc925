//! Who is responsible for personal information and how long it is kept, in words.

use super::{Words, id, joined};
use crate::domain::model::plan::Plan;

/// Who is responsible for personal information; a blank to fill in if the plan does not say.
pub fn officer(words: &Words, plan: &Plan) -> String {
    let officer = plan.privacy_officer.as_ref().filter(|officer| !officer.name.trim().is_empty());
    match officer {
        Some(officer) => {
            let who = joined(&[officer.name.trim(), officer.email.trim()]);
            words.say(id!("privacy-officer"), &[("who", who.into())])
        }
        None => words.get(id!("privacy-officer-unsaid")).into_owned(),
    }
}

/// The school's rule for keeping records; a blank to fill in if the plan does not say.
pub fn rule(words: &Words, plan: &Plan) -> String {
    let said = |rule: &str, id| {
        let rule = rule.trim();
        if rule.is_empty() { String::new() } else { words.say(id, &[("rule", rule.to_owned().into())]) }
    };
    let rule = plan.retention.as_ref().map(|rule| {
        joined(&[
            &said(&rule.after_departure, id!("privacy-rule")),
            &said(&rule.after_arrival, id!("privacy-rule-arrival")),
        ])
    });
    rule.filter(|rule| !rule.is_empty()).unwrap_or_else(|| words.get(id!("privacy-rule-unsaid")).into_owned())
}
