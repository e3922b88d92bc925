//! Surveys: form answers imported on screen, and what each audience sees of them.

use std::path::Path;

use arrimage::{
    domain::{model::survey::Answering, privacy::audience::Level},
    store::tables,
    tui::{effect::Effect, event::Event, state::dialog::Dialog},
};

use crate::driver::Driver;

/// The app at a given size, with the answers of a form read.
fn reading(columns: u16, rows: u16) -> Driver {
    let mut driver = Driver::demo().size(columns, rows);
    // The survey of the demonstration would appear beside the new one.
    driver.app.folder_mut().surveys.clear();
    driver.screen();
    driver.keys("5 I").typed("reponses.csv").keys("Entrée");
    assert_eq!(driver.effects, [Effect::ReadAnswers("reponses.csv".into()), Effect::ForgetTyped]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sondages/google-nouveaux.csv");
    driver.event(Event::Answers("reponses.csv".into(), tables::answers(&file).expect("a table")));
    driver
}

/// The app at a given size, with an imported survey open.
fn taken(columns: u16, rows: u16) -> Driver {
    let mut driver = reading(columns, rows);
    driver.typed("15").keys("Entrée Bas Entrée Entrée");
    driver
}

#[test]
fn the_answers_of_a_form_are_taken_in_once_they_were_seen() {
    let mut driver = reading(120, 40);
    assert!(driver.screen().contains("À combien de personnes"), "{}", driver.screen());
    driver.typed("3").keys("Entrée");
    assert!(driver.screen().contains("À combien de personnes"), "thirteen answered: three cannot have been asked");
    driver.typed("15").keys("Entrée");
    assert!(driver.screen().contains("Votre pavillon"), "{}", driver.screen());
    driver.keys("Bas Entrée");
    for said in ["13 sur 15 ont répondu", "Adresse e-mail", "N4 · De 1 à 10", "moins de cinq"] {
        assert!(driver.screen().contains(said), "{said} in {}", driver.screen());
    }
    assert!(driver.app.folder.surveys.is_empty(), "nothing is written before somebody says so");
    driver.keys("Entrée");
    let survey = driver.app.folder.surveys.get("2026-10").expect("a survey");
    assert_eq!((survey.respondents, survey.invited, survey.crossings.len()), (13, Some(15), 6));
    driver.keys("u");
    assert!(driver.app.folder.surveys.is_empty(), "one stroke, one undo");
}

#[test]
fn a_wall_asks_for_no_file_of_answers() {
    let mut driver = Driver::demo();
    driver.keys("p 5 I");
    assert!(driver.app.dialog.is_none());
}

#[test]
fn a_survey_is_read_beside_what_was_answered_elsewhere() {
    for (columns, rows) in [(120, 40), (80, 24), (50, 16)] {
        let mut driver = taken(columns, rows);
        insta::assert_snapshot!(format!("sondage_{columns}x{rows}"), driver.screen());
    }
    let mut driver = taken(120, 40);
    insta::assert_snapshot!("sondage_roles", driver.roles());
}

/// Every line of the open page.
fn page(driver: &mut Driver) -> String {
    let mut page = String::new();
    driver.keys("Début");
    for _ in 0..100 {
        page.push_str(&driver.cursor_line());
        page.push('\n');
        driver.keys("Bas");
    }
    page
}

#[test]
fn comments_are_read_by_the_direction_alone() {
    let mut driver = taken(120, 40);
    for (level, is_read) in [(Level::Direction, true), (Level::Committee, false), (Level::Projected, false)] {
        driver.app.set_level(level);
        let page = page(&mut driver);
        assert_eq!(page.contains("Plus de temps ensemble"), is_read, "{level}: {page}");
        assert_eq!(page.contains("seule la direction"), !is_read, "{level}: {page}");
    }
}

#[test]
fn fewer_than_five_answers_are_read_by_the_direction_alone() {
    let mut driver = taken(120, 40);
    let survey = driver.app.folder_mut().surveys.get_mut("2026-10").expect("a survey");
    survey.questions[0].answered = 4;
    for (level, is_read) in [(Level::Direction, true), (Level::Committee, false), (Level::Projected, false)] {
        driver.app.set_level(level);
        assert_eq!(driver.screen().contains("Au-delà des attentes"), is_read, "{level}");
    }
}

#[test]
fn a_question_is_linked_to_the_catalogue_and_the_number_asked_is_mended() {
    let mut driver = taken(120, 40);
    driver.keys("Entrée").clear_field().typed("26").keys("Entrée");
    assert!(driver.screen().contains("13 sur 26 (50 %) ont répondu"), "{}", driver.screen());
    while !driver.cursor_line().contains("Quels outils") {
        driver.keys("Bas");
    }
    driver.keys("Entrée").typed("N2").keys("Entrée");
    let question = &driver.app.folder.surveys["2026-10"].questions[5];
    assert_eq!((question.code.as_deref(), question.answering), (Some("N2"), Answering::Several));
    driver.keys("Suppr");
    assert!(matches!(driver.app.dialog, Some(Dialog::Question(_))));
    driver.keys("Entrée");
    assert!(driver.app.folder.surveys.is_empty());
    driver.keys("u");
    assert_eq!(driver.app.folder.surveys.len(), 1);
}

#[test]
fn two_waves_stand_side_by_side() {
    let mut driver = taken(120, 40);
    let mut before = driver.app.folder.surveys["2026-10"].clone();
    before.date = "2026-02-10".parse().ok().map(arrimage::domain::value::when::Day);
    before.questions[0].counts[0].n = 13;
    driver.app.folder_mut().surveys.insert("2026-02".into(), before);
    let screen = driver.screen();
    let head = screen.lines().find(|line| line.contains("CSSPS")).expect("a head");
    assert!(head.find("oct. 2026") < head.find("févr. 2026") && head.contains("CSSPS, févr. 2023"), "{screen}");
    let line = screen.lines().find(|line| line.contains("Au-delà")).expect("an answer");
    for said in ["4 sur 13", "13 sur 13", "42 sur 119 (35 %)"] {
        assert!(line.contains(said), "{said} in {line}");
    }
}

#[test]
fn what_was_answered_elsewhere_is_a_page_too() {
    let mut driver = Driver::demo().size(120, 60);
    driver.screen();
    driver.keys("5 Fin Haut Haut Entrée");
    let page = page(&mut driver);
    for said in ["119 sur 156 (76 %)", "74 sur 119 (62 %)", "103 sur 119 (87 %)", "moyenne 8,89", "NPS +58"] {
        assert!(page.replace('\u{a0}', " ").contains(said), "{said} in {page}");
    }
}

#[test]
fn a_check_reads_the_survey_that_was_answered_since_the_last_one() {
    let mut driver = taken(120, 60);
    driver.keys("Échap Début n Entrée Entrée");
    let check = driver.app.folder.impacts.values().next_back().expect("a check");
    assert_eq!(check.survey.as_deref(), Some("2026-10"));
    let screen = driver.screen();
    for said in ["Nouveau personnel · octobre 2026", "8 ou plus", "Tous les tours"] {
        assert!(screen.contains(said), "{said} in {screen}");
    }
}

#[test]
fn what_was_understood_of_a_form_is_changed_in_its_preview() {
    let mut driver = reading(120, 40);
    driver.typed("15").keys("Entrée Entrée");
    let head = "Quels outils utilisez-vous?";
    assert!(driver.screen().contains(&format!("{head} · choix multiples")), "{}", driver.screen());
    while !driver.screen().lines().any(|line| line.contains('▸') && line.contains(head)) {
        let before = driver.screen();
        driver.keys("Bas");
        assert_ne!(before, driver.screen(), "the question is reached");
    }
    driver.keys("Entrée");
    assert!(driver.screen().contains("comment a-t-on répondu?"), "{}", driver.screen());
    // Esc goes back to the preview, and nothing has changed.
    driver.keys("Échap");
    assert!(driver.screen().contains(&format!("{head} · choix multiples")), "{}", driver.screen());
    driver.keys("Entrée");
    driver.typed("texte").keys("Entrée");
    assert!(driver.screen().contains(&format!("{head} · commentaires")), "{}", driver.screen());
    driver.keys("o");
    let survey = driver.app.folder.surveys.get("2026-10").expect("a survey");
    let question = survey.questions.iter().find(|question| question.text == head).expect("is there");
    assert_eq!(question.answering, Answering::Words);
}

#[test]
fn a_committee_reads_no_answer_that_somebody_typed() {
    let mut driver = taken(120, 40);
    let survey = driver.app.folder_mut().surveys.get_mut("2026-10").expect("a survey");
    survey.questions[0].counts[0].answer = "Un café".into();
    survey.questions[0].counts[0].rare = Some(true);
    assert!(!driver.screen().contains("Un café") && driver.screen().contains("Autre"), "{}", driver.screen());
    driver.app.set_level(Level::Direction);
    assert!(driver.screen().contains("Un café"), "{}", driver.screen());
}

#[test]
fn a_question_about_a_survey_leads_back_to_its_preview() {
    let mut driver = reading(120, 40);
    driver.typed("15").keys("Entrée Entrée Fin Haut");
    assert!(driver.cursor_line().contains("Personnes invitées"), "{}", driver.screen());
    driver.keys("Entrée").typed("9").keys("Échap");
    assert!(
        driver.cursor_line().contains("Personnes invitées : 15") || driver.screen().contains("Prendre ce sondage"),
        "{}",
        driver.screen()
    );
    driver.keys("o");
    assert!(driver.app.folder.surveys.contains_key("2026-10"));
}

#[test]
fn the_preview_asks_with_what_is_said_now_and_says_why_a_day_is_refused() {
    let mut driver = reading(120, 40);
    driver.typed("15").keys("Entrée Entrée Fin Haut Haut");
    assert!(driver.cursor_line().contains("Jour des réponses"), "{}", driver.screen());
    driver.keys("Entrée").typed("2031-01-01").keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("n’est pas encore venu") && screen.contains("2031-01-01"), "{screen}");
    driver.typed("2026-10-02").keys("Entrée");
    assert!(driver.cursor_line().contains("2 octobre 2026"), "{}", driver.screen());
    // Whoever changes nothing changes nothing: the menu opens on what is said now.
    driver.keys("Fin Entrée Bas Entrée");
    assert!(driver.cursor_line().contains("Votre pavillon"), "{}", driver.screen());
    driver.keys("Entrée Entrée");
    assert!(driver.cursor_line().contains("Votre pavillon"), "{}", driver.screen());
}
