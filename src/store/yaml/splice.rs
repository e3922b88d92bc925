//! Lossless edits: comments, order, quotes and line endings outside the edited lines stay as they were.
//!
//! A scalar is replaced in place, and a field or a record on whole lines, where possible; a lossless editor does the
//! rest. The result is used only if other lines are unchanged and the typed parser reads back exactly what was meant.

use std::{borrow::Cow, str::FromStr};

use serde_json::Value;
use serde_yaml::granit_parser::ScalarStyle;
use yaml_edit::{Document as Tree, Mapping, Sequence, YamlFile, YamlNode};

use super::{
    emit,
    line_edit::{EditedText, Patch},
    outline::{self, Bracketing, Node},
    parse,
    regroup::{are_on_their_lines, emptying, finer, gathered, sets_words},
    verify,
};
use crate::domain::{
    edit::{self, Change, Edit, IDENTITIES, lookup},
    model::document::{Document, FileId},
    value::{
        fault::{Code, Fault},
        text::fold,
        tree::{identity, nearest},
    },
};

/// The text after these edits, which lead to that document.
///
/// # Errors
/// If no way of writing the edits leaves every other line unchanged; the fault names the line to fix by hand.
pub fn splice(file: &FileId, text: &str, edits: &[Edit], after: &Document) -> Result<String, Fault> {
    // A list that loses its last item goes with it, and leaves no empty brackets.
    if let Some(whole) = emptying(text, edits)
        && let Ok(edited) = splice(file, text, &whole, after)
    {
        return Ok(edited);
    }
    // Many lists of words, each on its line, are written together: taking them apart would cost a parse for each.
    if edits.len() >= MANY
        && edits.iter().all(|edit| finer(edit).is_none() || sets_words(edit))
        && are_on_their_lines(text, edits)
        && let Some(edited) = at_once(file, text, edits, after)
    {
        return Ok(edited);
    }
    // A list or a record that changes in part is edited in part: the rest of it keeps its style and its comments.
    if edits.iter().any(|edit| finer(edit).is_some()) {
        let finer: Vec<Edit> =
            edits.iter().flat_map(|edit| finer(edit).unwrap_or_else(|| vec![edit.clone()])).collect();
        if let Ok(edited) = splice(file, text, &finer, after) {
            return Ok(edited);
        }
    }
    if let Some(edited) = at_once(file, text, edits, after).or_else(|| in_two(file, text, edits, after)) {
        return Ok(edited);
    }
    let greedy = edits.iter().try_fold(text.to_owned(), |text, edit| candidates(&text, edit).next());
    if let Some(edited) = greedy.filter(|edited| reads_as(file, edited, after)) {
        return Ok(edited);
    }
    // One of the edits was written with another meaning: each edit is verified on its own.
    let mut edited = text.to_owned();
    let mut document = parse::document(file, text).ok();
    for edit in edits {
        let refused = || refused(file, text, edit);
        let next = edit.apply(document.as_ref()).ok().flatten().ok_or_else(refused)?;
        let found = candidates(&edited, edit).find(|text| reads_as(file, text, &next));
        edited = found.ok_or_else(refused)?;
        document = Some(next);
    }
    if document.as_ref() == Some(after) { Ok(edited) } else { Err(refused(file, text, &edits[0])) }
}

/// The number of edits from which they are written together rather than one after another.
const MANY: usize = 4;

