//! What stands around a word in a text: whether it is said as a name, broken over two lines, or inside data.

use std::borrow::Cow;

use super::spelling::{is_acronym, is_grammar, is_quality};
use crate::domain::{
    model::school::is_job,
    value::text::{fold, one_line},
};

/// The words before a noun, after which a name that is also a word is one: « la rose », « un petit pas ».
const ARTICLES: [&str; 24] = [
    "le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa",
    "ses", "ce", "cet", "cette", "ces", "chaque",
];

/// The words after which a part of a name without a capital is a participle or a quality: « elle a sauvé », « très content ».
#[rustfmt::skip]
const VERBS: [&str; 32] = [
    "a", "ai", "as", "assez", "aussi", "avais", "avait", "avez", "avoir", "avons", "bien", "devenu", "devenue", "es",
    "est", "etait", "ete", "etre", "fut", "mal", "moins", "ont", "pas", "peu", "plus", "si", "sois", "sommes", "sont",
    "suis", "tres", "trop",
];

/// What is said of people after their names, folded, besides participles.
#[rustfmt::skip]
const PREDICATES: [&str; 29] = [
    "aime", "aura", "avec", "chez", "demande", "dira", "dit", "doit", "etait", "fera", "fait", "ira", "mais", "nous",
    "part", "peut", "pour", "prend", "propose", "quitte", "rencontre", "remercie", "reste", "revient", "sera", "souhaite",
    "trouve", "veut", "voudrait",
];

/// The titles before a name, folded.
const TITLES: [&str; 10] = ["dr", "dre", "m", "madame", "mlle", "mme", "monsieur", "mr", "mrs", "ms"];

/// The months that are also names.
const MONTHS: [&str; 5] = ["avril", "juillet", "juin", "mai", "mars"];

/// The words before a month.
const BEFORE_MONTHS: [&str; 8] = ["1er", "d", "de", "debut", "début", "en", "fin", "mi"];

/// The shortest line after which a text may be wrapped, in characters.
const WRAPPED: usize = 40;

/// The shortest run of letters that is data, as a photo inside a page is.
const DATA: usize = 60;

/// Whether a word that is also a name stands as a name does: each of its words has a capital, no article precedes it,
/// and a word that begins many sentences does not begin one.
pub fn is_said_as_a_name(text: &str, range: (usize, usize), word: &str) -> bool {
    let (start, end) = range;
    let is_word = |piece: &&str| piece.chars().count() > 1;
    let pieces = text[start..end].split(|c: char| !c.is_alphanumeric()).filter(is_word);
    if !pieces.into_iter().all(|piece| piece.starts_with(char::is_uppercase)) {
        return false;
    }
    let last = last_word(&text[..start]).unwrap_or_default().to_lowercase();
    // Two letters are any word: « Ho ho ho ».
    let is_any = is_quality(word) || word.chars().count() <= 2;
    let begins = || begins_a_sentence(text, start) && is_any;
    !is_a_date(text, range, word) && !ARTICLES.contains(&last.as_str()) && !begins()
}

/// Whether a capital tells nothing of a word that is also a name, even where a text must name nobody: it is a date, or it
/// begins a sentence that goes on as one about things does: « Côté positif », and not « Côté va bien ».
pub fn is_surely_a_word(text: &str, range: (usize, usize), word: &str) -> bool {
    if is_a_date(text, range, word) {
        return true;
    }
    let last = last_word(&text[..range.0]).unwrap_or_default().to_lowercase();
    if is_quality(word) && matches!(last.as_str(), "la" | "le" | "les" | "une" | "un" | "des") {
        return true;
    }
    let after = text[range.1..].strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_said_of_somebody =
        || PREDICATES.contains(&fold(next).as_str()) || next.ends_with(['é', 't']) || next.ends_with("ée");
    let is_about_things = next.chars().count() > 2 && next.starts_with(char::is_lowercase) && !is_said_of_somebody();
    is_quality(word) && begins_a_sentence(text, range.0) && is_about_things
}

/// The words before the name of a place, folded: « le mont Saint-Hilaire » names nobody.
const PLACES: [&str; 15] = [
    "avenue",
    "boulevard",
    "boul",
    "chemin",
    "college",
    "lac",
    "mont",
    "montee",
    "municipalite",
    "parc",
    "pavillon",
    "rang",
    "riviere",
    "rue",
    "ville",
];

/// Whether a word stands in the name of a place: « rue Tremblay », « 250, avenue Roy ».
pub fn is_in_a_place(text: &str, range: (usize, usize)) -> bool {
    let before = text[..range.0].strip_suffix([' ', '\u{a0}']).unwrap_or_default();
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    PLACES.contains(&fold(last).as_str())
}

