//! Removing people from a school for good: from the board, the meetings, the exports, and every version of them.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::{
    journal, read, removals,
    school::{SchoolFolder, not_written},
    scrub::{self, FileScrubber, Scrubbed},
    versions, write,
    yaml::parse,
};
use crate::domain::{
    model::{
        board::{Board, Newcomer},
        document::{Document, FileId},
        plan::Plan,
        retention,
    },
    privacy::{
        forget::NameScrubber,
        preview::{Doubt, PurgeChoice, PurgePreview, PurgedFile},
    },
    value::fault::{Code, Fault},
};

/// One file after a purge.
struct Purged {
    going: PurgedFile,
    path: PathBuf,
    /// Its new path, if its name named them.
    renamed: Option<PathBuf>,
    /// Its new bytes, if they change.
    bytes: Option<Vec<u8>>,
}

impl Purged {
    /// Carries it out, and returns where the file is now if it was renamed.
    fn carry_out(&self, root: &Path) -> std::io::Result<Option<PathBuf>> {
        // Several names may lose what told them apart: each takes a name that is free by then.
        let renamed = self.renamed.clone().map(free);
        match (&self.bytes, &renamed) {
            _ if self.going.whole => write::remove(&self.path),
            (Some(bytes), None) => write::atomic(&self.path, bytes).map(drop),
            (None, None) => Ok(()),
            (bytes, Some(renamed)) => {
                if let Some(folder) = renamed.parent() {
                    write::private_folder(folder)?;
                }
                match bytes {
                    Some(bytes) => {
                        write::atomic(renamed, bytes)?;
                        write::remove(&self.path)
                    }
                    // A photo is moved, and none of its bytes is read or written.
                    None => std::fs::rename(&self.path, renamed),
                }
            }
        }?;
        if renamed.is_some() {
            // A folder that bore their name is deleted with its last file.
            let folders = self.path.ancestors().skip(1).take_while(|folder| *folder != root);
            let _ = folders.map(std::fs::remove_dir).take_while(Result::is_ok).count();
        }
        Ok(renamed)
    }
}

impl SchoolFolder {
    /// What removing these people would take away, file by file, and what it would leave.
    ///
    /// # Errors
    /// If one of them is not on the board, if a file in use cannot be read and must be fixed first, or if a chosen file
    /// is not there or is one of the school's own.
    pub fn purge_preview(
        &self,
        people: &[String],
        choice: &PurgeChoice,
        placeholder: &str,
    ) -> Result<PurgePreview, Fault> {
        self.check_chosen(&choice.files)?;
        let forgotten = self.file_scrubber(people, choice, placeholder)?;
        let mut preview = PurgePreview { fields: self.fields_of(people), ..PurgePreview::default() };
        for file in self.files_under(Path::new("")) {
            if let Some(purged) = self.without(&forgotten, choice, &file, &mut preview)? {
                if self.is_read_only(&purged.going.file) {
                    preview.read_only.push(purged.going.file.clone());
                }
                preview.files.push(purged.going);
            }
        }
        Ok(preview)
    }

    /// Removes people from the whole folder and from the journal of every window. The register keeps a line without
    /// personal content. An interrupted purge can be run again, because the board is changed last.
    ///
    /// # Errors
    /// See [`SchoolFolder::purge_preview`]; also if a file cannot be written.
    pub fn purge(
        &mut self,
        people: &[String],
        choice: &PurgeChoice,
        placeholder: &str,
        state: &Path,
        now: NaiveDateTime,
    ) -> Result<PurgePreview, Fault> {
        self.check_chosen(&choice.files)?;
        let _lock = self.lock()?;
        self.sweep();
        let forgotten = self.file_scrubber(people, choice, placeholder)?;
        // A person removed on request was not removed by the rule.
        let plan = self.plan();
        let is_due = |person: &Newcomer| {
            let by_rule = plan.as_ref().and_then(|plan| retention::kept_until(plan, person));
            person.keep_until.is_some_and(|day| day.0 < now.date()) && person.keep_until == by_rule
        };
        let are_due = match self.seen.get(&FileId::Board).map(|seen| &seen.document) {
            Some(Document::Board(board)) => people.iter().all(|id| board.person(id).is_some_and(is_due)),
            _ => false,
        };
        let rule = plan
            .filter(|_| are_due)
            .and_then(|plan| plan.retention)
            .map(|rule| [rule.after_departure, rule.after_arrival].into_iter().find(|rule| !rule.trim().is_empty()))
            .unwrap_or_default()
            .unwrap_or_default();
        removals::note_purge(self.root(), people, rule.trim(), now)
            .map_err(|error| not_written(&FileId::Board, &error))?;
        for path in journal::files(state) {
            journal::forget(&path, &forgotten.names);
        }
        let (mut purged, mut done) = (Vec::new(), PurgePreview::default());
        for file in self.files_under(Path::new("")) {
            purged.extend(self.without(&forgotten, choice, &file, &mut done)?);
        }
        purged.sort_by_key(|purged| purged.going.file == FileId::Board.file());
        for purged in purged {
            let renamed = purged.carry_out(self.root()).map_err(|error| {
                Fault::new(Code::NotWritten, purged.going.file.as_str()).with("cause", read::reason(&error))
            })?;
            if let Some(renamed) = &renamed
                && let Some(untouched) = done.untouched.iter_mut().find(|file| **file == purged.going.file)
            {
                let renamed = renamed.strip_prefix(self.root()).unwrap_or(renamed);
                *untouched = renamed.to_string_lossy().replace('\\', "/");
            }
            done.files.push(purged.going);
        }
        Ok(done)
    }

