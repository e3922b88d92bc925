//! Somebody else writes while a field is open: nobody's words are overwritten.

use arrimage::domain::model::board::Newcomer;

use super::*;

/// Another program sets a field.
fn elsewhere(driver: &mut Driver, file: &FileId, path: &[&str], value: &str) {
    let edit = Edit::set(&driver.app.folder, file, path, Some(value.into())).expect("fits").expect("a change");
    let mut folder = driver.app.folder.clone();
    arrimage::domain::edit::apply(&mut folder, &[edit]).expect("applies");
    let document = folder.document(file);
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: file.clone(),
        now: Ok(document),
        records: 1,
        losses: Vec::new(),
    }]));
}

fn said(driver: &Driver, file: &FileId, path: &[&str]) -> Option<String> {
    driver.app.folder.at(file, path).and_then(|value| value.as_str().map(str::to_owned))
}

#[test]
fn a_field_set_elsewhere_while_it_is_open_is_asked_about_wherever_it_is_open() {
    let board = FileId::Board;
    let plan = FileId::Plan;
    let cases: [(&str, &str, FileId, &[&str]); 4] = [
        ("a sheet", "3 Entrée", board.clone(), &["personnes", "n01", "objectif"]),
        ("a cell", "3 Droite", board, &["personnes", "n01", "prochaine_action", "quoi"]),
        ("a row", "2 Entrée", plan.clone(), &["déploiement", "p1", "étape"]),
        ("an issue", "1", plan, &["enjeux", "partage-de-tache", "objectif"]),
    ];
    for (name, keys, file, path) in cases {
        for ours_wins in [true, false] {
            let mut driver = Driver::demo().size(120, 40);
            driver.keys(keys);
            open_at(&mut driver, &file, path);
            driver.typed("Le nôtre.");
            elsewhere(&mut driver, &file, path, "Le leur.");
            driver.keys("Tab");
            assert_eq!(said(&driver, &file, path).as_deref(), Some("Le leur."), "{name}: nothing is overwritten");
            assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Hold(_))), "{name}: ours is kept");
            let screen = driver.screen();
            assert!(screen.contains("Le nôtre.") && screen.contains("Le leur."), "{name}: {screen}");
            // Whoever goes on typing answers nothing.
            driver.keys("1 2 Entrée Entrée o Échap");
            assert_eq!(driver.screen(), screen, "{name}");
            driver.pause().keys(if ours_wins { "1 Entrée" } else { "2 Entrée" });
            let now = said(&driver, &file, path).unwrap_or_default();
            assert!(now.contains(if ours_wins { "Le nôtre." } else { "Le leur." }), "{name}: {now}");
        }
    }
}

/// Opens the dialog of a field, wherever the screen is.
fn open_at(driver: &mut Driver, file: &FileId, path: &[&str]) {
    for _ in 0..60 {
        driver.keys("Entrée");
        let opened = driver.app.views.opened.first().is_some_and(|opened| opened.path == path);
        if opened && driver.app.dialog.is_some() {
            driver.clear_field().clear_field().clear_field();
            return;
        }
        if driver.app.dialog.is_some() {
            driver.keys("Échap");
        }
        driver.keys(if path.last() == Some(&"quoi") { "Droite" } else { "Bas" });
    }
    panic!("{file:?} {path:?} is not reached: {}", driver.screen());
}

#[test]
fn an_answer_that_somebody_else_gave_too_is_no_clash() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("2 Entrée");
    let path = ["déploiement", "p1", "étape"];
    open_at(&mut driver, &FileId::Plan, &path);
    driver.typed("La même.");
    elsewhere(&mut driver, &FileId::Plan, &path, "La même.");
    driver.keys("Tab");
    assert!(driver.app.dialog.is_none(), "{:?}", driver.app.dialog);
}

