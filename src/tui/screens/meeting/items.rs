//! The lines of each agenda point that the cursor can be on.

use crate::{
    domain::model::{
        agenda::Point,
        board::{NextAction, Tier, Wellbeing},
        document::FileId,
        draft::Draft,
        field_kind::Kind,
        meeting::{AgendaAnswer, Answer, IssuePoint, Meeting, MeetingAction, PersonPoint},
        plan::{GuidingQuestion, Plan},
        progress::Progress,
    },
    tui::{action::Action, app::App, dialog::form, screens::plan, state::field::Field},
    words::{Id, id},
};

/// A line that the cursor can be on.
#[derive(Clone, Debug, PartialEq)]
pub enum PointItem {
    /// A field of the meeting.
    Field(Field),
    /// The answer to a question of an issue's step, by index.
    Answer(usize),
    /// The attendance of a member.
    Presence(String),
    /// An action of the last meeting, by index.
    Return(usize),
    /// A row of the plan, by id, or one of its means, by its position there.
    Row(String, Option<usize>),
    /// An entry of a list: the path of its text, and its index.
    Entry(Vec<String>, usize),
    /// Adding to a list: the question to ask, and the path of the list.
    Add(Id, Vec<String>),
    /// Closing the meeting.
    Close,
}

/// The numbered choices of a line.
pub const CHOICES: [Action; 7] = [
    Action::Choice1,
    Action::Choice2,
    Action::Choice3,
    Action::Choice4,
    Action::Choice5,
    Action::Choice6,
    Action::Choice7,
];

/// A field of the meeting under way.
pub fn field(app: &App, path: &[&str]) -> Field {
    let members = || Kind::Name(app.folder.plan.committee.names().map(Into::into).collect());
    let key = path.iter().rev().find(|step| step.parse::<usize>().is_err()).copied().unwrap_or_default();
    let kind = match (path[0], key) {
        (Meeting::PEOPLE, PersonPoint::AFTER) => Kind::words(Wellbeing::WORDS),
        (Meeting::PEOPLE, PersonPoint::TIER) => Kind::words(Tier::WORDS),
        (_, PersonPoint::AFTER) => Kind::words(Progress::WORDS),
        (_, PersonPoint::NEEDS) => form::needs_of(app, path.get(1).copied().unwrap_or_default()),
        (_, PersonPoint::NOTE | IssuePoint::NOTES | Answer::ANSWER) => Kind::Text,
        (_, MeetingAction::WHO | Meeting::CHAIR | Meeting::SCRIBE) => members(),
        (_, MeetingAction::WHEN) => Kind::When,
        (_, Meeting::NEXT_MEETING | Meeting::DATE) => Kind::Day,
        _ => Kind::Line,
    };
    let worded = if (path[0], key) == (Meeting::PEOPLE, MeetingAction::WHAT) {
        "prochain-pas".into()
    } else if (path[0], key) == (Meeting::RETURNS, MeetingAction::WHEN) {
        "nouvelle-date".into()
    } else {
        crate::domain::value::text::ascii(key)
    };
    let label = app.words.find(&format!("meeting-field-{worded}")).unwrap_or(worded.into()).into_owned();
    let path = std::iter::once(Draft::MEETING).chain(path.iter().copied()).map(Into::into).collect();
    Field { label, file: FileId::Draft, path, kind, heading: None }
}

/// The field of an answer by index, for the current issue.
pub fn answer(app: &App, draft: &Draft, at: usize) -> Field {
    let issue = draft.meeting.issues.get(draft.rank).map_or("", |point| point.issue.as_str());
    field(app, &[Meeting::ISSUES, issue, IssuePoint::ANSWERS, &at.to_string(), Answer::ANSWER])
}

fn list(path: &[&str]) -> Vec<String> {
    std::iter::once(Draft::MEETING).chain(path.iter().copied()).map(Into::into).collect()
}

fn entries(list_key: &str, count: usize) -> impl Iterator<Item = PointItem> {
    let key = list_key.to_owned();
    (0..count).map(move |at| PointItem::Entry(list(&[&key, &at.to_string()]), at))
}

/// The four lists of the review, each with its heading and the question that adds to it.
pub const REVIEW: [(&str, Id, Id); 4] = [
    (Meeting::SUCCESSES, id!("review-bons-coups"), id!("add-success")),
    (Meeting::IRRITANTS, id!("review-irritants"), id!("add-irritant")),
    (Meeting::INCONSISTENCIES, id!("review-incoherences"), id!("add-inconsistency")),
    (Meeting::ADJUSTMENTS, id!("review-ajustements"), id!("add-adjustment")),
];

/// The entries of a list of the review.
pub fn review<'a>(meeting: &'a Meeting, key: &str) -> &'a [String] {
    match key {
        Meeting::SUCCESSES => &meeting.successes,
        Meeting::IRRITANTS => &meeting.irritants,
        Meeting::INCONSISTENCIES => &meeting.inconsistencies,
        _ => &meeting.adjustments,
    }
}

