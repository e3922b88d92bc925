//! What a shell and a system know of the command line: completions, the manual page.

use clap::{ArgMatches, Command};
use clap_complete::{Shell, generate};
use roff::{Roff, bold, roman};

use super::{
    context::{Context, print},
    usage,
};
use crate::words::{Words, id};

/// The program's name, as it is typed.
const PROGRAM: &str = "arrimage";

/// Prints the completions of a shell.
pub fn completion(context: &Context, command: Command, matches: &ArgMatches) {
    let Some(shell) = matches.get_one::<Shell>("COQUILLE") else { return };
    let mut script = Vec::new();
    generate(*shell, &mut described(&context.words, command), PROGRAM, &mut script);
    print(&String::from_utf8_lossy(&script));
}

/// Prints the manual page.
pub fn manual(context: &Context) {
    let words = &context.words;
    let mut page = Roff::new();
    page.control("TH", [&PROGRAM.to_uppercase(), "1", "", &format!("{PROGRAM} {}", env!("CARGO_PKG_VERSION"))]);
    page.control("SH", [words.get(id!("manual-name")).as_ref()]);
    page.text([roman(words.get(id!("manual-what")))]);
    page.control("SH", [words.get(id!("manual-commands")).as_ref()]);
    for (command, about) in usage::lines() {
        page.control("TP", []);
        page.text([bold(command)]);
        page.text([roman(words.get(about))]);
    }
    page.control("SH", [words.get(id!("manual-status")).as_ref()]);
    page.text([roman(words.get(id!("usage-status")))]);
    page.control("SH", [words.get(id!("manual-files")).as_ref()]);
    page.text([roman(words.get(id!("manual-files-what")))]);
    print(&page.render());
}

/// The command line with a sentence for each command, which some shells show.
fn described(words: &Words, command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let is_it = |(line, _): &(String, crate::words::Id)| line.split(' ').nth(1) == Some(name.as_str());
        let about = usage::lines().find(is_it).map(|(_, about)| words.get(about).into_owned());
        command.mut_subcommand(name, |inner| match about {
            Some(about) => inner.about(about),
            None => inner,
        })
    })
}
