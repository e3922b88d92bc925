//! A network of schools in counts, as tables, as a document, as JSON, and as rows for an engine. Nothing here comes from
//! anywhere but [`Network`] and the counts of plans: nobody can be told from it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
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
            meeting::Instance,
            survey::FEWEST,
        },
        network::{
            PlanCounts, SchoolCounts,
            column::CountColumn,
            masking::{self, Told, ToldGroup, ToldPeople},
            rollout::{self, Rollout},
            together::Network,
        },
        value::text::fold,
    },
    words::{Words, date, id, network},
};

/// The version of the rows that [`rows`] writes: it goes up when a key changes its meaning or goes away.
pub const ROWS: u32 = 2;

/// What is written of a network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkReport<'a> {
    /// The network.
    pub network: &'a Network,
    /// The positions of the schools that are shown: the others count in what is told together.
    pub shown: &'a [usize],
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
        self.shown.iter().map(|at| {
            (&self.network.schools[*at], self.network.told.schools[*at].as_ref(), self.network.told.answers[*at])
        })
    }

    /// The columns that say which school it is.
    fn first(&self) -> &'static [CountColumn] {
        let has_groups = self.network.schools.iter().any(|school| !school.group.is_empty());
        if has_groups { &[CountColumn::Name, CountColumn::Group] } else { &[CountColumn::Name] }
    }

    /// A line a school, then one for each group that is shown, then one for all schools.
    fn table(&self, words: &Words, columns: &[CountColumn]) -> Table {
        let first = self.first();
        let row = |(school, told, answers): (&SchoolCounts, Option<&ToldPeople>, Told)| {
            first.iter().chain(columns).map(|column| network::cell(words, *column, school, told, answers)).collect()
        };
        let together = |names: [String; 2], schools: Vec<&SchoolCounts>, told: &ToldPeople, answers| {
            let names = names.into_iter().take(first.len());
            let cell = |column: &CountColumn| network::cell_together(words, *column, &schools, told, answers);
            names.chain(columns.iter().map(cell)).collect::<Vec<String>>()
        };
        let all = || words.get(id!("network-together")).into_owned();
        let groups = self.groups_shown().map(|group| {
            let schools = group.schools.iter().map(|at| &self.network.schools[*at]).collect();
            together([all(), network::group(words, &group.name)], schools, &group.people, group.answers)
        });
        let everything = together(
            [all(), String::new()],
            self.network.schools.iter().collect(),
            &self.network.told.together,
            self.network.told.all_answers,
        );
        Table {
            headers: first.iter().chain(columns).map(|column| network::head(words, *column)).collect(),
            rows: self.shown().map(row).chain(groups).chain([everything]).collect(),
        }
    }

    /// The groups of which a school is shown.
    fn groups_shown(&self) -> impl Iterator<Item = &ToldGroup> {
        self.network.told.groups.iter().filter(|group| group.schools.iter().any(|at| self.shown.contains(at)))
    }

    /// The newcomers, in counts.
    pub fn people(&self, words: &Words) -> Table {
        self.table(words, &CountColumn::PEOPLE)
    }

    /// The plans and the meetings, in counts.
    pub fn plans(&self, words: &Words) -> Table {
        self.table(words, &CountColumn::PLAN)
    }

    /// Both tables side by side, for a spreadsheet.
    pub fn csv(&self, words: &Words) -> String {
        self.table(words, &[&CountColumn::PEOPLE[..], &CountColumn::PLAN].concat()).csv()
    }

    /// What is in no table: the schools that could not be read, those that keep out.
    pub fn left_out(&self, words: &Words) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.network.unread.is_empty() {
            notes.push(words.say(id!("network-unread"), &[("n", self.network.unread.len().into())]));
            notes.extend(
                self.network
                    .unread
                    .iter()
                    .map(|(folder, fault)| format!("{folder}\u{a0}: {}", network::unread(words, fault))),
            );
        }
        if self.network.kept_out > 0 {
            notes.push(words.say(id!("network-kept-out"), &[("n", self.network.kept_out.into())]));
        }
        notes
    }

    /// What stands before the tables: what is in none of them, the schools that have one name, what a mask means.
    pub fn notes(&self, words: &Words) -> Vec<String> {
        let mut notes = self.left_out(words);
        notes.extend(self.network.alike.iter().map(|alike| network::alike(words, alike)));
        notes.push(words.say(id!("network-read"), &[("n", self.network.schools.len().into())]));
        notes.push(words.get(id!("network-mask")).into_owned());
        notes
    }

    /// The tables for a terminal.
    pub fn text(&self, words: &Words) -> String {
        let notes = self.notes(words).join("\n");
        let mut text = format!("{notes}\n\n{}\n{}", self.people(words).text(), self.plans(words).text());
        for table in self.network.rollouts.iter().flat_map(|rollout| network::rollout(words, rollout)) {
            let rows = Table { headers: table.heads, rows: table.rows };
            text.push_str(&format!("\n{}\n{}", table.title, rows.text()));
        }
        text
    }

    /// A document.
    pub fn paper(&self, words: &Words) -> Report {
        let table = |table: Table| Block::Table(table.headers, table.rows);
        let name = if self.network.name.is_empty() {
            words.get(id!("network-title")).into_owned()
        } else {
            self.network.name.clone()
        };
        let rollouts = self.network.rollouts.iter().flat_map(|rollout| network::rollout(words, rollout));
        let rollouts = rollouts.flat_map(|table| [Block::Heading(table.title), Block::Table(table.heads, table.rows)]);
        let counts = [
            Block::List(self.notes(words)),
            Block::Heading(words.get(id!("network-people")).into_owned()),
            table(self.people(words)),
            Block::Heading(words.get(id!("network-plans")).into_owned()),
            table(self.plans(words)),
        ];
        Report {
            title: name.clone(),
            about: vec![date::long(words, self.network.today)],
            foot: name,
            blocks: counts.into_iter().chain(rollouts).collect(),
        }
    }

    /// The same as JSON; a count that is masked is null.
    pub fn json(&self, words: &Words) -> String {
        let group = |group: &ToldGroup| {
            let plan = SchoolCounts::plans_together(group.schools.iter().map(|at| &self.network.schools[*at]));
            let plan = of_plan(&plan, group.answers);
            json!({"groupe": group.name, "écoles": group.schools.len(), "personnes": of_people(&group.people), "plan": plan})
        };
        let mut all = of_plan(&SchoolCounts::plans_together(&self.network.schools), self.network.told.all_answers);
        let [rhythm, month] = rhythms(&self.network.schools).map(|(some, all)| json!({"écoles": some, "de": all}));
        all.extend([("rythme_tenu".to_owned(), rhythm), ("regulation_ce_mois".to_owned(), month)]);
        let unread = self.network.unread.iter();
        let unread = unread.map(|(folder, fault)| json!({"dossier": folder, "cause": network::unread(words, fault)}));
        let head = json!({
            "réseau": self.network.name,
            "jour": self.network.today,
            "non_lues": unread.collect::<Vec<_>>(),
            "gardent_leurs_chiffres": self.network.kept_out,
        });
        let foot = json!({
            "groupes": self.groups_shown().map(group).collect::<Vec<_>>(),
            "déploiement": self.network.rollouts.iter().map(of_rollout).collect::<Vec<_>>(),
            "ensemble": {"personnes": of_people(&self.network.told.together), "plan": all},
        });
        let text = serde_json::to_string_pretty(&ToldInJson { head, report: self, foot });
        text.map(|text| text + "\n").unwrap_or_default()
    }
}

