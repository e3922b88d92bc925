//! Three-way text merge of a document, for git's merge driver.

use serde_json::Value;
use similar::{ChangeTag, TextDiff, TextMerge};

use super::{
    schema,
    yaml::{outline, parse, splice},
};
use crate::domain::{
    edit::{
        self,
        diff::differences,
        merge::{Clash, merge},
    },
    model::{
        document::{Document, FileId},
        folder::Folder,
    },
    value::{fault::Fault, text::fold},
};

/// The labels of the two sides in conflict markers.
#[derive(Clone, Copy, Debug)]
pub struct SideNames<'a> {
    /// Our side.
    pub ours: &'a str,
    /// The other side.
    pub theirs: &'a str,
}

/// The result of a three-way merge.
#[derive(Debug)]
pub struct MergedText {
    /// The text; where both sides changed a value differently, both are kept between conflict markers.
    pub text: String,
    /// The conflicting fields.
    pub clashes: Vec<Clash>,
    /// Whether the text has no conflict markers.
    pub is_clean: bool,
}

/// Merges the changes of two texts made from the same ancestor: line by line if the result reads as intended, which
/// keeps everybody's comments; else field by field, on our lines; else with both texts between conflict markers.
///
/// # Errors
/// If a text cannot be read.
pub fn merge_texts(
    file: &FileId,
    ancestor: &str,
    ours: &str,
    theirs: &str,
    names: SideNames<'_>,
) -> Result<MergedText, Fault> {
    let value = |text: &str| parse::document(file, text).map(|document| document.to_value());
    let (base, mine, other) = (value(ancestor)?, value(ours)?, value(theirs)?);
    // The sides are swapped, so that our values stay in place where the two conflict.
    let merged = merge(file, Some(&base), &other, &mine);
    let reads_as = |text: &String| value(text).is_ok_and(|read| read == merged.value);
    let by_lines = TextMerge::from_lines(ancestor, ours, theirs);
    if merged.clashes.is_empty()
        && !by_lines.is_conflicted()
        && let Some(text) = Some(by_lines.to_string()).filter(reads_as)
    {
        return Ok(MergedText { text, clashes: Vec::new(), is_clean: true });
    }
    let schema = schema::of_file(file);
    let added = IgnoredLines::of(theirs, &schema).beyond(IgnoredLines::of(ancestor, &schema));
    let keeps = |text: &String| added.is_in(text);
    let is_clean = merged.clashes.is_empty();
    match by_fields(file, ours, &mine, &merged.value, &merged.clashes, names).filter(keeps) {
        Some(text) => Ok(MergedText { text, clashes: merged.clashes, is_clean }),
        // Their comments and unknown keys have no obvious place on our lines: a person must put them there.
        None => Ok(MergedText { text: marked(ours, theirs, names), clashes: merged.clashes, is_clean: false }),
    }
}

/// The parts of a text that the typed parser ignores: comments, and the lines of unknown keys.
struct IgnoredLines(Vec<String>);

impl IgnoredLines {
    fn of(text: &str, schema: &Value) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let indent = |line: &str| line.len() - line.trim_start().len();
        let mut unread: Vec<String> =
            outline::comments(text).into_iter().flatten().map(|comment| comment.words).collect();
        let outline = outline::outline(text);
        for (_, (line, column), _) in outline.iter().flat_map(|outline| outline.unknown_keys(schema)) {
            let deeper = |line: &&&str| line.trim().is_empty() || indent(line) >= column;
            let first = lines.get(line - 1).into_iter();
            unread.extend(first.chain(lines.iter().skip(line).take_while(deeper)).map(|line| line.trim().to_owned()));
        }
        IgnoredLines(unread.into_iter().filter(|line| !line.is_empty()).collect())
    }

    /// The lines that an ancestor does not have.
    fn beyond(self, ancestor: IgnoredLines) -> Self {
        let mut had = ancestor.0;
        let is_new = |line: &String| match had.iter().position(|old| old == line) {
            Some(at) => {
                had.swap_remove(at);
                false
            }
            None => true,
        };
        IgnoredLines(self.0.into_iter().filter(is_new).collect())
    }

    fn is_in(&self, text: &str) -> bool {
        self.0.iter().all(|line| text.contains(line.as_str()))
    }
}

