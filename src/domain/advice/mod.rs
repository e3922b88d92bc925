//! What the sources advise the committee to look at: the topics, the rules that raise them, the coverage of
//! the catalogues by the plan, and what the home screen sums up.

pub mod coverage;
pub mod overview;
pub mod references;
pub mod rules;
pub mod topic;
