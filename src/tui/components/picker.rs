//! A list to pick from, filtered as one types.

use super::{input::Input, list};
use crate::{
    domain::value::text,
    tui::event::{Key, KeyName},
};

/// A choice: what is shown, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is shown.
    pub label: String,
    /// What it stands for.
    pub value: T,
    /// A word at its right: a key, a count.
    pub aside: String,
}

impl<T> Choice<T> {
    /// A choice with its label.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Choice { label: label.into(), value, aside: String::new() }
    }

    /// The choice with a word at its right.
    pub fn beside(self, aside: impl Into<String>) -> Self {
        Choice { aside: aside.into(), ..self }
    }
}

impl Choice<String> {
    /// A choice that shows what it stands for.
    pub fn plain(word: impl Into<String>) -> Self {
        let word = word.into();
        Choice::new(word.clone(), word)
    }
}

/// What may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One of the list.
    One,
    /// One of the list, or what was typed.
    OneOrTyped,
    /// Any number of the list.
    Many,
    /// Any number of the list, and words that are typed.
    ManyOrTyped,
}

/// A list being picked from.
#[derive(Clone, Debug)]
pub struct Picker<T> {
    /// The choices.
    pub choices: Vec<Choice<T>>,
    /// What has been typed.
    pub filter: Input,
    /// The line under the cursor, among those that match.
    pub at: usize,
    /// What may be picked.
    pub mode: Mode,
    /// The values ticked, when several may be, in the order in which they were.
    pub ticked: Vec<T>,
    /// Whether a wrong letter is forgiven.
    pub forgives: bool,
}

impl<T: PartialEq> Picker<T> {
    fn on(choices: Vec<Choice<T>>, at: Option<usize>, mode: Mode) -> Self {
        let at = at.unwrap_or(0);
        Picker { choices, filter: Input::line(""), at, mode, ticked: Vec::new(), forgives: false }
    }

    /// One of a list, with the cursor on what is in force.
    pub fn menu(choices: Vec<Choice<T>>, current: Option<&T>) -> Self {
        let at = choices.iter().position(|choice| Some(&choice.value) == current);
        Picker::on(choices, at, Mode::One)
    }

    /// The choices that match what was typed, the best ones first.
    pub fn matching(&self) -> Vec<&Choice<T>> {
        let typed = self.filter.text();
        if typed.trim().is_empty() {
            return self.choices.iter().collect();
        }
        let matches = if self.forgives { text::nearly_matches } else { text::matches };
        let mut found: Vec<&Choice<T>> = self.choices.iter().filter(|choice| matches(&choice.label, &typed)).collect();
        found.sort_by_key(|choice| rank(&choice.label, &typed));
        found
    }

    /// The choice under the cursor.
    pub fn here(&self) -> Option<&Choice<T>> {
        self.matching().get(self.at).copied()
    }

    /// Whether a choice is ticked, where several may be.
    pub fn tick_of(&self, choice: &Choice<T>) -> Option<bool> {
        matches!(self.mode, Mode::Many | Mode::ManyOrTyped).then(|| self.ticked.contains(&choice.value))
    }

    /// Moves the cursor among so many lines, or takes a letter of the filter.
    pub fn look(&mut self, key: Key, lines: usize) {
        if let Some(at) = list::way(key.code).and_then(|way| list::moved(self.at, lines, way)) {
            self.at = at;
        } else if self.filter.key(key) {
            self.at = 0;
        }
    }
}

impl<T: PartialEq + Clone> Picker<T> {
    /// Takes a key of a menu: what was chosen, once it is.
    pub fn choose(&mut self, key: Key) -> Option<T> {
        if matches!(key.code, KeyName::Enter | KeyName::Tab | KeyName::BackTab) {
            return self.here().map(|choice| choice.value.clone());
        }
        self.look(key, self.matching().len());
        None
    }
}

