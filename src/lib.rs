//! Arrimage: the deployment plan, the new-staff board and the meetings of a school's induction committee.
//!
//! The layers, from the bottom up: [`domain`] knows no file and no screen; [`store`] and [`words`] build on it;
//! [`export`] and [`tui`] produce documents and screens; [`cli`] and [`shell`] connect everything to the outside.

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
