//! What may be told of the schools of a network, so that nobody can be told from it.

use super::{PeopleCounts, ReleaseCounts, SchoolCounts};
pub use crate::domain::privacy::masked_counts::Told;
use crate::domain::{privacy::masked_counts::MaskedCounts, value::text::fold};

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
    let answers = MaskedCounts::new(&groups, answers.collect(), false, None);
    let group = |(at, positions): (usize, &Vec<usize>)| ToldGroup {
        name: schools[positions[0]].group.clone(),
        schools: positions.clone(),
        people: people.row(
            positions,
            |counts, column| counts.of_group(at, column),
            |counts| counts.is_group_masked(at),
        ),
        answers: answers.of_group(at, 0),
    };
    let all: Vec<usize> = (0..schools.len()).collect();
    let school = |at: usize| people.row(&[at], |counts, column| counts.of(at, column), |counts| counts.is_masked(at));
    ToldNetwork {
        schools: all.iter().map(|at| schools[*at].people.as_ref().map(|_| school(*at))).collect(),
        together: people.row(&all, |counts, column| counts.total(column), |counts| counts.is_total_masked()),
        groups: groups.iter().enumerate().map(group).filter(|_| groups.len() > 1).collect(),
        answers: all.iter().map(|at| answers.of(*at, 0)).collect(),
        all_answers: answers.total(0),
    }
}

/// The counts of newcomers that add up, each with what is masked of it.
struct PeopleTold<'a> {
    newcomers: MaskedCounts<'a>,
    states: MaskedCounts<'a>,
    tiers: MaskedCounts<'a>,
    contact: MaskedCounts<'a>,
    mentor: MaskedCounts<'a>,
    released: MaskedCounts<'a>,
    /// Release days granted and taken, in hundredths, of each school.
    days: Vec<Option<(u32, u32)>>,
}

impl<'a> PeopleTold<'a> {
    fn of(schools: &[SchoolCounts], groups: &'a [Vec<usize>]) -> Self {
        let given = || schools.iter().map(|school| school.people.as_ref());
        let rows = |of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| given().map(|people| people.and_then(of)).collect();
        let parted = |people: &PeopleCounts, count: u32| vec![count, people.newcomers.saturating_sub(count)];
        let newcomers = MaskedCounts::new(groups, rows(&|people| Some(vec![people.newcomers])), false, None);
        let of = |tells_of_all, of: &dyn Fn(&PeopleCounts) -> Option<Vec<u32>>| {
            MaskedCounts::new(groups, rows(of), tells_of_all, Some(&newcomers))
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
        told: impl Fn(&MaskedCounts<'_>, usize) -> Told,
        is_masked: impl Fn(&MaskedCounts<'_>) -> bool,
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
    use crate::domain::model::survey::FEWEST;
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
        // How many people there are is known only if it is told.
        let most = schools.iter().flatten().sum::<u32>() + FEWEST;
        // The columns are the states, then the newcomers.
        let mut cells: Vec<[(u32, u32); 5]> = (0..schools.len())
            .map(|at| {
                let people = told.schools[at].as_ref().expect("gives its board");
                let exact = |count: Told| count.map_or((0, most), |count| (count, count));
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
