//! Every finding of a folder: file, line, column, cause, remedy.

use clap::ArgMatches;
use serde_json::json;

use super::{Desk, Failure, print, print_json, word};
use crate::{
    domain::{
        advice::{rules, topic::Advice},
        value::fault::{Fault, Severity},
    },
    shell,
    store::shipped,
    words::{self, fault},
};

/// Says what reading a folder finds.
///
/// # Errors
/// A folder that is no school's; errors found.
pub fn verify(desk: &Desk, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, folder, _) = desk.open(word(matches, "DOSSIER"))?;
    let mut faults = school.verify();
    faults.extend(shell::theme_faults(&desk.places));
    let (advice, silenced) = rules::advice(&folder, &shipped::shelf(), shell::now().date());
    let aliases = folder.board.aliases();
    let name = |id: &str| aliases.get(id).cloned().unwrap_or_else(|| id.to_owned());
    match word(matches, "format") {
        Some("json") => {
            let faults = faults.iter().map(|fault| as_json(desk, fault));
            print_json(&faults.chain(advice.iter().map(|advice| advice_as_json(desk, advice, name))).collect());
        }
        Some("csv") => return Err(Failure::Usage("usage-value", "csv (texte, json)".into())),
        _ => {
            for found in &faults {
                print(&format!("{}\n\n", fault::lines(&desk.words, found).join("\n")));
            }
            for advice in &advice {
                print(&format!("{}\n\n", advice_as_text(desk, advice, name).join("\n")));
            }
            if silenced > 0 {
                print(&format!("{}\n", desk.words.say("advice-silenced", &[("n", silenced.into())])));
            }
            let errors = faults.iter().filter(|f| f.code.severity() == Severity::Error).count();
            let remarks = faults.len() - errors;
            let said = match faults.is_empty() {
                true => desk.words.get("verify-fine").into_owned(),
                false => desk.words.say("verify-summary", &[("errors", errors.into()), ("remarks", remarks.into())]),
            };
            print(&format!("{said}\n"));
        }
    }
    if faults.iter().any(|f| f.code.severity() == Severity::Error) { Err(Failure::Found) } else { Ok(()) }
}

fn advice_as_text(desk: &Desk, advice: &Advice, name: impl Fn(&str) -> String) -> [String; 3] {
    let (words, file, code) = (&desk.words, advice.file.file(), advice.topic.id());
    let (weight, sentence) = (words::advice::weight(words, advice), words::advice::sentence(words, advice, name));
    [
        format!("{weight}\u{a0}: {file} — {sentence} [{code}]"),
        format!("  {}", words::advice::reason(words, advice)),
        format!("  → {}", words::advice::remedy(words, advice)),
    ]
}

fn advice_as_json(desk: &Desk, advice: &Advice, name: impl Fn(&str) -> String) -> serde_json::Value {
    json!({
        "code": advice.topic.id(),
        "gravité": words::advice::weight(&desk.words, advice).to_lowercase(),
        "fichier": advice.file.file(),
        "chemin": advice.path.join("."),
        "cause": words::advice::sentence(&desk.words, advice, name),
        "raison": words::advice::reason(&desk.words, advice),
        "source": advice.topic.source(),
        "remède": words::advice::remedy(&desk.words, advice),
    })
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
