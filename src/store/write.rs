//! Atomic file writes: temporary file in the same folder, fsync, rename, fsync of the folder.

use std::{
    fs::{File, TryLockError},
    io::{self, Write},
    path::Path,
};

use tempfile::TempPath;

use super::snapshot::Stamp;

/// How far a write got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// On the disk.
    Confirmed,
    /// In place, but the disk did not confirm the last step.
    Unconfirmed,
    /// Not written: the file was no longer the one expected.
    Moved,
}

/// Writes a file atomically, or the target if it is a symbolic link.
///
/// # Errors
/// If a step before the rename fails; the file is then unchanged, and nothing is left beside it.
pub fn atomic(path: &Path, bytes: &[u8]) -> io::Result<WriteOutcome> {
    replace(path, bytes, |_| true).map(|(outcome, _)| outcome)
}

/// Writes a file atomically, unless the file in its place is not the expected one; returns the stamp of what was written.
///
/// # Errors
/// See [`atomic`].
pub fn replace(path: &Path, bytes: &[u8], is_expected: impl Fn(&Path) -> bool) -> io::Result<(WriteOutcome, Stamp)> {
    // A link stays a link: somebody keeps the file elsewhere on purpose.
    let real = if path.is_symlink() { dunce::canonicalize(path)? } else { path.to_owned() };
    let path = real.as_path();
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new().prefix(".arrimage-").suffix(".tmp").make_in(folder, create)?;
    keep_rights(path, temporary.as_file())?;
    let half = bytes.len() / 2;
    temporary.write_all(&bytes[..half])?;
    fault_injection::before(WriteStep::Write)?;
    temporary.write_all(&bytes[half..])?;
    let flushed = fault_injection::before(WriteStep::Sync).and_then(|()| temporary.as_file().sync_all());
    let is_flushed = match flushed {
        Err(error) if !is_unknown_to_the_drive(&error) => return Err(error),
        flushed => flushed.is_ok(),
    };
    fault_injection::before(WriteStep::Rename)?;
    let temporary = temporary.into_temp_path();
    let stamp = Stamp::of(&temporary);
    if !is_expected(path) || !put(temporary, path, is_expected)? {
        return Ok((WriteOutcome::Moved, stamp));
    }
    let confirmed = confirm(folder);
    Ok((if is_flushed { confirmed } else { WriteOutcome::Unconfirmed }, stamp))
}

/// Puts a new file in place of the expected one; `false` if there is another. Linux exchanges two files in one step: what
/// was replaced is then in hand, so that nothing written since the last look is lost.
#[cfg(target_os = "linux")]
fn put(temporary: TempPath, path: &Path, is_expected: impl Fn(&Path) -> bool) -> io::Result<bool> {
    use rustix::{
        fs::{CWD, RenameFlags, renameat_with},
        io::Errno,
    };

    let with = |flags| renameat_with(CWD, &*temporary, CWD, path, flags);
    // A folder would be exchanged as well.
    if path.is_dir() {
        return rename(temporary, path).map(|()| true);
    }
    match with(RenameFlags::EXCHANGE) {
        Ok(()) if is_expected(&temporary) => Ok(true),
        Ok(()) => Ok(with(RenameFlags::EXCHANGE).map(|()| false)?),
        Err(Errno::NOENT) => match with(RenameFlags::NOREPLACE) {
            Err(Errno::EXIST) => Ok(false),
            Err(_) => rename(temporary, path).map(|()| true),
            Ok(()) => Ok(true),
        },
        // The drive does not know how.
        Err(_) => rename(temporary, path).map(|()| true),
    }
}

/// Puts a new file in place of the one that was just looked at.
#[cfg(not(target_os = "linux"))]
fn put(temporary: TempPath, path: &Path, _: impl Fn(&Path) -> bool) -> io::Result<bool> {
    rename(temporary, path).map(|()| true)
}

/// Creates a file that only its owner reads. It has no attribute of a temporary file, which sync clients pass over.
fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.read(true).write(true).create_new(true).open(path)
}

