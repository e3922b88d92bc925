//! Other programs write the same files: nothing of anybody's work goes without a version, and nothing false is believed.

use std::{collections::BTreeSet, thread, time::Duration};

use arrimage::{domain::edit::history::History, store::outside::DiskNews};

use super::*;

/// Looks until every file is quiet.
fn look(school: &mut SchoolFolder) -> DiskNews {
    loop {
        let news = school.refresh(&BTreeSet::new(), at(9, 0));
        if !news.is_unsettled {
            return news;
        }
        assert!(news.changes.is_empty(), "what is not quiet is not believed: {news:?}");
        thread::sleep(Duration::from_millis(200));
    }
}

fn goal(folder: &arrimage::domain::model::folder::Folder, person: &str, text: &str) -> Edit {
    let path = ["personnes", person, "objectif"];
    Edit::set(folder, &FileId::Board, &path, Some(text.into())).expect("fits").expect("a change")
}

fn people(folder: &Bench) -> usize {
    folder.text("suivi.yaml").matches("\n  - id: ").count()
}

#[test]
fn an_emptied_board_stays_in_memory_is_kept_as_a_version_and_comes_back_whole() {
    for left in ["", "\n\n# rien\n", "personnes:\n  - {id: n01, nom: Amélie Côté}\n"] {
        let bench = Bench::new();
        let (mut school, folder) = bench.open();
        let everybody = people(&bench);
        let before = bench.text("suivi.yaml");
        bench.write("suivi.yaml", left);
        let news = look(&mut school);
        let [change] = news.changes.as_slice() else { panic!("{news:?}") };
        assert!(change.now.as_ref().expect_err("damaged").code.is_loss(), "{change:?}");
        let number = school.versions().iter().filter(|version| version.file == "suivi").count();
        assert!(number > 0, "what was seen is kept");
        assert!(look(&mut school).changes.is_empty(), "it is said once");
        let saved = school.save(&[goal(&folder, "n02", "Un objectif.")], at(10, 0), VersionReason::FirstChange);
        assert!(saved.refused.is_empty(), "{:?}", saved.refused);
        assert_eq!(saved.remarks, [Remark::BroughtBack(FileId::Board)]);
        assert_eq!(people(&bench), everybody);
        assert!(bench.text("suivi.yaml").contains("Un objectif."));
        let kept = school.versions().into_iter().filter(|version| version.file == "suivi");
        let texts: Vec<String> = kept.map(|v| school.version(&FileId::Board, v.number).expect("a text")).collect();
        assert!(texts.contains(&before), "the state before is in a version");
        assert!(left.trim().is_empty() || left.starts_with('\n') || texts.iter().any(|text| text == left));
    }
}

#[test]
fn a_file_still_being_written_is_not_believed_and_not_written_over() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let whole = bench.text("suivi.yaml");
    let half = whole[..whole.find("  - id: n05").expect("a person")].to_owned();
    bench.write("suivi.yaml", &half);
    let news = school.refresh(&BTreeSet::new(), at(9, 0));
    assert!(news.is_unsettled && news.changes.is_empty(), "{news:?}");
    school.be_patient(arrimage::store::school::Patience::Refuses);
    let saved = school.save(&[goal(&folder, "n02", "Un objectif.")], at(9, 0), VersionReason::FirstChange);
    assert_eq!(saved.refused.len(), 1, "a screen does not wait");
    assert_eq!(bench.text("suivi.yaml"), half, "nothing was written");
    bench.write("suivi.yaml", &whole);
    let news = look(&mut school);
    assert!(news.changes.is_empty(), "nothing changed in the end: {news:?}");
}

#[test]
fn a_command_waits_for_a_slow_writer() {
    let bench = Bench::new();
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n01.objectif", "Un autre."]).status, Some(0));
    let whole = bench.text("suivi.yaml");
    let half = whole[..whole.find("  - id: n05").expect("a person")].to_owned();
    bench.write("suivi.yaml", &half);
    thread::scope(|scope| {
        let noting = scope.spawn(|| bench.run(&["noter", ".", "n09", "--va-bien", "Une phrase entière."]));
        thread::sleep(Duration::from_millis(1200));
        bench.write("suivi.yaml", &whole);
        let said = noting.join().expect("runs");
        assert_eq!(said.status, Some(0), "{}", said.err);
    });
    let text = bench.text("suivi.yaml");
    assert!(text.contains("Une phrase entière.") && text.contains("Un autre.") && text.contains("  - id: n05"));
}

