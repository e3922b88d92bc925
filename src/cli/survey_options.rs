//! What the command says about a survey besides its answers.

use std::collections::{BTreeMap, BTreeSet};

use clap::ArgMatches;

use super::context::{Failure, word};
use crate::{
    domain::{
        model::{
            catalogue::Catalogues,
            survey::{Answering, Audience},
        },
        survey::{
            gather::{self, GatheredSurvey, ImportOptions},
            questionnaire,
        },
        table::slug,
        value::{
            fault::{Code, Fault},
            text::fold,
            when::{Day, SchoolYear},
        },
    },
    words::id,
};

/// What the command says about a survey besides its answers.
///
/// # Errors
/// If a value cannot be read, or a code is not of the catalogue.
pub fn options(
    matches: &ArgMatches,
    file: &str,
    shelf: &Catalogues,
    year: SchoolYear,
    today: Day,
) -> Result<ImportOptions, Failure> {
    let day = |said: &str| {
        gather::day(said, year, today).ok_or_else(|| Failure::Usage(id!("usage-value"), format!("--date {said}")))
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
        schools: BTreeMap::new(),
        toggled: BTreeSet::new(),
    };
    if let Some(code) =
        asked.codes.values().find(|code| !code.is_empty() && questionnaire::question(shelf, code).is_none())
    {
        return Err(Fault::new(Code::UnknownCode, file).with("value", code).into());
    }
    Ok(asked)
}

/// Checks that what the command says is about what was gathered.
///
/// # Errors
/// If a question, a kind or a group that it names is not in the form, or fewer were asked than answered.
pub fn check(gathered: &GatheredSurvey, asked: &ImportOptions) -> Result<(), Failure> {
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
    Ok(())
}

/// The audience that a word names.
///
/// # Errors
/// If it names none.
pub fn audience(said: &str) -> Result<Audience, Failure> {
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
