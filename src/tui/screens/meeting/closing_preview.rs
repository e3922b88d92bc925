//! What closing the meeting will keep, told as people and things rather than as files and fields.

use crate::{
    domain::{
        edit::Change,
        meeting::closing,
        model::{
            board::{Tier, Wellbeing},
            document::FileId,
            meeting::{IssuePoint, Meeting, MeetingAction, PersonPoint},
            progress::Progress,
        },
        privacy::{audience::Level, redact::NameRedactor},
        value::fault::Fault,
    },
    tui::{app::App, screens::meeting::items},
    words::{self, Id, date, fault, id},
};

/// A line of the preview: its label, and what is kept.
pub type Kept = (String, String);

/// What closing will keep, or why it cannot.
///
/// # Errors
/// If what was said does not fit the files any more.
pub fn kept(app: &App) -> Result<Vec<Kept>, Fault> {
    let edits = closing::meeting(&app.folder, app.now)?;
    let written = edits.into_iter().find_map(|edit| match (edit.file, edit.change) {
        (FileId::Meeting(_), Change::Set { after: Some(whole), .. }) if edit.path.is_empty() => {
            serde_json::from_value::<Meeting>(whole).ok()
        }
        _ => None,
    });
    Ok(written.map(|meeting| told(app, &meeting)).unwrap_or_default())
}

/// The words of the minutes without names that may be somebody's name, each where it is said.
pub fn names(app: &App) -> Vec<String> {
    app.folder.draft.as_ref().map(|draft| names_in(app, &draft.meeting)).unwrap_or_default()
}

fn told(app: &App, meeting: &Meeting) -> Vec<Kept> {
    let label = |id: Id| app.words.get(id).into_owned();
    let mut lines = vec![(label(id!("closing-present")), meeting.present.join(", "))];
    lines.push((label(id!("closing-absent")), meeting.absent.join(", ")));
    lines.push((label(id!("closing-guests")), meeting.guests.join(", ")));
    lines.push((label(id!("closing-returns")), returns(app, meeting)));
    lines.extend(meeting.questions.iter().map(|asked| (asked.question.clone(), asked.answer.clone())));
    lines.extend(meeting.people.iter().map(|point| (app.person_name(&point.person), person(app, point))));
    lines.push((label(id!("closing-unseen")), unseen(app)));
    lines.extend(meeting.issues.iter().filter(|point| point.is_said()).map(|point| issue(app, point)));
    for (key, heading, _) in items::REVIEW {
        lines.extend(items::review(meeting, key).iter().map(|entry| (label(heading), entry.clone())));
    }
    lines.extend(meeting.decisions.iter().map(|decision| (label(id!("closing-decision")), decision.clone())));
    lines.extend(meeting.actions.iter().map(|action| (label(manner(action)), of_action(app, action))));
    let next = match meeting.next_meeting {
        Some(day) => date::full(&app.words, day.0),
        None => label(id!("date-unset")),
    };
    lines.push((label(id!("next-meeting")), next));
    lines.push((label(id!("closing-paper")), label(id!("closing-paper-word"))));
    // A wall is not told who may be called so.
    if !app.is_projected() {
        lines.extend(names_in(app, meeting).into_iter().map(|said| (label(id!("closing-name")), said)));
    }
    lines.retain(|(_, said)| !said.trim().is_empty());
    lines
}

fn names_in(app: &App, meeting: &Meeting) -> Vec<String> {
    let nobody = app.words.get(id!("somebody"));
    let redactor = NameRedactor::newcomers_unnamed(&app.folder.board, &app.folder.plan.committee, &nobody);
    let of_issues = meeting.issues.iter().flat_map(|point| {
        std::iter::once(point.notes.as_str()).chain(point.answered().map(|answer| answer.answer.as_str()))
    });
    let of_review = items::REVIEW.iter().flat_map(|(key, ..)| items::review(meeting, key)).map(String::as_str);
    let actions = meeting.actions.iter().map(|action| action.what.as_str());
    let answers = meeting.questions.iter().map(|asked| asked.answer.as_str());
    let texts =
        meeting.decisions.iter().map(String::as_str).chain(answers).chain(actions).chain(of_issues).chain(of_review);
    let mut found: Vec<String> = texts.flat_map(|text| redactor.doubts(text)).map(|(_, example)| example).collect();
    found.sort();
    found.dedup();
    found.into_iter().map(|example| app.words.say(id!("quoted"), &[("text", example.into())])).collect()
}