#[test]
fn what_another_program_drops_is_in_a_version_and_is_told() {
    type Drop = fn(&Bench, &str, &str);
    let drops: [(&str, Drop); 5] = [
        ("an older copy", |bench, older, _| bench.write("suivi.yaml", older)),
        ("a person taken out", |bench, _, now| {
            let (start, end) = (now.find("  - id: n02").expect("n02"), now.find("  - id: n03").expect("n03"));
            bench.write("suivi.yaml", format!("{}{}", &now[..start], &now[end..]));
        }),
        ("a field emptied", |bench, _, now| bench.write("suivi.yaml", now.replace("    objectif: Dit ici.\n", ""))),
        ("a field replaced", |bench, _, now| bench.write("suivi.yaml", now.replace("Dit ici.", "Dit ailleurs."))),
        ("a deleted file", |bench, _, _| fs::remove_file(bench.path("suivi.yaml")).expect("removed")),
    ];
    for (name, drop) in drops {
        let bench = Bench::new();
        let older = bench.text("suivi.yaml");
        let (mut school, folder) = bench.open();
        let edit = goal(&folder, "n02", "Dit ici.");
        school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("written");
        let now = bench.text("suivi.yaml");
        drop(&bench, &older, &now);
        let news = look(&mut school);
        assert_eq!(news.changes.len(), 1, "{name}: {news:?}");
        let kept = school.versions().into_iter().filter(|version| version.file == "suivi");
        let newest = kept.max_by_key(|version| version.number).expect("a version");
        assert_eq!(newest.why, VersionReason::Outside, "{name}");
        assert_eq!(school.version(&FileId::Board, newest.number).expect("a text"), now, "{name}");
        let losses = &news.changes[0].losses;
        assert_eq!(losses.is_empty(), name == "a deleted file", "{name}: {losses:?}");
    }
}

#[test]
fn a_main_file_that_was_renamed_while_open_is_not_written_anew() {
    for name in [".suivi.yaml.icloud", "Suivi.yaml.txt", "suivi.yml"] {
        let bench = Bench::new();
        let (mut school, folder) = bench.open();
        fs::rename(bench.path("suivi.yaml"), bench.path(name)).expect("renamed");
        let news = look(&mut school);
        let [change] = news.changes.as_slice() else { panic!("{news:?}") };
        assert_eq!(change.now.as_ref().expect_err("under another name").code, Code::Misplaced, "{name}");
        let saved = school.save(&[goal(&folder, "n02", "Dit ici.")], at(8, 0), VersionReason::FirstChange);
        let refused: Vec<Code> = saved.refused.iter().map(|(fault, _)| fault.code).collect();
        assert_eq!(refused, [Code::Misplaced], "{name}");
        assert!(!bench.path("suivi.yaml").exists(), "{name}");
        // Once it has its name again, what waited is written.
        fs::rename(bench.path(name), bench.path("suivi.yaml")).expect("renamed");
        let saved = school.save(&[goal(&folder, "n02", "Dit ici.")], at(8, 1), VersionReason::FirstChange);
        saved.done().expect("written");
        assert!(bench.text("suivi.yaml").contains("Dit ici."), "{name}");
    }
}

#[test]
fn what_was_purged_elsewhere_comes_into_no_version() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    school.save(&[goal(&folder, "n02", "Dit ici.")], at(8, 0), VersionReason::FirstChange).done().expect("written");
    let name = folder.board.person("n02").expect("a person").name.clone();
    assert_eq!(bench.run(&["purger", ".", "n02", "--oui"]).status, Some(0));
    let news = look(&mut school);
    assert!(news.is_purged && !news.changes.is_empty(), "{news:?}");
    assert!(news.changes.iter().all(|change| change.losses.is_empty()));
    for (path, bytes) in bench.files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&name) && !text.contains("Dit ici."), "{}", path.display());
    }
}

