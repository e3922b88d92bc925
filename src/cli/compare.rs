//! What changed between two versions of a file, in people's words.

use clap::ArgMatches;

use super::{Desk, Failure, print};
use crate::{
    domain::{
        document::FileId,
        fault::{Code, Fault},
    },
    words,
};

/// Says what changed: between two versions, or from one to the file as it is now; from the newest when none is said.
///
/// # Errors
/// A file or a version that does not exist, or that cannot be read.
pub fn compare(desk: &Desk, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::words(matches);
    let (folder, rest) = match said.split_first() {
        Some((first, rest)) if FileId::parse(first).is_none() => (Some(*first), rest),
        _ => (None, said.as_slice()),
    };
    let Some((name, numbers)) = rest.split_first() else {
        return Err(Failure::Usage("usage-missing", "FICHIER".into()));
    };
    let file = FileId::parse(name).ok_or_else(|| Fault::new(Code::NoSuchFile, *name))?;
    let number = |said: &&str| {
        said.parse::<u32>().map_err(|_| Fault::new(Code::NoSuchVersion, file.file()).with("version", said))
    };
    let numbers = numbers.iter().map(number).collect::<Result<Vec<u32>, Fault>>()?;
    let (school, read, _) = desk.open(folder)?;
    let newest = || school.versions().iter().filter(|v| v.file == file.stem()).map(|v| v.number).max();
    let Some(from) = numbers.first().copied().or_else(newest) else {
        print(&format!("{}\n", desk.words.get("versions-empty")));
        return Ok(());
    };
    let changes = school.changes(&file, from, numbers.get(1).copied())?;
    if changes.is_empty() {
        print(&format!("{}\n", desk.words.get("version-same")));
    }
    for edit in &changes {
        print(&format!("{}\n", words::edit::say(&desk.words, &read, edit)));
    }
    Ok(())
}
