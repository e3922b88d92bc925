//! What the app publishes for others: data in, text or bytes out.

mod action_plan;
mod agreement;
pub mod board;
mod calendar;
mod chart;
pub mod docx;
pub mod html;
pub mod markdown;
mod minutes;
pub mod network;
mod paper;
mod person_file;
mod picture;
mod privacy_file;
mod process;
pub mod publish;
mod review;
pub mod show;
pub mod sources;
pub mod survey;
pub mod table;
mod welcome;
