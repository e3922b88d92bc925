//! The language of the screens. Files and commands are French.

use super::scalar::choice;

choice! {
    /// A language that the screens speak.
    pub enum Language {
        /// French, as it is written in Québec.
        French = "fr",
        /// English, as it is written in Canada.
        English = "en",
    }
}
