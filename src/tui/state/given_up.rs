//! Texts that were given up: each is there again when its field is opened.

use super::dialog::{Destination, Dialog, TextDialog, WordsDialog};
use crate::tui::components::{input::Input, picker::Choice};

/// The most texts that are remembered.
const MOST: usize = 40;

/// The texts that were given up, each with its destination, the last one last.
#[derive(Debug, Default)]
pub struct GivenUp(Vec<(Destination, String)>);

impl GivenUp {
    /// Remembers a text until its destination is opened again.
    pub fn remember(&mut self, mut place: Destination, text: String) {
        forget_where(&mut place);
        self.0.retain(|(other, _)| *other != place);
        let extra = (self.0.len() + 1).saturating_sub(MOST);
        self.0.drain(..extra);
        self.0.push((place, text));
    }

    /// Forgets every text: none may come back before another audience, or about somebody who was purged.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Puts back in a dialog what was given up at its destination.
    pub fn resume(&mut self, dialog: &mut Dialog) {
        let Some(mut place) = dialog.destination().cloned() else { return };
        forget_where(&mut place);
        let Some(at) = self.0.iter().position(|(other, _)| *other == place) else { return };
        let (_, text) = self.0.remove(at);
        match dialog {
            Dialog::Text(TextDialog { input, .. }) => {
                *input = if input.has_lines() { Input::lines(&text) } else { Input::line(&text) };
            }
            Dialog::Words(WordsDialog { picker, .. }) => {
                let ticked: Vec<String> = text.lines().map(Into::into).collect();
                let is_known = |value: &&String| picker.choices.iter().any(|choice| choice.value == **value);
                let own: Vec<Choice<String>> =
                    ticked.iter().filter(|value| !is_known(value)).map(Choice::plain).collect();
                picker.choices.extend(own);
                picker.ticked = ticked;
            }
            _ => {}
        }
    }
}

/// What was typed of a trace is there again in that field of the next one.
fn forget_where(place: &mut Destination) {
    if let Destination::Trace { written, .. } = place {
        *written = None;
    }
}
