//! Who may read what: audiences, texts without names, and the right to be forgotten.

pub mod audience;
pub mod context;
pub mod cut;
pub mod forget;
pub mod masked_counts;
pub mod mentions;
pub mod preview;
pub mod rectification;
pub mod redact;
pub mod spelling;
