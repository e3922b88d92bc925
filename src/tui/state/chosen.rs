//! What choosing a line of a menu does.

use super::{
    founding::FoundingChoice,
    new_record::{ImpactKind, IssuePart},
    pairing::Pairing,
    staff_import::StaffAnswer,
    subject::Subject,
    survey_import::SurveyAnswer,
};
use crate::{
    domain::{
        board::layout::NamedView,
        model::{
            cycle::Step,
            draft::ShownField,
            meeting::Instance,
            own_column::OwnKind,
            publication::{Form, Publication},
        },
        privacy::audience::Level,
    },
    tui::action::Action,
};

/// What becomes of a meeting that was left open another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOpen {
    /// It goes on.
    Resumed,
    /// Another one begins.
    Replaced,
    /// It is thrown away.
    Dropped,
}

/// What choosing a line of a menu does.
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
    /// A theme, previewed while choosing.
    Theme(String),
    /// A publication to export.
    Publish(Publication, Form),
    /// The audience level.
    Level(Level),
    /// The audience level of a new meeting.
    Meet(Level),
    /// Who holds the sitting that begins.
    Sit(Instance),
    /// A field of a person to show on the walls that follow.
    OnWall(ShownField),
    /// What becomes of a meeting that was left open another day.
    LeftOpen(LeftOpen),
    /// The key of the column to sort by; `None` for file order.
    Sort(Option<String>),
    /// The key of the column to count.
    Count(String),
    /// The text to filter the screen by.
    Filter(String),
    /// The issue to filter the plan by.
    FilterIssue(Option<String>),
    /// The step to filter the plan by.
    FilterStep(Option<Step>),
    /// The kind of record to add on the impact screen.
    NewImpact(ImpactKind),
    /// The part to add to this issue.
    NewOfIssue(IssuePart, String),
    /// The issue whose impact to check.
    NewCheck(String),
    /// A means to add to a row of the plan, by id.
    NewMeans(String),
    /// What to do about the pair of a newcomer, by id.
    Pairing(Pairing, String),
    /// A link to open, as it is written.
    Link(String),
    /// The issue that a row of the plan is to serve.
    ServeIssue {
        /// The row, by id.
        row: String,
        /// The issue, by id.
        issue: String,
    },
    /// What to give a newcomer from a catalogue.
    Give {
        /// The newcomer, by id.
        person: String,
        /// The list to add to, by its key.
        list: String,
        /// The word or code to add.
        word: String,
    },
    /// Whether the school does something, by the code of its entry; `None` takes its answer back.
    Covered { code: String, is_done: Option<bool> },
    /// The answer to a question about the staff list being imported.
    Staff(StaffAnswer),
    /// The answer to a question about the survey being imported.
    Survey(SurveyAnswer),
    /// The answer to a question about a school that is being made.
    Founding(FoundingChoice),
    /// The folder of another school; `None` to type it.
    School(Option<String>),
    /// The kind of values of a column of the school's own.
    ColumnKind(KindOf, OwnKind),
    /// What to do with the views of the board.
    View(ViewChoice),
}

/// The column of the school's own whose kind is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KindOf {
    /// One that the board has, by its key.
    Column(String),
    /// One that is added once its kind is known, by its name.
    New(String),
}

/// What to do with the views of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChoice {
    /// Shows the whole board.
    Whole,
    /// Shows a view.
    Show(NamedView),
    /// Keeps the board as it stands under a name.
    Keep,
    /// Forgets a view of the school's, by name.
    Forget(String),
}