#[test]
fn a_trace_is_completed_where_it_is_whoever_adds_one_above_it() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3 a").typed("La routine.").keys("Entrée");
    let before = driver.app.folder.board.person("n01").expect("there").traces.len();
    let mut board = driver.app.folder.board.clone();
    let mut person = (*board.people[0]).clone();
    person.traces.insert(0, arrimage::domain::model::board::Trace { by: "Luc".into(), ..Default::default() });
    board.people[0] = person.into();
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Board,
        now: Ok(Some(Document::Board(board))),
        records: 1,
        losses: Vec::new(),
    }]));
    driver.typed("Les transitions.").keys("Entrée");
    let traces = &driver.app.folder.board.person("n01").expect("there").traces;
    assert_eq!(traces.len(), before + 1);
    assert_eq!(
        (traces[before].goes_well.as_str(), traces[before].challenge.as_str()),
        ("La routine.", "Les transitions.")
    );
    assert!(traces[..before].iter().all(|trace| trace.challenge != "Les transitions."));
}

#[test]
fn a_field_of_a_trace_is_set_in_the_trace_that_was_opened() {
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("3 Entrée");
    let path = ["personnes", "n01", "traces", "1", "défi"];
    open_at(&mut driver, &FileId::Board, &path);
    driver.typed("Le mien.");
    let mut board = driver.app.folder.board.clone();
    let mut person = (*board.people[0]).clone();
    let opened = person.traces[1].clone();
    // Another trace takes the place of the one that is open, with the same words in that field.
    person.traces.insert(1, arrimage::domain::model::board::Trace { by: "Luc".into(), ..opened.clone() });
    board.people[0] = person.into();
    let change = |board| ExternalChange {
        file: FileId::Board,
        now: Ok(Some(Document::Board(board))),
        records: 1,
        losses: Vec::new(),
    };
    driver.event(Event::DiskChange(vec![change(board.clone())]));
    driver.keys("Tab");
    let traces = &driver.app.folder.board.person("n01").expect("there").traces;
    assert_eq!((traces[1].challenge.as_str(), traces[2].challenge.as_str()), (opened.challenge.as_str(), "Le mien."));
    // A trace that was taken away keeps the text in its dialog.
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("3 Entrée");
    open_at(&mut driver, &FileId::Board, &path);
    driver.typed("Le mien.");
    let mut person = (*board.people[0]).clone();
    person.traces.truncate(1);
    board.people[0] = person.into();
    driver.event(Event::DiskChange(vec![change(board)]));
    driver.keys("Tab");
    assert!(driver.app.dialog.is_some() && driver.screen().contains("retiré ailleurs"), "{}", driver.screen());
}

#[test]
fn two_windows_that_add_somebody_at_once_add_two_people() {
    let mut ids = Vec::new();
    for salt in [1, 2] {
        let mut driver = Driver::demo();
        driver.app.setting.salt = salt;
        driver.keys("3 n").typed("Zoé Bélanger").keys("Entrée Échap");
        ids.push(driver.app.folder.board.people.last().expect("somebody").id.clone());
    }
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn who_leaves_the_file_leaves_their_id_with_it() {
    let mut driver = Driver::demo();
    driver.keys("3 n").typed("Zoé Bélanger").keys("Entrée Échap Échap");
    let first = driver.app.folder.board.people.last().expect("somebody").id.clone();
    let mut board = driver.app.folder.board.clone();
    board.people.pop();
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Board,
        now: Ok(Some(Document::Board(board))),
        records: 1,
        losses: Vec::new(),
    }]));
    let later = driver.app.now + chrono::TimeDelta::seconds(30);
    driver.event(Event::Clock(later));
    driver.keys("3 n").typed("Léo Roy").keys("Entrée Échap");
    assert_ne!(driver.app.folder.board.people.last().expect("somebody").id, first);
}

#[test]
fn a_copy_that_appears_takes_no_key_meant_for_something_else() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("3 Bas");
    let copy = Prompt::Copy {
        name: "suivi (1).yaml".into(),
        file: FileId::Board,
        edits: Vec::new(),
        clashes: Vec::new(),
        purged: 0,
    };
    driver.typed("x");
    driver.app.views.questions.push_back(copy);
    driver.event(Event::Clock(driver.app.now));
    let asked = driver.screen();
    assert!(asked.contains("suivi (1).yaml"), "{asked}");
    driver.typed("on").keys("Entrée Échap");
    assert_eq!(driver.screen(), asked);
    driver.pause().keys("Entrée");
    assert!(matches!(driver.effects.as_slice(), [Effect::MergeCopy(_)]), "{:?}", driver.effects);
}

