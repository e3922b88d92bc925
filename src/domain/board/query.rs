//! Searches of the board: words anywhere, words in one column (`palier:ciblé`), what is not there (`-palier:ciblé`), numbers
//! and days between limits (`jours>1`, `arrivée:2026-08..2026-10`), a column that is empty or filled (`sans:trace`,
//! `avec:mentor`).

use chrono::NaiveDate;

use super::column::Column;
use crate::domain::{
    table::slug,
    value::{
        scalar::Amount,
        text::{self, fold},
        when::{SchoolYear, Span, When},
    },
};

/// A search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    terms: Vec<QueryTerm>,
    unknown: Vec<String>,
    guessed: Vec<(String, Column)>,
}

/// A condition, or its contrary.
#[derive(Clone, Debug, PartialEq)]
struct QueryTerm {
    is_not: bool,
    test: Test,
}

#[derive(Clone, Debug, PartialEq)]
enum Test {
    /// A word, anywhere; folded.
    Anywhere(String),
    /// Any of these words, in a column.
    In(Column, Vec<String>),
    /// Exactly this value, in a column.
    Exactly(Column, String),
    /// A number or a day between limits, in a column.
    Between(Column, Option<Limit>, Option<Limit>),
    /// An empty column.
    Without(Column),
}

/// One end of a range, which a number or a day is compared with.
#[derive(Clone, Debug, PartialEq)]
struct Limit {
    number: Option<f64>,
    days: Option<Span>,
    /// Whether the limit itself is in the range.
    is_included: bool,
}

/// What can be compared with a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
}

/// A person who can be searched. Values that the audience may not see are empty.
pub trait Searched {
    /// Returns the values of a column.
    fn values(&self, column: &Column) -> Vec<String>;
    /// Returns the value of a column of numbers or days.
    fn measured(&self, column: &Column) -> Option<Measured>;
    /// Returns the text of the columns that is searched when none is named, folded.
    fn everything(&self) -> &str;
    /// Returns what was said of the person, folded: it is searched too, without forgiving mistakes.
    fn said(&self) -> &str;
}

/// The signs that compare, the longest first.
const SIGNS: [&str; 6] = [">=", "<=", "≥", "≤", ">", "<"];

/// The marks before an empty column and before a filled one.
const MARKS: [(&str, bool); 2] = [("sans", false), ("avec", true)];

impl Query {
    /// Parses a search. `names` are the columns by their folded names; a day without a year falls in `year`. An unfinished
    /// term (`palier:`) is ignored; a term with an unknown column is searched for literally, and told.
    pub fn parse(typed: &str, names: &[(String, Column)], year: SchoolYear) -> Query {
        let mut parsing = Parsing { names, year, guessed: Vec::new() };
        let mut query = Query::default();
        let mut words = with_whole_heads(words(typed), names).into_iter().peekable();
        while let Some(word) = words.next() {
            let mark = MARKS.iter().find(|(mark, _)| fold(&word) == *mark);
            // « sans trace » and « mentor: luc » mean the same as `sans:trace` and `mentor:luc`.
            if let Some((_, is_filled)) = mark
                && let Some(column) = words.peek().and_then(|next| parsing.column(next))
            {
                words.next();
                query.terms.push(QueryTerm { is_not: *is_filled, test: Test::Without(column) });
                continue;
            }
            let word = match word.strip_suffix(':') {
                Some(column) if !column.is_empty() => {
                    let Some(said) = words.next_if(|next| !next.contains(':')) else { continue };
                    format!("{column}:{said}")
                }
                _ => word,
            };
            match parsing.term(&word) {
                Some(term) => query.terms.push(term),
                None => {
                    query.unknown.push(word.clone());
                    query.terms.push(QueryTerm { is_not: false, test: Test::Anywhere(fold(&word)) });
                }
            }
        }
        // An unfinished term says nothing.
        query.terms.retain(|term| !matches!(&term.test, Test::In(_, words) if words.is_empty()));
        query.guessed = parsing.guessed;
        query
    }

