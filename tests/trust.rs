//! What a school may trust its files to: every promise about them, provoked.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use arrimage::{
    domain::{
        edit::{Edit, merge::Clash},
        model::document::FileId,
        value::fault::{Code, Fault, Severity},
    },
    store::{
        school::{Remark, SchoolFolder},
        shipped,
        versions::Why,
    },
    words::{Words, families, fault},
};
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

/// A school that nothing else touches, and a program to run on it.
struct Bench {
    home: tempfile::TempDir,
}

/// What a command said.
struct Said {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Bench {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        shipped::copy_demo(&home.path().join("ecole")).expect("copied");
        Bench { home }
    }

    fn school(&self) -> PathBuf {
        self.home.path().join("ecole")
    }

    fn path(&self, file: &str) -> PathBuf {
        self.school().join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a text")
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect("written");
    }

    /// Writes a theme of one's own.
    fn theme(&self, text: &str) {
        let folder = self.home.path().join("dossiers/config/themes");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("mien.yaml"), text).expect("written");
    }

    /// Puts a board of the catalogue of mistakes in the place of the school's, whose meetings speak of other people.
    fn board(&self, name: &str) {
        fs::remove_dir_all(self.path("regulations")).expect("removed");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fautes");
        self.write("suivi.yaml", fs::read(fixtures.join(format!("{name}.yaml"))).expect("a mistake"));
    }

    /// Puts a survey that a hand wrote: so many said yes of nine, by that question, in a group of so many.
    fn survey(&self, yes: u32, by: &str, group: u32) {
        fs::create_dir_all(self.path("sondages")).expect("made");
        let text = format!(
            "public: nouveaux\nrépondants: 9\nquestions:\n  - id: q1\n    texte: Êtes-vous bien?\n    genre: choix\n    \
             réponses: 9\n    comptes: [{{réponse: Oui, n: {yes}}}]\ncroisements:\n  - {{question: q1, par: {by}, \
             groupes: [{{groupe: Sud, réponses: {group}}}], retenues: 7}}\n"
        );
        self.write("sondages/2026-10.yaml", text);
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        assert!(text.contains(from), "{from} is in {file}");
        self.write(file, text.replacen(from, to, 1));
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, None)
    }

    /// Runs a command on the school; the trouble is what the disk does on the way.
    fn run_with(&self, arguments: &[&str], trouble: Option<&str>) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arrimage"));
        command.args(arguments).env("ARRIMAGE_DOSSIERS", self.home.path().join("dossiers"));
        command.current_dir(self.school());
        if let Some(trouble) = trouble {
            command.env("ARRIMAGE_PANNE", trouble);
        }
        let Output { status, stdout, stderr } = command.output().expect("runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace('\u{a0}', " ");
        Said { status: status.code(), out: text(stdout), err: text(stderr) }
    }

    fn open(&self) -> (SchoolFolder, arrimage::domain::model::folder::Folder) {
        let (school, folder, faults) = SchoolFolder::open(&self.school()).expect("opens");
        assert_eq!(faults, []);
        (school, folder)
    }

    /// Every file of the school, with its bytes.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn walk(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                match entry.file_type().expect("a kind").is_dir() {
                    true => walk(&entry.path(), found),
                    false => found.push((entry.path(), fs::read(entry.path()).expect("bytes"))),
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.school(), &mut found);
        found
    }

    fn leftovers(&self) -> usize {
        self.files().iter().filter(|(path, _)| path.to_string_lossy().ends_with(".tmp")).count()
    }
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(hour, minute, 0)).expect("a moment")
}

