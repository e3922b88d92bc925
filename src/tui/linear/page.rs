//! Pages read line by line: what each says, and which of its lines a number opens.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        effect::Effect,
        event::KeyName,
        screens::{self, board, home, meeting, meetings},
        state::{MeetingPane, Screen, Subject},
        update::actions,
    },
    words::{date, families, id, joined},
};

/// The width at which the fields of a record stand in one column.
const ONE_COLUMN: u16 = 94;

/// The width at which the lines of a list are whole.
const WIDE: u16 = 220;

/// A height at which everything is drawn.
const HEIGHT: u16 = 600;

/// Where the user is.
#[derive(Clone, Debug, PartialEq)]
pub struct Standpoint {
    screen: Screen,
    sheet: Option<Subject>,
    pane: MeetingPane,
    /// The agenda point and the rank in it.
    point: Option<(usize, usize)>,
    /// What the list is filtered by.
    filter: String,
    /// The meeting read, counted back from the newest.
    back: usize,
    catalogue: Option<String>,
}

impl Standpoint {
    pub fn of(app: &App) -> Self {
        let views = &app.views;
        let filter = match views.screen {
            Screen::Board => &views.board.filter,
            Screen::Plan => &views.plan.filter,
            _ => &views.landmarks.filter,
        };
        Standpoint {
            screen: views.screen,
            sheet: views.sheet.as_ref().map(|sheet| sheet.subject.clone()),
            pane: views.meeting.middle,
            point: app.folder.draft.as_ref().map(|draft| (draft.point, draft.rank)),
            filter: filter.clone(),
            back: views.meetings.back,
            catalogue: views.landmarks.open.clone(),
        }
    }
}

/// Whether the questions of an agenda point are being asked.
pub fn is_at_point(app: &App) -> bool {
    let views = &app.views;
    views.screen == Screen::Meeting && views.sheet.is_none() && views.meeting.middle == MeetingPane::Point
}

/// Reads the page, and counts its lines that a number opens.
pub fn read(app: &mut App) -> (Vec<String>, usize) {
    let views = &app.views;
    let is_board =
        views.screen == Screen::Board || views.screen == Screen::Meeting && views.meeting.middle == MeetingPane::Board;
    match views.screen {
        _ if views.sheet.is_some() => drawn(app),
        _ if is_board => {
            app.views.board.column = None;
            numbered(vec![app.words.get(id!("board-title")).into_owned()], board::read(app))
        }
        Screen::Home => {
            let (counts, lines) = home::read(app);
            let school = &app.folder.plan.school;
            let level = app.words.get(families::level(app.level()));
            let title = joined(&[&school.name, &school.year, &level, &date::full(&app.words, app.today())]);
            let demo = app.setting.demo.then(|| app.words.get(id!("demo-begin")).into_owned());
            numbered([title].into_iter().chain(demo).chain(counts).collect(), lines)
        }
        Screen::Meeting if views.meeting.middle == MeetingPane::Last => plain(meetings::read_last(app)),
        Screen::Meeting => plain(meeting::draw::read(app)),
        Screen::Meetings => plain(meetings::read_shown(app)),
        _ => drawn(app),
    }
}

/// Lines that a number opens, after lines that only say something.
fn numbered(before: Vec<String>, lines: Vec<String>) -> (Vec<String>, usize) {
    let count = lines.len();
    let lines = (1..).zip(lines).map(|(number, line)| format!("{number}. {line}"));
    (before.into_iter().chain(lines).collect(), count)
}

/// Lines that open nothing.
fn plain(lines: Vec<String>) -> (Vec<String>, usize) {
    let lines = lines.iter().map(|line| spoken(line)).filter(|line| line.contains(char::is_alphanumeric));
    (lines.collect(), 0)
}

