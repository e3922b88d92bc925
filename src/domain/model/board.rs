//! The board (`suivi.yaml`): every new member of staff, with needs, support and next steps only.
//! Nothing here scores, ranks or judges a person.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::own_column::OwnColumn;
use crate::domain::value::{
    scalar::{Amount, choice, one_or_many, text},
    text::initials,
    when::{Day, SchoolYear, When},
};

choice! {
    /// How a newcomer is doing (`état`).
    pub enum Wellbeing {
        Well = "va bien", Watch = "à suivre", MoreSupport = "plus de soutien", Unknown = "non connu",
    }
}

choice! {
    /// How much support a newcomer gets (`palier`).
    pub enum Tier { Universal = "universel", Targeted = "ciblé", Specific = "spécifique" }
}

/// The board of a school.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Board {
    /// Version of the format.
    #[serde(default = "crate::domain::value::scalar::current_format")]
    pub format: u32,
    /// The columns of the school's own.
    #[serde(rename = "colonnes", default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnColumn>,
    /// Every newcomer, those who left included; shared between the states of a board that an edit leaves alike.
    #[serde(rename = "personnes", default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Arc<Newcomer>>,
}

impl Board {
    /// Every newcomer, those who left included.
    pub fn everyone(&self) -> impl Iterator<Item = &Newcomer> {
        self.people.iter().map(AsRef::as_ref)
    }

    /// The newcomer of that id.
    pub fn person(&self, id: &str) -> Option<&Newcomer> {
        self.everyone().find(|person| person.id == id)
    }

    /// The person that somebody names: by id, by name or by alias.
    pub fn find(&self, said: &str) -> Option<&Newcomer> {
        let named = self.everyone().find(|p| p.id == said || p.name == said);
        named.or_else(|| {
            let aliases = self.aliases();
            self.everyone().find(|person| aliases.get(person.id.as_str()).is_some_and(|alias| alias == said))
        })
    }

    /// The newcomers who are at the school.
    pub fn present(&self) -> impl Iterator<Item = &Newcomer> {
        self.everyone().filter(|person| person.departure.is_none())
    }

    /// The alias of a person as it is shown on a wall: the one written, or initials, made unique by a number.
    pub fn alias(&self, id: &str) -> String {
        self.aliases().remove(id).unwrap_or_else(|| id.to_owned())
    }

    /// The alias of each person, by id.
    pub fn aliases(&self) -> HashMap<&str, String> {
        let mut used: HashMap<String, usize> = HashMap::new();
        let mut aliases = HashMap::new();
        for person in &self.people {
            let mine = match &person.alias {
                Some(alias) if !alias.trim().is_empty() => alias.clone(),
                _ => initials(&person.name),
            };
            let count = used.entry(mine.clone()).or_default();
            *count += 1;
            let alias = match (mine.is_empty(), *count) {
                (true, _) => person.id.clone(),
                (false, 1) => mine,
                (false, count) => format!("{mine}{count}"),
            };
            // An id that stands twice means the first.
            aliases.entry(person.id.as_str()).or_insert(alias);
        }
        aliases
    }

    /// An id that no newcomer has yet: `n10` after `n09`.
    pub fn next_id(&self) -> String {
        let number = self.people.iter().filter_map(|p| p.id.strip_prefix('n')?.parse::<u32>().ok()).max();
        format!("n{:02}", number.unwrap_or(0) + 1)
    }
}

/// A new member of staff, whatever the job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Newcomer {
    /// Id, unique on the board.
    pub id: String,
    /// Full name.
    #[serde(rename = "nom", default, deserialize_with = "text")]
    pub name: String,
    /// What is shown when projected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// Job.
    #[serde(rename = "fonction", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub job: String,
    /// Building.
    #[serde(rename = "bâtiment", alias = "batiment", default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// First day at the school.
    #[serde(rename = "arrivée", alias = "arrivee", default, skip_serializing_if = "Option::is_none")]
    pub arrival: Option<Day>,
    /// Year of induction, 1 to 5.
    #[serde(rename = "année_insertion", alias = "annee_insertion", default, skip_serializing_if = "Option::is_none")]
    pub induction_year: Option<u32>,
    /// What is particular about the post.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub situation: Vec<String>,
    /// Mentor's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<String>,
    /// The mentors before, oldest first.
    #[serde(
        rename = "mentors_précédents",
        alias = "mentors_precedents",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub earlier_mentors: Vec<EarlierMentor>,
    /// Who on the committee looks after this person.
    #[serde(rename = "répondant", alias = "repondant", default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// How this person is doing.
    #[serde(rename = "état", alias = "etat", default, skip_serializing_if = "Option::is_none")]
    pub wellbeing: Option<Wellbeing>,
    /// The day it was said.
    #[serde(rename = "état_le", alias = "etat_le", default, skip_serializing_if = "Option::is_none")]
    pub wellbeing_on: Option<Day>,
    /// Tier of support.
    #[serde(rename = "palier", default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Codes of the support catalogue.
    #[serde(
        rename = "modalités",
        alias = "modalites",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub modalities: Vec<String>,
    /// Needs.
    #[serde(rename = "besoins", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub needs: Vec<String>,
    /// What this person works on.
    #[serde(rename = "objectif", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// Release days.
    #[serde(rename = "libération", alias = "liberation", default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Release>,
    /// What comes next for this person.
    #[serde(rename = "prochaine_action", default, skip_serializing_if = "Option::is_none")]
    pub next_action: Option<NextAction>,
    /// Until when this record is kept.
    #[serde(rename = "conserver_jusquau", default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<Day>,
    /// The departure, absent while the person is here.
    #[serde(rename = "départ", alias = "depart", default, skip_serializing_if = "Option::is_none")]
    pub departure: Option<Departure>,
    /// What the columns of the school's own hold, by their ids.
    #[serde(rename = "colonnes", default, skip_serializing_if = "Map::is_empty")]
    pub own: Map<String, Value>,
    /// What was said and done, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traces: Vec<Trace>,
}