fn set(folder: &arrimage::domain::model::folder::Folder, file: FileId, path: &[&str], value: Value) -> Edit {
    Edit::set(folder, &file, path, Some(value)).expect("fits").expect("changes")
}

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
    let saved = school.save(&edits, at(8, 0), Why::FirstChange).done().expect("saved");
    assert_eq!((saved.remarks, saved.clashes), (vec![Remark::Merged(board.clone())], vec![]));
    let text = bench.text("suivi.yaml");
    for said in ["Ici.", "Ailleurs.", "concierge de jour", "Connaître les lieux."] {
        assert!(text.contains(said), "{said}");
    }

    let (mut school, folder) = bench.open();
    bench.change("suivi.yaml", "objectif: Connaître les lieux.", "objectif: Connaître les gens.");
    let ours = set(&folder, board.clone(), &["personnes", "n02", "objectif"], json!("Connaître l'horaire."));
    let saved = school.save(&[ours], at(9, 0), Why::FirstChange).done().expect("saved");
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
    school.save(&[chosen], at(9, 1), Why::FirstChange).done().expect("saved");
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
    school.save(&[edit], at(8, 0), Why::FirstChange).done().expect("saved");
    let (_, folder) = bench.open();
    let traces = &folder.board.person("n01").expect("there").traces;
    let now = traces.iter().find(|trace| trace.support == "Un café.").expect("there");
    assert_eq!((now.date, &now.goes_well, &now.challenge), (was.date, &was.goes_well, &was.challenge));
}

#[test]
fn a_file_taken_away_comes_back_with_the_next_edit_comments_and_all() {
    let bench = Bench::new();
    let (mut school, folder) = bench.open();
    let before = bench.text("suivi.yaml");
    fs::remove_file(bench.path("suivi.yaml")).expect("removed");
    let edit = set(&folder, FileId::Board, &["personnes", "n02", "palier"], json!("spécifique"));
    let saved = school.save(&[edit], at(8, 0), Why::FirstChange).done().expect("saved");
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
    school.save(&proposal.edits, at(8, 0), Why::Merging).done().expect("saved");
    let text = bench.text("suivi.yaml");
    assert!(text.contains("De la copie.") && text.contains("palier: ciblé"), "both are in");
    assert!(!bench.path("suivi-NOMDUPC.yaml").exists());
    assert!(bench.text("versions/suivi/0002.yaml").contains("De la copie."));
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
    assert_eq!(said.out, "MB : état non connu → va bien\n");
    assert_eq!(bench.run(&["comparer", "suivi", "1"]).out, "MB : état non connu → plus de soutien\n");
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
    let kept: Vec<(u32, Why)> =
        school.versions().into_iter().filter(|v| v.file == "suivi").map(|v| (v.number, v.why)).collect();
    assert_eq!(kept, [(4, Why::Named), (7, Why::FirstChange)], "the oldest without a name go first");
    assert_eq!(fs::read_dir(bench.path("versions/suivi")).expect("a folder").count(), 2);
}

