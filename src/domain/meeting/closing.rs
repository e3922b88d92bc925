//! The edits that close a meeting or an impact check: everything said is written once, where it belongs.

use chrono::{NaiveDateTime, Timelike};
use serde_json::json;

use crate::domain::{
    advice::overview::portrait_to_keep,
    edit::{Change, Edit, batch::Batch},
    measure::indicator,
    model::{
        board::{Board, Newcomer, ProgressSign, Trace},
        document::FileId,
        draft::Draft,
        folder::Folder,
        goal_scale::Attained,
        impact::ImpactCheck,
        meeting::{AgendaAnswer, IssuePoint, Meeting, MeetingAction, PersonPoint},
        plan::{Issue, Plan},
        progress::Progress,
        school::{AgendaQuestion, Committee},
    },
    value::{fault::Fault, when::Day},
};

/// Returns the edits that close the meeting in progress: wellbeing and traces go to the board, steps to the plan, and
/// the meeting is filed with its carried-over actions. Empty if no meeting is in progress.
///
/// # Errors
/// If a file that they change could not be read.
pub fn meeting(folder: &Folder, now: NaiveDateTime) -> Result<Vec<Edit>, Fault> {
    let Some(draft) = folder.draft.clone() else { return Ok(Vec::new()) };
    let day = Day(draft.day());
    let mut gathered = Batch::new(folder);
    for point in draft.meeting.people.iter().filter(|point| folder.board.person(&point.person).is_some()) {
        person(&mut gathered, point, day)?;
    }
    for point in &draft.meeting.issues {
        let Some(issue) = folder.plan.issue(&point.issue) else { continue };
        let Some(step) = point.after.filter(|_| point.before != point.after || point.round > Some(issue.round)) else {
            continue;
        };
        gathered.set(&FileId::Plan, &[Plan::ISSUES, &issue.id, Issue::STEP], json!(step))?;
        gathered.set(
            &FileId::Plan,
            &[Plan::ISSUES, &issue.id, Issue::ROUND],
            json!(point.round.unwrap_or(issue.round)),
        )?;
    }
    agenda(&mut gathered, &draft.meeting.questions, day)?;
    let held = held(&draft.meeting, draft.started, now, gathered.folder());
    // An interrupted closing has left its meeting: it is rewritten, not added again.
    let begun = held.hours.split('–').next().unwrap_or_default();
    let same = |m: &Meeting| m.date == held.date && m.hours.split('–').next() == Some(begun) && is_in(m, &held);
    let cut_short = folder.meetings.iter().find(|(_, meeting)| same(meeting));
    let stem = cut_short.map_or_else(|| Folder::free_stem(&folder.meetings, draft.day()), |(stem, _)| stem.clone());
    let before = cut_short.map(|(_, meeting)| json!(meeting));
    let change = Change::Set { before, after: Some(json!(held)) };
    gathered.take(Edit { file: FileId::Meeting(stem), path: Vec::new(), change })?;
    gathered.take(Edit::delete(folder, FileId::Draft)?)?;
    Ok(gathered.into_edits())
}

/// Takes the questions that were answered off the agenda; the others say since when they wait.
fn agenda(gathered: &mut Batch, asked: &[AgendaAnswer], day: Day) -> Result<(), Fault> {
    const AGENDA: [&str; 2] = [Plan::COMMITTEE, Committee::AGENDA];
    let waiting = gathered.folder().plan.committee.agenda.clone();
    // From the last one, so that the others stay where they are.
    for (at, waiting) in waiting.iter().enumerate().rev() {
        let at = at.to_string();
        match asked.iter().find(|asked| asked.question == waiting.question) {
            Some(asked) if asked.is_answered() => {
                let edit = Edit::remove(gathered.folder(), &FileId::Plan, &AGENDA, &at)?;
                gathered.take(edit)?;
            }
            Some(_) if waiting.since.is_none() => {
                gathered.set(&FileId::Plan, &[&AGENDA[..], &[&at, AgendaQuestion::SINCE]].concat(), json!(day))?;
            }
            Some(_) | None => {}
        }
    }
    Ok(())
}

