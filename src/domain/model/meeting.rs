//! One committee meeting (`regulations/DATE.yaml`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    agenda::Point,
    board::{NextAction, Tier, Wellbeing},
    cycle::Step,
    progress::Progress,
    survey::tell_of_nobody,
};
use crate::domain::value::{
    record::record,
    scalar::{Amount, choice},
    when::{Day, SchoolYear, When},
};

choice! {
    /// Who holds a meeting.
    pub enum Instance {
        /// The committee.
        Committee = "comité",
        /// The board of teachers and staff who are consulted: where issues are first named.
        Cpe = "CPE",
        /// The general assembly, to which the plan is presented.
        Ag = "AG",
        /// A day on which those who accompany the schools of a network are accompanied (S001-06).
        PaneDay = "journée PANE",
        /// A day on which the mentors of a network are accompanied (S001-06).
        MentorDay = "journée mentores",
    }
}

impl Instance {
    /// The days of a network.
    pub const DAYS: [Instance; 2] = [Instance::PaneDay, Instance::MentorDay];

    /// Whether it brings the members of the plan together: the committee, or those who are on a day of the network.
    pub fn is_of_members(self) -> bool {
        !matches!(self, Instance::Cpe | Instance::Ag)
    }

    /// The points of its meetings, in order: elsewhere than at the committee, nobody is spoken of.
    pub fn points(self) -> &'static [Point] {
        match self {
            Instance::Committee => Point::ALL,
            Instance::Cpe | Instance::Ag => {
                &[Point::Opening, Point::Portrait, Point::Issues, Point::Decisions, Point::Closing]
            }
            Instance::PaneDay | Instance::MentorDay => &[Point::Opening, Point::Decisions, Point::Closing],
        }
    }
}

record! {
    /// A meeting of the committee, a sitting of the CPE or of the AG, or a day of a network.
    #[derive(Default)]
    pub struct Meeting {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// Who holds it; the committee when absent.
        pub instance: Option<Instance> = INSTANCE "instance";
        /// Start and end times, as in `08:00–08:31`.
        pub hours: String = HOURS "heures";
        /// The minutes that each point of the agenda took.
        pub spent: BTreeMap<Point, Amount> = SPENT "durées" | "durees";
        /// Who leads the meeting.
        pub chair: Option<String> = CHAIR "animation";
        /// Who takes notes.
        pub scribe: Option<String> = SCRIBE "prise_de_notes";
        /// Who was there.
        pub present: Vec<String> = PRESENT "présences" | "presences";
        /// Who was absent.
        pub absent: Vec<String> = ABSENT "absences";
        /// Who was there without being on the committee: somebody from the PANE, from the CPE, a mentor of another school.
        pub guests: Vec<String> = GUESTS "invités" | "invites";
        /// Counts of the newcomers.
        pub portrait: Option<Portrait> = PORTRAIT "portrait";
        /// The questions that were on the agenda, with their answers.
        pub questions: Vec<AgendaAnswer> = QUESTIONS "questions";
        /// Follow-up on the actions of the last meeting.
        pub returns: Vec<Return> = RETURNS "retour";
        /// What was said of each person.
        pub people: Vec<PersonPoint> = PEOPLE "tour";
        /// What was said of each issue.
        pub issues: Vec<IssuePoint> = ISSUES "enjeux";
        /// What causes friction.
        pub irritants: Vec<String> = IRRITANTS "irritants";
        /// What is inconsistent.
        pub inconsistencies: Vec<String> = INCONSISTENCIES "incohérences" | "incoherences";
        /// What went well.
        pub successes: Vec<String> = SUCCESSES "bons_coups";
        /// What will be adjusted.
        pub adjustments: Vec<String> = ADJUSTMENTS "ajustements";
        /// What was decided.
        pub decisions: Vec<String> = DECISIONS "décisions" | "decisions";
        /// What will be done.
        pub actions: Vec<MeetingAction> = ACTIONS "actions";
        /// The next meeting.
        pub next_meeting: Option<Day> = NEXT_MEETING "prochaine_rencontre";
        /// Whether it is closed. A closed meeting is corrected by a new version, never in place.
        pub closed: Option<bool> = CLOSED "close";
    }
}

