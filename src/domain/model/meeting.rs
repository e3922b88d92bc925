//! One committee meeting (`regulations/DATE.yaml`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    agenda::Point,
    board::{NextAction, Tier, Wellbeing},
    cycle::Step,
    progress::Progress,
};
use crate::domain::value::{
    scalar::{Amount, one_or_many, text, yes_no},
    when::{Day, SchoolYear, When},
};

/// A meeting of the committee.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meeting {
    /// Version of the format.
    #[serde(default = "crate::domain::value::scalar::current_format")]
    pub format: u32,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// From when to when, `08:00–08:31`.
    #[serde(rename = "heures", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// The minutes that each point of the agenda took.
    #[serde(rename = "durées", alias = "durees", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub spent: BTreeMap<Point, Amount>,
    /// Who leads the meeting.
    #[serde(rename = "animation", default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<String>,
    /// Who takes notes.
    #[serde(rename = "prise_de_notes", default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
    /// Who was there.
    #[serde(
        rename = "présences",
        alias = "presences",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub present: Vec<String>,
    /// Who was not.
    #[serde(rename = "absences", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub absent: Vec<String>,
    /// The newcomers in counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portrait: Option<Portrait>,
    /// What became of the actions of last time.
    #[serde(rename = "retour", default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<Return>,
    /// Person by person.
    #[serde(rename = "tour", default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonPoint>,
    /// Issue by issue.
    #[serde(rename = "enjeux", default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<IssuePoint>,
    /// What chafes.
    #[serde(rename = "irritants", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub irritants: Vec<String>,
    /// What does not hold together.
    #[serde(
        rename = "incohérences",
        alias = "incoherences",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub inconsistencies: Vec<String>,
    /// What went well.
    #[serde(rename = "bons_coups", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub successes: Vec<String>,
    /// What will be adjusted.
    #[serde(rename = "ajustements", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub adjustments: Vec<String>,
    /// What was decided.
    #[serde(
        rename = "décisions",
        alias = "decisions",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub decisions: Vec<String>,
    /// What will be done.
    #[serde(rename = "actions", default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<MeetingAction>,
    /// The next meeting.
    #[serde(rename = "prochaine_rencontre", default, skip_serializing_if = "Option::is_none")]
    pub next_meeting: Option<Day>,
    /// A closed meeting is corrected by a new version, never in place.
    #[serde(rename = "close", default, with = "yes_no", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<bool>")]
    pub closed: Option<bool>,
}

/// The newcomers in counts: no name, fit for any wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Portrait {
    /// Newcomers at the school.
    #[serde(rename = "nouveaux")]
    pub newcomers: u32,
    /// Doing well.
    #[serde(rename = "va_bien")]
    pub well: u32,
    /// To watch.
    #[serde(rename = "à_suivre", alias = "a_suivre")]
    pub watch: u32,
    /// Needing more support.
    #[serde(rename = "plus_de_soutien")]
    pub more_support: u32,
    /// Not known.
    #[serde(rename = "non_connu")]
    pub unknown: u32,
    /// Without a contact on the committee.
    #[serde(rename = "sans_répondant", alias = "sans_repondant")]
    pub without_contact: u32,
    /// With a mentor, for a meeting that was closed here.
    #[serde(rename = "avec_mentor", skip_serializing_if = "Option::is_none")]
    pub with_mentor: Option<u32>,
    /// With more than the universal tier, for a meeting that was closed here.
    #[serde(rename = "paliers_ciblés", alias = "paliers_cibles", skip_serializing_if = "Option::is_none")]
    pub beyond_universal: Option<u32>,
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

/// What became of an action of last time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Return {
    /// What.
    #[serde(rename = "quoi")]
    pub what: String,
    /// Who.
    #[serde(rename = "qui", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// What became of it; nothing yet while the committee has not said.
    #[serde(rename = "état", alias = "etat", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Progress>,
    /// Why it was postponed or dropped.
    #[serde(rename = "pourquoi", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// When it was due.
    #[serde(rename = "quand", default, skip_serializing_if = "When::is_empty")]
    pub when: When,
    /// Since which meeting it has been open.
    #[serde(rename = "depuis", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
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

/// What was said of a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonPoint {
    /// Id of the person.
    #[serde(rename = "personne")]
    pub person: String,
    /// State before.
    #[serde(rename = "état_avant", alias = "etat_avant", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Wellbeing>,
    /// State after; nothing while the person has not been spoken of.
    #[serde(rename = "état", alias = "etat", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Wellbeing>,
    /// Tier of support before.
    #[serde(rename = "palier_avant", default, skip_serializing_if = "Option::is_none")]
    pub tier_before: Option<Tier>,
    /// Tier of support after, when the committee said it.
    #[serde(rename = "palier", default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Needs before.
    #[serde(
        rename = "besoins_avant",
        default,
        deserialize_with = "one_or_many",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[schemars(with = "Vec<String>")]
    pub needs_before: Vec<String>,
    /// Needs.
    #[serde(rename = "besoins", default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub needs: Vec<String>,
    /// What was said.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What comes next for this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<NextAction>,
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

/// What was said of an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IssuePoint {
    /// Id of the issue.
    #[serde(rename = "enjeu")]
    pub issue: String,
    /// Step before.
    #[serde(rename = "étape_avant", alias = "etape_avant", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Step>,
    /// Step after.
    #[serde(rename = "étape", alias = "etape", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Step>,
    /// The round after.
    #[serde(rename = "tour", default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u32>,
    /// The questions of the step, and what was answered.
    #[serde(rename = "réponses", alias = "reponses", default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// What was said.
    #[serde(default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

/// A question of a step of the cycle, and what the committee answered for an issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The step.
    #[serde(rename = "étape", alias = "etape")]
    pub step: Step,
    /// The question.
    #[serde(default, deserialize_with = "text")]
    pub question: String,
    /// What was answered; nothing yet while it is being asked.
    #[serde(
        rename = "réponse",
        alias = "reponse",
        default,
        deserialize_with = "text",
        skip_serializing_if = "String::is_empty"
    )]
    pub answer: String,
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

/// An action that the committee gives itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeetingAction {
    /// What.
    #[serde(rename = "quoi", default, deserialize_with = "text")]
    pub what: String,
    /// Who.
    #[serde(rename = "qui", default, deserialize_with = "text", skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// When, as written.
    #[serde(rename = "quand", default, skip_serializing_if = "When::is_empty")]
    pub when: When,
    /// How far it is; nothing said is still to do.
    #[serde(rename = "état", alias = "etat", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Progress>,
    /// The meeting that first gave it, when it has been carried over.
    #[serde(rename = "depuis", default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
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
