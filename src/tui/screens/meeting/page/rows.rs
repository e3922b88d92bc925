//! The rows of a page: answers to choose from, and actions in columns.

use std::borrow::Cow;

use super::line::{Bar, Piece, PointLine, in_a_row};
use crate::{
    domain::privacy::redact::NameRedactor,
    tui::{
        action::Action,
        canvas::{Hit, columns, wrap},
        theme::Role,
    },
    words::{Words, id},
};

/// The width from which an action is in columns.
const COLUMNS: u16 = 58;

/// The width of the column of a date, and of what says that it has passed.
const WHEN: u16 = 18;

/// The sign of the answer that was given.
const CHOSEN: &str = "●";

/// An answer that one key gives.
pub struct AnswerChoice {
    /// Its key.
    pub number: usize,
    /// The action of its key.
    pub action: Action,
    /// Its sign and the role of its sign.
    pub sign: (&'static str, Role),
    /// What it says.
    pub word: String,
    /// Whether it was given today.
    pub is_chosen: bool,
    /// Whether it was given the last time.
    pub is_last: bool,
}

/// An action, in columns.
pub struct ActionRow {
    /// The sign of its state, and the role of the line.
    pub sign: (&'static str, Role),
    pub what: String,
    pub who: String,
    pub when: String,
    /// Whether its day has passed.
    pub is_late: bool,
    /// What else is known of it.
    pub more: String,
}

/// Answers one a line: the one that was given is one colour from edge to edge, the last one is told.
pub fn answers(words: &Words, choices: &[AnswerChoice], item: usize) -> Vec<PointLine> {
    let last = words.get(id!("answer-last"));
    let widest = choices.iter().map(|choice| columns(&choice.word)).max().unwrap_or(0);
    let line = |choice: &AnswerChoice| {
        let (sign, role) = choice.sign;
        let mut pieces = vec![
            Piece::new(2, choice.number.to_string(), Role::Key),
            Piece::new(5, sign, role),
            Piece::new(7, &choice.word, Role::Text),
        ];
        // What is chosen is told by a sign too, never by a colour alone.
        if choice.is_chosen {
            pieces.push(Piece::new(0, CHOSEN, Role::Text));
        }
        if choice.is_last {
            pieces.push(Piece::new(10 + widest, &*last, Role::Dim));
        }
        let bar = if choice.is_chosen { Bar::Chosen } else { Bar::Never };
        PointLine { pieces, item: Some(item), bar, hit: Some(Hit::Action(choice.action)) }
    };
    choices.iter().map(line).collect()
}

/// Answers side by side after a label; the one that was given is reversed, the last one is told.
pub fn answers_in_a_row(
    words: &Words,
    label: &str,
    choices: &[AnswerChoice],
    item: usize,
    width: u16,
) -> Vec<PointLine> {
    let row = |margin: &str| -> Vec<Piece> {
        let piece = |choice: &AnswerChoice| {
            let text = format!("{} {}", choice.number, choice.word);
            let text = if choice.is_chosen { format!("{margin}{CHOSEN} {text}{margin}") } else { text };
            let role = if choice.is_chosen { Role::Selected } else { Role::Text };
            Piece { hit: Some(Hit::Action(choice.action)), ..Piece::new(0, text, role) }
        };
        choices.iter().map(piece).collect()
    };
    let all: u16 = row(" ").iter().map(|piece| columns(&piece.text) + 3).sum();
    let (gap, row) = if columns(label) + 2 + all <= width { (3, row(" ")) } else { (2, row("")) };
    let start = columns(label) + 2 + gap;
    let mut pieces = vec![Piece::new(2, label, Role::Dim)];
    pieces.extend(in_a_row(start, gap, row));
    let mut first = PointLine { item: Some(item), ..PointLine::of(pieces) };
    let last = choices.iter().find(|choice| choice.is_last && !choice.is_chosen);
    let Some(last) = last.map(|choice| words.say(id!("answer-last-was"), &[("word", choice.word.as_str().into())]))
    else {
        return vec![first];
    };
    let end = first.end() + 3;
    if end + columns(&last) <= width {
        first.pieces.push(Piece::new(end, last, Role::Dim));
        return vec![first];
    }
    let second = PointLine { item: Some(item), ..PointLine::of(vec![Piece::new(start, last, Role::Dim)]) };
    vec![first, second]
}

impl ActionRow {
    /// The lines of the action: what, who and when in columns, or who and when under what where there is no room.
    pub fn lines(&self, words: &Words, discreet: Option<&NameRedactor>, item: usize, width: u16) -> Vec<PointLine> {
        let late = if self.is_late { words.get(id!("late")) } else { Cow::Borrowed("") };
        let or_empty = |text: &str| if text.is_empty() { "…".to_owned() } else { text.to_owned() };
        let third = [(or_empty(&self.when), Role::Text), (late.into_owned(), Role::Alert)];
        let mut lines = match width >= COLUMNS {
            true => self.in_columns(discreet, &or_empty(&self.who), &third, width),
            false => self.under(discreet, &or_empty(&self.who), &third, width),
        };
        if let Some(first) = lines.first_mut() {
            let (sign, role) = self.sign;
            first.insert(0, Piece::new(0, sign, role));
        }
        if !self.more.is_empty() {
            let more = wrap(discreet, &self.more, width - 2);
            lines.extend(more.into_iter().map(|text| vec![Piece::new(2, text, Role::Dim)]));
        }
        lines.into_iter().map(|pieces| PointLine::of_item(pieces, item)).collect()
    }

    fn in_columns(
        &self,
        discreet: Option<&NameRedactor>,
        who: &str,
        third: &[(String, Role); 2],
        width: u16,
    ) -> Vec<Vec<Piece>> {
        let (_, role) = self.sign;
        let names = (width / 4).max(16) + if width > 80 { 3 } else { 0 };
        let room = width - 2 - names - WHEN;
        let (who_at, when_at) = (2 + room, 2 + room + names);
        let who = wrap(discreet, who, names - 2);
        let what = wrap(discreet, &self.what, room - 2);
        let height = what.len().max(who.len()).max(third.iter().filter(|(text, _)| !text.is_empty()).count());
        let line = |at: usize| {
            let what = what.get(at).map(|text| Piece::new(2, text, role));
            let who = who.get(at).map(|text| Piece::new(who_at, text, Role::Title));
            let when = third.get(at).map(|(text, role)| Piece::new(when_at, text, *role));
            what.into_iter().chain(who).chain(when).collect()
        };
        (0..height).map(line).collect()
    }

    fn under(
        &self,
        discreet: Option<&NameRedactor>,
        who: &str,
        third: &[(String, Role); 2],
        width: u16,
    ) -> Vec<Vec<Piece>> {
        let (_, role) = self.sign;
        let what = wrap(discreet, &self.what, width - 2);
        let mut lines: Vec<Vec<Piece>> = what.into_iter().map(|text| vec![Piece::new(2, text, role)]).collect();
        let when = third.iter().filter(|(text, _)| !text.is_empty());
        let when = when.map(|(text, role)| Piece::new(0, text, *role));
        lines.push(in_a_row(2, 3, std::iter::once(Piece::new(0, who, Role::Title)).chain(when)));
        lines
    }
}
