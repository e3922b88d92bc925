//! A meeting from end to end: how it opens, how it closes, what changed between two, what was said over a year.

pub mod between;
pub mod closing;
pub mod opening;
pub mod thread;
