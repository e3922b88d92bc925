//! The home screen, what every screen shares, the palette and the catalogues.

use super::{versions::kept_versions, *};

#[test]
fn every_screen_at_every_size() {
    for (columns, rows) in [(50, 16), (80, 24), (160, 50)] {
        for (key, name) in [
            ("1", "accueil"),
            ("2", "plan"),
            ("3", "tableau"),
            ("4", "regulations"),
            ("5", "impact"),
            ("6", "reperes"),
            ("7", "versions"),
        ] {
            let mut driver = Driver::demo().size(columns, rows);
            driver.keys(key);
            insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), driver.screen());
        }
    }
}

#[test]
fn roles_of_the_home_and_of_the_board() {
    for (key, name) in [("1", "accueil"), ("3", "tableau")] {
        let mut driver = Driver::demo().size(80, 24);
        driver.keys(&format!("{key} Bas"));
        insta::assert_snapshot!(format!("{name}_roles"), driver.roles());
    }
}

#[test]
fn the_palette_finds_everything_the_best_match_first() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys(":").typed("fatou").keys("Entrée");
    assert!(driver.screen().contains("Fatoumata Diallo") && driver.app.views.sheet.is_some(), "{}", driver.screen());
    driver.keys("Échap :").typed("gestion de classe").keys("Entrée");
    assert!(
        driver.cursor_line().contains("Nom") && driver.screen().contains("Gestion de classe"),
        "{}",
        driver.screen()
    );
    driver.keys("Échap :").typed("15 octobre").keys("Entrée");
    assert!(driver.screen().contains("jeudi 15 octobre 2026"), "{}", driver.screen());
    driver.keys(":").typed("lexique").keys("Entrée");
    assert_eq!(driver.app.views.screen, Screen::Landmarks);
    driver.keys(":").typed("tableu").keys("Entrée");
    assert_eq!(driver.app.views.screen, Screen::Board, "a letter wrong is forgiven");
    driver.keys("p :").typed("fatou");
    assert!(!driver.screen().contains("Fatoumata"), "people are aliases on a wall:\n{}", driver.screen());
}

#[test]
fn what_stands_behind_a_panel_is_out_of_reach() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("n").typed("Une phrase");
    for (column, row) in (0..120).step_by(4).flat_map(|column| [(column, 34), (column, 35)]) {
        driver.event(Event::Click(column, row));
    }
    driver.typed(" entière").keys("Tab");
    let draft = driver.app.folder.draft.as_ref().expect("a meeting");
    assert_eq!(draft.meeting.people[0].note, "Une phrase entière");
    driver.keys("n F9");
    assert_eq!(driver.screen().trim(), "", "the screen is blanked over what is being typed");
    driver.keys("x");
    assert!(driver.screen().contains("Une phrase entière"), "and the text is still there");
}

#[test]
fn choices_are_clicked_one_by_one_and_a_slip_gives_nothing_up() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People");
    driver.click("~ à suivre");
    let draft = driver.app.folder.draft.clone().expect("a meeting");
    assert_eq!(draft.meeting.people[0].after, Some(Wellbeing::Watch));
    driver.keys("Suppr");
    assert!(driver.app.dialog.is_none(), "Del in the middle of a meeting gives nothing up");
    driver.until("Decisions").keys("a").typed("Un tapis").keys("Entrée Échap Bas Suppr");
    assert_eq!(driver.app.folder.draft.as_ref().expect("a meeting").meeting.actions, []);
    driver.keys("u");
    assert_eq!(driver.app.folder.draft.as_ref().expect("a meeting").meeting.actions.len(), 1);
    driver.keys("Gauche u u");
    assert_eq!(driver.point(), "People", "what is undone is seen");
}

#[test]
fn a_line_given_up_by_a_slip_is_there_when_its_place_is_opened_again() {
    let mut driver = Driver::demo();
    driver.keys("1 n").typed("Accueil des suppléants").keys("Échap");
    assert!(driver.screen().contains("rouvrez ce champ"), "{}", driver.screen());
    driver.keys("2 n");
    assert!(!driver.screen().contains("Accueil des suppléants"), "another place has its own text");
    driver.keys("Échap 1 n Entrée");
    let issues = &driver.app.folder.plan.issues;
    assert!(issues.iter().any(|issue| issue.name == "Accueil des suppléants"), "{issues:?}");
}

#[test]
fn clicks_reach_tabs_rows_and_hints() {
    let mut driver = Driver::demo().size(120, 36);
    driver.click("3 Tableau");
    assert_eq!(driver.app.views.screen, Screen::Board);
    driver.click("Fatoumata");
    assert!(driver.cursor_line().contains("Fatoumata"));
    driver.click("aide");
    assert!(driver.screen().contains("Dossier"));
}

