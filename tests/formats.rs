//! The contract's own examples, and hand-written styles: parsed, edited and written.

#[path = "../fuzz/bodies.rs"]
mod bodies;
#[path = "support/properties.rs"]
mod properties;
mod styles;

use arrimage::{
    domain::{
        edit::{self, Change, Edit},
        model::{
            document::{Document, FileId},
            folder::Folder,
        },
    },
    store::{
        read,
        yaml::{emit, parse, splice},
    },
};
use serde_json::{Value, json};

const CONTRACT: [(&str, &str); 4] = [
    ("plan", include_str!("fixtures/contrat/plan.yaml")),
    ("suivi", include_str!("fixtures/contrat/suivi.yaml")),
    ("regulations/2026-11-19", include_str!("fixtures/contrat/regulations/2026-11-19.yaml")),
    ("impacts/2027-02-10", include_str!("fixtures/contrat/impacts/2027-02-10.yaml")),
];

fn read_contract() -> Vec<(FileId, &'static str, Document)> {
    CONTRACT
        .into_iter()
        .map(|(stem, text)| {
            let file = FileId::parse(stem).expect("a document");
            let document = parse::document(&file, text).unwrap_or_else(|fault| panic!("{fault:?}"));
            (file, text, document)
        })
        .collect()
}

fn contract_folder() -> Folder {
    let mut folder = Folder::default();
    for (file, _, document) in read_contract() {
        folder.put(&file, Some(document));
    }
    folder
}

#[test]
fn every_key_of_the_contract_is_known() {
    for (file, text, _) in read_contract() {
        assert_eq!(parse::remarks(&file, text, &arrimage::store::schema::of_file(&file)), [], "{}", file.file());
    }
}

#[test]
fn every_value_of_the_contract_is_kept() {
    for (file, text, document) in read_contract() {
        let untyped: Value = serde_yaml::from_str_with_options(text, parse::options()).expect("YAML");
        assert_kept(&untyped, &document.to_value(), &file.file());
    }
}

/// Empty lists and zeros may be left out; nothing else may change. `oui` is a boolean where one is expected.
fn assert_kept(written: &Value, read: &Value, at: &str) {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => {
            for (key, value) in written {
                match read.get(key) {
                    Some(kept) => assert_kept(value, kept, &format!("{at}.{key}")),
                    None => assert!(*value == json!([]) || *value == json!(0), "{at}.{key} is lost"),
                }
            }
        }
        (Value::Array(written), Value::Array(read)) => {
            assert_eq!(written.len(), read.len(), "{at}");
            written.iter().zip(read).enumerate().for_each(|(i, (w, r))| assert_kept(w, r, &format!("{at}.{i}")));
        }
        (Value::String(word), Value::Bool(read)) => assert_eq!(word == "oui", *read, "{at}"),
        (Value::String(word), Value::Number(read)) => assert_eq!(*word, read.to_string(), "{at}"),
        _ => assert_eq!(written, read, "{at}"),
    }
}

#[test]
fn a_document_spelled_anew_reads_the_same() {
    for (file, _, document) in read_contract() {
        let spelled = emit::document(&document.to_value());
        assert_eq!(parse::document(&file, &spelled).expect("reads"), document, "{spelled}");
    }
}

/// Makes an edit and returns the lines that changed.
fn changed_lines(folder: &Folder, file: &FileId, text: &str, edit: &Edit) -> (String, Vec<String>) {
    let after = edit.apply(folder.document(file).as_ref()).expect("applies").expect("a document");
    let spliced = splice::splice(file, text, std::slice::from_ref(edit), &after);
    let edited = spliced.unwrap_or_else(|fault| panic!("{edit:?}\n{fault:?}"));
    let before: Vec<&str> = text.split_inclusive('\n').collect();
    let changed = edited.split_inclusive('\n').filter(|line| !before.contains(line)).map(Into::into).collect();
    (edited, changed)
}

