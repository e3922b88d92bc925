//! The journal of what is not on disk yet, outside the school folder, so that a crash costs at most the last second:
//! the text being typed, and the edits that could not be written.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::{app_dirs::real_path, leftovers, read, write};
use crate::domain::{
    edit::{Edit, history::History},
    model::document::FileId,
    privacy::{forget::NameScrubber, rectification::Rectification},
};

/// The file of the undo history, next to the journals.
const STROKES: &str = "gestes.json";

/// A text that was being typed, and the field it was meant for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedText {
    /// When it last changed, local time.
    pub when: NaiveDateTime,
    /// The document.
    pub file: FileId,
    /// The path of its field; empty if it had no field yet.
    pub path: Vec<String>,
    pub text: String,
}

/// Edits that are not all on disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unwritten {
    /// When they were made, local time.
    pub when: NaiveDateTime,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

/// The unsaved work of one session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unsaved {
    /// The typed texts, newest last, one per field.
    #[serde(default)]
    pub typed: Vec<TypedText>,
    /// The edits that were not written.
    #[serde(default)]
    pub unwritten: Option<Unwritten>,
    /// The names of the people whom they are about, by id: the file may give an id to somebody else meanwhile.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
}

impl Unsaved {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.unwritten.is_none()
    }

    /// Names the people whom it is about: whoever was named before, else as `names` says.
    pub fn name(&mut self, names: &BTreeMap<String, String>) {
        let edits = self.unwritten.iter().flat_map(|unwritten| &unwritten.edits).map(|edit| &edit.path);
        let steps = self.typed.iter().map(|typed| &typed.path).chain(edits).flatten();
        let name = |step: &String| Some((step.clone(), self.names.get(step).or_else(|| names.get(step))?.clone()));
        self.names = steps.filter_map(name).collect();
    }

    /// Records a typed text, replacing the previous one for the same field.
    pub fn put(&mut self, typed: TypedText) {
        self.typed.retain(|t| t.file != typed.file || t.path != typed.path);
        self.typed.push(typed);
    }
}

/// The journal of one window on one school folder. Each window has its own, held by a system lock.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Shows other windows that this journal is in use; released when the process ends.
    lock: Option<File>,
}

impl Journal {
    /// Opens a journal of a school folder under `state`, and returns what interrupted sessions left there.
    pub fn open(state: &Path, root: &Path) -> (Self, Unsaved) {
        let folder = folder(state, root);
        // The program works without a journal: an error is returned when there is something to write to it.
        let _ = write::private_folder(&folder);
        leftovers::sweep_old(&folder);
        let mut journal: Option<Journal> = None;
        let mut found = Unsaved::default();
        for slot in 0..32 {
            let lock =
                File::options().create(true).truncate(false).write(true).open(folder.join(format!("{slot}.verrou")));
            let Ok(lock) = lock else { continue };
            if matches!(lock.try_lock(), Err(std::fs::TryLockError::WouldBlock)) {
                continue;
            }
            let path = folder.join(format!("{slot}.yaml"));
            let left = read_journal(&path);
            if journal.is_none() {
                journal = Some(Journal { path: path.clone(), lock: Some(lock) });
            } else if !path.exists() {
                break;
            } else {
                let _ = std::fs::remove_file(&path);
            }
            for typed in left.typed {
                found.put(typed);
            }
            found.names.extend(left.names);
            if let Some(more) = left.unwritten {
                let mut all = found.unwritten.take().unwrap_or(Unwritten { when: more.when, edits: Vec::new() });
                all.edits.extend(more.edits);
                found.unwritten = Some(all);
            }
        }
        let journal = journal.unwrap_or(Journal { path: folder.join("32.yaml"), lock: None });
        if !found.is_empty() {
            let _ = journal.write(&found);
        }
        (journal, found)
    }

    /// Whether the journal can be written: else nothing protects what is being typed.
    pub fn protects(&self) -> bool {
        self.lock.is_some()
    }

    /// What the journal holds on disk.
    pub fn left(&self) -> Unsaved {
        read_journal(&self.path)
    }

