//! One form that several schools answered: the counts of the network, and the survey of each school in its own folder.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{
    context::{Context, Failure, print, tell, word},
    survey_options::{check, options},
};
use crate::{
    domain::{
        edit::Edit,
        model::{
            catalogue::Catalogues,
            folder::Folder,
            plan::NetworkShare,
            survey::{FEWEST, OTHER, Survey},
        },
        network::survey::SharedForm,
        survey::{
            form_export,
            gather::{self, GatheredSurvey, ImportOptions},
        },
        table::slug,
        value::{
            fault::{Code, Fault},
            when::Day,
        },
    },
    export::{markdown, survey as paper},
    shell,
    store::{
        network::{NetworkPlaces, SchoolPlace, places, read_school},
        school::SchoolFolder,
        shipped, tables,
        versions::VersionReason,
    },
    words::{fault, id, survey_import},
};

/// A school of the network, as a form may name it.
struct AnsweringSchool {
    place: SchoolPlace,
    /// The name under which it is told.
    name: String,
    /// The names under which it answers, without accents, capitals nor marks.
    names: Vec<String>,
    /// What its files say; `None` if they cannot be read.
    folder: Option<Folder>,
}

/// What becomes of the answers of a school.
enum Given {
    /// They are written in its folder.
    Written(Box<Edit>, String),
    /// They are not, for that reason.
    Not(crate::words::Id),
}

/// The schools that may have answered a form, and what they answered.
struct Answers<'a> {
    schools: &'a [AnsweringSchool],
    form: SharedForm,
    /// The name of the file.
    name: String,
    shelf: Catalogues,
    today: Day,
}

/// Imports the answers of a form of the network: previewed first, written after confirmation, school by school.
///
/// # Errors
/// If the form cannot be read, or no column of it says the school.
pub fn import(context: &Context, matches: &ArgMatches, said: &[&str]) -> Result<(), Failure> {
    let [root, file] = said else { return Err(Failure::Usage(id!("usage-missing"), "RESEAU FICHIER".into())) };
    let found = places(&[PathBuf::from(root)]);
    if found.schools.is_empty() {
        return Err(Failure::Usage(id!("usage-no-school-found"), String::new()));
    }
    let (own, schools) = read_schools(found);
    let path = Path::new(file);
    let sheet = tables::answers(path)?;
    let sheet = form_export::with_one_row_of_heads(&sheet);
    let form = SharedForm::of(&sheet, word(matches, "ecole"), |said| place(&schools, said).is_some());
    let form = form.ok_or_else(|| Failure::Usage(id!("usage-survey-school"), sheet.heads.join(", ")))?;
    let (shelf, today) = (shipped::shelf(), Day(shell::now().date()));
    let of_network = own.as_ref().map_or_else(Folder::default, |own| own.1.clone());
    let asked = options(matches, file, &shelf, of_network.plan.year(), today)?;
    if asked.by.is_some() {
        tell(&context.words.get(id!("network-survey-by")));
    }
    let answers = Answers { schools: &schools, form, name: tables::name(path), shelf, today };
    let gathered = answers.together(&of_network, &asked)?;
    let (stem, replaced) = gather::place(&of_network, &gathered.survey, today.0);
    survey_import::summary(&context.words, &gathered, &stem, replaced).iter().for_each(|line| tell(line));
    survey_import::doubts(&context.words, &gathered).iter().for_each(|line| tell(line));
    let given = answers.by_school(context, &asked, &gathered.survey);
    if gathered.survey.crossings.is_empty() {
        tell(&context.words.get(id!("network-survey-uncrossed")));
    }
    if own.is_none() {
        tell(&context.words.get(id!("network-survey-none")));
    }
    if !matches.get_flag("oui") && !context.consents(id!("network-survey-consent"))? {
        return Ok(());
    }
    print(&markdown::text(&paper::survey(&context.words, &of_network, &answers.shelf, &gathered.survey)));
    let of_own = own.map(|(place, folder)| (place, gather::written(&folder, stem, gathered.survey)));
    let written = of_own.iter().map(|(place, edit)| (place.shown.as_str(), place, edit));
    let written = written.chain(given.iter().map(|(school, edit)| (school.name.as_str(), &school.place, edit)));
    for (name, place, edit) in written {
        // One folder that cannot be written keeps no other from its answers.
        if let Err(fault) = write(&place.root, edit) {
            let why = fault::lines(&context.words, &fault).join(" ");
            tell(&context.words.say(id!("network-survey-failed"), &[("school", name.into()), ("why", why.into())]));
        }
    }
    Ok(())
}

/// The position of the only school that answers under that name.
fn place(schools: &[AnsweringSchool], said: &str) -> Option<usize> {
    let said = slug(said);
    let mut known = schools.iter().enumerate().filter(|(_, school)| school.names.contains(&said));
    known.next().map(|(at, _)| at).filter(|_| known.next().is_none())
}

