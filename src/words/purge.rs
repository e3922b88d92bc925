//! What a purge would remove, in words.

use super::{Words, id};
use crate::domain::privacy::forget::PurgedFile;

/// One line for each file in use, with its records and mentions, and one for all the versions.
pub fn lines(words: &Words, going: &[PurgedFile]) -> Vec<String> {
    let (versions, others): (Vec<&PurgedFile>, Vec<&PurgedFile>) =
        going.iter().partition(|going| going.file.starts_with("versions/") && going.file != "versions/registre.yaml");
    let mut lines: Vec<String> = others
        .into_iter()
        .map(|PurgedFile { file, records, mentions, whole }| {
            let id = if *whole { id!("purge-whole") } else { id!("purge-file") };
            let values =
                [("file", file.as_str().into()), ("records", (*records).into()), ("mentions", (*mentions).into())];
            words.say(id, &values)
        })
        .collect();
    if !versions.is_empty() {
        lines.push(words.say(id!("purge-versions"), &[("n", versions.len().into())]));
    }
    lines
}
