//! What a save leaves on disk, whatever happens meanwhile.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

use super::*;

#[test]
fn a_machine_that_dies_at_any_step_of_a_save_leaves_whole_files() {
    let mut steps = 0;
    for step in 1.. {
        let bench = Bench::new();
        let before = bench.text("suivi.yaml");
        let note = ["noter", ".", "AC", "--va-bien", "Une phrase entière."];
        let said = bench.run_with(&note, Some(&format!("tuer:{step}")));
        let after = bench.text("suivi.yaml");
        let whole = after == before || after.contains("Une phrase entière.");
        assert!(whole && after.len() >= before.len(), "step {step}: {after}");
        let said_again = bench.run(&["verifier", "."]);
        assert_eq!((said_again.status, bench.leftovers()), (Some(0), 0), "step {step}: {}", said_again.out);
        if said.status == Some(0) {
            break;
        }
        steps = step;
        assert_eq!(bench.run(&note).status, Some(0), "step {step}: the next one is written");
        assert!(bench.text("suivi.yaml").contains("Une phrase entière."));
    }
    assert!(steps >= 9, "a version, the register and the file: {steps} steps");
}

#[test]
fn a_full_disk_changes_nothing_and_says_so() {
    let mut steps = 0;
    for step in 1.. {
        let bench = Bench::new();
        let before = bench.text("plan.yaml");
        let said = bench.run_with(&["modifier", ".", "plan", "p3.état", "fait"], Some(&format!("plein:{step}")));
        if said.status == Some(0) {
            break;
        }
        steps = step;
        assert_eq!(said.status, Some(2), "{}", said.err);
        assert!(said.err.contains("plein"), "{}", said.err);
        assert_eq!((bench.text("plan.yaml"), bench.leftovers()), (before, 0), "step {step}");
    }
    assert!(steps >= 6, "{steps} steps");
}

#[test]
fn a_disk_that_does_not_confirm_is_said_for_what_it_is() {
    let bench = Bench::new();
    let said = bench.run_with(&["modifier", ".", "plan", "p3.état", "fait"], Some("confirmer:1"));
    assert_eq!(said.status, Some(0));
    assert!(said.err.contains("enregistré, mais le disque ne l’a pas confirmé"), "{}", said.err);
    assert!(bench.text("plan.yaml").contains("état: fait"));
}

#[test]
fn a_drive_without_flushes_and_locks_is_written_and_said_once() {
    let bench = Bench::new();
    let said = bench.run_with(&["modifier", ".", "plan", "p3.état", "fait"], Some("nuage:1"));
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("enregistré, mais le disque ne l’a pas confirmé"), "{}", said.err);
    assert_eq!(said.err.matches("ne laisse pas réserver").count(), 1, "{}", said.err);
    assert!(bench.text("plan.yaml").contains("état: fait"));
    assert_eq!(bench.leftovers(), 0);
}

#[test]
fn a_file_taken_away_comes_back_with_the_next_edit_comments_and_all() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let before = bench.text("suivi.yaml");
    fs::remove_file(bench.path("suivi.yaml")).expect("removed");
    let edit = set(&folder, FileId::Board, &["personnes", "n02", "palier"], json!("spécifique"));
    let saved = school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("saved");
    assert_eq!(saved.remarks, [Remark::BroughtBack(FileId::Board)]);
    let after = bench.text("suivi.yaml");
    assert_eq!(before.matches('#').count(), after.matches('#').count());
    assert!(after.contains("palier: spécifique"));
}

#[test]
fn an_edit_that_would_touch_other_lines_is_refused_with_its_line_and_rewritten_when_asked() {
    let bench = Bench::new();
    let text = "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé\n    besoins: &mots [gestion]   # les deux\n  - id: n02\n    nom: Luc\n    besoins: *mots\n";
    bench.write("suivi.yaml", text);
    let words = ["modifier", ".", "suivi", "n01.besoins", "[gestion, temps]"];
    let said = bench.run(&words);
    assert_eq!((said.status, bench.text("suivi.yaml").as_str()), (Some(2), text), "{}", said.err);
    assert!(said.err.contains("suivi.yaml, ligne 5") && said.err.contains("--reecrire"), "{}", said.err);
    let said = bench.run(&[&words[..], &["--reecrire"]].concat());
    assert_eq!(said.status, Some(0), "{}", said.err);
    let (school, folder) = bench.open();
    let needs: Vec<usize> = folder.board.people.iter().map(|person| person.needs.len()).collect();
    assert_eq!(needs, [2, 1], "only that person");
    assert_eq!(school.version(&FileId::Board, 1).expect("kept"), text, "the comments are in the version kept");
}

#[test]
fn a_link_stays_a_link() {
    let bench = Bench::new();
    let elsewhere = bench.home.path().join("vrai.yaml");
    fs::rename(bench.path("suivi.yaml"), &elsewhere).expect("moved");
    link(&elsewhere, &bench.path("suivi.yaml"));
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n03.état", "va bien"]).status, Some(0));
    assert!(bench.path("suivi.yaml").is_symlink() && fs::read_to_string(&elsewhere).expect("a text").contains("Maïka"));
    assert_eq!(bench.run(&["purger", ".", "n03", "--oui"]).status, Some(0));
    assert!(!fs::read_to_string(&elsewhere).expect("a text").contains("Maïka"));
}

#[cfg(unix)]
#[test]
fn personal_files_are_their_owners_and_what_was_set_stays() {
    use std::os::unix::fs::PermissionsExt;

    let bench = Bench::new();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let made = bench.home.path().join("neuve");
    bench.run(&["nouveau", made.to_str().expect("UTF-8"), "--ecole", "École neuve"]);
    for (name, expected) in [("", 0o700), ("suivi.yaml", 0o600), ("plan.yaml", 0o600), ("regulations", 0o700)] {
        assert_eq!(mode(&made.join(name)), expected, "{name}");
    }
    let ignored = fs::read_to_string(made.join(".gitignore")).expect("a text");
    assert!(["suivi*.yaml", "versions/", "regulations/", "exports/"].iter().all(|line| ignored.contains(line)));
    fs::set_permissions(bench.path("suivi.yaml"), fs::Permissions::from_mode(0o640)).expect("set");
    bench.run(&["modifier", ".", "suivi", "n03.état", "va bien"]);
    assert_eq!(mode(&bench.path("suivi.yaml")), 0o640, "what was set stays");
    assert_eq!(mode(&bench.path("versions/suivi/0001.yaml")), 0o600);
    assert_eq!(mode(&bench.path("versions")), 0o700);
}

#[test]
fn a_command_says_that_it_waits_and_goes_on() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path(".arrimage")).expect("made");
    let lock = fs::File::create(bench.path(".arrimage/verrou")).expect("a file");
    lock.lock().expect("held");
    let mut command = bench.command(&["noter", ".", "n02", "--va-bien", "Bien."]);
    let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("runs");
    let mut said = String::new();
    BufReader::new(child.stderr.take().expect("piped")).read_line(&mut said).expect("a line");
    assert!(said.contains("on attend"), "{said}");
    assert!(!bench.text("suivi.yaml").contains("Bien."));
    drop(lock);
    assert!(child.wait().expect("ends").success());
    assert!(bench.text("suivi.yaml").contains("Bien."));
}
