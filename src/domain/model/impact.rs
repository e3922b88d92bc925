//! One impact check (`impacts/DATE.yaml`): was the goal reached, and what does the committee do now?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    cycle::Step,
    goal_scale::Attained,
    plan::{Issue, Reading},
};
use crate::domain::value::{
    scalar::{Amount, choice, text, yes_no},
    when::Day,
};

choice! {
    /// Whether the goal was reached.
    pub enum GoalReached {
        Yes = "oui",
        Partly = "en partie",
        No = "non",
        TooEarly = "trop tôt",
    }
}

choice! {
    /// What the committee does now.
    pub enum Decision { GoOn = "poursuivre", Adjust = "ajuster", Redo = "refaire" }
}

/// An impact check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ImpactCheck {
    /// Version of the format.
    #[serde(default = "crate::domain::value::scalar::current_format")]
    pub format: u32,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Id of the issue.
    #[serde(rename = "enjeu", default, deserialize_with = "text")]
    pub issue: String,
    /// What was measured.
    #[serde(rename = "mesures", default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// How far the objectives of the issue were attained.
    #[serde(rename = "échelles", alias = "echelles", default, skip_serializing_if = "Vec::is_empty")]
    pub attained: Vec<Attained>,
    /// How many traces were read again.
    #[serde(
        rename = "traces_consultées",
        alias = "traces_consultees",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub traces_read: Option<u32>,
    /// The survey that was read again, by its stem.
    #[serde(rename = "sondage", default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<String>,
    /// Whether the goal was reached.
    #[serde(rename = "objectif_atteint", default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<GoalReached>,
    /// What the committee does now.
    #[serde(rename = "décision", alias = "decision", default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The steps to do again.
    #[serde(rename = "étapes_à_refaire", alias = "etapes_a_refaire", default, skip_serializing_if = "Vec::is_empty")]
    pub redo: Vec<Step>,
    /// Why.
    #[serde(rename = "pourquoi", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// When to measure again.
    #[serde(rename = "prochaine_mesure", default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Day>,
    /// `non` while the committee is still working on it; a file that says nothing is closed.
    #[serde(rename = "close", default, with = "yes_no", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<bool>")]
    pub closed: Option<bool>,
}

impl ImpactCheck {
    /// Whether the committee has concluded.
    pub fn is_closed(&self) -> bool {
        self.closed != Some(false)
    }

    /// The measure of an indicator.
    pub fn measure(&self, indicator: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.indicator == indicator)
    }

    /// Where the decision puts the issue: its step and its round.
    /// Going on leaves it in regulation; redoing opens a new round at the first step to redo.
    pub fn destination(&self, issue: &Issue) -> Option<(Step, u32)> {
        let first = self.redo.iter().min().copied();
        match self.decision? {
            Decision::GoOn => Some((Step::Regulation, issue.round)),
            Decision::Adjust => Some((first.unwrap_or(Step::Regulation), issue.round)),
            Decision::Redo => Some((first.unwrap_or(Step::Issues), issue.round + 1)),
        }
    }
}

impl Measure {
    /// What was read on a day, once it was measured.
    pub fn reading(&self, date: Option<Day>) -> Option<Reading> {
        Some(Reading { date, value: self.value?, out_of: self.out_of })
    }
}

/// What was measured for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measure {
    /// Id of the indicator.
    #[serde(rename = "indicateur")]
    pub indicator: String,
    /// The value; nothing while it has not been measured.
    #[serde(rename = "valeur", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// Out of how many.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Amount>,
    /// What is seen.
    #[serde(rename = "constat", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub finding: String,
}
