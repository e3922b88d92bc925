//! Pages read line by line: what each says, and which of its lines a number opens.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    domain::{
        model::{agenda::Point, cycle::Step, draft::Draft},
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        dialog::{fields, menus},
        effect::Effect,
        event::KeyName,
        screens::{self, board, home, meeting, meetings, plan},
        state::{MeetingPane, Screen, Subject, dialog::Dialog, projection::Revealed},
        update::actions,
    },
    words::{Words, date, families, id, joined},
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
    /// The person or issue of the agenda point, and the step of the issue.
    who: Option<(String, Option<Step>)>,
    /// Who reads.
    pub level: Level,
    /// The person whose hidden fields are shown.
    revealed: Option<Revealed>,
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
            who: app.folder.draft.as_ref().and_then(who),
            level: app.level(),
            revealed: app.projection.revealed.clone().filter(|_| app.is_projected()),
        }
    }
}

/// Who or what the agenda point is about.
fn who(draft: &Draft) -> Option<(String, Option<Step>)> {
    match draft.point() {
        Point::People => draft.meeting.people.get(draft.rank).map(|point| (point.person.clone(), None)),
        Point::Issues => draft.meeting.issues.get(draft.rank).map(|point| (point.issue.clone(), point.after)),
        _ => None,
    }
}

/// The number that a line says, with or without the full stop with which numbers are read.
pub fn number(line: &str) -> Option<usize> {
    line.trim_end_matches('.').parse().ok()
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
            numbered(&app.words, vec![app.words.get(id!("board-title")).into_owned()], board::read(app))
        }
        Screen::Home => {
            let (counts, lines) = home::read(app);
            let school = &app.folder.plan.school;
            let level = app.words.get(families::level(app.level()));
            let title = joined(&[&school.name, &school.year, &level, &date::full(&app.words, app.today())]);
            let demo = app.setting.demo.then(|| app.words.get(id!("demo-begin")).into_owned());
            numbered(&app.words, [title].into_iter().chain(demo).chain(counts).collect(), lines)
        }
        Screen::Plan => {
            let (title, rows) = plan::read(app);
            numbered(&app.words, vec![title], rows)
        }
        Screen::Meeting if views.meeting.middle == MeetingPane::Last => plain(&app.words, meetings::read_last(app)),
        Screen::Meeting => plain(&app.words, meeting::draw::read(app)),
        Screen::Meetings => plain(&app.words, meetings::read_shown(app)),
        _ => drawn(app),
    }
}

/// Lines that a number opens, after lines that only say something.
fn numbered(words: &Words, before: Vec<String>, lines: Vec<String>) -> (Vec<String>, usize) {
    let count = lines.len();
    let lines = (1..).zip(lines).map(|(number, line)| format!("{number}. {}", spoken(words, &line)));
    (before.into_iter().chain(lines).collect(), count)
}

/// Lines that open nothing.
fn plain(words: &Words, lines: Vec<String>) -> (Vec<String>, usize) {
    let lines = lines.iter().map(|line| spoken(words, line)).filter(|line| !line.is_empty());
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
    // What a chart shows is among the fields of its indicator.
    let is_chart = matches!(app.views.sheet.as_ref().map(|sheet| &sheet.subject), Some(Subject::Indicator(_)));
    let mut read: Vec<(Option<usize>, String)> = Vec::new();
    for y in 0..HEIGHT {
        let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        let text = spoken(&app.words, &row);
        let is_here = |area: &Rect| (area.top()..area.bottom()).contains(&y);
        let line = hits.iter().rev().find_map(|(area, hit)| match hit {
            Hit::Line(line) if is_here(area) => Some(*line),
            _ => None,
        });
        match read.last_mut() {
            _ if text.is_empty() || is_chart && line.is_none() && y > 0 => {}
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

/// A text without what is only drawn, its columns parted by commas; what is hidden is told by a word.
pub fn spoken(words: &Words, row: &str) -> String {
    let row = row.replace(&*words.get(id!("hidden-mark")), &words.get(id!("hidden")));
    let is_drawn = |c: char| matches!(c, '\u{2500}'..='\u{25b8}' | '\u{2800}'..='\u{28ff}');
    let plain: String = row.chars().map(|c| if is_drawn(c) { ' ' } else { c }).collect();
    let columns = plain.split("  ").map(|column| column.trim().trim_start_matches(SIGNS).trim());
    columns.filter(|column| column.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(", ")
}

/// The signs that stand before the words that say the same.
const SIGNS: [char; 8] = ['✓', '~', '?', '□', '◐', '●', '○', '•'];

/// The actions that need a screen: to move in a table, to look at two things side by side.
const OF_SCREENS: [Action; 9] = [
    Action::NextPane,
    Action::PreviousPane,
    Action::Columns,
    Action::Compare,
    Action::Mouse,
    Action::Theme,
    Action::Repaint,
    Action::Paste,
    Action::Palette,
];

/// Whether an action makes sense line by line, here.
pub fn is_offered(app: &App, action: Action) -> bool {
    let is_of_meetings = app.views.screen == Screen::Meetings && app.views.sheet.is_none();
    let turns = matches!(action, Action::Left | Action::Right) && is_of_meetings;
    let is_last = action == Action::Compare && app.views.screen == Screen::Meeting;
    turns || is_last || !menus::is_movement(action) && !OF_SCREENS.contains(&action)
}

/// The actions about one line of a list.
const OF_A_LINE: [Action; 8] = [
    Action::Trace,
    Action::Archive,
    Action::Tick,
    Action::Clear,
    Action::FillDown,
    Action::Thread,
    Action::Purge,
    Action::Restore,
];

/// Whether an action would be about a line that nobody has named: none is under a cursor here.
pub fn is_about_no_line(app: &App, action: Action) -> bool {
    OF_A_LINE.contains(&action) && app.views.sheet.is_none() && !is_at_point(app)
}

/// What can be answered on a page.
pub fn hint(app: &App, count: usize) -> String {
    let is_said = |action: &Action| {
        !matches!(action, Action::Open | Action::Back) && is_offered(app, *action) && !is_about_no_line(app, *action)
    };
    let hints = screens::hints(app).into_iter().filter(is_said);
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
    let heading = heading(app, line);
    let effects = actions::act(app, Action::Open);
    // Fields of one name are told apart by what they belong to.
    if let (Some(heading), Some((title, ..))) = (heading, app.dialog.as_mut().and_then(Dialog::asked_mut)) {
        *title = joined(&[&heading, title]);
    }
    effects
}

/// The heading of a field of a record, where several have its name.
fn heading(app: &App, line: usize) -> Option<String> {
    let fields = fields::fields(app, &app.views.sheet.as_ref()?.subject);
    let label = &fields.get(line)?.label;
    let is_alone = fields.iter().filter(|field| field.label == *label).count() == 1;
    fields[..=line].iter().rev().find_map(|field| field.heading.clone()).filter(|_| !is_alone)
}

/// Goes back to the page before: from a sheet to its list, from the board to the meeting, else home.
pub fn back(app: &mut App) -> Vec<Effect> {
    let is_inside = app.views.sheet.is_some()
        || app.views.screen == Screen::Meeting
        || app.views.landmarks.open.is_some()
        || app.views.versions.read.is_some();
    if is_inside { actions::act(app, Action::Back) } else { actions::act(app, Action::GoHome) }
}
