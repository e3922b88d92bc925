//! Several schools together, in counts: what those who accompany a network may see, from which nobody can be told.

pub mod column;
pub mod masking;
pub mod rollout;
pub mod survey;
pub mod together;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    advice::{overview, rules},
    measure::indicator,
    model::{
        board::{Board, Newcomer, Tier, Wellbeing},
        catalogue::Catalogues,
        cycle::Step,
        folder::Folder,
        plan::NetworkShare,
    },
};

/// How many states, and how many tiers with none, a newcomer may have.
const KINDS: usize = 4;

/// The counts of one school.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchoolCounts {
    /// What tells it from the others in every run and every month, whatever it is called: a number made from its folder.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The group that the network puts it in, in its own words; empty without one.
    pub group: String,
    /// Its newcomers; `None` if it gives only its plan.
    pub people: Option<PeopleCounts>,
    /// Its plan and its meetings.
    pub plan: PlanCounts,
    /// The counts that its meetings kept, by the day on which each was held, oldest first.
    pub earlier: Vec<(NaiveDate, PeopleCounts)>,
}

/// Counts of newcomers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PeopleCounts {
    /// At the school.
    pub newcomers: u32,
    /// By state, in the order of the format.
    pub states: [u32; KINDS],
    /// Without a contact on the committee.
    pub without_contact: u32,
    /// Without a mentor; `None` where a meeting did not keep it.
    pub without_mentor: Option<u32>,
    /// By tier, in the order of the format, then without one; `None` where a meeting did not keep it.
    pub tiers: Option<[u32; KINDS]>,
    /// Release days; `None` where a meeting did not keep them.
    pub release: Option<ReleaseCounts>,
}

/// Release days of the newcomers of a school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReleaseCounts {
    /// How many people have some.
    pub people: u32,
    /// Days granted.
    pub granted: f64,
    /// Days taken.
    pub taken: f64,
}

/// Counts of a plan and of meetings, which tell nothing of anybody.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanCounts {
    /// The day of the last regulation.
    pub last_meeting: Option<NaiveDate>,
    /// Whether the next one is not overdue; `None` if the committee set no rhythm.
    pub keeps_rhythm: Option<bool>,
    /// Whether a regulation was held in the month of today.
    pub met_this_month: bool,
    /// How many issues stand at each step.
    pub issues: [u32; Step::ALL.len()],
    /// The issues in their second round or a later one.
    pub later_rounds: u32,
    /// Open rows whose last day has passed.
    pub rows_late: u32,
    /// Open rows.
    pub rows_open: u32,
    /// Indicators that attain their target, of those that have one and a measure.
    pub indicators: (u32, u32),
    /// What the sources advise looking at, about nobody in particular.
    pub advice: u32,
    /// Surveys taken in; `None` for a school that gives only its plan.
    pub surveys: Option<u32>,
    /// Answers of these surveys.
    pub answers: Option<u32>,
}

impl SchoolCounts {
    /// The plans of schools together.
    pub fn plans_together<'a>(schools: impl IntoIterator<Item = &'a SchoolCounts>) -> PlanCounts {
        let mut all = PlanCounts::default();
        for SchoolCounts { plan, .. } in schools {
            all.last_meeting = all.last_meeting.max(plan.last_meeting);
            for (sum, count) in all.issues.iter_mut().zip(plan.issues) {
                *sum += count;
            }
            all.later_rounds += plan.later_rounds;
            all.rows_late += plan.rows_late;
            all.rows_open += plan.rows_open;
            all.indicators = (all.indicators.0 + plan.indicators.0, all.indicators.1 + plan.indicators.1);
            all.advice += plan.advice;
            all.surveys = Some(all.surveys.unwrap_or_default() + plan.surveys.unwrap_or_default());
        }
        all
    }
}

