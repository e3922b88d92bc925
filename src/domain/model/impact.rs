//! One impact check (`impacts/DATE.yaml`): was the goal reached, and what does the committee do now?

use super::{
    cycle::Step,
    goal_scale::Attained,
    plan::{Issue, Reading},
};
use crate::domain::value::{
    record::record,
    scalar::{Amount, choice},
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
    /// What the committee decides to do next.
    pub enum Decision { GoOn = "poursuivre", Adjust = "ajuster", Redo = "refaire" }
}

record! {
    /// An impact check.
    #[derive(Default)]
    pub struct ImpactCheck {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// Id of the issue.
        pub issue: String = ISSUE "enjeu" written;
        /// What was measured.
        pub measures: Vec<Measure> = MEASURES "mesures";
        /// How far the objectives of the issue were attained.
        pub attained: Vec<Attained> = ATTAINED "échelles" | "echelles";
        /// How many traces were reviewed.
        pub traces_read: Option<u32> = TRACES_READ "traces_consultées" | "traces_consultees";
        /// The survey that was reviewed, by its stem.
        pub survey: Option<String> = SURVEY "sondage";
        /// Whether the goal was reached.
        pub reached: Option<GoalReached> = REACHED "objectif_atteint";
        /// What the committee decides to do next.
        pub decision: Option<Decision> = DECISION "décision" | "decision";
        /// The steps to redo.
        pub redo: Vec<Step> = REDO "étapes_à_refaire" | "etapes_a_refaire";
        /// The reason for the decision.
        pub why: String = WHY "pourquoi";
        /// When to measure again.
        pub next: Option<Day> = NEXT "prochaine_mesure";
        /// `non` while the committee is still working on it; when absent, the check is closed.
        pub closed: Option<bool> = CLOSED "close";
    }
}

impl ImpactCheck {
    /// Whether the committee has concluded.
    pub fn is_closed(&self) -> bool {
        self.closed != Some(false)
    }

    /// Returns the measure of an indicator.
    pub fn measure(&self, indicator: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.indicator == indicator)
    }

    /// The step and the round to which the decision moves the issue.
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
    /// The measure as a reading of that day; `None` if there is no value yet.
    pub fn reading(&self, date: Option<Day>) -> Option<Reading> {
        Some(Reading { date, value: self.value?, out_of: self.out_of })
    }
}

record! {
    /// What was measured for one indicator.
    #[derive(Default)]
    pub struct Measure {
        /// Id of the indicator.
        pub indicator: String = INDICATOR "indicateur" required;
        /// The value; absent until it is measured.
        pub value: Option<Amount> = VALUE "valeur";
        /// The total that the value is out of.
        pub out_of: Option<Amount> = OUT_OF "sur";
        /// What the committee observes.
        pub finding: String = FINDING "constat";
    }
}