/// The item that adds an action of the committee.
pub fn adding_action() -> PointItem {
    PointItem::Add(id!("add-action"), list(&[Meeting::ACTIONS]))
}

/// The items of the opening: who is here, who leads, who takes notes, on which day.
fn of_opening(app: &App, draft: &Draft) -> Vec<PointItem> {
    let members = app.folder.plan.committee.names().filter(|_| draft.meeting.instance().is_of_members());
    let members = members.map(|name| PointItem::Presence(name.into()));
    let guests = entries(Meeting::GUESTS, draft.meeting.guests.len())
        .chain([PointItem::Add(id!("add-guest"), list(&[Meeting::GUESTS]))]);
    let questions = (0..draft.meeting.questions.len()).map(|at| PointItem::Field(agenda_answer(app, draft, at)));
    let fields = [Meeting::CHAIR, Meeting::SCRIBE, Meeting::DATE].map(|key| PointItem::Field(field(app, &[key])));
    members.chain(guests).chain(questions).chain(fields).collect()
}

/// The field of the answer to a question of the agenda, by index.
pub fn agenda_answer(app: &App, draft: &Draft, at: usize) -> Field {
    let label = draft.meeting.questions.get(at).map(|asked| asked.question.clone()).unwrap_or_default();
    Field { label, ..field(app, &[Meeting::QUESTIONS, &at.to_string(), AgendaAnswer::ANSWER]) }
}

/// The questions of the stage where a school that goes by stages stands: the first one that is not all answered, or else the
/// last one.
pub fn stage(app: &App) -> Vec<&GuidingQuestion> {
    let questions = &app.folder.plan.questions;
    let here = questions.iter().find(|question| !question.is_answered()).or(questions.last());
    questions.iter().filter(|question| here.is_some_and(|here| here.stage == question.stage)).collect()
}

/// The field of the answer to a question of a stage.
pub fn of_stage(question: &GuidingQuestion) -> Field {
    Field {
        label: question.question.clone(),
        file: FileId::Plan,
        path: [Plan::QUESTIONS, &question.id, GuidingQuestion::ANSWER].map(ToOwned::to_owned).to_vec(),
        kind: Kind::Text,
        heading: None,
    }
}

/// The items of the current agenda point.
pub fn of_point(app: &App, draft: &Draft) -> Vec<PointItem> {
    let field = |path: &[&str]| PointItem::Field(field(app, path));
    match draft.point() {
        Point::Opening => of_opening(app, draft),
        Point::Returns => (0..draft.meeting.returns.len()).map(PointItem::Return).collect(),
        Point::Portrait => Vec::new(),
        Point::People => match draft.meeting.people.get(draft.rank) {
            Some(point) => {
                let id = point.person.as_str();
                let fields = [
                    &[Meeting::PEOPLE, id, PersonPoint::AFTER][..],
                    &[Meeting::PEOPLE, id, PersonPoint::TIER],
                    &[Meeting::PEOPLE, id, PersonPoint::NEEDS],
                    &[Meeting::PEOPLE, id, PersonPoint::NOTE],
                    &[Meeting::PEOPLE, id, PersonPoint::SIGN],
                    // Who and when are asked after what.
                    &[Meeting::PEOPLE, id, PersonPoint::ACTION, NextAction::WHAT],
                ];
                fields.into_iter().map(field).collect()
            }
            None => Vec::new(),
        },
        Point::Issues => match draft.meeting.issues.get(draft.rank) {
            Some(point) => {
                let rows = app.folder.plan.rows.iter().filter(|row| row.serves(&point.issue, point.after));
                let of_step = point.answers.iter().enumerate().filter(|(_, answer)| Some(answer.step) == point.after);
                let answers = of_step.map(|(at, _)| PointItem::Answer(at));
                answers
                    .chain([field(&[Meeting::ISSUES, &point.issue, IssuePoint::NOTES])])
                    .chain(rows.flat_map(plan::line_of).map(|(row, means)| PointItem::Row(row.id.clone(), means)))
                    .collect()
            }
            None => stage(app).into_iter().map(|question| PointItem::Field(of_stage(question))).collect(),
        },
        Point::Review => REVIEW
            .iter()
            .flat_map(|(key, _, title)| {
                entries(key, review(&draft.meeting, key).len()).chain([PointItem::Add(*title, list(&[key]))])
            })
            .collect(),
        Point::Decisions => {
            let decisions = entries(Meeting::DECISIONS, draft.meeting.decisions.len())
                .chain([PointItem::Add(id!("add-decision"), list(&[Meeting::DECISIONS]))]);
            let actions = (0..draft.meeting.actions.len())
                .map(|at| field(&[Meeting::ACTIONS, &at.to_string(), MeetingAction::WHAT]));
            decisions.chain(actions).chain([adding_action()]).collect()
        }
        Point::Closing => vec![field(&[Meeting::NEXT_MEETING]), PointItem::Close],
    }
}
