//! How far the committee's objectives were attained: each has five levels, written beforehand and scored afterwards,
//! and the scores combine into one whose middle is « as expected ». It rates objectives, never people.
//!
//! The score is that of Kiresuk and Sherman (Community Mental Health Journal 4(6), 1968).

use crate::domain::value::{record::record, scalar::Amount};

record! {
    /// An objective of the committee, with five levels written before anything is measured (`échelles` of an issue).
    #[derive(Default)]
    pub struct Scale {
        /// Its id, unique in its issue.
        pub id: String = ID "id" required;
        /// The objective.
        pub goal: String = GOAL "objectif" written;
        /// Weight relative to the other objectives; 1 when absent.
        pub weight: Option<Amount> = WEIGHT "poids";
        /// Descriptions of the levels, from −2 (much less than expected) to +2.
        pub levels: Vec<String> = LEVELS "niveaux";
    }
}

impl Scale {
    /// The weight; 1 by default.
    pub fn weight(&self) -> f64 {
        self.weight.map_or(1.0, |weight| weight.0)
    }

    /// The description of a level, from −2 to +2; empty if there is none.
    pub fn level(&self, level: i8) -> &str {
        usize::try_from(level + 2).ok().and_then(|at| self.levels.get(at)).map_or("", String::as_str)
    }
}

record! {
    /// How far an objective was attained at an impact check (`échelles` of a check).
    pub struct Attained {
        /// Id of the objective.
        pub id: String = ID "id" required;
        /// The level, from −2 to +2; absent until it is scored.
        pub level: Option<Amount> = LEVEL "niveau";
    }
}

/// The score of a check over the objectives of its issue; `None` if none is scored.
pub fn of_check(scales: &[Scale], attained: &[Attained]) -> Option<f64> {
    let scored = scales.iter().filter_map(|scale| {
        let level = attained.iter().find(|attained| attained.id == scale.id)?.level?;
        Some(Scored { weight: scale.weight(), level: level.0.round().clamp(-2.0, 2.0) as i8 })
    });
    score(&scored.collect::<Vec<_>>())
}

/// The assumed correlation between the scores of two objectives.
const CORRELATION: f64 = 0.3;

/// A scored objective: its weight, and its level from −2 (much less than expected) to +2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Its weight, more than 0.
    pub weight: f64,
    /// Its level, from −2 to +2.
    pub level: i8,
}

/// The score of several objectives: 50 when all went as expected, with a standard deviation of 10. `None` if the
/// weights are all zero.
pub fn score(objectives: &[Scored]) -> Option<f64> {
    let sum: f64 = objectives.iter().map(|one| one.weight).sum();
    let squares: f64 = objectives.iter().map(|one| one.weight * one.weight).sum();
    let attained: f64 = objectives.iter().map(|one| one.weight * f64::from(one.level)).sum();
    let spread = ((1.0 - CORRELATION) * squares + CORRELATION * sum * sum).sqrt();
    (spread > 0.0).then(|| 50.0 + 10.0 * attained / spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_those_of_the_formula() {
        let of = |pairs: &[(f64, i8)]| {
            let objectives: Vec<Scored> =
                pairs.iter().map(|(weight, level)| Scored { weight: *weight, level: *level }).collect();
            score(&objectives).map(|score| (score * 100.0).round() / 100.0)
        };
        for (objectives, expected) in [
            (&[(1.0, 0), (1.0, 0), (1.0, 0)][..], 50.0),
            (&[(1.0, 1)], 60.0),
            (&[(1.0, 1), (1.0, 1), (1.0, 1)], 63.69),
            (&[(1.0, -1), (1.0, -1), (1.0, -1)], 36.31),
            (&[(1.0, -2), (1.0, -2), (1.0, -2)], 22.61),
            (&[(2.0, 1), (1.0, 0), (1.0, -1)], 53.33),
            (&[(3.0, 2), (2.0, -1)], 59.82),
        ] {
            assert_eq!(of(objectives), Some(expected), "{objectives:?}");
        }
        assert_eq!(of(&[]), None);
    }
}
