//! Keys to screens and effects: what a principal types, what is shown, what goes to the disk.

#[path = "screens/board.rs"]
mod board;
mod driver;
#[path = "screens/surveys.rs"]
mod surveys;

use arrimage::{
    domain::{
        edit::{self, Change, Edit, merge::Clash},
        model::{
            board::Wellbeing,
            cycle::Step,
            document::{Document, FileId},
            impact::Decision,
            meeting::MeetingAction,
            plan::GuidingQuestion,
            progress::Progress,
        },
        value::fault::{Code, Fault, Place},
    },
    tui::{
        effect::Effect,
        event::{Event, News},
        prompt::{Origin, Prompt},
        state::Screen,
        theme,
    },
};
use driver::Driver;
use serde_json::{Value, json};

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
fn a_person_is_added_edited_and_archived() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("3 n").typed("Zoé Bélanger-Œuvrard").keys("Entrée").typed("concierge").keys("Bas Entrée");
    let id = "n10";
    assert_eq!(
        driver.app.folder.board.person(id).expect("is there").job,
        "concierge",
        "what one types next is the job"
    );
    assert_eq!(driver.app.folder.board.person(id).expect("is there").name, "Zoé Bélanger-Œuvrard");
    driver.keys("Entrée Bas Entrée");
    assert_eq!(driver.app.folder.board.person(id).expect("is there").wellbeing(), Wellbeing::Watch);
    driver.keys("Suppr");
    assert!(driver.screen().contains("a quitté l’école"), "{}", driver.screen());
    driver.keys("Entrée Échap");
    assert!(driver.app.folder.board.person(id).expect("kept").departure.is_some());
    assert!(!driver.screen().contains("Zoé"), "those who left are off the board");
    driver.keys("d");
    assert!(driver.screen().contains("Zoé"), "{}", driver.screen());
    driver.keys("u");
    assert!(driver.app.folder.board.person(id).expect("back").departure.is_none());
}

#[test]
fn a_trace_is_left_about_a_person() {
    let mut driver = Driver::demo();
    driver.keys("3 Entrée a Entrée").typed("Les transitions, encore.").keys("Entrée Entrée");
    driver.typed("Une période libérée.").keys("Entrée").typed("Luc Tremblay").keys("Entrée");
    let person = driver.app.folder.board.person("n01").expect("is there");
    let trace = person.traces.last().expect("a trace");
    assert_eq!(
        (trace.challenge.as_str(), trace.support.as_str(), trace.by.as_str(), trace.date.map(|d| d.0)),
        ("Les transitions, encore.", "Une période libérée.", "Luc Tremblay", Some(driver.app.today()))
    );
    assert!(driver.app.dialog.is_none(), "five fields, and no more");
    assert_eq!(person.traces.len(), 3, "one trace");
    driver.keys("a Entrée Entrée Entrée Entrée");
    assert!(driver.app.dialog.is_none(), "nobody signs what was not said");
    assert_eq!(driver.app.folder.board.person("n01").expect("is there").traces.len(), 3);
}

#[test]
fn a_value_that_does_not_fit_is_refused_in_words() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("3 Entrée Fin Début");
    while !driver.cursor_line().contains("Arrivée") {
        driver.keys("Bas");
    }
    driver.keys("Entrée Ctrl-A").clear_field().typed("30 février 2027").keys("Entrée");
    assert!(driver.screen().contains("Ce n’est pas une date certaine"), "{}", driver.screen());
    driver.clear_field().typed("le 26 oct. 2026").keys("Entrée");
    let arrival = driver.app.folder.board.person("n01").expect("is there").arrival.expect("a day");
    assert_eq!(arrival.0.to_string(), "2026-10-26");
}

