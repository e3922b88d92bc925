//! The rule by which nobody can be told from counts of several schools.
//!
//! Counts that add up, such as the states of the newcomers of a school, are told together or not at all. Those of a school
//! are told if none is of fewer than five and, where it would say something of each person, if they are not all in one
//! place. The schools that are not told are, together, what is left of the total of the network: they keep the same rule as
//! one school, and more schools are masked until they do. What is left of a sum of at least five people in every place can
//! be nobody's: a count under five has at least five values that agree with all that is told.

use super::{PeopleCounts, SchoolCounts};
use crate::domain::model::survey::{FEWEST, tell_of_nobody};

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
    /// The answers to the surveys of each school; `None` too for one that gives only its plan.
    pub answers: Vec<Told>,
    /// The answers of all.
    pub all_answers: Told,
}

/// How many schools are tried as the next one to mask.
const TRIED: usize = 20;

/// Counts that add up, of each school, and which of them are masked.
struct Counts {
    /// Those of each school; `None` where they are not known.
    rows: Vec<Option<Vec<u32>>>,
    /// Whether everybody in one place tells what each of them is.
    tells_of_all: bool,
    masked: Vec<bool>,
    is_total_masked: bool,
}

impl Counts {
    fn masked(rows: Vec<Option<Vec<u32>>>, tells_of_all: bool) -> Self {
        let masked = vec![false; rows.len()];
        let mut counts = Counts { rows, tells_of_all, masked, is_total_masked: false };
        counts.mask();
        counts
    }

    /// The counts, masked where those of `all` are: what adds up to a masked count gives it back.
    fn masked_with(all: &Counts, rows: Vec<Option<Vec<u32>>>, tells_of_all: bool) -> Self {
        let mut counts =
            Counts { rows, tells_of_all, masked: all.masked.clone(), is_total_masked: all.is_total_masked };
        counts.mask();
        counts
    }

    fn mask(&mut self) {
        for (at, row) in self.rows.iter().enumerate() {
            self.masked[at] |= row.as_ref().is_none_or(|row| !self.is_safe(row));
        }
        while !self.is_rest_safe() {
            let Some(more) = self.next() else {
                self.is_total_masked = true;
                return;
            };
            self.masked[more] = true;
        }
    }

    /// The school to mask next: the smallest of those that make the rest safe, or else the smallest.
    fn next(&mut self) -> Option<usize> {
        let mut told: Vec<usize> =
            (0..self.rows.len()).filter(|at| !self.masked[*at] && self.people(*at) > 0).collect();
        told.sort_by_key(|at| self.people(*at));
        let makes_safe = |counts: &mut Counts, at: usize| {
            counts.masked[at] = true;
            let is_safe = counts.is_rest_safe();
            counts.masked[at] = false;
            is_safe
        };
        told.iter().take(TRIED).copied().find(|at| makes_safe(self, *at)).or_else(|| told.first().copied())
    }

    /// Whether counts tell of nobody.
    fn is_safe(&self, row: &[u32]) -> bool {
        match self.tells_of_all {
            true => tell_of_nobody(row),
            false => !row.iter().any(|count| (1..FEWEST).contains(count)),
        }
    }

    /// Whether what is left of the total, once the schools that are told are taken from it, tells of nobody: nothing is
    /// left, or what several schools have. When as many people are left as small schools can have, each is full.
    fn is_rest_safe(&self) -> bool {
        let hidden = (0..self.rows.len()).filter(|at| self.masked[*at] && self.people(*at) > 0);
        let schools = u32::try_from(hidden.clone().count()).unwrap_or(u32::MAX);
        let rest = sums(hidden.filter_map(|at| self.rows[at].as_deref()));
        let are_full = rest.iter().sum::<u32>() > schools.saturating_mul(FEWEST - 1).saturating_sub(2)
            && !(0..self.rows.len()).any(|at| self.masked[at] && self.people(at) >= FEWEST);
        schools == 0 || schools > 1 && self.is_safe(&rest) && !are_full
    }

    fn people(&self, at: usize) -> u32 {
        self.rows[at].as_ref().map_or(0, |row| row.iter().sum())
    }

    /// A count of a school.
    fn of(&self, at: usize, column: usize) -> Told {
        self.rows[at].as_ref().filter(|_| !self.masked[at]).map(|row| row[column])
    }

    /// A count of all the schools of which it is known.
    fn total(&self, column: usize) -> Told {
        let rows = self.rows.iter().flatten().map(Vec::as_slice);
        (!self.is_total_masked).then(|| sums(rows).get(column).copied().unwrap_or_default())
    }
}

