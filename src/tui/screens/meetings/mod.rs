//! Screen 4: what did we say? Meetings by date, one shown as a page; any other side by side, with what changed between
//! them.

pub mod changes;
pub mod day;
pub mod search;

use chrono::{Datelike, Months, NaiveDate};
use ratatui::layout::Rect;

use crate::{
    domain::{
        meeting::deeds::deeds,
        model::{board::Wellbeing, meeting::Meeting, progress::Progress},
        value::when::SchoolYear,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, wrap},
        components::marks,
        dialog::menus,
        effect::Effect,
        state::{
            Pane,
            dialog::{Destination, Dialog},
        },
        theme::Role,
    },
    words::{self, Id, date, id, joined},
};

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![
        Action::Left,
        Action::Right,
        Action::Open,
        Action::Compare,
        Action::Between,
        Action::Filter,
        Action::Export,
        Action::Meet,
    ]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let last = app.folder.meetings.len().saturating_sub(1);
    let view = &mut app.views.meetings;
    let moved = match (&mut view.beside, view.pane) {
        (Some(beside), Pane::Beside) => beside,
        _ => &mut view.back,
    };
    match action {
        Action::Left => (*moved, view.top) = ((*moved + 1).min(last), 0),
        Action::Right => (*moved, view.top) = (moved.saturating_sub(1), 0),
        Action::First => (*moved, view.top) = (last, 0),
        Action::Last => (*moved, view.top) = (0, 0),
        Action::Down => view.top += 1,
        Action::Up => view.top = view.top.saturating_sub(1),
        Action::PageDown => view.top += 10,
        Action::PageUp => view.top = view.top.saturating_sub(10),
        Action::Copy => return copy(app),
        Action::Compare => {
            view.beside = if view.beside.is_some() { None } else { Some((view.back + 1).min(last)) };
            (view.pane, view.top) = (Pane::Read, 0);
        }
        Action::NextPane | Action::PreviousPane if view.beside.is_some() => {
            view.pane = if view.pane == Pane::Read { Pane::Beside } else { Pane::Read };
        }
        Action::Back => view.beside = None,
        Action::Open => return day::ask(app),
        Action::New => return app.open(menus::meeting(app)),
        Action::Filter => {
            return app.open(Dialog::line(&app.words, id!("filter-meetings"), "", Destination::Filter(String::new())));
        }
        _ => {}
    }
    Vec::new()
}

/// Copies the meeting shown, as text.
fn copy(app: &App) -> Vec<Effect> {
    if app.folder.meetings.is_empty() {
        return Vec::new();
    }
    vec![Effect::Copy(app.hidden(&read_shown(app).join("\n")))]
}

/// The lines of the meeting shown.
pub fn read_shown(app: &App) -> Vec<String> {
    read_whole(app, app.folder.meetings.values().rev().nth(app.views.meetings.back))
}

/// The lines of the meeting before the one that is under way.
pub fn read_last(app: &App) -> Vec<String> {
    read_whole(app, app.folder.draft.as_ref().and_then(|draft| app.folder.last_meeting(draft.day())))
}

fn read_whole(app: &App, meeting: Option<&Meeting>) -> Vec<String> {
    match meeting {
        Some(meeting) => lines(app, meeting, u16::MAX).into_iter().map(|(line, _)| line).collect(),
        None => vec![app.words.get(id!("meetings-empty")).into_owned()],
    }
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.meetings;
    let meetings: Vec<(&String, &Meeting)> = app.folder.meetings.iter().rev().collect();
    canvas.text(area.x, area.y, area.width, &app.words.get(id!("meetings-title")), Role::Title);
    if meetings.is_empty() {
        canvas.text(area.x, area.y + 2, area.width, &app.words.get(id!("meetings-empty")), Role::Dim);
        return;
    }
    let back = view.back.min(meetings.len() - 1);
    let beside = view.beside.map(|beside| beside.min(meetings.len() - 1)).filter(|beside| *beside != back);
    let mut top = area.y + 1;
    if area.height >= 14 {
        months(app, canvas, Rect { y: top, height: 1, ..area }, meetings[back].1);
        top += 1;
    }
    strip(app, canvas, Rect { y: top, height: 1, ..area }, back, beside);
    let body = Rect { y: top + 2, height: area.bottom().saturating_sub(top + 2), ..area };
    match beside {
        Some(beside) => side_by_side(app, canvas, body, meetings[back], meetings[beside]),
        None => read(app, canvas, body, meetings[back].1, view.top),
    }
}