impl Newcomer {
    /// How this person is doing; nothing said is « non connu ».
    pub fn wellbeing(&self) -> Wellbeing {
        self.wellbeing.unwrap_or(Wellbeing::Unknown)
    }

    /// The day of the newest trace.
    pub fn last_trace(&self) -> Option<NaiveDate> {
        self.traces.iter().filter_map(|trace| trace.date).max().map(|day| day.0)
    }

    /// The traces, the newest first, each with its place in the list.
    pub fn newest_traces(&self) -> Vec<(usize, &Trace)> {
        let mut traces: Vec<_> = self.traces.iter().enumerate().collect();
        traces.sort_by_key(|(place, trace)| std::cmp::Reverse((trace.date, *place)));
        traces
    }
}

/// A mentor whom somebody had before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierMentor {
    /// Name.
    #[serde(rename = "nom")]
    pub name: String,
    /// First day.
    #[serde(rename = "du")]
    pub from: Day,
    /// Last day.
    #[serde(rename = "au")]
    pub until: Day,
}

/// Release days of a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Release {
    /// Days granted.
    #[serde(rename = "accordés", alias = "accordes", default)]
    pub granted: Amount,
    /// Days taken.
    #[serde(rename = "pris", default)]
    pub taken: Amount,
    /// The days taken one by one, for those that were written so; the others are only in the sum.
    #[serde(rename = "prises", default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Taken>,
}

impl Release {
    /// Days left.
    pub fn left(&self) -> Amount {
        Amount(self.granted.0 - self.taken.0)
    }

    /// Days taken by the source that pays for them, in the order in which each first did; days that no line tells of
    /// come last, without a source.
    pub fn by_source(&self) -> Vec<(&str, Amount)> {
        let mut sources: Vec<(&str, Amount)> = Vec::new();
        let told: f64 = self.days.iter().map(|taken| taken.days.0).sum();
        let rest = ("", Amount((self.taken.0 - told).max(0.0)));
        let lines = self.days.iter().map(|taken| (taken.source.as_str(), taken.days));
        for (source, days) in lines.chain([rest]).filter(|(_, days)| !days.is_zero()) {
            match sources.iter_mut().find(|(known, _)| *known == source) {
                Some((_, sum)) => sum.0 += days.0,
                None => sources.push((source, days)),
            }
        }
        sources
    }
}

/// Release days taken at once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Taken {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// How many days.
    #[serde(rename = "jours", default)]
    pub days: Amount,
    /// What paid for them.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What comes next for a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NextAction {
    /// What.
    #[serde(rename = "quoi", default, deserialize_with = "text")]
    pub what: String,
    /// Who.
    #[serde(rename = "qui", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// When, as written.
    #[serde(rename = "quand", default, skip_serializing_if = "When::is_empty")]
    pub when: When,
}

impl NextAction {
    /// The day by which it should be done.
    pub fn due(&self, year: SchoolYear) -> Option<NaiveDate> {
        self.when.span(year)?.end
    }
}

/// A departure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Departure {
    /// The day.
    pub date: Day,
    /// Why, in neutral words.
    #[serde(rename = "motif", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What the committee leaves in writing about a person: support only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Trace {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Who says so.
    #[serde(rename = "par", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What goes well.
    #[serde(rename = "va_bien", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub goes_well: String,
    /// What is difficult.
    #[serde(
        rename = "défi",
        alias = "defi",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub challenge: String,
    /// The next step.
    #[serde(rename = "prochain_pas", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub next_step: String,
    /// The support offered.
    #[serde(rename = "soutien", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub support: String,
}

impl Trace {
    /// What it says, by the key of each field.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            ("va_bien", &self.goes_well),
            ("défi", &self.challenge),
            ("prochain_pas", &self.next_step),
            ("soutien", &self.support),
        ];
        parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_unique() {
        let person = |id: &str, name: &str, alias: Option<&str>| Newcomer {
            id: id.into(),
            name: name.into(),
            alias: alias.map(Into::into),
            ..Newcomer::default()
        };
        let person = |id, name, alias| Arc::new(person(id, name, alias));
        let board = Board {
            format: 1,
            own: Vec::new(),
            people: vec![
                person("n01", "Amélie Côté", None),
                person("n02", "Alain Caron", None),
                person("n03", "Zoé Roy", Some("AC")),
            ],
        };
        assert_eq!(["n01", "n02", "n03"].map(|id| board.alias(id)), ["AC", "AC2", "AC3"]);
        assert_eq!(board.next_id(), "n04");
    }
}