/// The text after many edits, each of which replaces bytes of its own; `None` if one of them cannot be written so, or if
/// the whole does not read as meant.
fn at_once(file: &FileId, text: &str, edits: &[Edit], after: &Document) -> Option<String> {
    if edits.len() < MANY {
        return None;
    }
    let outline = outline::outline(text)?;
    let page = EditedText::new(text, &outline);
    let edits = gathered(&outline, edits);
    let patch = |edit: &Cow<'_, Edit>| in_bytes(text, &outline, edit).or_else(|| page.patch(edit));
    let mut patches: Vec<Patch> = edits.iter().map(patch).collect::<Option<_>>()?;
    // What is added at one place stays in order.
    patches.sort_by_key(|patch| (patch.bytes.start, patch.bytes.end));
    if patches.windows(2).any(|pair| pair[0].bytes.end > pair[1].bytes.start) {
        return None;
    }
    let (mut edited, mut done) = (String::with_capacity(text.len()), 0);
    for patch in &patches {
        edited.push_str(&text[done..patch.bytes.start]);
        edited.push_str(&patch.new);
        done = patch.bytes.end;
    }
    edited.push_str(&text[done..]);
    let edited = verify::with_ends_of(text, edited);
    // Both look at the whole text, and neither changes anything: a long list is not read twice in a row.
    let is_meant = std::thread::scope(|scope| {
        let reading = scope.spawn(|| reads_as(file, &edited, after));
        verify::are_local(text, &edited, &outline, &edits, &patches) && reading.join().unwrap_or(false)
    });
    is_meant.then_some(edited)
}

/// The text after many edits of different fields, where some are written together and the others after them.
fn in_two(file: &FileId, text: &str, edits: &[Edit], after: &Document) -> Option<String> {
    let is_field = |edit: &Edit| matches!(edit.change, Change::Set { .. });
    if edits.len() < MANY || !edits.iter().all(is_field) {
        return None;
    }
    let outline = outline::outline(text)?;
    let page = EditedText::new(text, &outline);
    let is_easy = |edit: &&Edit| {
        let gathered = gathered(&outline, std::slice::from_ref(*edit));
        gathered.iter().all(|edit| in_bytes(text, &outline, edit).or_else(|| page.patch(edit)).is_some())
    };
    let (easy, others): (Vec<&Edit>, Vec<&Edit>) = edits.iter().partition(is_easy);
    if easy.len() < MANY || others.is_empty() {
        return None;
    }
    let [easy, others] = [easy, others].map(|edits| edits.into_iter().cloned().collect::<Vec<Edit>>());
    let between = edit::after(Some(parse::document(file, text).ok()?), &easy).ok()??;
    let begun = at_once(file, text, &easy, &between)?;
    splice(file, &begun, &others, after).ok()
}

/// Rewrites the whole document, without the comments and the unknown keys of the old text.
///
/// # Errors
/// If the text does not read back as the same document.
pub fn rewrite(file: &FileId, after: &Document) -> Result<String, Fault> {
    let rewritten = emit::document(&after.to_value());
    if reads_as(file, &rewritten, after) { Ok(rewritten) } else { Err(Fault::new(Code::NotEditable, file.file())) }
}

/// The fault that names the line to fix by hand.
fn refused(file: &FileId, text: &str, edit: &Edit) -> Fault {
    let at = outline::outline(text).map_or((1, 1), |outline| outline.place(&edit.path));
    Fault::new(Code::NotEditable, file.file()).at(outline::place(&file.file(), text, at))
}

fn reads_as(file: &FileId, text: &str, meant: &Document) -> bool {
    parse::document(file, text).is_ok_and(|read| read == *meant)
}

/// The ways of writing an edit that change nothing else, lightest first.
fn candidates(text: &str, edit: &Edit) -> impl Iterator<Item = String> {
    let outline = outline::outline(text);
    let whole = outline.as_ref().and_then(|outline| of_a_word(text, outline, edit));
    let edit = whole.map_or(Cow::Borrowed(edit), Cow::Owned);
    let in_bytes = outline.as_ref().and_then(|outline| in_bytes(text, outline, &edit));
    let in_lines = outline.as_ref().and_then(|outline| EditedText::new(text, outline).patch(&edit));
    // The lossless editor is used only when the lighter ways fail.
    let same = edit.clone();
    let in_tree = std::iter::once_with(move || in_tree(text, &same)).flatten();
    let ways = in_bytes.into_iter().chain(in_lines).map(|patch| patch.apply(text)).chain(in_tree);
    ways.map(|edited| verify::with_ends_of(text, edited))
        .filter(move |edited| outline.as_ref().is_some_and(|outline| verify::is_local(text, edited, outline, &edit)))
}

