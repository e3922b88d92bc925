//! The plan: its rows, its filters, its guiding questions.

use super::*;
use arrimage::domain::{model::welcome::Moment, value::when::Day};

#[test]
fn a_row_is_ticked_and_the_tick_undone() {
    let mut driver = Driver::demo();
    driver.keys("2 Bas Bas x");
    assert_eq!(driver.app.folder.plan.row("p3").expect("p3").state(), Progress::Done);
    assert!(matches!(driver.effects.last(), Some(Effect::Save(edits, _)) if edits.len() == 2), "{:?}", driver.effects);
    let day = driver.app.folder.plan.row("p3").and_then(|row| row.done_on).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2026-11-21"), "a row says when it was done");
    driver.keys("3 u");
    assert_eq!(driver.app.folder.plan.row("p3").expect("p3").state(), Progress::Doing, "undo works across screens");
    driver.keys("U");
    assert_eq!(driver.app.folder.plan.row("p3").expect("p3").state(), Progress::Done);
}

#[test]
fn the_plan_is_filtered_and_sorted() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("2 e Bas Bas Entrée");
    let screen = driver.screen();
    assert!(screen.contains("3 étapes · Gestion de classe"), "{screen}");
    driver.keys("s").typed("mise").keys("Entrée");
    assert!(driver.screen().contains("1 étape ·"), "{}", driver.screen());
    driver.keys("Échap o o");
    assert!(driver.screen().contains("du plus tard au plus tôt"));
}

#[test]
fn guiding_questions_are_answered_one_by_one_and_asked_again() {
    let mut driver = Driver::demo().size(80, 24);
    let question = |id: &str, stage: &str, question: &str, again: Option<&str>| GuidingQuestion {
        id: id.into(),
        stage: stage.into(),
        question: question.into(),
        again: again.map(Into::into),
        ..GuidingQuestion::default()
    };
    driver.app.folder_mut().plan.questions = vec![
        question("2.6", "Portrait", "D'où viendra l'argent pour tout ce que nous voulons faire cette année?", None),
        question("2.7", "Portrait", "Que demande la loi?", None),
        question("3.2", "Dispositifs", "D'où viendra l'argent pour tout ce que nous choisissons?", Some("2.6")),
    ];
    driver.keys("F3 Fin Haut Haut Entrée").typed("Du budget de l'école.").keys("Tab");
    let screen = driver.screen();
    assert!(screen.contains("Portrait (1 sur 2)") && screen.contains("déjà répondu"), "{screen}");
    insta::assert_snapshot!("questions-80x24", screen);
    let told = |driver: &Driver| driver.app.folder.plan.question("2.6").and_then(|asked| asked.answered_on);
    assert_eq!(told(&driver), Some(Day(driver.app.today())), "the minutes of that day tell it");
    driver.keys("Bas Bas Entrée").typed(" Et du centre de services.").keys("Tab");
    let answers: Vec<&str> = driver.app.folder.plan.questions.iter().map(|q| q.answer.as_str()).collect();
    assert_eq!(answers, ["Du budget de l'école.", "", "Du budget de l'école. Et du centre de services."]);
}

#[test]
fn a_school_takes_the_usual_welcome_as_its_own_and_adds_what_it_recommends() {
    let mut driver = Driver::demo().size(110, 40);
    driver.keys("F3").reach("la liste proposée").keys("Entrée");
    let asked = driver.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(asked.contains("Envoyer le courriel de bienvenue") && asked.contains("pour : enseign"), "{asked}");
    assert!(driver.app.folder.plan.welcome.is_empty(), "reading it writes nothing");
    driver.keys("Entrée");
    assert_eq!(driver.app.folder.plan.welcome.len(), 12);
    driver.reach("Remettre le guide").keys("n").typed("Montrer la salle du personnel").keys("Entrée");
    driver.typed("semaine").keys("Entrée");
    let last = driver.app.folder.plan.welcome.last().cloned().expect("added");
    assert_eq!((last.what.as_str(), last.moment), ("Montrer la salle du personnel", Moment::FirstWeek));
    driver.keys("Début").reach("Remettre le guide").keys("Suppr");
    let has = |driver: &Driver| driver.app.folder.plan.welcome.iter().any(|step| step.what.contains("guide d'accueil"));
    assert!(!has(&driver), "a step goes");
    driver.keys("u");
    assert!(has(&driver), "and comes back");
    let before = driver.app.folder.plan.recommendations.len();
    driver.keys("Début").reach("Recommandations").keys("n").typed("Garder la demi-journée de bilan").keys("Entrée");
    assert_eq!(driver.app.folder.plan.recommendations.len(), before + 1);
}

#[test]
fn how_long_each_point_lasts_is_one_line_until_it_is_opened() {
    let mut driver = Driver::demo().size(100, 60);
    driver.keys("F3").reach("Durée de chaque point");
    let folded = driver.screen();
    assert!(folded.contains("Ouverture\u{a0}1 · Retour\u{a0}3") && !folded.contains("4 Tour (min)"), "{folded}");
    driver.keys("Entrée Bas Bas Bas Bas Entrée").clear_field().typed("12").keys("Entrée");
    assert_eq!(driver.app.folder.plan.committee.minutes(arrimage::domain::model::agenda::Point::People), 12);
    driver.keys("Haut Haut Haut Haut Entrée");
    assert!(
        !driver.screen().contains("4 Tour (min)") && driver.screen().contains("Tour\u{a0}12"),
        "{}",
        driver.screen()
    );
}

