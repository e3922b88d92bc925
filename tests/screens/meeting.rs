//! A meeting from its opening to its file.

use super::*;

#[test]
fn every_point_of_a_meeting() {
    for (columns, rows) in [(50, 16), (80, 24), (120, 36), (200, 60)] {
        let mut driver = Driver::demo().size(columns, rows);
        driver.keys("r Entrée");
        let mut seen = String::new();
        for _ in 0..18 {
            let point = driver.app.folder.draft.as_ref().expect("a meeting").point();
            if !seen.contains(&format!("{point:?}")) {
                seen.push_str(&format!("{point:?} "));
                insta::assert_snapshot!(format!("rencontre_{point:?}_{columns}x{rows}"), driver.screen());
                insta::assert_snapshot!(format!("rencontre_{point:?}_{columns}x{rows}_roles"), driver.roles());
            }
            driver.keys("Droite");
        }
        assert_eq!(seen.split_whitespace().count(), 8, "{seen}");
    }
}

#[test]
fn last_month_is_two_keys_away() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("4 Gauche");
    assert!(driver.screen().contains("jeudi 15 octobre 2026"), "{}", driver.screen());
    driver.keys("Droite c");
    let screen = driver.screen();
    assert!(screen.contains("jeudi 12 novembre 2026") && screen.contains("jeudi 15 octobre 2026"), "{screen}");
}

#[test]
fn a_whole_meeting_flows_everywhere_once() {
    let mut driver = Driver::demo().size(120, 36);
    driver
        .keys("r Haut Entrée Bas x Droite 1 2")
        .typed("la suppléance n’est pas venue")
        .keys("Entrée")
        .typed("dans 2 semaines")
        .keys("Entrée Droite Droite");
    driver
        .keys("2 n")
        .typed("La routine écrite aide.")
        .keys("Tab b Entrée a")
        .typed("Visiter le 2e gymnase")
        .keys("Entrée")
        .typed("Nadia")
        .keys("Entrée")
        .typed("3 décembre 2026")
        .keys("Entrée");
    driver.until("Issues");
    driver.keys("+ n").typed("La date est fixée : le 9.").keys("Tab Droite Droite");
    driver
        .keys("Entrée")
        .typed("Un bon coup")
        .keys("Entrée Droite Entrée")
        .typed("On garde Nadia au gymnase")
        .keys("Entrée Entrée a")
        .typed("Acheter deux tapis")
        .keys("Entrée")
        .typed("Luc")
        .keys("Entrée")
        .typed("5 décembre 2026")
        .keys("Entrée Droite");
    driver.keys("Entrée").typed("10 décembre").keys("Entrée Bas Entrée");
    assert!(driver.screen().contains("Clore la rencontre?"), "{}", driver.screen());
    driver.keys("Entrée");
    let folder = &driver.app.folder;
    assert_eq!(driver.app.views.screen, Screen::Meetings);
    assert!(folder.draft.is_none());
    let held = folder.last_meeting(driver.app.today()).expect("a meeting");
    assert_eq!(held.date.map(|d| d.0), Some(driver.app.today()));
    assert_eq!(held.absent, ["Marc-André Thibodeau"]);
    assert_eq!(held.closed, Some(true));
    assert_eq!(held.decisions, ["On garde Nadia au gymnase"]);
    assert_eq!(held.people.len(), 1, "only those who were spoken of");
    let states: Vec<Option<Progress>> = held.returns.iter().map(|r| r.state).collect();
    assert_eq!(states, [Some(Progress::Done), Some(Progress::Postponed), None, None]);
    let carried: Vec<&str> = held.actions.iter().map(|a| a.what.as_str()).collect();
    assert_eq!(carried[0], "Acheter deux tapis");
    assert!(carried.contains(&"Réserver la suppléance du 9 décembre"), "{carried:?}");
    assert!(!carried.contains(&"Mettre à jour le guide d'accueil"), "done is not carried");
    let person = folder.board.person("n04").expect("is there");
    assert_eq!(person.wellbeing(), Wellbeing::Watch);
    assert_eq!(person.traces.last().expect("a trace").note, "La routine écrite aide.");
    let next = person.next_action.as_ref().expect("an action");
    assert_eq!((next.what.as_str(), next.who.as_str()), ("Visiter le 2e gymnase", "Nadia Benali"));
    let issue = folder.plan.issue("partage-de-tache").expect("is there");
    assert_eq!(issue.step, Step::Action);
    let before = driver.app.folder.meetings.len();
    driver.keys("u");
    assert_eq!(driver.app.folder.meetings.len(), before - 1, "closing is one stroke");
    assert!(driver.app.folder.draft.is_some(), "and the meeting is under way again");
}

#[test]
fn what_the_board_became_during_a_meeting_survives_its_closing() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée");
    // Meanwhile somebody edits the board: a need of a person whom the meeting does not discuss, and one of TN's.
    for (id, need) in [("n08", "stress et émotions"), ("n04", "temps de jumelage")] {
        let path = ["personnes", id, "besoins"];
        let edit = Edit::push(&driver.app.folder, &FileId::Board, &path, json!(need)).expect("fits");
        edit::apply(driver.app.folder_mut(), &[edit]).expect("applied");
    }
    // The committee removes one of TN's needs and adds another.
    driver.until("People").keys("b").typed("matériel").keys("Bas Haut Espace").typed("local calme").keys("Entrée");
    assert!(driver.screen().contains("Signe de progrès"), "a need leads to how progress will be known");
    close(&mut driver);
    let needs = |id: &str| driver.app.folder.board.person(id).expect("there").needs.clone();
    assert_eq!(needs("n08"), ["stress et émotions"]);
    assert_eq!(needs("n04"), ["gestion de classe", "temps de jumelage", "local calme"]);
    let held = driver.app.folder.last_meeting(driver.app.today()).expect("a meeting");
    assert_eq!(
        held.people.iter().map(|point| point.person.as_str()).collect::<Vec<_>>(),
        ["n04"],
        "needs alone are said"
    );
}

