//! The spellings by which a text may name a person: whole or in parts, compound or not, in an e-mail address.

use std::collections::BTreeSet;

use crate::domain::value::text::fold;

/// The minimum length of a part of a name that names somebody alone, in letters.
const SHORTEST: usize = 2;

/// The fewest letters of a family name that is known inside a word made from it.
const LONG: usize = 5;

/// The fewest letters that are left of a first name, or of the last half of a compound one, in its short form.
const SHORT_FORM: usize = 3;

/// Parts of names that are also words or that many people have, folded. Without a capital they are ordinary words; what
/// is ambiguous is shown, and chosen.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "abbe", "abeille", "agneau", "aime", "aimee", "amour", "ange", "anne", "archer", "art", "aurore", "avril",
    "balance", "barbier", "baril", "baron", "barrette", "beau", "belle", "berge", "berger", "bergere", "bienvenue",
    "blanc", "blanche", "bois", "bon", "bonne", "boucher", "boulanger", "bourdon", "bourgeois", "breton", "bretonne",
    "brillant", "brin", "brise", "brouillard", "brouillette", "brun", "bruyere", "bureau", "cadeau", "cadet",
    "caillou", "capucine", "cardinal", "carpe", "carre", "carrier", "cassis", "cerise", "chaine", "champagne",
    "chance", "chant", "chapeau", "chapelle", "charpentier", "charrette", "charron", "chasse", "chateau", "cheval",
    "chevalier", "chevrette", "chretien", "claire", "clement", "cloutier", "colombe", "comte", "constance", "coq",
    "corbeau", "cordonnier", "cormier", "cornet", "cote", "cotes", "couture", "couturier", "couvreur", "croix",
    "dame", "dauphin", "desire", "desiree", "dor", "dore", "doyen", "drapeau", "droit", "duc", "ecuyer", "elan",
    "emeraude", "esperance", "ete", "etoile", "fait", "faucon", "fauvette", "felicite", "ferme", "fevrier", "fidele",
    "flamand", "fleur", "flore", "fontaine", "forest", "fort", "fortune", "fournier", "franc", "france", "frere",
    "gagnant", "gagne", "galant", "garde", "gendre", "genereuse", "genereux", "gentil", "grace", "grand", "gravel",
    "grenier", "gros", "hardi", "heron", "heureux", "hirondelle", "hiver", "houle", "iris", "jacinthe", "jade",
    "jardin", "jasmin", "jean", "jeune", "jolie", "joly", "jonquille", "jour", "joyeux", "juillet", "juin", "juste",
    "lachance", "lafleur", "laurier", "leblanc", "lefort", "legrand", "lejeune", "leroux", "lilas", "lis", "long",
    "louis", "loup", "loyal", "loyer", "lu", "luce", "lumiere", "madeleine", "mai", "main", "maire", "major",
    "mallette", "marchand", "marechal", "marechale", "marguerite", "marie", "marin", "marquis", "marquise", "mars",
    "masse", "math", "maths", "mauve", "melodie", "merci", "mercier", "meunier", "miel", "mignon", "mignonne",
    "minette", "mineur", "modeste", "moine", "moulin", "mouton", "muguet", "musique", "neige", "neveu", "nid",
    "noble", "noel", "noir", "nord", "normand", "nuit", "oiseau", "olive", "orange", "ours", "pacifique", "page",
    "pain", "paix", "papillon", "paquet", "paradis", "parent", "parfait", "parfaite", "parfum", "paris", "pastel",
    "pasteur", "patience", "paysan", "pepin", "perdrix", "perle", "perron", "petit", "petite", "philosophe", "pic",
    "pie", "pierre", "pigeon", "pilon", "pilote", "pin", "pinson", "pitre", "plante", "plume", "poire", "poirier",
    "poisson", "pomme", "pommier", "pont", "portier", "potier", "poulain", "preux", "prince", "printemps", "prospere",
    "prudence", "prune", "puits", "racine", "raisin", "ramage", "rameau", "regent", "reine", "renard", "rene",
    "riche", "riviere", "robin", "rocher", "roi", "romain", "rose", "roseau", "rosier", "rossignol", "rouge",
    "rouleau", "roux", "royal", "ruisseau", "sabot", "sage", "samedi", "sapin", "saucier", "sauvage", "sauve",
    "savant", "savoie", "serein", "sereine", "sergent", "serin", "soir", "sol", "soleil", "sureau", "tailleur",
    "tardif", "tendre", "tisserand", "tisseur", "tonnelier", "tournesol", "tranquille", "trefle", "vaillant",
    "vaillante", "val", "valet", "valeur", "vallee", "vautour", "veilleuse", "verger", "verite", "vernis", "vert",
    "vertu", "victoire", "vif", "vigne", "vigneron", "ville", "vin", "violet", "violette", "violon", "vital", "vive",
    "vivier", "voyer", "vrai", "zele",
];

