//! All that the school's files hold about one person: what an access request is answered with.

use serde_json::{Value, json};

use super::paper::{Block, Paper};
use crate::{
    domain::{
        meeting::thread,
        model::{board::Newcomer, cycle::Cycle, folder::Folder},
        value::text::ascii,
    },
    words::{self, Words, date, edit::value},
};

/// The document.
pub fn paper(words: &Words, folder: &Folder, cycle: &Cycle, person: &Newcomer) -> Paper {
    let mut paper = Paper {
        title: words.say("person-title", &[("name", person.name.as_str().into())]),
        about: vec![folder.plan.school.name.clone(), words.get("person-about").into_owned()],
        foot: words.get("paper-foot-named").into_owned(),
        blocks: Vec::new(),
    };
    let record = json!(person);
    let mut rows = Vec::new();
    fields(words, &record, "", &mut rows);
    let head = ["person-field", "person-value"].map(|id| words.get(id).into_owned());
    paper.section(&words.get("person-record"), vec![Block::Table(head.to_vec(), rows)]);
    let said = thread::person(folder, &person.id);
    let head = ["column-when", "person-said"].map(|id| words.get(id).into_owned());
    let rows =
        said.iter().map(|said| vec![words::thread::when(words, said), words::thread::what(words, cycle, &said.what)]);
    paper.section(&words.get("person-thread"), vec![Block::Table(head.to_vec(), rows.collect())]);
    paper
}

/// Every field of a record, those of the records inside it too; traces are told with the rest of what was said.
fn fields(words: &Words, record: &Value, under: &str, rows: &mut Vec<Vec<String>>) {
    let Value::Object(record) = record else { return };
    for (key, said) in record.iter().filter(|(key, _)| *key != "traces") {
        let path = if under.is_empty() { ascii(key) } else { format!("{under}-{}", ascii(key)) };
        if said.is_object() {
            fields(words, said, &path, rows);
            continue;
        }
        let id = format!("field-{path}");
        let label = if words.has(&id) { words.get(&id).into_owned() } else { key.replace('_', " ") };
        let said = match said {
            Value::String(text) => date::written(words, text),
            other => value(words, Some(other)),
        };
        rows.push(vec![label, said]);
    }
}