#[test]
fn words_that_may_be_names_wait_for_a_letter_at_the_closing() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("Issues").keys("n").typed("Côté positif : le local.").keys("Tab");
    driver.until("Closing").keys("Bas Entrée");
    let asked = driver.screen();
    assert!(asked.contains("Clore la rencontre?") && asked.contains("ressemblent à un nom"), "{asked}");
    assert!(asked.contains("Côté positif"), "{asked}");
    assert!(asked.contains("clore") && asked.contains("revenir"), "{asked}");
    driver.keys("Entrée");
    assert!(driver.app.folder.draft.is_some(), "Enter alone leaves the meeting open:\n{}", driver.screen());
    driver.keys("Entrée o");
    assert!(driver.app.folder.draft.is_none(), "a letter closes it:\n{}", driver.screen());
}

#[test]
fn a_wall_is_told_how_many_words_may_be_names_and_none_of_them() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("Issues").keys("n").typed("Côté positif : le local.").keys("Tab");
    driver.until("Closing").keys("p Bas Entrée");
    let asked = driver.screen();
    assert!(asked.contains("Un mot ressemble à un nom"), "{asked}");
    assert!(!asked.contains("Côté positif"), "{asked}");
}

#[test]
fn the_next_date_is_taken_as_it_is_said() {
    for (said, day) in [("17 décembre à 8 h", "2026-12-17"), ("jeudi", "2026-11-26"), ("+10", "2026-12-01")] {
        let mut driver = Driver::demo().size(120, 36);
        driver.keys("r Haut Entrée").until("Closing").keys("Entrée").typed(said).keys("Entrée");
        let next = driver.app.folder.draft.as_ref().and_then(|draft| draft.meeting.next_meeting);
        assert_eq!(next.map(|next| next.0.to_string()).as_deref(), Some(day), "{said}");
    }
}

#[test]
fn words_are_found_in_every_meeting() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("4 /").typed("supleance").keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Réserver la suppléance") && screen.contains("12 novembre 2026"), "{screen}");
    driver.keys("Échap /").typed("transitions").keys("Entrée Entrée");
    assert!(driver.screen().contains("jeudi 15 octobre 2026"), "{}", driver.screen());
    let path = ["personnes", "n02", "traces"];
    let trace = json!({"date": "2026-11-20", "par": "comité", "note": "Les clés du gymnase."});
    let edit = Edit::push(&driver.app.folder, &FileId::Board, &path, trace).expect("fits");
    edit::apply(driver.app.folder_mut(), &[edit]).expect("applied");
    driver.keys("4 /").typed("gymnase").keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Les clés du gymnase.") && screen.contains("O'Connor"), "traces are found too: {screen}");
    driver.keys("Échap p /").typed("transitions").keys("Entrée");
    assert!(driver.app.dialog.is_none(), "a wall finds nothing of what is hidden there:\n{}", driver.screen());
}

#[test]
fn two_meetings_that_begin_in_the_same_minute_are_two() {
    let mut driver = Driver::demo().size(120, 36);
    let before = driver.app.folder.meetings.len();
    for said in ["Première décision", "Deuxième décision"] {
        driver.keys("r Haut Entrée").until("Decisions").keys("Entrée").typed(said).keys("Entrée");
        close(&mut driver);
    }
    let meetings = &driver.app.folder.meetings;
    assert_eq!(meetings.len(), before + 2);
    assert_eq!(meetings["2026-11-21"].decisions, ["Première décision"]);
    assert_eq!(meetings["2026-11-21-2"].decisions, ["Deuxième décision"]);
}

#[test]
fn actions_come_back_until_they_are_done_or_given_up_for_a_reason() {
    let mut driver = Driver::demo().size(200, 60);
    let newest = driver.app.folder.meetings.values_mut().next_back().expect("a meeting");
    let twin = MeetingAction { who: "Nadia Benali".into(), ..newest.actions[3].clone() };
    newest.actions.push(twin);
    // Guide: dropped without a reason. Substitutes: postponed. The call: dropped for a reason.
    driver.keys("r Haut Entrée Droite 3 Entrée 2").typed("plus tard").keys("Entrée");
    driver.typed("dans 2 semaines").keys("Entrée 3").typed("déjà réglé").keys("Entrée");
    assert!(driver.screen().contains("elle reviendra"), "{}", driver.screen());
    close(&mut driver);
    let held = driver.app.folder.last_meeting(driver.app.today()).expect("a meeting");
    let carried: Vec<(&str, &str)> = held.actions.iter().map(|a| (a.what.as_str(), a.who.as_str())).collect();
    assert_eq!(
        carried,
        [
            ("Mettre à jour le guide d'accueil", "Marc-André Thibodeau"),
            ("Réserver la suppléance du 9 décembre", "Réjeanne Ouellet"),
            ("Inviter les titulaires concernés", "Luc Tremblay"),
            ("Inviter les titulaires concernés", "Nadia Benali"),
        ]
    );
    assert_eq!(held.actions[1].when.0, "2026-12-05", "a day said from today is kept as a day");
    assert_eq!(held.actions[0].since.map(|day| day.0.to_string()).as_deref(), Some("2026-10-15"), "its age stays");
    driver.keys("r Haut Entrée Droite");
    assert!(driver.screen().contains("depuis 5 semaines"), "{}", driver.screen());
}