#[test]
fn any_window_is_drawn_without_harm() {
    for columns in [1, 2, 10, 39, 40, 41, 50, 77, 91, 100, 240] {
        for rows in [1, 2, 5, 11, 12, 13, 16, 20, 70] {
            let mut driver = Driver::demo().size(columns, rows);
            for keys in [
                "1", "2", "3", "Entrée", "Échap", "4", "c", "5", "Entrée", "Échap", "6", "7", "?", "Échap", ":",
                "Échap", "r", "Entrée", "Droite", "Droite", "Droite", "n", "Échap", "Droite", "t",
            ] {
                driver.keys(keys);
                driver.screen();
            }
        }
    }
}

#[test]
fn the_sources_are_searched_and_taken_into_the_work() {
    let mut driver = Driver::demo();
    driver.keys("6 /").typed("libretion").keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Libération ou temps payé") && screen.contains("11/19"), "a letter is wrong:\n{screen}");
    driver.keys("Échap Bas Bas Bas Bas Bas Entrée Bas Bas Bas Bas Entrée");
    let row = driver.app.folder.plan.rows.last().expect("a row").clone();
    assert_eq!((row.title.as_str(), row.comments.as_str()), ("Trousse d’accueil", "Repère S000-06"));
    // Which issue it serves is asked, and is at its step.
    driver.keys("Entrée");
    let issue = driver.app.folder.plan.issues_by_priority()[0].clone();
    assert!(driver.app.folder.plan.rows.last().expect("a row").serves(&issue.id, Some(issue.step)));
    driver.keys("Échap 6").keys("Échap Haut Haut Entrée Bas Bas Entrée").typed("amelie").keys("Entrée");
    assert_eq!(driver.app.folder.board.person("n01").expect("there").modalities, ["1b", "2a"]);
    assert!(driver.screen().contains("Cette personne l’a déjà."), "{}", driver.screen());
    driver.keys("Bas Entrée").typed("amelie").keys("Entrée");
    assert_eq!(driver.app.folder.board.person("n01").expect("there").modalities.len(), 3);
    driver.keys("3 Entrée Bas ?");
    assert!(
        driver.screen().contains("Modalités de soutien") && driver.cursor_line().contains("1b"),
        "{}",
        driver.screen()
    );
    driver.keys("?");
    assert!(driver.screen().contains("Aide"), "help where no word is explained");
    driver.keys("Échap 6 Échap /").typed("numeratie").keys("Entrée Échap");
    driver.app.views.landmarks.open = Some("lexique".into());
    driver.keys("n").typed("EHDAA : élève handicapé ou en difficulté").keys("Entrée");
    driver.keys("Fin");
    let screen = driver.screen();
    assert!(screen.contains("Les mots de l’école") && screen.contains("EHDAA — élève handicapé"), "{screen}");
}

/// What the pictures of the guide show beyond a first key.
fn go_on(driver: &mut Driver, name: &str) {
    match name {
        "guide-creer" => {
            for answer in ["École des Trois-Rivières", "", "", "", "", "", "Ana Roy, direction", "Luc Roy"] {
                driver.typed(answer).keys("Entrée");
            }
            driver.keys("Tab").typed("Zoé Caron").keys("Tab");
        }
        "guide-cloture" => {
            for _ in 0..20 {
                driver.keys("Droite");
            }
            driver.keys("Entrée").typed("10 décembre").keys("Entrée Bas Entrée");
        }
        "guide-historique" => {
            driver.keys("Bas Entrée").typed("univ").keys("Entrée Échap a").typed("La routine est installée.");
            driver.keys("Entrée Échap F7");
        }
        _ => {}
    }
}

