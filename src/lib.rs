//! Arrimage.
pub mod domain;
pub mod store;
