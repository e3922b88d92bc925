//! A school folder in memory: its documents, and the edits that change them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    board::{Board, Newcomer, Wellbeing},
    document::{Document, FileId, Part},
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

/// Everything that a school folder says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folder {
    /// The plan.
    pub plan: Plan,
    /// The board.
    pub board: Board,
    /// The meetings by stem, hence by date.
    pub meetings: BTreeMap<String, Meeting>,
    /// The impact checks by stem, hence by date.
    pub impacts: BTreeMap<String, ImpactCheck>,
    /// The surveys by stem, hence by month.
    pub surveys: BTreeMap<String, Survey>,
    /// The meeting under way.
    pub draft: Option<Draft>,
    /// The files that could not be read: nothing is ever written there.
    pub broken: BTreeSet<FileId>,
}

impl Folder {
    /// A document; `None` when there is none, or when its file could not be read.
    pub fn document(&self, file: &FileId) -> Option<Document> {
        if self.broken.contains(file) {
            return None;
        }
        match file {
            FileId::Plan => Some(Document::Plan(self.plan.clone())),
            FileId::Board => Some(Document::Board(self.board.clone())),
            FileId::Meeting(stem) => self.meetings.get(stem).cloned().map(Document::Meeting),
            FileId::Impact(stem) => self.impacts.get(stem).cloned().map(Document::Impact),
            FileId::Survey(stem) => self.surveys.get(stem).cloned().map(Document::Survey),
            FileId::Draft => self.draft.clone().map(Document::Draft),
        }
    }

    /// A document as a tree of values.
    ///
    /// # Errors
    /// A document that the folder does not have.
    pub fn value(&self, file: &FileId) -> Result<Value, Fault> {
        self.document(file).map(|d| d.to_value()).ok_or_else(|| Fault::new(Code::NoSuchFile, file.file()))
    }

    /// The part of a document that a path leads into.
    ///
    /// # Errors
    /// A document that the folder does not have.
    pub fn part(&self, file: &FileId, path: &[impl AsRef<str>]) -> Result<Part, Fault> {
        self.document(file).map(|d| d.part(path)).ok_or_else(|| Fault::new(Code::NoSuchFile, file.file()))
    }

    /// The value at a place of a document.
    pub fn at(&self, file: &FileId, path: &[impl AsRef<str>]) -> Option<Value> {
        let part = self.part(file, path).ok()?;
        lookup(&part.value, &path[part.depth..]).cloned()
    }

    /// Puts a document in its place, or takes it away.
    pub fn put(&mut self, file: &FileId, document: Option<Document>) {
        match (file, document) {
            (_, Some(Document::Plan(plan))) => self.plan = plan,
            (_, Some(Document::Board(board))) => self.board = board,
            (FileId::Meeting(stem), Some(Document::Meeting(meeting))) => {
                drop(self.meetings.insert(stem.clone(), meeting))
            }
            (FileId::Impact(stem), Some(Document::Impact(check))) => drop(self.impacts.insert(stem.clone(), check)),
            (FileId::Survey(stem), Some(Document::Survey(survey))) => drop(self.surveys.insert(stem.clone(), survey)),
            (_, Some(Document::Draft(draft))) => self.draft = Some(draft),
            (FileId::Meeting(stem), None) => drop(self.meetings.remove(stem)),
            (FileId::Impact(stem), None) => drop(self.impacts.remove(stem)),
            (FileId::Survey(stem), None) => drop(self.surveys.remove(stem)),
            (FileId::Draft, None) => self.draft = None,
            (FileId::Plan | FileId::Board, None)
            | (_, Some(Document::Meeting(_) | Document::Impact(_) | Document::Survey(_))) => {}
        }
    }

    /// Every document that exists, the plan and the board first.
    pub fn files(&self) -> Vec<FileId> {
        let meetings = self.meetings.keys().cloned().map(FileId::Meeting);
        let impacts = self.impacts.keys().cloned().map(FileId::Impact);
        let surveys = self.surveys.keys().cloned().map(FileId::Survey);
        [FileId::Plan, FileId::Board].into_iter().chain(meetings).chain(impacts).chain(surveys).collect()
    }

    /// The newest meeting that was held by that day.
    pub fn last_meeting(&self, today: NaiveDate) -> Option<&Meeting> {
        self.meetings.values().rev().find(|m| m.date.is_none_or(|day| day.0 <= today))
    }

    /// The newcomers at the school in the order in which a meeting takes them: those who need more support,
    /// those to follow, then the others; within each, the longest without a trace first.
    pub fn people_in_order(&self) -> impl Iterator<Item = &Newcomer> {
        let mut people: Vec<&Newcomer> = self.board.present().collect();
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

    /// A name for a new dated file that no other file has: `2026-11-19`, then `2026-11-19-2`.
    pub fn free_stem<T>(taken: &BTreeMap<String, T>, day: NaiveDate) -> String {
        let candidates = std::iter::once(day.to_string()).chain((2..).map(|n| format!("{day}-{n}")));
        candidates.into_iter().find(|stem| !taken.contains_key(stem)).unwrap_or_default()
    }
}
