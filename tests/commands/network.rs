//! Several schools together: counts from which nobody can be told.

use std::{collections::BTreeMap, fmt::Write as _};

use arrimage::{
    domain::{
        model::survey::{Answering, Audience, Question, Survey},
        survey::questionnaire,
    },
    store::{shipped, yaml::parse},
};
use serde_json::Value;

use super::*;

/// A word that nothing may tell.
const MARKED: &str = "Zébulon";

/// Writes a school of that many newcomers, every text of which holds the marked word.
fn school(home: &Path, name: &str, people: usize, plan: &str) {
    let folder = home.join(name);
    fs::create_dir_all(folder.join("regulations")).expect("made");
    let text = format!(
        "format: 1\nécole: {{nom: École {name}, année: 2026-2027}}\n{plan}comité:\n  rythme: 4 semaines\n  membres:\n    - {{nom: {MARKED} Membre, rôle: direction}}\n\
         enjeux:\n  - {{id: e1, nom: {MARKED} enjeu, étape: 3, tour: 2}}\ndéploiement:\n  - {{id: r1, étape: {MARKED}, quand: 2026-09-01}}\n"
    );
    fs::write(folder.join("plan.yaml"), text).expect("written");
    let mut board = "format: 1\npersonnes:\n".to_owned();
    for at in 0..people {
        let state = ["va bien", "à suivre", "plus de soutien", "non connu"][at % 4];
        let _ = write!(
            board,
            "  - id: p{at}\n    nom: {MARKED} {at}\n    alias: {MARKED}{at}\n    fonction: {MARKED}\n    état: {state}\n    \
             objectif: {MARKED}\n    besoins: [{MARKED}]\n    traces:\n      - {{date: 2026-11-01, par: {MARKED}, note: {MARKED}}}\n"
        );
    }
    fs::write(folder.join("suivi.yaml"), board).expect("written");
    let meeting = format!(
        "format: 1\ndate: 2026-11-03\ntour:\n  - {{personne: p0, note: {MARKED}}}\nnotes: {MARKED}\nportrait: {{nouveaux: {people}, va_bien: {people}}}\n"
    );
    fs::write(folder.join("regulations/2026-11-03.yaml"), meeting).expect("written");
}

/// Runs a command on a day that does not change.
fn run(desk: &Desk, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_arrimage"))
        .args(arguments)
        .env("ARRIMAGE_DOSSIERS", desk.home.path().join("dossiers"))
        .env("ARRIMAGE_JOUR", "2026-11-21")
        .current_dir(desk.school())
        .output()
        .expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("ends by itself"), text(stdout), text(stderr))
}

#[test]
fn nothing_but_counts_leaves_two_hundred_schools() {
    let desk = Desk::new();
    let network = desk.home.path().join("reseau");
    for at in 0..200 {
        school(&network, &format!("secteur-{}/a/b/c/d/e/f/g/ecole-{at:03}", at % 4), at % 13, "");
    }
    let place = network.display().to_string();
    let mut all = String::new();
    // The forms hold the same; a part of the network is enough for most.
    let part = network.join("secteur-3").display().to_string();
    for (format, place) in
        [("texte", &place), ("ndjson", &part), ("json", &part), ("csv", &part), ("md", &part), ("html", &part)]
    {
        let (status, out, err) = run(&desk, &["reseau", place, "--format", format]);
        assert_eq!(status, 0, "{err}");
        assert!(out.contains("ecole-199"), "{format}: every school is there");
        all.push_str(&(out + &err));
    }
    let (status, out, _) = run(&desk, &["reseau", &part, "--format", "docx", "-o", "reseau.docx"]);
    assert_eq!((status, out.trim()), (0, "reseau.docx"));
    assert!(!all.contains(MARKED) && !all.contains("p0"), "a marked word is in no output");
}

