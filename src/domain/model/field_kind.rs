//! The kinds of value that a field can hold, and how typed text is parsed into them.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{board::Taken, cycle::Step};
use crate::domain::value::{
    scalar::Amount,
    text::fold,
    typed_day,
    when::{Day, SchoolYear},
};

/// The kind of value that a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Text,
    /// A single complete day.
    Day,
    /// A date as people write it.
    When,
    /// A number of days, dollars or people, possibly with decimals.
    Amount,
    /// Release days taken: a new total, or days to add with their funding source.
    Taken,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Count,
    /// A list, one item per line.
    Lines,
    /// A list of words, one per line or parted by commas.
    Words,
    /// A list with suggestions, as pairs of value and label. Other items can be typed.
    Many(Vec<(String, String)>),
    /// A list of items of a closed list, as pairs of value and label.
    ManyOf(Vec<(String, String)>),
    /// One item of a closed list, as pairs of value and label.
    Choice(Vec<(String, String)>),
    /// One item of a closed list that people also say by its rank: « palier 2 ».
    Ranked(Vec<(String, String)>),
    /// A step of the cycle, as pairs of id and label.
    Step(Vec<(String, String)>),
    /// A name, with those of a list, which its beginning is enough to say.
    Name(Vec<String>),
    /// A line of free text, with those that are used elsewhere as suggestions.
    Used(Vec<String>),
    /// Steps of the cycle.
    Steps,
}

macro_rules! refusals {
    ($($(#[$about:meta])* $name:ident = $id:literal;)+) => {
        /// Why typed text does not fit its field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Refusal { $($(#[$about])* $name),+ }

        impl Refusal {
            /// Every refusal.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name),+];

            /// The id of the message that explains it.
            pub const fn sentence(self) -> &'static str {
                match self { $(Refusal::$name => $id),+ }
            }
        }
    };
}

refusals! {
    /// Not a day.
    Day = "refused-day";
    /// Not a number of dollars or days.
    Amount = "refused-amount";
    /// Not release days taken.
    Taken = "refused-taken";
    /// Not a whole number.
    Count = "refused-count";
    /// Neither yes nor no.
    YesNo = "refused-yes-no";
    /// Not a word of the list.
    Choice = "refused-choice";
    /// Not words of the list.
    ManyOf = "refused-many-of";
    /// Not a step of the cycle.
    Steps = "refused-steps";
}

impl Kind {
    /// A closed list of words, each its own label.
    pub fn words(words: &[impl AsRef<str>]) -> Kind {
        Kind::Choice(words.iter().map(|word| (word.as_ref().to_owned(), word.as_ref().to_owned())).collect())
    }

    /// The closed list from which one item is taken, if it is one.
    pub fn choices(&self) -> Option<&[(String, String)]> {
        match self {
            Kind::Choice(choices) | Kind::Ranked(choices) | Kind::Step(choices) => Some(choices),
            _ => None,
        }
    }

    /// Whether it holds a list.
    pub fn is_list(&self) -> bool {
        matches!(self, Kind::Lines | Kind::Words | Kind::Many(_) | Kind::ManyOf(_) | Kind::Steps)
    }

    /// Whether a text says that there is nothing, as people write it where a name or the items of a list belong: « — »,
    /// « aucun ».
    pub fn is_nothing(&self, typed: &str) -> bool {
        match self {
            Kind::Name(_) | Kind::Many(_) | Kind::ManyOf(_) => is_a_dash(typed) || says_nothing(typed),
            Kind::Used(_) => is_a_dash(typed),
            _ => false,
        }
    }

    /// Parses typed text. Blank text gives `None`, which clears the field.
    ///
    /// # Errors
    /// If the text does not fit.
    pub fn parse(&self, typed: &str, year: SchoolYear, today: NaiveDate) -> Result<Option<Value>, Refusal> {
        let trimmed = typed.trim();
        if trimmed.is_empty() || self.is_nothing(trimmed) {
            return Ok(None);
        }
        Ok(Some(match self {
            Kind::Line | Kind::Name(_) | Kind::Used(_) => json!(trimmed),
            Kind::Text => json!(typed.trim_end().to_owned() + if typed.trim_end().contains('\n') { "\n" } else { "" }),
            Kind::When => {
                if typed_day::is_in_digits(trimmed) && typed_day::typed(trimmed, year, today).is_none() {
                    return Err(Refusal::Day);
                }
                // A day without a year is resolved in this school year at once, so that its meaning never changes; with its
                // year, it is written as every day is.
                let certain = || Day::parse(trimmed, year).map(|day| day.0);
                json!(
                    typed_day::typed(trimmed, year, today)
                        .or_else(certain)
                        .map_or(trimmed.to_owned(), |day| day.to_string())
                )
            }
            Kind::Day => {
                // A time after the day is ignored: « 17 décembre à 8 h ».
                let day = || Day::parse(trimmed, year).or_else(|| Day::parse(trimmed.split(" à ").next()?, year));
                json!(typed_day::typed(trimmed, year, today).map(Day).or_else(day).ok_or(Refusal::Day)?)
            }
            Kind::Amount => json!(Amount::parse(trimmed).filter(|a| a.0 >= 0.0).ok_or(Refusal::Amount)?),
            Kind::Taken => match trimmed.strip_prefix('+') {
                Some(more) => json!(taken(more, today).ok_or(Refusal::Taken)?),
                None => json!(Amount::parse(trimmed).filter(|a| a.0 >= 0.0).ok_or(Refusal::Taken)?),
            },
            Kind::Count => json!(trimmed.parse::<u32>().map_err(|_| Refusal::Count)?),
            Kind::Lines | Kind::Many(_) => {
                json!(typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>())
            }
            Kind::Words => json!(items(typed).collect::<Vec<_>>()),
            Kind::ManyOf(choices) => {
                let known = items(typed).map(|item| named(choices, item).ok_or(Refusal::ManyOf));
                json!(known.collect::<Result<Vec<&str>, Refusal>>()?)
            }
            Kind::Choice(choices) => json!(exactly(choices, trimmed).ok_or(Refusal::Choice)?),
            Kind::Ranked(choices) => {
                json!(exactly(choices, trimmed).or_else(|| ranked(choices, trimmed)).ok_or(Refusal::Choice)?)
            }
            Kind::YesNo => json!(match fold(trimmed).as_str() {
                "oui" | "o" | "yes" | "y" => true,
                "non" | "n" | "no" => false,
                _ => return Err(Refusal::YesNo),
            }),
            Kind::Step(_) => json!(Step::from_id(trimmed).ok_or(Refusal::Steps)?),
            Kind::Steps => {
                let steps: Option<Vec<Step>> =
                    trimmed.split([',', ' ', '\n']).filter(|s| !s.is_empty()).map(Step::from_id).collect();
                json!(steps.ok_or(Refusal::Steps)?)
            }
        }))
    }
}

/// Whether a text is one of the dashes that stand for nothing in a table.
pub fn is_a_dash(typed: &str) -> bool {
    let said = typed.trim();
    !said.is_empty() && said.chars().all(|c| matches!(c, '-' | '–' | '—'))
}

/// Whether a word says that there is nothing.
pub fn says_nothing(typed: &str) -> bool {
    ["aucun", "aucune", "rien", "none", "nothing"].contains(&fold(typed.trim()).as_str())
}

/// The items of a list, one per line or parted by commas.
fn items(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';', '\n']).map(str::trim).filter(|item| !item.is_empty())
}

