//! What an indicator can count by itself.

use crate::domain::value::scalar::choice;

choice! {
    /// What an indicator counts in the school's own files (`calcul`).
    pub enum Computed {
        /// Newcomers still at the school, of all those who came.
        Retention = "maintien",
        /// Newcomers still in the school service centre, of those of whom it is known.
        Board = "maintien au centre",
        /// Newcomers still in the profession, of those of whom it is known.
        Profession = "maintien dans la profession",
        /// Newcomers whom somebody on the committee looks after.
        Contact = "avec répondant",
        /// Newcomers who have a mentor.
        Mentor = "avec mentor",
        /// Newcomers who go well.
        GoingWell = "vont bien",
        /// Newcomers with a trace in the month.
        Traces = "traces du mois",
        /// Release days taken, of those granted.
        Release = "libération prise",
        /// Newcomers with more than the universal tier.
        Tiers = "paliers ciblés",
        /// Rows of the plan done, of those whose day has come.
        Rows = "étapes à temps",
        /// Actions done by their day.
        Actions = "actions à temps",
    }
}
