//! Somebody types as people do, from 30 to 300 keys a second, over every kind of column, with the keys of a spreadsheet
//! only; the file must hold what was meant.

use super::*;

/// A column of each kind, by its key: what is typed in it, and what the file must then say of the person.
const TYPED: [(&str, [(&str, &str); 3]); 14] = [
    (
        "objectif",
        [
            ("Tenir la routine", "objectif: Tenir la routine"),
            ("Été à l’école", "objectif: Été à l’école"),
            ("12", "objectif: \"12\""),
        ],
    ),
    (
        "fonction",
        [("zorro", "fonction: zorro"), ("agent de bureau", "fonction: agent de bureau"), ("xyz", "fonction: xyz")],
    ),
    ("palier", [("2", "palier: ciblé"), ("univ", "palier: universel"), ("spécifique", "palier: spécifique")]),
    ("état", [("plus", "état: plus de soutien"), ("va", "état: va bien"), ("suivre", "état: à suivre")]),
    ("besoins", [("local calme", "local calme"), ("un; deux", "[un, deux]"), ("casier", "[casier]")]),
    ("modalités", [("2a, 2b", "modalités: [2a, 2b]"), ("3b", "3b"), ("1a,1c", "1a, 1c")]),
    (
        "arrivée",
        [("8/9/26", "arrivée: 2026-09-08"), ("20260825", "arrivée: 2026-08-25"), ("26-10-05", "arrivée: 2026-10-05")],
    ),
    (
        "prochaine_action.quand",
        [("15 décembre", "2026-12-15"), ("2026/12/01", "2026-12-01"), ("3 janvier", "2027-01-03")],
    ),
    ("libération.accordés", [("2,5", "accordés: 2.5"), ("3", "accordés: 3"), ("0,25", "accordés: 0.25")]),
    ("année_insertion", [("1", "année_insertion: 1"), ("3", "année_insertion: 3"), ("2", "année_insertion: 2")]),
    ("casier", [("004521", "\"004521\""), ("B-12", "casier: B-12"), ("1e3", "\"1e3\"")]),
    ("quart", [("so", "quart: soir"), ("jour", "quart: jour"), ("soir", "quart: soir")]),
    ("local", [("214", "local: 214"), ("9", "local: 9"), ("10,5", "local: 10.5")]),
    ("clé", [("oui", "clé: \"oui\""), ("n", "clé: \"non\""), ("oui", "clé: \"oui\"")]),
];

/// Three people of whom nothing is known yet, and the columns in the order in which they are typed.
fn school(home: &Path) -> PathBuf {
    let school = home.join("ecole");
    fs::create_dir_all(&school).expect("made");
    fs::write(school.join("plan.yaml"), "format: 1\nécole: {nom: École, année: 2026-2027}\n").expect("written");
    let own = "colonnes:\n  - {id: casier, nom: Casier, type: texte}\n  - {id: quart, nom: Quart, type: choix, choix: [jour, soir]}\n  \
               - {id: local, nom: Local, type: nombre}\n  - {id: clé, nom: Clé, type: oui-non}\n";
    let people =
        "personnes:\n  - id: n01\n    nom: Zoé Un\n  - id: n02\n    nom: Luc Deux\n  - id: n03\n    nom: Ana Trois\n";
    fs::write(school.join("suivi.yaml"), format!("format: 1\n{own}{people}")).expect("written");
    let columns: Vec<String> =
        TYPED.iter().map(|(key, _)| format!("      - {{colonne: {key}, largeur: 12}}\n")).collect();
    let settings = format!(
        "tableaux:\n  {}:\n    large:\n{}    étroit: []\n",
        school.canonicalize().expect("there").display(),
        columns.concat()
    );
    fs::create_dir_all(home.join("config")).expect("made");
    fs::write(home.join("config/reglages.yaml"), settings).expect("written");
    school
}

/// Types letter by letter, at a pace that changes.
fn type_in(terminal: &mut Terminal, text: &str, pace: &mut u64) {
    for letter in text.chars() {
        terminal.send(&letter.to_string());
        *pace ^= *pace << 13;
        *pace ^= *pace >> 7;
        *pace ^= *pace << 17;
        // From 30 to 300 keys a second.
        thread::sleep(Duration::from_micros(3_300 + *pace % 30_000));
    }
}

#[test]
fn what_is_typed_over_every_kind_of_column_is_what_the_file_says() {
    let home = tempfile::tempdir().expect("a folder");
    let school = school(home.path());
    let mut terminal = Terminal::sized(home.path(), &[&school.display().to_string()], None, (240, 30));
    terminal.wait("1 Accueil").send("3").wait("Ana Trois").send("\x1b[C");
    let mut pace = 0x9e37_79b9_7f4a_7c15;
    for row in 0..3 {
        for (rank, (_, values)) in TYPED.iter().enumerate() {
            // Along the line with Tab, then back below the first cell, as in a spreadsheet.
            let last = rank + 1 == TYPED.len();
            type_in(&mut terminal, values[row].0, &mut pace);
            terminal.send(if last { "\r" } else { "\t" });
        }
    }
    terminal.send("\x11");
    assert!(terminal.ended(), "{}", terminal.screen());
    let text = fs::read_to_string(school.join("suivi.yaml")).expect("the board");
    let records: Vec<&str> = text.split("  - id: n").skip(1).collect();
    for (row, record) in records.iter().enumerate() {
        for (key, values) in TYPED {
            let said = values[row].1;
            assert!(record.contains(said), "{key}: « {} » is no « {said} » in\n{record}", values[row].0);
        }
    }
    assert_eq!(records.len(), 3);
}
