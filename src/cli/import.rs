//! Imports a staff list or an exported board: previewed first, written after confirmation.

use std::{collections::BTreeMap, path::Path};

use clap::ArgMatches;

use super::context::{Context, Failure, print, tell};
use crate::{
    domain::{
        board::import::{self, Heading},
        privacy::audience::Level,
        value::{
            fault::{Code, Fault},
            when::Day,
        },
    },
    shell,
    store::{shipped, table_file, versions::VersionReason},
    words::{self, id},
};

/// Imports a table.
///
/// # Errors
/// If the file is not a table or names nobody, a given column is unknown, the folder is not a school folder, a file
/// cannot be written, or consent is missing and cannot be asked for.
pub fn import(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::context::words(matches);
    let (folder, file) = match said.as_slice() {
        [folder, file] => (Some(*folder), *file),
        [file, ..] => (None, *file),
        [] => return Err(Failure::Usage(id!("usage-missing"), "FICHIER".into())),
    };
    let (mut school, read, faults) = context.open(folder)?;
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault.into());
    }
    let sheet = table_file::read(Path::new(file))?;
    let names = words::board::all_names(&read.board);
    let mut chosen = context.places.settings().unwrap_or_default().heads;
    let asked = said_heads(matches)?;
    let known = |key: &str| key.is_empty() || names.iter().any(|(_, column)| column.key() == key);
    if let Some((_, key)) = asked.iter().find(|(_, key)| !known(key)) {
        return Err(Failure::Usage(id!("usage-column"), key.clone()));
    }
    chosen.extend(asked.clone());
    let headings = import::headings(&sheet, &names, &chosen);
    for (head, heading) in sheet.heads.iter().zip(&headings) {
        if *heading == Heading::Unknown {
            tell(&context.words.say(id!("import-unknown-head"), &[("head", head.as_str().into())]));
        }
    }
    let catalogues = shipped::shelf();
    let today = Day(shell::now().date());
    let import = import::import(&read, &catalogues, &sheet, &headings, today, shell::new_ids())
        .ok_or_else(|| Fault::new(Code::NoNames, file))?;
    for line in words::import::lines(&context.words, &read, &import, Level::Direction) {
        tell(&line);
    }
    if import.edits.is_empty() || !matches.get_flag("oui") && !context.consents(id!("import-consent"))? {
        return Ok(());
    }
    context.places.remember(|settings| settings.heads.extend(asked));
    school.save(&import.edits, shell::now(), VersionReason::FirstChange).done()?;
    print(&format!("{}\n", context.words.say(id!("import-done"), &[("n", (import.added + import.changed).into())])));
    Ok(())
}

/// The headers mapped by the command: `--colonne "Titre=clé"`.
fn said_heads(matches: &ArgMatches) -> Result<BTreeMap<String, String>, Failure> {
    let said = matches.get_many::<String>("colonne").into_iter().flatten();
    let head = |said: &String| {
        let (head, key) = said.split_once('=').ok_or_else(|| Failure::Usage(id!("usage-column"), said.clone()))?;
        Ok((import::slug(head), key.trim().to_owned()))
    };
    said.map(head).collect()
}
