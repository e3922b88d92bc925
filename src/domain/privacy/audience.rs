//! The audience of what is shown: the principal alone, the committee, or a wall.

use crate::domain::{
    model::{
        board::{Departure, Newcomer, NextAction, Release},
        document::FileId,
        meeting::Meeting,
        plan::Row,
        survey::{Question, Survey},
    },
    value::scalar::choice,
};

choice! {
    /// An audience, from the smallest to the largest: each level hides more than the one before.
    pub enum Level {
        /// The principal: everything.
        Direction = "direction",
        /// The committee: names, needs and traces.
        Committee = "comité",
        /// A wall: aliases, nothing personal.
        Projected = "projeté",
    }
}

/// Fields of a newcomer that a wall may show: none that tells who it is.
const OPEN: [&str; 11] = [
    Release::GRANTED,
    Newcomer::ALIAS,
    Newcomer::WELLBEING,
    Newcomer::WELLBEING_ON,
    Row::TITLE,
    Newcomer::RELEASE,
    Newcomer::TIER,
    Release::TAKEN,
    Release::DAYS,
    NextAction::WHEN,
    Newcomer::CONTACT,
];

/// Fields that only the direction may read.
const KEPT: [&str; 1] = [Departure::REASON];

impl Level {
    /// The largest audience that may read a field, by its path. The whole record of a newcomer is personal.
    pub fn of_field(file: &FileId, path: &[impl AsRef<str>]) -> Level {
        let about_people = match file {
            FileId::Board => true,
            FileId::Draft => path.len() < 2 || path.iter().any(|step| step.as_ref() == Meeting::PEOPLE),
            FileId::Meeting(_) => path.iter().any(|step| step.as_ref() == Meeting::PEOPLE),
            FileId::Plan | FileId::Impact(_) => false,
            // What somebody typed may reveal who it was, and a rare answer may be typed.
            FileId::Survey(_) => return if holds_answers(path) { Level::Direction } else { Level::Projected },
        };
        // Whatever a school calls its custom columns, their content is personal.
        // The days of a welcome tell when somebody arrived.
        let inner = [
            Newcomer::TRACES,
            Newcomer::OWN,
            Newcomer::WELCOME,
            Newcomer::PAIR_MEETINGS,
            Newcomer::AGREEMENT,
            Newcomer::RISKS,
            Newcomer::SIGN,
        ];
        let is_inner = path.iter().any(|step| inner.contains(&step.as_ref()));
        match path.last().map_or("", AsRef::as_ref) {
            key if about_people && KEPT.contains(&key) => Level::Direction,
            key if about_people && (is_inner || !OPEN.contains(&key)) => Level::Committee,
            _ => Level::Projected,
        }
    }
}

/// Whether a path of a survey may lead to what somebody typed: to the comments or the counts of a question, or to what
/// holds them.
fn holds_answers(path: &[impl AsRef<str>]) -> bool {
    let is_typed = |key: &str| matches!(key, Question::COMMENTS | Question::COUNTS);
    match path {
        [] => true,
        [list, rest @ ..] => list.as_ref() == Survey::QUESTIONS && rest.get(1).is_none_or(|key| is_typed(key.as_ref())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_by_those_whom_they_concern() {
        let level = |file: FileId, path: &str| Level::of_field(&file, &path.split('.').collect::<Vec<_>>());
        for (path, expected) in [
            ("personnes.n01.état", Level::Projected),
            ("personnes.n01.besoins", Level::Committee),
            ("personnes.n01.fonction", Level::Committee),
            ("personnes.n01.conserver_jusquau", Level::Committee),
            ("personnes.n01.mentor", Level::Committee),
            ("personnes.n01.arrivée", Level::Committee),
            ("personnes.n01.traces.0.date", Level::Committee),
            ("personnes.n01.prochaine_action.quand", Level::Projected),
            ("personnes.n01.prochaine_action.quoi", Level::Committee),
            ("personnes.n01", Level::Committee),
            ("personnes.n01.colonnes.état", Level::Committee),
            ("personnes.n01.départ.motif", Level::Direction),
            ("personnes.n01.accueil.a1.quand", Level::Committee),
            ("personnes.n01.accueil.a1.état", Level::Committee),
            ("personnes.n01.progrès.quand", Level::Committee),
            ("personnes.n01.contacts.0.date", Level::Committee),
            ("personnes.n01.entente.date", Level::Committee),
            ("personnes.n01.départ.date", Level::Committee),
            ("personnes.n01.risques.état", Level::Committee),
        ] {
            assert_eq!(level(FileId::Board, path), expected, "{path}");
        }
        assert_eq!(level(FileId::Draft, "rencontre.tour.n01.note"), Level::Committee);
        assert_eq!(level(FileId::Draft, "rencontre.enjeux.x.notes"), Level::Projected);
        assert_eq!(level(FileId::Plan, "comité.membres.0.nom"), Level::Projected);
        let survey = || FileId::Survey("2027-02".into());
        assert_eq!(level(survey(), "questions.q1.comptes.0.réponse"), Level::Direction);
        assert_eq!(level(survey(), "questions.q1.code"), Level::Projected);
    }
}