    /// The columns that were named by a part of their names, each with that part.
    pub fn guessed(&self) -> &[(String, Column)] {
        &self.guessed
    }

    /// The terms whose column or limit is not understood: they are searched for as they are.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// The words that are searched anywhere, folded.
    pub fn anywhere(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.is_not).filter_map(|term| match &term.test {
            Test::Anywhere(word) => Some(word.as_str()),
            _ => None,
        })
    }

    /// Returns the positions of the exact matches or, if there are none, of the near matches.
    pub fn find<T: Searched>(&self, all: &[T]) -> Vec<usize> {
        let found = |manner: Manner| {
            let fits = |searched: &T| self.terms.iter().all(|term| term.fits(searched, manner));
            (0..all.len()).filter(|at| fits(&all[*at])).collect::<Vec<_>>()
        };
        let exactly = found(Manner::Exactly);
        if exactly.is_empty() { found(Manner::Nearly) } else { exactly }
    }
}

/// How words are parsed into terms.
struct Parsing<'a> {
    /// The columns by their folded names.
    names: &'a [(String, Column)],
    /// The year in which a day without one falls.
    year: SchoolYear,
    /// The columns that were named by a part of their names, each with that part.
    guessed: Vec<(String, Column)>,
}

impl Parsing<'_> {
    /// The column that a word names.
    fn column(&mut self, said: &str) -> Option<Column> {
        let column = named(self.names, said)?;
        let is_whole = self.names.iter().any(|(name, _)| *name == fold(said.trim()));
        if !is_whole {
            self.guessed.push((said.trim().to_owned(), column.clone()));
        }
        Some(column)
    }

    /// The term that a word is; `None` if its column or its limit is not understood.
    fn term(&mut self, word: &str) -> Option<QueryTerm> {
        let (is_not, word) = match word.strip_prefix(['-', '!']) {
            Some(rest) if !rest.is_empty() && !rest.starts_with(char::is_numeric) => (true, rest),
            _ => (false, word),
        };
        let term = |is_not, test| Some(QueryTerm { is_not, test });
        let sign = SIGNS.iter().filter_map(|sign| Some((word.find(sign)?, *sign))).min_by_key(|(at, _)| *at);
        if let Some((at, sign)) = sign.filter(|(at, _)| *at > 0 && !word[..*at].contains(':')) {
            let (column, said) = (self.column(&word[..at])?, &word[at + sign.len()..]);
            if said.trim().is_empty() {
                return term(false, Test::In(column, Vec::new()));
            }
            let limit = self.limit(said, sign.contains('=') || matches!(sign, "≥" | "≤"))?;
            let is_low = sign.starts_with(['>', '≥']);
            let (low, high) = if is_low { (Some(limit), None) } else { (None, Some(limit)) };
            return term(is_not, Test::Between(column, low, high));
        }
        let Some((column, said)) = word.split_once(':').filter(|(column, _)| !column.is_empty()) else {
            return term(is_not, Test::Anywhere(fold(word)));
        };
        if let Some((_, is_filled)) = MARKS.iter().find(|(mark, _)| fold(column) == *mark) {
            return term(is_not != *is_filled, Test::Without(self.column(said)?));
        }
        let column = self.column(column)?;
        let (is_not, said) = said.strip_prefix('!').map_or((is_not, said), |rest| (!is_not, rest));
        if let Some((low, high)) = said.split_once("..") {
            let limit = |said: &str| match said.trim() {
                "" => Some(None),
                said => self.limit(said, true).map(Some),
            };
            return term(is_not, Test::Between(column, limit(low)?, limit(high)?));
        }
        term(
            is_not,
            match said.strip_prefix('=') {
                Some(exactly) => Test::Exactly(column, exactly.trim().to_owned()),
                None => {
                    let one = said.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty());
                    Test::In(column, one.collect())
                }
            },
        )
    }

    /// A limit as somebody types it; `None` if it is neither a number nor a date.
    fn limit(&self, said: &str, is_included: bool) -> Option<Limit> {
        let days = month(said).or_else(|| When(said.to_owned()).span(self.year));
        let number = Amount::parse(said).map(|amount| amount.0);
        (days.is_some() || number.is_some()).then_some(Limit { number, days, is_included })
    }
}