#[test]
fn an_edit_touches_only_its_own_lines() {
    let folder = contract_folder();
    for (file, said, value, line) in [
        ("suivi", "n01.état", json!("va bien"), "    état: va bien "),
        ("suivi", "n01.libération.pris", json!(1.5), "    libération: {accordés: 2, pris: 1.5}\n"),
        ("suivi", "n01.objectif", json!("oui"), "    objectif: \"oui\"\n"),
        ("plan", "p4.quand", json!("mi-octobre 2026"), "    quand: mi-octobre 2026\n"),
        ("plan", "partage-de-tache.étape", json!("impact"), "    étape: impact "),
        (
            "plan",
            "comité.membres.0.rôle",
            json!("mentor, 2e cycle"),
            "    - {nom: Hélène Gagnon, rôle: \"mentor, 2e cycle\"}\n",
        ),
        ("regulations/2026-11-19", "prochaine_rencontre", json!("2026-12-17"), "prochaine_rencontre: 2026-12-17\n"),
    ] {
        let file = FileId::parse(file).expect("a document");
        let text = CONTRACT.iter().find(|(stem, _)| *stem == file.stem()).expect("a fixture").1;
        let path =
            edit::path::resolve(&folder.value(&file).expect("there"), &file, said, &[]).expect("leads somewhere");
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let edit = Edit::set(&folder, &file, &path, Some(value)).expect("fits").expect("changes");
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let (edited, changed) = changed_lines(&folder, &file, &text, &edit);
            assert_eq!(changed.len(), 1, "{said}: {changed:?}");
            assert!(changed[0].replace("\r\n", "\n").starts_with(line), "{said}: {changed:?}");
            assert_eq!(edited.contains("\r\n"), text.contains("\r\n"));
            assert_eq!(edited.matches('#').count(), text.matches('#').count(), "a comment is lost");
        }
    }
}

#[test]
fn a_new_record_follows_its_neighbours() {
    let folder = contract_folder();
    let person = json!({"id": "n02", "nom": "Jean-Sébastien O’Connor", "fonction": "concierge de soir", "besoins": []});
    let edit = Edit::push(&folder, &FileId::Board, &["personnes"], person).expect("fits");
    let (edited, changed) = changed_lines(&folder, &FileId::Board, CONTRACT[1].1, &edit);
    assert_eq!(changed.concat(), "  - id: n02\n    nom: Jean-Sébastien O’Connor\n    fonction: concierge de soir\n");
    assert!(edited.starts_with(CONTRACT[1].1));
    let trace = json!({"date": "2026-11-19", "par": "comité", "défi": "Une ligne\nune autre : oui"});
    let edit = Edit::push(&folder, &FileId::Board, &["personnes", "n01", "traces"], trace).expect("fits");
    let (_, changed) = changed_lines(&folder, &FileId::Board, CONTRACT[1].1, &edit);
    assert!(changed.concat().contains("une autre : oui"), "{changed:?}");
}

#[test]
fn every_edit_is_undone_by_its_inverse() {
    let folder = contract_folder();
    let board = FileId::Board;
    let edits = [
        Edit::set(&folder, &board, &["personnes", "n01", "prochaine_action"], None).expect("fits").expect("changes"),
        Edit::set(&folder, &board, &["personnes", "n01", "départ", "motif"], Some(json!("")))
            .expect("fits")
            .expect("changes"),
        Edit::push(&folder, &board, &["personnes"], json!({"id": "n02", "nom": "Zoé"})).expect("fits"),
        Edit::remove(&folder, &board, &["personnes"], "n01").expect("fits"),
        Edit::remove(&folder, &FileId::Plan, &["déploiement"], "p4").expect("fits"),
        Edit::set(&folder, &FileId::Plan, &["ressources", "libération"], None).expect("fits").expect("changes"),
        Edit::delete(&folder, FileId::Meeting("2026-11-19".into())).expect("there"),
    ];
    for edit in edits {
        let mut changed = folder.clone();
        edit::apply(&mut changed, std::slice::from_ref(&edit)).expect("applies");
        assert_ne!(changed, folder, "{edit:?}");
        if !edit.path.is_empty() {
            let text = CONTRACT.iter().find(|(stem, _)| *stem == edit.file.stem()).expect("a fixture").1;
            let (edited, _) = changed_lines(&folder, &edit.file, text, &edit);
            let back = edit.inverse();
            let (undone, _) = changed_lines(&changed, &edit.file, &edited, &back);
            let original = folder.document(&edit.file).expect("there");
            assert_eq!(parse::document(&edit.file, &undone).expect("reads"), original, "{undone}");
        }
        edit::apply(&mut changed, &[edit.inverse()]).expect("is taken back");
        assert_eq!(changed, folder, "{edit:?}");
    }
}

