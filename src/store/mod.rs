//! School folders on disk: reading, editing line by line, writing whole or not at all, versions.
//! Knows no screen; what goes wrong is told as faults.

pub mod journal;
pub mod outline;
pub mod place;
pub mod read;
pub mod schema;
pub mod school;
pub mod shipped;
pub mod spell;
pub mod splice;
mod syntax;
pub mod versions;
pub mod write;
