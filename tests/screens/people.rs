//! A newcomer: the sheet, the traces, the mentors.

use super::*;
use arrimage::domain::{
    advice::overview::DueKind,
    model::{
        board::Departure,
        field_kind::Kind,
        pair::{Agreement, AgreementAnswer, PairMeeting},
    },
    value::when::Day,
};
use std::sync::Arc;

#[test]
fn a_person_is_added_edited_and_archived() {
    let mut driver = Driver::demo().size(100, 30);
    driver.keys("3 n").typed("Zoé Bélanger-Œuvrard").keys("Entrée").typed("concierge").keys("Entrée");
    let id = driver.app.folder.board.people.last().expect("somebody").id.clone();
    let id = id.as_str();
    assert!(id.starts_with("n10-"), "{id}");
    assert_eq!(
        driver.app.folder.board.person(id).expect("is there").job,
        "concierge",
        "what one types next is the job"
    );
    assert_eq!(driver.app.folder.board.person(id).expect("is there").name, "Zoé Bélanger-Œuvrard");
    assert!(driver.screen().contains("Bélanger-Œuvrard · Arrivée"), "{}", driver.screen());
    driver.typed("9 nov.").keys("Entrée Entrée").typed("Luc Tremblay").keys("Entrée");
    let person = driver.app.folder.board.person(id).expect("is there");
    let arrival = person.arrival.map(|day| day.to_string());
    assert_eq!(
        (arrival.as_deref(), person.contact.as_deref()),
        (Some("2026-11-09"), None),
        "Enter passes over a question"
    );
    assert_eq!(person.mentor.as_deref(), Some("Luc Tremblay"));
    assert!(driver.screen().contains("Mentor depuis"), "since when is asked, today at hand: {}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.app.dialog.is_none());
    driver.keys("Entrée Entrée");
    assert_eq!(driver.app.folder.board.person(id).expect("is there").wellbeing, None, "Enter alone says nothing");
    driver.keys("Haut Entrée").typed("suivre").keys("Entrée");
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

#[test]
fn a_mentor_who_is_replaced_is_kept_with_the_days() {
    let mut driver = Driver::demo();
    driver.keys("3 Entrée").keys("Bas Bas Bas Bas Bas Bas Bas Bas Bas Bas Entrée").typed("Nadia").keys("Entrée");
    let person = driver.app.folder.board.person("n01").expect("there").clone();
    assert_eq!(person.mentor.as_deref(), Some("Nadia Benali"), "{}", driver.screen());
    let [earlier] = &person.earlier_mentors[..] else { panic!("{:?}", person.earlier_mentors) };
    assert_eq!((earlier.name.as_str(), earlier.from), ("Luc Tremblay", None), "nobody said since when");
    driver.keys("Ctrl-A").clear_field().typed("2 nov.").keys("Entrée");
    let since = driver.app.folder.board.person("n01").expect("there").mentor_since.expect("said");
    assert_eq!(since.0.to_string(), "2026-11-02");
    driver.keys("u u");
    let person = driver.app.folder.board.person("n01").expect("there");
    assert!(
        person.mentor.as_deref() == Some("Luc Tremblay") && person.earlier_mentors.is_empty(),
        "one change, one undo"
    );
}

#[test]
fn whoever_leaves_is_kept_as_long_as_the_school_says() {
    let mut driver = Driver::demo();
    driver.app.folder_mut().plan.retention =
        Some(arrimage::domain::model::plan::Retention { after_departure: "18 mois".into(), ..Default::default() });
    driver.keys("3 Suppr Entrée");
    let person = driver.app.folder.board.person("n01").expect("there").clone();
    assert_eq!(person.keep_until.expect("proposed").0.to_string(), "2028-05-21");
    assert!(driver.screen().contains("conserver jusqu’au 21 mai 2028"), "{}", driver.screen());
    driver.keys("u");
    let person = driver.app.folder.board.person("n01").expect("there");
    assert!(person.departure.is_none() && person.keep_until.is_none(), "one gesture, one undo");
}

#[test]
fn the_nine_risks_of_a_pairing_are_looked_at_one_after_another_and_block_nothing() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3 Bas Entrée e").typed("neuf risques");
    assert!(driver.screen().contains("0 sur 9"), "{}", driver.screen());
    driver.keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("Mentor mal outillé") && screen.contains("Mentor sauveur"), "{screen}");
    // Enter alone says nothing of a risk that nobody looked at.
    driver.keys("Entrée Entrée");
    assert!(driver.app.folder.board.people[1].risks.is_empty());
    driver.typed("Horaires").keys("Entrée").typed("surveiller").keys("Entrée");
    let seen = |driver: &Driver| -> Vec<(String, String)> {
        let risks = &driver.app.folder.board.people[1].risks;
        risks.iter().map(|(code, seen)| (code.clone(), seen.to_string())).collect()
    };
    let pair = |code: &str, seen: &str| (code.to_owned(), seen.to_owned());
    assert_eq!(seen(&driver), [pair("risque-3", "à surveiller")]);
    // The next one waits under the cursor.
    driver.keys("Entrée").typed("non").keys("Entrée Échap");
    assert_eq!(seen(&driver), [pair("risque-3", "à surveiller"), pair("risque-4", "non")]);
    driver = driver.size(120, 110);
    let sheet = driver.screen();
    assert!(sheet.contains("Risques du jumelage") && sheet.contains("Horaires qui ne se croisent pas"), "{sheet}");
    driver.keys("u");
    assert_eq!(seen(&driver), [pair("risque-3", "à surveiller")], "each answer is undone alone");
    // A wall shows none of it.
    driver.keys("p");
    let wall = driver.screen();
    assert!(!wall.contains("à surveiller") && !wall.contains("Horaires") && !wall.contains("isques"), "{wall}");
    let undone = driver.keys("u").screen().to_lowercase();
    assert!(!undone.contains("horaires"), "nor which one was undone: {undone}");
}

