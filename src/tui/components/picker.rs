//! A list to pick from, filtered while typing.

use super::{input::Input, list};
use crate::{
    domain::{model::field_kind, value::text},
    tui::event::{Key, KeyName},
};

/// A choice: its label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The label shown.
    pub label: String,
    /// The value picked.
    pub value: T,
    /// A text aligned right: a key, a count.
    pub aside: String,
}

impl<T> Choice<T> {
    /// Creates a choice with its label.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Choice { label: label.into(), value, aside: String::new() }
    }

    /// Adds a text aligned right.
    pub fn beside(self, aside: impl Into<String>) -> Self {
        Choice { aside: aside.into(), ..self }
    }
}

impl Choice<String> {
    /// Creates a choice whose label is its value.
    pub fn plain(word: impl Into<String>) -> Self {
        let word = word.into();
        Choice::new(word.clone(), word)
    }
}

/// What may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One of the choices.
    One,
    /// One of the choices, or the text typed.
    OneOrTyped,
    /// Any number of choices.
    Many,
    /// Any number of choices, and texts typed.
    ManyOrTyped,
}

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Picker<T> {
    pub choices: Vec<Choice<T>>,
    /// The text typed.
    pub filter: Input,
    /// The cursor, among the matching choices.
    pub at: usize,
    /// What may be picked.
    pub mode: Mode,
    /// The values ticked, where several may be, in the order they were ticked.
    pub ticked: Vec<T>,
    /// Whether matching tolerates a typing mistake.
    pub forgives: bool,
    /// The number of choices, at the beginning, that come before the others whatever is typed.
    pub leading: usize,
    /// The number of choices, at the beginning, that people also say by their rank.
    pub ranks: usize,
    /// Whether the cursor was moved since something was typed or ticked.
    pub is_moved: bool,
    /// Where what is typed says a choice that it begins; elsewhere a text that may be new comes first, as it was typed.
    pub completion: Completion,
}

/// What the beginning of a choice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completion {
    /// The choice, as the first name of somebody does.
    Always,
    /// The choice, inside a word: « gest » is no need, and « temps » may be one.
    InsideWords,
    /// Itself: a value is being corrected.
    Never,
}

impl<T: PartialEq> Picker<T> {
    fn on(choices: Vec<Choice<T>>, at: Option<usize>, mode: Mode) -> Self {
        let at = at.unwrap_or(0);
        Picker {
            choices,
            filter: Input::line(""),
            at,
            mode,
            ticked: Vec::new(),
            forgives: false,
            leading: 0,
            ranks: 0,
            is_moved: false,
            completion: Completion::Always,
        }
    }

    /// Creates a picker of one choice, with the cursor on the current one.
    pub fn menu(choices: Vec<Choice<T>>, current: Option<&T>) -> Self {
        let at = choices.iter().position(|choice| Some(&choice.value) == current);
        Picker::on(choices, at, Mode::One)
    }

    /// The choices that match the text typed, best first.
    pub fn matching(&self) -> Vec<&Choice<T>> {
        let whole = self.filter.text();
        // Of several, the last one is being typed.
        let typed = if self.mode == Mode::Many { whole.rsplit([',', ';']).next().unwrap_or_default() } else { &whole };
        if typed.trim().is_empty() {
            return self.choices.iter().collect();
        }
        let matches = if self.forgives { text::nearly_matches } else { text::matches };
        let found = self.choices.iter().enumerate().filter(|(_, choice)| matches(&choice.label, typed));
        let mut found: Vec<(usize, &Choice<T>)> = found.collect();
        found.sort_by_key(|(at, choice)| {
            let rank = rank(&choice.label, typed);
            (*at >= self.leading || rank == NEARLY, rank)
        });
        if found.is_empty() {
            let rank = typed.split_whitespace().next_back().and_then(|rank| rank.parse::<usize>().ok());
            let at = rank.filter(|rank| (1..=self.ranks).contains(rank));
            return at.and_then(|rank| self.choices.get(rank - 1)).into_iter().collect();
        }
        found.into_iter().map(|(_, choice)| choice).collect()
    }

    /// The choice under the cursor; `None` on the text typed.
    pub fn here(&self) -> Option<&Choice<T>> {
        let at = if self.leads() { self.at.checked_sub(1)? } else { self.at };
        self.matching().get(at).copied()
    }

    /// The text typed, when it may be picked as it is and is not a choice already.
    pub fn as_typed(&self) -> Option<String> {
        let typed = self.filter.text().trim().to_owned();
        let may = matches!(self.mode, Mode::OneOrTyped | Mode::ManyOrTyped) && !typed.is_empty();
        let is_known = |choice: &Choice<T>| text::fold(&choice.label) == text::fold(&typed);
        (may && !self.choices.iter().any(is_known)).then_some(typed)
    }

