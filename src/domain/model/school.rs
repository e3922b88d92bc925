//! The school, its committee and what it can give: the head of `plan.yaml`.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agenda::{self, Point};
use crate::domain::value::scalar::{Amount, choice, one_or_many, text};

choice! {
    /// The level a school teaches.
    pub enum Order { Primary = "primaire", Secondary = "secondaire", Other = "autre" }
}

/// The school (`école`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct School {
    /// Its name.
    #[serde(rename = "nom", default, deserialize_with = "text")]
    pub name: String,
    /// Primary, secondary or other.
    #[serde(rename = "ordre", default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// The school year, `2026-2027`.
    #[serde(
        rename = "année_scolaire",
        alias = "annee_scolaire",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub year: String,
    /// Its buildings.
    #[serde(rename = "bâtiments", alias = "batiments", default, skip_serializing_if = "Vec::is_empty")]
    pub buildings: Vec<String>,
    /// People on staff, for the induction rate.
    #[serde(rename = "personnel", default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
}

/// The induction committee (`comité`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Committee {
    /// Its name.
    #[serde(rename = "nom", default, deserialize_with = "text")]
    pub name: String,
    /// What it was asked to do.
    #[serde(rename = "mandat", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub mandate: String,
    /// When it meets, in words.
    #[serde(rename = "plage", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub slot: String,
    /// The longest it means to go between two regulations, `4 semaines`.
    #[serde(rename = "rythme", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub rhythm: String,
    /// How long it meets, in minutes; half an hour when it is not said.
    #[serde(rename = "durée", alias = "duree", default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    /// The minutes of some points of the agenda, where the usual share does not suit.
    #[serde(rename = "durées", alias = "durees", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub minutes: BTreeMap<Point, u32>,
    /// Questions for its next meetings.
    #[serde(
        rename = "ordre_du_jour",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub agenda: Vec<String>,
    /// Its members.
    #[serde(rename = "membres", default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
}

impl Committee {
    /// The rhythm in days: `4 semaines` is 28, `10 jours` is 10, `2 mois` is 60.
    pub fn rhythm_days(&self) -> Option<i64> {
        let folded = crate::domain::value::text::fold(&self.rhythm);
        let number: i64 = folded.split_whitespace().find_map(|word| word.parse().ok())?;
        let unit = ["jour", "semaine", "mois"].iter().position(|unit| folded.contains(unit))?;
        Some(number * [1, 7, 30][unit])
    }

    /// When it meets, from its slot: « de 8 h à 8 h 30 » is 8:00 to 8:30.
    pub fn hours(&self) -> Option<(NaiveTime, NaiveTime)> {
        let folded = crate::domain::value::text::fold(&self.slot).replace(" h", "h");
        let words: Vec<&str> = folded.split_whitespace().collect();
        let time = |at: usize| {
            let (hour, minute) = words.get(at)?.split_once('h')?;
            let minute = if minute.is_empty() { words.get(at + 1).copied().unwrap_or_default() } else { minute };
            NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().unwrap_or(0), 0)
        };
        let mut times = (0..words.len()).filter_map(time);
        Some((times.next()?, times.next()?)).filter(|(start, end)| start < end)
    }

    /// The minutes that a point of the agenda is given.
    pub fn minutes(&self, point: Point) -> u32 {
        let share = || agenda::share(point, self.length.unwrap_or(agenda::USUAL));
        self.minutes.get(&point).copied().unwrap_or_else(share)
    }

    /// The members' names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.name.as_str())
    }
}

/// A member of the committee.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// Full name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Role on the committee.
    #[serde(
        rename = "rôle",
        alias = "role",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub role: String,
    /// Building, if one is meant.
    #[serde(rename = "bâtiment", alias = "batiment", default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Share of the task set free, as written: `20 %`.
    #[serde(rename = "dégagement", alias = "degagement", default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
}

/// What the school can give (`ressources`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Resources {
    /// Release days.
    #[serde(rename = "libération", alias = "liberation", default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseBank>,
    /// Funds.
    #[serde(rename = "sommes", default, skip_serializing_if = "Vec::is_empty")]
    pub funds: Vec<Fund>,
}

/// Release days that the school grants.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReleaseBank {
    /// Days granted to each newcomer on arrival.
    #[serde(rename = "par_arrivée", alias = "par_arrivee", default, skip_serializing_if = "Amount::is_zero")]
    pub per_arrival: Amount,
    /// Days in the bank for the year.
    #[serde(rename = "banque", default, skip_serializing_if = "Amount::is_zero")]
    pub bank: Amount,
}

/// A sum of money for support, in dollars.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fund {
    /// Where it comes from.
    pub source: String,
    /// Granted.
    #[serde(rename = "accordé", alias = "accorde", default)]
    pub granted: Amount,
    /// Promised to something, not yet spent.
    #[serde(rename = "engagé", alias = "engage", default, skip_serializing_if = "Amount::is_zero")]
    pub committed: Amount,
    /// Spent.
    #[serde(rename = "utilisé", alias = "utilise", default, skip_serializing_if = "Amount::is_zero")]
    pub used: Amount,
}

impl Fund {
    /// What is neither promised nor spent, in dollars.
    pub fn left(&self) -> f64 {
        self.granted.0 - self.committed.0 - self.used.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_of_a_slot_are_read() {
        for (slot, hours) in [
            ("tous les jours de 8 h à 8 h 30", Some("08:00 08:30")),
            ("le jeudi, 12h15 à 13h", Some("12:15 13:00")),
            ("de 8\u{a0}h\u{a0}05 à 9\u{a0}h", Some("08:05 09:00")),
            ("au besoin", None),
            ("à 15 h", None),
        ] {
            let committee = Committee { slot: slot.into(), ..Committee::default() };
            let said =
                committee.hours().map(|(start, end)| format!("{} {}", start.format("%H:%M"), end.format("%H:%M")));
            assert_eq!(said.as_deref(), hours, "{slot}");
        }
    }

    #[test]
    fn a_rhythm_is_read_in_days() {
        for (rhythm, days) in
            [("4 semaines", Some(28)), ("10 jours", Some(10)), ("au besoin", None), ("1 mois", Some(30))]
        {
            let committee = Committee { rhythm: rhythm.into(), ..Committee::default() };
            assert_eq!(committee.rhythm_days(), days, "{rhythm}");
        }
    }
}