fn is_a_date(text: &str, range: (usize, usize), word: &str) -> bool {
    let last = last_word(&text[..range.0]).unwrap_or_default().to_lowercase();
    MONTHS.contains(&word)
        && (BEFORE_MONTHS.contains(&last.as_str())
            || last.parse::<u32>().is_ok()
            || begins_with_a_year(&text[range.1..]))
}

/// Whether no word of the same sentence stands before a position.
fn begins_a_sentence(text: &str, start: usize) -> bool {
    !before(text, start).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')'))
}

/// The text before a position, without the marks that open what stands there.
fn before(text: &str, start: usize) -> &str {
    text[..start].trim_end_matches([' ', '\u{a0}', '\'', '’', '«', '"', '(', '*'])
}

/// Whether a folded word is one after which a name that is also a word is a word.
pub fn is_an_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// Whether a part of a name stands as an ordinary word does: without a capital, after an article or a verb.
pub fn is_said_as_a_word(text: &str, range: (usize, usize)) -> bool {
    let is_lower = !text[range.0..range.1].contains(char::is_uppercase);
    let last = last_word(&text[..range.0]).map(fold).unwrap_or_default();
    is_lower && (ARTICLES.contains(&last.as_str()) || VERBS.contains(&last.as_str()))
}

/// Whether a part of a name is that of somebody else, whose other name is beside it: « Geneviève Tremblay » where she is
/// Geneviève Roy. `theirs` are the words of their names, folded.
pub fn is_of_somebody_else(text: &str, range: (usize, usize), theirs: impl Fn(&str) -> bool) -> bool {
    let is_other = |word: &str| {
        let folded = fold(word);
        // What stands beside a name with a capital may be no name: « PANE », « Directrice », « Le ».
        let is_plain = is_acronym(word) || is_grammar(&folded) || is_job(&folded);
        word.chars().count() > 1
            && word.starts_with(char::is_uppercase)
            && !theirs(&folded)
            && !TITLES.contains(&folded.as_str())
            && !is_plain
    };
    let after = text[range.1..].strip_prefix([' ', '\u{a0}', '-']).unwrap_or_default();
    // « Côté-Roy » is another name than Côté.
    let next = after.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let before = text[..range.0].strip_suffix([' ', '\u{a0}', '-']).unwrap_or_default();
    // A word that begins a sentence has a capital without being a name.
    let begins = |start: usize| {
        let before = before[..start].trim_end_matches([' ', '\u{a0}', '«', '"', '(', '*']);
        !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | ';'))
    };
    let last = last_word(before).filter(|word| before.ends_with(word) && !begins(before.len() - word.len()));
    next.split('-').any(is_other) || last.is_some_and(is_other)
}

/// Whether a word is a title before a name: « madame », « M. », and not the « m » of a measure.
fn is_a_title(word: &str) -> bool {
    let is_short = word.chars().count() == 1;
    TITLES.contains(&fold(word.trim_end_matches('.')).as_str()) && !(is_short && word.starts_with(char::is_lowercase))
}

/// Whether a title stands before a range: what follows « madame » names somebody, with a capital or without.
pub fn is_titled(text: &str, range: (usize, usize)) -> bool {
    let Some(before) = text[..range.0].strip_suffix([' ', '\u{a0}']) else { return false };
    let title = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '\'' | '’')).next();
    title.is_some_and(is_a_title)
}

/// A text before a name, without the title of the name where words replace it: « Mme une personne » is no French.
pub fn without_title<'a>(before: &'a str, placeholder: &str) -> &'a str {
    let said = before.trim_end_matches([' ', '\u{a0}']);
    let title =
        said.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '\'' | '’')).next().unwrap_or_default();
    let is_title = said.len() < before.len() && is_a_title(title);
    let is_name = title.starts_with(char::is_uppercase) || title.chars().count() > 2;
    if placeholder.contains(' ') && is_title && is_name { &said[..said.len() - title.len()] } else { before }
}

/// A text before a name, with « de » and « que » elided as the words that replace the name want: « d’une personne », « que
/// personne retirée ».
pub fn elided<'a>(before: &'a str, placeholder: &str) -> Cow<'a, str> {
    if !placeholder.contains(' ') {
        return before.into();
    }
    let is_whole = |start: &str| !start.ends_with(char::is_alphanumeric);
    if placeholder.starts_with(['a', 'e', 'i', 'o', 'u', 'é']) {
        let stem = ["de ", "De ", "que ", "Que "].iter().find_map(|word| {
            let start = before.strip_suffix(word).filter(|start| is_whole(start))?;
            Some(&before[..start.len() + word.len() - 2])
        });
        return stem.map_or(before.into(), |stem| format!("{stem}’").into());
    }
    let stem = ["d’", "d'", "D’", "D'", "qu’", "qu'", "Qu’", "Qu'"].iter().find_map(|word| {
        let start = before.strip_suffix(word).filter(|start| is_whole(start))?;
        Some(&before[..start.len() + word.trim_end_matches(['’', '\'']).len()])
    });
    stem.map_or(before.into(), |stem| format!("{stem}e ").into())
}

