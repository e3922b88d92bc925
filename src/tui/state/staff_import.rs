//! The state of a staff list import: its tables, what was decided, and the preview.

use crate::domain::{
    board::import::{Arrivals, Import, ImportChoices},
    table::Spreadsheet,
    value::{new_ids::NewIds, timestamp::DateOrder},
};

/// A staff list import in progress.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffImport {
    /// The tables read from the file.
    pub tables: Vec<Spreadsheet>,
    /// What was decided so far.
    pub choices: ImportChoices,
    /// The ids of new people, the same in each preview.
    pub ids: NewIds,
    /// The line of the preview under the cursor.
    pub at: usize,
    /// What would be written, once nothing more is to be asked.
    pub ready: Option<Box<Import>>,
}

/// The answer to a question about a staff list.
#[derive(Clone, Debug, PartialEq)]
pub enum StaffAnswer {
    /// The table, by its position.
    Table(usize),
    /// The position of a head, and the key of the column to import it into; empty leaves it out.
    Column(usize, String),
    /// The order of day and month in a column, by its position.
    Order(usize, DateOrder),
    /// Whether hidden rows come in.
    Hidden(bool),
    /// Who comes in.
    Arrivals(Arrivals),
}

/// What choosing a line of the preview does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffAct {
    /// Takes the list.
    Take,
    /// Changes the sheet.
    Sheet,
    /// Changes where a column goes.
    Column(usize),
    /// Changes the order of the dates of a column.
    Order(usize),
    /// Changes whether hidden rows come in.
    Hidden,
    /// Changes who comes in.
    Arrivals,
    /// Ticks a person, by position.
    Person(usize),
}
