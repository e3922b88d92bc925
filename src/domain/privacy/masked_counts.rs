//! Counts of several places that add up, masked so that nobody can be told from them.
//!
//! Counts that add up, such as the states of the newcomers of a school, are told together or not at all. Those of a place are
//! told if none is of fewer than five and, where it would say something of each person, if they are not all in one place. The
//! places that are not told are, together, what is left of the total: they keep the same rule as one place, and more places
//! are masked until they do. What is left of a sum of at least five people in every place can be nobody's: a count under five
//! has at least five values that agree with all that is told.
//!
//! The total of a group is told by the same rule, among its places; what is left of everything is then that of the groups
//! whose totals are not told.

use crate::domain::model::survey::{FEWEST, tell_of_nobody};

/// A count that may be told, or `None`.
pub type Told = Option<u32>;

/// How many places are tried as the next one to mask.
const TRIED: usize = 20;

/// Counts that add up, of each place, and which of them are masked.
#[derive(Debug)]
pub struct MaskedCounts<'a> {
    /// Those of each place; `None` where they are not known.
    rows: Vec<Option<Vec<u32>>>,
    /// Whether everybody in one place tells what each of them is.
    tells_of_all: bool,
    /// The places of each group: each place is in one.
    groups: &'a [Vec<usize>],
    masked: Vec<bool>,
    masked_groups: Vec<bool>,
    is_total_masked: bool,
}

impl<'a> MaskedCounts<'a> {
    /// Masks counts, and everywhere that those of `all` are: what adds up to a masked count gives it back.
    pub fn new(
        groups: &'a [Vec<usize>],
        rows: Vec<Option<Vec<u32>>>,
        tells_of_all: bool,
        all: Option<&MaskedCounts<'_>>,
    ) -> Self {
        let mut counts = MaskedCounts::open(groups, rows, tells_of_all);
        if let Some(all) = all {
            counts.masked.clone_from(&all.masked);
            counts.masked_groups.clone_from(&all.masked_groups);
            counts.is_total_masked = all.is_total_masked;
        }
        counts.mask();
        counts
    }

    /// Masks counts, and those of some places in any case.
    pub fn with(groups: &'a [Vec<usize>], rows: Vec<Option<Vec<u32>>>, tells_of_all: bool, masked: Vec<bool>) -> Self {
        let mut counts = MaskedCounts { masked, ..MaskedCounts::open(groups, rows, tells_of_all) };
        counts.mask();
        counts
    }

    /// Counts of which none is masked yet.
    fn open(groups: &'a [Vec<usize>], rows: Vec<Option<Vec<u32>>>, tells_of_all: bool) -> Self {
        MaskedCounts {
            masked: vec![false; rows.len()],
            masked_groups: vec![false; groups.len()],
            is_total_masked: false,
            rows,
            tells_of_all,
            groups,
        }
    }

    /// Which places are masked.
    pub fn into_masked(self) -> Vec<bool> {
        self.masked
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
            let people = |at: &usize| self.groups[*at].iter().map(|place| self.people(*place)).sum::<u32>();
            match told.min_by_key(people) {
                Some(more) => self.masked_groups[more] = true,
                None => {
                    self.is_total_masked = true;
                    return;
                }
            }
        }
    }

    /// Masks places among these until what is left of their total tells of nobody; whether it can.
    fn mask_among(&mut self, among: &[usize]) -> bool {
        while !self.is_rest_safe(among) {
            let Some(more) = self.next(among) else { return false };
            self.masked[more] = true;
        }
        true
    }

    /// The place to mask next: the smallest of those that make the rest safe, or else the smallest.
    fn next(&mut self, among: &[usize]) -> Option<usize> {
        let mut told: Vec<usize> =
            among.iter().copied().filter(|at| !self.masked[*at] && self.people(*at) > 0).collect();
        told.sort_by_key(|at| self.people(*at));
        let makes_safe = |counts: &mut MaskedCounts<'_>, at: usize| {
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

    /// Whether what is left of the total of these places, once those that are told are taken from it, tells of nobody:
    /// nothing is left, or what several places have. When as many people are left as small places can have, each is full.
    fn is_rest_safe(&self, among: &[usize]) -> bool {
        let hidden = || among.iter().copied().filter(|at| self.masked[*at] && self.people(*at) > 0);
        let places = u32::try_from(hidden().count()).unwrap_or(u32::MAX);
        let rest = sums(hidden().filter_map(|at| self.rows[at].as_deref()));
        let are_full = rest.iter().sum::<u32>() > places.saturating_mul(FEWEST - 1).saturating_sub(2)
            && !hidden().any(|at| self.people(at) >= FEWEST);
        places == 0 || places > 1 && self.is_safe(&rest) && !are_full
    }

    fn people(&self, at: usize) -> u32 {
        self.rows[at].as_ref().map_or(0, |row| row.iter().sum())
    }

    /// A count of a place.
    pub fn of(&self, at: usize, column: usize) -> Told {
        self.rows[at].as_ref().filter(|_| !self.masked[at]).map(|row| row[column])
    }

    /// A count of the places of a group, of those of which it is known.
    pub fn of_group(&self, at: usize, column: usize) -> Told {
        (!self.masked_groups[at]).then(|| self.sum(self.groups[at].iter().copied(), column))
    }

    /// A count of all the places of which it is known.
    pub fn total(&self, column: usize) -> Told {
        (!self.is_total_masked).then(|| self.sum(0..self.rows.len(), column))
    }

    /// Whether the counts of a place are masked.
    pub fn is_masked(&self, at: usize) -> bool {
        self.masked[at]
    }

    /// Whether the total of a group is masked.
    pub fn is_group_masked(&self, at: usize) -> bool {
        self.masked_groups[at]
    }

    /// Whether the total is masked.
    pub fn is_total_masked(&self) -> bool {
        self.is_total_masked
    }

    fn sum(&self, places: impl Iterator<Item = usize>, column: usize) -> u32 {
        places.filter_map(|at| self.rows[at].as_ref()).map(|row| row[column]).sum()
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
