//! Schools of a network: found below folders, and read without writing anything anywhere.

use std::{
    cell::LazyCell,
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

use chrono::NaiveDate;
use serde::Deserialize;
use siphasher::sip::SipHasher13;

use super::{
    app_dirs::{is_school, real_path},
    elsewhere::lost,
    file_names,
    network_index::NetworkIndex,
    read, shipped, snapshot, versions,
    yaml::parse,
};
use crate::domain::{
    model::{
        catalogue::Catalogues,
        document::{Document, FileId},
        folder::Folder,
        plan::NetworkShare,
    },
    network::{
        self, SchoolCounts,
        rollout::rollout,
        together::{Looked, Network},
    },
    value::fault::{Code, Fault},
};

/// The file that lists and names the schools of a network.
pub const NETWORK: &str = "reseau.yaml";

/// What `reseau.yaml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct NetworkFile {
    /// The name of the network.
    #[serde(rename = "nom", default)]
    pub name: String,
    /// Its schools; those that are found, if it lists none.
    #[serde(rename = "écoles", alias = "ecoles", default)]
    pub schools: Vec<ListedSchool>,
}

/// A school that `reseau.yaml` lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ListedSchool {
    /// Its folder, from that of the file.
    #[serde(rename = "dossier")]
    pub folder: String,
    /// The name that the network gives it; its own when empty.
    #[serde(rename = "nom", default)]
    pub name: String,
    /// Other names under which it answers forms.
    #[serde(rename = "autres_noms", default)]
    pub aliases: Vec<String>,
    /// The group that it is in, in the network's own words: a sector, an order.
    #[serde(rename = "groupe", default)]
    pub group: String,
}

/// A school to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolPlace {
    /// Its folder.
    pub root: PathBuf,
    /// Its folder as it is told: from the folder that was given.
    pub shown: String,
    /// What the network says of it.
    pub listed: ListedSchool,
}

/// The schools of a network, and what is wrong with its own file.
#[derive(Debug, Default)]
pub struct NetworkPlaces {
    /// The name of the network; empty without one.
    pub name: String,
    /// Its schools, in the order listed, or of their folders.
    pub schools: Vec<SchoolPlace>,
    /// What could not be found or read, each with its place.
    pub faults: Vec<(String, Fault)>,
}

/// Finds the schools of these folders: schools themselves, networks that list theirs, or folders that hold some.
pub fn places(roots: &[PathBuf]) -> NetworkPlaces {
    let mut found = NetworkPlaces::default();
    for root in roots {
        let shown = root.display().to_string();
        if !root.is_dir() {
            found.faults.push((shown.clone(), Fault::new(Code::NoSchool, shown)));
            continue;
        }
        let listed = root.join(NETWORK);
        if listed.is_file() {
            match network_file(&listed) {
                Ok(file) => {
                    found.name = file.name.clone();
                    if !file.schools.is_empty() {
                        found.take_listed(root, file);
                        continue;
                    }
                }
                // Nobody knows then which schools are in it.
                Err(fault) => {
                    found.faults.push((NETWORK.to_owned(), fault));
                    continue;
                }
            }
        }
        let before = found.schools.len();
        found.walk(root, root);
        if found.schools.len() == before {
            found.faults.push((shown.clone(), Fault::new(Code::NoSchool, shown)));
        }
    }
    let mut seen = HashSet::new();
    found.schools.retain(|school| seen.insert(real_path(&school.root)));
    found
}

fn network_file(path: &Path) -> Result<NetworkFile, Fault> {
    let bytes = read::bytes(path, NETWORK)?;
    let (text, _) = read::decode(NETWORK, &bytes)?;
    parse::typed(NETWORK, &text)
}

impl NetworkPlaces {
    fn take_listed(&mut self, root: &Path, file: NetworkFile) {
        for listed in file.schools {
            let place = root.join(&listed.folder);
            let shown = listed.folder.clone();
            if is_school(&place) {
                self.schools.push(SchoolPlace { root: place, shown, listed });
            } else {
                self.faults.push((shown.clone(), Fault::new(Code::NoSchool, shown)));
            }
        }
    }

    fn walk(&mut self, top: &Path, folder: &Path) {
        if is_school(folder) {
            let below = folder.strip_prefix(top).unwrap_or(folder);
            let own = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
            let shown = if below.as_os_str().is_empty() { own } else { below.display().to_string() };
            self.schools.push(SchoolPlace { root: folder.to_owned(), shown, listed: ListedSchool::default() });
            return;
        }
        // Links are not followed: no folder is walked twice.
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let is_folder = |entry: &std::fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
        let mut folders: Vec<PathBuf> = entries.filter(is_folder).map(|entry| entry.path()).collect();
        folders.sort();
        let is_hidden = |path: &Path| path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        for inner in folders.iter().filter(|path| !is_hidden(path)) {
            self.walk(top, inner);
        }
    }
}