/// The value of a list whose value or label is said, whatever its accents and case.
fn exactly<'a>(choices: &'a [(String, String)], said: &str) -> Option<&'a str> {
    let said = fold(said);
    let found = choices.iter().find(|(value, label)| fold(value) == said || fold(label) == said);
    found.map(|(value, _)| value.as_str())
}

/// The value of a list at a rank said as people say it, from 1: « 2 », « palier 2 ».
pub fn ranked<'a>(choices: &'a [(String, String)], said: &str) -> Option<&'a str> {
    let rank = said.split_whitespace().next_back()?.parse::<usize>().ok()?.checked_sub(1)?;
    choices.get(rank).map(|(value, _)| value.as_str())
}

/// The value of a list that is said exactly, or whose label alone says it after its code: « Mentorat » of « 2a Mentorat ».
pub fn named<'a>(choices: &'a [(String, String)], said: &str) -> Option<&'a str> {
    let after_code = |label: &str| label.split_once(' ').is_some_and(|(_, text)| fold(text) == fold(said));
    let spelled = || choices.iter().find(|(_, label)| after_code(label)).map(|(value, _)| value.as_str());
    exactly(choices, said).or_else(spelled)
}

/// Parses days taken today and their funding source: `0,5 Budget école`.
fn taken(said: &str, today: NaiveDate) -> Option<Taken> {
    let (days, source) = said.trim().split_once(char::is_whitespace).unwrap_or((said.trim(), ""));
    let days = Amount::parse(days).filter(|days| days.0 > 0.0)?;
    Some(Taken { date: Some(Day(today)), days, source: source.trim().to_owned() })
}