impl Answers<'_> {
    /// The counts of the network, by school too, without what people wrote: it may name somebody of any school.
    fn together(&self, folder: &Folder, asked: &ImportOptions) -> Result<GatheredSurvey, Failure> {
        let told = |said: &String| place(self.schools, said).map_or(OTHER, |at| self.schools[at].name.as_str());
        let schools = self.form.schools.iter().map(|(line, said)| (*line, told(said).to_owned())).collect();
        let options = ImportOptions { schools, by: None, ..asked.clone() };
        let mut gathered = gather::gather(folder, &self.shelf, &self.name, &self.form.sheet, &options, self.today)?;
        check(&gathered, &options)?;
        for question in &mut gathered.survey.questions {
            *question = question.without_rare();
            question.comments.clear();
        }
        Ok(gathered)
    }

    /// Tells what becomes of the answers of each school; returns what is to be written.
    fn by_school(&self, context: &Context, asked: &ImportOptions, all: &Survey) -> Vec<(&AnsweringSchool, Edit)> {
        let unknown = self.form.schools.values().filter(|said| place(self.schools, said).is_none()).count();
        if unknown > 0 {
            tell(&context.words.say(id!("network-survey-unknown"), &[("n", unknown.into())]));
        }
        // What one school answered is read as what all did: the same people, on the same day.
        let (audience, date) = (all.audience, all.date);
        let options = ImportOptions { audience, date, invited: None, by: None, ..asked.clone() };
        let mut given = Vec::new();
        for (at, school) in self.schools.iter().enumerate() {
            let rows = self.form.rows_of(|said| place(self.schools, said) == Some(at));
            if rows.rows.is_empty() {
                continue;
            }
            let gather =
                |folder: &Folder| gather::gather(folder, &self.shelf, &self.name, &rows, &options, self.today).ok();
            let said = match give(school, |folder| gather(folder).map(|one| one.survey)) {
                Given::Written(edit, file) => {
                    given.push((school, *edit));
                    context.words.say(id!("network-survey-file"), &[("file", file.into())])
                }
                Given::Not(why) => context.words.get(why).into_owned(),
            };
            tell(&format!("{}\u{a0}: {said}", school.name));
        }
        given
    }
}

/// The plan of those who accompany the network, and its schools.
fn read_schools(found: NetworkPlaces) -> (Option<(SchoolPlace, Folder)>, Vec<AnsweringSchool>) {
    let (mut own, mut schools) = (None, Vec::new());
    for place in found.schools {
        let read = read_school(&place.root).ok();
        let is_whole = read.as_ref().is_some_and(|read| read.faults.is_empty());
        let folder = read.map(|read| read.folder);
        let plan = folder.as_ref().map(|folder| &folder.plan);
        if plan.is_some_and(|plan| plan.network == Some(NetworkShare::Own)) {
            own = own.or(folder.map(|folder| (place, folder)));
            continue;
        }
        let own_name = plan.map(|plan| plan.school.name.clone()).unwrap_or_default();
        let folder_name = place.root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let listed = &place.listed;
        let names = [&listed.name, &own_name, &place.shown, &folder_name].into_iter().chain(&listed.aliases);
        let names: Vec<String> = names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        schools.push(AnsweringSchool {
            name: names.first().cloned().unwrap_or_default(),
            names: names.iter().map(|name| slug(name)).collect(),
            folder: folder.filter(|_| is_whole),
            place,
        });
    }
    (own, schools)
}

/// What becomes of the answers of a school: it has a right to them if they are those of enough people.
fn give(school: &AnsweringSchool, gather: impl Fn(&Folder) -> Option<Survey>) -> Given {
    let Some(folder) = &school.folder else { return Given::Not(id!("network-survey-unread")) };
    if folder.plan.network == Some(NetworkShare::None) {
        return Given::Not(id!("network-survey-kept"));
    }
    match gather(folder) {
        None => Given::Not(id!("network-survey-nobody")),
        Some(survey) if survey.respondents < FEWEST => Given::Not(id!("network-survey-few")),
        Some(survey) => {
            let day = survey.date.map_or_else(|| shell::now().date(), |day| day.0);
            let stem = gather::place(folder, &survey, day).0;
            let file = format!("sondages/{stem}.yaml");
            Given::Written(Box::new(gather::written(folder, stem, survey)), file)
        }
    }
}

fn write(root: &Path, edit: &Edit) -> Result<(), Fault> {
    let (mut school, _, faults) = SchoolFolder::open(root)?;
    if let Some(fault) = faults.into_iter().find(|fault| fault.code != Code::RegisterUnreadable) {
        return Err(fault);
    }
    school.save(std::slice::from_ref(edit), shell::now(), VersionReason::FirstChange).done()?;
    let _ = school.keep_last_change(shell::now());
    Ok(())
}
