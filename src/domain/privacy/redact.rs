//! Hiding names in texts: what the committee writes may name people, and is published or shown on a wall.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use super::{
    forget::NameScrubber,
    spelling::{initials, is_piece, shortened, with_dots},
};
use crate::domain::{
    model::{board::Board, school::Committee},
    value::text::fold,
};

/// The names to hide, and what replaces them.
#[derive(Clone, Debug, Default)]
pub struct NameRedactor {
    hidden: Vec<NameScrubber>,
    /// How many of `hidden` are parts of names that several people share; they come first.
    shared: usize,
    /// The positions in `hidden` of those whose names contain a word, by folded word.
    words: HashMap<String, Vec<usize>>,
}

impl NameRedactor {
    /// Replaces newcomers with their aliases. Members of the committee keep their names.
    pub fn newcomers(board: &Board, committee: &Committee) -> Self {
        let aliases = board.aliases();
        let alias = |id: &str| aliases.get(id).cloned().unwrap_or_default();
        let people = board.people.iter().map(|person| (person.name.as_str(), alias(&person.id)));
        NameRedactor::of(people.collect(), &committee.names().collect::<Vec<_>>())
    }

    /// Replaces names and aliases of newcomers with `somebody`: in a small staff, initials tell who it is. Members of the
    /// committee keep their names.
    pub fn newcomers_unnamed(board: &Board, committee: &Committee, somebody: &str) -> Self {
        let people = board.people.iter().map(|person| (person.name.as_str(), somebody.to_owned()));
        let mut nobody = NameRedactor::of(people.collect(), &committee.names().collect::<Vec<_>>());
        nobody.hide_aliases(board, somebody);
        nobody
    }

    /// Replaces newcomers with their aliases, and members of the committee with their roles.
    pub fn everybody(board: &Board, committee: &Committee) -> Self {
        let aliases = board.aliases();
        let alias = |id: &str| aliases.get(id).cloned().unwrap_or_default();
        let role = |role: &str| if role.is_empty() { "—".to_owned() } else { role.to_owned() };
        let people = board.people.iter().map(|person| (person.name.as_str(), alias(&person.id)));
        let members = committee.members.iter().filter(|member| member.is_named());
        let members = members.map(|member| (member.name.as_str(), role(&member.role)));
        NameRedactor::of(people.chain(members).collect(), &[])
    }

