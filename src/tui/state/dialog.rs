//! Modal dialogs shown over a screen, as plain data: text inputs, word pickers, menus, questions, pages.

use chrono::NaiveDate;

pub use super::chosen::{Chosen, KindOf, LeftOpen, ViewChoice};
use super::{
    consent::Consent,
    field::Field,
    founding::{FoundingAct, FoundingStep},
    new_record::NewRecord,
    page::PageDialog,
    staff_import::StaffAct,
    survey_import::{SurveyAct, SurveyStep},
};
use crate::{
    domain::{board::layout::Window, model::document::FileId},
    tui::{
        components::{
            input::Input,
            picker::{Choice, Picker},
            sides::Sides,
        },
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
    /// Into a field of a trace about a person.
    Trace {
        /// The person, by id.
        person: String,
        /// The field, by its key.
        field: String,
        /// The index of the trace among those of the person, once it exists.
        written: Option<usize>,
    },
    /// Into a new record.
    New(NewRecord),
    /// Into the reason for this newcomer's departure.
    Departure(String),
    /// The day on which a meeting was held, by its stem.
    MeetingDay(String),
    /// How long a newcomer, by id, and the mentor met.
    PairMeeting(String),
    /// The first day of the changes to show.
    ChangesSince,
    /// The last day of the changes to show, given the first one.
    ChangesUntil(NaiveDate),
    /// The path of a staff list to import.
    StaffFile,
    /// The path of the answers of a form to import.
    SurveyFile,
    /// A step of the survey import.
    Survey(SurveyStep),
    /// A question about a school that is being made.
    Founding(FoundingStep),
    /// The folder of another school.
    School,
    VersionName,
    /// The name of the board as it stands.
    ViewName,
    /// Among the words that name these people, who are about to be erased.
    PurgedWords(Vec<String>),
    /// Among the words to take out of a field of a person, by key, and of every version of it.
    Rectified {
        person: String,
        field: String,
    },
    /// The filter of a screen, applied while it is typed; holds the filter it replaces.
    Filter(String),
}

impl Destination {
    /// The field that the answer sets, with the people of a cell of the board; `None` for what sets no field yet.
    pub fn field(&self) -> Option<(&Field, Option<&[String]>)> {
        match self {
            Destination::Field(field) => Some((field, None)),
            Destination::Cell(field, people) => Some((field, Some(people))),
            Destination::Push(..)
            | Destination::Trace { .. }
            | Destination::New(_)
            | Destination::Departure(_)
            | Destination::MeetingDay(_)
            | Destination::PairMeeting(_)
            | Destination::ChangesSince
            | Destination::ChangesUntil(_)
            | Destination::StaffFile
            | Destination::SurveyFile
            | Destination::Survey(_)
            | Destination::Founding(_)
            | Destination::School
            | Destination::VersionName
            | Destination::ViewName
            | Destination::PurgedWords(_)
            | Destination::Rectified { .. }
            | Destination::Filter(_) => None,
        }
    }
}

/// A modal dialog over the screen. The keys and drawing of each are in a file of `tui::dialog`.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A text input.
    Text(TextDialog),
    /// Words to pick or type for a field.
    Words(WordsDialog),
    Menu(MenuDialog),
    /// A yes-or-no question.
    Question(QuestionDialog),
    /// Conflicting fields, to resolve.
    Sides(Sides),
    /// A page of text.
    Page(PageDialog),
    /// The preview of an import.
    Preview(PreviewDialog),
    /// The choice of board columns, for a window.
    Columns {
        /// The window size that the columns are for.
        window: Window,
        /// The line under the cursor.
        at: usize,
    },
}

/// A text input.
#[derive(Clone, Debug)]
pub struct TextDialog {
    /// The title of the dialog.
    pub title: String,
    /// The text.
    pub input: Input,
    /// The text before anything was typed.
    pub began: String,
    /// The destination of the text.
    pub place: Destination,
    /// Why the last answer was refused.
    pub refusal: Option<String>,
}

/// Words to pick or type for a field.
#[derive(Clone, Debug)]
pub struct WordsDialog {
    /// The title of the dialog.
    pub title: String,
    /// The words.
    pub picker: Picker<String>,
    /// The destination of the words.
    pub place: Destination,
}

#[derive(Clone, Debug)]
pub struct MenuDialog {
    /// The title of the dialog.
    pub title: String,
    /// The lines, each with its outcome.
    pub picker: Picker<Chosen>,
    /// What to restore when a menu with a live preview is cancelled.
    pub before: Option<Chosen>,
}

