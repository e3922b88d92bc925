//! Concurrent changes to one file.

use super::*;

#[test]
fn what_two_people_changed_goes_together_and_a_clash_is_asked() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    bench.change("suivi.yaml", "    alias: JSO\n", "    alias: JSO\n    fonction: concierge de jour\n");
    bench.change("suivi.yaml", "fonction: concierge de soir\n", "objectif: Connaître les lieux.\n");
    let board = FileId::Board;
    let trace = json!({"date": "2026-11-21", "par": "comité", "va_bien": "Ici."});
    bench.change(
        "suivi.yaml",
        "    traces:\n",
        "    traces:\n      - {date: 2026-11-20, par: Luc, va_bien: Ailleurs.}\n",
    );
    let edits = [
        set(&folder, board.clone(), &["personnes", "n02", "palier"], json!("ciblé")),
        Edit::push(&folder, &board, &["personnes", "n01", "traces"], trace).expect("fits"),
    ];
    let saved = school.save(&edits, at(8, 0), VersionReason::FirstChange).done().expect("saved");
    assert_eq!((saved.remarks, saved.clashes), (vec![Remark::Merged(board.clone())], vec![]));
    let text = bench.text("suivi.yaml");
    for said in ["Ici.", "Ailleurs.", "concierge de jour", "Connaître les lieux."] {
        assert!(text.contains(said), "{said}");
    }

    let (mut school, folder) = bench.open();
    bench.change("suivi.yaml", "objectif: Connaître les lieux.", "objectif: Connaître les gens.");
    let ours = set(&folder, board.clone(), &["personnes", "n02", "objectif"], json!("Connaître l'horaire."));
    let saved = school.save(&[ours], at(9, 0), VersionReason::FirstChange).done().expect("saved");
    let clash = Clash {
        file: board.clone(),
        path: ["personnes", "n02", "objectif"].map(Into::into).to_vec(),
        ours: Some(json!("Connaître l'horaire.")),
        theirs: Some(json!("Connaître les gens.")),
    };
    assert_eq!(saved.clashes, std::slice::from_ref(&clash));
    assert!(bench.text("suivi.yaml").contains("Connaître les gens."), "the file keeps theirs until somebody chooses");
    let (mut school, folder) = bench.open();
    let chosen = clash.settle(&folder).expect("fits").expect("changes");
    school.save(&[chosen], at(9, 1), VersionReason::FirstChange).done().expect("saved");
    assert!(bench.text("suivi.yaml").contains("Connaître l'horaire."));
}

#[test]
fn a_list_position_follows_its_record_when_others_add_above() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let traces = &folder.board.person("n01").expect("there").traces;
    let last = (traces.len() - 1).to_string();
    let was = traces.last().expect("a trace").clone();
    let edit = set(&folder, FileId::Board, &["personnes", "n01", "traces", &last, "soutien"], json!("Un café."));
    bench.change(
        "suivi.yaml",
        "    traces:\n",
        "    traces:\n      - {date: 2026-11-20, par: Luc, va_bien: Nouvelle.}\n",
    );
    school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("saved");
    let (_, folder) = bench.open();
    let traces = &folder.board.person("n01").expect("there").traces;
    let now = traces.iter().find(|trace| trace.support == "Un café.").expect("there");
    assert_eq!((now.date, &now.goes_well, &now.challenge), (was.date, &was.goes_well, &was.challenge));
}

#[test]
fn a_conflict_copy_is_merged_and_moved_to_versions() {
    let bench = Bench::new();
    bench.run(&["modifier", ".", "suivi", "n02.palier", "ciblé"]);
    let base = bench.text("versions/suivi/0001.yaml");
    bench.write("suivi-NOMDUPC.yaml", base.replacen("alias: JSO\n", "alias: JSO\n    objectif: De la copie.\n", 1));
    bench.write("suivi (1).yaml", "ceci: [n'est pas\n");
    let said = bench.run(&["verifier", "."]);
    assert!(said.out.contains("suivi-NOMDUPC.yaml") && said.out.contains("suivi (1).yaml"), "{}", said.out);
    let (mut school, _) = bench.open();
    let copies = school.copies();
    assert_eq!(copies.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["suivi (1).yaml", "suivi-NOMDUPC.yaml"]);
    assert!(school.compare_copy(&copies[0]).is_err(), "a copy that cannot be read is told, not merged");
    let proposal = school.compare_copy(&copies[1]).expect("reads");
    assert_eq!((proposal.edits.len(), proposal.clashes.len()), (1, 0), "{proposal:?}");
    school.put_away(&copies[1], at(8, 0)).expect("moved");
    school.save(&proposal.edits, at(8, 0), VersionReason::Merging).done().expect("saved");
    let text = bench.text("suivi.yaml");
    assert!(text.contains("De la copie.") && text.contains("palier: ciblé"), "both are in");
    assert!(!bench.path("suivi-NOMDUPC.yaml").exists());
    let copy = school.versions().into_iter().find(|version| version.why == VersionReason::Copy).expect("is there");
    assert!(bench.text(&format!("versions/suivi/{:04}.yaml", copy.number)).contains("De la copie."));
}

