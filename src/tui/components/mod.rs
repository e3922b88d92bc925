//! Pieces that several screens use.

pub mod input;
pub mod lane;
pub mod list;
pub mod picker;
pub mod sides;
