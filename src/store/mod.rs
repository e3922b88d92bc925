//! School folders on disk: reading, line edits, atomic writes, versions. Knows no screen; problems are reported as
//! faults.

mod access;
pub mod app_dirs;
pub mod cloud;
mod codes;
mod elsewhere;
pub mod exports;
mod file_names;
pub mod founding;
pub mod git_merge;
mod history;
pub mod journal;
mod leftovers;
pub mod network;
pub mod network_index;
mod office;
pub mod outside;
pub mod purge;
pub mod read;
pub mod rectify;
mod removals;
pub mod save;
pub mod schema;
pub mod school;
mod scrub;
pub mod shipped;
pub mod snapshot;
pub mod sync_copies;
pub mod tables;
mod verify;
pub mod versions;
mod watch;
pub mod write;
pub mod yaml;
