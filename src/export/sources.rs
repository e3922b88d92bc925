//! The sources of publications.

use crate::domain::{
    model::{catalogue::Catalogues, cycle::Cycle, folder::Folder},
    privacy::mentions::NamedText,
};

/// The sources of publications: a school folder, the cycle and the catalogues.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub folder: &'a Folder,
    /// The built-in labels of the cycle.
    pub cycle: &'a Cycle,
    /// The catalogues.
    pub shelf: &'a Catalogues,
    /// The keys of the columns of the board that the screen shows; empty where there is no screen.
    pub columns: &'a [String],
    /// The school's own letter to whoever arrives, if it has one.
    pub letter: Option<&'a str>,
    /// What the whole folder says of the person whose sheet is made, besides the record.
    pub said: &'a [NamedText],
}
