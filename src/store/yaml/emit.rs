//! Writes values as YAML in the style of the contract: records as blocks, short lists on one line, strings without
//! quotes wherever every parser reads them as strings.

use serde_json::{Map, Value};

use crate::domain::edit::ID;

/// The maximum width of a record on one line, in characters.
const WIDTH: usize = 110;

/// Writes a whole document.
pub fn document(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Object(record) => fields(record, 0, &mut text),
        _ => text.push_str(&scalar(value)),
    }
    text
}

/// The keys of days, which are written without quotes; a day anywhere else is somebody's words, and readers of YAML 1.1
/// take a plain one for a date.
const DAYS: [&str; 14] = [
    "arrivée",
    "au",
    "conserver_jusquau",
    "date",
    "depuis",
    "du",
    "fait_le",
    "mentor_depuis",
    "prochaine_mesure",
    "prochaine_rencontre",
    "quand",
    "revue_le",
    "répondu_le",
    "état_le",
];

/// A value under a key, if it is a day there.
pub fn day<'a>(key: &str, value: &'a Value) -> Option<&'a str> {
    value.as_str().filter(|text| is_date(text) && DAYS.contains(&key))
}

/// A value as written after `key:`, in a block with that indentation: starts with a space or a newline.
pub fn after_key(key: &str, value: &Value, indent: usize) -> String {
    let mut text = String::new();
    value_after_key(key, value, indent, &mut text);
    text
}

fn fields(record: &Map<String, Value>, indent: usize, text: &mut String) {
    for (position, (key, value)) in record.iter().enumerate() {
        if position > 0 || indent == 0 {
            text.push_str(&" ".repeat(indent));
        }
        text.push_str(key);
        text.push(':');
        value_after_key(key, value, indent, text);
        text.push('\n');
    }
}

fn value_after_key(key: &str, value: &Value, indent: usize, text: &mut String) {
    let inner = " ".repeat(indent + 2);
    if let Some(day) = day(key, value) {
        text.push(' ');
        text.push_str(day);
        return;
    }
    match value {
        Value::Array(list) if list.iter().any(|item| item.is_object() || item.is_array() || is_long(item)) => {
            for item in list {
                text.push_str(&format!("\n{inner}- "));
                text.push_str(&in_list(item, indent + 4));
            }
        }
        Value::Object(record) if !record.is_empty() && !on_one_line(record) => {
            text.push('\n');
            text.push_str(&inner);
            fields(record, indent + 2, text);
            text.truncate(text.trim_end_matches('\n').len());
        }
        Value::String(words) if words.contains('\n') && is_block(words) => {
            let words_end = if words.ends_with('\n') { "|" } else { "|-" };
            text.push_str(&format!(" {words_end}"));
            for line in words.trim_end_matches('\n').split('\n') {
                text.push('\n');
                if !line.is_empty() {
                    text.push_str(&inner);
                    text.push_str(line);
                }
            }
        }
        _ => {
            text.push(' ');
            text.push_str(&flow(value));
        }
    }
}

/// An item of a block list, as written after its dash, with its fields at that indentation.
pub fn in_list(item: &Value, indent: usize) -> String {
    match item {
        Value::Object(record) if !on_one_line(record) => block(record, indent),
        _ => flow(item),
    }
}

/// A record of a list, for the lossless editor: alone under a key, its fields indented by two.
pub fn record(item: &Value) -> String {
    match item {
        Value::Object(record) if !on_one_line(record) => {
            let mut text = String::from("\n  ");
            fields(record, 2, &mut text);
            text
        }
        _ => format!(" {}\n", flow(item)),
    }
}

/// A record in block style, as written after a dash, its fields at that indentation.
pub fn block(item: &Map<String, Value>, indent: usize) -> String {
    let mut text = String::new();
    fields(item, indent, &mut text);
    text.truncate(text.trim_end_matches('\n').len());
    text
}

