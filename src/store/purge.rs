//! Removing people from a school for good: from the board, the meetings, the exports, and every version of them.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::{
    git_merge, journal,
    read::{self, Encoding},
    school::{SchoolFolder, not_written},
    versions, write,
    yaml::{parse, splice},
};
use crate::domain::{
    model::{
        board::Board,
        document::{Document, FileId},
    },
    privacy::forget::{NameScrubber, PurgedFile},
    value::fault::{Code, Fault},
};

/// One file after a purge.
struct Purged {
    going: PurgedFile,
    path: PathBuf,
    /// Its new path, if its name named them.
    renamed: Option<PathBuf>,
    /// Its new bytes; `None` if it is deleted.
    bytes: Option<Vec<u8>>,
}

impl Purged {
    fn carry_out(&self, root: &Path) -> std::io::Result<()> {
        match (&self.bytes, &self.renamed) {
            (Some(bytes), None) => write::atomic(&self.path, bytes).map(drop),
            (None, _) => write::remove(&self.path),
            (Some(bytes), Some(renamed)) => {
                if let Some(folder) = renamed.parent() {
                    write::private_folder(folder)?;
                }
                write::atomic(renamed, bytes)?;
                write::remove(&self.path)
            }
        }?;
        if self.renamed.is_some() {
            // A folder that bore their name is deleted with its last file.
            let folders = self.path.ancestors().skip(1).take_while(|folder| *folder != root);
            let _ = folders.map(std::fs::remove_dir).take_while(Result::is_ok).count();
        }
        Ok(())
    }
}

impl SchoolFolder {
    /// What removing these people would take away, file by file.
    ///
    /// # Errors
    /// If one of them is not on the board, or if a file in use cannot be read and must be fixed first.
    pub fn purge_preview(&self, people: &[String], placeholder: &str) -> Result<Vec<PurgedFile>, Fault> {
        let forgotten = self.scrubber(people, placeholder)?;
        let purged = self.files_under(Path::new("")).into_iter().map(|file| self.without(&forgotten, &file));
        Ok(purged.collect::<Result<Vec<_>, Fault>>()?.into_iter().flatten().map(|purged| purged.going).collect())
    }

    /// Removes people from the whole folder and from the journal of every window. The register keeps a line without
    /// personal content. An interrupted purge can be run again, because the board is changed last.
    ///
    /// # Errors
    /// See [`SchoolFolder::purge_preview`]; also if a file cannot be written.
    pub fn purge(
        &mut self,
        people: &[String],
        placeholder: &str,
        state: &Path,
        now: NaiveDateTime,
    ) -> Result<usize, Fault> {
        let _lock = self.lock()?;
        self.sweep();
        let forgotten = self.scrubber(people, placeholder)?;
        versions::note_purge(self.root(), people.len(), now).map_err(|error| not_written(&FileId::Board, &error))?;
        for path in journal::files(state) {
            journal::forget(&path, &forgotten);
        }
        let mut purged = Vec::new();
        for file in self.files_under(Path::new("")) {
            purged.extend(self.without(&forgotten, &file)?);
        }
        purged.sort_by_key(|purged| purged.going.file == FileId::Board.file());
        for purged in &purged {
            purged.carry_out(self.root()).map_err(|error| {
                Fault::new(Code::NotWritten, purged.going.file.as_str()).with("cause", read::reason(&error))
            })?;
        }
        Ok(purged.len())
    }

    /// Whatever names these people, in any state that the board has had.
    fn scrubber(&self, people: &[String], placeholder: &str) -> Result<NameScrubber, Fault> {
        let file = FileId::Board;
        let board = |path: &Path| -> Result<Board, Fault> {
            let (text, _) = read::decode(&file.file(), &read::bytes(path, &file.file())?)?;
            match parse::document(&file, &text)? {
                Document::Board(board) => Ok(board),
                _ => Ok(Board::default()),
            }
        };
        let now = board(&self.path(&file))?;
        if let Some(unknown) = people.iter().find(|id| now.person(id).is_none()) {
            return Err(Fault::new(Code::UnknownPerson, file.file()).with("value", unknown));
        }
        let mut boards = vec![now];
        let earlier = self.versions().into_iter().filter(|version| version.file == file.stem());
        boards.extend(earlier.filter_map(|v| board(&versions::path(self.root(), &file, v.number)).ok()));
        let copies = self.copies().into_iter().filter(|copy| copy.file == file);
        boards.extend(copies.filter_map(|copy| board(&self.root().join(copy.name)).ok()));
        let mut others: Vec<String> = Vec::new();
        if let Ok(Some(plan)) = super::snapshot::FileSnapshot::read(self.root(), &FileId::Plan)
            && let Document::Plan(plan) = plan.document
        {
            others.extend(plan.committee.names().map(ToOwned::to_owned));
        }
        Ok(NameScrubber::of(people, &boards, &others, placeholder))
    }

