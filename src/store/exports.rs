//! Exported files on disk.

use std::path::Path;

use super::{read, write};
use crate::domain::value::fault::{Code, Fault};

/// The subfolder for a school's exports.
pub const FOLDER: &str = "exports";

/// Writes an exported file atomically, creating its folder if needed.
///
/// # Errors
/// If the file cannot be written; an existing file is then unchanged.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = write::private_folder(folder).and_then(|()| write::atomic(file, bytes));
    let fault = |error| Fault::new(Code::NotWritten, file.display().to_string()).with("cause", read::reason(&error));
    written.map(|_| ()).map_err(fault)
}
