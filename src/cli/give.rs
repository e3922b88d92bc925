//! The commands that publish documents: minutes, action plan, review, person file, board, chart, calendar.

use std::path::Path;

use clap::ArgMatches;

use super::context::{Context, Failure, board_is_read, print, word, words};
use crate::{
    domain::{
        model::{
            folder::Folder,
            publication::{Form, Naming, Publication, SchoolPaper},
        },
        value::text::fold,
    },
    export::{publish::publish, sources::Sources},
    shell,
    store::{exports, shipped},
    words::id,
};

/// Writes the minutes of a meeting.
///
/// # Errors
/// If the folder is not a school folder, the meeting does not exist, or the file cannot be written.
pub fn minutes(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = words(matches);
    // An argument that names a folder is the folder; the other is the date of the meeting.
    let (folder, date) = match said.as_slice() {
        [] => (None, None),
        [only] if Path::new(only).is_dir() => (Some(*only), None),
        [only] => (None, Some(*only)),
        [folder, date, ..] => (Some(*folder), Some(*date)),
    };
    let names = if matches.get_flag("nominatif") { Naming::Said } else { Naming::Unsaid };
    give(context, matches, folder, |folder| {
        let newest = || folder.meetings.keys().next_back().cloned().unwrap_or_default();
        Publication::Minutes(date.map_or_else(newest, ToOwned::to_owned), names)
    })
}

/// Exports the action plan, the calendar, the board, the review or a chart.
///
/// # Errors
/// If the arguments name none of these, the folder is not a school folder, or the file cannot be written.
pub fn export(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = words(matches);
    // A paper about one thing, in a given folder or the current one.
    let about = match said.as_slice() {
        [folder, paper, about] => about_one(paper, about).map(|paper| (Some(*folder), paper)),
        [paper, about] => about_one(paper, about).map(|paper| (None, paper)),
        _ => None,
    };
    if let Some((folder, paper)) = about {
        return give(context, matches, folder, |_| paper);
    }
    let (folder, what) = match said.as_slice() {
        [folder, what, ..] => (Some(*folder), *what),
        [what] => (None, *what),
        [] => (None, ""),
    };
    let Some(paper) = SchoolPaper::from_word(what) else {
        let exported = SchoolPaper::WORDS.join(", ");
        return Err(Failure::Usage(
            id!("usage-value"),
            format!("{what} ({exported}, graphique INDICATEUR, bienvenue PERSONNE, entente PERSONNE)"),
        ));
    };
    let paper = match paper {
        SchoolPaper::ActionPlan if matches.get_flag("bref") => SchoolPaper::ActionPlanBrief,
        paper => paper,
    };
    give(context, matches, folder, |_| Publication::School(paper))
}

/// The paper about one indicator or one person that these words mean, if they do.
fn about_one(paper: &str, about: &str) -> Option<Publication> {
    let about = about.to_owned();
    match fold(paper).as_str() {
        "graphique" => Some(Publication::Chart(about)),
        "bienvenue" => Some(Publication::Welcome(about)),
        "entente" => Some(Publication::Agreement(about)),
        _ => None,
    }
}

/// Writes the review of the year.
///
/// # Errors
/// If the folder is not a school folder, or the file cannot be written.
pub fn review(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    give(context, matches, words(matches).first().copied(), |_| Publication::School(SchoolPaper::Review))
}

/// Writes the file for whoever is responsible for personal information.
///
/// # Errors
/// If the folder is not a school folder, or the file cannot be written.
pub fn privacy_file(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    give(context, matches, words(matches).first().copied(), |_| Publication::School(SchoolPaper::PrivacyFile))
}

/// Writes everything that the files hold about one person.
///
/// # Errors
/// If the folder is not a school folder, the person is not on the board, or the file cannot be written.
pub fn person(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = words(matches);
    let (folder, who) = match said.as_slice() {
        [folder, who, ..] => (Some(*folder), *who),
        [who] => (None, *who),
        [] => (None, ""),
    };
    give(context, matches, folder, |_| Publication::Person(who.to_owned()))
}

fn give(
    context: &Context,
    matches: &ArgMatches,
    said: Option<&str>,
    publication: impl FnOnce(&Folder) -> Publication,
) -> Result<(), Failure> {
    let (school, folder, faults) = context.open(said)?;
    let publication = publication(&folder);
    // Names are hidden by the list of names: without it, nothing is given.
    board_is_read(faults)?;
    let forms = publication.forms();
    // A paper is of the kind that its name says, unless another is asked for.
    let named = || Path::new(word(matches, "sortie")?).extension()?.to_str();
    let form = word(matches, "format").or_else(named).and_then(Form::from_word).unwrap_or(forms[0]);
    if !forms.contains(&form) {
        return Err(Failure::Usage(id!("usage-format"), form.to_string()));
    }
    let (cycle, shelf) = (shipped::cycle(), shipped::shelf());
    let said = match &publication {
        Publication::Person(who) => school.said_of(&folder, folder.person(who)?)?,
        _ => Vec::new(),
    };
    let letter = school.letter();
    let published = publish(
        &context.words,
        Sources { folder: &folder, cycle: &cycle, shelf: &shelf, said: &said, letter: letter.as_deref(), columns: &[] },
        &publication,
        form,
        &shell::clock(),
    )?;
    let file = match word(matches, "sortie") {
        Some(file) => exports::write(school.root(), Path::new(file), &published.bytes)?,
        None if !matches!(form, Form::Docx | Form::Xlsx) => {
            print(&String::from_utf8_lossy(&published.bytes));
            return Ok(());
        }
        None => school.root().join(exports::keep(school.root(), &published.name, &published.bytes)?),
    };
    print(&format!("{}\n", file.display()));
    Ok(())
}