    /// Every file under a folder in which people may be named, relative to the school folder.
    fn files_under(&self, folder: &Path) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(self.root().join(folder)).into_iter().flatten().flatten() {
            let path = folder.join(entry.file_name());
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && entry.file_name() != ".git" {
                files.extend(self.files_under(&path));
            } else if kind.is_file() || entry.path().is_file() {
                files.push(path);
            }
        }
        files.sort();
        files
    }

    /// A file without these people, in its text and in its name; `None` if it does not name them.
    fn without(&self, forgotten: &NameScrubber, file: &Path) -> Result<Option<Purged>, Fault> {
        let purged = self.scrubbed(forgotten, file)?;
        let name = file.to_string_lossy();
        let (renamed, mentions) = forgotten.scrub(&name);
        if mentions == 0 {
            return Ok(purged);
        }
        let path = self.root().join(file);
        let mut purged = match purged {
            Some(purged) => purged,
            None => {
                let going = PurgedFile { file: name.replace('\\', "/"), records: 0, mentions: 0, whole: false };
                Purged { going, bytes: std::fs::read(&path).ok(), path, renamed: None }
            }
        };
        purged.going.mentions += mentions;
        purged.renamed = Some(free(self.root().join(renamed)));
        Ok(Some(purged))
    }

    fn scrubbed(&self, forgotten: &NameScrubber, file: &Path) -> Result<Option<Purged>, Fault> {
        let name = file.to_string_lossy().replace('\\', "/");
        let path = self.root().join(file);
        let decoded = read::bytes(&path, &name).and_then(|bytes| read::decode(&name, &bytes));
        let scrubbing = Scrubbing { forgotten, name, path };
        match decoded {
            Ok((text, encoding)) => scrubbing.text(text, encoding),
            Err(fault) => scrubbing.unread(fault),
        }
    }
}

/// A file from which people are being removed.
struct Scrubbing<'a> {
    forgotten: &'a NameScrubber,
    name: String,
    path: PathBuf,
}

impl Scrubbing<'_> {
    /// The outcome with these bytes, or with `None` if the whole file is deleted.
    fn purged(self, records: usize, mentions: usize, bytes: Option<Vec<u8>>) -> Purged {
        let going = PurgedFile { file: self.name, records, mentions, whole: bytes.is_none() };
        Purged { going, path: self.path, renamed: None, bytes }
    }

    /// A file that cannot be read may name them: it is deleted if it is a version or an export.
    fn unread(self, fault: Fault) -> Result<Option<Purged>, Fault> {
        if self.name.starts_with("exports/") || self.name.starts_with("versions/") {
            return Ok(Some(self.purged(0, 0, None)));
        }
        if FileId::parse(&self.name).is_some() {
            return Err(fault);
        }
        let bytes = if fault.code == Code::NotText { std::fs::read(&self.path).ok() } else { None };
        // Whatever is unreadable, or not a file, is not ours.
        let scrubbed = bytes.map(|bytes| self.forgotten.scrub_bytes(&bytes)).filter(|(_, mentions)| *mentions > 0);
        Ok(scrubbed.map(|(bytes, mentions)| self.purged(0, mentions, Some(bytes))))
    }

    fn text(self, text: String, encoding: Encoding) -> Result<Option<Purged>, Fault> {
        let Some(kind) = kind(&self.name, &text) else {
            let (scrubbed, mentions) = self.forgotten.scrub(&text);
            return Ok((mentions > 0).then(|| self.purged(0, mentions, Some(encoding.encode(&scrubbed)))));
        };
        let document = match parse::document(&kind, &text) {
            Ok(document) => document,
            Err(fault) if FileId::parse(&self.name).is_some() => return Err(fault),
            // A version or a copy that does not parse is deleted if it names them.
            Err(_) => {
                let mentions = self.forgotten.scrub(&text).1;
                return Ok((mentions > 0).then(|| self.purged(0, mentions, None)));
            }
        };
        let edits = self.forgotten.edits(&kind, &document);
        let after = edits.iter().try_fold(Some(document), |document, edit| edit.apply(document.as_ref()))?;
        let Some(after) = after else { return Ok(None) };
        let text = match edits.is_empty() {
            true => text,
            // The right to be forgotten matters more than comments.
            false => splice::splice(&kind, &text, &edits, &after).or_else(|_| splice::rewrite(&kind, &after))?,
        };
        let (scrubbed, mentions) = self.forgotten.scrub(&text);
        if parse::document(&kind, &scrubbed).is_err() {
            return Err(Fault::new(Code::NotEditable, self.name.as_str()));
        }
        let bytes = encoding.encode(&scrubbed);
        Ok((mentions + edits.len() > 0).then(|| self.purged(edits.len(), mentions, Some(bytes))))
    }
}

/// That path, or the first numbered one like it that does not exist.
fn free(path: PathBuf) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = (2..).map(|number| path.with_file_name(format!("{stem} {number}{ending}")));
    std::iter::once(path.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(path)
}

/// Which document a file is: the document itself, a version of it, or a copy beside it.
fn kind(name: &str, text: &str) -> Option<FileId> {
    if name == FileId::Draft.file() {
        return Some(FileId::Draft);
    }
    let stem = name.strip_suffix(".yaml")?;
    if name == "versions/registre.yaml" || name.starts_with(".arrimage/") {
        return None;
    }
    let version = || FileId::parse(stem.strip_prefix("versions/")?.rsplit_once('/')?.0);
    FileId::parse(name).or_else(version).or_else(|| git_merge::kind(name, &[text]))
}