record! {
    /// Counts of the newcomers, without names, fit for any wall.
    #[derive(Copy, Default, Eq)]
    pub struct Portrait {
        /// Newcomers at the school.
        pub newcomers: u32 = NEWCOMERS "nouveaux" written;
        /// Doing well.
        pub well: u32 = WELL "va_bien" written;
        /// To watch.
        pub watch: u32 = WATCH "à_suivre" | "a_suivre" written;
        /// Needing more support.
        pub more_support: u32 = MORE_SUPPORT "plus_de_soutien" written;
        /// Not known.
        pub unknown: u32 = UNKNOWN "non_connu" written;
        /// Without a contact on the committee.
        pub without_contact: u32 = WITHOUT_CONTACT "sans_répondant" | "sans_repondant" written;
        /// With a mentor; absent unless this program closed the meeting.
        pub with_mentor: Option<u32> = WITH_MENTOR "avec_mentor";
        /// With more than the universal tier; absent unless this program closed the meeting.
        pub beyond_universal: Option<u32> = BEYOND_UNIVERSAL "paliers_ciblés" | "paliers_cibles";
    }
}

impl Meeting {
    /// Who holds it.
    pub fn instance(&self) -> Instance {
        self.instance.unwrap_or(Instance::Committee)
    }

    /// Whether it is a regulation of the committee.
    pub fn is_of_committee(&self) -> bool {
        self.instance() == Instance::Committee
    }
}

impl Portrait {
    /// Whether it may be told to others than the committee: in a small staff, one state of one person is theirs.
    pub fn tells_of_nobody(&self) -> bool {
        tell_of_nobody(&Wellbeing::ALL.iter().map(|state| self.count(*state)).collect::<Vec<_>>())
    }

    /// Returns the count for a wellbeing.
    pub fn count(&self, wellbeing: Wellbeing) -> u32 {
        match wellbeing {
            Wellbeing::Well => self.well,
            Wellbeing::Watch => self.watch,
            Wellbeing::MoreSupport => self.more_support,
            Wellbeing::Unknown => self.unknown,
        }
    }
}

record! {
    /// Follow-up on an action of the last meeting.
    pub struct Return {
        /// What was to be done.
        pub what: String = WHAT "quoi" required;
        /// Who was to do it.
        pub who: String = WHO "qui";
        /// What became of it; absent until the committee says.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// Why it was postponed or dropped.
        pub why: String = WHY "pourquoi";
        /// When it was due.
        pub when: When = WHEN "quand";
        /// The meeting since which it has been open.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl Return {
    /// Whether nobody needs to come back to it: it is done, or was dropped for a stated reason.
    pub fn is_settled(&self) -> bool {
        match self.state {
            Some(Progress::Done) => true,
            Some(Progress::Dropped) => !self.why.trim().is_empty(),
            Some(Progress::Todo | Progress::Doing | Progress::Postponed) | None => false,
        }
    }
}

record! {
    /// What was said of a person.
    #[derive(Default)]
    pub struct PersonPoint {
        /// Id of the person.
        pub person: String = PERSON "personne" required;
        /// Wellbeing before.
        pub before: Option<Wellbeing> = BEFORE "état_avant" | "etat_avant";
        /// Wellbeing after; absent until the person has been discussed.
        pub after: Option<Wellbeing> = AFTER "état" | "etat";
        /// Tier of support before.
        pub tier_before: Option<Tier> = TIER_BEFORE "palier_avant";
        /// Tier of support after; absent if the committee did not say.
        pub tier: Option<Tier> = TIER "palier";
        /// Needs before.
        pub needs_before: Vec<String> = NEEDS_BEFORE "besoins_avant";
        /// Needs after.
        pub needs: Vec<String> = NEEDS "besoins";
        /// How it will be known that this person makes progress; empty if nobody said it in this meeting.
        pub sign: String = SIGN "repère" | "repere";
        /// What was said.
        pub note: String = NOTE "note";
        /// The next action for this person.
        pub action: Option<NextAction> = ACTION "action";
        /// What had been planned for this person and was said to be done.
        pub done: String = DONE "fait";
    }
}

impl PersonPoint {
    /// Whether the committee discussed this person.
    pub fn is_said(&self) -> bool {
        self.after.is_some()
            || self.tier.is_some()
            || self.needs != self.needs_before
            || !self.sign.trim().is_empty()
            || !self.note.trim().is_empty()
            || self.next_step().is_some()
            || !self.done.trim().is_empty()
    }

