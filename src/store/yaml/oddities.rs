//! Small oddities of files written by hand, mended in memory before they are read. The text on disk stays as it is.

use serde_json::Value;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::outline::{self, KeyedNode, Node, NodeKind};
use crate::domain::value::{
    fault::{Code, Fault},
    text::{FIRST_COMBINING_MARK, fold},
    when::is_hour_only,
};

/// Whether a text may hold an oddity: a dash alone on its line, a sign for nothing, a key with a capital, an accent written
/// apart.
pub fn is_suspicious(text: &str) -> bool {
    let has_capital = |piece: &str| {
        let key = piece.split_once(':').map_or("", |(key, _)| key.trim_start_matches(['-', ' ', '{', '"', '\'']));
        // Keys are single words; a sentence before a colon is not one.
        key.contains(char::is_uppercase) && !key.contains([' ', '\u{a0}', '#', '/'])
    };
    text.lines().any(|line| line.trim() == "-" || line.split([',', '{']).any(has_capital))
        || text.contains(|c| c == '~' || c >= FIRST_COMBINING_MARK && is_combining_mark(c))
        || ["null", "Null", "NULL"].iter().any(|sign| text.contains(sign))
}

/// The text as it is read: keys as the format spells them, and no empty item in a list. `None` if nothing is odd.
///
/// # Errors
/// If a record has one key twice, in two spellings.
pub fn mended(file: &str, text: &str, schema: &Value) -> Result<Option<String>, Fault> {
    let Some(outline) = outline::outline(text) else { return Ok(None) };
    let mut mends = Vec::new();
    mend(&outline, schema, schema, text, &mut mends).map_err(|field: Twice| {
        let place = outline::place(file, text, field.at);
        Fault::new(Code::DuplicateKey, file).at(place).with("key", field.key)
    })?;
    if mends.is_empty() {
        return Ok(None);
    }
    let mut mended = text.to_owned();
    mends.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, with) in mends {
        mended.replace_range(range, &with);
    }
    Ok(Some(mended))
}

/// The places of the empty items of lists, by line and column.
pub fn empty_items(node: &Node<'_>) -> Vec<(usize, usize)> {
    match &node.kind {
        NodeKind::Scalar(..) => Vec::new(),
        NodeKind::Record(fields) => fields.iter().flat_map(|field| empty_items(&field.value)).collect(),
        NodeKind::List(items) => items
            .iter()
            .flat_map(|item| if item.is_nothing() { vec![item.place(&[])] } else { empty_items(item) })
            .collect(),
    }
}

/// The hours written where a day belongs, each with its line and column.
pub fn hours<'a>(node: &'a Node<'_>, schema: &Value, root: &Value) -> Vec<(&'a str, (usize, usize))> {
    let Some(schema) = super::unknown_keys::concrete(schema, root) else { return Vec::new() };
    match &node.kind {
        NodeKind::Scalar(..) => hour(node, schema).into_iter().collect(),
        NodeKind::List(items) => {
            schema.get("items").map_or(Vec::new(), |of| items.iter().flat_map(|item| hours(item, of, root)).collect())
        }
        NodeKind::Record(fields) => {
            let field = |field: &'a KeyedNode<'_>| {
                let known = schema.get("properties")?.get(field.key.as_ref())?;
                Some(hours(&field.value, known, root))
            };
            fields.iter().filter_map(field).flatten().collect()
        }
    }
}

/// The hour of a value that may be a day or nothing, with its line and column.
fn hour<'a>(node: &'a Node<'_>, schema: &Value) -> Option<(&'a str, (usize, usize))> {
    let NodeKind::Scalar(text, _) = &node.kind else { return None };
    let may_be_empty =
        schema.get("type").and_then(Value::as_array).is_some_and(|kinds| kinds.iter().any(|k| k == "null"));
    let is_day = schema.get("format").is_some_and(|format| format == "date");
    (is_day && may_be_empty && is_hour_only(text)).then(|| (text.as_ref(), node.place(&[])))
}

/// A key that a record has already.
struct Twice {
    at: (usize, usize),
    key: String,
}

type Mends = Vec<(std::ops::Range<usize>, String)>;

fn mend(node: &Node<'_>, schema: &Value, root: &Value, text: &str, mends: &mut Mends) -> Result<(), Twice> {
    let Some(schema) = super::unknown_keys::concrete(schema, root) else { return Ok(()) };
    match &node.kind {
        NodeKind::Scalar(..) => {
            mends.extend(hour(node, schema).map(|_| (node.bytes.clone(), "~".to_owned())));
            Ok(())
        }
        NodeKind::List(items) => {
            mends.extend(empties(items, text));
            let Some(of_item) = schema.get("items") else { return Ok(()) };
            items.iter().try_for_each(|item| mend(item, of_item, root, text, mends))
        }
        NodeKind::Record(fields) => {
            let Some(known) = schema.get("properties").and_then(Value::as_object) else { return Ok(()) };
            for (rank, field) in fields.iter().enumerate() {
                let folded = fold(&field.key);
                if fields[..rank].iter().any(|other| fold(&other.key) == folded) {
                    return Err(Twice { at: (field.line, field.column), key: field.key.to_string() });
                }
                let Some((name, of_field)) = known.iter().find(|(name, _)| fold(name) == folded) else { continue };
                let written: String = field.key.nfc().collect();
                if written != *name || written != field.key {
                    mends.extend(key_bytes(field, text).map(|range| (range, name.clone())));
                }
                mend(&field.value, of_field, root, text, mends)?;
            }
            Ok(())
        }
    }
}

/// The bytes of a key that is written without quotes.
fn key_bytes(field: &KeyedNode<'_>, text: &str) -> Option<std::ops::Range<usize>> {
    let start = field.end.checked_sub(field.key.len())?;
    (text.get(start..field.end)? == field.key).then_some(start..field.end)
}