#[test]
fn a_person_who_is_purged_is_named_nowhere() {
    for killed in (0..).step_by(6) {
        let bench = Bench::new();
        // The name spreads: versions, a copy, exports, notes, comments, a version that reads no more.
        bench.run(&["noter", ".", "AC", "--va-bien", "Amélie  est là."]);
        bench.change("plan.yaml", "format: 1\n", "format: 1\n# Voir Amélie Côté pour la suite.\n");
        bench.change(
            "regulations/2026-10-15.yaml",
            "format: 1\n",
            "format: 1\nbons_coups_d_ici: [\"Le local d'AC est beau\"]\n# AMÉLIE\n",
        );
        bench.write("suivi-PC.yaml", bench.text("suivi.yaml").replace("Amélie Côté", "Amélie Bellavance"));
        bench.write("suivi-PC de Amélie Côté.yaml", bench.text("suivi.yaml"));
        bench.write("notes.txt", b"Am\xe9lie C\xf4t\xe9, mardi\n\xff");
        bench.write("rappel.txt", "Bellavance, mardi\n");
        bench.write("releve.json", r#"{"x": "Am\u00e9lie C\u00f4t\u00e9"}"#);
        fs::create_dir_all(bench.path("exports/Amélie Côté")).expect("made");
        bench.write("exports/Amélie Côté/amelie-cote.md", "Rien d'autre.\n");
        bench.write("exports/rencontre.md", "Présence : Amélie Co\u{302}te\u{301}.\n");
        bench.write("exports/rencontre.docx", b"PK\x03\x04\xff\xfe\x00\x80");
        bench.write("versions/suivi/0099.yaml", "personnes: [\n# Amélie\n");
        let (mut school, _) = bench.open();
        school.keep_named("avant le départ d'Amélie", at(8, 0)).expect("kept");
        let trouble = (killed > 0).then(|| format!("tuer:{killed}"));
        let said = bench.run_with(&["purger", ".", "AC", "--oui"], trouble.as_deref());
        if said.status != Some(0) {
            // The board comes last: as long as it names her, the purge can be asked again.
            let again = bench.run(&["purger", ".", "Amélie Côté", "--oui"]);
            let done = !bench.text("suivi.yaml").contains("id: n01");
            assert!(again.status == Some(0) || done, "step {killed}: {}", again.err);
        }
        for (path, bytes) in bench.files() {
            let folded = arrimage::domain::value::text::fold(&String::from_utf8_lossy(&bytes));
            let opened = folded.replace("\\u00e9", "e");
            assert!(
                !opened.contains("amelie") && !opened.contains("bellavance"),
                "{killed}: {}: {folded}",
                path.display()
            );
            let path = arrimage::domain::value::text::fold(
                &path.strip_prefix(bench.school()).expect("inside").to_string_lossy(),
            );
            assert!(!path.contains("amelie"), "step {killed}: {path}");
            let words = String::from_utf8_lossy(&bytes).into_owned();
            let alias = words.split(|c: char| !c.is_alphanumeric()).any(|word| word == "AC");
            assert!(!alias, "step {killed}: {path}: {words}");
        }
        let faults = bench.run(&["verifier", "."]);
        assert_eq!(faults.status, Some(0), "step {killed}: {}", faults.out);
        let register = bench.text("versions/registre.yaml");
        assert!(register.contains("retraits:") && register.contains("personnes: 1"), "{register}");
        let (_, folder) = bench.open();
        assert_eq!(folder.board.people.len(), 8, "the others stay");
        if killed > 0 && said.status == Some(0) {
            assert!(killed > 20, "{killed} steps");
            break;
        }
        if killed == 0 {
            assert!(said.err.contains("Amélie Côté") && said.err.contains("versions/"), "{}", said.err);
        }
    }
}

#[test]
fn what_comes_at_the_same_time_as_the_first_trace_or_a_purge_is_neither_lost_nor_brought_back() {
    let bench = Bench::new();
    std::thread::scope(|scope| {
        for number in 0..6 {
            let bench = &bench;
            scope.spawn(move || bench.run(&["noter", ".", "n03", "--va-bien", &format!("mot{number}")]));
        }
    });
    assert_eq!(bench.text("suivi.yaml").matches("mot").count(), 6, "{}", bench.text("suivi.yaml"));
    for _ in 0..3 {
        let bench = Bench::new();
        std::thread::scope(|scope| {
            for number in 0..3 {
                let bench = &bench;
                scope.spawn(move || bench.run(&["noter", ".", "n04", "--va-bien", &format!("mot{number}")]));
            }
            assert_eq!(bench.run(&["purger", ".", "n04", "--oui"]).status, Some(0));
        });
        assert!(!bench.text("suivi.yaml").contains("id: n04"), "whoever is gone stays gone");
    }
}

#[test]
fn a_link_stays_a_link() {
    let bench = Bench::new();
    let elsewhere = bench.home.path().join("vrai.yaml");
    fs::rename(bench.path("suivi.yaml"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, bench.path("suivi.yaml")).expect("linked");
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n03.état", "va bien"]).status, Some(0));
    assert!(bench.path("suivi.yaml").is_symlink() && fs::read_to_string(&elsewhere).expect("a text").contains("Maïka"));
    assert_eq!(bench.run(&["purger", ".", "n03", "--oui"]).status, Some(0));
    assert!(!fs::read_to_string(&elsewhere).expect("a text").contains("Maïka"));
}

#[test]
fn those_whose_keeping_has_ended_are_purged_together() {
    let bench = Bench::new();
    assert_eq!(
        bench.run(&["purger", ".", "--echues", "--oui"]).out,
        "Personne à retirer : aucune date de conservation n’est passée.\n"
    );
    bench.run(&["modifier", ".", "suivi", "n02.conserver_jusquau", "2020-06-30"]);
    bench.run(&["modifier", ".", "suivi", "n03.conserver_jusquau", "2020-06-30"]);
    assert_eq!(bench.run(&["purger", ".", "--echues"]).status, Some(2), "nobody to ask");
    assert_eq!(bench.run(&["purger", ".", "--echues", "--oui"]).status, Some(0));
    let (_, folder) = bench.open();
    assert!(folder.board.person("n02").is_none() && folder.board.person("n03").is_none());
    assert_eq!(bench.run(&["purger", ".", "Personne Inconnue", "--oui"]).status, Some(2));
}

#[test]
fn personal_files_are_their_owners_and_what_was_set_stays() {
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
fn hostile_files_are_refused_in_bounded_memory() {
    let deep = |open: &str, count: usize| open.repeat(count).into_bytes();
    let bombs: [(&str, Vec<u8>); 14] = [
        ("10 MB of brackets", deep("[", 10_000_000)),
        ("4 MB of brackets", deep("[", 4_000_000)),
        ("100,000 levels", deep("- ", 100_000)),
        ("100,000 braces", deep("{a: ", 100_000)),
        ("billion laughs", {
            let levels = (1..12).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{}, ", n - 1).repeat(9)));
            format!("a0: &a0 [lol]\n{}personnes: *a11\n", levels.collect::<String>()).into_bytes()
        }),
        ("aliased people", {
            let people = "*p, ".repeat(200_000);
            format!("x: &p {{id: n01, nom: {}}}\npersonnes: [{people}]\n", "Z".repeat(2000)).into_bytes()
        }),
        ("UTF-16 that is cut", b"\xff\xfep\x00e\x00r\x00\xd8".to_vec()),
        ("NUL bytes", b"personnes:\n  - id: n\x0001\n".to_vec()),
        ("invalid UTF-8", b"personnes:\n  - id: n01\n    nom: Zo\xe9\n".to_vec()),
        ("tabs", b"personnes:\n\t- id: n01\n".to_vec()),
        ("duplicate keys", b"personnes: []\npersonnes: []\n".to_vec()),
        ("100,000 duplicate keys", b"a: 1\n".repeat(100_000)),
        ("one line of 4 MB", [b"personnes: \"".as_slice(), &b"x".repeat(4_000_000)].concat()),
        ("a number of a million digits", [b"format: ".as_slice(), &b"9".repeat(1_000_000)].concat()),
    ];
    for (name, bytes) in bombs {
        let bench = Bench::new();
        bench.write("suivi.yaml", &bytes);
        let said = limited(&bench, &["verifier", "."]);
        assert_eq!(said.status, Some(1), "{name}: {} {}", said.out, said.err);
        assert!(
            said.out.contains("suivi.yaml") && said.out.contains('→'),
            "{name}: {}",
            &said.out[..said.out.len().min(500)]
        );
        assert!(said.out.len() < 4000, "{name}: what is said stays short");
        assert_eq!(fs::read(bench.path("suivi.yaml")).expect("bytes"), bytes, "{name}: left as it is");
        assert_eq!(limited(&bench, &["montrer", ".", "plan"]).status, Some(0), "{name}: the rest works");
    }
    // Legal, only strange: a text in UTF-16 with its mark is read.
    let bench = Bench::new();
    let text: Vec<u8> = "personnes:\n  - id: n01\n    nom: Zoé\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bench.write("suivi.yaml", [b"\xff\xfe".as_slice(), &text].concat());
    assert!(bench.run(&["montrer", ".", "tableau"]).out.contains("Zoé"));
}

/// Runs a command with 200 MB of addresses and twenty seconds of processor, far more than it may need.
fn limited(bench: &Bench, arguments: &[&str]) -> Said {
    let script = format!("ulimit -v 200000; ulimit -t 20; exec {} \"$@\"", env!("CARGO_BIN_EXE_arrimage"));
    let output = Command::new("sh")
        .args(["-c", &script, "arrimage"])
        .args(arguments)
        .env("ARRIMAGE_DOSSIERS", bench.home.path().join("dossiers"))
        .current_dir(bench.school())
        .output()
        .expect("runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{a0}', " ");
    Said { status: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

#[test]
fn what_is_no_file_is_told() {
    let bench = Bench::new();
    fs::remove_file(bench.path("plan.yaml")).expect("removed");
    fs::create_dir(bench.path("plan.yaml")).expect("made");
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("plan.yaml"), "{}", said.out);
    fs::remove_dir(bench.path("plan.yaml")).expect("removed");
    std::os::unix::fs::symlink("plan.yaml", bench.path("plan.yaml")).expect("linked");
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("plan.yaml"), "{}", said.out);
    assert_eq!(bench.run(&["montrer", ".", "tableau"]).status, Some(0), "the rest works");
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

#[test]
fn no_escape_sequence_reaches_the_terminal() {
    let bench = Bench::new();
    let evil = r#""\e[31mRouge\e]0;titre\a\x9b2J\u202E""#;
    bench.write(
        "suivi.yaml",
        format!("personnes:\n  - id: n01\n    nom: {evil}\n    alias: {evil}\n    fonction: {evil}\n    mentor: {evil}\n    traces: [{{date: 2026-11-01, va_bien: {evil}}}]\n"),
    );
    bench.change("plan.yaml", "étape: ", &format!("étape: {evil} #"));
    for arguments in [
        &["montrer", ".", "tableau"][..],
        &["montrer", ".", "plan"],
        &["montrer", ".", "plan", "--format", "csv"],
        &["montrer", ".", "tableau", "--format", "json"],
        &["verifier", "."],
        &["modifier", ".", "suivi", "n01.état", "va bien"],
        &["modifier", ".", "suivi", "n01.état", "\u{1b}[31m"],
        &["noter", ".", "n01", "--va-bien", "\u{1b}[31mx"],
        &["comparer", ".", "suivi", "1"],
    ] {
        let said = bench.run(arguments);
        let control = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(
            !said.out.contains(control) && !said.err.contains(control),
            "{arguments:?}: {:?} {:?}",
            said.out,
            said.err
        );
    }
}

/// A fault, what provokes it, and the command that says it.
struct Case {
    code: Code,
    /// What provokes it, in words for the catalogue.
    by: &'static str,
    provoke: fn(&Bench),
    arguments: &'static [&'static str],
}

/// One case for each fault; a board of that name in `tests/fixtures/fautes` when nothing else is said.
const SURVEY: &[&str] = &["sondage", "importer", ".", "f.csv", "--oui"];
const IMPORT: &[&str] = &["importer", ".", "liste.xlsx", "--oui"];

const CASES: &[Case] = &[
    of(
        Code::NoSchool,
        "un dossier sans plan ni tableau",
        |b| {
            fs::create_dir(b.path("vide")).expect("made");
        },
        &["verifier", "vide"],
    ),
    of(
        Code::Unreadable,
        "un lien qui mène à lui-même",
        |b| {
            fs::remove_file(b.path("suivi.yaml")).expect("removed");
            std::os::unix::fs::symlink("suivi.yaml", b.path("suivi.yaml")).expect("linked");
        },
        VERIFY,
    ),
    of(
        Code::NotAFile,
        "un dossier nommé `suivi.yaml`",
        |b| {
            fs::remove_file(b.path("suivi.yaml")).expect("removed");
            fs::create_dir(b.path("suivi.yaml")).expect("made");
        },
        VERIFY,
    ),
    of(Code::TooLarge, "un fichier de plus de 8 Mo", |b| b.write("suivi.yaml", vec![b'#'; 9 << 20]), VERIFY),
    of(Code::NotText, "`latin1.yaml`", |b| b.board("latin1"), VERIFY),
    of(Code::NewerFormat, "`format-plus-recent.yaml`", |b| b.board("format-plus-recent"), VERIFY),
    of(Code::Tab, "`tabulation.yaml`", |b| b.board("tabulation"), VERIFY),
    of(Code::NoBreakSpace, "`espace-insecable.yaml`", |b| b.board("espace-insecable"), VERIFY),
    of(Code::ColonBlank, "`deux-points-colles.yaml`", |b| b.board("deux-points-colles"), VERIFY),
    of(Code::ColonInText, "`deux-points-dans-le-texte.yaml`", |b| b.board("deux-points-dans-le-texte"), VERIFY),
    of(Code::Quote, "`guillemet-ouvert.yaml`", |b| b.board("guillemet-ouvert"), VERIFY),
    of(Code::Bracket, "`crochet-ouvert.yaml`", |b| b.board("crochet-ouvert"), VERIFY),
    of(Code::Alignment, "`tiret-mal-aligne.yaml`", |b| b.board("tiret-mal-aligne"), VERIFY),
    of(Code::MergeMarks, "`marques-de-fusion.yaml`", |b| b.board("marques-de-fusion"), VERIFY),
    of(
        Code::NotATable,
        "un fichier qui commence comme une archive",
        |b| b.write("liste.xlsx", "PK, mais pas une archive"),
        IMPORT,
    ),
    of(Code::NoTable, "une liste vide", |b| b.write("liste.xlsx", "\n"), IMPORT),
    of(
        Code::TooManyRows,
        "une liste de six mille lignes",
        |b| b.write("liste.xlsx", "Nom;Poste\n".to_owned() + &"Zoé;concierge\n".repeat(6000)),
        IMPORT,
    ),
    of(
        Code::NotASurvey,
        "une liste du personnel prise pour un sondage",
        |b| b.write("f.csv", "Nom;Poste\nZoé;x\n"),
        SURVEY,
    ),
    of(
        Code::RowTooLong,
        "une réponse qui a glissé d’une colonne",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,oui, merci\n"),
        SURVEY,
    ),
    of(
        Code::Formula,
        "une formule parmi les réponses",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,=A1+1\n"),
        SURVEY,
    ),
    of(
        Code::SpoiledAccents,
        "des accents abîmés",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,trÃ¨s bien\n"),
        SURVEY,
    ),
    of(Code::UnknownSurvey, "un sondage qui n’existe pas", |_| {}, &["sondage", "montrer", ".", "2031-01"]),
    of(Code::CountOverAll, "plus de réponses que de personnes", |b| b.survey(12, "q1", 9), VERIFY),
    of(Code::UnknownQuestion, "un croisement d’une question que le sondage n’a pas", |b| b.survey(9, "q7", 9), VERIFY),
    of(Code::SmallGroup, "un groupe de moins de cinq réponses, écrit à la main", |b| b.survey(9, "q1", 2), VERIFY),
    of(
        Code::UnknownCode,
        "un code que le catalogue n’a pas",
        |b| b.write("f.csv", "ID,Heure de fin,Que dire?\n1,2027-02-10,oui\n"),
        &["sondage", "importer", ".", "f.csv", "--question", "Que dire?=Z9", "--oui"],
    ),
    of(Code::TooFewPoints, "un indicateur d’un seul point", |_| {}, &["exporter", ".", "graphique", "routine-commune"]),
    of(Code::NoNames, "une liste sans noms", |b| b.write("liste.xlsx", "Poste;Lieu\nconcierge;ici\n"), IMPORT),
    of(Code::Syntax, "`signe-reserve.yaml`", |b| b.board("signe-reserve"), VERIFY),
    of(Code::DuplicateKey, "`cle-en-double.yaml`", |b| b.board("cle-en-double"), VERIFY),
    of(Code::MissingField, "`champ-manquant.yaml`", |b| b.board("champ-manquant"), VERIFY),
    of(Code::UnknownWord, "`mot-inconnu.yaml`", |b| b.board("mot-inconnu"), VERIFY),
    of(Code::ExpectedNumber, "`nombre.yaml`", |b| b.board("nombre"), VERIFY),
    of(Code::ExpectedDay, "`date-impossible.yaml`", |b| b.board("date-impossible"), VERIFY),
    of(Code::WrongShape, "`forme.yaml`", |b| b.board("forme"), VERIFY),
    of(Code::UnknownField, "`cle-mal-ecrite.yaml`", |b| b.board("cle-mal-ecrite"), VERIFY),
    of(
        Code::UnknownIssue,
        "un enjeu que le plan n'a pas",
        |b| {
            b.change("impacts/2026-09-24.yaml", "enjeu: ", "enjeu: inconnu # ");
        },
        VERIFY,
    ),
    of(
        Code::UnknownPerson,
        "une personne que le tableau n'a pas",
        |b| {
            b.change("regulations/2026-10-15.yaml", "personne: n01", "personne: n99");
        },
        VERIFY,
    ),
    of(
        Code::UnknownIndicator,
        "un indicateur que le plan n'a pas",
        |b| {
            b.change("impacts/2026-09-24.yaml", "indicateur: ", "indicateur: x");
        },
        VERIFY,
    ),
    of(
        Code::UnknownMentor,
        "une personne mentore hors du comité",
        |b| {
            b.change("suivi.yaml", "mentor: Luc Tremblay", "mentor: Luc Inconnu");
        },
        VERIFY,
    ),
    of(
        Code::UnknownColumn,
        "une colonne que l’école n’a pas déclarée",
        |b| b.change("suivi.yaml", "    nom: Amélie Côté", "    nom: Amélie Côté\n    colonnes: {local: 214}"),
        VERIFY,
    ),
    of(
        Code::TakenColumn,
        "une colonne du nom d’un champ",
        |b| b.change("suivi.yaml", "personnes:", "colonnes:\n  - {id: mentor, nom: Mentor bis}\npersonnes:"),
        VERIFY,
    ),
    of(
        Code::OwnValue,
        "un mot dans une colonne de nombres",
        |b| {
            b.change("suivi.yaml", "    nom: Amélie Côté", "    nom: Amélie Côté\n    colonnes: {local: en haut}");
            b.change("suivi.yaml", "personnes:", "colonnes:\n  - {id: local, nom: Local, type: nombre}\npersonnes:");
        },
        VERIFY,
    ),
    of(
        Code::UnknownContact,
        "un répondant hors du comité",
        |b| {
            b.change("suivi.yaml", "répondant: Hélène Gagnon", "répondant: Hélène Inconnue");
        },
        VERIFY,
    ),
    of(
        Code::UnknownTopic,
        "une vérification tue qui n'existe pas",
        |b| b.write("plan.yaml", b.text("plan.yaml") + "vérifications_tues: [{code: sans-mentro}]\n"),
        VERIFY,
    ),
    of(Code::DuplicateId, "`id-en-double.yaml`", |b| b.board("id-en-double"), VERIFY),
    of(
        Code::ConflictCopy,
        "une copie laissée par OneDrive",
        |b| {
            b.write("suivi-NOMDUPC.yaml", b.text("suivi.yaml"));
        },
        VERIFY,
    ),
    of(
        Code::NoSuchPlace,
        "un chemin qui ne mène nulle part",
        |_| {},
        &["modifier", ".", "suivi", "n99.état", "va bien"],
    ),
    of(Code::NoSuchFile, "un fichier que l'école n'a pas", |_| {}, &["modifier", ".", "agenda", "x", "y"]),
    of(
        Code::NotEditable,
        "`mains/ancre.yaml`, où une valeur sert deux fois",
        |b| {
            b.write("suivi.yaml", include_str!("fixtures/mains/ancre.yaml"));
        },
        &["modifier", ".", "suivi", "n01.besoins", "[a, b]"],
    ),
    of(
        Code::NotWritten,
        "un fichier à la place du dossier `versions`",
        |b| {
            fs::remove_dir_all(b.path("versions")).ok();
            b.write("versions", "");
        },
        &["modifier", ".", "suivi", "n01.état", "va bien"],
    ),
    of(Code::NotEmpty, "un dossier qui contient déjà quelque chose", |_| {}, &["nouveau", "."]),
    of(Code::NoSuchVersion, "une version qui n'existe pas", |_| {}, &["restaurer", ".", "suivi", "9"]),
    of(Code::NoSuchTemplate, "un modèle qui n'existe pas", |_| {}, &["nouveau", "autre", "--modele", "lycee"]),
    of(Code::BadTheme, "un thème qui part d’un thème inconnu", |b| b.theme("étend: claire\n"), VERIFY),
    of(
        Code::WeakContrast,
        "un thème trop pâle",
        |b| b.theme("étend: clair\npalette: {gris: [\"#c0c0c0\", white]}\n"),
        VERIFY,
    ),
    of(Code::BadYear, "une année scolaire illisible", |_| {}, &["nouveau", "autre", "--annee", "l'an prochain"]),
];

const VERIFY: &[&str] = &["verifier", "."];

const fn of(code: Code, by: &'static str, provoke: fn(&Bench), arguments: &'static [&'static str]) -> Case {
    Case { code, by, provoke, arguments }
}

/// Every fault is provoked and says where, what and how to mend it; the catalogue of the docs is made of that.
/// `ARRIMAGE_DOCS=oui` writes it anew.
#[test]
fn every_fault_is_provoked_said_and_listed() {
    assert_eq!(CASES.iter().map(|case| case.code).collect::<Vec<_>>(), Code::ALL, "one case for each fault, in order");
    let words = Words::french();
    let mut told = String::new();
    let mut table = String::from(
        "# Les fautes\n\n<!-- Écrit par le test « every_fault_is_provoked_said_and_listed » (ARRIMAGE_DOCS=oui). -->\n\n\
         Tout ce qu’Arrimage peut avoir à dire d’un fichier ou d’une commande. Les fichiers nommés sont dans `tests/fixtures`.\n\n\
         | nom | gravité | ce qui est dit | comment corriger | ce qui la provoque |\n|---|---|---|---|---|\n",
    );
    for Case { code, by, provoke, arguments } in CASES {
        let bench = Bench::new();
        provoke(&bench);
        let said = bench.run(arguments);
        let text = format!("{}{}", said.out, said.err);
        let example = Fault::new(*code, "x");
        let cause = words.get(families::fault(*code)).replace('\u{a0}', " ");
        let stable = cause.split(['{', '«', '\u{2068}']).next().unwrap_or_default().trim().to_owned();
        assert!(text.contains(&stable) || stable.is_empty(), "{code:?}: « {stable} » in {text}");
        let severity = match code.severity() {
            Severity::Error => "erreur",
            Severity::Warning => "remarque",
        };
        let expected = match (arguments.first(), code.severity()) {
            (Some(&"verifier"), Severity::Error) if *code != Code::NoSchool => Some(1),
            (Some(&"verifier"), Severity::Warning) => Some(0),
            _ => Some(2),
        };
        assert_eq!(said.status, expected, "{code:?}: {text}");
        // What is only advised depends on the day.
        let paragraphs = text.split("\n\n").filter(|said| !said.starts_with("À c"));
        let text = paragraphs.collect::<Vec<_>>().join("\n\n");
        told.push_str(&format!("## {}\n{}\n", code.id(), text.replace(&*bench.school().to_string_lossy(), ".")));
        let remedy = fault::remedy(&words, &example);
        assert!(!remedy.is_empty() && text.contains('→'), "{code:?} says how to mend it: {text}");
        // What was said for real stands in the table: the line of this fault, and its remedy.
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.contains(&stable)).unwrap_or(0);
        let sentence = lines[at].split_once(" — ").map_or(lines[at], |(_, sentence)| sentence);
        let mended = lines[at..].iter().find_map(|line| line.trim_start().strip_prefix("→ ")).unwrap_or_default();
        table.push_str(&format!("| `{}` | {severity} | {sentence} | {mended} | {by} |\n", code.id()));
    }
    insta::assert_snapshot!("catalogue", told);
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fautes")).expect("a folder") {
        let name = file.expect("a mistake").file_name().to_string_lossy().into_owned();
        assert!(table.contains(&format!("`{name}`")), "{name} provokes a fault of the catalogue");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fautes.md");
    if std::env::var_os("ARRIMAGE_DOCS").is_some() {
        fs::write(&path, &table).expect("written");
    }
    assert_eq!(fs::read_to_string(&path).expect("a catalogue"), table, "ARRIMAGE_DOCS=oui cargo test writes it anew");
}
