//! Drives the app without a terminal: keys in, screens and effects out.

use std::path::Path;

use arrimage::{
    domain::{edit::Edit, model::document::Document},
    store::{school::SchoolFolder, shipped},
    tui::{
        app::App,
        canvas::FrameOutput,
        effect::Effect,
        environment::Environment,
        event::{Event, Key, KeyName},
        keymap::Keymap,
        theme,
        update::update,
        view,
    },
};
use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect, style::Color};

/// The app over the demonstration school, on 21 November 2026 at 8:00.
pub struct Driver {
    pub app: App,
    size: (u16, u16),
    drawn: FrameOutput,
    /// The effects of the last key.
    pub effects: Vec<Effect>,
}

impl Driver {
    pub fn demo() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/demo");
        let (_, folder, faults) = SchoolFolder::open(&root).expect("the demonstration opens");
        assert_eq!(faults, []);
        let now = NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(8, 0, 0)).expect("a moment");
        let setting = Environment {
            place: "plans/demo".into(),
            cycle: shipped::cycle(),
            welcome: shipped::welcome,
            catalogues: shipped::shelf(),
            themes: theme::Themes::new(termprofile::TermProfile::TrueColor, Vec::new()),
            keymap: Keymap::built_in(),
            demo: true,
            documents: "/home/ana/Documents/".into(),
            recent: Vec::new(),
            salt: 7,
            big_letters: true,
            enlarged: false,
            purpose: arrimage::tui::environment::Purpose::Desk,
        };
        let app = App::new(folder, faults, setting, "clair", now);
        Driver { app, size: (80, 24), drawn: FrameOutput::default(), effects: Vec::new() }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Presses keys by their names in the keymap, separated by blanks.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is a key"));
            // Keys are pressed one by one, unlike the letters of a text.
            self.app.views.last_letter = None;
            self.effects = self.event(Event::Key(key));
        }
        self
    }

    /// Types a text.
    pub fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(Event::Key(Key::plain(KeyName::Char(c))));
        }
        self
    }

    /// Lets time pass, so that what appeared has been seen.
    pub fn pause(&mut self) -> &mut Self {
        self.app.views.last_key = self.app.views.last_key.map(|last| last - chrono::TimeDelta::seconds(2));
        self.app.views.unseen = self.app.views.unseen.map(|shown| shown - chrono::TimeDelta::seconds(2));
        self
    }

    /// Clears the field being typed in.
    pub fn clear_field(&mut self) -> &mut Self {
        for _ in 0..60 {
            self.event(Event::Key(Key::plain(KeyName::Backspace)));
        }
        self
    }

    /// Clicks where a text is shown.
    pub fn click(&mut self, text: &str) {
        let screen = self.screen();
        let (row, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("{text} is shown:\n{screen}"));
        let before = line.find(text).map_or(0, |at| line[..at].chars().count());
        self.event(Event::Click(before as u16 + 1, row as u16));
    }

    /// Sends an event that is not a key.
    pub fn event(&mut self, event: Event) -> Vec<Effect> {
        let is_question = matches!(event, Event::Asked(_));
        let effects = update(&mut self.app, event, &self.drawn);
        if is_question {
            self.pause();
        }
        for effect in &effects {
            if let Effect::Save(edits, _) = effect {
                check(edits);
            }
        }
        effects
    }

    fn buffer(&mut self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.drawn = view::draw(&self.app, &mut buffer);
        buffer
    }

    /// The text of the screen.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let line = |y| {
            (0..buffer.area.width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>().trim_end().to_owned()
        };
        let screen = (0..buffer.area.height).map(line).collect::<Vec<_>>().join("\n");
        // An id without a sentence is shown as it is: this must never happen.
        for prefix in
            ["field-", "heading-", "hint-", "action-", "meeting-", "home-", "ask-", "keys-", "edit-", "column-"]
        {
            // Random letters may spell the beginning of one.
            let is_id = |at: usize| {
                let is_word = |c: char| c.is_alphanumeric();
                !screen[..at].ends_with(is_word) && screen[at + prefix.len()..].starts_with(char::is_lowercase)
            };
            assert!(!screen.match_indices(prefix).any(|(at, _)| is_id(at)), "an id is shown:\n{screen}");
        }
        screen
    }

    /// The screen as one letter per cell, naming its role.
    pub fn roles(&mut self) -> String {
        self.app.themes = (theme::Theme::of_roles(), theme::Theme::of_roles());
        let buffer = self.buffer();
        let letter = |cell: &ratatui::buffer::Cell| match cell.bg {
            Color::Indexed(n) => theme::Role::ALL.get(usize::from(n) - 1).map_or(' ', |(_, _, letter)| *letter),
            _ => ' ',
        };
        let line = |y| (0..buffer.area.width).map(|x| letter(&buffer[(x, y)])).collect::<String>();
        (0..buffer.area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The screen as SVG: a rectangle for each background, a text for each run of one style.
    pub fn picture(&mut self) -> String {
        const CELL: (u16, u16) = (10, 22);
        let buffer = self.buffer();
        let (width, height) = (buffer.area.width * CELL.0, buffer.area.height * CELL.1);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"16.5\">\n"
        );
        let hex = |colour| match colour {
            Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
            other => panic!("{other:?} is no colour of a theme"),
        };
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let style = buffer[(x, y)].style();
                let end =
                    (x..buffer.area.width).find(|at| buffer[(*at, y)].style() != style).unwrap_or(buffer.area.width);
                let text: String = (x..end).map(|at| buffer[(at, y)].symbol().to_owned()).collect();
                let (left, top, wide) = (x * CELL.0, y * CELL.1, (end - x) * CELL.0);
                let (ink, ground) = (hex(style.fg.expect("an ink")), hex(style.bg.expect("a ground")));
                svg.push_str(&format!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"{ground}\"/>",
                    CELL.1
                ));
                let bold = if style.add_modifier.contains(ratatui::style::Modifier::BOLD) {
                    " font-weight=\"bold\""
                } else {
                    ""
                };
                // Each piece is positioned on its own: viewers trim blanks, and their fonts differ.
                let mut column = x;
                for piece in text.split("  ") {
                    let cells = piece.chars().count() as u16;
                    let indent = piece.chars().take_while(|c| *c == ' ').count() as u16;
                    let shown = piece.trim();
                    if !shown.is_empty() {
                        let (left, wide) = ((column + indent) * CELL.0, shown.chars().count() as u16 * CELL.0);
                        let shown = shown.replace('&', "&amp;").replace('<', "&lt;");
                        let base = top + 16;
                        svg.push_str(&format!(
                            "<text x=\"{left}\" y=\"{base}\" textLength=\"{wide}\" fill=\"{ink}\"{bold}>{shown}</text>"
                        ));
                    }
                    column += cells + 2;
                }
                x = end;
            }
            svg.push('\n');
        }
        svg + "</svg>\n"
    }

    /// The line that the cursor is on.
    pub fn cursor_line(&mut self) -> String {
        let screen = self.screen();
        let row = self.drawn.cursor.expect("the cursor is always somewhere").y;
        screen.lines().nth(row.into()).unwrap_or_default().to_owned()
    }

    /// Walks to a point of the meeting.
    pub fn until(&mut self, point: &str) -> &mut Self {
        for _ in 0..40 {
            if self.point() == point {
                return self;
            }
            self.keys("Droite");
        }
        panic!("{point} is never reached:\n{}", self.screen());
    }

    /// Moves down until the line of the cursor says that.
    pub fn reach(&mut self, said: &str) -> &mut Self {
        for _ in 0..200 {
            if self.cursor_line().contains(said) {
                return self;
            }
            self.keys("Bas");
        }
        panic!("{said} is never reached:\n{}", self.screen());
    }

    /// The current point of the meeting.
    pub fn point(&self) -> String {
        self.app.folder.draft.as_ref().map_or_else(String::new, |draft| format!("{:?}", draft.point()))
    }
}

/// Checks that inverting an edit twice gives the same edit.
fn check(edits: &[Edit]) {
    for edit in edits {
        assert_eq!(edit.inverse().inverse(), *edit);
        if let arrimage::domain::edit::Change::Set { after: Some(value), .. } = &edit.change
            && edit.path.is_empty()
        {
            Document::from_value(&edit.file, &value.clone()).expect("a whole document");
        }
    }
}