#[test]
fn two_windows_stand_where_they_are_in_one_meeting() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Entrée Tab Droite Droite Droite Droite");
    let here = driver.app.folder.draft.clone().expect("a meeting");
    let mut there = here.clone();
    there.point = 7;
    there.rank = 0;
    there.meeting.decisions.push("Dit là-bas.".into());
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Draft,
        now: Ok(Some(Document::Draft(there.clone()))),
        records: 1,
        losses: Vec::new(),
    }]));
    let now = driver.app.folder.draft.clone().expect("a meeting");
    assert_eq!((now.point, now.rank), (here.point, here.rank), "nobody is moved");
    assert_eq!(now.meeting.decisions, there.meeting.decisions, "what is said is shared");
    let value = |draft: &arrimage::domain::model::draft::Draft| Document::Draft(draft.clone()).to_value();
    let mut moved = here.clone();
    moved.point += 1;
    let merged = edit::merge::merge(&FileId::Draft, Some(&value(&here)), &value(&moved), &value(&there));
    assert_eq!(merged.clashes, [], "where each stands is no clash");
    assert_eq!(merged.value["point"], moved.point);
}

#[test]
fn a_text_whose_file_does_not_read_locks_nobody_in_and_is_kept() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3 Entrée");
    open_at(&mut driver, &FileId::Board, &["personnes", "n01", "objectif"]);
    driver.typed("Des mots.");
    driver.event(Event::DiskChange(vec![ExternalChange {
        file: FileId::Board,
        now: Err(Fault::new(Code::Tab, "suivi.yaml")),
        records: 0,
        losses: Vec::new(),
    }]));
    driver.keys("Tab");
    assert!(driver.screen().contains("Votre texte reste ici"), "{}", driver.screen());
    driver.keys("Échap");
    assert!(driver.app.dialog.is_none(), "{}", driver.screen());
    let held = |effect: &Effect| matches!(effect, Effect::HoldTyped(_, _, text) if text == "Des mots.");
    assert!(driver.effects.iter().any(held), "{:?}", driver.effects);
    driver.keys("Échap 2 / Ctrl-Q");
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Quit)), "leaving works over a dialog");
}

#[test]
fn a_recovered_text_says_whose_it_is_and_is_thrown_away_only_when_asked() {
    let mut driver = Driver::demo().size(120, 40);
    let path = vec!["personnes".to_owned(), "n01".into(), "objectif".into()];
    let question = Prompt::Typed {
        when: driver.app.now,
        file: FileId::Board,
        path: path.clone(),
        text: "Un objectif retrouvé.".into(),
    };
    driver.event(Event::Asked(Box::new(question.clone())));
    let screen = driver.screen();
    assert!(screen.contains("Amélie Côté\u{a0}: objectif") && screen.contains("Installer une routine"), "{screen}");
    driver.keys("Échap");
    assert!(driver.screen().contains("Jeter ce texte pour toujours"), "{}", driver.screen());
    assert!(driver.effects.is_empty());
    driver.keys("Échap");
    assert!(driver.effects.is_empty() && driver.screen().contains("C’est gardé"), "{}", driver.screen());
    driver.event(Event::Asked(Box::new(question)));
    driver.keys("Échap Entrée");
    assert!(matches!(driver.effects.as_slice(), [Effect::ForgetFound(FileId::Board, there)] if *there == path));
}

