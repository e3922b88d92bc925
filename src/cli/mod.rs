//! The command line: one file per command. Results on stdout, messages on stderr, in French.

mod change;
mod compare;
mod create;
mod git_merge;
mod give;
mod history;
mod import;
mod open;
mod purge;
mod schema;
mod show;
mod survey;
mod usage;
mod verify;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{
    Arg, ArgAction, ArgMatches, Command,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    domain::{
        model::{folder::Folder, publication::Form},
        value::{fault::Fault, language::Language, text::harmless},
    },
    store::{
        app_dirs::{Places, is_school},
        school::School,
    },
    words::{Words, fault},
};

/// How a command ends when it does not end well.
#[derive(Debug)]
enum Failure {
    /// The command was said wrong: the id of the sentence, and a value for it.
    Usage(&'static str, String),
    /// A file cannot be read or written, or a value was refused.
    Fault(Box<Fault>),
    /// `verifier` found errors; they are said already.
    Found,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Failure::Fault(Box::new(fault))
    }
}

/// What every command has at hand.
struct Desk {
    places: Places,
    words: Words,
}

/// Runs the command that the words say: 0 fine, 1 `verifier` found errors, 2 wrong usage or a file in the way.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut said: Vec<OsString> = words.into_iter().collect();
    let places = Places::of_system();
    // The language is looked for first: what is said wrong is told in it too.
    let settings = || places.settings().and_then(|settings| settings.language);
    let asked = language(&mut said);
    let known = asked.clone().and_then(Result::ok).or_else(settings).unwrap_or(Language::French);
    let desk = Desk { words: Words::of(known), places };
    let matches = match asked {
        Some(Err(value)) => Err(Failure::Usage("usage-value", format!("{value} ({})", Language::WORDS.join(", ")))),
        _ => command().try_get_matches_from(said).map_err(|error| misuse(&error)),
    };
    let failure = match matches {
        Ok(matches) => match dispatch(&desk, &matches) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(failure) => failure,
        },
        Err(failure) => failure,
    };
    match failure {
        Failure::Found => ExitCode::from(1),
        Failure::Usage(id, value) => {
            tell(&desk.words.say(id, &[("value", value.into())]));
            tell(&desk.words.get("usage-see-help"));
            ExitCode::from(2)
        }
        Failure::Fault(fault) => {
            for line in fault::lines(&desk.words, &fault) {
                tell(&line);
            }
            ExitCode::from(2)
        }
    }
}

/// Takes the language that a command asks for out of its words, wherever it stands: `--langue en`. A language that we
/// do not speak is given back as it was said.
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

/// Says in our words what the reader of the command line refused.
fn misuse(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let said = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => Failure::Usage("usage-missing", said.replace(['<', '>', '.'], "")),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Failure::Usage("usage-no-value", said)
        }
        ErrorKind::InvalidValue => Failure::Usage(
            "usage-value",
            format!("{} ({})", context(ContextKind::InvalidValue), context(ContextKind::ValidValue)),
        ),
        ErrorKind::UnknownArgument => Failure::Usage("usage-unknown", said),
        ErrorKind::ArgumentConflict => Failure::Usage("usage-twice", said),
        _ => Failure::Usage("usage-other", said),
    }
}

