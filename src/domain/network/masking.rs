//! The rule by which nobody can be told from counts of several schools.
//!
//! Counts that add up, such as the states of the newcomers of a school, are told together or not at all. Those of a school
//! are told if none is of fewer than five and, where it would say something of each person, if they are not all in one
//! place. The schools that are not told are, together, what is left of the total of the network: they keep the same rule as
//! one school, and more schools are masked until they do. What is left of a sum of at least five people in every place can
//! be nobody's: a count under five has at least five values that agree with all that is told.
//!
//! The total of a group is told by the same rule, among its schools; what is left of the network is then that of the groups
//! whose totals are not told.

use super::{PeopleCounts, ReleaseCounts, SchoolCounts};
use crate::domain::{
    model::survey::{FEWEST, tell_of_nobody},
    value::text::fold,
};

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
    /// Of the schools of each group together, if there are several groups.
    pub groups: Vec<ToldGroup>,
    /// The answers to the surveys of each school; `None` too for one that gives only its plan.
    pub answers: Vec<Told>,
    /// The answers of all.
    pub all_answers: Told,
}

/// What may be told of the schools of a group together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldGroup {
    /// Its name, in the network's own words; empty for the schools without one.
    pub name: String,
    /// Its schools, by their positions.
    pub schools: Vec<usize>,
    /// Of their newcomers.
    pub people: ToldPeople,
    /// The answers to their surveys.
    pub answers: Told,
}

/// How many schools are tried as the next one to mask.
const TRIED: usize = 20;

/// Counts that add up, of each school, and which of them are masked.
struct Counts<'a> {
    /// Those of each school; `None` where they are not known.
    rows: Vec<Option<Vec<u32>>>,
    /// Whether everybody in one place tells what each of them is.
    tells_of_all: bool,
    /// The schools of each group: each school is in one.
    groups: &'a [Vec<usize>],
    masked: Vec<bool>,
    masked_groups: Vec<bool>,
    is_total_masked: bool,
}

impl<'a> Counts<'a> {
    /// Masks counts, and everywhere that those of `all` are: what adds up to a masked count gives it back.
    fn masked(
        groups: &'a [Vec<usize>],
        rows: Vec<Option<Vec<u32>>>,
        tells_of_all: bool,
        all: Option<&Counts<'_>>,
    ) -> Self {
        let mut counts = Counts {
            masked: all.map_or_else(|| vec![false; rows.len()], |all| all.masked.clone()),
            masked_groups: all.map_or_else(|| vec![false; groups.len()], |all| all.masked_groups.clone()),
            is_total_masked: all.is_some_and(|all| all.is_total_masked),
            rows,
            tells_of_all,
            groups,
        };
        counts.mask();
        counts
    }

    fn mask(&mut self) {
        for (at, row) in self.rows.iter().enumerate() {
            self.masked[at] |= row.as_ref().is_none_or(|row| !self.is_safe(row));
        }
        for (at, group) in self.groups.iter().enumerate() {
            self.masked_groups[at] |= !self.mask_among(group);
        }
        loop {
            let untold = |at: &usize| self.masked_groups[*at];
            let open: Vec<usize> =
                (0..self.groups.len()).filter(untold).flat_map(|at| self.groups[at].iter().copied()).collect();
            if self.mask_among(&open) {
                return;
            }
            let told = (0..self.groups.len()).filter(|at| !self.masked_groups[*at]);
            let people = |at: &usize| self.groups[*at].iter().map(|school| self.people(*school)).sum::<u32>();
            match told.min_by_key(people) {
                Some(more) => self.masked_groups[more] = true,
                None => {
                    self.is_total_masked = true;
                    return;
                }
            }
        }
    }

    /// Masks schools among these until what is left of their total tells of nobody; whether it can.
    fn mask_among(&mut self, among: &[usize]) -> bool {
        while !self.is_rest_safe(among) {
            let Some(more) = self.next(among) else { return false };
            self.masked[more] = true;
        }
        true
    }

