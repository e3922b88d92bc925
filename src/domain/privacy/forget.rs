//! Forgetting people: finding what identifies them, and removing it from texts.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{
    edit::{Change, Edit},
    model::{
        board::{Board, Newcomer},
        document::{Document, FileId},
        draft::Draft,
        meeting::Meeting,
    },
    value::text::{fold, one_line},
};

/// The minimum length of a part of a name that is searched for alone, in letters.
const SHORTEST: usize = 3;

/// What identifies the people to forget, in every file that may name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameScrubber {
    /// Their ids on the board.
    pub ids: BTreeSet<String>,
    /// Full names, folded: matched whatever their accents and case.
    names: BTreeSet<String>,
    /// First names and family names that nobody else has, folded: matched only with a capital.
    parts: BTreeSet<String>,
    /// Aliases, matched exactly.
    aliases: BTreeSet<String>,
    /// The placeholder that replaces them.
    placeholder: String,
}

impl NameScrubber {
    /// Collects what identifies the people with these ids in all states that a board has had, except what also
    /// identifies somebody else. `others` are the names of people who are not on the board; `nobody` is the
    /// placeholder.
    pub fn of(ids: &[String], boards: &[Board], others: &[String], placeholder: &str) -> Self {
        let ids = ids.iter().cloned().collect();
        let mut forgotten = NameScrubber { ids, placeholder: placeholder.to_owned(), ..NameScrubber::default() };
        let everybody = || boards.iter().enumerate().flat_map(|(at, board)| board.people.iter().map(move |p| (at, p)));
        let (theirs, rest): (Vec<_>, Vec<_>) = everybody().partition(|(_, person)| forgotten.ids.contains(&person.id));
        let kept_names: BTreeSet<String> =
            rest.iter().map(|(_, person)| fold(&person.name)).chain(others.iter().map(|name| fold(name))).collect();
        let kept_parts: BTreeSet<&str> = kept_names.iter().flat_map(|name| parts(name)).collect();
        let aliases: Vec<HashMap<&str, String>> = boards.iter().map(Board::aliases).collect();
        let kept_aliases: BTreeSet<&String> =
            rest.iter().filter_map(|(board, person)| aliases[*board].get(person.id.as_str())).collect();
        for (board, person) in theirs {
            let name = one_line(&fold(&person.name));
            let alone = parts(&name).filter(|part| part.chars().count() >= SHORTEST && !kept_parts.contains(part));
            forgotten.parts.extend(alone.map(as_one));
            if !name.is_empty() && !kept_names.contains(&name) {
                forgotten.names.insert(as_one(&name));
            }
            let alias = aliases[board].get(person.id.as_str());
            forgotten.aliases.extend(
                alias
                    .filter(|alias| alias.chars().count() > 1 && !kept_aliases.contains(alias) && **alias != person.id)
                    .cloned(),
            );
        }
        forgotten
    }

    /// Identifies one person by full name, and by the given parts, which nobody else has. `instead` is the placeholder.
    pub fn named(name: &str, parts: &[&str], instead: &str) -> Self {
        let long = parts.iter().map(|part| fold(part)).filter(|part| part.chars().count() >= SHORTEST);
        let name = one_line(&fold(name));
        NameScrubber {
            names: Some(as_one(&name)).filter(|name| !name.is_empty()).into_iter().collect(),
            parts: long.map(|part| as_one(&part)).collect(),
            placeholder: instead.to_owned(),
            ..NameScrubber::default()
        }
    }

    /// Identifies one person by an alias, matched exactly.
    pub fn alias(alias: &str, instead: &str) -> Self {
        NameScrubber {
            aliases: BTreeSet::from([alias.to_owned()]),
            placeholder: instead.to_owned(),
            ..NameScrubber::default()
        }
    }

    /// Replaces each mention with the placeholder, and returns how many there were. A name spelled with the escapes of
    /// a double-quoted text is found too; escapes are decoded only if that finds more mentions.
    pub fn scrub(&self, text: &str) -> (String, usize) {
        let found = self.scrub_written(text);
        match unescaped(text).map(|opened| self.scrub_written(&opened)) {
            Some(opened) if opened.1 > found.1 => opened,
            _ => found,
        }
    }

