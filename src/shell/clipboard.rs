//! The clipboard: the system's if there is one, and the terminal's (OSC 52) otherwise or over SSH.

use std::io::{self, stdout};

use ratatui::crossterm::{clipboard::CopyToClipboard, execute};

/// The clipboard, opened on first use: on some systems a copied text lasts only while it stays open.
#[derive(Default)]
pub struct Clipboard {
    system: Option<arboard::Clipboard>,
    /// What was copied last, where no clipboard gives it back.
    own: Option<String>,
}

impl Clipboard {
    /// Copies a text to the clipboard.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        // Over SSH, the system clipboard is that of another computer.
        let afar = std::env::var_os("SSH_CONNECTION").is_some();
        match self.system().filter(|_| !afar).map(|system| system.set_text(text)) {
            Some(Ok(())) => {
                self.own = None;
                Ok(())
            }
            _ => {
                self.own = Some(text.to_owned());
                execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
            }
        }
    }

    /// Copies cells, as a table where the system's clipboard takes one.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn copy_cells(&mut self, text: &str, html: &str) -> io::Result<()> {
        let is_afar = std::env::var_os("SSH_CONNECTION").is_some();
        match self.system().filter(|_| !is_afar).map(|system| system.set_html(html, Some(text))) {
            Some(Ok(())) => {
                self.own = None;
                Ok(())
            }
            _ => self.copy(text),
        }
    }

    /// The text on the clipboard; what was copied here last where the system has none.
    pub fn text(&mut self) -> Option<String> {
        self.own.clone().or_else(|| self.system()?.get_text().ok())
    }

    fn system(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.system.is_none() {
            self.system = arboard::Clipboard::new().ok();
        }
        self.system.as_mut()
    }
}
