//! Who may accompany a newcomer, and what a pair is asked to agree on. Nobody is scored or ranked: what is known of each is
//! said, and people choose.

use chrono::NaiveDate;

use crate::domain::{
    model::{board::Newcomer, catalogue::Catalogues, folder::Folder, pair::AgreementAnswer, school::Member},
    value::text::fold,
};

/// The catalogue of mentoring.
pub const MENTORING: &str = "mentorat";

/// The moment at which a pair is made or looked at, as catalogues name it.
pub const MOMENT: &str = "jumelage";

/// The catalogue of the risks of a pairing.
pub const RISKS: &str = "risques";

/// Somebody who may accompany a newcomer.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<'a> {
    /// The name.
    pub name: &'a str,
    /// What the plan says of this person, if this is a member of the committee.
    pub member: Option<&'a Member>,
    /// How many newcomers have this mentor now.
    pub accompanied: usize,
}

/// Who may accompany somebody: those who accompany already or are mentors on the committee, then its other members; those
/// who evaluate come last (S000-15).
pub fn candidates<'a>(folder: &'a Folder, person: &Newcomer, today: NaiveDate) -> Vec<Candidate<'a>> {
    let members = &folder.plan.committee.members;
    let of_board = folder.board.present(today).filter_map(|other| other.mentor.as_deref());
    let mut found: Vec<Candidate<'a>> = Vec::new();
    for name in members.iter().map(|member| member.name.as_str()).chain(of_board) {
        let is_known = found.iter().any(|known| fold(known.name) == fold(name));
        if is_known || name.trim().is_empty() || fold(name) == fold(&person.name) {
            continue;
        }
        let member = members.iter().find(|member| member.name == name);
        // What stands for a name in a new plan accompanies nobody.
        if member.is_some_and(|member| !member.is_named()) {
            continue;
        }
        found.push(Candidate { name, member, accompanied: folder.board.accompanied_by(name, today) });
    }
    let rank = |candidate: &Candidate<'_>| match candidate.member {
        Some(member) if member.evaluates() => 2,
        Some(member) if candidate.accompanied == 0 && !fold(&member.role).contains("mentor") => 1,
        _ => 0,
    };
    found.sort_by_key(rank);
    found
}

/// The questions that a pair is asked to agree on, with what the sources say of each and no answer.
pub fn questions(catalogues: &Catalogues) -> Vec<AgreementAnswer> {
    let groups = catalogues.get(MENTORING).into_iter().flat_map(|catalogue| &catalogue.groups);
    let entries = groups.filter(|group| group.id.starts_with("entente-")).flat_map(|group| &group.entries);
    let asked = |text: &str, note: &str| AgreementAnswer {
        question: text.to_owned(),
        landmark: note.to_owned(),
        answer: String::new(),
    };
    entries.map(|entry| asked(&entry.text, &entry.note)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn who_accompanies_comes_first_and_who_evaluates_last() {
        let member = |name: &str, role: &str| Member { name: name.into(), role: role.into(), ..Member::default() };
        let mut folder = Folder::default();
        folder.plan.committee.members =
            vec![member("Claire Roy", "direction"), member("Nadia Benali", "secrétaire"), member("Luc Noël", "mentor")];
        let with = |name: &str, mentor: &str| {
            Arc::new(Newcomer { name: name.into(), mentor: Some(mentor.into()), ..Newcomer::default() })
        };
        folder.board.people =
            vec![with("Zoé Brulé", "Ève Dion"), with("Paul Roch", "ève dion"), with("Luc Noël", "Ève Dion")];
        let person = Newcomer { name: "luc noel".into(), ..Newcomer::default() };
        let found = candidates(&folder, &person, NaiveDate::default());
        let said: Vec<(&str, usize)> = found.iter().map(|candidate| (candidate.name, candidate.accompanied)).collect();
        assert_eq!(said, [("Ève Dion", 3), ("Nadia Benali", 0), ("Claire Roy", 0)], "nobody accompanies themselves");
    }
}
