//! Texts without the names of people: what the committee writes may name somebody, and goes to others.

use super::{board::Board, forget::Forgotten, school::Committee};

/// What names people, and what stands in their place.
#[derive(Clone, Debug, Default)]
pub struct Discreet(Vec<Forgotten>);

impl Discreet {
    /// Newcomers by their aliases. The names of the committee stay.
    pub fn newcomers(board: &Board, committee: &Committee) -> Self {
        let others: Vec<String> = committee.names().map(Into::into).collect();
        let aliases = board.aliases();
        let alias = |id: &str| aliases.get(id).cloned().unwrap_or_default();
        let boards = std::slice::from_ref(board);
        let hidden = |id: &String| Forgotten::of(std::slice::from_ref(id), boards, &others, &alias(id));
        Discreet(board.people.iter().map(|person| hidden(&person.id)).collect())
    }

    /// Newcomers by their aliases, members of the committee by their roles.
    pub fn everybody(board: &Board, committee: &Committee) -> Self {
        let Discreet(mut hidden) = Self::newcomers(board, committee);
        let named = |name: &str| Board {
            format: board.format,
            people: vec![super::board::Newcomer { id: name.into(), name: name.into(), ..Default::default() }],
        };
        for member in &committee.members {
            let others: Vec<String> = committee.names().filter(|name| *name != member.name).map(Into::into).collect();
            hidden.push(Forgotten::of(
                std::slice::from_ref(&member.name),
                &[named(&member.name)],
                &others,
                if member.role.is_empty() { "—" } else { &member.role },
            ));
        }
        Discreet(hidden)
    }

    /// The text, with nobody's name in it.
    pub fn text(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, hidden| hidden.scrub(&text).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{board::Newcomer, school::Member};

    #[test]
    fn names_give_way_to_aliases_and_roles() {
        let person = |id: &str, name: &str| Newcomer { id: id.into(), name: name.into(), ..Newcomer::default() };
        let board = Board { format: 1, people: vec![person("n01", "Amélie Côté"), person("n02", "Luc Roy")] };
        let member = |name: &str, role: &str| Member { name: name.into(), role: role.into(), ..Member::default() };
        let members = vec![member("Luc Tremblay", "mentor"), member("Hélène Gagnon", "direction")];
        let committee = Committee { members, ..Committee::default() };
        let said = "Luc Tremblay appelle Amelie; Luc Roy attend Hélène.";
        let text = Discreet::newcomers(&board, &committee).text(said);
        assert_eq!(text, "Luc Tremblay appelle AC; LR attend Hélène.");
        let text = Discreet::everybody(&board, &committee).text(said);
        assert_eq!(text, "mentor appelle AC; LR attend direction.");
    }
}
