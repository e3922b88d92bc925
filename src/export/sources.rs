//! What publications are made from.

use crate::domain::model::{catalogue::Shelf, cycle::Cycle, folder::Folder};

/// What publications are made from: a school folder, and what the sources know.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// The built-in labels of the cycle.
    pub cycle: &'a Cycle,
    /// The catalogues.
    pub shelf: &'a Shelf,
}
