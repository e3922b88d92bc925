//! The commands that make one edit from a script, or add a trace about a person.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::context::{Context, Failure, print, tell, word};
use crate::{
    domain::{
        advice::references::{self, Finding},
        board::column,
        edit::{
            self, Change, Edit,
            cascade::{self, Saying},
        },
        model::{
            board::{Board, Newcomer, Trace},
            document::FileId,
            folder::Folder,
        },
        privacy::audience::Level,
        value::{
            fault::{Code, Fault, Severity},
            when::Day,
        },
    },
    shell,
    store::{schema, school::SchoolFolder, shipped, versions::VersionReason},
    words::{self, id},
};

/// Sets one value: `modifier . suivi n01.état "va bien"`.
///
/// # Errors
/// If the path does not exist, the format refuses the value, or the file cannot be written.
pub fn change(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, folder, faults) = context.open(word(matches, "DOSSIER"))?;
    let said = word(matches, "FICHIER").unwrap_or_default();
    let file = FileId::parse(said).ok_or_else(|| Fault::new(Code::NoSuchFile, said))?;
    let root = readable(&folder, faults, &file)?;
    let path = edit::path::resolve(&root, &file, word(matches, "CHEMIN").unwrap_or_default(), &schema::keys(&file))?;
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let said = word(matches, "VALEUR").unwrap_or_default();
    let before = edit::lookup(&root, &path);
    if let Some(item) = said.strip_prefix('+').filter(|_| before.is_none_or(Value::is_array)) {
        let edits = vec![Edit::push(&folder, &file, &path, added(item.trim()))?];
        refuse_broken(&folder, &edits)?;
        return save(context, &mut school, &folder, edits, rewriting(matches));
    }
    // A text in the place of records would take away what they say.
    if let Some(Value::Array(records)) = before
        && records.iter().any(Value::is_object)
    {
        return Err(Fault::new(Code::HoldsRecords, file.file()).with("path", path.join(".")).into());
    }
    let value = typed(&folder, &file, &root, &path, said);
    if let [Board::PEOPLE, _, Newcomer::OWN, id] = path.as_slice()
        && let Some(own) = folder.board.own.iter().find(|own| own.id == *id)
        && !column::fits(own, value.as_ref(), folder.plan.year())
    {
        return Err(Fault::new(Code::OwnValue, file.file()).with("value", value.unwrap_or_default()).into());
    }
    let saying = Saying::today(Day(shell::now().date())).again();
    let edits = cascade::edits(&folder, &file, &path, value, saying)?;
    refuse_broken(&folder, &edits)?;
    match edits.is_empty() {
        false => save(context, &mut school, &folder, edits, rewriting(matches)),
        true => {
            print(&format!("{}\n", context.words.get(id!("change-none"))));
            Ok(())
        }
    }
}

/// Refuses edits that leave a reference to nothing, or one id twice. What was so before may stay.
fn refuse_broken(folder: &Folder, edits: &[Edit]) -> Result<(), Fault> {
    let shelf = shipped::shelf();
    let mut after = folder.clone();
    edit::apply(&mut after, edits)?;
    let before = references::references(folder, &shelf);
    let is_new = |finding: &Finding| {
        let is_same = |known: &Finding| (known.code, &known.value) == (finding.code, &finding.value);
        finding.code.severity() == Severity::Error && !before.iter().any(is_same)
    };
    match references::references(&after, &shelf).into_iter().find(is_new) {
        Some(found) => Err(found.fault()),
        None => Ok(()),
    }
}

/// The document as a value, or the fault that prevents reading it.
fn readable(folder: &Folder, faults: Vec<Fault>, file: &FileId) -> Result<Value, Fault> {
    let name = file.file();
    match faults.into_iter().find(|fault| fault.place.file == name) {
        Some(fault) => Err(fault),
        None => folder.value(file),
    }
}

