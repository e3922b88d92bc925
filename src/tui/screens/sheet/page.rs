//! Drawing of a record: its fields one under another; for a newcomer, the year at the top, and the traces on the right
//! where there is room.

use ratatui::layout::Rect;

use super::{field_list::FieldList, indicator, rounds};
use crate::{
    domain::{
        board::months,
        model::{
            board::{Newcomer, Wellbeing},
            cycle::Step,
        },
        privacy::audience::Level,
    },
    tui::{
        app::App,
        canvas::Canvas,
        components::marks,
        dialog::fields,
        screens::survey,
        state::{OpenSheet, Subject, field::Field},
        theme::Role,
    },
    words::{self, date, id},
};

/// The width from which the traces fit beside the fields, in columns.
const TWO_PANES: u16 = 96;

/// The height below which a chart and the fields do not fit on one page, in rows.
const ONE_PAGE: u16 = 20;

/// The height from which there is room for a blank row above a chart, in rows.
const TALL: u16 = 14;

/// The name of the record, and a line about it.
fn title(app: &App, subject: &Subject) -> (String, String) {
    match subject {
        Subject::Person(id) => {
            let is_shown = app.shows_private(id) || app.folder.plan.is_open_on_wall(Newcomer::JOB);
            let job = app.folder.board.person(id).filter(|_| is_shown).map(|p| p.job.as_str()).unwrap_or_default();
            let sign = app.words.get(id!("hidden-mark-said"));
            let sign = if app.shows_private(id) { "" } else { &*sign };
            (app.person_name(id), format!("{job}  {sign}").trim().to_owned())
        }
        Subject::Row(id) => (app.words.say(id!("sheet-row"), &[("id", id.as_str().into())]), String::new()),
        Subject::Issue(id) => match app.folder.plan.issue(id) {
            Some(issue) => {
                // Goal scales are written while actions are being sought, before any result is known.
                let asks = issue.step == Step::Leads && issue.scales.is_empty();
                let about = if asks { app.words.get(id!("scale-hint")).into_owned() } else { String::new() };
                (issue.name.clone(), about)
            }
            None => (id.clone(), String::new()),
        },
        Subject::Indicator(_) => (app.words.get(id!("sheet-indicator")).into_owned(), String::new()),
        Subject::Survey(_) | Subject::Reference(_) => (String::new(), String::new()),
        Subject::School => (app.words.get(id!("sheet-school")).into_owned(), String::new()),
        Subject::Check(stem) => {
            let check = app.folder.impacts.get(stem);
            let issue = check.and_then(|c| app.folder.plan.issue(&c.issue)).map(|i| i.name.clone()).unwrap_or_default();
            let day = check.and_then(|c| c.date).map_or(stem.clone(), |day| words::date::long(&app.words, day.0));
            let state = if check.is_some_and(|c| c.is_closed()) { id!("check-closed") } else { id!("check-open") };
            (
                app.words.say(id!("sheet-check"), &[("day", day.into()), ("issue", issue.into())]),
                app.words.get(state).into_owned(),
            )
        }
    }
}

/// Draws an open record.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, sheet: &OpenSheet) {
    if matches!(sheet.subject, Subject::Survey(_) | Subject::Reference(_)) {
        return survey::draw(app, canvas, area, &sheet.subject, sheet.at);
    }
    let (name, about) = title(app, &sheet.subject);
    let used = canvas.text(area.x, area.y, area.width, &name, Role::Title);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &about, Role::Dim);
    let mut top = area.y + 1;
    if let Subject::Person(id) = &sheet.subject {
        canvas.text(area.x, top, area.width, &app.words.get(id!("support-not-evaluation")), Role::Dim);
        top += 1;
        if area.height >= 16 {
            top += months(app, canvas, Rect { y: top, height: 1, ..area }, id);
        }
    }
    top = advice(app, canvas, Rect { y: top, height: area.bottom() - top, ..area }, sheet);
    let fields = fields::fields(app, &sheet.subject);
    // The last field belongs to the record; the first ones may be borrowed from another.
    let Some(part) = fields.last().and_then(|field| app.folder.part(&field.file, &field.path).ok()) else { return };
    let body = Rect { y: top + 1, height: area.bottom().saturating_sub(top + 1), ..area };
    // A chart needs every row of a small window.
    let body = match &sheet.subject {
        Subject::Indicator(_) if body.height < TALL => Rect { y: top, height: body.height + 1, ..body },
        _ => body,
    };
    let list = FieldList { app, sheet, fields: &fields, part: &part };
    match &sheet.subject {
        Subject::Indicator(id) => return beside_chart(app, canvas, body, &list, id),
        // In a narrow window the rounds are on the next page.
        Subject::Check(stem) if has_page_of_rounds(area.width) && sheet.at >= fields.len() => {
            canvas.cursor(body.x, body.y);
            rounds::draw(app, canvas, body, stem);
            return;
        }
        Subject::Check(stem) if area.width >= TWO_PANES => {
            let left = body.width * 3 / 5;
            let right = Rect { x: body.x + left + 2, width: body.width - left - 2, ..body };
            rounds::draw(app, canvas, right, stem);
            return list.draw(canvas, Rect { width: left, ..body }, 0..fields.len());
        }
        _ => {}
    }
    match first_trace(&fields).filter(|_| area.width >= TWO_PANES) {
        Some(first) => {
            let half = area.width / 2;
            let right = Rect { x: body.x + half + 2, width: area.width - half - 2, ..body };
            list.draw(canvas, Rect { width: half - 1, ..body }, 0..first);
            for y in body.y..body.bottom() {
                canvas.text(body.x + half, y, 1, "│", Role::Rule);
            }
            list.draw(canvas, right, first..fields.len());
        }
        None => list.draw(canvas, body, 0..fields.len()),
    }
}

