//! The means of a row of the plan: what is done for it, by whom and when.

use super::progress::Progress;
use crate::domain::value::{
    record::record,
    when::{Day, When},
};

record! {
    /// A means of a row: what is to be done for it, by whom and when. In a file, a plain text is a means of which nothing
    /// else is said.
    #[derive(Default)]
    #[schemars(transform = crate::domain::value::record::or_text)]
    pub struct Means or text what {
        /// What is to be done.
        pub what: String = WHAT "quoi" written;
        /// Who does it.
        pub who: String = WHO "qui";
        /// When, as people wrote it.
        pub when: When = WHEN "quand";
        /// Its progress; to do when absent.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The day on which it was marked as done in this program.
        pub done_on: Option<Day> = DONE_ON "fait_le";
        /// What has to be settled about it.
        pub questions: Vec<MeansQuestion> = QUESTIONS "questions";
    }
}

impl Means {
    /// Its progress; to do when absent.
    pub fn state(&self) -> Progress {
        self.state.unwrap_or(Progress::Todo)
    }

    /// Whether it remains to be done.
    pub fn is_open(&self) -> bool {
        self.state().is_open()
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        self.state() == Progress::Done
    }

    /// What is said of it: what is to be done, and the answers.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.what).chain(self.questions.iter().map(|asked| &asked.answer))
    }
}

record! {
    /// A question that the sources ask of a means, and what the school answers.
    #[derive(Default)]
    pub struct MeansQuestion or text question {
        /// The question.
        pub question: String = QUESTION "question" written;
        /// The answer.
        pub answer: String = ANSWER "réponse" | "reponse";
    }
}
