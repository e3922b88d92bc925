//! The rule by which nobody can be told from counts of several schools: a count under five is masked, and others with it
//! until neither the total of a school nor that of the network gives it back.

use super::{PeopleCounts, SchoolCounts};
use crate::domain::model::survey::FEWEST;

/// A count that may be told, or `None`.
pub type Told = Option<u32>;

/// What may be told of the newcomers of one school, or of the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldPeople {
    /// At the school.
    pub newcomers: Told,
    /// By state.
    pub states: [Told; 4],
    /// Without a contact.
    pub without_contact: Told,
    /// Without a mentor.
    pub without_mentor: Told,
    /// By tier, then without one.
    pub tiers: [Told; 4],
    /// Release days granted and taken, in hundredths: days of few people are theirs.
    pub release: Option<(u32, u32)>,
}

/// What may be told of a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldNetwork {
    /// Of each school that gives its board, in the order given; `None` for one that gives only its plan.
    pub schools: Vec<Option<ToldPeople>>,
    /// Of all of them together.
    pub together: ToldPeople,
}

/// The families of counts that add up to the newcomers: by state, by tier, with and without a contact, with and without a
/// mentor.
const FAMILIES: [usize; 4] = [4, 4, 2, 2];

/// One family of counts of every school: what is there, and what is masked.
struct MaskedCounts {
    /// The counts of each school, which add up to its newcomers.
    rows: Vec<Vec<u32>>,
    masked: Vec<Vec<bool>>,
    /// Whether the total of each column is masked.
    totals: Vec<bool>,
    /// Whether everybody in one category tells what each of them is.
    tells_of_all: bool,
}

impl MaskedCounts {
    fn new(rows: Vec<Vec<u32>>, columns: usize, tells_of_all: bool) -> Self {
        let masked = rows.iter().map(|row| vec![false; row.len()]).collect();
        MaskedCounts { rows, masked, totals: vec![false; columns], tells_of_all }
    }

    fn total(&self, column: usize) -> u32 {
        self.rows.iter().map(|row| row[column]).sum()
    }

    /// Masks until nothing gives a small count back.
    fn mask(&mut self) {
        for (row, masked) in self.rows.iter().zip(&mut self.masked) {
            let all: u32 = row.iter().sum();
            let is_small = |count: &u32| (1..FEWEST).contains(count);
            let is_told_of_all = self.tells_of_all && row.contains(&all) && all > 0;
            let hides_all = is_small(&all) || is_told_of_all;
            for (count, masked) in row.iter().zip(masked) {
                *masked = hides_all || is_small(count);
            }
        }
        for column in 0..self.totals.len() {
            self.totals[column] = (1..FEWEST).contains(&self.total(column));
        }
        while self.mask_more() {}
    }

    /// Masks more counts where those that are masked could be worked out; returns whether there were some.
    fn mask_more(&mut self) -> bool {
        let mut is_changed = false;
        for (row, masked) in self.rows.iter().zip(&mut self.masked) {
            is_changed |= mask_until_safe(row, masked);
        }
        let together: Vec<u32> = (0..self.totals.len()).map(|column| self.total(column)).collect();
        is_changed |= mask_until_safe(&together, &mut self.totals);
        for column in 0..self.totals.len() {
            while self.mask_in_column(column) {
                is_changed = true;
            }
        }
        is_changed
    }

    /// Masks one more count of a column, if its total and the others give one back.
    fn mask_in_column(&mut self, column: usize) -> bool {
        let counts: Vec<u32> = self.rows.iter().map(|row| row[column]).collect();
        let masked: Vec<bool> = self.masked.iter().map(|row| row[column]).collect();
        // A total that is masked is found again where every school is told.
        let is_found = self.totals[column] && masked.iter().all(|masked| !masked) && !counts.is_empty();
        if !is_found && (self.totals[column] || !gives_back(&counts, &masked)) {
            return false;
        }
        match smallest(&counts, &masked) {
            Some(at) => self.masked[at][column] = true,
            None if self.totals[column] => return false,
            None => self.totals[column] = true,
        }
        true
    }
}

