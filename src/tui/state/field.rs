//! An editable field: where it is, what it may hold, and how it is shown.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

use crate::{
    domain::{
        model::{board::Taken, document::FileId, field_kind::Kind, folder::Folder},
        privacy::audience::Level,
        value::{
            scalar::Amount,
            typed_day,
            when::{SchoolYear, When},
        },
    },
    words::{Words, date, id, number},
};

/// An editable field of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The label shown.
    pub label: String,
    /// The document it belongs to.
    pub file: FileId,
    /// The path in the document.
    pub path: Vec<String>,
    /// The kind of value it holds.
    pub kind: Kind,
    /// A heading above it, if it starts a group.
    pub heading: Option<String>,
}

impl Field {
    /// The widest audience level that may read it.
    pub fn level(&self) -> Level {
        Level::of_field(&self.file, &self.path)
    }

    /// The value in the form it is typed.
    pub fn typed(&self, folder: &Folder) -> String {
        let value = folder.at(&self.file, &self.path);
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string().replace('.', ","),
            Some(Value::Bool(yes)) => if yes { "oui" } else { "non" }.to_owned(),
            Some(Value::Array(list)) => list.iter().map(plain).collect::<Vec<_>>().join("\n"),
            Some(other) => other.to_string(),
        }
    }

    /// The value as displayed.
    pub fn shown(&self, words: &Words, value: Option<&Value>) -> String {
        match (value, &self.kind) {
            (None | Some(Value::Null), _) => String::new(),
            (Some(Value::String(id)), kind) if kind.choices().is_some() => kind
                .choices()
                .into_iter()
                .flatten()
                .find(|(value, _)| value == id)
                .map_or_else(|| id.clone(), |(_, label)| words.choice(label).into_owned()),
            (Some(Value::String(text)), Kind::Day | Kind::When) => date::written(words, text),
            (Some(Value::String(text)), _) => text.trim_end().to_owned(),
            (Some(Value::Number(number)), kind) if kind.choices().is_some() => {
                let id = number.to_string();
                let named = kind.choices().into_iter().flatten().find(|(value, _)| *value == id);
                named.map_or(id, |(_, label)| label.clone())
            }
            (Some(Value::Number(amount)), _) => amount.as_f64().map(|amount| number(words, amount)).unwrap_or_default(),
            (Some(Value::Bool(yes)), _) => words.get(if *yes { id!("yes") } else { id!("no") }).into_owned(),
            (Some(Value::Array(list)), _) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
            (Some(other), _) => other.to_string(),
        }
    }

    /// How a typed date or number of days is interpreted, to be shown while typing.
    pub fn understood(&self, words: &Words, typed: &str, year: SchoolYear, today: NaiveDate) -> Option<String> {
        if self.kind == Kind::Taken
            && let Ok(Some(Value::Object(taken))) = self.kind.parse(typed, year, today)
        {
            let days =
                taken.get(Taken::DAYS).and_then(Value::as_f64).map(|days| number(words, days)).unwrap_or_default();
            let source = taken.get(Taken::SOURCE).and_then(Value::as_str).unwrap_or("none").to_owned();
            return Some(words.say(id!("taken-more"), &[("days", days.into()), ("source", source.into())]));
        }
        if matches!(self.kind, Kind::When | Kind::Day)
            && let Some(day) = typed_day::typed(typed, year, today)
        {
            return Some(understood_day(words, day));
        }
        let span = match self.kind {
            // A total is told by itself.
            Kind::Taken if Amount::parse(typed).is_some() => return None,
            Kind::Taken => return Some(words.get(id!("taken-hint")).into_owned()),
            Kind::When | Kind::Day => When(typed.to_owned()).span(year),
            _ => return None,
        };
        let Some(span) = span else {
            let text = self.kind == Kind::When && !typed.trim().is_empty();
            // What Enter refuses is not said to be kept.
            let is_kept = self.kind.parse(typed, year, today).is_ok();
            let said = if is_kept { id!("not-a-date") } else { id!("refused-day") };
            return text.then(|| words.get(said).into_owned());
        };
        let start = date::full(words, span.start);
        Some(match span.end {
            Some(end) if end == span.start => understood_day(words, end),
            Some(end) => {
                format!("{} – {}", date::long(words, span.start), date::long(words, end))
            }
            None => format!("{start} …"),
        })
    }

    /// The text of a date that says no day, as « avant Noël »: it reminds nobody.
    pub fn undated<'a>(&self, value: Option<&'a Value>, year: SchoolYear) -> Option<&'a str> {
        let said = value.and_then(Value::as_str).filter(|_| self.kind == Kind::When)?;
        When(said.to_owned()).span(year).is_none().then_some(said)
    }
}

/// A day in full, which says so when nobody is at school.
fn understood_day(words: &Words, day: NaiveDate) -> String {
    let full = date::full(words, day);
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => format!("{full} · {}", words.get(id!("weekend"))),
        _ => full,
    }
}

fn plain(item: &Value) -> String {
    match item {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