#[test]
fn what_was_rectified_elsewhere_comes_into_no_version_and_no_gesture_brings_it_back() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let edit = goal(&folder, "n02", "Dit FAUXMOTS ici.");
    school.save(std::slice::from_ref(&edit), at(8, 0), VersionReason::FirstChange).done().expect("written");
    let state = bench.home.path().join("dossiers/state");
    let mut gestures = History::default();
    gestures.push(at(8, 0), vec![edit]);
    let place = state.join("frappe-0");
    fs::create_dir_all(&place).expect("made");
    fs::write(place.join("gestes.json"), serde_json::to_string(&gestures).expect("a text")).expect("written");
    assert_eq!(bench.run(&["rectifier", ".", "n02", "objectif", "FAUXMOTS", "--oui"]).status, Some(0));
    let news = look(&mut school);
    assert!(news.is_purged && !news.changes.is_empty(), "{news:?}");
    assert!(news.changes.iter().all(|change| change.losses.is_empty()), "{news:?}");
    school.keep_last_change(at(9, 0)).expect("kept");
    for (path, bytes) in bench.files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("FAUXMOTS"), "{}", path.display());
    }
    let left = fs::read_to_string(place.join("gestes.json")).expect("a text");
    assert!(!left.contains("FAUXMOTS"), "{left}");
}

#[test]
fn a_file_replaced_between_its_reading_and_its_writing_is_read_again() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let path = bench.path("suivi.yaml");
    let other = bench.home.path().join("autre.yaml");
    let mut lost = Vec::new();
    for turn in 0..60 {
        let theirs = format!("Eux {turn}.");
        let done = thread::scope(|scope| {
            let outside = scope.spawn(|| {
                thread::sleep(Duration::from_micros(turn * 400));
                let text = fs::read_to_string(&path).expect("a text");
                let at = text.find("  - id: n03\n").expect("n03") + "  - id: n03\n".len();
                let end = text[at..].find("\n  - id: ").map_or(text.len(), |end| at + end);
                let kept: String = text[at..end]
                    .lines()
                    .filter(|line| !line.starts_with("    objectif:"))
                    .map(|line| format!("{line}\n"))
                    .collect();
                let text =
                    format!("{}{}    objectif: {theirs}\n{}", &text[..at], kept, text[end..].trim_start_matches('\n'));
                fs::write(&other, text).expect("written");
                fs::rename(&other, &path).expect("renamed");
            });
            let edit = goal(&folder, "n02", &format!("Nous {turn}."));
            let saved = school.save(&[edit], at(9, 0), VersionReason::FirstChange);
            outside.join().expect("runs");
            saved
        });
        assert!(done.refused.is_empty(), "{:?}", done.refused);
        let text = bench.text("suivi.yaml");
        let kept = || school.versions().into_iter().filter(|version| version.file == "suivi");
        let everywhere: String =
            kept().filter_map(|v| school.version(&FileId::Board, v.number).ok()).chain([text]).collect();
        lost.extend([theirs, format!("Nous {turn}.")].into_iter().filter(|said| !everywhere.contains(said)));
    }
    // The outside writer overwrites ours when it read before us and wrote after: that is kept as a version at the next
    // look. Ours never overwrites theirs.
    lost.retain(|said| said.starts_with("Eux"));
    assert_eq!(lost, Vec::<String>::new());
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_session_wrote_last_is_kept_and_what_is_missing_of_it_is_said_at_the_next_opening() {
    let bench = Bench::new();
    let older = bench.text("suivi.yaml");
    let (mut school, folder) = bench.open();
    school.save(&[goal(&folder, "n01", "SECOND")], at(9, 0), VersionReason::FirstChange).done().expect("saved");
    let count = |school: &SchoolFolder| school.versions().iter().filter(|version| version.file == "suivi").count();
    let before = count(&school);
    school.keep_last_change(at(9, 0)).expect("kept");
    school.keep_last_change(at(9, 0)).expect("kept once");
    assert_eq!(count(&school), before + 1);
    let saved = bench.text("suivi.yaml");
    drop(school);
    // Nothing happened meanwhile: nothing is said, and the next session begins where this one ended.
    let (mut school, folder) = bench.open();
    assert!(!school.recall_last_change());
    school.save(&[goal(&folder, "n02", "TROIS")], at(9, 0), VersionReason::FirstChange).done().expect("saved");
    assert_eq!(count(&school), before + 1, "one version between two sessions");
    school.keep_last_change(at(9, 0)).expect("kept");
    drop(school);
    // A sync client puts an older file back while nobody looks.
    bench.write("suivi.yaml", &older);
    let (mut school, _) = bench.open();
    assert!(school.recall_last_change());
    let news = look(&mut school);
    let losses: Vec<_> = news.changes.iter().flat_map(|change| &change.losses).collect();
    assert_eq!(losses.len(), 2, "{losses:?}");
    let newest = school.versions().into_iter().filter(|version| version.file == "suivi").max_by_key(|v| v.number);
    let text = school.version(&FileId::Board, newest.expect("a version").number).expect("reads");
    assert!(text.contains("SECOND") && text.contains("TROIS") && saved.contains("SECOND"), "{text}");
    drop(school);
    let (mut school, _) = bench.open();
    assert!(!school.recall_last_change(), "it is said once");
}

