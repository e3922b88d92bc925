//! Every action a user can trigger, in one table: its order is that of the help, its ids are those of the words and the
//! keymap.

use crate::words::{Id, id};

macro_rules! hinted {
    ($id:literal) => {
        id!(concat!("action-", $id))
    };
    ($id:literal hint) => {
        id!(concat!("hint-", $id))
    };
}

macro_rules! actions {
    ($($(#[$about:meta])* $name:ident = $id:literal $(, $hint:ident)?;)+) => {
        /// An action of the user.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$about])* $name),+ }

        impl Action {
            /// Every action, in help order.
            pub const ALL: &'static [Action] = &[$(Action::$name),+];

            /// The id of the action, in the keymap and the words.
            pub fn id(self) -> &'static str {
                match self { $(Action::$name => $id),+ }
            }

            /// The name of the action, in the help and the command palette.
            pub fn sentence(self) -> Id {
                match self { $(Action::$name => id!(concat!("action-", $id))),+ }
            }

            /// The name of the action in the hint bar, shorter where one is defined.
            pub fn hint(self) -> Id {
                match self { $(Action::$name => hinted!($id $($hint)?)),+ }
            }

            /// The action with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.id() == id)
            }
        }
    };
}

actions! {
    /// Shows the home screen.
    GoHome = "go-home";
    /// Shows the plan.
    GoPlan = "go-plan";
    /// Shows the board.
    GoBoard = "go-board";
    /// Shows the meetings.
    GoMeetings = "go-meetings", hint;
    /// Shows the impact.
    GoImpact = "go-impact";
    /// Shows the landmarks.
    GoLandmarks = "go-landmarks";
    /// Shows the versions.
    GoVersions = "go-versions";
    /// Starts or resumes a meeting.
    Meet = "meet", hint;
    /// Goes to the next agenda point, person or issue of a meeting.
    Next = "next", hint;
    /// Goes to the previous agenda point, person or issue of a meeting.
    Previous = "previous", hint;
    /// Picks the first choice of the line.
    Choice1 = "choice-1";
    /// Picks the second choice of the line.
    Choice2 = "choice-2";
    /// Picks the third choice of the line.
    Choice3 = "choice-3";
    /// Picks the fourth choice of the line.
    Choice4 = "choice-4";
    /// Picks the fifth choice of the line.
    Choice5 = "choice-5";
    /// Picks the sixth choice of the line.
    Choice6 = "choice-6";
    /// Picks the seventh choice of the line.
    Choice7 = "choice-7";
    /// Moves a person to the end of the round.
    Skip = "skip", hint;
    /// Offers the kinds of support of the tier.
    Supports = "supports", hint;
    /// Measures the impact of the issue.
    Measure = "measure", hint;
    /// Moves the issue to the next step.
    StepOn = "step-on", hint;
    /// Moves the issue to the previous step.
    StepBack = "step-back", hint;
    /// Edits the note of the person or issue under discussion.
    Note = "note", hint;
    /// Edits the needs of the person under discussion.
    Needs = "needs", hint;
    /// Shows or hides the board during a meeting.
    Board = "board", hint;
    /// Closes the impact check.
    Close = "close", hint;
    /// Reveals one person in projector mode, or hides them again.
    Reveal = "reveal", hint;
    /// Moves up.
    Up = "up";
    /// Moves down.
    Down = "down";
    /// Moves left.
    Left = "left", hint;
    /// Moves right.
    Right = "right", hint;
    /// Moves one page up.
    PageUp = "page-up";
    /// Moves one page down.
    PageDown = "page-down";
    /// Moves to the first item.
    First = "first";
    /// Moves to the last item.
    Last = "last";
    /// Moves to the first cell of the line.
    LineStart = "line-start";
    /// Moves to the last cell of the line.
    LineEnd = "line-end";
    /// Extends the block of cells up.
    ExtendUp = "extend-up";
    /// Extends the block of cells down.
    ExtendDown = "extend-down";
    /// Extends the block of cells left.
    ExtendLeft = "extend-left";
    /// Extends the block of cells right.
    ExtendRight = "extend-right";
    /// Chooses every cell.
    SelectAll = "select-all";
    /// Chooses the column under the cursor.
    SelectColumn = "select-column";
    /// Moves to the next pane or cell.
    NextPane = "next-pane", hint;
    /// Moves to the previous pane or cell.
    PreviousPane = "previous-pane";
    /// Opens or edits what is under the cursor.
    Open = "open", hint;
    /// Edits what is under the cursor, in its place.
    Edit = "edit", hint;
    /// Goes back, or cancels.
    Back = "back", hint;
    /// Adds a record.
    New = "new", hint;
    /// Adds a trace about a person.
    Trace = "trace", hint;
    /// Ticks what is under the cursor.
    Tick = "tick", hint;
    /// Archives a record, or removes an entry.
    Archive = "archive", hint;
    /// Filters by text.
    Filter = "filter", hint;
    FilterIssue = "filter-issue", hint;
    FilterStep = "filter-step", hint;
    /// Cycles through the sort orders.
    Sort = "sort", hint;
    /// Counts the values of a column.
    Count = "count", hint;
    /// Shows a named view of the board.
    Views = "views", hint;
    /// Chooses the columns of the board.
    Columns = "columns", hint;
    /// Clears the cell.
    Clear = "clear", hint;
    /// Fills the cell from the one above, or every marked person from this cell.
    FillDown = "fill-down", hint;
    /// Fills the block from its first column.
    FillRight = "fill-right";
    /// Shows or hides departed people.
    Departed = "departed", hint;
    /// Shows another meeting side by side.
    Compare = "compare", hint;
    /// Shows what changed between two days.
    Between = "between", hint;
    /// Shows everything recorded about a person or an issue, in order.
    Thread = "thread", hint;
    /// Shows the page of the pair of a newcomer: who may accompany, and what the two agree on.
    Pair = "pair", hint;
    /// Notes that a newcomer and the mentor met.
    PairMeeting = "pair-meeting", hint;
    /// Opens a link of a row of the plan.
    OpenLink = "open-link", hint;
    /// Makes a row of the plan, or a means of one, from what the committee says.
    KeepIdea = "keep-idea", hint;
    /// Shows what the sources say of the point under discussion.
    Sources = "sources", hint;
    /// Restores a version.
    Restore = "restore", hint;
    /// Erases a person permanently.
    Purge = "purge", hint;
    /// Takes words out of the field under the cursor and of its versions.
    Rectify = "rectify";
    /// Undoes the last change.
    Undo = "undo", hint;
    /// Redoes the last change undone.
    Redo = "redo";
    /// Shows the undo history, to go back to any point.
    History = "history", hint;
    /// Saves a named version.
    KeepVersion = "keep-version", hint;
    /// Begins a new school year.
    NewYear = "new-year";
    /// Reloads the folder.
    Reload = "reload";
    /// Draws the whole screen anew, where another program has written over it.
    Repaint = "repaint";
    /// Toggles projector mode.
    Projector = "projector";
    /// Chooses the audience level.
    Level = "level", hint;
    /// Exports the minutes, the one-page plan, the calendar.
    Export = "export", hint;
    /// Blanks the screen.
    Blank = "blank", hint;
    /// Imports a staff list.
    Import = "import", hint;
    /// Copies to the clipboard.
    Copy = "copy", hint;
    /// Copies to the clipboard, then clears.
    Cut = "cut";
    /// Pastes from the clipboard.
    Paste = "paste";
    /// Releases the mouse to the terminal, or captures it again.
    Mouse = "mouse";
    /// Chooses a theme.
    Theme = "theme";
    /// Shows the school and its committee.
    School = "school", hint;
    /// Makes a school.
    Found = "found", hint;
    /// Opens another school.
    OpenSchool = "open-school", hint;
    /// Opens the command palette.
    Palette = "palette", hint;
    /// Shows what the sources say about the field under the cursor, or the help.
    Explain = "explain", hint;
    /// Shows the help.
    Help = "help", hint;
    Quit = "quit", hint;
}
