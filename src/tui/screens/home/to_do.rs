//! What is to do, and what changed since the last meeting.

use ratatui::layout::Rect;

use super::{line::HomeLine, since};
use crate::{
    domain::advice::overview::{Due, DueKind},
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns},
        components::list,
        screens::start,
        theme::Role,
    },
    words::{date, id},
};

/// Draws what is to do, then what changed since the last meeting; `before` lines come before them.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, due: &[HomeLine], before: usize) {
    let cursor = app.views.home.min((before + due.len()).saturating_sub(1)).checked_sub(before);
    let is_late = |line: &&HomeLine| matches!(line, HomeLine::Due(due) if due.is_late(app.today()));
    let late = due.iter().filter(is_late).count();
    let head = app.words.get(id!("home-to-do"));
    let used = canvas.text(area.x, area.y, area.width, &head, Role::Accent);
    if late > 0 {
        let late = app.words.say(id!("late-count"), &[("n", late.into())]);
        canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &late, Role::Alert);
    }
    if due.is_empty() {
        canvas.text(area.x + 1, area.y + 1, area.width, &app.words.get(id!("home-nothing-to-do")), Role::Dim);
    }
    let height = usize::from(area.height.saturating_sub(1));
    let first_since = due.iter().position(|line| matches!(line, HomeLine::Since(_)));
    let who = who_width(due, area.width);
    // The lines of what changed have a heading, after a blank line.
    let above = |at| if Some(at) == first_since { 2 } else { 0 };
    let whole = |(at, line): (usize, &HomeLine)| match line {
        HomeLine::Due(due) => canvas.wrap(&said_of(app, due).2, room_of(due, area.width, who)).len().max(1) + above(at),
        HomeLine::Start(_) | HomeLine::Since(_) | HomeLine::Issue(_) => 1 + above(at),
    };
    let short: Vec<usize> = (0..due.len()).map(|at| above(at) + 1).collect();
    // What is to be done is cut only where there is no room for all of it; where there is none even for one line each,
    // nothing is wrapped to know it.
    let fits = |heights: &[usize]| heights.iter().sum::<usize>() <= height;
    let tall = fits(&short).then(|| due.iter().enumerate().map(whole).collect::<Vec<_>>());
    let tall = tall.filter(|heights| fits(heights));
    let is_cut = tall.is_none();
    let heights = tall.unwrap_or(short);
    let shown = list::window_of(&heights, cursor.unwrap_or(0), height);
    let hidden = due.len() - shown.len();
    let mut y = area.y + 1;
    for position in shown {
        if Some(position) == first_since {
            since::heading(app, canvas, Rect { y: y + 1, height: 1, ..area });
            y += 2;
        }
        if y >= area.bottom() {
            break;
        }
        let used = if is_cut { 1 } else { heights[position] - above(position) };
        let (place, selected) = (Rect { y, height: used as u16, ..area }, cursor == Some(position));
        match &due[position] {
            HomeLine::Due(due) => due_line(app, canvas, place, due, DueLook { who, selected }),
            HomeLine::Start(step) => start::line(app, canvas, place, *step, selected),
            HomeLine::Since(since) => since::line(app, canvas, place, since, selected),
            HomeLine::Issue(_) => {}
        }
        canvas.hit(place, Hit::Line(before + position));
        y += place.height;
    }
    if hidden > 0 {
        let more = app.words.say(id!("home-more"), &[("n", hidden.into())]);
        canvas.right(area.x, area.y, area.width, &more, Role::Key);
    }
}

/// The column at which what is to be done begins.
const WHAT: u16 = 19;

/// The width of who does it, in columns: as wide as the widest one, never wider than a third, so that what is to be done has
/// the rest.
fn who_width(due: &[HomeLine], width: u16) -> u16 {
    let who = |line: &HomeLine| match line {
        HomeLine::Due(due) => columns(&due.who),
        HomeLine::Start(_) | HomeLine::Since(_) | HomeLine::Issue(_) => 0,
    };
    if width >= 60 { due.iter().map(who).max().unwrap_or(0).min(width / 3) } else { 0 }
}

/// The room for what is to be done, in columns, beside who does it if it is said.
fn room_of(due: &Due, width: u16, who: u16) -> u16 {
    width.saturating_sub(WHAT + if due.who.is_empty() { 0 } else { who + 2 })
}

/// How the line of something due looks.
struct DueLook {
    /// The width of who does it, in columns.
    who: u16,
    selected: bool,
}

