//! Components shared by several screens.

pub mod bars;
pub mod big;
pub mod chart;
pub mod input;
pub mod list;
pub mod marks;
pub mod picker;
pub mod sides;
