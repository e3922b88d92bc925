//! A merge driver for git: three-way merge of a document, field by field.

use std::path::Path;

use clap::ArgMatches;

use super::context::{Context, Failure, tell, word};
use crate::{
    domain::value::fault::{Code, Fault},
    store::{git_merge, read, write},
    words::{self, id},
};

/// Merges LOCAL and DISTANT, both derived from BASE, into LOCAL.
///
/// # Errors
/// If a text cannot be read, or if conflicts remain; they are enclosed in conflict markers in LOCAL.
pub fn fuse(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let name = |which| word(matches, which).unwrap_or_default();
    let text = |which| {
        let bytes = read::bytes(Path::new(name(which)), name(which))?;
        read::decode(name(which), &bytes)
    };
    let ((base, _), (ours, encoding), (theirs, _)) = (text("BASE")?, text("LOCAL")?, text("DISTANT")?);
    let said = word(matches, "CHEMIN").unwrap_or(name("LOCAL"));
    let kind = git_merge::kind(said, &[&ours, &theirs, &base]).ok_or_else(|| Fault::new(Code::NoSuchFile, said))?;
    let sides = [context.words.get(id!("sides-here")), context.words.get(id!("sides-elsewhere"))];
    let names = git_merge::SideNames { ours: &sides[0], theirs: &sides[1] };
    let fused = git_merge::merge_texts(&kind, &base, &ours, &theirs, names)?;
    write::atomic(Path::new(name("LOCAL")), &encoding.encode(&fused.text))
        .map_err(|error| Fault::new(Code::NotWritten, name("LOCAL")).with("cause", read::reason(&error)))?;
    if fused.is_clean {
        return Ok(());
    }
    if fused.clashes.is_empty() {
        tell(&context.words.say(id!("fuse-marks"), &[("file", said.into())]));
        return Err(Failure::Found);
    }
    tell(&context.words.say(id!("fuse-clashes"), &[("file", said.into()), ("n", fused.clashes.len().into())]));
    for clash in &fused.clashes {
        tell(&format!("  {}", words::edit::path(&clash.path)));
    }
    Err(Failure::Found)
}
