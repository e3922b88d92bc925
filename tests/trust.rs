//! What a school may trust its files to: every promise about them, put to the test.

#[path = "trust/clones.rs"]
mod clones;
#[path = "trust/faults.rs"]
mod faults;
#[path = "trust/hostile.rs"]
mod hostile;
#[path = "trust/merges.rs"]
mod merges;
#[path = "trust/outside.rs"]
mod outside;
#[path = "trust/purge.rs"]
mod purge;
#[path = "trust/saves.rs"]
mod saves;
#[path = "trust/trials.rs"]
mod trials;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use arrimage::{
    domain::{
        edit::{Edit, merge::Clash},
        model::document::FileId,
        value::fault::{Code, Fault, Severity},
    },
    store::{save::Remark, school::SchoolFolder, shipped, versions::VersionReason},
    words::{Words, families, fault},
};
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

/// A school that nothing else touches, and the program to run on it.
struct Bench {
    home: tempfile::TempDir,
}

/// Makes a link to a file.
fn link(target: &Path, at: &Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, at).expect("linked");
    #[cfg(windows)]
    std::os::windows::fs::symlink_file(target, at).expect("linked, which Windows allows to developers only");
}

/// The output of a command.
struct Told {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Bench {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        shipped::copy_demo(&home.path().join("ecole")).expect("copied");
        Bench { home }
    }

    fn school(&self) -> PathBuf {
        self.home.path().join("ecole")
    }

    fn path(&self, file: &str) -> PathBuf {
        self.school().join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a text")
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect("written");
    }

    /// Copies a file of the fixtures.
    fn fixture(&self, of: &str, to: &str) {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        fs::copy(fixtures.join(of), self.path(to)).expect("copied");
    }

    /// Writes a user theme.
    fn theme(&self, text: &str) {
        let folder = self.home.path().join("dossiers/config/themes");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("mien.yaml"), text).expect("written");
    }

    /// Replaces the school's board with a faulty one, and removes the meetings, which are about other people.
    fn board(&self, name: &str) {
        fs::remove_dir_all(self.path("regulations")).expect("removed");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fautes");
        self.write("suivi.yaml", fs::read(fixtures.join(format!("{name}.yaml"))).expect("a mistake"));
    }

    /// Writes a survey as if by hand: `yes` of nine said yes, crossed with the question `by`, in a group of `group`.
    fn survey(&self, yes: u32, by: &str, group: u32) {
        fs::create_dir_all(self.path("sondages")).expect("made");
        let text = format!(
            "public: nouveaux\nrépondants: 9\nquestions:\n  - id: q1\n    texte: Êtes-vous bien?\n    genre: choix\n    \
             réponses: 9\n    comptes: [{{réponse: Oui, n: {yes}}}]\ncroisements:\n  - {{question: q1, par: {by}, \
             groupes: [{{groupe: Sud, réponses: {group}}}], retenues: 7}}\n"
        );
        self.write("sondages/2026-10.yaml", text);
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        assert!(text.contains(from), "{from} is in {file}");
        self.write(file, text.replacen(from, to, 1));
    }

    fn run(&self, arguments: &[&str]) -> Told {
        self.run_with(arguments, None)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arrimage"));
        command.args(arguments).env("ARRIMAGE_DOSSIERS", self.home.path().join("dossiers"));
        command.current_dir(self.school());
        command
    }

    /// Runs a command on the school, with the disk fault to inject on the way, if any.
    fn run_with(&self, arguments: &[&str], fault: Option<&str>) -> Told {
        let mut command = self.command(arguments);
        if let Some(fault) = fault {
            command.env("ARRIMAGE_PANNE", fault);
        }
        let Output { status, stdout, stderr } = command.output().expect("runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace('\u{a0}', " ");
        Told { status: status.code(), out: text(stdout), err: text(stderr) }
    }

    fn open(&self) -> (SchoolFolder, arrimage::domain::model::folder::Folder) {
        let (school, folder, faults) = SchoolFolder::open(&self.school()).expect("opens");
        assert_eq!(faults, []);
        (school, folder)
    }

    /// Every file of the school, with its bytes.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn walk(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                match entry.file_type().expect("a kind").is_dir() {
                    true => walk(&entry.path(), found),
                    false => found.push((entry.path(), fs::read(entry.path()).expect("bytes"))),
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.school(), &mut found);
        found
    }

    fn leftovers(&self) -> usize {
        self.files().iter().filter(|(path, _)| path.to_string_lossy().ends_with(".tmp")).count()
    }
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(hour, minute, 0)).expect("a moment")
}

fn set(folder: &arrimage::domain::model::folder::Folder, file: FileId, path: &[&str], value: Value) -> Edit {
    Edit::set(folder, &file, path, Some(value)).expect("fits").expect("changes")
}
