//! Screen 1: where do we stand?

use ratatui::layout::Rect;
use serde_json::json;

mod line;
mod since;
mod to_do;

use self::line::{HomeLine, lines};
use super::{lane, start};
use crate::{
    domain::{
        advice::overview::{self, DueKind},
        edit::Edit,
        model::{
            board::{Board, Newcomer, Wellbeing},
            document::FileId,
            meeting::{Meeting, MeetingAction},
            progress::Progress,
        },
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, columns},
        components::{list, marks},
        dialog::menus,
        effect::Effect,
        state::{
            Screen, Subject,
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{self, Id, board, date, id, joined, number, signed},
};

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![Action::Meet, Action::GoMeetings, Action::Open, Action::Tick, Action::New, Action::School]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let lines = lines(app);
    if super::cursor::moves(app, action, lines.len()) {
        return Vec::new();
    }
    if action == Action::New {
        return app.open(Dialog::line(&app.words, id!("new-issue"), "", Destination::New(NewRecord::Issue)));
    }
    if action == Action::Filter {
        // On this screen a search covers everything the school has.
        return app.open(menus::palette(app));
    }
    let Some(line) = lines.get(app.views.home) else { return Vec::new() };
    match (action, line) {
        (Action::Open, HomeLine::Issue(id)) => app.open_sheet(Subject::Issue(id.clone())),
        (Action::Open, HomeLine::Due(due)) => match &due.kind {
            DueKind::Action { meeting, .. } => {
                app.views.meetings.show(&app.folder, meeting);
                app.go(Screen::Meetings)
            }
            DueKind::Person(id) | DueKind::Sign(id) | DueKind::NoContact(id) => {
                app.open_sheet(Subject::Person(id.clone()))
            }
            DueKind::Welcome(id, task, _) => super::welcome::open(app, id, task),
            DueKind::Row(id, means) => super::plan::open(app, id, *means),
            DueKind::Check(issue) => {
                let effects = app.go(Screen::Impact);
                // An open check is resumed.
                let begun = app.folder.impacts.iter().rev().find(|(_, c)| c.issue == *issue && !c.is_closed());
                match begun.map(|(stem, _)| stem.clone()) {
                    Some(stem) => app.open_sheet(Subject::Check(stem)),
                    None => super::impact::measure(app, Some(issue)),
                };
                effects
            }
            DueKind::Expired(people) => vec![Effect::AskPurge(people.clone(), None)],
            DueKind::Advice(_) => super::landmarks::show_advice(app),
        },
        (Action::Thread, HomeLine::Issue(id)) => {
            app.open_sheet(Subject::Issue(id.clone()));
            super::sheet::act(app, Action::Thread)
        }
        (Action::Tick, HomeLine::Due(due)) => tick(app, &due.kind),
        (Action::Open, HomeLine::Start(step)) => step.open(app),
        (Action::Open, HomeLine::Since(since)) => app.open_sheet(since::subject(since)),
        _ => Vec::new(),
    }
}

fn tick(app: &mut App, due: &DueKind) -> Vec<Effect> {
    let edit = match due {
        DueKind::Action { meeting, position } => {
            let path = [Meeting::ACTIONS, &position.to_string(), MeetingAction::STATE];
            Edit::set(&app.folder, &FileId::Meeting(meeting.clone()), &path, Some(json!(Progress::Done)))
        }
        DueKind::Person(id) => {
            Edit::set(&app.folder, &FileId::Board, &[Board::PEOPLE, id, Newcomer::NEXT_ACTION], None)
        }
        DueKind::Welcome(id, task, _) => return super::welcome::tick(app, id, task),
        DueKind::Row(id, means) => return super::plan::tick(app, id, *means),
        DueKind::NoContact(id) | DueKind::Sign(id) => return app.open_sheet(Subject::Person(id.clone())),
        DueKind::Expired(people) => return vec![Effect::AskPurge(people.clone(), None)],
        DueKind::Advice(_) | DueKind::Check(_) => return Vec::new(),
    };
    app.try_edit(edit)
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = lines(app);
    let at = app.views.home.min(lines.len().saturating_sub(1));
    let issues = lines.iter().filter(|line| matches!(line, HomeLine::Issue(_))).count();
    // A short window has no room for blank rows.
    let gap = u16::from(area.height >= 18);
    let area = start::demonstration(app, canvas, area);
    let mut y = cycle(app, canvas, area, at) + gap;
    let footer = if area.height >= 18 { 3 } else { 2 };
    let bottom = area.bottom().saturating_sub(footer);
    let due = &lines[issues..];
    if area.width >= 90 {
        let left = Rect { x: area.x, y, width: 34, height: bottom.saturating_sub(y) };
        portrait(app, canvas, left);
        let right = Rect { x: area.x + 38, y, width: area.width - 38, height: left.height };
        to_do::draw(app, canvas, right, due, issues);
    } else {
        y = portrait_line(app, canvas, Rect { y, height: bottom.saturating_sub(y), ..area }) + gap;
        let rest = Rect { y, height: bottom.saturating_sub(y), ..area };
        to_do::draw(app, canvas, rest, due, issues);
    }
    resources(app, canvas, Rect { y: bottom, height: footer, ..area });
}

