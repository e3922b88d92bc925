//! The terminal interface: turns events into actions, and actions into effects. Knows no file and no clock.

pub mod action;
pub mod app;
pub mod canvas;
pub mod components;
pub mod derived;
pub mod dialog;
pub mod effect;
pub mod environment;
pub mod event;
pub mod keymap;
pub mod linear;
pub mod network;
pub mod prompt;
pub mod screens;
pub mod state;
pub mod theme;
pub mod update;
pub mod view;
pub mod wall;
