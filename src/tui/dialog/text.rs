//! Text inputs: keys and drawing.

use ratatui::layout::Rect;

use super::{
    days,
    panel::{for_marked, in_place, panel, said_below},
};
use crate::{
    domain::{
        advice::{topic::Topic, vocabulary::Vocabulary},
        model::{board::Newcomer, document::FileId, field_kind::Kind, school::Member},
    },
    tui::{
        app::App,
        canvas::{Canvas, columns},
        event::{Key, KeyName},
        state::{
            dialog::{Destination, TextDialog},
            field::Field,
        },
        theme::Role,
    },
    words::id,
};

/// The fields that hold names and jobs, in which no word is weighed.
const NAMES: [&str; 4] = [Newcomer::NAME, Newcomer::ALIAS, Newcomer::JOB, Member::ROLE];

/// The state of a text input after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Typing continues.
    NotYet,
    /// The text is complete.
    Done,
    /// The text is abandoned.
    GivenUp,
}

impl TextDialog {
    /// Handles a key: Enter keeps, Esc gives up.
    pub fn key(&mut self, key: Key) -> Typing {
        match key.code {
            KeyName::Esc => Typing::GivenUp,
            // A list goes on with the next line, until one is left empty.
            KeyName::Enter if self.is_list() && !self.input.ends_on_a_blank_line() => {
                self.input.key(Key::plain(KeyName::NewLine));
                Typing::NotYet
            }
            KeyName::Enter | KeyName::Tab | KeyName::BackTab => Typing::Done,
            KeyName::NewLine if !self.input.has_lines() => Typing::Done,
            KeyName::Char('s') if key.ctrl => Typing::Done,
            _ => {
                self.input.key(key);
                Typing::NotYet
            }
        }
    }

    /// Whether the answer is a list, one line each.
    fn is_list(&self) -> bool {
        matches!(&self.place, Destination::Founding(step) if step.is_list())
    }

    /// How a typed date is interpreted.
    fn understood(&self, app: &App, field: &Field) -> Option<String> {
        let text = self.input.text();
        let understood = field.understood(&app.words, &text, app.year(), app.today());
        let said: Vec<String> = understood.into_iter().chain(days::about(app, field, &text)).collect();
        (!said.is_empty()).then(|| format!("→ {}", said.join(" · ")))
    }

    /// Draws the input, over the cell when a board cell is edited, in a panel otherwise.
    pub fn draw(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        match self.place.field() {
            Some((field, Some(people))) if canvas.drawn.cell.is_some() => {
                self.draw_in_cell(app, canvas, area, field, people);
            }
            Some(_) | None => self.draw_in_panel(app, canvas, area),
        }
    }

    fn draw_in_cell(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect, field: &Field, people: &[String]) {
        let understood = self.understood(app, field).filter(|_| self.refusal.is_none());
        let width = understood.as_ref().map_or(0, |said| columns(said) + 2);
        let place = in_place(&app.words, canvas, area, usize::from(understood.is_some()), width);
        if let (Some(said), Some(under)) = (understood, place.lines.first()) {
            canvas.fill(*under, Role::Bar);
            canvas.text(under.x + 1, under.y, under.width - 1, &said, Role::Bar);
        }
        self.input.draw(canvas, place.field);
        // A remedy that is cut helps nobody.
        match (&self.refusal, self.weighed(app)) {
            (Some(why), _) => said_below(canvas, area, why, Role::Alert),
            (None, Some(weighed)) => said_below(canvas, area, &weighed, Role::Watch),
            (None, None) => for_marked(app, canvas, area, people),
        }
    }

    /// What is said of a word to weigh, while it is typed where others will read it.
    fn weighed(&self, app: &App) -> Option<String> {
        let is_free = match &self.place {
            Destination::Field(field) | Destination::Cell(field, _) => {
                let is_name = field.path.last().is_some_and(|key| NAMES.contains(&key.as_str()));
                matches!(field.kind, Kind::Line | Kind::Text | Kind::Lines) && !is_name
            }
            Destination::Push(..) | Destination::Trace { .. } => true,
            _ => false,
        };
        if !is_free {
            return None;
        }
        let text = self.input.text();
        let vocabulary = || Vocabulary::of(&app.setting.catalogues, &app.folder.plan);
        let words = app.derived.vocabulary.get_or_init(vocabulary).weighed(&text);
        let (topic, _) = words.first()?;
        let id = if *topic == Topic::Judging { id!("weigh-judging") } else { id!("weigh-intimate") };
        let words: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
        Some(app.words.say(id, &[("word", words.join(", ").into())]))
    }

    fn draw_in_panel(&self, app: &App, canvas: &mut Canvas<'_>, area: Rect) {
        let keys = app.words.get(match (self.input.has_lines(), self.input.is_fresh()) {
            _ if matches!(self.place, Destination::Trace { .. }) => id!("keys-trace"),
            _ if self.is_list() => id!("keys-list"),
            _ if matches!(self.place, Destination::Push(FileId::Draft, _)) => id!("keys-add"),
            (true, _) => id!("keys-text"),
            (false, true) => id!("keys-line-fresh"),
            (false, false) => id!("keys-line"),
        });
        let lines = match self.input.has_lines() {
            true => self.input.height(area.width - 2).clamp(4, (area.height / 2).max(4)),
            false => 1,
        };
        let inside = panel(canvas, area, lines + 3, &self.title, &keys);
        self.input.draw(canvas, Rect { height: lines.min(inside.height), ..inside });
        let y = inside.y + lines;
        let understood = self.place.field().and_then(|(field, _)| self.understood(app, field));
        if y < inside.bottom() {
            match (&self.refusal, understood) {
                (Some(why), _) => drop(canvas.text(inside.x, y, inside.width, why, Role::Alert)),
                (None, Some(day)) => drop(canvas.text(inside.x, y, inside.width, &day, Role::Dim)),
                (None, None) => {
                    let weighed = self.weighed(app).unwrap_or_default();
                    canvas.text(inside.x, y, inside.width, &weighed, Role::Watch);
                }
            }
        }
    }
}