#[test]
fn a_round_that_is_walked_to_its_end_begins_another() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("Issues").keys("+ + +");
    assert!(driver.screen().contains("(tour 2)"), "{}", driver.screen());
    driver.keys("+");
    assert!(driver.screen().contains("Partage de tâche (tour 3)"), "{}", driver.screen());
    driver.keys("- +");
    close(&mut driver);
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("there");
    assert_eq!((issue.step, issue.round), (Step::Issues, 3));
    driver.keys("u");
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("there");
    assert_eq!((issue.step, issue.round), (Step::Leads, 2));
}

#[test]
fn the_impact_is_measured_from_the_meeting_and_the_issue_moves_there_too() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("Issues").keys("i");
    assert!(driver.screen().contains("n’en est pas encore à la régulation"), "{}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.screen().contains("Mesure du 21 novembre 2026"), "{}", driver.screen());
    choose(&mut driver, "Objectif atteint?", "non");
    choose(&mut driver, "Décision", "refaire");
    driver.keys("Bas Entrée Bas Espace Entrée t Entrée Échap");
    assert!(
        driver.screen().contains("Partage de tâche (tour 3)") && driver.screen().contains("2 Besoins"),
        "{}",
        driver.screen()
    );
    close(&mut driver);
    let issue = driver.app.folder.plan.issue("partage-de-tache").expect("there");
    assert_eq!((issue.step, issue.round), (Step::Needs, 3));
}

#[test]
fn the_minutes_of_each_point_are_kept() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée");
    let start = driver.app.now;
    let wait = |driver: &mut Driver, seconds: i64| {
        let now = driver.app.now + chrono::TimeDelta::seconds(seconds);
        driver.event(Event::Clock(now));
    };
    wait(&mut driver, 90);
    assert!(driver.screen().contains("! 1 min sur 1"), "{}", driver.screen());
    driver.keys("Droite");
    wait(&mut driver, 120);
    driver.keys("Gauche");
    wait(&mut driver, 30);
    assert!(driver.screen().contains("4 sur 30 min au total"), "{}", driver.screen());
    close(&mut driver);
    let held = driver.app.folder.last_meeting(start.date()).expect("a meeting");
    let spent: Vec<(&str, f64)> = held.spent.iter().map(|(point, minutes)| (point.word(), minutes.0)).collect();
    assert_eq!(spent, [("ouverture", 2.0), ("retour", 2.0)]);
    driver.app.folder_mut().plan.committee.length = Some(15);
    driver.keys("r Haut Entrée Droite");
    assert!(driver.screen().contains("0 min sur 2") && driver.screen().contains("0 sur 15 min"), "{}", driver.screen());
}

#[test]
fn a_person_put_off_comes_back_at_the_end_of_the_round() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People");
    let order = |driver: &Driver| -> Vec<String> {
        let draft = driver.app.folder.draft.as_ref().expect("a meeting");
        draft.meeting.people.iter().map(|point| point.person.clone()).collect()
    };
    let before = order(&driver);
    assert_eq!(&before[..3], ["n04", "n01", "n07"], "more support, then to follow, then the longest without a trace");
    driver.keys("s");
    let mut expected = before[1..].to_vec();
    expected.push(before[0].clone());
    assert_eq!(order(&driver), expected);
    assert!(driver.screen().contains("1 sur 9") && driver.screen().contains("On reviendra à"), "{}", driver.screen());
}

#[test]
fn a_closing_that_was_cut_short_is_finished_not_doubled() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite Droite Droite 2 n").typed("Une seule trace.").keys("Tab");
    let draft = driver.app.folder.draft.clone();
    driver.until("Closing");
    driver.keys("Bas Entrée Entrée");
    // Everything is on disk except the deletion of the draft.
    driver.app.folder.draft = draft;
    driver.keys("r Haut Entrée");
    driver.until("Closing");
    driver.keys("Bas Entrée Entrée");
    assert_eq!(driver.app.folder.meetings.len(), 3);
    let person = driver.app.folder.board.person("n04").expect("is there");
    assert_eq!(person.traces.iter().filter(|t| t.note == "Une seule trace.").count(), 1);
}

#[test]
fn a_closing_that_died_half_way_is_done_again_without_doubling_anything() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite Droite Droite 2 n").typed("Une seule trace.").keys("Tab");
    driver.until("Closing");
    let before = driver.app.folder.clone();
    driver.keys("Bas Entrée Entrée");
    let closing: Vec<Edit> = driver
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Save(edits, _) = effect { Some(edits.clone()) } else { None })
        .flatten()
        .collect();
    let done = driver.app.folder.clone();
    for written in 0..=closing.len() {
        let mut driver = Driver::demo();
        driver.app.folder = before.clone();
        edit::apply(&mut driver.app.folder, &closing[..written]).expect("applies");
        let question = Prompt::Unwritten { when: driver.app.now, edits: closing.clone() };
        driver.event(Event::Asked(Box::new(question)));
        driver.keys("Entrée");
        assert_eq!(driver.app.folder, done, "{written} of {} were on disk", closing.len());
    }
}