/// A yes-or-no question.
#[derive(Clone, Debug)]
pub struct QuestionDialog {
    /// The lines, the first being the question.
    pub lines: Vec<String>,
    /// What a « yes » does.
    pub consent: Consent,
    /// The scroll offset, in lines.
    pub at: usize,
}

/// The preview of an import: what would be written, and what can be changed about it.
#[derive(Clone, Debug)]
pub struct PreviewDialog {
    /// The title of the dialog.
    pub title: String,
    /// The hint for its keys.
    pub keys: Id,
    /// Its lines; the first takes what is shown.
    pub lines: Vec<PreviewLine>,
    /// The line under the cursor.
    pub at: usize,
}

/// A line of a preview.
#[derive(Clone, Debug)]
pub struct PreviewLine {
    /// What choosing it does, if anything.
    pub act: Option<PreviewAct>,
    /// The text of the line.
    pub text: String,
    /// The role it is drawn in.
    pub role: Role,
}

/// What choosing a line of a preview does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewAct {
    Staff(StaffAct),
    Survey(SurveyAct),
    Founding(FoundingAct),
}

impl Dialog {
    /// What the answer is for, if it is a text or words.
    pub fn destination(&self) -> Option<&Destination> {
        self.asked().map(|(_, place)| place)
    }

    /// Like [`Dialog::destination`], to change it.
    pub fn destination_mut(&mut self) -> Option<&mut Destination> {
        self.asked_mut().map(|(.., place)| place)
    }

    /// What is being typed, if the answer is a text or words.
    pub fn typed(&self) -> Option<&Input> {
        self.asked().map(|(input, _)| input)
    }

    /// The title, what is being typed and what it is for, to change them, if the answer is a text or words.
    pub fn asked_mut(&mut self) -> Option<(&mut String, &mut Input, &mut Destination)> {
        match self {
            Dialog::Text(dialog) => Some((&mut dialog.title, &mut dialog.input, &mut dialog.place)),
            Dialog::Words(dialog) => Some((&mut dialog.title, &mut dialog.picker.filter, &mut dialog.place)),
            Dialog::Menu(_)
            | Dialog::Question(_)
            | Dialog::Sides(_)
            | Dialog::Page(_)
            | Dialog::Preview(_)
            | Dialog::Columns { .. } => None,
        }
    }

    fn asked(&self) -> Option<(&Input, &Destination)> {
        match self {
            Dialog::Text(dialog) => Some((&dialog.input, &dialog.place)),
            Dialog::Words(dialog) => Some((&dialog.picker.filter, &dialog.place)),
            Dialog::Menu(_)
            | Dialog::Question(_)
            | Dialog::Sides(_)
            | Dialog::Page(_)
            | Dialog::Preview(_)
            | Dialog::Columns { .. } => None,
        }
    }

    /// Asks for a line of text.
    pub fn line(words: &Words, title: Id, text: &str, place: Destination) -> Dialog {
        Dialog::text(words.get(title), Input::line(text), place)
    }

    /// Asks for a line of text, replacing the one proposed.
    pub fn replaced(words: &Words, title: Id, text: &str, place: Destination) -> Dialog {
        Dialog::text(words.get(title), Input::replaced(text), place)
    }

    /// Asks for a text.
    pub fn text(title: impl Into<String>, input: Input, place: Destination) -> Dialog {
        let began = input.text();
        Dialog::Text(TextDialog { title: title.into(), input, began, place, refusal: None })
    }

    /// The same question, with the reason why what was typed is refused.
    pub fn refusing(mut self, why: impl Into<String>) -> Dialog {
        if let Dialog::Text(dialog) = &mut self {
            dialog.refusal = Some(why.into());
        }
        self
    }

    /// Asks for words for a field.
    pub fn words(title: impl Into<String>, picker: Picker<String>, place: Destination) -> Dialog {
        Dialog::Words(WordsDialog { title: title.into(), picker, place })
    }

    /// Asks for a choice in a menu, with the cursor on the current one.
    pub fn menu(title: impl Into<String>, choices: Vec<Choice<Chosen>>, current: Option<&Chosen>) -> Dialog {
        Dialog::Menu(MenuDialog { title: title.into(), picker: Picker::menu(choices, current), before: None })
    }

    /// Asks a yes-or-no question.
    pub fn ask(lines: Vec<String>, consent: Consent) -> Dialog {
        Dialog::Question(QuestionDialog { lines, consent, at: 0 })
    }

    /// Shows a page of text.
    pub fn page(title: impl Into<String>, lines: Vec<(String, Role)>) -> Dialog {
        let lines = lines.into_iter().map(Into::into).collect();
        Dialog::Page(PageDialog { title: title.into(), keys: id!("keys-read"), lines, at: 0 })
    }
}