/// Those of them that begin sentences as often as they name somebody, folded.
#[rustfmt::skip]
const QUALITIES: &[&str] = &[
    "avril", "beau", "belle", "blanc", "blanche", "bon", "bonne", "brun", "cote", "cotes", "droit", "ete", "fait", "fort", "franc",
    "gentil", "grand", "gros", "hiver", "jeune", "jolie", "jour", "juillet", "juin", "juste", "long", "mai", "main",
    "mars", "merci", "noel", "noir", "nord", "nuit", "page", "pepin", "petit", "petite", "plante", "printemps", "riche", "rouge",
    "roux", "sage", "vert", "vital",
];

/// Words that begin sentences, folded: even with a capital, none of them names anybody alone.
#[rustfmt::skip]
const GRAMMAR: &[&str] = &[
    "a", "ai", "ainsi", "alors", "au", "aucun", "aussi", "autre", "aux", "avant", "avec", "beaucoup", "bien", "car",
    "ce", "cela", "celle", "celui", "cent", "ces", "cet", "cette", "chaque", "chez", "cinq", "comme", "contre",
    "dans", "demain", "depuis", "des", "deux", "dix", "donc", "douze", "du", "elle", "elles", "en", "encore", "entre",
    "est", "et", "eux", "fin", "hier", "huit", "ici", "il", "ils", "je", "jusque", "la", "le", "les", "leur", "leurs",
    "lors", "lu", "lui", "ma", "mais", "mal", "meme", "mes", "mieux", "mille", "moi", "moins", "mon", "ne", "neuf",
    "ni", "non", "nos", "notre", "nous", "on", "ont", "onze", "ou", "oui", "par", "parce", "pas", "pendant", "peu",
    "plus", "plusieurs", "pour", "pourquoi", "premier", "puis", "quand", "quatre", "que", "quel", "quelle", "qui",
    "quinze", "rien", "sa", "sans", "se", "seize", "selon", "sept", "ses", "si", "six", "son", "sont", "sous", "sur",
    "ta", "tant", "te", "tes", "toi", "ton", "toujours", "tous", "tout", "toute", "toutes", "treize", "tres", "trois",
    "trop", "tu", "un", "une", "vers", "vingt", "voici", "voir", "vos", "votre", "vous", "vu", "y", "zero",
];

/// What the schools of Québec write in capitals for something else than people, sorted.
#[rustfmt::skip]
const ACRONYMS: &[&str] = &[
    "AVSEC", "CA", "CAP", "CE", "CP", "CPE", "CPEE", "CPF", "CS", "CSS", "CSSDM", "DAS", "DP", "EHDAA", "FGA", "FP", "LIP",
    "LSST", "MEQ", "PANE", "PEH", "PI", "PIA", "PNP", "PP", "PPO", "PRP", "RH", "SDG", "TES", "TIC", "TNI", "TS", "TTS",
];

/// Whether an alias is also what schools write for something else: « PANE », « CSS ».
pub fn is_acronym(alias: &str) -> bool {
    ACRONYMS.binary_search(&alias).is_ok()
}

/// Pieces of compound names that name nobody alone.
const PARTICLES: &[&str] = &[
    "d", "da", "de", "del", "des", "di", "du", "el", "l", "la", "le", "les", "mac", "mc", "o", "saint", "sainte", "st",
    "ste", "van", "von", "ben",
];

