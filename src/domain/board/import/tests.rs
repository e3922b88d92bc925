//! What a staff list brings, and what is asked about it first.

use std::collections::HashSet;

use super::{headings::NEW, steps::import, *};
use crate::domain::{
    edit,
    model::board::Wellbeing,
    table::{Sheet, SheetRow, Spreadsheet, slug},
};

fn sheet(heads: &[&str], rows: &[&[&str]]) -> Spreadsheet {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let rows = rows.iter().enumerate().map(|(at, row)| SheetRow::plain(at + 2, texts(row))).collect();
    Spreadsheet { heads: texts(heads), rows, ..Spreadsheet::default() }
}

fn folder() -> Folder {
    let mut folder = Folder::default();
    folder.plan.school.year = "2026-2027".into();
    let board = json!({"personnes": [
        {"id": "n01", "nom": "Amélie Côté", "fonction": "enseignante", "besoins": ["a, b", "c"]},
        {"id": "n02", "nom": "Jean Roy"}, {"id": "n03", "nom": "Jean Roy"}
    ]});
    folder.hold(&FileId::Board, &board);
    folder
}

fn names(folder: &Folder) -> Vec<(String, Column)> {
    Column::all(&folder.board).into_iter().map(|column| (slug(column.key()), column)).collect()
}

fn step(folder: &Folder, sheet: &Spreadsheet, choices: &ImportChoices) -> ImportStep {
    let names = names(folder);
    let context = ImportContext {
        folder,
        catalogues: &Catalogues::default(),
        names: &names,
        welcome: Vec::new,
        today: Day("2026-11-21".parse().expect("a day")),
        ids: NewIds::salted(7),
    };
    import(context, std::slice::from_ref(sheet), choices)
}

fn ready(folder: &Folder, sheet: &Spreadsheet, choices: &ImportChoices) -> Import {
    match step(folder, sheet, choices) {
        ImportStep::Ready(import) => *import,
        other => panic!("{other:?}"),
    }
}

fn chosen(heads: &[(&str, &str)]) -> ImportChoices {
    let heads = heads.iter().map(|(head, key)| ((*head).to_owned(), (*key).to_owned())).collect();
    ImportChoices { heads, ..ImportChoices::default() }
}

/// The person of that name once everything is taken.
fn taken(folder: &Folder, import: &Import, name: &str) -> Newcomer {
    let mut after = folder.clone();
    edit::apply(&mut after, &import.edits()).expect("fits");
    Newcomer::clone(after.person(name).expect("is there"))
}

#[test]
fn a_staff_list_is_recognised_and_taken_in() {
    let folder = folder();
    let sheet = sheet(
        &["Nom de famille", "Prénom", "Poste", "Date d’entrée", "État", "Casier"],
        &[
            &["Côté", "Amélie", "orthopédagogue", "", "à suivre", "1"],
            &["Bélanger", "Zoé", "concierge", "26 oct. 2026", "VA BIEN", "2"],
            &["Roy", "Jean", "x", "", "", "3"],
            &["Nguyễn", "An", "y", "hier", "", "4"],
            &["", "", "", "", "", ""],
        ],
    );
    let ImportStep::Ask(ImportQuestion::Column(5, proposals)) = step(&folder, &sheet, &ImportChoices::default()) else {
        panic!("a head that nobody knows is asked");
    };
    assert!(matches!(&proposals[0], Heading::New(own) if own.name == "Casier"), "{proposals:?}");
    let import = ready(&folder, &sheet, &chosen(&[("casier", "")]));
    assert_eq!((import.added(), import.changed(), import.absent), (2, 1, 2));
    let refused: Vec<_> = import.refused.iter().map(|r| (r.line, r.head.as_str(), r.why)).collect();
    assert_eq!(
        refused,
        [(4, "Nom de famille", Unfit::Whose), (5, "Date d’entrée", Unfit::Value)],
        "two Jean Roy; a day that is none"
    );
    assert_eq!(taken(&folder, &import, "Amélie Côté").job, "orthopédagogue");
    let zoe = taken(&folder, &import, "Zoé Bélanger");
    assert_eq!((zoe.wellbeing(), zoe.arrival.map(|d| d.0.to_string())), (Wellbeing::Well, Some("2026-10-26".into())));
    assert_eq!(zoe.induction_year, Some(1));
}