/// Records with an id are blocks; others stay on one line if they fit.
fn on_one_line(record: &Map<String, Value>) -> bool {
    let simple = |value: &Value| match value {
        Value::Array(list) => list.iter().all(|item| !item.is_object() && !item.is_array()),
        Value::Object(inner) => inner.values().all(|v| !v.is_object() && !v.is_array()),
        Value::String(text) => !text.contains('\n'),
        _ => true,
    };
    !record.contains_key(ID) && record.values().all(simple) && flow_record(record).chars().count() <= WIDTH
}

fn is_long(item: &Value) -> bool {
    item.as_str().is_some_and(|text| text.chars().count() > 60 || text.contains('\n'))
}

/// A value in flow style, on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("[{}]", list.iter().map(in_flow).collect::<Vec<_>>().join(", ")),
        Value::Object(record) => flow_record(record),
        _ => scalar(value),
    }
}

fn flow_record(record: &Map<String, Value>) -> String {
    let fields: Vec<String> = record
        .iter()
        .map(|(key, value)| format!("{key}: {}", day(key, value).map_or_else(|| in_flow(value), ToOwned::to_owned)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

/// A value inside braces or brackets, where readers of YAML 1.1 take a question mark for the start of a key.
pub fn in_flow(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains([',', '[', ']', '{', '}', '?']) => quoted(text),
        _ => flow(value),
    }
}

pub fn scalar(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(true) => "oui".into(),
        Value::Bool(false) => "non".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if is_plain(text) => text.clone(),
        Value::String(text) => quoted(text),
        Value::Array(_) | Value::Object(_) => flow(value),
    }
}

/// Whether a text can be written in single quotes, which allow no escapes.
pub fn fits_single_quotes(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{feff}'))
}

/// A text in single quotes.
pub fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A text in double quotes.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            '\u{2028}' => quoted.push_str("\\L"),
            '\u{2029}' => quoted.push_str("\\P"),
            '\u{85}' => quoted.push_str("\\N"),
            '\u{feff}' => quoted.push_str("\\uFEFF"),
            c if c.is_control() => quoted.push_str(&format!("\\x{:02X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether YAML 1.1 and 1.2 parsers all read this text, without quotes, as this same string.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let odd = |c: char| c.is_control() || matches!(c, '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{85}');
    !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && !"-?:,[]{}#&*!|>'\"%@`=<~.+".contains(first)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.contains(odd)
        && !["y", "n", "yes", "no", "on", "off", "oui", "non", "true", "false", "null"]
            .contains(&text.to_lowercase().as_str())
        && (!first.is_ascii_digit() || is_a_school_year(text) || !is_numeric(text))
}

fn is_date(text: &str) -> bool {
    text.parse::<chrono::NaiveDate>().is_ok() && text.len() == 10
}

/// Whether a text is two years, as school years are written: no parser reads anything else there.
fn is_a_school_year(text: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(from, to)| is_year(from) && is_year(to))
}

/// Whether a parser might read a number, a time or a timestamp.
fn is_numeric(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || "_.:-+/ ".contains(c));
    rest.is_empty()
        || text.contains(':')
        || text.parse::<f64>().is_ok()
        || ["0x", "0o", "0b"].iter().any(|prefix| text.to_lowercase().starts_with(prefix))
        || is_date(text.get(..10).unwrap_or_default())
}

