//! The command for those who accompany several schools: their counts together, and nobody's.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::context::{Context, Failure, print, print_json, tell, word};
use crate::{
    domain::{
        model::folder::Folder,
        network::{self, SchoolCounts, masking},
        value::{
            fault::{Code, Fault},
            text::fold,
        },
    },
    export::{
        docx, html, markdown,
        network::{NetworkReport, Unread, rows},
    },
    shell,
    store::{
        network::{SchoolPlace, each, places, read_school},
        read, shipped, write,
    },
    words::{fault, id},
};

/// What became of a school.
enum Looked {
    /// It is counted.
    Counted(Box<SchoolCounts>),
    /// It keeps out.
    KeptOut,
    /// It could not be read.
    Unread(String, Fault),
}

/// Shows several schools together.
///
/// # Errors
/// If no school is found, or if the file cannot be written.
pub fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let roots: Vec<PathBuf> = matches.get_many::<String>("DOSSIERS").into_iter().flatten().map(PathBuf::from).collect();
    let found = places(&roots);
    let today = shell::now().date();
    let mut unread: Vec<Unread> = found
        .faults
        .iter()
        .map(|(folder, fault)| Unread { folder: folder.clone(), why: why(context, fault) })
        .collect();
    let looked = each(&found.schools, shipped::shelf, |shelf, place| {
        look(place, |folder| network::counts(folder, shelf, today))
    });
    let (mut schools, mut kept_out) = (Vec::new(), 0);
    for looked in looked {
        match looked {
            Looked::Counted(counts) => schools.push(*counts),
            Looked::KeptOut => kept_out += 1,
            Looked::Unread(folder, fault) => unread.push(Unread { folder, why: why(context, &fault) }),
        }
    }
    unread.extend(of_one_name(context, &mut schools));
    if schools.is_empty() {
        unread.iter().for_each(|unread| tell(&format!("{}\u{a0}: {}", unread.folder, unread.why)));
        return Err(Failure::Usage(id!("usage-no-school-found"), String::new()));
    }
    let told = masking::told(&schools);
    let shown = shown(matches, &schools, &told);
    let report = NetworkReport {
        name: &found.name,
        today,
        schools: &schools,
        told: &told,
        shown: &shown,
        unread: &unread,
        kept_out,
    };
    give(context, matches, &report)
}

/// Why a school could not be read: its file and line, and nothing that it says.
fn why(context: &Context, found: &Fault) -> String {
    let place = fault::place(&context.words, found);
    let id = if found.code == Code::NoSchool { id!("network-no-school") } else { id!("network-not-read") };
    context.words.say(id, &[("place", place.into())])
}

/// Reads a school, and counts it.
fn look(place: &SchoolPlace, count: impl Fn(&Folder) -> Option<SchoolCounts>) -> Looked {
    let unread = |fault| Looked::Unread(place.shown.clone(), fault);
    let mut read = match read_school(&place.root) {
        Ok(read) => read,
        Err(fault) => return unread(fault),
    };
    // Without its board or its plan, a school would be counted as one without anybody.
    if !read.faults.is_empty() {
        return unread(read.faults.swap_remove(0));
    }
    match count(&read.folder) {
        None => Looked::KeptOut,
        Some(counts) => {
            let listed = &place.listed;
            let name = [&listed.name, &counts.name, &place.shown].into_iter().find(|name| !name.trim().is_empty());
            let name = name.cloned().unwrap_or_default();
            Looked::Counted(Box::new(SchoolCounts { name, group: listed.group.clone(), ..counts }))
        }
    }
}

/// Tells the schools that have one name, which are numbered.
fn of_one_name(context: &Context, schools: &mut [SchoolCounts]) -> Vec<Unread> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, school) in schools.iter().enumerate() {
        by_name.entry(fold(&school.name)).or_default().push(at);
    }
    let mut told = Vec::new();
    for same in by_name.into_values().filter(|same| same.len() > 1) {
        let name = schools[same[0]].name.clone();
        let values = [("n", same.len().into())];
        told.push(Unread { folder: name.clone(), why: context.words.say(id!("network-one-name"), &values) });
        for (rank, at) in same.into_iter().enumerate() {
            schools[at].name = format!("{name} ({})", rank + 1);
        }
    }
    told
}

