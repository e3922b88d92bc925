//! A school that is being made: what is asked before anything is written.

use chrono::NaiveDate;

use super::school::{Member, Order};
use crate::domain::value::{calendar::Calendar, text::one_line, when::SchoolYear};

/// The template of those who begin with nothing.
pub const EMPTY: &str = "vide";

/// What a new school begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSchool {
    /// Its name.
    pub name: String,
    /// What it teaches; the template's own if nobody says.
    pub order: Option<Order>,
    /// The name of the template of its plan.
    pub template: String,
    /// Its calendar, which says its school year too.
    pub calendar: Calendar,
    /// The members of its committee.
    pub members: Vec<Member>,
    /// The names of those who arrive: nothing else is known of them.
    pub newcomers: Vec<String>,
}

impl NewSchool {
    /// A school of which nobody has said anything, in the school year of a day.
    pub fn beginning(today: NaiveDate) -> Self {
        NewSchool {
            name: String::new(),
            order: None,
            template: EMPTY.to_owned(),
            calendar: Calendar::usual(SchoolYear::of(today)),
            members: Vec::new(),
            newcomers: Vec::new(),
        }
    }

    /// Its school year.
    pub fn year(&self) -> SchoolYear {
        SchoolYear::of(self.calendar.first)
    }
}

/// Members of a committee, one per line: « Ana Roy, direction ».
pub fn members(text: &str) -> Vec<Member> {
    let member = |line: &str| {
        let (name, role) = line.split_once(',').unwrap_or((line, ""));
        Member { name: one_line(name.trim()), role: one_line(role.trim()), ..Member::default() }
    };
    text.lines().map(member).filter(|member| !member.name.is_empty()).collect()
}

/// Members as [`members`] reads them.
pub fn written(members: &[Member]) -> String {
    let line = |member: &Member| match member.role.is_empty() {
        true => member.name.clone(),
        false => format!("{}, {}", member.name, member.role),
    };
    members.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Names, one per line.
pub fn names(text: &str) -> Vec<String> {
    text.lines().map(|line| one_line(line.trim())).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_a_name_and_perhaps_a_role() {
        let said = "Ana Roy, direction\n\n  Luc Petit  \nZoé Côté, mentore, 1er cycle";
        let members = members(said);
        let read: Vec<(&str, &str)> = members.iter().map(|m| (m.name.as_str(), m.role.as_str())).collect();
        assert_eq!(read, [("Ana Roy", "direction"), ("Luc Petit", ""), ("Zoé Côté", "mentore, 1er cycle")]);
        assert_eq!(super::members(&written(&members)), members);
    }
}
