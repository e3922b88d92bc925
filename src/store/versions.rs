//! Earlier versions of a school's files, one plain file each, with a register that never holds personal content.

use std::{
    collections::HashSet,
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Local, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use super::{read, write, yaml::parse};
use crate::domain::{
    model::document::FileId,
    value::scalar::{choice, current_format},
};

choice! {
    /// Why a version was kept.
    pub enum VersionReason {
        /// The first change of a session.
        FirstChange = "premier changement",
        /// The last change of a session.
        LastChange = "fin de séance",
        /// A meeting or an impact check was closed.
        Closing = "clôture",
        /// The user asked for it.
        Named = "version nommée",
        /// Before an earlier version was restored.
        Restoring = "avant une restauration",
        /// Before the changes of two programs were merged.
        Merging = "avant une fusion",
        /// Before a file was rewritten without its comments.
        Rewriting = "avant une réécriture",
        /// Before a change by another program that took something away.
        Outside = "avant un changement venu d'ailleurs",
        /// Brought by a sync client, without an entry in the register.
        Found = "trouvée sur le disque",
        /// A conflict copy that a sync client had left beside the file.
        Copy = "copie de conflit",
    }
}

/// The register of versions (`versions/registre.yaml`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// The format version.
    #[serde(default = "current_format")]
    pub format: u32,
    /// The versions, oldest first.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// The purges, oldest first: how many people, never who.
    #[serde(rename = "retraits", default, skip_serializing_if = "Vec::is_empty")]
    pub purges: Vec<Purge>,
    /// The rectifications, oldest first.
    #[serde(rename = "rectifications", default, skip_serializing_if = "Vec::is_empty")]
    pub rectifications: Vec<Rectified>,
}

/// A rectification: words were taken out of a field and of its versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rectified {
    /// When, local time.
    #[serde(rename = "quand")]
    pub when: NaiveDateTime,
    /// The user account.
    #[serde(rename = "par", default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// How many files and versions changed.
    #[serde(rename = "fichiers")]
    pub files: usize,
}

/// A purge: some people were removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Purge {
    /// When, local time.
    #[serde(rename = "quand")]
    pub when: NaiveDateTime,
    /// The user account.
    #[serde(rename = "par", default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// How many people.
    #[serde(rename = "personnes")]
    pub people: usize,
    /// The school's rule for keeping records, if it had one.
    #[serde(rename = "règle", default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Their ids, which say nothing of them: whom an older file brings back is known by it.
    #[serde(rename = "fiches", default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
}

/// One version of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// The file's name without its extension: `suivi`, `regulations/2026-11-19`.
    #[serde(rename = "fichier")]
    pub file: String,
    /// Its number among the versions of that file, from 1.
    #[serde(rename = "version")]
    pub number: u32,
    /// When it was kept, local time.
    #[serde(rename = "quand")]
    pub when: NaiveDateTime,
    /// The user account.
    #[serde(rename = "par", default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why it was kept.
    #[serde(rename = "pourquoi")]
    pub why: VersionReason,
    /// The name given to it.
    #[serde(rename = "nom", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// When and why a version is kept, and its name.
#[derive(Clone, Copy, Debug)]
pub struct VersionContext<'a> {
    /// When, local time.
    pub now: NaiveDateTime,
    /// Why the version was kept.
    pub why: VersionReason,
    /// The name given to it, if any.
    pub name: Option<&'a str>,
}

/// A file with this number or a larger one is not a version of ours.
const MOST: u32 = 1_000_000;

/// Reads the register of a school folder. Versions on disk without an entry, because a sync client brought them or
/// because the register cannot be read, are listed with what is known of them.
pub fn register(root: &Path) -> Register {
    found(root, written_register(root).ok().flatten())
}

