//! Words to weigh before they are kept: what evaluates somebody, and what a committee does not need to know. They are looked
//! for whole, with their accents, wherever a free text can circulate.

use std::{
    borrow::Cow,
    collections::HashMap,
    io::{self, Write},
};

use serde::Serialize;
use serde_json::{
    Serializer, Value,
    ser::{CharEscape, Formatter},
};

use super::topic::Topic;
use crate::domain::{
    model::{
        catalogue::{Catalogue, Catalogues},
        folder::Folder,
        means::Means,
        meeting::{Meeting, PersonPoint},
        plan::{GuidingQuestion, Issue, Plan, Row},
    },
    value::text::{lowered, spoken, words},
};

/// The group of the vocabulary whose words evaluate.
const JUDGING: &str = "evaluation";

/// The words to weigh, by the first word of each.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary(HashMap<String, Vec<Weighed>>);

#[derive(Clone, Debug)]
struct Weighed {
    topic: Topic,
    /// Its words, as they are spoken.
    words: Vec<String>,
    /// As it is written.
    written: String,
}

impl Weighed {
    fn starts(&self, text: &[&str]) -> bool {
        text.len() >= self.words.len() && self.words.iter().zip(text).all(|(mine, said)| mine == said)
    }
}

impl Vocabulary {
    /// The words of the catalogue, and those of the school.
    pub fn of(catalogues: &Catalogues, plan: &Plan) -> Self {
        let mut vocabulary = Vocabulary::default();
        for (group, entry) in catalogues.get("vocabulaire").into_iter().flat_map(Catalogue::entries) {
            vocabulary.add(if group.id == JUDGING { Topic::Judging } else { Topic::Intimate }, &entry.text);
        }
        plan.weighed.iter().for_each(|word| vocabulary.add(Topic::Intimate, word));
        vocabulary
    }

    fn add(&mut self, topic: Topic, written: &str) {
        let words = spoken(written);
        if let Some(first) = words.first().cloned() {
            self.0.entry(first).or_default().push(Weighed { topic, words, written: written.to_owned() });
        }
    }

