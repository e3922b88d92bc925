//! The screen of a network of schools: their counts, sorted and searched, from which nobody can be told.

mod draw;
mod grid;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    action::Action,
    canvas::{FrameOutput, Hit},
    components::{input::Input, list},
    event::{Event, Key, KeyName},
    keymap::{KeyContext, Keymap},
    theme::{Theme, Themes},
};
use crate::{
    domain::{
        network::{
            column::{CountColumn, NetworkView},
            together::{Looked, Network},
        },
        value::{fault::Fault, text::tally},
    },
    words::{Id, Words, id, network},
};

/// What the help says.
const HELP: [Id; 6] = [
    id!("network-mask"),
    id!("network-help-plans"),
    id!("network-help-reading"),
    id!("network-help-sort"),
    id!("network-help-search"),
    id!("network-help-open"),
];

/// The most values of a column that are counted at once.
const MOST_COUNTED: usize = 12;

/// How the schools are being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingState {
    /// One after another.
    Goes,
    /// It was stopped before the end.
    Stopped,
    /// Every school has been looked at.
    Done,
}

/// What a key asks of whoever runs the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requested {
    /// Nothing.
    Nothing,
    /// To open the school at this position, to be read only.
    Open(usize),
    /// To stop reading.
    Stop,
    /// To read everything again.
    Again,
    /// To quit.
    Quit,
}

/// A page of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    People,
    Plans,
    Rollout,
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// What is left out of the counts.
    LeftOut(String),
    /// The school at this position among those counted.
    School(usize),
    /// The group at this position.
    Group(usize),
    /// A line of the plan of the network, and whether it is a title.
    Rollout(Vec<String>, bool),
}

/// The screen.
#[derive(Debug)]
pub struct NetworkScreen {
    words: Words,
    themes: [Theme; 2],
    is_projected: bool,
    keymap: &'static Keymap,
    network: Network,
    /// How many schools there are to look at, and which of them have been.
    all: usize,
    looked: HashSet<usize>,
    reading: ReadingState,
    page: Page,
    view: NetworkView,
    /// The position of the chosen column on each page.
    column: usize,
    at: usize,
    input: Option<Input>,
    /// A text over the page, and from which of its lines it is read.
    text: Option<(Vec<String>, usize)>,
    /// What is said until the next key.
    notice: Option<String>,
    /// How many lines are drawn at once.
    height: usize,
}

impl NetworkScreen {
    /// The screen of a network of so many schools, before any is read.
    pub fn new(words: Words, themes: &Themes, theme: &str, network: Network, all: usize) -> Self {
        NetworkScreen {
            words,
            themes: [themes.get(theme), themes.get("projecteur")],
            is_projected: theme == "projecteur",
            keymap: Keymap::built_in(),
            network,
            all,
            looked: HashSet::new(),
            reading: ReadingState::Goes,
            page: Page::People,
            view: NetworkView::default(),
            column: 0,
            at: 0,
            input: None,
            text: None,
            notice: None,
            height: 1,
        }
    }

    /// Begins to read everything again, on that day.
    pub fn begin_again(&mut self, today: NaiveDate, name: &str, faults: &[(String, Fault)], all: usize) {
        self.network = Network::begin(name, today, faults);
        self.looked.clear();
        (self.all, self.reading) = (all, ReadingState::Goes);
    }

    /// Takes in what became of a school.
    pub fn take(&mut self, place: usize, looked: Looked) {
        if self.reading != ReadingState::Goes || !self.looked.insert(place) {
            return;
        }
        self.network.take(place, looked);
        if self.looked.len() == self.all {
            self.finish();
        }
    }

    /// Says that no school is read any more: all of them were, or it was stopped.
    pub fn finish(&mut self) {
        if self.looked.len() == self.all {
            self.network.finish();
            self.reading = ReadingState::Done;
        } else {
            self.reading = ReadingState::Stopped;
        }
    }

    /// Says until the next key why a school could not be opened.
    pub fn tell(&mut self, fault: &Fault) {
        self.notice = Some(network::unread(&self.words, fault));
    }

    /// How the schools are being read.
    pub fn reading(&self) -> ReadingState {
        self.reading
    }

