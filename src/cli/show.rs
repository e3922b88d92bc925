//! The views of a school, as text, JSON or CSV.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{
    compare,
    context::{Context, Failure, print, print_json, tell, word},
};
use crate::{
    domain::{board::layout::NamedView, model::folder::Folder, value::text::fold},
    export::{
        board::seen,
        show::{View, portrait_text, table, values},
    },
    shell,
    store::{app_dirs::AppDirs, shipped},
    words::{self, id},
};

/// Shows the board as the view of this name shows it.
fn named(context: &Context, folder: &Folder, of: (&Path, &View, &str), format: &str) -> Result<(), Failure> {
    let (root, view, name) = of;
    let settings = AppDirs::of_system().settings().unwrap_or_default();
    let kept = settings.views.get(root).cloned().unwrap_or_default();
    let all: Vec<NamedView> =
        words::board::views(&context.words, shell::now().date()).into_iter().chain(kept).collect();
    let Some(named) = all.iter().find(|known| fold(&known.name) == fold(name)).filter(|_| *view == View::Board) else {
        let names = all.iter().map(|view| view.name.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Failure::Usage(id!("usage-value"), format!("{name} ({names})")));
    };
    let usual = settings.boards.get(root).cloned().unwrap_or_default();
    let table = seen(&context.words, folder, named, &usual, shell::now().date());
    match format {
        "csv" => print(&table.csv()),
        "json" => {
            let record =
                |row: &Vec<String>| table.headers.iter().cloned().zip(row.iter().map(|cell| json!(cell))).collect();
            print_json(&Value::Array(table.rows.iter().map(|row| Value::Object(record(row))).collect()));
        }
        _ => print(&table.text()),
    }
    Ok(())
}

/// Shows a view.
///
/// # Errors
/// If the arguments name no view, the folder is not a school folder, or the meeting does not exist.
pub fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::context::words(matches);
    if let [rest @ .., last] = said.as_slice()
        && last.eq_ignore_ascii_case("changements")
    {
        let since = word(matches, "depuis").ok_or_else(|| Failure::Usage(id!("usage-missing"), "--depuis".into()))?;
        let from = compare::day(since).ok_or_else(|| Failure::Usage(id!("usage-day"), since.to_owned()))?;
        // « Since a day » includes that day.
        let from = from.pred_opt().unwrap_or(from);
        let days = (from, shell::now().date());
        return compare::between(context, rest.first().copied(), days, word(matches, "format").unwrap_or("texte"));
    }
    let view = |words: &[&str]| match words {
        [view] => View::parse(view, None),
        [view, date] => View::parse(view, Some(date)),
        _ => None,
    };
    // A first argument that names a view is one, unless the rest shows that it is a folder.
    let (folder, view) = match view(&said) {
        Some(view) => (None, view),
        None => (
            said.first().copied(),
            view(said.get(1..).unwrap_or_default()).ok_or_else(|| Failure::Usage(id!("usage-view"), said.join(" ")))?,
        ),
    };
    let (school, folder, faults) = context.open(folder)?;
    let root = school.root().canonicalize().unwrap_or_else(|_| school.root().to_owned());
    if let Some(fault) = faults.iter().find(|fault| fault.place.file == view.file()) {
        return Err(fault.clone().into());
    }
    for fault in &faults {
        words::fault::lines(&context.words, fault).iter().for_each(|line| tell(line));
    }
    let format = word(matches, "format").unwrap_or("texte");
    if let Some(name) = word(matches, "vue") {
        return named(context, &folder, (&root, &view, name), format);
    }
    if let Some(text) = in_sentences(context, &folder, &view).filter(|_| format == "texte") {
        print(&text);
        return Ok(());
    }
    let cycle = shipped::cycle();
    let cycle = folder.plan.cycle.as_ref().map_or_else(|| cycle.clone(), |own| own.layered_over(&cycle));
    let mut values = values(&context.words, &folder, &cycle, &view, shell::now().date())?;
    if let (Some(since), false) = (word(matches, "depuis"), matches!(view, View::Thread(_) | View::Meetings)) {
        return Err(Failure::Usage(id!("usage-since"), since.to_owned()));
    }
    if let (Some(since), Value::Array(records)) = (word(matches, "depuis"), &mut values) {
        let since = compare::day(since).ok_or_else(|| Failure::Usage(id!("usage-day"), since.to_owned()))?.to_string();
        // Days sort as text: a month or a year sorts before its days.
        records.retain(|record| record["date"].as_str().is_some_and(|day| *day >= *since));
    }
    match format {
        "json" => print_json(&values),
        "csv" => print(&table(&context.words, &values, &view).csv()),
        _ => print(&table(&context.words, &values, &view).text()),
    }
    Ok(())
}

/// A view that is told in sentences rather than as a table.
fn in_sentences(context: &Context, folder: &Folder, view: &View) -> Option<String> {
    if *view == View::Portrait {
        return Some(portrait_text(&context.words, folder, shell::now().date()));
    }
    view.is_none_yet(folder).then(|| format!("{}\n", context.words.get(id!("show-none"))))
}
