//! What is given to others, on the disk.

use std::path::Path;

use super::{read, write};
use crate::domain::value::fault::{Code, Fault};

/// Where a school keeps what it gives to others.
pub const FOLDER: &str = "exports";

/// Writes a file that is given to others, whole or not at all; its folder is made when there is none.
///
/// # Errors
/// A file that cannot be written: the one that was there is as it was.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = write::private_folder(folder).and_then(|()| write::atomic(file, bytes));
    let fault = |error| Fault::new(Code::NotWritten, file.display().to_string()).with("cause", read::reason(&error));
    written.map(|_| ()).map_err(fault)
}
