//! What ships in the binary: the cycle's wording, the templates, the demonstration school.

use std::path::Path;

use include_dir::{Dir, File, include_dir};

use super::{write, yaml::parse};
use crate::domain::{
    model::{
        catalogue::{self, Catalogue, Catalogues, Entry, Group, Take},
        cycle::{Cycle, StepGuide},
        document::{Document, FileId},
        new_school::EMPTY,
        plan::{GuidingQuestion, Row},
        welcome::WelcomeStep,
    },
    value::{
        calendar::Calendar,
        fault::{Code, Fault},
        when::SchoolYear,
    },
};

static PLANS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/plans");

/// The school year that the shipped templates are written for.
const TEMPLATE_YEAR: i32 = 2026;

/// The built-in labels and questions of the cycle.
pub fn cycle() -> Cycle {
    text("cycle.yaml").and_then(|text| parse::typed("cycle.yaml", text).ok()).unwrap_or_default()
}

/// The usual steps of the welcome of whoever arrives.
pub fn welcome() -> Vec<WelcomeStep> {
    text("accueil.yaml").and_then(|text| parse::typed("accueil.yaml", text).ok()).unwrap_or_default()
}

/// The catalogues, in display order.
///
/// # Errors
/// If a catalogue cannot be read, which the tests rule out.
pub fn catalogues() -> Result<Vec<Catalogue>, Fault> {
    on_shelf().map(|(id, kept)| kept.read(id)).collect()
}

/// The same catalogues, each read on first access.
pub fn shelf() -> Catalogues {
    Catalogues::new(on_shelf().map(|(id, kept)| -> (String, catalogue::Read) {
        (id.clone(), Box::new(move || kept.read(id).unwrap_or_default()))
    }))
}

enum CatalogueSource {
    /// Its own file.
    File(&'static File<'static>),
    /// A template, with its description.
    Template(&'static str, &'static str),
}

/// Every catalogue by id, not read yet: those with their own file, then the templates.
fn on_shelf() -> impl Iterator<Item = (String, CatalogueSource)> {
    let mut files: Vec<_> = PLANS.get_dir("catalogues").into_iter().flat_map(Dir::files).collect();
    files.sort_by_key(|file| file.path());
    let files = files.into_iter().map(|file| {
        let stem = file.path().file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        (stem.split_once('-').map_or(stem, |(_, id)| id).to_owned(), CatalogueSource::File(file))
    });
    // The template of those who begin with nothing holds nothing to pick.
    let templates = templates().into_iter().filter(|(name, _)| *name != EMPTY);
    files.chain(templates.map(|(name, about)| (format!("modele-{name}"), CatalogueSource::Template(name, about))))
}

impl CatalogueSource {
    fn read(&self, id: String) -> Result<Catalogue, Fault> {
        match self {
            CatalogueSource::File(file) => {
                let text = file.contents_utf8().unwrap_or_default();
                let catalogue: Catalogue = parse::typed(&id, text)?;
                let groups = if id == "cycle" { steps() } else { catalogue.groups };
                Ok(Catalogue { id, groups, ..catalogue })
            }
            CatalogueSource::Template(name, about) => {
                Ok(Catalogue { id, is_template: true, ..as_catalogue(name, about)? })
            }
        }
    }
}

/// The steps of the cycle, each with its questions.
fn steps() -> Vec<Group> {
    let cycle = cycle();
    let entry = |text: &String| Entry { text: text.clone(), ..Entry::default() };
    let group = |step: &StepGuide| Group {
        id: step.id.id().to_owned(),
        name: [step.id.id(), &step.name].join(" · "),
        note: step.purpose.clone().unwrap_or_default(),
        source: step.source.clone(),
        entries: step.questions.iter().map(entry).collect(),
        ..Group::default()
    };
    cycle.steps.iter().map(group).collect()
}

/// A template as a catalogue, so that its rows and questions can be picked one by one.
fn as_catalogue(name: &str, about: &str) -> Result<Catalogue, Fault> {
    let Document::Plan(plan) =
        parse::document(&FileId::Plan, text(&format!("modeles/{name}.yaml")).unwrap_or_default())?
    else {
        return Ok(Catalogue::default());
    };
    let row = |row: &Row| Entry {
        text: row.title.clone(),
        note: [
            row.intentions.join("; "),
            row.means.iter().map(|means| means.what.as_str()).collect::<Vec<_>>().join("; "),
        ]
        .join(" "),
        ..Entry::default()
    };
    let question = |question: &GuidingQuestion| Entry {
        text: question.question.clone(),
        note: question.landmark.clone(),
        ..Entry::default()
    };
    let mut groups = vec![Group {
        id: "etapes".into(),
        name: about.split(" : ").next().unwrap_or(about).to_owned(),
        take: Some(Take::Row),
        entries: plan.rows.iter().map(row).collect(),
        ..Group::default()
    }];
    for asked in &plan.questions {
        if groups.last().is_none_or(|group| group.name != asked.stage) {
            let id = asked.id.clone();
            groups.push(Group { id, name: asked.stage.clone(), take: Some(Take::Question), ..Group::default() });
        }
        if let Some(group) = groups.last_mut() {
            group.entries.push(question(asked));
        }
    }
    let (title, question) = about.split_once(" : ").unwrap_or((about, ""));
    let (question, source) = question.rsplit_once(" (").unwrap_or((question, ""));
    Ok(Catalogue {
        title: title.to_owned(),
        question: question.to_owned(),
        source: source.trim_end_matches(')').to_owned(),
        groups,
        months_ahead: months_ahead(name),
        ..Catalogue::default()
    })
}