fn by_fields(
    file: &FileId,
    ours: &str,
    mine: &Value,
    merged: &Value,
    clashes: &[Clash],
    names: SideNames<'_>,
) -> Option<String> {
    let document = Document::from_value(file, &merged.clone()).ok()?;
    let text = splice::splice(file, ours, &differences(file, mine, merged), &document).ok()?;
    if clashes.is_empty() {
        return Some(text);
    }
    // The sides are swapped: « ours » is what the other text says.
    let mut folder = Folder::default();
    folder.put(file, Some(document));
    let mut edits = Vec::new();
    for clash in clashes {
        let edit = clash.settle(&folder).ok()?;
        edit::apply(&mut folder, edit.as_slice()).ok()?;
        edits.extend(edit);
    }
    let other = splice::splice(file, &text, &edits, &folder.document(file)?).ok()?;
    Some(marked(&text, &other, names))
}

/// Combines both texts, with conflict markers around the lines that differ.
fn marked(ours: &str, theirs: &str, names: SideNames<'_>) -> String {
    let diff = TextDiff::from_lines(ours, theirs);
    let end = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = String::new();
    for op in diff.ops() {
        let side =
            |tag| diff.iter_changes(op).filter(move |c| c.tag() == tag).map(|c| ended(c.value())).collect::<String>();
        let (mine, other) = (side(ChangeTag::Delete), side(ChangeTag::Insert));
        if mine.is_empty() && other.is_empty() {
            text.extend(diff.iter_changes(op).map(|change| change.value()));
        } else {
            text.push_str(&format!(
                "<<<<<<< {}{end}{mine}======={end}{other}>>>>>>> {}{end}",
                names.ours, names.theirs
            ));
        }
    }
    text
}

fn ended(line: &str) -> String {
    if line.ends_with('\n') { line.to_owned() } else { format!("{line}\n") }
}

/// Detects which document a text is, by its name or by keys that only that kind of document has.
pub fn kind(name: &str, texts: &[&str]) -> Option<FileId> {
    let named = FileId::parse(name).or_else(|| {
        let path = std::path::Path::new(name);
        let stem = path.file_stem()?.to_str()?;
        let folder = path.parent().and_then(|p| p.file_name()).and_then(|f| f.to_str()).unwrap_or_default();
        FileId::parse(stem).or_else(|| FileId::parse(&format!("{folder}/{stem}")))
    });
    named.or_else(|| guessed(texts))
}

