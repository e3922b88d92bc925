//! Names as lists write them, and as the school does: « TREMBLAY, Luc (remplaçant) » is Luc Tremblay.

use crate::domain::value::text::{fold, one_line};

/// Titles before a name, folded, without their full stop.
const TITLES: [&str; 18] = [
    "m", "mm", "mme", "mmes", "mlle", "melle", "mlles", "mr", "mrs", "ms", "mx", "miss", "monsieur", "madame", "dr",
    "dre", "me", "prof",
];

/// Titles that no name ends with, folded: « Luc M. » may be all that is written of Luc Morin.
const ENDING: [&str; 8] = ["mme", "mmes", "mlle", "melle", "mrs", "monsieur", "madame", "miss"];

/// Diplomas and orders after a name, folded, with neither blanks nor full stops.
const DIPLOMAS: [&str; 12] = ["phd", "ma", "med", "ba", "bed", "mba", "msc", "bsc", "ing", "cpa", "ps", "psed"];

/// Particles that stay in lower case inside a family name.
const PARTICLES: [&str; 9] = ["de", "du", "des", "la", "le", "van", "von", "der", "den"];

/// What stands in a list where nobody is named, folded.
const NOBODY: [&str; 28] = [
    "a combler",
    "a determiner",
    "a venir",
    "aucun",
    "aucune",
    "inconnu",
    "inconnue",
    "na",
    "nombre",
    "personne",
    "poste vacant",
    "remplacant",
    "remplacante",
    "somme",
    "sous total",
    "substitute",
    "suppleant",
    "suppleante",
    "tbd",
    "test",
    "test test",
    "total",
    "totaux",
    "vacant",
    "vacante",
    "vide",
    "x",
    "xxx",
];

/// How the words begin that say on what terms somebody works, folded: in parentheses after a name they are no name.
const TERMS: [&str; 14] = [
    "a temps", "conge", "contrat", "occas", "partiel", "perm", "prob", "regul", "rempl", "retrait", "stag", "suppl",
    "temp", "substit",
];

/// Titles that are jobs too.
const JOBS: [&str; 3] = ["dr", "dre", "prof"];

/// Whether a cell is the title of a person and nothing more: « Mme », « M. ».
pub fn is_title(cell: &str) -> bool {
    let folded = fold(cell.trim());
    let said = folded.trim_end_matches('.');
    TITLES.contains(&said) && !JOBS.contains(&said)
}

/// Whether a cell that should be a name says that there is nobody, or several: a vacant post, a total, a figure, « M. et
/// Mme Roy ».
pub fn is_nobody(name: &str) -> bool {
    let folded = fold(name).replace('-', " ");
    let said: String = folded.chars().filter(|c| c.is_alphabetic() || *c == ' ').collect();
    let said = one_line(said.trim());
    // « Poste vacant / À combler »
    let is_of_nobody =
        |word: &str| ["poste", "vacant", "vacante", "a", "combler", "venir", "determiner"].contains(&word);
    let is_vacant = said.contains(' ') && said.split(' ').all(is_of_nobody);
    NOBODY.contains(&said.as_str())
        || is_vacant
        || said.starts_with("total ")
        || said.starts_with("et ")
        || [" et ", " and "].iter().any(|and| said.contains(and))
        || name.contains('&')
        || !name.is_empty() && !name.contains(char::is_alphabetic)
}

/// Whether a name lost a letter that the encoding did not have, which became a question mark inside it or a sign that
/// stands for none.
pub fn is_spoiled(name: &str) -> bool {
    has_no_letter(name) || name.trim_end_matches('?').contains('?')
}

/// Whether a text lost a letter that the encoding of its file did not have: « Orthop?dagogue ».
pub fn has_lost_a_letter(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let is_inside = |around: &[char]| around[1] == '?' && around[0].is_alphabetic() && around[2].is_alphabetic();
    // An address may hold a question mark.
    has_no_letter(text) || !text.contains(['/', '=']) && letters.windows(3).any(is_inside)
}