fn command() -> Command {
    let folder = || Arg::new("DOSSIER");
    let help =
        || Arg::new("aide").long("help").short('h').visible_alias("aide").action(ArgAction::SetTrue).global(true);
    let option = |name: &'static str, long: &'static str| Arg::new(name).long(long).value_name("VALEUR");
    let format = || option("format", "format").value_parser(["texte", "json", "csv"]).default_value("texte");
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let of = |name: &'static str| Command::new(name).disable_help_flag(true);
    Command::new("arrimage")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .args_conflicts_with_subcommands(true)
        .arg(folder())
        .arg(help())
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::SetTrue))
        .subcommand(of("aide").hide(true))
        .subcommand(of("demo").alias("démo"))
        .subcommand(
            of("nouveau")
                .arg(folder())
                .arg(option("modele", "modele").alias("modèle"))
                .arg(option("ecole", "ecole").alias("école"))
                .arg(option("annee", "annee").alias("année"))
                .arg(option("rentree", "rentree").alias("rentrée"))
                .arg(option("fin", "fin"))
                .arg(option("conges", "conges").alias("congés")),
        )
        .subcommand(of("modeles").alias("modèles"))
        .subcommand(of("verifier").alias("vérifier").arg(folder()).arg(format()))
        .subcommand(
            of("montrer")
                .arg(Arg::new("MOTS").num_args(1..=3).required(true))
                .arg(format())
                .arg(option("depuis", "depuis")),
        )
        .subcommand(
            of("modifier")
                .arg(folder().required(true))
                .arg(Arg::new("FICHIER").required(true))
                .arg(Arg::new("CHEMIN").required(true))
                .arg(Arg::new("VALEUR").required(true).allow_hyphen_values(true))
                .arg(flag("reecrire").alias("réécrire")),
        )
        .subcommand(
            of("noter")
                .arg(folder().required(true))
                .arg(Arg::new("PERSONNE").required(true))
                .args(
                    ["va-bien", "prochain-pas", "soutien", "par", "date"]
                        .map(|name| option(name, name).allow_hyphen_values(true)),
                )
                .arg(option("defi", "defi").alias("défi").allow_hyphen_values(true))
                .arg(flag("reecrire").alias("réécrire")),
        )
        .subcommand(of("comparer").arg(Arg::new("MOTS").num_args(1..=4).required(true)))
        .subcommand(
            of("fusionner")
                .args(["BASE", "LOCAL", "DISTANT"].map(|name| Arg::new(name).required(true)))
                .arg(Arg::new("CHEMIN")),
        )
        .subcommand(
            of("purger").arg(Arg::new("MOTS").num_args(0..=2)).arg(flag("echues").alias("échues")).arg(flag("oui")),
        )
        .subcommand(
            of("compte-rendu")
                .arg(Arg::new("MOTS").num_args(0..=2))
                .arg(option("format", "format").value_parser(Form::PAPERS))
                .arg(option("sortie", "sortie").short('o'))
                .arg(flag("nominatif")),
        )
        .subcommand(
            of("fiche")
                .arg(Arg::new("MOTS").num_args(1..=2).required(true))
                .arg(option("format", "format").value_parser(Form::PAPERS))
                .arg(option("sortie", "sortie").short('o')),
        )
        .subcommand(
            of("importer")
                .arg(Arg::new("MOTS").num_args(1..=2).required(true))
                .arg(option("colonne", "colonne").action(ArgAction::Append))
                .arg(flag("oui")),
        )
        .subcommand(
            of("bilan")
                .arg(Arg::new("MOTS").num_args(0..=1))
                .arg(option("format", "format").value_parser(Form::PAPERS))
                .arg(option("sortie", "sortie").short('o')),
        )
        .subcommand(
            of("exporter")
                .arg(Arg::new("MOTS").num_args(1..=3).required(true))
                .arg(option("format", "format").value_parser(Form::WORDS.to_vec()))
                .arg(option("sortie", "sortie").short('o')),
        )
        .subcommand(
            of("sondage")
                .arg(Arg::new("MOTS").num_args(1..=3).required(true))
                .arg(option("public", "public"))
                .arg(option("date", "date"))
                .arg(option("invites", "invites").alias("invités"))
                .arg(option("croiser", "croiser"))
                .arg(option("question", "question").action(ArgAction::Append))
                .arg(format())
                .arg(flag("oui")),
        )
        .subcommand(of("versions").arg(Arg::new("MOTS").num_args(0..=2)))
        .subcommand(
            of("restaurer")
                .arg(folder().required(true))
                .arg(Arg::new("FICHIER").required(true))
                .arg(Arg::new("VERSION").required(true)),
        )
        .subcommand(of("schema").alias("schéma").arg(Arg::new("SORTE").required(true)))
}

