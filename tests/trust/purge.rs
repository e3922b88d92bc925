//! The right to be forgotten.

use super::*;

#[test]
fn a_person_who_is_purged_is_named_nowhere() {
    for killed in (0..).step_by(6) {
        let bench = Bench::new();
        // The name spreads: versions, a copy, exports, notes, comments, a version that no longer parses.
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
            // The board is changed last: as long as it names her, the purge can be run again.
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
fn those_whose_keeping_has_ended_are_purged_together() {
    let bench = Bench::new();
    assert_eq!(
        bench.run(&["purger", ".", "--echues", "--oui"]).out,
        "Il n’y a personne à retirer : aucune date de conservation n’est passée.\n"
    );
    bench.run(&["modifier", ".", "suivi", "n02.conserver_jusquau", "2020-06-30"]);
    bench.run(&["modifier", ".", "suivi", "n03.conserver_jusquau", "2020-06-30"]);
    assert_eq!(bench.run(&["purger", ".", "--echues"]).status, Some(2), "nobody to ask");
    assert_eq!(bench.run(&["purger", ".", "--echues", "--oui"]).status, Some(0));
    let (_, folder) = bench.open();
    assert!(folder.board.person("n02").is_none() && folder.board.person("n03").is_none());
    assert_eq!(bench.run(&["purger", ".", "Personne Inconnue", "--oui"]).status, Some(2));
}

/// Bytes that look like a photo: they hold every pair of letters, and no text.
fn photo(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0];
    bytes.extend((0..60_000).map(|_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    }));
    bytes.extend(b" AC AC\x00(AC)\xe9AC ");
    bytes
}