    /// Replaces each of these names with `instead`.
    pub fn listed<'a>(names: impl Iterator<Item = &'a str>, instead: &str) -> Self {
        NameRedactor::of(names.map(|name| (name, instead.to_owned())).collect(), &[])
    }

    /// The same names, but a word that may be no name is left where it does not stand as one.
    pub fn sparing_words(mut self) -> Self {
        self.hidden.iter_mut().for_each(NameScrubber::spare_words);
        self
    }

    /// Replaces names and aliases of newcomers with `somebody`, and members of the committee with their roles.
    pub fn all_anonymous(board: &Board, committee: &Committee, somebody: &str) -> Self {
        let role = |role: &str| if role.is_empty() { somebody.to_owned() } else { role.to_owned() };
        let people = board.people.iter().map(|person| (person.name.as_str(), somebody.to_owned()));
        let members = committee.members.iter().filter(|member| member.is_named());
        let members = members.map(|member| (member.name.as_str(), role(&member.role)));
        let mut nobody = NameRedactor::of(people.chain(members).collect(), &[]);
        nobody.hide_aliases(board, somebody);
        nobody
    }

    fn hide_aliases(&mut self, board: &Board, somebody: &str) {
        for alias in board.aliases().values().filter(|alias| alias.chars().count() > 1) {
            self.hide(&with_dots(alias).join(" "), NameScrubber::alias(alias, somebody));
        }
    }

    fn hide(&mut self, name: &str, hidden: NameScrubber) {
        let at = self.hidden.len();
        self.hidden.push(hidden);
        for word in words(name) {
            self.words.entry(word).or_default().push(at);
        }
    }

    /// Replaces each person as given; `others` keep their names, and any part of them that is shared.
    fn of(people: Vec<(&str, String)>, others: &[&str]) -> Self {
        let mut bearers: HashMap<String, BTreeSet<String>> = HashMap::new();
        for name in people.iter().map(|(name, _)| *name).chain(others.iter().copied()) {
            for part in parts(name) {
                bearers.entry(part).or_default().insert(fold(name));
            }
        }
        // « Ali » is Ali, and no short form of Alice.
        let whole: BTreeSet<String> = bearers.keys().cloned().collect();
        for name in people.iter().map(|(name, _)| *name).chain(others.iter().copied()) {
            for short in first_name(name).map(|first| shortened(&first).collect::<Vec<_>>()).unwrap_or_default() {
                if !whole.contains(&short) {
                    bearers.entry(short).or_default().insert(fold(name));
                }
            }
        }
        let theirs: BTreeSet<String> = others.iter().flat_map(|name| parts(name)).collect();
        let kept: BTreeSet<String> = others.iter().map(|name| fold(name)).collect();
        let mut discreet = NameRedactor::default();
        // A first name that several of them share is replaced with all their replacements.
        let is_several =
            |word: &str, names: &BTreeSet<String>| names.len() > 1 && !theirs.contains(word) && !is_piece(word);
        let mut several: Vec<_> = bearers.iter().filter(|(word, names)| is_several(word, names)).collect();
        // A compound is replaced before the words in it.
        several.sort_unstable_by_key(|(word, _)| (Reverse(word.len()), *word));
        for (word, names) in several {
            let any =
                people.iter().filter(|(name, _)| names.contains(&fold(name))).map(|(_, instead)| instead.as_str());
            let mut any: Vec<&str> = any.collect();
            any.dedup();
            let any = any.join("/");
            discreet.hide(word, NameScrubber::part(word, &any));
        }
        discreet.shared = discreet.hidden.len();
        for (name, instead) in people.into_iter().filter(|(name, _)| !kept.contains(&fold(name))) {
            let folded = fold(name);
            let is_shared =
                |part: &str| bearers.get(part).is_some_and(|names| names.iter().any(|name| *name != folded));
            let at = discreet.hidden.len();
            let mut hidden = NameScrubber::named(name, is_shared, &instead);
            // Whoever has a longer name shares its first word.
            let first = words(name).next().unwrap_or_default();
            let alike = bearers.get(&first).into_iter().flatten().filter(|other| **other != folded);
            hidden.tell_from(alike.filter(|other| other.contains(&folded)).map(String::as_str));
            discreet.hidden.push(hidden);
            let spelled: BTreeSet<String> = discreet.hidden[at].spelled().flat_map(words).chain(words(name)).collect();
            for word in spelled {
                discreet.words.entry(word).or_default().push(at);
            }
        }
        discreet
    }

    /// Returns the text with the names replaced.
    pub fn text(&self, text: &str) -> String {
        let mut named: BTreeSet<usize> =
            words(text).filter_map(|word| self.words.get(&word)).flatten().copied().collect();
        if text.contains('@') {
            named.extend(0..self.hidden.len());
        }
        // Full names are replaced before the parts that several people share.
        let (shared, own): (Vec<usize>, Vec<usize>) = named.into_iter().partition(|at| *at < self.shared);
        own.into_iter().chain(shared).fold(text.to_owned(), |text, at| self.hidden[at].scrub(&text).0)
    }
}

impl NameRedactor {
    /// The words of a text that are left and may be a name all the same, because they have a capital: each with a few words
    /// around it.
    pub fn doubts(&self, text: &str) -> Vec<(String, String)> {
        let left = self.text(text);
        let has_capital = |word: &str, example: &str| {
            let first = word.split(' ').next().unwrap_or_default();
            let pieces = example.split(|c: char| !c.is_alphanumeric());
            pieces.into_iter().any(|piece| fold(piece) == first && piece.starts_with(char::is_uppercase))
        };
        let found = self.hidden.iter().flat_map(|hidden| hidden.doubts(&left));
        let mut found: Vec<(String, String)> = found
            .map(|(word, doubt)| (word, doubt.example))
            .filter(|(word, example)| !is_piece(word) && has_capital(word, example))
            .collect();
        found.sort();
        found.dedup_by(|a, b| a.0 == b.0);
        found
    }
}

