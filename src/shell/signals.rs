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

use super::inbox::Wake;

/// Tells when the system asks the program to end, and when the terminal is gone, even where nobody is told by a signal. A
/// second request ends it at once.
pub fn watch(wake: &Wake) {
    if let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        let wake = wake.clone();
        thread::spawn(move || {
            let mut is_asked = false;
            for signal in &mut signals {
                if is_asked {
                    let _ = emulate_default_handler(signal);
                }
                is_asked = true;
                wake.end();
            }
        });
    }
    if stdin().is_terminal() {
        let wake = wake.clone();
        thread::spawn(move || {
            let stdin = stdin();
            let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
            // The system says that a terminal is gone without being asked.
            while let Err(rustix::io::Errno::INTR) = poll(&mut watched, None) {}
            if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
                wake.end();
            }
        });
    }
}
