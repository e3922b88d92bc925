//! The binary: runs the command line, which opens the app when no command is given.

use std::process::ExitCode;

fn main() -> ExitCode {
    arrimage::cli::run(std::env::args_os())
}
