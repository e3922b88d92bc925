//! From a form export to counts without people.

pub mod answering;
pub mod asked;
pub mod contacts;
pub mod counting;
pub mod crossing;
pub mod form_export;
pub mod gather;
mod identity;
pub mod questionnaire;
pub mod repeats;
pub mod scales;
pub mod splitting;
