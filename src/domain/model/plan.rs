//! The deployment plan (`plan.yaml`): issues, rows and indicators of a school year.

use super::{
    computed::Computed,
    cycle::{Cycle, Step},
    goal_scale::Scale,
    means::Means,
    progress::Progress,
    school::{Committee, Resources, School},
    welcome::WelcomeStep,
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
    /// How an indicator is expressed.
    pub enum MeasureKind { Proportion = "proportion", Count = "nombre", Scale = "échelle", YesNo = "oui-non" }
}

choice! {
    /// Which way is better.
    pub enum Direction { Up = "hausse", Down = "baisse" }
}

choice! {
    /// What a school gives to those who accompany a network of schools (`réseau`).
    pub enum NetworkShare {
        /// Its counts.
        All = "oui",
        /// The counts of its plan only.
        Plan = "plan",
        /// Nothing.
        None = "non",
        /// It is no school: this plan is that of those who accompany the network.
        Own = "accompagne",
    }
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
        /// The resources that the school provides.
        pub resources: Resources = RESOURCES "ressources" written;
        /// The school's own labels and questions for the cycle.
        pub cycle: Option<Cycle> = CYCLE "cycle";
        /// The issues.
        pub issues: Vec<Issue> = ISSUES "enjeux";
        /// The rows of the deployment.
        pub rows: Vec<Row> = ROWS "déploiement" | "deploiement";
        /// The indicators.
        pub indicators: Vec<Indicator> = INDICATORS "indicateurs";
        /// What the committee recommends at the end of the year.
        pub recommendations: Vec<String> = RECOMMENDATIONS "recommandations";
        /// Guiding questions and the committee's answers.
        pub questions: Vec<GuidingQuestion> = QUESTIONS "questions";
        /// The school's own terms, in addition to those of the sources.
        pub lexicon: Vec<Term> = LEXICON "lexique";
        /// Who is responsible for personal information, printed on papers about people.
        pub privacy_officer: Option<PrivacyOfficer> = PRIVACY_OFFICER "responsable_prp";
        /// How long records are kept.
        pub retention: Option<Retention> = RETENTION "conservation";
        /// What a wall may show of a newcomer beside the alias; nothing by default.
        pub wall: Option<WallShown> = WALL "mur";
        /// What the school gives to its network; its counts when absent.
        pub network: Option<NetworkShare> = NETWORK "réseau" | "reseau";
        /// The steps of the welcome of whoever arrives; the usual ones when empty.
        pub welcome: Vec<WelcomeStep> = WELCOME "accueil";
        /// What the school says that it does of what programmes aim at, do and rest on.
        pub coverage: Vec<CoverageAnswer> = COVERAGE "couverture";
        /// Words that the school weighs before they are kept, besides those of the catalogue.
        pub weighed: Vec<String> = WEIGHED "mots_à_peser" | "mots_a_peser";
        /// Advice topics that the school has silenced.
        pub silenced: Vec<Silence> = SILENCED "vérifications_tues" | "verifications_tues";
    }
}

record! {
    /// What a wall may show of a newcomer beside the alias: in a small school a job may tell who it is.
    #[derive(Default)]
    pub struct WallShown {
        /// The job.
        pub job: Option<bool> = JOB "fonction";
        /// The building.
        pub building: Option<bool> = BUILDING "bâtiment" | "batiment";
    }
}

impl Plan {
    /// Whether the school lets a wall show a field of a newcomer, by its key, that would be for the committee.
    pub fn is_open_on_wall(&self, key: &str) -> bool {
        self.wall.as_ref().is_some_and(|wall| match key {
            WallShown::JOB => wall.job == Some(true),
            WallShown::BUILDING => wall.building == Some(true),
            _ => false,
        })
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
        /// The day on which it was answered in this program.
        pub answered_on: Option<Day> = ANSWERED_ON "répondu_le" | "repondu_le";
        /// The id of the earlier question that this one repeats; its answer is a starting point.
        pub again: Option<String> = AGAIN "reprend";
        /// What the sources say about it.
        pub landmark: String = LANDMARK "repère" | "repere";
    }
}