/// Draws the last meeting before a day, during a meeting.
pub fn draw_last(app: &App, canvas: &mut Canvas<'_>, area: Rect, day: NaiveDate) {
    match app.folder.last_meeting(day) {
        Some(last) => read(app, canvas, area, last, app.views.meetings.top),
        None => drop(canvas.text(area.x, area.y, area.width, &app.words.get(id!("meetings-empty")), Role::Dim)),
    }
}

/// A row of two meetings side by side: one text across, or one on each side.
enum SideRow {
    Across(String, Role),
    Beside((String, Role), (String, Role)),
}

/// Draws two meetings side by side, what changed between them first. A narrow window stacks them.
fn side_by_side(app: &App, canvas: &mut Canvas<'_>, area: Rect, read: (&String, &Meeting), other: (&String, &Meeting)) {
    let (earlier, later) = if read.0 < other.0 { (read, other) } else { (other, read) };
    let mut rows: Vec<SideRow> = changes::lines(app, earlier, later)
        .into_iter()
        .flat_map(|(text, role)| {
            wrap(app.discreet(), &text, area.width).into_iter().map(move |line| SideRow::Across(line, role))
        })
        .collect();
    rows.push(SideRow::Across(String::new(), Role::Text));
    let half = (area.width - 3) / 2;
    if area.width >= 78 {
        let (left, right) = (lines(app, read.1, half), lines(app, other.1, half));
        let blank = || (String::new(), Role::Text);
        for at in 0..left.len().max(right.len()) {
            let side = |lines: &[(String, Role)]| lines.get(at).cloned().unwrap_or_else(blank);
            rows.push(SideRow::Beside(side(&left), side(&right)));
        }
    } else {
        for meeting in [read.1, other.1] {
            rows.extend(lines(app, meeting, area.width).into_iter().map(|(text, role)| SideRow::Across(text, role)));
            rows.push(SideRow::Across("─".repeat(usize::from(area.width)), Role::Rule));
        }
    }
    scrolled(app.views.meetings.top, canvas, area, &rows, |y, canvas, row| match row {
        SideRow::Across(text, role) => drop(canvas.text(area.x, y, area.width, text, *role)),
        SideRow::Beside((left, left_role), (right, right_role)) => {
            canvas.text(area.x, y, half, left, *left_role);
            canvas.text(area.x + half + 1, y, 1, "│", Role::Rule);
            canvas.text(area.x + half + 3, y, half, right, *right_role);
        }
    });
}

/// Draws rows from a scroll offset, and shows whether there are more.
fn scrolled<T>(top: usize, canvas: &mut Canvas<'_>, area: Rect, rows: &[T], draw: impl Fn(u16, &mut Canvas<'_>, &T)) {
    let height = usize::from(area.height);
    let top = top.min(rows.len().saturating_sub(height));
    for (y, row) in (area.y..area.bottom()).zip(&rows[top..]) {
        draw(y, canvas, row);
    }
    canvas.scroll_bar(area, rows.len(), &(top..(top + height).min(rows.len())));
    if top + height < rows.len() {
        canvas.right(area.x, area.bottom() - 1, area.width, " ↓ ", Role::Key);
    }
}

/// Draws the months of a meeting's school year, with a mark for each meeting held.
fn months(app: &App, canvas: &mut Canvas<'_>, area: Rect, read: &Meeting) {
    let Some(day) = read.date.map(|day| day.0) else { return };
    let year = SchoolYear::of(day);
    let Some(first) = NaiveDate::from_ymd_opt(year.0, 8, 1) else { return };
    let used = canvas.text(area.x, area.y, area.width, &format!(" {}-{}  ", year.0, year.0 + 1), Role::Dim);
    let mut x = area.x + used;
    for first in (0..11).map(|month| first + Months::new(month)) {
        let same = |day: NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
        let held = app.folder.meetings.values().filter(|m| m.date.is_some_and(|day| same(day.0))).count();
        let name = date::short_month(&app.words, first);
        let text = format!("{name} {}", "•".repeat(held));
        let role = match held {
            _ if same(day) => Role::Selected,
            0 => Role::Dim,
            _ => Role::Text,
        };
        x += canvas.text(x, area.y, area.right().saturating_sub(x), text.trim_end(), role);
        x += canvas.text(x, area.y, area.right().saturating_sub(x), "  ", Role::Text);
    }
}

