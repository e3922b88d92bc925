//! The answers that forms offer everywhere: agreement, frequency, satisfaction, and declining to answer, in French and in
//! English. They are choices, however few people give them.

use crate::domain::value::text::fold;

/// The words that say where an answer stands on a scale.
const LEVELS: &[&str] = &[
    // Agreement.
    "accord",
    "desaccord",
    "agree",
    "disagree",
    "agreement",
    "disagreement",
    "favorable",
    "defavorable",
    "favourable",
    "unfavourable",
    "unfavorable",
    "neutre",
    "neutral",
    "vrai",
    "faux",
    "true",
    "false",
    // Frequency.
    "jamais",
    "rarement",
    "parfois",
    "quelquefois",
    "occasion",
    "occasionnellement",
    "souvent",
    "toujours",
    "regulierement",
    "frequemment",
    "constamment",
    "never",
    "rarely",
    "seldom",
    "sometimes",
    "occasionally",
    "often",
    "usually",
    "always",
    "frequently",
    "regularly",
    "jour",
    "jours",
    "semaine",
    "mois",
    "quotidien",
    "quotidiennement",
    "hebdomadaire",
    "mensuel",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    // Satisfaction and quality.
    "satisfait",
    "satisfaite",
    "satisfaits",
    "insatisfait",
    "insatisfaite",
    "satisfied",
    "dissatisfied",
    "unsatisfied",
    "satisfaisant",
    "insatisfaisant",
    "satisfaisante",
    "insatisfaisante",
    "suffisant",
    "insuffisant",
    "suffisante",
    "insuffisante",
    "excellent",
    "excellente",
    "bon",
    "bonne",
    "passable",
    "moyen",
    "moyenne",
    "mauvais",
    "mauvaise",
    "faible",
    "good",
    "fair",
    "poor",
    "average",
    "adequat",
    "inadequat",
    // Importance, usefulness, likelihood, quantity.
    "important",
    "importante",
    "utile",
    "inutile",
    "probable",
    "improbable",
    "pertinent",
    "pertinente",
    "clair",
    "claire",
    "useful",
    "useless",
    "likely",
    "unlikely",
    "relevant",
    "clear",
    "beaucoup",
    "enormement",
    "moyennement",
    "moderement",
    "eleve",
    "elevee",
    "nul",
    "nulle",
    "lot",
    "moderately",
    "extremely",
    "high",
    "low",
    "medium",
    // Yes and no, and declining to answer.
    "oui",
    "non",
    "yes",
    "no",
    "maybe",
    "sais",
    "know",
    "applique",
    "applicable",
    "objet",
    "repondre",
    "answer",
    "opinion",
];

/// The words that may stand beside those.
const BESIDE: &[&str] = &[
    "a",
    "the",
    "au",
    "aux",
    "all",
    "assez",
    "avec",
    "ce",
    "chaque",
    "fois",
    "par",
    "une",
    "deux",
    "complete",
    "completement",
    "d",
    "de",
    "du",
    "e",
    "en",
    "entierement",
    "es",
    "fait",
    "fortement",
    "fort",
    "i",
    "it",
    "je",
    "l",
    "la",
    "le",
    "m",
    "moins",
    "more",
    "much",
    "mostly",
    "my",
    "n",
    "ne",
    "neither",
    "ni",
    "nor",
    "not",
    "on",
    "or",
    "ou",
    "parfaitement",
    "partiellement",
    "pas",
    "peu",
    "peut",
    "etre",
    "plus",
    "plutot",
    "plupart",
    "prefere",
    "prefer",
    "presque",
    "que",
    "quite",
    "pour",
    "rather",
    "s",
    "sans",
    "somewhat",
    "slightly",
    "strongly",
    "temps",
    "to",
    "totalement",
    "totally",
    "tout",
    "tous",
    "tres",
    "trop",
    "un",
    "very",
    "vraiment",
    "almost",
    "completely",
    "don",
    "t",
    "do",
    "does",
    "at",
    "little",
    "bit",
    "too",
];

/// The answers of those words that say no level by themselves.
const ALONE: &[&str] = &[
    "peut etre",
    "un peu",
    "peu",
    "assez",
    "pas du tout",
    "tout a fait",
    "plus ou moins",
    "tres",
    "not at all",
    "a little",
    "a little bit",
    "a bit",
    "somewhat",
    "very much",
    "too much",
    "n a",
    "s o",
    "trop",
    "trop peu",
    "ni l un ni l autre",
    "la plupart du temps",
    "most of the time",
    "aucun",
    "aucune",
    "none",
    "autre",
    "other",
    "don t know",
    "nsp",
    "sans opinion",
];

/// The longest answer of a scale, in words.
const LONGEST: usize = 8;

/// The highest number that is an answer of a list by itself.
const HIGHEST: u32 = 10;

/// Whether an answer is one of a known scale: « Plutôt en désaccord », « Très satisfait·e », « 2 - Rarement ».
pub fn is_known(answer: &str) -> bool {
    let folded = fold(answer);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = match words.split_first() {
        Some((first, [])) if is_rating(first) => return true,
        Some((first, rest)) if is_rating(first) => rest,
        _ => &words[..],
    };
    let is_level = |word: &&str| LEVELS.contains(word);
    let is_of_scale = said.iter().any(is_level) && said.iter().all(|word| is_level(word) || BESIDE.contains(word));
    said.len() <= LONGEST && is_of_scale || ALONE.contains(&said.join(" ").as_str())
}

/// Whether an answer says yes, no, or neither.
pub fn is_yes_or_no(answer: &str) -> bool {
    let folded = fold(answer);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    matches!(words.as_slice(), ["oui" | "non" | "yes" | "no" | "maybe" | "nsp"])
        || matches!(words.as_slice(), ["peut", "etre"] | ["je", "ne", "sais", "pas"] | ["n" | "s", "a" | "o"])
        || words.contains(&"applique") && is_known(answer)
}

fn is_rating(word: &str) -> bool {
    word.parse::<u32>().is_ok_and(|number| number <= HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_scales_are_known_and_what_somebody_says_is_not() {
        for answer in [
            "Tout à fait en désaccord",
            "Plutôt d’accord",
            "Ni en accord, ni en désaccord",
            "Très satisfait·e",
            "Peu satisfait(e)",
            "La plupart du temps",
            "Strongly disagree",
            "Neither agree nor disagree",
            "2 - Rarement",
            "4",
            "Je ne sais pas",
            "Ne s’applique pas",
            "S. O.",
            "Pas du tout",
            "À l’occasion",
            "Une fois par semaine",
            "Daily",
        ] {
            assert!(is_known(answer), "{answer}");
        }
        for answer in [
            "Le directeur me crie après",
            "Julie est nulle",
            "Pas de local",
            "Toujours en retard à cause de Luc",
            "Nord",
            "27",
            "",
            "Je ne",
        ] {
            assert!(!is_known(answer), "{answer}");
        }
        assert!(is_yes_or_no("Oui.") && is_yes_or_no("Je ne sais pas") && !is_yes_or_no("Souvent"));
    }
}
