//! The end asked for by the system's signals. The console of Windows ends the program itself, and whoever reads a terminal
//! is told when it is gone.

use std::thread;

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
    low_level::emulate_default_handler,
};

/// Calls `end` when the system asks the program to end. A second request ends it at once.
pub fn watch(end: impl Fn() + Send + 'static) {
    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
    thread::spawn(move || {
        let mut is_asked = false;
        for signal in &mut signals {
            if is_asked {
                let _ = emulate_default_handler(signal);
            }
            is_asked = true;
            end();
        }
    });
}
