//! What a Unix terminal sends: keys, clicks, pastes, as events of the terminal library.
//!
//! The bytes are read here and parted by `termina`, because the reader of the terminal library waits for ever for the end of a
//! paste that does not come.

use std::{
    fs::File,
    io::{self, ErrorKind, IsTerminal, Read},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use termina::{Parser, event as parsed};

/// What a terminal writes before a text that is pasted, and after it.
const PASTE: (&[u8], &[u8]) = (b"\x1b[200~", b"\x1b[201~");

/// How long the end of a paste may take to come.
const PATIENCE: Duration = Duration::from_secs(2);

/// Fewer bytes at once are typed: they do not show that a paste goes on.
const TYPED: usize = 16;

/// The bytes read at once.
const CHUNK: usize = 4096;

/// The terminal's input.
pub struct Keyboard {
    bytes: Receiver<Vec<u8>>,
    input: Parting,
}

impl Keyboard {
    /// Listens to the terminal.
    pub fn open() -> Self {
        let (sender, bytes) = mpsc::channel();
        thread::spawn(move || listen(&sender));
        Keyboard { bytes, input: Parting::default() }
    }

    /// Waits for events; none after that time. `None` when the terminal is gone.
    pub fn read(&mut self, within: Option<Duration>) -> Option<Vec<Event>> {
        loop {
            let left = self.input.left();
            let bytes = match [within, left].into_iter().flatten().min() {
                None => self.bytes.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(patience) => self.bytes.recv_timeout(patience),
            };
            match bytes {
                Ok(bytes) => self.input.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => self.input.give_up(),
            }
            let events = std::mem::take(&mut self.input.events);
            if !events.is_empty() || within.is_some() {
                return Some(events);
            }
        }
    }
}

/// Reads the terminal until it is gone.
fn listen(sender: &Sender<Vec<u8>>) {
    let input: io::Result<Box<dyn Read>> = match io::stdin().is_terminal() {
        true => Ok(Box::new(io::stdin().lock())),
        false => File::open("/dev/tty").map(|terminal| Box::new(terminal) as Box<dyn Read>),
    };
    let Ok(mut input) = input else { return };
    let mut chunk = [0; CHUNK];
    loop {
        match input.read(&mut chunk) {
            Ok(0) => return,
            Ok(read) => {
                if sender.send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

/// Parts bytes into events.
#[derive(Default)]
struct Parting {
    parser: Parser,
    /// What came of a paste, and when it last went on.
    paste: Option<(Vec<u8>, Instant)>,
    /// The beginning of a mark that may go on.
    held: Vec<u8>,
    events: Vec<Event>,
}

impl Parting {
    /// How long the paste may still take; `None` without one.
    fn left(&self) -> Option<Duration> {
        self.paste.as_ref().map(|(_, last)| PATIENCE.saturating_sub(last.elapsed()))
    }

    /// Takes what has come.
    fn take(&mut self, bytes: &[u8]) {
        let mut bytes = [&std::mem::take(&mut self.held), bytes].concat();
        loop {
            let Some((mut text, last)) = self.paste.take() else {
                let Some(at) = position(&bytes, PASTE.0, 0) else {
                    self.held = bytes.split_off(bytes.len() - begun(&bytes));
                    self.parse(&bytes);
                    return;
                };
                self.parse(&bytes[..at]);
                bytes.drain(..at + PASTE.0.len());
                self.paste = Some((Vec::new(), Instant::now()));
                continue;
            };
            let last = if bytes.len() > TYPED { Instant::now() } else { last };
            // The mark may have come in two pieces.
            let from = text.len().saturating_sub(PASTE.1.len());
            text.append(&mut bytes);
            match position(&text, PASTE.1, from) {
                Some(at) => {
                    bytes = text.split_off(at + PASTE.1.len());
                    text.truncate(at);
                    self.events.push(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
                }
                None => {
                    self.paste = Some((text, last));
                    return;
                }
            }
        }
    }

    /// Takes a paste whose end does not come as it is.
    fn give_up(&mut self) {
        if let Some((text, _)) = self.paste.take_if(|(_, last)| last.elapsed() >= PATIENCE) {
            self.events.push(Event::Paste(String::from_utf8_lossy(&text).into_owned()));
        }
    }

    fn parse(&mut self, bytes: &[u8]) {
        // A whole chunk may end in the middle of a key.
        self.parser.parse(bytes, bytes.len() + self.held.len() >= CHUNK);
        while let Some(event) = self.parser.pop() {
            self.events.extend(of_terminal_library(event));
        }
    }
}

/// Where a mark stands, from a position on.
fn position(bytes: &[u8], mark: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(mark.len()).position(|window| window == mark).map(|at| from + at)
}

/// How many bytes at the end begin the mark of a paste; a lone escape is a key.
fn begun(bytes: &[u8]) -> usize {
    (2..PASTE.0.len()).rev().find(|length| bytes.ends_with(&PASTE.0[..*length])).unwrap_or(0)
}

/// The same event in the words of the terminal library, if the app knows it.
fn of_terminal_library(event: parsed::Event) -> Option<Event> {
    Some(match event {
        parsed::Event::Key(key) => Event::Key(KeyEvent::new_with_kind(
            code(key.code)?,
            modifiers(key.modifiers),
            match key.kind {
                parsed::KeyEventKind::Press => KeyEventKind::Press,
                parsed::KeyEventKind::Release => KeyEventKind::Release,
                parsed::KeyEventKind::Repeat => KeyEventKind::Repeat,
            },
        )),
        parsed::Event::Mouse(mouse) => Event::Mouse(MouseEvent {
            kind: match mouse.kind {
                parsed::MouseEventKind::Down(parsed::MouseButton::Left) => MouseEventKind::Down(MouseButton::Left),
                parsed::MouseEventKind::ScrollDown => MouseEventKind::ScrollDown,
                parsed::MouseEventKind::ScrollUp => MouseEventKind::ScrollUp,
                _ => return None,
            },
            column: mouse.column,
            row: mouse.row,
            modifiers: modifiers(mouse.modifiers),
        }),
        parsed::Event::FocusIn => Event::FocusGained,
        parsed::Event::FocusOut => Event::FocusLost,
        parsed::Event::Paste(text) => Event::Paste(text),
        _ => return None,
    })
}

fn code(code: parsed::KeyCode) -> Option<KeyCode> {
    Some(match code {
        parsed::KeyCode::Char(c) => KeyCode::Char(c),
        parsed::KeyCode::Function(n) => KeyCode::F(n),
        parsed::KeyCode::Enter => KeyCode::Enter,
        parsed::KeyCode::Escape => KeyCode::Esc,
        parsed::KeyCode::Tab => KeyCode::Tab,
        parsed::KeyCode::BackTab => KeyCode::BackTab,
        parsed::KeyCode::Backspace => KeyCode::Backspace,
        parsed::KeyCode::Delete => KeyCode::Delete,
        parsed::KeyCode::Left => KeyCode::Left,
        parsed::KeyCode::Right => KeyCode::Right,
        parsed::KeyCode::Up => KeyCode::Up,
        parsed::KeyCode::Down => KeyCode::Down,
        parsed::KeyCode::PageUp => KeyCode::PageUp,
        parsed::KeyCode::PageDown => KeyCode::PageDown,
        parsed::KeyCode::Home => KeyCode::Home,
        parsed::KeyCode::End => KeyCode::End,
        _ => return None,
    })
}

fn modifiers(modifiers: parsed::Modifiers) -> KeyModifiers {
    let known = [
        (parsed::Modifiers::SHIFT, KeyModifiers::SHIFT),
        (parsed::Modifiers::ALT, KeyModifiers::ALT),
        (parsed::Modifiers::CONTROL, KeyModifiers::CONTROL),
    ];
    known.into_iter().filter(|(of, _)| modifiers.contains(*of)).map(|(_, to)| to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of chunks of bytes.
    fn read(chunks: &[&[u8]]) -> Vec<Event> {
        let mut input = Parting::default();
        chunks.iter().for_each(|chunk| input.take(chunk));
        input.events
    }

    #[test]
    fn a_paste_is_one_wherever_its_bytes_are_cut() {
        let whole = "a\u{1b}[200~É\nœ\u{1b}[201~\u{1b}[Bb".as_bytes();
        let expected = read(&[whole]);
        assert_eq!(expected.len(), 4, "{expected:?}");
        assert_eq!(expected[1], Event::Paste("É\nœ".into()));
        // A key is never cut: its bytes come together.
        for cut in (0..whole.len() - 4).filter(|cut| *cut != 2) {
            assert_eq!(read(&[&whole[..cut], &whole[cut..]]), expected, "cut at {cut}");
        }
        let two = read(&[b"\x1b[200~un\x1b[201~\x1b[200~deux\x1b[201~"]);
        assert_eq!(two, [Event::Paste("un".into()), Event::Paste("deux".into())]);
    }

    #[test]
    fn a_paste_whose_end_never_comes_is_taken_and_keys_work_again() {
        let mut input = Parting::default();
        input.take(b"\x1b[200~un mot");
        input.give_up();
        assert!(input.events.is_empty() && input.left().is_some(), "not yet");
        if let Some((_, last)) = &mut input.paste {
            *last -= PATIENCE;
        }
        input.take(b"!");
        input.give_up();
        assert_eq!(input.events, [Event::Paste("un mot!".into())]);
        input.take(b"!");
        assert!(matches!(input.events[1], Event::Key(key) if key.code == KeyCode::Char('!')), "{:?}", input.events);
    }

    #[test]
    fn keys_are_those_of_the_terminal_library() {
        let key = |bytes: &[u8]| match read(&[bytes]).as_slice() {
            [Event::Key(key)] => Some((key.code, key.modifiers)),
            _ => None,
        };
        let none = KeyModifiers::NONE;
        for (bytes, expected) in [
            (&b"\x1b"[..], (KeyCode::Esc, none)),
            (b"\r", (KeyCode::Enter, none)),
            (b"\t", (KeyCode::Tab, none)),
            (b"\x1b[Z", (KeyCode::BackTab, KeyModifiers::SHIFT)),
            (b"\x7f", (KeyCode::Backspace, none)),
            (b"\x1b[3~", (KeyCode::Delete, none)),
            (b"\x1b[A", (KeyCode::Up, none)),
            (b"\x1bOB", (KeyCode::Down, none)),
            (b"\x1b[5~", (KeyCode::PageUp, none)),
            (b"\x1b[H", (KeyCode::Home, none)),
            (b"\x1bOP", (KeyCode::F(1), none)),
            (b"\x1b[20~", (KeyCode::F(9), none)),
            (b"\x13", (KeyCode::Char('s'), KeyModifiers::CONTROL)),
            ("é".as_bytes(), (KeyCode::Char('é'), none)),
        ] {
            assert_eq!(key(bytes), Some(expected), "{bytes:?}");
        }
        assert!(matches!(read(&[b"\x1b[I"]).as_slice(), [Event::FocusGained]));
        assert!(
            matches!(read(&[b"\x1b[<0;5;6M"]).as_slice(), [Event::Mouse(mouse)] if (mouse.column, mouse.row) == (4, 5))
        );
    }
}
