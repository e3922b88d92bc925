//! The commands that list and restore versions.

use clap::ArgMatches;

use super::context::{Context, Failure, print, word};
use crate::{
    domain::{
        model::document::FileId,
        value::fault::{Code, Fault},
    },
    export::table::Table,
    shell,
    words::{date, id},
};

/// Lists the versions, of one file if it is given.
///
/// # Errors
/// If the folder is not a school folder.
pub fn list(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::context::words(matches);
    let (folder, file) = match said.as_slice() {
        [] => (None, None),
        [only] => match FileId::parse(only) {
            Some(file) => (None, Some(file)),
            None => (Some(*only), None),
        },
        [folder, file, ..] => {
            (Some(*folder), Some(FileId::parse(file).ok_or_else(|| Fault::new(Code::NoSuchFile, *file))?))
        }
    };
    let (school, _, _) = context.open(folder)?;
    let wanted =
        |version: &&crate::store::versions::Version| file.as_ref().is_none_or(|file| file.stem() == version.file);
    let versions = school.earlier_versions();
    let rows: Vec<Vec<String>> = versions
        .iter()
        .filter(wanted)
        .map(|version| {
            vec![
                version.file.clone(),
                version.number.to_string(),
                format!("{} {}", version.when.date(), date::clock(&context.words, version.when)),
                version.by.clone(),
                [&context.words.choice(version.why.word()), version.name.as_deref().unwrap_or_default()]
                    .join(" ")
                    .trim_end()
                    .to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() {
        print(&format!("{}\n", context.words.get(id!("versions-empty"))));
        return Ok(());
    }
    let headers = ["fichier", "version", "quand", "par", "pourquoi"].map(String::from).to_vec();
    print(&Table { headers, rows }.text());
    Ok(())
}

/// Restores a version.
///
/// # Errors
/// If the version does not exist, or the file cannot be written.
pub fn restore(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, _, faults) = context.open(word(matches, "DOSSIER"))?;
    let (said, number) = (word(matches, "FICHIER").unwrap_or_default(), word(matches, "VERSION").unwrap_or_default());
    let file = FileId::parse(said).ok_or_else(|| Fault::new(Code::NoSuchFile, said))?;
    // The file is there under another name: nothing is written in its place until somebody has seen to it.
    let is_elsewhere = |fault: &Fault| fault.code == Code::Misplaced && fault.place.file == file.file();
    if let Some(fault) = faults.into_iter().find(is_elsewhere) {
        return Err(fault.into());
    }
    let number: u32 =
        number.parse().map_err(|_| Fault::new(Code::NoSuchVersion, file.file()).with("version", number))?;
    school.restore(&file, number, shell::now())?;
    let _ = school.keep_last_change(shell::now());
    let values = [("file", file.file().into()), ("version", number.into())];
    print(&format!("{}\n", context.words.say(id!("version-restored"), &values)));
    Ok(())
}
