//! The program: words on the command line go to the commands, the rest opens the app.

use std::process::ExitCode;

fn main() -> ExitCode {
    arrimage::cli::run(std::env::args_os())
}