/// Masks counts, the smallest first, until those that are masked cannot be worked out from their sum; returns whether there
/// were some to mask.
fn mask_until_safe(counts: &[u32], masked: &mut [bool]) -> bool {
    let mut is_changed = false;
    while gives_back(counts, masked)
        && let Some(more) = smallest(counts, masked)
    {
        (masked[more], is_changed) = (true, true);
    }
    is_changed
}

/// Whether counts that are masked could be worked out from their sum: one alone, or so few people together that there is
/// hardly a choice.
fn gives_back(counts: &[u32], masked: &[bool]) -> bool {
    let hidden: Vec<u32> = counts.iter().zip(masked).filter(|(_, masked)| **masked).map(|(count, _)| *count).collect();
    !hidden.is_empty() && (hidden.len() == 1 || hidden.iter().sum::<u32>() < FEWEST) && hidden.len() < counts.len()
}

/// The position of the smallest count that is told, of those that count somebody where there is one.
fn smallest(counts: &[u32], masked: &[bool]) -> Option<usize> {
    let told = (0..counts.len()).filter(|at| !masked[*at]);
    told.min_by_key(|at| (counts[*at] == 0, counts[*at]))
}

/// The counts of a school in each family.
fn families(people: &PeopleCounts) -> [Vec<u32>; 4] {
    let without = |count: u32| vec![count, people.newcomers.saturating_sub(count)];
    let nobody = || vec![0, people.newcomers];
    [
        people.states.to_vec(),
        people.tiers.map_or_else(|| vec![0, 0, 0, people.newcomers], |tiers| tiers.to_vec()),
        without(people.without_contact),
        people.without_mentor.map_or_else(nobody, without),
    ]
}

/// What may be told of these schools.
pub fn told(schools: &[SchoolCounts]) -> ToldNetwork {
    let given: Vec<Option<&PeopleCounts>> = schools.iter().map(|school| school.people.as_ref()).collect();
    let (rows, together) = told_rows(&given.iter().flatten().copied().collect::<Vec<_>>());
    let mut rows = rows.into_iter();
    ToldNetwork { schools: given.iter().map(|given| given.and_then(|_| rows.next())).collect(), together }
}

/// What may be told of one month of one school.
pub fn told_alone(people: &PeopleCounts) -> ToldPeople {
    told_rows(&[people]).0.pop().unwrap_or_default()
}

fn told_rows(given: &[&PeopleCounts]) -> (Vec<ToldPeople>, ToldPeople) {
    let by_school: Vec<[Vec<u32>; 4]> = given.iter().map(|people| families(people)).collect();
    let tables: Vec<MaskedCounts> = FAMILIES
        .iter()
        .enumerate()
        .map(|(family, columns)| {
            let rows = by_school.iter().map(|families| families[family].clone()).collect();
            let mut table = MaskedCounts::new(rows, *columns, *columns == 4);
            table.mask();
            table
        })
        .collect();
    // The number of newcomers of each school is one column.
    let mut newcomers = MaskedCounts::new(given.iter().map(|people| vec![people.newcomers]).collect(), 1, false);
    newcomers.mask();
    let cell = |table: &MaskedCounts, row: usize, column: usize| {
        (!table.masked[row][column]).then_some(table.rows[row][column])
    };
    let total = |table: &MaskedCounts, column: usize| (!table.totals[column]).then(|| table.total(column));
    let of = |told: &dyn Fn(&MaskedCounts, usize) -> Told, release: Option<(u32, u32)>| ToldPeople {
        newcomers: told(&newcomers, 0),
        states: std::array::from_fn(|at| told(&tables[0], at)),
        tiers: std::array::from_fn(|at| told(&tables[1], at)),
        without_contact: told(&tables[2], 0),
        without_mentor: told(&tables[3], 0),
        release,
    };
    let days = |people: &PeopleCounts| people.release.filter(|_| people.newcomers >= FEWEST).map(in_hundredths);
    let rows =
        given.iter().enumerate().map(|(row, people)| of(&|table, column| cell(table, row, column), days(people)));
    let all_days: (f64, f64) =
        given.iter().filter_map(|people| people.release).fold((0.0, 0.0), |all, one| (all.0 + one.0, all.1 + one.1));
    // The days of one school that are masked would be what is left of the total.
    let hidden: Vec<u32> =
        given.iter().filter(|people| days(people).is_none()).map(|people| people.newcomers).collect();
    let is_hidden_well =
        hidden.iter().all(|count| *count == 0) || hidden.len() > 1 && hidden.iter().sum::<u32>() >= FEWEST;
    let together = of(&total, is_hidden_well.then(|| in_hundredths(all_days)));
    (rows.collect(), together)
}

