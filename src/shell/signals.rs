//! The end asked for from outside: by the system's signals, or by a terminal that goes away. The console of Windows ends
//! the program itself.

use std::{
    io::{IsTerminal, stdin},
    thread,
};

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
    low_level::emulate_default_handler,
};

/// Calls `end` when the system asks the program to end, and when the terminal is gone, even where nobody is told by a signal. A
/// second request ends it at once.
pub fn watch(end: impl Fn() + Clone + Send + 'static) {
    if let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        let end = end.clone();
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
    if stdin().is_terminal() {
        thread::spawn(move || {
            let stdin = stdin();
            let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
            // The system says that a terminal is gone without being asked.
            while let Err(rustix::io::Errno::INTR) = poll(&mut watched, None) {}
            if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
                end();
            }
        });
    }
}
