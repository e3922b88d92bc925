//! The cycle de l'action: four numbered steps, the regulation and the impact question. Each issue goes through it.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::domain::value::{
    record::{Item, record},
    scalar::AnyText,
};

/// A step of the cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 1: name the issues.
    Issues,
    /// 2: name the needs.
    Needs,
    /// 3: find leads and plan.
    Leads,
    /// 4: put in place.
    Action,
    /// R: regulate.
    Regulation,
    /// Measure the impact.
    Impact,
}

impl Item for Step {}

impl Step {
    /// The steps in the order of a round.
    pub const ALL: [Step; 6] = [Step::Issues, Step::Needs, Step::Leads, Step::Action, Step::Regulation, Step::Impact];

    /// The step as files write it.
    pub fn id(self) -> &'static str {
        match self {
            Step::Issues => "1",
            Step::Needs => "2",
            Step::Leads => "3",
            Step::Action => "4",
            Step::Regulation => "R",
            Step::Impact => "impact",
        }
    }

    /// Parses an id; `r`, `Régulation` and `Impact` are accepted too.
    pub fn from_id(id: &str) -> Option<Self> {
        let folded = crate::domain::value::text::fold(id.trim());
        Self::ALL.into_iter().find(|step| step.id().to_lowercase() == folded).or(match folded.as_str() {
            "regulation" => Some(Step::Regulation),
            _ => None,
        })
    }

    /// Its position in the round, from 0.
    pub fn position(self) -> usize {
        self as usize
    }

    /// The step after, or `None` at the end of the round.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.position() + 1).copied()
    }

    /// The step before, or `None` at the start of the round.
    pub fn previous(self) -> Option<Self> {
        self.position().checked_sub(1).map(|i| Self::ALL[i])
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.id().parse::<u64>() {
            Ok(number) => serializer.serialize_u64(number),
            Err(_) => serializer.serialize_str(self.id()),
        }
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = deserializer.deserialize_any(AnyText)?;
        Step::from_id(&id).ok_or_else(|| D::Error::unknown_variant(&id, &["1", "2", "3", "4", "R", "impact"]))
    }
}

impl JsonSchema for Step {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Step".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": [1, 2, 3, 4, "R", "impact"] })
    }
}

record! {
    /// The labels and questions of the cycle, from `plans/cycle.yaml` or a school's `cycle:`.
    #[derive(Default)]
    pub struct Cycle {
        /// The guides of the steps that have one.
        pub steps: Vec<StepGuide> = STEPS "étapes" | "etapes" written;
    }
}

record! {
    /// The label of a step, and the questions that the committee asks itself there.
    pub struct StepGuide {
        /// Which step.
        pub id: Step = ID "id" required;
        /// Its label.
        pub name: String = NAME "nom" written;
        /// A shorter label for narrow screens.
        pub short: Option<String> = SHORT "court";
        /// What the committee does there.
        pub purpose: Option<String> = PURPOSE "but";
        /// The questions it asks itself.
        pub questions: Vec<String> = QUESTIONS "questions";
        /// The document that the wording comes from.
        pub source: Option<String> = SOURCE "source";
    }
}

impl Cycle {
    /// Returns the guide of a step, if it has one.
    pub fn guide(&self, step: Step) -> Option<&StepGuide> {
        self.steps.iter().find(|guide| guide.id == step)
    }

    /// Merges this cycle over a base: each step takes its guide here if it has one, else in the base.
    pub fn layered_over(&self, base: &Cycle) -> Cycle {
        let steps = Step::ALL.iter().filter_map(|step| self.guide(*step).or(base.guide(*step)).cloned()).collect();
        Cycle { steps }
    }

    /// Returns the cycle with its labels rewritten by `say`.
    pub fn named(&self, say: impl Fn(&str) -> String) -> Cycle {
        let guide = |guide: &StepGuide| StepGuide {
            name: say(&guide.name),
            short: guide.short.as_deref().map(&say),
            ..guide.clone()
        };
        Cycle { steps: self.steps.iter().map(guide).collect() }
    }

    /// The short label of a step; its label or its id if it has none.
    pub fn short_name(&self, step: Step) -> &str {
        self.guide(step).map_or(step.id(), |guide| guide.short.as_deref().unwrap_or(&guide.name))
    }

    /// The label of a step; its id if it has none.
    pub fn name(&self, step: Step) -> &str {
        self.guide(step).map_or(step.id(), |guide| guide.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_each_other_round() {
        let mut step = Step::Issues;
        for expected in ["2", "3", "4", "R", "impact"] {
            step = step.next().expect("a step follows");
            assert_eq!(step.id(), expected);
        }
        assert_eq!(step.next(), None);
        assert_eq!(Step::Issues.previous(), None);
        assert_eq!(Step::from_id("r"), Some(Step::Regulation));
        assert_eq!(Step::from_id("5"), None);
    }
}