    /// Replaces the content of the journal, or deletes it if there is nothing to keep.
    ///
    /// # Errors
    /// If the journal cannot be written.
    pub fn write(&self, held: &Unsaved) -> io::Result<()> {
        if held.is_empty() {
            return write::remove(&self.path);
        }
        if let Some(folder) = self.path.parent() {
            write::private_folder(folder)?;
        }
        let text = serde_json::to_string(held).map_err(io::Error::other)?;
        write::atomic(&self.path, text.as_bytes()).map(drop)
    }
}

/// The undo history left by earlier sessions.
pub fn history(state: &Path, root: &Path) -> History {
    let text = text_of(&folder(state, root).join(STROKES)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Writes the undo history of this session for the next one.
///
/// # Errors
/// If the file cannot be written.
pub fn keep_history(state: &Path, root: &Path, history: &History) -> io::Result<()> {
    let folder = folder(state, root);
    write::private_folder(&folder)?;
    let text = serde_json::to_string(history).map_err(io::Error::other)?;
    write::atomic(&folder.join(STROKES), text.as_bytes()).map(drop)
}

/// The folder of the journals of a school, named by the SipHash-1-3 of its path's bytes. A folder still named by
/// `DefaultHasher`, which may change between compiler versions, is renamed.
fn folder(state: &Path, root: &Path) -> PathBuf {
    let root = real_path(root);
    let named = |hash: u64| state.join(format!("frappe-{hash:016x}"));
    let folder = named(SipHasher13::new().hash(root.as_os_str().as_encoded_bytes()));
    let mut hasher = DefaultHasher::new();
    root.hash(&mut hasher);
    let before = named(hasher.finish());
    if !folder.exists() && before.exists() {
        let _ = std::fs::rename(&before, &folder);
    }
    folder
}

/// The journal files of all schools, for purges.
pub fn files(state: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(state).into_iter().flatten().flatten().map(|entry| entry.path());
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    folders
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("frappe-")))
        .flat_map(inside)
        .filter(|path| path.extension().is_some_and(|e| e == "yaml" || e == "json"))
        .collect()
}

/// Whether an edit is about people with these ids, or holds their records.
pub fn is_about_ids(edit: &Edit, ids: &BTreeSet<String>) -> bool {
    !ids.is_empty()
        && (edit.path.iter().any(|step| ids.contains(step))
            || serde_json::to_string(edit).is_ok_and(|said| ids.iter().any(|id| said.contains(&format!("\"{id}\"")))))
}

/// Removes from a journal whatever names the people to forget.
pub fn forget(path: &Path, forgotten: &NameScrubber) {
    let Some(text) = text_of(path) else { return };
    let is_about = |edit: &Edit| {
        is_about_ids(edit, &forgotten.ids) || serde_json::to_string(edit).is_ok_and(|said| forgotten.scrub(&said).1 > 0)
    };
    if path.file_name().is_some_and(|name| name == STROKES) {
        let Ok(mut history) = serde_json::from_str::<History>(&text) else { return };
        history.forget(is_about);
        let _ = serde_json::to_string(&history).map(|text| write::atomic(path, text.as_bytes()));
        return;
    }
    let Ok(mut held) = serde_json::from_str::<Unsaved>(&text) else { return };
    held.names.retain(|id, name| !forgotten.ids.contains(id) && forgotten.scrub(name).1 == 0);
    held.typed.retain(|typed| {
        let is_theirs = |step: &String| forgotten.ids.contains(step) || forgotten.scrub(step).1 > 0;
        !typed.path.iter().any(is_theirs)
    });
    // What is said of somebody else loses the name, and nothing more.
    held.typed.iter_mut().for_each(|typed| typed.text = forgotten.scrub(&typed.text).0);
    if let Some(unwritten) = &mut held.unwritten {
        unwritten.edits.retain(|edit| !is_about_ids(edit, &forgotten.ids));
        let without = |edit: Edit| match serde_json::to_string(&edit.change).map(|said| forgotten.scrub(&said)) {
            Ok((_, 0)) => Some(edit),
            Ok((said, _)) => Some(Edit { change: serde_json::from_str(&said).ok()?, ..edit }),
            Err(_) => None,
        };
        unwritten.edits = std::mem::take(&mut unwritten.edits).into_iter().filter_map(without).collect();
    }
    held.unwritten = held.unwritten.filter(|unwritten| !unwritten.edits.is_empty());
    let journal = Journal { path: path.to_owned(), lock: None };
    let _ = journal.write(&held);
}

