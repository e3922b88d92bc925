//! What a school's files say of a person, text by text: by the same spellings as a purge, so that whoever asks for it reads
//! all that a purge would find.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use serde_json::Value;

use super::{context, forget::NameScrubber};
use crate::domain::{
    edit::identity,
    model::{
        board::{Board, Newcomer},
        document::FileId,
        draft::Draft,
        folder::Folder,
        meeting::{Meeting, PersonPoint},
    },
    value::{text::fold, tree::ID},
};

/// A text that says something of somebody, and every place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// Where it is in its file.
    pub at: TextPlace,
    /// The whole text.
    pub text: String,
    /// The files and the versions that hold it.
    pub held: Vec<HeldIn>,
    /// The other people that it names.
    pub others: Vec<String>,
    /// Whether it surely says something of the person: a word of a name may be an ordinary word.
    pub is_sure: bool,
}

/// Where a text is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPlace {
    /// A field of a document of the school.
    Field(FileId, Vec<String>),
    /// A line of another text, from 1.
    Line(usize),
    /// The name of the file.
    FileName,
    /// Inside a file that is no text, as a photo or a document of another program.
    Inside,
}

/// A file or a version that holds a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeldIn {
    /// A file of the folder, with `/` as separator.
    File(String),
    /// A version of a document, with the moment when it was kept, if it is known.
    Version(FileId, u32, Option<NaiveDateTime>),
}

/// The texts of a document that are about people or name them, each with its path: every field of their records and of what
/// meetings say of them, and whatever names them elsewhere.
pub fn texts(document: &Value, named: &NameScrubber) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    let mut search = Search { named, path: Vec::new(), is_theirs: false, found: &mut found };
    search.walk(document);
    found
}

/// The texts of a document that may name people and are left by a purge, each with its path.
pub fn doubtful_texts(document: &Value, named: &NameScrubber) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    let doubt = |path: &[String], text: &str| {
        let is_doubt = !text.trim().is_empty() && may_name(named, text);
        is_doubt.then(|| (path.to_vec(), text.trim_end().to_owned()))
    };
    leaves(document, &mut Vec::new(), &mut |path, text| found.extend(doubt(path, text)));
    found
}

/// Whether a text may name people whom it does not surely name: a word of their names stands in it that is no ordinary word
/// there.
pub fn may_name(named: &NameScrubber, text: &str) -> bool {
    !named.names(text) && named.doubts(text).keys().any(|word| may_be_a_name(text, word))
}

fn may_be_a_name(text: &str, word: &str) -> bool {
    const BEFORE: [&str; 4] = ["a", "d", "de", "du"];
    let mut before = String::new();
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.into_iter().any(|piece| {
        let folded = fold(piece);
        let is_said_as_a_word = BEFORE.contains(&before.as_str()) || context::is_an_article(&before);
        let is_it = folded == word && (piece.starts_with(char::is_uppercase) || !is_said_as_a_word);
        before = folded;
        is_it
    })
}

/// Calls a function with each text of a tree and its path.
fn leaves(value: &Value, path: &mut Vec<String>, each: &mut impl FnMut(&[String], &str)) {
    match value {
        Value::String(text) => each(path, text),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(identity(item).map_or_else(|| at.to_string(), ToOwned::to_owned));
                leaves(item, path, each);
                path.pop();
            }
        }
        Value::Object(record) => {
            for (key, value) in record {
                path.push(key.clone());
                leaves(value, path, each);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Everybody but one person, with what names each: what a text says of them may have to be hidden.
#[derive(Clone, Debug, Default)]
pub struct Others(Vec<(String, NameScrubber)>);

impl Others {
    /// Everybody else on the board, and the members of the committee.
    pub fn of(folder: &Folder, person: &Newcomer) -> Self {
        let board = folder.board.people.iter().filter(|other| other.id != person.id).map(|other| other.name.clone());
        let names: Vec<String> = board.chain(folder.plan.committee.named().map(ToOwned::to_owned)).collect();
        let mut bearers: HashMap<String, usize> = HashMap::new();
        for name in names.iter().chain([&person.name]) {
            let folded = fold(name);
            let words: HashSet<&str> = folded.split([' ', '-', '\'']).collect();
            for word in words {
                *bearers.entry(word.to_owned()).or_default() += 1;
            }
        }
        let is_shared = |part: &str| bearers.get(part).is_some_and(|count| *count > 1);
        let scrubber = |name: &String| NameScrubber::named(name, is_shared, "");
        Others(names.iter().map(|name| (name.clone(), scrubber(name))).collect())
    }

    /// The others whom a text names.
    pub fn named(&self, text: &str) -> Vec<String> {
        self.0.iter().filter(|(_, scrubber)| scrubber.names(text)).map(|(name, _)| name.clone()).collect()
    }
}

struct Search<'a> {
    named: &'a NameScrubber,
    path: Vec<String>,
    /// Whether it is inside a record about them.
    is_theirs: bool,
    found: &'a mut Vec<(Vec<String>, String)>,
}

impl Search<'_> {
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Null => {}
            Value::String(text) => self.visit(text),
            Value::Bool(_) | Value::Number(_) if self.is_theirs => self.visit(&value.to_string()),
            Value::Bool(_) | Value::Number(_) => {}
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.within(identity(item).map_or_else(|| at.to_string(), ToOwned::to_owned), item);
                }
            }
            Value::Object(record) => {
                let was_theirs = self.is_theirs;
                let is_record = self.is_of_people() && identity(value).is_some_and(|id| self.named.ids.contains(id));
                self.is_theirs |= is_record;
                for (key, value) in record.iter().filter(|(key, _)| *key != ID && *key != PersonPoint::PERSON) {
                    self.within(key.clone(), value);
                }
                self.is_theirs = was_theirs;
            }
        }
    }

    fn within(&mut self, step: String, value: &Value) {
        self.path.push(step);
        self.walk(value);
        self.path.pop();
    }

    fn visit(&mut self, text: &str) {
        if !text.trim().is_empty() && (self.is_theirs || self.named.names(text)) {
            self.found.push((self.path.clone(), text.trim_end().to_owned()));
        }
    }

    /// Whether the items of the list at the path are about people.
    fn is_of_people(&self) -> bool {
        let list: Vec<&str> = self.path.iter().map(String::as_str).collect();
        matches!(list.as_slice(), [Board::PEOPLE | Meeting::PEOPLE, _] | [Draft::MEETING, Meeting::PEOPLE, _])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_several_people_share_names_none_of_them() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let mut folder = Folder::default();
        for (id, name) in [("n1", "Luc Gagnon"), ("n2", "Nadia Roy"), ("n3", "Nadia Bouchard")] {
            folder.board.people.push(person(id, name).into());
        }
        let others = Others::of(&folder, &folder.board.people[0]);
        assert_eq!(others.named("Vu avec Nadia."), Vec::<String>::new());
        assert_eq!(others.named("Vu avec Bouchard."), ["Nadia Bouchard"]);
        assert_eq!(others.named("Vu avec Luc Gagnon."), Vec::<String>::new());
    }
}
