//! The board as a table: its columns, what is searched, which columns are shown, and lists of staff taken in.

pub mod column;
pub mod import;
pub mod layout;
pub mod months;
pub mod query;
