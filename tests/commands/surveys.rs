//! Surveys: form answers imported as counts, the reference results, and every reason to refuse a file.

use std::{fs, path::Path};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::Desk;

/// The demonstration without its own survey.
fn desk() -> Desk {
    let desk = Desk::new();
    fs::remove_dir_all(desk.school().join("sondages")).expect("a survey");
    desk
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sondages").join(name).display().to_string()
}

fn survey(desk: &Desk, stem: &str) -> String {
    fs::read_to_string(desk.school().join(format!("sondages/{stem}.yaml"))).unwrap_or_default()
}

#[test]
fn what_was_answered_elsewhere_is_given_back_to_the_last_figure() {
    let desk = desk();
    let (status, page, err) = desk.run(&["sondage", "montrer", "cssps"]);
    assert_eq!((status, err.as_str()), (0, ""));
    for said in [
        "Personnes mentores : 34 sur 41",
        "Personnes mentorées qui ont eu un mentor : 119 sur 156",
        "Directions : 37 sur 41",
        "8 ou plus : 103 sur 119 (87 %) · médiane 10 · moyenne 8,89",
        "NPS +58 (de 9 à 10 : 78 · de 7 à 8 : 32 · 6 ou moins : 9;",
        "| Oui | 33 sur 34 (97 %) |",
        "| Oui | 31 sur 34 (91 %) |",
        "| Favorable | 112 sur 119 (94 %) |",
        "| Oui | 74 sur 119 (62 %) |",
        "| Proximité (un mentor par milieu) | 25 · 8 |",
        "| Plus autonome | 3 · 18 |",
    ] {
        assert!(page.replace('\u{a0}', " ").contains(said), "{said} in {page}");
    }
}

#[test]
fn a_google_form_is_taken_in_as_counts_and_nobody_is_named() {
    let desk = desk();
    let file = fixture("google-nouveaux.csv");
    let arguments = ["sondage", "importer", ".", &file, "--invites", "15", "--croiser", "Votre pavillon", "--oui"];
    let (status, out, err) = desk.run(&arguments);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("sondages/2026-10.yaml") && err.contains("Adresse e-mail"), "{out}{err}");
    let text = survey(&desk, "2026-10");
    assert!(!text.contains('@') && !text.contains("Horodateur"), "{text}");
    for said in [
        "répondants: 13",
        "invités: 15",
        "{réponse: Suffisant, n: 8}",
        "{réponse: \"10\", n: 3}",
        "genre: choix multiples",
        "{réponse: Guide, n: 9}",
        "par: q7",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let (_, page, _) = desk.run(&["sondage", "montrer", ".", "2026-10"]);
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains("| Suffisant | 8 sur 13 | 74 sur 119 (62 %) |"), "{page}");
    assert!(
        page.contains("trop peu de réponses pour un score NPS")
            && page.contains("Trop peu de réponses dans chaque case"),
        "{page}"
    );
    for comment in ["Plus de temps ensemble", "Le café du vendredi"] {
        assert!(text.contains(comment) && !page.contains(comment), "only the direction reads « {comment} »");
    }
    // Same audience, same month: the new answers replace the old ones, which stay in the versions.
    let (status, _, err) = desk.run(&["sondage", "importer", ".", &file, "--oui"]);
    assert_eq!(status, 0);
    assert!(err.contains("Remplace"), "{err}");
    assert!(!survey(&desk, "2026-10").contains("croisements") && survey(&desk, "2026-10-2").is_empty());
    assert!(desk.school().join("versions/sondages/2026-10/0001.yaml").is_file());
    let (status, out, _) = desk.run(&["verifier", "."]);
    assert_eq!(status, 0, "{out}");
    let (_, review, _) = desk.run(&["bilan", "."]);
    assert!(review.contains("Sondage · Nouveau personnel · octobre 2026") && !review.contains("café"), "{review}");
}

#[test]
fn a_french_form_of_windows_is_taken_in_and_ranks_are_counted() {
    let desk = desk();
    let file = fixture("forms-mentors-1252.csv");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", &file, "--oui"]);
    assert_eq!(status, 0, "{err}");
    let text = survey(&desk, "2026-10");
    assert!(text.contains("public: mentors") && text.contains("date: 2026-10-09"), "{text}");
    assert!(text.contains("{réponse: Proximité (un mentor par milieu), n: 6, rangs: [4, 2]}"), "{text}");
    assert!(!text.contains("Mentor 1"), "{text}");
}