fn last_word(text: &str) -> Option<&str> {
    before(text, text.len()).rsplit(|c: char| !c.is_alphanumeric()).next()
}

fn begins_with_a_year(after: &str) -> bool {
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    next.len() == 4 && next.parse::<u32>().is_ok()
}

/// Whether the words of a range stand on two lines that are not one sentence: two items of a list, two rows of a table. A
/// dash with blanks around it parts words too.
pub fn is_broken(text: &str, range: (usize, usize)) -> bool {
    let inside = &text[range.0..range.1];
    if inside.contains(" - ") || inside.contains(" – ") {
        return true;
    }
    let Some(at) = inside.find('\n') else { return false };
    let (before, after) = (&text[..range.0 + at], &text[range.0 + at + 1..]);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let next = after.split('\n').next().unwrap_or_default();
    let is_item = next.trim_start().starts_with(['-', '*', '•', '|']);
    // A line goes on below if it is long, or if what follows is set further in.
    is_item || line.chars().count() < WRAPPED && indent(next) <= indent(line)
}

/// Whether a range is inside data written as letters, as a photo is in a page or a message.
pub fn is_inside_data(text: &str, range: (usize, usize)) -> bool {
    let is_data = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    let start = text[..range.0].rfind(|c: char| !is_data(c)).map_or(0, |at| at + 1);
    let start = (start..=range.0).find(|at| text.is_char_boundary(*at)).unwrap_or(range.0);
    let end = text[range.1..].find(|c: char| !is_data(c)).map_or(text.len(), |at| range.1 + at);
    let is_run = |run: &str| {
        let has = |kind: fn(&char) -> bool| run.chars().any(|c| kind(&c));
        run.len() >= DATA
            && run.chars().all(is_data)
            && has(char::is_ascii_digit)
            && has(char::is_ascii_uppercase)
            && has(char::is_ascii_lowercase)
    };
    // The last line of data is as short as what is left.
    let line_before = text[..start].trim_end_matches(['\r', '\n']).rsplit(['\n', '\r']).next().unwrap_or_default();
    is_run(&text[start..end]) || text[..start].ends_with('\n') && is_run(line_before)
}

/// A range of a text with a few words around it, on one line.
pub fn around(text: &str, range: (usize, usize)) -> String {
    const WORDS: usize = 3;
    let (start, end) = range;
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let from = text[from..start].rmatch_indices(' ').nth(WORDS).map_or(from, |(at, _)| from + at);
    let to = text[end..to].match_indices(' ').nth(WORDS).map_or(to, |(at, _)| end + at);
    one_line(text[from..to].trim())
}

/// Where a word stands alone in a text, exactly as it is written.
pub fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let places = text.match_indices(word).map(|(at, word)| (at, at + word.len()));
    places.filter(|range| stands_alone(text, *range))
}

/// Whether a range of a text is a whole word.
pub fn stands_alone(text: &str, range: (usize, usize)) -> bool {
    let (start, end) = range;
    let joins = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    !text[..start].chars().next_back().is_some_and(joins) && !text[end..].chars().next().is_some_and(joins)
}

/// Whether a range of a text is a piece of a code with a number: « OP-12 » is a room.
pub fn is_in_a_code(text: &str, range: (usize, usize)) -> bool {
    let ends_in_digit = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
    let after = text[range.1..].strip_prefix('-').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    after || text[..range.0].strip_suffix('-').is_some_and(ends_in_digit)
}

