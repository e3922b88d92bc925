//! The start of a meeting, filled in with what is known, so that nobody types it again.

use chrono::{Days, NaiveDate, NaiveDateTime};

use serde_json::json;

use crate::domain::{
    edit::{Edit, diff},
    model::{
        agenda::Point,
        board::Newcomer,
        cycle::Cycle,
        document::FileId,
        draft::Draft,
        folder::Folder,
        meeting::{AgendaAnswer, Answer, Instance, IssuePoint, Meeting, PersonPoint, Return},
        plan::Issue,
        progress::Progress,
    },
    value::{
        calendar::Calendar,
        scalar::current_format,
        when::{Day, SchoolYear},
    },
};

/// Creates a new meeting: the actions to follow up, and an entry for each newcomer and each issue.
pub fn draft(folder: &Folder, now: NaiveDateTime) -> Draft {
    let held: Vec<&Meeting> = folder.to_follow_up(now.date()).map(|(_, meeting)| meeting).collect();
    let actions = held.iter().rev().flat_map(|meeting| meeting.actions.iter().map(|action| (meeting.date, action)));
    let returns = actions.filter(|(_, action)| action.state != Some(Progress::Dropped));
    let meeting = Meeting {
        format: current_format(),
        date: Some(Day(now.date())),
        present: folder.plan.committee.names().map(Into::into).collect(),
        returns: returns
            .map(|(since, action)| Return {
                what: action.what.clone(),
                who: action.who.clone(),
                state: action.state.filter(|state| *state != Progress::Todo),
                why: String::new(),
                when: action.when.clone(),
                since: action.since.or(since),
            })
            .collect(),
        questions: of_agenda(folder),
        people: folder.people_in_order(now.date()).map(of_person).collect(),
        issues: folder.plan.issues_by_priority().into_iter().map(of_issue).collect(),
        ..Meeting::default()
    };
    Draft { format: current_format(), started: now, point: 1, rank: 0, meeting, shown: None, curtain: None }
}

/// Creates a sitting of the CPE or of the AG: what the school counts, its issues, what comes of it; nobody is spoken of. On a
/// day of a network, nobody is there before it is said.
pub fn sitting(folder: &Folder, now: NaiveDateTime, instance: Instance) -> Draft {
    let mut draft = draft(folder, now);
    let meeting = Meeting { present: Vec::new(), returns: Vec::new(), people: Vec::new(), ..draft.meeting };
    draft.meeting = Meeting { instance: Some(instance), ..meeting };
    draft
}

/// The day of the next meeting: the one that was fixed, else by the rhythm of the committee, a week later as long as
/// schools are usually closed; `None` without a rhythm that is read.
pub fn next_day(folder: &Folder, day: NaiveDate) -> Option<NaiveDate> {
    // A date that was fixed and is still to come stands.
    let fixed = folder.last_meeting(day).and_then(|meeting| meeting.next_meeting).map(|next| next.0);
    if let Some(fixed) = fixed.filter(|fixed| *fixed > day) {
        return Some(fixed);
    }
    let rhythm = folder.plan.committee.rhythm_days()?;
    let first = day.checked_add_days(Days::new(u64::try_from(rhythm).ok()?))?;
    let calendar = Calendar::usual(SchoolYear::of(first));
    (0..=MOST_WEEKS).find_map(|weeks| {
        let day = first.checked_add_days(Days::new(7 * weeks))?;
        calendar.is_school_day(day).then_some(day)
    })
}

/// The most weeks by which a meeting is put off because schools are closed.
const MOST_WEEKS: u64 = 3;

/// The questions that wait on the agenda, each once.
fn of_agenda(folder: &Folder) -> Vec<AgendaAnswer> {
    let mut asked: Vec<AgendaAnswer> = Vec::new();
    for waiting in &folder.plan.committee.agenda {
        if !asked.iter().any(|known| known.question == waiting.question) {
            asked.push(AgendaAnswer {
                question: waiting.question.clone(),
                since: waiting.since,
                ..AgendaAnswer::default()
            });
        }
    }
    asked
}

