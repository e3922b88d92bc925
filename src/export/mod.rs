//! What the app writes for others: data in, text out.

pub mod show;
pub mod table;
