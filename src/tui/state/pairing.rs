//! What can be done about the pair of a newcomer.

/// A choice of the page of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// This mentor.
    Mentor(String),
    /// A mentor whose name is typed.
    Typed,
    /// The agreement of the pair: made if there is none, else shown.
    Agreement,
    /// The nine risks, with what was seen of each.
    Risks,
    /// What was seen of the risk of this code.
    Risk(String),
    /// What the sources say of pairs.
    Sources,
}
