//! The welcome of whoever arrives: the steps that a school plans, and those of one person.

use super::progress::Progress;
use crate::domain::value::{
    record::record,
    scalar::choice,
    when::{Day, When},
};

choice! {
    /// When a step of the welcome takes place, from the day of the arrival.
    pub enum Moment {
        /// Before the person arrives.
        Before = "avant",
        /// On the first day.
        FirstDay = "premier jour",
        /// In the first week.
        FirstWeek = "première semaine",
        /// In the first month.
        FirstMonth = "premier mois",
        /// After three months.
        ThreeMonths = "trois mois",
    }
}

record! {
    /// A step of the welcome that a school plans for whoever arrives.
    pub struct WelcomeStep {
        /// Its id, unique among steps.
        pub id: String = ID "id" required;
        /// When it takes place.
        pub moment: Moment = MOMENT "moment" required;
        /// What is done.
        pub what: String = WHAT "quoi" written;
        /// Who does it: a role (répondant, mentor, direction), or a name.
        pub who: String = WHO "qui";
        /// Words of the jobs that it is for; every job when empty.
        pub jobs: Vec<String> = JOBS "pour";
    }
}

record! {
    /// A step of the welcome of one person.
    #[derive(Default)]
    pub struct WelcomeTask {
        /// Its id, unique among those of the person.
        pub id: String = ID "id" required;
        /// What is done.
        pub what: String = WHAT "quoi" written;
        /// Who does it: a role, as long as it is to be done by whoever has it, or a name.
        pub who: String = WHO "qui";
        /// When it takes place, from the day of the arrival; what `when` says comes first.
        pub moment: Option<Moment> = MOMENT "moment";
        /// When it is due, if somebody said so.
        pub when: When = WHEN "quand";
        /// Its progress; to do when absent.
        pub state: Option<Progress> = STATE "état" | "etat";
        /// The day on which it was marked as done in this program.
        pub done_on: Option<Day> = DONE_ON "fait_le";
        /// Who did it, if that was whoever had a role then.
        pub done_by: Option<String> = DONE_BY "fait_par";
    }
}

impl WelcomeTask {
    /// Its progress; to do when absent.
    pub fn state(&self) -> Progress {
        self.state.unwrap_or(Progress::Todo)
    }

    /// Whether it remains to be done.
    pub fn is_open(&self) -> bool {
        self.state().is_open()
    }
}
