//! Arrimage: the deployment plan, the new-staff board and the meetings of a school's induction committee.
//!
//! The floors, from the ground up: [`domain`] knows no file and no screen; [`store`] and [`words`] stand on it;
//! [`export`] and [`tui`] turn it into tables and screens; [`cli`] and [`shell`] join everything to the world.

pub mod cli;
pub mod domain;
pub mod export;
pub mod shell;
pub mod store;
pub mod tui;
pub mod words;

#[cfg(test)]
#[path = "../tests/support/properties.rs"]
mod properties;