/// An edit inside a record that the text holds as a plain word of a list: the word becomes the whole record.
fn of_a_word(text: &str, outline: &Node, edit: &Edit) -> Option<Edit> {
    let depth = (1..edit.path.len()).find(|depth| outline.written(&edit.path[..*depth]).is_some())?;
    let (path, within) = edit.path.split_at(depth);
    let document = parse::document(&edit.file, text).ok()?.to_value();
    let before = lookup(&document, path).filter(|record| record.is_object())?;
    let mut after = before.clone();
    let inner = Edit { path: within.to_vec(), ..edit.clone() };
    edit::change_value(&inner, &mut after)?;
    let change = Change::Set { before: Some(before.clone()), after: Some(after) };
    Some(Edit { file: edit.file.clone(), path: path.to_vec(), change })
}

/// Replaces a scalar in place, on one line.
fn in_bytes(text: &str, outline: &Node, edit: &Edit) -> Option<Patch> {
    let Change::Set { before: Some(_), after: Some(after) } = &edit.change else { return None };
    let written = outline.written(&edit.path)?;
    let old = text.get(written.bytes.clone())?;
    let is_item = edit.path.last().is_some_and(|step| step.parse::<usize>().is_ok());
    if after.is_array() || after.is_object() && !is_item || old.is_empty() || old.contains('\n') {
        return None;
    }
    let day = edit.path.last().and_then(|key| emit::day(key, after));
    let spelled = match (written.style, after.as_str()) {
        _ if after.is_object() => spell_in_flow(after),
        (ScalarStyle::Literal | ScalarStyle::Folded, _) => return None,
        (_, Some(words)) if words.contains('\n') => return None,
        (ScalarStyle::DoubleQuoted, Some(words)) => emit::quoted(words),
        (ScalarStyle::SingleQuoted, Some(words)) if emit::fits_single_quotes(words) => emit::single_quoted(words),
        _ => match day {
            Some(day) => day.to_owned(),
            None if written.context == Bracketing::Flow => emit::in_flow(after),
            None => emit::scalar(after),
        },
    };
    Some(Patch { bytes: written.bytes, new: spelled })
}

/// Makes the edit with the lossless editor.
fn in_tree(text: &str, edit: &Edit) -> Option<String> {
    let tree = YamlFile::from_str(text).ok()?;
    let root = tree.document()?.as_mapping()?;
    apply(&root, edit)?;
    Some(tree.to_string())
}

fn apply(root: &Mapping, edit: &Edit) -> Option<()> {
    let (last, way) = edit.path.split_last()?;
    let parent = way.iter().try_fold(Container::Record(root.clone()), |container, step| container.child(step))?;
    match (&edit.change, parent) {
        (Change::Set { after: Some(value), .. }, Container::Record(record)) => set(&record, last, value),
        (Change::Set { after: None, .. }, Container::Record(record)) => {
            let key = key_of(&record, last)?;
            record.remove(key.as_str()).map(drop)
        }
        (Change::Set { after: Some(value), .. }, Container::List(list)) => {
            let at = position(&list, last)?;
            list.set(at, item_node(value, list.is_flow_style())?).then_some(())
        }
        (Change::Set { after: None, .. }, Container::List(_)) => None,
        (Change::Insert { at, item }, parent) => match (parent.child(last), parent) {
            // An empty list on one line takes the style that its first item needs.
            (Some(Container::List(list)), Container::Record(record)) if list.is_empty() && !record.is_flow_style() => {
                set(&record, last, &Value::Array(vec![item.clone()]))
            }
            (Some(Container::List(list)), _) => {
                let node = item_node(item, list.is_flow_style())?;
                if *at >= list.len() {
                    list.push(node);
                } else {
                    list.insert(*at, node);
                }
                Some(())
            }
            (None, Container::Record(record)) => set(&record, last, &Value::Array(vec![item.clone()])),
            _ => None,
        },
        (Change::Remove { at, item }, parent) => {
            let Some(Container::List(list)) = parent.child(last) else { return None };
            let by_id = |id| nearest(list.values().map(|other| identity_of(&other).as_deref() == Some(id)), *at);
            let at = identity(item).and_then(by_id).unwrap_or(*at);
            list.remove(at).map(drop)
        }
    }
}