#[test]
fn who_arrives_and_who_leaves_while_a_meeting_runs_is_seen_in_it() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("n").typed("Va mieux.").keys("Tab");
    let round = |driver: &Driver| -> Vec<String> {
        let draft = driver.app.folder.draft.as_ref().expect("a meeting");
        draft.meeting.people.iter().map(|point| point.person.clone()).collect()
    };
    let before = round(&driver);
    // Somebody else's hands: one person arrives, the one under discussion stays, another leaves.
    let board = &mut driver.app.folder_mut().board;
    board.people.retain(|person| person.id != before[3]);
    let new =
        arrimage::domain::model::board::Newcomer { id: "n77".into(), name: "Zoé Caron".into(), ..Default::default() };
    board.people.push(new.into());
    driver.keys("Bas");
    let after = round(&driver);
    assert_eq!(after.last().map(String::as_str), Some("n77"), "{after:?}");
    assert!(!after.contains(&before[3]) && after[0] == before[0], "{after:?}");
    let draft = driver.app.folder.draft.as_ref().expect("a meeting");
    assert_eq!((draft.rank, draft.meeting.people[0].note.as_str()), (0, "Va mieux."));
    // A meeting begun before anybody was entered fills as they are.
    let mut driver = Driver::demo().size(120, 36);
    let people = std::mem::take(&mut driver.app.folder_mut().board.people);
    driver.keys("r Haut Entrée");
    assert!(round(&driver).is_empty());
    driver.app.folder_mut().board.people = people;
    driver.until("People");
    assert_eq!(round(&driver).len(), 9);
    assert!(driver.screen().contains("1 sur 9"), "{}", driver.screen());
}

#[test]
fn a_meeting_left_open_another_day_is_asked_about_and_its_day_can_be_changed() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Échap Entrée");
    let tomorrow = driver.app.now + chrono::TimeDelta::days(1);
    driver.event(Event::Clock(tomorrow));
    driver.keys("r");
    for choice in [
        "La rencontre du 21 novembre 2026 n’a pas été close",
        "Reprendre celle du",
        "En commencer une autre",
        "La jeter",
    ] {
        assert!(driver.screen().contains(choice), "{}", driver.screen());
    }
    driver.keys("Entrée Haut Entrée");
    assert!(
        driver.screen().contains("◉ Ouverture") && driver.screen().contains("samedi 21 novembre"),
        "{}",
        driver.screen()
    );
    driver.keys("Échap Entrée r Bas Entrée Haut Entrée");
    let draft = driver.app.folder.draft.as_ref().expect("another");
    assert_eq!(draft.day(), tomorrow.date());
    driver.keys("Échap Entrée");
    let later = tomorrow + chrono::TimeDelta::days(1);
    driver.event(Event::Clock(later));
    driver.keys("r Bas Bas Entrée");
    assert!(
        driver.app.folder.draft.is_none() && driver.screen().contains("gardée dans versions/"),
        "{}",
        driver.screen()
    );
    driver.keys("u");
    assert!(driver.app.folder.draft.is_some(), "u brings it back");
    // Yesterday's paper notes: the day is changed at the opening, and the file has it.
    driver.keys("r Entrée Haut Entrée Fin Entrée").typed("20 novembre 2026").keys("Entrée");
    close(&mut driver);
    assert!(driver.app.folder.meetings.contains_key("2026-11-20"), "{:?}", driver.app.folder.meetings.keys());
}

#[test]
fn enter_keeps_escape_gives_up_and_each_field_keeps_its_own_text() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("n").typed("Va mieux.").keys("Alt-Entrée");
    driver.typed("Midi reste lourd.").keys("Entrée");
    let note = |driver: &Driver| {
        driver.app.folder.draft.as_ref().expect("a meeting").meeting.people[0].note.trim_end().to_owned()
    };
    assert_eq!(note(&driver), "Va mieux.\nMidi reste lourd.");
    // Opened again and kept as it is, nothing changes; a remark that is added is on its own line.
    driver.keys("n Entrée");
    assert_eq!(note(&driver), "Va mieux.\nMidi reste lourd.");
    driver.keys("n").typed("Revoir en mai.").keys("Entrée");
    assert_eq!(note(&driver), "Va mieux.\nMidi reste lourd.\nRevoir en mai.");
    // Two texts are given up: each is there again in its own field.
    driver.keys("n").typed("Un secret?").keys("Échap a").typed("Visiter la serre").keys("Échap");
    assert_eq!(note(&driver), "Va mieux.\nMidi reste lourd.\nRevoir en mai.");
    driver.keys("n");
    assert!(driver.screen().contains("Un secret?") && !driver.screen().contains("la serre"), "{}", driver.screen());
    driver.keys("Échap a");
    assert!(driver.screen().contains("Visiter la serre"), "{}", driver.screen());
    driver.click("Échap annule");
    assert!(driver.app.dialog.is_none(), "a button leaves");
    driver.keys("a");
    driver.click("Entrée garde");
    let step = driver.app.folder.draft.as_ref().expect("a meeting").meeting.people[0].next_step().cloned();
    assert_eq!(step.map(|step| step.what).as_deref(), Some("Visiter la serre"), "a button keeps");
}

#[test]
fn after_an_addition_the_next_empty_line_is_open_and_an_arrow_goes_on() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("Review").keys("Entrée");
    driver.typed("La salle commune").keys("Entrée").typed("Le mardi").keys("Entrée Droite");
    let meeting = |driver: &Driver| driver.app.folder.draft.as_ref().expect("a meeting").meeting.clone();
    assert_eq!(meeting(&driver).successes, ["La salle commune", "Le mardi"]);
    assert_eq!(driver.point(), "Decisions", "an arrow leaves the empty line and goes on");
    driver.keys("a").typed("Acheter deux tapis").keys("Entrée Entrée").typed("demain").keys("Entrée");
    driver.typed("Appeler la serre").keys("Entrée Échap Échap");
    let whats: Vec<String> = meeting(&driver).actions.into_iter().map(|action| action.what).collect();
    assert_eq!(whats, ["Acheter deux tapis", "Appeler la serre"]);
}