fn of_person(person: &Newcomer) -> PersonPoint {
    PersonPoint {
        person: person.id.clone(),
        before: Some(person.wellbeing()),
        tier_before: person.tier,
        needs_before: person.needs.clone(),
        needs: person.needs.clone(),
        ..PersonPoint::default()
    }
}

fn of_issue(issue: &Issue) -> IssuePoint {
    IssuePoint {
        issue: issue.id.clone(),
        before: Some(issue.step),
        after: Some(issue.step),
        round: Some(issue.round),
        answers: Vec::new(),
        notes: String::new(),
    }
}

/// The edits that bring the meeting in progress up to date with the board and the plan: whoever arrived is at the end of the
/// round, whoever left is out of it, and what nobody has spoken of yet starts from what is written now. What was said stays,
/// and so does the person or issue under discussion.
pub fn renewed(folder: &Folder) -> Vec<Edit> {
    let Some(draft) = &folder.draft else { return Vec::new() };
    let mut now = draft.clone();
    let people: Vec<PersonPoint> = folder.people_in_order(draft.day()).map(of_person).collect();
    let issues: Vec<IssuePoint> = folder.plan.issues_by_priority().into_iter().map(of_issue).collect();
    // Without a board or a plan that reads, nobody has left.
    if !folder.broken.contains(&FileId::Board) && draft.meeting.is_of_committee() {
        now.meeting.people = renew(&draft.meeting.people, people, |point| &point.person, PersonPoint::is_said);
    }
    if !folder.broken.contains(&FileId::Plan) {
        let is_begun = |point: &IssuePoint| point.is_said() || !point.answers.is_empty();
        now.meeting.issues = renew(&draft.meeting.issues, issues, |point| &point.issue, is_begun);
        let questions = of_agenda(folder);
        now.meeting.questions =
            renew(&draft.meeting.questions, questions, |asked| &asked.question, AgendaAnswer::is_answered);
    }
    if now.meeting == draft.meeting {
        return Vec::new();
    }
    now.stand_at(draft);
    let last = match now.point() {
        Point::People => now.meeting.people.len(),
        Point::Issues => now.meeting.issues.len(),
        _ => 1,
    };
    now.rank = now.rank.min(last.saturating_sub(1));
    diff::differences(&FileId::Draft, &json!(draft), &json!(now))
}

/// The points of a list, as they are now: those spoken of as they were said, the others anew, new ones last.
fn renew<T: Clone>(old: &[T], now: Vec<T>, id: fn(&T) -> &String, is_said: impl Fn(&T) -> bool) -> Vec<T> {
    let fresh = |point: &T| now.iter().find(|fresh| id(fresh) == id(point)).cloned();
    let kept: Vec<T> =
        old.iter().filter_map(|point| if is_said(point) { Some(point.clone()) } else { fresh(point) }).collect();
    let is_new = |point: &T| !old.iter().any(|known| id(known) == id(point));
    let new = now.iter().filter(|point| is_new(point)).cloned();
    kept.into_iter().chain(new).collect()
}

/// The questions of an issue's current step that have not been put to the committee yet in this meeting.
pub fn questions(point: &IssuePoint, cycle: &Cycle, meeting: &Meeting) -> Vec<Answer> {
    let Some(guide) = point.after.and_then(|step| cycle.guide(step)) else { return Vec::new() };
    let on_agenda = |question: &str| meeting.questions.iter().any(|asked| asked.question == question);
    let put = |question: &str| {
        point.answers.iter().any(|answer| answer.step == guide.id && answer.question == question) || on_agenda(question)
    };
    let questions = guide.questions.iter().filter(|question| !put(question));
    questions.map(|question| Answer { step: guide.id, question: question.clone(), answer: String::new() }).collect()
}
