//! The command line of the real binary: results on stdout, messages on stderr, exit status.

#[path = "commands/linear.rs"]
mod linear;
#[path = "commands/lists.rs"]
mod lists;
#[path = "commands/network.rs"]
mod network;
#[path = "commands/outside.rs"]
mod outside;
#[path = "commands/surveys.rs"]
mod surveys;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use arrimage::store::shipped;

struct Desk {
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        shipped::copy_demo(&home.path().join("ecole")).expect("copied");
        Desk { home }
    }

    fn school(&self) -> PathBuf {
        self.home.path().join("ecole")
    }

    fn run_in(&self, folder: &Path, arguments: &[&str]) -> (i32, String, String) {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_arrimage"))
            .args(arguments)
            .env("ARRIMAGE_DOSSIERS", self.home.path().join("dossiers"))
            .env("ARRIMAGE_JOUR", "2026-11-21")
            .current_dir(folder)
            .output()
            .expect("runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (status.code().expect("ends by itself"), text(stdout), text(stderr))
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_in(&self.school(), arguments)
    }
}

#[test]
fn every_view_in_every_format() {
    let desk = Desk::new();
    for view in [
        &["portrait"][..],
        &["plan"],
        &["tableau"],
        &["rencontres"],
        &["rencontre"],
        &["rencontre", "2026-10-15"],
        &["impact"],
        &["enjeux"],
    ] {
        for format in ["texte", "json", "csv"] {
            let arguments = [&["montrer", "."], view, &["--format", format]].concat();
            let (status, out, err) = desk.run(&arguments);
            assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
            match format {
                "json" => drop(serde_json::from_str::<serde_json::Value>(&out).expect("JSON")),
                "csv" => assert!(out.starts_with('\u{feff}') && out.ends_with("\r\n"), "{out}"),
                _ => assert!(out.lines().count() > 1, "{out}"),
            }
        }
    }
    let (_, out, _) = desk.run(&["montrer", "plan", "--format", "json"]);
    let plan: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(
        (&plan[0]["début"], &plan[0]["fin"], &plan[4]["fin"]),
        (&"2026-11-02".into(), &"2026-11-03".into(), &serde_json::Value::Null)
    );
    let (status, _, err) = desk.run(&["montrer", "rencontre", "1999-01-01"]);
    assert_eq!(status, 2);
    assert!(err.contains("regulations/1999-01-01.yaml"), "{err}");
}

#[test]
fn a_change_and_a_note_touch_their_lines_only() {
    let desk = Desk::new();
    let before = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a text");
    for (path, value, line) in [
        ("n03.état", "va bien", "    état: va bien\n"),
        ("n03.repondant", "Nadia Benali", "    répondant: Nadia Benali\n"),
        ("n03.libération.pris", "0,5", "    libération: {accordés: 2, pris: 0.5}\n"),
        ("n03.objectif", "oui", "    objectif: \"oui\"\n"),
    ] {
        let (status, out, err) = desk.run(&["modifier", ".", "suivi", path, value]);
        assert_eq!((status, err.as_str()), (0, ""), "{path}");
        assert!(out.contains("Maïka Bouchard"), "{out}");
        let after = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a text");
        assert!(after.contains(line), "{path}: {after}");
        assert!(after.starts_with("# École fictive"));
    }
    let (status, ..) =
        desk.run(&["noter", ".", "Maïka Bouchard", "--va-bien", "Bien accueillie.", "--date", "19 nov. 2026"]);
    assert_eq!(status, 0);
    let after = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a text");
    assert!(after.contains("- {date: 2026-11-19, par: comité, va_bien: Bien accueillie.}"), "{after}");
    let untouched = before.lines().filter(|line| after.contains(line)).count();
    assert!(before.lines().count() - untouched <= 2, "only the lines of n03 changed");
}

