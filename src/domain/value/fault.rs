//! Faults as data: a code, a place and values. Their messages live in the `words` module.

use std::fmt;

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file, or the reference, cannot be used as it is.
    Error,
    /// It can be used, but somebody should look at it.
    Warning,
}

macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $id:literal, $severity:ident;)+) => {
        /// The kind of a fault. Its messages are under `fault-…` in the `words` module.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$about])* $name),+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The stable id that scripts see.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$name => $id),+ }
            }

            /// The id of the message that says what went wrong.
            pub const fn cause(self) -> &'static str {
                match self { $(Code::$name => concat!("fault-", $id)),+ }
            }

            /// The id of the message that says how to fix it.
            pub const fn remedy(self) -> &'static str {
                match self { $(Code::$name => concat!("fault-", $id, ".remedy")),+ }
            }

            /// Whether the file lost its content: what was read of it before still stands.
            pub fn is_loss(self) -> bool {
                matches!(self, Code::Emptied | Code::Headless)
            }

            /// How serious it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    /// The folder holds no plan and no board.
    NoSchool = "no-school", Error;
    /// The file cannot be opened or read.
    Unreadable = "unreadable", Error;
    /// The path is not a regular file: a folder, a pipe or something else.
    NotAFile = "not-a-file", Error;
    /// The file exceeds the size limit.
    TooLarge = "too-large", Error;
    /// The bytes are neither UTF-8 nor UTF-16 with a byte order mark.
    NotText = "not-text", Error;
    /// The file is missing, and stands under another name.
    Misplaced = "misplaced", Error;
    /// A file of the school's own, which is never deleted whole.
    OfSchool = "of-school", Error;
    /// There are meetings and no board.
    NoBoard = "no-board", Error;
    /// A file of a dated folder whose name is not a date.
    Stray = "stray", Warning;
    /// The file holds nothing: another program emptied it.
    Emptied = "emptied", Error;
    /// The file lost its `format` line, and with it its beginning.
    Headless = "headless", Error;
    /// The register of versions cannot be read.
    RegisterUnreadable = "register-unreadable", Warning;
    /// Somebody who was purged is on the board again, from an older file.
    PurgedAgain = "purged-again", Warning;
    /// The file was written by a newer version of the program.
    NewerFormat = "newer-format", Error;
    /// A line is indented with a tab.
    Tab = "tab", Error;
    /// A no-break space where a plain space is required.
    NoBreakSpace = "no-break-space", Error;
    /// No space after a key's colon.
    ColonBlank = "colon-blank", Error;
    /// A colon followed by a space inside an unquoted text.
    ColonInText = "colon-in-text", Error;
    /// A quote that is never closed.
    Quote = "quote", Error;
    /// A bracket or a brace that is never closed.
    Bracket = "bracket", Error;
    /// A line that is not aligned with its neighbours.
    Alignment = "alignment", Error;
    /// Conflict markers left by a merge.
    MergeMarks = "merge-marks", Error;
    /// A file that is neither CSV nor an Excel workbook.
    NotATable = "not-a-table", Error;
    /// A workbook that a password protects.
    LockedTable = "locked-table", Error;
    /// A page of the web, whatever the end of its name says.
    WebPage = "web-page", Error;
    /// A file without a table: a header of at least two columns, then at least one row.
    NoTable = "no-table", Error;
    /// A table with more rows than any list of people.
    TooManyRows = "too-many-rows", Error;
    /// A table with more columns than any list of people or any form.
    TooManyColumns = "too-many-columns", Error;
    /// No sheet that names people is called so.
    NoSuchSheet = "no-such-sheet", Error;
    /// A workbook with the answers of several forms.
    SeveralForms = "several-forms", Error;
    /// A workbook that would take too much memory.
    TooHeavy = "too-heavy", Error;
    /// A workbook of which several sheets hold names.
    SeveralSheets = "several-sheets", Error;
    /// A column of dates that can be read in two ways.
    AmbiguousDates = "ambiguous-dates", Error;
    /// A table that is not a form export.
    NotASurvey = "not-a-survey", Error;
    /// A row with more cells than the table has headers.
    RowTooLong = "row-too-long", Error;
    /// A cell that contains a formula.
    Formula = "formula", Error;
    /// A cell that contains an error, or a formula that was never computed.
    BrokenCell = "broken-cell", Error;
    /// Accents garbled by a wrong encoding.
    SpoiledAccents = "spoiled-accents", Error;
    /// A survey that is not in the folder.
    UnknownSurvey = "unknown-survey", Error;
    /// A count larger than its total.
    CountOverAll = "count-over-all", Error;
    /// A question that is not in the survey.
    UnknownQuestion = "unknown-question", Error;
    /// A survey group so small that it could reveal who answered what.
    SmallGroup = "small-group", Warning;
    /// A code that is not in the catalogue's questionnaires.
    UnknownCode = "unknown-code", Error;
    /// An indicator with too few points for a chart.
    TooFewPoints = "too-few-points", Error;
    /// A table without a column of names or ids.
    NoNames = "no-names", Error;
    /// Any other YAML syntax error.
    Syntax = "syntax", Error;
    /// A key that occurs twice in one record.
    DuplicateKey = "duplicate-key", Error;
    /// A dash of a list without anything after it.
    EmptyItem = "empty-item", Warning;
    /// A required key is missing.
    MissingField = "missing-field", Error;
    /// A word that is not in the closed list.
    UnknownWord = "unknown-word", Error;
    /// A number was expected.
    ExpectedNumber = "expected-number", Error;
    /// A day was expected.
    ExpectedDay = "expected-day", Error;
    /// An hour where a day belongs.
    HourOnly = "hour-only", Warning;
    /// A list where a text is expected, or the reverse.
    WrongShape = "wrong-shape", Error;
    /// A list of records, which no text may replace.
    HoldsRecords = "holds-records", Error;
    /// A key that is not in the format.
    UnknownField = "unknown-field", Warning;
    /// An issue that is not in the plan.
    UnknownIssue = "unknown-issue", Error;
    /// A person who is not on the board.
    UnknownPerson = "unknown-person", Error;
    /// A name or an alias that several people have.
    SeveralPeople = "several-people", Error;
    /// An indicator that is not in the plan.
    UnknownIndicator = "unknown-indicator", Error;
    /// A mentor who is not on the committee.
    UnknownMentor = "unknown-mentor", Warning;
    /// A year of induction that is none of the five.
    InductionYear = "induction-year", Warning;
    /// A value in a column that the school has not declared.
    UnknownColumn = "unknown-column", Warning;
    /// A custom column whose id is already a key of the format.
    TakenColumn = "taken-column", Warning;
    /// A value that does not fit its custom column.
    OwnValue = "own-value", Warning;
    /// A contact who is not on the committee.
    UnknownContact = "unknown-contact", Warning;
    /// A silenced advice topic that does not exist.
    UnknownTopic = "unknown-topic", Warning;
    /// An answer about an aim, a measure or a condition that does not exist.
    UnknownEntry = "unknown-entry", Warning;
    /// A risk of a pairing that does not exist.
    UnknownRisk = "unknown-risk", Error;
    /// An id that occurs twice.
    DuplicateId = "duplicate-id", Error;
    /// A copy that a sync client left beside its file.
    ConflictCopy = "conflict-copy", Warning;
    /// A path that does not exist in the document.
    NoSuchPlace = "no-such-place", Error;
    /// A file that is not in the folder.
    NoSuchFile = "no-such-file", Error;
    /// The file could not be edited line by line, and was left alone.
    NotEditable = "not-editable", Error;
    /// The file could not be written.
    NotWritten = "not-written", Error;
    /// The file is set read-only.
    ReadOnly = "read-only", Error;
    /// An export would replace a file of the school.
    NotAnExport = "not-an-export", Error;
    /// The folder is not empty.
    NotEmpty = "not-empty", Error;
    /// A version that does not exist.
    NoSuchVersion = "no-such-version", Error;
    /// Nothing says the words to take out of a field.
    NoSuchWords = "no-words", Error;
    /// A template that does not exist.
    NoSuchTemplate = "no-such-template", Error;
    /// A theme that cannot be used.
    BadTheme = "bad-theme", Error;
    /// A theme whose text is hard to read.
    WeakContrast = "weak-contrast", Warning;
    /// A school year that cannot be parsed.
    BadYear = "bad-year", Error;
}

/// A place in a file. Lines and columns count from 1, columns in characters; 0 means unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the school folder.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// The text of the line, displayed with a caret. It never leaves the machine: reports keep only line and column.
    pub excerpt: String,
}

impl Place {
    /// Creates the place of a whole file, without line or column.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), ..Place::default() }
    }
}

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind of fault.
    pub code: Code,
    /// Where it occurred.
    pub place: Place,
    /// The values that its messages interpolate, by name.
    pub values: Vec<(&'static str, String)>,
    /// The library error that caused it, for debugging. It is never displayed, since it may quote a file.
    pub cause: Option<String>,
}

impl Fault {
    /// Creates a fault about a whole file.
    pub fn new(code: Code, file: impl Into<String>) -> Self {
        Fault { code, place: Place::file(file), values: Vec::new(), cause: None }
    }

    /// Returns the fault at another place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Returns the fault with another file name.
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file = file.into();
        self
    }

    /// Returns the fault with the error that caused it.
    pub fn caused_by(mut self, error: &dyn std::error::Error) -> Self {
        self.cause = Some(error.to_string());
        self
    }

    /// Returns the fault with one more value.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Whether one of its values is this one.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(known, said)| *known == name && said == value)
    }
}