/// An added item is stored as the format writes it, so that its inverse finds it again.
#[test]
fn an_emptied_field_is_absent_not_empty() {
    let folder = contract_folder();
    for empty in [json!(""), Value::Null] {
        let path = ["personnes", "n01", "départ", "motif"];
        let edit = Edit::set(&folder, &FileId::Board, &path, Some(empty)).expect("fits").expect("changes");
        assert!(matches!(edit.change, Change::Set { after: None, .. }), "{edit:?}");
    }
}

#[test]
fn an_item_is_added_as_the_format_writes_it() {
    let folder = contract_folder();
    for (file, path, item) in [
        (FileId::Plan, vec!["lexique"], json!({"terme": "Babillard", "définition": ""})),
        (FileId::Plan, vec!["déploiement"], json!({"id": "p9", "étape": "x", "responsable": "Luc", "état": "À FAIRE"})),
        (
            FileId::Board,
            vec!["personnes"],
            json!({"id": "n8", "nom": "Zoé", "besoins": [], "libération": {"pris": "0,5"}}),
        ),
    ] {
        let edit = Edit::push(&folder, &file, &path, item).expect("fits");
        let Change::Insert { at, item } = &edit.change else { panic!("{edit:?}") };
        let mut changed = folder.clone();
        edit::apply(&mut changed, std::slice::from_ref(&edit)).expect("applies");
        let list = changed.at(&file, &path).expect("a list");
        assert_eq!(&list[*at], item);
        assert!(edit::merge::fits(&edit.inverse(), &changed), "{edit:?}");
    }
    let unknown = Edit::push(&folder, &FileId::Plan, &["lexique"], json!({"terme": "x", "couleur": "bleu"}));
    assert_eq!(unknown.expect_err("no word is dropped").code.id(), "no-such-place");
}

#[test]
fn of_two_records_with_one_identity_the_one_that_was_added_is_taken_away() {
    let text = "format: 1\ndate: 2026-11-19\ntour:\n  - {personne: n01, note: Un.}\n  - {personne: n01, note: Deux.}\n";
    let file = FileId::Meeting("2026-11-19".into());
    let mut folder = Folder::default();
    folder.put(&file, Some(parse::document(&file, text).expect("reads")));
    for at in [0, 1, 2] {
        let mut edit = Edit::push(&folder, &file, &["tour"], json!({"personne": "n01"})).expect("fits");
        if let Change::Insert { at: place, .. } = &mut edit.change {
            *place = at;
        }
        let mut changed = folder.clone();
        edit::apply(&mut changed, std::slice::from_ref(&edit)).expect("applies");
        let with = changed.document(&file).expect("there");
        let added = splice::splice(&file, text, std::slice::from_ref(&edit), &with).expect("fits");
        let back = splice::splice(&file, &added, &[edit.inverse()], &folder.document(&file).expect("there"));
        assert_eq!(back.as_deref(), Ok(text), "{at}");
        edit::apply(&mut changed, &[edit.inverse()]).expect("is taken back");
        assert_eq!(changed, folder, "{at}");
    }
}