/// Whether a range of a text is a piece of a longer name, as « Saint-Hilaire » is of « Mont-Saint-Hilaire ».
pub fn is_in_a_longer_name(text: &str, range: (usize, usize)) -> bool {
    let (start, end) = range;
    let before =
        text[..start].strip_suffix('-').and_then(|before| before.split(|c: char| !c.is_alphanumeric()).next_back());
    let after = text[end..].strip_prefix('-');
    let is_name = |piece: Option<&str>| piece.is_some_and(|piece| piece.starts_with(char::is_uppercase));
    text[start..].starts_with(char::is_uppercase) && (is_name(before) || is_name(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str, word: &str) -> (usize, usize) {
        let start = text.find(word).expect("is there");
        (start, start + word.len())
    }

    #[test]
    fn a_word_is_a_name_where_names_stand() {
        for (text, said, word, is_name) in [
            ("On appelle Rose demain", "Rose", "rose", true),
            ("Rose va bien", "Rose", "rose", true),
            ("la Rose des vents", "Rose", "rose", false),
            ("une rose", "rose", "rose", false),
            ("Petit pas", "Petit", "petit", false),
            ("Côté matériel, tout va bien.", "Côté", "cote", false),
            ("avec Côté", "Côté", "cote", true),
            ("Ho ho ho", "Ho", "ho", false),
            ("- Petit déjeuner", "Petit", "petit", false),
            ("avec Petit", "Petit", "petit", true),
            ("Mme Petit", "Petit", "petit", true),
            ("Juin sera chargé", "Juin", "juin", false),
            ("l'heureux événement", "l'heureux", "l heureux", false),
            ("avec L'Heureux", "L'Heureux", "l heureux", true),
            ("le 24 Juin 2027", "Juin", "juin", false),
            ("la semaine du 3 Mai", "Mai", "mai", false),
            ("avec Avril 2027", "Avril", "avril", false),
            ("avec Avril", "Avril", "avril", true),
        ] {
            assert_eq!(is_said_as_a_name(text, range(text, said), word), is_name, "{text}");
        }
    }

    #[test]
    fn a_capital_tells_nothing_of_a_date_nor_of_a_word_about_things() {
        for (text, said, word, is_word) in [
            ("Côté positif : le mentorat.", "Côté", "cote", true),
            ("Bien. Petit pas de plus", "Petit", "petit", true),
            ("Juin 2027", "Juin", "juin", true),
            ("Côté va bien", "Côté", "cote", false),
            ("Côté aura congé", "Côté", "cote", false),
            ("Côté rencontrée mardi", "Côté", "cote", false),
            ("Côté, absente", "Côté", "cote", false),
            ("Avec Côté positif", "Côté", "cote", false),
            ("Tremblay positif", "Tremblay", "tremblay", false),
        ] {
            assert_eq!(is_surely_a_word(text, range(text, said), word), is_word, "{text}");
        }
    }

    #[test]
    fn what_replaces_a_name_is_elided_as_it_wants() {
        for (before, placeholder, left) in [
            ("Le bilan de ", "une personne", "Le bilan d’"),
            ("Il faut que ", "une personne", "Il faut qu’"),
            ("Le code ", "une personne", "Le code "),
            ("Le bilan d’", "personne retirée", "Le bilan de "),
            ("Qu'", "personne retirée", "Que "),
            ("Le bilan de ", "AC", "Le bilan de "),
        ] {
            assert_eq!(elided(before, placeholder), left, "{before}{placeholder}");
        }
    }

    #[test]
    fn a_title_goes_with_the_name_that_words_replace() {
        for (before, placeholder, left) in [
            ("Voir Mme ", "une personne", "Voir "),
            ("Voir M.\u{a0}", "une personne", "Voir "),
            ("Voir Mme ", "AC", "Voir Mme "),
            ("Le programme ", "une personne", "Le programme "),
            ("(Madame ", "une personne", "("),
        ] {
            assert_eq!(without_title(before, placeholder), left, "{before}");
        }
    }

    #[test]
    fn a_name_is_one_over_two_lines_of_a_sentence_only() {
        let long = "une phrase assez longue pour être coupée par Rose\nPetit ce matin";
        for (text, said, broken) in [
            ("texte: Rose\n      Petit", "Rose\n      Petit", false),
            (long, "Rose\nPetit", false),
            ("  - Rencontrer Rose\n  - Petit déjeuner", "Rose\n  - Petit", true),
            ("Li\nWu", "Li\nWu", true),
            ("Rose Petit", "Rose Petit", false),
            ("Rose - Petit pas", "Rose - Petit", true),
        ] {
            assert_eq!(is_broken(text, range(text, said)), broken, "{text}");
        }
    }

    #[test]
    fn a_photo_written_as_letters_is_data() {
        let line = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP+AC/wHwAFBQIAX8jx0g";
        let page = format!("<img src=\"data:image/png;base64,{line}\">");
        assert!(is_inside_data(&page, range(&page, "AC")));
        let message = format!("{line}\nabc/AC+d=\n\nAC va bien");
        let last = message.find("AC+d").expect("is there");
        assert!(is_inside_data(&message, (last, last + 2)));
        let said = message.find("AC va").expect("is there");
        assert!(!is_inside_data(&message, (said, said + 2)));
    }
}
