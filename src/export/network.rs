//! A network of schools in counts, as tables, as a document, as JSON, and as rows for an engine. Nothing here comes from
//! anywhere but [`ToldNetwork`] and the counts of plans: nobody can be told from it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::{
    paper::{Block, Report},
    table::Table,
};
use crate::{
    domain::{
        model::{
            board::{Tier, Wellbeing},
            cycle::Step,
        },
        network::{
            PlanCounts, SchoolCounts,
            masking::{self, Told, ToldNetwork, ToldPeople},
        },
        value::text::fold,
    },
    words::{Id, Words, date, id, number},
};

/// The version of the rows that [`rows`] writes: it goes up when a key changes its meaning or goes away.
pub const ROWS: u32 = 2;

/// A school that is not in the counts: the folder, as it is told, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its folder.
    pub folder: String,
    /// Why, without a word of its files.
    pub why: String,
}

/// What is written of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkReport<'a> {
    /// Its name; empty without one.
    pub name: &'a str,
    /// The day of the counts.
    pub today: NaiveDate,
    /// The schools that were read, in the order shown.
    pub schools: &'a [SchoolCounts],
    /// What may be told of them.
    pub told: &'a ToldNetwork,
    /// The positions of the schools that are shown: the others count in what is told together.
    pub shown: &'a [usize],
    /// The schools that could not be read.
    pub unread: &'a [Unread],
    /// What is told of the schools that have one name.
    pub alike: &'a [String],
    /// How many schools keep out.
    pub kept_out: usize,
}

/// The heads of the counts of newcomers.
const OF_PEOPLE: [Id; 5] = [
    id!("network-newcomers"),
    id!("network-no-contact"),
    id!("network-no-mentor"),
    id!("network-granted"),
    id!("network-taken"),
];

/// The heads of the counts of plans.
const OF_PLAN: [Id; 9] = [
    id!("network-last"),
    id!("network-rhythm"),
    id!("network-month"),
    id!("network-issues"),
    id!("network-rounds"),
    id!("network-late"),
    id!("network-indicators"),
    id!("network-advice"),
    id!("network-surveys"),
];

/// What stands in the place of a count that is masked.
const MASK: &str = "*";

fn cell(told: Told) -> String {
    told.map_or_else(|| MASK.to_owned(), |count| count.to_string())
}

fn people_heads(words: &Words) -> Vec<String> {
    let [newcomers, contact, mentor, granted, taken] = OF_PEOPLE.map(|head| words.get(head).into_owned());
    let states = Wellbeing::ALL.iter().map(|state| words.choice(state.word()).into_owned());
    let tiers = Tier::ALL.iter().map(|tier| words.choice(tier.word()).into_owned());
    let none = words.get(id!("network-no-tier")).into_owned();
    std::iter::once(newcomers)
        .chain(states)
        .chain([contact, mentor])
        .chain(tiers)
        .chain([none, granted, taken])
        .collect()
}

fn people_cells(words: &Words, told: Option<&ToldPeople>) -> Vec<String> {
    let Some(told) = told else { return vec!["—".to_owned(); people_heads(words).len()] };
    let days = |days: Option<u32>| days.map_or_else(|| MASK.to_owned(), |days| number(words, f64::from(days) / 100.0));
    std::iter::once(told.newcomers)
        .chain(told.states)
        .chain([told.without_contact, told.without_mentor])
        .chain(told.tiers)
        .map(cell)
        .chain([days(told.release.map(|days| days.0)), days(told.release.map(|days| days.1))])
        .collect()
}

fn plan_heads(words: &Words) -> Vec<String> {
    OF_PLAN.iter().map(|head| words.get(*head).into_owned()).collect()
}

fn yes_no(words: &Words, said: Option<bool>) -> String {
    said.map_or_else(|| "—".to_owned(), |yes| words.get(if yes { id!("yes") } else { id!("no") }).into_owned())
}

