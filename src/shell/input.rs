//! Converts the terminal's events into ours: the only module that knows the terminal library's keys.
//!
//! Windows also reports key releases, sends AltGr as Ctrl and Alt together, and reports Alt codes and pasted characters
//! that are not on the keyboard as releases only. Its terminal keeps the presses of its own shortcuts and lets their
//! releases pass, so that a lone release is a character only where no key has it. It does not mark pastes either.

use ratatui::crossterm::event::{
    Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::tui::{
    action::Action,
    app::App,
    event::{Event, Key, KeyName},
    keymap::KeyContext,
};

/// Tells keystrokes from the other key events.
#[derive(Debug, Default)]
pub struct KeyFilter {
    /// Whether to apply the rules for Windows; a field, so that they can be tested anywhere.
    windows: bool,
    held: Vec<char>,
}

impl KeyFilter {
    /// The filter for this system.
    pub fn of_system() -> Self {
        KeyFilter { windows: cfg!(windows), held: Vec::new() }
    }

    /// Converts an event of the terminal, if it means something to us.
    pub fn event(&mut self, raw: Raw) -> Option<Event> {
        match raw {
            Raw::Key(key) => self.key(key).map(Event::Key),
            Raw::Paste(text) => Some(Event::Paste(text)),
            Raw::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
            Raw::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) if mouse.modifiers.contains(KeyModifiers::SHIFT) => {
                    Some(Event::Extend(mouse.column, mouse.row))
                }
                MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(mouse.column, mouse.row)),
                MouseEventKind::ScrollDown => Some(Event::Scroll(3)),
                MouseEventKind::ScrollUp => Some(Event::Scroll(-3)),
                _ => None,
            },
            Raw::FocusLost => {
                self.held.clear();
                None
            }
            Raw::FocusGained => None,
        }
    }

    fn key(&mut self, mut event: KeyEvent) -> Option<Key> {
        let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match (event.kind, event.code) {
            (KeyEventKind::Release, KeyCode::Char(c)) if self.windows => {
                if let Some(at) = self.held.iter().position(|held| *held == lower(c)) {
                    self.held.remove(at);
                    return None;
                }
                // If Shift or AltGr is released first, the character released is not the one that was pressed.
                if self.held.pop().is_some() || is_of_a_shortcut(c, event.modifiers) {
                    return None;
                }
                event.modifiers = KeyModifiers::NONE;
            }
            (KeyEventKind::Release, _) => return None,
            (_, KeyCode::Char(c)) if self.windows && !self.held.contains(&lower(c)) => self.held.push(lower(c)),
            _ => {}
        }
        if event.modifiers.contains(altgr) {
            event.modifiers -= altgr;
        }
        let code = match event.code {
            // Terminals that cannot tell Shift-Enter from Enter send Ctrl-J for the next line.
            KeyCode::Char('j') if event.modifiers == KeyModifiers::CONTROL => KeyName::NewLine,
            // Many terminals send ^H for the key that erases.
            KeyCode::Char('h') if event.modifiers == KeyModifiers::CONTROL => KeyName::Backspace,
            KeyCode::Char(c) => KeyName::Char(c),
            KeyCode::F(n) => KeyName::F(n),
            KeyCode::Enter if event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT) => KeyName::NewLine,
            KeyCode::Enter => KeyName::Enter,
            KeyCode::Esc => KeyName::Esc,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyName::BackTab,
            KeyCode::Tab => KeyName::Tab,
            KeyCode::BackTab => KeyName::BackTab,
            KeyCode::Backspace => KeyName::Backspace,
            KeyCode::Delete => KeyName::Delete,
            KeyCode::Up => KeyName::Up,
            KeyCode::Down => KeyName::Down,
            KeyCode::Left => KeyName::Left,
            KeyCode::Right => KeyName::Right,
            KeyCode::PageUp => KeyName::PageUp,
            KeyCode::PageDown => KeyName::PageDown,
            KeyCode::Home => KeyName::Home,
            KeyCode::End => KeyName::End,
            _ => return None,
        };
        let is_arrow =
            matches!(code, KeyName::Up | KeyName::Down | KeyName::Left | KeyName::Right | KeyName::Home | KeyName::End);
        let is_page = matches!(code, KeyName::PageUp | KeyName::PageDown);
        let by_words = is_arrow || matches!(code, KeyName::Backspace | KeyName::Delete);
        let has = |modifier| event.modifiers.contains(modifier);
        // On a Mac, the Option key moves by words.
        let ctrl = match code {
            KeyName::Char(_) => has(KeyModifiers::CONTROL),
            KeyName::Backspace if matches!(event.code, KeyCode::Char(_)) => false,
            _ => by_words && (has(KeyModifiers::CONTROL) || has(KeyModifiers::ALT)),
        };
        Some(Key { code, ctrl, shift: (is_arrow || is_page) && has(KeyModifiers::SHIFT) })
    }
}

