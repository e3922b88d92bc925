//! The deployment plan (`plan.yaml`): issues, rows and indicators of a school year.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    computed::Computed,
    cycle::{Cycle, Step},
    goal_scale::Scale,
    progress::Progress,
    school::{Committee, Resources, School},
};
use crate::domain::value::{
    scalar::{Amount, choice, one_or_many, text},
    when::{Day, SchoolYear, When},
};

choice! {
    /// What an issue or a row is about: the mentoring programme itself, or what people do.
    pub enum Strand { Structure = "structure", Practice = "pratiques" }
}

choice! {
    /// What an indicator counts in.
    pub enum MeasureKind { Proportion = "proportion", Count = "nombre", Scale = "échelle", YesNo = "oui-non" }
}

choice! {
    /// Which way is better.
    pub enum Direction { Up = "hausse", Down = "baisse" }
}

/// A school's plan for one year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Version of the format.
    #[serde(default = "crate::domain::value::scalar::current_format")]
    pub format: u32,
    /// The school.
    #[serde(rename = "école", alias = "ecole", default)]
    pub school: School,
    /// The committee.
    #[serde(rename = "comité", alias = "comite", default)]
    pub committee: Committee,
    /// What the school can give.
    #[serde(rename = "ressources", default)]
    pub resources: Resources,
    /// The school's own labels and questions of the cycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cycle: Option<Cycle>,
    /// The issues.
    #[serde(rename = "enjeux", default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// The rows.
    #[serde(rename = "déploiement", alias = "deploiement", default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// The indicators.
    #[serde(rename = "indicateurs", default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// What the committee recommends at the end of the year.
    #[serde(
        rename = "recommandations",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub recommendations: Vec<String>,
    /// Guiding questions, and what the committee answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<GuidingQuestion>,
    /// The school's own words, beside those of the sources.
    #[serde(rename = "lexique", default, skip_serializing_if = "Vec::is_empty")]
    pub lexicon: Vec<Term>,
    /// What the school does not want to be told about.
    #[serde(
        rename = "vérifications_tues",
        alias = "verifications_tues",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub silenced: Vec<Silence>,
}

/// A guiding question, and what the committee answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GuidingQuestion {
    /// Its id, unique among questions.
    pub id: String,
    /// The stage that it belongs to.
    #[serde(
        rename = "étape",
        alias = "etape",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub stage: String,
    /// The question.
    #[serde(default, deserialize_with = "text")]
    pub question: String,
    /// What the committee answered.
    #[serde(
        rename = "réponse",
        alias = "reponse",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub answer: String,
    /// The question asked before that this one asks again: its answer is the one to start from.
    #[serde(rename = "reprend", default, skip_serializing_if = "Option::is_none")]
    pub again: Option<String>,
    /// What the sources say about it.
    #[serde(
        rename = "repère",
        alias = "repere",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub landmark: String,
}

/// A word as the school understands it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// The word.
    #[serde(rename = "terme")]
    pub word: String,
    /// What it means here.
    #[serde(
        rename = "définition",
        alias = "definition",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub meaning: String,
}

/// A topic of advice that the school silences, and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Silence {
    /// The topic, by its id.
    pub code: String,
    /// Why.
    #[serde(rename = "pourquoi", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Plan {
    /// The school year; without a readable one, the year 0 keeps dates without a year apart from real ones.
    pub fn year(&self) -> SchoolYear {
        SchoolYear::parse(&self.school.year).unwrap_or(SchoolYear(0))
    }

    /// The issue of that id.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// The indicator of that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The row of that id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<&GuidingQuestion> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// What a question may start from when it has no answer yet: that of the one that it asks again.
    pub fn earlier_answer(&self, question: &GuidingQuestion) -> Option<&str> {
        let earlier = question.again.as_deref().and_then(|id| self.question(id))?;
        Some(earlier.answer.as_str()).filter(|answer| question.answer.is_empty() && !answer.is_empty())
    }

    /// The issues, those of the highest priority first.
    pub fn issues_by_priority(&self) -> Vec<&Issue> {
        let mut issues: Vec<&Issue> = self.issues.iter().collect();
        issues.sort_by_key(|issue| issue.priority.unwrap_or(u32::MAX));
        issues
    }
}

impl Default for Issue {
    fn default() -> Self {
        Issue {
            id: String::new(),
            name: String::new(),
            strand: None,
            priority: None,
            step: first_step(),
            round: first_round(),
            goal: String::new(),
            initial_data: String::new(),
            scales: Vec::new(),
        }
    }
}

