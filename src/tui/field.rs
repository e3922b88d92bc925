//! A field that can be edited anywhere: where it is, what it may hold, and how a typed text becomes its value.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::{
    cycle::Step,
    document::FileId,
    edit,
    folder::Folder,
    level::Level,
    scalar::Amount,
    when::{self, Day, SchoolYear, When},
};

/// What a field may hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Text,
    /// One certain day.
    Day,
    /// A date as people write it.
    When,
    /// A number of days, dollars or people, maybe with decimals.
    Amount,
    /// A whole number.
    Count,
    /// A list, one item a line.
    Lines,
    /// A list with suggestions: values and labels. Others may be typed.
    Many(Vec<(String, String)>),
    /// One of a closed list: values and labels.
    Choice(Vec<(String, String)>),
    /// A step of the cycle: ids and labels.
    Step(Vec<(String, String)>),
    /// A name, with suggestions.
    Name(Vec<String>),
    /// Steps of the cycle.
    Steps,
}

/// A field on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its label.
    pub label: String,
    /// The document.
    pub file: FileId,
    /// Its path there.
    pub path: Vec<String>,
    /// What it may hold.
    pub kind: Kind,
    /// A heading over it, when a group begins.
    pub heading: Option<String>,
}

impl Field {
    /// The most readers that it may have.
    pub fn level(&self) -> Level {
        Level::of_field(&self.file, &self.path)
    }

    /// The value in the folder.
    pub fn value(&self, root: &Value) -> Option<Value> {
        edit::lookup(root, &self.path).cloned()
    }

    /// The value as it is typed.
    pub fn typed(&self, folder: &Folder) -> String {
        let value = folder.value(&self.file).ok().and_then(|root| self.value(&root));
        match value {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text,
            Some(Value::Number(number)) => number.to_string().replace('.', ","),
            Some(Value::Array(list)) => list.iter().map(plain).collect::<Vec<_>>().join("\n"),
            Some(other) => other.to_string(),
        }
    }

    /// The value as it is shown.
    pub fn shown(&self, value: Option<&Value>) -> String {
        match (value, &self.kind) {
            (None | Some(Value::Null), _) => String::new(),
            (Some(Value::String(id)), Kind::Choice(choices) | Kind::Step(choices)) => {
                choices.iter().find(|(value, _)| value == id).map_or_else(|| id.clone(), |(_, label)| label.clone())
            }
            (Some(Value::String(text)), Kind::Day | Kind::When) => crate::words::date::written(text),
            (Some(Value::String(text)), _) => text.trim_end().to_owned(),
            (Some(Value::Number(number)), Kind::Step(choices)) => {
                let id = number.to_string();
                choices.iter().find(|(value, _)| *value == id).map_or(id, |(_, label)| label.clone())
            }
            (Some(Value::Number(number)), _) => number.as_f64().map(crate::words::number).unwrap_or_default(),
            (Some(Value::Array(list)), _) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
            (Some(other), _) => other.to_string(),
        }
    }

    /// The value that a typed text means; nothing typed clears the field.
    ///
    /// # Errors
    /// The id of the sentence that says why the text does not fit.
    pub fn parse(&self, typed: &str, year: SchoolYear, today: NaiveDate) -> Result<Option<Value>, &'static str> {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        Ok(Some(match &self.kind {
            Kind::Line | Kind::Name(_) => json!(trimmed),
            Kind::Text => json!(typed.trim_end().to_owned() + if typed.trim_end().contains('\n') { "\n" } else { "" }),
            Kind::When => json!(when::from_today(trimmed, today).map_or(trimmed.to_owned(), |day| day.to_string())),
            Kind::Day => {
                // The hour after a day is left out: « 17 décembre à 8 h ».
                let day = || Day::parse(trimmed, year).or_else(|| Day::parse(trimmed.split(" à ").next()?, year));
                json!(when::from_today(trimmed, today).map(Day).or_else(day).ok_or("refused-day")?)
            }
            Kind::Amount => json!(Amount::parse(trimmed).filter(|a| a.0 >= 0.0).ok_or("refused-amount")?),
            Kind::Count => json!(trimmed.parse::<u32>().map_err(|_| "refused-count")?),
            Kind::Lines | Kind::Many(_) => {
                json!(typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>())
            }
            Kind::Choice(_) => json!(trimmed),
            Kind::Step(_) => json!(Step::from_id(trimmed).ok_or("refused-steps")?),
            Kind::Steps => {
                let steps: Option<Vec<Step>> =
                    trimmed.split([',', ' ', '\n']).filter(|s| !s.is_empty()).map(Step::from_id).collect();
                json!(steps.ok_or("refused-steps")?)
            }
        }))
    }

    /// What a typed date is understood as, to be shown while it is typed.
    pub fn understood(&self, typed: &str, year: SchoolYear, today: NaiveDate) -> Option<String> {
        if matches!(self.kind, Kind::When | Kind::Day)
            && let Some(day) = when::from_today(typed, today)
        {
            return Some(crate::words::date::full(day));
        }
        let span = match self.kind {
            Kind::When | Kind::Day => When(typed.to_owned()).span(year)?,
            _ => return None,
        };
        let start = crate::words::date::full(span.start);
        Some(match span.end {
            Some(end) if end == span.start => start,
            Some(end) => format!("{} – {}", crate::words::date::long(span.start), crate::words::date::long(end)),
            None => format!("{start} …"),
        })
    }
}

fn plain(item: &Value) -> String {
    match item {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
