//! The schools of a network put together, with what may be told of them and what is left out.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    SchoolCounts,
    masking::{self, ToldNetwork},
    rollout::Rollout,
};
use crate::domain::value::{fault::Fault, text::fold};

/// What became of a school.
#[derive(Clone, Debug, PartialEq)]
pub enum Looked {
    /// It is counted.
    Counted(Box<SchoolCounts>),
    /// It is no school: it is the plan of those who accompany the network.
    Own(Box<Rollout>),
    /// It keeps out.
    KeptOut,
    /// It could not be read: its folder as it is told, and why.
    Unread(String, Fault),
}

/// A network that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Its name; empty without one.
    pub name: String,
    /// The day of the counts.
    pub today: NaiveDate,
    /// The schools that are counted.
    pub schools: Vec<SchoolCounts>,
    /// The position of each among the schools that were looked at.
    pub places: Vec<usize>,
    /// What may be told of them.
    pub told: ToldNetwork,
    /// The names that several schools have, with how many.
    pub alike: Vec<(String, usize)>,
    /// The schools that could not be read: the folder as it is told, and why.
    pub unread: Vec<(String, Fault)>,
    /// How many schools keep out.
    pub kept_out: usize,
    /// The plans of those who accompany the network.
    pub rollouts: Vec<Rollout>,
}

impl Network {
    /// A network of which no school has been looked at yet, after what could not be found.
    pub fn begin(name: &str, today: NaiveDate, faults: &[(String, Fault)]) -> Network {
        Network { name: name.to_owned(), today, unread: faults.to_vec(), ..Network::default() }
    }

    /// Takes in what became of the school at that position.
    pub fn take(&mut self, place: usize, looked: Looked) {
        match looked {
            Looked::Counted(counts) => {
                let at = self.places.partition_point(|known| *known < place);
                self.schools.insert(at, *counts);
                self.places.insert(at, place);
            }
            Looked::Own(rollout) => self.rollouts.push(*rollout),
            Looked::KeptOut => self.kept_out += 1,
            Looked::Unread(folder, fault) => self.unread.push((folder, fault)),
        }
    }

    /// Works out what may be told of newcomers, once every school has been looked at: counts of a part of the schools, told
    /// one after another, would give each school back.
    pub fn finish(&mut self) {
        self.alike = number_names(&mut self.schools);
        self.told = masking::told(&self.schools);
    }
}

/// Numbers the schools that have one name, in the order of their folders; returns these names, with how many have each.
fn number_names(schools: &mut [SchoolCounts]) -> Vec<(String, usize)> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, school) in schools.iter().enumerate() {
        by_name.entry(fold(&school.name)).or_default().push(at);
    }
    let mut alike = Vec::new();
    for same in by_name.into_values().filter(|same| same.len() > 1) {
        let name = schools[same[0]].name.clone();
        for (rank, at) in same.iter().enumerate() {
            schools[*at].name = format!("{name} ({})", rank + 1);
        }
        alike.push((name, same.len()));
    }
    alike
}
