//! Topics that a school may want to look at, each with a reason and its source. They never judge a person, and never
//! block anything.

use crate::domain::model::document::FileId;

/// How urgently a topic asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Something is missing or late (« à corriger »).
    Fix,
    /// Something to think about (« à considérer »).
    Consider,
}

macro_rules! topics {
    ($($(#[$about:meta])* $name:ident = $id:literal, $weight:ident, $source:literal;)+) => {
        /// What a piece of advice is about. Its id is used in files, in messages and in the documentation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Topic { $($(#[$about])* $name),+ }

        impl Topic {
            /// Every topic.
            pub const ALL: &'static [Topic] = &[$(Topic::$name),+];

            /// Its id.
            pub const fn id(self) -> &'static str {
                match self { $(Topic::$name => $id),+ }
            }

            /// The id of the message that says what was found.
            pub const fn sentence(self) -> &'static str {
                match self { $(Topic::$name => concat!("advice-", $id)),+ }
            }

            /// The id of the message that says why it is worth a look.
            pub const fn reason(self) -> &'static str {
                match self { $(Topic::$name => concat!("advice-", $id, ".reason")),+ }
            }

            /// The id of the message that says what can be done.
            pub const fn remedy(self) -> &'static str {
                match self { $(Topic::$name => concat!("advice-", $id, ".remedy")),+ }
            }

            /// How urgently it asks for attention.
            pub fn weight(self) -> Urgency {
                match self { $(Topic::$name => Urgency::$weight),+ }
            }

            /// The documents that support its reason.
            pub fn source(self) -> &'static str {
                match self { $(Topic::$name => $source),+ }
            }
        }
    };
}

topics! {
    /// Nobody on the committee looks after a person.
    NoContact = "sans-repondant", Fix, "S001-11 E3, S001-13";
    /// A person has no mentor.
    NoMentor = "sans-mentor", Consider, "S000-06";
    /// No trace about a person for longer than the committee's rhythm.
    NoTrace = "sans-trace", Fix, "S001-11 E5";
    /// Specific support without universal support.
    TierSkipped = "palier-3-sans-palier-1", Consider, "S002-03, S004-05";
    /// No release day was granted.
    NoReleaseGiven = "liberation-non-accordee", Fix, "S001-11 E3";
    /// No release day was taken.
    NoReleaseTaken = "liberation-non-prise", Consider, "S001-11 E3";
    /// The mentor is somebody who evaluates.
    MentorEvaluates = "mentor-qui-evalue", Fix, "S000-15";
    /// The mentor works in another building.
    FarMentor = "mentor-autre-batiment", Consider, "S001-07 M4, S001-08 N2, S001-09 D5";
    /// A mentor has no released time.
    MentorWithoutTime = "mentor-sans-degagement", Consider, "S001-01";
    /// A mentor has many people for the time released.
    MentorLoad = "mentor-charge", Consider, "S001-01, S001-07 M2";
    /// A mentor was replaced within three months.
    MentorChanged = "mentor-change-tot", Consider, "S003-06";
    /// No regulation within the rhythm.
    NoRegulation = "sans-regulation", Fix, "S001-11 E5";
    /// An issue is put in place without a search for leads.
    StepSkipped = "etape-4-sans-3", Consider, "S001-12";
    /// The impact is measured without initial data.
    NoInitialData = "impact-sans-donnees", Fix, "S001-11 E6";
    /// A row is late.
    RowLate = "etape-en-retard", Fix, "S001-11 E3";
    /// A row has no lead.
    RowWithoutLead = "etape-sans-responsable", Fix, "S001-10";
    /// A row has no date.
    RowWithoutDate = "etape-sans-date", Consider, "S001-10";
    /// The plan has not been presented.
    NotPresented = "plan-non-presente", Consider, "S001-11 E4";
    /// No impact check this year.
    NoImpactCheck = "sans-mesure-impact", Consider, "S001-11 E6";
    /// Aims that the plan does not touch.
    AimsLeft = "visees-absentes", Consider, "S000-04";
    /// Common measures that the plan does not have.
    MeasuresLeft = "mesures-absentes", Consider, "S000-06";
    /// Conditions of an effective programme that the plan does not show.
    ConditionsLeft = "conditions-absentes", Consider, "S000-03";
    /// Nothing says how long records are kept.
    NoRetention = "sans-regle-de-conservation", Consider, "RLRQ, c. A-2.1, art. 73";
    /// Somebody left, and nothing says until when the record is kept.
    NoKeepUntil = "sans-date-de-conservation", Consider, "RLRQ, c. A-2.1, art. 73";
    /// A word that evaluates a person.
    Judging = "mot-qui-evalue", Consider, "S000-03, S000-15";
    /// A word too intimate for this board.
    Intimate = "mot-trop-intime", Consider, "RLRQ, c. A-2.1, art. 64";
}

impl Topic {
    /// Returns the topic with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|topic| topic.id() == id)
    }
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What it is about.
    pub topic: Topic,
    /// The document.
    pub file: FileId,
    /// The path of the record or the field.
    pub path: Vec<String>,
    /// The newcomer that it concerns, by id.
    pub person: Option<String>,
    /// The values that its message interpolates, by name.
    pub values: Vec<(&'static str, String)>,
}

impl Advice {
    /// Whether it concerns the record or field at that path, or something inside it.
    pub fn is_about(&self, file: &FileId, place: &[&str]) -> bool {
        !place.is_empty()
            && self.file == *file
            && self.path.iter().zip(place).all(|(a, b)| a == b)
            && self.path.len() >= place.len()
    }
}