    /// The school to mask next: the smallest of those that make the rest safe, or else the smallest.
    fn next(&mut self, among: &[usize]) -> Option<usize> {
        let mut told: Vec<usize> =
            among.iter().copied().filter(|at| !self.masked[*at] && self.people(*at) > 0).collect();
        told.sort_by_key(|at| self.people(*at));
        let makes_safe = |counts: &mut Counts<'_>, at: usize| {
            counts.masked[at] = true;
            let is_safe = counts.is_rest_safe(among);
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

    /// Whether what is left of the total of these schools, once those that are told are taken from it, tells of nobody:
    /// nothing is left, or what several schools have. When as many people are left as small schools can have, each is full.
    fn is_rest_safe(&self, among: &[usize]) -> bool {
        let hidden = || among.iter().copied().filter(|at| self.masked[*at] && self.people(*at) > 0);
        let schools = u32::try_from(hidden().count()).unwrap_or(u32::MAX);
        let rest = sums(hidden().filter_map(|at| self.rows[at].as_deref()));
        let are_full = rest.iter().sum::<u32>() > schools.saturating_mul(FEWEST - 1).saturating_sub(2)
            && !hidden().any(|at| self.people(at) >= FEWEST);
        schools == 0 || schools > 1 && self.is_safe(&rest) && !are_full
    }

    fn people(&self, at: usize) -> u32 {
        self.rows[at].as_ref().map_or(0, |row| row.iter().sum())
    }

    /// A count of a school.
    fn of(&self, at: usize, column: usize) -> Told {
        self.rows[at].as_ref().filter(|_| !self.masked[at]).map(|row| row[column])
    }

    /// A count of the schools of a group, of those of which it is known.
    fn of_group(&self, at: usize, column: usize) -> Told {
        (!self.masked_groups[at]).then(|| self.sum(self.groups[at].iter().copied(), column))
    }

    /// A count of all the schools of which it is known.
    fn total(&self, column: usize) -> Told {
        (!self.is_total_masked).then(|| self.sum(0..self.rows.len(), column))
    }

    fn sum(&self, schools: impl Iterator<Item = usize>, column: usize) -> u32 {
        schools.filter_map(|at| self.rows[at].as_ref()).map(|row| row[column]).sum()
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

/// The schools of each group, in the order in which the groups come.
fn groups(schools: &[SchoolCounts]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, school) in schools.iter().enumerate() {
        let name = fold(&school.group);
        match groups.iter_mut().find(|group| group.0 == name) {
            Some(group) => group.1.push(at),
            None => groups.push((name, vec![at])),
        }
    }
    groups.into_iter().map(|group| group.1).collect()
}

/// What may be told of these schools.
pub fn told(schools: &[SchoolCounts]) -> ToldNetwork {
    let groups = groups(schools);
    let people = PeopleTold::of(schools, &groups);
    let answers = schools.iter().map(|school| school.plan.answers.map(|answers| vec![answers]));
    let answers = Counts::masked(&groups, answers.collect(), false, None);
    let group = |(at, positions): (usize, &Vec<usize>)| ToldGroup {
        name: schools[positions[0]].group.clone(),
        schools: positions.clone(),
        people: people.row(positions, |counts, column| counts.of_group(at, column), |counts| counts.masked_groups[at]),
        answers: answers.of_group(at, 0),
    };
    let all: Vec<usize> = (0..schools.len()).collect();
    let school = |at: usize| people.row(&[at], |counts, column| counts.of(at, column), |counts| counts.masked[at]);
    ToldNetwork {
        schools: all.iter().map(|at| schools[*at].people.as_ref().map(|_| school(*at))).collect(),
        together: people.row(&all, |counts, column| counts.total(column), |counts| counts.is_total_masked),
        groups: groups.iter().enumerate().map(group).filter(|_| groups.len() > 1).collect(),
        answers: all.iter().map(|at| answers.of(*at, 0)).collect(),
        all_answers: answers.total(0),
    }
}

/// The counts of newcomers that add up, each with what is masked of it.
struct PeopleTold<'a> {
    newcomers: Counts<'a>,
    states: Counts<'a>,
    tiers: Counts<'a>,
    contact: Counts<'a>,
    mentor: Counts<'a>,
    released: Counts<'a>,
    /// Release days granted and taken, in hundredths, of each school.
    days: Vec<Option<(u32, u32)>>,
}

impl<'a> PeopleTold<'a> {
    fn of(schools: &[SchoolCounts], groups: &'a [Vec<usize>]) -> Self {
        let given = || schools.iter().map(|school| school.people.as_ref());
        let rows = |of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| given().map(|people| people.and_then(of)).collect();
        let parted = |people: &PeopleCounts, count: u32| vec![count, people.newcomers.saturating_sub(count)];
        let newcomers = Counts::masked(groups, rows(&|people| Some(vec![people.newcomers])), false, None);
        let of = |tells_of_all, of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| {
            Counts::masked(groups, rows(of), tells_of_all, Some(&newcomers))
        };
        let days = |release: ReleaseCounts| (in_hundredths(release.granted), in_hundredths(release.taken));
        PeopleTold {
            states: of(true, &|people| Some(people.states.to_vec())),
            tiers: of(true, &|people| people.tiers.map(|tiers| tiers.to_vec())),
            contact: of(false, &|people| Some(parted(people, people.without_contact))),
            mentor: of(false, &|people| people.without_mentor.map(|count| parted(people, count))),
            released: of(false, &|people| people.release.map(|release| parted(people, release.people))),
            days: given().map(|people| people?.release.map(days)).collect(),
            newcomers,
        }
    }