#[test]
fn what_is_left_of_a_field_that_was_cut_is_a_loss_too() {
    let bench = Bench::new();
    let (mut school, mut folder) = bench.open();
    let whole = bench.text("suivi.yaml");
    let at = whole.find("enseignant, éducation physique").expect("a job") + "enseignant, éduc".len();
    bench.write("suivi.yaml", &whole[..at]);
    let news = look(&mut school);
    let change = &news.changes[0];
    folder.put(&FileId::Board, change.now.as_ref().expect("reads").clone());
    let back: Vec<Edit> = change.losses.iter().rev().map(Edit::inverse).collect();
    arrimage::domain::edit::apply(&mut folder, &back).expect("fits");
    let (_, before) = {
        bench.write("suivi.yaml", &whole);
        bench.open()
    };
    assert_eq!(json!(folder.board), json!(before.board), "all of it comes back");
}

#[test]
fn a_folder_renamed_while_it_is_open_is_followed_and_leaves_no_ghost() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let moved = bench.home.path().join("renommée");
    fs::rename(bench.school(), &moved).expect("renamed");
    school.save(&[goal(&folder, "n02", "Dit ici.")], at(9, 0), VersionReason::FirstChange).done().expect("written");
    assert_eq!(school.root(), moved);
    assert!(!bench.school().exists(), "nothing is made at the old place");
    assert!(fs::read_to_string(moved.join("suivi.yaml")).expect("a text").contains("Dit ici."));
}

#[test]
fn a_folder_deleted_while_it_is_open_is_not_made_again() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let away = bench.home.path().join("ailleurs");
    fs::create_dir(&away).expect("made");
    for entry in fs::read_dir(bench.school()).expect("a folder").flatten() {
        fs::rename(entry.path(), away.join(entry.file_name())).expect("moved");
    }
    fs::remove_dir(bench.school()).expect("removed");
    let saved = school.save(&[goal(&folder, "n02", "Dit ici.")], at(9, 0), VersionReason::FirstChange);
    assert_eq!(saved.refused.len(), 1);
    assert!(school.refresh(&BTreeSet::new(), at(9, 0)).changes.is_empty(), "memory is kept");
    assert!(!bench.school().exists());
    fs::rename(&away, bench.school()).expect("put back");
    school.save(&[goal(&folder, "n02", "Dit ici.")], at(9, 0), VersionReason::FirstChange).done().expect("written");
    assert!(bench.text("suivi.yaml").contains("Dit ici."));
}