#[test]
fn the_only_field_of_a_record_is_cleared_however_its_key_is_written() {
    let row = ["déploiement", "p1", "cycle", "0", "étapes"];
    let days = ["personnes", "n01", "libération", "pris"];
    let next = ["personnes", "n01", "prochaine_action", "quoi"];
    let steps = ["cycle", "étapes"];
    for (file, path, text) in [
        (FileId::Plan, &row[..], "déploiement:\n  - id: p1\n    étape: x\n    cycle: [{etapes: [3]}]\n"),
        (
            FileId::Plan,
            &row,
            "déploiement:\n  - id: p1\n    étape: x\n    cycle: [ {etapes: [3]} , {volet: structure} ]\n",
        ),
        (FileId::Plan, &row, "déploiement:\n  - id: p1\n    étape: x\n    cycle:\n      - {etapes: [3]}\n"),
        (FileId::Plan, &row, "déploiement:\n  - id: p1\n    étape: x\n    cycle:\n      - etapes: [3] # oui\n"),
        (FileId::Plan, &row, "déploiement: [{id: p1, etape: x, cycle: [{\"etapes\": [3]}]}] # fin\n"),
        (FileId::Plan, &row, "deploiement: [{id: p1, etape: x, cycle: [etapes: [3]]}]\n"),
        (FileId::Plan, &steps, "cycle:\n  étapes: [{id: 1, nom: x}]\n"),
        (FileId::Plan, &steps, "cycle:\n  etapes: [{id: 1, nom: x}] # oui\nenjeux: []\n"),
        (FileId::Board, &days, "personnes: [{id: n01, nom: A, liberation: {pris: 1}}]\n"),
        (FileId::Board, &days, "personnes:\n  - {id: n01, nom: A, liberation: {pris: 1}}\n"),
        (FileId::Board, &days, "personnes:\n  - id: n01\n    nom: A\n    liberation:\n      pris: 1\n"),
        (FileId::Board, &next, "personnes: [{id: n01, nom: A, prochaine_action: {quoi: x}}, {id: n02, nom: B}]\n"),
    ] {
        let text = format!("format: 1\n{text}");
        let mut folder = Folder::default();
        folder.put(&file, Some(parse::document(&file, &text).unwrap_or_else(|fault| panic!("{text}\n{fault:?}"))));
        let edit = Edit::set(&folder, &file, path, None).expect("fits").expect("changes");
        let after = edit.apply(folder.document(&file).as_ref()).expect("applies").expect("there");
        let cleared = splice::splice(&file, &text, std::slice::from_ref(&edit), &after);
        let cleared = cleared.unwrap_or_else(|fault| panic!("{text}\n{fault:?}"));
        assert_eq!(parse::document(&file, &cleared).expect("reads"), after, "{cleared}");
        let back = splice::splice(&file, &cleared, &[edit.inverse()], &folder.document(&file).expect("there"));
        back.unwrap_or_else(|fault| panic!("{cleared}\n{fault:?}"));
    }
}

#[test]
fn a_value_that_the_format_refuses_is_told() {
    let folder = contract_folder();
    for (path, value, code) in [
        (["personnes", "n01", "état"], json!("en forme"), "unknown-word"),
        (["personnes", "n01", "arrivée"], json!("30 février 2027"), "expected-day"),
        (["personnes", "n01", "note_secrète"], json!("x"), "no-such-place"),
        (["personnes", "n09", "état"], json!("va bien"), "no-such-place"),
    ] {
        let fault = Edit::set(&folder, &FileId::Board, &path, Some(value)).expect_err("is refused");
        assert_eq!(fault.code.id(), code, "{path:?}");
    }
}

#[test]
fn a_first_record_makes_a_block_of_an_empty_list() {
    for (before, after) in [
        (
            "format: 1\npersonnes: []   # personne encore\n",
            "format: 1\npersonnes:   # personne encore\n  - id: n01\n    nom: Zoé\n",
        ),
        ("format: 1\n", "format: 1\npersonnes:\n  - id: n01\n    nom: Zoé\n"),
        ("personnes:\n", "personnes:\n  - id: n01\n    nom: Zoé\n"),
    ] {
        let mut folder = Folder::default();
        folder.put(&FileId::Board, Some(parse::document(&FileId::Board, before).expect("reads")));
        let edit =
            Edit::push(&folder, &FileId::Board, &["personnes"], json!({"id": "n01", "nom": "Zoé"})).expect("fits");
        let (edited, _) = changed_lines(&folder, &FileId::Board, before, &edit);
        assert_eq!(edited, after);
    }
}

/// The lines that only one of two texts has: removed from the first, added by the second.
fn only(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let diff = similar::TextDiff::from_lines(before, after);
    let side =
        |tag| diff.iter_all_changes().filter(|c| c.tag() == tag).map(|c| c.value().trim_end().to_owned()).collect();
    (side(similar::ChangeTag::Delete), side(similar::ChangeTag::Insert))
}

fn comments(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| Some(line[line.find("# remarque ")?..].trim().to_owned())).collect()
}

