//! Values in a few words.

use serde_json::Value;

use super::{Words, id, number};

/// A value in a few words.
pub fn value(words: &Words, held: Option<&Value>) -> String {
    match held {
        None | Some(Value::Null) => words.get(id!("nothing")).into_owned(),
        Some(Value::Bool(yes)) => words.get(if *yes { id!("yes") } else { id!("no") }).into_owned(),
        Some(Value::Number(n)) => n.as_f64().map_or_else(|| n.to_string(), |n| number(words, n)),
        Some(Value::String(text)) => words.choice(text.lines().next().unwrap_or_default()).into_owned(),
        Some(Value::Array(list)) if list.is_empty() => words.get(id!("nothing")).into_owned(),
        Some(Value::Array(list)) => list.iter().map(|v| value(words, Some(v))).collect::<Vec<_>>().join(", "),
        Some(Value::Object(record)) => {
            let said = record.values().filter(|v| !v.is_null() && **v != Value::String(String::new()));
            said.map(|v| value(words, Some(v))).collect::<Vec<_>>().join(", ")
        }
    }
}