fn set(record: &Mapping, key: &str, value: &Value) -> Option<()> {
    let key = key_of(record, key).unwrap_or_else(|| key.to_owned());
    let flow = record.is_flow_style();
    record.set(key.as_str(), node(&key, value, flow)?);
    Some(())
}

/// The value of a key as a node of the lossless tree, in our style.
fn node(key: &str, value: &Value, flow: bool) -> Option<YamlNode> {
    let text = match flow {
        true => format!(" [{}]", emit::day(key, value).map_or_else(|| spell_in_flow(value), ToOwned::to_owned)),
        false => format!("{}\n", emit::after_key(key, value, 0)),
    };
    let tree = Tree::from_str(&format!("v:{text}")).ok()?;
    let node = tree.get("v")?;
    if flow { node.as_sequence()?.get(0) } else { Some(node) }
}

fn item_node(value: &Value, flow: bool) -> Option<YamlNode> {
    if flow {
        return node("", value, true);
    }
    Tree::from_str(&format!("v:{}", emit::record(value))).ok()?.get("v")
}

fn spell_in_flow(value: &Value) -> String {
    let listed = emit::after_key("", &Value::Array(vec![value.clone()]), 0);
    match listed.trim().strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
        Some(inner) => inner.to_owned(),
        None => match value {
            Value::String(_) => serde_json::to_string(value).unwrap_or_default(),
            Value::Object(record) => {
                let spell = |(key, value): (&String, &Value)| match emit::day(key, value) {
                    Some(day) => format!("{key}: {day}"),
                    None => format!("{key}: {}", spell_in_flow(value)),
                };
                let fields: Vec<String> = record.iter().map(spell).collect();
                format!("{{{}}}", fields.join(", "))
            }
            _ => emit::scalar(value),
        },
    }
}

enum Container {
    Record(Mapping),
    List(Sequence),
}

impl Container {
    fn child(&self, step: &str) -> Option<Container> {
        let node = match self {
            Container::Record(record) => record.get(key_of(record, step)?.as_str())?,
            Container::List(list) => list.get(position(list, step)?)?,
        };
        match (node.as_mapping(), node.as_sequence()) {
            (Some(record), _) => Some(Container::Record(record.clone())),
            (None, Some(list)) => Some(Container::List(list.clone())),
            (None, None) => None,
        }
    }
}

/// The key as written in the file, with or without its accents.
fn key_of(record: &Mapping, key: &str) -> Option<String> {
    let folded = fold(key);
    record.keys().filter_map(|k| k.as_scalar().map(|s| s.as_string())).find(|k| fold(k) == folded)
}

fn position(list: &Sequence, step: &str) -> Option<usize> {
    let by_id = list.values().position(|item| identity_of(&item).as_deref() == Some(step));
    by_id.or_else(|| step.parse().ok().filter(|at| *at < list.len()))
}

