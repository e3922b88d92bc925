//! JSON Schemas, for completion in editors.

use clap::ArgMatches;

use super::context::{Failure, print_json, word};
use crate::{
    domain::{
        model::{board::Board, impact::ImpactCheck, meeting::Meeting, plan::Plan, survey::Survey},
        value::text::fold,
    },
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
    let schema = match fold(said).as_str() {
        "plan" => schema::of::<Plan>(),
        "suivi" => schema::of::<Board>(),
        "regulation" => schema::of::<Meeting>(),
        "impact" => schema::of::<ImpactCheck>(),
        "theme" => schema::of::<RawTheme>(),
        "sondage" => schema::of::<Survey>(),
        _ => return Err(Failure::Usage(id!("usage-schema-kind"), said.to_owned())),
    };
    print_json(&schema);
    Ok(())
}
