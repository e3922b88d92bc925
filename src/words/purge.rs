//! What a purge would remove, what it would leave, and what it left, in words.

use std::collections::BTreeSet;

use super::{Words, id};
use crate::domain::privacy::preview::{PurgePreview, PurgedFile};

/// Before a purge: the fields that go, one line for each file in use, one for all the versions, the sentences that stay
/// without the name, and what is left unless somebody says otherwise.
pub fn lines(words: &Words, preview: &PurgePreview) -> Vec<String> {
    let mut lines = Vec::new();
    if !preview.fields.is_empty() {
        let field = |(key, items): &(String, usize)| {
            let label = words.field(std::slice::from_ref(key)).unwrap_or(key.replace('_', " ").into()).to_lowercase();
            if *items > 1 { format!("{label} ({items})") } else { label }
        };
        let fields = preview.fields.iter().map(field).collect::<Vec<_>>().join(", ");
        lines.push(words.say(id!("purge-fields"), &[("fields", fields.into())]));
    }
    let (versions, others): (Vec<&PurgedFile>, Vec<&PurgedFile>) =
        preview.files.iter().partition(|going| is_a_version(going));
    lines.extend(others.iter().map(|going| {
        let PurgedFile { file, records, mentions, whole, .. } = going;
        let id = if *whole { id!("purge-whole") } else { id!("purge-file") };
        let values = [("file", file.as_str().into()), ("records", (*records).into()), ("mentions", (*mentions).into())];
        words.say(id, &values)
    }));
    if !versions.is_empty() {
        lines.push(words.say(id!("purge-versions"), &[("n", versions.len().into())]));
    }
    let locked =
        preview.read_only.iter().map(|file| words.say(id!("purge-read-only"), &[("file", file.as_str().into())]));
    lines.extend(locked);
    let said = sentences(preview);
    if !said.is_empty() {
        lines.extend([String::new(), words.get(id!("purge-sentences")).into_owned()]);
        // Whoever says that they go too has read them all.
        lines.extend(said.iter().map(|said| format!("· {said}")));
    }
    lines.extend(left(words, preview));
    lines
}

/// What is still said around each mention in the files in use: their versions say the same.
pub fn sentences(preview: &PurgePreview) -> Vec<&str> {
    let in_use = preview.files.iter().filter(|going| !is_a_version(going));
    let mut said: Vec<&str> = in_use.flat_map(|going| &going.left).map(String::as_str).collect();
    said.dedup();
    said
}

fn is_a_version(going: &PurgedFile) -> bool {
    going.file.starts_with("versions/") && !going.file.starts_with("versions/registre")
}

/// What a purge leaves: files that are not text, words that may name them, and what no program reaches.
pub fn left(words: &Words, preview: &PurgePreview) -> Vec<String> {
    let mut lines = Vec::new();
    let files =
        preview.untouched.iter().map(|file| words.say(id!("purge-untouched"), &[("file", file.as_str().into())]));
    lines.extend(files);
    if !preview.others.is_empty() {
        let names: BTreeSet<&str> = preview.others.iter().map(String::as_str).collect();
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        lines.push(words.say(id!("purge-others"), &[("n", preview.others.len().into()), ("names", names.into())]));
    }
    lines.extend(preview.doubts.iter().map(|(word, doubt)| {
        let example = doubt.example.as_str().into();
        words
            .say(id!("purge-doubt"), &[("word", word.as_str().into()), ("n", doubt.times.into()), ("example", example)])
    }));
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}
