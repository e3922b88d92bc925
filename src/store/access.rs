//! Everything that a school folder says of one person, in its files and in every version, to answer an access request.

use std::{collections::HashMap, path::Path};

use serde_json::Value;

use super::{
    exports, read,
    school::SchoolFolder,
    scrub::{self, FileScrubber},
    versions::Version,
    yaml::{outline, parse},
};
use crate::domain::{
    model::{
        board::{Board, Newcomer},
        document::{Document, FileId},
        folder::Folder,
    },
    privacy::{
        forget::NameScrubber,
        mentions::{self, HeldIn, NamedText, Others, TextPlace},
        preview::PurgeChoice,
    },
    value::{fault::Fault, text::fold},
};

impl SchoolFolder {
    /// Every text that says something of a person, besides the record on the board and what the meetings of the folder say
    /// by person, which have pages of their own. What a purge would find is found.
    ///
    /// # Errors
    /// If the board cannot be read.
    pub fn said_of(&self, folder: &Folder, person: &Newcomer) -> Result<Vec<NamedText>, Fault> {
        let names = self.scrubber(std::slice::from_ref(&person.id), &PurgeChoice::default(), "")?;
        let forgotten = FileScrubber::of(names);
        let mut said = Said {
            names: &forgotten.names,
            others: Others::of(folder, person),
            owners: owners(folder, person),
            versions: self.versions(),
            found: Vec::new(),
        };
        let sheet = format!("exports/fiche-{}", person.id);
        for file in self.files_under(Path::new("")) {
            let name = file.to_string_lossy().replace('\\', "/");
            // The sheet itself, the record of what was exported and the register are made from the rest.
            let is_made =
                name.starts_with(&sheet) || name == exports::EXPORTED || name.starts_with("versions/registre");
            if !is_made {
                self.file_says(&forgotten, &name, &mut said);
            }
        }
        // What the record of today says is on its own page.
        let now = folder.document(&FileId::Board).map(|board| own(&board, &forgotten.names)).unwrap_or_default();
        let of_today: Vec<(Vec<String>, String)> = folder
            .meetings
            .keys()
            .filter_map(|stem| folder.document(&FileId::Meeting(stem.clone())))
            .flat_map(|meeting| own(&meeting, &forgotten.names))
            .chain(now)
            .collect();
        let is_known = |named: &NamedText| match &named.at {
            TextPlace::Field(_, path) => of_today.iter().any(|(known, text)| {
                let is_same = |one: &str, other: &str| fold(one) == fold(other);
                let key = |path: &[String]| path.last().map(|key| fold(key));
                key(known) == key(path) && is_same(text, &named.text) && identity_of(path) == Some(person.id.as_str())
            }),
            _ => false,
        };
        let found = said.found.into_iter().filter(|named| !is_known(named));
        Ok(found.collect())
    }

    fn file_says(&self, forgotten: &FileScrubber, name: &str, said: &mut Said<'_>) {
        let held = said.held_in(name);
        let is_own = scrub::is_in_use(name) || name.starts_with("versions/") || name.starts_with(".arrimage/");
        if !is_own && said.names.scrub_file_name(name).1 > 0 {
            said.add(TextPlace::FileName, name.to_owned(), held.clone());
        }
        let text = read::bytes(&self.root().join(name), name).and_then(|bytes| read::decode(name, &bytes));
        let Some((text, _)) = text.ok().filter(|(text, _)| !scrub::is_document(text)) else {
            if forgotten.names_in(self.root(), name) {
                said.add(TextPlace::Inside, name.to_owned(), held);
            }
            return;
        };
        // The whole tree is read, with the keys that the program does not know.
        let read = |kind: FileId| Some((parse::typed::<Value>(name, &text).ok()?, kind));
        match scrub::kind(name, &text).and_then(read) {
            Some((document, kind)) => {
                for (path, text) in mentions::texts(&document, said.names) {
                    said.add(TextPlace::Field(kind.clone(), path), text, held.clone());
                }
                // What a purge would leave, and show, may be about them all the same.
                for (path, text) in mentions::doubtful_texts(&document, said.names) {
                    said.add_if(false, TextPlace::Field(kind.clone(), path), text, held.clone());
                }
                let comments = outline::comments(&text).unwrap_or_default();
                for comment in comments.iter().filter(|comment| said.names.names(&comment.words)) {
                    said.add(TextPlace::Line(comment.line), comment.words.trim().to_owned(), held.clone());
                }
            }
            None => {
                for (at, line) in text.lines().enumerate() {
                    let is_sure = said.names.names(line);
                    if is_sure || mentions::may_name(said.names, line) {
                        said.add_if(is_sure, TextPlace::Line(at + 1), line.trim().to_owned(), held.clone());
                    }
                }
            }
        }
    }
}

