//! Three texts of one document put together, as a merge driver of git does.

use diffy::{ConflictStyle, MergeOptions};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use super::{read, splice};
use crate::domain::{
    compare::differences,
    document::{Document, FileId},
    edit::{Change, Edit},
    fault::Fault,
    merge::{Clash, merge},
};

/// What the two sides are called, between the marks that git makes too.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Our side.
    pub ours: &'a str,
    /// The other side.
    pub theirs: &'a str,
}

/// Three texts put together.
#[derive(Debug)]
pub struct Fused {
    /// The text; where two people said different things, both stand between marks.
    pub text: String,
    /// Where they did.
    pub clashes: Vec<Clash>,
}

/// Puts the changes of two texts together, both made from the same ancestor. Line by line where that says what is
/// meant, and keeps everybody's comments; else field by field, on our lines.
///
/// # Errors
/// A text that cannot be read.
pub fn fuse(file: &FileId, ancestor: &str, ours: &str, theirs: &str, names: Names<'_>) -> Result<Fused, Fault> {
    let value = |text: &str| read::document(file, text).map(|document| document.to_value());
    let (base, mine, other) = (value(ancestor)?, value(ours)?, value(theirs)?);
    // Seen from the other side, so that our words are the ones in place where the two clash.
    let merged = merge(file, Some(&base), &other, &mine);
    let reads_as = |text: &String| value(text).is_ok_and(|read| read == merged.value);
    let mut lines = MergeOptions::new();
    lines.set_conflict_style(ConflictStyle::Merge);
    let by_lines = lines.merge(ancestor, ours, theirs);
    if merged.clashes.is_empty()
        && let Some(text) = by_lines.as_ref().ok().filter(|text| reads_as(text))
    {
        return Ok(Fused { text: text.clone(), clashes: Vec::new() });
    }
    let fused = by_fields(file, ours, &mine, &merged.value, &merged.clashes, names);
    let text = match (fused, by_lines) {
        (Some(text), _) => text,
        (None, Ok(text) | Err(text)) => text,
    };
    Ok(Fused { text, clashes: merged.clashes })
}

fn by_fields(
    file: &FileId,
    ours: &str,
    mine: &Value,
    merged: &Value,
    clashes: &[Clash],
    names: Names<'_>,
) -> Option<String> {
    let document = Document::from_value(file, merged.clone()).ok()?;
    let text = splice::splice(file, ours, &differences(file, mine, merged), &document).ok()?;
    let mut edits = Vec::new();
    for clash in clashes {
        // Seen from the other side, « ours » is what the other text says.
        let change = Change::Set { before: clash.theirs.clone(), after: clash.ours.clone() };
        edits.push(Edit { file: file.clone(), path: clash.path.clone(), change });
    }
    if edits.is_empty() {
        return Some(text);
    }
    let after = edits.iter().try_fold(document, |document, edit| edit.apply(Some(&document)).ok().flatten())?;
    let other = splice::splice(file, &text, &edits, &after).ok()?;
    Some(marked(&text, &other, names))
}

/// Both texts in one, with marks around the lines where they differ.
fn marked(ours: &str, theirs: &str, names: Names<'_>) -> String {
    let diff = TextDiff::from_lines(ours, theirs);
    let mut text = String::new();
    for op in diff.ops() {
        let side =
            |tag| diff.iter_changes(op).filter(move |c| c.tag() == tag).map(|c| ended(c.value())).collect::<String>();
        let (mine, other) = (side(ChangeTag::Delete), side(ChangeTag::Insert));
        if mine.is_empty() && other.is_empty() {
            text.extend(diff.iter_changes(op).map(|change| change.value()));
        } else {
            text.push_str(&format!("<<<<<<< {}\n{mine}=======\n{other}>>>>>>> {}\n", names.ours, names.theirs));
        }
    }
    text
}

fn ended(line: &str) -> String {
    if line.ends_with('\n') { line.to_owned() } else { format!("{line}\n") }
}

/// Which document a text is, by its name or by what only that kind of document holds.
pub fn kind(name: &str, texts: &[&str]) -> Option<FileId> {
    let named = FileId::parse(name).or_else(|| {
        let path = std::path::Path::new(name);
        let stem = path.file_stem()?.to_str()?;
        let folder = path.parent().and_then(|p| p.file_name()).and_then(|f| f.to_str()).unwrap_or_default();
        FileId::parse(stem).or_else(|| FileId::parse(&format!("{folder}/{stem}")))
    });
    let has = |keys: &[&str]| {
        texts.iter().any(|text| text.lines().any(|line| keys.iter().any(|key| line.starts_with(&format!("{key}:")))))
    };
    let guessed = || {
        [
            (FileId::Board, &["personnes"][..]),
            (FileId::Plan, &["école", "ecole", "comité", "comite", "déploiement", "deploiement", "indicateurs"]),
            (FileId::Meeting("x".into()), &["heures", "présences", "presences", "tour", "retour", "portrait"]),
            (FileId::Impact("x".into()), &["mesures", "objectif_atteint", "enjeu"]),
        ]
        .into_iter()
        .find(|(_, keys)| has(keys))
        .map(|(file, _)| file)
    };
    named.or_else(guessed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Names<'static> = Names { ours: "ici", theirs: "ailleurs" };
    const BASE: &str =
        "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé\n    état: à suivre\n  - id: n02\n    nom: Luc\n";

    #[test]
    fn what_two_people_wrote_in_two_places_goes_together_with_their_comments() {
        let ours = BASE.replace("état: à suivre", "état: va bien   # vue jeudi");
        let theirs = BASE.replace("nom: Luc", "nom: Luc\n    fonction: TES  # à valider");
        let fused = fuse(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.text, ours.replace("nom: Luc", "nom: Luc\n    fonction: TES  # à valider"));
        assert_eq!(fused.clashes, []);
    }

    #[test]
    fn neighbouring_fields_do_not_clash_and_one_field_does() {
        let ours = BASE.replace("Zoé", "Zoé Roy");
        let theirs = BASE.replace("à suivre", "va bien");
        let fused = fuse(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.text, BASE.replace("Zoé", "Zoé Roy").replace("à suivre", "va bien"));
        let ours = BASE.replace("à suivre", "plus de soutien");
        let fused = fuse(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.clashes.len(), 1);
        assert_eq!(
            fused.text,
            BASE.replace(
                "    état: à suivre\n",
                "<<<<<<< ici\n    état: plus de soutien\n=======\n    état: va bien\n>>>>>>> ailleurs\n"
            )
        );
        let fault = read::document(&FileId::Board, &fused.text).expect_err("is refused");
        assert_eq!((fault.code.id(), fault.place.line), ("merge-marks", 5));
    }

    #[test]
    fn a_text_tells_its_kind() {
        assert_eq!(kind("suivi.yaml", &[]), Some(FileId::Board));
        assert_eq!(kind("/x/regulations/2026-11-19.yaml", &[]), Some(FileId::Meeting("2026-11-19".into())));
        assert_eq!(kind(".merge_file_a01", &[BASE]), Some(FileId::Board));
        assert_eq!(kind(".merge_file_a01", &["date: 2026-11-19\nprésences: []\n"]).map(|f| f.is_kept()), Some(true));
        assert_eq!(kind("x", &["bonjour"]), None);
    }
}
