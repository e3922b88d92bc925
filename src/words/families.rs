//! The sentences of enumerations, one per value: a value without its sentence does not compile.

use super::{Id, id};
use crate::domain::{
    advice::topic::Topic,
    model::{
        agenda::Point,
        computed::Computed,
        field_kind::Refusal,
        meeting::Instance,
        own_column::OwnKind,
        publication::{Form, SchoolPaper},
        survey::{Answering, Audience},
    },
    privacy::audience::Level,
    value::fault::Code,
};

/// The sentence of each value of an enumeration, all of them found at compile time.
macro_rules! family {
    ($(#[$about:meta])* $name:ident($value:ident: $list:ident) = $id:expr) => {
        $(#[$about])*
        pub fn $name(of: $list) -> Id {
            const IDS: [Id; $list::ALL.len()] = {
                let mut ids = [id!("question"); $list::ALL.len()];
                let mut at = 0;
                while at < ids.len() {
                    let $value = $list::ALL[at];
                    ids[at] = $id;
                    at += 1;
                }
                ids
            };
            IDS[of as usize]
        }
    };
}

family! {
    /// What went wrong.
    fault(code: Code) = Id::of(code.cause())
}

family! {
    /// How to fix it.
    fault_remedy(code: Code) = Id::of(code.remedy())
}

family! {
    /// What was noticed.
    advice(topic: Topic) = Id::of(topic.sentence())
}

family! {
    /// Why it matters.
    advice_reason(topic: Topic) = Id::of(topic.reason())
}

family! {
    /// What can be done about it.
    advice_remedy(topic: Topic) = Id::of(topic.remedy())
}

family! {
    /// Why a typed text does not fit its field.
    refusal(refusal: Refusal) = Id::of(refusal.sentence())
}

/// Who holds a meeting.
pub fn instance(instance: Instance) -> Id {
    match instance {
        Instance::Committee => id!("instance-comite"),
        Instance::Cpe => id!("instance-cpe"),
        Instance::Ag => id!("instance-ag"),
        Instance::PaneDay => id!("instance-pane-day"),
        Instance::MentorDay => id!("instance-mentor-day"),
    }
}

family! {
    /// The kind of values of a column of the school's own.
    own_kind(kind: OwnKind) = Id::of_word("own-kind-", kind.word())
}

/// The name of a level of reading.
pub fn level(level: Level) -> Id {
    match level {
        Level::Direction => id!("level-direction"),
        Level::Committee => id!("level-comite"),
        Level::Projected => id!("level-projete"),
    }
}

/// What an audience is shown.
pub fn level_about(level: Level) -> Id {
    match level {
        Level::Direction => id!("level-direction-about"),
        Level::Committee => id!("level-comite-about"),
        Level::Projected => id!("level-projete-about"),
    }
}

family! {
    /// The format of a publication.
    form(form: Form) = Id::of_word("form-", form.word())
}

family! {
    /// The name of what is published about the school.
    school_paper(paper: SchoolPaper) = Id::of_word("publish-", paper.word())
}

family! {
    /// What exporting it writes, for the help of the command line.
    school_paper_about(paper: SchoolPaper) = Id::of_word("usage-export-", paper.word())
}

/// Who answers a survey.
pub fn audience(audience: Audience) -> Id {
    match audience {
        Audience::Newcomers => id!("survey-audience-nouveaux"),
        Audience::Unmentored => id!("survey-audience-sans-mentor"),
        Audience::Mentors => id!("survey-audience-mentors"),
        Audience::Principals => id!("survey-audience-direction"),
        Audience::Others => id!("survey-audience-autres"),
    }
}

/// The purpose of a questionnaire; there is none for other audiences.
pub fn questionnaire(audience: Audience) -> Option<Id> {
    match audience {
        Audience::Newcomers => Some(id!("survey-model-nouveaux")),
        Audience::Unmentored => Some(id!("survey-model-sans-mentor")),
        Audience::Mentors => Some(id!("survey-model-mentors")),
        Audience::Principals => Some(id!("survey-model-direction")),
        Audience::Others => None,
    }
}

/// How to set up a question in a form.
pub fn answering(how: Answering) -> Id {
    match how {
        Answering::One => id!("survey-how-choix"),
        Answering::Several => id!("survey-how-choix-multiples"),
        Answering::Ranked => id!("survey-how-rangs"),
        Answering::Scale => id!("survey-how-echelle"),
        Answering::Words => id!("survey-how-commentaires"),
    }
}

/// What a computed indicator counts.
pub fn computed(computed: Computed) -> Id {
    match computed {
        Computed::Retention => id!("calcul-maintien"),
        Computed::Board => id!("calcul-maintien-au-centre"),
        Computed::Profession => id!("calcul-maintien-dans-la-profession"),
        Computed::Contact => id!("calcul-avec-repondant"),
        Computed::Mentor => id!("calcul-avec-mentor"),
        Computed::GoingWell => id!("calcul-vont-bien"),
        Computed::Traces => id!("calcul-traces-du-mois"),
        Computed::Release => id!("calcul-liberation-prise"),
        Computed::Tiers => id!("calcul-paliers-cibles"),
        Computed::Rows => id!("calcul-etapes-a-temps"),
        Computed::Actions => id!("calcul-actions-a-temps"),
    }
}

/// A point of the agenda, in one word.
pub fn point_short(of: Point) -> Id {
    match of {
        Point::Review => id!("point-6-short"),
        Point::Decisions => id!("point-7-short"),
        other => point(other),
    }
}

/// A point of the agenda.
pub fn point(point: Point) -> Id {
    match point {
        Point::Opening => id!("point-1"),
        Point::Returns => id!("point-2"),
        Point::Portrait => id!("point-3"),
        Point::People => id!("point-4"),
        Point::Issues => id!("point-5"),
        Point::Review => id!("point-6"),
        Point::Decisions => id!("point-7"),
        Point::Closing => id!("point-8"),
    }
}

/// A level of evaluation, from 1 to 5 (Guskey, 2000).
pub fn guskey(level: u32) -> Option<Id> {
    let levels = [id!("guskey-1"), id!("guskey-2"), id!("guskey-3"), id!("guskey-4"), id!("guskey-5")];
    levels.get((level as usize).checked_sub(1)?).copied()
}