/// Issues by step: « 1: 2, R: 1 ».
fn issues(counts: &[u32]) -> String {
    let said = Step::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
    let said: Vec<String> = said.map(|(step, count)| format!("{}\u{a0}: {count}", step.id())).collect();
    if said.is_empty() { "0".to_owned() } else { said.join(", ") }
}

/// The cells of a plan, with the answers to surveys that may be told.
fn plan_cells(words: &Words, plan: &PlanCounts, answers: Told) -> Vec<String> {
    let surveys = plan.surveys.map_or_else(|| "—".to_owned(), |surveys| format!("{surveys} ({})", cell(answers)));
    vec![
        plan.last_meeting.map_or_else(|| "—".to_owned(), |day| day.to_string()),
        yes_no(words, plan.keeps_rhythm),
        yes_no(words, Some(plan.met_this_month)),
        issues(&plan.issues),
        plan.later_rounds.to_string(),
        format!("{}/{}", plan.rows_late, plan.rows_open),
        format!("{}/{}", plan.indicators.0, plan.indicators.1),
        plan.advice.to_string(),
        surveys,
    ]
}

/// The plans of a network together.
fn all_plans(schools: &[SchoolCounts]) -> PlanCounts {
    let mut all = PlanCounts::default();
    for school in schools {
        let plan = &school.plan;
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

/// How many schools keep their rhythm, of those that have one; how many met this month, of all.
fn rhythms(schools: &[SchoolCounts]) -> [(usize, usize); 2] {
    let kept: Vec<bool> = schools.iter().filter_map(|school| school.plan.keeps_rhythm).collect();
    let met = schools.iter().filter(|school| school.plan.met_this_month).count();
    [(kept.iter().filter(|kept| **kept).count(), kept.len()), (met, schools.len())]
}

impl NetworkReport<'_> {
    /// The schools that are shown, with what may be told of their newcomers and of their answers.
    fn shown(&self) -> impl Iterator<Item = (&SchoolCounts, Option<&ToldPeople>, Told)> {
        self.shown.iter().map(|at| (&self.schools[*at], self.told.schools[*at].as_ref(), self.told.answers[*at]))
    }

    fn table(
        &self,
        words: &Words,
        heads: Vec<String>,
        cells: impl Fn(&SchoolCounts, Option<&ToldPeople>, Told) -> Vec<String>,
        together: Vec<String>,
    ) -> Table {
        let has_groups = self.schools.iter().any(|school| !school.group.is_empty());
        let first = |name: &str, group: &str| {
            std::iter::once(name.to_owned()).chain(has_groups.then(|| group.to_owned())).collect::<Vec<_>>()
        };
        let (school, group) = (words.get(id!("network-school")), words.get(id!("network-group")));
        let row = |(school, told, answers): (&SchoolCounts, Option<&ToldPeople>, Told)| {
            [first(&school.name, &school.group), cells(school, told, answers)].concat()
        };
        let all = [first(&words.get(id!("network-together")), ""), together].concat();
        Table { headers: [first(&school, &group), heads].concat(), rows: self.shown().map(row).chain([all]).collect() }
    }

    /// The newcomers, in counts.
    pub fn people(&self, words: &Words) -> Table {
        let together = people_cells(words, Some(&self.told.together));
        self.table(words, people_heads(words), |_, told, _| people_cells(words, told), together)
    }

    /// The plans and the meetings, in counts.
    pub fn plans(&self, words: &Words) -> Table {
        let mut together = plan_cells(words, &all_plans(self.schools), self.told.all_answers);
        let [rhythm, month] = rhythms(self.schools).map(|(some, all)| format!("{some}/{all}"));
        (together[1], together[2]) = (rhythm, month);
        let cells = |school: &SchoolCounts, _: Option<&ToldPeople>, answers| plan_cells(words, &school.plan, answers);
        self.table(words, plan_heads(words), cells, together)
    }

    /// Both tables side by side, for a spreadsheet.
    pub fn csv(&self, words: &Words) -> String {
        let (mut people, plans) = (self.people(words), self.plans(words));
        let first = people.headers.len() - people_heads(words).len();
        people.headers.extend(plans.headers.into_iter().skip(first));
        for (row, more) in people.rows.iter_mut().zip(plans.rows) {
            row.extend(more.into_iter().skip(first));
        }
        people.csv()
    }

    /// What is in no table: the schools that could not be read, those that keep out.
    pub fn left_out(&self, words: &Words) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.unread.is_empty() {
            notes.push(words.say(id!("network-unread"), &[("n", self.unread.len().into())]));
            notes.extend(self.unread.iter().map(|unread| format!("{}\u{a0}: {}", unread.folder, unread.why)));
        }
        if self.kept_out > 0 {
            notes.push(words.say(id!("network-kept-out"), &[("n", self.kept_out.into())]));
        }
        notes
    }

    /// What stands before the tables: what is in none of them, the schools that have one name, what a mask means.
    pub fn notes(&self, words: &Words) -> Vec<String> {
        let mut notes = self.left_out(words);
        notes.extend(self.alike.iter().cloned());
        notes.push(words.say(id!("network-read"), &[("n", self.schools.len().into())]));
        notes.push(words.get(id!("network-mask")).into_owned());
        notes
    }

    /// The tables for a terminal.
    pub fn text(&self, words: &Words) -> String {
        let notes = self.notes(words).join("\n");
        format!("{notes}\n\n{}\n{}", self.people(words).text(), self.plans(words).text())
    }

    /// A document.
    pub fn paper(&self, words: &Words) -> Report {
        let table = |table: Table| Block::Table(table.headers, table.rows);
        let name =
            if self.name.is_empty() { words.get(id!("network-title")).into_owned() } else { self.name.to_owned() };
        Report {
            title: name.clone(),
            about: vec![date::long(words, self.today)],
            foot: name,
            blocks: vec![
                Block::List(self.notes(words)),
                Block::Heading(words.get(id!("network-people")).into_owned()),
                table(self.people(words)),
                Block::Heading(words.get(id!("network-plans")).into_owned()),
                table(self.plans(words)),
            ],
        }
    }

    /// The same as JSON; a count that is masked is null.
    pub fn json(&self) -> Value {
        let school = |(school, told, answers): (&SchoolCounts, Option<&ToldPeople>, Told)| {
            let mut value = Map::new();
            value.insert("école".into(), json!(school.name));
            value.insert("groupe".into(), json!(school.group));
            value.insert("personnes".into(), told.map_or(Value::Null, |told| Value::Object(of_people(told))));
            value.insert("plan".into(), Value::Object(of_plan(&school.plan, answers)));
            Value::Object(value)
        };
        let mut all = of_plan(&all_plans(self.schools), self.told.all_answers);
        let [rhythm, month] = rhythms(self.schools).map(|(some, all)| json!({"écoles": some, "de": all}));
        all.extend([("rythme_tenu".to_owned(), rhythm), ("regulation_ce_mois".to_owned(), month)]);
        let unread = self.unread.iter().map(|unread| json!({"dossier": unread.folder, "cause": unread.why}));
        json!({
            "réseau": self.name,
            "jour": self.today,
            "non_lues": unread.collect::<Vec<_>>(),
            "gardent_leurs_chiffres": self.kept_out,
            "écoles": self.shown().map(school).collect::<Vec<_>>(),
            "ensemble": {"personnes": of_people(&self.told.together), "plan": all},
        })
    }
}