#[test]
fn a_school_says_what_it_does_and_why_with_one_key() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("6 /").typed("tâche réduite").keys("Entrée Bas");
    assert!(driver.cursor_line().contains("· pas encore"), "{}", driver.screen());
    driver.keys("x Entrée").typed("Une période de moins").keys("Entrée");
    assert!(driver.cursor_line().contains("✓ dit par l’école"), "{}", driver.screen());
    assert!(driver.screen().contains("dit par l’école\u{a0}: Une période de moins"), "{}", driver.screen());
    let said = &driver.app.folder.plan.coverage;
    assert!(said.len() == 1 && said[0].code == "condition-6" && said[0].is_done == Some(true), "{said:?}");
    driver.keys("x Bas Bas Entrée");
    assert!(driver.app.folder.plan.coverage.is_empty(), "{}", driver.screen());
}

#[test]
fn a_means_is_ticked_alone_and_the_last_one_ends_its_row() {
    let mut driver = Driver::demo();
    driver.keys("2 Entrée n Entrée");
    driver.typed("Un guide");
    driver.keys("Entrée");
    driver.keys("n Entrée");
    driver.typed("Une visite");
    driver.keys("Entrée Échap");
    let row = |driver: &Driver| {
        let rows = &driver.app.folder.plan.rows;
        rows.iter().find(|row| !row.means.is_empty()).expect("a row with means").clone()
    };
    assert_eq!(
        row(&driver).means.iter().map(|means| means.what.as_str()).collect::<Vec<_>>(),
        ["Un guide", "Une visite"]
    );
    // The row is reopened, so that its means are seen under it.
    let was_open = row(&driver).is_open();
    if !was_open {
        driver.keys("x");
    }
    assert!(driver.screen().contains("□ Un guide"), "{}", driver.screen());
    driver.keys("Bas x");
    assert!(row(&driver).means[0].is_done() && row(&driver).is_open(), "one of two is done");
    driver.keys("Bas x");
    let ended = row(&driver);
    assert!(!ended.is_open() && ended.done_on.is_some() && ended.means[1].done_on.is_some(), "{ended:?}");
    driver.keys("u");
    let again = row(&driver);
    assert!(again.is_open() && again.done_on.is_none() && again.means[1].is_open(), "one gesture, one undo: {again:?}");
}

#[test]
fn a_sum_is_added_among_the_resources_and_its_amount_typed() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("F3");
    while !driver.cursor_line().contains("Banque de jours") {
        driver.keys("Bas");
    }
    let before = driver.app.folder.plan.resources.funds.len();
    driver.keys("n").typed("Fondation de l'école").keys("Entrée");
    assert!(driver.cursor_line().contains("Accordé"), "{}", driver.screen());
    driver.keys("Entrée").clear_field().typed("1 500").keys("Entrée");
    let funds = &driver.app.folder.plan.resources.funds;
    assert_eq!(funds.len(), before + 1);
    let added = funds.last().expect("added");
    assert_eq!((added.source.as_str(), added.granted.0), ("Fondation de l'école", 1500.0));
}

#[test]
fn a_link_of_a_row_is_opened_once_it_was_shown_where_it_leads() {
    let mut driver = Driver::demo().size(120, 40);
    let links = |driver: &mut Driver, links: &[&str]| {
        let row = driver.app.folder_mut().plan.rows.iter_mut().find(|row| row.id == "p3").expect("p3");
        row.links = links.iter().map(ToString::to_string).collect();
    };
    driver.keys("2 Bas Bas Entrée o");
    assert!(driver.screen().contains("n’a pas de lien"), "{}", driver.screen());
    links(&mut driver, &["Le guide : https://exemple.qc.ca/guide."]);
    driver.keys("o Entrée");
    let opened = |driver: &Driver| {
        driver
            .effects
            .iter()
            .filter(|effect| matches!(effect, Effect::OpenFile(_)))
            .map(|e| format!("{e:?}"))
            .next_back()
    };
    assert_eq!(opened(&driver), None, "Enter, meant for something else, opens nothing");
    driver.keys("o");
    assert!(driver.screen().lines().any(|line| line.trim() == "https://exemple.qc.ca/guide"), "{}", driver.screen());
    driver.keys("o");
    assert_eq!(opened(&driver).as_deref(), Some(r#"OpenFile("https://exemple.qc.ca/guide")"#));
    links(&mut driver, &["https://exemple.qc.ca/guide", "documents/guide.docx", "installer.exe"]);
    driver.keys("o Bas Entrée o");
    assert_eq!(opened(&driver).as_deref(), Some(r#"OpenFile("documents/guide.docx")"#));
    driver.keys("o Bas Bas Entrée");
    assert!(driver.screen().contains("ni un document du dossier"), "{}", driver.screen());
}

#[test]
fn the_figures_of_the_school_stand_beside_those_of_the_source() {
    let mut driver = Driver::demo().size(160, 40);
    driver.keys("6 /").typed("Jours de libération à l’arrivée").keys("Entrée");
    let screen = driver.screen().replace('\u{a0}', " ");
    let (granted, taken) = arrimage::domain::advice::overview::release(&driver.app.folder.board, driver.app.today());
    assert!(granted > taken && taken > 0.0);
    let left = arrimage::words::number(&driver.app.words, granted - taken);
    assert!(screen.contains("Chez vous : ") && screen.contains(&format!("{left} à prendre")), "{screen}");
    driver.app.folder_mut().plan.resources = Default::default();
    driver.app.folder_mut().plan.committee.members.clear();
    driver.app.folder_mut().board.people.clear();
    assert!(driver.screen().contains("rien n’est écrit encore"), "{}", driver.screen());
}