/// The spellings of one name, folded as [`as_one`] does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spellings {
    /// The whole name, in each order and with each spelling of « Saint »: matched in any case.
    pub whole: BTreeSet<String>,
    /// Parts that name the person alone: matched in any case, or with a capital if they are also words.
    pub parts: BTreeSet<String>,
    /// Halves of compound parts and short forms of first names, which may also be a word or another first name: « Claude »,
    /// « Marie-Cla » or « M-C » of Marie-Claude, « Aoust » of D'Aoust, « Fatou » of Fatoumata.
    pub halves: BTreeSet<String>,
    /// Parts that somebody else has too, or that are words of grammar: never replaced unless asked.
    pub shared: BTreeSet<String>,
}

impl Spellings {
    /// The spellings of a name, without the parts that also name somebody else.
    pub fn of(name: &str, is_shared: impl Fn(&str) -> bool) -> Self {
        let parts: Vec<String> = fold(name).split_whitespace().map(ToOwned::to_owned).collect();
        let mut spellings = Spellings::default();
        // A name of one word is a part like any other: somebody else may have it too.
        if parts.len() != 1 {
            spellings.add_whole(&parts.join(" "));
        }
        if let Some((first, rest)) = parts.split_first()
            && !rest.is_empty()
        {
            spellings.add_whole(&format!("{} {first}", rest.join(" ")));
            spellings.add_whole(&format!("{}, {first}", rest.join(" ")));
            // « J.-S. O'Connor », « J. O'Connor »: with the dots that mark initials, the family name is hers.
            let initials: Vec<&str> = first.split('-').filter_map(|piece| piece.get(..1)).collect();
            let family = rest.join(" ");
            for all in [initials.join(". "), initials.join("."), initials.iter().take(1).copied().collect()] {
                if !all.is_empty() {
                    spellings.add_whole(&format!("{all}. {family}"));
                }
            }
            spellings.add_initialled(first, rest);
            spellings.parts.extend(run_together(rest).filter(|joined| !is_shared(joined)).as_deref().map(as_one));
        }
        for (rank, part) in parts.iter().enumerate() {
            if part.chars().count() < SHORTEST || PARTICLES.contains(&part.as_str()) {
                continue;
            }
            // What somebody else is called too may be either.
            if is_shared(part) || is_grammar(part) {
                spellings.add_shared(part, rank);
                continue;
            }
            spellings.parts.extend(spelled(part));
            // Either half of a family name names somebody; half of a first name may be another's.
            let is_first_name = rank == 0 && parts.len() > 1;
            let joined = halves(part);
            let halves = joined.iter().map(String::as_str).chain(part.split(['-', '\'']));
            let halves = halves.filter(|half| *half != part.as_str());
            let is_others = |half: &str| is_first_name && is_shared(half) || PARTICLES.contains(&half);
            let names = |half: &&str| !is_others(half) && half.chars().count() > SHORTEST;
            for half in halves.filter(names) {
                // « L'Heureux » is a name, and « heureux » a word.
                let has_article = ["l'", "d'"]
                    .iter()
                    .any(|article| part.strip_prefix(article).is_some_and(|rest| rest.split('-').next() == Some(half)));
                let kind = match () {
                    () if is_grammar(half) || is_shared(half) => &mut spellings.shared,
                    () if is_first_name || has_article || is_word(half) => &mut spellings.halves,
                    () => &mut spellings.parts,
                };
                kind.extend(spelled(half));
            }
            if is_first_name {
                let short = shortened(part).chain(initials(part)).filter(|short| !is_shared(short));
                spellings.halves.extend(short.map(|short| as_one(&short)));
            }
        }
        spellings
    }

    /// Keeps a part that somebody else has too, and the halves of a family name, to be asked about.
    fn add_shared(&mut self, part: &str, rank: usize) {
        self.shared.insert(as_one(part));
        let halves = part.split(['-', '\'']).filter(|half| *half != part && half.chars().count() > SHORTEST);
        self.shared.extend(halves.filter(|_| rank > 0).flat_map(spelled));
    }