fn cycle(app: &App, canvas: &mut Canvas<'_>, area: Rect, at: usize) -> u16 {
    let name = lane::name_width(area.width);
    let mut y = area.y;
    canvas.text(area.x, y, name, &app.words.get(id!("home-cycle")), Role::Accent);
    lane::header(app, canvas, Rect { x: area.x + 1, y, width: area.width - 1, height: 1 }, name);
    y += 1;
    let issues = app.folder.plan.issues_by_priority();
    if issues.is_empty() {
        canvas.text(area.x + 1, y, area.width - 1, &app.words.get(id!("home-no-issue")), Role::Dim);
        return y + 1;
    }
    // A long list of issues must leave room for what is due.
    let shown = list::window(issues.len(), at.min(issues.len() - 1), usize::from(area.height / 4).max(2));
    for position in shown {
        let role = if position == at { Role::Selected } else { Role::Text };
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        canvas.hit(line, Hit::Line(position));
        if position == at {
            canvas.text(area.x, y, 1, "▸", Role::Accent);
            canvas.cursor(area.x, y);
        }
        let place = Rect { x: area.x + 1, y, width: area.width - 1, height: 1 };
        lane::draw(app, canvas, place, name, issues[position], role);
        y += 1;
    }
    y
}

/// Whether the board has never been read: nobody may be counted.
fn is_board_unread(app: &App) -> bool {
    app.folder.broken.contains(&FileId::Board) && app.folder.board.people.is_empty()
}

/// Whether the plan has never been read: nothing of it may be counted.
fn is_plan_unread(app: &App) -> bool {
    let plan = &app.folder.plan;
    app.folder.broken.contains(&FileId::Plan) && plan.rows.is_empty() && plan.issues.is_empty()
}

/// How many people, in words, unless the board has never been read.
pub fn people_count(app: &App, people: usize) -> String {
    match is_board_unread(app) {
        true => app.words.get(id!("board-unread")).into_owned(),
        false => app.words.say(id!("people-count"), &[("n", people.into())]),
    }
}

/// How many people are there, and how many are still to arrive.
fn people_here(app: &App, here: u32) -> String {
    let coming = overview::coming(app.said_board(), app.today());
    joined(&[&people_count(app, here as usize), &board::coming(&app.words, coming)])
}

/// Draws the portrait of the board, a bar per state.
pub fn portrait(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let portrait = overview::portrait(app.said_board(), app.today());
    let used = canvas.text(area.x, area.y, area.width, &app.words.get(id!("home-newcomers")), Role::Accent);
    let count = people_here(app, portrait.newcomers);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &count, Role::Text);
    if is_board_unread(app) {
        return;
    }
    // Every bar has the same scale, whatever is written after it.
    let widest = |state: &Wellbeing| columns(&moved(app, *state, portrait.count(*state)));
    let room = area.width.saturating_sub(25 + Wellbeing::ALL.iter().map(widest).max().unwrap_or(0));
    for (row, state) in (1u16..).zip(Wellbeing::ALL) {
        if row >= area.height {
            break;
        }
        let (y, count) = (area.y + row, portrait.count(*state));
        let (symbol, role) = marks::wellbeing(*state);
        canvas.pieces(
            area.x + 1,
            y,
            18,
            &[(symbol, role), (" ", Role::Text), (&app.words.choice(state.word()), Role::Text)],
        );
        canvas.right(area.x + 18, y, 4, &count.to_string(), Role::Text);
        let moved = moved(app, *state, count);
        let most = u32::from(room);
        let bar = if portrait.newcomers > most { count * most / portrait.newcomers } else { count };
        let used = canvas.text(area.x + 24, y, room, &"█".repeat(bar as usize), role);
        canvas.text(area.x + 25 + used, y, columns(&moved), &moved, Role::Dim);
    }
}

/// How a count of the portrait moved since the last meeting: « (+1) ».
fn moved(app: &App, state: Wellbeing, now: u32) -> String {
    let before = app.folder.last_meeting(app.today()).and_then(|meeting| meeting.portrait);
    match before.map(|before| i64::from(now) - i64::from(before.count(state))) {
        None | Some(0) => String::new(),
        Some(change) => format!("({})", signed(change)),
    }
}

