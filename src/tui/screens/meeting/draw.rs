//! Drawing of the agenda points: each with its page in one column, and what was said before under it.

use std::cmp::Ordering;

use ratatui::layout::{Rect, Size};

use super::{ending, issue, navigate, page::PointPage, person, starting};
use crate::{
    domain::model::{agenda::Point, board::Newcomer, draft::Draft},
    tui::{
        app::App,
        canvas::{Canvas, columns},
        components::list,
        environment::Purpose,
        screens::lane,
        theme::Role,
    },
    words::{date, families, id, joined},
};

/// The rows taken by the header and the hint bar.
const CHROME: u16 = 4;

/// The width from which two pages fit side by side, in columns.
pub const WIDE: u16 = 100;

/// The widest column that a page is read in, in columns.
const COLUMN: u16 = 90;

/// Where a page is drawn: in one column, in the middle of a wide window.
pub fn column(area: Rect) -> Rect {
    let width = area.width.min(COLUMN);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

/// Draws the eight agenda points, the current one by its name, the progress within it, and its timer.
pub fn header(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) {
    let minutes = navigate::minutes(app, draft).floor() as u64;
    let planned = app.folder.plan.committee.minutes(draft.point());
    let over = minutes >= u64::from(planned);
    let worded = if area.width >= 70 { id!("meeting-time") } else { id!("meeting-time-short") };
    let time = app.words.say(worded, &[("minutes", minutes.into()), ("planned", planned.into())]);
    let time = if over { format!("! {time}") } else { time };
    // A wall does not know since when a point is spoken of.
    let is_wall = app.setting.purpose == Purpose::Wall;
    let (time, over) = if is_wall { (date::short(&app.words, draft.day()), false) } else { (time, over) };
    let ranks = navigate::ranks(draft);
    let place = [("rank", (draft.rank + 1).into()), ("count", ranks.into())];
    let place = if ranks > 1 { app.words.say(id!("rank-of"), &place) } else { String::new() };
    let room = area.width.saturating_sub(columns(&time) + columns(&place) + 4);
    let used = points(app, canvas, Rect { width: room, height: 1, ..area }, draft);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &place, Role::Text);
    canvas.right(area.x, area.y, area.width, &time, if over { Role::Alert } else { Role::Dim });
    canvas.rule(area.x, area.y + 1, area.width);
}

/// Draws the agenda as a thin line of points, as wide as there is room for; returns the number of columns used.
fn points(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) -> u16 {
    let (here, all) = (draft.point(), draft.meeting.instance().points());
    let long = app.words.get(families::point(here));
    let short = app.words.get(families::point_short(here));
    let steps = u16::try_from(all.len()).unwrap_or(0);
    let fits = |between: &str, name: &str| steps + (steps - 1) * columns(between) + columns(name) + 2 <= area.width;
    let manners = [(" ─ ", &long), (" ─ ", &short), ("─", &short), ("", &short)];
    let (between, name) = manners.into_iter().find(|(between, name)| fits(between, name)).unwrap_or(("", &short));
    let mut x = area.x;
    for point in all {
        let room = area.right().saturating_sub(x);
        if *point != Point::Opening {
            x += canvas.text(x, area.y, room, between, Role::Rule);
        }
        let room = area.right().saturating_sub(x);
        x += match point.number().cmp(&here.number()) {
            Ordering::Less => canvas.text(x, area.y, room, "●", Role::Dim),
            Ordering::Greater => canvas.text(x, area.y, room, "○", Role::Dim),
            Ordering::Equal => {
                let after = if between.is_empty() { " " } else { "" };
                let pieces = [("◉ ", Role::Accent), (name.as_ref(), Role::Title), (after, Role::Text)];
                canvas.pieces(x, area.y, room, &pieces)
            }
        };
    }
    x - area.x
}