    fn columns(&self) -> &'static [CountColumn] {
        match self.page {
            Page::People => &CountColumn::PEOPLE,
            Page::Plans => &CountColumn::PLAN,
            Page::Rollout => &[],
        }
    }

    fn pages(&self) -> Vec<Page> {
        let rollout = (!self.network.rollouts.is_empty()).then_some(Page::Rollout);
        [Page::People, Page::Plans].into_iter().chain(rollout).collect()
    }

    /// The lines of the page: what is left out stands first.
    fn lines(&self) -> Vec<Line> {
        if self.page == Page::Rollout {
            let tables = self.network.rollouts.iter().flat_map(|rollout| network::rollout(&self.words, rollout));
            let lines = tables.flat_map(|table| {
                let title = [Line::Rollout(vec![table.title], true), Line::Rollout(table.heads, true)];
                let rows = table.rows.into_iter().map(|row| Line::Rollout(row, false));
                title.into_iter().chain(rows).chain([Line::Rollout(Vec::new(), false)]).collect::<Vec<_>>()
            });
            return lines.collect();
        }
        let unread = self.network.unread.iter();
        let unread = unread.map(|(folder, fault)| format!("! {folder}\u{a0}: {}", network::unread(&self.words, fault)));
        let kept = self.network.kept_out;
        let kept = (kept > 0).then(|| self.words.say(id!("network-kept-out"), &[("n", kept.into())]));
        let alike = self.network.alike.iter().map(|alike| network::alike(&self.words, alike));
        let left_out = unread.chain(kept).chain(alike).map(Line::LeftOut);
        let shown = self.view.shown(&self.network.schools, &self.network.told);
        // A group is told as a whole: next to some of its schools, its total would not be theirs.
        let groups = if self.view.search.is_empty() { self.network.told.groups.len() } else { 0 };
        left_out.chain(shown.into_iter().map(Line::School)).chain((0..groups).map(Line::Group)).collect()
    }

    /// Handles an event.
    pub fn press(&mut self, event: &Event, drawn: &FrameOutput) -> Requested {
        match event {
            Event::Key(key) => return self.key(*key),
            Event::Paste(text) => {
                if let Some(input) = &mut self.input {
                    input.paste(text);
                    self.search();
                }
            }
            Event::Scroll(lines) => self.at = self.at.saturating_add_signed(*lines as isize),
            Event::Click(column, row) => match drawn.hit(*column, *row) {
                Some(Hit::Action(action)) => return self.act(*action),
                Some(Hit::Goto(line)) => self.at = *line,
                _ => {}
            },
            _ => {}
        }
        Requested::Nothing
    }

    fn key(&mut self, key: Key) -> Requested {
        self.notice = None;
        if let Some((_, first)) = &mut self.text {
            match key.code {
                KeyName::Down | KeyName::PageDown => *first += 1,
                KeyName::Up | KeyName::PageUp => *first = first.saturating_sub(1),
                _ => self.text = None,
            }
            return Requested::Nothing;
        }
        if let Some(input) = &mut self.input {
            match key.code {
                KeyName::Enter => self.input = None,
                KeyName::Esc => {
                    self.input = None;
                    self.view.search.clear();
                }
                KeyName::Up | KeyName::Down | KeyName::PageUp | KeyName::PageDown => {
                    return list::direction(key.code).map_or(Requested::Nothing, |action| self.act(action));
                }
                _ => {
                    input.key(key);
                    self.search();
                }
            }
            return Requested::Nothing;
        }
        self.keymap.action(&[KeyContext::Global], key).map_or(Requested::Nothing, |action| self.act(action))
    }

    fn search(&mut self) {
        if let Some(input) = &self.input {
            self.view.search = input.text();
            self.at = 0;
        }
    }

    fn act(&mut self, action: Action) -> Requested {
        let lines = self.lines();
        self.at = self.at.min(lines.len().saturating_sub(1));
        let last = self.columns().len().saturating_sub(1);
        match action {
            Action::Quit => return Requested::Quit,
            Action::Back if self.reading == ReadingState::Goes => return Requested::Stop,
            Action::Back => self.view = NetworkView::default(),
            Action::Reload => return Requested::Again,
            Action::Explain => self.text = Some((HELP.map(|said| self.words.get(said).into_owned()).to_vec(), 0)),
            Action::Projector => self.is_projected = !self.is_projected,
            Action::Filter if self.page != Page::Rollout => self.input = Some(Input::line(&self.view.search)),
            Action::Sort => self.sort(),
            Action::Count => self.count(&lines),
            Action::Left => self.column = self.column.min(last).saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(last),
            Action::NextPane | Action::PreviousPane => {
                let pages = self.pages();
                let here = pages.iter().position(|page| *page == self.page).unwrap_or(0);
                let step = if action == Action::NextPane { 1 } else { pages.len() - 1 };
                self.page = pages[(here + step) % pages.len()];
                (self.column, self.at) = (0, 0);
            }
            Action::PageUp => self.at = self.at.saturating_sub(self.height),
            Action::PageDown => self.at = (self.at + self.height).min(lines.len().saturating_sub(1)),
            Action::Open => {
                match lines.get(self.at) {
                    Some(Line::School(at)) => return Requested::Open(self.network.places[*at]),
                    // A line that is too long for the window is read whole.
                    Some(Line::LeftOut(said)) => self.text = Some((vec![said.clone()], 0)),
                    _ => {}
                }
            }
            _ => self.at = list::moved(self.at, lines.len(), action).unwrap_or(self.at),
        }
        Requested::Nothing
    }

    /// Says how many of the schools that are shown have each value of the chosen column, the most frequent first.
    fn count(&mut self, lines: &[Line]) {
        let Some(column) = self.columns().get(self.column).copied() else { return };
        let of = |line: &Line| match line {
            Line::School(_) => self.cells(line, &[column]).pop(),
            _ => None,
        };
        let counts = tally(lines.iter().filter_map(of)).into_iter().take(MOST_COUNTED);
        let counts: Vec<String> = counts.map(|(value, n)| format!("{value} ({n})")).collect();
        self.notice = Some(format!("{}\u{a0}: {}", network::head(&self.words, column), counts.join(" · ")));
    }

    /// Sorts by the chosen column; again, the other way; again, as the schools were found.
    fn sort(&mut self) {
        let column = self.columns().get(self.column).copied();
        (self.view.by, self.view.is_largest_first) = match (self.view.by, self.view.is_largest_first) {
            (by, true) if by == column => (column, false),
            (by, false) if by == column => (None, false),
            _ => (column, true),
        };
        self.at = 0;
    }
}
