//! Making the folder of a new school. Nobody is on its board before its plan is there: an interrupted beginning can be begun
//! again.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use super::{
    app_dirs::is_school,
    leftovers, read, shipped, write,
    yaml::{parse, splice},
};
use crate::domain::{
    board::welcome,
    edit::{self, Edit},
    model::{
        board::{Board, Newcomer},
        document::FileId,
        folder::Folder,
        new_school::{Arriving, NewSchool},
        plan::Plan,
        school::{Committee, School},
    },
    value::{
        fault::{Code, Fault},
        new_ids::NewIds,
    },
};

/// Keeps the files that name people out of a git repository unless somebody decides otherwise.
const GITIGNORE: &str = "suivi*.yaml\nregulations/\nimpacts/\nsondages/\nversions/\nexports/\n.arrimage/\n";

/// The board of a new school.
const BOARD: &str = "format: 1\npersonnes: []\n";

/// Makes the folder of a new school.
///
/// # Errors
/// If there is a school already, the template does not exist, or a file cannot be written.
pub fn found(path: &Path, school: &NewSchool, ids: NewIds, today: NaiveDate) -> Result<(), Fault> {
    check(path)?;
    let place = || path.display().to_string();
    let plan = plan(school)?;
    let board = board(school, &plan, ids, today)?;
    let failed = |error: std::io::Error| Fault::new(Code::NotWritten, place()).with("cause", read::reason(&error));
    make(path, &plan, &board).map_err(failed)
}

/// Checks that a school can be made in a folder.
///
/// # Errors
/// If there is one already.
pub fn check(path: &Path) -> Result<(), Fault> {
    let is_taken = is_school(path) && !is_begun(path);
    if is_taken { Err(Fault::new(Code::NotEmpty, path.display().to_string())) } else { Ok(()) }
}

/// The plan of a template, with what the school says of itself.
fn plan(school: &NewSchool) -> Result<String, Fault> {
    let text = shipped::template(&school.template, school.year(), &school.calendar)?;
    let mut fields = Vec::new();
    if !school.name.is_empty() {
        fields.push(([Plan::SCHOOL, School::NAME], json!(school.name)));
    }
    fields.extend(school.order.map(|order| ([Plan::SCHOOL, School::ORDER], json!(order))));
    if !school.members.is_empty() {
        fields.push(([Plan::COMMITTEE, Committee::MEMBERS], json!(school.members)));
    }
    let set = |folder: &Folder, (path, value): &([&str; 2], _)| {
        Edit::set(folder, &FileId::Plan, path, Some(serde_json::Value::clone(value)))
    };
    written(&FileId::Plan, text, &fields, set)
}

/// The board with those who arrive, each with the steps of a welcome that are still to come: what was not said of them is
/// left empty.
fn board(school: &NewSchool, plan: &str, ids: NewIds, today: NaiveDate) -> Result<String, Fault> {
    let mut folder = Folder::default();
    folder.put(&FileId::Plan, Some(parse::document(&FileId::Plan, plan)?));
    let usual = shipped::welcome();
    let newcomer = |(at, person): (usize, &Arriving)| {
        let mut newcomer = Newcomer {
            id: ids.of(&format!("n{:02}", at + 1), |_| false),
            name: person.name.clone(),
            job: person.job.clone(),
            arrival: person.arrival,
            ..Newcomer::default()
        };
        newcomer.welcome = welcome::coming(&folder, &usual, &newcomer, today);
        newcomer
    };
    let people: Vec<Newcomer> = school.newcomers.iter().enumerate().map(newcomer).collect();
    let push = |folder: &Folder, person: &Newcomer| {
        Edit::push(folder, &FileId::Board, &[Board::PEOPLE], json!(person)).map(Some)
    };
    written(&FileId::Board, BOARD.to_owned(), &people, push)
}

/// A text with the edits that are made for some things, on its own lines.
fn written<T>(
    file: &FileId,
    text: String,
    things: &[T],
    edit_of: impl Fn(&Folder, &T) -> Result<Option<Edit>, Fault>,
) -> Result<String, Fault> {
    let mut folder = Folder::default();
    folder.put(file, Some(parse::document(file, &text)?));
    let mut edits = Vec::new();
    for thing in things {
        let made = edit_of(&folder, thing)?;
        edit::apply(&mut folder, made.as_slice())?;
        edits.extend(made);
    }
    match folder.document(file) {
        Some(after) if !edits.is_empty() => splice::splice(file, &text, &edits, &after),
        _ => Ok(text),
    }
}

/// Whether a folder holds only what an interrupted beginning left.
fn is_begun(path: &Path) -> bool {
    !path.join("plan.yaml").exists() && read::file(&path.join("suivi.yaml")).is_ok_and(|text| text == BOARD.as_bytes())
}

fn make(path: &Path, plan: &str, board: &str) -> std::io::Result<()> {
    write::private_folder(path)?;
    leftovers::sweep(path);
    for folder in FileId::FOLDERS {
        write::private_folder(&path.join(folder))?;
    }
    // What somebody else keeps out of their repository stays out of it.
    let theirs = read::file(&path.join(".gitignore")).unwrap_or_default();
    let is_there =
        |line: &&str| theirs.split(|byte| *byte == b'\n').any(|theirs| theirs.trim_ascii() == line.as_bytes());
    let end: &[u8] = if theirs.is_empty() || theirs.ends_with(b"\n") { b"" } else { b"\n" };
    let missing: String = GITIGNORE.lines().filter(|line| !is_there(line)).map(|line| format!("{line}\n")).collect();
    let ignored = [theirs.as_slice(), end, missing.as_bytes()].concat();
    for (file, bytes) in
        [(".gitignore", ignored.as_slice()), ("suivi.yaml", BOARD.as_bytes()), ("plan.yaml", plan.as_bytes())]
    {
        write::atomic(&path.join(file), bytes)?;
    }
    if board != BOARD {
        write::atomic(&path.join("suivi.yaml"), board.as_bytes())?;
    }
    Ok(())
}
