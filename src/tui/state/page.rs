//! A page of text to read, as a help or a landmark is.

use crate::{tui::theme::Role, words::Id};

/// A page of text.
#[derive(Clone, Debug)]
pub struct PageDialog {
    /// The title of the page.
    pub title: String,
    /// The hint for its keys.
    pub keys: Id,
    pub lines: Vec<PageLine>,
    /// The scroll offset, in lines.
    pub at: usize,
}

/// A line of a page of text.
#[derive(Clone, Debug)]
pub struct PageLine {
    /// The text of the line.
    pub text: String,
    /// The role it is drawn in.
    pub role: Role,
    /// What is done when it is longer than the page is wide.
    pub fold: Fold,
}

/// What is done with a line that is longer than its page is wide.
#[derive(Clone, Copy, Debug)]
pub enum Fold {
    /// It goes on below.
    Wrapped,
    /// It is truncated: a caret points at one of its columns.
    Cut,
    /// It goes on below, from this column on: what comes before stands alone.
    Under(usize),
}

impl From<(String, Role)> for PageLine {
    fn from(line: (String, Role)) -> Self {
        PageLine { text: line.0, role: line.1, fold: Fold::Wrapped }
    }
}