#[test]
fn a_broken_school_is_told_first_and_the_others_are_counted() {
    let desk = Desk::new();
    let network = desk.home.path().join("reseau");
    school(&network, "a", 20, "");
    school(&network, "b", 2, "");
    school(&network, "b2", 4, "");
    school(&network, "c", 24, "réseau: plan\n");
    school(&network, "d", 30, "réseau: non\n");
    school(&network, "e", 9, "");
    school(&network, "f", 12, "");
    let plan = fs::read_to_string(network.join("f/plan.yaml")).expect("a plan");
    fs::write(network.join("f/plan.yaml"), plan.replacen("format: 1", "format: 99", 1)).expect("written");
    fs::write(network.join("e/suivi.yaml"), format!("format: 1\npersonnes:\n  - id: [\n  {MARKED}")).expect("written");
    fs::create_dir_all(network.join("vide")).expect("made");
    let (status, out, _) = run(&desk, &["reseau", &network.display().to_string(), "nulle-part"]);
    assert_eq!(status, 0, "{out}");
    let line =
        |start: &str| out.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {out}"));
    assert!(out.starts_with("3 écoles ou fichiers"), "{out}");
    // A board under another name is not one of nobody.
    school(&network, "g", 15, "");
    fs::rename(network.join("g/suivi.yaml"), network.join("g/suivi.yml")).expect("renamed");
    let (_, told, _) = run(&desk, &["reseau", &network.display().to_string()]);
    let of_g = told.lines().find(|line| line.starts_with("g\u{a0}:")).unwrap_or_else(|| panic!("{told}"));
    assert!(of_g.contains("suivi.yaml"), "{told}");
    let counted = told.lines().find(|line| line.starts_with("École g")).map(|line| line.split_whitespace().nth(2));
    assert!(counted.is_none_or(|said| said != Some("0")), "{told}");
    fs::remove_dir_all(network.join("g")).expect("removed");
    // A meeting is read without what it said of each person; what is wrong in the rest is told with its line.
    school(&network, "h", 15, "");
    let held = network.join("h/regulations/2026-11-03.yaml");
    let text = fs::read_to_string(&held).expect("a meeting");
    fs::write(&held, text.replace("portrait:", "décisions: [\nportrait:")).expect("written");
    let (_, told, _) = run(&desk, &["reseau", &network.display().to_string()]);
    let of_h = told.lines().find(|line| line.starts_with("h\u{a0}:")).unwrap_or_else(|| panic!("{told}"));
    assert!(of_h.contains("2026-11-03.yaml") && of_h.contains("7, colonne") && !of_h.contains(MARKED), "{told}");
    fs::remove_dir_all(network.join("h")).expect("removed");
    assert!(line("nulle-part").contains("verifier"), "{out}");
    assert!(line("e\u{a0}:").contains("suivi.yaml") && !out.contains(MARKED), "{out}");
    assert!(line("f\u{a0}:").contains("plus récente"), "{out}");
    assert!(out.contains("Une école garde ses chiffres.") && !out.contains("École d"), "{out}");
    let words = |start: &str| line(start).split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
    assert_eq!(words("École a")[2], "20", "{out}");
    assert_eq!(words("École b")[2..5], ["*", "*", "*"], "few people tell nothing: {out}");
    assert_eq!(words("École c")[2], "—", "only its plan: {out}");
    assert_eq!(words("Ensemble")[1], "26", "two schools hide each other: {out}");
}

#[test]
fn a_network_lists_names_and_groups_its_schools() {
    let desk = Desk::new();
    let network = desk.home.path().join("reseau");
    for (name, people) in [("un", 20), ("deux", 24), ("trois", 28)] {
        school(&network, name, people, "");
    }
    let file = "nom: Réseau de la Rive\nécoles:\n  - {dossier: trois, nom: Les Trois, groupe: Nord}\n  - {dossier: un, groupe: Sud}\n  \
                - {dossier: perdue, nom: Perdue}\n";
    fs::write(network.join("reseau.yaml"), file).expect("written");
    let place = network.display().to_string();
    let (_, out, _) = run(&desk, &["reseau", &place]);
    assert!(out.contains("perdue\u{a0}:") && out.contains("2 écoles comptées"), "{out}");
    let at = |word: &str| out.find(word).unwrap_or_else(|| panic!("{word}: {out}"));
    assert!(at("Les Trois") < at("École un"), "{out}");
    let (_, out, _) = run(&desk, &["reseau", &place, "--groupe", "sud"]);
    assert!(!out.contains("Les Trois") && out.contains("Ensemble  "), "the total is that of all: {out}");
    let (_, out, _) = run(&desk, &["reseau", &place, "--tri", "nouveaux", "--format", "csv"]);
    let first = out.lines().nth(1).expect("a school");
    assert!(first.starts_with("École un;Sud;20;"), "{out}");
    let (_, out, _) = run(&desk, &["reseau", &place, "--format", "md"]);
    assert!(out.starts_with("# Réseau de la Rive"), "{out}");
    // What a table does not hold is told beside it; a word that is no column and no group is refused.
    let (_, _, err) = run(&desk, &["reseau", &place, "--format", "csv"]);
    assert!(err.contains("perdue\u{a0}:"), "{err}");
    for asked in [["--tri", "couleur"], ["--groupe", "Est"]] {
        let (status, out, err) = run(&desk, &["reseau", &place, asked[0], asked[1]]);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.contains(asked[1]), "{err}");
    }
    fs::write(network.join("reseau.yaml"), "écoles: [").expect("written");
    let (status, _, err) = run(&desk, &["reseau", &place]);
    assert!(status == 2 && err.contains("reseau.yaml"), "the schools that it leaves out are not counted: {err}");
}