/// The pictures of the README and of the guide. `ARRIMAGE_IMAGES=oui cargo test pictures` redraws them.
#[test]
fn the_pictures_of_the_readme_and_the_guide_are_true() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images");
    for (name, size, keys) in [
        ("1-accueil", (104, 26), "1"),
        ("2-plan", (120, 32), "2 Bas Bas Bas"),
        ("3-tableau", (120, 22), "3 Bas Bas Bas"),
        ("3-personne", (100, 28), "3 Entrée"),
        ("4-regulations", (120, 30), "4 c"),
        ("5-impact", (100, 20), "5"),
        ("6-reperes", (100, 24), "6 Bas Bas Bas Bas Bas Entrée Bas Bas Bas"),
        ("7-versions", (100, 14), "7"),
        ("rencontre-tour", (60, 20), "r Entrée Droite Droite Droite Droite 2"),
        (
            "rencontre-enjeux",
            (100, 24),
            "r Haut Entrée Droite Droite Droite Droite Droite Droite Droite Droite Droite Droite Droite Droite",
        ),
        ("guide-creer", (80, 24), "E"),
        ("guide-niveau", (80, 16), "r"),
        ("guide-cloture", (90, 24), "r Haut Entrée 3 Droite"),
        ("guide-historique", (90, 16), "3 Entrée"),
        ("guide-mesure", (90, 26), "5 n Entrée Entrée"),
    ] {
        let mut driver = Driver::demo().size(size.0, size.1);
        driver.keys(keys);
        go_on(&mut driver, name);
        if name == "7-versions" {
            driver.event(arrimage::tui::event::Event::Versions(kept_versions()));
        }
        let (path, picture) = (folder.join(format!("{name}.svg")), driver.picture());
        if std::env::var_os("ARRIMAGE_IMAGES").is_some() {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(&path, &picture).expect("written");
        }
        let drawn = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(drawn == picture, "{name} has changed: ARRIMAGE_IMAGES=oui cargo test pictures");
    }
}

#[test]
fn every_field_of_every_sheet_is_worded() {
    let mut driver = Driver::demo().size(100, 60);
    for keys in [
        "1 Entrée",
        "2 Entrée",
        "3 Bas Bas Bas Entrée",
        "5 Entrée",
        "5 Bas Bas Bas Bas Entrée",
        "5 n Entrée Entrée",
        "F3",
    ] {
        driver.keys(keys);
        let mut seen = 0;
        for _ in 0..60 {
            seen += usize::from(driver.cursor_line().contains('▸'));
            driver.keys("Bas");
        }
        assert_eq!(seen, 60, "the cursor is on a field ({keys})");
        driver.keys("Échap");
    }
}

#[test]
fn a_new_issue_gets_a_row_and_an_indicator() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("1 n").typed("Accueil du personnel de soutien, même en cours d’année").keys("Entrée");
    let issue = driver.app.folder.plan.issues.last().expect("an issue").clone();
    assert!(issue.id.starts_with("accueil-du-personnel-de-"), "{}", issue.id);
    assert_eq!(issue.priority, Some(3));
    driver.keys("n Entrée").typed("Se sentent-ils attendus?").keys("Entrée");
    assert_eq!(driver.app.folder.plan.indicators.last().expect("one").issue.as_deref(), Some(issue.id.as_str()));
    driver.keys("2 n").typed("Préparer le premier matin").keys("Entrée n Fin Entrée").keys("Échap");
    driver.keys("2 Fin Entrée n").typed("accueil").keys("Entrée");
    let row = driver.app.folder.plan.rows.last().expect("a row");
    assert!(row.cycle.iter().any(|entry| entry.issue.as_deref() == Some(issue.id.as_str())), "{row:?}");
    driver.keys("F3 n").typed("Émile Roy").keys("Entrée");
    assert_eq!(driver.app.folder.plan.committee.members.len(), 7);
}

#[test]
fn every_screen_speaks_english_too() {
    use arrimage::{domain::value::language::Language, words::Words};
    for keys in [
        "1",
        "2",
        "3",
        "3 Droite",
        "3 k",
        "3 f",
        "4",
        "4 c",
        "5",
        "6",
        "7",
        "3 Entrée",
        "2 Entrée",
        "F1",
        ":",
        "F6",
        "F4",
    ] {
        for (columns, rows) in [(50, 16), (120, 40)] {
            let mut driver = Driver::demo().size(columns, rows);
            driver.app.words = Words::of(Language::English);
            driver.screen();
            driver.keys(keys);
            let screen = driver.screen();
            // What the screens say, not what the school wrote.
            for french in ["Échap", "Entrée", "annuler", "chercher", "quitter", "il y a ", "à suivre", "va bien"] {
                assert!(!screen.contains(french), "{keys}: « {french} » in\n{screen}");
            }
        }
    }
    let mut driver = Driver::demo().size(120, 40);
    driver.app.words = Words::of(Language::English);
    insta::assert_snapshot!("accueil_en", driver.screen());
    driver.keys("r Entrée");
    for _ in 0..17 {
        driver.keys("Droite");
        let screen = driver.screen();
        assert!(!screen.contains("suivant") && !screen.contains("va bien"), "{screen}");
    }
}

#[test]
fn a_click_on_a_scroll_bar_goes_there() {
    let mut driver = Driver::demo().size(80, 24);
    driver.keys("2");
    driver.screen();
    driver.event(Event::Click(79, 20));
    assert!(driver.app.views.plan.at >= 6, "{}", driver.app.views.plan.at);
    driver.keys("4");
    driver.screen();
    driver.event(Event::Click(79, 20));
    assert!(driver.app.views.meetings.top > 5, "{}", driver.app.views.meetings.top);
}

