//! The content of a school folder's files, with one type per record of the format.

pub mod agenda;
mod alias;
pub mod board;
pub mod catalogue;
pub mod computed;
pub mod cycle;
pub mod document;
pub mod draft;
pub mod field_kind;
pub mod folder;
pub mod goal_scale;
pub mod impact;
pub mod means;
pub mod meeting;
pub mod new_school;
pub mod own_column;
pub mod pair;
pub mod plan;
pub mod progress;
pub mod publication;
pub mod retention;
pub mod school;
pub mod survey;
pub mod welcome;