/// The kind of document of which the texts have the most exclusive keys at their root: keys that no other kind has.
pub fn guessed(texts: &[&str]) -> Option<FileId> {
    let outlines: Vec<_> = texts.iter().filter_map(|text| outline::outline(text)).collect();
    let kinds: Vec<(FileId, Vec<String>)> =
        FileId::kinds().into_iter().map(|kind| (kind.clone(), schema::root_keys(&kind))).collect();
    let own = |kind: &FileId, key: &str| {
        kinds.iter().all(|(other, keys)| (other == kind) == keys.iter().any(|known| fold(known) == fold(key)))
    };
    let found = |kind: &FileId, keys: &[String]| {
        keys.iter().filter(|key| own(kind, key) && outlines.iter().any(|text| text.field(key).is_some())).count()
    };
    let (count, kind) = kinds.iter().map(|(kind, keys)| (found(kind, keys), kind)).max_by_key(|(count, _)| *count)?;
    (count > 0).then(|| kind.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_name_is_known_by_what_only_its_kind_holds() {
        for (text, file) in [
            ("format: 1\npersonnes: []\n", FileId::Board),
            ("format: 1\nindicateurs: []\n", FileId::Plan),
            ("format: 1\ndate: 2026-11-19\npresences: [Luc]\n", FileId::Meeting(String::new())),
            ("format: 1\ndate: 2026-11-19\nenjeu: x\nmesures: []\n", FileId::Impact(String::new())),
            (
                "format: 1\ndate: 2027-02-10\npublic: nouveaux\ninvités: 15\nquestions: []\n",
                FileId::Survey(String::new()),
            ),
        ] {
            assert_eq!(kind("/tmp/.merge_file_a1b2", &[text]), Some(file), "{text}");
        }
        assert_eq!(kind("/tmp/.merge_file_a1b2", &["format: 1\n"]), None);
        assert_eq!(kind("sondages/2027-02.yaml", &[]), Some(FileId::Survey("2027-02".into())));
    }

    const NAMES: SideNames<'static> = SideNames { ours: "ici", theirs: "ailleurs" };
    const BASE: &str =
        "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé\n    état: à suivre\n  - id: n02\n    nom: Luc\n";

    #[test]
    fn what_two_people_wrote_in_two_places_goes_together_with_their_comments() {
        let ours = BASE.replace("état: à suivre", "état: va bien   # vue jeudi");
        let theirs = BASE.replace("nom: Luc", "nom: Luc\n    fonction: TES  # à valider");
        let fused = merge_texts(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.text, ours.replace("nom: Luc", "nom: Luc\n    fonction: TES  # à valider"));
        assert_eq!((fused.clashes, fused.is_clean), (vec![], true));
    }

    #[test]
    fn nothing_of_the_other_side_goes_without_a_mark() {
        let base = "format: 1\npersonnes:\n  - id: n01\n    état: à suivre\n    téléphone: poste 12\n";
        let ours = base.replace("à suivre", "va bien");
        for theirs in [
            base.replace("poste 12", "poste 99"),
            base.replace("à suivre", "à suivre   # appeler lundi"),
            base.replace("poste 12", "poste 12\n    autre: [x]"),
        ] {
            let fused = merge_texts(&FileId::Board, base, &ours, &theirs, NAMES).expect("reads");
            assert_eq!(fused.is_clean, !fused.text.contains("<<<<<<<"), "{}", fused.text);
            let last = theirs.lines().find(|line| !base.contains(*line)).expect("a line");
            assert!(fused.text.contains(last), "{}", fused.text);
        }
        let shared = "format: 1\npersonnes:\n  - id: n01\n    besoins: &b [x]\n  - id: n02\n    besoins: *b\n";
        let fused = merge_texts(
            &FileId::Board,
            shared,
            &shared.replace("[x]", "[x, y]"),
            &shared.replace("[x]", "[x, z]"),
            NAMES,
        );
        let fused = fused.expect("reads");
        assert!(!fused.is_clean && fused.text.contains("<<<<<<<"), "{}", fused.text);
    }

    #[test]
    fn a_record_taken_away_under_a_change_stands_between_marks_alone() {
        let ours = BASE.replace("nom: Luc", "nom: Luc\n    état: va bien");
        let theirs = BASE.replace("  - id: n02\n    nom: Luc\n", "").replace("Zoé\n", "Zoé\n    fonction: TES\n");
        let fused = merge_texts(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        let marks = "<<<<<<< ici\n  - id: n02\n    nom: Luc\n    état: va bien\n=======\n>>>>>>> ailleurs\n";
        assert!(fused.text.contains("fonction: TES\n") && fused.text.ends_with(marks), "{}", fused.text);
        let other = merge_texts(&FileId::Board, BASE, &theirs, &ours, NAMES).expect("reads");
        let marks = "<<<<<<< ici\n=======\n  - id: n02\n    nom: Luc\n    état: va bien\n>>>>>>> ailleurs\n";
        assert!(other.text.contains("fonction: TES\n") && other.text.ends_with(marks), "{}", other.text);
    }

    #[test]
    fn neighbouring_fields_do_not_clash_and_one_field_does() {
        let ours = BASE.replace("Zoé", "Zoé Roy");
        let theirs = BASE.replace("à suivre", "va bien");
        let fused = merge_texts(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.text, BASE.replace("Zoé", "Zoé Roy").replace("à suivre", "va bien"));
        let ours = BASE.replace("à suivre", "plus de soutien");
        let fused = merge_texts(&FileId::Board, BASE, &ours, &theirs, NAMES).expect("reads");
        assert_eq!(fused.clashes.len(), 1);
        assert_eq!(
            fused.text,
            BASE.replace(
                "    état: à suivre\n",
                "<<<<<<< ici\n    état: plus de soutien\n=======\n    état: va bien\n>>>>>>> ailleurs\n"
            )
        );
        let fault = parse::document(&FileId::Board, &fused.text).expect_err("is refused");
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
