//! Forgetting people for good.

use clap::ArgMatches;

use super::{Desk, Failure, print, tell};
use crate::{
    domain::{
        advice::overview,
        model::document::FileId,
        value::fault::{Code, Fault},
    },
    shell, words,
};

/// Forgets one person, or all those whose day of keeping has passed, after saying what will go.
///
/// # Errors
/// Nobody of that name, files that must be mended first, a disk that refuses; no consent and nobody to ask.
pub fn purge(desk: &Desk, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::words(matches);
    let all = matches.get_flag("echues");
    let (folder, person) = match (said.as_slice(), all) {
        ([], true) => (None, None),
        ([folder], true) => (Some(*folder), None),
        ([person], false) => (None, Some(*person)),
        ([folder, person], false) => (Some(*folder), Some(*person)),
        _ => return Err(Failure::Usage("usage-missing", "PERSONNE".into())),
    };
    let (mut school, read, faults) = desk.open(folder)?;
    if let Some(fault) = faults.into_iter().find(|fault| fault.place.file == FileId::Board.file()) {
        return Err(fault.into());
    }
    let people: Vec<String> = match person {
        None => overview::expired(&read.board, shell::now().date()).map(|p| p.id.clone()).collect(),
        Some(said) => {
            let known = read.board.find(said).map(|person| person.id.clone());
            vec![known.ok_or_else(|| Fault::new(Code::UnknownPerson, FileId::Board.file()).with("value", said))?]
        }
    };
    if people.is_empty() {
        print(&format!("{}\n", desk.words.get("purge-nobody")));
        return Ok(());
    }
    let names: Vec<&str> = people.iter().filter_map(|id| Some(read.board.person(id)?.name.as_str())).collect();
    tell(&desk.words.say("purge-question", &[("who", names.join(", ").into())]));
    for line in words::purge::lines(&desk.words, &school.going(&people, &desk.words.get("nobody"))?) {
        tell(&format!("  {line}"));
    }
    tell(&desk.words.get("purge-forever"));
    if !matches.get_flag("oui") && !desk.consents("purge-consent")? {
        print(&format!("{}\n", desk.words.get("purge-none")));
        return Ok(());
    }
    let files = school.purge(&people, &desk.words.get("nobody"), &desk.places.state, shell::now())?;
    print(&format!("{}\n", desk.words.say("purged", &[("n", people.len().into()), ("files", files.into())])));
    Ok(())
}