impl Picker<String> {
    /// Words to pick, with the cursor on the one in force.
    pub fn new(choices: Vec<Choice<String>>, current: &str, mode: Mode) -> Self {
        let at = choices.iter().position(|choice| !current.is_empty() && choice.value == current);
        Picker::on(choices, at, mode)
    }

    /// What was typed, when it may be taken as it is and no choice says it already: it stands after those that match.
    pub fn as_typed(&self) -> Option<String> {
        let typed = self.filter.text().trim().to_owned();
        let may = matches!(self.mode, Mode::OneOrTyped | Mode::ManyOrTyped) && !typed.is_empty();
        let is_known = |choice: &Choice<String>| text::fold(&choice.label) == text::fold(&typed);
        (may && !self.choices.iter().any(is_known)).then_some(typed)
    }

    /// Whether giving up keeps what was ticked.
    pub fn keeps_ticks(&self) -> bool {
        self.mode == Mode::ManyOrTyped
    }

    /// How many lines there are to choose from.
    pub fn count(&self) -> usize {
        self.matching().len() + usize::from(self.as_typed().is_some())
    }

    /// Takes a key: the words picked, once they are.
    pub fn key(&mut self, key: Key) -> Option<Vec<String>> {
        if matches!(key.code, KeyName::Tab | KeyName::BackTab) {
            // What is being typed is taken first, then the whole.
            return self.key(Key::plain(KeyName::Enter)).or_else(|| self.key(Key::plain(KeyName::Enter)));
        }
        let here = self.here().map(|choice| choice.value.clone());
        let typed = self.filter.text().trim().to_owned();
        match (key.code, self.mode) {
            (KeyName::Char(' '), Mode::ManyOrTyped) if typed.is_empty() => self.tick(here),
            (KeyName::Char(' '), Mode::Many) => self.tick(here),
            // A word that was typed may hold blanks: it is Enter that ticks it, and the search begins anew.
            (KeyName::Enter, Mode::ManyOrTyped) if !typed.is_empty() => {
                if here.is_none() {
                    self.choices.insert(0, Choice::plain(typed.clone()));
                }
                self.tick(here.or(Some(typed)));
                self.filter = Input::line("");
                self.at = 0;
            }
            (KeyName::Enter, Mode::Many) => {
                let all = self.choices.iter().map(|choice| choice.value.clone());
                return Some(all.filter(|value| self.ticked.contains(value)).collect());
            }
            (KeyName::Enter, Mode::ManyOrTyped) => return Some(self.ticked.clone()),
            (KeyName::Enter, mode) => match here {
                Some(value) => return Some(vec![value]),
                None if mode == Mode::OneOrTyped => return Some(vec![typed]),
                None => {}
            },
            _ => self.look(key, self.count()),
        }
        None
    }

    fn tick(&mut self, value: Option<String>) {
        let Some(value) = value else { return };
        match self.ticked.iter().position(|ticked| *ticked == value) {
            Some(at) => drop(self.ticked.remove(at)),
            None => self.ticked.push(value),
        }
    }

    /// Picks a line by a click.
    pub fn click(&mut self, line: usize) -> Option<Vec<String>> {
        self.at = line;
        let key = match self.mode {
            Mode::Many => KeyName::Char(' '),
            Mode::ManyOrTyped if self.filter.text().trim().is_empty() => KeyName::Char(' '),
            Mode::One | Mode::OneOrTyped | Mode::ManyOrTyped => KeyName::Enter,
        };
        self.key(Key::plain(key))
    }
}

/// How well a label answers what was typed: it begins so, a word of it does, it holds it, it nearly does.
fn rank(label: &str, typed: &str) -> u8 {
    let (label, typed) = (text::fold(label), text::fold(typed.trim()));
    match label.find(&typed) {
        Some(0) => 0,
        Some(at) if !label[..at].ends_with(char::is_alphanumeric) => 1,
        Some(_) => 2,
        None => 3,
    }
}