    fn file_scrubber(&self, people: &[String], choice: &PurgeChoice, placeholder: &str) -> Result<FileScrubber, Fault> {
        let mut forgotten = FileScrubber::of(self.scrubber(people, choice, placeholder)?);
        forgotten.sentences = choice.sentences;
        Ok(forgotten)
    }

    /// Removes files that are not text, as somebody chose.
    ///
    /// # Errors
    /// If a file cannot be removed.
    pub fn remove_files(&self, files: &[String]) -> Result<(), Fault> {
        let _lock = self.lock()?;
        files.iter().try_for_each(|file| {
            let fault = |error| Fault::new(Code::NotWritten, file.as_str()).with("cause", read::reason(&error));
            write::remove(&self.root().join(file)).map_err(fault)
        })
    }

    /// Whether the files that somebody chose may be removed.
    fn check_chosen(&self, files: &[String]) -> Result<(), Fault> {
        files.iter().try_for_each(|name| {
            let path = self.root().join(name);
            let is_inside = Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)));
            if !is_inside || !path.is_file() {
                return Err(Fault::new(Code::Unreadable, name.as_str()).with("cause", "absent"));
            }
            let is_of_school = name.strip_suffix(".yaml").and_then(FileId::parse).is_some();
            match is_of_school || name.starts_with("versions/") {
                true => Err(Fault::new(Code::OfSchool, name.as_str())),
                false => Ok(()),
            }
        })
    }

    /// The fields of people's records that say something, and how many items each has.
    fn fields_of(&self, people: &[String]) -> Vec<(String, usize)> {
        let Some(seen) = self.seen.get(&FileId::Board) else { return Vec::new() };
        let Document::Board(board) = &seen.document else { return Vec::new() };
        let mut fields: Vec<(String, usize)> = Vec::new();
        for person in people.iter().filter_map(|id| board.person(id)) {
            let record = serde_json::to_value(person).unwrap_or_default();
            for (key, value) in record.as_object().into_iter().flatten().filter(|(key, _)| *key != Newcomer::ID) {
                let items = value.as_array().map_or(usize::from(!value.is_null()), Vec::len);
                match fields.iter_mut().find(|(known, _)| known == key) {
                    Some((_, count)) => *count += items,
                    None => fields.push((key.clone(), items)),
                }
            }
        }
        fields.retain(|(_, items)| *items > 0);
        fields
    }

    /// Whatever names these people, in any state that the board has had.
    pub(super) fn scrubber(
        &self,
        people: &[String],
        choice: &PurgeChoice,
        placeholder: &str,
    ) -> Result<NameScrubber, Fault> {
        let file = FileId::Board;
        let board = |path: &Path| -> Result<Board, Fault> {
            let (text, _) = read::decode(&file.file(), &read::bytes(path, &file.file())?)?;
            match parse::document(&file, &text)? {
                Document::Board(board) => Ok(board),
                _ => Ok(Board::default()),
            }
        };
        let now = board(&self.path(&file))?;
        let purged = self.purged();
        if let Some(unknown) = people.iter().find(|id| now.person(id).is_none() && !purged.contains(*id)) {
            return Err(Fault::new(Code::UnknownPerson, file.file()).with("value", unknown));
        }
        let mut boards = vec![now];
        let earlier = self.versions().into_iter().filter(|version| version.file == file.stem());
        boards.extend(earlier.filter_map(|v| board(&versions::path(self.root(), &file, v.number)).ok()));
        let copies = self.copies().into_iter().filter(|copy| copy.file == file);
        boards.extend(copies.filter_map(|copy| board(&self.root().join(copy.name)).ok()));
        let mut others: Vec<String> = Vec::new();
        if let Some(plan) = self.plan() {
            others.extend(plan.committee.names().map(ToOwned::to_owned));
            // A place of the school is called as many people are.
            others.extend(plan.school.buildings.iter().chain([&plan.school.name]).cloned());
        }
        let mut forgotten = NameScrubber::of(people, &boards, &others, placeholder);
        forgotten.also(&choice.words);
        Ok(forgotten)
    }

    /// The plan as it is on disk.
    fn plan(&self) -> Option<Plan> {
        match super::snapshot::FileSnapshot::read(self.root(), &FileId::Plan).ok()??.document {
            Document::Plan(plan) => Some(plan),
            _ => None,
        }
    }

    /// Whether a link is one of the school's documents, or leads to something in the folder: what else is elsewhere is not
    /// the school's.
    fn is_ours(&self, link: &Path) -> bool {
        let real = |path: &Path| dunce::canonicalize(path).ok();
        let leads_inside =
            || real(&self.root().join(link)).zip(real(self.root())).is_some_and(|(l, r)| l.starts_with(r));
        scrub::is_in_use(&link.to_string_lossy().replace('\\', "/")) || leads_inside()
    }

    /// Every file under a folder in which people may be named, relative to the school folder.
    pub(super) fn files_under(&self, folder: &Path) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(self.root().join(folder)).into_iter().flatten().flatten() {
            let path = folder.join(entry.file_name());
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && entry.file_name() != ".git" {
                files.extend(self.files_under(&path));
            } else if kind.is_file() || entry.path().is_file() && self.is_ours(&path) {
                files.push(path);
            }
        }
        files.sort();
        files
    }

    /// A file without these people, in its content and in its name; `None` if nothing changes.
    fn without(
        &self,
        forgotten: &FileScrubber,
        choice: &PurgeChoice,
        file: &Path,
        preview: &mut PurgePreview,
    ) -> Result<Option<Purged>, Fault> {
        let name = file.to_string_lossy().replace('\\', "/");
        let path = self.root().join(file);
        // The names of the school's own files are about nobody.
        let is_own =
            scrub::is_in_use(&name) || ["versions/", ".arrimage/"].iter().any(|folder| name.starts_with(folder));
        let (renamed, in_name) = if is_own { (name.clone(), 0) } else { forgotten.names.scrub_file_name(&name) };
        let going = |records, mentions, whole, left| PurgedFile { file: name.clone(), records, mentions, whole, left };
        let whole = |path| Purged { going: going(0, 0, true, Vec::new()), path, renamed: None, bytes: None };
        let mut purged = match forgotten.file(self.root(), &name)? {
            Scrubbed::Deleted => return Ok(Some(whole(path))),
            _ if choice.files.contains(&name) => return Ok(Some(whole(path))),
            Scrubbed::NotText { names_them } => {
                match names_them || in_name > 0 {
                    true => preview.untouched.push(name.clone()),
                    false => preview.others.push(name.clone()),
                }
                None
            }
            Scrubbed::Same => None,
            Scrubbed::Without { records, mentions, left, bytes } => {
                let going = going(records, mentions, false, left);
                Some(Purged { going, path: path.clone(), renamed: None, bytes: Some(bytes) })
            }
        };
        if !name.starts_with("versions/") {
            let left = purged.as_ref().and_then(|purged| purged.bytes.clone());
            let left = left.or_else(|| read::file(&path).ok());
            // A name that another program spelled with codes is left, and said.
            if left.as_ref().is_some_and(|bytes| forgotten.finds(bytes)) && !preview.untouched.contains(&name) {
                preview.untouched.push(name.clone());
            }
            let left = left.filter(|bytes| bytes.len() < 1 << 20);
            let text = left.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
            for (word, doubt) in forgotten.names.doubts(&text) {
                preview.doubts.entry(word).or_insert(Doubt { times: 0, file: name.clone(), ..doubt }).times +=
                    doubt.times;
            }
        }
        if in_name > 0 {
            let same = || {
                Some(Purged { going: going(0, 0, false, Vec::new()), path: path.clone(), renamed: None, bytes: None })
            };
            purged = purged.or_else(same);
            if let Some(purged) = &mut purged {
                purged.going.mentions += in_name;
                purged.renamed = Some(self.root().join(renamed));
            }
        }
        Ok(purged)
    }
}

/// That path, or the first numbered one like it that does not exist.
fn free(path: PathBuf) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = (2..).map(|number| path.with_file_name(format!("{stem} {number}{ending}")));
    std::iter::once(path.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(path)
}
