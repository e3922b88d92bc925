//! Imports a staff list or an exported board: previewed first, written after confirmation.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::context::{Context, Failure, print, tell};
use crate::{
    domain::{
        board::import::{
            Arrivals, Import, ImportChoices, ImportContext, ImportQuestion, ImportStep,
            headings::{FIRST, Heading, NEW},
            steps, usual,
        },
        table::{Spreadsheet, slug},
        value::{
            fault::{Code, Fault},
            text::fold,
            timestamp::DateOrder,
            when::Day,
        },
    },
    shell,
    store::{shipped, tables, versions::VersionReason},
    words::{self, id},
};

/// The day since which every arrival is taken.
const EVER: &str = "toujours";

/// Imports a table.
///
/// # Errors
/// If the file is not a table or names nobody, a given column is unknown, the folder is not a school folder, a file
/// cannot be written, or something is not certain and cannot be asked for.
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
    let names = words::board::all_names(&read.board);
    let list = steps::tables(&tables::sheets(Path::new(file))?, &names);
    let asked = said_heads(matches)?;
    let known =
        |key: &str| key.is_empty() || key == NEW || key == FIRST || names.iter().any(|(_, column)| column.key() == key);
    if let Some((_, key)) = asked.iter().find(|(_, key)| !known(key)) {
        return Err(Failure::Usage(id!("usage-column"), key.clone()));
    }
    let has_head = |head: &String| list.iter().flat_map(|table| &table.heads).any(|known| slug(known) == *head);
    if let Some((head, _)) = asked.iter().find(|(head, _)| !has_head(head)) {
        return Err(Failure::Usage(id!("usage-no-head"), head.clone()));
    }
    let mut choices = ImportChoices {
        heads: context.places.settings().unwrap_or_default().heads,
        ..said_choices(matches, &list, file)?
    };
    // Nobody sees what an earlier list meant by a vague head.
    choices.heads.retain(|head, _| !usual::is_vague(head) && !asked.contains_key(head));
    let kept: BTreeSet<String> = choices.heads.keys().cloned().collect();
    choices.heads.extend(asked.clone());
    let catalogues = shipped::shelf();
    let today = Day(shell::now().date());
    let ids = shell::new_ids();
    let welcome = shipped::welcome;
    let around = ImportContext { folder: &read, catalogues: &catalogues, names: &names, welcome, today, ids };
    let name = tables::name(Path::new(file));
    let import = answer_all(context, &name, around, &list, &mut choices)?;
    let Some(table) = list.get(choices.table.unwrap_or(0)) else { return Ok(()) };
    for line in words::import::lines(&context.words, around, table, &import, &kept) {
        tell(&line);
    }
    let edits = import.edits();
    if edits.is_empty() || !matches.get_flag("oui") && !context.consents(id!("import-consent"))? {
        return Ok(());
    }
    let lasting = asked.into_iter().filter(|(head, _)| !usual::is_vague(head));
    context.places.remember(|settings| settings.heads.extend(lasting));
    school.save(&edits, shell::now(), VersionReason::FirstChange).done()?;
    let _ = school.keep_last_change(shell::now());
    print(&format!(
        "{}\n",
        context.words.say(id!("import-done"), &[("n", (import.added() + import.changed()).into())])
    ));
    Ok(())
}