/// Draws the meetings as a strip of dates, oldest on the left, highlighting the one shown and the one beside.
fn strip(app: &App, canvas: &mut Canvas<'_>, area: Rect, back: usize, beside: Option<usize>) {
    let meetings: Vec<&Meeting> = app.folder.meetings.values().rev().collect();
    let room = usize::from(area.width / 11).max(1);
    let moved = if app.views.meetings.pane == Pane::Beside { beside.unwrap_or(back) } else { back };
    let first = moved.saturating_sub(room / 2).min(meetings.len().saturating_sub(room));
    let mut x = area.x;
    for position in (first..(first + room).min(meetings.len())).rev() {
        let day = meetings[position].date.map_or_else(String::new, |day| date::short(&app.words, day.0));
        let role = match position {
            _ if position == moved => Role::Selected,
            _ if position == back || Some(position) == beside => Role::Title,
            _ => Role::Dim,
        };
        if position == moved {
            canvas.cursor(x, area.y);
        }
        x += canvas.text(x, area.y, 10, &format!(" {day} "), role) + 1;
    }
}

/// A line of the page.
enum MeetingLine {
    Heading(String),
    Text(String, Role),
}

fn read(app: &App, canvas: &mut Canvas<'_>, area: Rect, meeting: &Meeting, top: usize) {
    let draw = |y: u16, canvas: &mut Canvas<'_>, (text, role): &(String, Role)| {
        canvas.text(area.x, y, area.width, text, *role);
    };
    scrolled(top, canvas, area, &lines(app, meeting, area.width.saturating_sub(1)), draw);
}

/// The lines of a meeting's page within a width.
fn lines(app: &App, meeting: &Meeting, width: u16) -> Vec<(String, Role)> {
    let page = page(app, meeting).into_iter();
    let lines = page.flat_map(|written| match written {
        MeetingLine::Heading(text) => vec![(String::new(), Role::Text), (text, Role::Accent)],
        MeetingLine::Text(text, role) => {
            wrap(app.discreet(), &text, width).into_iter().map(|line| (line, role)).collect()
        }
    });
    lines.collect()
}

/// The page of a meeting: who was there, what was decided, what comes next, how people are.
fn page(app: &App, meeting: &Meeting) -> Vec<MeetingLine> {
    let mut page = Vec::new();
    let mut text = |text: String, role| page.push(MeetingLine::Text(text, role));
    let day = meeting.date.map_or_else(String::new, |day| date::full(&app.words, day.0));
    let day = words::deeds::held(&app.words, meeting, day);
    text(format!("{day}   {}", date::hours(&app.words, &meeting.hours)), Role::Title);
    if !meeting.present.is_empty() {
        text(app.words.say(id!("meeting-present"), &[("names", meeting.present.join(", ").into())]), Role::Text);
    }
    if !meeting.guests.is_empty() {
        text(app.words.say(id!("meeting-guests"), &[("names", meeting.guests.join(", ").into())]), Role::Text);
    }
    if !meeting.absent.is_empty() {
        text(app.words.say(id!("meeting-absent"), &[("names", meeting.absent.join(", ").into())]), Role::Dim);
    }
    for (id, name) in [(id!("minutes-chair"), &meeting.chair), (id!("minutes-scribe"), &meeting.scribe)] {
        if let Some(name) = name {
            page.push(MeetingLine::Text(app.words.say(id, &[("names", name.as_str().into())]), Role::Dim));
        }
    }
    list(app, &mut page, id!("meeting-decisions"), meeting.decisions.iter().cloned());
    actions(app, &mut page, meeting);
    let done = deeds(&app.folder, meeting);
    list(app, &mut page, id!("meeting-done"), words::deeds::done(&app.words, &done).into_iter());
    let cycle = app.cycle();
    let measured = done.checks.iter().map(|check| words::deeds::measured(&app.words, &app.folder, &cycle, check));
    list(app, &mut page, id!("meeting-measured"), measured.collect::<Vec<_>>().into_iter());
    let of_stage = done.answers.iter().map(|asked| format!("{} → {}", asked.question, asked.answer.trim_end()));
    list(app, &mut page, id!("meeting-stages"), of_stage.collect::<Vec<_>>().into_iter());
    let answered = meeting.questions.iter().map(|asked| format!("{} → {}", asked.question, asked.answer.trim_end()));
    list(app, &mut page, id!("meeting-questions"), answered);
    issues(app, &mut page, meeting);
    people(app, &mut page, meeting);
    if !meeting.returns.is_empty() {
        page.push(MeetingLine::Heading(app.words.get(id!("meeting-returns")).into_owned()));
        for returned in &meeting.returns {
            let state = app.words.choice(returned.state.map_or("", Progress::word));
            page.push(MeetingLine::Text(joined(&[&returned.what, &returned.who, &state, &returned.why]), Role::Text));
        }
    }
    list(app, &mut page, id!("meeting-successes"), meeting.successes.iter().cloned());
    list(app, &mut page, id!("meeting-irritants"), meeting.irritants.iter().cloned());
    list(app, &mut page, id!("meeting-inconsistencies"), meeting.inconsistencies.iter().cloned());
    list(app, &mut page, id!("meeting-adjustments"), meeting.adjustments.iter().cloned());
    if let Some(next) = meeting.next_meeting {
        page.push(MeetingLine::Heading(
            app.words.say(id!("meeting-next"), &[("day", date::full(&app.words, next.0).into())]),
        ));
    }
    page
}

