//! The frame around the screens: title bar, tabs, status line and hint bar.

pub mod dialog;

use chrono::TimeDelta;
use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    action::Action,
    app::App,
    canvas::{Canvas, FrameOutput, Hit, columns, wrap},
    keymap::KeyContext,
    screens,
    state::{MeetingPane, Screen},
    theme::Role,
};
use crate::{
    domain::model::agenda::Point,
    words::{date, families, fault, id, joined},
};

/// After how long a black screen says how to leave it: it must not look broken.
pub const LONG_BLANK: TimeDelta = TimeDelta::seconds(2);

/// The minimum window size, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// Draws the application on a buffer.
pub fn draw(app: &App, buffer: &mut Buffer) -> FrameOutput {
    let area = buffer.area;
    let mut canvas = Canvas::new(buffer, app.theme(), app.discreet());
    canvas.fill(area, Role::Text);
    if let Some(since) = app.projection.blank {
        let said = app.words.get(id!("blank-how"));
        canvas.black((app.now - since >= LONG_BLANK).then_some(&said));
        return canvas.drawn;
    }
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        canvas.wrapped(area, &app.words.get(id!("too-small")), Role::Text);
        return canvas.drawn;
    }
    let hints = hint_lines(app, area.width);
    let bottom = area.bottom() - u16::try_from(hints.len()).unwrap_or(1);
    let mut top = area.y;
    if app.views.screen != Screen::Meeting {
        title(app, &mut canvas, Rect { height: 1, ..area });
        tabs(app, &mut canvas, Rect { y: area.y + 1, height: 1, ..area });
        top += 2;
        top += faults(app, &mut canvas, Rect { y: top, height: 1, ..area });
        if area.height >= 20 {
            canvas.rule(area.x, top, area.width);
            top += 1;
        }
    }
    let notice = notice_lines(app, area.width);
    let notices = u16::try_from(notice.len()).unwrap_or(0);
    let body = Rect { x: area.x + 1, y: top, width: area.width - 2, height: bottom.saturating_sub(top + notices) };
    screens::draw(app, &mut canvas, body);
    let alert = app.notice.as_ref().is_some_and(|n| n.alert);
    for (y, line) in (bottom - notices..bottom).zip(&notice) {
        let place = Rect { x: area.x, y, width: area.width, height: 1 };
        canvas.fill(place, Role::Input);
        canvas.text(area.x + 1, y, area.width - 2, line, if alert { Role::Alert } else { Role::Input });
    }
    hint_bar(app, &mut canvas, Rect { y: bottom, height: area.bottom() - bottom, ..area }, &hints);
    if let Some(dialog) = &app.dialog {
        dialog::draw(app, &mut canvas, area, dialog);
        // The audience level stays visible over any dialog.
        let level = format!(" {} ", level(app));
        canvas.right(area.x, area.bottom() - 1, area.width, &level, Role::Key);
    }
    canvas.drawn
}

fn title(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    canvas.fill(area, Role::Bar);
    let school = &app.folder.plan.school;
    let name = joined(&[&school.name, &school.year]);
    let level = level(app);
    let day =
        if area.width >= 80 { date::medium(&app.words, app.today()) } else { date::short(&app.words, app.today()) };
    let mark = if area.width >= 100 { id!("demo-mark") } else { id!("demo-mark-short") };
    let demo = if app.setting.demo { format!("{} · ", app.words.get(mark)) } else { String::new() };
    let right = format!("{demo}{level} · {day} ");
    let room = area.width.saturating_sub(columns(&right) + 2);
    let used = canvas.text(area.x + 1, area.y, room, if area.width >= 70 { "Arrimage  " } else { "" }, Role::Key);
    canvas.text(area.x + 1 + used, area.y, room.saturating_sub(used), &name, Role::Bar);
    canvas.right(area.x, area.y, area.width, &right, Role::Bar);
}

/// The name of the audience level.
fn level(app: &App) -> String {
    app.words.get(families::level(app.level())).into_owned()
}

/// The text in the corner of a meeting: the minutes since it began, and the audience level.
fn corner(app: &App, width: u16) -> String {
    let committee = &app.folder.plan.committee;
    let planned: u32 = Point::ALL.iter().map(|point| committee.minutes(*point)).sum();
    let minutes = app.folder.draft.as_ref().map_or(0.0, |draft| {
        let others = draft.meeting.spent.iter().filter(|(point, _)| **point != draft.point());
        others.map(|(_, minutes)| minutes.0).sum::<f64>() + screens::meeting::minutes(app, draft)
    });
    let minutes = minutes.floor() as u64;
    let worded = if width >= 90 { id!("meeting-total") } else { id!("meeting-total-short") };
    let total = app.words.say(worded, &[("total", minutes.into()), ("planned", planned.into())]);
    format!("{total} · {}", level(app))
}