    /// Whether the text typed comes before the choices rather than after them.
    pub fn leads(&self) -> bool {
        let Some(typed) = self.as_typed() else { return false };
        let Some(first) = self.matching().first().map(|choice| text::fold(&choice.label)) else { return false };
        // « Ann » is no Réjeanne: a choice is said by the beginning of one of its words.
        let begins = rank(&first, &typed) < INSIDE;
        let typed = text::fold(&typed);
        let rest = first.find(&typed).map_or("", |at| &first[at + typed.len()..]);
        match self.completion {
            Completion::Always => !begins,
            Completion::Never => true,
            // « enseignant » is a word, though « enseignante » begins with it.
            Completion::InsideWords => {
                !begins || rest.chars().take_while(|c| c.is_alphanumeric()).count() < SHORTEST_REST
            }
        }
    }

    /// Whether several values may be ticked.
    pub fn is_many(&self) -> bool {
        matches!(self.mode, Mode::Many | Mode::ManyOrTyped)
    }

    /// Whether a choice is ticked; `None` where only one can be picked.
    pub fn tick_of(&self, choice: &Choice<T>) -> Option<bool> {
        self.is_many().then(|| self.ticked.contains(&choice.value))
    }

    /// Moves the cursor in a list of `lines` lines, or edits the filter.
    pub fn look(&mut self, key: Key, lines: usize) {
        if let Some(at) = list::direction(key.code).and_then(|direction| list::moved(self.at, lines, direction)) {
            (self.at, self.is_moved) = (at, true);
            return;
        }
        // Whoever chose a line and types again begins another word.
        if self.is_moved && matches!((key.code, key.ctrl), (KeyName::Char(_), false)) {
            self.filter = Input::line("");
        }
        if self.filter.key(key) {
            (self.at, self.is_moved) = (0, false);
        }
    }
}

impl<T: PartialEq + Clone> Picker<T> {
    /// Handles a key in a menu; returns the value chosen, if any.
    pub fn choose(&mut self, key: Key) -> Option<T> {
        if matches!(key.code, KeyName::Enter | KeyName::Tab | KeyName::BackTab) {
            return self.here().map(|choice| choice.value.clone());
        }
        // Where lines have a number, it chooses at once.
        if let (KeyName::Char(c), true) = (key.code, self.filter.text().is_empty())
            && let Some(rank) = c.to_digit(10).and_then(|rank| usize::try_from(rank).ok())
            && (1..=self.ranks).contains(&rank)
        {
            return self.choices.get(rank - 1).map(|choice| choice.value.clone());
        }
        self.look(key, self.matching().len());
        None
    }
}

impl Picker<String> {
    /// Creates a picker of words, with the cursor on the current one.
    pub fn new(choices: Vec<Choice<String>>, current: &str, mode: Mode) -> Self {
        let at = choices.iter().position(|choice| !current.is_empty() && choice.value == current);
        Picker::on(choices, at, mode)
    }

    /// Whether what is typed says all: any text does where it may be new; in a closed list, one line is left, or it is the
    /// first one word for word.
    pub fn is_settled(&self) -> bool {
        let typed = self.filter.text();
        let is_open = matches!(self.mode, Mode::OneOrTyped | Mode::ManyOrTyped);
        !typed.trim().is_empty() && !self.is_moved && (is_open || self.count() == 1 || self.says(typed.trim()))
    }

    /// The number of lines to choose from.
    pub fn count(&self) -> usize {
        self.matching().len() + usize::from(self.as_typed().is_some())
    }

    /// Handles a key; returns the words picked, once the picker is done.
    pub fn key(&mut self, key: Key) -> Option<Vec<String>> {
        if matches!(key.code, KeyName::Tab | KeyName::BackTab | KeyName::NewLine) {
            return self.key(Key::plain(KeyName::Enter));
        }
        let here = self.here().map(|choice| choice.value.clone());
        let typed = self.filter.text().trim().to_owned();
        match (key.code, self.mode) {
            // A word that may be new holds spaces; a code does not.
            (KeyName::Char(' '), Mode::ManyOrTyped) if typed.is_empty() || self.is_moved => self.tick(here),
            (KeyName::Enter, mode) if !self.is_moved && self.is_nothing(&typed) => {
                return Some(if mode == Mode::OneOrTyped { vec![String::new()] } else { Vec::new() });
            }
            (KeyName::Char(' '), Mode::Many) if here.is_some() && !typed.ends_with([',', ';']) => self.tick(here),
            (KeyName::Enter, Mode::Many | Mode::ManyOrTyped) => return self.taken(here, &typed),
            (KeyName::Enter, mode) => match here {
                Some(value) => return Some(vec![value]),
                None if mode == Mode::OneOrTyped => return Some(vec![typed]),
                None => {}
            },
            _ => self.look(key, self.count()),
        }
        None
    }