proptest::proptest! {
    #![proptest_config(properties::config("formats", 400))]

    /// Any edit anywhere in a hand-written document: the format accepts it or refuses it; what it accepts is undone by
    /// its inverse, reads back as intended, and leaves every other line as it was, comments included.
    #[test]
    fn any_edit_in_any_hand_touches_only_its_lines(
        which in 0usize..4,
        place in 0usize..200,
        kind in 0usize..3,
        hand in proptest::collection::vec(0u8..255, 24),
        text in proptest::sample::select(bodies::TEXTS),
    ) {
        let folder = contract_folder();
        let (file, _, document) = read_contract().swap_remove(which);
        let written = styles::Hand::new(hand).write(&document.to_value());
        let read = parse::document(&file, &written);
        proptest::prop_assert_eq!(read.as_ref().ok(), Some(&document), "{:?}\n{}", read, written);
        let Some(edit) = bodies::any_edit(&folder, &file, place, kind, text) else { return Ok(()) };
        let mut changed = folder.clone();
        edit::apply(&mut changed, std::slice::from_ref(&edit)).expect("applies");
        let after = changed.document(&file).expect("a document");
        edit::apply(&mut changed, &[edit.inverse()]).expect("is taken back");
        proptest::prop_assert_eq!(&changed, &folder);

        let spliced = splice::splice(&file, &written, std::slice::from_ref(&edit), &after);
        proptest::prop_assert!(spliced.is_ok(), "{:?}\n{:?}\n{}", edit, spliced, written);
        let edited = spliced.unwrap_or_default();
        proptest::prop_assert_eq!(parse::document(&file, &edited).expect("reads"), after);
        let (taken, added) = only(&written, &edited);
        let about = format!("{edit:?}\n--- taken {taken:#?}\n--- added {added:#?}\n{written}");
        match &edit.change {
            Change::Insert { .. } | Change::Set { before: None, .. } => {
                proptest::prop_assert!(taken.len() <= 1, "{}", about);
            }
            Change::Remove { .. } | Change::Set { after: None, .. } => {
                proptest::prop_assert!(added.len() <= 1, "{}", about);
            }
            Change::Set { before: Some(before), after: Some(after) } => {
                let lines = |value: &Value| value.as_str().map_or(usize::MAX, |t| t.lines().count() + 1);
                proptest::prop_assert!(taken.len() <= lines(before) && added.len() <= lines(after), "{}", about);
            }
        }
        let kept = comments(&edited);
        let lost: Vec<String> = comments(&written).into_iter().filter(|c| !kept.contains(c)).collect();
        proptest::prop_assert!(lost.iter().all(|c| taken.iter().any(|line| line.contains(c.as_str()))), "{:?} {}", lost, about);
        let removes = !matches!(edit.change, Change::Insert { .. } | Change::Set { after: Some(_), .. });
        let replaces = matches!(&edit.change, Change::Set { before: Some(before), .. } if before.is_array() || before.is_object());
        proptest::prop_assert!(lost.is_empty() || removes || replaces, "{:?} {}", lost, about);
        let crlf = written.contains("\r\n");
        proptest::prop_assert!(!crlf || !edited.replace("\r\n", "").contains('\n'), "a bare line feed");
        proptest::prop_assert!(removes || edited.ends_with('\n') == written.ends_with('\n'), "{}", about);
    }
}