#[test]
fn what_is_said_in_a_meeting_is_told_in_sentences() {
    let mut driver = Driver::demo().size(120, 36);
    let told = |driver: &mut Driver, sentence: &str| {
        let screen = driver.screen().replace('\u{a0}', " ");
        assert!(screen.contains(sentence), "{sentence}\n{screen}");
    };
    driver.keys("r Haut Entrée x");
    told(&mut driver, "Hélène Gagnon n’est pas là.");
    driver.keys("u");
    told(&mut driver, "Annulé : Hélène Gagnon n’est pas là.");
    driver.keys("Droite 1");
    told(&mut driver, "« Mettre à jour le guide d'accueil » : fait");
    driver.until("Decisions").keys("Entrée").typed("On garde Nadia").keys("Entrée Échap");
    told(&mut driver, "Décision : On garde Nadia");
    driver.keys("Suppr");
    told(&mut driver, "Retiré : On garde Nadia");
}

#[test]
fn the_board_and_the_portrait_show_what_was_said_today() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("1 t");
    let screen = driver.screen();
    let line = |screen: &str| screen.lines().find(|line| line.contains("Thành")).expect("a line").to_owned();
    assert!(line(&screen).contains("✓ va bien") && screen.contains("• dit aujourd’hui"), "{screen}");
    assert_eq!(driver.app.folder.board.person("n04").expect("n04").wellbeing(), Wellbeing::MoreSupport, "not yet");
    driver.keys("t Gauche");
    let screen = driver.screen();
    assert!(screen.contains("✓ va bien           6") && screen.contains("! plus de soutien   0"), "{screen}");
}

#[test]
fn the_day_of_a_closed_meeting_is_changed_and_its_file_follows() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("4 Entrée").typed("demain").keys("Entrée");
    assert!(driver.screen().contains("Ce n’est pas un jour passé"), "{}", driver.screen());
    driver.keys("Entrée").typed("11 novembre 2026").keys("Entrée");
    let stems: Vec<String> = driver.app.folder.meetings.keys().cloned().collect();
    assert_eq!(stems, ["2026-10-15", "2026-11-11"], "{}", driver.screen());
    assert!(driver.screen().contains("11 novembre 2026"), "{}", driver.screen());
    let dated = |driver: &Driver, day: &str| {
        let traces = driver.app.folder.board.people.iter().flat_map(|person| &person.traces);
        traces.filter(|trace| trace.date.is_some_and(|of| of.0.to_string() == day)).count()
    };
    let before = dated(&driver, "2026-11-12");
    driver.keys("u");
    assert!(driver.app.folder.meetings.contains_key("2026-11-12"));
    assert!(dated(&driver, "2026-11-12") >= before);
}

#[test]
fn a_member_is_taken_off_the_committee_and_past_meetings_keep_the_name() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("F3 Suppr");
    assert!(driver.screen().contains("Retirer Hélène Gagnon du comité?"), "{}", driver.screen());
    driver.keys("Entrée");
    let folder = &driver.app.folder;
    assert!(folder.plan.committee.members.iter().all(|member| member.name != "Hélène Gagnon"));
    assert!(folder.meetings.values().any(|meeting| meeting.present.iter().any(|name| name == "Hélène Gagnon")));
}

#[test]
fn more_support_asks_what_comes_next_and_its_kinds_are_one_key_away() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("3");
    assert!(driver.screen().contains("Palier"), "{}", driver.screen());
    driver.typed("cibl").keys("Entrée");
    assert!(driver.screen().contains("palier ciblé") && driver.screen().contains("2a "), "{}", driver.screen());
    driver.keys("Bas Espace Entrée").typed("Revoir l'horaire").keys("Entrée Entrée").typed("demain").keys("Entrée");
    assert!(driver.app.dialog.is_none(), "{}", driver.screen());
    let point = driver.app.folder.draft.as_ref().expect("a meeting").meeting.people[0].clone();
    assert_eq!(point.next_step().map(|step| step.what.as_str()), Some("Revoir l'horaire"));
    let offered = &driver.app.folder.board.person(&point.person).expect("there").modalities;
    assert!(offered.contains(&"2b".to_owned()), "{offered:?}");
    // Escape stops there, and the kinds of support are one key away.
    driver.keys("Droite 3 Échap o");
    assert!(driver.screen().contains("Soutien offert, palier"), "{}", driver.screen());
}

#[test]
fn the_cursor_goes_on_after_an_outcome_and_a_past_day_is_not_offered() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite 1");
    assert!(driver.cursor_line().contains("Réserver la suppléance"), "{}", driver.screen());
    driver.keys("Bas 2").typed("Rien encore").keys("Entrée");
    let typed = driver.app.dialog.as_ref().and_then(|dialog| dialog.typed()).expect("a day is asked").text();
    assert!(typed.is_empty() || typed.contains("2026-11-2"), "{typed}");
    driver.typed("dans 1 semaine").keys("Entrée");
    assert!(driver.cursor_line().contains("Inviter les titulaires"), "{}", driver.screen());
}

#[test]
fn larger_letters_are_advised_on_a_wide_wall_until_they_are_there() {
    let mut driver = Driver::demo().size(120, 36);
    driver.screen();
    driver.keys("r Entrée");
    assert!(driver.screen().contains("grossissez les lettres"), "{}", driver.screen());
    let mut narrow = Driver::demo().size(80, 24);
    narrow.screen();
    narrow.keys("r Entrée");
    assert!(!narrow.screen().contains("grossissez") && narrow.app.setting.enlarged);
}