/// Draws the screen and reads it: the rows of one line of a list are one line, with its number.
fn drawn(app: &mut App) -> (Vec<String>, usize) {
    // The fields of a record stand under one another; a list is wide enough for nothing to be cut.
    let width = if app.views.sheet.is_some() { ONE_COLUMN } else { WIDE };
    app.views.width = width;
    let area = Rect { x: 0, y: 0, width, height: HEIGHT };
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, app.theme(), app.discreet());
    screens::draw(app, &mut canvas, area);
    let hits = canvas.drawn.hits;
    let mut read: Vec<(Option<usize>, String)> = Vec::new();
    for y in 0..HEIGHT {
        let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        let text = spoken(&row);
        let is_here = |area: &Rect| (area.top()..area.bottom()).contains(&y);
        let line = hits.iter().rev().find_map(|(area, hit)| match hit {
            Hit::Line(line) if is_here(area) => Some(*line),
            _ => None,
        });
        match read.last_mut() {
            _ if !text.contains(char::is_alphanumeric) => {}
            Some((before, joined)) if line.is_some() && *before == line => {
                joined.push(' ');
                joined.push_str(&text);
            }
            _ => read.push((line, text)),
        }
    }
    let count = read.iter().filter_map(|(line, _)| *line).max().map_or(0, |last| last + 1);
    let is_sheet = app.views.sheet.is_some();
    let number = |(line, text): (Option<usize>, String)| match (line, text.split_once(", ")) {
        // A field is its label and its value.
        (Some(line), Some((title, value))) if is_sheet => {
            let said = app.words.say(id!("linear-cell"), &[("title", title.into()), ("value", value.into())]);
            format!("{}. {said}", line + 1)
        }
        (Some(line), _) => format!("{}. {text}", line + 1),
        (None, _) => text,
    };
    (read.into_iter().map(number).collect(), count)
}

/// A text without what is only drawn, its columns parted by commas.
pub fn spoken(row: &str) -> String {
    let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{25b8}' | '\u{2800}'..='\u{28ff}');
    let plain: String = row.chars().map(|c| if is_drawn(c) { ' ' } else { c }).collect();
    let columns = plain.split("  ").map(str::trim).filter(|column| !column.is_empty());
    columns.collect::<Vec<_>>().join(", ")
}

/// What can be answered on a page.
pub fn hint(app: &App, count: usize) -> String {
    let hints = screens::hints(app).into_iter().filter(|action| !matches!(action, Action::Open | Action::Back));
    let general = [Action::Meet, Action::GoBoard, Action::GoMeetings, Action::GoImpact, Action::Help, Action::Quit];
    let is_home = app.views.screen == Screen::Home && app.views.sheet.is_none();
    let actions: Vec<Action> = if is_home { general.to_vec() } else { hints.collect() };
    let command = |action: Action| {
        let keys = app.setting.keymap.keys(app.contexts(), action);
        let name = app.words.get(action.hint());
        Some(match keys.first()?.code {
            KeyName::Char(key) if key.is_alphanumeric() => format!("/{key} {name}"),
            _ => format!("/{name}"),
        })
    };
    let commands: Vec<String> = actions.into_iter().filter_map(command).collect();
    let open = if count > 0 { app.words.say(id!("linear-open"), &[("n", count.into())]) } else { String::new() };
    let back = if is_home { String::new() } else { app.words.get(id!("linear-back")).into_owned() };
    let parts = [open, back, commands.join(", ")];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Opens a line of the page.
pub fn open(app: &mut App, line: usize) -> Vec<Effect> {
    if let Some(at) = app.views.cursor() {
        *at = line;
    }
    actions::act(app, Action::Open)
}

/// Goes back to the page before: from a sheet to its list, from the board to the meeting, else home.
pub fn back(app: &mut App) -> Vec<Effect> {
    let is_inside = app.views.sheet.is_some()
        || app.views.screen == Screen::Meeting
        || app.views.landmarks.open.is_some()
        || app.views.versions.read.is_some();
    if is_inside { actions::act(app, Action::Back) } else { actions::act(app, Action::GoHome) }
}