#[test]
fn an_edit_that_leads_nowhere_or_names_two_things_alike_is_refused() {
    let desk = Desk::new();
    let board = || fs::read_to_string(desk.school().join("suivi.yaml")).expect("a text");
    let before = board();
    for (file, path, value, said) in [
        ("suivi", "n01.risques.risque-99", "oui", "Aucun risque"),
        ("plan", "p1.cycle.0.enjeu", "e99", "e99"),
        ("plan", "déploiement", "+{id: p2, étape: Encore}", "deux fois"),
    ] {
        let (status, _, err) = desk.run(&["modifier", ".", file, path, value]);
        assert!(status == 2 && err.contains(said), "{path}: {err}");
    }
    assert_eq!(board(), before);
    assert_eq!(desk.run(&["modifier", ".", "suivi", "n01.risques.risque-3", "à surveiller"]).0, 0);
    assert!(board().contains("risque-3: à surveiller"), "{}", board());
}

#[test]
fn a_question_is_answered_by_its_id_with_a_dot_and_dated_by_its_position_too() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["nouveau", "neuve", "--modele", "programme", "--annee", "2026-2027"]).0, 0);
    let (status, _, err) = desk.run(&["modifier", "neuve", "plan", "2.6.réponse", "Le budget de l’école."]);
    assert_eq!((status, err.as_str()), (0, ""));
    let (status, _, err) = desk.run(&["modifier", "neuve", "plan", "questions.0.réponse", "Trois personnes."]);
    assert_eq!((status, err.as_str()), (0, ""));
    let made = desk.school().join("neuve/plan.yaml");
    let plan = fs::read_to_string(&made).expect("a text");
    for id in ["\"1.1\"", "\"2.6\""] {
        let line = plan.lines().find(|line| line.contains(&format!("id: {id}"))).expect("a question");
        assert!(line.contains("répondu_le: 2026-"), "{line}");
    }
}

#[test]
fn wrong_use_is_told_in_french_with_status_2() {
    let desk = Desk::new();
    let mut told = String::new();
    for arguments in [
        &["--tableau"][..],
        &["montrer"],
        &["montrer", "."],
        &["montrer", ".", "notes"],
        &["montrer", "plan", "--format", "pdf"],
        &["modifier", ".", "suivi", "n01.état"],
        &["modifier", ".", "suivi", "n01.état", "en forme"],
        &["modifier", ".", "suivi", "n77.état", "va bien"],
        &["modifier", ".", "budget", "n01.état", "va bien"],
        &["modifier", ".", "suivi", "n01.note", "x"],
        &["noter", ".", "Personne Inconnue", "--va-bien", "x"],
        &["noter", ".", "n01"],
        &["restaurer", ".", "suivi", "7"],
        &["schema", "budget"],
        &["nouveau", ".", "--annee", "2026"],
        &["nouveau", "ailleurs", "--annee", "2026-2028"],
        &["nouveau", "ailleurs", "--modele", "collège"],
        &["verifier", "nulle-part"],
        &["dossier-absent"],
    ] {
        let (status, out, err) = desk.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        told.push_str(&format!("$ arrimage {}\n{err}\n", arguments.join(" ")));
    }
    insta::assert_snapshot!("mauvais_usage", told);
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let desk = Desk::new();
    let (_, help, _) = desk.run(&["--help"]);
    let commands = help.lines().filter_map(|line| line.strip_prefix("  arrimage ")?.split(' ').next());
    let commands: Vec<&str> = commands.filter(|word| word.starts_with(char::is_lowercase)).collect();
    assert!(commands.len() > 20, "{help}");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (status, script, err) = desk.run(&["completion", shell]);
        assert_eq!(status, 0, "{err}");
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    let (status, _, err) = desk.run(&["completion", "csh"]);
    assert!(status == 2 && err.contains("csh"), "{err}");
    let (_, page, _) = desk.run(&["manuel"]);
    assert!(page.contains(".TH ARRIMAGE 1") && commands.iter().all(|command| page.replace('\\', "").contains(command)));
}

#[test]
fn a_new_school_is_made_and_verified() {
    let desk = Desk::new();
    let (status, out, _) = desk.run(&[
        "nouveau",
        "neuve",
        "--école",
        "École de l’Anse-aux-Foins",
        "--année",
        "2027-2028",
        "--modèle",
        "primaire",
    ]);
    assert_eq!(status, 0);
    assert!(out.contains("École créée"), "{out}");
    let folder = desk.school().join("neuve");
    let plan = fs::read_to_string(folder.join("plan.yaml")).expect("a plan");
    assert!(plan.contains("nom: École de l’Anse-aux-Foins") && plan.contains("2 ou 3 novembre 2027"), "{plan}");
    assert!(plan.contains("# jours"), "the template's comments are kept");
    let (status, out, err) = desk.run(&["vérifier", "neuve"]);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    assert_eq!(desk.run(&["nouveau", "neuve"]).0, 2, "a school is never overwritten");
}