#[test]
fn on_a_wall_a_remark_is_added_to_a_note_that_stays_hidden() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Entrée").until("People").keys("n").typed("Zéphyr en classe.").keys("Entrée");
    driver.keys("n");
    assert!(driver.app.dialog.is_some() && !driver.screen().contains("Zéphyr"), "{}", driver.screen());
    driver.typed("Revoir en mai.").keys("Entrée");
    let note = driver.app.folder.draft.as_ref().expect("a meeting").meeting.people[0].note.clone();
    assert_eq!(note.trim_end(), "Zéphyr en classe.\nRevoir en mai.");
    assert!(!driver.screen().contains("Zéphyr") && !driver.screen().contains("Revoir"), "{}", driver.screen());
}

#[test]
fn an_action_put_off_without_a_day_stays_due_and_an_undone_closing_is_told() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite 2").typed("Rien encore").keys("Entrée Entrée");
    let returned = driver.app.folder.draft.as_ref().expect("a meeting").meeting.returns[0].clone();
    assert!(!returned.when.is_empty(), "its day is not lost: {returned:?}");
    close(&mut driver);
    driver.keys("u");
    assert!(driver.screen().contains("La rencontre est rouverte"), "{}", driver.screen());
    driver.keys("u");
}

#[test]
fn a_move_says_the_whole_place_since_another_window_may_stand_elsewhere() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée").until("People").keys("Droite");
    let edits = driver.effects.iter().flat_map(|effect| match effect {
        Effect::Save(edits, _) => edits.clone(),
        _ => Vec::new(),
    });
    let paths: Vec<String> = edits.map(|edit| edit.path.join(".")).collect();
    assert!(paths.contains(&"point".to_owned()) && paths.contains(&"rang".to_owned()), "{paths:?}");
}

#[test]
fn a_sentence_typed_outside_a_field_is_no_series_of_commands() {
    let mut driver = Driver::demo();
    driver.keys("r Entrée Droite Droite Droite");
    assert!(driver.screen().contains("◉ Tour"), "{}", driver.screen());
    let before = driver.app.folder.draft.clone();
    // The first letter may be a command; those that follow it as fast as words are typed are none.
    driver.typed("utile xxx");
    let screen = driver.screen();
    assert!(screen.contains("Vous tapiez hors d’un champ\u{a0}: n pour une note."), "{screen}");
    assert_eq!(driver.app.folder.draft, before, "{screen}");
    let later = driver.app.now + chrono::TimeDelta::seconds(1);
    driver.event(Event::Clock(later));
    driver.typed("t");
    assert!(driver.screen().contains("revenir"), "a letter alone is a command again: {}", driver.screen());
}

#[test]
fn a_word_to_weigh_is_pointed_out_while_it_is_typed() {
    let mut driver = Driver::demo();
    driver.keys("r Entrée Droite Droite Droite n").typed("Rien à côté, mais elle est enceinte");
    assert!(
        driver.screen().contains("«\u{a0}enceinte\u{a0}»\u{a0}: est-ce nécessaire pour soutenir?"),
        "{}",
        driver.screen()
    );
    driver.clear_field().typed("Rien à côté");
    assert!(!driver.screen().contains("nécessaire"), "{}", driver.screen());
}

#[test]
fn what_looks_like_a_name_is_shown_before_the_minutes_are_written() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("r Haut Entrée").until("Decisions");
    driver.keys("Entrée").typed("Côté positif : on continue").keys("Entrée Échap").until("Closing");
    let screen = driver.screen();
    assert!(screen.contains("Ressemble à un nom") && screen.contains("Côté positif"), "{screen}");
}

#[test]
fn a_question_taken_off_the_agenda_leaves_the_opening_at_once() {
    let mut driver = Driver::demo().size(120, 45);
    let agenda = ["Qui remet le guide?", "Quel local?"].map(|said| said.to_owned().into());
    driver.app.folder_mut().plan.committee.agenda = agenda.to_vec();
    driver.keys("r Entrée").reach("Qui remet le guide?").keys("Suppr");
    let screen = driver.screen();
    assert!(!screen.contains("○ Qui remet") && screen.contains("Quel local?"), "{screen}");
    driver.keys("Ctrl-Z");
    assert!(driver.screen().contains("○ Qui remet"), "{}", driver.screen());
}

#[test]
fn a_question_of_the_agenda_is_asked_answered_and_gone_or_waits_with_its_age() {
    let mut driver = Driver::demo();
    let agenda = ["Qui remet le guide?", "Quel local?", "Qui remet le guide?"]
        .map(|question| arrimage::domain::model::school::AgendaQuestion::from(question.to_owned()));
    driver.app.folder_mut().plan.committee.agenda = agenda.to_vec();
    driver.keys("r Entrée");
    let asked = &driver.app.folder.draft.as_ref().expect("a meeting").meeting.questions;
    assert_eq!(asked.len(), 2, "asked twice, it is one question");
    assert!(driver.screen().contains("○ Qui remet le guide?"), "{}", driver.screen());
    while !driver.cursor_line().contains("Qui remet le guide?") {
        driver.keys("Bas");
    }
    driver.keys("Entrée");
    driver.typed("La secrétaire.");
    driver.keys("Entrée");
    assert!(driver.screen().contains("✓ Qui remet le guide?"), "{}", driver.screen());
    let edits = arrimage::domain::meeting::closing::meeting(&driver.app.folder, driver.app.now).expect("closes");
    arrimage::domain::edit::apply(driver.app.folder_mut(), &edits).expect("applies");
    let agenda = &driver.app.folder.plan.committee.agenda;
    let left: Vec<(&str, Option<String>)> =
        agenda.iter().map(|asked| (asked.question.as_str(), asked.since.map(|day| day.to_string()))).collect();
    assert_eq!(left, [("Quel local?", Some("2026-11-21".to_owned()))]);
    let held = driver.app.folder.meetings.values().next_back().expect("held");
    let answered: Vec<(&str, &str)> =
        held.questions.iter().map(|q| (q.question.as_str(), q.answer.trim_end())).collect();
    assert_eq!(answered, [("Qui remet le guide?", "La secrétaire.")]);
}