fn actions(app: &App, page: &mut Vec<MeetingLine>, meeting: &Meeting) {
    if !meeting.actions.is_empty() {
        page.push(MeetingLine::Heading(app.words.get(id!("meeting-actions")).into_owned()));
        for action in &meeting.actions {
            let state = action.state.unwrap_or(Progress::Todo);
            let (mark, role) = marks::progress(state);
            let said = joined(&[
                &words::action(&app.words, &action.what, &action.who, &action.when),
                &app.words.choice(state.word()),
            ]);
            page.push(MeetingLine::Text(format!("{mark} {said}"), role));
        }
    }
}

fn issues(app: &App, page: &mut Vec<MeetingLine>, meeting: &Meeting) {
    if !meeting.issues.is_empty() {
        page.push(MeetingLine::Heading(app.words.get(id!("meeting-issues")).into_owned()));
        let cycle = app.cycle();
        for point in &meeting.issues {
            let name = app.folder.plan.issue(&point.issue).map_or(point.issue.as_str(), |issue| &issue.name);
            let step = |step| words::fault::step(step, cycle.short_name(step));
            let transition =
                words::transition(point.before.map(step).as_deref(), &point.after.map(step).unwrap_or_default());
            page.push(MeetingLine::Text(format!("{name} : {transition}"), Role::Text));
            if !point.notes.is_empty() {
                page.push(MeetingLine::Text(point.notes.clone(), Role::Text));
            }
            for answer in point.answered() {
                page.push(MeetingLine::Text(format!("{} → {}", answer.question, answer.answer.trim_end()), Role::Text));
            }
        }
    }
}

fn people(app: &App, page: &mut Vec<MeetingLine>, meeting: &Meeting) {
    if let Some(portrait) = &meeting.portrait {
        page.push(MeetingLine::Heading(app.words.get(id!("meeting-people")).into_owned()));
        let counts = Wellbeing::ALL.iter().map(|state| {
            format!("{} {} {}", portrait.count(*state), marks::wellbeing(*state).0, app.words.choice(state.word()))
        });
        page.push(MeetingLine::Text(counts.collect::<Vec<_>>().join("   "), Role::Text));
    }
    for point in &meeting.people {
        let transition =
            words::moved(&app.words, point.before.map(Wellbeing::word), point.after.map_or("", Wellbeing::word));
        page.push(MeetingLine::Text(format!("{} : {transition}", app.person_name(&point.person)), Role::Text));
        let action = point.next_step();
        let action =
            action.map(|action| format!("→ {}", words::action(&app.words, &action.what, &action.who, &action.when)));
        let done = Some(format!("✓ {}", point.done)).filter(|_| !point.done.trim().is_empty());
        let said: Vec<String> = Some(point.note.trim_end().to_owned()).into_iter().chain(done).chain(action).collect();
        let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
        if !said.is_empty() && !app.shows_private(&point.person) {
            page.push(MeetingLine::Text(format!("  {}", app.words.get(id!("hidden-mark-said"))), Role::Dim));
        } else {
            page.extend(said.into_iter().map(|said| MeetingLine::Text(format!("  {said}"), Role::Text)));
        }
    }
}

fn list(app: &App, page: &mut Vec<MeetingLine>, heading: Id, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        page.push(MeetingLine::Heading(app.words.get(heading).into_owned()));
        page.extend(items.into_iter().map(|item| MeetingLine::Text(format!("• {item}"), Role::Text)));
    }
}
