//! Folding of French text, so that comparisons ignore accents, case and typography.

use std::{borrow::Cow, collections::HashMap, hash::Hash};

use strsim::osa_distance;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The first of the marks that are written over the letter before them.
pub const FIRST_COMBINING_MARK: char = '\u{300}';

/// Folds a text for comparison: lower case, no accents, expanded ligatures, plain quotes, spaces and dashes.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '\0'..='\x7f' => folded.push(c),
            // The letters of French, which the tables of every script need not be asked for.
            'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => folded.push('e'),
            'î' | 'ï' | 'Î' | 'Ï' => folded.push('i'),
            'ô' | 'ö' | 'Ô' | 'Ö' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => folded.push('u'),
            'ç' | 'Ç' => folded.push('c'),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            '’' | '‘' | 'ʼ' => folded.push('\''),
            '«' | '»' | '“' | '”' => folded.push('"'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => folded.push(' '),
            '–' | '—' | '‑' | '−' => folded.push('-'),
            _ => {
                folded
                    .extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
            }
        }
    }
    folded
}

/// Counts the occurrences of each item: the most frequent first, then in order of first occurrence.
pub fn tally<T: Clone + Eq + Hash>(texts: impl IntoIterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    let mut places = HashMap::new();
    for text in texts {
        let place = *places.entry(text.clone()).or_insert_with(|| {
            counts.push((text, 0));
            counts.len() - 1
        });
        counts[place].1 += 1;
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The words of a text in lower case, with their accents and without punctuation.
pub fn spoken(text: &str) -> Vec<String> {
    words(&lowered(text)).map(str::to_owned).collect()
}

/// A text in lower case, with every letter composed.
pub fn lowered(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'A'..='Z' => lower.push(c.to_ascii_lowercase()),
            // Nothing else has capitals among these: the letters, quotes and dashes of French.
            '\0'..='\x7f' | 'à'..='ÿ' | '\u{a0}' | '«' | '»' | 'œ' | '‘'..='‟' | '–' | '—' | '…' => {
                lower.push(c);
            }
            'À'..='Ö' | 'Ø'..='Þ' | 'Œ' => lower.extend(c.to_lowercase()),
            // Whatever else may join with its neighbours.
            _ => return text.nfc().collect::<String>().to_lowercase(),
        }
    }
    lower
}

/// The words of a text, without punctuation.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a text says these words: whole, one after another, whatever their case and punctuation. Accents count: « cote »
/// is not « côté ».
pub fn says(text: &str, said: &str) -> bool {
    let (text, said) = (spoken(text), spoken(said));
    !said.is_empty() && text.windows(said.len()).any(|window| window == said)
}

/// Whether a text says these words of something that is, both as [`spoken`] splits them: « pas d'atelier » and « sans mentor » say that it is not.
pub fn affirms(text: &[String], said: &[String]) -> bool {
    const DENIALS: [&str; 17] = [
        "abandonne",
        "abandonner",
        "abolir",
        "annuler",
        "arrêter",
        "aucun",
        "aucune",
        "cesse",
        "cesser",
        "fin",
        "jamais",
        "ni",
        "no",
        "not",
        "pas",
        "refus",
        "sans",
    ];
    const BETWEEN: [&str; 12] = ["besoin", "d", "de", "des", "du", "encore", "l", "la", "le", "les", "un", "une"];
    const ENDS: [&str; 8] =
        ["abandonné", "abandonnée", "aboli", "abolie", "annulé", "annulée", "supprimé", "supprimée"];
    let is_denied = |at: usize| {
        let before = text[..at].iter().rev().map(String::as_str).find(|word| !BETWEEN.contains(word));
        let after = text[at + said.len()..].iter().map(String::as_str).take(2);
        before.is_some_and(|word| DENIALS.contains(&word)) || after.into_iter().any(|word| ENDS.contains(&word))
    };
    let places = (0..text.len()).filter(|at| text[*at..].starts_with(said));
    !said.is_empty() && places.into_iter().any(|at| !is_denied(at))
}

/// Puts a text on one line, with single spaces between its words.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Converts a key into a message id: `année_insertion` becomes `annee-insertion`.
pub fn ascii(key: &str) -> String {
    fold(key).replace('_', "-")
}

/// Whether `text` contains every word of `needle`, ignoring accents and case. An empty needle always matches.
pub fn matches(text: &str, needle: &str) -> bool {
    let text = fold(text);
    fold(needle).split_whitespace().all(|word| text.contains(word))
}