#[test]
fn what_is_no_text_is_never_written_and_is_named_if_it_names_them() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("photos")).expect("made");
    fs::create_dir_all(bench.path("exports")).expect("made");
    let hers = [photo(99), "Am\u{e9}lie C\u{f4}t\u{e9}".as_bytes().to_vec()].concat();
    for at in 0..12_u64 {
        bench.write(&format!("photos/{at}.jpg"), photo(at));
    }
    bench.write("photos/fete.jpg", &hers);
    bench.write("exports/plan.pdf", [b"%PDF-1.7\0".as_slice(), &photo(3)].concat());
    bench.write("photos/Amélie Côté.png", photo(7));
    bench.write("photos/amelie cote.png", photo(17));
    bench.write("photos/Amélie.png", photo(27));
    bench.write("ancien.txt", b"Am\xe9lie a sign\xe9.\r\n");
    let wide: Vec<u8> = "\u{feff}Amélie a signé.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bench.write("large.txt", wide);
    let before: Vec<_> =
        bench.files().into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e != "yaml")).collect();
    let said = bench.run(&["purger", ".", "AC", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("photos/fete.jpg : il parle d’elle"), "{}", said.err);
    for text in ["ancien.txt", "large.txt"] {
        assert!(said.err.contains(&format!("{text} : il parle d’elle")), "{}", said.err);
    }
    assert!(said.err.contains("13 autres fichiers ne sont pas du texte"), "{}", said.err);
    let after: Vec<Vec<u8>> = bench.files().into_iter().map(|(_, bytes)| bytes).collect();
    for (path, bytes) in &before {
        assert!(after.contains(bytes), "{} is as it was", path.display());
    }
    assert!(!bench.path("photos/Amélie Côté.png").exists(), "a name is told by no file name");
    let other = Bench::new();
    other.write("fete.jpg", &hers);
    let said = other.run(&["purger", ".", "AC", "--fichier", "fete.jpg", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(!other.path("fete.jpg").exists(), "it goes when somebody says so");
}

#[test]
fn whom_an_older_meeting_brings_back_is_said_and_erased_again() {
    let bench = Bench::new();
    let meeting = "regulations/2026-11-12.yaml";
    let before = bench.text(meeting);
    assert!(before.contains("n07"));
    assert_eq!(bench.run(&["purger", ".", "n07", "--oui"]).status, Some(0));
    bench.write(meeting, &before);
    let said = bench.run(&["verifier", "."]);
    assert!(said.out.contains("a été effacée d’ici"), "{}", said.out);
    let again = bench.run(&["purger", ".", "n07", "--oui"]);
    assert_eq!(again.status, Some(0), "{}", again.err);
    assert!(!bench.text(meeting).contains("n07"), "{}", bench.text(meeting));
}

#[test]
fn what_was_exported_about_them_goes_whole_and_rows_and_paragraphs_go_from_the_rest() {
    let bench = Bench::new();
    for form in ["md", "html", "docx"] {
        assert_eq!(
            bench.run(&["fiche", ".", "AC", "--format", form, "-o", &format!("exports/fiche-n01.{form}")]).status,
            Some(0)
        );
        let minutes = format!("exports/compte-rendu.{form}");
        assert_eq!(bench.run(&["compte-rendu", ".", "--nominatif", "--format", form, "-o", &minutes]).status, Some(0));
    }
    assert_eq!(bench.run(&["exporter", "tableau", "-o", "exports/tableau.csv"]).status, Some(0));
    assert_eq!(bench.run(&["exporter", "tableau", "--format", "xlsx", "-o", "exports/tableau.xlsx"]).status, Some(0));
    assert_eq!(bench.run(&["exporter", "plan-action", "--format", "docx", "-o", "exports/plan.docx"]).status, Some(0));
    let rows = bench.text("exports/tableau.csv").lines().count();
    let said = bench.run(&["purger", ".", "AC", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    for gone in ["fiche-n01.md", "fiche-n01.html", "fiche-n01.docx", "compte-rendu.docx", "tableau.xlsx"] {
        assert!(!bench.path(&format!("exports/{gone}")).exists(), "{gone}");
    }
    assert!(bench.path("exports/plan.docx").exists(), "a paper that does not name her stays");
    assert_eq!(bench.text("exports/tableau.csv").lines().count(), rows - 1);
    for form in ["md", "html"] {
        let minutes = bench.text(&format!("exports/compte-rendu.{form}"));
        assert!(
            !minutes.contains("Le signal aide le matin") && minutes.contains("Appelé partout à la fois"),
            "{minutes}"
        );
        assert!(!minutes.contains("personne retirée"), "{minutes}");
    }
}

#[test]
fn every_spelling_goes_and_what_is_ambiguous_is_shown() {
    let bench = Bench::new();
    let notes = "Voir amélie.\nRejoindre a.cote@exemple.qc.ca, Amelie_Cote@exemple.qc.ca et lcote@exemple.qc.ca.\n\
                 Du côté nord, 3 côtés.\nJS O’CONNOR, M. oconnor-lévesque.\n";
    bench.write("notes.txt", notes);
    let said = bench.run(&["purger", ".", "AC", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("« cote »") && said.err.contains("laissé"), "{}", said.err);
    let left = bench.text("notes.txt");
    assert!(
        !left.to_lowercase().contains("amélie") && !left.contains("a.cote@") && !left.contains("Amelie_Cote"),
        "{left}"
    );
    assert!(left.contains("Du côté nord") && left.contains("lcote@exemple.qc.ca"), "{left}");
    let said = bench.run(&["purger", ".", "n02", "--aussi", "JS", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let left = bench.text("notes.txt").to_lowercase();
    assert!(!left.contains("connor") && !left.contains("js"), "{left}");
}

#[test]
fn a_file_that_may_not_be_removed_or_is_not_there_stops_a_purge_before_it_begins() {
    let bench = Bench::new();
    for (file, why) in
        [("photo.jpg", "n’existe pas"), ("../x", "n’existe pas"), ("suivi.yaml", "un de ceux de l’école")]
    {
        let said = bench.run(&["purger", ".", "AC", "--fichier", file, "--oui"]);
        assert_ne!(said.status, Some(0), "{file}");
        assert!(said.err.contains(why), "{file}: {}", said.err);
        assert!(bench.text("suivi.yaml").contains("Amélie"), "{file}");
    }
    bench.write("lettre.txt", "Sans nom.\n");
    let said = bench.run(&["purger", ".", "AC", "--fichier", "lettre.txt", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(!bench.path("lettre.txt").exists() && !bench.text("suivi.yaml").contains("Amélie"));
}

#[test]
fn a_file_set_read_only_is_told_before_a_purge_changes_it() {
    let bench = Bench::new();
    let mut rights = fs::metadata(bench.path("suivi.yaml")).expect("there").permissions();
    rights.set_readonly(true);
    fs::set_permissions(bench.path("suivi.yaml"), rights).expect("set");
    let said = bench.run(&["purger", ".", "AC", "--oui"]);
    assert!(said.err.contains("suivi.yaml est en lecture seule"), "{}", said.err);
}

#[test]
fn keys_and_ids_are_about_nobody() {
    let bench = Bench::new();
    let before = [bench.text("plan.yaml"), bench.text("regulations/2026-10-15.yaml")];
    let keys =
        |text: &str| text.lines().filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect::<Vec<_>>();
    bench.change("plan.yaml", "format: 1\n", "format: 1\n# le comité dit que partage-de-tache est en bon état\n");
    let words = ["état", "comité", "partage-de-tache"];
    let aussi: Vec<&str> = words.iter().flat_map(|word| ["--aussi", word]).collect();
    let said = bench.run(&[&["purger", ".", "n02", "--oui"][..], &aussi].concat());
    assert_eq!(said.status, Some(0), "{}", said.err);
    let after = [bench.text("plan.yaml"), bench.text("regulations/2026-10-15.yaml")];
    assert!(!after[0].contains("le comité dit"), "{}", after[0]);
    assert_eq!(keys(&before[0]), keys(&after[0]));
    assert!(keys(&before[1]).len() > keys(&after[1]).len(), "his record is gone");
    assert!(after[0].contains("id: partage-de-tache"), "{}", after[0]);
    assert_eq!(bench.run(&["verifier", "."]).status, Some(0));
}

#[test]
fn a_record_of_theirs_goes_whole_wherever_a_copy_of_it_is() {
    let bench = Bench::new();
    bench.write("suivi.yaml.bak", bench.text("suivi.yaml"));
    bench.write("suivi.yml", bench.text("suivi.yaml"));
    let file = bench.path("demande.html").to_string_lossy().into_owned();
    assert_eq!(bench.run(&["fiche", ".", "n02", "--format", "html", "-o", &file]).status, Some(0));
    fs::create_dir_all(bench.path(".arrimage")).expect("made");
    bench.write(".arrimage/exports.yaml", "fiche-n02.docx: 1\nfiche-n03.docx: 2\n");
    bench.write("notes.txt", "jso ira. M. Roy, jso@exemple.ca\n");
    let said = bench.run(&["purger", ".", "n02", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(!bench.path("demande.html").exists());
    for file in ["suivi.yaml.bak", "suivi.yml"] {
        assert!(!bench.text(file).contains("n02") && bench.text(file).contains("n03"), "{file}");
    }
    assert_eq!(bench.text(".arrimage/exports.yaml"), "fiche-n03.docx: 2\n");
    assert!(said.err.contains("« jso »") || said.err.contains("«\u{a0}jso\u{a0}»"), "{}", said.err);
    assert!(!bench.text("notes.txt").contains("jso@"), "{}", bench.text("notes.txt"));
}

#[test]
fn a_family_name_that_a_colleague_has_too_is_shown_and_left() {
    let bench = Bench::new();
    let board = bench.text("suivi.yaml").replace("nom: Maïka Bouchard", "nom: Luc Gagnon");
    bench.write("suivi.yaml", board);
    bench.write("notes.txt", "Mme Gagnon est passée. Hélène Gagnon aussi.\n");
    let said = bench.run(&["purger", ".", "n03", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("gagnon") && said.err.contains("Mme Gagnon est"), "{}", said.err);
    assert!(bench.text("notes.txt").contains("Mme Gagnon"));
}

#[test]
fn the_names_of_the_school_s_own_files_and_places_are_about_nobody() {
    let bench = Bench::new();
    let board = bench.text("suivi.yaml");
    let board = board.replace("nom: Maïka Bouchard", "nom: Rose Plan").replace("nom: Fatoumata Diallo", "nom: Nadia");
    bench.write("suivi.yaml", board.replace("nom: Olivier Pépin", "nom: Marie Rivière"));
    let place = "Pavillon de la Rivière";
    assert!(bench.text("plan.yaml").contains(place) && bench.text("plan.yaml").contains("Nadia Benali"));
    for person in ["n03", "n05", "n07"] {
        let said = bench.run(&["purger", ".", person, "--aussi", "yaml", "--oui"]);
        assert_eq!(said.status, Some(0), "{person}: {}", said.err);
    }
    let plan = bench.text("plan.yaml");
    assert!(plan.contains(place) && plan.contains("Nadia Benali"), "{plan}");
    assert!(bench.path("versions/registre.yaml").exists() && bench.path("regulations/2026-10-15.yaml").exists());
    assert_eq!(bench.run(&["verifier", "."]).status, Some(0));
    assert!(bench.text("versions/registre.yaml").starts_with("format: 1"));
}

#[test]
fn a_damaged_version_is_not_restored_where_there_is_a_whole_one() {
    let bench = Bench::new();
    bench.run(&["modifier", ".", "suivi", "n03.objectif", "Un."]);
    bench.write("versions/suivi/0002.yaml", "personnes:\n  - {id: n08, nom: Marie-Ève Lacasse}\n");
    let before = bench.text("suivi.yaml");
    let said = bench.run(&["restaurer", ".", "suivi", "2"]);
    assert_ne!(said.status, Some(0), "{}", said.err);
    assert_eq!(bench.text("suivi.yaml"), before);
    assert_eq!(bench.run(&["restaurer", ".", "suivi", "1"]).status, Some(0));
}

#[test]
fn a_copy_that_does_not_read_is_mended_before_anybody_is_forgotten() {
    let bench = Bench::new();
    let copy = bench.text("suivi.yaml").replace("nom: Jean-Sébastien", "nom: parti: Jean-Sébastien");
    bench.write("suivi (1).yaml", copy);
    let before = bench.files();
    let said = bench.run(&["purger", ".", "n02", "--oui"]);
    assert_ne!(said.status, Some(0));
    assert!(said.err.contains("suivi (1).yaml, ligne"), "{}", said.err);
    let after = bench.files();
    for (path, bytes) in before {
        assert!(after.iter().any(|(other, kept)| *other == path && *kept == bytes), "{}", path.display());
    }
}

#[test]
fn a_chosen_word_that_the_register_needs_is_refused() {
    let bench = Bench::new();
    assert_eq!(bench.run(&["noter", ".", "n03", "--va-bien", "Bien."]).status, Some(0));
    let said = bench.run(&["purger", ".", "n02", "--aussi", "premier changement", "--oui"]);
    assert_ne!(said.status, Some(0), "{}", said.out);
    assert!(bench.text("suivi.yaml").contains("n02"));
    assert!(said.err.contains("versions/registre.yaml"), "{}", said.err);
}

#[test]
fn people_of_one_name_are_asked_about_whatever_is_done() {
    let bench = Bench::new();
    bench.write(
        "suivi.yaml",
        bench.text("suivi.yaml").replace("nom: Maïka Bouchard", "nom: Jean-Sébastien O'Connor-Lévesque"),
    );
    let name = "Jean-Sébastien O'Connor-Lévesque";
    for command in [
        ["purger", ".", name, "--oui", ""].as_slice(),
        &["noter", ".", name, "--va-bien", "Bien."],
        &["fiche", ".", name],
        &["montrer", ".", "fil", name],
    ] {
        let command: Vec<&str> = command.iter().copied().filter(|word| !word.is_empty()).collect();
        let said = bench.run(&command);
        assert_ne!(said.status, Some(0), "{command:?}: {}", said.out);
        assert!(said.err.contains("n02, n03"), "{command:?}: {}", said.err);
    }
    assert!(bench.text("suivi.yaml").contains("n02") && !bench.text("suivi.yaml").contains("Bien."));
}

#[test]
fn documents_of_other_programs_keep_every_byte_and_what_they_name_is_said() {
    let bench = Bench::new();
    let data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP+AC/wHwAFBQIAX8jx0g";
    let files = [
        ("dossiers/plan.pdf", "%PDF-1.4\nstream\nGb\"0;AC/(9 AC Amélie Côté\nendstream\n".to_owned()),
        ("note.rtf", r"{\rtf1\ansi Am\'e9lie C\'f4t\'e9 commence lundi}".to_owned()),
        ("courriel.eml", format!("Content-Transfer-Encoding: base64\n\n{data}\nAC/+AC=\n")),
        ("page.html", format!("<p>Bonjour</p><img src=\"data:image/png;base64,{data}\">")),
        ("mot.htm", "<p>Am&eacute;lie C&ocirc;t&eacute; commence</p>".to_owned()),
        ("lien.url", "https://exemple.ca/Am%C3%A9lie%20C%C3%B4t%C3%A9".to_owned()),
        ("message.txt", "Objet : Am=C3=A9lie C=C3=B4t=C3=A9".to_owned()),
    ];
    fs::create_dir_all(bench.path("dossiers")).expect("made");
    for (name, text) in &files {
        bench.write(name, text);
    }
    let said = bench.run(&["purger", ".", "n01", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    for (name, text) in &files {
        assert_eq!(&bench.text(name), text, "{name}");
    }
    for name in ["dossiers/plan.pdf", "note.rtf", "mot.htm", "lien.url", "message.txt"] {
        assert!(said.err.contains(name), "{name} in {}", said.err);
    }
    assert!(!said.err.contains("courriel.eml"), "{}", said.err);
}

#[test]
fn words_of_a_sentence_and_dates_are_about_nobody() {
    let bench = Bench::new();
    let board = bench.text("suivi.yaml").replace("nom: Maïka Bouchard", "nom: Rose Petit");
    bench.write("suivi.yaml", board.replace("nom: Fatoumata Diallo", "nom: Marie Avril"));
    let notes = "- Rencontrer Rose\n- Petit déjeuner d'accueil\nla Rose des vents\nAvril 2027\nRose Petit\nMme Petit\n";
    bench.write("notes.txt", notes);
    let plan = bench.text("plan.yaml");
    let when = plan.lines().find(|line| line.trim_start().starts_with("quand:")).expect("a date").to_owned();
    bench.write("plan.yaml", plan.replacen(&when, "    quand: Avril 2027", 1));
    let said = bench.run(&["purger", ".", "n03", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let left = "- Rencontrer personne retirée\n- Petit déjeuner d'accueil\nla Rose des vents\nAvril 2027\n\
                personne retirée\npersonne retirée\n";
    assert_eq!(bench.text("notes.txt"), left);
    assert!(said.err.contains("« petit »") && said.err.contains("Petit déjeuner"), "{}", said.err);
    assert_eq!(bench.run(&["purger", ".", "Marie Avril", "--aussi", "avril", "--oui"]).status, Some(0));
    assert!(bench.text("plan.yaml").contains("quand: Avril 2027"), "a date is no name");
}

#[test]
fn what_somebody_changed_in_the_exports_is_theirs() {
    let bench = Bench::new();
    for _ in 0..2 {
        assert_eq!(bench.run(&["fiche", ".", "n02", "--format", "docx"]).status, Some(0));
    }
    let ours = bench.path("exports/fiche-n02.docx");
    let mut bytes = fs::read(&ours).expect("exported");
    bytes.extend(b" ");
    bench.write("exports/lettre.docx", &bytes);
    assert_eq!(bench.run(&["purger", ".", "n02", "--oui"]).status, Some(0));
    assert!(!ours.exists(), "what was exported can be made again");
    assert!(bench.path("exports/lettre.docx").exists(), "what somebody wrote cannot");
}

#[test]
fn notes_of_somebody_lose_names_and_nothing_else() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("notes")).expect("made");
    bench.write("notes/rencontres.md", "# Rencontre avec Amélie\nBien.\n# Budget\n450 $ voté.\n");
    bench
        .write("notes/plan.html", "<html><body><h1>Accueil d'Amélie Côté</h1><p>Le budget est voté.</p></body></html>");
    assert_eq!(bench.run(&["purger", ".", "n01", "--oui"]).status, Some(0));
    let notes = bench.text("notes/rencontres.md");
    assert_eq!(notes, "# Rencontre avec personne retirée\nBien.\n# Budget\n450 $ voté.\n");
    assert!(bench.text("notes/plan.html").contains("Le budget est voté."));
}

#[test]
fn a_sheet_holds_all_that_a_purge_would_find() {
    let bench = Bench::new();
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n02.objectif", "Un objectif bien-aimé."]).status, Some(0));
    assert_eq!(bench.run(&["modifier", ".", "suivi", "n02.objectif", "Un autre objectif."]).status, Some(0));
    let planted = [
        ("plan.yaml", "format: 1\n", "format: 1\n# Jean-Sébastien : voir le plan-rose\n"),
        ("plan.yaml", "commentaires: ", "commentaires: Avec O'Connor au local-vert. "),
        ("regulations/2026-11-12.yaml", "décisions: [", "décisions: [O'CONNOR au groupe-bleu avec Amélie Côté, "),
        ("regulations/2026-10-15.yaml", "format: 1\n", "format: 1\nmot_d_ici: jean-sébastien au mot-gris\n"),
        ("suivi.yaml", "va_bien: Belle relation", "va_bien: Jean-Sébastien l'aide au coin-jaune. Belle relation"),
        ("suivi.yaml", "  - id: n02\n", "  - id: n02\n    surnom: le-grand-noir\n"),
    ];
    for (file, before, after) in planted {
        bench.change(file, before, after);
    }
    assert_eq!(bench.run(&["noter", ".", "n02", "--note", "Avec Fatoumata au fil-ocre."]).status, Some(0));
    bench.write("notes.txt", "Rien.\nVoir O\u{2019}Connor, aux notes-mauves\n");
    fs::create_dir_all(bench.path("exports")).expect("made");
    bench.write("exports/rencontre-o-connor.md", "Rien.\n");
    bench.write("releve.pdf", b"%PDF-1.4 Jean-S\xc3\xa9bastien O'Connor \x00\x01");
    let said = bench.run(&["fiche", ".", "n02"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    for text in [
        "plan-rose",
        "local-vert",
        "groupe-bleu",
        "mot-gris",
        "coin-jaune",
        "le-grand-noir",
        "bien-aimé",
        "notes-mauves",
        "rencontre-o-connor.md",
        "releve.pdf",
        "Un autre objectif",
    ] {
        assert!(said.out.contains(text), "{text} is not in\n{}", said.out);
    }
    let line = |text: &str| said.out.lines().find(|line| line.contains(text)).expect("is there").to_owned();
    assert!(line("groupe-bleu").contains("| Amélie Côté |"), "{}", line("groupe-bleu"));
    assert!(line("coin-jaune").contains("| Amélie Côté |"), "whose record it is: {}", line("coin-jaune"));
    assert!(line("fil-ocre").contains("| Fatoumata Diallo |"), "in their own traces too: {}", line("fil-ocre"));
    assert!(line("bien-aimé").contains("suivi, version"), "{}", line("bien-aimé"));
    let preview = bench.run(&["purger", ".", "n02"]);
    for file in ["plan.yaml", "notes.txt", "exports/rencontre-o-connor.md", "releve.pdf"] {
        assert!(preview.out.contains(file) || preview.err.contains(file), "{file}: {}{}", preview.out, preview.err);
    }
}

#[test]
fn wrong_words_are_taken_out_of_a_field_and_of_every_version() {
    let bench = Bench::new();
    let set = |words: &str| {
        assert_eq!(bench.run(&["modifier", ".", "suivi", "n01.objectif", words]).status, Some(0));
    };
    set("Installer une routine, malgré la chicane.");
    set("Malgré la chicane, avancer.");
    set("Avancer, malgré la chicane");
    assert_eq!(bench.run(&["noter", ".", "AC", "--note", "On parle de la chicane."]).status, Some(0));
    bench.write("notes.md", "Elle avance malgré la chicane.\n");
    let said = bench.run(&["rectifier", ".", "AC", "objectif", "malgré la chicane", "--oui"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    assert!(said.err.contains("encore ailleurs") && said.err.contains("notes.md"), "{}", said.err);
    let mut kept = 0;
    for (path, bytes) in bench.files() {
        let text = String::from_utf8_lossy(&bytes);
        let wrong = text.lines().filter(|line| line.contains("objectif") && line.contains("malgré la chicane"));
        assert_eq!(wrong.count(), 0, "{}: {text}", path.display());
        kept += text.matches("On parle de la chicane.").count();
    }
    assert!(kept > 0, "another field keeps its words");
    assert!(bench.text("suivi.yaml").contains("objectif: Avancer\n"), "{}", bench.text("suivi.yaml"));
    let register = bench.text("versions/registre.yaml");
    assert!(register.contains("rectifications:") && !register.contains("chicane"), "{register}");
    assert_eq!(bench.run(&["verifier", "."]).status, Some(0));
    let again = bench.run(&["rectifier", ".", "AC", "objectif", "malgré la chicane", "--oui"]);
    assert!(again.status == Some(2) && again.err.contains("Rien ne dit"), "{}", again.err);
}

#[test]
fn sentences_that_still_tell_who_it_was_go_when_somebody_says_so() {
    let planted = |bench: &Bench| {
        bench.change("regulations/2026-11-12.yaml", "décisions: [", "décisions: [Amélie se dit isolée au sous-sol, ");
        bench.change(
            "plan.yaml",
            "commentaires: ",
            "commentaires: Amélie y est seule au sous-sol. Le budget est adopté. ",
        );
        bench.change(
            "plan.yaml",
            "étape: \"Rencontre de mentorat",
            "étape: \"Accueillir Amélie : rencontre de mentorat",
        );
    };
    let purge = ["purger", ".", "AC", "--oui", "--phrases"];
    for (option, left) in [(&purge[..4], 2), (&purge[..], 0)] {
        let bench = Bench::new();
        planted(&bench);
        assert_eq!(bench.run(&["noter", ".", "JSO", "--note", "Amélie aide, au sous-sol."]).status, Some(0));
        let said = bench.run(option);
        assert_eq!(said.status, Some(0), "{}", said.err);
        let text = bench.text("regulations/2026-11-12.yaml") + &bench.text("plan.yaml");
        assert_eq!(text.matches("au sous-sol").count(), left, "{option:?}: {text}");
        assert!(!text.contains("Amélie") && text.contains("Nadia accompagne"), "{option:?}: {text}");
        assert!(text.contains("Accueillir personne retirée : rencontre"), "a title stays, without the name: {text}");
        assert!(text.contains("Le budget est adopté."), "the other sentence stays: {text}");
        assert!(left > 0 || said.err.contains("personne retirée y est seule"), "what goes is shown: {}", said.err);
        assert_eq!(bench.run(&["verifier", "."]).status, Some(0), "{option:?}");
    }
}

#[test]
fn what_a_purge_would_leave_is_shown_on_the_sheet_as_perhaps_about_them() {
    let bench = Bench::new();
    bench.change(
        "regulations/2026-11-12.yaml",
        "irritants: [La suppléance du jeudi]",
        "irritants: [côté va mal, À côté du local, Du côté nord]",
    );
    let sheet = bench.run(&["fiche", ".", "n01"]).out;
    let doubts = sheet.split("Peut-être à son sujet").nth(1).expect("doubts are told");
    assert!(doubts.contains("côté va mal"), "{doubts}");
    assert!(!doubts.contains("local") && !doubts.contains("nord"), "{doubts}");
}
