//! The counts of a network of schools in words: heads, cells, what is left out.

use super::{Id, Words, date, families, fault, id, joined, number};
use crate::domain::{
    model::{
        board::{Tier, Wellbeing},
        cycle::Step,
        meeting::Instance,
        survey::FEWEST,
    },
    network::{
        SchoolCounts,
        column::CountColumn,
        masking::{Told, ToldPeople},
        rollout::{self, Rollout},
    },
    value::fault::{Code, Fault},
};

/// What stands in the place of a count that is masked.
const MASK: &str = "*";

/// What stands in the place of what is not known.
const NOTHING: &str = "—";

/// The head of a column.
pub fn head(words: &Words, column: CountColumn) -> String {
    let head = match column {
        CountColumn::Name => id!("network-school"),
        CountColumn::Group => id!("network-group"),
        CountColumn::Newcomers => id!("network-newcomers"),
        CountColumn::State(at) => return words.choice(Wellbeing::ALL[at].word()).into_owned(),
        CountColumn::NoContact => id!("network-no-contact"),
        CountColumn::NoMentor => id!("network-no-mentor"),
        CountColumn::Tier(at) => match Tier::ALL.get(at) {
            Some(tier) => return words.choice(tier.word()).into_owned(),
            None => id!("network-no-tier"),
        },
        CountColumn::Granted => id!("network-granted"),
        CountColumn::Taken => id!("network-taken"),
        CountColumn::LastMeeting => id!("network-last"),
        CountColumn::Rhythm => id!("network-rhythm"),
        CountColumn::ThisMonth => id!("network-month"),
        CountColumn::Issues => id!("network-issues"),
        CountColumn::Rounds => id!("network-rounds"),
        CountColumn::Late => id!("network-late"),
        CountColumn::Indicators => id!("network-indicators"),
        CountColumn::Advice => id!("network-advice"),
        CountColumn::Surveys => id!("network-surveys"),
    };
    words.get(head).into_owned()
}

/// The cell of a school, with what may be told of its newcomers and of the answers to its surveys.
pub fn cell(
    words: &Words,
    column: CountColumn,
    school: &SchoolCounts,
    told: Option<&ToldPeople>,
    answers: Told,
) -> String {
    let plan = &school.plan;
    match column {
        CountColumn::Name => school.name.clone(),
        CountColumn::Group => school.group.clone(),
        CountColumn::LastMeeting => plan.last_meeting.map_or_else(|| NOTHING.to_owned(), |day| day.to_string()),
        CountColumn::Rhythm => yes_no(words, plan.keeps_rhythm),
        CountColumn::ThisMonth => yes_no(words, Some(plan.met_this_month)),
        CountColumn::Issues => issues(&plan.issues),
        CountColumn::Rounds => plan.later_rounds.to_string(),
        CountColumn::Late => format!("{}/{}", plan.rows_late, plan.rows_open),
        CountColumn::Indicators => format!("{}/{}", plan.indicators.0, plan.indicators.1),
        CountColumn::Advice => plan.advice.to_string(),
        CountColumn::Surveys => {
            plan.surveys.map_or_else(|| NOTHING.to_owned(), |surveys| format!("{surveys} ({})", count(answers)))
        }
        _ => told.map_or_else(|| NOTHING.to_owned(), |told| of_people(words, column, told)),
    }
}

/// The cell of several schools together: how many of them keep their rhythm and met this month, of how many.
pub fn cell_together(
    words: &Words,
    column: CountColumn,
    schools: &[&SchoolCounts],
    told: &ToldPeople,
    answers: Told,
) -> String {
    let of = |said: Vec<bool>| format!("{}/{}", said.iter().filter(|yes| **yes).count(), said.len());
    match column {
        CountColumn::Rhythm => of(schools.iter().filter_map(|school| school.plan.keeps_rhythm).collect()),
        CountColumn::ThisMonth => of(schools.iter().map(|school| school.plan.met_this_month).collect()),
        _ => {
            let plan = SchoolCounts::plans_together(schools.iter().copied());
            cell(words, column, &SchoolCounts { plan, ..SchoolCounts::default() }, Some(told), answers)
        }
    }
}

fn of_people(words: &Words, column: CountColumn, told: &ToldPeople) -> String {
    let days = |days: Option<u32>| days.map_or_else(|| MASK.to_owned(), |days| number(words, f64::from(days) / 100.0));
    match column {
        CountColumn::State(at) => count(told.states[at]),
        CountColumn::NoContact => count(told.without_contact),
        CountColumn::NoMentor => count(told.without_mentor),
        CountColumn::Tier(at) => count(told.tiers[at]),
        CountColumn::Granted => days(told.release.map(|days| days.0)),
        CountColumn::Taken => days(told.release.map(|days| days.1)),
        _ => count(told.newcomers),
    }
}