/// The names of the templates, each with the first comment line of its plan.
pub fn templates() -> Vec<(&'static str, &'static str)> {
    let Some(folder) = PLANS.get_dir("modeles") else { return Vec::new() };
    let about = |file: &'static include_dir::File<'static>| {
        let name = file.path().file_stem()?.to_str()?;
        let first = file.contents_utf8()?.lines().next()?.trim_start_matches(['#', ' ']);
        Some((name, first))
    };
    folder.files().filter_map(about).collect()
}

/// A template's plan for a school year: every year in it is shifted, and dates relative to the first and last days of
/// school are resolved with the calendar.
///
/// # Errors
/// If the template does not exist.
pub fn template(name: &str, year: SchoolYear, calendar: &Calendar) -> Result<String, Fault> {
    let text = text(&format!("modeles/{name}.yaml"))
        .ok_or_else(|| Fault::new(Code::NoSuchTemplate, name).with("known", known_templates()))?;
    // Both years become placeholders first, because replacing them in turn could shift one of them twice.
    let offset = year.0 - TEMPLATE_YEAR;
    let marked = text.replace(&(TEMPLATE_YEAR + 1).to_string(), "\u{1}").replace(&TEMPLATE_YEAR.to_string(), "\u{2}");
    let shifted = marked
        .replace('\u{1}', &(TEMPLATE_YEAR + 1 + offset).to_string())
        .replace('\u{2}', &(TEMPLATE_YEAR + offset).to_string());
    Ok(shifted.split_inclusive('\n').map(|line| dated(line, calendar)).collect())
}

/// Whether a template has dates that depend on the calendar.
pub fn needs_calendar(name: &str) -> bool {
    let calendar = Calendar::usual(SchoolYear(TEMPLATE_YEAR));
    text(&format!("modeles/{name}.yaml")).is_some_and(|text| text.lines().any(|line| dated(line, &calendar) != line))
}

/// How many months before the first day of school a template begins.
pub fn months_ahead(name: &str) -> u32 {
    let year = SchoolYear(TEMPLATE_YEAR);
    let calendar = Calendar::usual(year);
    let text = template(name, year, &calendar).unwrap_or_default();
    let Ok(Document::Plan(plan)) = parse::document(&FileId::Plan, &text) else { return 0 };
    let first = plan.rows.iter().filter_map(|row| row.when.span(year)).map(|span| span.start).min();
    let days = first.map_or(0, |first| (calendar.first - first).num_days());
    u32::try_from(days / 30).unwrap_or(0)
}

/// A line with its calendar-relative date resolved.
fn dated(line: &str, calendar: &Calendar) -> String {
    const KEY: &str = "quand: ";
    let Some(at) = line.find(KEY) else { return line.to_owned() };
    let (head, rest) = line.split_at(at + KEY.len());
    let end = rest.find([',', '}', '\n']).unwrap_or(rest.len());
    match calendar.resolve(rest[..end].trim_end()) {
        Some(date) => format!("{head}{date}{}", &rest[end..]),
        None => line.to_owned(),
    }
}

fn known_templates() -> String {
    templates().iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// Copies the demonstration school to a folder, overwriting existing files.
///
/// # Errors
/// If a file cannot be written.
pub fn copy_demo(target: &Path) -> std::io::Result<()> {
    let Some(demo) = PLANS.get_dir("demo") else { return Ok(()) };
    copy(demo, demo.path(), target)
}

/// Whether a folder holds the demonstration and nothing that anybody wrote.
pub fn is_untouched_demo(folder: &Path) -> bool {
    fn is_as_shipped(shipped: &Dir<'_>, root: &Path, folder: &Path) -> bool {
        let at = |path: &Path| folder.join(path.strip_prefix(root).unwrap_or(path));
        let is_same = |file: &File<'_>| std::fs::read(at(file.path())).is_ok_and(|bytes| bytes == file.contents());
        shipped.files().all(is_same) && shipped.dirs().all(|inner| is_as_shipped(inner, root, folder))
    }
    let added = |name: &&'static str| {
        let inside = |folder: &Path| std::fs::read_dir(folder).map_or(0, Iterator::count);
        let shipped = PLANS.get_dir(format!("demo/{name}")).map_or(0, |dir| dir.files().count());
        inside(&folder.join(name)) > shipped
    };
    let is_whole = PLANS.get_dir("demo").is_some_and(|demo| is_as_shipped(demo, demo.path(), folder));
    is_whole && !FileId::FOLDERS.iter().any(added) && !folder.join("exports").exists()
}

fn copy(folder: &Dir<'_>, root: &Path, target: &Path) -> std::io::Result<()> {
    for file in folder.files() {
        let relative = file.path().strip_prefix(root).unwrap_or(file.path());
        let path = target.join(relative);
        if let Some(parent) = path.parent() {
            write::private_folder(parent)?;
        }
        write::atomic(&path, file.contents())?;
    }
    folder.dirs().try_for_each(|inner| copy(inner, root, target))
}

fn text(path: &str) -> Option<&'static str> {
    PLANS.get_file(path)?.contents_utf8()
}
