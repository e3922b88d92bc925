//! What the program is about: plans, boards, meetings, checks, and every change to them.
//! Knows no file, no screen and no clock: today is passed in.

pub mod advice;
pub mod agenda;
pub mod between;
pub mod board;
pub mod calendar;
pub mod catalogue;
pub mod check;
pub mod closing;
pub mod compare;
pub mod counsel;
pub mod cycle;
pub mod discreet;
pub mod document;
pub mod draft;
pub mod edit;
pub mod fault;
pub mod folder;
pub mod forget;
pub mod impact;
pub mod level;
pub mod meeting;
pub mod merge;
pub mod opening;
pub mod overview;
pub mod plan;
pub mod progress;
pub mod publication;
pub mod scalar;
pub mod school;
pub mod strokes;
pub mod text;
pub mod thread;
pub mod when;
