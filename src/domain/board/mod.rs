//! The board as a table: its columns, searches, layout, history by month, and the import of staff lists.

pub mod column;
pub mod import;
pub mod layout;
pub mod months;
pub mod needs;
pub mod pairing;
pub mod query;
pub mod welcome;
