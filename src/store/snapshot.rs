//! A file as it was last seen on disk: its bytes, its text, what it says.

use std::{
    fs::Metadata,
    hash::{DefaultHasher, Hash, Hasher},
    io::ErrorKind,
    path::Path,
    time::SystemTime,
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
pub struct Loaded {
    /// Its text, without the mark of its encoding.
    pub text: String,
    /// How its bytes spell it.
    pub encoding: Encoding,
    /// What it says.
    pub document: Document,
    /// Tells its bytes from others.
    pub fingerprint: u64,
    /// Tells whether it may have changed, without reading it.
    pub stamp: Stamp,
}

/// When a file was last written, and its size: two of them that differ mean that the file must be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Option<(SystemTime, u64)>);

impl Stamp {
    /// The stamp of a file as it is now.
    pub fn of(path: &Path) -> Self {
        let stamp = |about: Metadata| Some((about.modified().ok()?, about.len()));
        Stamp(std::fs::metadata(path).ok().and_then(stamp))
    }
}

impl Loaded {
    /// What these bytes say; the stamp is that of the file from which they come.
    ///
    /// # Errors
    /// Bytes that are no text, or a text that is not a document of that kind.
    pub fn of(file: &FileId, bytes: &[u8], stamp: Stamp) -> Result<Self, Fault> {
        let (text, encoding) = read::decode(&file.file(), bytes)?;
        let document = parse::document(file, &text)?;
        Ok(Loaded { text, encoding, document, fingerprint: fingerprint(bytes), stamp })
    }

    /// The file as it is on disk now; `None` when there is none.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(root: &Path, file: &FileId) -> Result<Option<Self>, Fault> {
        let path = root.join(file.file());
        // A link that leads nowhere is something there that cannot be read, not nothing.
        let nothing = |kind| matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory);
        if std::fs::symlink_metadata(&path).is_err_and(|error| nothing(error.kind())) {
            return Ok(None);
        }
        // The stamp comes first: a change between the two is read again rather than missed.
        let stamp = Stamp::of(&path);
        Loaded::of(file, &read::bytes(&path, &file.file())?, stamp).map(Some)
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        self.encoding.encode(&self.text)
    }
}

fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
