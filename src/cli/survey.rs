//! Surveys: importing the answers of a form, printing a questionnaire, showing a survey.

use std::path::Path;

use clap::ArgMatches;

use super::{
    context::{Context, Failure, print, print_json, tell, word, words},
    network_survey,
    survey_options::{audience, check, options},
};
use crate::{
    domain::{
        model::survey::{Audience, CrossingGroup, FEWEST, Survey},
        privacy::audience::Level,
        survey::{
            gather::{self, GatheredSurvey},
            questionnaire,
        },
        value::{
            fault::{Code, Fault},
            text::fold,
            when::Day,
        },
    },
    export::{markdown, survey as paper},
    shell,
    store::{app_dirs::is_school, shipped, tables, versions::VersionReason},
    words::{id, survey as said, survey_import},
};

/// Runs the subcommand named by the first argument: import, questionnaire or show.
///
/// # Errors
/// If the first argument is none of these, or the subcommand fails.
pub fn survey(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let said = words(matches);
    match said.split_first().map(|(what, rest)| (fold(what), rest)) {
        Some((what, rest)) if what == "importer" => import(context, matches, rest),
        Some((what, rest)) if what == "modele" => model(context, rest),
        Some((what, rest)) if what == "montrer" => show(context, matches, rest),
        _ => Err(Failure::Usage(id!("usage-survey-what"), said.first().copied().unwrap_or_default().to_owned())),
    }
}

/// Imports the answers of a form: previewed first, written after confirmation, all or nothing.
fn import(context: &Context, matches: &ArgMatches, said: &[&str]) -> Result<(), Failure> {
    if matches.get_flag("reseau") {
        return network_survey::import(context, matches, said);
    }
    let (folder, file) = match said {
        [folder, file] => (Some(*folder), *file),
        [file] => (None, *file),
        _ => return Err(Failure::Usage(id!("usage-missing"), "FICHIER".into())),
    };
    let (mut school, folder, faults) = context.open(folder)?;
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault.into());
    }
    let shelf = shipped::shelf();
    let today = Day(shell::now().date());
    let asked = options(matches, file, &shelf, folder.plan.year(), today)?;
    let path = Path::new(file);
    let gathered = gather::gather(&folder, &shelf, &tables::name(path), &tables::answers(path)?, &asked, today)?;
    check(&gathered, &asked)?;
    let (stem, replaced) = gather::place(&folder, &gathered.survey, today.0);
    preview(context, &gathered, &stem, replaced);
    if !matches.get_flag("oui") && !context.consents(id!("survey-consent"))? {
        return Ok(());
    }
    let edit = gather::written(&folder, stem.clone(), gathered.survey);
    school.save(&[edit], shell::now(), VersionReason::FirstChange).done()?;
    let _ = school.keep_last_change(shell::now());
    print(&format!("{}\n", context.words.say(id!("survey-done"), &[("file", format!("sondages/{stem}.yaml").into())])));
    Ok(())
}

/// Tells what would be written.
fn preview(context: &Context, gathered: &GatheredSurvey, stem: &str, replaced: Option<&Survey>) {
    survey_import::summary(&context.words, gathered, stem, replaced).iter().for_each(|line| tell(line));
    survey_import::doubts(&context.words, gathered).iter().for_each(|line| tell(line));
    for question in &gathered.survey.questions {
        tell(&survey_import::understood(&context.words, question, Level::Direction));
    }
    for head in &gathered.dropped {
        tell(&context.words.say(id!("survey-dropped-one"), &[("head", head.as_str().into())]));
    }
    tell(&survey_import::asides(&context.words, gathered)[3]);
    tell(&context.words.get(id!("survey-how")));
}

/// Prints a questionnaire.
fn model(context: &Context, said: &[&str]) -> Result<(), Failure> {
    let audience = audience(said.first().copied().unwrap_or_default())?;
    let shelf = shipped::shelf();
    if questionnaire::questions(&shelf, audience).is_empty() {
        return Err(Failure::Usage(id!("usage-survey-audience"), audience.to_string()));
    }
    print(&said::model(&context.words, &shelf, audience));
    Ok(())
}

/// Shows a survey, by default the newest; « cssps » shows the reference results instead.
fn show(context: &Context, matches: &ArgMatches, said: &[&str]) -> Result<(), Failure> {
    let shelf = shipped::shelf();
    let (folder, which) = match said {
        [folder, which] => (Some(*folder), Some(*which)),
        [only] if is_school(Path::new(only)) => (Some(*only), None),
        [only] => (None, Some(*only)),
        _ => (None, None),
    };
    if which.is_some_and(|which| fold(which) == "cssps") {
        let surveys = Audience::ALL.iter().filter_map(|audience| questionnaire::reference(&shelf, *audience));
        for survey in surveys {
            print(&markdown::text(&paper::reference(&context.words, &shelf, &survey)));
        }
        return Ok(());
    }
    let (_, folder, faults) = context.open(folder)?;
    // A survey that cannot be read must not be reported as missing.
    let asked = which.map(|stem| format!("sondages/{}.yaml", stem.trim_end_matches(".yaml")));
    if let Some(fault) = faults.into_iter().find(|fault| asked.as_ref() == Some(&fault.place.file)) {
        return Err(fault.into());
    }
    let found = match which {
        Some(stem) => folder.surveys.get_key_value(stem.trim_end_matches(".yaml")),
        None => folder.surveys.last_key_value(),
    };
    let unknown = || Fault::new(Code::UnknownSurvey, "sondages").with("value", which.unwrap_or("—"));
    let (_, survey) = found.ok_or_else(unknown)?;
    if word(matches, "format") == Some("json") {
        let shown = shown(survey);
        print_json(&serde_json::json!(shown));
    } else {
        print(&markdown::text(&paper::survey(&context.words, &folder, &shelf, survey)));
    }
    Ok(())
}

/// The survey as anybody may see it: without comments, and without counts of too few answers.
fn shown(survey: &Survey) -> Survey {
    let mut shown = survey.clone();
    for question in &mut shown.questions {
        *question = question.without_rare();
        question.comments.clear();
        question.counts.retain(|_| question.answered >= FEWEST);
    }
    shown.crossings.retain(|crossing| !crossing.groups.iter().any(CrossingGroup::is_small));
    shown
}