/// A workbook as Microsoft Forms exports it, in English.
fn workbook(path: &Path, rows: u32, formula: Option<u32>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "De 1 à 10, recommanderiez-vous le mentorat à une nouvelle personne?",
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.write(0, column, head).expect("written");
    }
    let format = Format::new().set_num_format("m/d/yy h:mm:ss");
    for row in 1..=rows {
        sheet.write(row, 0, row).expect("written");
        let moment = ExcelDateTime::from_ymd(2026, 11, 3).expect("a day");
        sheet.write_with_format(row, 2, &moment, &format).expect("written");
        sheet.write(row, 3, format!("p{row}@ecole.exemple")).expect("written");
        sheet.write(row, 4, format!("Personne {row}")).expect("written");
        sheet.write(row, 5, 4 + row % 7).expect("written");
    }
    if let Some(row) = formula {
        sheet.write_formula(row, 5, "=A1+8").expect("written");
    }
    book.save(path).expect("saved");
}

#[test]
fn a_workbook_of_microsoft_is_taken_in() {
    let desk = desk();
    let file = desk.home.path().join("reponses.xlsx");
    workbook(&file, 12, None);
    let file = file.display().to_string();
    let (status, _, err) = desk.run(&["sondage", "importer", ".", &file, "--oui"]);
    assert_eq!(status, 0, "{err}");
    let text = survey(&desk, "2026-11");
    assert!(
        text.contains("date: 2026-11-03") && text.contains("code: N4") && text.contains("répondants: 12"),
        "{text}"
    );
    assert!(!text.contains("Personne"), "{text}");
}

#[test]
fn bad_files_are_told_with_their_line_and_store_nothing() {
    let desk = desk();
    let school = desk.school();
    let mut told = String::new();
    let csv = |name: &str, bytes: &[u8]| fs::write(school.join(name), bytes).expect("written");
    csv("personnel.csv", "Nom;Poste\nZoé Brulé;concierge\n".as_bytes());
    csv("vide.csv", b"");
    csv("titres.csv", "ID,Heure de fin,Que dire?\n".as_bytes());
    csv("abime.csv", "ID,Heure de fin,Que dire?\n1,2026-10-10,Tr\u{fffd}s bien\n".as_bytes());
    csv("formule.csv", "ID,Heure de fin,Que dire?\n1,2026-10-10,oui\n2,2026-10-10,=HYPERLINK(A1)\n".as_bytes());
    csv("glisse.csv", "ID,Heure de fin,Que dire?\n1,2026-10-10,oui\n2,2026-10-10,oui, merci\n".as_bytes());
    csv("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    csv("longue.csv", ("ID,Heure de fin,Que dire?\n".to_owned() + &"1,2026-10-10,oui\n".repeat(50_000)).as_bytes());
    workbook(&school.join("formule.xlsx"), 5, Some(3));
    workbook(&school.join("vide.xlsx"), 0, None);
    for name in [
        "personnel.csv",
        "vide.csv",
        "titres.csv",
        "abime.csv",
        "formule.csv",
        "glisse.csv",
        "image.csv",
        "longue.csv",
        "formule.xlsx",
        "vide.xlsx",
        "absent.csv",
    ] {
        let (status, out, err) = desk.run(&["sondage", "importer", ".", name, "--oui"]);
        assert_eq!((status, out.as_str()), (2, ""), "{name}: {err}");
        told.push_str(&format!("$ arrimage sondage importer . {name}\n{err}\n"));
    }
    for arguments in [
        &["sondage", "x"][..],
        &["sondage", "modele", "parents"],
        &["sondage", "montrer", ".", "2031-01"],
        &["sondage", "importer", ".", "formule.xlsx", "--public", "parents"],
        &["sondage", "importer", ".", "titres.csv", "--question", "Que dire?=Z9"],
        &["sondage", "importer", ".", "titres.csv", "--date", "jamais"],
    ] {
        let (status, out, err) = desk.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}: {err}");
        told.push_str(&format!("$ arrimage {}\n{err}\n", arguments.join(" ")));
    }
    insta::assert_snapshot!("sondages_refuses", told);
    assert!(!school.join("sondages").exists() && !school.join("versions").exists(), "nothing is stored");
}