fn of_people(told: &ToldPeople) -> Map<String, Value> {
    let mut value = Map::new();
    let mut put = |key: &str, said: Value| drop(value.insert(key.to_owned(), said));
    put("nouveaux", json!(told.newcomers));
    for (state, count) in Wellbeing::ALL.iter().zip(told.states) {
        put(&key(state.word()), json!(count));
    }
    put("sans_repondant", json!(told.without_contact));
    put("sans_mentor", json!(told.without_mentor));
    for (tier, count) in Tier::ALL.iter().zip(told.tiers) {
        put(&key(tier.word()), json!(count));
    }
    put("sans_palier", json!(told.tiers[3]));
    put("jours_accordes", json!(told.release.map(|days| f64::from(days.0) / 100.0)));
    put("jours_pris", json!(told.release.map(|days| f64::from(days.1) / 100.0)));
    value
}

/// A key that every engine takes: without accents, in small letters.
fn key(word: &str) -> String {
    fold(word).replace(' ', "_")
}

fn of_plan(plan: &PlanCounts, answers: Told) -> Map<String, Value> {
    let mut value = Map::new();
    let mut put = |key: &str, said: Value| drop(value.insert(key.to_owned(), said));
    put("derniere_regulation", json!(plan.last_meeting));
    put("rythme_tenu", json!(plan.keeps_rhythm));
    put("regulation_ce_mois", json!(plan.met_this_month));
    for (step, count) in Step::ALL.iter().zip(plan.issues) {
        put(&format!("enjeux_{}", key(step.id())), json!(count));
    }
    put("enjeux_tour_2_et_plus", json!(plan.later_rounds));
    put("etapes_en_retard", json!(plan.rows_late));
    put("etapes_a_faire", json!(plan.rows_open));
    put("indicateurs_atteints", json!(plan.indicators.0));
    put("indicateurs_mesures", json!(plan.indicators.1));
    put("conseils", json!(plan.advice));
    put("sondages", json!(plan.surveys));
    put("reponses", json!(answers));
    value
}