/// A report as JSON, whose schools are made one at a time: there may be thousands.
#[derive(Serialize)]
struct ToldInJson<'a> {
    #[serde(flatten)]
    head: Value,
    #[serde(rename = "écoles", serialize_with = "schools")]
    report: &'a NetworkReport<'a>,
    #[serde(flatten)]
    foot: Value,
}

fn schools<S: Serializer>(report: &NetworkReport<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let school = |(school, told, answers): (&SchoolCounts, Option<&ToldPeople>, Told)| {
        json!({
            "école": school.name,
            "groupe": school.group,
            "personnes": told.map(of_people),
            "plan": of_plan(&school.plan, answers),
        })
    };
    serializer.collect_seq(report.shown().map(school))
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

/// The plan of those who accompany the network: nobody is named, and few people are not counted.
fn of_rollout(rollout: &Rollout) -> Value {
    let held = |instance: Instance| json!({"tenues": rollout.held(instance), "prévues": rollout::DAYS});
    let days = rollout.days.iter().map(|held| {
        let present = (held.present >= FEWEST).then_some(held.present);
        json!({"jour": held.day, "pour": held.instance, "présences": present})
    });
    let schools = rollout.schools.iter().map(|school| {
        json!({"école": school.name, "pane": school.accompanied_by, "mentores": school.mentors, "journées": school.days})
    });
    let loads = rollout
        .loads
        .iter()
        .map(|load| json!({"écoles": load.schools, "mentores": load.mentors, "journées": load.days}));
    let rows = rollout.rows.iter().map(|row| {
        json!({"étape": row.title, "état": row.state, "moyens_faits": row.means.0, "moyens": row.means.1, "en_retard": row.is_late})
    });
    json!({
        "nom": rollout.name,
        "étapes": rows.collect::<Vec<_>>(),
        "journées_pane": held(Instance::PaneDay),
        "journées_mentores": held(Instance::MentorDay),
        "journées": days.collect::<Vec<_>>(),
        "écoles": schools.collect::<Vec<_>>(),
        "charge": loads.collect::<Vec<_>>(),
    })
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
