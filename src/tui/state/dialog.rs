//! Modal dialogs shown over a screen, as plain data: a text being typed, words for a field, a menu, a question, a page.

use chrono::NaiveDate;

use super::{field::Field, subject::Subject, survey_import::SurveyStep};
use crate::{
    domain::{
        board::layout::Window,
        edit::Edit,
        model::{
            cycle::Step,
            document::FileId,
            publication::{Form, Publication},
            survey::Audience,
        },
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        components::{
            input::Input,
            picker::{Choice, Picker},
            sides::Sides,
        },
        effect::SaveKind,
        theme::Role,
    },
    words::{Id, Words, id},
};

/// Where a typed text goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// Into a field.
    Field(Field),
    /// Into a cell of the board, for these people.
    Cell(Field, Vec<String>),
    /// At the end of a list of texts or records.
    Push(FileId, Vec<String>),
    /// Into a field of the trace that is being written about a person.
    Trace {
        /// The person, by id.
        person: String,
        /// The field, by its key.
        field: String,
        /// The place of the trace among those of the person, once it is begun.
        written: Option<usize>,
    },
    /// Into a new record.
    New(NewRecord),
    /// Why that newcomer leaves.
    Departure(String),
    /// The day from which changes are told.
    ChangesSince,
    /// The day until which changes are told, from that one.
    ChangesUntil(NaiveDate),
    /// A staff list to import.
    StaffFile,
    /// The answers of a form to import.
    SurveyFile,
    /// What is asked of the survey that is being imported.
    Survey(SurveyStep),
    /// The name of a version.
    VersionName,
    /// The words that filter a screen, in the place of those: what they find is shown while one types.
    Filter(String),
}

/// A record that begins with a text: a name, a title, a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRecord {
    /// A newcomer of that name.
    Person,
    /// A row of that title.
    Row,
    /// An issue of that name.
    Issue,
    /// An indicator of that issue, asking that question.
    Indicator(String),
    /// A goal scale of that issue, said in those words.
    Scale(String),
    /// A member of the committee, of that name.
    Member,
    /// A word of the school's own.
    Term,
}

/// What a line of a menu leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Chosen {
    /// An action.
    Act(Action),
    /// The sheet of a record.
    Show(Subject),
    /// A meeting, by its stem.
    ShowMeeting(String),
    /// An entry of a catalogue, or the whole of it.
    ShowEntry {
        /// The catalogue, by id.
        catalogue: String,
        /// The entry, by code.
        code: Option<String>,
    },
    /// A move through the undo history: negative undoes, positive redoes.
    UndoRedo(i32),
    /// A theme: each is shown while one chooses.
    Theme(String),
    /// Something that is given to others.
    Publish(Publication, Form),
    /// Who reads the screen.
    Level(Level),
    /// Who reads the meeting that begins.
    Meet(Level),
    /// The column to sort by, by its key; `None` is the order of the file.
    Sort(Option<String>),
    /// The column to count, by its key.
    Count(String),
    /// The words that filter the screen.
    Filter(String),
    /// The issue that filters the plan.
    FilterIssue(Option<String>),
    /// The step that filters the plan.
    FilterStep(Option<Step>),
    /// What is added to the measures.
    NewImpact(ImpactKind),
    /// A part of that issue to add.
    NewOfIssue(IssuePart, String),
    /// The issue whose impact is checked.
    NewCheck(String),
    /// The issue that a row of the plan serves.
    ServeIssue {
        /// The row.
        row: String,
        /// The issue.
        issue: String,
    },
    /// What a newcomer is given from a catalogue.
    Give {
        /// The newcomer, by id.
        person: String,
        /// The list of theirs, by its key.
        list: String,
        /// The word or the code.
        word: String,
    },
    /// The column to which the head at that place of the staff list goes, by its key; none leaves it out.
    StaffColumn(usize, Option<String>),
    /// Who answered the survey that is being imported.
    SurveyAudience(Audience),
    /// The question that makes its groups.
    SurveyGroups(Option<String>),
}

/// What can be added to the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImpactKind {
    /// An impact check of an issue.
    Check,
    /// A part of an issue.
    Part(IssuePart),
    /// A survey, from the file of a form.
    Survey,
}

/// What can be added to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuePart {
    /// An indicator.
    Indicator,
    /// A goal in five levels.
    Scale,
}