/// Whether a text of several lines reads back the same from a block scalar.
fn is_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    !text.starts_with([' ', '\n', '\t'])
        && !body.ends_with(['\n', ' '])
        && !body.split('\n').any(|line| line.ends_with(' ') || line.trim().is_empty() && !line.is_empty())
        && !text
            .chars()
            .any(|c| c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{feff}')))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{domain::model::document::FileId, store::schema};
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn texts_that_yaml_would_misread_are_quoted() {
        for (text, spelled) in [
            ("oui", "\"oui\""),
            ("9:30", "\"9:30\""),
            ("- x", "\"- x\""),
            ("a: b", "\"a: b\""),
            ("#x", "\"#x\""),
            (" blanc", "\" blanc\""),
            ("08:00–08:31", "\"08:00–08:31\""),
            ("1b", "1b"),
            ("1e3", "\"1e3\""),
            ("0123", "\"0123\""),
            ("2026-2027", "2026-2027"),
            ("2026-11", "\"2026-11\""),
            ("2026-11-19", "\"2026-11-19\""),
            ("9 décembre 2026", "9 décembre 2026"),
            ("Guide d'accueil", "Guide d'accueil"),
            ("14\u{a0}h\u{a0}30", "\"14\u{a0}h\u{a0}30\""),
            ("😀 bravo", "😀 bravo"),
        ] {
            assert_eq!(scalar(&json!(text)), spelled, "{text}");
        }
    }

    #[test]
    fn a_day_in_a_free_text_is_no_date_to_anybody() {
        let value = json!({"id": "n01", "objectif": "2026-11-26", "besoins": ["2026-11-26"], "arrivée": "2026-11-26", "traces": [{"date": "2026-11-26", "note": "2026-11-26"}],
            "prochaine_action": {"quoi": "2026-11-26", "quand": "2026-11-26"}});
        let spelled = document(&json!({"personnes": [value]}));
        for line in [
            "objectif: \"2026-11-26\"",
            "besoins: [\"2026-11-26\"]",
            "arrivée: 2026-11-26",
            "{date: 2026-11-26, note: \"2026-11-26\"}",
            "{quoi: \"2026-11-26\", quand: 2026-11-26}",
        ] {
            assert!(spelled.contains(line), "{line} in {spelled}");
        }
    }

    #[test]
    fn every_key_of_a_day_is_known() {
        fn gather(schema: &Value, days: &mut Vec<String>) {
            match schema {
                Value::Object(record) => {
                    let own = record.get("properties").and_then(Value::as_object).into_iter().flatten();
                    days.extend(own.filter(|(_, of)| of["format"] == "date").map(|(key, _)| key.clone()));
                    record.values().for_each(|inner| gather(inner, days));
                }
                Value::Array(list) => list.iter().for_each(|inner| gather(inner, days)),
                _ => {}
            }
        }
        // A day as somebody wrote it is a text to the schema.
        let mut days = vec!["quand".to_owned()];
        FileId::kinds().iter().for_each(|file| gather(&schema::of_file(file), &mut days));
        assert_eq!(days.iter().map(String::as_str).collect::<BTreeSet<_>>(), DAYS.into());
    }

    fn words() -> impl Strategy<Value = String> {
        let atoms = prop::sample::select(vec![
            "é",
            "œ",
            "à suivre",
            " ",
            "\n",
            ": ",
            " #",
            "- ",
            "\"",
            "'",
            "\\",
            "\u{a0}",
            "😀",
            "oui",
            "12",
            "9:30",
            "|",
            ">",
            "{",
            "}",
            "[",
            ",",
            "\t",
            "e\u{301}",
            "null",
            "~",
            "&a",
            "*a",
            "!x",
            "%",
            "@",
            "`",
            "?",
            "=",
            "<<",
            "\u{2028}",
            "\r",
        ]);
        prop::collection::vec(atoms, 0..6).prop_map(|atoms| atoms.concat())
    }

    proptest! {
        #![proptest_config(crate::properties::config("emit", 256))]

        #[test]
        fn what_is_spelled_is_read_back(text in words(), other in words()) {
            let value = json!({"format": 1, "liste": [text, other], "texte": text, "dedans": {"a": other, "b": {"c": text}},
                "rangs": [{"id": "x", "note": text}, {"qui": other}]});
            let spelled = document(&value);
            let read: serde_json::Value = serde_yaml::from_str_with_options(&spelled, crate::store::yaml::parse::options())
                .unwrap_or_else(|e| panic!("{e}\n{spelled}"));
            // An untyped parse cannot tell a quoted number from a plain one, but every text here reads back as text.
            prop_assert_eq!(read, value, "{}", spelled);
        }
    }
}
