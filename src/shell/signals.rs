//! What the system's signals say: to end, or that the window has another size. The console of Windows ends the program itself, and whoever reads a terminal
//! is told when it is gone.

use std::thread;

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH},
    iterator::Signals,
    low_level::emulate_default_handler,
};

/// Calls `end` when the system asks the program to end, and `resized` when the window has another size. A second request
/// ends it at once.
pub fn watch(end: impl Fn() + Send + 'static, resized: impl Fn() + Send + 'static) {
    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGWINCH]) else { return };
    thread::spawn(move || {
        let mut is_asked = false;
        for signal in &mut signals {
            if signal == SIGWINCH {
                resized();
                continue;
            }
            if is_asked {
                let _ = emulate_default_handler(signal);
            }
            is_asked = true;
            end();
        }
    });
}