/// Whether a text holds a sign that stands for a letter which could not be read.
pub fn has_no_letter(text: &str) -> bool {
    text.contains(|c: char| matches!(c, '\u{fffd}' | '\u{80}'..='\u{9f}'))
}

/// A name taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenName {
    /// The full name, the first name first.
    pub name: String,
    /// The title before it, as written: « Mme ».
    pub title: Option<String>,
    /// What stood in parentheses: « remplaçante ».
    pub aside: Vec<String>,
}

/// The folded words of a name, sorted, so that « Côté Amélie » is Amélie Côté.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(name).split_whitespace().map(|word| word.trim_matches(',').to_owned()).collect();
    words.sort();
    words
}

/// Whether a name is surely written with the family name first: « TREMBLAY Luc », « Tremblay, Luc ».
pub fn is_family_first(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first().is_some_and(|word| is_in_capitals(word) && !is_initials(word));
    let last = words.last().is_some_and(|word| !is_in_capitals(word));
    name.contains(',') || first && last
}

/// Whether a cell that should be a name is a formula that was written as a text.
pub fn is_formula(cell: &str) -> bool {
    cell.trim_start().starts_with(['=', '+', '@'])
}

/// A name without the quotation marks around it, or the dash of a list before it.
fn bare(part: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "«»“”\"•*–—".contains(c);
    let part = part.trim_matches(is_mark);
    part.strip_prefix('-').map_or(part, |rest| rest.trim_start_matches(is_mark))
}

/// Takes apart a name written in one cell, or as a first name and a family name.
pub fn of(first: &str, name: &str) -> WrittenName {
    let mut aside = Vec::new();
    let [first, name] = [first, name].map(bare);
    let [first, name] = [first, name].map(|part| without_parentheses(part, &mut aside));
    let mut title = None;
    let [first, name] = [first, name].map(|part| without_title(&part, &mut title));
    let [first, name] = [first, name].map(|part| raised(&part));
    let said = match (first.as_str(), name.split_once(',')) {
        ("", Some((all, after))) if is_title(after) => {
            title = Some(after.trim().to_owned());
            in_order(all.trim())
        }
        ("", Some((all, after))) if is_diploma(after) => {
            aside.push(one_line(after.trim()));
            in_order(all.trim())
        }
        ("", Some((family, first))) => {
            // « Tremblay, Luc, ing. »: what comes after is kept, and is no name.
            let (first, rest) = first.split_once(',').unwrap_or((first, ""));
            aside.extend(Some(one_line(rest.trim())).filter(|rest| !rest.is_empty()));
            let first = raised(&without_title(first.trim(), &mut title));
            format!("{} {}", cased(&first), family_cased(family.trim()))
        }
        ("", None) => in_order(&name),
        (first, _) => format!("{} {}", cased(first), family_cased(name.trim_matches([',', ' ']))),
    };
    WrittenName { name: one_line(said.trim()), title, aside }
}

fn without_parentheses(part: &str, aside: &mut Vec<String>) -> String {
    let mut left = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else { break };
        left.push_str(before);
        // What is no term may be another name of theirs.
        match inside.trim().starts_with(char::is_uppercase) && !is_term(inside) {
            true => left.push_str(&format!("({inside})")),
            false => aside.extend(Some(one_line(inside.trim())).filter(|inside| !inside.is_empty())),
        }
        left.push(' ');
        rest = after;
    }
    let all = left + rest;
    let parted = [" - ", " – "].iter().find_map(|dash| all.split_once(dash)).filter(|(_, after)| is_term(after));
    if let Some((before, after)) = parted {
        aside.push(one_line(after.trim()));
        return one_line(before.trim());
    }
    one_line(all.trim())
}

/// Whether what follows a name is a diploma, or an order: « Ph. D. ».
fn is_diploma(said: &str) -> bool {
    let letters: String = fold(said).chars().filter(|c| c.is_alphanumeric()).collect();
    DIPLOMAS.contains(&letters.as_str())
}

/// Whether words say on what terms somebody works: « remplaçante », « Contrat 100 % ».
fn is_term(said: &str) -> bool {
    let folded = fold(said.trim());
    TERMS.iter().any(|term| folded.starts_with(term))
}