/// The id of the person whose record a path is in.
fn identity_of(path: &[String]) -> Option<&str> {
    path.iter().zip(path.iter().skip(1)).find_map(|(list, id)| {
        let is_of_people = list == Board::PEOPLE || list == crate::domain::model::meeting::Meeting::PEOPLE;
        is_of_people.then_some(id.as_str())
    })
}

/// What the record of a person says, in one document.
fn own(document: &Document, names: &NameScrubber) -> Vec<(Vec<String>, String)> {
    let mut found = mentions::texts(&document.to_value(), names);
    found.retain(|(path, _)| identity_of(path).is_some_and(|id| names.ids.contains(id)));
    found
}

/// The names of everybody else on the board, by id.
fn owners(folder: &Folder, person: &Newcomer) -> HashMap<String, String> {
    let others = folder.board.people.iter().filter(|other| other.id != person.id);
    others.map(|other| (other.id.clone(), other.name.clone())).collect()
}

/// What was found, each text once.
struct Said<'a> {
    names: &'a NameScrubber,
    others: Others,
    /// The names of everybody else on the board, by id.
    owners: HashMap<String, String>,
    /// Every version that the register knows.
    versions: Vec<Version>,
    found: Vec<NamedText>,
}

impl Said<'_> {
    /// The file, or the version that it is.
    fn held_in(&self, name: &str) -> HeldIn {
        let version = name.strip_prefix("versions/").and_then(|rest| rest.strip_suffix(".yaml")?.rsplit_once('/'));
        let version = version.and_then(|(stem, number)| Some((FileId::parse(stem)?, number.parse::<u32>().ok()?)));
        version.map_or_else(
            || HeldIn::File(name.to_owned()),
            |(file, number)| {
                let kept = self.versions.iter().find(|kept| kept.file == file.stem() && kept.number == number);
                HeldIn::Version(file, number, kept.map(|kept| kept.when))
            },
        )
    }

    fn add(&mut self, at: TextPlace, text: String, held: HeldIn) {
        self.add_if(true, at, text, held);
    }

    fn add_if(&mut self, is_sure: bool, at: TextPlace, text: String, held: HeldIn) {
        let is_same = |known: &&mut NamedText| known.text == text && is_one_place(&known.at, &at);
        match self.found.iter_mut().find(is_same) {
            Some(known) if known.held.contains(&held) => {}
            Some(known) => known.held.push(held),
            None => {
                // What stands in the record of somebody else is about that person too.
                let owner = match &at {
                    TextPlace::Field(_, path) => identity_of(path).and_then(|id| self.owners.get(id)).cloned(),
                    _ => None,
                };
                let mut others = self.others.named(&text);
                others.extend(owner.filter(|owner| !others.contains(owner)));
                self.found.push(NamedText { at, text, held: vec![held], others, is_sure });
            }
        }
    }
}

/// Whether two places are one for whoever reads: the same field of the same record, wherever it stands in its list.
fn is_one_place(a: &TextPlace, b: &TextPlace) -> bool {
    match (a, b) {
        (TextPlace::Field(file, path), TextPlace::Field(other, there)) => {
            file == other && path.last() == there.last() && identity_of(path) == identity_of(there)
        }
        (TextPlace::Line(_), TextPlace::Line(_)) => true,
        _ => a == b,
    }
}
