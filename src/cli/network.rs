//! The command for those who accompany several schools: their counts together, and nobody's.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
};

use clap::{ArgMatches, parser::ValueSource};

use super::context::{Context, Failure, print, tell, word};
use crate::{
    domain::{
        network::{
            column::{CountColumn, NetworkView},
            together::Network,
        },
        value::{
            fault::{Code, Fault},
            text::fold,
        },
    },
    export::{
        docx, html, markdown,
        network::{NetworkReport, rows},
    },
    shell,
    store::{
        app_dirs::YesNo,
        network::{look_at_all, places},
        network_index::NetworkIndex,
        read, write,
    },
    words::{self, id},
};

/// Shows several schools together.
///
/// # Errors
/// If no school is found, or if the file cannot be written.
pub fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let roots: Vec<PathBuf> = matches.get_many::<String>("DOSSIERS").into_iter().flatten().map(PathBuf::from).collect();
    let found = places(&roots);
    // A terminal gets the screen, unless a format, a file or an order is asked for.
    let is_asked = ["format", "sortie", "groupe", "tri", "filtre"].iter().any(|option| is_said(matches, option));
    let is_terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let is_linear = || context.places.settings().is_some_and(|settings| settings.linear == Some(YesNo::Yes));
    if is_terminal && !is_asked && !found.schools.is_empty() && !is_linear() {
        return shell::network::run(&roots, found, &context.places, context.words.language())
            .map_err(|_| Failure::Usage(id!("usage-no-terminal"), String::new()));
    }
    let today = shell::now().date();
    let index = NetworkIndex::open(&context.places.state, &roots, today);
    let network = look_at_all(&found, today, &index);
    if network.schools.is_empty() && network.rollouts.is_empty() {
        let why = |(folder, fault): &(String, Fault)| {
            format!("{folder}\u{a0}: {}", words::network::unread(&context.words, fault))
        };
        network.unread.iter().for_each(|unread| tell(&why(unread)));
        return Err(Failure::Usage(id!("usage-no-school-found"), String::new()));
    }
    let shown = shown(matches, &network)?;
    give(context, matches, &NetworkReport { network: &network, shown: &shown })
}

/// Whether the command says an option.
fn is_said(matches: &ArgMatches, option: &str) -> bool {
    matches.value_source(option) == Some(ValueSource::CommandLine)
}

/// The schools that are shown, in order: those of a group, those that a search finds, by a column.
fn shown(matches: &ArgMatches, network: &Network) -> Result<Vec<usize>, Failure> {
    let Network { schools, told, .. } = network;
    let unknown = |said: &str| Failure::Usage(id!("usage-value"), said.to_owned());
    let said = word(matches, "tri").map(|said| said.strip_prefix('-').map_or((said, false), |by| (by, true)));
    let by = said.map(|(by, _)| CountColumn::from_word(by).ok_or_else(|| unknown(by))).transpose()?;
    let search = word(matches, "filtre").unwrap_or_default().to_owned();
    let view = NetworkView { by, is_largest_first: said.is_some_and(|(_, is_reversed)| is_reversed), search };
    let group = word(matches, "groupe");
    let is_of_group = |at: &usize| group.is_none_or(|group| fold(&schools[*at].group) == fold(group));
    if let Some(group) = group.filter(|_| !(0..schools.len()).any(|at| is_of_group(&at))) {
        return Err(unknown(group));
    }
    Ok(view.shown(schools, told).into_iter().filter(is_of_group).collect())
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
        "json" => report.json(words),
        "csv" => report.csv(words),
        "md" => markdown::text(&report.paper(words)),
        "html" => html::text(&report.paper(words)),
        "ndjson" => match file {
            Some(folder) => return partitioned(report, folder),
            None => rows(&report.network.schools, report.network.today).into_values().collect(),
        },
        "docx" => {
            let default = PathBuf::from(format!("reseau-{}.docx", report.network.today));
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
    for (year, text) in rows(&report.network.schools, report.network.today) {
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
