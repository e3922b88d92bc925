//! Everything that a school's files hold about one person, to answer an access request.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::{
    paper::{Block, Report},
    sources::Sources,
};
use crate::{
    domain::{
        edit::{Change, Edit},
        meeting::thread,
        model::{board::Newcomer, catalogue::Catalogue, folder::Folder, pair::AgreementAnswer},
        privacy::{
            audience::Level,
            mentions::{HeldIn, NamedText, Others, TextPlace},
        },
    },
    words::{self, Words, date, edit::value, id},
};

/// Builds the document.
pub fn paper(words: &Words, sources: Sources<'_>, person: &Newcomer) -> Report {
    let Sources { folder, cycle, shelf, said: elsewhere, .. } = sources;
    let mut paper = Report {
        title: words.say(id!("person-title"), &[("name", person.name.as_str().into())]),
        about: vec![
            folder.plan.school.name.clone(),
            words.get(id!("person-about")).into_owned(),
            words::privacy::officer(words, &folder.plan),
        ],
        foot: words.get(id!("person-foot")).into_owned(),
        blocks: Vec::new(),
    };
    let record = json!(person);
    let mut rows = Vec::new();
    Record { words, supports: shelf.get("modalites") }.fields(&record, &[], &mut rows);
    // Whoever hands the page over sees which lines name somebody else.
    let others = Others::of(folder, person);
    let marked = |mut row: Vec<String>| {
        row.push(others.named(&row[1]).join(", "));
        row
    };
    let head = [id!("person-field"), id!("person-value"), id!("person-others")].map(|id| words.get(id).into_owned());
    let rows = rows.into_iter().map(marked).collect();
    paper.section(&words.get(id!("person-record")), vec![Block::Table(head.to_vec(), rows)]);
    let said = thread::person(folder, &person.id);
    let head = [id!("column-when"), id!("person-said"), id!("person-others")].map(|id| words.get(id).into_owned());
    let rows =
        said.iter().map(|said| vec![words::thread::when(words, said), words::thread::what(words, cycle, &said.what)]);
    let rows = rows.map(marked).collect();
    paper.section(&words.get(id!("person-thread")), vec![Block::Table(head.to_vec(), rows)]);
    let head = [id!("person-where"), id!("person-text"), id!("person-others"), id!("person-held")];
    let head = head.map(|id| words.get(id).into_owned()).to_vec();
    let row = |named: &NamedText| {
        let held: Vec<String> = named.held.iter().map(|held| said_held(words, held)).collect();
        vec![place(words, folder, &named.at), named.text.clone(), named.others.join(", "), held.join("; ")]
    };
    let note = Block::Text(words.get(id!("person-others-note")).into_owned());
    let rows = |is_sure: bool| -> Vec<Vec<String>> {
        elsewhere.iter().filter(|named| named.is_sure == is_sure).map(row).collect()
    };
    let (sure, doubtful) = (rows(true), rows(false));
    if !sure.is_empty() {
        paper.section(&words.get(id!("person-mentions")), vec![note, Block::Table(head.clone(), sure)]);
    }
    if !doubtful.is_empty() {
        let note = Block::Text(words.get(id!("person-doubts-note")).into_owned());
        paper.section(&words.get(id!("person-doubts")), vec![note, Block::Table(head, doubtful)]);
    }
    paper
}

/// Where a text is: whose field it is, the line of a page.
fn place(words: &Words, folder: &Folder, at: &TextPlace) -> String {
    match at {
        TextPlace::Field(file, path) => {
            let change = Change::Set { before: None, after: None };
            let edit = Edit { file: file.clone(), path: path.clone(), change };
            // The page is about one person: others go by their alias.
            words::edit::place(words, folder, &edit, Level::Projected)
        }
        TextPlace::Line(line) => words.say(id!("person-line"), &[("line", (*line).into())]),
        TextPlace::FileName => words.get(id!("person-file-name")).into_owned(),
        TextPlace::Inside => words.get(id!("person-inside")).into_owned(),
    }
}

/// The file that holds a text, or the version and its day.
fn said_held(words: &Words, held: &HeldIn) -> String {
    match held {
        HeldIn::File(file) => file.clone(),
        HeldIn::Version(file, number, when) => {
            let day = when.map_or_else(String::new, |when| date::long(words, when.date()));
            let values = [("file", file.stem().into()), ("number", (*number).into()), ("day", day.into())];
            words.say(id!("person-version"), &values)
        }
    }
}

/// A value in full: texts whole, days in words, and of the questions of an agreement those that are answered.
fn told(words: &Words, held: &Value) -> String {
    let is_unanswered = |item: &Value| {
        let is_empty = |said: &Value| said.as_str().is_some_and(str::is_empty);
        item.get(AgreementAnswer::QUESTION).is_some() && item.get(AgreementAnswer::ANSWER).is_none_or(is_empty)
    };
    let joined =
        |said: Vec<String>, with: &str| said.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(with);
    match held {
        Value::String(text) => date::written(words, text),
        Value::Array(list) => {
            joined(list.iter().filter(|item| !is_unanswered(item)).map(|item| told(words, item)).collect(), "; ")
        }
        Value::Object(record) => joined(record.values().map(|said| told(words, said)).collect(), " · "),
        other => value(words, Some(other)),
    }
}

/// How a record is told, field by field.
struct Record<'a> {
    words: &'a Words,
    /// What the codes of support stand for.
    supports: Option<&'a Catalogue>,
}

impl Record<'_> {
    /// Every field of a record and of its nested records; traces are listed with the other mentions instead.
    fn fields(&self, record: &Value, under: &[&str], rows: &mut Vec<Vec<String>>) {
        let words = self.words;
        let Value::Object(record) = record else { return };
        for (key, said) in record.iter().filter(|(key, _)| *key != Newcomer::TRACES) {
            let path = [under, &[key.as_str()]].concat();
            if said.is_object() {
                self.fields(said, &path, rows);
                continue;
            }
            let label = words.field(&path).map_or_else(|| key.replace('_', " "), Cow::into_owned);
            let said = match said {
                Value::Array(codes) if key == Newcomer::MODALITIES => codes
                    .iter()
                    .map(|code| self.support(code.as_str().unwrap_or_default()))
                    .collect::<Vec<_>>()
                    .join("; "),
                other => told(words, other),
            };
            rows.push(vec![label, said]);
        }
    }

    /// What a code of support stands for: « 1b » is not a word.
    fn support(&self, code: &str) -> String {
        let entry = self.supports.and_then(|supports| supports.entry(code));
        entry.map_or_else(|| code.to_owned(), |entry| format!("{} ({code})", entry.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_in_words_without_the_questions_that_nobody_answered() {
        let words = Words::french();
        let met = json!([{"date": "2026-10-28", "durée": "30 min"}, {"date": "2026-11-04"}]);
        assert_eq!(told(&words, &met), "28 octobre 2026 · 30 min; 4 novembre 2026");
        let answers = json!([
            {"question": "À quelle fréquence?", "réponse": "Chaque semaine\nle mardi"},
            {"question": "Combien de temps?", "repère": "15 minutes"},
            {"question": "Jusqu’à quand?", "réponse": ""},
        ]);
        assert_eq!(told(&words, &answers), "À quelle fréquence? · Chaque semaine\nle mardi");
    }
}
