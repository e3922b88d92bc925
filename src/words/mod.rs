//! Every sentence that people read. The sentences are in `fr.ftl`; this module is the only one that reads them.

pub mod advice;
pub mod board;
pub mod date;
pub mod edit;
pub mod fault;
pub mod import;
pub mod purge;
pub mod thread;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

use crate::domain::when::When;

const FRENCH: &str = include_str!("fr.ftl");

/// The sentences of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// French, as it is written in Québec.
    pub fn french() -> Self {
        let mut bundle = FluentBundle::new(vec![langid!("fr-CA")]);
        // Isolation marks are invisible characters that a terminal would show.
        bundle.set_use_isolating(false);
        // A sentence that does not parse is left out; a test reads them all.
        let resource = FluentResource::try_new(FRENCH.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Words { bundle }
    }

    /// A sentence without values. An id that has none is shown as it is.
    pub fn get<'a>(&'a self, id: &'a str) -> Cow<'a, str> {
        self.format(id, None)
    }

    /// A sentence with values.
    pub fn say<'v>(&self, id: &str, values: &[(&'v str, FluentValue<'v>)]) -> String {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(id, Some(&args)).into_owned()
    }

    /// Whether there is a sentence of that id.
    pub fn has(&self, id: &str) -> bool {
        let (message, attribute) = split(id);
        self.bundle.get_message(message).is_some_and(|m| match attribute {
            Some(name) => m.get_attribute(name).is_some(),
            None => m.value().is_some(),
        })
    }

    fn format<'a>(&'a self, id: &'a str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        let (message, attribute) = split(id);
        let pattern = self.bundle.get_message(message).and_then(|m| match attribute {
            Some(name) => m.get_attribute(name).map(|a| a.value()),
            None => m.value(),
        });
        match pattern {
            Some(pattern) => Cow::Owned(self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()),
            None => Cow::Borrowed(id),
        }
    }
}

/// `message.attribute`, as Fluent keeps remedies beside faults.
fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)))
}

/// An amount in French: no needless decimal, a decimal comma, thousands apart.
pub fn number(amount: f64) -> String {
    let cents = (amount * 100.0).round() / 100.0;
    let text = format!("{cents}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    let comma = if decimals.is_empty() { "" } else { "," };
    format!("{sign}{grouped}{comma}{decimals}")
}

/// What was said, side by side; what was not leaves no mark.
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// Something to do, in one line: what, who, by when.
pub fn action(what: &str, who: &str, when: &When) -> String {
    joined(&[what, who, &date::written(&when.0)])
}

/// From what it was to what it is; what did not change, or was nothing before, is said once, and nothing is nothing.
pub fn way(before: Option<&str>, after: &str) -> String {
    match before {
        Some(before) if before != after && !after.is_empty() => format!("{before} → {after}"),
        _ => after.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_french() {
        for (amount, text) in
            [(12.5, "12,5"), (1250.0, "1\u{a0}250"), (0.0, "0"), (-1234567.8, "-1\u{a0}234\u{a0}567,8")]
        {
            assert_eq!(number(amount), text);
        }
    }

    #[test]
    fn every_sentence_parses() {
        if let Err((_, errors)) = FluentResource::try_new(FRENCH.to_owned()) {
            panic!("{errors:?}");
        }
    }

    #[test]
    fn typography_is_of_quebec() {
        let found: Vec<&str> = FRENCH
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter(|line| {
                let text = line.split_once(" = ").map_or(*line, |(_, text)| text);
                text.contains("« ")
                    || text.contains(" »")
                    || text.contains(" :")
                    || text.contains(" ;")
                    || text.contains('\'')
            })
            .collect();
        assert_eq!(found, Vec::<&str>::new(), "ordinary blanks beside « » or before a colon, or straight apostrophes");
    }

    #[test]
    fn plurals_follow_french() {
        let words = Words::french();
        for (count, text) in [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")] {
            assert_eq!(words.say("people-count", &[("n", count.into())]).replace('\u{a0}', " "), text);
        }
    }
}
