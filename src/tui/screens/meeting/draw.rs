//! Drawing of the agenda points: each with its page, and an aside next to it, or below when there is no room.

use ratatui::layout::{Rect, Size};

use super::{ending, issue, navigate, page::PointPage, person, starting};
use crate::{
    domain::model::{agenda::Point, draft::Draft},
    tui::{
        app::App,
        canvas::{Canvas, columns},
        components::list,
        screens::lane,
        theme::Role,
    },
    words::{families, id, joined},
};

/// The rows taken by the header and the hint bar.
const CHROME: u16 = 4;

/// The width from which two panes fit side by side, in columns.
pub const WIDE: u16 = 100;

/// Draws the number and name of the agenda point, the progress within it, and its timer.
pub fn header(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) {
    let point = draft.point();
    let name = app.words.get(families::point(point)).into_owned();
    let minutes = navigate::minutes(app, draft).floor() as u64;
    let planned = app.folder.plan.committee.minutes(point);
    let over = minutes >= u64::from(planned);
    let worded = if area.width >= 70 { id!("meeting-time") } else { id!("meeting-time-short") };
    let time = app.words.say(worded, &[("minutes", minutes.into()), ("planned", planned.into())]);
    let time = if over { format!("! {time}") } else { time };
    let room = area.width.saturating_sub(columns(&time) + 2);
    let mut used = canvas.text(area.x, area.y, room, &format!("{} {name}", point.number()), Role::Title);
    let ranks = navigate::ranks(draft);
    if ranks > 1 {
        let place = app.words.say(id!("rank-of"), &[("rank", (draft.rank + 1).into()), ("count", ranks.into())]);
        used += 3;
        canvas.text(area.x + used, area.y, room.saturating_sub(used), &place, Role::Text);
    }
    canvas.right(area.x, area.y, area.width, &time, if over { Role::Alert } else { Role::Dim });
    canvas.rule(area.x, area.y + 1, area.width);
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
    let is_wide = area.width >= WIDE;
    let main = if is_wide { area.width * 3 / 5 } else { area.width };
    let mut page = PointPage::new(app, draft, Size { width: main.saturating_sub(2), height });
    fill(&mut page);
    let beside = if is_wide { area.width - main - 3 } else { page.width };
    let mut aside = PointPage::new(app, draft, Size { width: beside, height });
    fill_aside(&mut aside);
    if is_wide && !aside.is_empty() {
        for y in area.y..area.bottom() {
            canvas.text(area.x + main, y, 1, "│", Role::Rule);
        }
        aside.draw(canvas, Rect { x: area.x + main + 1, width: area.width - main - 1, ..area });
    } else if !is_wide && !aside.is_empty() {
        page.gap();
        page.append(aside);
    }
    page.draw(canvas, Rect { width: main, ..area });
}

/// Draws the lanes of the issues, the current one highlighted; returns the number of rows used.
fn lanes(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) -> u16 {
    let name = lane::name_width(area.width);
    let head = u16::from(area.width >= lane::wide_width(name));
    lane::header(app, canvas, Rect { height: 1, ..area }, name);
    let issues = &draft.meeting.issues;
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
        Point::Opening => starting::agenda(page),
        Point::Portrait => starting::last_portrait(page),
        Point::People => person::traces(page),
        Point::Issues => issue::last_time(page),
        Point::Returns | Point::Decisions => ending::last_decisions(page),
        Point::Review => ending::last_review(page),
        Point::Closing => ending::writings(page),
    }
}
