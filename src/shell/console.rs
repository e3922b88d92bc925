//! What the console of Windows sends, as events of the terminal library.

use std::time::Duration;

use ratatui::crossterm::event::{self, Event};

/// The console.
pub struct Console;

impl Console {
    /// Listens to the console.
    pub fn open() -> Self {
        Console
    }

    /// Waits for events; none after that time. `None` when the console is gone.
    pub fn read(&mut self, within: Option<Duration>) -> Option<Vec<Event>> {
        if within.is_some_and(|within| !event::poll(within).unwrap_or(false)) {
            return Some(Vec::new());
        }
        event::read().map(|event| vec![event]).ok()
    }
}
