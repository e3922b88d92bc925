//! What the fuzz targets do with their input; the tests replay the corpus through the same functions.

use arrimage::{
    domain::{
        edit::{self, Change, Edit},
        model::{document::FileId, folder::Folder},
        value::fault::{Code, Fault},
    },
    store::{
        read as reading, schema,
        yaml::{parse, splice},
    },
    words::{Words, fault},
};
use serde_json::{Value, json};

/// Texts that YAML would misread, and some that it would not.
pub const TEXTS: &[&str] = &[
    "",
    "oui",
    "9:30",
    "- x",
    "a: b",
    "#x",
    " blanc",
    "😀 « été »",
    "14\u{a0}h",
    "deux\nlignes : oui\n",
    "2026-12-01",
    "12",
    "0,5",
    "va bien",
    "R",
    "l'école",
    "\"cité\"",
    "{x}",
    "[y]",
    "fin:",
    "à suivre",
    "3",
    "\t",
    "tab\tau milieu",
    "x, y",
    "un # mot",
    "~",
    "null",
    "012",
    "1e3",
    "0x1F",
    "=",
    "<<",
    "trois\n\nlignes",
    "fin d'espace ",
    "\u{1b}[31m",
    "---",
    "&a *b",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "a\rb",
    "%",
    "@x",
    "`",
    "? x",
    "| x",
    "> x",
    "!x",
];

/// Input: a kind of file, then its bytes. The file is parsed, or refused with a message and a position fit to be shown.
/// Whatever parses can be rewritten with the same meaning.
pub fn read(data: &[u8]) {
    let Some((which, bytes)) = data.split_first() else { return };
    let file = kind(*which);
    let read = reading::decode(&file.file(), bytes).and_then(|(text, _)| {
        let document = parse::document(&file, &text)?;
        Ok((text, document))
    });
    match read {
        Err(refused) => said(&refused, bytes),
        Ok((text, document)) => {
            parse::remarks(&file, &text, &schema::of_file(&file)).iter().for_each(|remark| said(remark, bytes));
            splice::rewrite(&file, &document).expect("what reads can be written anew");
        }
    }
}

/// Input: a kind of file, a place, a kind of edit, a text, then the bytes of the file. The edit reads back as intended
/// and is undone by its inverse, or the line to fix is named.
pub fn edit(data: &[u8]) {
    let [which, place, kind_of_edit, words, bytes @ ..] = data else { return };
    let file = kind(*which);
    let Ok((text, _)) = reading::decode(&file.file(), bytes) else { return };
    let Ok(document) = parse::document(&file, &text) else { return };
    let mut folder = Folder::default();
    folder.put(&file, Some(document.clone()));
    let words = TEXTS[usize::from(*words) % TEXTS.len()];
    let Some(edit) = any_edit(&folder, &file, (*place).into(), (*kind_of_edit).into(), words) else { return };
    let after = edit.apply(Some(&document)).expect("applies").expect("a document");
    match splice::splice(&file, &text, std::slice::from_ref(&edit), &after) {
        Err(refused) => {
            assert_eq!(refused.code, Code::NotEditable);
            said(&refused, bytes);
            splice::rewrite(&file, &after).expect("what is meant can be written anew");
        }
        Ok(edited) => {
            assert_eq!(parse::document(&file, &edited).as_ref(), Ok(&after), "{edit:?}\n{text}\n{edited}");
            let unknown = |text: &str| parse::remarks(&file, text, &schema::of_file(&file)).len();
            let adds = matches!(edit.change, Change::Insert { .. } | Change::Set { before: None, .. });
            assert!(!adds || unknown(&edited) >= unknown(&text), "an unknown key is lost: {edit:?}\n{text}\n{edited}");
        }
    }
    assert_eq!(edit.inverse().apply(Some(&after)).ok().flatten(), Some(document));
}

/// An edit of any kind anywhere in a document: sets or clears a value, adds a record or a word, removes an item.
pub fn any_edit(folder: &Folder, file: &FileId, place: usize, kind: usize, text: &str) -> Option<Edit> {
    let root = folder.value(file).ok()?;
    let mut found = Vec::new();
    paths(&root, &[], &mut found);
    let path = &found[place % found.len()];
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let value = edit::lookup(&root, &steps)?;
    match (kind % 3, value.as_array()) {
        (0, Some(list)) => {
            let item = list.first().cloned().unwrap_or(json!(text));
            let item = match item {
                Value::Object(mut record) => {
                    for (key, value) in &mut record {
                        match value {
                            Value::String(_) if key == "id" => *value = json!("x9"),
                            Value::String(words)
                                if ["quoi", "va_bien", "nom", "intitulé", "note"].contains(&key.as_str()) =>
                            {
                                *words = text.to_owned();
                            }
                            _ => {}
                        }
                    }
                    Value::Object(record)
                }
                _ => json!(text),
            };
            Edit::push(folder, file, &steps, item).ok()
        }
        (1, Some(list)) if !list.is_empty() => {
            Edit::remove(folder, file, &steps, &(place % list.len()).to_string()).ok()
        }
        (2, None) => Edit::set(folder, file, &steps, None).ok().flatten(),
        _ => Edit::set(folder, file, &steps, Some(json!(text))).ok().flatten(),
    }
}

/// Every path of a document that leads to a scalar or a list.
fn paths(value: &Value, at: &[String], found: &mut Vec<Vec<String>>) {
    match value {
        Value::Object(record) => {
            for (key, inner) in record {
                paths(inner, &[at, std::slice::from_ref(key)].concat(), found);
            }
        }
        Value::Array(list) => {
            found.push(at.to_vec());
            for (position, item) in list.iter().enumerate() {
                paths(item, &[at, &[position.to_string()]].concat(), found);
            }
        }
        _ => found.push(at.to_vec()),
    }
}

fn kind(number: u8) -> FileId {
    let names = ["plan", "suivi", "regulations/2026-11-19", "impacts/2027-02-10"];
    FileId::parse(names[usize::from(number) % names.len()]).expect("a document")
}

/// Checks that a fault has a message, and a position within the file.
fn said(found: &Fault, bytes: &[u8]) {
    thread_local!(static WORDS: Words = Words::french());
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    assert!(found.place.line <= lines + 1, "line {} of {lines}", found.place.line);
    WORDS.with(|words| {
        assert!(!fault::lines(words, found).is_empty() && !fault::remedy(words, found).is_empty());
    });
}
