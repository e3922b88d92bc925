//! What was done since the last meeting, and what was measured that day, in words.

use super::{Words, fault, id, indicator, joined};
use crate::domain::{
    meeting::deeds::Deeds,
    model::{cycle::Cycle, folder::Folder, impact::ImpactCheck},
    value::text::one_line,
};

/// What was done, one line each: rows of the plan, actions, and how many planned steps with newcomers.
pub fn done(words: &Words, deeds: &Deeds<'_>) -> Vec<String> {
    let rows = deeds.rows.iter().map(|row| words.say(id!("done-row"), &[("what", row.title.as_str().into())]));
    let means = deeds.means.iter().map(|means| {
        let what = joined(&[&means.what, &means.who]);
        words.say(id!("done-means"), &[("what", what.into())])
    });
    let actions = deeds.actions.iter().map(|action| {
        let what = joined(&[&action.what, &action.who]);
        words.say(id!("done-action"), &[("what", what.into())])
    });
    let steps = (deeds.steps > 0).then(|| words.say(id!("done-steps"), &[("n", deeds.steps.into())]));
    rows.chain(means).chain(actions).chain(steps).collect()
}

/// An impact check: its issue, what it concluded, the steps to redo, why, and the round that begins.
pub fn measured(words: &Words, folder: &Folder, cycle: &Cycle, check: &ImpactCheck) -> String {
    let issue = folder.plan.issue(&check.issue);
    let name = issue.map_or(check.issue.as_str(), |issue| &issue.name);
    let steps: Vec<String> = check.redo.iter().map(|step| fault::step(*step, cycle.name(*step))).collect();
    let round =
        issue.filter(|_| !steps.is_empty()).map(|issue| words.say(id!("done-round"), &[("n", issue.round.into())]));
    let (line, steps, why) = (indicator::concluded(words, check), steps.join(", "), one_line(&check.why));
    let said = joined(&[&line, &steps, &why, round.as_deref().unwrap_or_default()]);
    words.say(id!("thread-pair"), &[("what", name.to_owned().into()), ("text", said.into())])
}
