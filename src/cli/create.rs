//! A new school from a template, with values from options or prompts.

use std::{
    io::{BufRead, IsTerminal, Write},
    path::PathBuf,
};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::context::{Context, Failure, print, word};
use crate::{
    domain::{
        model::new_school::{self, EMPTY, NewSchool},
        value::{
            calendar::Calendar,
            fault::{Code, Fault},
            when::{SchoolYear, When},
        },
    },
    shell,
    store::{founding, shipped},
    words::{Id, id},
};

/// Creates a school folder.
///
/// # Errors
/// If the folder already holds a school, the template, the year or a day does not exist, or a file cannot be written.
pub fn create(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let asks = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let asking = Asking { context, matches, asks };
    let path = asking.say("DOSSIER", id!("ask-folder"), "");
    if path.is_empty() {
        return Err(Failure::Usage(id!("usage-missing"), "DOSSIER".into()));
    }
    let path = PathBuf::from(path);
    let place = path.display().to_string();
    founding::check(&path)?;
    let name = asking.say("ecole", id!("ask-school"), "");
    let template = asking.template();
    let ahead = shipped::months_ahead(&template);
    let usual = new_school::year_to_begin(ahead, shell::now().date()).to_string();
    let question = if ahead > 0 { id!("ask-year-of-start") } else { id!("ask-year") };
    let written = asking.say("annee", question, &usual);
    let bad_year = || Fault::new(Code::BadYear, place.as_str()).with("value", &written);
    let year = SchoolYear::parse(&written).ok_or_else(bad_year)?;
    let school = NewSchool {
        name,
        calendar: asking.calendar(&template, year, &place)?,
        template,
        members: new_school::members(&asking.lines(id!("ask-members"))),
        newcomers: new_school::arriving(&asking.lines(id!("ask-newcomers")), year),
        ..NewSchool::beginning(shell::now().date())
    };
    founding::found(&path, &school, shell::new_ids(), shell::now().date())?;
    print(&format!("{}\n", context.words.say(id!("created"), &[("place", place.into())])));
    Ok(())
}

/// What the command says, else what is typed where somebody can, else what is usual.
struct Asking<'a> {
    context: &'a Context,
    matches: &'a ArgMatches,
    asks: bool,
}

impl Asking<'_> {
    fn say(&self, name: &str, question: Id, usual: &str) -> String {
        match word(self.matches, name) {
            Some(said) => said.to_owned(),
            None if self.asks => ask(&self.context.words.get(question), usual),
            None => usual.to_owned(),
        }
    }

    /// The lines typed; an empty one ends them.
    fn lines(&self, question: Id) -> String {
        let line = || ask(&self.context.words.get(question), "");
        let typed = std::iter::repeat_with(line).take_while(|line| self.asks && !line.is_empty());
        if self.asks { typed.collect::<Vec<_>>().join("\n") } else { String::new() }
    }

    fn template(&self) -> String {
        let known: Vec<&str> = shipped::templates().into_iter().map(|(name, _)| name).collect();
        let question = || self.context.words.say(id!("ask-template"), &[("known", known.join(", ").into())]);
        match word(self.matches, "modele") {
            Some(said) => said.to_owned(),
            None if self.asks => ask(&question(), EMPTY),
            None => "primaire".to_owned(),
        }
    }

    /// The calendar, asked about where the template has dates that depend on it.
    fn calendar(&self, template: &str, year: SchoolYear, place: &str) -> Result<Calendar, Fault> {
        let mut calendar = Calendar::usual(year);
        let is_said = word(self.matches, "rentree").or(word(self.matches, "fin")).is_some();
        if !shipped::needs_calendar(template) && !is_said {
            return Ok(calendar);
        }
        let day = |said: &str| -> Result<NaiveDate, Fault> {
            let bad = || Fault::new(Code::ExpectedDay, place).with("value", said);
            Ok(When(said.to_owned()).span(year).ok_or_else(bad)?.start)
        };
        calendar.first = day(&self.say("rentree", id!("ask-first-day"), &calendar.first.to_string()))?;
        calendar.last = day(&self.say("fin", id!("ask-last-day"), &calendar.last.to_string()))?;
        let usual: Vec<String> = calendar.breaks.iter().map(|(from, to)| format!("{from}..{to}")).collect();
        let breaks = self.say("conges", id!("ask-breaks"), &usual.join(", "));
        let range = |said: &str| {
            // A single day is a break of one day.
            let (from, to) = said.split_once("..").unwrap_or((said, said));
            Ok((day(from.trim())?, day(to.trim())?))
        };
        let said = breaks.split(',').filter(|said| !said.trim().is_empty());
        calendar.breaks = said.map(range).collect::<Result<_, Fault>>()?;
        Ok(calendar)
    }
}

/// Asks on the terminal; Enter accepts the default.
fn ask(question: &str, usual: &str) -> String {
    let aside = if usual.is_empty() { String::new() } else { format!(" [{usual}]") };
    eprint!("{question}{aside} ");
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    let _ = std::io::stdin().lock().read_line(&mut line);
    match line.trim() {
        "" => usual.to_owned(),
        said => said.to_owned(),
    }
}

/// Lists the templates.
///
/// # Errors
/// Never fails.
pub fn templates() -> Result<(), Failure> {
    for (name, about) in shipped::templates() {
        print(&format!("{name:<16} {about}\n"));
    }
    Ok(())
}
