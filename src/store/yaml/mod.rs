//! YAML as text: where each value stands, and edits that touch only the lines they change.

pub mod emit;
pub mod line_edit;
pub mod outline;
pub mod parse;
pub mod splice;
pub mod syntax;
mod unknown_keys;
pub mod verify;