#[test]
fn a_register_that_is_not_read_is_put_aside_and_a_version_that_is_not_read_is_not_restored() {
    for register in ["[", "format: 9\nversions: []\n", "", "\n"] {
        let bench = Bench::new();
        let (mut school, folder) = bench.open();
        school.keep_named("Avant", at(8, 0)).expect("kept");
        bench.write("versions/registre.yaml", register);
        assert_eq!(school.register_fault().expect("a fault").code, Code::RegisterUnreadable);
        school.save(&[goal(&folder, "n02", "Dit ici.")], at(9, 0), VersionReason::FirstChange).done().expect("written");
        assert_eq!(bench.text("versions/registre-illisible-1.yaml"), register);
        assert!(school.register_fault().is_none());
        assert!(school.versions().iter().any(|version| version.file == "suivi" && version.number == 1));
        bench.write("versions/suivi/0001.yaml", "format: 1\npersonnes: [\n");
        let before = bench.text("suivi.yaml");
        school.restore(&FileId::Board, 1, at(10, 0)).expect_err("is refused");
        assert_eq!(bench.text("suivi.yaml"), before);
        bench.write("versions/suivi/4294967295.yaml", "format: 1\n");
        school.keep_named("Après", at(11, 0)).expect("kept");
        assert!(school.versions().iter().all(|version| version.number < 100), "{:?}", school.versions());
    }
}

#[test]
fn an_edit_of_a_file_that_does_not_read_waits_and_is_written_once_it_is_mended() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let good = bench.text("suivi.yaml");
    bench.write("suivi.yaml", good.replacen("personnes:", "personnes: [", 1));
    let edit = goal(&folder, "n02", "Dit ici.");
    let saved = school.save(std::slice::from_ref(&edit), at(9, 0), VersionReason::FirstChange);
    assert!(saved.stuck.contains(&FileId::Board) && saved.refused.len() == 1, "{saved:?}");
    bench.write("suivi.yaml", &good);
    let saved = school.save(&[edit], at(9, 1), VersionReason::FirstChange);
    assert!(saved.stuck.is_empty() && saved.refused.is_empty(), "{saved:?}");
    assert!(bench.text("suivi.yaml").contains("Dit ici."));
}

#[test]
fn what_is_left_of_a_damaged_file_is_the_measure_of_nothing() {
    let bench = Bench::new();
    let (mut school, _) = bench.open();
    let whole = bench.text("suivi.yaml");
    bench.write("suivi.yaml", "personnes:\n  - {id: n08, nom: Marie-Ève Lacasse}\n");
    assert_eq!(look(&mut school).changes.len(), 1);
    // It is the newest version now, and the file is damaged all the same, for whoever opens it.
    let (_, folder, faults) = SchoolFolder::open(&bench.school()).expect("opens");
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::Headless]);
    assert!(folder.broken.contains(&FileId::Board));
    let said = bench.run(&["noter", ".", "n08", "--va-bien", "Bien."]);
    assert_ne!(said.status, Some(0), "{}", said.err);
    assert_eq!(bench.run(&["verifier", "."]).status, Some(1));
    // Without its first line only, too.
    bench.write("suivi.yaml", whole.replace("format: 1\n", ""));
    look(&mut school);
    assert_eq!(bench.run(&["verifier", "."]).status, Some(1));
}

#[test]
fn what_was_saved_is_kept_when_another_program_makes_the_file_unreadable() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    school
        .save(&[goal(&folder, "n09", "De cette séance.")], at(8, 0), VersionReason::FirstChange)
        .done()
        .expect("saved");
    let whole = bench.text("suivi.yaml");
    bench.write("suivi.yaml", whole[..whole.len() / 2].rsplit_once(": ").expect("a key").0);
    look(&mut school);
    let kept = school.versions().into_iter().filter(|version| version.file == "suivi");
    let texts: Vec<String> = kept.map(|v| school.version(&FileId::Board, v.number).expect("a text")).collect();
    assert!(texts.iter().any(|text| text.contains("De cette séance.")), "{} versions", texts.len());
}

#[test]
fn a_meeting_under_an_ending_that_nobody_reads_is_told() {
    let bench = Bench::new();
    let meeting = bench.text("regulations/2026-11-12.yaml");
    fs::remove_file(bench.path("regulations/2026-11-12.yaml")).expect("removed");
    let names =
        ["2026-11-12.yml", "2026-11-12.yaml.txt", "2026-11-12.yaml.bak", "2026-11-12", ".2026-11-12.yaml.icloud"];
    for name in names {
        bench.write(&format!("regulations/{name}"), &meeting);
        let said = bench.run(&["verifier", "."]);
        let why = if name.contains("icloud") { "resté dans le nuage" } else { "ne finit pas par .yaml" };
        assert!(said.out.contains(name) && said.out.contains(why), "{name}: {}", said.out);
        fs::remove_file(bench.path(&format!("regulations/{name}"))).expect("removed");
    }
}