/// Goes to a field of the sheet, and chooses its value.
fn choose(driver: &mut Driver, label: &str, value: &str) {
    driver.keys("Début");
    let label = format!("▸{label}");
    for _ in 0..60 {
        if driver.cursor_line().contains(&label) {
            driver.keys("Entrée").typed(value).keys("Entrée");
            return;
        }
        driver.keys("Bas");
    }
    panic!("{label} is nowhere in {}", driver.screen());
}

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
fn a_whole_meeting_flows_everywhere_once() {
    let mut driver = Driver::demo().size(120, 36);
    driver
        .keys("r Haut Entrée Bas x Droite 1 Bas 2")
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
        .keys("Entrée a")
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
    assert_eq!(person.traces.last().expect("a trace").challenge, "La routine écrite aide.");
    let next = person.next_action.as_ref().expect("an action");
    assert_eq!((next.what.as_str(), next.who.as_str()), ("Visiter le 2e gymnase", "Nadia Benali"));
    let issue = folder.plan.issue("partage-de-tache").expect("is there");
    assert_eq!(issue.step, Step::Action);
    let before = driver.app.folder.meetings.len();
    driver.keys("u");
    assert_eq!(driver.app.folder.meetings.len(), before - 1, "closing is one stroke");
    assert!(driver.app.folder.draft.is_some(), "and the meeting is under way again");
}