/// What was read of a school.
#[derive(Debug)]
pub struct SchoolRead {
    /// What its files say; those that could not be read are missing.
    pub folder: Folder,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Reads a school without taking any turn, sweeping anything or waiting for anybody. What its meetings said of each person is
/// left out: a network counts nothing of it.
///
/// # Errors
/// If its plan cannot be read: nobody knows then whether it gives its counts.
pub fn read_school(root: &Path) -> Result<SchoolRead, Fault> {
    let mut folder = Folder::default();
    let mut faults = Vec::new();
    match read_file(root, &FileId::Plan)? {
        Some(plan) => folder.put(&FileId::Plan, Some(plan)),
        None if !is_school(root) => return Err(Fault::new(Code::NoSchool, root.display().to_string())),
        None => lost(root, &FileId::Plan).map_or(Ok(()), Err)?,
    }
    for file in std::iter::once(FileId::Board).chain(dated(root)) {
        match read_file(root, &file) {
            Ok(Some(read)) => folder.put(&file, Some(read)),
            // A board that is elsewhere is not one of nobody.
            Ok(None) => {
                if let Some(fault) = lost(root, &file) {
                    faults.push(fault);
                    folder.broken.insert(file);
                }
            }
            Err(fault) => {
                faults.push(fault);
                folder.broken.insert(file);
            }
        }
    }
    Ok(SchoolRead { folder, faults })
}

/// Reads a file; `None` if it does not exist.
///
/// # Errors
/// If it cannot be read, or lost what a version of it had and says nothing any more.
fn read_file(root: &Path, file: &FileId) -> Result<Option<Document>, Fault> {
    let Some(bytes) = snapshot::bytes(root, file)? else { return Ok(None) };
    let (text, _) = read::decode(&file.file(), &bytes)?;
    let mut document = parse::document(file, &text)?;
    // Nothing of what was said of each person is counted: it is forgotten at once.
    if let Document::Meeting(meeting) = &mut document {
        meeting.people.clear();
    }
    let is_emptied = !parse::has_format(&text) && !versions::numbers(root, file).is_empty();
    if is_emptied { Err(Fault::new(Code::Headless, file.file())) } else { Ok(Some(document)) }
}

/// The dated files of a school, in order.
fn dated(root: &Path) -> Vec<FileId> {
    let mut files = Vec::new();
    for folder in FileId::FOLDERS {
        let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut stems: Vec<String> =
            names.filter_map(|name| name.strip_suffix(".yaml").map(ToOwned::to_owned)).collect();
        stems.retain(|stem| file_names::is_ours(stem));
        stems.sort();
        files.extend(stems.iter().filter_map(|stem| FileId::dated(folder, stem)));
    }
    files
}

/// Looks at a school: by its files, or as an index knows it.
pub fn look(place: &SchoolPlace, catalogues: &LazyShelf, today: NaiveDate, index: &NetworkIndex) -> Looked {
    let counts = match index.counts(&place.root, || count(place, catalogues, today)) {
        Ok(Some(counts)) => counts,
        Ok(None) => return Looked::KeptOut,
        Err(looked) => return *looked,
    };
    let listed = &place.listed;
    let name = [&listed.name, &counts.name, &place.shown].into_iter().find(|name| !name.trim().is_empty());
    let name = name.cloned().unwrap_or_default();
    Looked::Counted(Box::new(SchoolCounts { key: key(place), name, group: listed.group.clone(), ..counts }))
}

/// Reads a school, and counts it; `None` if it keeps out.
///
/// # Errors
/// What becomes of it otherwise: it could not be read, or it is no school.
fn count(place: &SchoolPlace, catalogues: &LazyShelf, today: NaiveDate) -> Result<Option<SchoolCounts>, Box<Looked>> {
    let unread = |fault| Box::new(Looked::Unread(place.shown.clone(), fault));
    let mut read = read_school(&place.root).map_err(unread)?;
    let share = read.folder.plan.network;
    if share == Some(NetworkShare::None) {
        return Ok(None);
    }
    // Without its board or its plan, a school would be counted as one without anybody.
    if !read.faults.is_empty() {
        return Err(unread(read.faults.swap_remove(0)));
    }
    match share {
        Some(NetworkShare::Own) => Err(Box::new(Looked::Own(Box::new(rollout(&read.folder, today))))),
        _ => Ok(network::counts(&read.folder, catalogues, today)),
    }
}

/// Catalogues that were not read yet.
pub fn lazy_shelf() -> LazyShelf {
    LazyCell::new(shipped::shelf)
}

/// The catalogues, which are read when a school must be counted.
pub type LazyShelf = LazyCell<Catalogues>;

/// The number of a school, from the names of its folder: a folder may be called as somebody is.
fn key(place: &SchoolPlace) -> String {
    format!("{:016x}", SipHasher13::new().hash(place.shown.replace('\\', "/").as_bytes()))
}

/// Does the same with each school, on every processor, and delivers each result with the position of its school, until it is
/// told to stop. Each processor begins with what it needs for its work.
pub fn each<T, N>(
    schools: &[SchoolPlace],
    stop: &AtomicBool,
    begin: impl Fn() -> N + Sync,
    work: impl Fn(&N, &SchoolPlace) -> T + Sync,
    deliver: impl Fn(usize, T) + Sync,
) {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from).min(schools.len());
    let worker = || {
        let needed = begin();
        while let Some((at, school)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            schools.get(at).map(|school| (at, school)).filter(|_| !stop.load(Ordering::Relaxed))
        } {
            deliver(at, work(&needed, school));
        }
    };
    thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(worker))));
}

/// Looks at every school of these places, with what an index knows of them.
pub fn look_at_all(found: &NetworkPlaces, today: NaiveDate, index: &NetworkIndex) -> Network {
    let network = Mutex::new(Network::begin(&found.name, today, &found.faults));
    let deliver = |at, one| network.lock().unwrap_or_else(PoisonError::into_inner).take(at, one);
    let look = |shelf: &LazyShelf, place: &SchoolPlace| look(place, shelf, today, index);
    each(&found.schools, &AtomicBool::new(false), lazy_shelf, look, deliver);
    index.keep(today);
    let mut network = network.into_inner().unwrap_or_else(PoisonError::into_inner);
    network.finish();
    network
}