fn dispatch(desk: &Desk, matches: &ArgMatches) -> Result<(), Failure> {
    let asked = |matches: &ArgMatches| matches.get_flag("aide");
    if asked(matches) || matches.subcommand().is_some_and(|(name, inner)| name == "aide" || asked(inner)) {
        print(&usage::text(&desk.words));
        return Ok(());
    }
    match matches.subcommand() {
        None if matches.get_flag("version") => {
            print(&format!("arrimage {}\n", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        None => open::open(desk, word(matches, "DOSSIER")),
        Some(("demo", _)) => open::demo(desk),
        Some(("nouveau", inner)) => create::create(desk, inner),
        Some(("modeles", _)) => create::templates(),
        Some(("verifier", inner)) => verify::verify(desk, inner),
        Some(("montrer", inner)) => show::show(desk, inner),
        Some(("modifier", inner)) => change::change(desk, inner),
        Some(("noter", inner)) => change::note(desk, inner),
        Some(("versions", inner)) => history::list(desk, inner),
        Some(("comparer", inner)) => compare::compare(desk, inner),
        Some(("fusionner", inner)) => git_merge::fuse(desk, inner),
        Some(("purger", inner)) => purge::purge(desk, inner),
        Some(("compte-rendu", inner)) => give::minutes(desk, inner),
        Some(("fiche", inner)) => give::person(desk, inner),
        Some(("importer", inner)) => import::import(desk, inner),
        Some(("sondage", inner)) => survey::survey(desk, inner),
        Some(("bilan", inner)) => give::review(desk, inner),
        Some(("exporter", inner)) => give::export(desk, inner),
        Some(("restaurer", inner)) => history::restore(desk, inner),
        Some(("schema", inner)) => schema::schema(inner),
        Some((other, _)) => Err(Failure::Usage("usage-unknown", other.to_owned())),
    }
}

/// A word of the command line.
fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The words of the command line that only their order tells apart.
fn words(matches: &ArgMatches) -> Vec<&str> {
    matches.get_many::<String>("MOTS").into_iter().flatten().map(String::as_str).collect()
}

/// Writes a result. A reader that left early is not an error.
fn print(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(harmless(text).as_bytes());
}

/// Writes a message.
fn tell(text: &str) {
    eprintln!("{}", harmless(text));
}

/// Writes a result as JSON.
fn print_json(value: &serde_json::Value) {
    print(&format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default()));
}

impl Desk {
    /// The folder that was said; else the one we stand in when it is a school's, the last one opened, the demonstration.
    fn folder(&self, said: Option<&str>) -> Result<PathBuf, Fault> {
        if let Some(said) = said {
            return Ok(PathBuf::from(said));
        }
        let here = Path::new(".");
        if is_school(here) {
            return Ok(here.to_owned());
        }
        match self.places.settings().unwrap_or_default().last_folder.filter(|folder| is_school(folder)) {
            Some(folder) => Ok(folder),
            None => open::demo_folder(self, open::Fresh::IfMissing),
        }
    }

    /// Asks a question that only the whole word answers: nobody consents by a slip of the finger.
    fn consents(&self, question: &str) -> Result<bool, Failure> {
        use std::io::{IsTerminal, Write};
        if !std::io::stdin().is_terminal() {
            return Err(Failure::Usage("usage-consent", "--oui".into()));
        }
        eprint!("{} ", self.words.get(question));
        let _ = std::io::stderr().flush();
        let mut answer = String::new();
        let _ = std::io::stdin().read_line(&mut answer);
        Ok(answer.trim().eq_ignore_ascii_case("oui"))
    }

    /// Opens the folder of a command.
    fn open(&self, said: Option<&str>) -> Result<(School, Folder, Vec<Fault>), Fault> {
        let mut opened = School::open(&self.folder(said)?)?;
        opened.0.keep_at_most(self.places.settings().unwrap_or_default().versions.keep);
        Ok(opened)
    }
}