    /// Whether what is typed says that there is nothing. A word may say something in a free text.
    fn is_nothing(&self, typed: &str) -> bool {
        let is_said = match (self.mode, self.completion) {
            (Mode::One, _) => false,
            (Mode::OneOrTyped, Completion::InsideWords | Completion::Never) => field_kind::is_a_dash(typed),
            _ => field_kind::is_a_dash(typed) || field_kind::says_nothing(typed),
        };
        is_said && !self.choices.iter().any(|choice| text::fold(&choice.label) == text::fold(typed))
    }

    /// Whether the line under the cursor is exactly the text typed.
    fn says(&self, typed: &str) -> bool {
        self.here().is_some_and(|choice| text::fold(&choice.label) == text::fold(typed))
    }

    /// What is ticked, with the words typed or the line chosen; `None` if one of the words is not in a closed list.
    fn taken(&mut self, here: Option<String>, typed: &str) -> Option<Vec<String>> {
        let choices: Vec<(String, String)> =
            self.choices.iter().map(|choice| (choice.value.clone(), choice.label.clone())).collect();
        let pieces = typed.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty());
        let all: Option<Vec<String>> =
            pieces.map(|piece| field_kind::named(&choices, piece).map(ToOwned::to_owned)).collect();
        let whole = field_kind::named(&choices, typed).map(ToOwned::to_owned);
        let more = match all {
            _ if whole.is_some() && !self.is_moved => whole.into_iter().collect(),
            _ if typed.is_empty() => here.filter(|_| self.is_moved).into_iter().collect(),
            Some(all) if !self.is_moved => all,
            // What is half of several codes is none of them.
            _ if self.mode == Mode::Many && !self.is_moved && self.count() != 1 => return None,
            _ if here.is_some() && (self.is_moved || !typed.contains([',', ';'])) => here.into_iter().collect(),
            _ if self.mode == Mode::ManyOrTyped => {
                let parting = if typed.contains(';') { ';' } else { ',' };
                let items = typed.split(parting).map(str::trim).filter(|item| !item.is_empty());
                items.map(|item| field_kind::named(&choices, item).unwrap_or(item).to_owned()).collect()
            }
            _ => return None,
        };
        for value in more {
            if !self.ticked.contains(&value) {
                self.ticked.push(value);
            }
        }
        if self.mode == Mode::ManyOrTyped {
            return Some(self.ticked.clone());
        }
        Some(choices.into_iter().map(|(value, _)| value).filter(|value| self.ticked.contains(value)).collect())
    }

    fn tick(&mut self, value: Option<String>) {
        let Some(value) = value else { return };
        (self.filter, self.is_moved) = (Input::line(""), false);
        self.at = self.choices.iter().position(|choice| choice.value == value).unwrap_or(0);
        match self.ticked.iter().position(|ticked| *ticked == value) {
            Some(at) => drop(self.ticked.remove(at)),
            None => self.ticked.push(value),
        }
    }

    /// Picks the line clicked.
    pub fn click(&mut self, line: usize) -> Option<Vec<String>> {
        (self.at, self.is_moved) = (line, true);
        let key = match self.mode {
            Mode::Many => KeyName::Char(' '),
            // The line of what is typed is taken; another one is ticked.
            Mode::ManyOrTyped if self.here().is_some() => KeyName::Char(' '),
            Mode::One | Mode::OneOrTyped | Mode::ManyOrTyped => KeyName::Enter,
        };
        self.key(Key::plain(key))
    }
}

/// The fewest letters that a word lacks for its beginning to say it: fewer are an ending.
const SHORTEST_REST: usize = 3;

/// The rank of a label that holds the text typed inside a word.
const INSIDE: u8 = 3;

/// The rank of a label that nearly matches.
const NEARLY: u8 = 4;

/// Ranks a label, best first: it is the text typed, it starts with it, one of its words does, it contains it, or it nearly
/// matches.
fn rank(label: &str, typed: &str) -> u8 {
    let (label, typed) = (text::fold(label), text::fold(typed.trim()));
    match label.find(&typed) {
        Some(0) if label == typed => 0,
        Some(0) => 1,
        Some(at) if !label[..at].ends_with(char::is_alphanumeric) => 2,
        Some(_) => INSIDE,
        None => NEARLY,
    }
}
