//! The screens: events come in, actions are understood, effects go out. Knows no file and no clock.

pub mod action;
mod adding;
pub mod answers;
pub mod app;
pub mod asking;
pub mod canvas;
pub mod components;
pub mod effect;
pub mod event;
pub mod field;
pub mod forms;
mod front;
pub mod keymap;
mod outside;
pub mod overlay;
pub mod projection;
pub mod question;
pub mod questions;
pub mod screens;
pub mod taking;
pub mod theme;
pub mod typed;
pub mod update;
pub mod view;
pub mod views;
