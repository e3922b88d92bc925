//! What those who accompany a network do of their own plan: its phases, the days of accompaniment and who was there, the
//! schools that each accompanies.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    model::{
        folder::Folder,
        meeting::{Instance, Meeting},
        progress::Progress,
        school::Member,
        survey::whole,
    },
    value::text::{fold, says},
};

/// How many days a year are planned for those who accompany, and for the mentors (S001-06).
pub const DAYS: u32 = 6;

/// The plan of those who accompany a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rollout {
    /// Its name.
    pub name: String,
    /// Its rows, in order.
    pub rows: Vec<RolloutRow>,
    /// The days that were held, oldest first.
    pub days: Vec<DayHeld>,
    /// The schools that its members come from or accompany, by name.
    pub schools: Vec<SchoolFollowed>,
    /// What each of those who accompany has to do, in the order of the plan.
    pub loads: Vec<Load>,
}

/// A row of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolloutRow {
    /// What is done.
    pub title: String,
    /// How far it is.
    pub state: Progress,
    /// How many of its means are done, of how many.
    pub means: (u32, u32),
    /// Whether its last day has passed.
    pub is_late: bool,
}

/// A day that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayHeld {
    /// The day.
    pub day: NaiveDate,
    /// Whose day it was.
    pub instance: Instance,
    /// How many were there.
    pub present: u32,
}

/// A school, as the plan follows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolFollowed {
    /// Its name.
    pub name: String,
    /// Its mentors.
    pub mentors: u32,
    /// Those who accompany it.
    pub accompanied_by: u32,
    /// On how many of the days of mentors that were held one of its mentors was there.
    pub days: u32,
}

/// What one of those who accompany has to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The schools that this person accompanies.
    pub schools: u32,
    /// The mentors of these schools.
    pub mentors: u32,
    /// On how many of the days of those who accompany this person was there.
    pub days: u32,
}

impl Rollout {
    /// How many days of an instance were held.
    pub fn held(&self, instance: Instance) -> u32 {
        whole(self.days.iter().filter(|held| held.instance == instance).count())
    }
}

/// Whether the role is that of a mentor: without its accent, « mentorée » would be one too.
fn is_mentor(member: &Member) -> bool {
    let role = member.role.to_lowercase();
    role.split(|c: char| !c.is_alphanumeric()).any(|word| ["mentor", "mentore", "mentors", "mentores"].contains(&word))
}

fn accompanies(member: &Member) -> bool {
    says(&fold(&member.role), "pane")
}

fn comes_from(member: &Member, school: &str) -> bool {
    member.schools.iter().any(|name| fold(name) == school)
}

/// What was done of the plan of a network on that day.
pub fn rollout(folder: &Folder, today: NaiveDate) -> Rollout {
    let members = &folder.plan.committee.members;
    let held = |instance: Instance| folder.meetings.values().filter(move |meeting| meeting.instance() == instance);
    let was_there = |meeting: &Meeting, member: &Member| meeting.present.contains(&member.name);
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for name in members.iter().flat_map(|member| &member.schools).filter(|name| !name.trim().is_empty()) {
        names.entry(fold(name)).or_insert(name.trim());
    }
    let school = |(folded, name): (&String, &&str)| {
        let of_school = || members.iter().filter(|member| comes_from(member, folded));
        let represented =
            |meeting: &&Meeting| of_school().any(|member| is_mentor(member) && was_there(meeting, member));
        SchoolFollowed {
            name: (*name).to_owned(),
            mentors: whole(of_school().filter(|member| is_mentor(member)).count()),
            accompanied_by: whole(of_school().filter(|member| accompanies(member)).count()),
            days: whole(held(Instance::MentorDay).filter(represented).count()),
        }
    };
    let schools: Vec<SchoolFollowed> = names.iter().map(school).collect();
    let load = |member: &Member| {
        let of_member = schools.iter().filter(|school| comes_from(member, &fold(&school.name)));
        Load {
            schools: whole(of_member.clone().count()),
            mentors: of_member.map(|school| school.mentors).sum(),
            days: whole(held(Instance::PaneDay).filter(|meeting| was_there(meeting, member)).count()),
        }
    };
    let loads = members.iter().filter(|member| accompanies(member)).map(load).collect();
    let is_day = |meeting: &&Meeting| Instance::DAYS.contains(&meeting.instance());
    let day = |meeting: &Meeting| {
        let present = whole(meeting.present.len() + meeting.guests.len());
        Some(DayHeld { day: meeting.date?.0, instance: meeting.instance(), present })
    };
    let mut days: Vec<DayHeld> = folder.meetings.values().filter(is_day).filter_map(day).collect();
    days.sort_by_key(|held| held.day);
    let rows = folder.plan.rows.iter().map(|row| {
        let end = row.when.span(folder.plan.year()).and_then(|span| span.end);
        RolloutRow {
            title: row.title.clone(),
            state: row.state(),
            means: (whole(row.means.iter().filter(|means| !means.is_open()).count()), whole(row.means.len())),
            is_late: row.is_open() && end.is_some_and(|end| end < today),
        }
    });
    Rollout { name: folder.plan.school.name.clone(), rows: rows.collect(), days, schools, loads }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::when::Day;

    #[test]
    fn days_presence_and_loads_are_counted_by_school() {
        let member = |name: &str, role: &str, schools: &[&str]| Member {
            name: name.into(),
            role: role.into(),
            schools: schools.iter().map(|school| (*school).to_owned()).collect(),
            ..Member::default()
        };
        let mut folder = Folder::default();
        folder.plan.committee.members = vec![
            member("P1", "PANE", &["Érables", "Pins", "Cèdres"]),
            member("P2", "PANE", &["erables"]),
            member("M1", "personne mentore", &["Érables"]),
            member("M2", "mentor", &["érables"]),
            member("M3", "mentore", &["Pins"]),
            member("N1", "personne mentorée", &["Pins"]),
        ];
        let mut meet = |day: u32, instance, present: &[&str]| {
            let date = NaiveDate::from_ymd_opt(2026, 10, day).map(Day);
            let present = present.iter().map(|name| (*name).to_owned()).collect();
            let meeting = Meeting { date, instance: Some(instance), present, ..Meeting::default() };
            folder.meetings.insert(format!("2026-10-{day:02}"), meeting);
        };
        meet(1, Instance::PaneDay, &["P1"]);
        meet(8, Instance::MentorDay, &["M1", "M2", "P1"]);
        meet(15, Instance::MentorDay, &["M2", "M3"]);
        meet(22, Instance::Committee, &["P1", "M3"]);
        let rollout = rollout(&folder, NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"));
        assert_eq!((rollout.held(Instance::PaneDay), rollout.held(Instance::MentorDay)), (1, 2));
        let school = |name: &str, mentors, accompanied_by, days| SchoolFollowed {
            name: name.into(),
            mentors,
            accompanied_by,
            days,
        };
        let schools = [school("Cèdres", 0, 1, 0), school("Érables", 2, 2, 2), school("Pins", 1, 1, 1)];
        assert_eq!(rollout.schools, schools);
        let loads = [Load { schools: 3, mentors: 3, days: 1 }, Load { schools: 1, mentors: 2, days: 0 }];
        assert_eq!(rollout.loads, loads);
        assert_eq!(rollout.days.iter().map(|day| day.present).collect::<Vec<_>>(), [1, 3, 2]);
    }
}