/// The board as closing the meeting in progress would leave it; `None` if nothing was said of anybody.
pub fn board_as_said(folder: &Folder) -> Option<Board> {
    let draft = folder.draft.as_ref()?;
    let mut said = draft.meeting.people.iter().filter(|point| point.is_said()).peekable();
    said.peek()?;
    let mut gathered = Batch::new(folder);
    for point in said.filter(|point| folder.board.person(&point.person).is_some()) {
        person(&mut gathered, point, Day(draft.day())).ok()?;
    }
    Some(gathered.folder().board.clone())
}

/// Writes what the meeting says about a person to the board.
fn person(gathered: &mut Batch, point: &PersonPoint, day: Day) -> Result<(), Fault> {
    let known = gathered.folder().board.person(&point.person).map(|p| p.needs.clone()).unwrap_or_default();
    let at = |field| [Board::PEOPLE, point.person.as_str(), field];
    if let Some(state) = point.after {
        gathered.set(&FileId::Board, &at(Newcomer::WELLBEING), json!(state))?;
        gathered.set(&FileId::Board, &at(Newcomer::WELLBEING_ON), json!(day))?;
    }
    if let Some(tier) = point.tier {
        gathered.set(&FileId::Board, &at(Newcomer::TIER), json!(tier))?;
    }
    // Changes to the needs are applied to the current board, which may have changed during the meeting.
    let mut needs: Vec<&String> =
        known.iter().filter(|need| !point.needs_before.contains(need) || point.needs.contains(need)).collect();
    let said = point.needs.iter().filter(|need| !point.needs_before.contains(need) && !known.contains(need));
    needs.extend(said);
    if point.needs != point.needs_before && needs.iter().copied().ne(known.iter()) {
        gathered.set(&FileId::Board, &at(Newcomer::NEEDS), json!(needs))?;
    }
    if !point.sign.trim().is_empty() {
        let at = [Board::PEOPLE, point.person.as_str(), Newcomer::SIGN, ProgressSign::WHAT];
        gathered.set(&FileId::Board, &at, json!(point.sign.trim_end()))?;
    }
    if let Some(action) = point.next_step() {
        gathered.set(&FileId::Board, &at(Newcomer::NEXT_ACTION), json!(action))?;
    }
    let next_step = point.next_step().map(|action| action.what.clone()).unwrap_or_default();
    if point.note.trim().is_empty() && next_step.is_empty() {
        return Ok(());
    }
    // Nothing is inferred from the state: the note stays what was said.
    let note = point.note.clone();
    let trace = Trace { date: Some(day), by: "comité".into(), note, next_step, ..Trace::default() };
    let there = gathered.folder().board.person(&point.person).is_some_and(|p| p.traces.contains(&trace));
    if there {
        return Ok(());
    }
    let edit = Edit::push(gathered.folder(), &FileId::Board, &at(Newcomer::TRACES), json!(trace))?;
    gathered.take(edit)
}

/// The meeting as it is filed: without the people and issues that were not discussed, with the carried-over actions.
fn held(said: &Meeting, started: NaiveDateTime, now: NaiveDateTime, after: &Folder) -> Meeting {
    let mut held = said.clone();
    let clock = |t: NaiveDateTime| format!("{:02}:{:02}", t.hour(), t.minute());
    held.hours = format!("{}–{}", clock(started), clock(now));
    let absent = after.plan.committee.names().filter(|name| !said.present.iter().any(|p| p == name));
    // Who of the committee was not at a sitting of others is not absent from it.
    held.absent = absent.filter(|_| said.is_of_committee()).map(Into::into).collect();
    let portrait = portrait_to_keep(&after.board, said.date.map_or(now.date(), |day| day.0));
    held.portrait = Some(portrait).filter(|_| said.is_of_committee());
    held.questions.retain(AgendaAnswer::is_answered);
    held.people.retain(PersonPoint::is_said);
    for point in &mut held.people {
        point.action = point.next_step().cloned();
    }
    held.actions.retain(|action| !action.what.trim().is_empty());
    held.issues.retain(IssuePoint::is_said);
    for issue in &mut held.issues {
        issue.answers.retain(|answer| !answer.answer.trim().is_empty());
    }
    for action in held.actions.iter_mut().filter(|a| a.state.is_none()) {
        action.state = Some(Progress::Todo);
    }
    for returned in said.returns.iter().filter(|returned| !returned.is_settled()) {
        let same = |action: &&mut MeetingAction| action.what == returned.what && action.who == returned.who;
        match held.actions.iter_mut().find(same) {
            Some(action) => action.since = action.since.or(returned.since),
            None => held.actions.push(MeetingAction {
                what: returned.what.clone(),
                who: returned.who.clone(),
                when: returned.when.clone(),
                state: returned.state.filter(|state| *state == Progress::Doing).or(Some(Progress::Todo)),
                since: returned.since,
            }),
        }
    }
    held.closed = Some(true);
    held
}

