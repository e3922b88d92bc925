//! The screen of a network in a real terminal: schools are read, one is opened, and nothing is written there.

use std::collections::BTreeMap;

use super::*;

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(path).expect("read"));
        }
    }
    found
}

#[test]
fn a_school_of_a_network_is_opened_to_be_read_only() {
    let home = tempfile::tempdir().expect("a folder");
    let network = home.path().join("reseau");
    for school in ["ecole-a", "ecole-b"] {
        arrimage::store::shipped::copy_demo(&network.join(school)).expect("copied");
    }
    let before = files(&network);
    let place = network.display().to_string();
    let mut terminal = Terminal::open(home.path(), &["reseau", &place], None);
    terminal.wait("2 écoles comptées").wait("Ensemble").send("\x1b[B").send("\r").wait("Lecture seule");
    // Names stay hidden; neither a meeting, a trace nor a member begins.
    terminal.wait("Mur").send("r").wait("rien n’y est écrit").send("3").wait("Répondant");
    assert!(!terminal.screen().contains("Amélie"), "{}", terminal.screen());
    terminal.send("n").send("a").send("x").send("q").wait("2 écoles comptées").send("q");
    assert!(terminal.ended());
    terminal.is_given_back();
    assert_eq!(files(&network), before, "nothing is written in the schools");
}