/// Whether a drive does not know what it was asked, which is no failure of what was written: shares of Windows and of
/// macOS, and disks without a journal, flush nothing on demand and lock nothing.
fn is_unknown_to_the_drive(error: &io::Error) -> bool {
    let codes: &[i32] = if cfg!(windows) { &[1, 50] } else { &[25, 37, 45, 95, 102] };
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
        || error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

/// Gives a new file the group and the mode of the file that it replaces, which a colleague may need to write it. They
/// are set after its creation, so that the mask of the process takes nothing away.
#[cfg(unix)]
fn keep_rights(replaced: &Path, new: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let Ok(about) = std::fs::metadata(replaced) else { return share(replaced, new) };
    // Only a member of the group may give a file to it.
    let _ = fchown(new, None, Some(about.gid()));
    new.set_permissions(about.permissions())
}

#[cfg(not(unix))]
fn keep_rights(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// Deletes a file.
///
/// # Errors
/// If the system refuses; a file that is already gone is not an error.
pub fn remove(path: &Path) -> io::Result<()> {
    fault_injection::before(WriteStep::Remove)?;
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => {
            confirm(path.parent().unwrap_or(Path::new(".")));
            Ok(())
        }
    }
}

/// Flushes a folder to disk. Windows cannot flush a folder; its renames are journalled.
fn confirm(folder: &Path) -> WriteOutcome {
    let asked = || fault_injection::before(WriteStep::Confirm).and_then(|()| File::open(folder)?.sync_all());
    if cfg!(not(unix)) || asked().is_ok() { WriteOutcome::Confirmed } else { WriteOutcome::Unconfirmed }
}

/// The steps of a write, each of which may be the last one before a crash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WriteStep {
    Write,
    Sync,
    Rename,
    Confirm,
    Remove,
}

/// Fault injection, so that tests can stop a debug build at each step of each write.
#[cfg(debug_assertions)]
mod fault_injection {
    use std::{
        io,
        sync::atomic::{AtomicUsize, Ordering},
    };

    use super::WriteStep;

    static TAKEN: AtomicUsize = AtomicUsize::new(0);

    /// `ARRIMAGE_PANNE=tuer:3` aborts the process at the third step, `plein:3` fills the disk from that step on,
    /// `confirmer:1` keeps the disk from confirming, and `nuage:1` is a drive that knows neither flushes nor locks.
    pub fn before(step: WriteStep) -> io::Result<()> {
        let Ok(asked) = std::env::var("ARRIMAGE_PANNE") else { return Ok(()) };
        let (kind, number) = asked.split_once(':').unwrap_or((&asked, "1"));
        let number: usize = number.parse().unwrap_or(1);
        let taken = TAKEN.fetch_add(1, Ordering::Relaxed) + 1;
        match kind {
            "tuer" if taken == number => std::process::abort(),
            "plein" if taken >= number && step != WriteStep::Confirm => Err(io::ErrorKind::StorageFull.into()),
            "confirmer" if step == WriteStep::Confirm => Err(io::Error::other("asked for")),
            "nuage" if step == WriteStep::Sync => Err(io::ErrorKind::Unsupported.into()),
            _ => Ok(()),
        }
    }

    /// Whether the drive knows no locks.
    pub fn has_no_locks() -> bool {
        std::env::var("ARRIMAGE_PANNE").is_ok_and(|asked| asked.starts_with("nuage"))
    }
}

#[cfg(not(debug_assertions))]
mod fault_injection {
    /// Release builds inject no faults.
    pub fn before(_: super::WriteStep) -> std::io::Result<()> {
        Ok(())
    }

    /// See above.
    pub fn has_no_locks() -> bool {
        false
    }
}

/// Renames a file; on Windows, retries for about a second, because a sync client or an antivirus may hold it.
fn rename(temporary: TempPath, path: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        match std::fs::rename(&temporary, path) {
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32)) && cfg!(windows) && tries < 20 => {
                tries += 1;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            done => return done,
        }
    }
}

/// Takes a lock; `None` if another program holds it. On a drive that has no locks, it goes on without: users must then avoid
/// saving at the same time.
pub fn try_lock(file: &File) -> Option<LockOutcome> {
    match file.try_lock() {
        _ if fault_injection::has_no_locks() => Some(LockOutcome::Unknown),
        Ok(()) => Some(LockOutcome::Held),
        Err(TryLockError::WouldBlock) => None,
        Err(TryLockError::Error(_)) => Some(LockOutcome::Unknown),
    }
}

/// How far a lock got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockOutcome {
    /// Nobody else holds it.
    Held,
    /// The drive knows no locks.
    Unknown,
}

#[cfg(unix)]
fn private_builder() -> std::fs::DirBuilder {
    let mut builder = std::fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(not(unix))]