/// What a « yes » does.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// Makes these edits.
    Edits(Vec<Edit>, SaveKind),
    /// Imports a survey, by the edit that writes it.
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
    /// Merges a conflict copy into its file.
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

/// A modal dialog over the screen. How each takes keys and is drawn stands in a file of `tui::dialog`.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A text being typed.
    Text(TextDialog),
    /// Words to pick, or to type, for a field.
    Words(WordsDialog),
    /// A list of things to do, of which one is chosen.
    Menu(MenuDialog),
    /// A question, with what a « yes » does.
    Question(QuestionDialog),
    /// Fields that two people changed differently.
    Sides(Sides),
    /// A text to read.
    Page(PageDialog),
    /// The columns of the board to choose, for a window.
    Columns {
        /// For which window.
        window: Window,
        /// The line under the cursor.
        at: usize,
    },
}

/// A text being typed.
#[derive(Clone, Debug)]
pub struct TextDialog {
    /// What is asked.
    pub title: String,
    /// The text.
    pub input: Input,
    /// Where it goes.
    pub place: Destination,
    /// Why the last answer did not fit.
    pub refusal: Option<String>,
}

/// Words to pick, or to type, for a field.
#[derive(Clone, Debug)]
pub struct WordsDialog {
    /// What is asked.
    pub title: String,
    /// The words.
    pub picker: Picker<String>,
    /// Where they go.
    pub place: Destination,
}

/// A list of things to do, of which one is chosen.
#[derive(Clone, Debug)]
pub struct MenuDialog {
    /// What is asked.
    pub title: String,
    /// The lines, each with what it leads to.
    pub picker: Picker<Chosen>,
    /// What giving the menu up goes back to, where something is shown while one chooses.
    pub before: Option<Chosen>,
}

/// A question.
#[derive(Clone, Debug)]
pub struct QuestionDialog {
    /// The lines, the first being the question.
    pub lines: Vec<String>,
    /// What a « yes » does.
    pub consent: Consent,
    /// The line at the top, when there are many.
    pub at: usize,
}

/// A text to read.
#[derive(Clone, Debug)]
pub struct PageDialog {
    /// What it is.
    pub title: String,
    /// The keys that it takes, in words.
    pub keys: Id,
    /// Its lines.
    pub lines: Vec<PageLine>,
    /// The line at the top.
    pub at: usize,
}

/// A line of a text to read.
#[derive(Clone, Debug)]
pub struct PageLine {
    /// What it says.
    pub text: String,
    /// How it is shown.
    pub role: Role,
    /// Whether it is cut where the window ends, rather than folded: a caret stands under its column.
    pub is_cut: bool,
}

impl From<(String, Role)> for PageLine {
    fn from(line: (String, Role)) -> Self {
        PageLine { text: line.0, role: line.1, is_cut: false }
    }
}

impl Dialog {
    /// Asks for a line of text.
    pub fn line(words: &Words, title: Id, text: &str, place: Destination) -> Dialog {
        Dialog::text(words.get(title), Input::line(text), place)
    }

    /// Asks for a line of text in the place of the one proposed.
    pub fn replaced(words: &Words, title: Id, text: &str, place: Destination) -> Dialog {
        Dialog::text(words.get(title), Input::replaced(text), place)
    }

    /// Asks for a text.
    pub fn text(title: impl Into<String>, input: Input, place: Destination) -> Dialog {
        Dialog::Text(TextDialog { title: title.into(), input, place, refusal: None })
    }

    /// Asks for words for a field.
    pub fn words(title: impl Into<String>, picker: Picker<String>, place: Destination) -> Dialog {
        Dialog::Words(WordsDialog { title: title.into(), picker, place })
    }

    /// Asks for one of a list, with the cursor on what is in force.
    pub fn menu(title: impl Into<String>, choices: Vec<Choice<Chosen>>, current: Option<&Chosen>) -> Dialog {
        Dialog::Menu(MenuDialog { title: title.into(), picker: Picker::menu(choices, current), before: None })
    }

    /// Asks a question.
    pub fn ask(lines: Vec<String>, consent: Consent) -> Dialog {
        Dialog::Question(QuestionDialog { lines, consent, at: 0 })
    }

    /// Shows a text to read.
    pub fn page(title: impl Into<String>, lines: Vec<(String, Role)>) -> Dialog {
        let lines = lines.into_iter().map(Into::into).collect();
        Dialog::Page(PageDialog { title: title.into(), keys: id!("keys-read"), lines, at: 0 })
    }
}
