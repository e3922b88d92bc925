//! Beginning a new school year.

use clap::ArgMatches;

use super::{
    change,
    context::{Context, Failure, board_is_read, print, tell, word},
};
use crate::{
    domain::{
        edit::new_year,
        value::fault::{Code, Fault},
    },
    shell,
    store::versions::VersionReason,
    words::{self, id},
};

/// Shows what a new year changes, keeps a version of every file under the name of the year that ends, and begins it.
///
/// # Errors
/// If the plan does not say its year, a file is broken or cannot be written, or consent is missing and cannot be asked for.
pub fn begin(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, folder, faults) = context.open(word(matches, "DOSSIER"))?;
    board_is_read(faults)?;
    let unknown = || Fault::new(Code::BadYear, "plan.yaml").with("value", folder.plan.school.year.as_str());
    let year = new_year::prepare(&folder)?.ok_or_else(unknown)?;
    let name = |id: &str| folder.board.person(id).map_or_else(|| id.to_owned(), |person| person.name.clone());
    for line in words::new_year::lines(&context.words, &folder, &year, name) {
        tell(&line);
    }
    if !matches.get_flag("oui") && !context.consents(id!("new-year-consent"))? {
        print(&format!("{}\n", context.words.get(id!("new-year-none"))));
        return Ok(());
    }
    // Half a year begun would say that it is begun.
    school.can_save_whole(&year.edits)?;
    school.keep_named(&year.from, shell::now())?;
    change::save(context, &mut school, &folder, year.edits, VersionReason::FirstChange)
}