fn without_title(part: &str, title: &mut Option<String>) -> String {
    // « M.Paul » has a title too.
    if let Some((first, rest)) = part.split_once('.')
        && TITLES.contains(&fold(first).as_str())
        && rest.starts_with(char::is_uppercase)
        && rest.chars().nth(1).is_some_and(char::is_alphabetic)
    {
        *title = Some(format!("{first}."));
        return without_title(rest, title);
    }
    if let Some((rest, last)) = part.rsplit_once([' ', '\u{a0}'])
        && ENDING.contains(&fold(last).trim_end_matches('.'))
    {
        *title = Some(last.to_owned());
        return without_title(rest.trim(), title);
    }
    let Some((first, rest)) = part.split_once([' ', '\u{a0}']) else { return part.to_owned() };
    if TITLES.contains(&fold(first).trim_end_matches('.')) && !rest.trim().is_empty() {
        *title = Some(first.to_owned());
        return without_title(rest.trim(), title);
    }
    part.to_owned()
}

/// A name without a comma: a family name in capitals before a first name goes after it.
fn in_order(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().take_while(|word| is_in_capitals(word) && !is_initials(word)).count();
    match capitals > 0 && capitals < words.len() && !words[capitals..].iter().any(|word| is_in_capitals(word)) {
        true => format!("{} {}", words[capitals..].join(" "), family_cased(&words[..capitals].join(" "))),
        false => cased(name),
    }
}