#[test]
fn a_creation_that_was_interrupted_is_done_again_and_their_own_files_are_kept() {
    let desk = Desk::new();
    let folder = desk.school().join("neuve");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join(".gitignore"), b"# \xe9t\xe9\n*.tmp\nsuivi*.yaml").expect("written");
    fs::write(folder.join("suivi.yaml"), "format: 1\npersonnes: []\n").expect("written");
    fs::write(folder.join(".arrimage-x.tmp"), "rest").expect("written");
    let (status, _, err) = desk.run(&["nouveau", "neuve", "--ecole", "École neuve"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let ignored = fs::read(folder.join(".gitignore")).expect("bytes");
    assert!(ignored.starts_with(b"# \xe9t\xe9\n*.tmp\nsuivi*.yaml\nregulations/\n"), "{ignored:?}");
    assert_eq!(String::from_utf8_lossy(&ignored).matches("suivi").count(), 1);
    assert!(folder.join("plan.yaml").exists() && !folder.join(".arrimage-x.tmp").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_out_is_a_failure() {
    let desk = Desk::new();
    let full = fs::File::options().write(true).open("/dev/full").expect("there");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_arrimage"));
    command.args(["montrer", "portrait"]).env("ARRIMAGE_DOSSIERS", desk.home.path()).current_dir(desk.school());
    let out = command.stdout(full).output().expect("runs");
    assert_eq!(out.status.code(), Some(2), "{}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn verify_exits_with_1_on_errors_and_0_on_remarks() {
    let desk = Desk::new();
    let path = desk.school().join("suivi.yaml");
    let board = fs::read_to_string(&path).expect("a text");
    fs::write(&path, board.replace("mentor: Nadia Benali", "mentor: Nadya Benali")).expect("written");
    assert_eq!(desk.run(&["verifier"]).0, 0, "a mentor off the committee is a remark");
    fs::write(&path, board.replace("état: va bien", "état: va super")).expect("written");
    let (status, out, _) = desk.run(&["verifier", ".", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(status, 1);
    assert_eq!(
        (&found[0]["code"], &found[0]["fichier"], &found[0]["ligne"]),
        (&"unknown-word".into(), &"suivi.yaml".into(), &34.into())
    );
}

#[test]
fn versions_are_listed_and_restored() {
    let desk = Desk::new();
    let before = fs::read(desk.school().join("plan.yaml")).expect("bytes");
    desk.run(&["modifier", ".", "plan", "p4.quand", "mi-octobre 2026"]);
    let (status, out, _) = desk.run(&["versions", ".", "plan"]);
    assert_eq!(status, 0);
    assert!(out.contains("premier changement"), "{out}");
    assert_eq!(desk.run(&["restaurer", ".", "plan", "1"]).0, 0);
    assert_eq!(fs::read(desk.school().join("plan.yaml")).expect("bytes"), before);
}

#[test]
fn schemas_and_help_are_whole() {
    let desk = Desk::new();
    for kind in ["plan", "suivi", "regulation", "régulation", "impact", "theme"] {
        let (status, out, _) = desk.run(&["schema", kind]);
        let schema: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!((status, &schema["$schema"]), (0, &"http://json-schema.org/draft-07/schema#".into()), "{kind}");
    }
    let (status, out, _) = desk.run(&["--aide"]);
    assert_eq!(status, 0);
    for command in
        ["demo", "nouveau", "modeles", "verifier", "montrer", "modifier", "noter", "versions", "restaurer", "schema"]
    {
        assert!(out.contains(&format!("arrimage {command}")), "{command}");
    }
    let (status, out, err) = desk.run(&[]);
    assert_eq!(status, 0, "without a terminal the portrait is printed");
    assert!(out.contains("9 personnes") && err.contains("terminal"), "{out}{err}");
}

#[test]
fn scripts_at_the_same_time_lose_nothing() {
    let desk = Desk::new();
    std::thread::scope(|scope| {
        for person in 1..=4 {
            let desk = &desk;
            scope.spawn(move || {
                for turn in 0..5 {
                    let note = format!("note {person}-{turn}");
                    let (status, _, err) = desk.run(&["noter", ".", &format!("n0{person}"), "--va-bien", &note]);
                    // A concurrent change is reported, never overwritten.
                    assert!(status == 0 && (err.is_empty() || err.contains("les deux changements y sont")), "{err}");
                }
            });
        }
    });
    let board = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a text");
    assert_eq!(board.matches("va_bien: note ").count(), 20);
}

#[test]
fn minutes_are_given_in_every_form_and_name_nobody() {
    let desk = Desk::new();
    let (status, text, _) = desk.run(&["compte-rendu"]);
    assert_eq!(status, 0);
    assert!(text.starts_with("# Compte rendu du jeudi 12 novembre 2026") && text.contains("manque de temps"), "{text}");
    let (_, older, _) = desk.run(&["compte-rendu", "2026-10-15"]);
    assert!(older.starts_with("# Compte rendu du jeudi 15 octobre 2026"), "{older}");
    let (_, page, _) = desk.run(&["compte-rendu", ".", "2026-11-12", "--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("lang=\"fr-CA\"") && page.contains("size: letter"));
    assert!(!page.contains("http"), "nothing comes from elsewhere");
    for text in [&text, &older, &page] {
        assert!(
            !["Amélie", "Fatoumata", "Thành", "Fin de journée lourde"].iter().any(|name| text.contains(name)),
            "{text}"
        );
    }
    let (_, named, _) = desk.run(&["compte-rendu", "--nominatif"]);
    assert!(named.contains("### Amélie Côté") && named.contains("DOCUMENT NOMINATIF"), "{named}");
    let (status, told, _) = desk.run(&["compte-rendu", "--format", "docx"]);
    assert_eq!(status, 0);
    let file = desk.school().join("exports/compte-rendu-2026-11-12.docx");
    assert!(told.contains("exports/compte-rendu-2026-11-12.docx"), "{told}");
    assert!(fs::read(file).expect("minutes").starts_with(b"PK"));
    let (status, _, told) = desk.run(&["compte-rendu", "1999-01-01"]);
    assert!(status == 2 && told.contains("regulations/1999-01-01.yaml"), "{told}");
    let (status, _, told) = desk.run(&["compte-rendu", "--format", "pdf"]);
    assert!(status == 2 && told.contains("pdf (md, html, docx)"), "{told}");
}

#[test]
fn the_plan_and_the_calendar_are_given_without_any_name() {
    let desk = Desk::new();
    let out = desk.home.path().join("donner/calendrier.ics");
    let (status, told, _) = desk.run(&["exporter", "calendrier", "-o", out.to_str().expect("a path")]);
    assert!(status == 0 && told.contains("calendrier.ics"), "{told}");
    let calendar = fs::read_to_string(&out).expect("a calendar");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), calendar.matches("\r\nUID:").count());
    assert!(
        calendar.contains("UID:rencontre-2026-12-10@") && calendar.contains("DTSTART;VALUE=DATE:20261209"),
        "{calendar}"
    );
    let (_, again, _) = desk.run(&["exporter", "calendrier"]);
    let ids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(ids(&calendar), ids(&again), "the ids stay");
    let (_, plan, _) = desk.run(&["exporter", ".", "plan-action"]);
    assert!(plan.starts_with("# Plan d’action 2026-2027") && plan.contains("| Gestion de classe |"), "{plan}");
    for text in [&calendar, &plan] {
        let names = ["Gagnon", "Tremblay", "Benali", "Ouellet", "Thibodeau", "Amélie"];
        // A calendar tells a member of the committee what is theirs to do, and names nobody else.
        let is_members = |line: &str| line.starts_with("DESCRIPTION:") && !line.contains("Amélie");
        let named =
            text.lines().filter(|line| !is_members(line)).find(|line| names.iter().any(|name| line.contains(name)));
        assert_eq!(named, None, "{text}");
    }
    // The plan is whole; in brief, rows are chosen and words are never cut.
    let folder = desk.school();
    let titles = desk.run(&["montrer", "plan", "--format", "json"]).1;
    let titles: serde_json::Value = serde_json::from_str(&titles).expect("JSON");
    let titles: Vec<&str> =
        titles.as_array().expect("rows").iter().map(|row| row["étape"].as_str().expect("a title")).collect();
    assert!(titles.len() > 5 && titles.iter().all(|title| plan.replace('\\', "").contains(title)), "{plan}");
    assert!(
        plan.contains("<br>Pour") && plan.contains("; Clarifier le rôle de chacun") && plan.contains("| En tout | "),
        "{plan}"
    );
    let made = folder.parent().expect("a place").join("implantation");
    let made = made.to_str().expect("a path");
    assert_eq!(
        desk.run(&["nouveau", made, "--modele", "implantation", "--ecole", "École", "--annee", "2026-2027"]).0,
        0
    );
    let (_, whole, _) = desk.run(&["exporter", made, "plan-action"]);
    let (_, brief, _) = desk.run(&["exporter", made, "plan-action", "--bref"]);
    assert!(
        whole.contains("<br>– Repérer les défis possibles") && !brief.contains("Repérer les défis possibles"),
        "{whole}"
    );
    assert!(brief.contains("autres étapes de l’année qui vient sont au plan complet"), "{brief}");
    assert!(!brief.contains('…'), "{brief}");
    let (status, _, _) = desk.run(&["modifier", made, "plan", "déploiement.f1.quand", "2031-01-15"]);
    assert_eq!(status, 0);
    let (_, brief, _) = desk.run(&["exporter", made, "plan-action", "--bref"]);
    assert!(brief.contains("Une étape vient plus tard."), "no row is left out in silence: {brief}");
    let (status, _, told) = desk.run(&["exporter", "tout"]);
    assert!(
        status == 2 && told.contains("plan-action, plan-action-bref, bilan, demarche, dossier-prp, calendrier"),
        "{told}"
    );
}

#[test]
fn everything_said_of_a_person_or_an_issue_is_told_in_order() {
    let desk = Desk::new();
    let (status, out, _) = desk.run(&["montrer", "fil", "TN", "--format", "json"]);
    assert_eq!(status, 0);
    let said: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let said = said.as_array().expect("a list");
    let days: Vec<&str> = said.iter().filter_map(|line| line["date"].as_str()).collect();
    assert!(days.is_sorted() && days.len() == said.len() && days[0] == "2026-08-25", "{days:?}");
    let told = |text: &str| said.iter().any(|line| line["dit"].as_str().is_some_and(|said| said.contains(text)));
    assert!(told("à suivre → plus de soutien") && told("ciblé → spécifique") && told("Arrivée"), "{out}");
    let (_, later, _) = desk.run(&["montrer", ".", "fil", "partage-de-tache", "--depuis", "2026-11"]);
    assert!(
        later.contains("2 Besoins → 3 Pistes") && later.contains("jeudi midi") && !later.contains("2026-10"),
        "{later}"
    );
    let (_, meetings, _) = desk.run(&["montrer", "rencontres", "--depuis", "2026-11", "--format", "csv"]);
    assert!(meetings.contains("2026-11-12") && !meetings.contains("2026-10-15"), "{meetings}");
    let (status, _, told) = desk.run(&["montrer", "fil", "personne"]);
    assert!(status == 2 && told.contains("« personne »") || told.contains("«\u{a0}personne\u{a0}»"), "{told}");
}

#[test]
fn a_person_is_given_all_that_the_files_say_of_them() {
    let desk = Desk::new();
    let (status, text, _) = desk.run(&["fiche", "TN"]);
    assert_eq!(status, 0);
    assert!(text.starts_with("# Fiche") && text.contains("remis par la personne responsable de l’accès"), "{text}");
    let board = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a board");
    let record = board.split("  - id: n04").nth(1).and_then(|rest| rest.split("\n  - id:").next()).expect("a record");
    let said = |key: &str| record.lines().find_map(|line| line.trim().strip_prefix(key).map(|v| v.trim().to_owned()));
    for key in ["fonction:", "répondant:", "état:"] {
        let value = said(key).unwrap_or_else(|| panic!("{key} in {record}"));
        assert!(text.contains(&value), "{key} {value} is not in\n{text}");
    }
    assert!(text.contains("12 novembre 2026") && text.contains("à suivre → plus de soutien"), "{text}");
    let (_, other, _) = desk.run(&["fiche", ".", "AC", "--format", "html"]);
    assert!(other.contains("Amélie Côté") && !other.contains("Fatoumata"));
    let (status, _, told) = desk.run(&["fiche", "ZZ"]);
    assert!(status == 2 && told.contains("suivi.yaml"), "{told}");
}

#[test]
fn a_named_view_of_the_board_is_shown_in_the_terminal() {
    let desk = Desk::new();
    let (status, out, err) = desk.run(&["montrer", "tableau", "--vue", "sans répondant"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.starts_with("Nom") && out.contains("Maïka Bouchard") && !out.contains("Amélie"), "{out}");
    let (_, out, _) = desk.run(&["montrer", "tableau", "--vue", "À suivre", "--format", "csv"]);
    assert_eq!(out.lines().count(), 4, "{out}");
    let (status, _, err) = desk.run(&["montrer", "tableau", "--vue", "zorglub"]);
    assert!(status == 1 || status == 2, "{err}");
    assert!(err.contains("Sans répondant"), "the views are named: {err}");
}

#[test]
fn the_board_goes_to_a_spreadsheet_and_comes_back() {
    let desk = Desk::new();
    let before = fs::read(desk.school().join("suivi.yaml")).expect("a board");
    for form in ["csv", "xlsx"] {
        let file = format!("sortie.{form}");
        let (status, out, err) = desk.run(&["exporter", ".", "tableau", "--format", form, "-o", &file]);
        assert_eq!((status, out.trim(), err.as_str()), (0, file.as_str(), ""));
        let (status, _, err) = desk.run(&["importer", ".", &file, "--oui"]);
        assert_eq!(status, 0, "{err}");
        assert!(err.contains("Rien à changer"), "{form}: {err}");
        assert_eq!(fs::read(desk.school().join("suivi.yaml")).expect("a board"), before, "no byte changes");
    }
    let csv = fs::read_to_string(desk.school().join("sortie.csv")).expect("a text");
    fs::write(desk.school().join("sortie.csv"), csv.replace("concierge de soir", "'=concierge")).expect("written");
    let (status, _, err) = desk.run(&["importer", ".", "sortie.csv"]);
    assert_eq!(status, 2, "nobody is there to say yes: {err}");
    assert!(err.contains("Lévesque\u{a0}: fonction concierge de soir → =concierge"), "{err}");
    assert_eq!(fs::read(desk.school().join("suivi.yaml")).expect("a board"), before, "nothing is written unasked");
}

#[test]
fn a_staff_list_in_any_hand_is_taken_in() {
    let windows: &[u8] =
        b"Nom;Pr\xe9nom;Poste;T\xe9l\xe9phone;B\xe2timent\r\nBrul\xe9;Zo\xe9;concierge;123;Pavillon\r\nC\xf4t\xe9;Am\xe9lie;orthop\xe9dagogue;2;\r\n";
    let utf8 = "\u{feff}Nom,Poste,Téléphone,Bâtiment\n\"Brulé, Zoé\",concierge,123,Pavillon\n\"Côté, Amélie\",orthopédagogue,2,\n";
    let tabs = "Liste du personnel\n\nNom complet\tTitre d’emploi\tLieu\nZoé Brulé\tconcierge\tPavillon\nAMÉLIE CÔTÉ\torthopédagogue\t\n";
    for (name, bytes) in [("windows", windows), ("utf8", utf8.as_bytes()), ("tabs", tabs.as_bytes())] {
        let desk = Desk::new();
        fs::write(desk.school().join("liste.csv"), bytes).expect("written");
        let (status, out, err) = desk.run(&["importer", ".", "liste.csv", "--oui"]);
        assert_eq!(status, 0, "{name}: {err}");
        assert!(out.contains("2 fiches écrites"), "{name}: {out}");
        let board = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a board");
        for said in ["nom: Zoé Brulé", "fonction: concierge\n", "bâtiment: Pavillon\n", "fonction: orthopédagogue"]
        {
            assert!(board.contains(said), "{name}: {said} in {board}");
        }
        let (_, _, err) = desk.run(&["importer", ".", "liste.csv", "--oui"]);
        assert!(err.contains("Rien à changer"), "{name}, taken twice: {err}");
    }
    let desk = Desk::new();
    fs::write(desk.school().join("liste.csv"), "id;Nom;Poste\nn01;;concierge\nn99;Fantôme;x\n").expect("written");
    let (_, _, err) = desk.run(&["importer", ".", "liste.csv", "--oui"]);
    assert!(err.contains("n’est celui de personne"), "{err}");
    let board = fs::read_to_string(desk.school().join("suivi.yaml")).expect("a board");
    assert!(board.contains("nom: Amélie Côté") && !board.contains("Fantôme"), "an empty name takes no name away");
    fs::write(desk.school().join("liste.csv"), "Nom,Poste\n\"Anne Roy,prof\nBob Caron,prof\n").expect("written");
    let (status, _, err) = desk.run(&["importer", ".", "liste.csv", "--oui"]);
    assert_eq!(status, 2, "a quote that never closes makes no person: {err}");
    fs::write(desk.school().join("liste.csv"), "Nom;Code\nZoé Brulé;ZB9\n").expect("written");
    let (_, _, err) = desk.run(&["importer", ".", "liste.csv", "--colonne", "Code=alias", "--oui"]);
    assert!(!err.contains("n’est pas une colonne connue"), "{err}");
    fs::write(desk.school().join("liste.csv"), "Nom;Code\nAn Nguyễn;AN9\n").expect("written");
    let (_, _, err) = desk.run(&["importer", ".", "liste.csv", "--oui"]);
    assert!(err.contains("An Nguyễn") && !err.contains("n’est pas une colonne connue"), "it is remembered: {err}");
    assert!(fs::read_to_string(desk.school().join("suivi.yaml")).expect("a board").contains("alias: AN9"));
}

#[test]
fn the_year_is_reviewed_without_any_name_and_a_chart_says_its_numbers() {
    let desk = Desk::new();
    let (status, page, err) = desk.run(&["bilan", ".", "--format", "html"]);
    assert_eq!((status, err.as_str()), (0, ""));
    for said in [
        "Bilan de l’année 2026-2027",
        "Partage de tâche (tour 2)",
        "Départ\u{a0}: 6 sur 9",
        "<svg",
        "trop peu de points",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    for name in ["Amélie", "Côté", "Tremblay", "Gagnon"] {
        assert!(!page.contains(name), "{name} is named");
    }
    let (status, svg, _) = desk.run(&["exporter", ".", "graphique", "maintien"]);
    assert_eq!(status, 0);
    for said in [
        "<title>Avons-nous un impact",
        "12 juin 2026\u{a0}: 6/9",
        "24 septembre 2026\u{a0}: 7/9",
        "cible 8/9",
        ">7/9</text>",
    ] {
        assert!(svg.contains(said), "{said} in {svg}");
    }
    for form in ["md", "docx"] {
        let (status, out, err) = desk.run(&["bilan", ".", "--format", form, "-o", "bilan"]);
        assert_eq!((status, out.trim(), err.as_str()), (0, "bilan", ""), "{form}");
    }
    // The Word document holds each chart twice: as SVG, and as a raster image for programs that cannot show SVG.
    let packed = fs::read(desk.school().join("bilan")).expect("a document");
    let holds = |what: &[u8]| packed.windows(what.len()).any(|window| window == what);
    assert!(holds(b"word/media/drawing1.svg") && holds(b"<title>Avons-nous") && holds(b"\x89PNG"));
}

#[test]
fn a_demonstration_that_was_changed_is_kept_beside_the_new_one() {
    let desk = Desk::new();
    let data = desk.home.path().join("dossiers/data");
    let schools = || fs::read_dir(&data).expect("there").flatten().count();
    assert_eq!(desk.run(&["demo"]).0, 0);
    assert_eq!(desk.run(&["demo"]).0, 0);
    assert_eq!(schools(), 1, "nobody had changed it");
    let demo = data.join("ecole-des-quatre-vents").display().to_string();
    assert_eq!(desk.run(&["noter", &demo, "n03", "--defi", "Les transitions."]).0, 0);
    let (status, _, told) = desk.run(&["demo"]);
    assert_eq!((status, schools()), (0, 2), "{told}");
    assert!(told.contains("est gardée dans"), "{told}");
}

#[test]
fn minutes_begin_with_what_was_decided_and_tell_what_was_done_and_measured() {
    let desk = Desk::new();
    let check = "format: 1\ndate: 2026-11-12\nenjeu: partage-de-tache\nobjectif_atteint: en partie\ndécision: refaire\n\
                 étapes_à_refaire: [2]\npourquoi: Le besoin reste.\n";
    fs::write(desk.school().join("impacts/2026-11-12.yaml"), check).expect("written");
    let file = desk.school().join("regulations/2026-11-12.yaml");
    let text = fs::read_to_string(&file).expect("read");
    fs::write(
        &file,
        text.replacen("\ndécisions: [", "\ndécisions: [AC et Thành Nguyễn visiteront l'école voisine, ", 1),
    )
    .expect("written");
    let (_, minutes, _) = desk.run(&["compte-rendu", ".", "2026-11-12"]);
    let at = |said: &str| minutes.find(said).unwrap_or_else(|| panic!("{said} is in\n{minutes}"));
    assert!(at("## Décisions") < at("## Actions") && at("## Actions") < at("## Fait depuis"), "{minutes}");
    assert!(at("## Fait depuis la dernière rencontre") < at("## Qui était là"), "{minutes}");
    at("- une personne et une personne visiteront l'école voisine");
    at("Étape du plan : Rencontre de mentorat");
    at("Partage de tâche : Objectif atteint : en partie");
    at("2 Besoins · Le besoin reste. · le tour 2 commence");
}

#[test]
fn whoever_is_responsible_for_personal_information_is_given_one_file_filled_from_the_school() {
    let desk = Desk::new();
    let plan = desk.school().join("plan.yaml");
    let text = fs::read_to_string(&plan).expect("read");
    let said =
        "responsable_prp: {nom: Claire Roy, courriel: prp@exemple.qc.ca}\nconservation: {après_départ: 18 mois}\n";
    fs::write(&plan, text + said).expect("written");
    let (status, file, _) = desk.run(&["dossier-prp"]);
    assert_eq!(status, 0, "{file}");
    for said in [
        "Claire Roy · prp@exemple.qc.ca",
        "18 mois après un départ",
        "École des Quatre-Vents",
        "| Besoins | Comité |",
        "| Motif du départ | Direction |",
        "art. 64",
        "art. 65",
        "art. 63.5",
        "Circonstances",
        "avec diligence",
    ] {
        assert!(
            file.contains(said) || file.replace("l’article 65", "art. 65").contains(said),
            "{said} is not in\n{file}"
        );
    }
    assert!(!["Amélie", "Gagnon", "72 h"].iter().any(|name| file.contains(name)), "{file}");
    let (_, named, _) = desk.run(&["compte-rendu", ".", "--nominatif"]);
    assert!(named.contains("Claire Roy"), "{named}");
}

#[test]
fn a_year_begins_whole_or_not_at_all() {
    let begun = |change: &dyn Fn(String) -> String| {
        let desk = Desk::new();
        let plan = desk.school().join("plan.yaml");
        fs::write(&plan, change(fs::read_to_string(&plan).expect("a plan"))).expect("written");
        let before = [&plan, &desk.school().join("suivi.yaml")].map(|file| fs::read_to_string(file).expect("a text"));
        let (status, _, err) = desk.run(&["annee", ".", "--oui"]);
        let after = [&plan, &desk.school().join("suivi.yaml")].map(|file| fs::read_to_string(file).expect("a text"));
        (status, err, before, after)
    };
    // The same words after two fields that go are no comment lost.
    let (status, err, _, [plan, board]) =
        begun(&|plan| plan.replace("    quand: Novembre 2026\n", "    quand: Novembre 2026 # voir le calendrier\n"));
    assert_eq!(status, 0, "{err}");
    assert!(plan.contains("2027-2028") && board.contains("année_insertion: 2"), "{plan}");
    // What cannot be written of it leaves all of it unwritten.
    let (status, err, before, after) = begun(&|plan| {
        let plan = plan.replacen("    quand: 9 décembre 2026", "    quand: &q 9 décembre 2026", 1);
        plan.replacen("    quand: Décembre 2026\n", "    quand: *q\n", 1)
    });
    assert_eq!(status, 2);
    assert!(err.contains("plan.yaml") && before == after, "{err}");
}
