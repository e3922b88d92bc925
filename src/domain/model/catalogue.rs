//! Catalogues drawn from the source documents: lists to read and to pick from.

use std::cell::LazyCell;

use serde::Deserialize;

use super::survey::Answering;
use crate::domain::value::text;

/// A catalogue: a question, and groups of entries that answer it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Catalogue {
    /// Its id: the name of its file without number and extension.
    #[serde(skip)]
    pub id: String,
    /// Whether it is a plan template, displayed row by row.
    #[serde(skip)]
    pub is_template: bool,
    /// How many months before the first day of school a plan template begins.
    #[serde(skip)]
    pub months_ahead: u32,
    /// Its title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The question that it answers.
    #[serde(default)]
    pub question: String,
    /// The documents that it comes from.
    pub source: String,
    /// A note to read first.
    #[serde(default)]
    pub note: String,
    /// Whether it comes from what was written about pupils: for adults, an analogy.
    #[serde(rename = "analogie", default)]
    pub is_analogy: bool,
    /// What its entries can be added as in the school's files, if anything.
    #[serde(rename = "prendre", default)]
    pub take: Option<Take>,
    /// Its groups.
    #[serde(rename = "groupes")]
    pub groups: Vec<Group>,
}

/// What an entry can be added as in the school's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Take {
    /// A support modality of a person.
    #[serde(rename = "modalité")]
    Support,
    /// A row of the plan.
    #[serde(rename = "étape")]
    Row,
    /// A row of the plan, led by the actor of its group.
    #[serde(rename = "responsabilité")]
    Duty,
    /// A question on the agenda of the committee.
    #[serde(rename = "question")]
    Question,
    /// A need of a person.
    #[serde(rename = "besoin")]
    Need,
}

/// A dimension of professional induction (S000-02), in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Dimension {
    /// Finding a place on the labour market: status, conditions, paths.
    #[serde(rename = "emploi")]
    Employment,
    /// Learning how the place works and what it expects.
    #[serde(rename = "milieu")]
    Milieu,
    /// Mastering one's role.
    #[serde(rename = "métier")]
    Role,
}

impl Dimension {
    /// Its word, as catalogues and screens say it.
    pub fn word(self) -> &'static str {
        match self {
            Dimension::Employment => "emploi",
            Dimension::Milieu => "milieu",
            Dimension::Role => "métier",
        }
    }
}

/// What a school has that shows an entry without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Fact {
    /// Newcomers have mentors.
    #[serde(rename = "mentor")]
    Mentor,
    /// Somebody on the committee looks after newcomers.
    #[serde(rename = "répondant")]
    Contact,
    /// Release days are granted.
    #[serde(rename = "libération")]
    Release,
}

/// Who tells whether a school does what the entries of a group are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum CoveredBy {
    /// Its files, unless the school says otherwise.
    #[serde(rename = "plan")]
    Files,
    /// The school alone: no text can show it.
    #[serde(rename = "école")]
    School,
}

/// A group of entries.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Group {
    /// Its id, unique in its catalogue.
    pub id: String,
    /// Its name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Where it comes from, if more precise than its catalogue's source.
    #[serde(default)]
    pub source: Option<String>,
    /// A note to read first.
    #[serde(default)]
    pub note: String,
    /// What its entries can be added as, if different from the rest of the catalogue.
    #[serde(rename = "prendre", default)]
    pub take: Option<Take>,
    /// Who tells whether the school does what its entries are, if it is asked.
    #[serde(rename = "couvert", default)]
    pub covered_by: Option<CoveredBy>,
    /// How many people answered, if its entries are the answers to one question.
    #[serde(default)]
    pub total: Option<u32>,
    /// When it serves: the id of a step of the cycle, « tour » for the round of the people, « jumelage » for a pair.
    #[serde(default)]
    pub moments: Vec<String>,
    /// Its entries.
    #[serde(rename = "entrées")]
    pub entries: Vec<Entry>,
}