/// An issue (`enjeu`): what the committee works on, and where it stands in the cycle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Issue {
    /// Its id, unique among issues.
    pub id: String,
    /// Its name.
    #[serde(rename = "nom", default, deserialize_with = "text")]
    pub name: String,
    /// Its strand.
    #[serde(rename = "volet", default, skip_serializing_if = "Option::is_none")]
    pub strand: Option<Strand>,
    /// 1 is taken first.
    #[serde(rename = "priorité", alias = "priorite", default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u32>,
    /// Where it stands.
    #[serde(rename = "étape", alias = "etape", default = "first_step")]
    pub step: Step,
    /// How many times round the cycle.
    #[serde(rename = "tour", default = "first_round")]
    pub round: u32,
    /// What the committee wants.
    #[serde(rename = "objectif", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// The data at the start, in words.
    #[serde(
        rename = "données_initiales",
        alias = "donnees_initiales",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub initial_data: String,
    /// The committee's objectives, each with five levels written before anything is measured.
    #[serde(rename = "échelles", alias = "echelles", default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<Scale>,
}

fn first_step() -> Step {
    Step::Issues
}

fn first_round() -> u32 {
    1
}

/// A row of the plan: the six columns of the source plans (S001-10), with its state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// Its id, unique among rows.
    pub id: String,
    /// What is done.
    #[serde(rename = "étape", alias = "etape", default, deserialize_with = "text")]
    pub title: String,
    /// Why.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub intentions: Vec<String>,
    /// What it is made of.
    #[serde(rename = "sous_actions", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub parts: Vec<String>,
    /// Who leads.
    #[serde(rename = "responsable", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub leads: Vec<String>,
    /// Who takes part.
    #[serde(
        rename = "personnes_impliquées",
        alias = "personnes_impliquees",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub people: Vec<String>,
    /// When, as written.
    #[serde(rename = "quand", default, skip_serializing_if = "When::is_empty")]
    pub when: When,
    /// How far it is; a row that says nothing is still to do.
    #[serde(rename = "état", alias = "etat", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Progress>,
    /// The day on which it was done, when it was ticked here.
    #[serde(rename = "fait_le", default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
    /// The issues and steps it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cycle: Vec<CycleEntry>,
    /// Comments.
    #[serde(rename = "commentaires", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub comments: String,
    /// Links to documents.
    #[serde(rename = "liens", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub links: Vec<String>,
    /// The source document that a template row comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Row {
    /// How far it is.
    pub fn state(&self) -> Progress {
        self.state.unwrap_or(Progress::Todo)
    }

    /// Whether somebody still has to do something.
    pub fn is_open(&self) -> bool {
        self.state().is_open()
    }

    /// Whether it serves that issue, at that step when one is given.
    pub fn serves(&self, issue: &str, step: Option<Step>) -> bool {
        self.cycle
            .iter()
            .any(|entry| entry.issue.as_deref() == Some(issue) && step.is_none_or(|step| entry.steps.contains(&step)))
    }
}

/// What a row does for an issue: the steps it serves there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CycleEntry {
    /// Its strand.
    #[serde(rename = "volet", default, skip_serializing_if = "Option::is_none")]
    pub strand: Option<Strand>,
    /// Its steps.
    #[serde(rename = "étapes", alias = "etapes", default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// The issue, if one is named.
    #[serde(rename = "enjeu", default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
}

/// An indicator: a question, a starting point and a target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Indicator {
    /// Its id, unique among indicators.
    pub id: String,
    /// The question it answers.
    #[serde(default, deserialize_with = "text")]
    pub question: String,
    /// The issue it belongs to.
    #[serde(rename = "enjeu", default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// What is counted.
    #[serde(rename = "mesure", default, deserialize_with = "text")]
    pub measure: String,
    /// What it counts in.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeasureKind>,
    /// What is worked out from the school's files; entered by hand when it is not said.
    #[serde(rename = "calcul", default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Computed>,
    /// Guskey's level of evaluation, 1 to 5.
    #[serde(rename = "niveau", default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// The starting point.
    #[serde(rename = "départ", alias = "depart", default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Reading>,
    /// The target.
    #[serde(rename = "cible", default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Reading>,
    /// Which way is better.
    #[serde(rename = "sens", default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
}

impl Indicator {
    /// What is counted, or the question while nobody said what.
    pub fn title(&self) -> &str {
        if self.measure.trim().is_empty() { &self.question } else { &self.measure }
    }
}

/// A value read on a day, out of a total when it is a proportion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The value.
    #[serde(rename = "valeur")]
    pub value: Amount,
    /// Out of how many.
    #[serde(rename = "sur", default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<Amount>,
}