/// Whether a word is written in capitals. « McDONALD » is.
fn is_in_capitals(word: &str) -> bool {
    let rest = ["Mc", "Mac"].iter().find_map(|scots| word.strip_prefix(scots)).filter(|rest| rest.chars().count() > 2);
    let word = rest.unwrap_or(word);
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Whether a word in capitals stands for first names: « J. », « JB ».
fn is_initials(word: &str) -> bool {
    let letters = word.chars().count();
    let has_vowel = fold(word).contains(['a', 'e', 'i', 'o', 'u', 'y']);
    letters == 1 || word.contains('.') || letters == 2 && !has_vowel
}

/// A part of a name with capitals where names have them; what has lower-case letters is left as somebody wrote it, and so
/// are initials.
fn cased(part: &str) -> String {
    let in_capitals = |word: &str| is_in_capitals(word) && !is_initials(word);
    let piece = |word: &str| if in_capitals(word) { cased_word(word) } else { word.to_owned() };
    let words = part.split_whitespace().map(|word| match in_capitals(word) {
        true => cased_word(word),
        // « Jean-PIERRE »
        false if is_in_capitals(word) => word.to_owned(),
        false => word.split('-').map(piece).collect::<Vec<_>>().join("-"),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word that is all in capitals, with capitals where names have them.
fn cased_word(word: &str) -> String {
    if PARTICLES.contains(&fold(word).as_str()) { word.to_lowercase() } else { capitalised(word) }
}

/// A family name that is known to be one: « NG » stands for no first names.
fn family_cased(part: &str) -> String {
    let is_short =
        |word: &str| is_in_capitals(word) && word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let is_article = |word: &str| ["LE", "LA"].contains(&word);
    let words = part.split_whitespace().enumerate().map(|(at, word)| match word {
        // « LE BLANC » is Le Blanc, and « DE LA SALLE » de la Salle.
        article if at == 0 && is_article(article) => capitalised(article),
        word if is_short(word) => cased_word(word),
        word => cased(word),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A name with capitals, if it is all in lower case.
fn raised(part: &str) -> String {
    if part.contains(char::is_uppercase) {
        return part.to_owned();
    }
    let words = part.split_whitespace().map(|word| match PARTICLES.contains(&fold(word).as_str()) {
        true => word.to_owned(),
        false => capitalised(word),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// « JEAN-SÉBASTIEN » is Jean-Sébastien, « O'CONNOR » is O'Connor, and « MCDONALD » is McDonald.
fn capitalised(word: &str) -> String {
    let scots = [("MC", "Mc"), ("Mc", "Mc"), ("Mac", "Mac")];
    let after = scots.iter().find_map(|(from, to)| Some((word.strip_prefix(from)?, to)));
    if let Some((rest, scots)) = after.filter(|(rest, _)| rest.starts_with(char::is_uppercase)) {
        return format!("{scots}{}", capitalised(rest));
    }
    let mut is_start = true;
    let mut written = String::new();
    for c in word.chars() {
        if is_start {
            written.extend(c.to_uppercase());
        } else {
            written.extend(c.to_lowercase());
        }
        is_start = !c.is_alphabetic();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_the_school_does() {
        for (first, name, written) in [
            ("", "TREMBLAY, Luc", "Luc Tremblay"),
            ("", "TREMBLAY, LUC", "Luc Tremblay"),
            ("", "TREMBLAY Luc", "Luc Tremblay"),
            ("", "Luc TREMBLAY", "Luc Tremblay"),
            ("", "LUC TREMBLAY", "Luc Tremblay"),
            ("LUC", "TREMBLAY", "Luc Tremblay"),
            ("Jean-Sébastien", "O'CONNOR", "Jean-Sébastien O'Connor"),
            ("", "ST-HILAIRE DE LA CHEVROTIÈRE, Anne", "Anne St-Hilaire de la Chevrotière"),
            ("", "Mme Amélie Côté (remplaçante)", "Amélie Côté"),
            ("", "Côté, Mme Amélie", "Amélie Côté"),
            ("", "M. Luc Roy", "Luc Roy"),
            ("", "Li WU", "Li Wu"),
            ("", "WU, Li", "Li Wu"),
            ("", "J. B. Roy", "J. B. Roy"),
            ("", "JB Roy", "JB Roy"),
            ("", "Thành Nguyễn", "Thành Nguyễn"),
            ("", "McDonald, Ann", "Ann McDonald"),
            ("", "M", "M"),
            ("", "de la Fontaine, Marie", "Marie de la Fontaine"),
            ("", "NG, Mei", "Mei Ng"),
            ("Mei", "NG", "Mei Ng"),
            ("", "NG Mei", "NG Mei"),
            ("", "MCDONALD, ANN", "Ann McDonald"),
            ("ANN", "MC DONALD", "Ann Mc Donald"),
            ("", "TREMBLAY Luc, M.", "Luc Tremblay"),
            ("", "josé lavoie", "José Lavoie"),
            ("", "M.Paul Gagné", "Paul Gagné"),
            ("", "M.A. Roy", "M.A. Roy"),
            ("", "LE BLANC, Jean", "Jean Le Blanc"),
            ("", "VAN DER BERG, Eva", "Eva van der Berg"),
            ("", "DE LA SALLE, marie", "Marie de la Salle"),
            ("", "Tremblay (Roy), Sylvie", "Sylvie Tremblay (Roy)"),
            ("", "Luc Roy - remplaçant", "Luc Roy"),
            ("", "TREMBLAY, Luc, ing.", "Luc Tremblay"),
            ("", "de la fontaine, marie-ève", "Marie-Ève de la Fontaine"),
            ("", "McDONALD, Ann", "Ann McDonald"),
            ("", "MacDONALD Ann", "Ann MacDonald"),
            ("", "Jean-PIERRE Roy", "Jean-Pierre Roy"),
            ("", "Jean-C. Roy", "Jean-C. Roy"),
            ("", "« TREMBLAY, Luc »", "Luc Tremblay"),
            ("", "- Luc Côté", "Luc Côté"),
            ("", "Anne Roy, Ph. D.", "Anne Roy"),
            ("", "Melle Anne Roy", "Anne Roy"),
            ("", "Me Anne Roy", "Anne Roy"),
            ("", "Dubé-Roy Mme", "Dubé-Roy"),
            ("", "Luc M.", "Luc M."),
            ("", "", ""),
        ] {
            assert_eq!(of(first, name).name, written, "{first} | {name}");
        }
        let amelie = of("", "Mme Amélie Côté (remplaçante)");
        assert_eq!(
            (amelie.title.as_deref(), amelie.aside.as_slice()),
            (Some("Mme"), ["remplaçante".to_owned()].as_slice())
        );
    }
}