    /// Scrubs bytes that are not all UTF-8: the valid parts first, then the whole as Latin-1, which older programs
    /// wrote.
    pub fn scrub_bytes(&self, bytes: &[u8]) -> (Vec<u8>, usize) {
        let (mut scrubbed, mut count) = (Vec::with_capacity(bytes.len()), 0);
        for chunk in bytes.utf8_chunks() {
            let (text, found) = self.scrub(chunk.valid());
            scrubbed.extend_from_slice(text.as_bytes());
            scrubbed.extend_from_slice(chunk.invalid());
            count += found;
        }
        let one_byte: String = scrubbed.iter().map(|byte| char::from(*byte)).collect();
        let (text, found) = self.scrub(&one_byte);
        if found > 0 {
            scrubbed = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        }
        (scrubbed, count + found)
    }

    fn scrub_written(&self, text: &str) -> (String, usize) {
        let (folded, starts) = folded(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (needle, capital) in
            self.names.iter().map(|name| (name, false)).chain(self.parts.iter().map(|part| (part, true)))
        {
            for (at, _) in folded.match_indices(needle.as_str()) {
                let range = (starts[at], starts[at + needle.len()]);
                let is_named = !capital || text[range.0..].starts_with(char::is_uppercase);
                found.extend((is_named && is_word(text, range)).then_some(range));
            }
        }
        for alias in &self.aliases {
            let places = text.match_indices(alias.as_str()).map(|(at, _)| (at, at + alias.len()));
            found.extend(places.filter(|range| is_word(text, *range)));
        }
        // Of the matches that start at one position, the longest wins.
        found.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        let (mut scrubbed, mut done, mut count) = (String::with_capacity(text.len()), 0, 0);
        for (start, end) in found {
            if start >= done {
                scrubbed.push_str(&text[done..start]);
                scrubbed.push_str(&self.placeholder);
                (done, count) = (end, count + 1);
            }
        }
        scrubbed.push_str(&text[done..]);
        (scrubbed, count)
    }

    /// Returns the edits that remove these people from a document: their records, and what meetings say about each.
    pub fn edits(&self, file: &FileId, document: &Document) -> Vec<Edit> {
        let ids: Vec<(usize, &str)> = match document {
            Document::Board(board) => board.everyone().map(|p: &Newcomer| p.id.as_str()).enumerate().collect(),
            Document::Meeting(meeting) => meeting.people.iter().map(|p| p.person.as_str()).enumerate().collect(),
            Document::Draft(draft) => draft.meeting.people.iter().map(|p| p.person.as_str()).enumerate().collect(),
            Document::Plan(_) | Document::Impact(_) | Document::Survey(_) => Vec::new(),
        };
        let path: &[&str] = match document {
            Document::Board(_) => &[Board::PEOPLE],
            Document::Draft(_) => &[Draft::MEETING, Meeting::PEOPLE],
            _ => &[Meeting::PEOPLE],
        };
        let root = document.to_value();
        let list =
            crate::domain::edit::lookup(&root, path).and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
        let gone = ids.into_iter().rev().filter(|(_, id)| self.ids.contains(*id));
        gone.filter_map(|(at, _)| {
            let change = Change::Remove { at, item: list.get(at)?.clone() };
            Some(Edit { file: file.clone(), path: path.iter().map(|s| (*s).to_owned()).collect(), change })
        })
        .collect()
    }
}

/// What a purge removes from one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgedFile {
    /// The file, relative to the folder, with `/` as separator.
    pub file: String,
    /// How many records are removed.
    pub records: usize,
    /// How many other mentions are replaced.
    pub mentions: usize,
    /// Whether the whole file is deleted, because the mentions in it cannot be located.
    pub whole: bool,
}

/// A folded name as it is searched for: hyphens and underscores separate its parts as spaces do.
fn as_one(name: &str) -> String {
    name.replace(['-', '_'], " ")
}

/// Decodes escapes such as `\xE9` and `\u00e9` into letters; `None` if the text has none.
fn unescaped(text: &str) -> Option<String> {
    let mut opened = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let digits = match rest[at + 1..].chars().next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let code = rest.get(at + 2..at + 2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let letter = code.and_then(char::from_u32).filter(|letter| digits > 0 && letter.is_alphanumeric());
        opened.push_str(&rest[..at]);
        match letter {
            Some(letter) => {
                opened.push(letter);
                rest = &rest[at + 2 + digits..];
            }
            None => {
                opened.push('\\');
                rest = &rest[at + 1..];
            }
        }
    }
    (!opened.is_empty()).then(|| opened + rest)
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace()).filter(|part| !part.is_empty())
}

