//! Removing people for good.

use clap::ArgMatches;

use super::context::{Context, Failure, board_is_read, print, tell, word};
use crate::{
    domain::{
        advice::overview,
        privacy::{
            preview::{PurgeChoice, PurgePreview, Sentences},
            rectification::Rectification,
        },
    },
    shell,
    words::{self, id},
};

/// Takes wrong words out of one field of a person, in the files and in every version of them.
///
/// # Errors
/// If nobody has that name, nothing says those words there, a file cannot be written, or consent is missing and cannot be
/// asked for.
pub fn rectify(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, read, faults) = context.open(word(matches, "DOSSIER"))?;
    board_is_read(faults)?;
    let said = |name| word(matches, name).unwrap_or_default().to_owned();
    let person = read.person(&said("PERSONNE"))?;
    let what = Rectification { person: person.id.clone(), field: said("CHAMP"), words: said("MOTS") };
    let values = [("words", what.words.as_str().into()), ("field", what.field.as_str().into())];
    tell(&context.words.say(id!("rectify-question"), &values));
    if !matches.get_flag("oui") && !context.consents(id!("rectify-consent"))? {
        print(&format!("{}\n", context.words.get(id!("purge-none"))));
        return Ok(());
    }
    let files = school.rectify(&what, &context.places.state, shell::now())?;
    print(&format!("{}\n", context.words.say(id!("rectified"), &[("n", files.into())])));
    let left = school.still_says(&what);
    if !left.is_empty() {
        tell(&context.words.say(id!("rectify-left"), &[("files", left.join(", ").into())]));
    }
    tell(&context.words.get(id!("purge-unreached")));
    Ok(())
}

/// Removes one person, or all those whose retention date has passed, after showing what will be removed.
///
/// # Errors
/// If nobody has that name, a file is broken or cannot be written, or consent is missing and cannot be asked for.
pub fn purge(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::context::words(matches);
    let all = matches.get_flag("echues");
    let (folder, person) = match (said.as_slice(), all) {
        ([], true) => (None, None),
        ([folder], true) => (Some(*folder), None),
        ([person], false) => (None, Some(*person)),
        ([folder, person], false) => (Some(*folder), Some(*person)),
        _ => return Err(Failure::Usage(id!("usage-missing"), "PERSONNE".into())),
    };
    let (mut school, read, faults) = context.open(folder)?;
    board_is_read(faults)?;
    let people: Vec<String> = match person {
        None => overview::expired(&read.board, shell::now().date()).map(|p| p.id.clone()).collect(),
        // Whoever was purged before may be back in an older meeting, and nowhere else.
        Some(said) if school.purged().contains(said) => vec![said.to_owned()],
        Some(said) => vec![read.person(said)?.id.clone()],
    };
    if people.is_empty() {
        print(&format!("{}\n", context.words.get(id!("purge-nobody"))));
        return Ok(());
    }
    let name = |id: &String| read.board.person(id).map_or_else(|| id.clone(), |person| person.name.clone());
    let names: Vec<String> = people.iter().map(name).collect();
    tell(&context.words.say(id!("purge-question"), &[("who", names.join(", ").into())]));
    let said = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
    let sentences = if matches.get_flag("phrases") { Sentences::Gone } else { Sentences::Kept };
    let choice = PurgeChoice { words: said("aussi"), files: said("fichier"), sentences };
    let nobody = context.words.get(id!("nobody"));
    let preview = school.purge_preview(&people, &choice, &nobody)?;
    for line in words::purge::lines(&context.words, &preview) {
        tell(&format!("  {line}"));
    }
    if sentences == Sentences::Gone {
        let kept = PurgeChoice { sentences: Sentences::Kept, ..choice.clone() };
        tell_sentences(context, &school.purge_preview(&people, &kept, &nobody)?);
    }
    if !preview.doubts.is_empty() || !preview.untouched.is_empty() {
        tell(&context.words.get(id!("purge-how")));
    }
    tell(&context.words.get(id!("purge-access")));
    tell(&context.words.get(id!("purge-forever")));
    if !matches.get_flag("oui") && !context.consents(id!("purge-consent"))? {
        print(&format!("{}\n", context.words.get(id!("purge-none"))));
        return Ok(());
    }
    let done = school.purge(&people, &choice, &nobody, &context.places.state, shell::now())?;
    let values = [("n", people.len().into()), ("files", done.files.len().into())];
    print(&format!("{}\n", context.words.say(id!("purged"), &values)));
    for line in words::purge::left(&context.words, &done).into_iter().filter(|line| !line.is_empty()) {
        tell(&line);
    }
    tell(&context.words.get(id!("purge-unreached")));
    Ok(())
}

/// Tells the sentences that go whole: whoever says so has read them all.
fn tell_sentences(context: &Context, kept: &PurgePreview) {
    let going = words::purge::sentences(kept);
    if !going.is_empty() {
        tell(&context.words.get(id!("purge-sentences-going")));
    }
    going.iter().for_each(|said| tell(&format!("  · {said}")));
}
