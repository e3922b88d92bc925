//! The conflict copies that sync clients leave beside a file when two computers changed it: found, compared, archived.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use chrono::NaiveDateTime;
use serde_json::Value;

use super::{
    file_names::original,
    read,
    school::{SchoolFolder, not_written},
    snapshot::{FileSnapshot, Stamp},
    versions::{self, VersionContext, VersionReason},
    write,
};
use crate::domain::{
    edit::{
        Edit,
        diff::differences,
        merge::{Clash, follow, merge},
    },
    model::{
        board::{Board, Newcomer},
        document::FileId,
        meeting::{IssuePoint, PersonPoint},
        plan::{Issue, Plan},
    },
    value::{fault::Fault, text::fold, tree::ID},
};

/// A conflict copy and its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The file it is a copy of.
    pub file: FileId,
    /// The copy's path, relative to the school folder.
    pub name: String,
}

/// What merging a copy into its file would do.
#[derive(Debug)]
pub struct Proposal {
    /// The changes that the file would take from the copy.
    pub edits: Vec<Edit>,
    /// The fields that both changed differently: the file keeps its own values, those of the copy are `ours` here.
    pub clashes: Vec<Clash>,
}

impl SchoolFolder {
    /// The conflict copies in the folder whose original exists.
    pub fn copies(&self) -> Vec<Copy> {
        let mut copies: Vec<Copy> = std::iter::once("")
            .chain(FileId::FOLDERS.iter().copied())
            .flat_map(|folder| {
                let names = std::fs::read_dir(self.root().join(folder)).into_iter().flatten().flatten();
                names.filter_map(move |entry| {
                    let name = entry.file_name().into_string().ok()?;
                    let file = original(folder, name.strip_suffix(".yaml")?)?;
                    let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                    Some(Copy { file, name })
                })
            })
            .filter(|copy| self.path(&copy.file).exists())
            .collect();
        // People first: what a meeting says of them depends on who they are.
        copies.sort_by_key(|copy| (copy.name.contains('/'), copy.name.clone()));
        copies
    }

    /// What a copy would bring to its file. The common ancestor is the version from which both are reached with the
    /// fewest changes, the oldest if there are several.
    ///
    /// # Errors
    /// If the copy or the file cannot be read.
    pub fn compare_copy(&self, copy: &Copy) -> Result<Proposal, Fault> {
        let mut theirs =
            FileSnapshot::of(&copy.file, &read::bytes(&self.copy_path(copy), &copy.name)?, Stamp::default())
                .map_err(|fault| fault.in_file(&copy.name))?
                .document
                .to_value();
        if matches!(copy.file, FileId::Meeting(_) | FileId::Draft) {
            follow(&mut theirs, PersonPoint::PERSON, &self.renamed(&FileId::Board, Board::PEOPLE, Newcomer::NAME));
            follow(&mut theirs, IssuePoint::ISSUE, &self.renamed(&FileId::Plan, Plan::ISSUES, Issue::NAME));
        }
        let Some(file) = FileSnapshot::read(self.root(), &copy.file)? else {
            return Ok(Proposal { edits: Vec::new(), clashes: Vec::new() });
        };
        let ours = file.document.to_value();
        let versions = self.versions().into_iter().filter(|version| version.file == copy.file.stem());
        let ancestors = versions.filter_map(|version| {
            let bytes = versions::bytes(self.root(), &copy.file, version.number).ok()?;
            Some(FileSnapshot::of(&copy.file, &bytes, Stamp::default()).ok()?.document.to_value())
        });
        let far = |value: &serde_json::Value| {
            differences(&copy.file, value, &ours).len() + differences(&copy.file, value, &theirs).len()
        };
        let ancestor = ancestors.min_by_key(far);
        let merged = merge(&copy.file, ancestor.as_ref(), &theirs, &ours);
        Ok(Proposal { edits: differences(&copy.file, &ours, &merged.value), clashes: merged.clashes })
    }

    /// The records that had one id on another computer and have another here, since theirs was another's: by their name in
    /// the copies of a document.
    fn renamed(&self, file: &FileId, list: &str, called: &str) -> BTreeMap<String, String> {
        let records = |bytes: &[u8]| -> Vec<(String, String)> {
            let document = FileSnapshot::of(file, bytes, Stamp::default()).ok().map(|read| read.document);
            let value = document.map(|document| document.to_value()).unwrap_or_default();
            let records = value.get(list).and_then(Value::as_array).into_iter().flatten();
            let said =
                |record: &Value| Some((record.get(ID)?.as_str()?.to_owned(), fold(record.get(called)?.as_str()?)));
            records.filter_map(said).collect()
        };
        let Ok(ours) = read::file(&self.path(file)).map(|bytes| records(&bytes)) else { return BTreeMap::new() };
        let put_away = self
            .versions()
            .into_iter()
            .filter(|version| version.file == file.stem() && matches!(version.why, VersionReason::Copy));
        let copies = put_away.filter_map(|version| versions::bytes(self.root(), file, version.number).ok());
        let mut renamed = BTreeMap::new();
        for (id, name) in copies.flat_map(|bytes| records(&bytes)) {
            let is_other = ours.iter().any(|(known, other)| *known == id && *other != name);
            let same: Vec<&String> = ours.iter().filter(|(_, other)| *other == name).map(|(id, _)| id).collect();
            if let (true, [only]) = (is_other, same.as_slice()) {
                renamed.insert(id, (*only).clone());
            }
        }
        renamed
    }

    /// Moves a copy into `versions/`, where its content stays readable.
    ///
    /// # Errors
    /// If the copy cannot be read, archived or deleted.
    pub fn put_away(&self, copy: &Copy, now: NaiveDateTime) -> Result<(), Fault> {
        let _lock = self.lock()?;
        let bytes = read::bytes(&self.copy_path(copy), &copy.name)?;
        self.keep(&copy.file, &bytes, VersionContext { now, why: VersionReason::Copy, name: None })?;
        write::remove(&self.copy_path(copy)).map_err(|error| not_written(&copy.file, &error))
    }

    fn copy_path(&self, copy: &Copy) -> PathBuf {
        self.root().join(Path::new(&copy.name))
    }
}