/// Takes words out of what a journal holds of a person: the gestures that say them are forgotten, and so is the text being
/// typed there.
pub fn rectify(path: &Path, what: &Rectification) {
    let Some(text) = text_of(path) else { return };
    let ids = BTreeSet::from([what.person.clone()]);
    let says = |edit: &Edit| {
        is_about_ids(edit, &ids) && serde_json::to_string(&edit.change).is_ok_and(|said| said.contains(&what.words))
    };
    if path.file_name().is_some_and(|name| name == STROKES) {
        let Ok(mut history) = serde_json::from_str::<History>(&text) else { return };
        history.forget(says);
        let _ = serde_json::to_string(&history).map(|text| write::atomic(path, text.as_bytes()));
        return;
    }
    let Ok(mut held) = serde_json::from_str::<Unsaved>(&text) else { return };
    let is_theirs = |typed: &TypedText| typed.path.contains(&what.person) && typed.text.contains(&what.words);
    held.typed.retain(|typed| !is_theirs(typed));
    if let Some(unwritten) = &mut held.unwritten {
        unwritten.edits.retain(|edit| !says(edit));
    }
    held.unwritten = held.unwritten.filter(|unwritten| !unwritten.edits.is_empty());
    let journal = Journal { path: path.to_owned(), lock: None };
    let _ = journal.write(&held);
}

/// The text of a regular file.
fn text_of(path: &Path) -> Option<String> {
    String::from_utf8(read::file(path).ok()?).ok()
}

fn read_journal(path: &Path) -> Unsaved {
    let text = text_of(path).unwrap_or_default();
    let mut held: Unsaved = serde_json::from_str(&text).unwrap_or_default();
    held.typed.retain(|typed| !typed.text.trim().is_empty());
    held
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn typed(path: &str, text: &str) -> TypedText {
        let when = NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(8, 0, 0)).expect("a moment");
        TypedText { when, file: FileId::Board, path: vec![path.into()], text: text.into() }
    }

    #[test]
    fn a_folder_is_named_by_a_hash_that_no_compiler_changes_and_the_old_name_is_found() {
        let state = tempfile::tempdir().expect("a folder");
        let name = |root: &str| folder(state.path(), Path::new(root)).file_name().map(|name| name.to_owned());
        // On Windows, a drive comes before this path.
        let known = if cfg!(unix) { "frappe-283a7f42bb391392".into() } else { name("\\nulle\\part").expect("a name") };
        assert_eq!(name("/nulle/part").expect("a name"), known);
        let school = tempfile::tempdir().expect("a folder");
        let mut hasher = DefaultHasher::new();
        dunce::canonicalize(school.path()).expect("there").hash(&mut hasher);
        let before = state.path().join(format!("frappe-{:016x}", hasher.finish()));
        std::fs::create_dir(&before).expect("made");
        std::fs::write(before.join("gestes.json"), "{}").expect("written");
        assert!(folder(state.path(), school.path()).join("gestes.json").exists());
        assert!(!before.exists());
    }

    #[test]
    fn two_windows_keep_their_own_and_the_next_start_finds_what_both_left() {
        let state = tempfile::tempdir().expect("a folder");
        let school = tempfile::tempdir().expect("a folder");
        let (first, found) = Journal::open(state.path(), school.path());
        assert!(found.is_empty());
        let (second, _) = Journal::open(state.path(), school.path());
        first.write(&Unsaved { typed: vec![typed("a", "un")], ..Unsaved::default() }).expect("written");
        second.write(&Unsaved { typed: vec![typed("b", "deux")], ..Unsaved::default() }).expect("written");
        let (third, found) = Journal::open(state.path(), school.path());
        assert!(found.is_empty(), "what living windows hold is theirs");
        drop((first, second, third));
        let (journal, found) = Journal::open(state.path(), school.path());
        assert_eq!(found.typed, [typed("a", "un"), typed("b", "deux")]);
        drop(journal);
        let (journal, found) = Journal::open(state.path(), school.path());
        assert_eq!(found.typed.len(), 2, "what was found and not answered is found again");
        journal.write(&Unsaved::default()).expect("written");
        drop(journal);
        assert!(Journal::open(state.path(), school.path()).1.is_empty());
    }
}
