//! Opening the app on a folder, or on the demonstration.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
};

use super::{Desk, Failure, tell};
use crate::{
    domain::{
        edit::history::Strokes,
        value::fault::{Code, Fault},
    },
    export::show,
    shell,
    store::{journal, read, school::School, shipped},
};

/// Whether the demonstration begins anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Even when there is one.
    Always,
    /// Only when there is none.
    IfMissing,
}

/// The folder of the demonstration, copied there if need be.
///
/// # Errors
/// A folder that cannot be written.
pub fn demo_folder(desk: &Desk, fresh: Fresh) -> Result<PathBuf, Fault> {
    let folder = desk.places.demo();
    let failed = |error: std::io::Error| {
        Fault::new(Code::NotWritten, folder.display().to_string()).with("cause", read::reason(&error))
    };
    if fresh == Fresh::Always && folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(failed)?;
    }
    if !folder.join("plan.yaml").exists() {
        shipped::copy_demo(&folder).map_err(failed)?;
    }
    Ok(folder)
}

/// Opens the app on the folder that was said.
///
/// # Errors
/// A folder that is no school's, or a terminal that cannot be used.
pub fn open(desk: &Desk, said: Option<&str>) -> Result<(), Failure> {
    enter(desk, &desk.folder(said)?)
}

/// Opens the demonstration, fresh.
///
/// # Errors
/// A folder that cannot be written, or a terminal that cannot be used.
pub fn demo(desk: &Desk) -> Result<(), Failure> {
    let folder = demo_folder(desk, Fresh::Always)?;
    // What was done in the demonstration of before cannot be undone in the new one.
    let _ = journal::keep_strokes(&desk.places.state, &folder, &Strokes::default());
    enter(desk, &folder)
}

fn enter(desk: &Desk, path: &Path) -> Result<(), Failure> {
    let (school, folder, faults) = School::open(path)?;
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        super::print(&show::portrait_text(&desk.words, &folder, shell::now().date()));
        tell(&desk.words.get("usage-needs-terminal"));
        return Ok(());
    }
    shell::run(school, folder, faults, &desk.places, desk.words.language())
        .map_err(|_| Failure::Usage("usage-no-terminal", String::new()))
}