/// Draws the fields of an indicator and its chart: side by side, or the chart above in a narrow window.
fn beside_chart(app: &App, canvas: &mut Canvas<'_>, body: Rect, list: &FieldList<'_>, id: &str) {
    let all = 0..list.fields.len();
    if body.width >= TWO_PANES {
        let left = body.width * 2 / 5;
        indicator::draw(app, canvas, Rect { x: body.x + left + 2, width: body.width - left - 2, ..body }, id);
        return list.draw(canvas, Rect { width: left, ..body }, all);
    }
    // A small window shows the chart first, then the fields once the cursor moves down.
    let room = match body.height < ONE_PAGE {
        true if list.sheet.at > 0 => return list.draw(canvas, body, all),
        true => body.height,
        false => body.height * 2 / 3,
    };
    let used = indicator::draw(app, canvas, Rect { height: room, ..body }, id);
    if body.height < ONE_PAGE {
        canvas.cursor(body.x, body.y);
    }
    list.draw(canvas, Rect { y: body.y + used + 1, height: body.height.saturating_sub(used + 1), ..body }, all);
}

/// The height of a window in which a piece of advice may take several lines.
const TALL_FOR_ADVICE: u16 = 24;

/// Draws the advice about the record: whole in a tall window, one line each in others; returns the row below.
fn advice(app: &App, canvas: &mut Canvas<'_>, area: Rect, sheet: &OpenSheet) -> u16 {
    let (file, place) = sheet.subject.place();
    let advice = app.advice().filter(|advice| advice.is_about(&file, &place));
    let advice = advice.filter(|advice| !app.is_projected() || advice.person.is_none());
    let mut y = area.y;
    for advice in advice.take(if area.height < 13 { 1 } else { 3 }) {
        let said = words::advice::wording(&app.words, advice);
        let weight = words::advice::weight(&app.words, advice);
        let said = format!("{weight}\u{a0}: {said}");
        if area.height < TALL_FOR_ADVICE {
            canvas.text(area.x, y, area.width, &said, Role::Watch);
            y += 1;
        } else {
            y += canvas.wrapped(Rect { y, height: 3, ..area }, &said, Role::Watch);
        }
    }
    y
}

/// Draws a person's state month by month: in full colour where it was recorded that month, dim where it carries over.
/// Returns the number of rows used.
fn months(app: &App, canvas: &mut Canvas<'_>, area: Rect, id: &str) -> u16 {
    let mut months = months::months(&app.folder, id, app.year(), app.today());
    // The first month is that of the arrival, which a wall is not told.
    if !app.shows_field(Level::Committee, id, Newcomer::ARRIVAL) {
        months.drain(..months.len().saturating_sub(1));
    }
    if months.iter().all(|month| month.state.is_none()) {
        return 0;
    }
    let mut x = area.x;
    let last = months.len() - 1;
    for (at, month) in months.iter().enumerate() {
        let name = &date::short_month(&app.words, month.first);
        let (mark, role) = month.state.map_or(("·", Role::Dim), marks::wellbeing);
        let said = match month.state {
            // The last month shows the state in words: symbols alone are for those who know them.
            Some(state) if at == last => format!("{mark} {}", app.words.choice(Wellbeing::word(state))),
            _ => mark.to_owned(),
        };
        let role = if month.said || at == last { role } else { Role::Dim };
        let room = area.right().saturating_sub(x);
        x += canvas.pieces(x, area.y, room, &[(name, Role::Dim), (" ", Role::Dim), (&said, role)]);
        if at < last {
            x += canvas.text(x, area.y, area.right().saturating_sub(x), " ─ ", Role::Rule);
        }
    }
    1
}

/// Whether the rounds of a check have their own page after its fields, for lack of room beside them.
pub fn has_page_of_rounds(width: u16) -> bool {
    width < TWO_PANES
}

/// The position of the first field of a trace.
pub fn first_trace(fields: &[Field]) -> Option<usize> {
    fields.iter().position(|field| field.path.get(2).is_some_and(|key| key == Newcomer::TRACES))
}