/// A month in digits: `2026-08`.
fn month(said: &str) -> Option<Span> {
    let start = format!("{said}-01").parse::<NaiveDate>().ok().filter(|_| said.len() == 7)?;
    Some(Span { start, end: start.checked_add_months(chrono::Months::new(1))?.pred_opt() })
}

impl Limit {
    fn is_below(&self, measured: Measured) -> bool {
        match measured {
            Measured::Number(number) => {
                self.number.is_some_and(|limit| number > limit || self.is_included && number == limit)
            }
            Measured::Day(day) => self.days.is_some_and(|days| match self.is_included {
                true => day >= days.start,
                false => days.end.is_some_and(|end| day > end),
            }),
        }
    }

    fn is_above(&self, measured: Measured) -> bool {
        match measured {
            Measured::Number(number) => {
                self.number.is_some_and(|limit| number < limit || self.is_included && number == limit)
            }
            Measured::Day(day) => self.days.is_some_and(|days| match self.is_included {
                true => days.end.is_none_or(|end| day <= end),
                false => day < days.start,
            }),
        }
    }
}

/// How a text is compared with a search word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Exactly,
    /// Typing mistakes are forgiven.
    Nearly,
}

impl Manner {
    fn matches(self, text: &str, word: &str) -> bool {
        match self {
            Manner::Exactly => text::matches(text, word),
            Manner::Nearly => text::nearly_matches(text, word),
        }
    }
}

impl QueryTerm {
    fn fits(&self, searched: &impl Searched, manner: Manner) -> bool {
        // A mistake is not forgiven in what is left out: too many would go.
        let manner = if self.is_not { Manner::Exactly } else { manner };
        self.test.fits(searched, manner) != self.is_not
    }
}

impl Test {
    fn fits(&self, searched: &impl Searched, manner: Manner) -> bool {
        match self {
            Test::Anywhere(word) => {
                let is_there = |text: &str| word.split_whitespace().all(|word| text.contains(word));
                is_there(searched.everything())
                    || is_there(searched.said())
                    || manner == Manner::Nearly && manner.matches(searched.everything(), word)
            }
            Test::In(column, alternatives) => {
                let said = searched.values(column).join(", ");
                !said.is_empty() && alternatives.iter().any(|word| manner.matches(&said, word))
            }
            Test::Exactly(column, value) => searched.values(column).iter().any(|said| fold(said) == fold(value)),
            Test::Between(column, low, high) => searched.measured(column).is_some_and(|measured| {
                low.as_ref().is_none_or(|low| low.is_below(measured))
                    && high.as_ref().is_none_or(|high| high.is_above(measured))
            }),
            Test::Without(column) => searched.values(column).is_empty(),
        }
    }
}

/// Finds the column that a word names: exactly, by its beginning or that of one of its words, or nearly. Of several, the
/// first.
fn named(names: &[(String, Column)], said: &str) -> Option<Column> {
    let said = fold(said.trim());
    let whole = names.iter().find(|(name, _)| *name == said);
    let is_long = said.chars().count() >= 2;
    let beginning = || names.iter().find(|(name, _)| is_long && name.starts_with(&said));
    let inside = || names.iter().find(|(name, _)| is_long && name.split('-').any(|word| word.starts_with(&said)));
    let nearly = || {
        let near = text::nearest(&said, names.iter().map(|(name, _)| name.as_str()))?;
        names.iter().find(|(name, _)| name == near)
    };
    whole.or_else(beginning).or_else(inside).or_else(nearly).map(|(_, column)| column.clone())
}