#[test]
fn a_board_that_was_never_read_is_not_counted() {
    let mut driver = Driver::demo().size(100, 30);
    let mut folder = driver.app.folder.clone();
    folder.put(&FileId::Board, None);
    folder.board.people.clear();
    folder.broken.insert(FileId::Board);
    let fault = Fault::new(Code::Misplaced, "suivi.yaml").with("found", "suivi.yml").with("cause", "name");
    driver.event(Event::Reloaded(Box::new(folder), vec![fault]));
    for keys in ["1", "3"] {
        driver.keys(keys);
        let screen = driver.screen();
        assert!(screen.contains("non lu") && !screen.contains("0 personne"), "{screen}");
    }
}

/// Another program takes a person away.
fn taken_away(driver: &mut Driver, id: &str) {
    let mut folder = driver.app.folder.clone();
    let edit = Edit::remove(&folder, &FileId::Board, &["personnes"], id).expect("is there");
    arrimage::domain::edit::apply(&mut folder, &[edit]).expect("applies");
    let now = Ok(folder.document(&FileId::Board));
    let change = ExternalChange { file: FileId::Board, now, records: 1, losses: Vec::new() };
    driver.event(Event::DiskChange(vec![change]));
}

#[test]
fn words_about_somebody_who_was_taken_away_meanwhile_are_kept_and_offered_again() {
    let goal = ["personnes", "n01", "objectif"];
    for (is_trace, leaves) in [(true, "Échap"), (true, "Entrée Échap"), (false, "Entrée Échap")] {
        let mut driver = Driver::demo().size(120, 40);
        driver.keys("3 Entrée");
        match is_trace {
            true => drop(driver.keys("a")),
            false => open_at(&mut driver, &FileId::Board, &goal),
        }
        assert!(matches!(driver.app.dialog, Some(arrimage::tui::state::dialog::Dialog::Text(_))));
        driver.typed("Des mots à garder.");
        taken_away(&mut driver, "n01");
        driver.effects.clear();
        driver.keys(leaves);
        let is_held = |effect: &Effect| matches!(effect, Effect::HoldTyped(_, _, text) if text == "Des mots à garder.");
        assert!(driver.effects.iter().any(is_held), "{is_trace} {leaves}: {:?}", driver.effects);
        assert!(driver.app.dialog.is_none(), "nobody is kept in");
    }
}

#[test]
fn esc_gives_up_what_is_typed_of_a_trace_and_keeps_what_was_answered() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3 Entrée a").typed("Elle va bien.").keys("Entrée").typed("Le bruit").keys("Échap");
    assert!(driver.app.dialog.is_none());
    assert!(driver.screen().contains("rouvrez ce champ"), "{}", driver.screen());
    let traces = &driver.app.folder.board.person("n01").expect("is there").traces;
    let trace = traces.iter().find(|trace| trace.goes_well == "Elle va bien.").expect("was answered");
    assert_eq!(trace.challenge, "");
    // The same question brings back what was typed.
    driver.keys("a").typed("Mieux").keys("Entrée Entrée");
    let traces = &driver.app.folder.board.person("n01").expect("is there").traces;
    assert!(traces.iter().any(|trace| (&*trace.goes_well, &*trace.challenge) == ("Mieux", "Le bruit")), "{traces:?}");
}

#[test]
fn a_field_left_as_it_was_shows_what_is_written_there_since() {
    let mut driver = Driver::demo().size(120, 40);
    let say = |driver: &mut Driver, goal: &str| {
        let mut board = driver.app.folder.board.clone();
        let person = Newcomer { goal: goal.into(), ..Newcomer::clone(&board.people[0]) };
        board.people[0] = person.into();
        driver.app.folder_mut().board = board;
    };
    say(&mut driver, "Lire les dossiers");
    driver.keys("3 Entrée");
    while !driver.cursor_line().contains("Objectif") {
        driver.keys("Bas");
    }
    driver.keys("Entrée Échap");
    assert!(!driver.screen().contains("rouvrez ce champ"), "{}", driver.screen());
    say(&mut driver, "Rencontrer les parents");
    driver.keys("Entrée");
    let typed = driver.app.dialog.as_ref().and_then(|dialog| dialog.typed()).map(|input| input.text());
    assert_eq!(typed.as_deref(), Some("Rencontrer les parents"));
}

