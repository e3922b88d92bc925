//! Screen 4: what did we say? Meetings by date, one read like a page; the one before beside.

use ratatui::layout::Rect;

use crate::{
    domain::meeting::{ActionState, Meeting},
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, wrap},
        effect::Effect,
        screens::home,
        theme::Role,
        views::Beside,
    },
    words::date,
};

/// Does what a person meant.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let last = app.folder.meetings.len().saturating_sub(1);
    let view = &mut app.views.meetings;
    match action {
        Action::Left => (view.back, view.top) = ((view.back + 1).min(last), 0),
        Action::Right => (view.back, view.top) = (view.back.saturating_sub(1), 0),
        Action::First => (view.back, view.top) = (last, 0),
        Action::Last => (view.back, view.top) = (0, 0),
        Action::Down => view.top += 1,
        Action::Up => view.top = view.top.saturating_sub(1),
        Action::PageDown => view.top += 10,
        Action::PageUp => view.top = view.top.saturating_sub(10),
        Action::Compare => {
            view.beside = match view.beside {
                Beside::Nothing => Beside::Before,
                Beside::Before => Beside::Nothing,
            };
        }
        Action::Back => view.beside = Beside::Nothing,
        Action::New => return super::meeting::ask_level(app),
        _ => {}
    }
    Vec::new()
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.meetings;
    let meetings: Vec<&Meeting> = app.folder.meetings.values().rev().collect();
    canvas.text(area.x, area.y, area.width, &app.words.get("meetings-title"), Role::Title);
    if meetings.is_empty() {
        canvas.text(area.x, area.y + 2, area.width, &app.words.get("meetings-empty"), Role::Dim);
        return;
    }
    let back = view.back.min(meetings.len() - 1);
    strip(canvas, Rect { y: area.y + 1, height: 1, ..area }, &meetings, back);
    let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let before = meetings.get(back + 1).filter(|_| view.beside == Beside::Before);
    match before {
        Some(before) if area.width >= 78 => {
            let half = (area.width - 3) / 2;
            read(app, canvas, Rect { width: half, ..body }, meetings[back], view.top);
            for y in body.y..body.bottom() {
                canvas.text(area.x + half + 1, y, 1, "│", Role::Rule);
            }
            read(app, canvas, Rect { x: area.x + half + 3, width: half, ..body }, before, view.top);
        }
        Some(before) => read(app, canvas, body, before, view.top),
        None => read(app, canvas, body, meetings[back], view.top),
    }
}

/// The meetings as a strip of dates, oldest at the left.
fn strip(canvas: &mut Canvas<'_>, area: Rect, meetings: &[&Meeting], back: usize) {
    let room = usize::from(area.width / 11).max(1);
    let first = back.saturating_sub(room / 2).min(meetings.len().saturating_sub(room));
    let mut x = area.x;
    for position in (first..(first + room).min(meetings.len())).rev() {
        let day = meetings[position].date.map_or_else(String::new, |day| date::short(day.0));
        let role = if position == back { Role::Selected } else { Role::Dim };
        if position == back {
            canvas.cursor(x, area.y);
        }
        x += canvas.text(x, area.y, 10, &format!(" {day} "), role) + 1;
    }
}

/// A line of the page.
pub enum Written {
    /// A heading.
    Heading(String),
    /// A text, with its role.
    Text(String, Role),
}

fn read(app: &App, canvas: &mut Canvas<'_>, area: Rect, meeting: &Meeting, top: usize) {
    let lines: Vec<(String, Role)> = page(app, meeting)
        .into_iter()
        .flat_map(|written| match written {
            Written::Heading(text) => vec![(String::new(), Role::Text), (text, Role::Accent)],
            Written::Text(text, role) => {
                wrap(&text, area.width.saturating_sub(1)).into_iter().map(|line| (line, role)).collect()
            }
        })
        .collect();
    let height = usize::from(area.height);
    let top = top.min(lines.len().saturating_sub(height));
    for (y, (text, role)) in (area.y..area.bottom()).zip(&lines[top..]) {
        canvas.text(area.x, y, area.width, text, *role);
    }
    if top + height < lines.len() {
        canvas.right(area.x, area.bottom() - 1, area.width, " ↓ ", Role::Key);
    }
}

