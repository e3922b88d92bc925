//! The start of a meeting, filled in with what is known, so that nobody types it again.

use chrono::NaiveDateTime;

use crate::domain::{
    model::{
        cycle::Cycle,
        draft::Draft,
        folder::Folder,
        meeting::{Answer, IssuePoint, Meeting, PersonPoint, Return},
        progress::Progress,
    },
    value::{scalar::current_format, when::Day},
};

/// Creates a new meeting: the actions to follow up, and an entry for each newcomer and each issue.
pub fn draft(folder: &Folder, now: NaiveDateTime) -> Draft {
    let last = folder.last_meeting(now.date());
    let since = last.and_then(|meeting| meeting.date);
    let returns = last.into_iter().flat_map(|meeting| &meeting.actions).filter(|a| a.state != Some(Progress::Dropped));
    let meeting = Meeting {
        format: current_format(),
        date: Some(Day(now.date())),
        present: folder.plan.committee.names().map(Into::into).collect(),
        returns: returns
            .map(|action| Return {
                what: action.what.clone(),
                who: action.who.clone(),
                state: action.state.filter(|state| *state != Progress::Todo),
                why: String::new(),
                when: action.when.clone(),
                since: action.since.or(since),
            })
            .collect(),
        people: folder
            .people_in_order()
            .map(|person| PersonPoint {
                person: person.id.clone(),
                before: Some(person.wellbeing()),
                tier_before: person.tier,
                needs_before: person.needs.clone(),
                needs: person.needs.clone(),
                ..PersonPoint::default()
            })
            .collect(),
        issues: folder
            .plan
            .issues_by_priority()
            .into_iter()
            .map(|issue| IssuePoint {
                issue: issue.id.clone(),
                before: Some(issue.step),
                after: Some(issue.step),
                round: Some(issue.round),
                answers: Vec::new(),
                notes: String::new(),
            })
            .collect(),
        ..Meeting::default()
    };
    Draft { format: current_format(), started: now, point: 1, rank: 0, meeting }
}

/// The questions of an issue's current step that have not been put to the committee yet in this meeting.
pub fn questions(point: &IssuePoint, cycle: &Cycle) -> Vec<Answer> {
    let Some(guide) = point.after.and_then(|step| cycle.guide(step)) else { return Vec::new() };
    let put =
        |question: &str| point.answers.iter().any(|answer| answer.step == guide.id && answer.question == question);
    let questions = guide.questions.iter().filter(|question| !put(question));
    questions.map(|question| Answer { step: guide.id, question: question.clone(), answer: String::new() }).collect()
}
