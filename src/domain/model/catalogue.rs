//! What the sources know, as lists to read and to pick from.

use std::cell::LazyCell;

use serde::Deserialize;

use super::survey::Answering;
use crate::domain::value::text;

/// A catalogue: a question, and groups of entries that answer it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Catalogue {
    /// Its id: the name of its file without number and ending.
    #[serde(skip)]
    pub id: String,
    /// Whether it is a template, seen row by row.
    #[serde(skip)]
    pub is_template: bool,
    /// Its title.
    #[serde(rename = "titre")]
    pub title: String,
    /// The question that it answers.
    #[serde(default)]
    pub question: String,
    /// The documents that it comes from.
    pub source: String,
    /// What should be known before reading.
    #[serde(default)]
    pub note: String,
    /// What an entry may become in the school's files.
    #[serde(rename = "prendre", default)]
    pub take: Option<Take>,
    /// Its groups.
    #[serde(rename = "groupes")]
    pub groups: Vec<Group>,
}

/// What an entry may become in the school's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Take {
    /// A kind of support that somebody gets.
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
    /// Something that somebody needs.
    #[serde(rename = "besoin")]
    Need,
}

/// A group of entries.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Group {
    /// Its id, unique in its catalogue.
    pub id: String,
    /// Its name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Where it comes from, when that is more precise than its catalogue's.
    #[serde(default)]
    pub source: Option<String>,
    /// What should be known before reading.
    #[serde(default)]
    pub note: String,
    /// What an entry may become, when that is not as in the rest of its catalogue.
    #[serde(rename = "prendre", default)]
    pub take: Option<Take>,
    /// How many answered, when its entries are the answers to one question.
    #[serde(default)]
    pub total: Option<u32>,
    /// Its entries.
    #[serde(rename = "entrées")]
    pub entries: Vec<Entry>,
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "RawEntry")]
pub struct Entry {
    /// Its code, by which files name it.
    pub code: String,
    /// What it says.
    pub text: String,
    /// What is added to it.
    pub note: String,
    /// How many.
    pub count: Option<u32>,
    /// Out of how many.
    pub out_of: Option<u32>,
    /// Words by which a plan shows that it does this, folded.
    pub signs: Vec<String>,
    /// How it is answered, when it is a question.
    pub answering: Option<Answering>,
    /// The answers to choose from.
    pub choices: Vec<String>,
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
        n: Option<u32>,
        #[serde(default)]
        sur: Option<u32>,
        #[serde(default)]
        mots: Vec<String>,
        #[serde(default)]
        genre: Option<Answering>,
        #[serde(default)]
        choix: Vec<String>,
    },
}

impl From<RawEntry> for Entry {
    fn from(written: RawEntry) -> Self {
        match written {
            RawEntry::Text(text) => Entry { text, ..Entry::default() },
            RawEntry::Full { code, texte, note, n, sur, mots, genre, choix } => {
                let signs = mots.iter().map(|word| text::fold(word)).collect();
                Entry { code, text: texte, note, count: n, out_of: sur, signs, answering: genre, choices: choix }
            }
        }
    }
}

/// How a catalogue is read.
pub type Read = Box<dyn FnOnce() -> Catalogue>;

/// The catalogues in the order in which they are shown, each read when it is first looked at: the program opens without
/// waiting for what nobody has asked for yet.
#[derive(Debug, Default)]
pub struct Shelf(Vec<(String, LazyCell<Catalogue, Read>)>);

impl Shelf {
    /// A shelf of catalogues by id.
    pub fn new(catalogues: impl IntoIterator<Item = (String, Read)>) -> Self {
        Shelf(catalogues.into_iter().map(|(id, read)| (id, LazyCell::new(read))).collect())
    }

    /// The catalogue of an id.
    pub fn get(&self, id: &str) -> Option<&Catalogue> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, catalogue)| &**catalogue)
    }

    /// The place of a catalogue among the others.
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

    /// The entry of that code.
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries().map(|(_, entry)| entry).find(|entry| entry.code == code)
    }

    /// The group of that id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// What an entry of a group may become.
    pub fn take(&self, group: &Group) -> Option<Take> {
        group.take.or(self.take)
    }

    /// Where a group comes from.
    pub fn source<'a>(&'a self, group: &'a Group) -> &'a str {
        group.source.as_deref().unwrap_or(&self.source)
    }
}

impl Group {
    /// The sum of its counts.
    pub fn sum(&self) -> u32 {
        self.entries.iter().filter_map(|entry| entry.count).sum()
    }
}

impl Entry {
    /// Out of how many its count is, in that group.
    pub fn base(&self, group: &Group) -> Option<u32> {
        self.out_of.or(group.total)
    }

    /// Whether somebody who types these words means it: accents do not count, a letter may be wrong.
    pub fn answers(&self, group: &Group, words: &str) -> bool {
        text::nearly_matches(&format!("{} {} {} {}", self.code, self.text, self.note, group.name), words)
    }
}