    /// Adds the forms with an initial for one of the names: « Amélie C. », « G. Hilaire », « fdiallo ».
    fn add_initialled(&mut self, first: &str, rest: &[String]) {
        let initial = first.get(..1).unwrap_or_default();
        for part in rest.iter().filter(|part| !PARTICLES.contains(&part.as_str())) {
            let halves = halves(part);
            for half in halves.iter().chain([part]).filter(|half| half.chars().count() > SHORTEST) {
                self.add_whole(&format!("{first} {}.", half.get(..1).unwrap_or_default()));
                // « Geneviève St-H. »
                if let Some((particle, rest)) = half.split_once('-').filter(|(first, _)| PARTICLES.contains(first)) {
                    self.add_whole(&format!("{first} {particle}-{}.", rest.get(..1).unwrap_or_default()));
                }
                if !initial.is_empty() {
                    self.add_whole(&format!("{initial}. {half}"));
                }
                if half.chars().count() >= LONG && !half.contains(['-', '\'']) {
                    self.whole.insert(format!("{initial}{half}"));
                }
                if half.chars().count() >= LONG && !is_word(half) && !half.ends_with(['s', 'x', 'z']) {
                    self.parts.extend(spelled(&format!("{half}s")));
                }
            }
        }
    }

    fn add_whole(&mut self, name: &str) {
        if !name.trim().is_empty() {
            self.whole.extend(spelled(name));
        }
    }
}

/// A family name of several words with a particle, as one word: « De la Cruz » is written Delacruz too.
fn run_together(family: &[String]) -> Option<String> {
    let has_particle = family.iter().any(|part| PARTICLES.contains(&part.as_str()));
    (family.len() > 1 && has_particle).then(|| family.concat())
}

/// The halves of a compound name, each with the particle before it: « saint-hilaire » is one half.
fn halves(part: &str) -> Vec<String> {
    let mut halves: Vec<String> = Vec::new();
    let mut is_open = false;
    for piece in part.split('-') {
        match halves.last_mut().filter(|_| is_open) {
            Some(half) => *half = format!("{half}-{piece}"),
            None => halves.push(piece.to_owned()),
        }
        is_open = PARTICLES.contains(&piece);
    }
    halves
}

/// The short forms of a first name, whose end is cut: « jean-seb », « jean-seba » for « jean-sebastien », « fatou » for
/// « fatoumata ». What is also a word is none.
pub fn shortened(part: &str) -> impl Iterator<Item = String> {
    let (before, last) = part.rsplit_once('-').map_or(("", part), |(first, last)| (&part[..=first.len()], last));
    let cuts = last.char_indices().map(|(at, _)| at).skip(SHORT_FORM);
    let is_word = |short: &str| is_word(short) || is_grammar(short) || PARTICLES.contains(&short);
    cuts.map(move |at| format!("{before}{}", &last[..at])).filter(move |short| !is_word(short))
}

/// The initials of a compound first name, of one half or of both, folded: « j-s », « j.-s. », « j-sebastien », « jean-s. ».
pub fn initials(part: &str) -> Vec<String> {
    let letters: Vec<&str> = part.split('-').filter_map(|piece| piece.get(..1)).collect();
    match letters.len() {
        0 | 1 => Vec::new(),
        _ => {
            let dotted: Vec<String> = letters.iter().map(|letter| format!("{letter}.")).collect();
            let (first, last) = part.rsplit_once('-').unwrap_or((part, ""));
            let half = [format!("{}-{last}", letters[0]), format!("{first}-{}.", &last[..last.len().min(1)])];
            [letters.join("-"), dotted.join("-")].into_iter().chain(half).collect()
        }
    }
}

/// An alias made of capitals, and how it is written in small letters or with the dots that mark initials: « AC », « A.C. »,
/// « A. C. », « A.-C. », « jso ».
pub fn with_dots(alias: &str) -> Vec<String> {
    let is_initials = (2..=4).contains(&alias.len()) && alias.chars().all(|c| c.is_ascii_uppercase());
    let dotted = || alias.chars().map(|letter| format!("{letter}.")).collect::<Vec<_>>();
    let forms = is_initials.then(|| {
        let plain = dotted().concat();
        let bare = plain.trim_end_matches('.').to_owned();
        [plain.to_lowercase(), plain, bare, dotted().join(" "), dotted().join("-")]
    });
    // Two small letters are any word.
    let small = Some(alias.to_lowercase())
        .filter(|small| is_initials && small.len() > 2 && !is_grammar(small) && !is_word(small));
    std::iter::once(alias.to_owned()).chain(forms.into_iter().flatten()).chain(small).collect()
}

