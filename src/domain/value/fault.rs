//! What can go wrong, as data: a code, a place and values. The words live with the other words.

use std::fmt;

/// How serious a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file, or the reference, cannot be used as it is.
    Error,
    /// It works, but somebody should look.
    Warning,
}

macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $id:literal, $severity:ident;)+) => {
        /// Every kind of fault, each worded under `fault-…` in the words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$about])* $name),+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The stable id, as scripts see it.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$name => $id),+ }
            }

            /// The name of the sentence that says what went wrong.
            pub const fn cause(self) -> &'static str {
                match self { $(Code::$name => concat!("fault-", $id)),+ }
            }

            /// The name of the sentence that says how to mend it.
            pub const fn remedy(self) -> &'static str {
                match self { $(Code::$name => concat!("fault-", $id, ".remedy")),+ }
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
    /// The file is a folder, a pipe or something else.
    NotAFile = "not-a-file", Error;
    /// The file is over the size cap.
    TooLarge = "too-large", Error;
    /// The bytes are not a text in UTF-8 or marked UTF-16.
    NotText = "not-text", Error;
    /// The file was written by a newer version of the program.
    NewerFormat = "newer-format", Error;
    /// A tab indents a line.
    Tab = "tab", Error;
    /// A no-break space stands where a space must.
    NoBreakSpace = "no-break-space", Error;
    /// No blank after a key's colon.
    ColonBlank = "colon-blank", Error;
    /// A colon and a blank inside an unquoted text.
    ColonInText = "colon-in-text", Error;
    /// A quote that never closes.
    Quote = "quote", Error;
    /// A bracket or a brace that never closes.
    Bracket = "bracket", Error;
    /// A line that is not aligned with its neighbours.
    Alignment = "alignment", Error;
    /// The marks that a merge leaves around two versions of one place.
    MergeMarks = "merge-marks", Error;
    /// A file that is neither separated values nor a workbook.
    NotATable = "not-a-table", Error;
    /// A file without a table of two columns and a row.
    NoTable = "no-table", Error;
    /// A table longer than any list of people.
    TooManyRows = "too-many-rows", Error;
    /// A table that no form gives.
    NotASurvey = "not-a-survey", Error;
    /// A row with more cells than the table has heads.
    RowTooLong = "row-too-long", Error;
    /// A cell that a spreadsheet works out.
    Formula = "formula", Error;
    /// Accents that an encoding spoiled.
    SpoiledAccents = "spoiled-accents", Error;
    /// A survey that the folder does not have.
    UnknownSurvey = "unknown-survey", Error;
    /// More people who gave an answer than people who answered.
    CountOverAll = "count-over-all", Error;
    /// A question that the survey does not have.
    UnknownQuestion = "unknown-question", Error;
    /// A group of a survey so small that it could tell who answered what.
    SmallGroup = "small-group", Warning;
    /// A code that the questionnaires of the catalogue do not have.
    UnknownCode = "unknown-code", Error;
    /// An indicator of fewer points than a chart needs.
    TooFewPoints = "too-few-points", Error;
    /// A table that names nobody.
    NoNames = "no-names", Error;
    /// Anything else that is not YAML.
    Syntax = "syntax", Error;
    /// A key that stands twice in one record.
    DuplicateKey = "duplicate-key", Error;
    /// A required key is missing.
    MissingField = "missing-field", Error;
    /// A word that is not in the closed list.
    UnknownWord = "unknown-word", Error;
    /// A number was expected.
    ExpectedNumber = "expected-number", Error;
    /// A day was expected.
    ExpectedDay = "expected-day", Error;
    /// A list where a text is expected, or the reverse.
    WrongShape = "wrong-shape", Error;
    /// A key that the format does not know.
    UnknownField = "unknown-field", Warning;
    /// An issue that the plan does not have.
    UnknownIssue = "unknown-issue", Error;
    /// A person that the board does not have.
    UnknownPerson = "unknown-person", Error;
    /// An indicator that the plan does not have.
    UnknownIndicator = "unknown-indicator", Error;
    /// A mentor who is not on the committee.
    UnknownMentor = "unknown-mentor", Warning;
    /// A value of a column that the school has not declared.
    UnknownColumn = "unknown-column", Warning;
    /// A column of the school's own under a name that the format has already.
    TakenColumn = "taken-column", Warning;
    /// A value that does not fit its column of the school's own.
    OwnValue = "own-value", Warning;
    /// A contact who is not on the committee.
    UnknownContact = "unknown-contact", Warning;
    /// A topic of advice that does not exist is silenced.
    UnknownTopic = "unknown-topic", Warning;
    /// An id that stands twice.
    DuplicateId = "duplicate-id", Error;
    /// A copy that a sync client left beside its file.
    ConflictCopy = "conflict-copy", Warning;
    /// A path that leads nowhere in the document.
    NoSuchPlace = "no-such-place", Error;
    /// A file that the folder does not have.
    NoSuchFile = "no-such-file", Error;
    /// The file could not be edited line by line, and was left alone.
    NotEditable = "not-editable", Error;
    /// The file could not be written.
    NotWritten = "not-written", Error;
    /// The folder is not empty.
    NotEmpty = "not-empty", Error;
    /// A version that does not exist.
    NoSuchVersion = "no-such-version", Error;
    /// A template that does not exist.
    NoSuchTemplate = "no-such-template", Error;
    /// A theme that cannot be used.
    BadTheme = "bad-theme", Error;
    /// A theme whose text is hard to read.
    WeakContrast = "weak-contrast", Warning;
    /// A school year that cannot be read.
    BadYear = "bad-year", Error;
}

/// Where in a file. Lines and columns count from 1, columns in characters; 0 is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the school folder.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// The text of the line, for the caret. It never leaves the machine: reports keep only line and column.
    pub excerpt: String,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), ..Place::default() }
    }
}

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// The values that its words need.
    pub values: Vec<(&'static str, String)>,
    /// What a library said of it, for those who mend the program: never shown, since it may quote a file.
    pub cause: Option<String>,
}

impl Fault {
    /// A fault about a whole file.
    pub fn new(code: Code, file: impl Into<String>) -> Self {
        Fault { code, place: Place::file(file), values: Vec::new(), cause: None }
    }

    /// The same fault at a place.
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// The same fault in a file of another name.
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file = file.into();
        self
    }

    /// The same fault with the error that led to it.
    pub fn caused_by(mut self, error: &dyn std::error::Error) -> Self {
        self.cause = Some(error.to_string());
        self
    }

    /// The same fault with one more value.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}
