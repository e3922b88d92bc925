//! What a board keeps of a pair, a newcomer and the mentor: that they met, and what they agreed on; never what was said.

use crate::domain::value::{record::record, scalar::choice, when::Day};

choice! {
    /// Whether a risk of a pairing is there, as the committee sees it (S000-15): it blocks nothing and is not counted.
    pub enum RiskSeen {
        /// It is there.
        Yes = "oui",
        /// It may be.
        ToWatch = "à surveiller",
        /// It is not.
        No = "non",
    }
}

record! {
    /// A meeting of somebody and the mentor. That they met is known; what was said is theirs.
    pub struct PairMeeting {
        /// The day.
        pub date: Day = DATE "date" required;
        /// How long, in words: `30 min`.
        pub length: String = LENGTH "durée" | "duree";
        /// The theme, if both agree to say it.
        pub theme: String = THEME "thème" | "theme";
    }
}

record! {
    /// The agreement of a pair (S003-05, S003-08, S003-14).
    #[derive(Default)]
    pub struct Agreement {
        /// The day on which the two agreed; absent until they say so.
        pub date: Option<Day> = DATE "date";
        /// The day of the look that the two take at it in the middle of the year.
        pub reviewed_on: Option<Day> = REVIEWED_ON "revue_le";
        /// The questions, and what the two accept to write of their answers.
        pub answers: Vec<AgreementAnswer> = ANSWERS "réponses" | "reponses";
    }
}

impl Agreement {
    /// How often the two agreed to meet, in their words; empty if they did not say.
    pub fn rhythm(&self) -> &str {
        let of_rhythm = |asked: &&AgreementAnswer| crate::domain::value::text::fold(&asked.question).contains(RHYTHM);
        self.answers.iter().find(of_rhythm).map_or("", |asked| asked.answer.trim())
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|asked| !asked.answer.trim().is_empty()).count()
    }
}

/// The word of the question about how often a pair meets, folded.
const RHYTHM: &str = "frequence";

record! {
    /// A question of an agreement.
    #[derive(Default)]
    pub struct AgreementAnswer {
        /// The question.
        pub question: String = QUESTION "question" written;
        /// What the sources say of it.
        pub landmark: String = LANDMARK "repère" | "repere";
        /// What the two agreed on.
        pub answer: String = ANSWER "réponse" | "reponse";
    }
}
