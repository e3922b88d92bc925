//! The view state of the screens, as plain data, without their behaviour and drawing.

mod chosen;
pub mod consent;
pub mod dialog;
pub mod field;
pub mod founding;
pub mod given_up;
pub mod new_record;
pub mod opened;
pub mod page;
pub mod pairing;
pub mod projection;
pub mod staff_import;
mod subject;
pub mod survey_import;

pub use subject::Subject;

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use chrono::NaiveDateTime;

use self::{
    founding::Founding, given_up::GivenUp, opened::OpenedField, staff_import::StaffImport, survey_import::SurveyImport,
};
use super::{action::Action, effect::Mouse, event::VersionLine, prompt::Prompt};
use crate::{
    domain::{
        board::layout::{Layout, NamedView},
        edit::Edit,
        model::{board::Newcomer, cycle::Step, draft::ShownField, folder::Folder},
    },
    words::{Id, id},
};

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
    /// The screen that an action shows.
    pub fn shown_by(action: Action) -> Option<Screen> {
        Self::TABS.iter().find(|(_, shows, _)| *shows == action).map(|(screen, ..)| *screen)
    }

    /// The screens with a tab, each with the action that shows it.
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

/// The view state of every screen.
#[derive(Debug, Default)]
pub struct Views {
    /// The current screen.
    pub screen: Screen,
    /// A record open over the screen.
    pub sheet: Option<OpenSheet>,
    /// The cursor of the home screen.
    pub home: usize,
    /// The state of the plan screen.
    pub plan: PlanView,
    /// The state of the board screen.
    pub board: BoardView,
    /// The state of the meetings screen.
    pub meetings: MeetingsView,
    /// The cursor of the impact screen.
    pub impact: usize,
    /// The state of the landmarks screen.
    pub landmarks: LandmarksView,
    /// The state of the versions screen.
    pub versions: VersionsView,
    /// The state of the meeting under way.
    pub meeting: MeetingView,
    /// The width of the window at the last frame, in columns.
    pub width: u16,
    /// The board column chosen for each table heading in earlier imports.
    pub heads: BTreeMap<String, String>,
    /// Who handles the mouse.
    pub mouse: Mouse,
    /// The fields that the open dialog sets, as they were when it was opened.
    pub opened: Vec<OpenedField>,
    /// The texts that were given up.
    pub given_up: GivenUp,
    /// The questions waiting from the shell.
    pub questions: VecDeque<Prompt>,
    /// When a key was last pressed.
    pub last_key: Option<NaiveDateTime>,
    /// The letter last pressed outside any field of a meeting.
    pub last_letter: Option<StrayLetter>,
    /// When a question that nobody expected was shown, until a pause shows that it was seen.
    pub unseen: Option<NaiveDateTime>,
    /// The name of the file that is being read for an import.
    pub reading: Option<String>,
    /// The staff list that is being imported.
    pub staff_import: Option<StaffImport>,
    /// The survey that is being imported.
    pub survey_import: Option<SurveyImport>,
    /// What a wall had been told to show before it was opened.
    pub stale: Option<ShownField>,
    /// People who were on the board before: texts may still name them.
    pub remembered: Vec<Arc<Newcomer>>,
    /// The person just added, of whom more is asked.
    pub arriving: Option<String>,
    /// How the lengths of the agenda points are shown.
    pub lengths: LengthsShown,
    /// The school that is being made.
    pub founding: Option<Founding>,
}

impl Views {
    /// The cursor of the frontmost list, if it has one.
    pub fn cursor(&mut self) -> Option<&mut usize> {
        if let Some(open) = &mut self.sheet {
            return Some(&mut open.at);
        }
        match self.screen {
            Screen::Home => Some(&mut self.home),
            Screen::Plan => Some(&mut self.plan.at),
            Screen::Board => Some(&mut self.board.at),
            Screen::Impact => Some(&mut self.impact),
            Screen::Versions => Some(&mut self.versions.at),
            Screen::Meeting if self.meeting.middle == MeetingPane::Board => Some(&mut self.board.at),
            Screen::Meeting => Some(&mut self.meeting.line),
            Screen::Landmarks => Some(&mut self.landmarks.at),
            Screen::Meetings => None,
        }
    }
}

/// A letter pressed outside any field of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct StrayLetter {
    pub letter: char,
    /// When it was pressed.
    pub when: NaiveDateTime,
    /// Whether it followed another as fast as words are typed.
    pub is_of_a_sentence: bool,
}