/// One row per school and month, by calendar year: what the meetings of the month kept of newcomers and, for the month of
/// today, everything. The counts of each month are masked together, as those of today are.
pub fn rows(schools: &[SchoolCounts], today: NaiveDate) -> BTreeMap<i32, String> {
    let month = |day: NaiveDate| (day.year(), day.month());
    let mut months: BTreeMap<(i32, u32), Vec<(usize, SchoolCounts)>> = BTreeMap::new();
    for (at, school) in schools.iter().enumerate() {
        let mut of_school: BTreeMap<(i32, u32), SchoolCounts> = BTreeMap::new();
        for (day, people) in &school.earlier {
            let plan = PlanCounts { met_this_month: true, ..PlanCounts::default() };
            let kept = SchoolCounts { people: Some(people.clone()), plan, ..school.clone() };
            of_school.insert(month(*day), kept);
        }
        of_school.insert(month(today), school.clone());
        for (when, counts) in of_school {
            months.entry(when).or_default().push((at, counts));
        }
    }
    let mut years: BTreeMap<i32, String> = BTreeMap::new();
    for ((year, number), of_month) in months {
        let (positions, counts): (Vec<usize>, Vec<SchoolCounts>) = of_month.into_iter().unzip();
        let told = masking::told(&counts);
        for (((_, counts), people), answers) in positions.into_iter().zip(&counts).zip(told.schools).zip(told.answers) {
            let mut row = Map::new();
            row.insert("version".into(), json!(ROWS));
            row.insert("cle".into(), json!(counts.key));
            row.insert("ecole".into(), json!(counts.name));
            row.insert("groupe".into(), json!(counts.group));
            row.insert("mois".into(), json!(format!("{year}-{number:02}-01")));
            row.insert("donne_son_tableau".into(), json!(people.is_some()));
            row.extend(of_people(&people.unwrap_or_default()));
            // Of a month that is over, what a plan said then is not known; that a regulation was held is.
            let is_known = |key: &str| (year, number) == month(today) || key == "regulation_ce_mois";
            let plan = of_plan(&counts.plan, answers);
            row.extend(
                plan.into_iter().map(|(key, value)| if is_known(&key) { (key, value) } else { (key, Value::Null) }),
            );
            let text = years.entry(year).or_default();
            text.push_str(&Value::Object(row).to_string());
            text.push('\n');
        }
    }
    years
}
