//! One committee meeting (`regulations/DATE.yaml`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    agenda::Point,
    board::{NextAction, Tier, Wellbeing},
    cycle::Step,
    progress::Progress,
};
use crate::domain::value::{
    record::record,
    scalar::Amount,
    when::{Day, SchoolYear, When},
};

record! {
    /// A meeting of the committee.
    #[derive(Default)]
    pub struct Meeting {
        /// Version of the format.
        pub format: u32 = FORMAT "format" or "crate::domain::value::scalar::current_format";
        /// The day.
        pub date: Option<Day> = DATE "date";
        /// From when to when, `08:00–08:31`.
        pub hours: String = HOURS "heures";
        /// The minutes that each point of the agenda took.
        pub spent: BTreeMap<Point, Amount> = SPENT "durées" | "durees";
        /// Who leads the meeting.
        pub chair: Option<String> = CHAIR "animation";
        /// Who takes notes.
        pub scribe: Option<String> = SCRIBE "prise_de_notes";
        /// Who was there.
        pub present: Vec<String> = PRESENT "présences" | "presences";
        /// Who was not.
        pub absent: Vec<String> = ABSENT "absences";
        /// The newcomers in counts.
        pub portrait: Option<Portrait> = PORTRAIT "portrait";
        /// What became of the actions of last time.
        pub returns: Vec<Return> = RETURNS "retour";
        /// Person by person.
        pub people: Vec<PersonPoint> = PEOPLE "tour";
        /// Issue by issue.
        pub issues: Vec<IssuePoint> = ISSUES "enjeux";
        /// What chafes.
        pub irritants: Vec<String> = IRRITANTS "irritants";
        /// What does not hold together.
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
        /// A closed meeting is corrected by a new version, never in place.
        pub closed: Option<bool> = CLOSED "close";
    }
}

record! {
    /// The newcomers in counts: no name, fit for any wall.
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
        /// With a mentor, for a meeting that was closed here.
        pub with_mentor: Option<u32> = WITH_MENTOR "avec_mentor";
        /// With more than the universal tier, for a meeting that was closed here.
        pub beyond_universal: Option<u32> = BEYOND_UNIVERSAL "paliers_ciblés" | "paliers_cibles";
    }
}

impl Portrait {
    /// The count of one state.
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
    /// What became of an action of last time.
    pub struct Return {
        /// What.
        pub what: String = WHAT "quoi" required;
        /// Who.
        pub who: String = WHO "qui";
        /// What became of it; nothing yet while the committee has not said.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// Why it was postponed or dropped.
        pub why: String = WHY "pourquoi";
        /// When it was due.
        pub when: When = WHEN "quand";
        /// Since which meeting it has been open.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl Return {
    /// Whether nobody needs to come back to it: it is done, or given up for a reason.
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
        /// State before.
        pub before: Option<Wellbeing> = BEFORE "état_avant" | "etat_avant";
        /// State after; nothing while the person has not been spoken of.
        pub after: Option<Wellbeing> = AFTER "état" | "etat";
        /// Tier of support before.
        pub tier_before: Option<Tier> = TIER_BEFORE "palier_avant";
        /// Tier of support after, when the committee said it.
        pub tier: Option<Tier> = TIER "palier";
        /// Needs before.
        pub needs_before: Vec<String> = NEEDS_BEFORE "besoins_avant";
        /// Needs.
        pub needs: Vec<String> = NEEDS "besoins";
        /// What was said.
        pub note: String = NOTE "note";
        /// What comes next for this person.
        pub action: Option<NextAction> = ACTION "action";
    }
}

impl PersonPoint {
    /// Whether the committee spoke of this person.
    pub fn is_said(&self) -> bool {
        self.after.is_some()
            || self.tier.is_some()
            || self.needs != self.needs_before
            || !self.note.trim().is_empty()
            || self.next_step().is_some()
    }

    /// What comes next for this person, when something does.
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
    /// A question of a step of the cycle, and what the committee answered for an issue.
    pub struct Answer {
        /// The step.
        pub step: Step = STEP "étape" | "etape" required;
        /// The question.
        pub question: String = QUESTION "question" written;
        /// What was answered; nothing yet while it is being asked.
        pub answer: String = ANSWER "réponse" | "reponse";
    }
}

impl IssuePoint {
    /// Whether the committee moved this issue or said something of it.
    pub fn is_said(&self) -> bool {
        self.before != self.after || !self.notes.trim().is_empty() || self.answered().next().is_some()
    }

    /// The questions that were answered.
    pub fn answered(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().filter(|answer| !answer.answer.trim().is_empty())
    }

    /// The step after this one, and its round: a round begins when the last one is walked to its end.
    pub fn on(&self) -> Option<(Step, Option<u32>)> {
        match self.after?.next() {
            Some(step) => Some((step, self.round)),
            None => Some((Step::Issues, self.round.map(|round| round + 1))),
        }
    }

    /// The step before this one, and its round. The first step of the first round has none.
    pub fn back(&self) -> Option<(Step, Option<u32>)> {
        match self.after?.previous() {
            Some(step) => Some((step, self.round)),
            None => self.round.filter(|round| *round > 1).map(|round| (Step::Impact, Some(round - 1))),
        }
    }
}

record! {
    /// An action that the committee gives itself.
    #[derive(Default)]
    pub struct MeetingAction {
        /// What.
        pub what: String = WHAT "quoi" written;
        /// Who.
        pub who: String = WHO "qui";
        /// When, as written.
        pub when: When = WHEN "quand";
        /// How far it is; nothing said is still to do.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The meeting that first gave it, when it has been carried over.
        pub since: Option<Day> = SINCE "depuis";
    }
}

impl MeetingAction {
    /// Whether somebody still has to do something.
    pub fn is_open(&self) -> bool {
        self.state.is_none_or(Progress::is_open)
    }

    /// The day by which it should be done.
    pub fn due(&self, year: SchoolYear) -> Option<NaiveDate> {
        self.when.span(year)?.end
    }
}