impl GuidingQuestion {
    /// Whether the committee answered it.
    pub fn is_answered(&self) -> bool {
        !self.answer.trim().is_empty()
    }
}

record! {
    /// Who is responsible, for the school, for access to documents and for personal information.
    #[derive(Default)]
    pub struct PrivacyOfficer {
        /// Full name.
        pub name: String = NAME "nom" written;
        /// E-mail address.
        pub email: String = EMAIL "courriel";
    }
}

record! {
    /// The school's rule for keeping the records of people.
    #[derive(Default)]
    pub struct Retention {
        /// How long after a departure: `1 an`, `18 mois`.
        pub after_departure: String = AFTER_DEPARTURE "après_départ" | "apres_depart" written;
        /// How long after an arrival, until somebody leaves.
        pub after_arrival: String = AFTER_ARRIVAL "après_arrivée" | "apres_arrivee";
    }
}

record! {
    /// What the school says of one aim, measure or condition: whether it does it, and why it says so.
    #[derive(Default)]
    pub struct CoverageAnswer {
        /// The code of the entry of the catalogue.
        pub code: String = CODE "code" required;
        /// Whether the school does it.
        pub is_done: Option<bool> = IS_DONE "réponse" | "reponse";
        /// Why it says so.
        pub reason: String = REASON "pourquoi";
    }
}

record! {
    /// A term as the school understands it.
    #[derive(Default)]
    pub struct Term {
        /// The word.
        pub word: String = WORD "terme" required;
        /// What it means here.
        pub meaning: String = MEANING "définition" | "definition";
    }
}

record! {
    /// An advice topic that the school silences, and why.
    #[derive(Default)]
    pub struct Silence {
        /// The id of the topic.
        pub code: String = CODE "code" required;
        /// Why.
        pub reason: String = REASON "pourquoi";
    }
}

impl Plan {
    /// The school year. If it cannot be parsed, year 0 keeps dates without a year apart from real ones.
    pub fn year(&self) -> SchoolYear {
        SchoolYear::parse(&self.school.year).unwrap_or(SchoolYear(0))
    }

    /// Returns the issue with that id.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// Returns the indicator with that id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// Returns the row with that id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Returns the question with that id.
    pub fn question(&self, id: &str) -> Option<&GuidingQuestion> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The answer that an unanswered question can start from: that of the question it repeats.
    pub fn earlier_answer(&self, question: &GuidingQuestion) -> Option<&str> {
        let earlier = question.again.as_deref().and_then(|id| self.question(id))?;
        Some(earlier.answer.as_str()).filter(|answer| question.answer.is_empty() && !answer.is_empty())
    }

    /// The issues, highest priority first; those without a priority come last.
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
        /// Its priority; 1 comes first.
        pub priority: Option<u32> = PRIORITY "priorité" | "priorite";
        /// Its current step in the cycle.
        pub step: Step = STEP "étape" | "etape" or "first_step";
        /// Its current round of the cycle, from 1.
        pub round: u32 = ROUND "tour" or "first_round";
        /// What the committee wants to achieve.
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
        /// Why it is done.
        pub intentions: Vec<String> = INTENTIONS "intentions";
        /// Its means.
        pub means: Vec<Means> = MEANS "sous_actions";
        /// Who leads.
        pub leads: Vec<String> = LEADS "responsable";
        /// Who takes part.
        pub people: Vec<String> = PEOPLE "personnes_impliquées" | "personnes_impliquees";
        /// When, as people wrote it.
        pub when: When = WHEN "quand";
        /// Its progress; to do when absent.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The day on which it was marked as done in this program.
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
    /// Its progress; to do when absent.
    pub fn state(&self) -> Progress {
        self.state.unwrap_or(Progress::Todo)
    }

    /// Whether it remains to be done.
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
        /// How it is expressed.
        pub kind: Option<MeasureKind> = KIND "type";
        /// How it is computed from the school's files; entered by hand when absent.
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
    /// What is counted, or the question if that is blank.
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
        /// The total that the value is out of.
        pub out_of: Option<Amount> = OUT_OF "sur";
    }
}