#[test]
fn a_questionnaire_that_is_given_is_known_again() {
    let desk = desk();
    for (audience, questions) in [("nouveaux", 7), ("sans-mentor", 7), ("mentors", 10), ("direction", 6)] {
        let (status, text, _) = desk.run(&["sondage", "modele", audience]);
        assert_eq!(status, 0);
        let asked: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split_once(". ").filter(|(n, _)| n.parse::<u32>().is_ok()))
            .map(|(_, asked)| asked)
            .collect();
        assert_eq!(asked.len(), questions, "{text}");
        let heads = asked.iter().map(|head| format!("\"{head}\"")).collect::<Vec<_>>().join(",");
        let answers = vec!["Oui"; questions].join(",");
        fs::write(desk.school().join("f.csv"), format!("Horodateur,{heads}\n2026/10/05 8:00,{answers}\n"))
            .expect("written");
        let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]);
        assert_eq!(status, 0, "{err}");
        let own = err.matches("question de l’école").count();
        let reasons = usize::from(["nouveaux", "sans-mentor"].contains(&audience));
        assert_eq!(own, reasons, "only « Pourquoi? » has no code: {err}");
    }
}

#[test]
fn rows_of_several_lines_and_commas_do_not_move_a_column() {
    let desk = desk();
    let heads = "\"Heure de fin\";\"Votre nom\";\"De 1 à 10, recommanderiez-vous le mentorat à une nouvelle personne?\";Pourquoi?";
    let row = |n: u32| format!("2026-10-0{n};Julie Roy {n};{};\"Bonjour,\n- du temps, oui\n- merci, {n}\"\n", 5 + n);
    let rows: String = (1..=5).map(row).collect();
    fs::write(desk.school().join("f.csv"), format!("{heads}\n{rows}")).expect("written");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]);
    assert_eq!(status, 0, "{err}");
    let text = survey(&desk, "2026-10");
    assert!(text.contains("répondants: 5") && text.contains("code: N4") && !text.contains("Roy"), "{text}");
    // A formula is reported by its row in a spreadsheet, however many lines the cells above it have.
    fs::write(desk.school().join("f.csv"), format!("{heads}\n{rows}2026-10-07;x;9;=A1\n")).expect("written");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]);
    assert!(status == 2 && err.contains("Ligne 7"), "{err}");
}

#[test]
fn what_is_no_survey_stays_out_whatever_is_said_of_it_and_another_form_replaces_nothing() {
    let desk = desk();
    let write = |text: &str| fs::write(desk.school().join("f.csv"), text).expect("written");
    write("Employé;Ancienneté;Salaire\nJulie Roy;2;51000\nMarc Cyr;3;63000\n");
    for more in [["--public", "nouveaux"], ["--question", "Zzz=N4"]] {
        let arguments = [&["sondage", "importer", ".", "f.csv", "--oui"][..], &more[..]].concat();
        let (status, _, err) = desk.run(&arguments);
        assert_eq!(status, 2, "{more:?}: {err}");
    }
    write("Horodateur,Êtes-vous bien accueilli?\n2026/10/05 8:00,\n");
    assert_eq!(desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]).0, 2, "nobody answered");
    assert!(!desk.school().join("sondages").exists());
    let form = |head: &str| format!("Horodateur,{head}\n{}", "2026/10/05 8:00,Oui\n".repeat(6));
    for (head, stem) in [("Êtes-vous bien accueilli?", "2026-10"), ("Avez-vous un local?", "2026-10-2")] {
        write(&form(head));
        let (status, out, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--oui"]);
        assert!(status == 0 && out.contains(&format!("{stem}.yaml")), "{out}{err}");
    }
    assert!(survey(&desk, "2026-10").contains("accueilli") && survey(&desk, "2026-10-2").contains("local"));
}

#[test]
fn fewer_than_five_answers_stay_with_the_direction() {
    let desk = desk();
    let rows = "2026/10/05 8:00,Insuffisant\n".to_owned() + &"2026/10/05 8:00,Suffisant\n".repeat(3);
    let head = "L’accompagnement a-t-il répondu à vos attentes?";
    fs::write(desk.school().join("f.csv"), format!("Horodateur,{head}\n{rows}")).expect("written");
    assert_eq!(desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]).0, 0);
    for arguments in [&["sondage", "montrer", "."][..], &["bilan", "."]] {
        let (status, page, _) = desk.run(arguments);
        assert_eq!(status, 0);
        assert!(page.contains("moins de cinq") && !page.contains("Insuffisant"), "{page}");
    }
    // Absurd numbers written by hand must not cause a panic.
    let file = desk.school().join("sondages/2026-10.yaml");
    let text =
        fs::read_to_string(&file).expect("a survey").replace("n: 3", "n: 4294967295").replace("n: 1", "n: 4294967295");
    fs::write(&file, text.replace("réponses: 4", "réponses: 4294967295")).expect("written");
    assert_eq!(desk.run(&["sondage", "montrer", "."]).0, 0);
}

