//! From the table that a form exports to counts without people.

pub mod answering;
pub mod crossing;
pub mod form_export;
pub mod gather;
pub mod questionnaire;
