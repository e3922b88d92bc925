//! What a person may mean. One table: the order is the help's, the id is the words' and the keymap's.

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
        /// What a person meant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$about])* $name),+ }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &'static [Action] = &[$(Action::$name),+];

            /// Its id in the keymap and the words.
            pub fn id(self) -> &'static str {
                match self { $(Action::$name => $id),+ }
            }

            /// Its name, as the help and the palette say it.
            pub fn sentence(self) -> Id {
                match self { $(Action::$name => id!(concat!("action-", $id))),+ }
            }

            /// Its name in the hint bar, shorter where it has one for there.
            pub fn hint(self) -> Id {
                match self { $(Action::$name => hinted!($id $($hint)?)),+ }
            }

            /// The action of an id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|action| action.id() == id)
            }
        }
    };
}

actions! {
    /// Screen 1.
    GoHome = "go-home";
    /// Screen 2.
    GoPlan = "go-plan";
    /// Screen 3.
    GoBoard = "go-board";
    /// Screen 4.
    GoMeetings = "go-meetings", hint;
    /// Screen 5.
    GoImpact = "go-impact";
    /// Screen 6.
    GoLandmarks = "go-landmarks";
    /// Screen 7.
    GoVersions = "go-versions";
    /// Starts a meeting, or takes it up again.
    Meet = "meet", hint;
    /// The next point, person or issue of a meeting.
    Next = "next", hint;
    /// The one before.
    Previous = "previous", hint;
    /// First choice of the line.
    Choice1 = "choice-1";
    /// Second choice of the line.
    Choice2 = "choice-2";
    /// Third choice of the line.
    Choice3 = "choice-3";
    /// Fourth choice of the line.
    Choice4 = "choice-4";
    /// Fifth choice of the line.
    Choice5 = "choice-5";
    /// Sixth choice of the line.
    Choice6 = "choice-6";
    /// Seventh choice of the line.
    Choice7 = "choice-7";
    /// Puts a person off to the end of the round.
    Skip = "skip", hint;
    /// Measures the impact of the issue.
    Measure = "measure", hint;
    /// The issue goes on to the next step.
    StepOn = "step-on", hint;
    /// The issue goes back to the step before.
    StepBack = "step-back", hint;
    /// The note of the line.
    Note = "note", hint;
    /// The needs of the line.
    Needs = "needs", hint;
    /// The board beside the meeting.
    Board = "board", hint;
    /// Closes the meeting or the check.
    Close = "close", hint;
    /// Shows what the projector hides, for one person.
    Reveal = "reveal", hint;
    /// Up.
    Up = "up";
    /// Down.
    Down = "down";
    /// Left.
    Left = "left", hint;
    /// Right.
    Right = "right", hint;
    /// A page up.
    PageUp = "page-up";
    /// A page down.
    PageDown = "page-down";
    /// To the first.
    First = "first";
    /// To the last.
    Last = "last";
    /// Next pane.
    NextPane = "next-pane", hint;
    /// Previous pane.
    PreviousPane = "previous-pane";
    /// Opens, or edits.
    Open = "open", hint;
    /// Back, or gives up.
    Back = "back", hint;
    /// Something new.
    New = "new", hint;
    /// A trace about a person.
    Trace = "trace", hint;
    /// Ticks done.
    Tick = "tick", hint;
    /// Archives.
    Archive = "archive", hint;
    /// Filters by words.
    Filter = "filter", hint;
    /// Filters by issue.
    FilterIssue = "filter-issue", hint;
    /// Filters by step.
    FilterStep = "filter-step", hint;
    /// Sorts, another way each time.
    Sort = "sort", hint;
    /// Counts the values of a column.
    Count = "count", hint;
    /// The columns of the board.
    Columns = "columns", hint;
    /// Empties the cell.
    Clear = "clear", hint;
    /// Fills the cell from the one above, or everybody who is marked from this one.
    FillDown = "fill-down", hint;
    /// Shows those who left, or hides them.
    Departed = "departed", hint;
    /// The meeting before, beside.
    Compare = "compare", hint;
    /// What changed between two days.
    Between = "between", hint;
    /// Everything said of a person or an issue, in order.
    Thread = "thread", hint;
    /// Puts a version back.
    Restore = "restore", hint;
    /// Forgets a person for good.
    Purge = "purge", hint;
    /// Takes the last change back.
    Undo = "undo", hint;
    /// Makes it again.
    Redo = "redo";
    /// Everything that was done, to go back to any of it.
    History = "history", hint;
    /// Keeps a named version.
    KeepVersion = "keep-version", hint;
    /// Reads the folder again.
    Reload = "reload";
    /// Projector mode.
    Projector = "projector";
    /// Who reads the screen.
    Level = "level", hint;
    /// Minutes, the one-page plan, the calendar: what is given to others.
    Export = "export", hint;
    /// Blanks the screen.
    Blank = "blank", hint;
    /// Takes a staff list in.
    Import = "import", hint;
    /// To the clipboard.
    Copy = "copy", hint;
    /// From the clipboard.
    Paste = "paste";
    /// Leaves the mouse to the terminal, or takes it back.
    Mouse = "mouse";
    /// Another theme.
    Theme = "theme";
    /// The school and its committee.
    School = "school", hint;
    /// The command palette.
    Palette = "palette", hint;
    /// The word under the cursor, as the sources explain it; help where there is none.
    Explain = "explain", hint;
    /// Help.
    Help = "help", hint;
    /// Quits.
    Quit = "quit", hint;
}