/// The schools that are shown, in order: those of a group, by a column.
fn shown(matches: &ArgMatches, schools: &[SchoolCounts], told: &masking::ToldNetwork) -> Vec<usize> {
    let group = word(matches, "groupe").map(fold);
    let is_shown = |at: &usize| group.as_ref().is_none_or(|group| fold(&schools[*at].group) == *group);
    let mut shown: Vec<usize> = (0..schools.len()).filter(is_shown).collect();
    let (by, is_down) = match word(matches, "tri") {
        Some(by) => (by.trim_start_matches('-'), by.starts_with('-')),
        None => return shown,
    };
    // What is masked is not told by its place either: it comes last.
    let people = |at: usize| told.schools[at].as_ref();
    let rank = |at: usize| match fold(by).as_str() {
        "nouveaux" => people(at).and_then(|people| people.newcomers),
        "sans-repondant" | "sans repondant" => people(at).and_then(|people| people.without_contact),
        "sans-mentor" | "sans mentor" => people(at).and_then(|people| people.without_mentor),
        "retards" => Some(schools[at].plan.rows_late),
        "conseils" => Some(schools[at].plan.advice),
        _ => None,
    };
    shown.sort_by_key(|at| {
        let rank = rank(*at);
        let by_day = (fold(by) == "regulation").then_some(schools[*at].plan.last_meeting).flatten();
        (rank.is_none() && by_day.is_none(), rank, by_day, fold(&schools[*at].name))
    });
    if is_down {
        let known = shown.iter().take_while(|at| rank(**at).is_some() || fold(by) != "nouveaux").count();
        shown[..known].reverse();
    }
    shown
}

fn give(context: &Context, matches: &ArgMatches, report: &NetworkReport<'_>) -> Result<(), Failure> {
    let words = &context.words;
    let format = word(matches, "format").unwrap_or("texte");
    let file = word(matches, "sortie").map(Path::new);
    let text = match format {
        "json" if file.is_none() => {
            print_json(&report.json());
            return Ok(());
        }
        "json" => format!("{:#}\n", report.json()),
        "csv" => report.csv(words),
        "md" => markdown::text(&report.paper(words)),
        "html" => html::text(&report.paper(words)),
        "ndjson" => match file {
            Some(folder) => return partitioned(report, folder),
            None => rows(report.schools, report.today).into_values().collect(),
        },
        "docx" => {
            let default = PathBuf::from(format!("reseau-{}.docx", report.today));
            let file = file.map_or(default, Path::to_owned);
            let unwritten = || Fault::new(Code::NotWritten, file.display().to_string()).with("cause", "other");
            return written(&file, &docx::bytes(&report.paper(words)).ok_or_else(unwritten)?);
        }
        _ => report.text(words),
    };
    match file {
        Some(file) => written(file, text.as_bytes()),
        None => {
            print(&text);
            Ok(())
        }
    }
}

/// Writes the rows of each year in a folder of its own, as engines read them.
fn partitioned(report: &NetworkReport<'_>, folder: &Path) -> Result<(), Failure> {
    for (year, text) in rows(report.schools, report.today) {
        let place = folder.join(format!("annee={year}"));
        let failed = |error: std::io::Error| not_written(&place, &error);
        std::fs::create_dir_all(&place).map_err(failed)?;
        written(&place.join("ecoles.ndjson"), text.as_bytes())?;
    }
    Ok(())
}

fn not_written(file: &Path, error: &std::io::Error) -> Failure {
    Fault::new(Code::NotWritten, file.display().to_string()).with("cause", read::reason(error)).into()
}

fn written(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write::atomic(file, bytes).map_err(|error| not_written(file, &error))?;
    print(&format!("{}\n", file.display()));
    Ok(())
}
