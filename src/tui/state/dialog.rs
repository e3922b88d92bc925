//! What stands in front of a screen: a text being typed, a list to pick from, a question, the help.

use chrono::NaiveDate;

use super::{field::Field, survey_import::Taking};
use crate::{
    domain::{
        board::{import::Sheet, layout::Window},
        edit::Edit,
        model::document::FileId,
        privacy::audience::Level,
    },
    tui::{
        components::{
            input::Input,
            picker::{Choice, Mode, Picker},
            sides::Sides,
        },
        effect::Weight,
        theme::Role,
    },
    words::{Id, Words},
};

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Into a field.
    Field(Field),
    /// At the end of a list of texts or records of the meeting under way.
    Push(FileId, Vec<String>),
    /// A new newcomer of that name.
    NewPerson,
    /// A new row of that title.
    NewRow,
    /// A new issue of that name.
    NewIssue,
    /// A new indicator of an issue, asking that question.
    NewIndicator(String),
    /// What is added to the measures: a check, an indicator, an objective, a survey.
    NewImpact,
    /// The issue to which that is added: an indicator or an objective.
    NewUnderIssue(String),
    /// What is added to an issue: an indicator or an objective.
    NewOfIssue(String),
    /// A new objective of an issue, said in those words.
    NewScale(String),
    /// A new member of the committee, of that name.
    NewMember,
    /// An issue that a row of the plan serves.
    RowIssue(String),
    /// A new impact check of that issue.
    NewCheck,
    /// A field of the trace that is being written about a person.
    Trace {
        /// The person.
        person: String,
        /// The field.
        field: String,
        /// The place of the trace among those of the person, once it is begun.
        written: Option<usize>,
    },
    /// Into a cell of the board, for these people.
    Cell(Field, Vec<String>),
    /// Why that newcomer leaves.
    Departure(String),
    /// A day from which changes are told.
    Since,
    /// The day until which changes are told, from that one.
    Until(NaiveDate),
    /// A file to take in.
    ImportFile,
    /// The column of the board to which the head at that place of a table goes.
    ImportHead(Sheet, usize),
    /// The answers of a form to take in.
    SurveyFile,
    /// What is asked of a survey that is being taken in.
    Survey(Box<Taking>),
    /// The column to sort by.
    Sort,
    /// The column to count.
    Count,
    /// A value that was counted, to filter by.
    Bar,
    /// A word of the school's own.
    NewTerm,
    /// To a person, into that list of theirs, that word.
    Give(String, String),
    /// A named version.
    VersionName,
    /// A meeting that was found.
    Found,
    /// The words that filter a screen, in the place of those: what they find is shown while one types.
    Filter(String),
    /// The issue that filters the plan.
    FilterIssue,
    /// The step that filters the plan.
    FilterStep,
    /// A gesture to go back to, or to make again: so many steps, back or on.
    Stroke,
    /// A theme, in the place of that one: each is shown while one chooses.
    Theme(String),
    /// Something that is given to others, by its place among those that can be.
    Publication,
    /// Who reads the screen.
    Level,
    /// Who reads the meeting that begins.
    Meeting,
    /// An action by name.
    Command,
}

/// What a « yes » does.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// Makes these edits.
    Edits(Vec<Edit>, Weight),
    /// Takes a survey in, by the edit that writes it.
    Survey(Edit),
    /// Closes the meeting under way.
    CloseMeeting,
    /// Leaves the meeting under way as it is.
    LeaveMeeting,
    /// Gives the screen back to those who read it before a meeting on a wall.
    Level(Level),
    /// Gives the meeting under way up.
    AbandonMeeting,
    /// Puts a version back.
    Restore(FileId, u32),
    /// Puts a text that was found where it was going.
    Recover(FileId, Vec<String>, String),
    /// Makes edits that were found again.
    Again(Vec<Edit>),
    /// Puts a conflict copy together with its file.
    MergeCopy(String),
    /// Writes files anew, without their comments.
    Rewrite,
    /// Forgets people.
    Purge(Vec<String>),
}

impl Consent {
    /// Whether it can never be taken back: a hand that goes on pressing Enter must not give it.
    pub fn is_for_ever(&self) -> bool {
        matches!(self, Consent::Purge(_))
    }
}

/// What stands in front.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A text being typed.
    Edit {
        /// What is asked.
        title: String,
        /// The text.
        input: Input,
        /// Where it goes.
        target: Target,
        /// Why the last answer did not fit.
        refusal: Option<String>,
    },
    /// A list to pick from.
    Pick {
        /// What is asked.
        title: String,
        /// The list.
        picker: Picker,
        /// Where the answer goes.
        target: Target,
    },
    /// A question, with what will be done.
    Ask {
        /// The lines, the first being the question.
        lines: Vec<String>,
        /// What a « yes » does.
        consent: Consent,
        /// The line at the top, when there are many.
        at: usize,
    },
    /// Fields that two people changed differently.
    Sides(Sides),
    /// A text to read, from a line.
    Read {
        /// What it is.
        title: String,
        /// Its lines, each with whether it stands back.
        lines: Vec<(String, Role)>,
        /// The line at the top.
        at: usize,
    },
    /// The columns of the board to choose, for a window, from a line.
    Columns {
        /// For which window.
        window: Window,
        /// The line under the cursor.
        at: usize,
    },
    /// The help of this screen, from a line.
    Help(usize),
}

impl Overlay {
    /// Asks for a line of text.
    pub fn line(words: &Words, title: Id, text: &str, target: Target) -> Overlay {
        Overlay::Edit { title: words.get(title).into_owned(), input: Input::line(text), target, refusal: None }
    }

    /// Asks for a line of text in the place of the one proposed.
    pub fn replaced(words: &Words, title: Id, text: &str, target: Target) -> Overlay {
        Overlay::Edit { title: words.get(title).into_owned(), input: Input::replaced(text), target, refusal: None }
    }

    /// Asks for one of a list.
    pub fn pick(words: &Words, title: Id, choices: Vec<Choice>, current: &str, target: Target) -> Overlay {
        Overlay::Pick { title: words.get(title).into_owned(), picker: Picker::new(choices, current, Mode::One), target }
    }

    /// Asks a question.
    pub fn ask(lines: Vec<String>, consent: Consent) -> Overlay {
        Overlay::Ask { lines, consent, at: 0 }
    }
}
