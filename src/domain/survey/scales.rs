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

/// Where the answers of each kind stand on their scale, from what is most to what is least.
const STANDS: &[(i32, &[&str])] = &[
    (6, &["toujours", "always", "constamment", "excellent", "excellente", "enormement", "extremely"]),
    (5, &["beaucoup", "lot", "quotidien", "quotidiennement", "daily", "jour"]),
    (
        4,
        &[
            "souvent",
            "often",
            "frequemment",
            "frequently",
            "regulierement",
            "regularly",
            "usually",
            "bon",
            "bonne",
            "good",
        ],
    ),
    (3, &["hebdomadaire", "weekly", "semaine", "moyennement", "moderement", "moderately"]),
    (
        2,
        &["parfois", "quelquefois", "sometimes", "occasion", "occasionnellement", "occasionally", "mensuel", "monthly"],
    ),
    (2, &["mois", "moyen", "moyenne", "passable", "fair", "average"]),
    (1, &["rarement", "rarely", "seldom", "faible", "mauvais", "mauvaise", "poor", "yearly"]),
    (0, &["jamais", "never", "nul", "nulle"]),
];

/// The words that say one side of a scale, and those that say the other.
const FOR: [&str; 17] = [
    "accord",
    "agree",
    "favorable",
    "favourable",
    "satisfait",
    "satisfaite",
    "satisfaits",
    "satisfied",
    "satisfaisant",
    "satisfaisante",
    "suffisant",
    "suffisante",
    "important",
    "importante",
    "utile",
    "useful",
    "likely",
];
const AGAINST: [&str; 14] = [
    "desaccord",
    "disagree",
    "defavorable",
    "unfavourable",
    "unfavorable",
    "insatisfait",
    "insatisfaite",
    "dissatisfied",
    "unsatisfied",
    "insatisfaisant",
    "insatisfaisante",
    "insuffisant",
    "insuffisante",
    "unlikely",
];

/// Where an answer stands on its scale: the higher, the more it says of it. `None` if it is on none, as « je ne sais pas ».
pub fn stand(answer: &str) -> Option<i32> {
    let folded = fold(answer);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if !is_known(answer) {
        return None;
    }
    let says = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    if says(&["neutre", "neutral", "ni", "neither"]) {
        return Some(0);
    }
    let much = i32::from(says(&[
        "tres",
        "tout",
        "fortement",
        "totalement",
        "entierement",
        "completement",
        "strongly",
        "very",
    ]));
    let little = i32::from(says(&["plutot", "assez", "partiellement", "somewhat", "rather", "slightly"]));
    let side = match (says(&AGAINST), says(&FOR)) {
        (true, _) => Some(-1),
        (_, true) if says(&["pas", "not"]) => Some(-1),
        (_, true) if says(&["peu"]) => return Some(-1),
        (_, true) => Some(1),
        _ => None,
    };
    let fixed = STANDS.iter().find(|(_, known)| says(known)).map(|(at, _)| *at);
    side.map(|side| side * (2 + much - little)).or_else(|| fixed.map(|at| at * 2 + much))
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
    fn answers_stand_in_the_order_of_their_scale() {
        for scale in [
            &[
                "Tout à fait d’accord",
                "D’accord",
                "Plutôt d’accord",
                "Neutre",
                "Plutôt en désaccord",
                "Tout à fait en désaccord",
            ][..],
            &["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"],
            &["Toujours", "Très souvent", "Souvent", "Parfois", "Rarement", "Jamais"],
            &["Très satisfaite", "Satisfaite", "Peu satisfaite", "Insatisfaite", "Pas du tout satisfaite"],
            &["Excellent", "Très bon", "Bon", "Passable", "Mauvais"],
            &["Daily", "Weekly", "Monthly", "Never"],
        ] {
            let stands: Vec<i32> = scale.iter().map(|answer| stand(answer).expect("stands")).collect();
            assert!(stands.is_sorted_by(|a, b| a > b), "{scale:?}: {stands:?}");
        }
        assert_eq!((stand("Je ne sais pas"), stand("Oui"), stand("Nord")), (None, None, None));
    }

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
