//! Undo, versions, and what other programs write.

use super::*;

/// Versions as they would be listed from disk.
pub fn kept_versions() -> Vec<arrimage::tui::event::VersionLine> {
    use arrimage::domain::model::document::FileId;
    let kept = [
        (FileId::Plan, 1, 8, "premier changement"),
        (FileId::Board, 1, 8, "premier changement"),
        (FileId::Board, 2, 9, "clôture"),
        (FileId::Plan, 2, 11, "version nommée «\u{a0}avant les fêtes\u{a0}»"),
    ];
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 12).expect("a day");
    let line = |(file, number, hour, why): (FileId, u32, u32, &str)| arrimage::tui::event::VersionLine {
        file,
        number,
        when: day.and_hms_opt(hour, 30, 0).expect("a moment"),
        by: "hgagnon".into(),
        why: why.into(),
    };
    kept.into_iter().map(line).collect()
}

/// A clash about a note that may not be projected, and one about a state that may.
pub fn clashes() -> Vec<Clash> {
    let clash = |path: &[&str], ours: &str, theirs: &str| Clash {
        file: FileId::Board,
        path: path.iter().map(|step| (*step).to_owned()).collect(),
        ours: Some(json!(ours)),
        theirs: Some(json!(theirs)),
    };
    vec![
        clash(&["personnes", "n01", "état"], "va bien", "plus de soutien"),
        clash(
            &["personnes", "n02", "objectif"],
            "Connaître l'horaire de chacun des pavillons avant la fin de l'automne, avec l'aide de Réjeanne.",
            "Se sentir de l'équipe.",
        ),
    ]
}

#[test]
fn two_values_are_shown_side_by_side_and_chosen_one_by_one() {
    for (columns, rows) in [(50, 16), (80, 24)] {
        let mut driver = Driver::demo().size(columns, rows);
        driver.event(Event::Asked(Box::new(Prompt::Clashes(clashes(), Origin::Typed))));
        insta::assert_snapshot!(format!("sides-{columns}x{rows}"), driver.screen());
    }
    let mut driver = Driver::demo();
    driver.event(Event::Asked(Box::new(Prompt::Clashes(clashes(), Origin::Typed))));
    driver.keys("Entrée");
    assert!(driver.screen().contains("Deux valeurs"), "nothing is chosen for anybody");
    driver.keys("Gauche Entrée");
    assert!(driver.cursor_line().contains("Lévesque"), "the next field without an answer:\n{}", driver.screen());
    driver.keys("Droite Entrée");
    assert_eq!(driver.app.folder.board.person("n01").expect("there").wellbeing().word(), "va bien");
    assert!(driver.app.folder.board.person("n02").expect("there").goal != "Connaître l'horaire");
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Settled(settled) if settled.len() == 2)));
    driver.keys("u");
    assert_eq!(
        driver.app.folder.board.person("n01").expect("there").wellbeing().word(),
        "à suivre",
        "it can be undone"
    );
}

#[test]
fn what_another_program_wrote_is_said_and_the_place_is_kept() {
    let mut driver = Driver::demo();
    driver.keys("3 Bas Bas");
    let here = driver.cursor_line();
    let mut board = driver.app.folder.board.clone();
    board.people.insert(
        0,
        arrimage::domain::model::board::Newcomer {
            id: "n77".into(),
            name: "Aaron".into(),
            ..(*board.people[0]).clone()
        }
        .into(),
    );
    let news = |now| vec![ExternalChange { file: FileId::Board, now, records: 2, losses: Vec::new() }];
    driver.event(Event::DiskChange(news(Ok(Some(Document::Board(board))))));
    assert_eq!(driver.cursor_line(), here);
    assert!(driver.screen().contains("suivi.yaml mis à jour par un autre programme : 2 fiches"));
    let fault = Fault::new(Code::Tab, "suivi.yaml");
    driver.event(Event::DiskChange(news(Err(fault))));
    assert!(driver.screen().contains("Un fichier ne se lit pas"), "{}", driver.screen());
    driver.keys("a Entrée").typed("Une phrase.").keys("Tab");
    assert!(driver.effects.is_empty(), "a file that cannot be read takes no edit");
    let screen = driver.screen();
    assert!(screen.contains("Une phrase.") && screen.contains("Votre texte reste ici"), "{screen}");
    let mended = driver.app.folder.board.clone();
    let waiting = driver.app.dialog.is_some();
    driver.event(Event::DiskChange(news(Ok(Some(Document::Board(mended))))));
    assert!(driver.app.notice.as_ref().is_some_and(|notice| notice.text.contains("suivi.yaml se lit de nouveau")));
    assert!(waiting, "the text waits for the file");
    driver.keys("Tab");
    assert!(matches!(driver.effects.as_slice(), [Effect::Save(..), ..]), "and goes in once it is mended");
    driver.keys("Échap");
    driver.event(Event::DiskChange(news(Ok(None))));
    assert!(driver.screen().contains("a été supprimé par un autre programme"), "{}", driver.screen());
    assert_eq!(driver.app.folder.board.people.len(), 10, "what was there stays at hand");
}