/// The sums of rows, column by column.
fn sums<'a>(rows: impl Iterator<Item = &'a [u32]>) -> Vec<u32> {
    rows.fold(Vec::new(), |mut sums, row| {
        sums.resize(sums.len().max(row.len()), 0);
        sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
        sums
    })
}

/// What may be told of these schools.
pub fn told(schools: &[SchoolCounts]) -> ToldNetwork {
    let given: Vec<Option<&PeopleCounts>> = schools.iter().map(|school| school.people.as_ref()).collect();
    let (rows, together) = told_rows(&given.iter().flatten().copied().collect::<Vec<_>>());
    let mut rows = rows.into_iter();
    let answers = schools.iter().map(|school| school.plan.answers.map(|answers| vec![answers]));
    let answers = Counts::masked(answers.collect(), false);
    ToldNetwork {
        schools: given.iter().map(|given| given.and_then(|_| rows.next())).collect(),
        together,
        answers: (0..schools.len()).map(|at| answers.of(at, 0)).collect(),
        all_answers: answers.total(0),
    }
}

fn told_rows(given: &[&PeopleCounts]) -> (Vec<ToldPeople>, ToldPeople) {
    let rows = |of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| given.iter().map(|people| of(people)).collect();
    let parted = |people: &PeopleCounts, count: u32| vec![count, people.newcomers.saturating_sub(count)];
    let newcomers = Counts::masked(rows(&|people| Some(vec![people.newcomers])), false);
    let of = |tells_of_all, of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| {
        Counts::masked_with(&newcomers, rows(of), tells_of_all)
    };
    let states = of(true, &|people| Some(people.states.to_vec()));
    let tiers = of(true, &|people| people.tiers.map(|tiers| tiers.to_vec()));
    let contact = of(false, &|people| Some(parted(people, people.without_contact)));
    let mentor = of(false, &|people| people.without_mentor.map(|count| parted(people, count)));
    let released = of(false, &|people| people.release.map(|release| parted(people, release.people)));
    let days = |at: usize| {
        let release = given[at].release?;
        Some((in_hundredths(release.granted), in_hundredths(release.taken)))
    };
    let row = |at: usize| ToldPeople {
        newcomers: newcomers.of(at, 0),
        states: std::array::from_fn(|column| states.of(at, column)),
        without_contact: contact.of(at, 0),
        without_mentor: mentor.of(at, 0),
        tiers: std::array::from_fn(|column| tiers.of(at, column)),
        release: days(at).filter(|_| !released.masked[at]),
    };
    let all_days = (0..given.len()).filter_map(days).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    let together = ToldPeople {
        newcomers: newcomers.total(0),
        states: std::array::from_fn(|column| states.total(column)),
        without_contact: contact.total(0),
        without_mentor: mentor.total(0),
        tiers: std::array::from_fn(|column| tiers.total(column)),
        release: (!released.is_total_masked).then_some(all_days),
    };
    ((0..given.len()).map(row).collect(), together)
}