/// A count, from a length.
fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The counts of a school on that day; `None` if it keeps out of its network.
pub fn counts(folder: &Folder, catalogues: &Catalogues, today: NaiveDate) -> Option<SchoolCounts> {
    let share = folder.plan.network.unwrap_or(NetworkShare::All);
    let people = match share {
        NetworkShare::None | NetworkShare::Own => return None,
        NetworkShare::Plan => None,
        NetworkShare::All => Some(people(folder, today)),
    };
    let kept = folder.meetings.values().filter_map(|meeting| {
        let (day, portrait) = (meeting.date?.0, meeting.portrait.as_ref()?);
        let states = std::array::from_fn(|at| portrait.count(Wellbeing::ALL[at]));
        let newcomers = portrait.newcomers;
        let without_mentor = portrait.with_mentor.map(|with| newcomers.saturating_sub(with));
        let without_contact = portrait.without_contact;
        Some((day, PeopleCounts { newcomers, states, without_contact, without_mentor, tiers: None, release: None }))
    });
    let earlier = if people.is_some() { kept.filter(|(day, _)| *day <= today).collect() } else { Vec::new() };
    let plan = match people {
        Some(_) => plan(folder, catalogues, today),
        None => plan_alone(folder, catalogues, today),
    };
    let name = folder.plan.school.name.clone();
    Some(SchoolCounts { name, people, plan, earlier, ..SchoolCounts::default() })
}

/// The counts of a plan of which nothing comes from the board nor from what people answered.
fn plan_alone(folder: &Folder, catalogues: &Catalogues, today: NaiveDate) -> PlanCounts {
    let alone = Folder { board: Board::default(), surveys: BTreeMap::new(), ..folder.clone() };
    PlanCounts { surveys: None, answers: None, ..plan(&alone, catalogues, today) }
}

fn people(folder: &Folder, today: NaiveDate) -> PeopleCounts {
    let here: Vec<&Newcomer> = folder.board.here(today).collect();
    let count = |test: &dyn Fn(&Newcomer) -> bool| whole(here.iter().filter(|person| test(person)).count());
    let mut tiers = [0; KINDS];
    for (at, tier) in Tier::ALL.iter().enumerate() {
        tiers[at] = count(&|person| person.tier == Some(*tier));
    }
    tiers[KINDS - 1] = count(&|person| person.tier.is_none());
    PeopleCounts {
        newcomers: whole(here.len()),
        states: std::array::from_fn(|at| count(&|person| person.wellbeing() == Wellbeing::ALL[at])),
        without_contact: count(&|person| person.contact.is_none()),
        without_mentor: Some(count(&|person| person.mentor.is_none())),
        tiers: Some(tiers),
        release: Some(release(folder, &here, today)),
    }
}

fn release(folder: &Folder, here: &[&Newcomer], today: NaiveDate) -> ReleaseCounts {
    let (granted, taken) = overview::release(&folder.board, today);
    ReleaseCounts { people: whole(here.iter().filter(|person| person.release.is_some()).count()), granted, taken }
}

fn plan(folder: &Folder, catalogues: &Catalogues, today: NaiveDate) -> PlanCounts {
    let plan = &folder.plan;
    let held = folder.regulations().filter_map(|(_, meeting)| meeting.date);
    let last = held.map(|day| day.0).filter(|day| *day <= today).max();
    let is_month = |day: NaiveDate| (day.year(), day.month()) == (today.year(), today.month());
    let rhythm = plan.committee.rhythm_days();
    let mut issues = [0; Step::ALL.len()];
    for issue in &plan.issues {
        issues[issue.step.position()] += 1;
    }
    let year = plan.year();
    let open: Vec<_> = plan.rows.iter().filter(|row| row.is_open()).collect();
    let is_late = |end: Option<NaiveDate>| end.is_some_and(|end| end < today);
    let late = open.iter().filter(|row| is_late(row.when.span(year).and_then(|span| span.end))).count();
    let measured: Vec<bool> =
        plan.indicators.iter().filter_map(|one| indicator::attains_now(folder, one, today)).collect();
    PlanCounts {
        last_meeting: last,
        keeps_rhythm: rhythm.map(|days| last.is_some_and(|last| (today - last).num_days() <= days)),
        met_this_month: last.is_some_and(is_month),
        issues,
        later_rounds: whole(plan.issues.iter().filter(|issue| issue.round > 1).count()),
        rows_late: whole(late),
        rows_open: whole(open.len()),
        indicators: (whole(measured.iter().filter(|attains| **attains).count()), whole(measured.len())),
        advice: whole(rules::about_nobody(folder, catalogues, today)),
        surveys: Some(whole(folder.surveys.len())),
        answers: Some(folder.surveys.values().map(|survey| survey.respondents).sum()),
    }
}
