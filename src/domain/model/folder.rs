//! A school folder in memory.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    board::{Board, Newcomer, Wellbeing},
    document::{Document, FileId, Subtree, documents},
    draft::Draft,
    impact::ImpactCheck,
    meeting::Meeting,
    plan::Plan,
    survey::Survey,
};
use crate::domain::value::{
    fault::{Code, Fault},
    tree::lookup,
};

macro_rules! folder {
    (
        single { $($(#[$one_about:meta])* $one:ident($one_type:ty) in $one_place:ident, $stem:literal $(| $said:literal)*;)+ }
        dated { $($(#[$many_about:meta])* $many:ident($many_type:ty) in $many_place:ident, $folder:literal;)+ }
        technical { $(#[$draft_about:meta])* $draft:ident($draft_type:ty) in $draft_place:ident, $path:literal; }
    ) => {
        /// The content of a school folder. Dated documents are held by stem, hence in order of date.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Folder {
            $($(#[$one_about])* pub $one_place: $one_type,)+
            $($(#[$many_about])* pub $many_place: BTreeMap<String, $many_type>,)+
            $(#[$draft_about])* pub $draft_place: Option<$draft_type>,
            /// The files that could not be read; they are never written to.
            pub broken: BTreeSet<FileId>,
        }

        impl Folder {
            /// Returns a document; `None` if it does not exist or its file could not be read.
            pub fn document(&self, file: &FileId) -> Option<Document> {
                if self.broken.contains(file) {
                    return None;
                }
                match file {
                    $(FileId::$one => Some(self.$one_place.clone().into()),)+
                    $(FileId::$many(stem) => self.$many_place.get(stem).cloned().map(Into::into),)+
                    FileId::$draft => self.$draft_place.clone().map(Into::into),
                }
            }

            /// Stores a document, or removes it if it is dated or technical. A document of another kind than its file
            /// is ignored.
            pub fn put(&mut self, file: &FileId, document: Option<Document>) {
                match (file, document) {
                    $((FileId::$one, Some(Document::$one(document))) => self.$one_place = document,)+
                    $((FileId::$one, _) => {})+
                    $((FileId::$many(stem), Some(Document::$many(document))) => {
                        self.$many_place.insert(stem.clone(), document);
                    })+
                    $((FileId::$many(stem), None) => {
                        self.$many_place.remove(stem);
                    })+
                    $((FileId::$many(_), Some(_)) => {})+
                    (FileId::$draft, Some(Document::$draft(document))) => self.$draft_place = Some(document),
                    (FileId::$draft, None) => self.$draft_place = None,
                    (FileId::$draft, Some(_)) => {}
                }
            }

            /// Every existing document that users can see, the undated ones first.
            pub fn files(&self) -> Vec<FileId> {
                let mut files = FileId::SINGLE.to_vec();
                $(files.extend(self.$many_place.keys().cloned().map(FileId::$many));)+
                files
            }
        }
    };
}
documents!(folder);

impl Folder {
    /// Returns a document as a tree of values.
    ///
    /// # Errors
    /// If the folder does not have the document.
    pub fn value(&self, file: &FileId) -> Result<Value, Fault> {
        self.document(file).map(|d| d.to_value()).ok_or_else(|| Fault::new(Code::NoSuchFile, file.file()))
    }

    /// Returns the part of a document that a path leads into.
    ///
    /// # Errors
    /// If the folder does not have the document.
    pub fn part(&self, file: &FileId, path: &[impl AsRef<str>]) -> Result<Subtree, Fault> {
        self.document(file).map(|d| d.part(path)).ok_or_else(|| Fault::new(Code::NoSuchFile, file.file()))
    }

    /// Returns the value at a path of a document.
    pub fn at(&self, file: &FileId, path: &[impl AsRef<str>]) -> Option<Value> {
        let part = self.part(file, path).ok()?;
        lookup(&part.value, &path[part.depth..]).cloned()
    }

    /// The only person whom an id, a name or an alias means.
    ///
    /// # Errors
    /// If nobody is called that, or if several people are.
    pub fn person(&self, said: &str) -> Result<&Newcomer, Fault> {
        let fault = |code| Fault::new(code, FileId::Board.file()).with("value", said);
        match self.board.called(said).as_slice() {
            [] => Err(fault(Code::UnknownPerson)),
            [only] => Ok(only),
            several => {
                let ids = several.iter().map(|person| person.id.as_str()).collect::<Vec<_>>();
                Err(fault(Code::SeveralPeople).with("ids", ids.join(", ")))
            }
        }
    }

    /// The last meeting of the committee that has no date or was held by that day.
    pub fn last_meeting(&self, today: NaiveDate) -> Option<&Meeting> {
        self.to_follow_up(today).map(|(_, meeting)| meeting).find(|meeting| meeting.is_of_committee())
    }

    /// The meetings of the committee, in order.
    pub fn regulations(&self) -> impl DoubleEndedIterator<Item = (&String, &Meeting)> {
        self.meetings.iter().filter(|(_, meeting)| meeting.is_of_committee())
    }

    /// The meetings whose actions are to be followed up that day, newest first: the last one of the committee, after the
    /// sittings that were held since.
    pub fn to_follow_up(&self, today: NaiveDate) -> impl Iterator<Item = (&String, &Meeting)> {
        let mut is_reached = false;
        let held = self.meetings.iter().rev().filter(move |(_, m)| m.date.is_none_or(|day| day.0 <= today));
        held.take_while(move |(_, meeting)| !std::mem::replace(&mut is_reached, meeting.is_of_committee()))
    }

    /// The newcomers at the school in the order in which a meeting discusses them: those who need more support, those
    /// to watch, then the others; within each group, those longest without a trace first.
    pub fn people_in_order(&self, today: NaiveDate) -> impl Iterator<Item = &Newcomer> {
        let mut people: Vec<&Newcomer> = self.board.present(today).collect();
        people.sort_by_key(|person| {
            let rank = match person.wellbeing() {
                Wellbeing::MoreSupport => 0,
                Wellbeing::Watch => 1,
                Wellbeing::Unknown | Wellbeing::Well => 2,
            };
            (rank, person.last_trace())
        });
        people.into_iter()
    }

    /// Returns an unused stem for a new dated file: `2026-11-19`, then `2026-11-19-2`.
    pub fn free_stem<T>(taken: &BTreeMap<String, T>, day: NaiveDate) -> String {
        let candidates = std::iter::once(day.to_string()).chain((2..).map(|n| format!("{day}-{n}")));
        candidates.into_iter().find(|stem| !taken.contains_key(stem)).unwrap_or_default()
    }
}

#[cfg(test)]
impl Folder {
    /// Holds a document from now on, as its file would say it: what tests are made of.
    pub(crate) fn hold(&mut self, file: &FileId, value: &Value) {
        let document = Document::from_value(file, value);
        self.put(file, Some(document.unwrap_or_else(|misfit| panic!("{}: {misfit}", file.file()))));
    }
}