/// Days in hundredths of one, which sums keep exact.
fn in_hundredths(days: f64) -> u32 {
    (days.max(0.0) * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::network::ReleaseCounts;
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

    fn of(schools: &[[u32; 4]]) -> ToldNetwork {
        told(&schools.iter().map(|states| school(*states)).collect::<Vec<_>>())
    }

    fn states(told: &ToldNetwork, at: usize) -> [Told; 4] {
        told.schools[at].as_ref().expect("gives its board").states
    }

    #[test]
    fn a_small_count_is_masked_with_all_that_it_adds_up_with() {
        let told = of(&[[20, 9, 2, 0], [30, 30, 30, 30], [40, 40, 40, 40]]);
        assert_eq!(states(&told, 0), [None; 4]);
        assert_eq!(told.schools[0].as_ref().expect("told").newcomers, Some(31));
        assert_eq!(states(&told, 1), [None; 4], "one school alone would be what is left of the network");
        assert_eq!(states(&told, 2), [Some(40); 4]);
        assert_eq!(told.together.states, [Some(90), Some(79), Some(72), Some(70)]);
        // Everybody in one state tells the state of each, of a school and of all that are masked.
        for schools in [&[[0, 0, 7, 0], [10, 10, 10, 10], [9, 8, 9, 8]][..], &[[0, 0, 7, 0], [0, 0, 15, 0]]] {
            let told = of(schools);
            assert_eq!(states(&told, 0), [None; 4]);
            assert!(told.together.states != [Some(0), Some(0), Some(22), Some(0)]);
        }
        // Two schools of four are what is left of eight.
        let told = of(&[[4, 0, 0, 0], [0, 4, 0, 0], [9, 9, 9, 9], [5, 5, 5, 5]]);
        assert_eq!(told.schools[3].as_ref().expect("told").newcomers, None);
    }

    #[test]
    fn days_and_answers_of_few_people_are_theirs() {
        let given = |newcomers, people, answers| {
            let release = ReleaseCounts { people, granted: 2.0, taken: 0.5 };
            let people = PeopleCounts { newcomers, release: Some(release), ..PeopleCounts::default() };
            let mut school = SchoolCounts { people: Some(people), ..SchoolCounts::default() };
            school.plan.answers = answers;
            school
        };
        let told = told(&[given(24, 1, Some(1)), given(30, 6, Some(30)), given(40, 7, Some(40)), given(9, 0, None)]);
        let days: Vec<bool> = told.schools.iter().flatten().map(|people| people.release.is_some()).collect();
        assert_eq!(days, [false, false, true, true]);
        assert_eq!(told.together.release, Some((800, 200)));
        assert_eq!((told.answers, told.all_answers), (vec![None, None, Some(40), None], Some(71)));
    }

    /// The least and the most that each count of each school may be, for somebody who adds and subtracts all that is told.
    fn bounds(schools: &[[u32; 4]]) -> Vec<[(u32, u32); 4]> {
        let told = of(schools);
        let all: u32 = schools.iter().flatten().sum();
        // The columns are the states, then the newcomers.
        let mut cells: Vec<[(u32, u32); 5]> = (0..schools.len())
            .map(|at| {
                let people = told.schools[at].as_ref().expect("gives its board");
                let exact = |count: Told| count.map_or((0, all), |count| (count, count));
                std::array::from_fn(|column| exact(if column < 4 { people.states[column] } else { people.newcomers }))
            })
            .collect();
        // The sums that are told or known: of a column, of the states of a school, of everything.
        let total = |column: usize| if column < 4 { told.together.states[column] } else { told.together.newcomers };
        for _ in 0..60 {
            for column in (0..5).filter(|column| total(*column).is_some()) {
                let sum = total(column).expect("is told");
                for at in 0..cells.len() {
                    let others = |side: fn(&(u32, u32)) -> u32| -> u32 {
                        (0..cells.len()).filter(|other| *other != at).map(|other| side(&cells[other][column])).sum()
                    };
                    let (low, high) = (sum.saturating_sub(others(|c| c.1)), sum.saturating_sub(others(|c| c.0)));
                    let cell = &mut cells[at][column];
                    *cell = (cell.0.max(low), cell.1.min(high));
                }
            }
            for row in &mut cells {
                for column in 0..4 {
                    let others = |side: fn(&(u32, u32)) -> u32| -> u32 {
                        (0..4).filter(|other| *other != column).map(|other| side(&row[other])).sum()
                    };
                    let low = row[4].0.saturating_sub(others(|c| c.1));
                    let high = row[4].1.saturating_sub(others(|c| c.0));
                    row[column] = (row[column].0.max(low), row[column].1.min(high));
                }
                let (low, high) = (row[..4].iter().map(|c| c.0).sum(), row[..4].iter().map(|c| c.1).sum());
                row[4] = (row[4].0.max(low), row[4].1.min(high));
            }
        }
        cells.into_iter().map(|row| [row[0], row[1], row[2], row[3]]).collect()
    }

    proptest! {
        #![proptest_config(crate::properties::config("network", 400))]

        #[test]
        fn nothing_that_is_told_gives_a_small_count_back(
            schools in prop::collection::vec([0u32..30, 0u32..12, 0u32..9, 0u32..4], 1..9),
        ) {
            for (at, row) in bounds(&schools).into_iter().enumerate() {
                for (column, (low, high)) in row.into_iter().enumerate() {
                    let count = schools[at][column];
                    prop_assert!(!(1..FEWEST).contains(&count) || high - low >= 2, "{schools:?}: {at} {column}");
                }
                let all: u32 = schools[at].iter().sum();
                if let Some(column) = (0..4).find(|column| all > 0 && schools[at][*column] == all) {
                    prop_assert!(bounds(&schools)[at][column].0 < all, "{schools:?}: everybody of {at}");
                }
            }
        }
    }
}
