//! Everything that a school's files hold about one person, to answer an access request.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::paper::{Block, Report};
use crate::{
    domain::{
        edit::{Change, Edit},
        meeting::thread,
        model::{board::Newcomer, cycle::Cycle, folder::Folder},
        privacy::mentions::{self, NamedText},
    },
    words::{self, Words, date, edit::value, id},
};

/// Builds the document.
pub fn paper(words: &Words, folder: &Folder, cycle: &Cycle, person: &Newcomer) -> Report {
    let mut paper = Report {
        title: words.say(id!("person-title"), &[("name", person.name.as_str().into())]),
        about: vec![folder.plan.school.name.clone(), words.get(id!("person-about")).into_owned()],
        foot: words.get(id!("paper-foot-named")).into_owned(),
        blocks: Vec::new(),
    };
    let record = json!(person);
    let mut rows = Vec::new();
    fields(words, &record, &[], &mut rows);
    let head = [id!("person-field"), id!("person-value")].map(|id| words.get(id).into_owned());
    paper.section(&words.get(id!("person-record")), vec![Block::Table(head.to_vec(), rows)]);
    let said = thread::person(folder, &person.id);
    let head = [id!("column-when"), id!("person-said")].map(|id| words.get(id).into_owned());
    let rows =
        said.iter().map(|said| vec![words::thread::when(words, said), words::thread::what(words, cycle, &said.what)]);
    paper.section(&words.get(id!("person-thread")), vec![Block::Table(head.to_vec(), rows.collect())]);
    let mentions = mentions::mentions(folder, person);
    if !mentions.is_empty() {
        let head = [id!("person-where"), id!("person-text")].map(|id| words.get(id).into_owned());
        let place = |mention: &NamedText| {
            let change = Change::Set { before: None, after: None };
            let edit = Edit { file: mention.file.clone(), path: mention.path.clone(), change };
            words::edit::place(words, folder, &edit)
        };
        let rows = mentions.into_iter().map(|mention| vec![place(&mention), mention.text]);
        paper.section(&words.get(id!("person-mentions")), vec![Block::Table(head.to_vec(), rows.collect())]);
    }
    paper
}

/// Every field of a record and of its nested records; traces are listed with the other mentions instead.
fn fields(words: &Words, record: &Value, under: &[&str], rows: &mut Vec<Vec<String>>) {
    let Value::Object(record) = record else { return };
    for (key, said) in record.iter().filter(|(key, _)| *key != Newcomer::TRACES) {
        let path = [under, &[key.as_str()]].concat();
        if said.is_object() {
            fields(words, said, &path, rows);
            continue;
        }
        let label = words.field(&path).map_or_else(|| key.replace('_', " "), Cow::into_owned);
        let said = match said {
            Value::String(text) => date::written(words, text),
            other => value(words, Some(other)),
        };
        rows.push(vec![label, said]);
    }
}
