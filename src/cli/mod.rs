//! The command line: one file per command. Results on stdout, messages on stderr, in French.

mod change;
mod compare;
mod context;
mod create;
mod git_merge;
mod give;
mod history;
mod import;
mod manual;
mod network;
mod network_survey;
mod new_year;
mod open;
mod purge;
mod schema;
mod show;
mod survey;
mod survey_options;
mod usage;
mod verify;

use std::{ffi::OsString, process::ExitCode};

use clap::{
    Arg, ArgAction, ArgMatches, Command,
    builder::EnumValueParser,
    error::{ContextKind, ContextValue, ErrorKind},
};
use clap_complete::Shell;

use self::context::{Context, Failure, print, tell, word};
use crate::{
    domain::{model::publication::Form, value::language::Language},
    shell::Medium,
    store::app_dirs::AppDirs,
    words::{Words, fault, id},
};

/// Runs a command and returns its exit status: 0 fine, 1 `verifier` found errors, 2 wrong usage or a file error.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut said: Vec<OsString> = words.into_iter().collect();
    let places = AppDirs::of_system();
    // The language is determined first, so that usage errors are reported in it.
    let settings = || places.settings().and_then(|settings| settings.language);
    let asked = language(&mut said);
    let known = asked.clone().and_then(Result::ok).or_else(settings).unwrap_or(Language::French);
    let context = Context { words: Words::of(known), places };
    let matches = match asked {
        Some(Err(value)) => {
            Err(Failure::Usage(id!("usage-value"), format!("{value} ({})", Language::WORDS.join(", "))))
        }
        _ => command().try_get_matches_from(said).map_err(|error| misuse(&error)),
    };
    let failure = match matches {
        Ok(matches) => match dispatch(&context, &matches) {
            Ok(()) if context::is_unprinted() => {
                tell(&context.words.get(id!("unprinted")));
                return ExitCode::from(2);
            }
            Ok(()) => return ExitCode::SUCCESS,
            Err(failure) => failure,
        },
        Err(failure) => failure,
    };
    match failure {
        Failure::Found => ExitCode::from(1),
        Failure::Usage(id, value) => {
            tell(&context.words.say(id, &[("value", value.into())]));
            tell(&context.words.get(id!("usage-see-help")));
            ExitCode::from(2)
        }
        Failure::Fault(fault) => {
            for line in fault::lines(&context.words, &fault) {
                tell(&line);
            }
            ExitCode::from(2)
        }
    }
}

/// Removes the language option, `--langue en`, from the arguments, wherever it is. An unknown language is returned as
/// it was given.
fn language(said: &mut Vec<OsString>) -> Option<Result<Language, String>> {
    let at =
        said.iter().position(|word| word.to_str().is_some_and(|w| w == "--langue" || w.starts_with("--langue=")))?;
    let word = said.remove(at).into_string().unwrap_or_default();
    let value = match word.split_once('=') {
        Some((_, value)) => value.to_owned(),
        None if at < said.len() => said.remove(at).into_string().unwrap_or_default(),
        None => String::new(),
    };
    Some(Language::from_word(&value).ok_or(value))
}

/// Translates an error of the argument parser into a sentence of ours.
fn misuse(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let said = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => Failure::Usage(id!("usage-missing"), said.replace(['<', '>', '.'], "")),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Failure::Usage(id!("usage-no-value"), said)
        }
        ErrorKind::InvalidValue => Failure::Usage(
            id!("usage-value"),
            format!("{} ({})", context(ContextKind::InvalidValue), context(ContextKind::ValidValue)),
        ),
        ErrorKind::UnknownArgument => Failure::Usage(id!("usage-unknown"), said),
        ErrorKind::ArgumentConflict => Failure::Usage(id!("usage-twice"), said),
        _ => Failure::Usage(id!("usage-other"), said),
    }
}

/// The command line.
fn command() -> Command {
    Command::new("arrimage")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .args_conflicts_with_subcommands(true)
        .arg(folder())
        .arg(Arg::new("aide").long("help").short('h').visible_alias("aide").action(ArgAction::SetTrue).global(true))
        .arg(flag("lineaire").alias("linéaire"))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::SetTrue))
        .subcommands(school_commands())
        .subcommands(edit_commands())
        .subcommands(reading_commands())
        .subcommands(paper_commands())
}

fn folder() -> Arg {
    Arg::new("DOSSIER")
}

