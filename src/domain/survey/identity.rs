//! Which columns of a form say who answered: by what their headers ask, or by what they hold.

use std::collections::BTreeSet;

use super::{contacts::is_address, scales};
use crate::domain::{model::survey::key, table::dates};

/// The words of a header that asks for an identity or contact details.
const IDENTITY: &[&str] = &[
    "appelez",
    "birth",
    "birthday",
    "employee",
    "firstname",
    "fullname",
    "lastname",
    "phone",
    "surname",
    "address",
    "adresse",
    "adresses",
    "postal",
    "nom",
    "noms",
    "prenom",
    "prenoms",
    "courriel",
    "courriels",
    "email",
    "mail",
    "messagerie",
    "telephone",
    "cellulaire",
    "matricule",
    "employe",
    "identite",
    "initiales",
    "naissance",
    "pseudonyme",
    "utilisateur",
    "identifiant",
    "identifiants",
    "login",
    "usager",
    "username",
    "signature",
];

/// The smallest number of digits of a number by which an employer knows somebody, and how many such numbers tell that a
/// column holds them.
const SHORTEST_CODE: usize = 4;
const FEWEST_CODES: usize = 3;

/// The maximum number of words in a name.
const LONGEST_NAME: usize = 5;

/// Whether a column says who answered: its cells are names or addresses, or its header asks who and its cells are neither
/// answers of a scale nor sentences.
pub fn is_identity<'a, I: Iterator<Item = &'a str>>(
    said: &str,
    cells: impl Fn() -> I,
    people: &BTreeSet<String>,
) -> bool {
    let words: Vec<&str> = said.split('-').map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit())).collect();
    let is_name =
        words.contains(&"name") && words.iter().any(|word| ["full", "first", "last", "your", "name"].contains(word));
    let asks_who = words.iter().any(|word| IDENTITY.contains(word)) || is_name && words.len() <= 5;
    let filled = || cells().map(str::trim).filter(|cell| !cell.is_empty());
    let count = filled().count();
    let names = |cell: &&str| cell.split(';').any(|said| people.contains(&key(said)) || is_address(said.trim()));
    let named = filled().filter(names).count();
    let is_answer = |cell: &&str| scales::is_known(cell) || cell.split_whitespace().count() > LONGEST_NAME;
    let are_answers = || filled().filter(is_answer).count() * 2 >= count;
    let are = |wanted: fn(&str) -> bool| filled().filter(|cell| wanted(cell)).count() * 2 > count;
    let are_different = || filled().collect::<BTreeSet<_>>().len() * 2 > count;
    named > 0 && named * 2 >= count
        || asks_who && (count == 0 || !are_answers())
        || words.contains(&"age") && are(|cell| cell.parse::<u32>().is_ok())
        || are(dates::is_day)
        || count >= FEWEST_CODES && are(is_code) && are_different()
}

/// Whether a cell is what an employer or a ministry calls somebody by: « TREL12345678 », « 40123 », « G1A 0B2 ».
fn is_code(cell: &str) -> bool {
    let is_of = |wanted: fn(&char) -> bool| cell.chars().any(|c| wanted(&c));
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_plain = cell.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ' '));
    let is_number = digits >= SHORTEST_CODE && digits == cell.len();
    let is_mixed = digits >= 2 && cell.len() > SHORTEST_CODE && cell.starts_with(|c: char| c.is_ascii_uppercase());
    let words = cell.split(' ').count();
    is_plain && !is_of(char::is_ascii_lowercase) && words <= 2 && (is_number || is_mixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::slug;

    #[test]
    fn a_column_that_tells_somebody_is_known_by_its_values_whatever_its_head_asks() {
        let no_one = BTreeSet::new();
        for (head, cells, is_one) in [
            ("Quand êtes-vous né?", &["1984-03-12", "12 mai 1990", "3/4/1977"][..], true),
            ("Code", &["TREL12345678", "COTA23456789", "ROYB34567890"], true),
            ("Votre numéro?", &["40123", "40124", "40577"], true),
            ("Où habitez-vous?", &["G1A 0B2", "H2X 1Y4", "J4B 5K1"], true),
            ("Adresse", &["12, rue des Érables", "4, rang Nord"], true),
            ("Votre âge", &["34", "51", "27"], true),
            ("Âge", &["De 30 à 39 ans", "De 20 à 29 ans", "De 30 à 39 ans"], false),
            ("Combien de rencontres?", &["3", "12", "5"], false),
            ("Combien d’heures?", &["2 h", "1 h 30", "45 min"], false),
            ("En quelle année?", &["2025", "2026", "2026", "2026"], false),
            ("Quel groupe?", &["502", "503", "601"], false),
            ("Qu’est-ce qui aide?", &["Le CLUB 42 du midi", "Rien", "MERCI"], false),
        ] {
            let found = is_identity(&slug(head), || cells.iter().copied(), &no_one);
            assert_eq!(found, is_one, "{head}: {cells:?}");
        }
    }
}
