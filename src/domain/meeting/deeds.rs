//! What was done between a meeting and the one before, and what was measured that day.

use crate::domain::{
    model::{
        folder::Folder,
        impact::ImpactCheck,
        means::Means,
        meeting::{Meeting, Return},
        plan::{GuidingQuestion, Row},
        progress::Progress,
    },
    value::when::Day,
};

/// What a committee had done when it met.
#[derive(Clone, Debug, Default)]
pub struct Deeds<'a> {
    /// The rows of the plan that were done since the meeting before.
    pub rows: Vec<&'a Row>,
    /// The actions that were said to be done.
    pub actions: Vec<&'a Return>,
    /// How many planned steps with newcomers were said to be done.
    pub steps: usize,
    /// The means of the plan that were done since the meeting before.
    pub means: Vec<&'a Means>,
    /// The guiding questions that were answered that day.
    pub answers: Vec<&'a GuidingQuestion>,
    /// The impact checks that were concluded that day.
    pub checks: Vec<&'a ImpactCheck>,
}

/// Returns what was done when a meeting was held.
pub fn deeds<'a>(folder: &'a Folder, meeting: &'a Meeting) -> Deeds<'a> {
    let Some(day) = meeting.date else { return Deeds::default() };
    let before = folder.meetings.values().filter_map(|other| other.date).filter(|other| *other < day).max();
    let is_since =
        |done: Option<Day>| done.is_some_and(|done| done <= day && before.is_none_or(|before| done > before));
    let rows = folder.plan.rows.iter();
    let means = rows.clone().flat_map(|row| &row.means).filter(|means| means.is_done());
    Deeds {
        rows: rows.filter(|row| row.state() == Progress::Done && is_since(row.done_on)).collect(),
        means: means.filter(|means| is_since(means.done_on)).collect(),
        actions: meeting.returns.iter().filter(|returned| returned.state == Some(Progress::Done)).collect(),
        steps: meeting.people.iter().filter(|point| !point.done.trim().is_empty()).count(),
        answers: folder.plan.questions.iter().filter(|asked| asked.answered_on == Some(day)).collect(),
        checks: folder.impacts.values().filter(|check| check.is_closed() && check.date == Some(day)).collect(),
    }
}
