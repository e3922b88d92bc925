//! What the screens remember: plain data, apart from how they act and draw.

pub mod dialog;
pub mod field;
pub mod projection;
mod subject;
pub mod survey_import;

pub use subject::Subject;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::NaiveDateTime;

use self::{dialog::Destination, survey_import::Taking};
use super::{action::Action, effect::Mouse, event::VersionLine, prompt::Prompt};
use crate::{
    domain::{
        board::{import, layout::Layout},
        edit::Edit,
        model::{cycle::Step, folder::Folder},
    },
    words::{Id, id},
};

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
    pub const TABS: [(Screen, Action, Id); 7] = [
        (Screen::Home, Action::GoHome, id!("screen-home")),
        (Screen::Plan, Action::GoPlan, id!("screen-plan")),
        (Screen::Board, Action::GoBoard, id!("screen-board")),
        (Screen::Meetings, Action::GoMeetings, id!("screen-meetings")),
        (Screen::Impact, Action::GoImpact, id!("screen-impact")),
        (Screen::Landmarks, Action::GoLandmarks, id!("screen-landmarks")),
        (Screen::Versions, Action::GoVersions, id!("screen-versions")),
    ];
}

/// What each screen remembers.
#[derive(Debug, Default)]
pub struct Views {
    /// The screen that is shown.
    pub screen: Screen,
    /// A record open over the screen.
    pub sheet: Option<OpenSheet>,
    /// Line of the first screen.
    pub home: usize,
    /// The plan's.
    pub plan: PlanView,
    /// The board's.
    pub board: BoardView,
    /// The meetings'.
    pub meetings: MeetingsView,
    /// Line of the impact screen.
    pub impact: usize,
    /// The landmarks'.
    pub landmarks: LandmarksView,
    /// The versions'.
    pub versions: VersionsView,
    /// The meeting's.
    pub meeting: MeetingView,
    /// The columns of the window, as the last frame found it.
    pub width: u16,
    /// Which column of the board each head of a table goes to, as somebody once said.
    pub heads: BTreeMap<String, String>,
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// A line that was given up while it was typed, and where it was going: it is there when its place is opened again.
    pub given_up: Option<(Destination, String)>,
    /// What the outside asks, one question after the other.
    pub questions: VecDeque<Prompt>,
    /// The staff list that is being imported.
    pub staff_import: Option<import::Spreadsheet>,
    /// The survey that is being imported.
    pub survey_import: Option<Taking>,
}

/// An open record.
#[derive(Clone, Debug)]
pub struct OpenSheet {
    /// The record.
    pub subject: Subject,
    /// The field under the cursor.
    pub at: usize,
}

/// In which order the rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowOrder {
    /// As in the file.
    #[default]
    File,
    /// The earliest first; what is not a date comes last.
    Date,
    /// The latest first.
    LatestFirst,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct PlanView {
    /// The row under the cursor, among those shown.
    pub at: usize,
    /// Only this issue.
    pub issue: Option<String>,
    /// Only this step.
    pub step: Option<Step>,
    /// Only these words.
    pub filter: String,
    /// The order.
    pub order: RowOrder,
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// The smallest first.
    Up,
    /// The largest first.
    Down,
}

/// Who is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// Those at the school.
    #[default]
    Present,
    /// Those who left, too.
    Everybody,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct BoardView {
    /// The person under the cursor, among those shown.
    pub at: usize,
    /// Who stood under the cursor, by the id.
    pub stood: Option<String>,
    /// The column under the cursor, by its key; `None` is the name, hence the whole line.
    pub column: Option<String>,
    /// What is looked for.
    pub filter: String,
    /// The column that gives the order, by its key; the order of the file without one.
    pub sort: Option<(String, Sorted)>,
    /// Who is shown.
    pub who: Who,
    /// The people who are marked, by their ids.
    pub marked: BTreeSet<String>,
    /// Which columns are shown.
    pub layout: Layout,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct MeetingsView {
    /// How many meetings back from the newest.
    pub back: usize,
    /// The first line of the page that is shown.
    pub top: usize,
    /// The meeting that stands beside, so many back from the newest.
    pub beside: Option<usize>,
    /// Which of the two the arrows change.
    pub pane: Pane,
}

/// One of two meetings side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The meeting that is read.
    #[default]
    Read,
    /// The one beside.
    Beside,
}

impl MeetingsView {
    /// Shows a meeting.
    pub fn show(&mut self, folder: &Folder, stem: &str) {
        self.back = folder.meetings.keys().rev().position(|s| s == stem).unwrap_or(0);
        self.top = 0;
    }
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct LandmarksView {
    /// The line under the cursor, among those shown.
    pub at: usize,
    /// The catalogue that is open.
    pub open: Option<String>,
    /// Only these words.
    pub filter: String,
}

/// What the screen remembers.
#[derive(Debug, Default)]
pub struct VersionsView {
    /// The versions, oldest first, as the outside told them.
    pub lines: Vec<VersionLine>,
    /// The line under the cursor, the newest being the first.
    pub at: usize,
    /// The version that is read.
    pub read: Option<VersionPage>,
    /// The first line of it that is shown.
    pub top: usize,
}

/// A version that is read.
#[derive(Clone, Debug)]
pub struct VersionPage {
    /// What changed after it.
    pub changes: Vec<Edit>,
    /// Its text.
    pub text: String,
}

/// What stands in the middle of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Middle {
    /// The point of the agenda.
    #[default]
    Point,
    /// The board.
    Board,
    /// The last meeting, beside the point when there is room.
    Last,
}

/// What the screen remembers; the rest is in the draft.
#[derive(Debug, Default)]
pub struct MeetingView {
    /// The line under the cursor.
    pub line: usize,
    /// What stands in the middle.
    pub middle: Middle,
    /// The lines that are passed over, to read what stands under the last item.
    pub scroll: usize,
    /// When the point was entered.
    pub entered: NaiveDateTime,
}