/// The register, with the versions that are on disk and no others.
fn found(root: &Path, written: Option<Register>) -> Register {
    let mut register = written.unwrap_or_default();
    let id = |version: &Version| (version.file.clone(), version.number);
    let known: HashSet<(String, u32)> = register.versions.iter().map(id).collect();
    let on_disk = on_disk(root);
    let there: HashSet<(String, u32)> = on_disk.iter().map(id).collect();
    register.versions.retain(|version| there.contains(&id(version)));
    let mut found: Vec<Version> = on_disk.into_iter().filter(|version| !known.contains(&id(version))).collect();
    if !found.is_empty() {
        found.append(&mut register.versions);
        found.sort_by_key(|version| version.when);
        register.versions = found;
    }
    register
}

/// The register as written; `None` if there is none.
///
/// # Errors
/// If it cannot be read, or is of a newer format.
pub(super) fn written_register(root: &Path) -> io::Result<Option<Register>> {
    let bytes = match read::file(&register_file(root)) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        bytes => bytes?,
    };
    // One that another program emptied says nothing of the purges that it told.
    if !parse::has_format(&String::from_utf8_lossy(&bytes)) {
        return Err(io::Error::other("no format"));
    }
    let register: Register = serde_yaml::from_slice(&bytes).map_err(io::Error::other)?;
    let known = register.format <= current_format();
    known.then_some(Some(register)).ok_or_else(|| io::Error::other("a newer format"))
}

/// Whether a text is a register.
pub fn reads(text: &str) -> bool {
    serde_yaml::from_str::<Register>(text).is_ok()
}

/// Whether the register on disk cannot be read: the next version kept puts it aside.
pub fn register_is_unreadable(root: &Path) -> bool {
    written_register(root).is_err()
}

/// The versions on disk, dated by the modification time of their files.
fn on_disk(root: &Path) -> Vec<Version> {
    let versions = root.join("versions");
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()).collect()
    };
    let mut found = Vec::new();
    let top = folders(&versions);
    for folder in top.iter().cloned().chain(top.iter().flat_map(|path| folders(path))) {
        let stem = folder.strip_prefix(&versions).unwrap_or(&folder).to_string_lossy().replace('\\', "/");
        if FileId::parse(&stem).is_none() {
            continue;
        }
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (Some(number), Ok(written)) =
                (number(&entry.file_name()), entry.metadata().and_then(|about| about.modified()))
            else {
                continue;
            };
            let when = DateTime::<Local>::from(written).naive_local();
            let when = when.with_nanosecond(0).unwrap_or(when);
            found.push(Version {
                file: stem.clone(),
                number,
                when,
                by: String::new(),
                why: VersionReason::Found,
                name: None,
            });
        }
    }
    found
}

/// The number of the newest version of a file on disk.
pub fn newest(root: &Path, file: &FileId) -> Option<u32> {
    numbers(root, file).pop()
}

/// The numbers of the versions of a file on disk, in order.
pub fn numbers(root: &Path, file: &FileId) -> Vec<u32> {
    let entries = std::fs::read_dir(root.join("versions").join(file.stem())).into_iter().flatten().flatten();
    let mut numbers: Vec<u32> = entries.filter_map(|entry| number(&entry.file_name())).collect();
    numbers.sort_unstable();
    numbers
}

impl Version {
    fn of(file: &FileId, number: u32, occasion: VersionContext<'_>) -> Self {
        Version {
            file: file.stem(),
            number,
            when: occasion.now.with_nanosecond(0).unwrap_or(occasion.now),
            by: account(),
            why: occasion.why,
            name: occasion.name.map(Into::into),
        }
    }
}

/// Keeps these bytes as the next version of a file, and returns its number.
///
/// # Errors
/// If the version or the register cannot be written.
pub fn keep(root: &Path, file: &FileId, bytes: &[u8], occasion: VersionContext<'_>) -> io::Result<u32> {
    let stem = file.stem();
    let folder = root.join("versions").join(&stem);
    write::private_folder(&folder)?;
    let (mut register, place) = open(root);
    let newest = newest(root, file);
    if let Some(newest) = newest
        && self::bytes(root, file, newest).is_ok_and(|kept| kept == bytes)
    {
        let entry = register.versions.iter_mut().find(|version| version.file == stem && version.number == newest);
        match (occasion.why, entry) {
            // What another program takes away twice is kept once, and so is the end of a session.
            (VersionReason::LastChange, _) => return Ok(newest),
            // The end of a session is the start of the next one: the version tells when its file changed, and why.
            (_, Some(entry)) if entry.why == VersionReason::LastChange => {
                *entry = Version::of(file, newest, occasion);
                put(place, &register)?;
                return Ok(newest);
            }
            (VersionReason::Outside, _) => return Ok(newest),
            _ => {}
        }
    }
    let number = newest.unwrap_or(0) + 1;
    write::atomic(&folder.join(format!("{number:04}.yaml")), bytes)?;
    register.format = current_format();
    register.versions.push(Version::of(file, number, occasion));
    put(place, &register)?;
    Ok(number)
}