fn identity_of(item: &YamlNode) -> Option<String> {
    let record = item.as_mapping()?;
    let id = IDENTITIES.iter().find_map(|id| record.get(*id))?;
    id.as_scalar().map(|scalar| scalar.as_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const BOARD: &str = "format: 1\npersonnes:\n  - id: n01\n    nom: Amélie\n    départ: {date: 2026-06-01}\n  \
                         - id: n02 # ici\n    nom: Luc\n  - id: n03\n    nom: Zoé\n";

    fn edits(paths: &[&str]) -> Vec<Edit> {
        let edit = |path: &&str| {
            let said = json!(format!("Dit {path}"));
            let value = if path.ends_with("colonnes") { json!({ "a": said }) } else { said };
            Edit {
                file: FileId::Board,
                path: path.split('/').map(ToOwned::to_owned).collect(),
                change: Change::Set { before: None, after: Some(value) },
            }
        };
        paths.iter().map(edit).collect()
    }

    fn after(edits: &[Edit]) -> Document {
        let before = parse::document(&FileId::Board, BOARD).expect("reads");
        edit::after(Some(before), edits).expect("fits").expect("is there")
    }

    #[test]
    fn a_field_that_comes_back_goes_where_the_records_beside_have_it() {
        let text = "format: 1\npersonnes:\n  - id: n01\n    nom: A\n    fonction: x\n    palier: ciblé\n  - id: n02\n    \
                    nom: B\n    fonction: tes\n    palier: ciblé\n";
        let path: Vec<String> = ["personnes", "n02", "fonction"].map(ToOwned::to_owned).to_vec();
        let change = Change::Set { before: Some(json!("tes")), after: None };
        let gone = Edit { file: FileId::Board, path, change };
        let document = |text: &str| parse::document(&FileId::Board, text).expect("reads");
        let without = edit::after(Some(document(text)), std::slice::from_ref(&gone)).expect("fits").expect("is there");
        let cleared = splice(&FileId::Board, text, std::slice::from_ref(&gone), &without).expect("written");
        assert!(!cleared.contains("fonction: tes"), "{cleared}");
        let back = splice(&FileId::Board, &cleared, &[gone.inverse()], &document(text)).expect("written");
        assert_eq!(back, text);
    }

    #[test]
    fn many_fields_are_written_together_and_those_of_a_new_record_in_one() {
        let edits = edits(&[
            "personnes/n01/colonnes",
            "personnes/n01/colonnes/b",
            "personnes/n02/objectif",
            "personnes/n02/colonnes",
            "personnes/n03/nom",
        ]);
        let edited = at_once(&FileId::Board, BOARD, &edits, &after(&edits)).expect("at once");
        assert!(edited.contains("/colonnes, b: Dit") && edited.contains("n02 # ici"), "{edited}");
        assert_eq!(edited.matches("colonnes:").count(), 2, "{edited}");
    }

    #[test]
    fn a_plain_text_becomes_a_record_when_more_is_said_of_it() {
        const PLAN: &str = "format: 1\ndéploiement:\n  - id: e3\n    étape: Plan\n    sous_actions:  # à choisir\n      \
                            - \"Un guide : qui le fait?\"  # le guide\n      - Un courriel\n      - 12\n";
        let set = |at: &str, key: &str, said: &str| Edit {
            file: FileId::Plan,
            path: ["déploiement", "e3", "sous_actions", at, key].map(ToOwned::to_owned).to_vec(),
            change: Change::Set { before: None, after: Some(json!(said)) },
        };
        let insert = Edit {
            file: FileId::Plan,
            path: ["déploiement", "e3", "sous_actions"].map(ToOwned::to_owned).to_vec(),
            change: Change::Insert { at: 3, item: json!({"quoi": "Une visite"}) },
        };
        let edits = [
            set("0", "état", "fait"),
            set("0", "qui", "Luc Tremblay"),
            set("1", "quand", "2026-12-03"),
            set("2", "quoi", "Douze"),
            insert,
        ];
        let before = parse::document(&FileId::Plan, PLAN).expect("reads");
        let after = edit::after(Some(before), &edits).expect("fits").expect("is there");
        let edited = splice(&FileId::Plan, PLAN, &edits, &after).expect("spliced");
        assert_eq!(
            edited,
            "format: 1\ndéploiement:\n  - id: e3\n    étape: Plan\n    sous_actions:  # à choisir\n      \
             - {quoi: \"Un guide : qui le fait?\", état: fait, qui: Luc Tremblay}  # le guide\n      \
             - {quoi: Un courriel, quand: 2026-12-03}\n      - {quoi: Douze}\n      - {quoi: Une visite}\n"
        );
    }

    #[test]
    fn one_field_inside_brackets_does_not_slow_the_others() {
        let edits = edits(&[
            "personnes/n01/objectif",
            "personnes/n02/objectif",
            "personnes/n03/objectif",
            "personnes/n03/fonction",
            "personnes/n01/départ/motif",
        ]);
        let after = after(&edits);
        assert_eq!(at_once(&FileId::Board, BOARD, &edits, &after), None);
        let edited = in_two(&FileId::Board, BOARD, &edits, &after).expect("in two");
        assert!(edited.contains("départ: {date: 2026-06-01, motif:"), "{edited}");
    }
}