/// An open record.
#[derive(Clone, Debug)]
pub struct OpenSheet {
    /// The record.
    pub subject: Subject,
    /// The field under the cursor.
    pub at: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowOrder {
    /// File order.
    #[default]
    File,
    /// Earliest first; texts that are not dates come last.
    Date,
    LatestFirst,
}

/// The state of the plan screen.
#[derive(Debug, Default)]
pub struct PlanView {
    /// The cursor, among the rows shown.
    pub at: usize,
    /// The issue to filter by.
    pub issue: Option<String>,
    /// The step to filter by.
    pub step: Option<Step>,
    /// The text to filter by.
    pub filter: String,
    /// The order of the rows.
    pub order: RowOrder,
}

/// The direction of a sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    Up,
    Down,
}

/// Which people are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeopleShown {
    /// Only people at the school.
    #[default]
    Present,
    /// Departed people too.
    Everybody,
}

/// How the lengths of the agenda points are shown on the sheet of the school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LengthsShown {
    /// Folded in one line.
    #[default]
    Together,
    /// One line each.
    Each,
}

/// The state of the board screen.
#[derive(Debug, Default)]
pub struct BoardView {
    /// The cursor, among the people shown.
    pub at: usize,
    /// The id of the person last under the cursor.
    pub stood: Option<String>,
    /// The key of the column under the cursor; `None` for the name, that is, the whole line.
    pub column: Option<String>,
    /// The text to filter by.
    pub filter: String,
    /// The key of the column to sort by, and the direction; `None` for file order.
    pub sort: Option<(String, Sorted)>,
    /// Which people are shown.
    pub who: PeopleShown,
    /// The ids of the marked people.
    pub marked: BTreeSet<String>,
    /// The columns shown.
    pub layout: Layout,
    /// The columns of the whole board, while a named view is shown.
    pub whole: Option<Layout>,
    /// The views that the school keeps.
    pub kept: Vec<NamedView>,
    /// The block of cells chosen, if more than the one under the cursor is.
    pub block: Option<CellBlock>,
    /// How the value of the cell being edited was begun.
    pub entry: CellEntry,
    /// The column in which a series of Tab began, to which Enter goes back.
    pub series: Option<Option<String>>,
}

/// A block of cells, from one corner to the opposite one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellBlock {
    /// Where it began.
    pub from: Corner,
    /// Where it ends.
    pub to: Corner,
}

/// A corner of a block of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corner {
    /// The person, by id.
    pub person: String,
    /// The key of the column; `None` for the name.
    pub column: Option<String>,
}

/// How the value of a cell was begun, which decides what the arrows do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellEntry {
    /// The cell was opened: the arrows move in its text.
    #[default]
    Opened,
    /// A letter typed over it replaces it: the arrows keep the value and move on.
    Typed,
}

/// The state of the meetings screen.
#[derive(Debug, Default)]
pub struct MeetingsView {
    /// The meeting shown, counted back from the newest.
    pub back: usize,
    /// The scroll offset of the page.
    pub top: usize,
    /// The meeting shown beside it, counted back from the newest.
    pub beside: Option<usize>,
    /// The pane that the arrows control.
    pub pane: Pane,
}

/// A pane of two meetings side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The main meeting.
    #[default]
    Read,
    /// The meeting beside it.
    Beside,
}

impl MeetingsView {
    /// Shows a meeting.
    pub fn show(&mut self, folder: &Folder, stem: &str) {
        self.back = folder.meetings.keys().rev().position(|s| s == stem).unwrap_or(0);
        self.top = 0;
    }
}

/// The state of the landmarks screen.
#[derive(Debug, Default)]
pub struct LandmarksView {
    /// The cursor, among the lines shown.
    pub at: usize,
    /// The open catalogue, by id.
    pub open: Option<String>,
    /// The text to filter by.
    pub filter: String,
}

/// The state of the versions screen.
#[derive(Debug, Default)]
pub struct VersionsView {
    /// The versions, oldest first, as received from the shell.
    pub lines: Vec<VersionLine>,
    /// The cursor, counted from the newest.
    pub at: usize,
    /// The version shown.
    pub read: Option<VersionPage>,
    /// The scroll offset of its page.
    pub top: usize,
}

/// The contents of the version shown.
#[derive(Clone, Debug)]
pub struct VersionPage {
    /// The edits made after it.
    pub changes: Vec<Edit>,
    pub text: String,
}

/// The main pane of the meeting screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeetingPane {
    /// The agenda point.
    #[default]
    Point,
    Board,
    /// The last meeting, beside the agenda point where there is room.
    Last,
}

/// The state of the meeting screen; the rest is in the draft.
#[derive(Debug, Default)]
pub struct MeetingView {
    /// The line under the cursor.
    pub line: usize,
    /// The main pane.
    pub middle: MeetingPane,
    /// The extra scroll offset of the page keys, in lines, to read below the last item.
    pub scroll: usize,
    /// When the agenda point was entered.
    pub entered: NaiveDateTime,
    /// The person who needs more support, while what comes next is asked.
    pub supporting: Option<String>,
    /// Whether an action is being added, and another one may come after it.
    pub is_adding: bool,
}