#[test]
fn rows_for_an_engine_are_one_a_school_and_month_by_year() {
    let desk = Desk::new();
    let network = desk.home.path().join("reseau");
    for (name, people) in [("un", 20), ("deux", 24), ("trois", 28)] {
        school(&network, name, people, "");
        let earlier = "format: 1\ndate: 2025-10-07\nportrait: {nouveaux: 16, va_bien: 8, à_suivre: 8}\n";
        fs::write(network.join(name).join("regulations/2025-10-07.yaml"), earlier).expect("written");
    }
    let (status, out, err) = run(&desk, &["reseau", &network.display().to_string(), "--format", "ndjson", "-o", "lac"]);
    assert_eq!(status, 0, "{err}");
    assert_eq!(out.lines().count(), 2, "{out}");
    let rows = |year: &str| {
        let text = fs::read_to_string(desk.school().join(format!("lac/annee={year}/ecoles.ndjson"))).expect("rows");
        let rows = text.lines().map(|line| serde_json::from_str(line).expect("a row"));
        rows.collect::<Vec<BTreeMap<String, Value>>>()
    };
    let before = rows("2025");
    assert_eq!(before.len(), 3);
    assert_eq!((&before[0]["mois"], &before[0]["va_bien"]), (&Value::from("2025-10-01"), &Value::from(8)));
    assert_eq!(before[0]["etapes_en_retard"], Value::Null, "what a month did not keep is unknown");
    let now: Vec<_> = rows("2026").into_iter().filter(|row| row["etapes_en_retard"] != Value::Null).collect();
    assert_eq!(now.len(), 3);
    assert_eq!(now[0]["version"], Value::from(2));
    assert_eq!(now[0]["cle"], before[0]["cle"], "a school has one key in every month");
    assert_eq!((&before[0]["regulation_ce_mois"], &before[0]["sans_mentor"]), (&Value::from(true), &Value::Null));
}

/// What each of so many people answers to a question, so that the counts are those of the question.
fn cells(question: &Question, people: usize) -> Vec<String> {
    let expanded = |of: &dyn Fn(usize) -> u32| {
        let answers = question.counts.iter().enumerate();
        answers.flat_map(|(at, count)| vec![count.answer.clone(); of(at) as usize]).collect::<Vec<_>>()
    };
    let rank = |rank: usize| expanded(&|at| question.counts[at].ranks.get(rank).copied().unwrap_or(0));
    let mut cells = match question.answering {
        Answering::Ranked => {
            let (first, mut second) = (rank(0), rank(1));
            second.resize(first.len(), String::new());
            // Second choices are turned until nobody names one thing twice.
            let mut is_once = || {
                second.rotate_left(1);
                first.iter().zip(&second).all(|(first, second)| first != second)
            };
            assert!((0..first.len()).any(|_| is_once()), "{question:?}");
            first.iter().zip(&second).map(|(first, second)| format!("{first};{second};")).collect()
        }
        _ => expanded(&|at| question.counts[at].n),
    };
    cells.resize(people, "Non".to_owned());
    cells
}

/// The export of a form of several schools, to which so many people answered that, and nothing else, to those questions.
fn form(questions: &[&Question], people: usize) -> String {
    let columns: Vec<Vec<String>> = questions.iter().map(|question| cells(question, people)).collect();
    let mut form = "Horodateur,Votre école".to_owned();
    for question in questions {
        let _ = write!(form, ",\"{}\"", question.text);
    }
    form.push_str(",Un mot?\n");
    for row in 0..people {
        // Three answer from a small school, two from one that keeps its numbers, one from nowhere.
        let school = match row {
            0..3 => "bouleaux",
            3..5 => "École secrete",
            5 => "ailleurs",
            _ => ["Ecole  Pins", "cedres", "ÉCOLE ERABLES"][row % 3],
        };
        let _ = write!(form, "2026/11/{:02} {:02}:{:02}:00,{school}", 1 + row % 20, row % 24, row % 60);
        for column in &columns {
            let _ = write!(form, ",\"{}\"", column[row]);
        }
        let _ = writeln!(form, ",{MARKED} aime le café {row}");
    }
    form
}

