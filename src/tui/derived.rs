//! Values derived from the folder, computed on demand and kept until it changes.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use super::state::{PeopleShown, Sorted, projection::Revealed};
use crate::domain::{
    advice::{topic::Advice, vocabulary::Vocabulary},
    model::board::Board,
    privacy::{audience::Level, redact::NameRedactor},
};

/// Values derived from the folder, cached until it changes.
#[derive(Debug, Default)]
pub struct Derived {
    /// The advice drawn from the sources.
    pub advice: OnceCell<Vec<Advice>>,
    /// The words to weigh.
    pub vocabulary: OnceCell<Vocabulary>,
    /// The alias of each newcomer, by id.
    pub aliases: OnceCell<HashMap<String, String>>,
    /// The redaction of newcomers' names.
    pub discreet: OnceCell<NameRedactor>,
    /// The board with what was said today.
    pub said: OnceCell<Option<Board>>,
    /// The people shown on the board.
    pub shown: RefCell<Option<(BoardCacheKey, Rc<[usize]>)>>,
    /// The searchable text of each person.
    pub searched: RefCell<Option<SearchTexts>>,
}

/// Searchable texts, with the audience level and the revealed person they were built for.
pub type SearchTexts = (Level, Option<Revealed>, Rc<[SearchedTexts]>);

/// What is searched of one person, folded.
#[derive(Debug)]
pub struct SearchedTexts {
    /// What the columns say.
    pub columns: String,
    /// What the traces say.
    pub said: String,
}

/// What the list of people on the board depends on, besides the folder: the filter, the sort order, whether departed
/// people are shown, the audience level, and the person revealed in projector mode.
pub type BoardCacheKey = (String, Option<(String, Sorted)>, PeopleShown, Level, Option<Revealed>);