#[test]
fn how_progress_will_be_known_is_said_in_the_round_and_kept_with_the_person() {
    let mut driver = Driver::demo();
    driver.keys("r Haut Entrée").until("People");
    let id = driver.app.folder.draft.as_ref().expect("a meeting").meeting.people[0].person.clone();
    while !driver.cursor_line().contains("Signe de progrès") {
        driver.keys("Bas");
    }
    driver.keys("Entrée").typed("Les transitions se font sans moi.").keys("Entrée");
    assert!(driver.screen().contains("Les transitions se font sans moi."), "{}", driver.screen());
    let edits = arrimage::domain::meeting::closing::meeting(&driver.app.folder, driver.app.now).expect("closes");
    arrimage::domain::edit::apply(driver.app.folder_mut(), &edits).expect("applies");
    let sign = driver.app.folder.board.person(&id).and_then(|person| person.sign.clone()).expect("kept");
    assert_eq!(sign.what, "Les transitions se font sans moi.");
    // What is to be looked at is to be done when its day comes.
    driver.app.folder_mut().board.people.iter_mut().filter(|person| person.id == id).for_each(|person| {
        std::sync::Arc::make_mut(person).sign.as_mut().expect("kept").when.0 = "2026-11-25".into();
    });
    let due = arrimage::domain::advice::overview::due(&driver.app.folder, driver.app.today());
    assert!(due.iter().any(|due| due.what.contains("transitions se font")), "{due:?}");
}

#[test]
fn the_first_step_of_an_issue_shows_what_the_school_knows_already() {
    let mut driver = Driver::demo().size(120, 60);
    driver.app.folder_mut().plan.issues[0].step = arrimage::domain::model::cycle::Step::Issues;
    driver.app.folder_mut().plan.issues[0].initial_data = "Trois départs en un an.".into();
    driver.keys("r Haut Entrée").until("Issues");
    let screen = driver.screen();
    for said in ["Ce que nos données disent déjà", "5 va bien", "Au départ\u{a0}: Trois départs en un an.", "Cible"]
    {
        assert!(screen.contains(said), "{said}: {screen}");
    }
}

#[test]
fn what_the_committee_says_of_an_issue_becomes_a_row_of_the_plan_with_two_keys() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("r Haut Entrée").until("Issues");
    let issue = driver.app.folder.draft.as_ref().expect("a meeting").meeting.issues[0].clone();
    let rows = driver.app.folder.plan.rows.len();
    driver.keys("n").typed("Un tableau des suppléances au salon").keys("Entrée");
    while !driver.cursor_line().contains("Un tableau des suppléances") {
        driver.keys("Bas");
    }
    driver.keys("e").pause();
    driver.keys("Entrée");
    let plan = &driver.app.folder.plan;
    assert_eq!(plan.rows.len(), rows + 1, "{}", driver.screen());
    let row = driver.app.folder.plan.rows.last().expect("kept").clone();
    assert_eq!(row.title, "Un tableau des suppléances au salon");
    assert!(row.serves(&issue.issue, issue.after), "{row:?}");
    assert!(driver.app.views.sheet.is_none() && driver.screen().contains("□ "), "still in the meeting");
    // On that row, the same key adds a means.
    while !driver.cursor_line().contains(". Un tableau des suppléances") {
        driver.keys("Bas");
    }
    driver.keys("e").typed("Le demander au secrétariat").keys("Entrée");
    let row = driver.app.folder.plan.rows.last().expect("kept").clone();
    assert_eq!(row.means.len(), 1);
    assert!(driver.screen().contains("   □ Le demander au secrétariat"), "{}", driver.screen());
}

#[test]
fn a_sitting_of_the_cpe_speaks_of_nobody_and_leaves_its_trace() {
    let mut driver = Driver::demo().size(110, 36);
    let before = driver.app.folder.last_meeting(driver.app.today()).expect("a regulation").clone();
    driver.keys("r Bas Entrée");
    assert!(driver.app.is_projected() && driver.screen().contains("Séance du CPE"), "{}", driver.screen());
    driver.keys("Entrée").typed("Membres du CPE").keys("Entrée Échap");
    // What the school counts, its sums, its issues; nobody.
    driver.until("Portrait");
    let screen = driver.screen();
    assert!(screen.contains("libres sur") && !screen.contains("Sans répondant"), "{screen}");
    driver.keys("Droite");
    assert_eq!(driver.point(), "Issues");
    // What the committee keeps, and said last time, is not theirs to read.
    assert!(!driver.screen().contains("Ce qui s’est dit le"), "{}", driver.screen());
    driver.keys("t");
    assert!(driver.screen().contains("sont au comité") && !driver.screen().contains("Dernière trace"));
    driver.keys("n").typed("Le CPE nomme la suppléance.").keys("Tab").until("Decisions");
    driver.keys("a").typed("Présenter le plan").keys("Entrée").typed("Hélène Gagnon").keys("Entrée Entrée Échap");
    driver.keys("Gauche");
    assert_eq!(driver.point(), "Issues", "{}", driver.screen());
    close(&mut driver);
    let folder = &driver.app.folder;
    let (stem, held) = folder.meetings.iter().next_back().expect("is kept");
    assert_eq!(held.instance, Some(arrimage::domain::model::meeting::Instance::Cpe), "{stem}");
    assert_eq!(
        (held.guests.as_slice(), held.absent.len(), held.people.len()),
        (&["Membres du CPE".to_owned()][..], 0, 0)
    );
    assert_eq!(held.issues.len(), 1);
    assert_eq!(folder.last_meeting(driver.app.today()).expect("a regulation"), &before, "it is no regulation");
    // What comes of it is followed up by the committee, after its own.
    let returns = arrimage::domain::meeting::opening::draft(folder, driver.app.now).meeting.returns;
    assert!(returns.len() > 1 && returns.last().expect("an action").what == "Présenter le plan", "{returns:?}");
}