/// The empty items of a list, each with its dash or its comma, which become a blank.
fn empties(items: &[Node<'_>], text: &str) -> Mends {
    // The first items take the comma after them, and the others the one before.
    let first = items.iter().position(|item| !item.is_nothing()).unwrap_or(items.len().saturating_sub(1));
    let empty = items.iter().enumerate().filter(|(_, item)| item.is_nothing());
    let range = |(at, item): (usize, &Node<'_>)| {
        let (before, after) = (text.get(..item.bytes.start)?, text.get(item.bytes.end..)?);
        let bare = before.trim_end();
        if bare.ends_with('-') {
            return Some((bare.len() - 1..item.bytes.end, " ".to_owned()));
        }
        let comma = after.len() - after.trim_start().len();
        let range = match (at < first, at) {
            (true, _) => after.trim_start().starts_with(',').then(|| item.bytes.start..item.bytes.end + comma + 1)?,
            (false, 0) => item.bytes.clone(),
            (false, _) => bare.ends_with(',').then(|| bare.len() - 1..item.bytes.end)?,
        };
        Some((range, " ".to_owned()))
    };
    empty.filter_map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::model::document::{Document, FileId},
        store::yaml::parse,
    };

    fn board(text: &str) -> Result<crate::domain::model::board::Board, Fault> {
        match parse::document(&FileId::Board, text)? {
            Document::Board(board) => Ok(board),
            _ => panic!("a board"),
        }
    }

    #[test]
    fn a_board_written_by_hand_is_read_with_its_oddities() {
        let text = "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé Roy\n    Palier: ciblé\n    ÉTAT: va bien\n    besoins:\n      \
                    - un\n      -\n      - deux\n  -\n  - id: n02\n    nom: Luc Roy\n    arrive\u{301}e: 2026-08-25T00:00:00Z\n";
        let read = board(text).expect("reads");
        assert_eq!(read.people.len(), 2);
        let zoe = read.person("n01").expect("there");
        assert_eq!((zoe.tier.map(|tier| tier.word()), zoe.wellbeing().word()), (Some("ciblé"), "va bien"));
        assert_eq!(zoe.needs, ["un", "deux"]);
        assert_eq!(read.person("n02").expect("there").arrival.expect("a day").to_string(), "2026-08-25");
        let plan = "format: 1\ncomité:\n  nom: C\n  membres:\n    -\n    - {nom: Hélène Gagnon}\nressources:\n  sommes:\n    -\n";
        match parse::document(&FileId::Plan, plan).expect("reads") {
            Document::Plan(plan) => assert_eq!(plan.committee.members.len(), 1),
            other => panic!("{other:?}"),
        }
        let outline = outline::outline(text).expect("an outline");
        assert_eq!(empty_items(&outline).into_iter().map(|at| at.0).collect::<Vec<_>>(), [9, 11]);
    }

    #[test]
    fn signs_for_nothing_in_a_list_are_no_items() {
        for (written, needs) in [
            ("[a, ~]", &["a"][..]),
            ("[~, a]", &["a"]),
            ("[a, null , b]", &["a", "b"]),
            ("[~, ~, a, ~, Null]", &["a"]),
            ("[~]", &[]),
            ("[~, ~]", &[]),
            ("[ \"~\", a ]", &["~", "a"]),
            ("\n      - ~\n      - a\n      - null # rien", &["a"]),
        ] {
            let text = format!("format: 1\npersonnes:\n  - id: n01\n    nom: Zoé Roy\n    besoins: {written}\n");
            let read = board(&text).unwrap_or_else(|fault| panic!("{written}: {fault:?}"));
            assert_eq!(read.person("n01").expect("there").needs, needs, "{written}");
        }
        let read = board("format: 1\npersonnes:\n  - ~\n  - id: n01\n    nom: Zoé\n").expect("reads");
        assert_eq!(read.people.len(), 1);
    }

    #[test]
    fn an_hour_where_a_day_belongs_is_no_day_and_stays_written() {
        let text = "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé Roy\n    état: va bien\n    état_le: 10:30\n";
        assert_eq!(board(text).expect("reads").person("n01").expect("there").wellbeing_on, None);
        let schema = crate::store::schema::of::<crate::domain::model::board::Board>();
        assert_eq!(hours(&outline::outline(text).expect("an outline"), &schema, &schema), [("10:30", (6, 14))]);
    }

    #[test]
    fn a_key_written_twice_is_told_at_its_second_line() {
        for twice in ["etat", "e\u{301}tat", "État"] {
            let text =
                format!("format: 1\npersonnes:\n  - id: n01\n    nom: Zoé\n    état: va bien\n    {twice}: à suivre\n");
            let fault = board(&text).expect_err("is refused");
            assert_eq!((fault.code, fault.place.line), (Code::DuplicateKey, 6), "{twice}");
        }
    }

    #[test]
    fn a_column_of_texts_keeps_what_was_written() {
        let text = "format: 1\ncolonnes:\n  - {id: mat, nom: Matricule, type: texte}\npersonnes:\n  - {id: a, nom: A, colonnes: {mat: 004521}}\n  \
                    - {id: b, nom: B, colonnes: {mat: 1e3}}\n  - {id: c, nom: C, colonnes: {mat: 12.50}}\n  \
                    - {id: d, nom: D, colonnes: {mat: 1234567890123456789}}\n  - {id: e, nom: E, colonnes: {mat: oui}}\n";
        let read = board(text).expect("reads");
        let said: Vec<&str> = read.people.iter().filter_map(|person| person.own["mat"].as_str()).collect();
        assert_eq!(said, ["004521", "1e3", "12.50", "1234567890123456789", "oui"]);
    }
}