/// Draws the current agenda point.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) {
    let mut area = area;
    if draft.point() == Point::Issues {
        let used = lanes(app, canvas, area, draft);
        area = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    }
    // Measured on the whole window, so that a status line does not change what the page shows.
    let height = canvas.area().height.saturating_sub(CHROME + (area.y.saturating_sub(2)));
    let size = Size { width: area.width.saturating_sub(3), height };
    let (mut page, mut aside) = (PointPage::new(app, draft, size), PointPage::new(app, draft, size));
    fill(&mut page);
    fill_aside(&mut aside);
    page.say_hidden(&mut aside);
    if !aside.is_empty() {
        page.gap();
        // What was asked to be seen is seen.
        let revealed = app.projection.revealed.as_ref().and_then(|shown| shown.field.as_deref());
        if revealed == Some(Newcomer::TRACES) {
            page.begin_with_the_next_line();
        }
        page.append(aside);
    }
    page.draw(canvas, area);
}

/// Draws the lanes of the issues, the current one highlighted; returns the number of rows used.
fn lanes(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) -> u16 {
    let name = lane::name_width(area.width);
    let head = u16::from(area.width >= lane::wide_width(name));
    let issues = &draft.meeting.issues;
    // A school by stages has none.
    if issues.is_empty() {
        return 0;
    }
    lane::header(app, canvas, Rect { height: 1, ..area }, name);
    let most = usize::from(area.height / 5).max(1);
    let shown = list::window(issues.len(), draft.rank, most);
    let mut y = area.y + head;
    for (position, point) in issues.iter().enumerate().filter(|(position, _)| shown.contains(position)) {
        let Some(mut issue) = app.folder.plan.issue(&point.issue).cloned() else { continue };
        issue.step = point.after.unwrap_or(issue.step);
        issue.round = point.round.unwrap_or(issue.round);
        let role = if position == draft.rank { Role::Title } else { Role::Dim };
        let mark = if position == draft.rank { "▸" } else { " " };
        canvas.text(area.x, y, 1, mark, Role::Accent);
        let place = Rect { x: area.x + 1, y, width: area.width - 1, height: 1 };
        lane::draw(app, canvas, place, name.saturating_sub(1), &issue, role);
        y += 1;
    }
    canvas.rule(area.x, y, area.width);
    y + 1 - area.y
}

/// The size of a page that is read line by line, on which nothing is cut.
const READ: Size = Size { width: 10_000, height: 30 };

/// The current agenda point, without what is asked about.
pub fn read(app: &App) -> Vec<String> {
    let Some(draft) = &app.folder.draft else { return Vec::new() };
    let point = draft.point();
    let ranks = navigate::ranks(draft);
    let place = [("rank", (draft.rank + 1).into()), ("count", ranks.into())];
    let place = if ranks > 1 { app.words.say(id!("rank-of"), &place) } else { String::new() };
    let title = joined(&[&format!("{} {}", point.number(), app.words.get(families::point(point))), &place]);
    let issue = draft.meeting.issues.get(draft.rank).filter(|_| point == Point::Issues);
    let issue = issue.and_then(|of| app.folder.plan.issue(&of.issue)).map(|issue| {
        let round = [("name", issue.name.as_str().into()), ("round", issue.round.into())];
        app.words.say(id!("issue-round"), &round)
    });
    let (mut page, mut aside) = (PointPage::new(app, draft, READ), PointPage::new(app, draft, READ));
    fill(&mut page);
    fill_aside(&mut aside);
    page.say_hidden(&mut aside);
    let lines = page.read().chain(aside.read()).filter(|line| line.contains(char::is_alphanumeric));
    std::iter::once(title).chain(issue).chain(lines).collect()
}

/// Fills the page of the agenda point.
fn fill(page: &mut PointPage<'_>) {
    match page.draft.point() {
        Point::Opening => starting::opening(page),
        Point::Returns => starting::returns(page),
        Point::Portrait => starting::portrait(page),
        Point::People => person::person(page),
        Point::Issues => issue::issue(page),
        Point::Review => ending::review(page),
        Point::Decisions => ending::decisions(page),
        Point::Closing => ending::closing(page),
    }
}

fn fill_aside(page: &mut PointPage<'_>) {
    match page.draft.point() {
        Point::Opening => {}
        Point::Portrait => starting::last_portrait(page),
        Point::People => person::traces(page),
        Point::Issues => issue::last_time(page),
        Point::Returns | Point::Decisions => ending::last_decisions(page),
        Point::Review => ending::last_review(page),
        Point::Closing => ending::keepings(page),
    }
}
