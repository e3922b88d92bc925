//! What was counted of the schools of networks, kept for a second look. A school is counted again as soon as one of its files,
//! the day or the program is another: the index is never trusted over a file.

use std::{
    collections::HashMap,
    fs::Metadata,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::{app_dirs::real_path, read, snapshot::inode, write};
use crate::domain::{model::document::FileId, network::SchoolCounts};

/// The folder of the indexes, in that of the state.
const FOLDER: &str = "reseaux";

/// A file that was modified so lately may be modified again without its time telling.
const TOO_YOUNG: Duration = Duration::from_secs(2);

/// What was counted of the schools of a network.
#[derive(Debug, Default)]
pub struct NetworkIndex {
    file: Option<PathBuf>,
    known: HashMap<String, Counted>,
    /// What is known now, of the schools that were looked at.
    now: Mutex<HashMap<String, Counted>>,
}

/// What was counted of a school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Counted {
    /// Its files, as they were.
    stamp: u64,
    /// Its counts; `None` if it keeps out.
    counts: Option<SchoolCounts>,
}

/// The file of an index.
#[derive(Debug, Serialize, Deserialize)]
struct IndexFile {
    /// The day of the counts, and the program that made them.
    made: String,
    schools: HashMap<String, Counted>,
}

/// The day, and the program by its version and its own file.
fn made(today: NaiveDate) -> String {
    let program = std::env::current_exe().and_then(std::fs::metadata).ok().map(|about| stamp_of(&about));
    format!("{today} {} {:x}", env!("CARGO_PKG_VERSION"), program.unwrap_or_default())
}

fn stamp_of(about: &Metadata) -> u64 {
    let mut hasher = SipHasher13::new();
    (about.modified().ok(), about.len(), inode(about), changed(about)).hash(&mut hasher);
    hasher.finish()
}

/// When the system last changed a file, which no program can set back.
#[cfg(unix)]
fn changed(about: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (about.ctime(), about.ctime_nsec())
}

/// The system keeps no such time.
#[cfg(not(unix))]
fn changed(_: &Metadata) -> (i64, i64) {
    (0, 0)
}

impl NetworkIndex {
    /// The index of the network of these folders, kept in the folder of the state; empty if it is of another day or of
    /// another program.
    pub fn open(state: &Path, roots: &[PathBuf], today: NaiveDate) -> Self {
        let mut hasher = SipHasher13::new();
        roots.iter().for_each(|root| real_path(root).hash(&mut hasher));
        let file = state.join(FOLDER).join(format!("{:016x}.json", hasher.finish()));
        let bytes = read::bytes(&file, FOLDER).unwrap_or_default();
        let known: Option<IndexFile> = serde_json::from_slice(&bytes).ok();
        let known = known.filter(|known| known.made == made(today)).map(|known| known.schools);
        NetworkIndex { file: Some(file), known: known.unwrap_or_default(), now: Mutex::default() }
    }

    /// What is known of a school whose files are as they were; else what `count` makes of it, which is kept if it may be:
    /// `None` in what it returns is a school that cannot be counted.
    pub fn counts<E>(
        &self,
        root: &Path,
        count: impl FnOnce() -> Result<Option<SchoolCounts>, E>,
    ) -> Result<Option<SchoolCounts>, E> {
        let key = root.display().to_string();
        // The files are looked at before they are read: what changes meanwhile is counted the next time.
        let stamp = self.file.as_ref().and_then(|_| stamp(root));
        let known = self.known.get(&key).filter(|known| Some(known.stamp) == stamp);
        let counts = known.map_or_else(count, |known| Ok(known.counts.clone()))?;
        if let Some(stamp) = stamp {
            let counted = Counted { stamp, counts: counts.clone() };
            self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(key, counted);
        }
        Ok(counts)
    }

    /// Keeps what is known now. Without it, the next look is only slower.
    pub fn keep(&self, today: NaiveDate) {
        let Some(file) = &self.file else { return };
        let now = std::mem::take(&mut *self.now.lock().unwrap_or_else(PoisonError::into_inner));
        if now == self.known {
            return;
        }
        let index = IndexFile { made: made(today), schools: now };
        if let (Ok(bytes), Some(folder)) = (serde_json::to_vec(&index), file.parent())
            && write::private_folder(folder).is_ok()
        {
            let _ = write::atomic(file, &bytes);
        }
    }
}

/// The names, times and sizes of everything that is read of a school; `None` if something was modified too lately.
fn stamp(root: &Path) -> Option<u64> {
    let mut files: Vec<(PathBuf, u64)> = Vec::new();
    let now = SystemTime::now();
    for folder in std::iter::once(&"").chain(FileId::FOLDERS) {
        for entry in std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
            // A link is followed: what it leads to is what is read.
            let about = std::fs::metadata(entry.path()).ok()?;
            if about.is_dir() {
                continue;
            }
            let age = about.modified().ok().and_then(|modified| now.duration_since(modified).ok())?;
            if age < TOO_YOUNG {
                return None;
            }
            files.push((entry.path(), stamp_of(&about)));
        }
    }
    files.sort();
    let mut hasher = SipHasher13::new();
    files.hash(&mut hasher);
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_is_counted_again_when_a_file_the_day_or_the_network_is_another() {
        let home = tempfile::tempdir().expect("a folder");
        let (state, school) = (home.path().join("état"), home.path().join("école"));
        std::fs::create_dir_all(school.join("regulations")).expect("made");
        let write = |name: &str, text: &str, age: u64| {
            let path = school.join(name);
            std::fs::write(&path, text).expect("written");
            let file = std::fs::File::options().write(true).open(&path).expect("opened");
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).expect("aged");
        };
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        let roots = [home.path().to_owned()];
        // Whether the school is counted, and not known.
        let look = |roots: &[PathBuf], on: u32| {
            let index = NetworkIndex::open(&state, roots, day(on));
            let mut is_counted = false;
            let counts = index.counts(&school, || {
                is_counted = true;
                Ok::<_, ()>(Some(SchoolCounts { name: "École".into(), ..SchoolCounts::default() }))
            });
            assert_eq!(counts.expect("counted").expect("gives its counts").name, "École");
            index.keep(day(on));
            is_counted
        };
        write("plan.yaml", "format: 1\n", 0);
        assert!(look(&roots, 2) && look(&roots, 2), "a file that is too young is read again");
        write("plan.yaml", "format: 1\n", 60);
        assert!(look(&roots, 2) && !look(&roots, 2));
        assert!(look(std::slice::from_ref(&school), 2), "another network");
        assert!(look(&roots, 3) && !look(&roots, 3), "another day");
        write("plan.yaml", "format: 1\n", 61);
        assert!(look(&roots, 3), "another time, the same size");
        #[cfg(unix)]
        {
            let place = school.join("plan.yaml");
            let before = std::fs::metadata(&place).and_then(|about| about.modified()).expect("a time");
            std::fs::write(&place, "format: 2\n").expect("written");
            let file = std::fs::File::options().write(true).open(&place).expect("opened");
            file.set_modified(before).expect("set back");
            assert!(look(&roots, 3), "the same size, and the time set back");
        }
        write("regulations/2026-10-01.yaml", "format: 1\n", 60);
        assert!(look(&roots, 3) && !look(&roots, 3), "another file");
        std::fs::write(state.join(FOLDER).join("x.json"), "{").expect("written");
        for entry in std::fs::read_dir(state.join(FOLDER)).expect("a folder").flatten() {
            std::fs::write(entry.path(), "{\"made\":").expect("written");
        }
        assert!(look(&roots, 3), "an index that does not read is made again");
    }
}
