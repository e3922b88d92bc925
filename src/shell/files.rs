//! Helps to find a file: the tables that were put lately where people put files, and the completion of a path.

use std::{
    path::{MAIN_SEPARATOR, Path, PathBuf},
    time::{Instant, SystemTime},
};

use super::{Quit, Shell};
use crate::{
    domain::value::text::fold,
    store::{
        app_dirs::{places, typed_path},
        tables,
    },
    tui::{effect::Effect, event::Event},
};

/// How many files are offered.
const MOST: usize = 9;

/// The endings of the tables that can be read.
const ENDINGS: [&str; 4] = ["csv", "xlsx", "xls", "ods"];

impl Shell<'_> {
    /// Lists files, completes a path, or reads a file while keys work.
    pub(super) fn find(&mut self, effect: Effect) -> Result<(), Quit> {
        match effect {
            Effect::ListFiles => self.take(Event::Files(recent(&places()))),
            Effect::Complete(typed) => self.take(Event::Completed(completed(&typed))),
            Effect::ReadSheet(path) => {
                self.read(move || read_sheet(&path));
                Ok(())
            }
            Effect::ReadAnswers(path) => {
                self.read(move || read_answers(&path));
                Ok(())
            }
            other => self.carry_out(other),
        }
    }

    /// Reads a file to import, while keys work.
    fn read(&mut self, read: impl FnOnce() -> Event + Send + 'static) {
        let wake = self.wake.clone();
        self.reading = Some(Instant::now());
        std::thread::spawn(move || wake.send(read()));
    }
}

fn read_sheet(path: &str) -> Event {
    tables::sheets(&typed_path(path)).map_or_else(Event::Unread, Event::Sheets)
}

fn read_answers(path: &str) -> Event {
    let path = typed_path(path);
    tables::answers(&path).map_or_else(Event::Unread, |answers| Event::Answers(tables::name(&path), answers))
}

/// The tables in these folders, newest first.
fn recent(folders: &[PathBuf]) -> Vec<String> {
    let inside = |folder: &PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_table = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    let entries = folders.iter().flat_map(inside).filter(|entry| is_table(&entry.path()));
    let mut found: Vec<(SystemTime, String)> = entries
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path().display().to_string())))
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, path)| path).take(MOST).collect()
}

/// A path as far as the files that there are tell it: whole if only one begins so, with its folder's mark if it is one.
fn completed(typed: &str) -> String {
    let path = typed_path(typed);
    let (folder, begun) = match typed.ends_with(['/', MAIN_SEPARATOR]) {
        true => (path.as_path(), String::new()),
        false => (
            path.parent().unwrap_or(Path::new("")),
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        ),
    };
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(here).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let is_shown = |name: &String| !name.starts_with('.') || begun.starts_with('.');
    let mut names: Vec<String> = names.filter(|name| is_shown(name) && fold(name).starts_with(&fold(&begun))).collect();
    names.sort();
    let said = |name: &str| folder.join(name).display().to_string();
    match names.as_slice() {
        [] => typed.to_owned(),
        [only] if folder.join(only).is_dir() => format!("{}{MAIN_SEPARATOR}", said(only)),
        [only] => said(only),
        [first, rest @ ..] => {
            let shared = |length: &usize| {
                let start = first.get(..*length);
                start.is_some() && rest.iter().all(|name| name.get(..*length) == start)
            };
            let length = (0..=first.len()).rev().find(shared).unwrap_or(0);
            if length < begun.len() { typed.to_owned() } else { said(&first[..length]) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_told_and_the_newest_tables_are_offered() {
        let home = tempfile::tempdir().expect("a folder");
        for name in ["liste-a.csv", "liste-b.xlsx", "Été.ods", "note.txt"] {
            std::fs::write(home.path().join(name), "x").expect("written");
        }
        std::fs::create_dir(home.path().join("Écoles")).expect("made");
        let at = |name: &str| home.path().join(name).display().to_string();
        assert_eq!(completed(&at("li")), at("liste-"));
        assert_eq!(completed(&at("liste-b")), at("liste-b.xlsx"));
        assert_eq!(completed(&at("ecol")), format!("{}{MAIN_SEPARATOR}", at("Écoles")));
        assert_eq!(completed(&at("rien")), at("rien"));
        let found = recent(&[home.path().to_owned()]);
        assert_eq!(found.len(), 3, "{found:?}");
    }
}