/// Folds a text for comparison of names, with the original offset of each folded byte, and of the end. A run of
/// whitespace counts as one space, so that a name broken over two lines is found.
fn folded(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut starts) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        let mut piece = fold(c.encode_utf8(&mut [0; 4]));
        if matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}') {
            piece.clear();
        } else if c.is_whitespace() || matches!(piece.as_str(), "-" | "_") {
            piece = if folded.ends_with(' ') { String::new() } else { " ".into() };
        }
        starts.extend(std::iter::repeat_n(at, piece.len()));
        folded.push_str(&piece);
    }
    starts.push(text.len());
    (folded, starts)
}

/// Whether a range of a text is a whole word.
fn is_word(text: &str, range: (usize, usize)) -> bool {
    let (start, end) = range;
    let joins = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    !text[..start].chars().next_back().is_some_and(joins) && !text[end..].chars().next().is_some_and(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: &str = "personne retirée";

    fn board(people: &[(&str, &str, Option<&str>)]) -> Board {
        let person = |(id, name, alias): &(&str, &str, Option<&str>)| Newcomer {
            id: (*id).into(),
            name: (*name).into(),
            alias: alias.map(Into::into),
            ..Newcomer::default()
        };
        Board { format: 1, own: Vec::new(), people: people.iter().map(person).map(Into::into).collect() }
    }

    #[test]
    fn a_person_is_found_however_the_name_is_written() {
        let boards = [board(&[("n01", "Amélie Côté", None), ("n02", "Luc Côté", Some("LC"))])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &["Rose Roy".into()], NOBODY);
        for (text, scrubbed) in [
            ("Amélie Côté va bien.", "personne retirée va bien."),
            ("AMELIE\u{a0}COTE, Ame\u{301}lie  Cote\u{301}", "personne retirée, personne retirée"),
            ("# voir Amélie\n", "# voir personne retirée\n"),
            ("Luc Côté et Côté", "Luc Côté et Côté"),
            ("AC et LC, ACE", "personne retirée et LC, ACE"),
            ("Amélie\n      Côté", "personne retirée"),
            ("améliement", "améliement"),
            (r#"soutien: "avec Am\xE9lie C\u00f4t\u00e9""#, r#"soutien: "avec personne retirée""#),
            (r"C:\xE9 n'est personne", r"C:\xE9 n'est personne"),
            ("exports/amelie-cote.csv, Amé\u{ad}lie_Côté", "exports/personne retirée.csv, personne retirée"),
        ] {
            assert_eq!(forgotten.scrub(text).0, scrubbed, "{text}");
        }
    }

    #[test]
    fn bytes_of_older_programs_are_scrubbed_too() {
        let forgotten = NameScrubber::of(&["n01".into()], &[board(&[("n01", "Amélie Côté", None)])], &[], "x");
        assert_eq!(forgotten.scrub_bytes(b"Am\xe9lie C\xf4t\xe9, Mel\n"), (b"x, Mel\n".to_vec(), 1));
        assert_eq!(forgotten.scrub_bytes("Amélie\u{a0}Côté".as_bytes()).0, b"x");
        assert_eq!(forgotten.scrub_bytes(b"\xff Am\xc3\xa9lie C\xc3\xb4t\xc3\xa9"), (b"\xff x".to_vec(), 1));
    }

    #[test]
    fn an_older_name_is_forgotten_too_and_a_shared_first_name_stays() {
        let boards = [board(&[("n01", "Rose Roy", None)]), board(&[("n01", "Rose Roi", Some("Rosette"))])];
        let forgotten = NameScrubber::of(&["n01".into()], &boards, &["Rose Tremblay".into()], NOBODY);
        assert_eq!(
            forgotten.scrub("Rose Roi, Rose, Rosette, Roy"),
            ("personne retirée, Rose, personne retirée, personne retirée".into(), 3)
        );
    }
}
