//! Everything that was ever said about a person or an issue, in chronological order.

use chrono::NaiveDate;

use crate::domain::model::{
    board::{NextAction, Tier, Wellbeing},
    cycle::Step,
    folder::Folder,
    impact::ImpactCheck,
    meeting::Meeting,
};

/// Something that was said, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The day, if it is known.
    pub day: Option<NaiveDate>,
    /// Who said it; empty unless it is a trace.
    pub by: String,
    /// What was said.
    pub what: MentionKind,
    /// Whether a mentor wrote it: what is said to a mentor is confidential.
    pub is_of_a_mentor: bool,
}

/// What was said.
#[derive(Clone, Debug, PartialEq)]
pub enum MentionKind {
    /// Somebody arrived.
    Arrival,
    /// Somebody left.
    Departure,
    /// Wellbeing before and after.
    State(Option<Wellbeing>, Wellbeing),
    /// Tier of support before and after.
    Tier(Option<Tier>, Tier),
    /// The needs of the person.
    Needs(Vec<String>),
    /// The next action for the person.
    Next(NextAction),
    /// A part of a trace: the key of its field, and its text.
    Trace(&'static str, String),
    /// A note of a meeting.
    Note(String),
    /// What had been planned, and was said to be done.
    Done(String),
    /// Step of the issue before and after.
    Step(Option<Step>, Step),
    /// A question of a step, and its answer.
    Answer(String, String),
    /// A concluded impact check: its decision and why.
    Check(String, String),
}

/// Everything said about a newcomer.
pub fn person(folder: &Folder, id: &str) -> Vec<Mention> {
    let Some(person) = folder.board.person(id) else { return Vec::new() };
    let of_board = |day: Option<NaiveDate>, what| {
        day.map(|day| Mention { day: Some(day), by: String::new(), what, is_of_a_mentor: false })
    };
    let mut said: Vec<Mention> = Vec::new();
    said.extend(of_board(person.arrival.map(|day| day.0), MentionKind::Arrival));
    said.extend(of_board(person.departure.as_ref().map(|departure| departure.date.0), MentionKind::Departure));
    for trace in &person.traces {
        said.extend(trace.parts().map(|(key, text)| Mention {
            day: trace.date.map(|day| day.0),
            by: trace.by.clone(),
            what: MentionKind::Trace(key, text.trim_end().to_owned()),
            is_of_a_mentor: trace.is_of_a_mentor(person, &folder.plan.committee),
        }));
    }
    for meeting in folder.meetings.values() {
        let point = meeting.people.iter().find(|point| point.person == id);
        let Some(point) = point else { continue };
        let tell = |what| said_at(meeting, what);
        said.extend(point.after.map(|after| tell(MentionKind::State(point.before, after))));
        said.extend(point.tier.map(|tier| tell(MentionKind::Tier(point.tier_before, tier))));
        said.extend((!point.needs.is_empty()).then(|| tell(MentionKind::Needs(point.needs.clone()))));
        // A note that became a trace appears once.
        let noted = point.note.trim_end();
        let traced = said.iter().any(|said| matches!(&said.what, MentionKind::Trace(_, text) if text == noted));
        said.extend((!noted.is_empty() && !traced).then(|| tell(MentionKind::Note(noted.to_owned()))));
        let done = point.done.trim();
        said.extend((!done.is_empty()).then(|| tell(MentionKind::Done(done.to_owned()))));
        said.extend(point.next_step().map(|action| tell(MentionKind::Next(action.clone()))));
    }
    said.sort_by_key(|said| said.day);
    said
}

/// Everything said about an issue.
pub fn issue(folder: &Folder, id: &str) -> Vec<Mention> {
    let mut said = Vec::new();
    for meeting in folder.meetings.values() {
        let Some(point) = meeting.issues.iter().find(|point| point.issue == id) else { continue };
        let moved = point.after.filter(|_| point.before != point.after);
        said.extend(moved.map(|after| said_at(meeting, MentionKind::Step(point.before, after))));
        let answers = point.answered();
        said.extend(
            answers.map(|a| said_at(meeting, MentionKind::Answer(a.question.clone(), a.answer.trim_end().to_owned()))),
        );
        let note = point.notes.trim_end();
        said.extend((!note.is_empty()).then(|| said_at(meeting, MentionKind::Note(note.to_owned()))));
    }
    let concluded = |check: &&ImpactCheck| check.issue == id && check.is_closed();
    said.extend(folder.impacts.values().filter(concluded).map(|check| Mention {
        day: check.date.map(|day| day.0),
        by: String::new(),
        what: MentionKind::Check(
            check.decision.map_or(String::new(), |d| d.word().to_owned()),
            check.why.trim_end().to_owned(),
        ),
        is_of_a_mentor: false,
    }));
    said.sort_by_key(|said| said.day);
    said
}

fn said_at(meeting: &Meeting, what: MentionKind) -> Mention {
    Mention { day: meeting.date.map(|day| day.0), by: String::new(), what, is_of_a_mentor: false }
}
