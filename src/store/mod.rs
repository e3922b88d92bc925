//! School folders on disk: reading, editing line by line, writing whole or not at all, versions.
//! Knows no screen; what goes wrong is told as faults.

mod conflict;
pub mod copies;
pub mod exports;
pub mod fuse;
mod history;
pub mod journal;
mod judge;
mod lines;
pub mod loaded;
pub mod outline;
pub mod place;
pub mod purge;
pub mod read;
pub mod schema;
pub mod school;
pub mod sheet;
pub mod shipped;
pub mod spell;
pub mod splice;
mod syntax;
mod verify;
pub mod versions;
pub mod write;