/// What is derived from the folder also depends on the day: it is computed again at midnight.
#[test]
fn what_is_late_is_late_from_midnight_on() {
    let mut driver = Driver::demo();
    let spoken =
        |driver: &Driver| driver.app.advice().map(|advice| (advice.topic, advice.path.clone())).collect::<Vec<_>>();
    let before = spoken(&driver);
    let (alias, name) = (driver.app.alias("n02"), driver.app.person_name("n02"));
    driver.event(Event::Clock(driver.app.now + chrono::TimeDelta::hours(15)));
    assert_eq!(spoken(&driver), before, "the same day says the same");
    driver.event(Event::Clock(driver.app.now + chrono::TimeDelta::days(60)));
    let after = spoken(&driver);
    assert!(after.len() > before.len(), "two months later more is late: {before:?} {after:?}");
    assert_eq!((driver.app.alias("n02"), driver.app.person_name("n02")), (alias, name));
}

#[test]
fn the_wheel_moves_the_way_it_turns() {
    let mut driver = Driver::demo();
    driver.keys("3 Début");
    driver.event(Event::Scroll(3));
    assert_eq!(driver.app.views.board.at, 3);
    driver.event(Event::Scroll(-2));
    assert_eq!(driver.app.views.board.at, 1);
}

#[test]
fn what_was_not_read_is_no_zero() {
    let mut driver = Driver::demo().size(120, 40);
    let folder = driver.app.folder_mut();
    folder.broken.extend([FileId::Board, FileId::Plan]);
    (folder.board, folder.plan) = Default::default();
    let screen = driver.screen();
    for said in ["Libération\u{a0}: non lu", "Sommes\u{a0}: non lu"] {
        assert!(screen.contains(said), "{said} in {screen}");
    }
    assert!(!screen.contains("0 jours pris sur") && !screen.contains("(rythme"), "{screen}");
}

#[test]
fn the_home_screen_says_what_changed_since_the_last_meeting_and_how_much_is_cut() {
    let mut driver = Driver::demo().size(120, 40);
    assert!(!driver.screen().contains("Depuis le 12 novembre"), "nothing is dated since: {}", driver.screen());
    driver.keys("3 Entrée a").typed("Une belle semaine").keys("Entrée Échap Échap 1");
    let screen = driver.screen();
    assert!(
        screen.contains("Depuis le 12 novembre 2026") && screen.contains("Amélie Côté\u{a0}: une trace"),
        "{screen}"
    );
    driver.keys("Fin Entrée");
    assert!(driver.screen().contains("Une belle semaine"), "Enter opens the record: {}", driver.screen());
    let mut small = Driver::demo().size(80, 24);
    assert!(small.screen().contains(" ↓"), "what is cut is told: {}", small.screen());
    let mut narrow = Driver::demo().size(50, 16);
    narrow.keys("3 /").typed("gestion").keys("Entrée");
    assert!(narrow.screen().contains("2 personnes · 7 cachées (Échap) · / gestion"), "{}", narrow.screen());
}

#[test]
fn an_indicator_shows_a_small_chart_where_there_is_room() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("5");
    assert!(driver.screen().contains("█ █") && driver.screen().contains("┄┄┄"), "{}", driver.screen());
    let mut narrow = Driver::demo().size(80, 24);
    narrow.keys("5");
    assert!(!narrow.screen().contains("█ █"), "{}", narrow.screen());
}

#[test]
fn a_plan_without_days_begins_with_its_first_open_row() {
    let mut driver = Driver::demo().size(160, 60);
    let plan = &mut driver.app.folder_mut().plan;
    plan.rows.iter_mut().for_each(|row| row.when = When::default());
    let first = plan.rows.iter().position(|row| row.is_open()).expect("open");
    let begins: String = plan.rows[first].title.chars().take(20).collect();
    let line = format!("{}. {begins}", first + 1);
    driver.keys("1");
    let screen = driver.screen();
    assert!(screen.lines().any(|said| said.contains("d’abord") && said.contains(&line)), "{line}\n{screen}");
    driver.app.folder_mut().plan.rows[first + 1].when = When("9 décembre 2026".into());
    driver.keys("2 1");
    assert!(!driver.screen().contains("d’abord"), "{}", driver.screen());
    // A school that has not met begins with the same row, after what it has to do first.
    driver.app.folder_mut().meetings.clear();
    driver.app.folder_mut().plan.rows[first + 1].when = When::default();
    driver.keys("2 1");
    assert!(driver.screen().contains("d’abord"), "{}", driver.screen());
}
