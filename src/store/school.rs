//! One school folder on disk: opening it, reading its files, locking it, keeping versions.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs::File,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use chrono::NaiveDateTime;

use super::{
    app_dirs::is_school,
    elsewhere::{lost, misplaced},
    file_names, read,
    snapshot::{FileSnapshot, inode},
    versions::{self, VersionContext},
    watch::OutsideWatch,
    write::{self, LockOutcome},
};
use crate::domain::{
    model::{document::FileId, folder::Folder},
    value::{
        fault::{Code, Fault},
        text::fold,
    },
};

/// The number of files from which a second core is worth starting.
const MANY: usize = 16;

/// A school folder on disk.
#[derive(Debug)]
pub struct SchoolFolder {
    root: PathBuf,
    /// The folder itself, by which the system may tell where it was moved.
    handle: Option<File>,
    /// Each file as it was last read or written here: the common ancestor of the next merge.
    pub(super) seen: HashMap<FileId, FileSnapshot>,
    /// When each file was last edited here.
    pub(super) edited: HashMap<FileId, NaiveDateTime>,
    /// What is remembered of other programs' changes.
    pub(super) outside: OutsideWatch,
    pub(super) patience: Patience,
    waiting: WaitNotice,
    /// Whether the drive has no locks, so that nobody waits for a turn.
    pub(super) has_no_turns: AtomicBool,
    /// Whether that was said.
    pub(super) is_told_of_turns: bool,
    /// Files set read-only that may be written all the same, by their names.
    pub(super) allowed: HashSet<String>,
    /// The maximum number of versions kept of a file; `None` keeps all.
    most: Option<usize>,
}

/// What a save does while another program holds the folder or is writing a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Patience {
    /// It waits, as a command does.
    #[default]
    Waits,
    /// It refuses the edits, which are tried again later: a screen must not freeze.
    Refuses,
}

/// What is done once when the folder is held elsewhere, before waiting for it.
#[derive(Default)]
struct WaitNotice(Option<Box<dyn Fn() + Send + Sync>>);

impl std::fmt::Debug for WaitNotice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("WaitNotice").field(&self.0.is_some()).finish()
    }
}

impl SchoolFolder {
    /// Opens a folder. Files that cannot be read are reported as faults; the others work.
    ///
    /// # Errors
    /// If the folder is not a school folder.
    pub fn open(root: &Path) -> Result<(SchoolFolder, Folder, Vec<Fault>), Fault> {
        if !is_school(root) {
            let misplaced = FileId::SINGLE.iter().find_map(|file| misplaced(root, file));
            return Err(misplaced.unwrap_or_else(|| Fault::new(Code::NoSchool, root.display().to_string())));
        }
        let mut school = SchoolFolder {
            root: root.to_owned(),
            handle: File::open(root).ok(),
            seen: HashMap::new(),
            edited: HashMap::new(),
            outside: OutsideWatch::default(),
            patience: Patience::default(),
            waiting: WaitNotice::default(),
            has_no_turns: AtomicBool::new(false),
            is_told_of_turns: false,
            allowed: HashSet::new(),
            most: None,
        };
        school.sweep_if_needed();
        school.know_purges();
        school.wait_for_slow_writers();
        let (folder, faults) = school.read();
        Ok((school, folder, faults))
    }

    /// Believes a change once its file has been quiet for that long, rather than for two seconds.
    pub fn settle_after(&mut self, quiet: Duration) {
        self.outside.quiet = quiet;
    }

    /// Allows a file to be written although it is set read-only.
    pub fn allow(&mut self, file: String) {
        self.allowed.insert(file);
    }

    /// Whether a file of the folder is set read-only.
    pub fn is_read_only(&self, file: &str) -> bool {
        std::fs::metadata(self.root.join(file)).is_ok_and(|about| about.permissions().readonly())
    }

    /// The fault of a register of versions that cannot be read.
    pub fn register_fault(&self) -> Option<Fault> {
        let fault = || Fault::new(Code::RegisterUnreadable, "versions/registre.yaml");
        versions::register_is_unreadable(&self.root).then(fault)
    }

    /// The ids of everybody who was purged.
    pub fn purged(&self) -> &BTreeSet<String> {
        &self.outside.purged
    }

    /// The faults of people who were purged and whom another file brought back: their records go by the ids that the
    /// register kept.
    pub fn purged_again<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Vec<Fault> {
        let purged = self.purged();
        let fault = |id| Fault::new(Code::PurgedAgain, FileId::Board.file()).with("id", id);
        ids.filter(|id| purged.contains(*id)).map(fault).collect()
    }

    /// Decides what saves do while another program is at work.
    pub fn be_patient(&mut self, patience: Patience) {
        self.patience = patience;
    }

