//! Opening the app on a folder, or on the demonstration.

use std::{io::IsTerminal, path::Path};

use super::context::{Context, Failure, Fresh, tell};
use crate::{
    domain::{edit::history::History, model::document::FileId, value::language::Language},
    export::show,
    shell::{self, Medium},
    store::{app_dirs::YesNo, journal, read, school::SchoolFolder},
    tui::keymap::Keymap,
    words::{Words, id},
};

/// Opens the app on the given folder.
///
/// # Errors
/// If the folder is not a school folder, or the terminal cannot be used.
pub fn open(context: &Context, said: Option<&str>, medium: Option<Medium>) -> Result<(), Failure> {
    enter(context, &context.folder(said)?, medium)
}

/// Opens a fresh demonstration.
///
/// # Errors
/// If the folder cannot be written, or the terminal cannot be used.
pub fn demo(context: &Context) -> Result<(), Failure> {
    let folder = context.demo_folder(Fresh::Always)?;
    // What was done in the previous demonstration cannot be undone in the new one.
    let _ = journal::keep_history(&context.places.state, &folder, &History::default());
    enter(context, &folder, None)
}

/// Opens a window that follows the meeting held in another one, for a second screen.
///
/// # Errors
/// If the folder is not a school folder, or the terminal cannot be used.
pub fn wall(context: &Context, said: Option<&str>) -> Result<(), Failure> {
    let opened = SchoolFolder::open(&context.folder(said)?)?;
    let no_terminal = || Failure::Usage(id!("usage-no-terminal"), String::new());
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        return Err(no_terminal());
    }
    shell::wall::run(opened, &context.places, context.words.language()).map_err(|_| no_terminal())
}

/// Reads the sentences and the keys on another core, while the school is read on this one.
fn prepare(language: Language) {
    std::thread::spawn(move || {
        Words::of(language).prepare();
        Keymap::built_in();
    });
}

fn enter(context: &Context, path: &Path, medium: Option<Medium>) -> Result<(), Failure> {
    prepare(context.words.language());
    // Before there is a screen, a system that brings a file from its cloud would seem to hang.
    for file in [FileId::Plan, FileId::Board].map(|file| file.file()) {
        if read::is_placeholder(&path.join(&file)) {
            tell(&context.words.say(id!("open-waits"), &[("file", file.into())]));
        }
    }
    let (school, folder, faults) = SchoolFolder::open(path)?;
    let is_linear = || context.places.settings().is_some_and(|settings| settings.linear == Some(YesNo::Yes));
    let medium = medium.unwrap_or_else(|| if is_linear() { Medium::Lines } else { Medium::Screen });
    let is_terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    if medium == Medium::Screen && !is_terminal {
        super::context::print(&show::portrait_text(&context.words, &folder, shell::now().date()));
        tell(&context.words.get(id!("usage-needs-terminal")));
        return Ok(());
    }
    shell::run((school, folder, faults), &context.places, context.words.language(), medium)
        .map_err(|_| Failure::Usage(id!("usage-no-terminal"), String::new()))
}