    /// What is told of schools together: each count, and whether it is masked.
    fn row(
        &self,
        schools: &[usize],
        told: impl Fn(&Counts<'_>, usize) -> Told,
        is_masked: impl Fn(&Counts<'_>) -> bool,
    ) -> ToldPeople {
        let known = schools.iter().filter_map(|at| self.days[*at]);
        let days = known.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
        ToldPeople {
            newcomers: told(&self.newcomers, 0),
            states: std::array::from_fn(|column| told(&self.states, column)),
            without_contact: told(&self.contact, 0),
            without_mentor: told(&self.mentor, 0),
            tiers: std::array::from_fn(|column| told(&self.tiers, column)),
            release: (!is_masked(&self.released)).then_some(days),
        }
    }
}

/// Days in hundredths of one, which sums keep exact.
fn in_hundredths(days: f64) -> u32 {
    (days.max(0.0) * 100.0).round() as u32
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

    fn of(schools: &[[u32; 4]]) -> ToldNetwork {
        in_groups(schools, &vec![0; schools.len()])
    }

    fn in_groups(schools: &[[u32; 4]], groups: &[usize]) -> ToldNetwork {
        let school =
            |(states, group): (&[u32; 4], &usize)| SchoolCounts { group: group.to_string(), ..school(*states) };
        told(&schools.iter().zip(groups).map(school).collect::<Vec<_>>())
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
    fn the_total_of_a_group_gives_no_small_count_back() {
        let (small, large) = ([20, 9, 2, 0], [30, 30, 30, 30]);
        let told = in_groups(&[small, large, [8, 8, 8, 8], [40, 40, 40, 40], [9, 9, 9, 9]], &[0, 0, 0, 1, 1]);
        assert_eq!(told.groups[0].people.states, [Some(58), Some(47), Some(40), Some(38)]);
        assert_eq!(
            (states(&told, 0), states(&told, 2)),
            ([None; 4], [None; 4]),
            "the rest of the group is two schools"
        );
        assert_eq!((states(&told, 1), states(&told, 4)), (large.map(Some), [Some(9); 4]));
        // The only school of a group is the whole group: its total is masked, and another group with it.
        let told = in_groups(&[small, large, [40, 40, 40, 40]], &[0, 1, 2]);
        let of_groups: Vec<Told> = told.groups.iter().map(|group| group.people.states[2]).collect();
        assert_eq!(of_groups, [None, None, Some(40)]);
        assert_eq!(told.together.states[2], Some(72));
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
    fn bounds(schools: &[[u32; 4]], groups: &[usize]) -> Vec<[(u32, u32); 4]> {
        let told = in_groups(schools, groups);
        let all: u32 = schools.iter().flatten().sum();
        // The columns are the states, then the newcomers.
        let mut cells: Vec<[(u32, u32); 5]> = (0..schools.len())
            .map(|at| {
                let people = told.schools[at].as_ref().expect("gives its board");
                let exact = |count: Told| count.map_or((0, all), |count| (count, count));
                std::array::from_fn(|column| exact(if column < 4 { people.states[column] } else { people.newcomers }))
            })
            .collect();
        // The sums that are told: of the network, of each group, and what the groups that are not told have together.
        let count =
            |people: &ToldPeople, column: usize| if column < 4 { people.states[column] } else { people.newcomers };
        let mut sums: Vec<(Vec<usize>, usize, u32)> = Vec::new();
        for column in 0..5 {
            let told_groups = || told.groups.iter().filter_map(|group| Some((group, count(&group.people, column)?)));
            sums.extend(told_groups().map(|(group, sum)| (group.schools.clone(), column, sum)));
            let Some(sum) = count(&told.together, column) else { continue };
            let is_left = |at: &usize| !told_groups().any(|(group, _)| group.schools.contains(at));
            let left = sum - told_groups().map(|(_, sum)| sum).sum::<u32>();
            sums.push(((0..cells.len()).filter(is_left).collect(), column, left));
            sums.push(((0..cells.len()).collect(), column, sum));
        }
        for _ in 0..60 {
            for (among, column, sum) in &sums {
                let column = *column;
                for at in among.iter().copied() {
                    let others = |side: fn(&(u32, u32)) -> u32| -> u32 {
                        among.iter().filter(|other| **other != at).map(|other| side(&cells[*other][column])).sum()
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
            groups in prop::collection::vec(0usize..3, 9),
            are_grouped: bool,
        ) {
            let groups: Vec<usize> = groups.iter().map(|group| if are_grouped { *group } else { 0 }).collect();
            let groups = &groups[..schools.len()];
            let bounds = bounds(&schools, groups);
            for (at, row) in bounds.iter().copied().enumerate() {
                for (column, (low, high)) in row.into_iter().enumerate() {
                    let count = schools[at][column];
                    prop_assert!(!(1..FEWEST).contains(&count) || high - low >= 2, "{schools:?} {groups:?}: {at} {column}");
                }
                let all: u32 = schools[at].iter().sum();
                if let Some(column) = (0..4).find(|column| all > 0 && schools[at][*column] == all) {
                    prop_assert!(bounds[at][column].0 < all, "{schools:?}: everybody of {at}");
                }
            }
        }
    }
}