/// Who was not spoken of.
fn unseen(app: &App) -> String {
    let people = app.folder.draft.iter().flat_map(|draft| &draft.meeting.people);
    let names = people.filter(|point| !point.is_said()).map(|point| app.person_name(&point.person));
    names.collect::<Vec<_>>().join(", ")
}

/// A new action, or one that comes back.
fn manner(action: &MeetingAction) -> Id {
    if action.since.is_some() { id!("closing-carried") } else { id!("closing-action") }
}

fn of_action(app: &App, action: &MeetingAction) -> String {
    words::action(&app.words, &action.what, &action.who, &action.when)
}

/// What became of the actions of the last meeting, in numbers.
fn returns(app: &App, meeting: &Meeting) -> String {
    let of = |state: Progress| meeting.returns.iter().filter(|returned| returned.state == Some(state)).count();
    let counts = [
        (Progress::Done, id!("closing-returns-done")),
        (Progress::Postponed, id!("closing-returns-postponed")),
        (Progress::Dropped, id!("closing-returns-dropped")),
    ];
    let said = counts.into_iter().map(|(state, id)| (of(state), id)).filter(|(n, _)| *n > 0);
    said.map(|(n, id)| app.words.say(id, &[("n", n.into())])).collect::<Vec<_>>().join(", ")
}

/// What was said of a person, as far as the audience may know.
fn person(app: &App, point: &PersonPoint) -> String {
    let is_shown = app.shows(Level::Committee, &point.person);
    let moved = |before: Option<&'static str>, after: Option<&'static str>| {
        after.map(|after| words::moved(&app.words, before, after))
    };
    let state = moved(point.before.map(Wellbeing::word), point.after.map(Wellbeing::word));
    let tier = moved(point.tier_before.map(Tier::word), point.tier.map(Tier::word));
    let tier = tier.map(|tier| app.words.say(id!("closing-tier"), &[("tier", tier.into())]));
    let needs = (point.needs != point.needs_before).then(|| match is_shown {
        true => app.words.say(id!("closing-needs"), &[("needs", point.needs.join(", ").into())]),
        false => app.words.get(id!("closing-needs-said")).into_owned(),
    });
    let note = (!point.note.trim().is_empty()).then(|| app.words.get(id!("closing-note")).into_owned());
    let sign = (!point.sign.trim().is_empty()).then(|| app.words.get(id!("meeting-field-repere")).into_owned());
    let next = point.next_step().map(|next| match is_shown {
        true => words::action(&app.words, &next.what, &next.who, &next.when),
        false => app.words.get(id!("closing-next-said")).into_owned(),
    });
    let done = (!point.done.trim().is_empty()).then(|| app.words.get(id!("closing-done-said")).into_owned());
    [state, tier, needs, sign, note, next, done].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was said of an issue: its step, the number of answers, whether there are notes.
fn issue(app: &App, point: &IssuePoint) -> Kept {
    let cycle = app.cycle();
    let name = app.folder.plan.issue(&point.issue).map_or(point.issue.clone(), |issue| issue.name.clone());
    let named = |step| fault::step(step, cycle.short_name(step));
    let before = point.before.filter(|before| Some(*before) != point.after).map(named);
    let step = point.after.map(named).map(|after| words::transition(before.as_deref(), &after));
    let answers = match point.answered().count() {
        0 => None,
        n => Some(app.words.say(id!("closing-answers"), &[("n", n.into())])),
    };
    let notes = (!point.notes.trim().is_empty()).then(|| app.words.get(id!("closing-note")).into_owned());
    (name, [step, answers, notes].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
