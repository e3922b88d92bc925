//! What the app knows of the computer and of the folder, which no key changes.

use crate::{
    domain::model::{catalogue::Catalogues, cycle::Cycle, welcome::WelcomeStep},
    tui::{keymap::Keymap, theme::Themes},
};

/// What stays constant while the program runs.
#[derive(Debug)]
pub struct Environment {
    /// The path of the school folder, as displayed.
    pub place: String,
    /// The built-in labels and questions of the cycle.
    pub cycle: Cycle,
    /// Reads the usual steps of the welcome of whoever arrives.
    pub welcome: fn() -> Vec<WelcomeStep>,
    /// The catalogues, taken from the sources.
    pub catalogues: Catalogues,
    pub themes: Themes,
    pub keymap: &'static Keymap,
    /// Whether this is the demonstration school.
    pub demo: bool,
    /// The folder of documents, in which a new school is proposed, with the mark that parts folders at its end.
    pub documents: String,
    /// The schools that were opened before, newest first.
    pub recent: Vec<String>,
    /// A number that no other window has, for new ids.
    pub salt: u64,
    /// Whether what matters now is drawn in big letters.
    pub big_letters: bool,
    /// Whether the letters were once enlarged for a wall.
    pub enlarged: bool,
    /// What the window is for.
    pub purpose: Purpose,
}

/// What a window is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Everything is read and done in it.
    #[default]
    Desk,
    /// It shows a meeting to others, and takes no word.
    Wall,
    /// It shows a school to those who accompany it, and changes nothing of it.
    Visit,
}