/// The parts of a name by which several people may be named: its words, its compounds whole, and the initials of a compound
/// first name, folded.
fn parts(name: &str) -> BTreeSet<String> {
    let initials = first_name(name).map(|first| initials(&first)).unwrap_or_default();
    words(name).chain(fold(name).split_whitespace().map(str::to_owned)).chain(initials).collect()
}

/// The folded first name of somebody who has a family name too.
fn first_name(name: &str) -> Option<String> {
    fold(name).split_once(' ').map(|(first, _)| first.to_owned())
}

/// The words of a text, folded.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    words.filter(|word| !word.is_empty()).map(fold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::model::{board::Newcomer, school::Member};

    #[test]
    fn names_give_way_to_aliases_and_roles() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let people = vec![person("n01", "Amélie Côté"), person("n02", "Luc Roy"), person("n03", "Anne-Sophie Lu")];
        let shared = [person("n04", "Rose Roy"), person("n05", "Rose Caron")];
        let people = people.into_iter().chain(shared).map(Into::into).collect();
        let board = Board { format: 1, own: Vec::new(), people };
        let member = |name: &str, role: &str| Member { name: name.into(), role: role.into(), ..Member::default() };
        let members = vec![member("Luc Tremblay", "mentor"), member("Hélène Gagnon", "direction")];
        let committee = Committee { members, ..Committee::default() };
        let newcomers = NameRedactor::newcomers(&board, &committee);
        for (said, text) in [
            ("Luc Tremblay appelle Amelie; Luc Roy attend Hélène.", "Luc Tremblay appelle AC; LR attend Hélène."),
            ("AME\u{301}LIE CÔTÉ, du côté nord", "AC, du côté nord"),
            ("Anne-Sophie et Lu", "ASL et Lu"),
            ("Personne ici", "Personne ici"),
            ("Rose appelle Rose Roy", "RR/RC appelle RR"),
        ] {
            assert_eq!(newcomers.text(said), text);
        }
        let nobody = NameRedactor::all_anonymous(&board, &committee, "une personne");
        assert_eq!(
            nobody.text("Luc Tremblay appelle Amelie; AC et LR aussi."),
            "mentor appelle une personne; une personne et une personne aussi."
        );
        let unknown = NameRedactor::listed(["Gaétan Picard", "Lise Vachon"].into_iter(), "…");
        assert_eq!(unknown.text("Bravo. Gaetan; L. Vachon"), "Bravo. …; …");
        let everybody = NameRedactor::everybody(&board, &committee);
        assert_eq!(everybody.text("Luc Tremblay appelle Amelie; Hélène aussi."), "mentor appelle AC; direction aussi.");
    }

    #[test]
    fn names_that_share_a_piece_are_hidden_whole_and_words_are_left() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let alike = ["Marie-Claude D'Amours", "Marc-Olivier D'Aoust", "Marie-Ève Lacasse"];
        let alike = alike.iter().zip(["n11", "n12", "n13"]).map(|(name, id)| person(id, name).into());
        let board = Board { people: alike.collect(), ..Board::default() };
        let committee = Committee {
            members: vec![Member { name: "Marc-André Thibodeau".into(), ..Member::default() }],
            ..Committee::default()
        };
        let text = NameRedactor::newcomers(&board, &committee)
            .text("Marie-Ève, Marc-Olivier et Mme D'Amours; D'abord voir D'Aoust, puis Marc-André. L'école est belle.");
        for name in ["Ève", "Olivier", "Amours", "Aoust"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
        assert!(text.contains("D'abord voir") && text.contains("L'école") && text.contains("Marc-André"), "{text}");
    }

    #[test]
    fn a_name_inside_a_longer_one_is_that_of_somebody_else() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let people = ["Marie Roy", "Marie Roy-Gagnon", "Marie Gagnon", "Marie Gagnon Roy", "Ève Roy", "Marie-Ève Roy"];
        let people = people.iter().enumerate().map(|(at, name)| person(&format!("n{at}"), name).into()).collect();
        let board = Board { people, ..Board::default() };
        let text = NameRedactor::newcomers_unnamed(&board, &Committee::default(), "une personne")
            .text("Marie Roy, Marie Roy-Gagnon, Marie Gagnon Roy, Marie-Ève Roy et Ève Roy.");
        assert_eq!(text, "une personne, une personne, une personne, une personne et une personne.");
    }

    #[test]
    fn half_of_a_compound_name_is_hidden_where_it_is_said_as_a_name() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let people = [("n11", "Marie-Claude D'Aoust"), ("n12", "Jean-Sébastien Roy"), ("n13", "Amélie Côté")];
        let people = people.iter().map(|(id, name)| person(id, name).into()).collect();
        let board = Board { people, ..Board::default() };
        let member = |name: &str| Member { name: name.into(), ..Member::default() };
        let committee = Committee { members: vec![member("Sébastien Caron")], ..Committee::default() };
        let redactor = NameRedactor::newcomers(&board, &committee);
        for (said, hidden) in [
            ("Claude va bien; voir Aoust.", "MCDA va bien; voir MCDA."),
            ("Jean-Seb et Jean-Séb.", "JSR et JSR."),
            ("J-S et J.-S. vont bien; l'j-s non.", "JSR et JSR vont bien; l'j-s non."),
            ("J-Sébastien, Jean-S. et J. Roy.", "JSR, JSR et JSR."),
            ("Amé va bien. Art dramatique.", "AC va bien. Art dramatique."),
            ("Sébastien appelle Jean-Sébastien.", "Sébastien appelle JSR."),
            ("Côté positif : Côté va bien.", "Côté positif : AC va bien."),
            ("La Côte, rue Roy.", "La Côte, rue Roy."),
            ("En août, la claude et un aoust.", "En août, la claude et un aoust."),
            ("En Juin 2027, Marie arrive.", "En Juin 2027, MCDA arrive."),
            ("Voir madame côté et m. roy; à 3 m côté cour.", "Voir madame AC et m. JSR; à 3 m côté cour."),
        ] {
            assert_eq!(redactor.text(said), hidden);
        }
    }

    #[test]
    fn a_short_form_that_may_be_two_people_is_given_to_both_and_never_takes_a_whole_name() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let people =
            [("n11", "Fatou Ndiaye"), ("n12", "Fatoumata Diallo"), ("n13", "Marianne Roy"), ("n14", "Marion Lu")];
        let people = people.iter().map(|(id, name)| person(id, name).into()).collect();
        let board = Board { people, ..Board::default() };
        let redactor = NameRedactor::newcomers(&board, &Committee::default());
        assert_eq!(redactor.text("Fatou, Fatouma et Mari vont bien."), "FN, FD et MR/ML vont bien.");
    }

    #[test]
    fn what_is_left_with_a_capital_is_asked_about() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let people = [("n11", "Amélie Côté"), ("n12", "Luc Roy")];
        let board =
            Board { people: people.iter().map(|(id, name)| person(id, name).into()).collect(), ..Board::default() };
        let member = Member { name: "Luc Caron".into(), ..Member::default() };
        let committee = Committee { members: vec![member], ..Committee::default() };
        let redactor = NameRedactor::newcomers_unnamed(&board, &committee, "une personne");
        for text in ["A.C.", "A. C.", "A.-C.", "a.c.", "A.C", "Amélie C.", "A. Côté", "acote@x.ca"] {
            assert_eq!(redactor.text(&format!("{text} aide.")), "une personne aide.", "{text}");
        }
        assert_eq!(redactor.text("Amélie aide. Côté positif : à côté."), "une personne aide. Côté positif : à côté.");
        let words = |text: &str| redactor.doubts(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(words("Amélie aide. Côté positif : à côté."), ["cote"]);
        assert_eq!(words("On a vu Luc hier."), ["luc"], "somebody of the committee has it too");
        assert!(words("À côté du local.").is_empty());
    }

    #[test]
    fn a_compound_first_name_that_two_people_have_is_given_to_neither_alone() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let alike = [person("n11", "Marie-Claude Gendron"), person("n12", "Marie-Claude Ouellet")];
        let board = Board { people: alike.into_iter().map(Into::into).collect(), ..Board::default() };
        let redactor = NameRedactor::newcomers(&board, &Committee::default());
        let text = redactor.text("Marie-Claude va bien; Marie-Claude Ouellet aussi.");
        assert_eq!(text, "MCG/MCO va bien; MCO aussi.");
        let text = redactor.text("Voir marie-claude, Marie Claude et Marie‑Claude.");
        assert_eq!(text, "Voir MCG/MCO, MCG/MCO et MCG/MCO.");
    }
}
