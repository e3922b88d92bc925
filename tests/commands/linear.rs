//! The app line by line: what is typed comes through a pipe, as it would from a script or a braille terminal.

use super::{Desk, fs};
use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

/// Types lines, and returns what was said, the messages, and the exit status.
fn converse(desk: &Desk, lines: &[&str]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_arrimage"))
        .args(["--lineaire", "."])
        .env("ARRIMAGE_DOSSIERS", desk.home.path().join("dossiers"))
        .current_dir(desk.school())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let mut typed = lines.join("\n");
    typed.push('\n');
    child.stdin.take().expect("a pipe").write_all(typed.as_bytes()).expect("typed");
    let Output { status, stdout, stderr } = child.wait_with_output().expect("ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("ends by itself"), text(stdout), text(stderr))
}

/// The only meeting of the demonstration that was not there before.
fn new_meeting(desk: &Desk) -> serde_json::Value {
    let known = ["2026-10-15.yaml", "2026-11-12.yaml"];
    let files = fs::read_dir(desk.school().join("regulations")).expect("listed").map(|file| file.expect("a file"));
    let mut new = files.filter(|file| !known.contains(&file.file_name().to_string_lossy().as_ref()));
    let file = new.next().expect("a meeting");
    assert!(new.next().is_none(), "one meeting");
    serde_yaml::from_str(&fs::read_to_string(file.path()).expect("read")).expect("YAML")
}

#[test]
fn a_whole_meeting_goes_through_a_pipe() {
    let desk = Desk::new();
    // A question a bar: an empty one is Enter alone.
    let typed = [
        "/r|2|",                                // a meeting, for the committee
        "|non|||||Ève Roy, PANE||2|Luc||",      // who is here, who leads, who takes notes
        "1|2|Pas de suppléance|2026-12-10||||", // what became of four actions, the portrait
        "2||1, +salle calme|Les transitions vont mieux.||Observer une période|Nadia|10 déc.|", // a person
        "/suivant|/suivant|/suivant|/suivant|/suivant|/suivant|/suivant|/suivant|", // the others
        "Une période commune le jeudi|||Tout avance.|||/suivant|", // two issues
        "Le guide est prêt|||||",               // a good thing
        "Libérer Amélie le 9||Réserver la salle|Réjeanne|3 déc.||", // a decision, an action
        "2027-01-14|oui|/quitter",              // the next date; closed
    ];
    let typed = typed.concat();
    let lines: Vec<&str> = typed.split('|').collect();
    let (status, out, err) = converse(&desk, &lines);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    assert!(!out.contains('\u{1b}'), "nothing moves the cursor");
    assert!(!out.chars().any(|c| matches!(c, '\u{2500}'..='\u{259f}')), "nothing is drawn");
    let meeting = new_meeting(&desk);
    let at = |path: &str| meeting.pointer(path).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    assert_eq!(meeting["présences"].as_array().map(Vec::len), Some(5), "{meeting}");
    assert_eq!((at("/absences/0"), at("/invités/0")), ("Marc-André Thibodeau".into(), "Ève Roy, PANE".into()));
    assert_eq!((at("/animation"), at("/prise_de_notes")), ("Hélène Gagnon".into(), "Luc Tremblay".into()));
    assert_eq!((at("/retour/0/état"), at("/retour/1/état")), ("fait".into(), "reporté".into()));
    assert_eq!(at("/retour/1/pourquoi"), "Pas de suppléance");
    assert_eq!(at("/décisions/0"), "Libérer Amélie le 9");
    assert_eq!(at("/bons_coups/0"), "Le guide est prêt");
    assert_eq!(at("/prochaine_rencontre"), "2027-01-14");
    let person = &meeting["tour"][0];
    assert_eq!(
        (person["état"].as_str(), person["note"].as_str()),
        (Some("à suivre"), Some("Les transitions vont mieux."))
    );
    assert_eq!(person["action"]["qui"], "Nadia Benali");
    let said = meeting.to_string();
    for words in
        ["Une période commune le jeudi", "Tout avance.", "salle calme", "Réserver la salle", "Réjeanne Ouellet"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[test]
fn the_board_the_last_notes_and_a_check_are_read_and_filled() {
    let desk = Desk::new();
    let lines = [
        "/tableau",
        "2",
        "8",
        "Sophie",
        "",
        "",         // somebody's contact, on the sheet
        "/annuler", // and back
        "/mois dernier",
        "", // last month
        "/5",
        "/nouveau",
        "1",
        "1", // an impact check of the first issue
        "3",
        "7",
        "11",
        "2",
        "12",
        "1",
        "/conclure",
        "oui",
        "",
        "/q",
    ];
    let (status, out, err) = converse(&desk, &lines);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    for said in [
        "2. Jean-Sébastien O'Connor-Lévesque",
        "Répondant\u{a0}: Réjeanne Ouellet",
        "Nadia accompagne deux périodes par cycle",
    ] {
        assert!(out.contains(said), "{said} in {out}");
    }
    let board = fs::read_to_string(desk.school().join("suivi.yaml")).expect("read");
    assert!(board.contains("répondant: Réjeanne Ouellet") && !out.contains("n’est pas une commande"), "{out}");
    let checks = fs::read_dir(desk.school().join("impacts")).expect("listed").count();
    assert_eq!(checks, 2, "{out}");
}

#[test]
fn a_stray_line_is_nobody_and_a_wall_hides_what_it_hides() {
    let desk = Desk::new();
    let (_, out, _) =
        converse(&desk, &["/r", "3", "", "", "", "", "", "", "", "Elle manque de temps", "/zorglub", "/quitter"]);
    assert!(
        out.contains("n’est pas dans la liste") && out.contains("«\u{a0}zorglub\u{a0}» n’est pas une commande"),
        "{out}"
    );
    let draft = fs::read_to_string(desk.school().join(".arrimage/rencontre.yaml")).expect("read");
    assert!(!draft.contains("Elle manque"), "{draft}");
    let lines = ["/r", "3", "/suivant", "/suivant", "/suivant", "/suivant", "/suivant", "/tableau", "/quitter"];
    let (_, out, _) = converse(&desk, &lines);
    assert!(out.contains("4 Tour") && out.contains("(masqué)"), "{out}");
    for hidden in ["Amélie Côté", "gestion de classe", "Une routine écrite"] {
        assert!(!out.contains(hidden), "{hidden} in {out}");
    }
}

#[test]
fn the_settings_may_ask_for_lines() {
    let desk = Desk::new();
    let config = desk.home.path().join("dossiers/config");
    fs::create_dir_all(&config).expect("made");
    for (setting, speaks) in [("lineaire: oui\n", true), ("lineaire: non\n", false)] {
        fs::write(config.join("reglages.yaml"), setting).expect("written");
        let (status, out, _) = desk.run(&["."]);
        assert_eq!((status, out.contains("Une question à la fois")), (0, speaks), "{out}");
    }
}

#[test]
fn whoever_listens_knows_of_whom_and_what_every_question_is() {
    let desk = Desk::new();
    let board = || fs::read_to_string(desk.school().join("suivi.yaml")).expect("read");
    let before = board();
    // Nobody is named: nothing is done about the line under a cursor that is not seen.
    let (_, out, _) = converse(&desk, &["/tableau", "/archiver", "/suivant", "99", "/q"]);
    assert!(out.contains("De qui, ou de quoi?") && out.contains("Aucune ligne n’a ce numéro"), "{out}");
    assert_eq!(board(), before);
    // The next person is named before anything is asked, and a slip becomes no need.
    let lines = ["/r", "2", "/suivant", "/suivant", "/suivant", "/s", "1", "", "99", "+salle calme", "/q"];
    let (_, out, _) = converse(&desk, &lines);
    let (skipped, next) = out.split_once("On reviendra à").expect("skipped");
    assert!(skipped.contains("Thành Nguyễn") && next.contains("4 Tour · 1 sur 9\nAmélie Côté"), "{out}");
    assert!(
        out.contains("«\u{a0}99\u{a0}» n’est pas dans la liste") && out.contains(", besoins\u{a0}: salle calme"),
        "{out}"
    );
    // What was refused is not what is there.
    let (_, out, _) = converse(&desk, &["/4", "/D", "jamais", "/relire", "/q"]);
    assert!(out.contains("Ce n’est pas un jour") && !out.contains("(actuellement\u{a0}: jamais)"), "{out}");
}
