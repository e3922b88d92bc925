//! Which columns of the board are shown, in which order and how wide: in a wide window, and in a narrow one.

use serde::{Deserialize, Serialize};

use super::column::{self, Column};
use crate::domain::model::board::{Board, Newcomer};

/// The allowed widths of a column, in characters.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 6..=60;

/// A column that is shown, with its width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The column's key.
    #[serde(rename = "colonne")]
    pub key: String,
    /// Its width, in characters.
    #[serde(rename = "largeur")]
    pub width: u16,
}

/// The columns that are shown, besides the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// In a wide window, as many as fit.
    #[serde(rename = "large")]
    pub wide: Vec<Shown>,
    /// In a narrow window.
    #[serde(rename = "étroit", alias = "etroit")]
    pub narrow: Vec<Shown>,
}

/// A view of the board that has a name: whom it shows, in what order, with which columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedView {
    /// Its name.
    #[serde(rename = "nom")]
    pub name: String,
    /// The search that chooses whom it shows.
    #[serde(rename = "filtre", default, skip_serializing_if = "String::is_empty")]
    pub filter: String,
    /// The key of the column that it is sorted by, after a hyphen if downwards.
    #[serde(rename = "tri", default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The columns that a wide window shows; those of the board if there are none.
    #[serde(rename = "colonnes", default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Shown>,
}

impl Default for Layout {
    fn default() -> Self {
        let wide = [
            Newcomer::WELLBEING,
            "dernière_trace",
            // The screen asks what they need: that comes before who they are.
            Newcomer::NEEDS,
            Newcomer::TIER,
            Newcomer::CONTACT,
            Newcomer::MENTOR,
            column::NEXT_WHAT,
            column::NEXT_WHEN,
            Newcomer::JOB,
            column::DAYS_LEFT,
        ];
        let shown = |key: &&str| Shown { key: (*key).to_owned(), width: width(key) };
        Layout { wide: wide.iter().map(shown).collect(), narrow: wide[..2].iter().map(shown).collect() }
    }
}

/// The width class of a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// A wide window.
    #[default]
    Wide,
    /// A narrow window.
    Narrow,
}

impl Layout {
    /// The columns of a window.
    pub fn of(&self, window: Window) -> &[Shown] {
        match window {
            Window::Wide => &self.wide,
            Window::Narrow => &self.narrow,
        }
    }

    /// The columns of a window, mutably.
    pub fn of_mut(&mut self, window: Window) -> &mut Vec<Shown> {
        match window {
            Window::Wide => &mut self.wide,
            Window::Narrow => &mut self.narrow,
        }
    }

    /// The columns of a window that exist on the board, with their widths.
    pub fn columns(&self, board: &Board, window: Window) -> Vec<(Column, u16)> {
        let known = Column::all(board);
        let column = |shown: &Shown| {
            let column = known.iter().find(|column| column.key() == shown.key)?;
            Some((column.clone(), shown.width.clamp(*WIDTHS.start(), *WIDTHS.end())))
        };
        self.of(window).iter().filter_map(column).collect()
    }
}

/// The default width of a column, in characters.
pub fn width(key: &str) -> u16 {
    match key {
        Newcomer::JOB | Newcomer::NEEDS | Newcomer::GOAL | column::SIGN_WHAT | column::NEXT_WHAT => 26,
        Newcomer::CONTACT | Newcomer::BUILDING | Newcomer::SITUATION => 20,
        Newcomer::WELLBEING | Newcomer::MENTOR | column::NEXT_WHO => 18,
        Newcomer::TIER => 12,
        Newcomer::ALIAS | Newcomer::INDUCTION_YEAR => 8,
        Newcomer::TRACES => 9,
        _ => 16,
    }
}