/// Every kind of edit on one board: values set where there are some and where there are none, in brackets and in lists;
/// records and words added at the end and in the middle; items and fields removed.
fn every_kind_of_edit(folder: &Folder) -> Vec<(&'static str, Edit)> {
    let board = FileId::Board;
    let set = |path: &[&str], value: Option<Value>| Edit::set(folder, &board, path, value).ok().flatten();
    let push = |path: &[&str], item: Value| Edit::push(folder, &board, path, item).ok();
    let remove = |path: &[&str], item: &str| Edit::remove(folder, &board, path, item).ok();
    let middle = |path: &[&str], item: Value| {
        let mut edit = Edit::push(folder, &board, path, item).ok()?;
        if let Change::Insert { at, .. } = &mut edit.change {
            *at = (*at).min(1);
        }
        Some(edit)
    };
    let trace = json!({"date": "2026-11-21", "par": "comité", "soutien": "Une heure : jeudi.\nPuis on voit."});
    let short = json!({"date": "2026-11-21", "va_bien": "Ça va."});
    let person =
        json!({"id": "n03", "nom": "Ève Roy", "besoins": ["a, b", "c"], "libération": {"accordés": 2, "pris": 0}});
    let kinds = [
        ("a word for a word", set(&["personnes", "n01", "état"], Some(json!("va bien")))),
        ("a word that YAML would misread", set(&["personnes", "n01", "nom"], Some(json!("- oui : #1")))),
        ("a field that was absent", set(&["personnes", "n01", "palier"], Some(json!("ciblé")))),
        (
            "several lines where there was nothing",
            set(&["personnes", "n01", "objectif"], Some(json!("Un.\nDeux : oui."))),
        ),
        ("several lines for one", set(&["personnes", "n02", "nom"], Some(json!("Luc\nHébert\n")))),
        ("a number in a record", set(&["personnes", "n02", "libération", "pris"], Some(json!(1.5)))),
        ("a record that was absent", set(&["personnes", "n01", "prochaine_action", "quoi"], Some(json!("Appeler")))),
        ("one line for several", set(&["personnes", "n01", "traces", "1", "va_bien"], Some(json!("Bref.")))),
        ("a field of an item", set(&["personnes", "n01", "traces", "0", "soutien"], Some(json!("Un café.")))),
        ("a list for a list", set(&["personnes", "n01", "besoins"], Some(json!(["un", "deux, trois"])))),
        ("a field taken away", set(&["personnes", "n01", "état"], None)),
        ("the first field of an item taken away", set(&["personnes", "n01", "traces", "0", "date"], None)),
        ("a record taken away", set(&["personnes", "n02", "libération"], None)),
        ("a list taken away", set(&["personnes", "n01", "traces"], None)),
        ("a person more", push(&["personnes"], person.clone())),
        ("a person in the middle", middle(&["personnes"], person)),
        ("a trace more", push(&["personnes", "n01", "traces"], trace.clone())),
        ("a short trace in the middle", middle(&["personnes", "n01", "traces"], short.clone())),
        ("the first trace of somebody", push(&["personnes", "n02", "traces"], short)),
        ("a need more", push(&["personnes", "n01", "besoins"], json!("gestion : le soir"))),
        ("a need fewer", remove(&["personnes", "n01", "besoins"], "0")),
        ("the last trace taken away", remove(&["personnes", "n01", "traces"], "1")),
        ("the first trace taken away", remove(&["personnes", "n01", "traces"], "0")),
        ("the first person taken away", remove(&["personnes"], "n01")),
        ("the last person taken away", remove(&["personnes"], "n02")),
    ];
    kinds.into_iter().filter_map(|(name, edit)| Some((name, edit?))).collect()
}

#[test]
fn every_kind_of_edit_in_every_hand_stays_on_its_lines() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mains");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()).collect();
    paths.sort();
    let (mut told, mut count) = (String::new(), 0);
    for path in paths {
        let bytes = std::fs::read(&path).expect("bytes");
        let (text, _) = read::decode("suivi.yaml", &bytes).expect("a text");
        let mut folder = Folder::default();
        folder.put(
            &FileId::Board,
            Some(parse::document(&FileId::Board, &text).unwrap_or_else(|f| panic!("{path:?} {f:?}"))),
        );
        for (kind, edit) in every_kind_of_edit(&folder) {
            let hand = path.file_stem().expect("a name").to_string_lossy();
            let after = edit.apply(folder.document(&FileId::Board).as_ref()).expect("applies").expect("a board");
            count += 1;
            match splice::splice(&FileId::Board, &text, std::slice::from_ref(&edit), &after) {
                Ok(edited) => {
                    assert_eq!(parse::document(&FileId::Board, &edited).expect("reads"), after, "{hand}: {kind}");
                    let (taken, added) = only(&text, &edited);
                    let lines = |sign: &str, lines: &[String]| {
                        lines.iter().map(|l| format!("{sign} {l}\n")).collect::<String>()
                    };
                    told.push_str(&format!("{hand}: {kind}\n{}{}", lines("-", &taken), lines("+", &added)));
                }
                Err(fault) => told.push_str(&format!("{hand}: {kind}\n! refused at line {}\n", fault.place.line)),
            }
        }
    }
    assert!(count > 150, "{count}");
    insta::assert_snapshot!("mains", told);
}

/// Every input of the fuzzing corpus still passes its target.
#[test]
fn the_corpus_of_fuzzing_holds() {
    let targets = [("read", bodies::read as fn(&[u8])), ("edit", bodies::edit)];
    for (target, body) in targets {
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
        let inputs: Vec<_> = std::fs::read_dir(corpus).expect("a corpus").flatten().map(|entry| entry.path()).collect();
        assert!(inputs.len() > 20, "{target}: {} inputs", inputs.len());
        for input in inputs {
            println!("{}", input.display());
            body(&std::fs::read(input).expect("bytes"));
        }
    }
}
