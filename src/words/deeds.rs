//! What was done since the last meeting, and what was measured that day, in words.

use super::{Words, families, fault, id, indicator, joined};
use crate::domain::{
    meeting::deeds::Deeds,
    model::{
        cycle::Cycle,
        folder::Folder,
        impact::{Decision, ImpactCheck},
        meeting::Meeting,
    },
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
    // The rounds that later checks began are not of that day.
    let is_later = |other: &&ImpactCheck| {
        other.issue == check.issue && other.date > check.date && other.decision == Some(Decision::Redo)
    };
    let later = folder.impacts.values().filter(is_later).count();
    let round = issue.filter(|_| !steps.is_empty()).map(|issue| {
        let round = usize::try_from(issue.round).unwrap_or(1).saturating_sub(later).max(1);
        words.say(id!("done-round"), &[("n", round.into())])
    });
    let (line, steps, why) = (indicator::concluded(words, check), steps.join(", "), one_line(&check.why));
    let said = joined(&[&line, &steps, &why, round.as_deref().unwrap_or_default()]);
    words.say(id!("thread-pair"), &[("what", name.to_owned().into()), ("text", said.into())])
}

/// A meeting by its day, and by who held it where that was not the committee.
pub fn held(words: &Words, meeting: &Meeting, day: String) -> String {
    match meeting.is_of_committee() {
        true => day,
        false => joined(&[&day, &words.get(families::instance(meeting.instance()))]),
    }
}

/// Who held a meeting: the committee by its name, or another instance.
pub fn held_by(words: &Words, folder: &Folder, meeting: &Meeting) -> String {
    match meeting.is_of_committee() {
        true => folder.plan.committee.name.clone(),
        false => words.get(families::instance(meeting.instance())).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shipped;

    #[test]
    fn a_past_check_says_the_round_that_it_began_itself() {
        let mut folder = Folder::default();
        folder.plan.issues = vec![
            serde_json::from_value(serde_json::json!({"id": "e1", "nom": "Accueil", "tour": 3})).expect("an issue"),
        ];
        for day in ["2026-11-10", "2027-02-10"] {
            let check = serde_json::json!({"format": 1, "date": day, "enjeu": "e1", "décision": "refaire", "étapes_à_refaire": ["3"]});
            folder.impacts.insert(day.to_owned(), serde_json::from_value(check).expect("a check"));
        }
        let said = |day: &str| measured(&Words::french(), &folder, &shipped::cycle(), &folder.impacts[day]);
        assert!(said("2026-11-10").contains("le tour 2 commence"), "{}", said("2026-11-10"));
        assert!(said("2027-02-10").contains("le tour 3 commence"), "{}", said("2027-02-10"));
    }
}