#[test]
fn a_file_about_somebody_tells_every_text_that_names_them() {
    let bench = Bench::new();
    bench.change(
        "regulations/2026-11-12.yaml",
        "décisions: [",
        "décisions: [Accompagner Jean-Sébastien O'Connor le jeudi, ",
    );
    let said = bench.run(&["fiche", ".", "n02"]);
    assert!(said.out.contains("Accompagner Jean-Sébastien O'Connor le jeudi"), "{}", said.out);
    assert!(!bench.run(&["fiche", ".", "n03"]).out.contains("Accompagner Jean"));
}

#[test]
fn an_edit_that_waited_through_a_purge_brings_nobody_back() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let edit = goal(&folder, "n02", "Un objectif.");
    let said = bench.run(&["purger", ".", "n02", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let saved = school.save(&[edit], at(10, 0), VersionReason::FirstChange);
    assert_eq!(saved.clashes, [], "his record is not offered again");
    look(&mut school);
    for (path, bytes) in bench.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("Connor") && !text.contains("Un objectif."), "{}: {text}", path.display());
    }
}

#[test]
fn a_plan_that_is_missing_is_said_and_nothing_is_written_in_its_place() {
    let bench = Bench::new();
    fs::remove_file(bench.path("plan.yaml")).expect("removed");
    let said = bench.run(&["verifier", "."]);
    assert!(
        said.status == Some(1) && said.out.contains("plan.yaml") && said.out.contains("n’est pas là"),
        "{}",
        said.out
    );
    let said = bench.run(&["modifier", ".", "plan", "école.nom", "Autre"]);
    assert_ne!(said.status, Some(0), "{}", said.out);
    assert!(!bench.path("plan.yaml").exists());
}

#[test]
fn whoever_reads_no_message_is_no_failure() {
    let bench = Bench::new();
    let full = fs::File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let mut command = bench.command(&["purger", ".", "n02", "--oui"]);
    let status = command.stderr(full).stdout(std::process::Stdio::null()).status().expect("runs");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn what_was_written_of_somebody_whose_id_is_another_s_is_asked_about_and_kept() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let before = bench.text("suivi.yaml");
    bench.write("suivi.yaml", before.replace("nom: Maïka Bouchard", "nom: Zénon Wilbrod"));
    let saved = school.save(&[goal(&folder, "n03", "Pour Maïka.")], at(9, 1), VersionReason::FirstChange);
    assert!(!bench.text("suivi.yaml").contains("Pour Maïka"));
    let [clash] = saved.clashes.as_slice() else { panic!("{saved:?}") };
    let mut folder = folder.clone();
    for (file, document) in saved.documents {
        folder.put(&file, document);
    }
    let edit = clash.settle(&folder).expect("settles").expect("an edit");
    let saved = school.save(&[edit], at(9, 2), VersionReason::FirstChange);
    assert_eq!(saved.clashes, []);
    let text = bench.text("suivi.yaml");
    assert!(text.contains("nom: Zénon Wilbrod") && text.contains("nom: Maïka Bouchard") && text.contains("Pour Maïka"));
}

#[test]
fn what_a_colleague_adds_to_a_record_made_here_is_no_loss() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let item = serde_json::json!({"id": "n77", "nom": "Zoé Neuve", "fonction": "TES"});
    let added = Edit::push(&folder, &FileId::Board, &["personnes"], item).expect("fits");
    school.save(&[added], at(8, 0), VersionReason::FirstChange).done().expect("written");
    assert_eq!(bench.run(&["noter", ".", "n77", "--note", "Une trace importante"]).status, Some(0));
    let news = look(&mut school);
    assert!(!news.changes.is_empty() && news.changes.iter().all(|change| change.losses.is_empty()), "{news:?}");
    // What was written here and is changed there is kept, and told.
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n77.fonction", "enseignante"]).status, Some(0));
    let news = look(&mut school);
    assert!(news.changes.iter().any(|change| !change.losses.is_empty()), "{news:?}");
}
