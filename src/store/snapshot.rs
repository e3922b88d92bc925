//! A file as last seen on disk: its text, its encoding and its parsed document.

use std::{
    fs::Metadata,
    hash::{DefaultHasher, Hash, Hasher},
    io::ErrorKind,
    path::Path,
    time::{Duration, SystemTime},
};

use super::{
    read::{self, Encoding},
    yaml::parse,
};
use crate::domain::{
    model::document::{Document, FileId},
    value::fault::Fault,
};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct FileSnapshot {
    /// Its text, without the byte order mark.
    pub text: String,
    pub encoding: Encoding,
    /// Its parsed content.
    pub document: Document,
    /// A hash of its bytes.
    pub fingerprint: u64,
    /// Shows whether it may have changed, without reading it.
    pub stamp: Stamp,
}

/// The modification time, size and inode of a file: if they differ, the file must be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Option<(SystemTime, u64, u64)>);

impl Stamp {
    /// The current stamp of a file.
    pub fn of(path: &Path) -> Self {
        let stamp = |about: Metadata| Some((about.modified().ok()?, about.len(), inode(&about)));
        Stamp(std::fs::metadata(path).ok().and_then(stamp))
    }

    /// Whether the file was modified less than `while_ago` before now.
    pub fn is_younger_than(self, while_ago: Duration) -> bool {
        self.0.and_then(|(modified, ..)| modified.elapsed().ok()).is_some_and(|age| age < while_ago)
    }
}

impl FileSnapshot {
    /// Parses bytes; the stamp is that of the file they come from.
    ///
    /// # Errors
    /// If the bytes are not text, or the text is not a document of that kind.
    pub fn of(file: &FileId, bytes: &[u8], stamp: Stamp) -> Result<Self, Fault> {
        let (text, encoding) = read::decode(&file.file(), bytes)?;
        let document = parse::document(file, &text)?;
        Ok(FileSnapshot { text, encoding, document, fingerprint: fingerprint(bytes), stamp })
    }

    /// Like [`FileSnapshot::of`], for bytes that were read back already as `read`.
    ///
    /// # Errors
    /// See [`FileSnapshot::of`].
    pub fn known(file: &FileId, bytes: &[u8], stamp: Stamp, read: Option<Document>) -> Result<Self, Fault> {
        let Some(document) = read else { return FileSnapshot::of(file, bytes, stamp) };
        let (text, encoding) = read::decode(&file.file(), bytes)?;
        Ok(FileSnapshot { text, encoding, document, fingerprint: fingerprint(bytes), stamp })
    }

    /// Reads a file from disk; `None` if it does not exist.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn read(root: &Path, file: &FileId) -> Result<Option<Self>, Fault> {
        // The stamp is taken first: a change in between causes another read rather than being missed.
        let stamp = Stamp::of(&root.join(file.file()));
        bytes(root, file)?.map(|bytes| FileSnapshot::of(file, &bytes, stamp)).transpose()
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.encoding.encode(&self.text)
    }
}

/// The bytes of a file on disk; `None` if it does not exist.
///
/// # Errors
/// If the file cannot be read.
pub fn bytes(root: &Path, file: &FileId) -> Result<Option<Vec<u8>>, Fault> {
    let path = root.join(file.file());
    // A dangling link is something that cannot be read, not a missing file.
    let nothing = |kind| matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory);
    match std::fs::symlink_metadata(&path) {
        Err(error) if nothing(error.kind()) => Ok(None),
        _ => read::bytes(&path, &file.file()).map(Some),
    }
}

/// The number of a file on its drive; 0 where the system has none.
#[cfg(unix)]
pub(super) fn inode(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

/// The number of a file on its drive; 0 where the system has none.
#[cfg(not(unix))]
pub(super) fn inode(_: &Metadata) -> u64 {
    0
}

fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