/// The demonstration with a mark in every field that speaks of a person, and their names in what the committee wrote.
fn marked() -> Driver {
    let mut driver = Driver::demo();
    let folder = driver.app.folder_mut();
    let mark = |what: &str| format!("{MARK} {what}");
    for (number, person) in folder.board.people.iter_mut().map(std::sync::Arc::make_mut).enumerate() {
        person.name = format!("Prénomsecret{number} Famillesecrète{number}");
        person.alias = Some(format!("P{number}"));
        person.needs = vec![mark("besoin")];
        person.goal = mark("objectif");
        person.situation = vec![mark("situation")];
        if let Some(action) = &mut person.next_action {
            action.what = mark("action");
        }
        for trace in &mut person.traces {
            let parts = [&mut trace.goes_well, &mut trace.challenge, &mut trace.next_step, &mut trace.support];
            parts.into_iter().for_each(|part| *part = mark("trace"));
        }
        if number == 8 {
            let date =
                arrimage::domain::value::when::Day(chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day"));
            person.departure = Some(arrimage::domain::model::board::Departure { date, reason: mark("motif") });
        }
    }
    let named = "Voir Prénomsecret0 Famillesecrète0, puis PRENOMSECRET1";
    for meeting in folder.meetings.values_mut() {
        for point in &mut meeting.people {
            (point.note, point.needs) = (mark("note"), vec![mark("besoin")]);
        }
        meeting.decisions.push(named.into());
        meeting.irritants.push(named.into());
        meeting.issues.iter_mut().for_each(|point| point.notes = named.into());
        meeting.actions.iter_mut().for_each(|action| action.what.push_str(named));
    }
    folder.plan.rows.iter_mut().for_each(|row| row.title = named.into());
    folder.plan.issues.iter_mut().for_each(|issue| issue.goal = named.into());
    driver
}

const MARK: &str = "zzsecret";

/// What of a text a wall must never show.
fn revealed(text: &str) -> Option<&str> {
    let folded = arrimage::domain::value::text::fold(text);
    [MARK, "prenomsecret", "famillesecrete"].into_iter().find(|secret| folded.contains(secret))
}

/// Closes the meeting under way from wherever it is.
fn close(driver: &mut Driver) {
    driver.until("Closing").keys("Bas Entrée Entrée");
    assert!(driver.app.folder.draft.is_none(), "{}", driver.screen());
}

#[test]
fn what_the_board_became_during_a_meeting_survives_its_closing() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée");
    // Somebody writes on the board meanwhile: a need of a person whom the meeting does not speak of, and one of TN's.
    for (id, need) in [("n08", "stress et émotions"), ("n04", "temps de jumelage")] {
        let path = ["personnes", id, "besoins"];
        let edit = Edit::push(&driver.app.folder, &FileId::Board, &path, json!(need)).expect("fits");
        edit::apply(driver.app.folder_mut(), &[edit]).expect("applied");
    }
    // The committee takes one of TN's needs away and adds another.
    driver.until("People").keys("b").typed("matériel").keys("Entrée").typed("local calme").keys("Entrée Entrée");
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
fn the_thread_of_a_person_is_read_from_the_sheet_and_hidden_on_a_wall() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("3 Entrée l");
    let screen = driver.screen();
    assert!(screen.contains("Tout ce qui s’est dit") && screen.contains("Arrivée"), "{screen}");
    driver.keys("Échap p l");
    assert!(driver.app.dialog.is_none() && driver.screen().contains("Masqué au mur"), "{}", driver.screen());
    driver.keys("p Échap 1 Entrée l");
    assert!(driver.screen().contains("2 Besoins → 3 Pistes"), "{}", driver.screen());
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
fn words_are_found_in_every_meeting() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("4 /").typed("supleance").keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Réserver la suppléance") && screen.contains("12 novembre 2026"), "{screen}");
    driver.keys("Échap /").typed("transitions").keys("Entrée Entrée");
    assert!(driver.screen().contains("jeudi 15 octobre 2026"), "{}", driver.screen());
    driver.keys("p /").typed("transitions").keys("Entrée");
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
    // Guide: given up without a reason. Substitutes: put off. The call: given up for a reason.
    driver.keys("r Haut Entrée Droite 3 Entrée Bas 2").typed("plus tard").keys("Entrée");
    driver.typed("dans 2 semaines").keys("Entrée Bas 3").typed("déjà réglé").keys("Entrée");
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
    assert!(driver.screen().contains("1 de 9") && driver.screen().contains("y reviendra"), "{}", driver.screen());
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
    driver.click("2\u{a0}à\u{a0}suivre");
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
fn a_broken_file_says_nothing_of_people_on_a_wall() {
    let mut driver = Driver::demo().size(120, 36);
    let place = Place { file: "suivi.yaml".into(), line: 4, column: 9, excerpt: "    état: pleure souvent".into() };
    let fault =
        Fault::new(Code::UnknownWord, "suivi.yaml").with("value", "pleure souvent").with("known", "va bien").at(place);
    driver.app.faults.push(fault);
    driver.keys("F1");
    assert!(driver.screen().contains("pleure souvent"));
    driver.keys("Échap p F1");
    assert!(
        !driver.screen().contains("pleure") && driver.screen().contains("suivi.yaml, ligne"),
        "{}",
        driver.screen()
    );
    driver.keys("Échap");
    assert!(!driver.screen().contains("pleure"), "{}", driver.screen());
}

#[test]
fn the_wall_never_shows_what_speaks_of_a_person() {
    for size in [(50, 16), (120, 36), (200, 60)] {
        let mut driver = marked().size(size.0, size.1);
        driver.keys("p");
        let mut walk: Vec<&str> =
            "1 Bas Bas Bas Entrée Fin Échap 2 Bas Entrée Fin Échap 3 Entrée Fin Échap / Échap d 4 Bas Bas Bas \
            Gauche c Bas Bas Bas c 5 Entrée Échap 6 Entrée Échap 7 F3 Échap F6 Échap ? Échap : Échap r Entrée t t c c"
                .split_whitespace()
                .collect();
        walk.extend(["Droite", "Bas", "Bas", "Bas", "c", "c"].repeat(17));
        for key in walk {
            driver.keys(key);
            let screen = driver.screen();
            assert_eq!(revealed(&screen), None, "on the wall after {key} at {size:?}:\n{screen}");
        }
        assert_eq!(driver.point(), "Closing");
    }
}

#[test]
fn a_person_is_shown_on_the_wall_only_while_somebody_asks() {
    let mut driver = marked().size(120, 36);
    driver.keys("r Entrée Droite Droite Droite m");
    assert!(driver.screen().contains("zzsecret trace"), "{}", driver.screen());
    assert!(!arrimage::domain::value::text::fold(&driver.screen()).contains("prenomsecret"), "still by alias");
    driver.keys("Droite");
    assert_eq!(revealed(&driver.screen()), None, "the next person is hidden again");
    driver.keys("b");
    assert!(driver.app.dialog.is_none() && driver.screen().contains("Masqué au mur"), "what is hidden is not opened");
    driver.keys("Échap");
    assert!(driver.screen().contains("Sortir de la rencontre?"), "{}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.screen().contains("Montrer de nouveau les noms?") && driver.app.is_projected());
    driver.keys("Échap");
    assert!(driver.app.is_projected(), "the wall keeps its aliases until somebody says so");
    driver.keys("r Entrée Échap Entrée Entrée");
    assert!(driver.screen().contains("Comité") && !driver.app.is_projected(), "leaving gives the screen back");
}

#[test]
fn nothing_that_is_given_to_others_speaks_of_a_person() {
    use arrimage::{
        domain::model::publication::{Form, Naming, Publication},
        export::{
            publish::{Clock, publish},
            sources::Sources,
        },
        tui::dialog::offered,
    };
    let mut driver = marked();
    driver.keys("p");
    let clock = Clock {
        now: chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment"),
        utc: |local| Some(local.and_utc()),
    };
    let made = |driver: &Driver, publication: &Publication, form| {
        let app = &driver.app;
        let sources = Sources { folder: &app.folder, cycle: &app.setting.cycle, shelf: &app.setting.catalogues };
        let published = publish(&app.words, sources, publication, form, &clock).expect("made");
        String::from_utf8_lossy(&published.bytes).into_owned()
    };
    let offered = offered::offered(&driver.app);
    assert_eq!(
        offered.len(),
        13,
        "three forms of the minutes, of the plan, of the review, the calendar and three questionnaires: {offered:?}"
    );
    for (publication, form) in offered {
        // A Word document is packed: what it holds is the same paper, and the script of the papers opens it.
        if form != Form::Docx {
            let text = made(&driver, &publication, form);
            assert_eq!(revealed(&text), None, "in {publication:?} {form}:\n{text}");
            assert!(text.len() > 400, "{text}");
        }
    }
    let stem = driver.app.folder.meetings.keys().next_back().expect("a meeting").clone();
    let named = made(&driver, &Publication::Minutes(stem, Naming::Said), Form::Html);
    assert!(named.contains("zzsecret note") && named.contains("Prénomsecret") && named.contains("DOCUMENT NOMINATIF"));
    driver.keys("p");
    assert!(offered::offered(&driver.app).iter().any(|(p, _)| matches!(p, Publication::Minutes(_, Naming::Said))));
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
fn blanking_hides_all_and_any_key_returns() {
    let mut driver = Driver::demo();
    driver.keys("3 !");
    assert_eq!(driver.screen().trim(), "");
    driver.keys("x");
    assert!(driver.screen().contains("Comment vont-ils"));
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
fn escape_sequences_in_names_do_not_reach_the_terminal() {
    let mut driver = Driver::demo().size(120, 36);
    std::sync::Arc::make_mut(&mut driver.app.folder.board.people[0]).name = "Am\u{1b}[31mélie\u{7}".into();
    driver.app.folder.plan.rows[0].title = "Ti\u{9b}2Jtre\r\n".into();
    for key in ["1", "2", "3", "Entrée"] {
        driver.keys(key);
        assert!(!driver.screen().contains(|c: char| c.is_control() && c != '\n'));
    }
}

#[test]
fn every_theme_is_readable() {
    use palette::{Srgb, color_difference::Wcag21RelativeContrast};
    let linear = |[r, g, b]: [u8; 3]| Srgb::new(r, g, b).into_format::<f32>().into_linear();
    let themes = theme::Themes::new(termprofile::TermProfile::TrueColor, Vec::new());
    assert_eq!(themes.names().collect::<Vec<_>>(), ["clair", "sombre", "projecteur", "contraste"]);
    for id in themes.names() {
        let theme = themes.get(id);
        assert_eq!(theme.pairs.len(), theme::Role::ALL.len(), "{id} is whole");
        assert_eq!(themes.faults(id), []);
        for (role, (ink, ground)) in &theme.pairs {
            let least = match (id, role) {
                (_, theme::Role::Rule) => 3.0,
                ("projecteur" | "contraste", _) => 7.0,
                _ => 4.5,
            };
            let contrast = linear(*ink).relative_contrast(linear(*ground));
            assert!(contrast >= least, "{id} {role:?}: {contrast:.2} < {least}");
            let ours = theme::contrast(*ink, *ground);
            assert!((f64::from(contrast) - ours).abs() < 0.01, "{id} {role:?}: {contrast} and {ours}");
        }
    }
}

#[test]
fn every_theme_has_its_colours_in_sixteen_and_its_meaning_in_none() {
    use ratatui::style::{Color, Modifier};
    use termprofile::TermProfile;
    for id in ["clair", "sombre", "projecteur", "contraste"] {
        for (profile, coloured) in [(TermProfile::Ansi16, true), (TermProfile::NoColor, false)] {
            let theme = theme::Themes::new(profile, Vec::new()).get(id);
            assert_eq!(theme.id, id);
            for (role, ..) in theme::Role::ALL {
                let style = theme.style(role);
                let reversed = style.add_modifier.contains(Modifier::REVERSED);
                assert_eq!(
                    reversed,
                    role == theme::Role::Selected,
                    "{id} {role:?}: the cursor's line is told by its reverse"
                );
                assert_eq!(style.fg.is_some(), coloured && !reversed, "{id} {role:?}");
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))), "{id} {role:?}");
                assert!(style.fg.is_none() || style.fg != style.bg, "{id} {role:?} is seen in sixteen colours");
            }
        }
    }
}

