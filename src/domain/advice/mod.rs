//! What the sources advise the committee to look at: topics, the rules that raise them, the coverage of the catalogues
//! by the plan, and the summary of the home screen.

pub mod coverage;
pub mod overview;
pub mod references;
pub mod rules;
pub mod since;
pub mod topic;
pub mod vocabulary;