    /// Decides how the user is told that the folder is held elsewhere.
    pub fn when_waiting(&mut self, tell: impl Fn() + Send + Sync + 'static) {
        self.waiting = WaitNotice(Some(Box::new(tell)));
    }

    /// Keeps at most that many versions of each file from now on; `None` keeps all.
    pub fn keep_at_most(&mut self, most: Option<usize>) {
        self.most = most;
    }

    /// The folder's path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads every file again.
    pub fn read(&mut self) -> (Folder, Vec<Fault>) {
        let mut folder = Folder::default();
        let mut faults = Vec::new();
        self.seen.clear();
        self.know_purges();
        let files = self.files();
        let all = self.load_all(&files);
        for (file, loaded) in files.into_iter().zip(all) {
            let loaded = match loaded {
                // Nothing is written in its place until somebody has seen to it.
                Ok(None) => lost(&self.root, &file).map_or(Ok(None), Err),
                loaded => loaded,
            };
            match loaded {
                Ok(None) => {}
                Ok(Some(loaded)) => {
                    folder.put(&file, Some(loaded.document.clone()));
                    self.seen.insert(file, loaded);
                }
                Err(fault) => {
                    faults.push(fault);
                    folder.broken.insert(file);
                }
            }
        }
        (folder, faults)
    }

    /// Loads files: a school of many meetings on two cores.
    fn load_all(&self, files: &[FileId]) -> Vec<Result<Option<FileSnapshot>, Fault>> {
        let load = |files: &[FileId]| files.iter().map(|file| self.load(file)).collect::<Vec<_>>();
        if files.len() < MANY {
            return load(files);
        }
        let (first, second) = files.split_at(files.len() / 2);
        std::thread::scope(|scope| {
            let second_half = scope.spawn(|| load(second));
            let mut all = load(first);
            // What a thread could not read is read here, or fails here as it would have.
            all.extend(second_half.join().unwrap_or_else(|_| load(second)));
            all
        })
    }

    /// The files of dated folders that are neither ours nor copies, and the copies of main files, that nobody reads, each
    /// with the reason.
    pub(super) fn strays(&self) -> Vec<(String, &'static str)> {
        let yaml = |folder: &'static str| {
            let entries = std::fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
            entries.filter_map(move |entry| {
                let name = entry.file_name().into_string().ok()?;
                if let Some(why) = file_names::why_unread(&name) {
                    return Some((format!("{folder}/{name}"), why));
                }
                let stem = name.strip_suffix(".yaml")?;
                let is_known = file_names::is_ours(stem) || file_names::original(folder, stem).is_some();
                // A meeting whose name was hidden by a dot is told; what a system hides beside files is not.
                let is_hidden = stem.strip_prefix('.').is_some_and(|stem| !file_names::is_ours(stem));
                (!is_known && !is_hidden).then(|| (format!("{folder}/{name}"), "name"))
            })
        };
        let root = std::fs::read_dir(&self.root).into_iter().flatten().flatten();
        let beside = root.filter_map(|entry| entry.file_name().into_string().ok());
        // A folder of meetings under another spelling is one that nobody reads.
        let is_a_folder = |name: &String| {
            let path = self.root.join(name);
            let is_other = |folder: &&str| {
                fold(name) == **folder
                    && name != folder
                    && path.canonicalize().ok() != self.root.join(folder).canonicalize().ok()
            };
            FileId::FOLDERS.iter().any(is_other) && path.is_dir()
        };
        let why = |name: String| match is_a_folder(&name) {
            true => Some((name, "folder")),
            false => file_names::is_unread_copy(&name).then_some((name, "copy")),
        };
        let beside = beside.filter_map(why);
        let mut strays: Vec<(String, &str)> = FileId::FOLDERS.iter().flat_map(|folder| yaml(folder)).collect();
        strays.extend(beside);
        strays.sort();
        strays
    }

    /// The documents that the folder may hold, dated ones in order.
    pub(super) fn files(&self) -> Vec<FileId> {
        let mut files = FileId::SINGLE.to_vec();
        for folder in FileId::FOLDERS {
            files.extend(self.stems(folder).iter().filter_map(|stem| FileId::dated(folder, stem)));
        }
        files.push(FileId::Draft);
        files
    }

    /// The stems of the dated files in a subfolder, in order.
    fn stems(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        let mut stems: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
            .filter_map(|path| path.file_stem().and_then(|s| s.to_str()).map(Into::into))
            .filter(|stem: &String| file_names::is_ours(stem))
            .collect();
        stems.sort();
        stems
    }

    pub(super) fn path(&self, file: &FileId) -> PathBuf {
        self.root.join(file.file())
    }

    /// Follows the folder where the system tells that it was moved, even when another one has taken its place.
    pub(super) fn follow(&mut self) {
        if self.is_in_place() {
            return;
        }
        let moved = self.handle.as_ref().and_then(current_path).filter(|path| is_school(path));
        if let Some(moved) = moved {
            self.root = moved;
        } else if self.root.is_dir() {
            // The one that was open is gone: a drive has made it anew.
            self.handle = File::open(&self.root).ok();
        }
    }

    /// Whether the folder at the path is the one that was opened, as far as the system tells.
    fn is_in_place(&self) -> bool {
        let Ok(there) = std::fs::metadata(&self.root) else { return false };
        let opened = self.handle.as_ref().and_then(|handle| handle.metadata().ok());
        there.is_dir() && opened.is_none_or(|opened| inode(&opened) == inode(&there))
    }

    /// Locks the folder: between reading a file and replacing it, no other window and no script may do the same. The
    /// system releases the lock when the file closes, so it never stays behind.
    pub(super) fn lock(&self) -> Result<File, Fault> {
        let fault = |cause| Fault::new(Code::NotWritten, ".arrimage").with("cause", cause);
        let path = self.root.join(".arrimage");
        // A folder that was moved or deleted is not made again at its old place.
        if !self.root.is_dir() {
            return Err(fault("absent"));
        }
        let open = || {
            let place = path.join("verrou");
            // A pipe in its place would never open.
            if std::fs::metadata(&place).is_ok_and(|about| !about.is_file()) {
                return Err(std::io::ErrorKind::InvalidInput.into());
            }
            // Whoever may not write it may still lock it.
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&place)
                .or_else(|_| File::open(&place))?;
            let _ = write::share(&place, &file);
            Ok(file)
        };
        let file = write::private_folder(&path).and_then(|()| open());
        let file = file.map_err(|error| fault(read::reason(&error)))?;
        match write::try_lock(&file) {
            None if self.patience == Patience::Refuses => return Err(fault("busy")),
            None => {
                self.waiting.0.iter().for_each(|tell| tell());
                // A drive that held it for another knows locks.
                let _ = file.lock();
            }
            Some(LockOutcome::Unknown) => self.has_no_turns.store(true, Ordering::Relaxed),
            Some(LockOutcome::Held) => {}
        }
        Ok(file)
    }

    pub(super) fn keep(&self, file: &FileId, bytes: &[u8], occasion: VersionContext<'_>) -> Result<(), Fault> {
        if !file.is_kept() {
            return Ok(());
        }
        let kept = versions::keep(&self.root, file, bytes, occasion);
        let trimmed = kept.and_then(|_| self.most.map_or(Ok(()), |most| versions::trim(&self.root, file, most)));
        trimmed.map_err(|e| not_written(file, &e))
    }
}