impl Group {
    /// Whether it serves at a moment.
    pub fn serves(&self, moment: &str) -> bool {
        self.moments.iter().any(|known| known == moment)
    }
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "RawEntry")]
pub struct Entry {
    /// Its code, by which files refer to it.
    pub code: String,
    /// Its text.
    pub text: String,
    /// Additional text.
    pub note: String,
    /// How it was worded before, if it is a question: forms that were made then are known too.
    pub before: Vec<String>,
    /// Its count, if it has one.
    pub count: Option<u32>,
    /// The total that the count is out of; the group's total when `None`.
    pub out_of: Option<u32>,
    /// Words whose presence in a plan, whole and in this order, shows that the school means to do this.
    pub signs: Vec<String>,
    /// What shows it without words.
    pub facts: Vec<Fact>,
    /// How it is answered, if it is a question.
    pub answering: Option<Answering>,
    /// The answers to choose from, if it is a question.
    pub choices: Vec<String>,
    /// Words of the jobs that it is for; every job when empty.
    pub jobs: Vec<String>,
    /// The dimension of induction that it is of, if it is a need of one of them.
    pub dimension: Option<Dimension>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawEntry {
    Text(String),
    Full {
        #[serde(default)]
        code: String,
        texte: String,
        #[serde(default)]
        note: String,
        #[serde(default)]
        avant: Vec<String>,
        #[serde(default)]
        n: Option<u32>,
        #[serde(default)]
        sur: Option<u32>,
        #[serde(default)]
        mots: Vec<String>,
        #[serde(default)]
        faits: Vec<Fact>,
        #[serde(default)]
        genre: Option<Answering>,
        #[serde(default)]
        choix: Vec<String>,
        #[serde(default)]
        pour: Vec<String>,
        #[serde(default)]
        dimension: Option<Dimension>,
    },
}

impl From<RawEntry> for Entry {
    fn from(written: RawEntry) -> Self {
        match written {
            RawEntry::Text(text) => Entry { text, ..Entry::default() },
            RawEntry::Full { code, texte, note, avant, n, sur, mots, faits, genre, choix, pour, dimension } => Entry {
                code,
                text: texte,
                note,
                before: avant,
                count: n,
                out_of: sur,
                signs: mots,
                facts: faits,
                answering: genre,
                choices: choix,
                jobs: pour,
                dimension,
            },
        }
    }
}

/// Loads a catalogue on first use.
pub type Read = Box<dyn FnOnce() -> Catalogue>;

/// The catalogues in display order. Each is loaded on first use, so that the program starts without waiting for what
/// nobody has asked for yet.
#[derive(Debug, Default)]
pub struct Catalogues(Vec<(String, LazyCell<Catalogue, Read>)>);

impl Catalogues {
    /// Creates a shelf from catalogues and their ids.
    pub fn new(catalogues: impl IntoIterator<Item = (String, Read)>) -> Self {
        Catalogues(catalogues.into_iter().map(|(id, read)| (id, LazyCell::new(read))).collect())
    }

    /// Returns the catalogue with that id.
    pub fn get(&self, id: &str) -> Option<&Catalogue> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, catalogue)| &**catalogue)
    }

    /// The entries of the catalogue with that id; none without it.
    pub fn entries(&self, id: &str) -> impl Iterator<Item = &Entry> {
        self.get(id).into_iter().flat_map(Catalogue::entries).map(|(_, entry)| entry)
    }

    /// Returns the position of a catalogue.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == id)
    }

    /// Every catalogue.
    pub fn iter(&self) -> impl Iterator<Item = &Catalogue> {
        self.0.iter().map(|(_, catalogue)| &**catalogue)
    }
}

impl Catalogue {
    /// Every entry with its group.
    pub fn entries(&self) -> impl Iterator<Item = (&Group, &Entry)> {
        self.groups.iter().flat_map(|group| group.entries.iter().map(move |entry| (group, entry)))
    }

    /// Returns the entry with that code.
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries().map(|(_, entry)| entry).find(|entry| entry.code == code)
    }

    /// Returns the group with that id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// What an entry of a group can be added as: the group's own setting, else the catalogue's.
    pub fn take(&self, group: &Group) -> Option<Take> {
        group.take.or(self.take)
    }

    /// The source of a group: its own, else the catalogue's.
    pub fn source<'a>(&'a self, group: &'a Group) -> &'a str {
        group.source.as_deref().unwrap_or(&self.source)
    }
}

impl Group {
    /// The sum of its entries' counts.
    pub fn sum(&self) -> u32 {
        self.entries.iter().filter_map(|entry| entry.count).sum()
    }
}

impl Entry {
    /// The total that its count is out of, in that group.
    pub fn base(&self, group: &Group) -> Option<u32> {
        self.out_of.or(group.total)
    }

    /// Whether it matches a search, ignoring accents and allowing typos.
    pub fn answers(&self, group: &Group, words: &str) -> bool {
        text::nearly_matches(&format!("{} {} {} {}", self.code, self.text, self.note, group.name), words)
    }
}
