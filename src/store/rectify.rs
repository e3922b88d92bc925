//! Taking wrong words out of one field of a person, in the files and in every version of them: the right to rectification.

use std::path::Path;

use chrono::NaiveDateTime;
use serde_json::json;

use super::{
    journal, read, removals,
    school::{SchoolFolder, not_written},
    scrub, write,
    yaml::{parse, splice},
};
use crate::domain::{
    edit::{Change, Edit, lookup},
    model::document::{Document, FileId},
    privacy::{forget::NameScrubber, mentions, rectification::Rectification},
    value::{
        fault::{Code, Fault},
        text::one_line,
    },
};

impl SchoolFolder {
    /// Takes words out of a field of a person, in the files, in every version and in the journals of every window, and
    /// returns how many files changed. The register keeps a line without the words.
    ///
    /// # Errors
    /// If nothing says those words there, or if a file cannot be written.
    pub fn rectify(&mut self, what: &Rectification, state: &Path, now: NaiveDateTime) -> Result<usize, Fault> {
        let _lock = self.lock()?;
        let mut changed = Vec::new();
        for file in self.files_under(Path::new("")) {
            let name = file.to_string_lossy().replace('\\', "/");
            changed.extend(self.rectified(&name, what)?.map(|bytes| (name, bytes)));
        }
        if changed.is_empty() {
            return Err(Fault::new(Code::NoSuchWords, FileId::Board.file()).with("value", &what.words));
        }
        // The register and the journals go first: another window keeps nothing of what it sees taken out.
        removals::note_rectification(self.root(), changed.len(), now)
            .map_err(|error| not_written(&FileId::Board, &error))?;
        for path in journal::files(state) {
            journal::rectify(&path, what);
        }
        for (name, bytes) in &changed {
            write::atomic(&self.root().join(name), bytes)
                .map_err(|error| Fault::new(Code::NotWritten, name.as_str()).with("cause", read::reason(&error)))?;
        }
        Ok(changed.len())
    }

    /// The files that still say those words of the person in another field, and the texts that nobody reads as documents and
    /// that hold them, as what was exported: nothing was taken out there. Versions say what their files say.
    pub fn still_says(&self, what: &Rectification) -> Vec<String> {
        let theirs = NameScrubber::of_ids(&what.person);
        let says = |name: &String| {
            let Ok((text, _)) = read::bytes(&self.root().join(name), name).and_then(|bytes| read::decode(name, &bytes))
            else {
                return false;
            };
            let document = scrub::kind(name, &text).and_then(|kind| parse::document(&kind, &text).ok());
            match document {
                Some(document) => {
                    let root = document.to_value();
                    mentions::texts(&root, &theirs).iter().any(|(_, text)| text.contains(&what.words))
                }
                None => text.contains(&what.words),
            }
        };
        let names = self.files_under(Path::new("")).into_iter().map(|file| file.to_string_lossy().replace('\\', "/"));
        names.filter(|name| !name.starts_with("versions/")).filter(says).collect()
    }

    /// A file without the words; `None` if it does not say them there.
    fn rectified(&self, name: &str, what: &Rectification) -> Result<Option<Vec<u8>>, Fault> {
        let Ok((text, encoding)) =
            read::bytes(&self.root().join(name), name).and_then(|bytes| read::decode(name, &bytes))
        else {
            return Ok(None);
        };
        let document = scrub::kind(name, &text).and_then(|kind| Some((parse::document(&kind, &text).ok()?, kind)));
        let Some((document, kind)) = document else { return Ok(None) };
        let edits = edits(&kind, &document, what);
        if edits.is_empty() {
            return Ok(None);
        }
        let after = edits.iter().try_fold(Some(document), |document, edit| edit.apply(document.as_ref()))?;
        let Some(after) = after else { return Ok(None) };
        // The right to rectification matters more than comments.
        let text = splice::splice(&kind, &text, &edits, &after).or_else(|_| splice::rewrite(&kind, &after))?;
        Ok(Some(encoding.encode(&text)))
    }
}

/// The edits that take the words out of that field of what a document says of the person.
fn edits(file: &FileId, document: &Document, what: &Rectification) -> Vec<Edit> {
    let theirs = NameScrubber::of_ids(&what.person);
    let root = document.to_value();
    let said = mentions::texts(&root, &theirs).into_iter().filter(|(path, text)| {
        let is_field = path.iter().rev().find(|step| step.parse::<usize>().is_err()) == Some(&what.field);
        is_field && text.contains(&what.words)
    });
    let mut edits: Vec<Edit> = said
        .filter_map(|(path, _)| {
            let before = lookup(&root, &path)?.clone();
            let left = one_line(&before.as_str()?.replace(&what.words, ""));
            let left = left.trim_matches([' ', ',', ';']).to_owned();
            if left.is_empty() {
                return Some(Edit::take_out(file, path, before));
            }
            let change = Change::Set { before: Some(before), after: Some(json!(left)) };
            Some(Edit { file: file.clone(), path, change })
        })
        .collect();
    // The last items go first, so that the others stay where they are.
    edits.reverse();
    edits
}
