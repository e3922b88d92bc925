//! Who is responsible for personal information and how long it is kept, in words.

use super::{Words, families, id, joined};
use crate::domain::{
    model::plan::{Plan, WallShown},
    privacy::audience::Level,
};

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

/// What an audience level shows; a wall, what the school opened too.
pub fn level_about(words: &Words, plan: &Plan, level: Level) -> String {
    let open = [WallShown::JOB, WallShown::BUILDING].into_iter().filter(|key| plan.is_open_on_wall(key));
    let open: Vec<String> = open.map(|key| words.field(&[key]).unwrap_or(key.into()).to_lowercase()).collect();
    match level {
        Level::Projected if !open.is_empty() => {
            words.say(id!("level-projete-open"), &[("list", open.join(", ").into())])
        }
        _ => words.get(families::level_about(level)).into_owned(),
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