    /// The next action for this person, if it is not blank.
    pub fn next_step(&self) -> Option<&NextAction> {
        self.action.as_ref().filter(|action| !action.what.trim().is_empty())
    }
}

record! {
    /// What was said of an issue.
    pub struct IssuePoint {
        /// Id of the issue.
        pub issue: String = ISSUE "enjeu" required;
        /// Step before.
        pub before: Option<Step> = BEFORE "étape_avant" | "etape_avant";
        /// Step after.
        pub after: Option<Step> = AFTER "étape" | "etape";
        /// The round after.
        pub round: Option<u32> = ROUND "tour";
        /// The questions of the step, and what was answered.
        pub answers: Vec<Answer> = ANSWERS "réponses" | "reponses";
        /// What was said.
        pub notes: String = NOTES "notes";
    }
}

record! {
    /// A question that was on the agenda, and what the committee answers.
    #[derive(Default)]
    pub struct AgendaAnswer {
        /// The question.
        pub question: String = QUESTION "question" written;
        /// The answer; empty while it waits.
        pub answer: String = ANSWER "réponse" | "reponse";
        /// The day of the first meeting that left it without an answer.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl AgendaAnswer {
    /// Whether it is answered.
    pub fn is_answered(&self) -> bool {
        !self.answer.trim().is_empty()
    }
}

record! {
    /// A question of a step of the cycle, and what the committee answered for an issue.
    pub struct Answer {
        /// The step.
        pub step: Step = STEP "étape" | "etape" required;
        /// The question.
        pub question: String = QUESTION "question" written;
        /// The answer; empty while the question is being discussed.
        pub answer: String = ANSWER "réponse" | "reponse";
    }
}

impl IssuePoint {
    /// Whether the committee moved this issue or said anything about it.
    pub fn is_said(&self) -> bool {
        self.before != self.after || !self.notes.trim().is_empty() || self.answered().next().is_some()
    }

    /// The questions that were answered.
    pub fn answered(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| !answer.answer.trim().is_empty())
    }

    /// The next step and its round; after the last step, the first step of a new round.
    pub fn on(&self) -> Option<(Step, Option<u32>)> {
        match self.after?.next() {
            Some(step) => Some((step, self.round)),
            None => Some((Step::Issues, self.round.map(|round| round + 1))),
        }
    }

    /// The previous step and its round; `None` at the first step of the first round.
    pub fn back(&self) -> Option<(Step, Option<u32>)> {
        match self.after?.previous() {
            Some(step) => Some((step, self.round)),
            None => self.round.filter(|round| *round > 1).map(|round| (Step::Impact, Some(round - 1))),
        }
    }
}

record! {
    /// An action that the committee sets itself.
    #[derive(Default)]
    pub struct MeetingAction {
        /// What is to be done.
        pub what: String = WHAT "quoi" written;
        /// Who does it.
        pub who: String = WHO "qui";
        /// When, as people wrote it.
        pub when: When = WHEN "quand";
        /// Its progress; to do when absent.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The meeting that first set it, if it has been carried over.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl MeetingAction {
    /// Whether it remains to be done.
    pub fn is_open(&self) -> bool {
        self.state.is_none_or(Progress::is_open)
    }

    /// The last day of `when`, if it can be parsed and is not open.
    pub fn due(&self, year: SchoolYear) -> Option<NaiveDate> {
        self.when.span(year)?.end
    }
}
