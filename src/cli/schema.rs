//! JSON Schemas, for completion in editors.

use clap::ArgMatches;

use super::context::{Failure, print_json, word};
use crate::{
    domain::{model::document::FileId, value::text::fold},
    store::schema,
    tui::theme::RawTheme,
    words::id,
};

/// Prints the schema of a kind of file.
///
/// # Errors
/// If no kind of file has that name.
pub fn schema(matches: &ArgMatches) -> Result<(), Failure> {
    let said = word(matches, "SORTE").unwrap_or_default();
    // A dated kind goes by the name of one of its files: « regulation » of « regulations/ ».
    let name = |kind: &FileId| kind.stem().trim_end_matches('/').trim_end_matches('s').to_owned();
    let schema = match FileId::kinds().iter().find(|kind| name(kind) == fold(said)) {
        Some(kind) => schema::of_file(kind),
        None if fold(said) == "theme" => schema::of::<RawTheme>(),
        None => return Err(Failure::Usage(id!("usage-schema-kind"), said.to_owned())),
    };
    print_json(&schema);
    Ok(())
}
