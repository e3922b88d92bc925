//! The lines of the home screen that the cursor can be on.

use crate::{
    domain::advice::{
        overview::{self, Due, DueKind},
        since::{self, Since, SinceKind},
    },
    tui::{app::App, screens::start::StartStep},
};

/// What a line of the screen opens.
pub enum HomeLine {
    /// An issue, by id.
    Issue(String),
    /// Something to do.
    Due(Due),
    /// A step of a school that begins.
    Start(StartStep),
    /// Something that changed since the last meeting.
    Since(Since),
}

/// The lines of the screen, in order.
pub fn lines(app: &App) -> Vec<HomeLine> {
    let issues = app.folder.plan.issues_by_priority().into_iter().map(|issue| HomeLine::Issue(issue.id.clone()));
    let mut due = overview::due(&app.folder, app.today());
    // What a template planned is not late in a school that has not begun.
    if app.folder.meetings.is_empty() {
        due.retain(|due| !matches!(due.kind, DueKind::Row(..)) || !due.is_late(app.today()));
        return issues.chain(StartStep::ALL.map(HomeLine::Start)).chain(due.into_iter().map(HomeLine::Due)).collect();
    }
    let advice = Some(app.advice().count()).filter(|count| *count > 0).map(|count| Due {
        day: None,
        what: String::new(),
        who: String::new(),
        kind: DueKind::Advice(count),
    });
    let last = app.folder.last_meeting(app.today()).and_then(|meeting| meeting.date);
    let since = last.map(|day| since::since(&app.folder, day.0, app.today())).unwrap_or_default();
    // The day of an arrival tells who it is: a wall is not told.
    let is_told = |since: &Since| !app.is_projected() || !matches!(since.kind, SinceKind::Arrived(_));
    let since = since.into_iter().filter(is_told);
    issues.chain(due.into_iter().chain(advice).map(HomeLine::Due)).chain(since.map(HomeLine::Since)).collect()
}