/// The columns that LimeSurvey adds by itself, and an unfinished answer.
const LIMESURVEY: &str = "\
id,submitdate,lastpage,startlanguage,seed,\"Mon milieu [Écoute]\",\"Mon milieu [Temps]\",\"Que dire?\"
1,2026-10-05 14:33:04,3,fr,112233,\"Tout à fait d'accord\",\"Plutôt en désaccord\",\"Amélie Côté m’a bien aidée\"
2,2026-10-05 14:35:10,3,fr,445566,\"Plutôt d'accord\",\"Tout à fait d'accord\",
3,2026-10-05 15:01:59,3,fr,778899,\"Plutôt d'accord\",\"Plutôt d'accord\",\"Plus de temps; un local, aussi\"
4,2026-10-05 16:01:59,3,fr,778800,\"Plutôt d'accord\",\"Plutôt d'accord\",test
5,,1,fr,990011,\"Plutôt d'accord\",,
";

#[test]
fn a_form_of_limesurvey_is_taken_in_with_its_rare_answers_and_without_its_trials() {
    let desk = desk();
    fs::write(desk.school().join("f.csv"), LIMESURVEY).expect("written");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--oui"]);
    assert_eq!(status, 0, "{err}");
    let said = err.replace('\u{a0}', " ");
    for told in
        ["Ligne 5 : un essai du formulaire · pas comptée", "1 ligne sans heure de réponse", "1 commentaire nommait"]
    {
        assert!(said.contains(told), "{told} in {said}");
    }
    let text = survey(&desk, "2026-10");
    for said in [
        "répondants: 3",
        "texte: Mon milieu · Écoute",
        "{réponse: Tout à fait d'accord, n: 1}",
        "{réponse: Plutôt en désaccord, n: 1}",
        "… m’a bien aidée",
        "Plus de temps; un local, aussi",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!["Amélie", "lastpage", "112233", "test"].iter().any(|word| text.contains(word)), "{text}");
    let all = ["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--compter-tout", "--oui"];
    assert_eq!(desk.run(&all).0, 0);
    assert!(survey(&desk, "2026-10").contains("répondants: 4"));
}