/// Interprets an argument as a value for a path: the plainest form that the format accepts there.
fn typed(folder: &Folder, file: &FileId, root: &Value, path: &[&str], said: &str) -> Option<Value> {
    if said.is_empty() {
        return None;
    }
    if matches!(edit::lookup(root, path), Some(Value::Array(_))) || said.starts_with('[') {
        return Some(listed(said));
    }
    // The format itself reads numbers, days and booleans from text; only a mapping would need more.
    let plain = json!(said);
    let read = |value: &Value| Edit::set(folder, file, path, Some(value.clone()));
    let fits = |value: &Value| read(value).is_ok();
    match read(&plain) {
        // Only the edit, once the format has read it, shows that an absent field is a list.
        Ok(Some(Edit { change: Change::Set { after: Some(Value::Array(_)), .. }, .. })) => return Some(listed(said)),
        Ok(_) => return Some(plain),
        Err(_) => {}
    }
    let number = said.replace(',', ".").parse::<f64>().ok().map(|n| json!(crate::domain::value::scalar::Amount(n)));
    Some(number.filter(fits).unwrap_or(plain))
}

/// An item to add to a list: a record in braces, or a text.
fn added(said: &str) -> Value {
    let record = said.starts_with('{').then(|| serde_yaml::from_str::<Value>(said).ok()).flatten();
    record.filter(Value::is_object).unwrap_or_else(|| json!(said))
}

/// The items of a comma-separated list.
fn listed(said: &str) -> Value {
    let inner = said.trim_start_matches('[').trim_end_matches(']');
    inner.split(',').map(str::trim).filter(|s| !s.is_empty()).collect()
}

/// Adds a trace about a person.
///
/// # Errors
/// If the person is not on the board, the day does not exist, the trace is empty, or the file cannot be written.
pub fn note(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (mut school, folder, faults) = context.open(word(matches, "DOSSIER"))?;
    readable(&folder, faults, &FileId::Board)?;
    let said = word(matches, "PERSONNE").unwrap_or_default();
    let person = folder.person(said)?;
    let text = |name| word(matches, name).unwrap_or_default().to_owned();
    let day = match word(matches, "date") {
        None => Day(shell::now().date()),
        Some(said) => Day::parse(said, folder.plan.year())
            .ok_or_else(|| Fault::new(Code::ExpectedDay, FileId::Board.file()).with("value", said))?,
    };
    let by = word(matches, "par").map_or_else(|| context.words.get(id!("by-committee")).into_owned(), Into::into);
    let trace = Trace {
        date: Some(day),
        by,
        note: text("note"),
        goes_well: text("va-bien"),
        challenge: text("defi"),
        next_step: text("prochain-pas"),
        support: text("soutien"),
    };
    if trace.parts().all(|(_, text)| text.trim().is_empty()) {
        return Err(Failure::Usage(id!("usage-empty-trace"), String::new()));
    }
    let edit = Edit::push(&folder, &FileId::Board, &[Board::PEOPLE, &person.id, Newcomer::TRACES], json!(trace))?;
    save(context, &mut school, &folder, vec![edit], rewriting(matches))
}

/// The reason for the save, which says whether a file whose lines cannot be edited may be rewritten.
fn rewriting(matches: &ArgMatches) -> VersionReason {
    if matches.get_flag("reecrire") { VersionReason::Rewriting } else { VersionReason::FirstChange }
}

/// Saves edits, and says what was written.
pub fn save(
    context: &Context,
    school: &mut SchoolFolder,
    folder: &Folder,
    edits: Vec<Edit>,
    why: VersionReason,
) -> Result<(), Failure> {
    let said = words::edit::say_all(&context.words, folder, &edits, Level::Direction);
    let saved = school.save(&edits, shell::now(), why).done()?;
    if !saved.clashes.is_empty() {
        // Another program changed the same field since the file was read: this value is set again, over its value.
        let (folder, _) = school.read();
        if let Some(gone) = saved.clashes.iter().find(|clash| clash.is_of_a_record_taken_away()) {
            let place = Fault::new(Code::NoSuchPlace, gone.file.file());
            return Err(place.with("value", gone.path.last().cloned().unwrap_or_default()).into());
        }
        let again = saved.clashes.iter().map(|clash| clash.settle(&folder)).collect::<Result<Vec<_>, _>>()?;
        let again: Vec<Edit> = again.into_iter().flatten().collect();
        school.save(&again, shell::now(), VersionReason::Merging).done()?;
    }
    // Without such a version nothing is lost yet.
    let _ = school.keep_last_change(shell::now());
    for remark in &saved.remarks {
        tell(&shell::wording(&context.words, remark));
    }
    print(&format!("{said}\n"));
    Ok(())
}
