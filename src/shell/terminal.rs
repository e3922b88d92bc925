//! The terminal: set up, drawn one frame per write, and always restored.

use std::{
    io::{self, Stdout, Write},
    sync::Once,
};

use ratatui::{
    Terminal as Screen, TerminalOptions, Viewport,
    buffer::Buffer,
    crossterm::{
        cursor::Show,
        event::{
            DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
            EnableMouseCapture,
        },
        execute, queue,
        terminal::{
            BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
            disable_raw_mode, enable_raw_mode, size,
        },
    },
    layout::Rect,
};

use super::frame::FrameBackend;
use crate::{
    tui::{app::App, canvas::FrameOutput, effect::Mouse, view},
    words::id,
};

/// The terminal while the app is open.
pub struct Terminal {
    screen: Screen<FrameBackend<Stdout>>,
}

impl Terminal {
    /// Enters the alternate screen.
    ///
    /// # Errors
    /// If the terminal cannot be used.
    pub fn open() -> io::Result<Self> {
        restore_on_panic();
        enable_raw_mode()?;
        // The title is always the program's: it never holds a person's name.
        execute!(
            io::stdout(),
            EnterAlternateScreen,
            SetTitle("Arrimage"),
            EnableMouseCapture,
            EnableBracketedPaste,
            EnableFocusChange
        )?;
        let (columns, rows) = size()?;
        let area = Rect::new(0, 0, columns, rows);
        let backend = FrameBackend::new(io::stdout());
        let screen = Screen::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(area) })?;
        Ok(Terminal { screen })
    }

    /// Draws the app.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw(&mut self, app: &App) -> io::Result<FrameOutput> {
        self.draw_with(|buffer| view::draw(app, buffer))
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw_with(&mut self, draw: impl FnOnce(&mut Buffer) -> FrameOutput) -> io::Result<FrameOutput> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        let mut drawn = FrameOutput::default();
        self.screen.draw(|frame| {
            drawn = draw(frame.buffer_mut());
            if let Some(cursor) = drawn.cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.screen.backend_mut())?;
        Ok(drawn)
    }

    /// Clears the screen, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        let (columns, rows) = size()?;
        self.resize(columns, rows)
    }

    /// Takes the window's new size.
    ///
    /// # Errors
    /// If the terminal cannot be resized.
    pub fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.screen.resize(Rect::new(0, 0, columns, rows))
    }
}

/// Captures the mouse, or leaves it to the terminal.
///
/// # Errors
/// If the terminal is gone.
pub fn mouse(mouse: Mouse) -> io::Result<()> {
    match mouse {
        Mouse::Captured => execute!(io::stdout(), EnableMouseCapture),
        Mouse::Released => execute!(io::stdout(), DisableMouseCapture),
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

fn restore() {
    let _ = execute!(
        io::stdout(),
        DisableFocusChange,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// Restores the terminal before a panic is reported; the report says where it happened, never what a file held.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|about| {
            restore();
            let place = about.location().map_or_else(String::new, ToString::to_string);
            let words = crate::words::Words::french();
            eprintln!("{}", words.say(id!("panicked"), &[("place", place.into())]));
        }));
    });
}

/// Panics on request, so that a test of the debug build can see the terminal restored.
#[cfg(debug_assertions)]
pub fn panic_if_asked(app: &App) {
    if std::env::var_os("ARRIMAGE_PANIQUE").is_some() && app.views.screen == crate::tui::state::Screen::Landmarks {
        panic!("asked for");
    }
}
