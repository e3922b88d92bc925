//! The app line by line, for screen readers and braille: a page is read once, then one question is asked at a time. The
//! actions, the fields and the sentences are those of the screens.

mod command;
mod page;
mod point;
mod question;

use self::page::Standpoint;
use super::{app::App, effect::Effect, screens::meeting::PointItem, state::dialog::Dialog};
use crate::{
    domain::value::text::harmless,
    words::{Id, families, id},
};

/// What starts a command, where another line is an answer.
const COMMAND: char = '/';

/// What a line answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Awaited {
    /// The open dialog.
    Dialog,
    /// A line of the agenda point that no dialog asks about.
    Item(PointItem),
    /// Nothing: any line goes on.
    Pause,
    /// Which line of the page to open.
    #[default]
    Page,
}

/// A conversation with the app.
#[derive(Debug, Default)]
pub struct Linear {
    /// Where the user is: that page was read.
    place: Option<Standpoint>,
    /// Where the user was before, to which coming back reads nothing again.
    before: Option<Standpoint>,
    /// What the next line answers.
    asked: Awaited,
    /// Whether the question was heard: the last line was no answer to it.
    is_heard: bool,
    /// Whether the way to answer was said.
    is_begun: bool,
    /// The lines to say, next.
    saying: Vec<String>,
    /// The number of lines of the page that a number opens.
    count: usize,
}

impl Linear {
    /// Goes on to the next question: what is to be said, ending with it, and what is to be done.
    pub fn ask(&mut self, app: &mut App) -> (Vec<String>, Vec<Effect>) {
        if !std::mem::replace(&mut self.is_begun, true) {
            self.say(app, id!("linear-how"));
        }
        let mut effects = Vec::new();
        while !self.ask_next(app, &mut effects) {}
        self.is_heard = false;
        (self.said(app), effects)
    }

    /// Asks what is to be asked now, or goes on one step; returns whether something is asked.
    fn ask_next(&mut self, app: &mut App, effects: &mut Vec<Effect>) -> bool {
        self.notice(app);
        if app.projection.blank.is_some() {
            self.say(app, id!("linear-blank"));
            self.asked = Awaited::Pause;
            return true;
        }
        match app.dialog.take() {
            Some(Dialog::Page(dialog)) => {
                self.saying.push(dialog.title);
                self.saying.extend(dialog.lines.iter().map(|line| page::spoken(&app.words, &line.text)));
                return false;
            }
            Some(Dialog::Columns { .. }) => {
                self.say(app, id!("linear-not-here"));
                return false;
            }
            Some(dialog) => {
                let mut lines = question::said(app, &dialog);
                if self.is_heard {
                    lines.truncate(1);
                }
                self.saying.extend(lines);
                app.dialog = Some(dialog);
                self.asked = Awaited::Dialog;
                return true;
            }
            None => {}
        }
        self.read(app);
        if page::is_at_point(app) {
            return self.ask_at_point(app, effects);
        }
        if !self.is_heard {
            let hint = page::hint(app, self.count);
            self.saying.push(hint);
        }
        self.asked = Awaited::Page;
        true
    }

    /// Reads the page, unless it was; only its title when the user comes back to it.
    fn read(&mut self, app: &mut App) {
        let place = Standpoint::of(app);
        if self.place.as_ref() == Some(&place) {
            return;
        }
        let is_back = self.before.as_ref() == Some(&place);
        let level = self.place.as_ref().map_or(app.level(), |before| before.level);
        if level != app.level() {
            self.say(app, families::level(app.level()));
        }
        self.before = self.place.replace(place);
        let (lines, count) = page::read(app);
        self.count = count;
        self.saying.extend(lines.into_iter().take(if is_back { 1 } else { usize::MAX }));
    }

    /// What was told since the last question.
    pub fn told(&mut self, app: &mut App) -> Vec<String> {
        self.notice(app);
        self.said(app)
    }

    /// Takes a line: a command, or the answer to what was asked.
    pub fn answer(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        let line = line.trim();
        if app.projection.blank.is_some() {
            app.projection.blank = None;
            return Vec::new();
        }
        match line.strip_prefix(COMMAND) {
            Some(said) if !said.starts_with(COMMAND) => self.command(app, said.trim()),
            answer => self.take(app, answer.unwrap_or(line)),
        }
    }

    fn take(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        match std::mem::take(&mut self.asked) {
            Awaited::Dialog => self.answer_dialog(app, line),
            Awaited::Pause => {
                app.views.meeting.line += usize::from(page::is_at_point(app));
                Vec::new()
            }
            Awaited::Item(item) => self.answer_item(app, &item, line),
            Awaited::Page => self.answer_page(app, line),
        }
    }

    /// Opens a line of the page, or goes back.
    fn answer_page(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        match page::number(line) {
            Some(number) if (1..=self.count).contains(&number) => page::open(app, number - 1),
            Some(_) => {
                self.is_heard = true;
                self.say(app, id!("linear-no-line"));
                Vec::new()
            }
            None if line.is_empty() => page::back(app),
            None => self.command(app, line),
        }
    }

    fn say(&mut self, app: &App, sentence: Id) {
        self.saying.push(app.words.get(sentence).into_owned());
    }

    /// Says the message of the status line, once.
    fn notice(&mut self, app: &mut App) {
        if let Some(notice) = app.notice.take() {
            let mark = if notice.alert { "! " } else { "" };
            self.saying.push(format!("{mark}{}", notice.text));
        }
    }

    /// The lines to say, without names on a wall nor anything that a terminal would obey.
    fn said(&mut self, app: &App) -> Vec<String> {
        let clean = |line: &str| {
            let line = app.hidden(line);
            harmless(&line).trim_end().to_owned()
        };
        std::mem::take(&mut self.saying).iter().flat_map(|text| text.split('\n')).map(clean).collect()
    }
}