/// A folded name as it is searched for, with « saint » in full and short, and without its apostrophe or its hyphens.
fn spelled(name: &str) -> BTreeSet<String> {
    let one = as_one(name);
    let words = |long: &str, short: &str| {
        let swap = |word: &str| if word == long { short.to_owned() } else { word.to_owned() };
        one.split(' ').map(swap).collect::<Vec<_>>().join(" ")
    };
    let pairs = [("saint", "st"), ("st", "saint"), ("sainte", "ste"), ("ste", "sainte")];
    let swapped = pairs.map(|(long, short)| words(long, short));
    let joined = [&['\''][..], &['-', '\'']].map(|marks| as_one(&name.replace(marks, "")));
    swapped.into_iter().chain([one.clone()]).chain(joined).collect()
}

/// A folded text as names are searched for in it: hyphens, underscores and apostrophes separate as spaces do.
pub fn as_one(name: &str) -> String {
    name.replace(['-', '_', '\''], " ")
}

/// Whether a part of a name is also a word, or the name of many: « rose », « petit », « l'heureux ».
pub fn is_word(part: &str) -> bool {
    let has_article = part.starts_with("l ") || part.starts_with("d ");
    part.chars().count() <= SHORTEST || has_article || WORDS.binary_search(&part).is_ok()
}

/// Whether such a word begins sentences as often as it names somebody: a quality, a month.
pub fn is_quality(part: &str) -> bool {
    QUALITIES.binary_search(&part).is_ok()
}

/// Whether a word names nobody alone: a particle, or a letter.
pub fn is_piece(word: &str) -> bool {
    PARTICLES.contains(&word) || word.chars().count() < SHORTEST
}

/// Whether a part of a name is a word that begins sentences.
pub fn is_grammar(part: &str) -> bool {
    GRAMMAR.binary_search(&part).is_ok()
}