/// A meeting as one reads it: who was there, what was decided, what comes next, how people are.
pub fn page(app: &App, meeting: &Meeting) -> Vec<Written> {
    let mut page = Vec::new();
    let mut text = |text: String, role| page.push(Written::Text(text, role));
    let day = meeting.date.map_or_else(String::new, |day| date::full(day.0));
    text(format!("{day}   {}", meeting.hours), Role::Title);
    if !meeting.present.is_empty() {
        text(app.words.say("meeting-present", &[("names", meeting.present.join(", ").into())]), Role::Text);
    }
    if !meeting.absent.is_empty() {
        text(app.words.say("meeting-absent", &[("names", meeting.absent.join(", ").into())]), Role::Dim);
    }
    list(app, &mut page, "meeting-decisions", meeting.decisions.iter().cloned());
    if !meeting.actions.is_empty() {
        page.push(Written::Heading(app.words.get("meeting-actions").into_owned()));
        for action in &meeting.actions {
            let when = date::written(&action.when.0);
            let parts = [
                action.what.as_str(),
                action.who.as_str(),
                when.as_str(),
                action.state.unwrap_or(ActionState::Todo).word(),
            ];
            let done = if action.is_open() { "□" } else { "✓" };
            page.push(Written::Text(format!("{done} {}", joined(&parts)), Role::Text));
        }
    }
    if !meeting.issues.is_empty() {
        page.push(Written::Heading(app.words.get("meeting-issues").into_owned()));
        let cycle = app.cycle();
        for point in &meeting.issues {
            let name = app.folder.plan.issue(&point.issue).map_or(point.issue.as_str(), |issue| &issue.name);
            let step = |step: Option<crate::domain::cycle::Step>| {
                step.map_or_else(String::new, |s| crate::words::fault::step(s, cycle.short_name(s)))
            };
            let way = if point.before == point.after {
                step(point.after)
            } else {
                format!("{} → {}", step(point.before), step(point.after))
            };
            page.push(Written::Text(format!("{name} : {way}"), Role::Text));
            if !point.notes.is_empty() {
                page.push(Written::Text(point.notes.clone(), Role::Dim));
            }
        }
    }
    people(app, &mut page, meeting);
    if !meeting.returns.is_empty() {
        page.push(Written::Heading(app.words.get("meeting-returns").into_owned()));
        for returned in &meeting.returns {
            let parts = [
                returned.what.as_str(),
                returned.who.as_str(),
                returned.state.map_or("", ActionState::word),
                returned.why.as_str(),
            ];
            page.push(Written::Text(joined(&parts), Role::Text));
        }
    }
    list(app, &mut page, "meeting-successes", meeting.successes.iter().cloned());
    list(app, &mut page, "meeting-irritants", meeting.irritants.iter().cloned());
    list(app, &mut page, "meeting-inconsistencies", meeting.inconsistencies.iter().cloned());
    list(app, &mut page, "meeting-adjustments", meeting.adjustments.iter().cloned());
    if let Some(next) = meeting.next_meeting {
        page.push(Written::Heading(app.words.say("meeting-next", &[("day", date::full(next.0).into())])));
    }
    page
}

fn people(app: &App, page: &mut Vec<Written>, meeting: &Meeting) {
    if let Some(portrait) = &meeting.portrait {
        page.push(Written::Heading(app.words.get("meeting-people").into_owned()));
        let counts = crate::domain::board::Wellbeing::ALL
            .iter()
            .map(|state| format!("{} {} {state}", portrait.count(*state), home::wellbeing(*state).0));
        page.push(Written::Text(counts.collect::<Vec<_>>().join("   "), Role::Text));
    }
    for point in &meeting.people {
        let state = |s: Option<crate::domain::board::Wellbeing>| s.map_or_else(String::new, |s| s.word().to_owned());
        let way = if point.before == point.after || point.before.is_none() {
            state(point.after)
        } else {
            format!("{} → {}", state(point.before), state(point.after))
        };
        page.push(Written::Text(format!("{} : {way}", app.person_name(&point.person)), Role::Text));
        if !point.note.is_empty() {
            let note = if app.shows_private(&point.person) {
                point.note.clone()
            } else {
                app.words.get("hidden").into_owned()
            };
            page.push(Written::Text(format!("  {note}"), Role::Dim));
        }
    }
}

fn list(app: &App, page: &mut Vec<Written>, heading: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        page.push(Written::Heading(app.words.get(heading).into_owned()));
        page.extend(items.into_iter().map(|item| Written::Text(format!("• {item}"), Role::Text)));
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