/// Whether a release without its press is what is left of a shortcut of the terminal: to paste, to zoom.
fn is_of_a_shortcut(c: char, modifiers: KeyModifiers) -> bool {
    let is_ctrl = modifiers.contains(KeyModifiers::CONTROL) && !modifiers.contains(KeyModifiers::ALT);
    is_ctrl || c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '=')
}

/// The fewest characters that nobody types together. Windows marks no paste; elsewhere some terminals do not, and a slow
/// line brings several keys at once.
const FEWEST_PASTED: usize = if cfg!(windows) { 4 } else { 64 };

/// Whether events that arrived together are those of a paste that was not marked: at least that many characters, tabs and
/// ends of lines. One key held down is no paste.
fn is_burst(events: &[Event], fewest: usize) -> bool {
    let text: Option<Vec<char>> = events.iter().map(character).collect();
    text.is_some_and(|text| text.len() >= fewest && text.iter().any(|c| *c != text[0]))
}

/// Whether events that arrived together are those of a paste that was not marked.
pub fn is_pasted(events: &[Event]) -> bool {
    is_burst(events, FEWEST_PASTED)
}

/// Events that arrived together, as one paste if they are one.
pub fn gathered(events: Vec<Event>) -> Vec<Event> {
    if is_pasted(&events) { vec![Event::Paste(events.iter().filter_map(character).collect())] } else { events }
}

/// Whether words that begin with this event would be typed outside any field: none is open, and it opens none.
pub fn is_outside(app: &App, first: Option<&Event>) -> bool {
    let Some(Event::Key(key)) = first.filter(|_| app.dialog.is_none()) else { return false };
    let opens =
        [Action::Open, Action::New, Action::Note, Action::Needs, Action::Trace, Action::Filter, Action::Palette];
    let action = app.setting.keymap.action(app.contexts(), *key);
    !app.contexts().contains(&KeyContext::Cell) && !action.is_some_and(|action| opens.contains(&action))
}

/// Events that arrived together outside any field, as a text if they are words: somebody was typing a sentence.
pub fn as_words(events: Vec<Event>) -> Vec<Event> {
    let text: Option<String> = events.iter().map(character).collect();
    let is_words = |text: &String| {
        text.chars().filter(|c| c.is_alphabetic()).count() > 2 && text.trim().contains(char::is_whitespace)
    };
    text.filter(is_words).map_or(events, |text| vec![Event::Paste(text)])
}

