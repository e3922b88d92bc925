//! Basic value types on which the rest of the domain is built. Independent of the model.

pub mod calendar;
pub mod collation;
pub mod fault;
pub mod language;
pub mod new_ids;
pub mod record;
pub mod scalar;
pub mod text;
pub mod timestamp;
pub mod tree;
pub mod typed;
pub mod typed_day;
pub mod when;
