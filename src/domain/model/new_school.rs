//! A school that is being made: what is asked before anything is written.

use chrono::{Months, NaiveDate};

use super::school::{Member, Order};
use crate::domain::value::{
    calendar::Calendar,
    text::one_line,
    when::{Day, SchoolYear},
};

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
    /// Those who arrive.
    pub newcomers: Vec<Arriving>,
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

/// How many months before the first day of school a plan may begin and be of the year under way.
const PREPARING: u32 = 6;

/// How many school years ahead a plan may be begun.
const MOST_AHEAD: i32 = 5;

/// The school year of a school that begins on a day, with a plan that starts so many months before the first day of school:
/// this year, or a later one where the plan prepares for it so long that it would be late when it begins.
pub fn year_to_begin(months_ahead: u32, today: NaiveDate) -> SchoolYear {
    let this = SchoolYear::of(today);
    let start = |year: &SchoolYear| Calendar::usual(*year).first.checked_sub_months(Months::new(months_ahead));
    let later = (0..MOST_AHEAD).map(|ahead| SchoolYear(this.0 + ahead));
    let later = later.filter(|year| start(year).is_some_and(|start| start >= today)).min();
    later.filter(|_| months_ahead > PREPARING).unwrap_or(this)
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

/// Somebody who arrives at a new school: what was said of them, and no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arriving {
    /// The name.
    pub name: String,
    /// The job, or nothing.
    pub job: String,
    /// The day of arrival.
    pub arrival: Option<Day>,
}

/// Those who arrive, one per line: « Zoé Côté », « Zoé Côté, enseignante », « Zoé Côté, enseignante, 27 août ».
pub fn arriving(text: &str, year: SchoolYear) -> Vec<Arriving> {
    let person = |line: &str| {
        let mut parts: Vec<String> = line.split(',').map(|part| one_line(part.trim())).collect();
        let arrival = parts.get(1..).and_then(|rest| Day::parse(rest.last()?, year));
        if arrival.is_some() {
            parts.pop();
        }
        let name = parts.first().cloned().unwrap_or_default();
        Arriving { name, job: parts.get(1..).unwrap_or_default().join(", "), arrival }
    };
    text.lines().map(person).filter(|person| !person.name.is_empty()).collect()
}

/// Those who arrive as [`arriving`] reads them.
pub fn arriving_written(people: &[Arriving], day: impl Fn(Day) -> String) -> String {
    let line = |person: &Arriving| {
        let arrival = person.arrival.map(&day).unwrap_or_default();
        let parts = [person.name.as_str(), &person.job, &arrival].map(str::to_owned);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    people.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_prepares_for_long_is_of_a_year_for_which_nothing_is_late() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        for (months_ahead, year) in [(0, 2026), (6, 2026), (7, 2027), (19, 2028)] {
            assert_eq!(year_to_begin(months_ahead, today), SchoolYear(year), "{months_ahead}");
        }
    }

    #[test]
    fn a_member_is_a_name_and_perhaps_a_role() {
        let said = "Ana Roy, direction\n\n  Luc Petit  \nZoé Côté, mentore, 1er cycle";
        let members = members(said);
        let read: Vec<(&str, &str)> = members.iter().map(|m| (m.name.as_str(), m.role.as_str())).collect();
        assert_eq!(read, [("Ana Roy", "direction"), ("Luc Petit", ""), ("Zoé Côté", "mentore, 1er cycle")]);
        assert_eq!(super::members(&written(&members)), members);
    }

    #[test]
    fn whoever_arrives_is_a_name_and_perhaps_a_job_and_a_day() {
        let said = "Zoé Côté\nKarim Haddad, éducateur\n Maude Roy, orthophoniste, volante, 2 novembre\nLi Wu, 27 août";
        let people = arriving(said, SchoolYear(2026));
        let read: Vec<(&str, &str, Option<String>)> =
            people.iter().map(|p| (p.name.as_str(), p.job.as_str(), p.arrival.map(|day| day.0.to_string()))).collect();
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(
            read,
            [
                ("Zoé Côté", "", None),
                ("Karim Haddad", "éducateur", None),
                ("Maude Roy", "orthophoniste, volante", day("2026-11-02")),
                ("Li Wu", "", day("2026-08-27")),
            ]
        );
        assert_eq!(arriving(&arriving_written(&people, |day| day.0.to_string()), SchoolYear(2026)), people);
    }
}