/// Days in hundredths of one, which sums keep exact.
fn in_hundredths(days: (f64, f64)) -> (u32, u32) {
    let whole = |days: f64| (days.max(0.0) * 100.0).round() as u32;
    (whole(days.0), whole(days.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn school(states: [u32; 4]) -> SchoolCounts {
        let newcomers = states.iter().sum();
        let people = PeopleCounts {
            newcomers,
            states,
            without_mentor: Some(0),
            tiers: Some([0, 0, 0, newcomers]),
            ..PeopleCounts::default()
        };
        SchoolCounts { people: Some(people), ..SchoolCounts::default() }
    }

    fn states(schools: &[[u32; 4]]) -> (Vec<[Told; 4]>, [Told; 4]) {
        let told = told(&schools.iter().map(|states| school(*states)).collect::<Vec<_>>());
        (told.schools.into_iter().flatten().map(|people| people.states).collect(), told.together.states)
    }

    #[test]
    fn a_small_count_is_masked_and_nothing_gives_it_back() {
        // One alone would be what is left of the total of its school.
        let (rows, _) = states(&[[20, 9, 2, 0]]);
        assert_eq!(rows[0], [Some(20), None, None, Some(0)]);
        // Everybody in one state tells the state of each.
        let (rows, _) = states(&[[0, 0, 7, 0], [10, 10, 10, 10], [9, 8, 9, 8]]);
        assert_eq!(rows[0], [None; 4]);
        // One school alone would be what is left of the network.
        let (rows, together) = states(&[[20, 9, 8, 3], [15, 14, 13, 12], [30, 9, 9, 9]]);
        assert_eq!(rows[0][3], None);
        assert!(rows[1][3].is_none() || rows[2][3].is_none() || together[3].is_none(), "{rows:?} {together:?}");
        // A school of few people tells nothing of its own.
        let (rows, _) = states(&[[2, 1, 0, 0], [10, 10, 10, 10], [9, 8, 9, 8]]);
        assert_eq!(rows[0], [None; 4]);
    }

    /// Every value that a masked count may have, given all that is told, as somebody who knows the rule would work out.
    fn is_pinned(schools: &[[u32; 4]]) -> Option<String> {
        let (rows, together) = states(schools);
        for (at, (told, real)) in rows.iter().zip(schools).enumerate() {
            let hidden: Vec<usize> = (0..4).filter(|column| told[*column].is_none()).collect();
            let small = hidden.iter().any(|column| (1..FEWEST).contains(&real[*column]));
            let all: u32 = real.iter().sum();
            if hidden.len() == 1 {
                return Some(format!("school {at} gives {hidden:?} back: {told:?} of {real:?}"));
            }
            let sum: u32 = hidden.iter().map(|column| real[*column]).sum();
            if small && all >= FEWEST && sum < FEWEST && hidden.len() < 4 {
                return Some(format!("school {at} hides {sum} people only"));
            }
        }
        for column in 0..4 {
            let hidden: Vec<usize> = (0..rows.len()).filter(|at| rows[*at][column].is_none()).collect();
            let Some(total) = together[column] else { continue };
            let sum: u32 = hidden.iter().map(|at| schools[*at][column]).sum();
            let is_alone = hidden.len() == 1 && rows.len() > 1;
            if (1..FEWEST).contains(&total)
                || is_alone
                || !hidden.is_empty() && sum < FEWEST && hidden.len() < rows.len()
            {
                return Some(format!("the network gives column {column} back"));
            }
        }
        None
    }

    proptest! {
        #![proptest_config(crate::properties::config("network", 400))]

        #[test]
        fn no_margin_gives_a_small_count_back(
            schools in prop::collection::vec([0u32..12, 0u32..12, 0u32..6, 0u32..4], 1..12),
        ) {
            prop_assert_eq!(is_pinned(&schools), None);
        }
    }
}
