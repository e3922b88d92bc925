//! Earlier versions of the files of a school, one plain file each, with a register that never holds personal content.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::{NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use super::write;
use crate::domain::{
    document::FileId,
    scalar::{choice, current_format},
};

choice! {
    /// Why a version was kept.
    pub enum Why {
        /// The first change of a sitting.
        FirstChange = "premier changement",
        /// A meeting or a check was closed.
        Closing = "clôture",
        /// Somebody asked for it.
        Named = "version nommée",
        /// Before an earlier version came back.
        Restoring = "avant une restauration",
        /// Before the changes of two programs were put together.
        Merging = "avant une fusion",
        /// Before a file was written anew, without its comments.
        Rewriting = "avant une réécriture",
    }
}

/// The register of versions (`versions/registre.yaml`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// Version of the format.
    #[serde(default = "current_format")]
    pub format: u32,
    /// The versions, oldest first.
    #[serde(default)]
    pub versions: Vec<Version>,
}

/// One version of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// The file's name without its ending: `suivi`, `regulations/2026-11-19`.
    #[serde(rename = "fichier")]
    pub file: String,
    /// Its number, from 1, for that file.
    #[serde(rename = "version")]
    pub number: u32,
    /// When it was kept, local time.
    #[serde(rename = "quand")]
    pub when: NaiveDateTime,
    /// The account that was working.
    #[serde(rename = "par", default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why it was kept.
    #[serde(rename = "pourquoi")]
    pub why: Why,
    /// The name given to it.
    #[serde(rename = "nom", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Why a version is kept, with the name given to it.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// When, local time.
    pub now: NaiveDateTime,
    /// Why.
    pub why: Why,
    /// The name given.
    pub name: Option<&'a str>,
}

/// The register of a school folder. One that cannot be read is taken as empty: the versions themselves are still there.
pub fn register(root: &Path) -> Register {
    std::fs::read_to_string(register_file(root))
        .ok()
        .and_then(|text| serde_yaml::from_str(&text).ok())
        .unwrap_or_default()
}

/// Keeps these bytes as the next version of a file, and gives its number.
///
/// # Errors
/// Those of writing.
pub fn keep(root: &Path, file: &FileId, bytes: &[u8], occasion: Occasion<'_>) -> io::Result<u32> {
    let stem = file.stem();
    let folder = root.join("versions").join(&stem);
    write::private_folder(&folder)?;
    let mut register = register(root);
    let on_disk = std::fs::read_dir(&folder)?
        .flatten()
        .filter_map(|entry| entry.path().file_stem()?.to_str()?.parse::<u32>().ok());
    let number = on_disk.max().unwrap_or(0) + 1;
    write::atomic(&folder.join(format!("{number:04}.yaml")), bytes)?;
    register.format = current_format();
    register.versions.push(Version {
        file: stem,
        number,
        when: occasion.now.with_nanosecond(0).unwrap_or(occasion.now),
        by: account(),
        why: occasion.why,
        name: occasion.name.map(Into::into),
    });
    let text = serde_yaml::to_string(&register).map_err(io::Error::other)?;
    write::atomic(&register_file(root), text.as_bytes())?;
    Ok(number)
}

/// The bytes of a version.
///
/// # Errors
/// Those of reading; a version that does not exist is not found.
pub fn bytes(root: &Path, file: &FileId, number: u32) -> io::Result<Vec<u8>> {
    std::fs::read(path(root, file, number))
}

/// Where a version is.
pub fn path(root: &Path, file: &FileId, number: u32) -> PathBuf {
    root.join("versions").join(file.stem()).join(format!("{number:04}.yaml"))
}

fn register_file(root: &Path) -> PathBuf {
    root.join("versions").join("registre.yaml")
}

fn account() -> String {
    ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}
