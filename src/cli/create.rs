//! A new school from a template, with values from options or prompts.

use std::{
    io::{BufRead, IsTerminal, Write},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::json;

use super::context::{Context, Failure, print, word};
use crate::{
    domain::{
        edit::{self, Edit},
        model::{
            document::{Document, FileId},
            folder::Folder,
            plan::Plan,
            school::School,
        },
        value::{
            calendar::Calendar,
            fault::{Code, Fault},
            when::{SchoolYear, When},
        },
    },
    shell,
    store::{
        app_dirs::is_school,
        read, shipped, write,
        yaml::{parse, splice},
    },
    words::{Id, id},
};

/// Creates a school folder.
///
/// # Errors
/// If the folder already holds a school, the template, the year or a day does not exist, or a file cannot be written.
pub fn create(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let asks = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let say = |name: &str, question: Id, usual: &str| match word(matches, name) {
        Some(said) => said.to_owned(),
        None if asks => ask(context, question, usual),
        None => usual.to_owned(),
    };
    let path = say("DOSSIER", id!("ask-folder"), "");
    if path.is_empty() {
        return Err(Failure::Usage(id!("usage-missing"), "DOSSIER".into()));
    }
    let path = PathBuf::from(path);
    let place = || path.display().to_string();
    if is_school(&path) && !is_begun(&path) {
        return Err(Fault::new(Code::NotEmpty, place()).into());
    }
    let this_year = SchoolYear::of(shell::now().date()).to_string();
    let name = say("ecole", id!("ask-school"), "");
    let written = say("annee", id!("ask-year"), &this_year);
    let year = SchoolYear::parse(&written).ok_or_else(|| Fault::new(Code::BadYear, place()).with("value", &written))?;
    let template = word(matches, "modele").unwrap_or("primaire");
    let mut calendar = Calendar::usual(year);
    if shipped::needs_calendar(template) || word(matches, "rentree").or(word(matches, "fin")).is_some() {
        let bad = |said: &str| Fault::new(Code::ExpectedDay, place()).with("value", said);
        let day = |said: &str| -> Result<NaiveDate, Fault> {
            let span = When(said.to_owned()).span(year).ok_or_else(|| bad(said))?;
            Ok(span.start)
        };
        calendar.first = day(&say("rentree", id!("ask-first-day"), &calendar.first.to_string()))?;
        calendar.last = day(&say("fin", id!("ask-last-day"), &calendar.last.to_string()))?;
        let usual: Vec<String> = calendar.breaks.iter().map(|(from, to)| format!("{from}..{to}")).collect();
        let breaks = say("conges", id!("ask-breaks"), &usual.join(", "));
        calendar.breaks = breaks
            .split(',')
            .filter(|said| !said.trim().is_empty())
            .map(|said| {
                // A single day is a break of one day.
                let (from, to) = said.split_once("..").unwrap_or((said, said));
                Ok((day(from.trim())?, day(to.trim())?))
            })
            .collect::<Result<_, Fault>>()?;
    }
    let text = plan_text(template, year, &calendar, &name)?;
    let failed = |error: std::io::Error| Fault::new(Code::NotWritten, place()).with("cause", read::reason(&error));
    make(&path, &text).map_err(failed)?;
    print(&format!("{}\n", context.words.say(id!("created"), &[("place", place().into())])));
    Ok(())
}

/// The plan of a template, with the school's name filled in.
fn plan_text(template: &str, year: SchoolYear, calendar: &Calendar, name: &str) -> Result<String, Fault> {
    let text = shipped::template(template, year, calendar)?;
    if name.is_empty() {
        return Ok(text);
    }
    let mut folder = Folder::default();
    folder.put(&FileId::Plan, Some(parse::document(&FileId::Plan, &text)?));
    let Some(edit) = Edit::set(&folder, &FileId::Plan, &[Plan::SCHOOL, School::NAME], Some(json!(name)))? else {
        return Ok(text);
    };
    edit::apply(&mut folder, std::slice::from_ref(&edit))?;
    let after = Document::Plan(folder.plan);
    splice::splice(&FileId::Plan, &text, &[edit], &after)
}

/// Keeps the files that name people out of a git repository unless somebody decides otherwise.
const GITIGNORE: &str = "suivi*.yaml\nregulations/\nimpacts/\nsondages/\nversions/\nexports/\n.arrimage/\n";

/// The board of a new school.
const BOARD: &str = "format: 1\npersonnes: []\n";

/// Whether a folder holds only what an interrupted creation left: the plan is written last.
fn is_begun(path: &Path) -> bool {
    !path.join("plan.yaml").exists() && read::file(&path.join("suivi.yaml")).is_ok_and(|text| text == BOARD.as_bytes())
}

fn make(path: &Path, plan: &str) -> std::io::Result<()> {
    write::private_folder(path)?;
    write::sweep(path);
    for folder in FileId::FOLDERS {
        write::private_folder(&path.join(folder))?;
    }
    // What somebody else keeps out of their repository stays out of it.
    let theirs = read::file(&path.join(".gitignore")).unwrap_or_default();
    let theirs = String::from_utf8_lossy(&theirs).into_owned();
    let missing = GITIGNORE.lines().filter(|line| !theirs.lines().any(|theirs| theirs.trim() == *line));
    let end = if theirs.is_empty() || theirs.ends_with('\n') { "" } else { "\n" };
    let ignored = missing.fold(format!("{theirs}{end}"), |text, line| text + line + "\n");
    for (file, text) in [(".gitignore", ignored.as_str()), ("suivi.yaml", BOARD), ("plan.yaml", plan)] {
        write::atomic(&path.join(file), text.as_bytes())?;
    }
    Ok(())
}

/// Asks on the terminal; Enter accepts the default.
fn ask(context: &Context, question: Id, usual: &str) -> String {
    let aside = if usual.is_empty() { String::new() } else { format!(" [{usual}]") };
    eprint!("{}{aside} ", context.words.get(question));
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    let _ = std::io::stdin().lock().read_line(&mut line);
    match line.trim() {
        "" => usual.to_owned(),
        said => said.to_owned(),
    }
}

/// Lists the templates.
///
/// # Errors
/// Never fails.
pub fn templates() -> Result<(), Failure> {
    for (name, about) in shipped::templates() {
        print(&format!("{name:<16} {about}\n"));
    }
    Ok(())
}