#[test]
fn nothing_is_invented_about_an_arrival() {
    let folder = folder();
    let without = ready(&folder, &sheet(&["Nom", "Poste"], &[&["Zoé Brulé", "x"]]), &ImportChoices::default());
    let zoe = taken(&folder, &without, "Zoé Brulé");
    assert_eq!((zoe.arrival, zoe.induction_year, zoe.release), (None, None, None));
    let earlier = sheet(&["Nom", "Date d'entrée en fonction"], &[&["Zoé Brulé", "2019-08-25"]]);
    let zoe = taken(&folder, &ready(&folder, &earlier, &ImportChoices::default()), "Zoé Brulé");
    assert_eq!((zoe.arrival.map(|day| day.to_string()).as_deref(), zoe.induction_year), (Some("2019-08-25"), None));
    let vague = sheet(&["Nom", "Date"], &[&["Zoé Brulé", "2026-08-25"]]);
    let ImportStep::Ask(ImportQuestion::Column(1, proposals)) = step(&folder, &vague, &ImportChoices::default()) else {
        panic!("« Date » is a question");
    };
    assert_eq!(proposals[0], Heading::Column(Column::Field(Newcomer::ARRIVAL)), "dates point to the arrival first");
}

#[test]
fn columns_are_proposed_by_their_values_and_leaving_out_never_comes_first() {
    let folder = folder();
    for (head, values, wanted) in [
        ("Chose", &["Luc Roy", "Zoé Brulé"][..], "nom"),
        ("Date d'entrée au poste", &["25/08/2026", "2026-08-26"], "arrivée"),
        // A head that nobody knows may say another day.
        ("DDN", &["25/08/1985", "1990-08-26"], "ddn"),
        ("Date de permanence", &["25/08/2026", "2026-08-26"], "date-de-permanence"),
        ("Mise à jour", &["25/08/2026", "2026-08-26"], "mise-a-jour"),
        ("Chose", &["va bien", "à suivre"], "état"),
        ("Chose", &["ciblé", "universel"], "palier"),
        ("Chose", &["x1", "y2"], "chose"),
    ] {
        let rows: Vec<[&str; 2]> = values.iter().map(|value| ["n01", *value]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
        let ImportStep::Ask(ImportQuestion::Column(1, proposals)) =
            step(&folder, &sheet(&["id", head], &rows), &ImportChoices::default())
        else {
            panic!("is asked");
        };
        assert_eq!(proposals[0].column().expect("a column").key(), wanted);
    }
}

#[test]
fn the_order_of_dates_is_told_by_one_of_them_or_asked() {
    let folder = folder();
    let list = |second: &str| sheet(&["Nom", "Embauche"], &[&["Zoé Brulé", "03/04/2026"], &["Luc Petit", second]]);
    let arrival = |import: &Import| taken(&folder, import, "Zoé Brulé").arrival.map(|day| day.to_string());
    let told = ready(&folder, &list("08/25/2026"), &ImportChoices::default());
    assert_eq!(arrival(&told).as_deref(), Some("2026-03-04"));
    let told = ready(&folder, &list("25/08/2026"), &ImportChoices::default());
    assert_eq!(arrival(&told).as_deref(), Some("2026-04-03"));
    let asked = step(&folder, &list("05/06/2026"), &ImportChoices::default());
    assert_eq!(
        asked,
        ImportStep::Ask(ImportQuestion::Order(
            1,
            "03/04/2026".into(),
            vec![DateOrder::DayFirst, DateOrder::MonthFirst]
        ))
    );
    let choices = ImportChoices { orders: [(1, DateOrder::MonthFirst)].into(), ..ImportChoices::default() };
    assert_eq!(arrival(&ready(&folder, &list("05/06/2026"), &choices)).as_deref(), Some("2026-03-04"));
}

#[test]
fn a_list_without_heads_loses_nobody() {
    let list = |rows: &[&[&str]]| {
        let row = |(at, cells): (usize, &&[&str])| {
            SheetRow::plain(at + 1, cells.iter().map(|cell| (*cell).to_owned()).collect())
        };
        steps::tables(&[Sheet { rows: rows.iter().enumerate().map(row).collect(), ..Sheet::default() }], &[])
    };
    for (rows, heads) in [
        (&[&["Luc Petit", "technicien"][..], &["Anne Un", "technicien"], &["Zoé Brulé", "x"]][..], &["A", "B"][..]),
        (&[&["Luc Petit", "2026-08-25"], &["Anne Un", "2026-08-26"]], &["A", "B"]),
        (&[&["Luc Petit"], &["Anne Un"], &["Zoé Brulé"]], &["A"]),
        (&[&["Personne Ressource", "Chose"], &["Anne Un", "x"], &["Luc Petit", "y"]], &["Personne Ressource", "Chose"]),
        (&[&["Nom Prénom", "Poste"], &["Anne Un", "x"]], &["Nom Prénom", "Poste"]),
    ] {
        let tables = list(rows);
        assert_eq!(tables[0].heads, heads, "{rows:?}");
        assert_eq!(tables[0].rows.len(), rows.len() - usize::from(heads[0] != "A"), "{rows:?}");
    }
    let folder = folder();
    let tables = list(&[&["Luc Petit", "2026-08-25"], &["Anne Un", "2026-08-26"]]);
    let ImportStep::Ask(ImportQuestion::Column(0, proposals)) = step(&folder, &tables[0], &ImportChoices::default())
    else {
        panic!("is asked");
    };
    assert!(proposals[0].is_name(), "{:?}", proposals[0]);
}

#[test]
fn a_number_tells_two_people_of_one_name_apart() {
    let mut folder = folder();
    let two = sheet(&["Matricule", "Nom"], &[&["001", "Luc Petit"], &["002", "Luc Petit"]]);
    let import = ready(&folder, &two, &chosen(&[("matricule", NEW)]));
    assert_eq!((import.added(), import.refused.len()), (2, 0), "{:?}", import.refused);
    edit::apply(&mut folder, &import.edits()).expect("fits");
    assert_eq!(folder.board.own[0].title(), "Matricule");
    let numbers: Vec<&str> = folder.board.people.iter().filter_map(|p| p.own.get("matricule")?.as_str()).collect();
    assert_eq!(numbers, ["001", "002"], "as they are written");
    let again =
        sheet(&["Matricule", "Nom", "Poste"], &[&["002", "PETIT, Luc", "concierge"], &["003", "Luc Petit", "x"]]);
    let import = ready(&folder, &again, &ImportChoices::default());
    assert_eq!((import.added(), import.changed()), (1, 1), "{:?}", import.people);
    let known =
        sheet(&["Matricule", "Nom", "Poste"], &[&["1", "Luc Petit-Roy", "x"], &["2", "Zoé Brulé", "concierge"]]);
    let import = ready(&folder, &known, &ImportChoices::default());
    let changes: Vec<&str> = import.people[0].edits.iter().map(|edit| edit.path[2].as_str()).collect();
    assert_eq!(changes, ["nom", "fonction"], "a name is corrected, a number without its zeros is the same");
    assert_eq!(import.refused[0].why, Unfit::OtherName, "nobody becomes somebody else");
    let twice = sheet(&["Matricule", "Nom"], &[&["004", "Anne Un"], &["004", "Anne Deux"]]);
    assert_eq!(ready(&folder, &twice, &ImportChoices::default()).refused.len(), 2);
}

#[test]
fn somebody_on_two_lines_of_one_number_comes_in_once() {
    let list = sheet(
        &["Matricule", "Nom", "Poste"],
        &[
            &["12", "Zoé Un", "concierge"],
            &["12", "Zoé Un", "surveillante"],
            &["15", "Li Wu", ""],
            &["15", "Ann Poe", ""],
        ],
    );
    let import = ready(&folder(), &list, &chosen(&[("matricule", NEW)]));
    let names: Vec<&str> = import.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Zoé Un"]);
    assert_eq!(taken(&folder(), &import, "Zoé Un").job, "concierge");
    let refused: Vec<usize> = import.refused.iter().map(|refused| refused.line).collect();
    assert_eq!(refused, [3, 4, 5]);
}

#[test]
fn whoever_accompanies_is_named_as_newcomers_are() {
    let list = sheet(&["Nom", "Mentor(e)", "Répondant(e)"], &[&["Zoé Un", "TREMBLAY, Luc", "Mme Nadia BENALI"]]);
    let import = ready(&folder(), &list, &ImportChoices::default());
    let zoe = taken(&folder(), &import, "Zoé Un");
    assert_eq!((zoe.mentor.as_deref(), zoe.contact.as_deref()), (Some("Luc Tremblay"), Some("Nadia Benali")));
}

#[test]
fn two_lines_of_one_name_are_not_put_together() {
    let folder = folder();
    let sheet = sheet(
        &["Nom", "Poste", "Poste"],
        &[&["Côté Amélie", "a", "z"], &["Neuf Un", "x", ""], &["Neuf Un", "y", ""], &["Zoé Brulé", "b", ""]],
    );
    let import = ready(&folder, &sheet, &ImportChoices::default());
    assert_eq!(import.headings[2], Heading::LeftOut, "two columns for one field");
    assert_eq!((import.added(), import.changed()), (1, 1));
    assert_eq!(import.refused.iter().map(|refused| refused.line).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn a_second_column_of_one_field_is_asked_about_unless_it_says_the_same() {
    let folder = folder();
    let list =
        |place: &str| sheet(&["Nom", "Lieu", "Bâtiment"], &[&["Neuf Un", place, "012"], &["Neuf Deux", "", "012"]]);
    assert_eq!(ready(&folder, &list("012"), &ImportChoices::default()).headings[1], Heading::LeftOut);
    let asked = step(&folder, &list("École des Pins"), &ImportChoices::default());
    assert!(matches!(asked, ImportStep::Ask(ImportQuestion::Column(1, _))), "the exact head wins: {asked:?}");
    let hired = sheet(
        &["Nom", "Date d'embauche", "Date d'entrée en fonction"],
        &[&["Neuf Un", "2010-08-25", "2026-08-25"], &["Neuf Deux", "2026-08-25", "2026-08-25"]],
    );
    let asked = step(&folder, &hired, &ImportChoices::default());
    assert!(matches!(asked, ImportStep::Ask(ImportQuestion::Column(1, _))), "{asked:?}");
    let out = ready(&folder, &hired, &chosen(&[("date-d-embauche", "")]));
    assert_eq!(taken(&folder, &out, "Neuf Un").arrival.map(|day| day.to_string()).as_deref(), Some("2026-08-25"));
}

#[test]
fn what_programs_write_for_nothing_is_nobody_and_no_value() {
    let folder = folder();
    let rows: &[&[&str]] = &[
        &["N/A", "x"],
        &["null", "x"],
        &["Test Test", "x"],
        &["Poste vacant / À combler", "x"],
        &["Roy, N/A", "nan"],
        &["Zoé Neuve", "nan"],
    ];
    let import = ready(&folder, &sheet(&["Nom", "Poste"], rows), &ImportChoices::default());
    let people: Vec<_> = import.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people.last(), Some(&"Zoé Neuve"), "{people:?}");
    assert!(people.len() <= 2, "{people:?}");
    assert_eq!(import.people.last().and_then(|person| person.added.as_ref()).map(|added| added.job.as_str()), Some(""));
}

#[test]
fn a_second_row_of_heads_is_nobody_and_ends_the_table() {
    let folder = folder();
    let rows: &[&[&str]] = &[&["Roy", "Marc", "x"], &["Prénom", "Nom", "Poste"], &["Anne", "Côté", "y"]];
    let import = ready(&folder, &sheet(&["Nom", "Prénom", "Poste"], rows), &ImportChoices::default());
    let people: Vec<_> = import.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(people, ["Marc Roy"]);
    assert_eq!(import.refused.iter().map(|refused| refused.why).collect::<Vec<_>>(), [Unfit::OtherHeads]);
}

#[test]
fn half_of_a_name_is_found_under_any_head() {
    let folder = folder();
    for (head, first, written) in [
        ("Nom et prénom", "TREMBLAY Luc", "Marc Roy"),
        ("Nom et prénom", "Tremblay Luc", "Roy Marc"),
        ("Nom", "TREMBLAY Luc", "Roy Marc"),
    ] {
        let list = sheet(&[head, "Poste"], &[&[first, "x"], &["Roy Marc", "x"]]);
        let import = ready(&folder, &list, &ImportChoices::default());
        assert_eq!(import.people[1].name, written, "{head}: {first}");
    }
    for heads in [
        ["Nom", "Surname", "Given name"],
        ["Notes", "Family name", "Forename"],
        ["Notes", "Nom de famille", "Prénom de l'employé"],
    ] {
        let import = ready(&folder, &sheet(&heads, &[&["", "Roy", "Marc"]]), &ImportChoices::default());
        assert_eq!(import.people[0].name, "Marc Roy", "{heads:?}");
    }
    let list = sheet(&["Nom", "Appelé", "Entré"], &[&["Roy", "Marc", "2026"], &["Gagné", "Jean-Guy", "sept. 2025"]]);
    let ImportStep::Ask(ImportQuestion::Column(1, proposed)) = step(&folder, &list, &ImportChoices::default()) else {
        panic!("« Appelé » is asked about");
    };
    assert_eq!(proposed[0], Heading::FirstName);
    let asked = step(&folder, &list, &chosen(&[("appele", "prénom")]));
    let ImportStep::Ask(ImportQuestion::Column(2, proposed)) = asked else { panic!("{asked:?}") };
    assert!(matches!(proposed[0], Heading::New(_)), "a year is nobody: {proposed:?}");
}

#[test]
fn what_is_no_name_and_what_was_spoiled_stay_out() {
    let folder = folder();
    let list = sheet(
        &["Nom", "Poste", "Matricule"],
        &[
            &["Préscolaire", "", ""],
            &["Service de garde", "", ""],
            &["M. et Mme Roy", "x", "1"],
            &["Roy, Marc et Côté, Anne", "x", "6"],
            &["Am\u{fffd}lie Roy", "x", "2"],
            &["Zo? Roy", "x", "3"],
            &["Neuf Un", "x", "4"],
            &["Prince", "x", "5"],
        ],
    );
    let choices = chosen(&[("matricule", NEW)]);
    let import = ready(&folder, &list, &choices);
    let names: Vec<&str> = import.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Neuf Un", "Prince"], "{:?}", import.refused);
    assert_eq!(import.refused.len(), 6);
}

#[test]
fn a_number_is_the_same_with_the_zeros_that_a_spreadsheet_takes_away() {
    let mut folder = folder();
    let list = |number: &str| sheet(&["Nom", "Matricule"], &[&["Neuf Un", number]]);
    let choices = chosen(&[("matricule", NEW)]);
    let import = ready(&folder, &list("00104"), &choices);
    edit::apply(&mut folder, &import.edits()).expect("fits");
    for number in ["104", "104.0"] {
        let again = ready(&folder, &list(number), &choices);
        assert_eq!((again.added(), again.refused.len()), (0, 0), "{number}: {:?}", again.people);
    }
}

#[test]
fn people_can_be_left_out_one_by_one_and_a_list_of_the_whole_staff_asks_who() {
    let folder = folder();
    let rows: Vec<[String; 2]> = (0..6)
        .map(|n| [format!("Personne Numéro{}", ["a", "b", "c", "d", "e", "f"][n]), format!("20{}-09-01", 21 + n)])
        .collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let list = sheet(&["Nom", "Date d'embauche"], &rows);
    let ImportStep::Ask(ImportQuestion::Arrivals { from, recent, all }) =
        step(&folder, &list, &ImportChoices::default())
    else {
        panic!("is asked");
    };
    assert_eq!((from.to_string().as_str(), recent, all), ("2026-07-01", 1, 6));
    let mut choices = ImportChoices { arrivals: Some(Arrivals::Since(from)), ..ImportChoices::default() };
    let import = ready(&folder, &list, &choices);
    assert_eq!((import.added(), import.earlier, import.edits().len()), (1, 5, 1));
    choices = ImportChoices { arrivals: Some(Arrivals::All), toggled: [2, 3].into(), ..choices };
    assert_eq!(ready(&folder, &list, &choices).added(), 4);
    choices = ImportChoices { arrivals: Some(Arrivals::Since(from)), ..choices };
    let import = ready(&folder, &list, &choices);
    assert_eq!((import.added(), import.earlier), (3, 3), "two of those who were here before are ticked");
}

#[test]
fn hidden_rows_are_asked_about_and_broken_ones_are_refused() {
    let folder = folder();
    let mut list = sheet(&["Nom", "Poste"], &[&["Zoé Brulé", "a"], &["Luc Petit", "b"], &["Ève Lu", ""]]);
    list.rows[1].is_hidden = true;
    list.rows[2].broken = Some(1);
    assert_eq!(step(&folder, &list, &ImportChoices::default()), ImportStep::Ask(ImportQuestion::Hidden(1)));
    let without = ImportChoices { with_hidden: Some(false), ..ImportChoices::default() };
    let import = ready(&folder, &list, &without);
    assert_eq!((import.added(), import.hidden), (1, 1));
    assert_eq!((import.refused[0].why, import.refused[0].head.as_str()), (Unfit::Broken, "Poste"));
    assert_eq!(ready(&folder, &list, &ImportChoices { with_hidden: Some(true), ..without }).added(), 2);
}

#[test]
fn what_stood_around_a_name_is_kept_and_said() {
    let folder = folder();
    let list = sheet(&["Nom"], &[&["Mme BRULÉ, Zoé (remplaçante)"]]);
    let import = ready(&folder, &list, &ImportChoices::default());
    assert_eq!(taken(&folder, &import, "Zoé Brulé").situation, ["remplaçante"]);
    assert_eq!(import.titles, [("Mme".to_owned(), 1)].into());
}

#[test]
fn a_long_list_costs_what_its_lines_do() {
    let rows: Vec<Vec<String>> = (0..5000).map(|n| vec![format!("Personne Numéro{n}"), "concierge".into()]).collect();
    let mut long = sheet(&["Nom", "Poste"], &[]);
    long.rows = rows.into_iter().enumerate().map(|(at, row)| SheetRow::plain(at + 2, row)).collect();
    let edits = ready(&folder(), &long, &ImportChoices::default()).edits();
    assert_eq!(edits.len(), 5000);
    let ids: HashSet<&str> = edits
        .iter()
        .filter_map(|edit| match &edit.change {
            Change::Insert { item, .. } => item["id"].as_str(),
            _ => None,
        })
        .collect();
    assert_eq!(ids.len(), 5000, "each has an id of its own");
}

#[test]
fn what_was_given_out_comes_back_as_no_change() {
    let mut folder = folder();
    let wellbeing = json!({"id": "n04", "nom": "Zoé Brulé", "état": "à suivre", "état_le": "2026-10-15"});
    let added = Edit::push(&folder, &FileId::Board, &[Board::PEOPLE], wellbeing).expect("fits");
    edit::apply(&mut folder, &[added]).expect("fits");
    let columns: Vec<Column> = Column::all(&folder.board).into_iter().filter(|c| c.place().is_some()).collect();
    let heads: Vec<&str> = std::iter::once("id").chain(columns.iter().map(Column::key)).collect();
    let year = folder.plan.year();
    let rows = folder.board.everyone().map(|person| {
        std::iter::once(person.id.clone()).chain(columns.iter().map(|c| c.value(person, year).plain())).collect()
    });
    let mut out = sheet(&heads, &[]);
    out.rows = rows.enumerate().map(|(at, row)| SheetRow::plain(at + 2, row)).collect();
    let same = ready(&folder, &out, &ImportChoices::default());
    assert_eq!((same.edits().len(), same.refused.len()), (0, 0), "{:?}", same.people);
    let at = |key: &str| heads.iter().position(|head| *head == key).expect("a column");
    out.rows[0].cells[at("fonction")].clear();
    out.rows[1].cells[at("fonction")] = "'=concierge".into();
    out.rows[3].cells[at("état")] = "va bien".into();
    let changed = ready(&folder, &out, &ImportChoices::default());
    assert_eq!(changed.changed(), 3, "an emptied cell empties its field");
    let zoe = taken(&folder, &changed, "Zoé Brulé");
    assert_eq!(zoe.wellbeing_on.map(|day| day.to_string()).as_deref(), Some("2026-11-21"), "the day of the import");
}

#[test]
fn a_date_of_birth_is_no_arrival_and_a_title_or_a_figure_no_job() {
    let folder = folder();
    let sheet = sheet(
        &["Titre", "Nom", "Prénom", "Tâche", "Date de naissance"],
        &[
            &["Mme", "Roy", "Ann", "100 %", "1990-02-03"],
            &["M.", "Lu", "Bob", "80 %", "1985-02-03"],
            &["", "Vacant", "", "", ""],
            &["", "Total", "2", "", ""],
            &["", "Nguy?n", "Thi", "", ""],
        ],
    );
    for at in [0, 3, 4] {
        let names = names(&folder);
        let headings = headings::headings(&sheet, &folder, &names, &BTreeMap::new());
        assert_eq!(headings[at], Heading::Unknown, "{}", sheet.heads[at]);
        let proposals = headings::proposals(&sheet, at, &folder, &names, &headings);
        assert!(matches!(&proposals[0], Heading::New(_)), "{}: {proposals:?}", sheet.heads[at]);
    }
    let out = chosen(&[("titre", ""), ("tache", ""), ("date-de-naissance", "")]);
    let import = ready(&folder, &sheet, &out);
    assert_eq!(import.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ann Roy", "Bob Lu"]);
    let why: Vec<Unfit> = import.refused.iter().map(|refused| refused.why).collect();
    assert_eq!(why, [Unfit::Nobody, Unfit::Nobody, Unfit::Spoiled]);
}

#[test]
fn first_names_left_out_can_be_put_back() {
    let folder = folder();
    let sheet = sheet(&["Nom", "Prénom"], &[&["Roy", "Ann"]]);
    let names = names(&folder);
    let proposals = headings::proposals(&sheet, 1, &folder, &names, &[]);
    assert_eq!((&proposals[0], proposals[0].key()), (&Heading::FirstName, "prénom"));
    let import = ready(&folder, &sheet, &chosen(&[("prenom", "prénom")]));
    assert_eq!(import.people[0].name, "Ann Roy");
}

#[test]
fn a_column_of_names_is_asked_about_whatever_its_head() {
    let folder = folder();
    let list = sheet(&["Mentor", "Poste"], &[&["Neuf Un", "x"], &["Prince", "x"], &["Neuf Deux", "y"]]);
    let ImportStep::Ask(ImportQuestion::Column(0, proposals)) = step(&folder, &list, &ImportChoices::default()) else {
        panic!("is asked")
    };
    assert!(proposals[0].is_name(), "{proposals:?}");
    assert_eq!(ready(&folder, &list, &chosen(&[("mentor", Newcomer::NAME)])).added(), 3);
    let refused = step(&folder, &list, &chosen(&[("mentor", "")]));
    assert!(matches!(refused, ImportStep::NoNames), "{refused:?}");
}
