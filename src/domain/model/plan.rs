//! The deployment plan (`plan.yaml`): issues, rows and indicators of a school year.

use super::{
    computed::Computed,
    cycle::{Cycle, Step},
    goal_scale::Scale,
    progress::Progress,
    school::{Committee, Resources, School},
};
use crate::domain::value::{
    record::record,
    scalar::{Amount, choice},
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

record! {
    /// A school's plan for one year.
    #[derive(Default)]
    pub struct Plan {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// The school.
        pub school: School = SCHOOL "école" | "ecole" written;
        /// The committee.
        pub committee: Committee = COMMITTEE "comité" | "comite" written;
        /// What the school can give.
        pub resources: Resources = RESOURCES "ressources" written;
        /// The school's own labels and questions of the cycle.
        pub cycle: Option<Cycle> = CYCLE "cycle";
        /// The issues.
        pub issues: Vec<Issue> = ISSUES "enjeux";
        /// The rows.
        pub rows: Vec<Row> = ROWS "déploiement" | "deploiement";
        /// The indicators.
        pub indicators: Vec<Indicator> = INDICATORS "indicateurs";
        /// What the committee recommends at the end of the year.
        pub recommendations: Vec<String> = RECOMMENDATIONS "recommandations";
        /// Guiding questions, and what the committee answered.
        pub questions: Vec<GuidingQuestion> = QUESTIONS "questions";
        /// The school's own words, beside those of the sources.
        pub lexicon: Vec<Term> = LEXICON "lexique";
        /// What the school does not want to be told about.
        pub silenced: Vec<Silence> = SILENCED "vérifications_tues" | "verifications_tues";
    }
}

record! {
    /// A guiding question, and what the committee answered.
    #[derive(Default)]
    pub struct GuidingQuestion {
        /// Its id, unique among questions.
        pub id: String = ID "id" required;
        /// The stage that it belongs to.
        pub stage: String = STAGE "étape" | "etape";
        /// The question.
        pub question: String = QUESTION "question" written;
        /// What the committee answered.
        pub answer: String = ANSWER "réponse" | "reponse";
        /// The question asked before that this one asks again: its answer is the one to start from.
        pub again: Option<String> = AGAIN "reprend";
        /// What the sources say about it.
        pub landmark: String = LANDMARK "repère" | "repere";
    }
}

record! {
    /// A word as the school understands it.
    #[derive(Default)]
    pub struct Term {
        /// The word.
        pub word: String = WORD "terme" required;
        /// What it means here.
        pub meaning: String = MEANING "définition" | "definition";
    }
}

record! {
    /// A topic of advice that the school silences, and why.
    #[derive(Default)]
    pub struct Silence {
        /// The topic, by its id.
        pub code: String = CODE "code" required;
        /// Why.
        pub reason: String = REASON "pourquoi";
    }
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

record! {
    /// An issue (`enjeu`): what the committee works on, and where it stands in the cycle.
    pub struct Issue {
        /// Its id, unique among issues.
        pub id: String = ID "id" required;
        /// Its name.
        pub name: String = NAME "nom" written;
        /// Its strand.
        pub strand: Option<Strand> = STRAND "volet";
        /// 1 is taken first.
        pub priority: Option<u32> = PRIORITY "priorité" | "priorite";
        /// Where it stands.
        pub step: Step = STEP "étape" | "etape" or "first_step";
        /// How many times round the cycle.
        pub round: u32 = ROUND "tour" or "first_round";
        /// What the committee wants.
        pub goal: String = GOAL "objectif";
        /// The data at the start, in words.
        pub initial_data: String = INITIAL_DATA "données_initiales" | "donnees_initiales";
        /// The committee's objectives, each with five levels written before anything is measured.
        pub scales: Vec<Scale> = SCALES "échelles" | "echelles";
    }
}

fn first_step() -> Step {
    Step::Issues
}

fn first_round() -> u32 {
    1
}

record! {
    /// A row of the plan: the six columns of the source plans (S001-10), with its state.
    #[derive(Default)]
    pub struct Row {
        /// Its id, unique among rows.
        pub id: String = ID "id" required;
        /// What is done.
        pub title: String = TITLE "étape" | "etape" written;
        /// Why.
        pub intentions: Vec<String> = INTENTIONS "intentions";
        /// What it is made of.
        pub parts: Vec<String> = PARTS "sous_actions";
        /// Who leads.
        pub leads: Vec<String> = LEADS "responsable";
        /// Who takes part.
        pub people: Vec<String> = PEOPLE "personnes_impliquées" | "personnes_impliquees";
        /// When, as written.
        pub when: When = WHEN "quand";
        /// How far it is; a row that says nothing is still to do.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The day on which it was done, when it was ticked here.
        pub done_on: Option<Day> = DONE_ON "fait_le";
        /// The issues and steps it serves.
        pub cycle: Vec<CycleEntry> = CYCLE "cycle";
        /// Comments.
        pub comments: String = COMMENTS "commentaires";
        /// Links to documents.
        pub links: Vec<String> = LINKS "liens";
        /// The source document that a template row comes from.
        pub source: Option<String> = SOURCE "source";
    }
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

record! {
    /// What a row does for an issue: the steps it serves there.
    #[derive(Default)]
    pub struct CycleEntry {
        /// Its strand.
        pub strand: Option<Strand> = STRAND "volet";
        /// Its steps.
        pub steps: Vec<Step> = STEPS "étapes" | "etapes";
        /// The issue, if one is named.
        pub issue: Option<String> = ISSUE "enjeu";
    }
}

record! {
    /// An indicator: a question, a starting point and a target.
    #[derive(Default)]
    pub struct Indicator {
        /// Its id, unique among indicators.
        pub id: String = ID "id" required;
        /// The question it answers.
        pub question: String = QUESTION "question" written;
        /// The issue it belongs to.
        pub issue: Option<String> = ISSUE "enjeu";
        /// What is counted.
        pub measure: String = MEASURE "mesure" written;
        /// What it counts in.
        pub kind: Option<MeasureKind> = KIND "type";
        /// What is worked out from the school's files; entered by hand when it is not said.
        pub computed: Option<Computed> = COMPUTED "calcul";
        /// Guskey's level of evaluation, 1 to 5.
        pub level: Option<u32> = LEVEL "niveau";
        /// The starting point.
        pub baseline: Option<Reading> = BASELINE "départ" | "depart";
        /// The target.
        pub target: Option<Reading> = TARGET "cible";
        /// Which way is better.
        pub direction: Option<Direction> = DIRECTION "sens";
    }
}

impl Indicator {
    /// What is counted, or the question while nobody said what.
    pub fn title(&self) -> &str {
        if self.measure.trim().is_empty() { &self.question } else { &self.measure }
    }
}

record! {
    /// A value read on a day, out of a total when it is a proportion.
    #[derive(Default)]
    pub struct Reading {
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// The value.
        pub value: Amount = VALUE "valeur" required;
        /// Out of how many.
        pub out_of: Option<Amount> = OUT_OF "sur";
    }
}
