//! What changed between two versions of a file, or between two days, in words.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::context::{Context, Failure, print, print_json, tell};
use crate::{
    domain::{
        edit::{Change, Edit},
        model::document::FileId,
        value::{
            fault::{Code, Fault},
            typed_day,
            when::SchoolYear,
        },
    },
    store::shipped,
    words::{self, between::ChangeLine, id},
};

/// Prints what changed on the board and in the plan from one day to another, in words or as data.
///
/// # Errors
/// If the format is CSV, the folder is not a school folder, or a version cannot be read.
pub fn between(
    context: &Context,
    folder: Option<&str>,
    days: (NaiveDate, NaiveDate),
    format: &str,
) -> Result<(), Failure> {
    if format == "csv" {
        return Err(Failure::Usage(id!("usage-format"), format.to_owned()));
    }
    let (school, read, _) = context.open(folder)?;
    let days = (days.0.min(days.1), days.0.max(days.1));
    let changes = school.between(days.0, days.1)?;
    let said = |edit: &Edit| words::edit::say(&context.words, &read, edit);
    if format == "json" {
        let change = |edit: &Edit| {
            let (before, after) = match &edit.change {
                Change::Set { before, after } => (before.clone(), after.clone()),
                Change::Insert { item, .. } => (None, Some(item.clone())),
                Change::Remove { item, .. } => (Some(item.clone()), None),
            };
            json!({ "fichier": edit.file.file(), "chemin": words::edit::path(&edit.path), "avant": before,
                    "après": after, "dit": said(edit) })
        };
        print_json(&changes.iter().map(change).collect());
        return Ok(());
    }
    let first = school.first_version();
    match first {
        Some(first) if days.0 < first => {
            tell(
                &context.words.say(id!("between-starts"), &[("day", words::date::long(&context.words, first).into())]),
            );
        }
        Some(_) if changes.is_empty() => print(&format!("{}\n", context.words.get(id!("version-same")))),
        Some(_) => {}
        None => tell(&context.words.get(id!("between-no-version"))),
    }
    // The meetings tell what happened before the first version.
    let untold = first.is_none_or(|first| days.0 < first);
    let meetings = words::between::meetings(&read, days.0, days.1).filter(|_| untold);
    if meetings.is_none() && untold && changes.is_empty() {
        print(&format!("{}\n", context.words.get(id!("version-same"))));
    }
    if let Some((earlier, later)) = meetings {
        let cycle = shipped::cycle();
        let cycle = read.plan.cycle.as_ref().map_or_else(|| cycle.clone(), |own| own.layered_over(&cycle));
        let name = |id: &str| read.board.alias(id);
        for line in words::between::lines(&context.words, &read, &cycle, name, earlier, later) {
            let (ChangeLine::Heading(text)
            | ChangeLine::Change(text)
            | ChangeLine::Nothing(text)
            | ChangeLine::Action(_, text)) = line;
            print(&format!("{text}\n"));
        }
    }
    changes.iter().for_each(|edit| print(&format!("{}\n", said(edit))));
    Ok(())
}

/// Parses a day given on the command line; a month or a school year stands for its first day.
pub fn day(said: &str) -> Option<NaiveDate> {
    let today = crate::shell::now().date();
    let month = || format!("{said}-01").parse().ok();
    said.parse().ok().or_else(month).or_else(|| typed_day::first_day(said, SchoolYear::of(today), today))
}

/// Prints what changed between two versions or two days, or since one of them, by default the newest version.
///
/// # Errors
/// If a file or a version does not exist or cannot be read.
pub fn compare(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = super::context::words(matches);
    // Something written like a day that is not a valid day is not a file name either.
    let looks = |word: &&&str| word.len() == 10 && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if let Some(word) = said.iter().filter(looks).find(|word| day(word).is_none()) {
        return Err(Failure::Usage(id!("usage-day"), (*word).to_owned()));
    }
    let days: Vec<Option<NaiveDate>> = said.iter().map(|word| day(word)).collect();
    let today = crate::shell::now().date();
    match (said.as_slice(), days.as_slice()) {
        ([_], [Some(from)]) => return between(context, None, (*from, today), "texte"),
        ([_, _], [Some(from), Some(to)]) => return between(context, None, (*from, *to), "texte"),
        ([folder, _], [None, Some(from)]) if FileId::parse(folder).is_none() => {
            return between(context, Some(folder), (*from, today), "texte");
        }
        ([folder, _, _], [None, Some(from), Some(to)]) if FileId::parse(folder).is_none() => {
            return between(context, Some(folder), (*from, *to), "texte");
        }
        _ => {}
    }
    let (folder, rest) = match said.split_first() {
        Some((first, rest)) if FileId::parse(first).is_none() => (Some(*first), rest),
        _ => (None, said.as_slice()),
    };
    let Some((name, numbers)) = rest.split_first() else {
        return Err(Failure::Usage(id!("usage-missing"), "FICHIER".into()));
    };
    let file = FileId::parse(name).ok_or_else(|| Fault::new(Code::NoSuchFile, *name))?;
    let number = |said: &&str| {
        said.parse::<u32>().map_err(|_| Fault::new(Code::NoSuchVersion, file.file()).with("version", said))
    };
    let numbers = numbers.iter().map(number).collect::<Result<Vec<u32>, Fault>>()?;
    let (school, read, _) = context.open(folder)?;
    let newest = || school.earlier_versions().iter().filter(|v| v.file == file.stem()).map(|v| v.number).max();
    let Some(from) = numbers.first().copied().or_else(newest) else {
        print(&format!("{}\n", context.words.get(id!("versions-empty"))));
        return Ok(());
    };
    let changes = school.changes(&file, from, numbers.get(1).copied())?;
    if changes.is_empty() {
        print(&format!("{}\n", context.words.get(id!("version-same"))));
    }
    for edit in &changes {
        print(&format!("{}\n", words::edit::say(&context.words, &read, edit)));
    }
    Ok(())
}