fn option(name: &'static str, long: &'static str) -> Arg {
    Arg::new(name).long(long).value_name("VALEUR")
}

fn format() -> Arg {
    option("format", "format").value_parser(["texte", "json", "csv"]).default_value("texte")
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

fn of(name: &'static str) -> Command {
    Command::new(name).disable_help_flag(true)
}

/// The commands that create, open and verify a school.
fn school_commands() -> Vec<Command> {
    vec![
        of("aide").hide(true),
        of("demo").alias("démo"),
        of("mur").arg(folder()),
        of("nouveau")
            .arg(folder())
            .arg(option("modele", "modele").alias("modèle"))
            .arg(option("ecole", "ecole").alias("école"))
            .arg(option("annee", "annee").alias("année"))
            .arg(option("rentree", "rentree").alias("rentrée"))
            .arg(option("fin", "fin"))
            .arg(option("conges", "conges").alias("congés")),
        of("modeles").alias("modèles"),
        of("verifier").alias("vérifier").arg(folder()).arg(format()),
        of("schema").alias("schéma").arg(Arg::new("SORTE").required(true)),
        of("completion")
            .alias("complétion")
            .arg(Arg::new("COQUILLE").required(true).value_parser(EnumValueParser::<Shell>::new())),
        of("manuel"),
    ]
}

/// The commands that change files.
fn edit_commands() -> Vec<Command> {
    vec![
        of("modifier")
            .arg(folder().required(true))
            .arg(Arg::new("FICHIER").required(true))
            .arg(Arg::new("CHEMIN").required(true))
            .arg(Arg::new("VALEUR").required(true).allow_hyphen_values(true))
            .arg(flag("reecrire").alias("réécrire")),
        of("noter")
            .arg(folder().required(true))
            .arg(Arg::new("PERSONNE").required(true))
            .args(
                ["note", "va-bien", "prochain-pas", "soutien", "par", "date"]
                    .map(|name| option(name, name).allow_hyphen_values(true)),
            )
            .arg(option("defi", "defi").alias("défi").allow_hyphen_values(true))
            .arg(flag("reecrire").alias("réécrire")),
        of("fusionner")
            .args(["BASE", "LOCAL", "DISTANT"].map(|name| Arg::new(name).required(true)))
            .arg(Arg::new("CHEMIN")),
        of("annee").alias("année").arg(folder()).arg(flag("oui")),
        of("rectifier")
            .args(["DOSSIER", "PERSONNE", "CHAMP", "MOTS"].map(|name| Arg::new(name).required(true)))
            .arg(flag("oui")),
        of("purger")
            .arg(Arg::new("MOTS").num_args(0..=2))
            .arg(flag("phrases"))
            .arg(flag("echues").alias("échues"))
            .arg(option("aussi", "aussi").action(ArgAction::Append))
            .arg(option("fichier", "fichier").action(ArgAction::Append))
            .arg(flag("oui")),
        of("importer")
            .arg(Arg::new("MOTS").num_args(1..=2).required(true))
            .arg(option("colonne", "colonne").action(ArgAction::Append))
            .arg(option("feuille", "feuille"))
            .arg(option("dates", "dates"))
            .arg(option("depuis", "depuis"))
            .arg(flag("masquees").alias("masquées"))
            .arg(flag("oui")),
    ]
}

/// The commands that show a folder and its versions, or restore a version.
fn reading_commands() -> Vec<Command> {
    vec![
        of("montrer")
            .arg(Arg::new("MOTS").num_args(1..=3).required(true))
            .arg(format())
            .arg(option("vue", "vue"))
            .arg(option("depuis", "depuis")),
        of("reseau")
            .alias("réseau")
            .arg(Arg::new("DOSSIERS").num_args(1..).required(true))
            .arg(
                option("format", "format")
                    .value_parser(["texte", "json", "csv", "md", "html", "docx", "ndjson"])
                    .default_value("texte"),
            )
            .arg(option("groupe", "groupe"))
            .arg(option("filtre", "filtre"))
            .arg(option("tri", "tri").allow_hyphen_values(true))
            .arg(option("sortie", "sortie").short('o')),
        of("comparer").arg(Arg::new("MOTS").num_args(1..=4).required(true)),
        of("versions").arg(Arg::new("MOTS").num_args(0..=2)),
        of("restaurer")
            .arg(folder().required(true))
            .arg(Arg::new("FICHIER").required(true))
            .arg(Arg::new("VERSION").required(true)),
    ]
}

/// The commands that export documents, and those for surveys.
fn paper_commands() -> Vec<Command> {
    vec![
        of("compte-rendu")
            .arg(Arg::new("MOTS").num_args(0..=2))
            .arg(option("format", "format").value_parser(Form::PAPERS))
            .arg(option("sortie", "sortie").short('o'))
            .arg(flag("nominatif")),
        of("fiche")
            .arg(Arg::new("MOTS").num_args(1..=2).required(true))
            .arg(option("format", "format").value_parser(Form::PAPERS))
            .arg(option("sortie", "sortie").short('o')),
        of("dossier-prp")
            .arg(Arg::new("MOTS").num_args(0..=1))
            .arg(option("format", "format").value_parser(Form::PAPERS))
            .arg(option("sortie", "sortie").short('o')),
        of("bilan")
            .arg(Arg::new("MOTS").num_args(0..=1))
            .arg(option("format", "format").value_parser(Form::PAPERS))
            .arg(option("sortie", "sortie").short('o')),
        of("exporter")
            .arg(Arg::new("MOTS").num_args(1..=3).required(true))
            .arg(option("format", "format").value_parser(Form::WORDS.to_vec()))
            .arg(option("sortie", "sortie").short('o'))
            .arg(flag("bref")),
        of("sondage")
            .arg(Arg::new("MOTS").num_args(1..=3).required(true))
            .arg(option("public", "public"))
            .arg(option("date", "date"))
            .arg(option("invites", "invites").alias("invités"))
            .arg(option("croiser", "croiser"))
            .arg(option("question", "question").action(ArgAction::Append))
            .arg(option("genre", "genre").action(ArgAction::Append))
            .arg(flag("compter-tout"))
            .arg(flag("reseau").alias("réseau"))
            .arg(option("ecole", "ecole").alias("école"))
            .arg(format())
            .arg(flag("oui")),
    ]
}

fn dispatch(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let asked = |matches: &ArgMatches| matches.get_flag("aide");
    if asked(matches) || matches.subcommand().is_some_and(|(name, inner)| name == "aide" || asked(inner)) {
        print(&usage::text(&context.words));
        return Ok(());
    }
    match matches.subcommand() {
        None if matches.get_flag("version") => {
            print(&format!("arrimage {}\n", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        None => {
            let medium = matches.get_flag("lineaire").then_some(Medium::Lines);
            open::open(context, word(matches, "DOSSIER"), medium)
        }
        Some(("demo", _)) => open::demo(context),
        Some(("mur", inner)) => open::wall(context, word(inner, "DOSSIER")),
        Some(("nouveau", inner)) => create::create(context, inner),
        Some(("modeles", _)) => create::templates(),
        Some(("verifier", inner)) => verify::verify(context, inner),
        Some(("montrer", inner)) => show::show(context, inner),
        Some(("reseau", inner)) => network::show(context, inner),
        Some(("modifier", inner)) => change::change(context, inner),
        Some(("noter", inner)) => change::note(context, inner),
        Some(("versions", inner)) => history::list(context, inner),
        Some(("comparer", inner)) => compare::compare(context, inner),
        Some(("fusionner", inner)) => git_merge::fuse(context, inner),
        Some(("purger", inner)) => purge::purge(context, inner),
        Some(("annee", inner)) => new_year::begin(context, inner),
        Some(("rectifier", inner)) => purge::rectify(context, inner),
        Some(("compte-rendu", inner)) => give::minutes(context, inner),
        Some(("fiche", inner)) => give::person(context, inner),
        Some(("importer", inner)) => import::import(context, inner),
        Some(("sondage", inner)) => survey::survey(context, inner),
        Some(("bilan", inner)) => give::review(context, inner),
        Some(("dossier-prp", inner)) => give::privacy_file(context, inner),
        Some(("exporter", inner)) => give::export(context, inner),
        Some(("restaurer", inner)) => history::restore(context, inner),
        Some(("schema", inner)) => schema::schema(inner),
        Some(("completion", inner)) => {
            manual::completion(context, command(), inner);
            Ok(())
        }
        Some(("manuel", _)) => {
            manual::manual(context);
            Ok(())
        }
        Some((other, _)) => Err(Failure::Usage(id!("usage-unknown"), other.to_owned())),
    }
}
