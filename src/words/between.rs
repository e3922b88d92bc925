//! What changed between two meetings, in words.

use chrono::NaiveDate;

use super::{Words, date, fault, id, joined, moved};
use crate::domain::{
    meeting::between::{self, Followed},
    model::{
        board::Tier,
        cycle::{Cycle, Step},
        folder::Folder,
        meeting::Meeting,
        progress::Progress,
    },
};

/// A line about what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeLine {
    /// A heading for the lines under it.
    Heading(String),
    /// Something that changed.
    Change(String),
    /// That nothing changed.
    Nothing(String),
    /// An action, and its progress.
    Action(Progress, String),
}

/// The changes between two meetings, the earlier first, one line each. `name` returns the displayed name of a newcomer.
pub fn lines(
    words: &Words,
    folder: &Folder,
    cycle: &Cycle,
    name: impl Fn(&str) -> String,
    earlier: HeldMeeting<'_>,
    later: HeldMeeting<'_>,
) -> Vec<ChangeLine> {
    let found = between::between(folder, earlier.0, later.0);
    let day = |meeting: &Meeting| meeting.date.map_or_else(String::new, |day| date::long(words, day.0));
    let days = [("from", day(earlier.1).into()), ("to", day(later.1).into())];
    let pair =
        |what: String, text: String| words.say(id!("thread-pair"), &[("what", what.into()), ("text", text.into())]);
    let mut lines = vec![ChangeLine::Heading(words.say(id!("changes-title"), &days))];
    let mut tell = |text: String| lines.push(ChangeLine::Change(text));
    for (person, before, after) in &found.states {
        tell(pair(name(person), moved(words, Some(before.word()), after.word())));
    }
    for (person, before, after) in &found.tiers {
        tell(pair(name(person), moved(words, Some(before.map_or("—", Tier::word)), after.word())));
    }
    for (ids, id) in [(&found.arrived, id!("changes-arrived")), (&found.left, id!("changes-left"))] {
        let names: Vec<String> = ids.iter().map(|person| name(person)).collect();
        if !names.is_empty() {
            tell(words.say(id, &[("names", names.join(", ").into())]));
        }
    }
    let step = |step: Step| fault::step(step, cycle.short_name(step));
    for (issue, before, after) in &found.issues {
        let name = folder.plan.issue(issue).map_or(issue.as_str(), |issue| &issue.name);
        tell(pair(name.to_owned(), format!("{} → {}", step(*before), step(*after))));
    }
    if found.traces > 0 {
        tell(words.say(id!("changes-traces"), &[("n", found.traces.into())]));
    }
    if lines.len() == 1 {
        lines.push(ChangeLine::Nothing(words.get(id!("changes-none")).into_owned()));
    }
    if !found.actions.is_empty() {
        lines.push(ChangeLine::Heading(words.say(id!("changes-actions"), &[("day", day(earlier.1).into())])));
        let action = |followed: &Followed| {
            let state = words.choice(followed.state.word());
            ChangeLine::Action(followed.state, joined(&[&followed.what, &followed.who, &state, &followed.why]))
        };
        lines.extend(found.actions.iter().map(action));
    }
    lines
}

/// A meeting, with its file stem.
type HeldMeeting<'a> = (&'a String, &'a Meeting);

/// The meetings that enclose the changes between two days: the last one held by each day, or the very first one.
pub fn meetings(folder: &Folder, from: NaiveDate, to: NaiveDate) -> Option<(HeldMeeting<'_>, HeldMeeting<'_>)> {
    let by = |day| folder.meetings.iter().rev().find(move |(_, meeting)| meeting.date.is_some_and(|d| d.0 <= day));
    let earlier = by(from).or_else(|| folder.meetings.iter().next())?;
    by(to).filter(|later| later.0 > earlier.0).map(|later| (earlier, later))
}
