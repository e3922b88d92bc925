//! The language of the screens. Files and commands are French.

use super::scalar::choice;

choice! {
    /// A display language.
    pub enum Language {
        /// French, as it is written in Québec.
        French = "fr",
        /// English, as it is written in Canada.
        English = "en",
    }
}