/// Whether the first half of an e-mail address is made from a name: both names, or the family name and an initial.
pub fn is_address_of(local: &str, name: &str) -> bool {
    let letters = |text: &str| fold(text).chars().filter(char::is_ascii_alphabetic).collect::<String>();
    let folded = fold(name);
    let Some((first, family)) = folded.split_once(' ') else { return false };
    let initials = first.split('-').filter_map(|piece| piece.get(..1)).collect::<String>();
    let firsts = [letters(first), first.get(..1).unwrap_or_default().to_owned(), initials];
    let halved = family.split(' ').flat_map(|part| halves(part).into_iter().chain([part.to_owned()]));
    let families: Vec<String> = halved.chain([family.to_owned()]).flat_map(|family| spelled(&family)).collect();
    let is_parted = local.contains(['.', '-', '_']);
    let local = letters(local);
    // « jsolevesque »: the initials of all that precedes the last word.
    let pieces: Vec<&str> = folded.split([' ', '-']).collect();
    if let Some((last, before)) = pieces.split_last()
        && before.len() > 1
        && last.len() > 2
        && local == before.iter().filter_map(|piece| piece.get(..1)).chain([*last]).collect::<String>()
    {
        return true;
    }
    let is_made_of = |first: &str, family: &str| {
        // « lwu » may be anybody; « l.wu » and « liwu » are Li Wu.
        let is_told = family.len() > 2 || is_parted || first.len() > 1;
        is_told && (local == format!("{first}{family}") || local == format!("{family}{first}"))
    };
    families.iter().any(|family| firsts.iter().any(|first| is_made_of(first, &letters(family))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_family_name_that_somebody_else_has_is_asked_about() {
        let of = |others: &'static str| Spellings::of("Jean-Sébastien O'Connor-Lévesque", move |part| part == others);
        let alone = of("");
        assert!(alone.parts.contains("levesque") && !alone.shared.contains("levesque"), "{alone:?}");
        for others in ["levesque", "o'connor-levesque"] {
            let spellings = of(others);
            assert!(spellings.shared.contains("levesque") && !spellings.parts.contains("levesque"), "{spellings:?}");
        }
        assert!(!of("jean").shared.contains("jean"), "half of a first name is another's");
    }

    #[test]
    fn words_are_sorted_and_found() {
        assert!(WORDS.is_sorted(), "{:?}", WORDS.windows(2).find(|pair| pair[0] > pair[1]));
        assert!(QUALITIES.is_sorted() && QUALITIES.iter().all(|word| is_word(word)));
        assert!(ACRONYMS.is_sorted() && is_acronym("PANE"));
        assert!(GRAMMAR.is_sorted(), "{:?}", GRAMMAR.windows(2).find(|pair| pair[0] > pair[1]));
        assert!(is_word("rose") && is_word("petit") && is_word("juin") && !is_word("amelie"));
    }

    #[test]
    fn a_compound_name_has_the_spellings_that_people_write() {
        let name = Spellings::of("Jean-Sébastien O'Connor", |_| false);
        for spelled in [
            "jean sebastien o connor",
            "o connor jean sebastien",
            "o connor, jean sebastien",
            "jeansebastien oconnor",
            "j. s. o connor",
            "j. o connor",
        ] {
            assert!(name.whole.contains(spelled), "{spelled}: {name:?}");
        }
        assert!(
            ["jean sebastien", "jeansebastien", "o connor", "oconnor", "connor"]
                .iter()
                .all(|part| name.parts.contains(*part)),
            "{name:?}"
        );
        assert!(["sebastien", "jean seb", "j s", "j. s."].iter().all(|half| name.halves.contains(*half)), "{name:?}");
        let name = Spellings::of("Mathilde Fiset", |_| false);
        assert!(name.halves.contains("mathi") && !name.halves.contains("math"), "{name:?}");
        assert_eq!(with_dots("AC"), ["AC", "a.c.", "A.C.", "A.C", "A. C.", "A.-C."]);
        assert!(with_dots("JSO").contains(&"jso".to_owned()));
        assert_eq!(with_dots("Lune"), ["Lune"]);
        let name = Spellings::of("Marie Bien-Aimé", |_| false);
        assert!(name.shared.contains("bien") && !name.parts.contains("bien"), "{name:?}");
        let name = Spellings::of("Geneviève Saint-Hilaire-Roy", |_| false);
        assert!(["saint hilaire", "st hilaire"].iter().all(|part| name.parts.contains(*part)), "{name:?}");
        assert!(name.whole.contains("genevieve st h."), "{name:?}");
        let name = Spellings::of("Ana De la Cruz", |_| false);
        assert!(name.parts.contains("delacruz") && !Spellings::of("Ana Cruz Roy", |_| false).parts.contains("cruzroy"));
        let name = Spellings::of("Geneviève St-Hilaire", |_| false);
        assert!(["saint hilaire", "st hilaire", "hilaire"].iter().all(|part| name.parts.contains(*part)), "{name:?}");
    }

    #[test]
    fn an_address_is_known_by_the_name_it_is_made_from() {
        for (local, is_hers) in [
            ("amelie.cote", true),
            ("acote", true),
            ("a_cote", true),
            ("cote.amelie", true),
            ("cotea", true),
            ("secretariat", false),
            ("lcote", false),
            ("amelie", false),
        ] {
            assert_eq!(is_address_of(local, "Amélie Côté"), is_hers, "{local}");
        }
        for (local, name) in [
            ("jsoconnor", "Jean-Sébastien O'Connor-Lévesque"),
            ("oconnorj", "Jean-Sébastien O'Connor-Lévesque"),
            ("jsolevesque", "Jean-Sébastien O'Connor-Lévesque"),
            ("gsthilaire", "Geneviève Saint-Hilaire"),
            ("g.saint-hilaire", "Geneviève St-Hilaire"),
            ("l.wu", "Li Wu"),
            ("liwu", "Li Wu"),
        ] {
            assert!(is_address_of(local, name), "{local}");
        }
        assert!(!is_address_of("lwu", "Li Wu") && !is_address_of("hilaire", "Geneviève Saint-Hilaire"));
    }
}