fn count(told: Told) -> String {
    told.map_or_else(|| MASK.to_owned(), |count| count.to_string())
}

fn yes_no(words: &Words, said: Option<bool>) -> String {
    said.map_or_else(|| NOTHING.to_owned(), |yes| words.get(if yes { id!("yes") } else { id!("no") }).into_owned())
}

/// Issues by step: « 1: 2, R: 1 ».
fn issues(counts: &[u32]) -> String {
    let said = Step::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let said: Vec<String> = said.map(|(step, count)| format!("{}\u{a0}: {count}", step.id())).collect();
    if said.is_empty() { "0".to_owned() } else { said.join(", ") }
}

/// The name of a group.
pub fn group(words: &Words, name: &str) -> String {
    if name.is_empty() { words.get(id!("network-no-group")).into_owned() } else { name.to_owned() }
}

/// That several schools have one name.
pub fn alike(words: &Words, alike: &(String, usize)) -> String {
    let (name, n) = alike;
    words.say(id!("network-one-name"), &[("name", name.as_str().into()), ("n", (*n).into())])
}

/// Why a school could not be read: its file and line, and nothing that it says.
pub fn unread(words: &Words, found: &Fault) -> String {
    let place = fault::place(words, found);
    let id: Id = match found.code {
        Code::NoSchool => id!("network-no-school"),
        Code::NewerFormat => id!("network-newer"),
        _ => id!("network-not-read"),
    };
    words.say(id, &[("place", place.into())])
}

/// A table of the plan of those who accompany the network.
pub struct RolloutTable {
    /// What it tells.
    pub title: String,
    /// The names of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// What is done of the plan of those who accompany the network: nobody is named, and few people are not counted.
pub fn rollout(words: &Words, rollout: &Rollout) -> Vec<RolloutTable> {
    let get = |id: Id| words.get(id).into_owned();
    let table = |title: String, heads: &[Id], rows: Vec<Vec<String>>| RolloutTable {
        title,
        heads: heads.iter().map(|head| get(*head)).collect(),
        rows,
    };
    let of = |some: u32, all: u32| if all == 0 { NOTHING.to_owned() } else { format!("{some}/{all}") };
    let rows = rollout.rows.iter().map(|row| {
        let late = if row.is_late { get(id!("network-is-late")) } else { String::new() };
        let state = joined(&[&words.choice(row.state.word()), &late]);
        vec![row.title.clone(), state, of(row.means.0, row.means.1)]
    });
    let days = rollout.days.iter().map(|held| {
        let present = if held.present < FEWEST { MASK.to_owned() } else { held.present.to_string() };
        vec![date::long(words, held.day), get(families::instance(held.instance)), present]
    });
    let held = |instance| rollout.held(instance);
    let mentor_days = held(Instance::MentorDay);
    let schools = rollout.schools.iter().map(|school| {
        let days = if school.mentors == 0 { NOTHING.to_owned() } else { of(school.days, mentor_days) };
        vec![school.name.clone(), school.accompanied_by.to_string(), school.mentors.to_string(), days]
    });
    let loads = rollout.loads.iter().enumerate().map(|(at, load)| {
        let who = words.say(id!("network-pane"), &[("n", (at + 1).into())]);
        let days = of(load.days, held(Instance::PaneDay));
        vec![who, load.schools.to_string(), load.mentors.to_string(), days]
    });
    let planned =
        [("pane", held(Instance::PaneDay).into()), ("mentors", mentor_days.into()), ("planned", rollout::DAYS.into())];
    let phases = words.say(id!("network-rollout"), &[("name", rollout.name.as_str().into())]);
    let of_schools =
        [id!("network-school"), id!("network-accompanied"), id!("network-mentors"), id!("network-present")];
    let of_loads = [id!("network-pane-head"), id!("network-schools"), id!("network-mentors"), id!("network-present")];
    let tables = [
        table(phases, &[id!("network-phase"), id!("network-state"), id!("network-means")], rows.collect()),
        table(
            words.say(id!("network-days"), &planned),
            &[id!("network-day"), id!("network-whose-day"), id!("network-there")],
            days.collect(),
        ),
        table(get(id!("network-followed")), &of_schools, schools.collect()),
        table(get(id!("network-loads")), &of_loads, loads.collect()),
    ];
    tables.into_iter().collect()
}
