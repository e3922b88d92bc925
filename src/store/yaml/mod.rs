//! YAML as text: the position of each value, and edits that touch only the lines they change.

pub mod emit;
pub mod line_edit;
pub mod oddities;
pub mod outline;
pub mod own_style;
pub mod parse;
mod read_value;
mod regroup;
pub mod splice;
pub mod syntax;
mod unknown_keys;
pub mod verify;