fn due_line(app: &App, canvas: &mut Canvas<'_>, area: Rect, due: &Due, look: DueLook) {
    let DueLook { who, selected } = look;
    let role = |role| if selected { Role::Selected } else { role };
    canvas.fill(area, role(Role::Text));
    let late = due.is_late(app.today());
    let mark = if selected { "▸" } else { " " };
    canvas.text(area.x, area.y, 1, mark, role(Role::Accent));
    if selected {
        canvas.cursor(area.x, area.y);
    }
    let (mark, when, what) = said_of(app, due);
    canvas.text(area.x + 1, area.y, 1, mark, role(Role::Alert));
    canvas.text(area.x + 3, area.y, 15, &when, role(if late { Role::Alert } else { Role::Dim }));
    let room = room_of(due, area.width, who);
    if area.height > 1 {
        canvas.wrapped(Rect { x: area.x + WHAT, width: room, ..area }, &what, role(Role::Text));
    } else {
        canvas.text(area.x + WHAT, area.y, room, &what, role(Role::Text));
    }
    canvas.text(area.right() - who, area.y, who, doer(app, due), role(Role::Dim));
}

/// Who does something due. Who takes the next step with somebody is often the mentor: a wall is not told.
pub fn doer<'a>(app: &App, due: &'a Due) -> &'a str {
    let is_of_person = |kind: &DueKind| match kind {
        DueKind::Person(id) | DueKind::Sign(id) | DueKind::Welcome(id, ..) => !app.shows_private(id),
        _ => false,
    };
    let is_hidden = is_of_person(&due.kind);
    if is_hidden { "" } else { &due.who }
}

/// What is said of something due: a mark where it is pressing, when it is due, and what it is.
pub fn said_of(app: &App, due: &Due) -> (&'static str, String, String) {
    let pressing = due.is_late(app.today()) || matches!(due.kind, DueKind::NoContact(_) | DueKind::Expired(_));
    let when = due.day.map_or_else(String::new, |day| date::relative(&app.words, day, app.today()));
    let (when, what) = match &due.kind {
        DueKind::Expired(people) => (String::new(), app.words.say(id!("home-expired"), &[("n", people.len().into())])),
        DueKind::Advice(count) => (String::new(), app.words.say(id!("home-advice"), &[("n", (*count).into())])),
        DueKind::NoContact(id) => (app.words.get(id!("no-contact")).into_owned(), no_contact(app, id)),
        DueKind::Person(id) | DueKind::Welcome(id, _, 0) if app.shows_private(id) => {
            (when, format!("{} · {}", app.alias(id), due.what))
        }
        DueKind::Welcome(id, _, more) if app.shows_private(id) => {
            let values = [("who", app.alias(id).into()), ("what", due.what.as_str().into()), ("n", (*more).into())];
            (when, app.words.say(id!("due-welcome"), &values))
        }
        DueKind::Sign(id) if app.shows_private(id) => {
            let values = [("who", app.alias(id).into()), ("what", due.what.as_str().into())];
            (when, app.words.say(id!("due-sign"), &values))
        }
        DueKind::Person(id) | DueKind::Sign(id) | DueKind::Welcome(id, ..) => {
            (when, format!("{} · {}", app.alias(id), app.words.get(id!("hidden-mark"))))
        }
        DueKind::Check(_) => (when, app.words.say(id!("due-check"), &[("what", due.what.as_str().into())])),
        DueKind::Row(_, Some(_)) => (when, due.what.clone()),
        DueKind::Row(id, None) if due.day.is_none() => {
            let rank = app.folder.plan.rows.iter().position(|row| row.id == *id).map_or(0, |at| at + 1);
            (app.words.get(id!("due-first")).into_owned(), format!("{rank}. {}", due.what))
        }
        DueKind::Row(_, None) => (when, app.words.say(id!("due-row"), &[("what", due.what.as_str().into())])),
        DueKind::Action { .. } => (when, due.what.clone()),
    };
    (if pressing { "!" } else { " " }, when, what)
}

fn no_contact(app: &App, id: &str) -> String {
    let person = app.folder.board.person(id).filter(|_| app.shows_private(id));
    match person.and_then(|person| person.arrival) {
        Some(day) => {
            let said = if day.0 > app.today() { id!("no-contact-coming") } else { id!("no-contact-arrived") };
            let day = date::near(&app.words, day.0, app.today());
            app.words.say(said, &[("name", app.person_name(id).into()), ("day", day.into())])
        }
        None => app.person_name(id),
    }
}
