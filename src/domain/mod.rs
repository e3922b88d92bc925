//! What the program is about: plans, boards, meetings, checks, and every change to them.
//! Knows no file, no screen and no clock: today is passed in.

pub mod advice;
pub mod board;
pub mod edit;
pub mod measure;
pub mod meeting;
pub mod model;
pub mod privacy;
pub mod survey;
pub mod value;
