//! From a form export to counts without people.

pub mod answering;
pub mod crossing;
pub mod form_export;
pub mod gather;
pub mod questionnaire;