/// Whether `text` contains every word of `needle`, ignoring accents and case, and allowing one typo in words of four
/// letters, two in words of eight, and so on.
pub fn nearly_matches(text: &str, needle: &str) -> bool {
    let text = fold(text);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    fold(needle).split_whitespace().all(|needle| {
        let letters = needle.chars().count();
        let most = letters / 4;
        let near = |word: &&str| {
            // Each edit accounts for at most one letter that the word lacks, so a word that lacks more is too far; so is one
            // that is too short.
            if letters > word.chars().count() + most || (kinds(needle) & !kinds(word)).count_ones() as usize > most {
                return false;
            }
            // The needle may be the beginning of a longer word that is still being typed.
            let beginning: String = word.chars().take(letters).collect();
            osa_distance(needle, word).min(osa_distance(needle, &beginning)) <= most
        };
        text.contains(needle) || letters >= 4 && words.iter().any(near)
    })
}

/// The set of letters and digits of a folded word, as a bit mask.
fn kinds(word: &str) -> u64 {
    word.bytes().fold(0, |kinds, byte| kinds | 1 << (byte % 64))
}

/// Whether a file may hold a character: YAML forbids control characters other than blanks, the byte order mark inside a
/// text, and the two that are no characters.
pub fn is_writable(c: char) -> bool {
    matches!(c, '\t' | '\n') || !c.is_control() && !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A text with only what a file may hold.
pub fn writable(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| is_writable(*c)).collect()
}

/// Replaces control characters and bidirectional marks with spaces, so that a terminal displays nothing but text. Line
/// ends are kept.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| {
        c.is_control() && c != '\n' && c != '\r'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let has_bare_return = || text.contains('\r') && text.replace("\r\n", "").contains('\r');
    if !text.contains(obeyed) && !has_bare_return() {
        return Cow::Borrowed(text);
    }
    let kept = |c: char| if obeyed(c) || c == '\r' { ' ' } else { c };
    Cow::Owned(
        text.split("\r\n").map(|line| line.chars().map(kept).collect::<String>()).collect::<Vec<_>>().join("\r\n"),
    )
}

/// Returns the known word closest to `word`, if few letters differ: the likely meaning of a misspelt key.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    known
        .into_iter()
        .map(|candidate| (osa_distance(&folded, &fold(candidate)), candidate))
        .filter(|(d, candidate)| *d <= 1 + candidate.chars().count() / 4)
        .min_by_key(|(d, _)| *d)
        .map(|(_, candidate)| candidate)
}

/// Makes part of an id from a text: its first `most` words, folded to ASCII letters and digits, joined by hyphens.
pub fn slug(text: &str, most: usize) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(most).collect::<Vec<_>>().join("-")
}

/// The initials of a name: « Jean-Sébastien O’Connor » gives « JSOC ».
pub fn initials(name: &str) -> String {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '’' | '\''))
        .filter_map(|part| part.chars().next())
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_character_is_lowered_as_by_the_tables() {
        for c in '\0'..='\u{ffff}' {
            let text = format!("É{c}e\u{301}A");
            let alone = format!("É{c}A");
            for text in [text, alone] {
                assert_eq!(lowered(&text), text.nfc().collect::<String>().to_lowercase(), "{text:?}");
            }
        }
    }

    #[test]
    fn folding_forgives_accents_case_and_typography() {
        for (text, needle, found) in [
            ("Éloïse Bérubé", "eloise", true),
            ("Un cœur d’accueil", "coeur d'acc", true),
            ("à suivre", "A SUIVRE", true),
            ("Éloïse Bérubé", "berube elo", true),
            ("Éloïse", "luc", false),
        ] {
            assert_eq!(matches(text, needle), found, "{needle} in {text}");
        }
    }

    #[test]
    fn every_letter_is_folded_and_spoken_as_the_tables_say() {
        for c in (0..0x300).filter_map(char::from_u32).filter(|c| !"œŒæÆ«»ʼ\u{a0}".contains(*c)) {
            let by_tables: String = c.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
            assert_eq!(fold(&c.to_string()), by_tables, "{c:?}");
            let composed: String = c.nfc().flat_map(char::to_lowercase).collect();
            let word: Vec<&str> = composed.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            assert_eq!(spoken(&c.to_string()), word, "{c:?}");
            assert!(c < FIRST_COMBINING_MARK && !is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_shown() {
        for (text, shown) in [
            ("Zoé\u{1b}[31m", "Zoé [31m"),
            ("a\u{9b}2J\u{7}", "a 2J "),
            ("\u{202e}eoZ", " eoZ"),
            ("un\r\ndeux\rtrois\n", "un\r\ndeux trois\n"),
            ("été\u{a0}!", "été\u{a0}!"),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }

    #[test]
    fn a_misspelt_key_finds_its_neighbour() {
        let known = ["état", "palier", "besoins", "répondant"];
        assert_eq!(nearest("palié", known), Some("palier"));
        assert_eq!(nearest("repondent", known), Some("répondant"));
        assert_eq!(nearest("téléphone", known), None);
    }

    #[test]
    fn initials_take_each_part_of_a_name() {
        assert_eq!(initials("Jean-Sébastien O’Connor"), "JSOC");
        assert_eq!(initials("Amélie Côté"), "AC");
    }
}