#[test]
fn the_kind_of_a_question_is_shown_and_changed() {
    let desk = desk();
    let rows = ["Guide, Visite", "Mentor", "Guide", "Visite, Mentor", "Lire, relire"];
    let rows: String = rows.iter().map(|said| format!("2026/10/05 8:00,\"{said}\"\n")).collect();
    fs::write(desk.school().join("f.csv"), format!("Horodateur,Vos outils\n{rows}")).expect("written");
    let (_, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--oui"]);
    let shown = "choix multiples · 5 réponses · Guide 2, Mentor 2, Visite 2, Lire, relire 1";
    assert!(err.contains(shown), "{err}");
    let (_, page, _) = desk.run(&["sondage", "montrer", "."]);
    assert!(!page.contains("relire") && page.contains("Autre"), "what somebody typed is the direction's: {page}");
    let (_, json, _) = desk.run(&["sondage", "montrer", ".", "--format", "json"]);
    assert!(!json.contains("relire"), "{json}");
    let (status, _, err) =
        desk.run(&["sondage", "importer", ".", "f.csv", "--genre", "Vos outils=commentaires", "--oui"]);
    assert!(status == 0 && err.contains("commentaires · 5 réponses"), "{err}");
    assert_eq!(desk.run(&["sondage", "importer", ".", "f.csv", "--genre", "Vos outils=rien", "--oui"]).0, 2);
    assert_eq!(desk.run(&["sondage", "importer", ".", "f.csv", "--genre", "Autre titre=choix", "--oui"]).0, 2);
}

#[test]
fn two_rows_of_heads_and_one_column_per_box_are_one_form() {
    let desk = desk();
    let monkey = "Respondent ID,Collector ID,Start Date,End Date,First Name,Last Name,Comment jugez-vous l’accueil?,Qu’est-ce qui vous plaît?,,Avez-vous des commentaires?\n\
        ,,,,,,Response,Le guide,La visite,Open-Ended Response\n\
        1,4,10/08/2026 10:00:01 AM,10/08/2026 10:00:59 AM,Zoé,Picard,Bon,Le guide,,\"Merci pour tout, Zoé Picard\"\n\
        2,4,10/08/2026 11:00:01 AM,10/09/2026 11:00:59 AM,,,Bon,Le guide,La visite,\n\
        3,4,10/08/2026 12:00:01 AM,10/08/2026 12:00:59 AM,,,Passable,,La visite,\n";
    let frama = "Détails de soumission;;;;;;Comment jugez-vous l’accueil?;Qu’est-ce qui vous plaît?;;Commentaires\n\
        Numéro de série;SID;Heure de soumission;Adresse IP;UID;Nom d'utilisateur;;Le guide;La visite;\n\
        1;9;08/10/2026 - 10:03;1.2.3.4;0;Anonyme;Bon;X;;Tout va bien ici\n\
        2;9;09/10/2026 - 10:03;1.2.3.4;0;Anonyme;Bon;X;X;\n\
        3;9;08/10/2026 - 10:03;1.2.3.4;0;Anonyme;Passable;;X;\n";
    for form in [monkey, frama] {
        fs::write(desk.school().join("f.csv"), form).expect("written");
        let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--oui"]);
        assert_eq!(status, 0, "{err}");
        let text = survey(&desk, "2026-10");
        for said in [
            "répondants: 3",
            "date: 2026-10-09",
            "genre: choix multiples",
            "{réponse: Le guide, n: 2}",
            "{réponse: La visite, n: 2}",
            "{réponse: Bon, n: 2}",
            "{réponse: Passable, n: 1}",
        ] {
            assert!(text.contains(said), "{said} in {text}{err}");
        }
        assert!(!["Picard", "Open-Ended", "Anonyme", "1.2.3"].iter().any(|word| text.contains(word)), "{text}");
    }
}

#[test]
fn a_heading_that_speaks_of_a_name_asks_who_only_if_its_answers_are_names() {
    let desk = desk();
    let heads = "Horodateur,Avez-vous reçu le courriel d’accueil?,\"Comme employé, je me sens soutenu\",\
                 Commentaires - le mentorat,Comment vous appelez-vous?,Employee number,Date of birth";
    let row = |n: usize| {
        let said = ["Oui", "Non"][n % 2];
        format!(
            "2026/10/05 9:0{n}:11 AM,{said},Plutôt d’accord,Très bien ce mentorat {n},Zoé Picard {n},41{n}7,1990-02-0{n}\n"
        )
    };
    let rows: String = (1..=8).map(row).collect();
    fs::write(desk.school().join("f.csv"), format!("{heads}\n{rows}")).expect("written");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--oui"]);
    assert_eq!(status, 0, "{err}");
    let text = survey(&desk, "2026-10");
    assert!(text.contains("répondants: 8") && text.contains("{réponse: \"Oui\", n: 4}"), "{text}");
    assert!(text.contains("Très bien ce mentorat 3") && text.contains("je me sens soutenu"), "{text}");
    assert!(!["Picard", "4137", "1990"].iter().any(|word| text.contains(word)), "{text}");
    // Whoever knows better says so.
    let told =
        ["sondage", "importer", ".", "f.csv", "--genre", "Avez-vous reçu le courriel d’accueil?=dehors", "--oui"];
    let (status, _, err) = desk.run(&told);
    assert!(status == 0 && err.replace('\u{a0}', " ").contains("cela dit qui : Avez-vous"), "{err}");
}

#[test]
fn answers_that_name_somebody_and_what_asks_why_are_comments() {
    let desk = desk();
    let rows = [("Nord", "La direction crie"), ("Nord", "La direction crie"), ("Sud", "Le soutien reçu")];
    let rows = rows.iter().chain([("Sud", "Le soutien reçu"), ("Nord", "La direction crie")].iter());
    let rows: String = rows.map(|(a, b)| format!("2026/10/05 8:00,{a},{b}\n")).collect();
    let named = "2026/10/05 8:00,Amélie crie,\n".repeat(2);
    fs::write(desk.school().join("f.csv"), format!("Horodateur,Votre secteur,Pourquoi?\n{rows}{named}"))
        .expect("written");
    let (status, _, err) = desk.run(&["sondage", "importer", ".", "f.csv", "--public", "nouveaux", "--oui"]);
    assert!(status == 0 && err.contains("Pourquoi? · commentaires"), "{err}");
    let text = survey(&desk, "2026-10");
    assert!(!text.contains("Amélie") && text.contains("{réponse: Autre, n: 2}"), "{text}");
    let (_, page, _) = desk.run(&["sondage", "montrer", "."]);
    assert!(!page.contains("crie") && page.contains("Nord"), "{page}");
}