/// What an event types in a text.
fn character(event: &Event) -> Option<char> {
    match event {
        Event::Key(Key { code: KeyName::Char(c), ctrl: false, .. }) => Some(*c),
        Event::Key(Key { code: KeyName::Enter, .. }) => Some('\n'),
        Event::Key(Key { code: KeyName::Tab, .. }) => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::MouseEvent;

    fn typed(events: &[(char, KeyEventKind, KeyModifiers)]) -> String {
        let mut filter = KeyFilter { windows: true, held: Vec::new() };
        let keys = events.iter().filter_map(|(c, kind, modifiers)| {
            filter.key(KeyEvent::new_with_kind(KeyCode::Char(*c), *modifiers, *kind))
        });
        keys.filter_map(|key| match key {
            Key { code: KeyName::Char(c), ctrl: false, .. } => Some(c),
            _ => None,
        })
        .collect()
    }

    #[test]
    fn the_wheel_scrolls_the_way_it_turns() {
        let turned = |kind| {
            let mouse = MouseEvent { kind, column: 4, row: 5, modifiers: KeyModifiers::NONE };
            format!("{:?}", KeyFilter::of_system().event(Raw::Mouse(mouse)))
        };
        assert_eq!(turned(MouseEventKind::ScrollDown), "Some(Scroll(3))");
        assert_eq!(turned(MouseEventKind::ScrollUp), "Some(Scroll(-3))");
        assert_eq!(turned(MouseEventKind::Down(MouseButton::Left)), "Some(Click(4, 5))");
        assert_eq!(turned(MouseEventKind::Moved), "None");
    }

    #[test]
    fn windows_keys_are_typed_once() {
        use KeyEventKind::{Press, Release};
        let (none, altgr) = (KeyModifiers::NONE, KeyModifiers::CONTROL | KeyModifiers::ALT);
        assert_eq!(typed(&[('a', Press, none), ('a', Release, none)]), "a");
        assert_eq!(typed(&[('a', Press, none), ('b', Press, none), ('a', Release, none), ('b', Release, none)]), "ab");
        assert_eq!(typed(&[('@', Press, altgr), ('2', Release, none)]), "@", "AltGr released first");
        assert_eq!(typed(&[('é', Release, none)]), "é", "an Alt code is a release alone");
        assert_eq!(typed(&[('A', Press, KeyModifiers::SHIFT), ('a', Release, none)]), "A", "Shift released first");
        assert_eq!(typed(&[('É', Press, altgr), ('é', Release, none)]), "É", "AltGr on an accented key");
        let held = [('a', Press, none), ('a', KeyEventKind::Repeat, none), ('a', Release, none), ('œ', Release, none)];
        assert_eq!(typed(&held), "aaœ", "a key held down, then an Alt code");
        assert_eq!(typed(&[('«', Release, none), ('»', Release, none)]), "«»", "two Alt codes");
        assert_eq!(
            typed(&[('ê', Press, none), ('e', Release, none), ('–', Release, none)]),
            "ê–",
            "a dead key, a pasted dash"
        );
        let shortcut =
            [('s', Press, KeyModifiers::CONTROL), ('s', Release, none), ('s', Press, none), ('s', Release, none)];
        assert_eq!(typed(&shortcut), "s", "a shortcut types nothing");
    }

    #[test]
    fn what_is_left_of_a_shortcut_of_the_terminal_types_nothing() {
        let (none, ctrl) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
        let lone = |c, modifiers| (c, KeyEventKind::Release, modifiers);
        for (released, expected) in [
            (lone('v', ctrl), ""),
            (lone('v', none), ""),
            (lone('+', ctrl), ""),
            (lone('+', none), ""),
            (lone('=', none), ""),
            (lone('-', none), ""),
            (lone('0', none), ""),
            (lone('é', ctrl), ""),
            (lone('é', none), "é"),
            (lone('’', none), "’"),
            (lone('@', ctrl | KeyModifiers::ALT), "@"),
        ] {
            assert_eq!(typed(&[released]), expected, "{released:?}");
        }
    }

    #[test]
    fn a_burst_of_characters_is_a_paste_whole_and_a_held_key_is_not() {
        let key = |c: char| {
            let code = match c {
                '\n' => KeyName::Enter,
                '\t' => KeyName::Tab,
                c => KeyName::Char(c),
            };
            Event::Key(Key::plain(code))
        };
        let keys = |text: &str| text.chars().map(key).collect::<Vec<_>>();
        for (text, is_one) in [
            ("va bien\tcomité\n", true),
            ("un seul rang", true),
            ("a\nb\n", true),
            ("jjjjjjjj", false),
            ("\n\n\n\n\n", false),
            ("ab", false),
        ] {
            assert_eq!(is_burst(&keys(text), 4), is_one, "{text:?}");
        }
        assert!(!is_burst(&[KeyName::Down; 5].map(|code| Event::Key(Key::plain(code))), 4));
        let text = "Un texte collé d’un autre programme, que le terminal n’a pas marqué.\n\tDeux lignes.";
        assert!(matches!(gathered(keys(text)).as_slice(), [Event::Paste(said)] if said == text));
    }
}