#[test]
fn a_theme_is_shown_while_one_chooses() {
    let mut driver = Driver::demo();
    driver.keys("F2 Bas");
    assert_eq!(driver.app.themes.0.id, "sombre");
    driver.keys("Échap");
    assert_eq!(driver.app.themes.0.id, "clair", "giving up puts the theme back");
    driver.keys("F2").typed("contraste");
    assert_eq!(driver.app.themes.0.id, "contraste");
    driver.keys("Entrée");
    assert_eq!(
        (driver.app.themes.0.id.as_str(), driver.effects.first()),
        ("contraste", Some(&Effect::RememberTheme("contraste".into())))
    );
}

#[test]
fn a_wall_of_a_thousand_people_costs_a_frame_of_forty() {
    // Not a time: the number of cells written does not depend on the number of rows, and neither does the text.
    let mut driver = Driver::demo().size(120, 40);
    let model = driver.app.folder.board.people[0].clone();
    driver.app.folder.board.people = (0..1000)
        .map(|i| arrimage::domain::model::board::Newcomer {
            id: format!("n{i:04}"),
            name: format!("Personne {i}"),
            alias: None,
            ..(*model).clone()
        })
        .map(Into::into)
        .collect();
    driver.keys("3 Fin");
    assert!(driver.screen().contains("Personne 999"));
    assert!(!driver.screen().contains("Personne 900"));
}

