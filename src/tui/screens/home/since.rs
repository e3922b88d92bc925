//! What changed since the last meeting, one line each.

use ratatui::layout::Rect;

use crate::{
    domain::advice::since::{Since, SinceKind},
    tui::{app::App, canvas::Canvas, state::Subject, theme::Role},
    words::{self, date, id},
};

/// Writes since when.
pub fn heading(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let day = app.folder.last_meeting(app.today()).and_then(|meeting| meeting.date);
    let day = day.map_or_else(String::new, |day| date::long(&app.words, day.0));
    let said = app.words.say(id!("home-since"), &[("day", day.into())]);
    canvas.text(area.x, area.y, area.width, &said, Role::Accent);
}

/// Draws a line.
pub fn line(app: &App, canvas: &mut Canvas<'_>, area: Rect, since: &Since, selected: bool) {
    let role = |role| if selected { Role::Selected } else { role };
    canvas.fill(area, role(Role::Text));
    if selected {
        canvas.text(area.x, area.y, 1, "▸", role(Role::Accent));
        canvas.cursor(area.x, area.y);
    }
    let when = date::relative(&app.words, since.day, app.today());
    canvas.text(area.x + 3, area.y, 15, &when, role(Role::Dim));
    canvas.text(area.x + 19, area.y, area.width.saturating_sub(19), &said(app, since), role(Role::Text));
}

/// What changed, in a few words.
pub fn said(app: &App, since: &Since) -> String {
    let folder = &app.folder;
    let of = |sentence, person: &str| app.words.say(sentence, &[("name", app.person_name(person).into())]);
    match &since.kind {
        SinceKind::Arrived(person) => of(id!("since-arrived"), person),
        SinceKind::Left(person) => of(id!("since-left"), person),
        SinceKind::State(person) => {
            let state = folder.board.person(person).map(|person| person.wellbeing().word()).unwrap_or_default();
            let values =
                [("name", app.person_name(person).into()), ("state", app.words.choice(state).into_owned().into())];
            app.words.say(id!("since-state"), &values)
        }
        SinceKind::Trace(person, by) => {
            let values = [("name", app.person_name(person).into()), ("by", by.as_str().into())];
            app.words.say(id!("since-trace"), &values)
        }
        SinceKind::Row(row) => {
            let title = folder.plan.row(row).map_or_else(|| row.clone(), |row| row.title.clone());
            app.words.say(id!("since-row"), &[("what", title.into())])
        }
        SinceKind::Check(stem) => {
            let issue = folder.impacts.get(stem).and_then(|check| folder.plan.issue(&check.issue));
            let issue = issue.map_or_else(|| stem.clone(), |issue| issue.name.clone());
            app.words.say(id!("since-check"), &[("issue", issue.into())])
        }
        SinceKind::Survey(stem) => {
            folder.surveys.get(stem).map_or_else(|| stem.clone(), |survey| words::survey::title(&app.words, survey))
        }
    }
}

/// The record that a line opens.
pub fn subject(since: &Since) -> Subject {
    match &since.kind {
        SinceKind::Arrived(person)
        | SinceKind::Left(person)
        | SinceKind::State(person)
        | SinceKind::Trace(person, _) => Subject::Person(person.clone()),
        SinceKind::Row(row) => Subject::Row(row.clone()),
        SinceKind::Check(stem) => Subject::Check(stem.clone()),
        SinceKind::Survey(stem) => Subject::Survey(stem.clone()),
    }
}
