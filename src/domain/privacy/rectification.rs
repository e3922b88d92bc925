//! Wrong words about a person, to be taken out of one field.

/// What is taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectification {
    /// The person, by id.
    pub person: String,
    /// The key of the field, wherever it stands in what is said of the person: `défi`, `note`.
    pub field: String,
    /// The words.
    pub words: String,
}