#[test]
fn whoever_is_to_leave_is_there_until_that_day() {
    for (ago, is_there) in [(-20, true), (-1, true), (0, false), (5, false)] {
        let mut driver = Driver::demo().size(120, 40);
        let day = Day(driver.app.today() - chrono::Duration::days(ago));
        let mut person = (*driver.app.folder.board.people[0]).clone();
        person.departure = Some(Departure { date: day, reason: String::new() });
        driver.app.folder_mut().board.people[0] = Arc::new(person);
        let board = driver.keys("3").screen();
        assert_eq!(board.contains("Amélie Côté"), is_there, "{ago}: {board}");
        driver.keys("r Entrée");
        let draft = driver.app.folder.draft.as_ref().expect("a meeting");
        assert_eq!(draft.meeting.people.iter().any(|point| point.person == "n01"), is_there, "{ago}");
    }
}

#[test]
fn needs_are_offered_with_their_dimension_of_induction() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("3 Entrée").reach("Besoins").keys("Entrée").typed("emploi");
    let screen = driver.screen();
    assert!(screen.contains("statut et conditions d’emploi · emploi"), "{screen}");
    assert!(!screen.contains("gestion de classe · métier"), "one dimension at a time: {screen}");
}

#[test]
fn what_a_pair_agreed_on_stands_beside_how_often_they_met() {
    let mut driver = Driver::demo().size(140, 60);
    let today = Day(driver.app.today());
    let day = |ago: u64| Day(today.0 - chrono::Days::new(ago));
    let met = |ago: u64| PairMeeting { date: day(ago), length: String::new(), theme: String::new() };
    let mut person = (*driver.app.folder.board.people[0]).clone();
    person.mentor = Some("Luc Tremblay".into());
    person.agreement = Some(Agreement {
        date: Some(day(22)),
        answers: vec![AgreementAnswer {
            question: "À quelle fréquence nous voyons-nous?".into(),
            answer: "aux deux semaines".into(),
            ..AgreementAnswer::default()
        }],
        ..Agreement::default()
    });
    person.pair_meetings = vec![met(30), met(20), met(1)];
    driver.app.folder_mut().board.people[0] = Arc::new(person);
    let screen = driver.keys("3 Entrée").screen();
    let screen = screen.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(screen.contains("entente : aux deux semaines (2 rencontres en 3 semaines)"), "{screen}");
}

