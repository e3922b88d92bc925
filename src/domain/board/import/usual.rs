//! The heads that lists of schools and service centres usually have, and what they mean.

use crate::domain::{board::column::Column, model::board::Newcomer, table::slug};

/// Usual heads of schools and service centres, in French and in English, by the column that they mean.
pub const USUAL: [(&str, &[&str]); 8] = [
    (
        Newcomer::NAME,
        &[
            "employe",
            "employee",
            "employee-name",
            "family-name",
            "full-name",
            "last-name",
            "membre-du-personnel",
            "name",
            "nom",
            "nom-complet",
            "nom-de-famille",
            "nom-de-l-employe",
            "nom-de-la-personne",
            "nom-employe",
            "nom-et-prenom",
            "nom-prenom",
            "personne",
            "prenom-et-nom",
            "prenom-nom",
            "surname",
        ],
    ),
    (
        Newcomer::JOB,
        &[
            "classe-d-emploi",
            "corps-d-emploi",
            "corps-emploi",
            "emploi",
            "fonction",
            "job",
            "job-title",
            "occupation",
            "position",
            "poste",
            "role",
            "tache",
            "title",
            "titre",
            "titre-d-emploi",
            "titre-du-poste",
        ],
    ),
    (
        Newcomer::BUILDING,
        &[
            "batiment",
            "building",
            "campus",
            "ecole",
            "edifice",
            "etablissement",
            "immeuble",
            "lieu",
            "lieu-d-affectation",
            "lieu-de-travail",
            "location",
            "pavillon",
            "school",
            "site",
            "work-location",
        ],
    ),
    (
        Newcomer::ARRIVAL,
        &[
            "arrival",
            "arrival-date",
            "arrivee",
            "arrivee-a-l-ecole",
            "arrivee-le",
            "date-d-affectation",
            "date-d-arrivee",
            "date-d-arrivee-a-l-ecole",
            "date-d-embauche",
            "date-d-entree",
            "date-d-entree-en-fonction",
            "date-d-entree-en-poste",
            "date-de-debut",
            "date-embauche",
            "date-entree-fonction",
            "date-entree-en-fonction",
            "date-hired",
            "date-of-hire",
            "debut",
            "debut-d-emploi",
            "embauche",
            "en-poste-depuis",
            "entree",
            "entree-en-fonction",
            "hire-date",
            "start-date",
        ],
    ),
    (
        Newcomer::SITUATION,
        &["employment-status", "situation", "status", "statut", "statut-d-emploi", "statut-d-engagement"],
    ),
    (Newcomer::MENTOR, &["mentor", "mentorat", "mentore", "personne-mentore"]),
    (Newcomer::CONTACT, &["personne-repondante", "repondant", "repondante"]),
    (Newcomer::INDUCTION_YEAR, &["annee-d-insertion", "annee-insertion"]),
];

/// Usual heads that may mean something else beside one that says the same better: the day when somebody was hired, long
/// before coming to this school, and a place that may be a class.
const SECOND: [&str; 12] = [
    "date-d-embauche",
    "date-de-debut",
    "date-embauche",
    "date-hired",
    "date-of-hire",
    "debut",
    "debut-d-emploi",
    "embauche",
    "hire-date",
    "lieu",
    "location",
    "start-date",
];

/// The heads of first names.
const FIRST_NAMES: [&str; 12] = [
    "first-name",
    "firstname",
    "forename",
    "forenames",
    "given-name",
    "given-names",
    "prenom",
    "prenom-de-l-employe",
    "prenom-employe",
    "prenom-usuel",
    "prenoms",
    "preferred-name",
];

/// The heads of the number that an employer gives to each person.
const NUMBERS: [&str; 11] = [
    "employee-id",
    "employee-no",
    "employee-number",
    "id-employe",
    "matricule",
    "no-d-employe",
    "no-employe",
    "no-matricule",
    "numero-d-employe",
    "numero-employe",
    "numero-de-matricule",
];

/// Heads that say nothing of what the column means.
const VAGUE: [&str; 4] = ["date", "dates", "note", "notes"];

/// Whether a head says that the family name comes before the first name.
pub fn is_family_first(head: &str) -> bool {
    matches!(slug(head).as_str(), "nom-et-prenom" | "nom-prenom" | "noms-et-prenoms")
}

/// Whether a usual head, normalised, gives way to another one that means the same column.
pub fn is_second(head: &str) -> bool {
    SECOND.contains(&head)
}

/// Whether a head, normalised, is that of first names.
pub fn is_first_name(head: &str) -> bool {
    FIRST_NAMES.contains(&head)
}

/// Whether a head, normalised, says nothing of what its column means: it may mean something else in the next list.
pub fn is_vague(head: &str) -> bool {
    VAGUE.contains(&head) || head.len() == 1
}

/// A head, normalised, with its words in the singular: « corps-d-emplois » is that of « corps-d-emploi » too.
fn singular(head: &str) -> String {
    head.split('-').map(|word| word.strip_suffix('s').unwrap_or(word)).collect::<Vec<_>>().join("-")
}

/// The key of the column that a usual head, normalised, means.
pub fn usual(head: &str) -> Option<&'static str> {
    let said = singular(head);
    let is_it = |usual: &&str| *usual == head || singular(usual) == said;
    USUAL.iter().find(|(_, heads)| heads.iter().any(is_it)).map(|(key, _)| *key)
}

/// Whether a row with this head, normalised, may be the row of heads.
pub fn is_usual(head: &str) -> bool {
    usual(head).is_some()
        || is_first_name(head)
        || is_number(head)
        || ["courriel", "email", "adresse-courriel", "telephone"].contains(&head)
}

/// Whether a head, normalised, is the name of a column of this school, of which `names` are the columns by their names.
pub fn is_named(head: &str, names: &[(String, Column)]) -> bool {
    names.iter().any(|(name, _)| name == head)
}

/// Whether a head, normalised, is a usual one or the name of a column of this school.
pub fn is_known(head: &str, names: &[(String, Column)]) -> bool {
    is_usual(head) || is_named(head, names)
}

/// Whether a head, normalised, means a name or an id.
pub fn names_somebody(head: &str) -> bool {
    usual(head) == Some(Newcomer::NAME) || head == Newcomer::ID || is_first_name(head)
}

/// Whether a head means the number that an employer gives to each person, which tells two people of one name apart.
pub fn is_number(head: &str) -> bool {
    NUMBERS.contains(&slug(head).as_str())
}
