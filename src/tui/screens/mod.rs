//! The screens, each with what it remembers; one is shown at a time, a sheet or a meeting over it.

pub mod board;
pub mod home;
pub mod impact;
pub mod landmarks;
pub mod meeting;
pub mod meetings;
pub mod plan;
pub mod sheet;
pub mod versions;

use ratatui::layout::Rect;

use super::{action::Action, app::App, canvas::Canvas, components::list, effect::Effect};

/// Which screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Where do we stand?
    #[default]
    Home,
    /// What do we do, and when?
    Plan,
    /// How are they, and what do they need?
    Board,
    /// What did we say?
    Meetings,
    /// Does it make a difference?
    Impact,
    /// What do the sources say?
    Landmarks,
    /// What was it before?
    Versions,
    /// A meeting under way.
    Meeting,
}

impl Screen {
    /// The screens that have a digit, with the action that shows them.
    pub const TABS: [(Screen, Action, &'static str); 7] = [
        (Screen::Home, Action::GoHome, "screen-home"),
        (Screen::Plan, Action::GoPlan, "screen-plan"),
        (Screen::Board, Action::GoBoard, "screen-board"),
        (Screen::Meetings, Action::GoMeetings, "screen-meetings"),
        (Screen::Impact, Action::GoImpact, "screen-impact"),
        (Screen::Landmarks, Action::GoLandmarks, "screen-landmarks"),
        (Screen::Versions, Action::GoVersions, "screen-versions"),
    ];
}

/// What each screen remembers.
#[derive(Debug, Default)]
pub struct Views {
    /// The screen that is shown.
    pub screen: Screen,
    /// A record open over the screen.
    pub sheet: Option<sheet::Sheet>,
    /// Line of the first screen.
    pub home: usize,
    /// The plan's.
    pub plan: plan::PlanView,
    /// The board's.
    pub board: board::BoardView,
    /// The meetings'.
    pub meetings: meetings::MeetingsView,
    /// Line of the impact screen.
    pub impact: usize,
    /// The versions'.
    pub versions: versions::VersionsView,
    /// The meeting's.
    pub meeting: meeting::MeetingView,
}

/// Does what a person meant on the screen that is shown.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if app.views.sheet.is_some() {
        return sheet::act(app, action);
    }
    match app.views.screen {
        Screen::Home => home::act(app, action),
        Screen::Plan => plan::act(app, action),
        Screen::Board => board::act(app, action),
        Screen::Meetings => meetings::act(app, action),
        Screen::Impact => impact::act(app, action),
        Screen::Landmarks => Vec::new(),
        Screen::Versions => versions::act(app, action),
        Screen::Meeting => meeting::act(app, action),
    }
}

/// Draws the screen that is shown.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(open) = &app.views.sheet {
        return sheet::draw(app, canvas, area, open);
    }
    match app.views.screen {
        Screen::Home => home::draw(app, canvas, area),
        Screen::Plan => plan::draw(app, canvas, area),
        Screen::Board => board::draw(app, canvas, area),
        Screen::Meetings => meetings::draw(app, canvas, area),
        Screen::Impact => impact::draw(app, canvas, area),
        Screen::Landmarks => landmarks::draw(app, canvas, area),
        Screen::Versions => versions::draw(app, canvas, area),
        Screen::Meeting => meeting::draw(app, canvas, area),
    }
}

/// The actions to hint at, the most useful first.
pub fn hints(app: &App) -> Vec<Action> {
    if app.views.sheet.is_some() {
        return sheet::hints(app);
    }
    match app.views.screen {
        Screen::Home => vec![Action::Meet, Action::GoMeetings, Action::Open, Action::Tick],
        Screen::Plan => vec![Action::Tick, Action::Open, Action::FilterIssue, Action::FilterStep, Action::Sort, Action::New],
        Screen::Board => vec![Action::Open, Action::New, Action::Filter, Action::Sort, Action::Departed, Action::Archive],
        Screen::Meetings => vec![Action::Left, Action::Right, Action::Compare, Action::Meet],
        Screen::Impact => vec![Action::Open, Action::New],
        Screen::Landmarks => Vec::new(),
        Screen::Versions => vec![Action::Open, Action::Restore, Action::KeepVersion],
        Screen::Meeting => meeting::hints(app),
    }
}

/// Filters the screen that is shown by words.
pub fn set_filter(app: &mut App, words: &str) -> Vec<Effect> {
    match app.views.screen {
        Screen::Board => {
            app.views.board.filter = words.to_owned();
            app.views.board.at = 0;
        }
        Screen::Plan => {
            app.views.plan.filter = words.to_owned();
            app.views.plan.at = 0;
        }
        _ => {}
    }
    Vec::new()
}

/// A click on a line: goes there, or opens it when it is already under the cursor.
pub fn click(app: &mut App, line: usize) -> Vec<Effect> {
    let Some(at) = cursor(app) else { return Vec::new() };
    if *at == line {
        return app.act(Action::Open);
    }
    *at = line;
    Vec::new()
}

/// The cursor of the list in front.
fn cursor(app: &mut App) -> Option<&mut usize> {
    let views = &mut app.views;
    if let Some(open) = &mut views.sheet {
        return Some(&mut open.at);
    }
    match views.screen {
        Screen::Home => Some(&mut views.home),
        Screen::Plan => Some(&mut views.plan.at),
        Screen::Board => Some(&mut views.board.at),
        Screen::Impact => Some(&mut views.impact),
        Screen::Versions => Some(&mut views.versions.at),
        Screen::Meeting if views.meeting.middle == meeting::Middle::Board => Some(&mut views.board.at),
        Screen::Meeting => Some(&mut views.meeting.line),
        Screen::Meetings | Screen::Landmarks => None,
    }
}

/// Moves the cursor of the list in front, of that length; says whether the action was a movement.
fn moves(app: &mut App, action: Action, length: usize) -> bool {
    let Some(at) = cursor(app) else { return false };
    match list::moved(*at, length, action) {
        Some(moved) => {
            *at = moved;
            true
        }
        None => false,
    }
}
