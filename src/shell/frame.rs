//! Frames as a terminal receives them: in one write each, and without the colours that nobody sees.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm, WindowSize},
    buffer::Cell,
    crossterm::{
        cursor::MoveTo,
        queue,
        style::{Attribute, Print, SetAttribute, SetBackgroundColor, SetForegroundColor},
    },
    layout::{Position, Size},
    style::{Color, Modifier},
};

/// What ends a frame, as terminals that paint a whole one at once read it.
const END: &[u8] = b"\x1b[?2026l";

/// What shows on a blank too.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// Each modifier, with what begins and what ends it.
const MODIFIERS: [(Modifier, Attribute, Attribute); 5] = [
    (Modifier::BOLD, Attribute::Bold, Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::Italic, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::Underlined, Attribute::NoUnderline),
    (Modifier::REVERSED, Attribute::Reverse, Attribute::NoReverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut, Attribute::NotCrossedOut),
];

/// Holds what is written until a frame ends: it leaves in one write, whatever is flushed on the way, so that no terminal
/// paints half of it.
pub struct FrameWriter<W> {
    held: Vec<u8>,
    out: W,
}

impl<W: Write> Write for FrameWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.ends_with(END) {
            self.out.write_all(&self.held)?;
            self.held.clear();
            self.out.flush()?;
        }
        Ok(())
    }
}

/// The backend of the screen. It says the ink, the ground and the modifiers of a cell each when it changes, and the ink of a
/// blank never: half of what a frame would weigh.
pub struct FrameBackend<W: Write> {
    inner: CrosstermBackend<FrameWriter<W>>,
}

impl<W: Write> FrameBackend<W> {
    pub fn new(out: W) -> Self {
        FrameBackend { inner: CrosstermBackend::new(FrameWriter { held: Vec::new(), out }) }
    }
}

impl<W: Write> Write for FrameBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

impl<W: Write> Backend for FrameBackend<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let out = &mut self.inner;
        let (mut ink, mut ground, mut shown, mut next) = (Color::Reset, Color::Reset, Modifier::empty(), None);
        for (x, y, cell) in content {
            if next != Some((x, y)) {
                queue!(out, MoveTo(x, y))?;
            }
            next = Some((x + 1, y));
            let is_bare = cell.symbol() == " " && !ON_BLANKS.intersects(cell.modifier.union(shown));
            if !is_bare {
                for (modifier, begin, end) in MODIFIERS {
                    match (shown.contains(modifier), cell.modifier.contains(modifier)) {
                        (false, true) => queue!(out, SetAttribute(begin))?,
                        (true, false) => queue!(out, SetAttribute(end))?,
                        _ => {}
                    }
                }
                shown = cell.modifier;
                if ink != cell.fg {
                    queue!(out, SetForegroundColor(cell.fg.into_crossterm()))?;
                    ink = cell.fg;
                }
            }
            if ground != cell.bg {
                queue!(out, SetBackgroundColor(cell.bg.into_crossterm()))?;
                ground = cell.bg;
            }
            queue!(out, Print(cell.symbol()))?;
        }
        queue!(
            out,
            SetForegroundColor(Color::Reset.into_crossterm()),
            SetBackgroundColor(Color::Reset.into_crossterm()),
            SetAttribute(Attribute::Reset)
        )
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use ratatui::{
        Terminal, TerminalOptions, Viewport,
        crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
        layout::Rect,
        style::Style,
    };

    use super::*;

    /// Keeps each write that reaches the terminal.
    #[derive(Clone, Default)]
    struct Kept(Rc<RefCell<Vec<Vec<u8>>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().push(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn screen(kept: &Kept, size: (u16, u16)) -> Terminal<FrameBackend<Kept>> {
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.0, size.1));
        Terminal::with_options(FrameBackend::new(kept.clone()), TerminalOptions { viewport }).expect("a terminal")
    }

    fn draw(screen: &mut Terminal<FrameBackend<Kept>>, with: impl FnOnce(&mut ratatui::Frame<'_>)) {
        queue!(screen.backend_mut(), BeginSynchronizedUpdate).expect("queued");
        screen.draw(with).expect("drawn");
        queue!(screen.backend_mut(), EndSynchronizedUpdate).expect("queued");
        Write::flush(screen.backend_mut()).expect("flushed");
    }

    #[test]
    fn a_frame_leaves_in_one_write() {
        let kept = Kept::default();
        let mut screen = screen(&kept, (40, 10));
        for at in 0..3 {
            draw(&mut screen, |frame| {
                frame.buffer_mut().set_string(at, 0, "À suivre", Style::new());
                frame.set_cursor_position((at, 1));
            });
        }
        assert!(kept.0.borrow().iter().all(|frame| frame.ends_with(END)));
        assert_eq!(kept.0.borrow().len(), 3);
    }

    #[test]
    fn what_is_seen_is_what_was_drawn_frame_after_frame() {
        let colours = [Color::Reset, Color::Rgb(1, 2, 3), Color::Rgb(250, 250, 250), Color::Red];
        let modifiers = [Modifier::empty(), Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED, Modifier::ITALIC];
        let kept = Kept::default();
        let mut screen = screen(&kept, (40, 10));
        let cells = |count| std::num::NonZeroU16::new(count).expect("some");
        let mut seen = vt100::Parser::new(cells(10), cells(40), 0);
        // Every pair of neighbours comes about, on letters and on blanks.
        for turn in 0..60_usize {
            let mut drawn = None;
            draw(&mut screen, |frame| {
                for (at, cell) in frame.buffer_mut().content.iter_mut().enumerate() {
                    let at = at * 7 + turn * at / 3 + turn;
                    cell.set_symbol(["a", " ", "é", " "][at % 4]);
                    cell.fg = colours[at / 3 % 4];
                    cell.bg = colours[at / 5 % 4];
                    cell.modifier = modifiers[at / 2 % 5].union(modifiers[at / 11 % 5]);
                }
                drawn = Some(frame.buffer_mut().clone());
            });
            for frame in kept.0.borrow_mut().drain(..) {
                seen.process(&frame);
            }
            let drawn = drawn.expect("a frame");
            for y in 0..10 {
                for x in 0..40 {
                    let (cell, shown) = (&drawn[(x, y)], seen.screen().cell(y, x).expect("a cell"));
                    let colour = |colour| match colour {
                        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
                        Color::Red => vt100::Color::Idx(1),
                        _ => vt100::Color::Default,
                    };
                    let is_blank = cell.symbol() == " ";
                    assert_eq!(if shown.has_contents() { shown.contents() } else { " " }, cell.symbol());
                    assert_eq!(shown.bgcolor(), colour(cell.bg));
                    assert_eq!(shown.inverse(), cell.modifier.contains(Modifier::REVERSED));
                    assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED));
                    if !is_blank || ON_BLANKS.intersects(cell.modifier) {
                        assert_eq!(shown.fgcolor(), colour(cell.fg));
                        assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD));
                        assert_eq!(shown.italic(), cell.modifier.contains(Modifier::ITALIC));
                    }
                }
            }
        }
    }
}
