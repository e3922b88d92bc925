//! Every finding of a folder: file, line, column, cause, remedy.

use clap::ArgMatches;
use serde_json::json;

use super::{Desk, Failure, print, print_json, word};
use crate::{
    domain::fault::{Fault, Severity},
    words::fault,
};

/// Says what reading a folder finds.
///
/// # Errors
/// A folder that is no school's; errors found.
pub fn verify(desk: &Desk, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, _, _) = desk.open(word(matches, "DOSSIER"))?;
    let faults = school.verify();
    match word(matches, "format") {
        Some("json") => print_json(&faults.iter().map(|f| as_json(desk, f)).collect()),
        Some("csv") => return Err(Failure::Usage("usage-value", "csv (texte, json)".into())),
        _ if faults.is_empty() => print(&format!("{}\n", desk.words.get("verify-fine"))),
        _ => {
            for found in &faults {
                print(&format!("{}\n\n", fault::lines(&desk.words, found).join("\n")));
            }
            let errors = faults.iter().filter(|f| f.code.severity() == Severity::Error).count();
            let summary = [("errors", errors.into()), ("remarks", (faults.len() - errors).into())];
            print(&format!("{}\n", desk.words.say("verify-summary", &summary)));
        }
    }
    if faults.iter().any(|f| f.code.severity() == Severity::Error) { Err(Failure::Found) } else { Ok(()) }
}

fn as_json(desk: &Desk, found: &Fault) -> serde_json::Value {
    json!({
        "code": found.code.id(),
        "gravité": if found.code.severity() == Severity::Error { "erreur" } else { "remarque" },
        "fichier": found.place.file,
        "ligne": found.place.line,
        "colonne": found.place.column,
        "cause": fault::cause(&desk.words, found),
        "remède": fault::remedy(&desk.words, found),
    })
}
