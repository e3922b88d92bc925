//! What a projector, a document or a lower level never shows.

use arrimage::{
    domain::privacy::{audience::Level, preview::Doubt},
    tui::state::{consent::Consent, dialog::Dialog},
};

use super::{
    versions::{clashes, kept_versions},
    *,
};

/// The demonstration with a marker in every field about a person, and people's names in what the committee wrote.
pub fn marked() -> Driver {
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

pub const MARK: &str = "zzsecret";

/// The secret that a text reveals, if any; none may be projected.
pub fn revealed(text: &str) -> Option<&str> {
    let folded = arrimage::domain::value::text::fold(text);
    [MARK, "prenomsecret", "famillesecrete"].into_iter().find(|secret| folded.contains(secret))
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
    driver.keys("r Entrée Droite Droite Droite m Entrée");
    assert!(driver.screen().contains("zzsecret trace"), "{}", driver.screen());
    assert!(!arrimage::domain::value::text::fold(&driver.screen()).contains("prenomsecret"), "still by alias");
    driver.keys("Droite");
    assert_eq!(revealed(&driver.screen()), None, "the next person is hidden again");
    driver.keys("b");
    assert!(driver.app.dialog.is_none() && driver.screen().contains("Masqué au mur"), "what is hidden is not opened");
    driver.keys("Échap");
    assert!(driver.app.dialog.is_none(), "whoever sends an alert away is not leaving");
    driver.keys("Échap");
    assert!(driver.screen().contains("Sortir de la rencontre?"), "{}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.screen().contains("Montrer de nouveau les noms?") && driver.app.is_projected());
    driver.keys("Échap");
    assert!(driver.app.is_projected(), "the wall keeps its aliases until somebody says so");
    driver.keys("r Entrée Échap Entrée Entrée");
    assert!(driver.app.is_projected(), "Enter, which may be meant for a field, shows nothing");
    driver.keys("r Entrée Échap Entrée o");
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
        let sources = Sources {
            folder: &app.folder,
            cycle: &app.setting.cycle,
            shelf: &app.setting.catalogues,
            said: &[],
            columns: &[],
            letter: None,
        };
        let published = publish(&app.words, sources, publication, form, &clock).expect("made");
        String::from_utf8_lossy(&published.bytes).into_owned()
    };
    let offered = offered::offered(&driver.app);
    assert_eq!(
        offered.len(),
        20,
        "three forms of the minutes, of the plan and its brief, of the review, of the privacy file, the calendar and four questionnaires: {offered:?}"
    );
    for (publication, form) in offered {
        // A Word document is compressed, so its text is not searched here; it is made from the same paper.
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
fn blanking_hides_all_and_any_key_returns() {
    let mut driver = Driver::demo();
    driver.keys("3 !");
    assert_eq!(driver.screen().trim(), "");
    driver.keys("x");
    assert!(driver.screen().contains("Comment vont-ils"));
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
fn a_wall_of_a_thousand_people_costs_a_frame_of_forty() {
    // Not a time limit: neither the number of cells written nor the text depends on the number of rows.
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
        driver.event(Event::Versions(kept_versions()));
        driver.event(Event::VersionRead(changes.clone(), "format: 1\n\npersonnes:\n  - id: n01\n".into()));
        insta::assert_snapshot!(format!("version-{columns}x{rows}"), driver.screen());
        driver.keys("p");
        let screen = driver.screen();
        assert!(!screen.contains("personnes:") && !screen.contains("Ça va."), "{screen}");
    }
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
        Prompt::Copy {
            name: "suivi-PC.yaml".into(),
            file: FileId::Board,
            edits: vec![edit],
            clashes: clashes(),
            purged: 1,
        },
        Prompt::Purge {
            people: vec!["n02".into()],
            words: Vec::new(),
            going: vec!["suivi.yaml : une fiche".into()],
            has_sentences: false,
        },
        Prompt::Refused(Fault::new(Code::NotEditable, "suivi.yaml").at(Place {
            file: "suivi.yaml".into(),
            line: 12,
            column: 5,
            excerpt: goal.into(),
        })),
    ] {
        driver.event(Event::Asked(Box::new(question)));
        let screen = driver.screen();
        assert!(driver.app.dialog.is_some() && !screen.contains(goal) && !screen.contains("Connor"), "{screen}");
        // What was recovered is thrown away only when asked twice.
        driver.keys("Échap Échap");
        assert!(driver.app.dialog.is_none());
    }
    let typed = Prompt::Typed { when, file: FileId::Board, path, text: goal.into() };
    driver.event(Event::Asked(Box::new(typed)));
    assert!(driver.app.dialog.is_none(), "a text about a person waits until no wall reads");
    driver.keys("p");
    assert!(driver.screen().contains(goal), "{}", driver.screen());
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

/// A version of a survey holds comments: only the principal may read it.
#[test]
fn the_committee_reads_no_comment_of_a_survey_in_an_earlier_version() {
    let line = arrimage::tui::event::VersionLine {
        file: FileId::Survey("2026-10".into()),
        ..kept_versions().into_iter().next().expect("a version")
    };
    let text = "format: 1\nquestions:\n  - id: q1\n    commentaires: [Personne ne m’écoute.]\n";
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("7");
    driver.event(Event::Versions(vec![line]));
    for (level, is_read) in [(Level::Direction, true), (Level::Committee, false), (Level::Projected, false)] {
        driver.app.set_level(level);
        driver.event(Event::VersionRead(Vec::new(), text.into()));
        assert_eq!(driver.screen().contains("Personne ne m’écoute."), is_read, "{level}:\n{}", driver.screen());
    }
}

#[test]
fn the_words_in_doubt_are_chosen_before_a_purge_and_never_on_a_wall() {
    let doubts = || {
        let doubt = Doubt { times: 3, example: "du côté nord".into(), file: "suivi.yaml".into() };
        let words = vec![("cote".to_owned(), doubt.clone()), ("rose".to_owned(), doubt)];
        Event::Asked(Box::new(Prompt::Doubts { people: vec!["n01".into()], words }))
    };
    let mut driver = Driver::demo().size(100, 30);
    driver.event(doubts());
    assert!(driver.screen().contains("du côté nord"), "{}", driver.screen());
    driver.keys("Bas Espace Entrée");
    let [Effect::AskPurge(people, Some(words)), ..] = driver.effects.as_slice() else { panic!("{:?}", driver.effects) };
    assert_eq!((people.as_slice(), words.as_slice()), (["n01".to_owned()].as_slice(), ["rose".to_owned()].as_slice()));
    driver.event(doubts());
    driver.keys("Échap");
    assert!(driver.app.dialog.is_none() && driver.effects.is_empty(), "nothing is purged");
    driver.keys("p");
    driver.event(doubts());
    assert!(driver.app.dialog.is_none(), "a wall reads none of it");
}

#[test]
fn no_half_of_a_name_is_left_at_the_end_of_a_line_at_any_width() {
    let mut driver = Driver::demo();
    let said = "Jumeler Jean-Sébastien O'Connor-Lévesque et Geneviève Saint-Hilaire-Beauregard, puis Marie-Ève Lacasse";
    let folder = driver.app.folder_mut();
    folder.plan.rows[0].title = said.into();
    folder.plan.issues[0].name = said.into();
    folder.plan.committee.agenda = vec![said.to_owned().into()];
    if let Some(meeting) = folder.meetings.values_mut().next_back() {
        meeting.decisions = vec![said.into()];
        meeting.successes = vec![said.into()];
        meeting.issues[0].notes = said.into();
    }
    driver.keys("p");
    let halves =
        ["Sébastien", "Jean-", "Connor", "Lévesque", "Geneviève", "Hilaire", "Beauregard", "Marie-", "Lacasse"];
    let places = [
        "1",
        "2",
        "Entrée",
        "Échap 4",
        "c",
        "1 r Entrée",
        "c",
        "c Droite",
        "Droite Droite",
        "5 Droite Droite",
        "t",
        "t",
    ];
    let through = ["Droite"; 18];
    for keys in places.iter().chain(&through) {
        driver.keys(keys);
        driver.app.tell(said);
        for width in (40..=140).step_by(3) {
            driver = driver.size(width, 40);
            let screen = driver.screen();
            for half in halves {
                assert!(!screen.contains(half), "{half} at {width} columns, after {keys}:\n{screen}");
            }
        }
    }
    assert_eq!(driver.point(), "Closing");
}

#[test]
fn while_a_meeting_runs_nothing_shows_more_without_a_yes() {
    let mut driver = marked().size(120, 36);
    driver.keys("r Entrée Droite Droite Droite p");
    assert!(driver.app.is_projected() && driver.screen().contains("F4 change qui lit"), "{}", driver.screen());
    driver.keys("F4 Haut Entrée");
    assert!(driver.app.is_projected() && driver.screen().contains("Une rencontre est en cours"), "{}", driver.screen());
    driver.keys("Échap");
    assert!(driver.app.is_projected(), "no is no");
    driver.keys("F4 Haut Entrée Entrée");
    assert!(driver.app.is_projected(), "Enter is no");
    driver.keys("F4 Haut Entrée o");
    assert!(!driver.app.is_projected(), "yes is yes");
    driver.keys("p");
    assert!(driver.app.is_projected(), "hiding more asks nothing");
    // Whoever is shown for a moment is hidden by any way out.
    for way in ["t t", "Droite Gauche", "! Échap", "Échap Entrée"] {
        driver.keys("m Entrée");
        assert!(driver.app.projection.revealed.is_some(), "{way}");
        driver.keys(way);
        assert!(driver.app.projection.revealed.is_none(), "{way}");
        assert_eq!(revealed(&driver.screen()), None, "{way}:\n{}", driver.screen());
    }
}

#[test]
fn a_black_screen_is_black_in_every_theme_and_says_how_to_leave() {
    let mut driver = Driver::demo().size(80, 24);
    for theme in ["clair", "sombre", "projecteur", "contraste"] {
        driver.app.themes.0 = driver.app.setting.themes.get(theme);
        driver.keys("!");
        assert!(driver.screen().trim().is_empty(), "{theme}");
        driver.pause();
        let later = driver.app.now + chrono::TimeDelta::seconds(2);
        driver.event(Event::Clock(later));
        assert_eq!(driver.screen().trim(), "une touche pour revenir", "{theme}");
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 24));
        arrimage::tui::view::draw(&driver.app, &mut buffer);
        let is_black = |cell: &ratatui::buffer::Cell| cell.bg == ratatui::style::Color::Black;
        assert!(buffer.content().iter().all(is_black), "{theme} is not black");
        driver.keys("Échap");
        assert!(driver.screen().contains("Le cycle"));
    }
}

/// The screen as one line, whatever its columns.
fn one_line(driver: &mut Driver) -> String {
    driver.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_ticked_for_a_person_is_shown_kept_and_taken_back_at_once() {
    let mut driver = Driver::demo().size(120, 36);
    driver.keys("r Haut Entrée Droite Droite Droite x");
    assert!(one_line(&mut driver).contains("✓ Fait Bâtir l'outil de routine avec Nadia"), "{}", driver.screen());
    driver.keys("u");
    assert!(
        one_line(&mut driver).contains("Prévu Bâtir") && !driver.screen().contains("✓ Fait"),
        "{}",
        driver.screen()
    );
    driver.keys("F4 Bas Entrée x");
    assert!(driver.screen().contains("Masqué au mur"), "a wall ticks nothing blind: {}", driver.screen());
    assert!(driver.app.folder.board.person("n04").expect("there").next_action.is_some());
    driver.keys("m Entrée x m");
    close(&mut driver);
    let held = driver.app.folder.meetings.values().next_back().expect("held");
    assert!(held.people.iter().any(|point| point.person == "n04" && point.done.contains("Bâtir")), "{:?}", held.people);
}

/// Any keys on a wall, from a seed: nothing marked shows, and nobody leaves without a question. `ARRIMAGE_TOUCHES` and
/// `ARRIMAGE_GRAINE` say how many, and from where.
#[test]
fn no_keys_on_a_wall_show_a_marked_word_or_leave_unasked() {
    let asked = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let (many, seed) = (asked("ARRIMAGE_TOUCHES").unwrap_or(1000), asked("ARRIMAGE_GRAINE").unwrap_or(1));
    // Showing somebody on purpose, and saying yes to showing more, are what the questions are for.
    let letters = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("/:?!+-=. éà".chars()).filter(|c| *c != 'm');
    let named = ["Entrée", "Entrée", "Échap", "Haut", "Bas", "Gauche", "Droite", "Tab", "Maj-Tab", "PgSuiv", "PgPréc"];
    let named = named
        .into_iter()
        .chain(["Début", "Fin", "Suppr", "F1", "F2", "F3", "F5", "F6", "F7", "F9", "F10", "Ctrl-T", "Ctrl-X"]);
    let keys: Vec<String> = letters.map(|c| if c == ' ' { "Espace".into() } else { c.to_string() }).collect();
    let keys: Vec<String> = keys.into_iter().chain(named.map(ToOwned::to_owned)).collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut driver = marked().size(90, 30);
    driver.keys("r Entrée");
    assert!(driver.app.is_projected());
    for turn in 0..many {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let mut key = keys[usize::try_from(state % keys.len() as u64).expect("small")].as_str();
        let says_yes = |dialog: &Dialog| matches!(dialog, Dialog::Question(question) if matches!(question.consent, Consent::Level(_)));
        if driver.app.dialog.as_ref().is_some_and(says_yes) {
            key = "Échap";
        }
        let was_asked = driver.app.dialog.is_some();
        driver.keys(key);
        assert!(
            was_asked
                || driver.app.folder.draft.is_none()
                || driver.app.views.screen != Screen::Meeting
                || !driver.effects.contains(&Effect::Quit)
        );
        if !driver.app.is_projected() {
            driver.app.set_level(Level::Projected);
            assert!(driver.app.folder.draft.is_none() || was_asked, "{key} at {turn} shows more, from seed {seed}");
        }
        let screen = driver.screen();
        assert_eq!(revealed(&screen), None, "{key} at {turn}, from seed {seed}:\n{screen}");
    }
}

#[test]
fn a_record_over_a_meeting_is_no_way_out_and_no_key_acts_behind_last_month() {
    let mut driver = marked().size(80, 24);
    driver.screen();
    driver.keys("r Entrée Droite Droite Droite t Entrée 1");
    assert!(driver.screen().contains("Sortir de la rencontre?"), "{}", driver.screen());
    driver.keys("Échap Échap t c");
    let said = |driver: &Driver| driver.app.folder.draft.clone().expect("a meeting").meeting.people;
    let before = said(&driver);
    driver.keys("2");
    assert_eq!(said(&driver), before, "nothing is said of a person who is not seen: {}", driver.screen());
    driver.keys("o");
    assert_eq!(revealed(&driver.screen()), None, "{}", driver.screen());
}

#[test]
fn what_a_wall_may_show_is_chosen_on_the_sheet_of_the_school() {
    let mut driver = Driver::demo().size(120, 60);
    driver.keys("F3");
    while !driver.cursor_line().contains("Fonction, au mur") {
        driver.keys("Bas");
    }
    driver.keys("Entrée").typed("oui").keys("Entrée");
    assert!(driver.app.folder.plan.is_open_on_wall("fonction"), "{}", driver.screen());
    assert!(!driver.app.folder.plan.is_open_on_wall("bâtiment"));
    assert!(driver.screen().contains("Fonction, au mur           oui"), "{}", driver.screen());
}

#[test]
fn a_wall_is_not_told_who_takes_the_next_step_nor_what_is_advised_about_somebody() {
    let mut driver = Driver::demo().size(120, 40);
    driver.keys("1 p").pause();
    let screen = driver.screen();
    let line = screen.lines().find(|line| line.contains("TN ·")).expect("a next step").to_owned();
    assert!(!line.contains("Nadia"), "{line}");
    driver.keys("6 Entrée");
    let screen = driver.screen();
    assert!(!screen.contains("la personne mentore"), "{screen}");
    driver.keys("3 Entrée");
    let screen = driver.screen();
    assert!(!screen.contains("Luc Tremblay"), "{screen}");
}

#[test]
fn a_wall_is_not_told_who_has_just_arrived() {
    let mut driver = Driver::demo().size(120, 50);
    driver.keys("3 n").typed("Zoé Lavoie").keys("Entrée Échap 1");
    assert!(driver.screen().contains("est à l’école"), "{}", driver.screen());
    driver.keys("p").pause();
    assert!(!driver.screen().contains("est à l’école"), "{}", driver.screen());
}
