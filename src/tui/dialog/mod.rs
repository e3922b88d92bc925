//! What can be asked of the person: how each dialog opens, what fields a record shows, what a new record starts with.

pub mod create;
pub mod fields;
pub mod open;
