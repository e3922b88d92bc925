//! What changed between two meetings, according to the files: people, issues, actions.

use chrono::NaiveDate;

use crate::domain::model::{
    board::{Newcomer, Tier, Wellbeing},
    cycle::Step,
    folder::Folder,
    meeting::{Meeting, Return},
    progress::Progress,
};

/// What changed between two meetings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Between {
    /// Changes of wellbeing: the id of the person, before, after.
    pub states: Vec<(String, Wellbeing, Wellbeing)>,
    /// Changes of tier: the id of the person, before, after.
    pub tiers: Vec<(String, Option<Tier>, Tier)>,
    /// Issues that moved: the id of the issue, before, after.
    pub issues: Vec<(String, Step, Step)>,
    /// Ids of the people who arrived.
    pub arrived: Vec<String>,
    /// Ids of the people who left.
    pub left: Vec<String>,
    /// How many traces were written.
    pub traces: usize,
    /// The actions of the first meeting, and what became of them.
    pub actions: Vec<Followed>,
}

/// An action of the first meeting, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// What was to be done.
    pub what: String,
    /// Who was to do it.
    pub who: String,
    /// Its latest progress.
    pub state: Progress,
    /// Why, if it was said.
    pub why: String,
}

/// Returns what changed after one meeting, up to and including another, by their stems.
pub fn between(folder: &Folder, earlier: &str, later: &str) -> Between {
    let held = |stem: &str| folder.meetings.get(stem).and_then(|meeting| meeting.date).map(|day| day.0);
    let (Some(first), Some(start), Some(end)) = (folder.meetings.get(earlier), held(earlier), held(later)) else {
        return Between::default();
    };
    let after: Vec<&Meeting> = folder
        .meetings
        .iter()
        .filter(|(stem, _)| earlier < stem.as_str() && stem.as_str() <= later)
        .map(|(_, m)| m)
        .collect();
    let points = || after.iter().flat_map(|meeting| &meeting.people);
    let states = moved(points().filter_map(|point| Some((point.person.as_str(), point.before?, point.after?))));
    let tiers =
        moved(points().filter_map(|point| Some((point.person.as_str(), point.tier_before, point.tier.map(Some)?))));
    let issues = after.iter().flat_map(|meeting| &meeting.issues);
    let issues = moved(issues.filter_map(|point| Some((point.issue.as_str(), point.before?, point.after?))));
    let within = |day: Option<NaiveDate>| day.is_some_and(|day| start < day && day <= end);
    let people = &folder.board.people;
    let ids = |test: &dyn Fn(&Newcomer) -> bool| people.iter().filter(|p| test(p)).map(|p| p.id.clone()).collect();
    Between {
        states,
        tiers: tiers.into_iter().filter_map(|(person, before, after)| Some((person, before, after?))).collect(),
        issues,
        arrived: ids(&|person| within(person.arrival.map(|day| day.0))),
        left: ids(&|person| within(person.departure.as_ref().map(|departure| departure.date.0))),
        traces: people.iter().flat_map(|p| &p.traces).filter(|trace| within(trace.date.map(|day| day.0))).count(),
        actions: first
            .actions
            .iter()
            .map(|action| followed(action.what.as_str(), &action.who, first, &after))
            .collect(),
    }
}

/// The first « before » and the last « after » of each id, if they differ, in order of first appearance.
fn moved<'a, T: PartialEq + Copy>(said: impl Iterator<Item = (&'a str, T, T)>) -> Vec<(String, T, T)> {
    let mut moved: Vec<(String, T, T)> = Vec::new();
    for (id, before, after) in said {
        match moved.iter_mut().find(|(known, ..)| known == id) {
            Some(known) => known.2 = after,
            None => moved.push((id.to_owned(), before, after)),
        }
    }
    moved.retain(|(_, before, after)| before != after);
    moved
}

/// The last thing that later meetings say about an action, or what its own meeting says if none mentions it.
fn followed(what: &str, who: &str, first: &Meeting, after: &[&Meeting]) -> Followed {
    let same = |returned: &&Return| returned.what == what && (returned.who == who || returned.who.is_empty());
    let returned = after.iter().flat_map(|meeting| &meeting.returns).rfind(same);
    let own =
        || first.actions.iter().find(|action| action.what == what && action.who == who).and_then(|action| action.state);
    Followed {
        what: what.to_owned(),
        who: who.to_owned(),
        state: returned.and_then(|r| r.state).or_else(own).unwrap_or(Progress::Todo),
        why: returned.map(|returned| returned.why.clone()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::document::FileId;
    use serde_json::json;

    #[test]
    fn what_changed_is_what_the_meetings_and_the_board_say() {
        let mut folder = Folder::default();
        let meetings = [
            (
                "2026-09-10",
                json!({"date": "2026-09-10", "actions": [{"quoi": "Appeler", "qui": "Luc"}, {"quoi": "Écrire"}]}),
            ),
            (
                "2026-10-15",
                json!({"date": "2026-10-15", "tour": [{"personne": "a", "état_avant": "non connu", "état": "à suivre"}],
                "retour": [{"quoi": "Appeler", "état": "reporté", "pourquoi": "vacances"}]}),
            ),
            (
                "2026-11-12",
                json!({"date": "2026-11-12", "tour": [{"personne": "a", "état_avant": "à suivre", "état": "va bien"},
                {"personne": "b", "état_avant": "va bien", "état": "va bien", "palier_avant": "ciblé", "palier": "universel"}],
                "enjeux": [{"enjeu": "x", "étape_avant": 1, "étape": 2}], "retour": [{"quoi": "Appeler", "état": "fait"}]}),
            ),
        ];
        for (stem, value) in meetings {
            folder.hold(&FileId::Meeting(stem.into()), &value);
        }
        let board = json!({"personnes": [{"id": "a", "arrivée": "2026-10-01", "traces": [{"date": "2026-10-15"}, {"date": "2026-09-01"}]}]});
        folder.hold(&FileId::Board, &board);
        let found = between(&folder, "2026-09-10", "2026-11-12");
        assert_eq!(found.states, [("a".into(), Wellbeing::Unknown, Wellbeing::Well)]);
        assert_eq!(found.tiers, [("b".into(), Some(Tier::Targeted), Tier::Universal)]);
        assert_eq!(found.issues, [("x".into(), Step::Issues, Step::Needs)]);
        assert_eq!((found.arrived.as_slice(), found.traces), (&["a".to_owned()][..], 1));
        let states: Vec<_> = found.actions.iter().map(|action| (action.what.as_str(), action.state)).collect();
        assert_eq!(states, [("Appeler", Progress::Done), ("Écrire", Progress::Todo)]);
        assert_eq!(between(&folder, "2026-09-10", "2026-10-15").actions[0].why, "vacances");
    }
}