/// Where an open folder is now, if the system tells.
#[cfg(target_os = "linux")]
fn current_path(folder: &File) -> Option<PathBuf> {
    use std::os::fd::AsRawFd;

    std::fs::read_link(format!("/proc/self/fd/{}", folder.as_raw_fd())).ok().filter(|path| path.is_dir())
}

#[cfg(not(target_os = "linux"))]
fn current_path(_: &File) -> Option<PathBuf> {
    None
}

/// The fault for a file that could not be written.
pub(super) fn not_written(file: &FileId, error: &std::io::Error) -> Fault {
    Fault::new(Code::NotWritten, file.file()).with("cause", read::reason(error))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::{
        domain::{
            edit::Edit,
            model::board::{Board, Newcomer},
        },
        store::{shipped, versions::VersionReason},
    };

    #[test]
    fn a_folder_that_was_moved_is_followed_even_when_another_has_taken_its_place() {
        let home = tempfile::tempdir().expect("a folder");
        let (here, there) = (home.path().join("ecole"), home.path().join("autre"));
        shipped::copy_demo(&here).expect("copied");
        let (mut school, folder, _) = SchoolFolder::open(&here).expect("opens");
        std::fs::rename(&here, &there).expect("moved");
        shipped::copy_demo(&here).expect("another one at the old place");
        let before = std::fs::read(here.join("suivi.yaml")).expect("bytes");
        let path = [Board::PEOPLE, "n01", Newcomer::GOAL];
        let edit = Edit::set(&folder, &FileId::Board, &path, Some("Le but.".into())).expect("fits").expect("a change");
        let now = NaiveDate::from_ymd_opt(2026, 11, 26).and_then(|day| day.and_hms_opt(8, 0, 0)).expect("a moment");
        let saved = school.save(&[edit], now, VersionReason::FirstChange);
        assert!(saved.refused.is_empty(), "{:?}", saved.refused);
        assert_eq!(school.root(), there);
        assert!(std::fs::read_to_string(there.join("suivi.yaml")).expect("a text").contains("Le but."));
        assert_eq!(std::fs::read(here.join("suivi.yaml")).expect("bytes"), before, "the other one is not touched");
    }
}
