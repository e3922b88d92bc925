//! How properties are tested: a default number of cases, or that of `PROPTEST_CASES`; the seeds of past failures are
//! kept in `tests/regressions/` and tried first.

use proptest::test_runner::{Config, FileFailurePersistence};

/// The configuration of a property, with its file of seeds.
pub fn config(name: &str, usual: u32) -> Config {
    let path: &'static str = format!("{}/tests/regressions/{name}.txt", env!("CARGO_MANIFEST_DIR")).leak();
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|said| said.parse().ok()).unwrap_or(usual);
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(path)) as _);
    Config { cases, failure_persistence, ..Config::default() }
}