/// Answers what a command can answer: a column that nobody knows stays out, and so do hidden rows. What remains uncertain
/// stops the import.
fn answer_all(
    context: &Context,
    file: &str,
    around: ImportContext<'_>,
    tables: &[Spreadsheet],
    choices: &mut ImportChoices,
) -> Result<Import, Failure> {
    let words = &context.words;
    loop {
        let head = |at: usize| {
            let table = tables.get(choices.table.unwrap_or(0));
            table.and_then(|table| table.heads.get(at)).cloned().unwrap_or_default()
        };
        match steps::import(around, tables, choices) {
            ImportStep::Ready(import) => return Ok(*import),
            ImportStep::NoNames => return Err(Fault::new(Code::NoNames, file).into()),
            ImportStep::Spoiled(head) => {
                return Err(Fault::new(Code::SpoiledAccents, file).with("line", 1).with("value", head).into());
            }
            ImportStep::Ask(ImportQuestion::Column(at, proposals)) => {
                let near = proposals.first().map_or("", Heading::key);
                let values = [("head", head(at).into()), ("near", near.into())];
                tell(&words.say(id!("import-unknown-head"), &values));
                choices.heads.insert(slug(&head(at)), String::new());
            }
            ImportStep::Ask(ImportQuestion::Hidden(n)) => {
                tell(&words.say(id!("import-hidden-told"), &[("n", n.into())]));
                choices.with_hidden = Some(false);
            }
            ImportStep::Ask(ImportQuestion::Arrivals { from, recent, all }) => {
                let day = words::date::long(words, from);
                tell(&words.say(id!("import-recent-told"), &[("n", (all - recent).into()), ("day", day.into())]));
                choices.arrivals = Some(Arrivals::Since(from));
            }
            ImportStep::Ask(ImportQuestion::Table(names)) => {
                return Err(Fault::new(Code::SeveralSheets, file).with("sheets", names.join(", ")).into());
            }
            ImportStep::Ask(ImportQuestion::Order(at, example, _)) => {
                return Err(Fault::new(Code::AmbiguousDates, file)
                    .with("head", head(at))
                    .with("value", example)
                    .into());
            }
        }
    }
}

/// What the command says of the sheet, the dates, the hidden rows and who comes in.
fn said_choices(matches: &ArgMatches, list: &[Spreadsheet], file: &str) -> Result<ImportChoices, Failure> {
    let said = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let mut choices = ImportChoices::default();
    if let Some(sheet) = said("feuille") {
        let is_it = |table: &Spreadsheet| table.name.as_deref().is_some_and(|name| fold(name) == fold(sheet));
        let at = list.iter().position(is_it);
        let names = || list.iter().filter_map(|table| table.name.as_deref()).collect::<Vec<_>>().join(", ");
        let unknown = || {
            let name = tables::name(Path::new(file));
            Fault::new(Code::NoSuchSheet, name).with("value", sheet).with("sheets", names())
        };
        choices.table = Some(at.ok_or_else(unknown)?);
    }
    let order = match said("dates") {
        None => None,
        Some("jour-mois") => Some(DateOrder::DayFirst),
        Some("mois-jour") => Some(DateOrder::MonthFirst),
        Some(other) if fold(other) == "annee-mois" => Some(DateOrder::YearFirst),
        Some(other) => return Err(Failure::Usage(id!("usage-dates"), other.to_owned())),
    };
    if let Some(order) = order {
        let width = list.iter().map(|table| table.heads.len()).max().unwrap_or(0);
        choices.orders = (0..width).map(|at| (at, order)).collect();
    }
    choices.arrivals = match said("depuis") {
        None => None,
        Some(EVER) => Some(Arrivals::All),
        Some(day) => {
            let from: NaiveDate = day.parse().map_err(|_| Failure::Usage(id!("usage-day"), day.to_owned()))?;
            Some(Arrivals::Since(from))
        }
    };
    choices.with_hidden = matches.get_flag("masquees").then_some(true);
    Ok(choices)
}

/// The heads mapped by the command: `--colonne "Titre=clé"`.
fn said_heads(matches: &ArgMatches) -> Result<BTreeMap<String, String>, Failure> {
    let said = matches.get_many::<String>("colonne").into_iter().flatten();
    let head = |said: &String| {
        let (head, key) = said.split_once('=').ok_or_else(|| Failure::Usage(id!("usage-column"), said.clone()))?;
        Ok((slug(head), key.trim().to_owned()))
    };
    said.map(head).collect()
}
