//! What a person may mean. One table: the order is the help's, the id is the words' and the keymap's.

macro_rules! actions {
    ($($(#[$about:meta])* $name:ident = $id:literal;)+) => {
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
    GoMeetings = "go-meetings";
    /// Screen 5.
    GoImpact = "go-impact";
    /// Screen 6.
    GoLandmarks = "go-landmarks";
    /// Screen 7.
    GoVersions = "go-versions";
    /// Starts a meeting, or takes it up again.
    Meet = "meet";
    /// The next point, person or issue of a meeting.
    Next = "next";
    /// The one before.
    Previous = "previous";
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
    Skip = "skip";
    /// Measures the impact of the issue.
    Measure = "measure";
    /// The issue goes on to the next step.
    StepOn = "step-on";
    /// The issue goes back to the step before.
    StepBack = "step-back";
    /// The note of the line.
    Note = "note";
    /// The needs of the line.
    Needs = "needs";
    /// The board beside the meeting.
    Board = "board";
    /// Closes the meeting or the check.
    Close = "close";
    /// Shows what the projector hides, for one person.
    Reveal = "reveal";
    /// Up.
    Up = "up";
    /// Down.
    Down = "down";
    /// Left.
    Left = "left";
    /// Right.
    Right = "right";
    /// A page up.
    PageUp = "page-up";
    /// A page down.
    PageDown = "page-down";
    /// To the first.
    First = "first";
    /// To the last.
    Last = "last";
    /// Next pane.
    NextPane = "next-pane";
    /// Previous pane.
    PreviousPane = "previous-pane";
    /// Opens, or edits.
    Open = "open";
    /// Back, or gives up.
    Back = "back";
    /// Something new.
    New = "new";
    /// A trace about a person.
    Trace = "trace";
    /// Ticks done.
    Tick = "tick";
    /// Archives.
    Archive = "archive";
    /// Filters by words.
    Filter = "filter";
    /// Filters by issue.
    FilterIssue = "filter-issue";
    /// Filters by step.
    FilterStep = "filter-step";
    /// Sorts, another way each time.
    Sort = "sort";
    /// Counts the values of a column.
    Count = "count";
    /// The columns of the board.
    Columns = "columns";
    /// Empties the cell.
    Clear = "clear";
    /// Fills the cell from the one above, or everybody who is marked from this one.
    FillDown = "fill-down";
    /// Shows those who left, or hides them.
    Departed = "departed";
    /// The meeting before, beside.
    Compare = "compare";
    /// What changed between two days.
    Between = "between";
    /// Everything said of a person or an issue, in order.
    Thread = "thread";
    /// Puts a version back.
    Restore = "restore";
    /// Forgets a person for good.
    Purge = "purge";
    /// Takes the last change back.
    Undo = "undo";
    /// Makes it again.
    Redo = "redo";
    /// Everything that was done, to go back to any of it.
    History = "history";
    /// Keeps a named version.
    KeepVersion = "keep-version";
    /// Reads the folder again.
    Reload = "reload";
    /// Projector mode.
    Projector = "projector";
    /// Who reads the screen.
    Level = "level";
    /// Minutes, the one-page plan, the calendar: what is given to others.
    Export = "export";
    /// Blanks the screen.
    Blank = "blank";
    /// Takes a staff list in.
    Import = "import";
    /// To the clipboard.
    Copy = "copy";
    /// From the clipboard.
    Paste = "paste";
    /// Leaves the mouse to the terminal, or takes it back.
    Mouse = "mouse";
    /// Another theme.
    Theme = "theme";
    /// The school and its committee.
    School = "school";
    /// The command palette.
    Palette = "palette";
    /// The word under the cursor, as the sources explain it; help where there is none.
    Explain = "explain";
    /// Help.
    Help = "help";
    /// Quits.
    Quit = "quit";
}
