//! Every finding in a folder: file, line, column, cause, remedy.

use clap::ArgMatches;
use serde_json::json;

use super::context::{Context, Failure, print, print_json, word};
use crate::{
    domain::{
        advice::{rules, topic::Advice},
        value::fault::{Fault, Severity},
    },
    shell,
    store::shipped,
    words::{self, fault, id},
};

/// Prints every finding in a folder.
///
/// # Errors
/// If the folder is not a school folder, or errors are found.
pub fn verify(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, folder, _) = context.read(word(matches, "DOSSIER"))?;
    let mut faults = school.verify();
    faults.extend(shell::theme_faults(&context.places));
    let (advice, silenced) = rules::advice(&folder, &shipped::shelf(), shell::now().date());
    let aliases = folder.board.aliases();
    let name = |id: &str| aliases.get(id).cloned().unwrap_or_else(|| id.to_owned());
    match word(matches, "format") {
        Some("json") => {
            let faults = faults.iter().map(|fault| as_json(context, fault));
            print_json(&faults.chain(advice.iter().map(|advice| advice_as_json(context, advice, name))).collect());
        }
        Some("csv") => return Err(Failure::Usage(id!("usage-value"), "csv (texte, json)".into())),
        _ => {
            for found in &faults {
                print(&format!("{}\n\n", fault::lines(&context.words, found).join("\n")));
            }
            for advice in &advice {
                print(&format!("{}\n\n", advice_as_text(context, advice, name).join("\n")));
            }
            if silenced > 0 {
                print(&format!("{}\n", context.words.say(id!("advice-silenced"), &[("n", silenced.into())])));
            }
            let errors = faults.iter().filter(|f| f.code.severity() == Severity::Error).count();
            let remarks = faults.len() - errors;
            let said = match faults.is_empty() {
                true => context.words.get(id!("verify-fine")).into_owned(),
                false => {
                    context.words.say(id!("verify-summary"), &[("errors", errors.into()), ("remarks", remarks.into())])
                }
            };
            print(&format!("{said}\n"));
        }
    }
    if faults.iter().any(|f| f.code.severity() == Severity::Error) { Err(Failure::Found) } else { Ok(()) }
}

fn advice_as_text(context: &Context, advice: &Advice, name: impl Fn(&str) -> String) -> [String; 3] {
    let (words, file, code) = (&context.words, advice.file.file(), advice.topic.id());
    let (weight, sentence) = (words::advice::weight(words, advice), words::advice::sentence(words, advice, name));
    [
        format!("{weight}\u{a0}: {file} — {sentence} [{code}]"),
        format!("  {}", words::advice::reason(words, advice)),
        format!("  → {}", words::advice::remedy(words, advice)),
    ]
}

fn advice_as_json(context: &Context, advice: &Advice, name: impl Fn(&str) -> String) -> serde_json::Value {
    json!({
        "code": advice.topic.id(),
        "gravité": words::advice::weight(&context.words, advice).to_lowercase(),
        "fichier": advice.file.file(),
        "chemin": advice.path.join("."),
        "cause": words::advice::sentence(&context.words, advice, name),
        "raison": words::advice::reason(&context.words, advice),
        "source": advice.topic.source(),
        "remède": words::advice::remedy(&context.words, advice),
    })
}

fn as_json(context: &Context, found: &Fault) -> serde_json::Value {
    json!({
        "code": found.code.id(),
        "gravité": if found.code.severity() == Severity::Error { "erreur" } else { "remarque" },
        "fichier": found.place.file,
        "ligne": found.place.line,
        "colonne": found.place.column,
        "cause": fault::cause(&context.words, found),
        "remède": fault::remedy(&context.words, found),
    })
}