/// The most words that a column is called by.
const MOST_WORDS: usize = 5;

/// Joins the words that are the whole name of a column: « jours pris>1 » and « sans prochaine action » are about one column.
fn with_whole_heads(words: Vec<String>, names: &[(String, Column)]) -> Vec<String> {
    let is_whole = |name: &str| names.iter().any(|(known, _)| known == name);
    let mut joined: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let is_marked = joined.last().is_some_and(|last| MARKS.iter().any(|(mark, _)| fold(last) == *mark));
        let whole = (1..=after.len().min(MOST_WORDS - 1)).rev().find_map(|more| {
            let (last, between) = after[..more].split_last()?;
            let end = last.find([':', '<', '>', '≤', '≥']).filter(|end| *end > 0).or(is_marked.then_some(last.len()))?;
            let name = [&[first.clone()][..], between, &[last[..end].to_owned()]].concat().join(" ");
            let bare = name.trim_start_matches(['-', '!']);
            let head = slug(bare);
            let sign = &name[..name.len() - bare.len()];
            is_whole(&head).then(|| (format!("{sign}{head}{}", &last[end..]), more))
        });
        let (word, taken) = whole.unwrap_or_else(|| (first.clone(), 0));
        joined.push(word);
        rest = &after[taken..];
    }
    joined
}