fn private_builder() -> std::fs::DirBuilder {
    std::fs::DirBuilder::new()
}

/// Creates a folder for files that name people: on Unix, accessible to its owner only.
///
/// # Errors
/// If the folder cannot be created.
pub fn private_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or(Ok(()), private_folder)?;
    match private_builder().create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !path.is_dir() => Err(error),
        _ => share_folder(path, parent.unwrap_or(Path::new("."))),
    }
}

/// Lets the group that may write in a folder write a new file of it.
///
/// # Errors
/// If the folder cannot be read, or the file is somebody else's.
#[cfg(unix)]
pub fn share(path: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = std::fs::metadata(folder)?;
    if is_shared(&folder) {
        let _ = fchown(file, None, Some(folder.gid()));
        file.set_permissions(std::fs::Permissions::from_mode(0o660))?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn share(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// Lets the group that may write in a folder write in what is created there: a school kept on a share.
#[cfg(unix)]
fn share_folder(path: &Path, parent: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

    let about = std::fs::metadata(parent)?;
    if !is_shared(&about) {
        return Ok(());
    }
    let _ = chown(path, None, Some(about.gid()));
    let inherited = about.permissions().mode() & 0o2000;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o770 | inherited))
}

#[cfg(not(unix))]
fn share_folder(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether the group of a folder may write in it.
#[cfg(unix)]
fn is_shared(folder: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&folder.permissions()) & 0o020 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan.yaml");
        atomic(&path, b"un").expect("written");
        // A folder in the way makes the rename fail.
        let blocked = folder.path().join("bloc");
        std::fs::create_dir(&blocked).expect("a folder");
        std::fs::write(blocked.join("x"), "x").expect("written");
        atomic(&blocked, b"deux").expect_err("a folder cannot be replaced");
        assert_eq!(std::fs::read(&path).expect("read"), b"un");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 2);
    }

    #[test]
    fn a_file_that_moved_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan.yaml");
        std::fs::write(&path, "à elle").expect("written");
        assert_eq!(replace(&path, b"un", |_| false).expect("tried").0, WriteOutcome::Moved);
        assert_eq!(std::fs::read(&path).expect("read"), "à elle".as_bytes());
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_comes_after_the_last_look_is_put_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, other) = (folder.path().join("plan.yaml"), folder.path().join("autre"));
        for was in [Some("avant"), None] {
            let _ = std::fs::remove_file(&path);
            was.map_or(Ok(()), |text| std::fs::write(&path, text)).expect("written");
            let looks = std::cell::Cell::new(0);
            // Another program writes just after each look.
            let is_expected = |seen: &Path| {
                let is_expected = std::fs::read_to_string(seen).ok().as_deref() == was;
                looks.set(looks.get() + 1);
                if looks.get() == 1 {
                    std::fs::write(&other, "à elle").expect("written");
                    std::fs::rename(&other, &path).expect("renamed");
                }
                is_expected
            };
            assert_eq!(replace(&path, b"un", is_expected).expect("tried").0, WriteOutcome::Moved);
            assert_eq!(std::fs::read_to_string(&path).expect("read"), "à elle");
            assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_rights_of_a_file_are_kept_whatever_the_mask() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan.yaml");
        std::fs::write(&path, "un").expect("written");
        let mode = || std::fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        for wanted in [0o664, 0o666, 0o640] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(wanted)).expect("set");
            atomic(&path, b"deux").expect("written");
            assert_eq!(mode(), wanted);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_created_in_a_shared_folder_is_shared_and_private_elsewhere() {
        use std::os::unix::fs::PermissionsExt;

        for (school, folders, files) in [(0o2770, 0o2770, 0o660), (0o770, 0o770, 0o660), (0o755, 0o700, 0o600)] {
            let home = tempfile::tempdir().expect("a folder");
            let root = home.path().join("ecole");
            std::fs::create_dir(&root).expect("made");
            std::fs::set_permissions(&root, std::fs::Permissions::from_mode(school)).expect("set");
            let inside = root.join("versions/suivi");
            private_folder(&inside).expect("made");
            atomic(&inside.join("0001.yaml"), b"un").expect("written");
            let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o7777;
            assert_eq!((mode(&root.join("versions")), mode(&inside)), (folders, folders), "{school:o}");
            assert_eq!(mode(&inside.join("0001.yaml")), files, "{school:o}");
        }
    }
}