#[test]
fn git_merges_with_the_driver_and_marks_a_true_clash() {
    let bench = Bench::new();
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .args(["-c", "user.name=Essai", "-c", "user.email=essai@exemple.ca", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .env("ARRIMAGE_DOSSIERS", bench.home.path())
            .current_dir(bench.school())
            .output()
            .expect("git runs");
        (done.status.success(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let driver = format!("{} fusionner %O %A %B %P", env!("CARGO_BIN_EXE_arrimage"));
    git(&["init", "-q"]);
    git(&["config", "merge.arrimage.driver", &driver]);
    bench.write(".gitattributes", "*.yaml merge=arrimage\n");
    let commit = |message: &str| assert!(git(&["add", "-A"]).0 && git(&["commit", "-qm", message]).0);
    commit("base");
    git(&["checkout", "-qb", "luc"]);
    bench.run(&["modifier", ".", "suivi", "n02.palier", "ciblé"]);
    bench.run(&["modifier", ".", "suivi", "n03.état", "va bien"]);
    fs::remove_dir_all(bench.path("versions")).expect("removed");
    commit("luc");
    git(&["checkout", "-q", "main"]);
    bench.run(&["noter", ".", "AC", "--va-bien", "D'ici."]);
    bench.run(&["modifier", ".", "suivi", "n02.objectif", "D'ici aussi."]);
    fs::remove_dir_all(bench.path("versions")).expect("removed");
    commit("main");
    assert_eq!(git(&["merge", "-q", "luc"]), (true, String::new()));
    let text = bench.text("suivi.yaml");
    assert!(["palier: ciblé", "D'ici.", "D'ici aussi."].iter().all(|said| text.contains(said)), "{text}");
    assert_eq!(bench.run(&["verifier", "."]).status, Some(0));

    for (branch, state) in [("a", "à suivre"), ("main", "plus de soutien")] {
        git(&["checkout", "-q", if branch == "a" { "-b" } else { "main" }, "a"][..if branch == "a" { 4 } else { 3 }]);
        bench.run(&["modifier", ".", "suivi", "n03.état", state]);
        fs::remove_dir_all(bench.path("versions")).expect("removed");
        commit(branch);
    }
    let (merged, err) = git(&["merge", "a"]);
    assert!(!merged && err.contains("personnes.n03.état"), "{err}");
    let text = bench.text("suivi.yaml");
    assert!(
        text.contains("<<<<<<< Ici\n    état: plus de soutien\n=======\n    état: à suivre\n>>>>>>> Ailleurs\n"),
        "{text}"
    );
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("Une fusion a laissé ici ses marques"), "{}", said.out);
}

#[test]
fn versions_are_compared_in_words_and_trimmed_when_asked() {
    let bench = Bench::new();
    for state in ["va bien", "à suivre", "plus de soutien"] {
        assert_eq!(bench.run(&["modifier", ".", "suivi", "AC.état", state]).status, Some(2), "an alias is no id");
        assert_eq!(bench.run(&["modifier", ".", "suivi", "n03.état", state]).status, Some(0));
    }
    let said = bench.run(&["comparer", ".", "suivi", "1", "2"]);
    let said = [said.out, bench.run(&["comparer", "suivi", "1"]).out];
    assert!(said[0].starts_with("MB : état non connu → va bien\nMB : état dit le → "), "{said:?}");
    assert!(said[1].starts_with("MB : état non connu → plus de soutien\n"), "{said:?}");
    assert_eq!(bench.run(&["comparer", ".", "suivi"]).out, "MB : état à suivre → plus de soutien\n");
    assert_eq!(bench.run(&["comparer", ".", "suivi", "9"]).status, Some(2));
    let (mut school, _) = bench.open();
    school.keep_named("avant les fêtes", at(8, 0)).expect("kept");
    let settings = bench.home.path().join("dossiers/config/reglages.yaml");
    fs::create_dir_all(settings.parent().expect("a folder")).expect("made");
    fs::write(&settings, "versions: {garder: 2}   # assez pour nous\n").expect("written");
    for state in ["va bien", "à suivre", "va bien"] {
        assert_eq!(bench.run(&["modifier", ".", "suivi", "n03.état", state]).status, Some(0));
    }
    let kept: Vec<(u32, VersionReason)> =
        school.versions().into_iter().filter(|v| v.file == "suivi").map(|v| (v.number, v.why)).collect();
    assert_eq!(
        kept,
        [(4, VersionReason::Named), (7, VersionReason::FirstChange), (8, VersionReason::LastChange)],
        "the oldest without a name go first"
    );
    assert_eq!(fs::read_dir(bench.path("versions/suivi")).expect("a folder").count(), 3);
}

#[test]
fn an_id_that_stands_twice_is_told_and_edits_touch_the_first() {
    let bench = Bench::new();
    bench.write("suivi.yaml", "personnes:\n  - id: n01\n    nom: Zoé\n  - id: n01\n    nom: Luc\n");
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("ligne 4"), "{}", said.out);
    bench.run(&["modifier", ".", "suivi", "n01.nom", "Zoé Roy"]);
    assert_eq!(bench.text("suivi.yaml"), "personnes:\n  - id: n01\n    nom: Zoé Roy\n  - id: n01\n    nom: Luc\n");
}

/// A copy is compared with the version it was made from, which is the nearest one, not an older one.
#[test]
fn the_ancestor_of_a_conflict_copy_is_the_nearest_version() {
    let bench = Bench::new();
    let said = |state: &str| bench.run(&["modifier", ".", "suivi", "n02.état", state]);
    let other = |goal: &str| bench.run(&["modifier", ".", "suivi", "n03.objectif", goal]);
    said("va bien");
    said("à suivre");
    other("Un.");
    let copied = bench.text("suivi.yaml");
    other("Deux.");
    bench.write("suivi-NOMDUPC.yaml", copied.replacen("état: à suivre", "état: plus de soutien", 1));
    let changed = copied != bench.text("suivi-NOMDUPC.yaml");
    assert!(changed, "the copy says something else");
    let (school, _) = bench.open();
    let proposal = school.compare_copy(&school.copies()[0]).expect("reads");
    assert_eq!(proposal.clashes, [], "only the copy changed that field");
    assert_eq!(proposal.edits.len(), 1, "{:?}", proposal.edits);
}

#[test]
fn who_gets_another_id_from_a_copy_has_it_in_the_copies_of_meetings_too() {
    let bench = Bench::new();
    let board = bench.text("suivi.yaml");
    let with = |name: &str| format!("{board}  - id: n10\n    nom: {name}\n");
    bench.write("suivi.yaml", with("Alice Roy"));
    bench.write("suivi (1).yaml", with("Bruno Morin"));
    let meeting = bench.text("regulations/2026-11-12.yaml");
    let noted = meeting.replacen("\ntour:\n", "\ntour:\n  - {personne: n10, note: Sur Bruno.}\n", 1);
    assert_ne!(noted, meeting);
    bench.write("regulations/2026-11-12 (1).yaml", noted);
    let (mut school, _) = bench.open();
    for copy in school.copies() {
        let proposal = school.compare_copy(&copy).expect("reads");
        assert!(proposal.clashes.is_empty(), "{:?}", proposal.clashes);
        school.save(&proposal.edits, at(9, 0), VersionReason::Merging).done().expect("saved");
        school.put_away(&copy, at(9, 0)).expect("put away");
    }
    let (_, folder) = bench.open();
    let bruno = folder.person("Bruno Morin").expect("Bruno").id.clone();
    assert_eq!(folder.person("Alice Roy").map(|alice| alice.id.as_str()).ok(), Some("n10"));
    let noted = folder.meetings["2026-11-12"].people.iter().find(|point| point.note == "Sur Bruno.");
    assert_eq!(noted.map(|point| point.person.as_str()), Some(bruno.as_str()));
}
