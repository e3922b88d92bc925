//! Indicators that the program computes by itself.

use crate::domain::value::scalar::choice;

choice! {
    /// A value that is computed from the school's own files (`calcul`).
    pub enum Computed {
        /// Newcomers still at the school, of all who arrived.
        Retention = "maintien",
        /// Newcomers still in the school service centre, of those for whom this is known.
        Board = "maintien au centre",
        /// Newcomers still in the profession, of those for whom this is known.
        Profession = "maintien dans la profession",
        /// Newcomers with a contact on the committee.
        Contact = "avec répondant",
        /// Newcomers with a mentor.
        Mentor = "avec mentor",
        /// Newcomers who are doing well.
        GoingWell = "vont bien",
        /// Newcomers with a trace in the month.
        Traces = "traces du mois",
        /// Release days taken, of those granted.
        Release = "libération prise",
        /// Newcomers whose tier is beyond universal.
        Tiers = "paliers ciblés",
        /// Rows of the plan done on time, of those whose due day has come.
        Rows = "étapes à temps",
        /// Actions done on time, of those whose due day has come.
        Actions = "actions à temps",
    }
}
