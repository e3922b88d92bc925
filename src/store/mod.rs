//! School folders on disk: reading, editing line by line, writing whole or not at all, versions.
//! Knows no screen; what goes wrong is told as faults.

pub mod app_dirs;
pub mod exports;
mod file_names;
pub mod git_merge;
mod history;
pub mod journal;
pub mod purge;
pub mod read;
pub mod schema;
pub mod school;
pub mod shipped;
pub mod snapshot;
pub mod sync_copies;
pub mod table_file;
mod verify;
pub mod versions;
pub mod write;
pub mod yaml;
