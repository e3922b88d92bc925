//! The clipboard: the system's where there is one, the terminal's own way (OSC 52) from afar.

use std::io::{self, stdout};

use ratatui::crossterm::{clipboard::CopyToClipboard, execute};

/// The clipboard, opened when it is first needed: on some systems what was copied lasts as long as it is open.
#[derive(Default)]
pub struct Clipboard {
    system: Option<arboard::Clipboard>,
}

impl Clipboard {
    /// Puts a text on the clipboard.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        // From afar the system's clipboard is another computer's.
        let afar = std::env::var_os("SSH_CONNECTION").is_some();
        match self.system().filter(|_| !afar).map(|system| system.set_text(text)) {
            Some(Ok(())) => Ok(()),
            _ => execute!(stdout(), CopyToClipboard::to_clipboard_from(text)),
        }
    }

    /// The text on the clipboard, if the system has one.
    pub fn text(&mut self) -> Option<String> {
        self.system()?.get_text().ok()
    }

    fn system(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.system.is_none() {
            self.system = arboard::Clipboard::new().ok();
        }
        self.system.as_mut()
    }
}