/// Versions as the disk would list them.
fn versions() -> Vec<arrimage::tui::event::VersionLine> {
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

#[test]
fn a_version_says_what_changed_after_it_and_nothing_of_it_on_a_wall() {
    let set = |file: FileId, path: &[&str], before: Option<Value>, after: Option<Value>| Edit {
        file,
        path: path.iter().map(|step| (*step).to_owned()).collect(),
        change: Change::Set { before, after },
    };
    let changes = vec![
        set(FileId::Board, &["personnes", "n01", "état"], Some(json!("à suivre")), Some(json!("va bien"))),
        set(FileId::Board, &["personnes", "n02", "conserver_jusquau"], None, Some(json!("2027-06-30"))),
        set(FileId::Board, &["personnes", "n03", "traces"], None, Some(json!([{"va_bien": "Ça va."}]))),
        set(FileId::Plan, &["déploiement", "p3", "quand"], Some(json!("2026-12-09")), Some(json!("mi-octobre 2026"))),
    ];
    for (columns, rows) in [(50, 16), (80, 24)] {
        let mut driver = Driver::demo().size(columns, rows);
        driver.keys("7");
        driver.event(Event::Versions(versions()));
        driver.event(Event::VersionRead(changes.clone(), "format: 1\n\npersonnes:\n  - id: n01\n".into()));
        insta::assert_snapshot!(format!("version-{columns}x{rows}"), driver.screen());
        driver.keys("p");
        let screen = driver.screen();
        assert!(!screen.contains("personnes:") && !screen.contains("Ça va."), "{screen}");
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
    driver.keys("6").keys("Échap Haut Haut Entrée Bas Bas Entrée").typed("amelie").keys("Entrée");
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

#[test]
fn a_mentor_who_is_replaced_is_kept_with_the_days() {
    let mut driver = Driver::demo();
    driver.keys("3 Entrée").keys("Bas Bas Bas Bas Bas Bas Bas Bas Entrée").typed("Nadia").keys("Entrée");
    let person = driver.app.folder.board.person("n01").expect("there").clone();
    assert_eq!(person.mentor.as_deref(), Some("Nadia Benali"), "{}", driver.screen());
    let [earlier] = &person.earlier_mentors[..] else { panic!("{:?}", person.earlier_mentors) };
    assert_eq!((earlier.name.as_str(), earlier.from.to_string()), ("Luc Tremblay", "2026-08-25".to_owned()));
    driver.keys("u");
    let person = driver.app.folder.board.person("n01").expect("there");
    assert!(
        person.mentor.as_deref() == Some("Luc Tremblay") && person.earlier_mentors.is_empty(),
        "one change, one undo"
    );
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
    driver.keys("Bas Bas Entrée").typed(" Et du centre de services.").keys("Tab");
    let answers: Vec<&str> = driver.app.folder.plan.questions.iter().map(|q| q.answer.as_str()).collect();
    assert_eq!(answers, ["Du budget de l'école.", "", "Du budget de l'école. Et du centre de services."]);
}

/// The pictures of the README. `ARRIMAGE_IMAGES=oui cargo test pictures` draws them again.
#[test]
fn the_pictures_of_the_readme_are_true() {
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
    ] {
        let mut driver = Driver::demo().size(size.0, size.1);
        driver.keys(keys);
        if name == "7-versions" {
            driver.event(arrimage::tui::event::Event::Versions(versions()));
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
fn a_closing_that_was_cut_short_is_finished_not_doubled() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite Droite Droite 2 n").typed("Une seule trace.").keys("Tab");
    let draft = driver.app.folder.draft.clone();
    driver.until("Closing");
    driver.keys("Bas Entrée Entrée");
    // The disk kept everything but the end of the draft.
    driver.app.folder.draft = draft;
    driver.keys("r Haut Entrée");
    driver.until("Closing");
    driver.keys("Bas Entrée Entrée");
    assert_eq!(driver.app.folder.meetings.len(), 3);
    let person = driver.app.folder.board.person("n04").expect("is there");
    assert_eq!(person.traces.iter().filter(|t| t.challenge == "Une seule trace.").count(), 1);
}

#[test]
fn a_new_issue_gets_a_row_and_an_indicator() {
    let mut driver = Driver::demo().size(100, 40);
    driver.keys("1 n").typed("Accueil du personnel de soutien, même en cours d’année").keys("Entrée");
    let issue = driver.app.folder.plan.issues.last().expect("an issue").clone();
    assert_eq!((issue.id.as_str(), issue.priority), ("accueil-du-personnel-de", Some(3)));
    driver.keys("n Entrée").typed("Se sentent-ils attendus?").keys("Entrée");
    assert_eq!(driver.app.folder.plan.indicators.last().expect("one").issue.as_deref(), Some(issue.id.as_str()));
    driver.keys("2 n").typed("Préparer le premier matin").keys("Entrée n Fin Entrée").keys("Échap");
    driver.keys("2 Fin Entrée n").typed("accueil").keys("Entrée");
    let row = driver.app.folder.plan.rows.last().expect("a row");
    assert!(row.cycle.iter().any(|entry| entry.issue.as_deref() == Some(issue.id.as_str())), "{row:?}");
    driver.keys("F3 n").typed("Émile Roy").keys("Entrée");
    assert_eq!(driver.app.folder.plan.committee.members.len(), 7);
}

/// A clash about a note that nobody may see on a wall, and one about a state that everybody may.
fn clashes() -> Vec<Clash> {
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
    assert!(driver.cursor_line().contains("JSO : objectif"), "the next field without an answer:\n{}", driver.screen());
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
fn questions_of_the_outside_say_nothing_private_on_a_wall() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("p");
    let when = driver.app.now;
    let goal = "Connaître l'horaire";
    let path: Vec<String> = ["personnes", "n02", "objectif"].map(Into::into).to_vec();
    let change = Change::Set { before: None, after: Some(json!(goal)) };
    let edit = Edit { file: FileId::Board, path: path.clone(), change };
    for question in [
        Prompt::Clashes(clashes(), Origin::Copy),
        Prompt::Unwritten { when, edits: vec![edit.clone()] },
        Prompt::Copy { name: "suivi-PC.yaml".into(), file: FileId::Board, edits: vec![edit], clashes: clashes() },
        Prompt::Purge { people: vec!["n02".into()], going: vec!["suivi.yaml : une fiche".into()] },
        Prompt::Rewrite(Fault::new(Code::NotEditable, "suivi.yaml").at(Place {
            file: "suivi.yaml".into(),
            line: 12,
            column: 5,
            excerpt: goal.into(),
        })),
    ] {
        driver.event(Event::Asked(Box::new(question)));
        let screen = driver.screen();
        assert!(driver.app.dialog.is_some() && !screen.contains(goal) && !screen.contains("Connor"), "{screen}");
        driver.keys("Échap");
        assert!(driver.app.dialog.is_none());
    }
    let typed = Prompt::Typed { when, file: FileId::Board, path, text: goal.into() };
    driver.event(Event::Asked(Box::new(typed)));
    assert!(driver.app.dialog.is_none(), "a text about a person waits until no wall reads");
    driver.keys("p");
    assert!(driver.screen().contains(goal), "{}", driver.screen());
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
    let news = |now| vec![News { file: FileId::Board, now, records: 2 }];
    driver.event(Event::Outside(news(Ok(Some(Document::Board(board))))));
    assert_eq!(driver.cursor_line(), here);
    assert!(driver.screen().contains("suivi.yaml mis à jour par un autre programme : 2 fiches"));
    let fault = Fault::new(Code::Tab, "suivi.yaml");
    driver.event(Event::Outside(news(Err(fault))));
    assert!(driver.screen().contains("Un fichier ne se lit pas"), "{}", driver.screen());
    driver.keys("a Entrée").typed("Une phrase.").keys("Tab");
    assert!(driver.effects.is_empty(), "a file that cannot be read takes no edit");
    let screen = driver.screen();
    assert!(screen.contains("Une phrase.") && screen.contains("Votre texte reste ici"), "{screen}");
    let mended = driver.app.folder.board.clone();
    let waiting = driver.app.dialog.is_some();
    driver.event(Event::Outside(news(Ok(Some(Document::Board(mended))))));
    assert!(driver.app.notice.as_ref().is_some_and(|notice| notice.text.contains("suivi.yaml se lit de nouveau")));
    assert!(waiting, "the text waits for the file");
    driver.keys("Tab");
    assert!(matches!(driver.effects.as_slice(), [Effect::Save(..), ..]), "and goes in once it is mended");
    driver.keys("Échap");
    driver.event(Event::Outside(news(Ok(None))));
    assert!(driver.screen().contains("a été supprimé par un autre programme"), "{}", driver.screen());
    assert_eq!(driver.app.folder.board.people.len(), 10, "what was there stays at hand");
}

#[test]
fn undoing_leaves_alone_what_another_program_wrote() {
    let mut driver = Driver::demo();
    driver.keys("2 Bas x");
    let mut plan = driver.app.folder.plan.clone();
    plan.rows[1].state = Some(Progress::Dropped);
    driver.event(Event::Outside(vec![News { file: FileId::Plan, now: Ok(Some(Document::Plan(plan))), records: 1 }]));
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
    driver.event(Event::Outside(vec![News { file: FileId::Plan, now: Ok(Some(Document::Plan(plan))), records: 1 }]));
    driver.keys("u");
    assert!(driver.screen().contains("u annule celui d’avant"), "{}", driver.screen());
    driver.keys("u");
    let screen = driver.screen();
    assert_ne!(state(&driver, &first), done, "{:?}\n{screen}", driver.app.history);
    assert_eq!(state(&driver, &second), Progress::Dropped);
    driver.keys("U");
    assert_eq!(state(&driver, &first), done, "what was undone is redone");
    // From the list of all gestures too: those that fit are undone, the others are left as they are.
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
fn what_a_file_says_never_reaches_the_terminal_as_a_command() {
    let mut driver = Driver::demo();
    let evil = "\u{1b}[31mRouge\u{1b}]0;titre\u{7}\u{9b}2J\u{202e}";
    for person in driver.app.folder.board.people.iter_mut().map(std::sync::Arc::make_mut) {
        (person.name, person.job, person.mentor) = (evil.into(), evil.into(), Some(evil.into()));
        person.traces.iter_mut().for_each(|trace| trace.goes_well = evil.into());
    }
    for keys in ["1", "3", "Entrée", "Échap", "r Haut Entrée Droite Droite Droite", "p"] {
        driver.keys(keys);
        let screen = driver.screen();
        assert!(!screen.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{screen:?}");
    }
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
    for said in ["AC\u{a0}: palier ciblé → universel", "15 octobre 2026, 12 novembre 2026", "commencent le 20 octobre"]
    {
        assert!(screen.contains(said), "{said} in {screen}");
    }
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
    assert_eq!((issue.scales[0].id.as_str(), issue.scales[0].level(0)), ("o1", "Chaque personne a un temps commun"));
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
