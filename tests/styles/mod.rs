//! Documents as people write them by hand: any indentation, quotes, blocks, brackets, comments, blank lines.

use arrimage::store::yaml::emit;
use serde_json::{Map, Value};

/// The habits of a writer, drawn from numbers: each choice takes the next one.
pub struct Hand {
    numbers: Vec<u8>,
    at: usize,
    indent: usize,
    dashes_indented: bool,
    comments: usize,
}

impl Hand {
    pub fn new(numbers: Vec<u8>) -> Self {
        let mut hand = Hand { numbers, at: 0, indent: 2, dashes_indented: true, comments: 0 };
        hand.indent = if hand.chance(4) { 4 } else { 2 };
        hand.dashes_indented = !hand.chance(3);
        hand
    }

    fn number(&mut self) -> usize {
        let number = self.numbers.get(self.at % self.numbers.len().max(1)).copied().unwrap_or(0);
        self.at += 1;
        // The same few numbers repeat: their position varies the choice.
        usize::from(number).wrapping_mul(31).wrapping_add(self.at * 7) % 251
    }

    /// True one time out of that many.
    fn chance(&mut self, times: usize) -> bool {
        self.number().is_multiple_of(times)
    }

    /// Writes a document.
    pub fn write(&mut self, document: &Value) -> String {
        let mut text = String::new();
        if self.chance(6) {
            text.push_str("---\n");
        }
        if self.chance(3) {
            text.push_str("# Notre fichier\n\n");
        }
        if let Value::Object(record) = document {
            self.fields(record, 0, &mut text);
        }
        if self.chance(5) {
            text.truncate(text.trim_end_matches('\n').len());
        }
        if self.chance(4) { text.replace('\n', "\r\n") } else { text }
    }

    fn comment(&mut self) -> String {
        self.comments += 1;
        format!("# remarque {}", self.comments)
    }

    fn fields(&mut self, record: &Map<String, Value>, indent: usize, text: &mut String) {
        for (key, value) in record {
            if indent == 0 && self.chance(3) {
                text.push('\n');
            }
            if self.chance(7) {
                let comment = self.comment();
                text.push_str(&format!("{}{comment}\n", " ".repeat(indent)));
            }
            // The first key of a record after a dash is on the same line.
            if !text.ends_with("- ") {
                text.push_str(&" ".repeat(indent));
            }
            text.push_str(&self.key(key));
            text.push(':');
            self.value(value, indent, text);
        }
    }

    fn key(&mut self, key: &str) -> String {
        match self.number() % 12 {
            0 => format!("\"{key}\""),
            1 => arrimage::domain::value::text::fold(key),
            _ => key.to_owned(),
        }
    }

    fn value(&mut self, value: &Value, indent: usize, text: &mut String) {
        match value {
            Value::Array(list) if !list.is_empty() && (has_records(list) && !self.chance(9) || self.chance(3)) => {
                self.end(text);
                let dash = if self.dashes_indented { indent + self.indent } else { indent };
                for item in list {
                    if self.chance(6) {
                        let comment = self.comment();
                        text.push_str(&format!("{}{comment}\n", " ".repeat(dash)));
                    }
                    text.push_str(&format!("{}- ", " ".repeat(dash)));
                    match item {
                        Value::Object(record) if !record.is_empty() && !self.chance(4) => {
                            self.fields(record, dash + 2, text);
                        }
                        _ => {
                            text.push_str(&self.flow(item));
                            self.end(text);
                        }
                    }
                    if self.chance(6) {
                        text.push('\n');
                    }
                }
            }
            Value::Object(record) if !record.is_empty() && !self.chance(3) => {
                self.end(text);
                self.fields(record, indent + self.indent, text);
            }
            Value::String(words) if words.contains('\n') => {
                text.push_str(if words.ends_with('\n') { " |\n" } else { " |-\n" });
                for line in words.trim_end_matches('\n').split('\n') {
                    let line = format!("{}{line}", " ".repeat(indent + self.indent));
                    text.push_str(&format!("{}\n", line.trim_end()));
                }
            }
            _ => {
                text.push(' ');
                text.push_str(&self.flow(value));
                self.end(text);
            }
        }
    }

    /// The end of a line, with or without a comment.
    fn end(&mut self, text: &mut String) {
        if self.chance(8) {
            let comment = self.comment();
            text.push_str(&format!("{}{comment}", " ".repeat(1 + self.number() % 4)));
        }
        text.push('\n');
    }

    fn flow(&mut self, value: &Value) -> String {
        match value {
            Value::Array(list) => {
                let items: Vec<String> = list.iter().map(|item| self.flow(item)).collect();
                if self.chance(4) { format!("[ {} ]", items.join(" , ")) } else { format!("[{}]", items.join(", ")) }
            }
            Value::Object(record) => {
                let field = |(key, value): (&String, &Value)| format!("{}: {}", self.key(key), self.flow(value));
                let fields: Vec<String> = record.iter().map(field).collect();
                format!("{{{}}}", fields.join(", "))
            }
            Value::String(words) => match self.number() % 5 {
                0 => emit::quoted(words),
                1 if emit::fits_single_quotes(words) => emit::single_quoted(words),
                _ => emit::in_flow(value),
            },
            _ => emit::scalar(value),
        }
    }
}

fn has_records(list: &[Value]) -> bool {
    list.iter().any(Value::is_object)
}
