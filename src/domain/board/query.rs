//! Searches of the board: words anywhere, words in one column (`palier:ciblé`), or an empty column (`sans:trace`).

use super::column::Column;
use crate::domain::value::text::{self, fold};

/// A search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    terms: Vec<QueryTerm>,
}

#[derive(Clone, Debug, PartialEq)]
enum QueryTerm {
    /// A word, anywhere.
    Anywhere(String),
    /// Any of these words, in a column.
    In(Column, Vec<String>),
    /// Exactly this value, in a column.
    Exactly(Column, String),
    /// An empty column.
    Without(Column),
}

/// A person who can be searched. Values that the audience may not see are empty.
pub trait Searched {
    /// Returns the values of a column.
    fn values(&self, column: &Column) -> Vec<String>;
    /// Returns the text that is searched when no column is named.
    fn everything(&self) -> &str;
}

impl Query {
    /// Parses a search. `names` are the columns by their folded names. An unfinished term (`palier:`) is ignored; a
    /// term with an unknown column is searched for literally.
    pub fn parse(typed: &str, names: &[(String, Column)]) -> Query {
        let mut terms = Vec::new();
        let mut words = words(typed).into_iter().peekable();
        while let Some(word) = words.next() {
            let is_without = fold(&word) == "sans";
            // « sans trace » and « mentor: luc » mean the same as `sans:trace` and `mentor:luc`.
            if is_without && let Some(column) = words.peek().and_then(|next| named(names, next)) {
                words.next();
                terms.push(QueryTerm::Without(column));
                continue;
            }
            let Some((column, said)) = word.split_once(':').filter(|(column, _)| !column.is_empty()) else {
                terms.push(QueryTerm::Anywhere(word));
                continue;
            };
            let next = if said.trim().is_empty() { words.next_if(|next| !next.contains(':')) } else { None };
            let said = next.unwrap_or_else(|| said.to_owned());
            let known = if fold(column) == "sans" { named(names, &said) } else { named(names, column) };
            match known {
                _ if said.trim().is_empty() => {}
                None => terms.push(QueryTerm::Anywhere(word)),
                Some(known) if fold(column) == "sans" => terms.push(QueryTerm::Without(known)),
                Some(known) => terms.push(match said.strip_prefix('=') {
                    Some(exactly) => QueryTerm::Exactly(known, exactly.trim().to_owned()),
                    None => {
                        let one = said.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty());
                        QueryTerm::In(known, one.collect())
                    }
                }),
            }
        }
        Query { terms }
    }

    /// Returns the positions of the exact matches or, if there are none, of the near matches.
    pub fn find<T: Searched>(&self, all: &[T]) -> Vec<usize> {
        let found = |manner: Manner| {
            let fits = |searched: &T| self.terms.iter().all(|term| term.fits(searched, manner));
            (0..all.len()).filter(|at| fits(&all[*at])).collect::<Vec<_>>()
        };
        let exactly = found(text::matches);
        if exactly.is_empty() { found(text::nearly_matches) } else { exactly }
    }
}

/// How a text is compared with a search word.
type Manner = fn(&str, &str) -> bool;

impl QueryTerm {
    fn fits(&self, searched: &impl Searched, manner: Manner) -> bool {
        match self {
            QueryTerm::Anywhere(word) => manner(searched.everything(), word),
            QueryTerm::In(column, alternatives) => {
                let said = searched.values(column).join(", ");
                !said.is_empty() && alternatives.iter().any(|word| manner(&said, word))
            }
            QueryTerm::Exactly(column, value) => searched.values(column).iter().any(|said| fold(said) == fold(value)),
            QueryTerm::Without(column) => searched.values(column).is_empty(),
        }
    }
}

/// Finds the column that a word names: exactly, by its beginning, or nearly.
fn named(names: &[(String, Column)], said: &str) -> Option<Column> {
    let said = fold(said.trim());
    let whole = names.iter().find(|(name, _)| *name == said);
    let beginning = || names.iter().find(|(name, _)| said.chars().count() >= 2 && name.starts_with(&said));
    let nearly = || {
        let near = text::nearest(&said, names.iter().map(|(name, _)| name.as_str()))?;
        names.iter().find(|(name, _)| name == near)
    };
    whole.or_else(beginning).or_else(nearly).map(|(_, column)| column.clone())
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
        fn everything(&self) -> &str {
            &self.1
        }
    }

    #[test]
    fn people_are_found_by_words_and_by_columns() {
        let names: Vec<(String, Column)> =
            ["palier", "mentor"].map(|name| (name.to_owned(), Column::Field(name))).into();
        let people = [
            ["Éloïse Roy", "ciblé", "Luc Tremblay"],
            ["Zoé Caron", "universel", ""],
            ["Jean Œuvrard", "ciblé, et plus", "Hélène Gagnon"],
        ];
        let people = people.map(|person| Person(person, person.join(" ")));
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
            assert_eq!(Query::parse(typed, &names).find(&people), found, "{typed}");
        }
        assert_eq!(words(&exactly("mentor", "Luc Tremblay")), ["mentor:=Luc Tremblay"]);
    }
}
