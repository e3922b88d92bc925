//! What somebody looks for on the board: words anywhere, words in one column (`palier:ciblé`), or what a column lacks
//! (`sans:trace`).

use super::{
    column::Column,
    text::{self, fold},
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq)]
enum Term {
    /// A word, anywhere.
    Anywhere(String),
    /// One of these words, in a column.
    In(Column, Vec<String>),
    /// Nothing, in a column.
    Without(Column),
}

/// What is looked through: the text of one person in a column, and everywhere. What these readers may not see is empty.
pub trait Searched {
    /// The text of a column.
    fn column(&self, column: &Column) -> String;
    /// Everything that is looked through when no column is named.
    fn everything(&self) -> String;
}

impl Query {
    /// Reads what was typed. `names` are the columns by what people call them, folded. A column that nobody knows is
    /// looked for as it is written.
    pub fn parse(typed: &str, names: &[(String, Column)]) -> Query {
        let term = |word: String| match word.split_once(':') {
            Some((column, said)) if !column.is_empty() && !said.trim().is_empty() => {
                if fold(column) == "sans" {
                    return named(names, said).map_or(Term::Anywhere(word.clone()), Term::Without);
                }
                let alternatives = || said.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty());
                named(names, column)
                    .map_or(Term::Anywhere(word.clone()), |column| Term::In(column, alternatives().collect()))
            }
            _ => Term::Anywhere(word),
        };
        Query { terms: words(typed).into_iter().map(term).collect() }
    }

    /// Which of them are found; when none is as it was typed, those that nearly are.
    pub fn find<T: Searched>(&self, all: &[T]) -> Vec<usize> {
        let found = |manner: Manner| {
            let fits = |searched: &T| self.terms.iter().all(|term| term.fits(searched, manner));
            (0..all.len()).filter(|at| fits(&all[*at])).collect::<Vec<_>>()
        };
        let exactly = found(text::matches);
        if exactly.is_empty() { found(text::nearly_matches) } else { exactly }
    }
}

/// How a text is compared with what was typed.
type Manner = fn(&str, &str) -> bool;

impl Term {
    fn fits(&self, searched: &impl Searched, manner: Manner) -> bool {
        match self {
            Term::Anywhere(word) => manner(&searched.everything(), word),
            Term::In(column, alternatives) => {
                let said = searched.column(column);
                !said.is_empty() && alternatives.iter().any(|word| manner(&said, word))
            }
            Term::Without(column) => searched.column(column).is_empty(),
        }
    }
}

/// The column that a word names: as it is called, by the beginning of it, or nearly.
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

/// The words of what was typed; quotes hold several together.
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

/// A value as it is looked for in a column: in quotes when it holds several words.
pub fn written(column: &str, value: &str) -> String {
    let quotes = if value.contains(char::is_whitespace) { "\"" } else { "" };
    format!("{column}:{quotes}{value}{quotes}")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Person(&'static str, &'static str, &'static str);

    impl Searched for Person {
        fn column(&self, column: &Column) -> String {
            match column.key() {
                "palier" => self.1.into(),
                "mentor" => self.2.into(),
                _ => String::new(),
            }
        }
        fn everything(&self) -> String {
            format!("{} {} {}", self.0, self.1, self.2)
        }
    }

    #[test]
    fn people_are_found_by_words_and_by_columns() {
        let names: Vec<(String, Column)> =
            ["palier", "mentor"].map(|name| (name.to_owned(), Column::Field(name))).into();
        let people = [
            Person("Éloïse Roy", "ciblé", "Luc Tremblay"),
            Person("Zoé Caron", "universel", ""),
            Person("Jean Œuvrard", "ciblé", "Hélène Gagnon"),
        ];
        for (typed, found) in [
            ("", &[0, 1, 2][..]),
            ("eloise", &[0]),
            ("elosie", &[0]),
            ("oeuvrard cible", &[2]),
            ("palier:CIBLE", &[0, 2]),
            ("pal:ciblé mentor:luc", &[0]),
            ("palier:ciblé,universel", &[0, 1, 2]),
            ("mentor:\"luc trem\"", &[0]),
            ("mentor:« hélène gagnon »", &[2]),
            ("sans:mentor", &[1]),
            ("mantor:luc", &[0]),
            ("palier:cilbé", &[0, 2]),
            ("heure:8", &[]),
            ("zoé palier:ciblé", &[]),
        ] {
            assert_eq!(Query::parse(typed, &names).find(&people), found, "{typed}");
        }
        assert_eq!(words(&written("mentor", "Luc Tremblay")), ["mentor:Luc Tremblay"]);
    }
}