#[test]
fn what_is_typed_of_somebody_never_goes_to_who_has_their_id_now() {
    let mut driver = Driver::demo().size(120, 40);
    let take = |driver: &mut Driver, name: &str| {
        let mut board = driver.app.folder.board.clone();
        let person = Newcomer { name: name.into(), traces: Vec::new(), ..Newcomer::clone(&board.people[0]) };
        board.people[0] = person.into();
        let now = Ok(Some(Document::Board(board)));
        driver.event(Event::DiskChange(vec![ExternalChange {
            file: FileId::Board,
            now,
            records: 1,
            losses: Vec::new(),
        }]));
    };
    let hers = driver.app.folder.board.people[0].name.clone();
    driver.keys("3 Entrée a").typed("Elle va bien.");
    take(&mut driver, "Zoé Brulé");
    driver.keys("Entrée");
    let somebody = driver.app.folder.board.person("n01").expect("is there");
    assert!(somebody.traces.is_empty(), "{somebody:?}");
    driver.keys("Échap");
    let [Effect::HoldTyped(FileId::Board, path, text), ..] = driver.effects.as_slice() else {
        panic!("{:?}", driver.effects);
    };
    assert_eq!((path[1].as_str(), text.as_str()), (hers.as_str(), "Elle va bien."));
    assert!(driver.app.views.sheet.is_none(), "the sheet was hers");
    // She is there again before the text is sent.
    driver.keys("Entrée a").typed("Zoé va bien.");
    take(&mut driver, &hers);
    take(&mut driver, "Zoé Brulé");
    driver.keys("Entrée Échap");
    let traces = &driver.app.folder.board.person("n01").expect("is there").traces;
    assert!(traces.iter().any(|trace| trace.goes_well == "Zoé va bien."), "{traces:?}");
}

#[test]
fn what_records_hold_is_not_poured_into_a_line() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3");
    let all = driver.app.folder.at(&FileId::Board, &["personnes"]);
    let losses = vec![Edit {
        file: FileId::Board,
        path: vec!["personnes".into()],
        change: Change::Set { before: all, after: Some(serde_json::json!([])) },
    }];
    let said = arrimage::words::edit::say_all(
        &driver.app.words,
        &driver.app.folder,
        &losses,
        arrimage::domain::privacy::audience::Level::Committee,
    );
    assert!(said.contains("9 fiches") && !said.contains("Amélie"), "{said}");
}

#[test]
fn what_came_back_by_itself_is_not_brought_back_twice() {
    let mut driver = Driver::demo().size(120, 40);
    let whole = driver.app.folder.document(&FileId::Board);
    let take = |driver: &mut Driver, now, losses| {
        driver.event(Event::DiskChange(vec![ExternalChange { file: FileId::Board, now: Ok(now), records: 1, losses }]));
    };
    let gone: Vec<Edit> = ["n09", "n08"]
        .iter()
        .map(|id| Edit::remove(&driver.app.folder, &FileId::Board, &["personnes"], id).expect("is there"))
        .collect();
    let mut cut = driver.app.folder.clone();
    arrimage::domain::edit::apply(&mut cut, &gone).expect("applies");
    take(&mut driver, cut.document(&FileId::Board), gone.clone());
    assert!(driver.screen().contains("2 personnes n’y sont plus"), "{}", driver.screen());
    // Both come back with the whole file: there is nothing left to bring back.
    take(&mut driver, whole, Vec::new());
    driver.keys("u");
    assert_eq!(driver.app.folder.board.people.len(), 9);
    // One of them is missing still: she alone comes back.
    let one = Edit::remove(&driver.app.folder, &FileId::Board, &["personnes"], "n09").expect("is there");
    let mut cut = driver.app.folder.clone();
    arrimage::domain::edit::apply(&mut cut, &[one]).expect("applies");
    take(&mut driver, cut.document(&FileId::Board), gone);
    driver.keys("u");
    let ids: Vec<String> = driver.app.folder.board.people.iter().map(|person| person.id.clone()).collect();
    assert_eq!(ids.len(), 9, "{ids:?}");
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 9, "{ids:?}");
}