#[test]
fn the_page_of_a_pair_tells_what_is_known_of_each_and_the_agreement_is_the_two_peoples() {
    let mut driver = Driver::demo().size(120, 110);
    driver.keys("3 Bas Entrée e");
    let screen = driver.screen();
    assert!(screen.contains("Jumelage") && screen.contains("dégagement\u{a0}: 20 %"), "{screen}");
    assert!(screen.contains("évalue"), "who evaluates is told: {screen}");
    driver.typed("Tremblay").keys("Entrée");
    let person = driver.app.folder.board.people[1].clone();
    assert_eq!(person.mentor.as_deref(), Some("Luc Tremblay"));
    assert_eq!(person.mentor_since.map(|day| day.0), Some(driver.app.today()));
    // Since when is asked; the day proposed is today's.
    driver.keys("Entrée e Entrée");
    let agreement = driver.app.folder.board.people[1].agreement.clone().expect("made");
    assert_eq!((agreement.answers.len(), agreement.answered(), agreement.date), (12, 0, None), "nothing is invented");
    driver.keys("Bas Bas Entrée").typed("Chaque semaine").keys("Entrée");
    let agreement = driver.app.folder.board.people[1].agreement.clone().expect("there");
    assert_eq!(agreement.rhythm(), "Chaque semaine");
    let screen = driver.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("1 sur 12") && screen.contains("entente : Chaque semaine"), "{screen}");
    // It goes and comes back whole.
    driver.keys("e Entrée Suppr");
    assert!(driver.app.folder.board.people[1].agreement.is_none());
    driver.keys("u");
    assert_eq!(driver.app.folder.board.people[1].agreement, Some(agreement));
}

#[test]
fn needs_of_teaching_are_offered_last_to_whoever_does_not_teach() {
    let driver = Driver::demo();
    let offered = |person: &str| match arrimage::tui::dialog::form::needs_of(&driver.app, person) {
        Kind::Many(known) => {
            let at = |need: &str| known.iter().position(|(known, _)| known == need).expect("offered");
            at("rencontres de parents") < at("technologies")
        }
        other => panic!("{other:?}"),
    };
    // The second of the board is a caretaker; the first teaches.
    assert!(offered("n01"), "in the order of the sources");
    assert!(!offered("n02"), "after what anybody may need");
}

#[test]
fn a_new_year_is_shown_before_it_begins_and_is_one_gesture() {
    let mut driver = Driver::demo();
    driver.keys("A");
    let screen = driver.screen();
    assert!(screen.contains("Commencer l’année 2027-2028?") && screen.contains("gardé sous le nom"), "{screen}");
    driver.keys("Échap");
    assert_eq!(driver.app.folder.plan.school.year, "2026-2027");
    let before = driver.app.folder.clone();
    driver.keys("A Entrée");
    // The files are looked at first: a year begins whole.
    let Some(Effect::BeginYear(edits, name)) = driver.effects.last().cloned() else { panic!("{:?}", driver.effects) };
    assert_eq!((driver.app.folder.plan.school.year.as_str(), name.as_str()), ("2026-2027", "2026-2027"));
    driver.event(Event::YearBegins(edits));
    assert_eq!(driver.app.folder.plan.school.year, "2027-2028");
    assert!(driver.app.folder.board.present(driver.app.today()).all(|person| person.wellbeing.is_none()));
    assert!(driver.app.folder.plan.rows.iter().all(arrimage::domain::model::plan::Row::is_open));
    driver.keys("u");
    assert_eq!(driver.app.folder.plan, before.plan);
    assert_eq!(driver.app.folder.board, before.board);
}

