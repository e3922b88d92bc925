//! The domain: plans, boards, meetings, impact checks, and every edit to them.
//! It accesses no file, no screen and no clock: callers pass in today's date.

#![deny(missing_docs)]

pub mod advice;
pub mod board;
pub mod edit;
pub mod measure;
pub mod meeting;
pub mod model;
pub mod network;
pub mod privacy;
pub mod survey;
pub mod table;
pub mod value;
