//! A school is made in the program: one question after the other, and nothing written before the end.

use arrimage::domain::model::new_school::{Arriving, EMPTY};

use super::*;

#[test]
fn a_school_is_made_question_by_question_and_any_answer_is_changed_at_the_end() {
    let mut driver = Driver::demo().size(100, 30);
    assert!(driver.screen().contains("E : créer mon école"), "{}", driver.screen());
    driver.keys("E").typed("École du Parc").keys("Entrée Entrée Bas Entrée Entrée");
    assert!(driver.screen().contains("Qui est au comité?"), "a plan without days asks none: {}", driver.screen());
    driver.typed("Ana Roy, direction").keys("Entrée").typed("Luc Roy").keys("Entrée Entrée Maj-Tab");
    assert!(driver.screen().contains("Ana Roy, direction"), "Shift-Tab goes back: {}", driver.screen());
    driver.keys("Entrée Entrée").typed("Zoé Brulé, enseignante").keys("Entrée Entrée");
    assert!(!driver.effects.iter().any(|effect| matches!(effect, Effect::Found(..))));
    insta::assert_snapshot!("fondation_100x30", driver.screen());
    // The name again, and the folder follows it.
    driver.keys("Début Bas Entrée").typed(" et du Lac").keys("Entrée");
    driver.keys("Échap");
    assert!(driver.screen().contains("Rien n’est écrit"), "{}", driver.screen());
    driver.keys("E o");
    let [Effect::Found(place, school)] = driver.effects.as_slice() else { panic!("{:?}", driver.effects) };
    assert!(place.ends_with("École du Parc et du Lac"), "{place}");
    assert_eq!((school.template.as_str(), school.calendar.first.to_string().as_str()), (EMPTY, "2026-08-27"));
    assert_eq!(
        (school.members[0].role.as_str(), school.newcomers.as_slice()),
        ("direction", &[Arriving { name: "Zoé Brulé".into(), job: "enseignante".into(), ..Arriving::default() }][..])
    );
}

#[test]
fn days_are_asked_of_a_plan_that_has_some_and_a_refusal_is_seen() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("E Entrée");
    assert!(driver.screen().contains("Donnez d’abord un nom"), "{}", driver.screen());
    driver.typed("École du Parc").keys("Entrée Entrée Entrée Bas Entrée");
    driver.keys("Effacer").typed("demain peut-être").keys("Entrée");
    assert!(driver.screen().contains("Ce jour ne se lit pas"), "{}", driver.screen());
    driver.keys("Échap");
    assert!(driver.screen().contains("Premier jour d’école\u{a0}: 27 août 2026"), "{}", driver.screen());
    let effects = arrimage::tui::screens::founding::refused(&mut driver.app, "Ce dossier a déjà une école.".into());
    assert!(effects.is_empty() && driver.screen().contains("Ce dossier a déjà une école."), "{}", driver.screen());
}

#[test]
fn what_was_typed_is_kept_when_a_question_is_left() {
    let mut driver = Driver::demo().size(50, 16);
    driver.keys("E").typed("École du Parc").keys("Échap");
    let screen = driver.screen();
    assert!(screen.contains("École du Parc"), "{screen}");
    insta::assert_snapshot!("fondation_50x16", screen);
    driver.keys("Échap O");
    assert!(driver.screen().contains("Un autre dossier"), "{}", driver.screen());
    driver.keys("Entrée").typed("/srv/école").keys("Entrée");
    assert!(matches!(driver.effects.as_slice(), [Effect::OpenSchool(place), ..] if place == "/srv/école"));
}

#[test]
fn a_new_school_has_three_things_to_do_and_nothing_late() {
    let mut driver = Driver::demo().size(100, 30);
    let folder = driver.app.folder_mut();
    folder.meetings.clear();
    folder.board.people.clear();
    let screen = driver.screen();
    assert!(!screen.contains("en retard"), "{screen}");
    assert!(screen.contains("✓ Le comité") && screen.contains("□ Les personnes qui arrivent"), "{screen}");
    // What comes soon is there already.
    assert!(screen.contains("préparer une rencontre"), "{screen}");
    while !driver.cursor_line().contains("La première rencontre") {
        driver.keys("Bas");
    }
    driver.keys("Entrée");
    assert!(driver.screen().contains("Qui lira l’écran"), "{}", driver.screen());
}

#[test]
fn the_committee_comes_first_and_each_of_its_fields_has_a_name() {
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("F3");
    let screen = driver.screen();
    for label in ["Membre ", "Rôle ", "Bâtiment du membre", "Dégagement"] {
        assert!(screen.contains(label), "{label}: {screen}");
    }
    assert!(!screen.contains("comité membres"), "{screen}");
    assert!(screen.find("Le comité") < screen.find("L’école"), "{screen}");
}