/// Whether one meeting contains everything that another says; a different meeting that began in the same minute does
/// not.
fn is_in(written: &Meeting, held: &Meeting) -> bool {
    written.people.iter().all(|point| held.people.contains(point))
        && written.issues.iter().all(|point| held.issues.contains(point))
        && written.questions.iter().all(|asked| held.questions.contains(asked))
        && written.decisions.iter().all(|decision| held.decisions.contains(decision))
        && written.actions.iter().all(|action| held.actions.contains(action))
        && written.returns.iter().all(|returned| held.returns.contains(returned))
}

/// Creates an impact check of an issue: one measure for each of its indicators, and the number of traces to review.
pub fn new_check(folder: &Folder, issue: &str, today: Day) -> ImpactCheck {
    let measures = folder.plan.indicators.iter().filter(|i| i.issue.as_deref() == Some(issue));
    // The check reviews the latest survey since the last check.
    let last: Option<Day> =
        folder.impacts.values().filter(|check| check.issue == issue).filter_map(|check| check.date).max();
    // The committee reviews the traces written since then.
    let since = |trace: &&Trace| last.is_none() || trace.date > last;
    let traces = folder.board.people.iter().flat_map(|person| &person.traces).filter(since).count();
    let surveys = folder.surveys.iter().filter(|(_, survey)| survey.date > last && survey.date <= Some(today));
    let survey = surveys.max_by_key(|(_, survey)| survey.date).map(|(stem, _)| stem.clone());
    ImpactCheck {
        format: crate::domain::value::scalar::current_format(),
        date: Some(today),
        issue: issue.to_owned(),
        measures: measures
            .map(|indicator| {
                // What the files already say is not asked again.
                let now =
                    indicator.computed.and_then(|computed| indicator::compute(folder, computed, today.0, today.0));
                let usual = indicator.target.as_ref().or(indicator.baseline.as_ref()).and_then(|r| r.out_of);
                crate::domain::model::impact::Measure {
                    indicator: indicator.id.clone(),
                    value: now.as_ref().map(|now| now.value),
                    out_of: now.map_or(usual, |now| now.out_of),
                    ..crate::domain::model::impact::Measure::default()
                }
            })
            .collect(),
        attained: folder
            .plan
            .issue(issue)
            .into_iter()
            .flat_map(|issue| &issue.scales)
            .map(|scale| Attained { id: scale.id.clone(), level: None })
            .collect(),
        survey,
        traces_read: u32::try_from(traces).ok(),
        closed: Some(false),
        ..ImpactCheck::default()
    }
}

/// Returns the edits that conclude an impact check: it is closed, and its issue moves in the cycle.
///
/// # Errors
/// If a file that they change could not be read.
pub fn check(folder: &Folder, stem: &str) -> Result<Vec<Edit>, Fault> {
    let mut gathered = Batch::new(folder);
    let file = FileId::Impact(stem.to_owned());
    gathered.set(&file, &[Meeting::CLOSED], json!(true))?;
    let moved = folder.impacts.get(stem).and_then(|check| {
        let issue = folder.plan.issue(&check.issue)?;
        Some((issue.id.clone(), check.destination(issue)?))
    });
    if let Some((issue, (step, round))) = moved {
        gathered.set(&FileId::Plan, &[Plan::ISSUES, &issue, Issue::STEP], json!(step))?;
        gathered.set(&FileId::Plan, &[Plan::ISSUES, &issue, Issue::ROUND], json!(round))?;
        // A meeting in progress continues with the issue at its new step.
        if folder.draft.as_ref().is_some_and(|draft| draft.meeting.issues.iter().any(|point| point.issue == issue)) {
            gathered.set(&FileId::Draft, &[Draft::MEETING, Meeting::ISSUES, &issue, IssuePoint::AFTER], json!(step))?;
            gathered.set(
                &FileId::Draft,
                &[Draft::MEETING, Meeting::ISSUES, &issue, IssuePoint::ROUND],
                json!(round),
            )?;
        }
    }
    Ok(gathered.into_edits())
}