#[test]
fn that_a_pair_met_is_noted_and_never_what_was_said() {
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("3 Entrée c").typed("30 min, la routine").keys("Entrée");
    let met = driver.app.folder.board.person("n01").expect("there").pair_meetings.clone();
    assert_eq!(met.len(), 1);
    assert_eq!((met[0].length.as_str(), met[0].theme.as_str()), ("30 min", "la routine"));
    assert_eq!(met[0].date.0, driver.app.today());
    let screen = driver.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("vues une fois"), "{screen}");
    // What is no length is not kept in its place; a second time the same day corrects the first.
    driver.keys("c").clear_field().typed("Elle a pleuré").keys("Entrée");
    assert!(driver.screen().contains("Écrivez une durée"), "{}", driver.screen());
    driver.clear_field().typed("une demi-heure").keys("Entrée");
    let met = driver.app.folder.board.person("n01").expect("there").pair_meetings.clone();
    assert_eq!((met.len(), met[0].length.as_str(), met[0].theme.as_str()), (1, "une demi-heure", ""));
    driver.keys("u u");
    assert!(driver.app.folder.board.person("n01").expect("there").pair_meetings.is_empty());
    // Nobody is said to have met a mentor who is not there.
    driver.keys("Échap Bas Entrée c");
    assert!(driver.app.dialog.is_none() && driver.screen().contains("pas de personne mentore"), "{}", driver.screen());
}

#[test]
fn the_welcome_of_somebody_is_made_ticked_and_due() {
    let mut driver = Driver::demo().size(100, 60);
    driver.keys("3 n").typed("Zoé Neuve").keys("Entrée").typed("enseignante").keys("Entrée");
    driver.typed("2026-11-24").keys("Entrée").typed("Nadia").keys("Entrée Entrée");
    let zoe = |driver: &Driver| {
        let people = driver.app.folder.board.everyone();
        people.filter(|person| person.name == "Zoé Neuve").map(Clone::clone).next().expect("there")
    };
    let person = zoe(&driver);
    assert!(driver.app.dialog.is_none(), "{}", driver.screen());
    assert_eq!(person.welcome.len(), 12, "{:?}", person.welcome);
    assert_eq!((person.welcome[0].when.0.as_str(), person.welcome[2].who.as_str()), ("2026-11-21", "répondant"));
    assert!(driver.screen().contains("Nadia Benali (répondant)"), "{}", driver.screen());
    // What is close is to be done; a wall is not told who arrives nor what is done.
    let due = arrimage::domain::advice::overview::due(&driver.app.folder, driver.app.today());
    let first = due.iter().filter(|due| matches!(due.kind, DueKind::Welcome(..))).collect::<Vec<_>>();
    assert!(
        matches!(first.as_slice(), [due] if matches!(due.kind, DueKind::Welcome(.., 8))),
        "one line a person: {first:?}"
    );
    while !driver.cursor_line().contains("Accueillir et faire la visite") {
        driver.keys("Bas");
    }
    assert!(driver.screen().contains("Accueil\u{a0}: 0 sur 12"), "{}", driver.screen());
    driver.keys("x");
    let ticked = zoe(&driver).welcome[2].clone();
    assert!(!ticked.is_open() && ticked.done_on.is_some(), "{ticked:?}");
    assert_eq!(ticked.done_by.as_deref(), Some("Nadia Benali"), "whoever has the role later did not do it");
    assert!(driver.screen().contains("fait · Nadia Benali · 21 novembre 2026"), "{}", driver.screen());
    driver.keys("x");
    let unticked = zoe(&driver).welcome[2].clone();
    assert_eq!(
        (unticked.who.as_str(), unticked.done_by.as_deref()),
        ("répondant", None),
        "it is whoever has the role again"
    );
    driver.keys("x");
    assert!(driver.screen().contains("Accueil\u{a0}: 1 sur 12"), "{}", driver.screen());
    driver.keys("u");
    assert!(zoe(&driver).welcome[2].is_open());
    driver.keys("n").typed("Lui montrer la piscine").keys("Entrée");
    assert_eq!(zoe(&driver).welcome.len(), 13);
    driver.keys("Échap 1 p");
    assert!(!driver.screen().contains("visite des lieux"), "{}", driver.screen());
    driver.keys("3 Fin Entrée");
    assert!(!driver.screen().contains("sur 13"), "the days of a welcome tell who arrived: {}", driver.screen());
}
