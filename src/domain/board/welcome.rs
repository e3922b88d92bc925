//! The steps of somebody's welcome, with who does each and on which school day.

use chrono::{Days, Months, NaiveDate};

use crate::domain::{
    model::{
        board::Newcomer,
        folder::Folder,
        progress::Progress,
        welcome::{Moment, WelcomeStep, WelcomeTask},
    },
    value::{
        calendar::Calendar,
        text::fold,
        when::{SchoolYear, When},
    },
};

/// The days before an arrival on which what precedes it is due.
const BEFORE: Days = Days::new(5);

/// The most days by which a step is put off or brought forward because schools are closed.
const MOST: usize = 30;

/// The steps of the welcome of somebody, from those that the school plans or else the usual ones: nothing is late on the day
/// on which they are made. Empty if nobody said when the person arrives.
pub fn tasks(folder: &Folder, usual: &[WelcomeStep], person: &Newcomer, today: NaiveDate) -> Vec<WelcomeTask> {
    let Some(arrival) = person.arrival else { return Vec::new() };
    let steps = if folder.plan.welcome.is_empty() { usual } else { &folder.plan.welcome };
    let task = |step: &WelcomeStep| WelcomeTask {
        id: step.id.clone(),
        what: step.what.clone(),
        who: step.who.clone(),
        moment: Some(step.moment),
        when: When(if day(step.moment, arrival.0) < today { today.to_string() } else { String::new() }),
        ..WelcomeTask::default()
    };
    steps.iter().filter(|step| is_of_job(&step.jobs, &person.job)).map(task).collect()
}

/// The steps that are still to come of somebody whom a list brings in: those before were lived, or not, without us.
pub fn coming(folder: &Folder, usual: &[WelcomeStep], person: &Newcomer, today: NaiveDate) -> Vec<WelcomeTask> {
    let mut tasks = tasks(folder, usual, person, today);
    tasks.retain(|task| task.when.0.is_empty());
    tasks
}

/// The day by which a step is due: the one that was said, or else its moment from the day of the arrival.
pub fn due(person: &Newcomer, task: &WelcomeTask, year: SchoolYear) -> Option<NaiveDate> {
    match task.when.0.is_empty() {
        true => Some(day(task.moment?, person.arrival?.0)),
        false => task.when.span(year)?.end,
    }
}

/// How many steps of a welcome are settled, of how many.
pub fn settled(person: &Newcomer) -> (usize, usize) {
    (person.welcome.iter().filter(|task| !task.is_open()).count(), person.welcome.len())
}

/// How many steps of a welcome are late.
pub fn late(person: &Newcomer, year: SchoolYear, today: NaiveDate) -> usize {
    let is_late = |task: &&WelcomeTask| {
        task.state() != Progress::Postponed && task.is_open() && due(person, task, year).is_some_and(|end| end < today)
    };
    person.welcome.iter().filter(is_late).count()
}

/// Whether words of jobs are of that job, or of every job.
pub fn is_of_job(jobs: &[String], job: &str) -> bool {
    let job = fold(job);
    let has = |wanted: &String| job.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&fold(wanted)));
    jobs.is_empty() || jobs.iter().any(has)
}

/// The school day of a moment, from the day of the arrival.
fn day(moment: Moment, arrival: NaiveDate) -> NaiveDate {
    let is_open = |day: &NaiveDate| Calendar::usual(SchoolYear::of(*day)).is_school_day(*day);
    let on = |day: Option<NaiveDate>| {
        let day = day.unwrap_or(arrival);
        day.iter_days().take(MOST).find(is_open).unwrap_or(day)
    };
    match moment {
        Moment::Before => {
            let day = arrival - BEFORE;
            std::iter::successors(Some(day), |day| day.pred_opt()).take(MOST).find(is_open).unwrap_or(day)
        }
        Moment::FirstDay => arrival,
        Moment::FirstWeek => on(arrival.checked_add_days(Days::new(4))),
        Moment::FirstMonth => on(arrival.checked_add_months(Months::new(1))),
        Moment::ThreeMonths => on(arrival.checked_add_months(Months::new(3))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        model::{
            plan::Plan,
            school::{Committee, Member},
        },
        value::when::Day,
    };

    #[test]
    fn a_welcome_falls_on_school_days_and_is_for_the_job() {
        let step = |id: &str, moment, who: &str, jobs: &[&str]| WelcomeStep {
            id: id.into(),
            moment,
            what: id.into(),
            who: who.into(),
            jobs: jobs.iter().map(|job| (*job).to_owned()).collect(),
        };
        let steps = [
            step("a1", Moment::Before, "direction", &[]),
            step("a2", Moment::FirstDay, "répondant", &[]),
            step("a3", Moment::FirstWeek, "mentor", &["enseign"]),
            step("a4", Moment::FirstMonth, "Luc", &["concierge"]),
            step("a5", Moment::ThreeMonths, "", &[]),
        ];
        let direction = Member { name: "Hélène Gagnon".into(), role: "direction".into(), ..Member::default() };
        let committee = Committee { members: vec![direction], ..Committee::default() };
        let folder = Folder { plan: Plan { committee, ..Plan::default() }, ..Folder::default() };
        let day = |text: &str| text.parse().map(Day).expect("a day");
        let person = Newcomer {
            arrival: Some(day("2026-11-24")),
            job: "Concierge de soir".into(),
            contact: Some("Nadia Benali".into()),
            ..Newcomer::default()
        };
        let told = |person: &Newcomer| -> Vec<String> {
            let tasks = tasks(&folder, &steps, person, day("2026-11-01").0);
            let due = |task| due(person, task, SchoolYear(2026)).expect("a day");
            let doer = |task: &WelcomeTask| person.doer(&folder.plan.committee, &task.who).to_owned();
            tasks.iter().map(|task| format!("{} {} {}", task.id, due(task), doer(task))).collect()
        };
        assert_eq!(
            told(&person),
            [
                "a1 2026-11-19 Hélène Gagnon",
                "a2 2026-11-24 Nadia Benali",
                // Christmas is skipped.
                "a4 2027-01-06 Luc",
                "a5 2027-02-24 ",
            ]
        );
        assert_eq!(told(&Newcomer { arrival: None, ..person.clone() }), Vec::<String>::new());
        let later = Newcomer { arrival: Some(day("2026-12-01")), contact: Some("Luc".into()), ..person.clone() };
        assert_eq!(
            told(&later)[1],
            "a2 2026-12-01 Luc",
            "steps follow the arrival, and whoever looks after the person"
        );
        let late = tasks(&folder, &steps, &person, day("2026-12-01").0);
        let days = late.iter().map(|task| due(&person, task, SchoolYear(2026)).expect("a day"));
        assert!(days.min() >= Some(day("2026-12-01").0), "{late:?}");
        let coming = coming(&folder, &steps, &person, day("2026-12-01").0);
        assert_eq!(coming.iter().map(|task| task.id.as_str()).collect::<Vec<_>>(), ["a4", "a5"]);
        let teacher = Newcomer { job: "enseignante, 3e année".into(), ..person };
        assert!(told(&teacher).contains(&"a3 2026-11-30 mentor".to_owned()), "{:?}", told(&teacher));
    }
}