    /// The words to weigh of a text, each once, and why.
    pub fn weighed(&self, text: &str) -> Vec<(Topic, &str)> {
        let text = lowered(text);
        let text: Vec<&str> = words(&text).collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let known = self.0.get(text[at]).into_iter().flatten();
            let word = known.filter(|word| word.starts(&text[at..])).max_by_key(|word| word.words.len());
            at += word.map_or(1, |word| word.words.len());
            let said = word.map(|word| (word.topic, word.written.as_str()));
            found.extend(said.filter(|said| !found.contains(said)));
        }
        found
    }

    /// The words to weigh of what a meeting or an impact check says, each with its path and the person of whom it is said.
    pub fn of_record(&self, record: &impl Serialize) -> Vec<(Topic, String, Vec<String>, Option<String>)> {
        // Most meetings say none of them: only one that does is walked, field by field.
        if self.weighed(&in_one_text(record)).is_empty() {
            return Vec::new();
        }
        let root = serde_json::json!(record);
        let mut found = Vec::new();
        let said = root.as_object().into_iter().flatten().filter(|(key, _)| !NAMES.contains(&key.as_str()));
        for (key, value) in said {
            self.walk(&mut vec![key.into()], value, None, &mut found);
        }
        found
    }

    fn walk<'a>(
        &self,
        path: &mut Vec<Cow<'a, str>>,
        value: &'a Value,
        who: Option<&'a str>,
        found: &mut Vec<FoundWord>,
    ) {
        match value {
            Value::String(text) => {
                let said = |(topic, word): (Topic, &str)| {
                    let path = path.iter().map(ToString::to_string).collect();
                    (topic, word.to_owned(), path, who.map(ToOwned::to_owned))
                };
                found.extend(self.weighed(text).into_iter().map(said));
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    path.push(crate::domain::edit::identity(item).map_or_else(|| at.to_string().into(), Cow::from));
                    self.walk(path, item, who, found);
                    path.pop();
                }
            }
            Value::Object(record) => {
                let who = record.get(PersonPoint::PERSON).and_then(Value::as_str).or(who);
                for (key, value) in record {
                    path.push(key.into());
                    self.walk(path, value, who, found);
                    path.pop();
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// All that a record says, in one text.
fn in_one_text(record: &impl Serialize) -> String {
    /// Writes a blank for what JSON escapes, which would join the words on both sides of it.
    struct Blanks;
    impl Formatter for Blanks {
        fn write_char_escape<W: Write + ?Sized>(&mut self, text: &mut W, _: CharEscape) -> io::Result<()> {
            text.write_all(b" ")
        }
    }
    let mut text = Vec::new();
    // Nothing of a record refuses to be written, as for the tree of the walk.
    let _ = record.serialize(&mut Serializer::with_formatter(&mut text, Blanks));
    String::from_utf8(text).unwrap_or_default()
}

/// A word to weigh: why, as it is written, its path, and the person of whom it is said.
type FoundWord = (Topic, String, Vec<String>, Option<String>);

/// The fields of a meeting that hold names, not what was said.
const NAMES: [&str; 5] = [Meeting::PRESENT, Meeting::ABSENT, Meeting::GUESTS, Meeting::CHAIR, Meeting::SCRIBE];

/// The free texts of a plan that circulate, each with its path.
pub fn of_plan(folder: &Folder) -> impl Iterator<Item = (Vec<String>, &str)> {
    let plan = &folder.plan;
    let rows = plan.rows.iter().flat_map(|row| {
        let texts = [(Row::TITLE, &row.title), (Row::COMMENTS, &row.comments)].into_iter();
        let texts = texts.chain(row.intentions.iter().map(|text| (Row::INTENTIONS, text)));
        let texts = texts.chain(row.means.iter().flat_map(Means::texts).map(|text| (Row::MEANS, text)));
        texts.map(|(key, text)| (vec![Plan::ROWS.to_owned(), row.id.clone(), key.to_owned()], text.as_str()))
    });
    let issues = plan.issues.iter().flat_map(|issue| {
        let texts = [(Issue::GOAL, &issue.goal), (Issue::INITIAL_DATA, &issue.initial_data)];
        texts.map(|(key, text)| ([Plan::ISSUES, &issue.id, key].map(ToOwned::to_owned).to_vec(), text.as_str()))
    });
    let answers = plan.questions.iter().map(|question| {
        let path = [Plan::QUESTIONS, &question.id, GuidingQuestion::ANSWER].map(ToOwned::to_owned);
        (path.to_vec(), question.answer.as_str())
    });
    let advised = plan.recommendations.iter().enumerate();
    let advised = advised.map(|(at, text)| (vec![Plan::RECOMMENDATIONS.to_owned(), at.to_string()], text.as_str()));
    rows.chain(issues).chain(answers).chain(advised)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::shipped;

    #[test]
    fn every_text_of_a_row_and_of_an_issue_is_weighed() {
        let row = Row { title: "titre".into(), comments: "commentaire".into(), ..Row::default() };
        let issue = serde_json::json!({"id": "e1", "nom": "n", "objectif": "but", "données_initiales": "données"});
        let mut folder = Folder::default();
        folder.plan.rows = vec![row];
        folder.plan.issues = vec![serde_json::from_value(issue).expect("an issue")];
        let said: Vec<&str> = of_plan(&folder).map(|(_, text)| text).collect();
        assert_eq!(said, ["titre", "commentaire", "but", "données"]);
    }

    #[test]
    fn a_word_of_a_record_is_found_at_the_start_of_any_line() {
        let vocabulary = Vocabulary::of(&shipped::shelf(), &Plan::default());
        for (said, expected) in
            [("Bien.\nEnceinte\tet \"contente\"", 1), ("Bien.\nPlan\\cas", 0), ("l’\"enceinte\"", 1)]
        {
            let record = serde_json::json!({"tour": [{"personne": "n01", "note": said}]});
            let found = vocabulary.of_record(&record);
            assert_eq!(found.len(), expected, "{said}");
            assert!(
                found.iter().all(|(_, _, path, who)| path.len() == 3 && who.as_deref() == Some("n01")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn words_are_whole_and_keep_their_accents() {
        let plan = Plan { weighed: vec!["chicane".into()], ..Plan::default() };
        let vocabulary = Vocabulary::of(&shipped::shelf(), &plan);
        for (text, word) in [
            ("Elle est enceinte.", Some("enceinte")),
            ("Un congé  de\nMALADIE", Some("congé de maladie")),
            ("Voir Mme Côté, à côté du local", None),
            ("Quelle cote lui donner?", Some("cote")),
            ("Une L’acune", None),
            ("Des lacunes en maths", Some("lacunes")),
            ("Un dossier CNESST", Some("CNESST")),
            ("Une chicane au salon", Some("chicane")),
            ("L’enceinte de l’école", Some("enceinte")),
            ("Un affaiblissement", None),
            ("Le maternité-garderie", Some("maternité")),
        ] {
            assert_eq!(vocabulary.weighed(text).first().map(|(_, word)| *word), word, "{text}");
        }
        assert_eq!(vocabulary.weighed("incompétente"), [(Topic::Judging, "incompétente")]);
        let words: Vec<&str> =
            vocabulary.weighed("Enceinte, en congé de maladie; enceinte").iter().map(|w| w.1).collect();
        assert_eq!(words, ["enceinte", "congé de maladie"]);
    }
}
