//! Surveys: importing the answers of a form, printing a questionnaire, showing a survey.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use clap::ArgMatches;

use super::context::{Context, Failure, print, print_json, tell, word, words};
use crate::{
    domain::{
        model::survey::{Answering, Audience, CrossingGroup, FEWEST, Survey},
        privacy::audience::Level,
        survey::{
            gather::{self, GatheredSurvey, ImportOptions},
            questionnaire,
        },
        table::slug,
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
    let day = |said: &str| {
        gather::day(said, folder.plan.year(), today)
            .ok_or_else(|| Failure::Usage(id!("usage-value"), format!("--date {said}")))
    };
    let count = |said: &str| said.parse().map_err(|_| Failure::Usage(id!("usage-value"), format!("--invites {said}")));
    let asked = ImportOptions {
        audience: word(matches, "public").map(audience).transpose()?,
        date: word(matches, "date").map(day).transpose()?,
        invited: word(matches, "invites").map(count).transpose()?,
        by: word(matches, "croiser").map(ToOwned::to_owned),
        codes: codes(matches)?,
        kinds: kinds(matches)?,
        with_doubtful: matches.get_flag("compter-tout"),
        toggled: BTreeSet::new(),
    };
    if let Some(code) =
        asked.codes.values().find(|code| !code.is_empty() && questionnaire::question(&shelf, code).is_none())
    {
        return Err(Fault::new(Code::UnknownCode, file).with("value", code).into());
    }
    let path = Path::new(file);
    let gathered = gather::gather(&folder, &shelf, &tables::name(path), &tables::answers(path)?, &asked, today)?;
    let heads = gathered.survey.questions.iter().map(|question| slug(&question.text));
    let heads: Vec<String> = heads.chain(gathered.dropped.iter().map(|head| slug(head))).collect();
    if let Some(head) = asked.codes.keys().find(|head| !heads.contains(head)) {
        return Err(Failure::Usage(id!("usage-survey-question"), head.clone()));
    }
    if let Some(head) = asked.kinds.keys().find(|head| !heads.contains(head)) {
        return Err(Failure::Usage(id!("usage-survey-unread"), head.clone()));
    }
    if let Some(by) = asked.by.as_ref().filter(|by| !gathered.groupings.iter().any(|head| slug(head) == slug(by))) {
        return Err(Failure::Usage(id!("usage-survey-cross"), by.clone()));
    }
    if asked.invited.is_some() && gathered.survey.invited.is_none() {
        return Err(Failure::Usage(id!("usage-survey-invited"), gathered.survey.respondents.to_string()));
    }
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

fn audience(said: &str) -> Result<Audience, Failure> {
    Audience::from_word(said).ok_or_else(|| Failure::Usage(id!("usage-survey-audience"), said.to_owned()))
}

/// How questions were answered, as the command says: `--genre "Titre=choix multiples"`, or `--genre "Titre=dehors"` for a
/// column that says who.
fn kinds(matches: &ArgMatches) -> Result<BTreeMap<String, Option<Answering>>, Failure> {
    let said = matches.get_many::<String>("genre").into_iter().flatten();
    let kind = |said: &String| {
        let (head, kind) = said.rsplit_once('=')?;
        let kind = fold(kind.trim());
        let known = Answering::ALL.iter().copied().find(|other| fold(other.word()) == kind);
        (known.is_some() || kind == "dehors").then(|| (slug(head), known))
    };
    let told = |said: &String| kind(said).ok_or_else(|| Failure::Usage(id!("usage-survey-kind"), said.clone()));
    said.map(told).collect()
}

/// The question codes given by the command: `--question "Titre=N4"`.
fn codes(matches: &ArgMatches) -> Result<BTreeMap<String, String>, Failure> {
    let said = matches.get_many::<String>("question").into_iter().flatten();
    let question = |said: &String| {
        let (head, code) =
            said.rsplit_once('=').ok_or_else(|| Failure::Usage(id!("usage-survey-question"), said.clone()))?;
        Ok((slug(head), code.trim().to_uppercase()))
    };
    said.map(question).collect()
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
