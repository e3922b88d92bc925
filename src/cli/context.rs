//! The context shared by every command: sentences, folder, and how results and messages are written.

use std::{
    io::Write,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::ArgMatches;

use crate::{
    domain::{
        model::{document::FileId, folder::Folder},
        value::{
            fault::{Code, Fault},
            text::harmless,
        },
    },
    store::{
        app_dirs::{AppDirs, is_school},
        read,
        school::SchoolFolder,
        shipped,
    },
    words::{self, Id, Words, id},
};

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage: the id of the sentence, and a value for it.
    Usage(Id, String),
    /// A file cannot be read or written, or a value was refused.
    Fault(Box<Fault>),
    /// Problems were found, and are already reported.
    Found,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Failure::Fault(Box::new(fault))
    }
}

/// The context shared by every command.
pub struct Context {
    /// The directories for the program's own files.
    pub places: AppDirs,
    /// The sentences of the current language.
    pub words: Words,
}

/// Whether to recreate the demonstration.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Even if it exists.
    Always,
    /// Only if it does not exist.
    IfMissing,
}

/// A command-line argument, by name.
pub fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The positional arguments that only their order tells apart.
pub fn words(matches: &ArgMatches) -> Vec<&str> {
    matches.get_many::<String>("MOTS").into_iter().flatten().map(String::as_str).collect()
}

/// Whether a result could not be printed.
static UNPRINTED: AtomicBool = AtomicBool::new(false);

/// Prints a result to stdout. A closed pipe is not an error: whoever reads has read enough.
pub fn print(text: &str) {
    let mut out = std::io::stdout();
    let printed = out.write_all(harmless(text).as_bytes()).and_then(|()| out.flush());
    if printed.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        UNPRINTED.store(true, Ordering::Relaxed);
    }
}

/// Whether something could not be printed, so that the command has failed.
pub fn is_unprinted() -> bool {
    UNPRINTED.load(Ordering::Relaxed)
}

/// Prints a message to stderr.
pub fn tell(text: &str) {
    // Nobody may be reading: that is no failure.
    let _ = writeln!(std::io::stderr(), "{}", harmless(text));
}

/// Prints a result as JSON.
pub fn print_json(value: &serde_json::Value) {
    print(&format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default()));
}

/// Whether the board, which is the list of names, could be read.
///
/// # Errors
/// The fault of the board.
pub fn board_is_read(faults: Vec<Fault>) -> Result<(), Fault> {
    let fault = faults.into_iter().find(|fault| fault.place.file == FileId::Board.file());
    fault.map_or(Ok(()), Err)
}

impl Context {
    /// The given folder; else the current folder if it is a school folder, the last one opened, or the demonstration.
    pub fn folder(&self, said: Option<&str>) -> Result<PathBuf, Fault> {
        if let Some(said) = said {
            return Ok(PathBuf::from(said));
        }
        let here = Path::new(".");
        if is_school(here) {
            return Ok(here.to_owned());
        }
        match self.places.settings().unwrap_or_default().last_folder.filter(|folder| is_school(folder)) {
            Some(folder) => Ok(folder),
            None => self.demo_folder(Fresh::IfMissing),
        }
    }

    /// Asks for consent, which must be typed as a whole word so that nobody consents by accident.
    pub fn consents(&self, question: Id) -> Result<bool, Failure> {
        self.asks(question).ok_or_else(|| Failure::Usage(id!("usage-consent"), "--oui".into()))
    }

    /// Whether the answer to a question is yes; `None` without a keyboard to answer.
    fn asks(&self, question: Id) -> Option<bool> {
        use std::io::{IsTerminal, Write};
        if !std::io::stdin().is_terminal() {
            return None;
        }
        eprint!("{} ", self.words.get(question));
        let _ = std::io::stderr().flush();
        let mut answer = String::new();
        let _ = std::io::stdin().read_line(&mut answer);
        Some(answer.trim().eq_ignore_ascii_case("oui"))
    }

    /// Opens the folder of a command.
    pub fn open(&self, said: Option<&str>) -> Result<(SchoolFolder, Folder, Vec<Fault>), Fault> {
        let opened = self.read(said)?;
        if let Some(fault) = opened.0.register_fault() {
            words::fault::lines(&self.words, &fault).iter().for_each(|line| tell(line));
        }
        Ok(opened)
    }

    /// Like [`Context::open`], for a command that tells every fault itself.
    ///
    /// # Errors
    /// If there is no school there.
    pub fn read(&self, said: Option<&str>) -> Result<(SchoolFolder, Folder, Vec<Fault>), Fault> {
        let mut opened = SchoolFolder::open(&self.folder(said)?)?;
        let waiting = self.words.get(id!("waiting")).into_owned();
        opened.0.when_waiting(move || tell(&waiting));
        opened.0.keep_at_most(self.places.settings().unwrap_or_default().versions.keep);
        Ok(opened)
    }

    /// The demonstration folder, copied there if needed. One that was changed is gone on with, or kept beside a fresh one.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn demo_folder(&self, fresh: Fresh) -> Result<PathBuf, Fault> {
        let folder = self.places.demo();
        let failed = |error: std::io::Error| {
            Fault::new(Code::NotWritten, folder.display().to_string()).with("cause", read::reason(&error))
        };
        if fresh == Fresh::Always && folder.exists() {
            match shipped::is_untouched_demo(&folder) {
                true => std::fs::remove_dir_all(&folder).map_err(failed)?,
                // Somebody may have begun their own school there.
                false if self.asks(id!("demo-changed")) == Some(false) => return Ok(folder),
                false => {
                    let name = self.words.say(
                        id!("demo-kept-name"),
                        &[("when", crate::shell::now().format("%Y-%m-%d %H h %M min %S").to_string().into())],
                    );
                    let kept = folder.with_file_name(name);
                    std::fs::rename(&folder, &kept).map_err(failed)?;
                    tell(&self.words.say(id!("demo-kept"), &[("place", kept.display().to_string().into())]));
                }
            }
        }
        if !folder.join("plan.yaml").exists() {
            shipped::copy_demo(&folder).map_err(failed)?;
        }
        Ok(folder)
    }
}