#[test]
fn undoing_leaves_alone_what_another_program_wrote() {
    let mut driver = Driver::demo();
    driver.keys("2 Bas x");
    let mut plan = driver.app.folder.plan.clone();
    plan.rows[1].state = Some(Progress::Dropped);
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Plan,
        now: Ok(Some(Document::Plan(plan))),
        records: 1,
        losses: Vec::new(),
    }]));
    driver.keys("u");
    assert!(driver.screen().contains("Un autre programme a changé ce champ depuis"), "{}", driver.screen());
    assert_eq!(driver.app.folder.plan.rows[1].state(), Progress::Dropped);
}

#[test]
fn a_gesture_that_cannot_be_undone_is_passed_over_and_the_one_before_it_is_undone() {
    let mut driver = Driver::demo().size(120, 36);
    let state = |driver: &Driver, row: &str| driver.app.folder.plan.row(row).expect("a row").state();
    driver.keys("2 x Bas x");
    let [first, second] = [0, 1].map(|back| driver.app.history.done[back].edits[0].path[1].clone());
    let done = state(&driver, &first);
    let mut plan = driver.app.folder.plan.clone();
    let row = plan.rows.iter_mut().find(|row| row.id == second).expect("a row");
    row.state = Some(Progress::Dropped);
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Plan,
        now: Ok(Some(Document::Plan(plan))),
        records: 1,
        losses: Vec::new(),
    }]));
    driver.keys("u");
    assert!(driver.screen().contains("u annule celui d’avant"), "{}", driver.screen());
    driver.keys("u");
    let screen = driver.screen();
    assert_ne!(state(&driver, &first), done, "{:?}\n{screen}", driver.app.history);
    assert_eq!(state(&driver, &second), Progress::Dropped);
    driver.keys("U");
    assert_eq!(state(&driver, &first), done, "what was undone is redone");
    // Undone from the list of undo steps too: those that fit are undone, the others are left alone.
    driver.keys("F7 Bas Entrée");
    assert_ne!(state(&driver, &first), done);
    assert_eq!(state(&driver, &second), Progress::Dropped);
}

#[test]
fn whatever_is_added_can_be_undone_and_what_was_done_before_it_too() {
    let mut driver = Driver::demo().size(120, 36);
    let plan = driver.app.folder.plan.clone();
    driver.keys("2 x 6");
    driver.app.views.landmarks.open = Some("lexique".into());
    driver.keys("n").typed("Babillard").keys("Entrée");
    assert_eq!(driver.app.folder.plan.lexicon.last().map(|term| term.word.as_str()), Some("Babillard"));
    driver.keys("u");
    assert_eq!(driver.app.folder.plan.lexicon, plan.lexicon);
    driver.keys("U");
    assert_eq!(driver.app.folder.plan.lexicon.len(), plan.lexicon.len() + 1);
    driver.keys("u u");
    assert_eq!(driver.app.folder.plan, plan);
}

#[test]
fn what_changed_between_two_days_is_read_in_words() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("4 D").typed("octobre").keys("Entrée").typed("lundi").keys("Entrée");
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
    assert_eq!(driver.effects.first(), Some(&Effect::Between(day(10, 1), day(11, 23))), "{:?}", driver.effects);
    driver.event(Event::Between(vec![], (day(10, 1), day(11, 23)), None));
    let screen = driver.screen();
    assert!(screen.contains("voici ce que disent les rencontres") && screen.contains("à suivre"), "{screen}");
    driver.keys("Échap D").typed("zut").keys("Entrée");
    assert!(driver.screen().contains("le mois dernier"), "asked again, with what was typed: {}", driver.screen());
    let change = Change::Set { before: Some(json!("ciblé")), after: Some(json!("universel")) };
    let path = ["personnes", "n01", "palier"].map(Into::into).to_vec();
    let changes = vec![Edit { file: FileId::Board, path, change }];
    driver.event(Event::Between(changes, (day(10, 1), day(11, 23)), Some(day(10, 20))));
    let screen = driver.screen();
    for said in
        ["Amélie Côté\u{a0}: palier ciblé → universel", "15 octobre 2026, 12 novembre 2026", "commencent le 20 octobre"]
    {
        assert!(screen.contains(said), "{said} in {screen}");
    }
}