/// Splits a search into words; quotes keep several together.
fn words(typed: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in typed.chars() {
        match c {
            '"' | '\u{ab}' | '\u{bb}' | '\u{201c}' | '\u{201d}' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => words.push(String::new()),
            c => words.last_mut().into_iter().for_each(|word| word.push(c)),
        }
    }
    words.into_iter().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Formats the search for exactly this value in a column, in quotes if it has several words.
pub fn exactly(column: &str, value: &str) -> String {
    let value = value.replace('"', "");
    let quotes = if value.contains(char::is_whitespace) { "\"" } else { "" };
    format!("{column}:={quotes}{value}{quotes}")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Person([&'static str; 3], String);

    impl Searched for Person {
        fn values(&self, column: &Column) -> Vec<String> {
            let said = match column.key() {
                "palier" => self.0[1],
                "mentor" => self.0[2],
                _ => "",
            };
            Some(said.to_owned()).filter(|said| !said.is_empty()).into_iter().collect()
        }
        fn measured(&self, column: &Column) -> Option<Measured> {
            match column.key() {
                "jours" => [("Éloïse Roy", 0.5), ("Zoé Caron", 2.0)]
                    .into_iter()
                    .find_map(|(name, days)| (self.0[0] == name).then_some(Measured::Number(days))),
                "arrivée" => {
                    let day = if self.0[0] == "Zoé Caron" { "2026-10-31" } else { "2026-08-25" };
                    day.parse().ok().map(Measured::Day)
                }
                _ => None,
            }
        }
        fn everything(&self) -> &str {
            &self.1
        }
        fn said(&self) -> &str {
            if self.0[1] == "universel" { "consignes claires" } else { "" }
        }
    }

    fn searched() -> (Vec<(String, Column)>, [Person; 3]) {
        let names: Vec<(String, Column)> =
            ["palier", "mentor", "jours", "arrivée"].map(|name| (fold(name), Column::Field(name))).into();
        let people = [
            ["Éloïse Roy", "ciblé", "Luc Tremblay"],
            ["Zoé Caron", "universel", ""],
            ["Jean Œuvrard", "ciblé, et plus", "Hélène Gagnon"],
        ];
        (names, people.map(|person| Person(person, fold(&person.join(" ")))))
    }

    #[test]
    fn people_are_found_by_words_and_by_columns() {
        let (names, people) = searched();
        for (typed, found) in [
            ("", &[0, 1, 2][..]),
            ("eloise", &[0]),
            ("elosie", &[0]),
            ("oeuvrard cible", &[2]),
            ("palier:CIBLE", &[0, 2]),
            ("palier:=CIBLE", &[0]),
            ("palier:=\"ciblé, et plus\"", &[2]),
            ("pal:ciblé mentor:luc", &[0]),
            ("palier:ciblé,universel", &[0, 1, 2]),
            ("mentor:\"luc trem\"", &[0]),
            ("mentor:« hélène gagnon »", &[2]),
            ("mentor: luc", &[0]),
            ("palier:", &[0, 1, 2]),
            ("palier: mentor:luc", &[0]),
            ("sans:", &[0, 1, 2]),
            ("sans:mentor", &[1]),
            ("sans mentor", &[1]),
            ("mantor:luc", &[0]),
            ("palier:cilbé", &[0, 2]),
            ("heure:8", &[]),
            ("zoé palier:ciblé", &[]),
        ] {
            assert_eq!(Query::parse(typed, &names, SchoolYear(2026)).find(&people), found, "{typed}");
        }
        assert_eq!(words(&exactly("mentor", "Luc Tremblay")), ["mentor:=Luc Tremblay"]);
    }

    #[test]
    fn what_is_not_there_and_what_lies_between_limits_is_found_too() {
        let (names, people) = searched();
        for (typed, found) in [
            ("-palier:ciblé", &[1][..]),
            ("palier:!ciblé", &[1]),
            ("-palier:!ciblé", &[0, 2]),
            ("-zoé", &[0, 2]),
            ("!zoé", &[0, 2]),
            ("-cilbé", &[0, 1, 2]),
            ("avec:mentor", &[0, 2]),
            ("avec mentor", &[0, 2]),
            ("-avec:mentor", &[1]),
            ("jours>1", &[1]),
            ("jours>=2", &[1]),
            ("jours>2", &[]),
            ("jours<1", &[0]),
            ("jours≤0,5", &[0]),
            ("jours>", &[0, 1, 2]),
            ("arrivée:2026-08..2026-10", &[0, 1, 2]),
            ("arrivée:2026-09..", &[1]),
            ("arrivée:..octobre", &[0, 1, 2]),
            ("arrivée>octobre", &[]),
            ("arrivée<2026-09", &[0, 2]),
            ("consignes", &[1]),
            ("consigens", &[]),
        ] {
            let query = Query::parse(typed, &names, SchoolYear(2026));
            assert_eq!(query.find(&people), found, "{typed}");
            assert_eq!(query.unknown(), [] as [String; 0], "{typed}");
        }
        let guessed = |typed: &str| {
            let query = Query::parse(typed, &names, SchoolYear(2026));
            query.guessed().iter().map(|(said, column)| (said.clone(), column.key().to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(guessed("jou>1 mentor:luc"), [("jou".to_owned(), "jours".to_owned())]);
        let heads: Vec<(String, Column)> =
            ["jours-pris", "prochaine-action"].map(|name| (name.to_owned(), names[0].1.clone())).into();
        let joined = |typed: &str| with_whole_heads(words(typed), &heads);
        assert_eq!(joined("jours pris>1 luc"), ["jours-pris>1", "luc"]);
        assert_eq!(joined("-Prochaine action:observer"), ["-prochaine-action:observer"]);
        assert_eq!(joined("sans prochaine action"), ["sans", "prochaine-action"]);
        assert_eq!(joined("jours pris"), ["jours", "pris"], "words are searched for as they are");
        for typed in ["heure:8", "zorglub:1", "zorglub>1", "jours>beaucoup", "sans:zorglub"] {
            assert_eq!(Query::parse(typed, &names, SchoolYear(2026)).unknown(), [typed]);
        }
        let long = Query::parse(&"consignes".repeat(40), &names, SchoolYear(2026));
        assert_eq!(long.find(&people), [] as [usize; 0]);
    }
}
