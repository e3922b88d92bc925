//! Indicators and impact checks.

use super::*;

#[test]
fn an_impact_check_moves_the_issue() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("5 n Entrée Entrée");
    let stem = driver.app.folder.impacts.keys().next_back().expect("a check").clone();
    assert_eq!(stem, "2026-11-21");
    driver.keys("t");
    assert!(driver.screen().contains("Choisissez d’abord une décision"), "{}", driver.screen());
    driver.keys("Entrée").typed("8").keys("Entrée");
    choose(&mut driver, "Décision", "refaire");
    driver.keys("t");
    assert!(driver.screen().contains("si l’objectif est atteint"), "{}", driver.screen());
    choose(&mut driver, "Objectif atteint?", "en partie");
    driver.keys("t");
    assert!(driver.screen().contains("quelles étapes refaire"), "{}", driver.screen());
    driver.keys("Bas Bas Entrée Bas Espace Entrée");
    let check = &driver.app.folder.impacts[&stem];
    assert_eq!((check.decision, check.redo.as_slice()), (Some(Decision::Redo), &[Step::Needs][..]));
    driver.keys("t");
    assert!(driver.screen().contains("tour 2 → 3"), "{}", driver.screen());
    driver.keys("Entrée");
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("is there");
    assert_eq!((issue.step, issue.round), (Step::Needs, 3));
    driver.keys("u");
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("is there");
    assert_eq!((issue.step, issue.round), (Step::Leads, 2), "one stroke, one undo");
}

#[test]
fn an_indicator_shows_its_points_and_says_when_they_are_too_few() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("5");
    assert!(
        driver.screen().contains("Niveaux de Guskey sans indicateur\u{a0}: 1 réactions, 2 apprentissages"),
        "{}",
        driver.screen()
    );
    driver.keys("Entrée");
    let screen = driver.screen();
    for said in ["6 sur 9", "7 sur 9", "trop peu de points pour conclure", "La cible n’est pas atteinte encore."] {
        assert!(screen.contains(said), "{said} in {screen}");
    }
    assert!(!screen.contains('%'), "nine people are counted, never a percentage: {screen}");
    for month in 1..=11 {
        let file = FileId::Impact(format!("2025-{month:02}-15"));
        let value = if month < 6 { 4 } else { 8 };
        let check = json!({"date": format!("2025-{month:02}-15"), "enjeu": "partage-de-tache",
            "mesures": [{"indicateur": "maintien", "valeur": value, "sur": 9}]});
        driver.app.folder_mut().put(&file, Document::from_value(&file, &check).ok());
    }
    let screen = driver.screen();
    assert!(screen.contains("Un changement"), "{screen}");
    for (columns, rows) in [(120, 36), (80, 24), (50, 16)] {
        driver = driver.size(columns, rows);
        insta::assert_snapshot!(format!("indicateur_{columns}x{rows}"), driver.screen());
    }
}

#[test]
fn objectives_are_written_beforehand_and_scored_at_the_check() {
    let mut driver = Driver::demo().size(120, 40);
    driver
        .keys("1 Entrée n")
        .typed("objectif")
        .keys("Entrée")
        .typed("Chaque personne a un temps commun")
        .keys("Entrée");
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("is there");
    assert!(issue.scales[0].id.starts_with("o1-"), "{}", issue.scales[0].id);
    assert_eq!(issue.scales[0].level(0), "Chaque personne a un temps commun");
    driver.keys("Échap 5 n Entrée Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Échelle d’atteinte · — (50"), "{screen}");
    while !driver.cursor_line().contains("▸Chaque personne") {
        driver.keys("Bas");
    }
    driver.keys("Entrée").typed("+1").keys("Entrée");
    assert!(driver.screen().contains("Échelle d’atteinte · 60 (50"), "{}", driver.screen());
    assert!(driver.screen().contains("+1 un peu plus que prévu"), "{}", driver.screen());
    driver.keys("u");
    assert!(driver.screen().contains("Échelle d’atteinte · — (50"), "{}", driver.screen());
}

#[test]
fn a_check_stands_beside_what_was_wanted_and_every_round() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("5 n Entrée Entrée");
    let screen = driver.screen();
    for said in ["(départ 6 sur 9 · cible 8 sur 9)", "24 septembre 2026", "Données initiales", "Deux départs"] {
        assert!(screen.contains(said), "{said} in {screen}");
    }
    insta::assert_snapshot!("mesure_120x40", screen);
    let check = driver.app.folder_mut().impacts.get_mut("2026-09-24").expect("a check");
    check.next =
        Some(arrimage::domain::value::when::Day(chrono::NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day")));
    driver.keys("1");
    driver.app.folder_mut().impacts.remove("2026-11-21");
    assert!(driver.screen().contains("Mesurer l’impact\u{a0}: Partage de tâche"), "{}", driver.screen());
    driver.keys("5 n Entrée Entrée u");
    assert!(driver.app.views.sheet.is_none(), "a check that is undone is read no more");
    driver.app.folder_mut().plan.indicators[0].computed = Some(arrimage::domain::model::computed::Computed::Retention);
    driver.keys("5 n Entrée Entrée");
    let check = driver.app.folder.impacts.values().next_back().expect("a check");
    let measure = check.measure("maintien").expect("measured");
    assert_eq!(
        (measure.value.map(|v| v.0), measure.out_of.map(|v| v.0)),
        (Some(9.0), Some(9.0)),
        "what the files say is not asked"
    );
}