#[test]
fn what_the_sources_say_is_there_at_the_moment_it_serves() {
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("r Haut Entrée").until("Issues").keys("g");
    let screen = driver.screen();
    assert!(
        screen.contains("Mesures vues ailleurs") && screen.contains("S000-18"),
        "ideas, at the third step: {screen}"
    );
    driver.keys("Échap -").pause();
    driver.keys("g");
    let screen = driver.screen();
    assert!(screen.contains("Voir l’ensemble") && !screen.contains("Mesures vues ailleurs"), "{screen}");
    driver.keys("Échap Gauche").until("Closing").keys("g");
    assert!(driver.screen().contains("écran 6"), "{}", driver.screen());
    // A catalogue names no moment that never comes.
    let known = ["1", "2", "3", "4", "R", "I", "tour", "jumelage"];
    let catalogues = arrimage::store::shipped::catalogues().expect("read");
    for group in catalogues.iter().flat_map(|catalogue| &catalogue.groups) {
        assert!(group.moments.iter().all(|moment| known.contains(&moment.as_str())), "{}", group.id);
    }
}

#[test]
fn a_school_of_stages_answers_its_questions_in_the_meeting() {
    let mut driver = Driver::demo().size(110, 40);
    let question = |id: &str, stage: &str| arrimage::domain::model::plan::GuidingQuestion {
        id: id.into(),
        stage: stage.into(),
        question: format!("Question {id}?"),
        ..Default::default()
    };
    let plan = &mut driver.app.folder_mut().plan;
    plan.issues.clear();
    plan.questions = vec![question("1.1", "Groupe"), question("2.1", "Portrait"), question("2.2", "Portrait")];
    driver.keys("r Haut Entrée").until("Issues");
    let screen = driver.screen();
    assert!(
        screen.contains("Groupe") && screen.contains("Question 1.1?") && !screen.contains("Portrait\n"),
        "{screen}"
    );
    let is_rule = |line: &str| line.trim().chars().all(|c| c == '─') && !line.trim().is_empty();
    assert_eq!(screen.lines().filter(|line| is_rule(line)).count(), 1, "no lanes, so nothing to part them: {screen}");
    driver.keys("Entrée").typed("La direction et la PANE").keys("Tab");
    let questions = |driver: &Driver| driver.app.folder.plan.questions.clone();
    assert_eq!(questions(&driver)[0].answer, "La direction et la PANE");
    // The next stage comes once the first is answered.
    let screen = driver.screen();
    assert!(screen.contains("Aucune réponse encore, sur 2") && screen.contains("Question 2.2?"), "{screen}");
    // The lists of the source are open.
    driver.keys("n").typed("Que disent les familles?").keys("Entrée");
    let added = questions(&driver).last().cloned().expect("added");
    assert_eq!((added.stage.as_str(), added.question.as_str()), ("Portrait", "Que disent les familles?"));
    let screen = driver.screen();
    assert!(screen.contains("Que disent les familles?"), "{screen}");
    // What is done to an issue says that there is none.
    let none = "Aucun enjeu au plan";
    assert!(!screen.contains(none) && driver.keys("+").screen().contains(none), "{}", driver.screen());
    driver.app.folder_mut().plan.questions.clear();
    assert!(driver.screen().contains("Aucun enjeu au plan"), "{}", driver.screen());
}

#[test]
fn a_sitting_is_told_nothing_by_which_somebody_could_be_known_and_stays_on_the_wall() {
    let mut driver = Driver::demo().size(110, 36);
    driver.keys("r Bas Entrée").until("Portrait");
    // Five, two, one and one: the states of a small staff are somebody's.
    let screen = driver.screen();
    assert!(screen.contains("trop peu de personnes") && !screen.contains("plus de soutien"), "{screen}");
    driver.until("Decisions");
    assert!(!driver.screen().contains("Décidé le"), "{}", driver.screen());
    driver.until("Closing");
    assert!(!driver.screen().contains("proposé"), "the rhythm of the committee is not theirs: {}", driver.screen());
    driver.keys("F4 Haut Haut Entrée");
    assert!(driver.app.is_projected() && driver.screen().contains("du début à la fin"), "{}", driver.screen());
    // Whoever left it in the middle goes on with it on the wall.
    driver.app.views.screen = Screen::Home;
    driver.app.projection.outside = None;
    driver.app.set_level(arrimage::domain::privacy::audience::Level::Committee);
    driver.keys("r Haut Entrée");
    assert!(driver.app.is_projected() && driver.app.folder.draft.is_some(), "{}", driver.screen());
    for _ in 0..4 {
        if !driver.cursor_line().contains("Clore la rencontre") {
            driver.keys("Bas");
        }
    }
    driver.keys("Entrée Entrée");
    assert!(driver.app.folder.draft.is_none(), "{}", driver.screen());
    let (_, held) = driver.app.folder.meetings.iter().next_back().expect("kept");
    assert_eq!((held.is_of_committee(), held.portrait), (false, None));
}
