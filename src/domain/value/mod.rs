//! The small values that everything else is made of. Knows no school.

pub mod calendar;
pub mod collation;
pub mod fault;
pub mod language;
pub mod record;
pub mod scalar;
pub mod text;
pub mod timestamp;
pub mod tree;
pub mod typed;
pub mod when;