fn tabs(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let names: Vec<(Screen, Action, String)> =
        Screen::TABS.iter().map(|(screen, action, id)| (*screen, *action, app.words.get(*id).into_owned())).collect();
    let full: u16 = names.iter().map(|(_, _, name)| columns(name) + 4).sum();
    let mut x = area.x;
    for (number, (screen, action, name)) in (1..).zip(names) {
        let here = screen == app.views.screen;
        // A narrow window names only the current screen.
        let text = if full <= area.width || here { format!(" {number} {name} ") } else { format!(" {number} ") };
        let start = x;
        x += canvas.text(
            x,
            area.y,
            area.right().saturating_sub(x),
            &text,
            if here { Role::Selected } else { Role::Dim },
        );
        canvas.hit(Rect { x: start, y: area.y, width: x - start, height: 1 }, Hit::Action(action));
    }
}

/// Draws the warning that some files could not be read, which opens the help when clicked.
fn faults(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let Some(first) = app.faults.first() else { return 0 };
    let said = match app.is_projected() {
        true => fault::place(&app.words, first),
        false => format!("{} — {}", fault::place(&app.words, first), fault::cause(&app.words, first)),
    };
    let text = app.words.say(id!("files-broken"), &[("n", app.faults.len().into()), ("first", said.into())]);
    canvas.text(area.x + 1, area.y, area.width - 2, &text, Role::Alert);
    canvas.hit(area, Hit::Action(Action::Help));
    1
}

fn notice_lines(app: &App, width: u16) -> Vec<String> {
    let mut lines =
        app.notice.as_ref().map_or_else(Vec::new, |notice| wrap(app.discreet(), &notice.text, width.saturating_sub(2)));
    lines.truncate(4);
    lines
}

/// The hints that fit on at most two lines, each with its key and name.
fn hint_lines(app: &App, width: u16) -> Vec<Vec<(Action, String, String)>> {
    let meeting = app.views.screen == Screen::Meeting;
    let mut actions = screens::hints(app);
    actions.push(Action::Explain);
    // In a meeting the bar is the page's: everything else is under the help.
    actions.extend([Action::Palette, Action::Quit].into_iter().filter(|_| !meeting));
    let hint = |action: Action| {
        let key = app.setting.keymap.keys(app.contexts(), action).first().copied()?;
        let worded = match action {
            Action::New if meeting => id!("hint-new-action"),
            Action::Board if app.views.meeting.middle == MeetingPane::Board => id!("hint-board-back"),
            Action::Open if app.views.screen == Screen::Meetings && app.views.sheet.is_none() => id!("hint-day"),
            Action::Compare if meeting => id!("hint-compare-meeting"),
            Action::Right if !meeting && app.views.screen == Screen::Board => id!("hint-cells"),
            Action::Tick if app.views.screen == Screen::Board => id!("hint-mark"),
            Action::Open if app.contexts().contains(&KeyContext::Cell) => id!("hint-edit"),
            _ => action.hint(),
        };
        Some((action, app.words.choice(&key.label()).into_owned(), app.words.get(worded).into_owned()))
    };
    let hints: Vec<_> = actions.into_iter().filter_map(hint).collect();
    // The corner of a meeting has its place reserved at the end of the last line.
    let corner = if meeting { columns(&corner(app, width)) + 2 } else { 0 };
    let wide = |(_, key, words): &(Action, String, String)| columns(key) + columns(words) + 4;
    let all: u16 = hints.iter().map(wide).sum();
    let rooms = if all + corner <= width { vec![width - corner] } else { vec![width, width.saturating_sub(corner)] };
    let mut hints = hints.into_iter().peekable();
    let line = |room: u16| {
        let mut used = 0;
        let mut line = Vec::new();
        while let Some(hint) = hints.next_if(|hint| used + wide(hint) <= room + 2) {
            used += wide(&hint);
            line.push(hint);
        }
        line
    };
    rooms.into_iter().map(line).collect()
}

fn hint_bar(app: &App, canvas: &mut Canvas<'_>, area: Rect, lines: &[Vec<(Action, String, String)>]) {
    canvas.fill(area, Role::Bar);
    canvas.drawn.bar = area;
    for (y, line) in (area.y..).zip(lines) {
        let mut x = area.x + 1;
        for (action, key, words) in line {
            let start = x;
            x += canvas.pieces(
                x,
                y,
                area.right().saturating_sub(x),
                &[(key, Role::Key), (" ", Role::Bar), (words, Role::Bar)],
            );
            canvas.hit(Rect { x: start, y, width: x - start, height: 1 }, Hit::Action(*action));
            x += 2;
        }
    }
    if app.views.screen == Screen::Meeting {
        canvas.right(area.x, area.bottom() - 1, area.width - 1, &corner(app, area.width), Role::Key);
    }
}
