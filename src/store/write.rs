//! Writing a file whole or not at all: temporary file in the same folder, fsync, rename, fsync of the folder.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

/// How far a write went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// On the disk.
    Confirmed,
    /// In place, but the disk did not confirm the last step.
    Unconfirmed,
}

/// Puts these bytes in that file.
///
/// # Errors
/// Any failure before the rename: the file is as it was, and nothing is left beside it.
pub fn atomic(path: &Path, bytes: &[u8]) -> io::Result<Written> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".arrimage-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let usual = std::fs::Permissions::from_mode(0o600);
        builder.permissions(std::fs::metadata(path).map_or(usual, |m| m.permissions()));
    }
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    rename(temporary, path)?;
    // Windows has no way to flush a folder; its rename is journalled.
    let confirmed = cfg!(not(unix)) || File::open(folder).and_then(|f| f.sync_all()).is_ok();
    Ok(if confirmed { Written::Confirmed } else { Written::Unconfirmed })
}

/// On Windows a sync client or an antivirus may hold the file for a moment: the rename is tried for about a second.
fn rename(mut temporary: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        match temporary.persist(path) {
            Ok(_) => return Ok(()),
            Err(refused) if matches!(refused.error.raw_os_error(), Some(5 | 32)) && cfg!(windows) && tries < 20 => {
                tries += 1;
                temporary = refused.file;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            Err(refused) => return Err(refused.error),
        }
    }
}

/// Makes a folder for files that name people: on Unix, for its owner only.
///
/// # Errors
/// Those of the system.
pub fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan.yaml");
        atomic(&path, b"un").expect("written");
        // A folder in the way of the rename makes the last step fail.
        let blocked = folder.path().join("bloc");
        std::fs::create_dir(&blocked).expect("a folder");
        std::fs::write(blocked.join("x"), "x").expect("written");
        atomic(&blocked, b"deux").expect_err("a folder cannot be replaced");
        assert_eq!(std::fs::read(&path).expect("read"), b"un");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2);
    }
}
