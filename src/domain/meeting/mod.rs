//! Meetings from start to end: opening, closing, what changed between two, and everything said about a person or issue.

pub mod between;
pub mod closing;
pub mod deeds;
pub mod moving;
pub mod opening;
pub mod thread;