/// The surveys of a school to that audience, with their texts.
fn surveys(school: &Path, audience: Audience) -> Vec<(String, Survey)> {
    let entries = fs::read_dir(school.join("sondages")).into_iter().flatten().flatten();
    let texts = entries.map(|entry| fs::read_to_string(entry.path()).expect("text"));
    let parsed = texts.map(|text| (text.clone(), parse::typed::<Survey>("sondage", &text).expect("a survey")));
    parsed.filter(|(_, survey)| survey.audience == Some(audience)).collect()
}

/// Asserts that a survey counts each answer to a question as the question does.
fn assert_counted(survey: &Survey, question: &Question) {
    let code = question.code.as_deref().expect("a code");
    let counted = survey.coded(code).unwrap_or_else(|| panic!("{code}: {survey:?}"));
    for count in &question.counts {
        let found = counted.count(&count.answer).map_or((0, Vec::new()), |found| (found.n, found.ranks.clone()));
        assert_eq!(found, (count.n, count.ranks.clone()), "{code} {}", count.answer);
    }
}

#[test]
fn a_form_of_the_network_is_counted_together_and_given_back_to_each_school() {
    let desk = Desk::new();
    let network = desk.home.path().join("reseau");
    for name in ["pins", "cedres", "erables", "bouleaux", "secrete"] {
        school(&network, name, 6, if name == "secrete" { "réseau: non\n" } else { "" });
    }
    let place = network.display().to_string();
    let made = run(&desk, &["nouveau", &format!("{place}/services"), "--modele", "implantation"]);
    assert_eq!(made.0, 0, "{}", made.2);
    let shelf = shipped::shelf();
    for (audience, people) in [(Audience::Mentors, 34), (Audience::Newcomers, 119), (Audience::Principals, 37)] {
        let reference = questionnaire::reference(&shelf, audience).expect("results");
        assert_eq!(reference.respondents, people);
        let of_all = |question: &&Question| question.answered == people;
        let questions: Vec<&Question> = reference.questions.iter().filter(of_all).collect();
        assert!(questions.len() > 1, "{audience}");
        let form = form(&questions, people as usize);
        let file = desk.home.path().join(format!("{audience}.csv"));
        fs::write(&file, form).expect("written");
        let file = file.display().to_string();
        let (status, out, err) = run(&desk, &["sondage", "importer", &place, &file, "--reseau", "--oui"]);
        assert_eq!(status, 0, "{err}");
        assert!(!out.contains(MARKED) && !err.contains(MARKED), "{out}{err}");
        assert!(
            err.contains("École bouleaux\u{a0}: moins de cinq") && err.contains("elle garde ses chiffres"),
            "{err}"
        );
        assert!(err.contains("Une réponse ne dit aucune école connue"), "{err}");
        let surveys = |folder: &str| surveys(&network.join(folder), audience);
        let all = surveys("services");
        assert_eq!(all.len(), 1, "{audience}: {err}");
        let (text, survey) = &all[0];
        assert!(!text.contains("café") && !text.contains(MARKED), "what people wrote stays with their school");
        assert_eq!(survey.respondents, people);
        questions.iter().for_each(|question| assert_counted(survey, question));
        for crossing in &survey.crossings {
            for group in &crossing.groups {
                assert!(["École pins", "École cedres", "École erables"].contains(&group.group.as_str()), "{text}");
                assert!(group.counts.iter().all(|count| count.n == 0 || count.n >= 5), "{text}");
            }
        }
        if audience == Audience::Newcomers {
            assert!(!survey.crossings.is_empty(), "{text}");
        }
        // Each school has its own answers, and no other.
        let own: u32 =
            ["pins", "cedres", "erables"].iter().flat_map(|name| surveys(name)).map(|own| own.1.respondents).sum();
        assert_eq!(own, people - 6);
        assert!(surveys("pins")[0].0.contains("café"), "its direction reads what was written");
        assert!(surveys("bouleaux").is_empty() && surveys("secrete").is_empty());
    }
    // A form without a column of schools says what it has.
    let file = desk.home.path().join("sans.csv");
    fs::write(&file, "Horodateur,Couleur\n2026/11/01 10:00:00,bleu\n").expect("written");
    let (status, _, err) = run(&desk, &["sondage", "importer", &place, &file.display().to_string(), "--reseau"]);
    assert!(status == 2 && err.contains("Couleur") && err.contains("--ecole"), "{err}");
}