/// Where the register is written.
pub(super) enum RegisterPlace {
    /// There is none, or it was read.
    Free(PathBuf),
    /// What a person or a newer program wrote there is put aside rather than lost.
    Unreadable(PathBuf),
}

/// Reads the register, to write it back.
pub(super) fn open(root: &Path) -> (Register, RegisterPlace) {
    let path = register_file(root);
    match written_register(root) {
        Ok(written) => (found(root, written), RegisterPlace::Free(path)),
        Err(_) => (found(root, None), RegisterPlace::Unreadable(path)),
    }
}

/// Deletes the oldest unnamed versions of a file in excess of `most`.
///
/// # Errors
/// If the register cannot be written, or a version cannot be deleted.
pub fn trim(root: &Path, file: &FileId, most: usize) -> io::Result<()> {
    if numbers(root, file).len() <= most {
        return Ok(());
    }
    let (mut register, place) = open(root);
    let stem = file.stem();
    // The end of a session is not one more state: the next session begins with it.
    let newest = newest(root, file);
    let is_end = |version: &Version| version.why == VersionReason::LastChange && Some(version.number) == newest;
    let counted = register.versions.iter().filter(|version| version.file == stem && !is_end(version)).count();
    let mut extra = counted.saturating_sub(most);
    let mut gone = Vec::new();
    register.versions.retain(|version| {
        let goes = extra > 0 && version.file == stem && version.why != VersionReason::Named && !is_end(version);
        if goes {
            extra -= 1;
            gone.push(version.number);
        }
        !goes
    });
    if gone.is_empty() {
        return Ok(());
    }
    // The register goes first: a version without an entry is only a file, an entry without its version is false.
    put(place, &register)?;
    gone.into_iter().try_for_each(|number| write::remove(&path(root, file, number)))
}

pub(super) fn put(place: RegisterPlace, register: &Register) -> io::Result<()> {
    let text = serde_yaml::to_string(register).map_err(io::Error::other)?;
    let path = match place {
        RegisterPlace::Free(path) => path,
        RegisterPlace::Unreadable(path) => {
            let aside = (1..).map(|n| path.with_file_name(format!("registre-illisible-{n}.yaml")));
            let free = aside.into_iter().find(|aside| !aside.exists());
            free.map_or(Ok(()), |aside| std::fs::rename(&path, aside))?;
            path
        }
    };
    write::atomic(&path, text.as_bytes()).map(drop)
}

/// The number of a version, by the name of its file. Numbers that no folder can reach are not ours.
fn number(name: &std::ffi::OsStr) -> Option<u32> {
    let digits = name.to_str()?.strip_suffix(".yaml")?;
    digits.parse().ok().filter(|number| (1..MOST).contains(number))
}

/// The bytes of a version.
///
/// # Errors
/// If the file cannot be read; [`io::ErrorKind::NotFound`] if the version does not exist.
pub fn bytes(root: &Path, file: &FileId, number: u32) -> io::Result<Vec<u8>> {
    read::file(&path(root, file, number))
}

/// The path of a version.
pub fn path(root: &Path, file: &FileId, number: u32) -> PathBuf {
    root.join("versions").join(file.stem()).join(format!("{number:04}.yaml"))
}

pub(super) fn register_file(root: &Path) -> PathBuf {
    root.join("versions").join("registre.yaml")
}

pub(super) fn account() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}
