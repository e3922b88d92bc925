//! The command for those who accompany several schools: their counts together, and nobody's.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use chrono::Datelike;
use clap::ArgMatches;
use siphasher::sip::SipHasher13;

use super::context::{Context, Failure, print, print_json, tell, word};
use crate::{
    domain::{
        model::{
            board::{Tier, Wellbeing},
            folder::Folder,
            plan::NetworkShare,
        },
        network::{self, SchoolCounts, masking},
        table::slug,
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
        network::{SchoolPlace, SchoolRead, each, places, read_school},
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
    let alike = of_one_name(context, &mut schools);
    if schools.is_empty() {
        unread.iter().for_each(|unread| tell(&format!("{}\u{a0}: {}", unread.folder, unread.why)));
        return Err(Failure::Usage(id!("usage-no-school-found"), String::new()));
    }
    let told = masking::told(&schools);
    let shown = shown(matches, &schools, &told)?;
    let report = NetworkReport {
        name: &found.name,
        today,
        schools: &schools,
        told: &told,
        shown: &shown,
        unread: &unread,
        alike: &alike,
        kept_out,
    };
    give(context, matches, &report)
}

/// Why a school could not be read: its file and line, and nothing that it says.
fn why(context: &Context, found: &Fault) -> String {
    let place = fault::place(&context.words, found);
    let id = match found.code {
        Code::NoSchool => id!("network-no-school"),
        Code::NewerFormat => id!("network-newer"),
        _ => id!("network-not-read"),
    };
    context.words.say(id, &[("place", place.into())])
}

/// Reads a school, and counts it.
fn look(place: &SchoolPlace, count: impl Fn(&Folder) -> Option<SchoolCounts>) -> Looked {
    let unread = |fault| Looked::Unread(place.shown.clone(), fault);
    let keeps_out = |read: &SchoolRead| read.folder.plan.network == Some(NetworkShare::None);
    let mut read = match read_school(&place.root) {
        Ok(read) if keeps_out(&read) => return Looked::KeptOut,
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
            let (key, group) = (key(place), listed.group.clone());
            Looked::Counted(Box::new(SchoolCounts { key, name, group, ..counts }))
        }
    }
}

/// The number of a school, from the names of its folder: a folder may be called as somebody is.
fn key(place: &SchoolPlace) -> String {
    format!("{:016x}", SipHasher13::new().hash(place.shown.replace('\\', "/").as_bytes()))
}

/// Numbers the schools that have one name, in the order of their folders, and tells them.
fn of_one_name(context: &Context, schools: &mut [SchoolCounts]) -> Vec<String> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, school) in schools.iter().enumerate() {
        by_name.entry(fold(&school.name)).or_default().push(at);
    }
    let mut told = Vec::new();
    for same in by_name.into_values().filter(|same| same.len() > 1) {
        let name = schools[same[0]].name.clone();
        let values = [("name", name.as_str().into()), ("n", same.len().into())];
        told.push(context.words.say(id!("network-one-name"), &values));
        for (rank, at) in same.into_iter().enumerate() {
            schools[at].name = format!("{name} ({})", rank + 1);
        }
    }
    told
}

/// The schools that are shown, in order: those of a group, by a column.
fn shown(matches: &ArgMatches, schools: &[SchoolCounts], told: &masking::ToldNetwork) -> Result<Vec<usize>, Failure> {
    let unknown = |said: &str| Failure::Usage(id!("usage-value"), said.to_owned());
    let group = word(matches, "groupe");
    let is_shown = |at: &usize| group.is_none_or(|group| fold(&schools[*at].group) == fold(group));
    let mut shown: Vec<usize> = (0..schools.len()).filter(is_shown).collect();
    if let Some(group) = group.filter(|_| shown.is_empty()) {
        return Err(unknown(group));
    }
    let Some(said) = word(matches, "tri") else { return Ok(shown) };
    let (by, way) = said.strip_prefix('-').map_or((said, 1), |by| (by, -1));
    let by = slug(by);
    let rank = |at: usize| rank(&by, &schools[at], told.schools[at].as_ref());
    if rank(0).is_none() {
        return Err(unknown(said));
    }
    // What is masked is not told by its place either: it comes last, whichever way the others go.
    shown.sort_by_key(|at| {
        let rank = rank(*at).flatten().map(|rank| rank * way);
        (rank.is_none(), rank, fold(&schools[*at].name))
    });
    Ok(shown)
}

/// What a school is sorted by, under the name of a column; `None` without such a column.
fn rank(column: &str, school: &SchoolCounts, told: Option<&masking::ToldPeople>) -> Option<Option<i64>> {
    let plan = &school.plan;
    let of_people = |of: &dyn Fn(&masking::ToldPeople) -> masking::Told| Some(told.and_then(of).map(i64::from));
    let among = |words: &[&str]| words.iter().position(|word| slug(word) == column);
    match column {
        "nom" => Some(None),
        "nouveaux" => of_people(&|people| people.newcomers),
        "sans-repondant" => of_people(&|people| people.without_contact),
        "sans-mentor" => of_people(&|people| people.without_mentor),
        "retards" => Some(Some(i64::from(plan.rows_late))),
        "conseils" => Some(Some(i64::from(plan.advice))),
        "regulation" => Some(plan.last_meeting.map(|day| i64::from(day.num_days_from_ce()))),
        _ => match (among(Wellbeing::WORDS), among(Tier::WORDS)) {
            (Some(at), _) => of_people(&|people| people.states[at]),
            (_, Some(at)) => of_people(&|people| people.tiers[at]),
            (None, None) => None,
        },
    }
}

fn give(context: &Context, matches: &ArgMatches, report: &NetworkReport<'_>) -> Result<(), Failure> {
    let words = &context.words;
    let format = word(matches, "format").unwrap_or("texte");
    // Tables and rows say nothing of what is not in them.
    if matches!(format, "csv" | "ndjson") {
        report.left_out(words).iter().for_each(|line| tell(line));
    }
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