/// Draws the portrait in two lines, for narrow windows.
fn portrait_line(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let portrait = overview::portrait(app.said_board(), app.today());
    let count = people_here(app, portrait.newcomers);
    let head = app.words.get(id!("home-newcomers"));
    canvas.pieces(area.x, area.y, area.width, &[(&head, Role::Accent), ("  ", Role::Text), (&count, Role::Text)]);
    let mut x = area.x + 1;
    for state in Wellbeing::ALL {
        let (symbol, role) = marks::wellbeing(*state);
        let count = format!("{} ", portrait.count(*state));
        let moved = moved(app, *state, portrait.count(*state));
        let moved = if moved.is_empty() { moved } else { format!(" {moved}") };
        x += canvas.pieces(
            x,
            area.y + 1,
            area.right().saturating_sub(x),
            &[
                (&count, Role::Text),
                (symbol, role),
                (" ", Role::Text),
                (&app.words.choice(state.word()), Role::Text),
                (&moved, Role::Dim),
                ("  ", Role::Text),
            ],
        );
    }
    area.y + 2
}

/// The lines that can be opened, to be read; and before them, the newcomers in numbers.
pub fn read(app: &App) -> (Vec<String>, Vec<String>) {
    let portrait = overview::portrait(app.said_board(), app.today());
    let count = |state: &Wellbeing| format!("{} {}", portrait.count(*state), app.words.choice(state.word()));
    let counts: Vec<String> = Wellbeing::ALL.iter().map(count).collect();
    let people = people_here(app, portrait.newcomers);
    let counts = if is_board_unread(app) { people } else { format!("{people} · {}", counts.join(", ")) };
    let line = |line: &HomeLine| match line {
        HomeLine::Issue(id) => app.folder.plan.issue(id).map_or_else(String::new, |issue| lane::said(app, issue)),
        HomeLine::Due(due) => {
            let (mark, when, what) = to_do::said_of(app, due);
            format!("{mark} {}", joined(&[&when, &what, to_do::doer(app, due)])).trim().to_owned()
        }
        HomeLine::Start(step) => step.said(app),
        HomeLine::Since(since) => {
            joined(&[&date::relative(&app.words, since.day, app.today()), &since::said(app, since)])
        }
    };
    (vec![counts], lines(app).iter().map(line).collect())
}

fn resources(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let (granted, taken) = overview::release(&app.folder.board, app.today());
    let (sum, left) = overview::funds(&app.folder);
    let last = app.folder.last_meeting(app.today()).and_then(|m| m.date).map(|day| (app.today() - day.0).num_days());
    let rhythm = &app.folder.plan.committee.rhythm;
    let overdue = matches!((last, app.folder.plan.committee.rhythm_days()), (Some(days), Some(most)) if days > most);
    // A narrow window says the same in fewer words.
    let wide = area.width >= 90;
    let either = |long: Id, short: Id| if wide { long } else { short };
    // What was not read is no zero.
    let release = match is_board_unread(app) {
        true => app.words.get(id!("home-release-unread")).into_owned(),
        false => words::release(&app.words, either(id!("home-release"), id!("home-release-short")), taken, granted),
    };
    let funds = match is_plan_unread(app) {
        true => app.words.get(id!("home-funds-unread")).into_owned(),
        false => app.words.say(
            either(id!("home-funds"), id!("home-funds-short")),
            &[("left", number(&app.words, left).into()), ("sum", number(&app.words, sum).into())],
        ),
    };
    let with_rhythm = if rhythm.is_empty() { id!("home-last-meeting-short") } else { id!("home-last-meeting") };
    let since = match last {
        Some(days) => app.words.say(
            either(with_rhythm, id!("home-last-meeting-short")),
            &[("n", days.into()), ("rhythm", rhythm.clone().into())],
        ),
        None => app.words.get(id!("home-no-meeting")).into_owned(),
    };
    let since = if overdue { format!("! {since}") } else { since };
    let next = match overview::next_meeting(&app.folder, app.today()) {
        Some(day) => {
            let day = if wide { date::medium(&app.words, day) } else { date::short(&app.words, day) };
            let sentence = either(id!("home-next-meeting"), id!("home-next-meeting-short"));
            app.words.say(sentence, &[("day", day.into())])
        }
        None => {
            let sentence = either(id!("home-next-meeting-unset"), id!("home-next-meeting-unset-short"));
            app.words.get(sentence).into_owned()
        }
    };
    let y = if area.height >= 3 { area.y + 1 } else { area.y };
    let half = area.width / 2;
    canvas.text(area.x, y, half - 1, &release, Role::Text);
    canvas.text(area.x + half, y, area.width - half, &funds, Role::Text);
    canvas.text(area.x, y + 1, half - 1, &since, if overdue { Role::Alert } else { Role::Text });
    canvas.text(area.x + half, y + 1, area.width - half, &next, Role::Text);
}
