//! The board as a spreadsheet: its cells, its columns, and whom it shows.

use arrimage::{
    domain::{
        board::{
            column::Column,
            layout::{Shown, Window},
        },
        model::{
            board::{Tier, Wellbeing},
            field_kind::Kind,
            own_column::{OwnColumn, OwnKind},
        },
        table::{Sheet, SheetRow},
        value::{scalar::Amount, when::SchoolYear},
    },
    tui::{
        effect::{Effect, Mouse},
        event::Event,
        state::dialog::Dialog,
    },
};
use serde_json::json;

use crate::driver::Driver;

/// The board at a given size, with the columns that fit.
fn board(columns: u16, rows: u16) -> Driver {
    let mut driver = Driver::demo().size(columns, rows);
    driver.screen();
    driver.keys("3");
    driver
}

fn names(driver: &mut Driver) -> Vec<String> {
    let screen = driver.screen();
    let people = driver.app.folder.board.people.clone();
    let line = |line: &str| {
        let said = line.trim_start_matches(|c: char| !c.is_alphabetic());
        people.iter().find(|person| said.starts_with(&format!("{} ", person.name))).map(|person| person.id.clone())
    };
    screen.lines().filter_map(line).collect()
}

#[test]
fn a_cell_is_edited_where_it_stands_and_enter_goes_down() {
    let mut driver = board(120, 36);
    driver.keys("Droite Entrée");
    insta::assert_snapshot!("cellule_etat", driver.screen());
    driver.typed("plus").keys("Entrée");
    let person = driver.app.folder.board.person("n01").expect("n01");
    assert_eq!(person.wellbeing(), Wellbeing::MoreSupport);
    assert_eq!(person.wellbeing_on.map(|day| day.0), Some(driver.app.today()), "what is said is said on a day");
    assert!(driver.cursor_line().contains("Jean-Sébastien"), "{}", driver.cursor_line());
    driver.keys("Entrée Échap");
    assert_eq!(driver.app.folder.board.person("n02").expect("n02").wellbeing(), Wellbeing::Well, "Esc gives up");
    driver.keys("Ctrl-Z");
    assert_eq!(driver.app.folder.board.person("n01").expect("n01").wellbeing(), Wellbeing::Watch);
}

/// Puts the job just before the tier, among the columns of a wide window.
fn job_before_tier(driver: &mut Driver) {
    let wide = &mut driver.app.views.board.layout.wide;
    let at = |wide: &[Shown], key: &str| wide.iter().position(|column| column.key == key).expect("a column");
    let job = wide.remove(at(wide, "fonction"));
    wide.insert(at(wide, "palier"), job);
}

#[test]
fn a_letter_typed_in_a_cell_begins_its_value() {
    let mut driver = board(160, 40);
    job_before_tier(&mut driver);
    driver.keys("Droite Droite Droite Droite").typed("orthopédagogue").keys("Tab");
    assert_eq!(driver.app.folder.board.person("n01").expect("n01").job, "orthopédagogue");
    assert_eq!(driver.app.views.board.column.as_deref(), Some("palier"), "Tab goes on");
    driver.typed("s").keys("Tab");
    assert_eq!(driver.app.folder.board.person("n01").expect("n01").tier, Some(Tier::Specific));
    driver.keys("Échap").keys("u u");
    let person = driver.app.folder.board.person("n01").expect("n01");
    assert_eq!((person.job.as_str(), person.tier), ("enseignante, 3e année", Some(Tier::Targeted)));
}

#[test]
fn a_letter_typed_in_a_cell_that_follows_from_others_begins_what_it_follows_from() {
    let mut driver = board(200, 40);
    driver.app.views.board.column = Some("dernière_trace".into());
    driver.typed("Belle relation").keys("Entrée Échap");
    let person = driver.app.folder.board.person("n01").expect("n01");
    let last = person.traces.last().expect("a trace");
    assert_eq!(last.goes_well, "Belle relation");
    driver.event(Event::Paste("Un bon mot".into()));
    driver.keys("Entrée Échap");
    let person = driver.app.folder.board.person("n01").expect("n01");
    assert_eq!(person.traces.last().map(|trace| trace.goes_well.as_str()), Some("Un bon mot"), "pasted as typed");
    driver.app.views.board.column = Some("libération.reste".into());
    driver.typed("1");
    assert!(driver.app.dialog.is_none(), "days left are not days taken");
    assert!(driver.screen().contains("écrivez dans «\u{a0}Jours pris\u{a0}»"), "{}", driver.screen());
}

#[test]
fn a_search_says_what_it_hides_what_it_does_not_know_and_where_it_found() {
    let mut driver = board(120, 36);
    driver.keys("Ctrl-F").typed("-palier:ciblé").keys("Entrée");
    assert!(driver.screen().contains("6 personnes · 3 cachées (Échap)"), "{}", driver.screen());
    driver.keys("Échap /").typed("restants>0").keys("Entrée");
    assert!(driver.screen().contains("«\u{a0}restants\u{a0}»\u{a0}: Jours restants"), "{}", driver.screen());
    driver.keys("Échap /").typed("jours pris>1").keys("Entrée");
    let by_head = names(&mut driver);
    driver.keys("Échap /").typed("pris>1").keys("Entrée");
    assert_eq!(names(&mut driver), by_head, "a head is said as it is printed");
    driver.keys("Échap /").typed("zorglub:1").keys("Entrée");
    assert!(driver.screen().contains("«\u{a0}zorglub:1\u{a0}» n’est compris"), "{}", driver.screen());
    driver.keys("Échap /").typed("trace:consignes").keys("Entrée");
    let found = names(&mut driver);
    assert!(!found.is_empty() && found.len() < 9, "{found:?}");
    driver.keys("Échap /").typed("consignes").keys("Entrée");
    assert_eq!(names(&mut driver), found);
    assert!(driver.screen().contains("Trouvé dans «\u{a0}trace"), "{}", driver.screen());
    driver.keys("p");
    assert!(!driver.screen().contains("consignes"), "a wall is told nothing: {}", driver.screen());
    assert!(driver.screen().contains("Personne ne répond à cette recherche"), "{}", driver.screen());
}

#[test]
fn a_block_of_cells_is_chosen_counted_copied_filled_and_cleared_as_one() {
    let mut driver = board(200, 40);
    let copied = |driver: &Driver| match driver.effects.as_slice() {
        [Effect::CopyCells(cells), ..] => cells.clone(),
        other => panic!("{other:?}"),
    };
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Maj-Bas Maj-Bas Maj-Droite");
    assert!(driver.screen().contains("6 cellules, 4 remplies"), "{}", driver.screen());
    driver.keys("Ctrl-C");
    let cells = copied(&driver);
    assert_eq!((cells.count(), &cells.heads), (6, &None));
    assert_eq!(cells.text(), "ciblé\tHélène Gagnon\nuniversel\tRéjeanne Ouellet\n\t");
    driver.keys("Ctrl-D");
    let board = |driver: &Driver| {
        let people = driver.app.folder.board.people[..3].iter();
        people.map(|person| (person.tier, person.contact.clone().unwrap_or_default())).collect::<Vec<_>>()
    };
    let first = (Some(Tier::Targeted), "Hélène Gagnon".to_owned());
    assert_eq!(board(&driver), [first.clone(), first.clone(), first]);
    driver.keys("Suppr");
    assert_eq!(board(&driver)[2], (None, String::new()));
    driver.keys("Ctrl-Z Ctrl-Z");
    assert_eq!(board(&driver)[1].0, Some(Tier::Universal), "two gestures");
    // A whole column is copied with its head; numbers are summed.
    driver.app.views.board.column = Some("libération.reste".into());
    driver.keys("Ctrl-Espace");
    assert!(driver.screen().contains("9 cellules, 9 remplies · somme 5,5"), "{}", driver.screen());
    driver.keys("Ctrl-C");
    assert_eq!(copied(&driver).heads.as_deref(), Some(&["Jours restants".to_owned()][..]));
    driver.keys("Ctrl-A Ctrl-C");
    let all = copied(&driver);
    assert_eq!(all.lines.len(), 9);
    assert!(all.text().starts_with("Nom\tÉtat\t"), "{}", all.text());
    driver.keys("Suppr Échap Échap");
    assert!(driver.screen().contains("Amélie Côté"), "nobody is archived or renamed: {}", driver.screen());
}

#[test]
fn a_block_fills_to_the_right_where_the_columns_take_it() {
    let mut driver = board(200, 40);
    driver.app.views.board.column = Some("répondant".into());
    driver.keys("Maj-Droite Ctrl-R");
    let person = driver.app.folder.board.people[0].clone();
    assert_eq!(
        (person.contact.clone(), person.mentor.clone()),
        (Some("Hélène Gagnon".into()), Some("Hélène Gagnon".into()))
    );
    driver.app.views.board.column = Some("palier".into());
    driver.app.views.board.block = None;
    let wide = &mut driver.app.views.board.layout.wide;
    wide.retain(|column| column.key != "libération.pris");
    wide.insert(4, Shown { key: "libération.pris".into(), width: 8 });
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Maj-Droite Ctrl-R");
    assert!(driver.screen().contains("Une cellule n’a pas pu être écrite"), "{}", driver.screen());
}

#[test]
fn a_paste_over_a_block_begins_at_its_corner_and_one_value_fills_it() {
    let mut driver = board(200, 40);
    let tiers = |driver: &Driver| driver.app.folder.board.people[..3].iter().map(|p| p.tier).collect::<Vec<_>>();
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Maj-Bas Maj-Bas");
    driver.event(Event::Paste("spécifique".into()));
    assert_eq!(tiers(&driver), [Some(Tier::Specific); 3]);
    driver.event(Event::Paste("ciblé\nuniversel\n".into()));
    driver.keys("Entrée");
    assert_eq!(tiers(&driver), [Some(Tier::Targeted), Some(Tier::Universal), Some(Tier::Specific)]);
}

#[test]
fn a_list_pasted_on_the_names_finds_people_and_adds_the_others() {
    let mut driver = board(160, 40);
    driver.event(Event::Paste("Olivier Pépin\tva bien\nZoé Brulé\tà suivre\n".into()));
    let screen = driver.screen();
    assert!(screen.contains("Zoé Brulé"), "{screen}");
    driver.keys("o");
    let effects = driver.event(Event::TakeStaff);
    assert!(!effects.is_empty() || driver.app.folder.board.people.len() == 10);
    let board = &driver.app.folder.board;
    assert_eq!(board.people.len(), 10, "one was added: {}", driver.screen());
    // In another column, lines that begin with names go to whom they name.
    job_before_tier(&mut driver);
    driver.app.views.board.column = Some("fonction".into());
    driver.event(Event::Paste("Olivier Pépin\tbibliothécaire\nMaïka Bouchard\tsecrétaire\n".into()));
    driver.keys("Entrée");
    let job = |driver: &Driver, name: &str| {
        let people = &driver.app.folder.board.people;
        people.iter().find(|person| person.name == name).map(|person| person.job.clone())
    };
    assert_eq!(job(&driver, "Olivier Pépin").as_deref(), Some("bibliothécaire"));
    assert_eq!(job(&driver, "Maïka Bouchard").as_deref(), Some("secrétaire"));
    assert_eq!(job(&driver, "Amélie Côté").as_deref(), Some("enseignante, 3e année"));
}

#[test]
fn a_column_of_the_school_gets_a_kind_choices_another_name_and_an_end_that_can_be_undone() {
    let mut driver = board(160, 40);
    driver.keys("k n").typed("Horaire").keys("Entrée Échap");
    assert!(driver.app.folder.board.own.is_empty(), "nothing is created before its kind is said");
    driver.keys("Échap k n").typed("Palier").keys("Entrée");
    assert!(driver.screen().contains("Il y a déjà une colonne «\u{a0}Palier\u{a0}»"), "{}", driver.screen());
    driver.keys("Échap Échap Échap k n").typed("Horaire").keys("Entrée");
    assert!(driver.screen().contains("au mur, la colonne est masquée"), "{}", driver.screen());
    driver.typed("choix").keys("Entrée").typed("jour, soir").keys("Entrée");
    let own = driver.app.folder.board.own.last().cloned().expect("a column");
    assert_eq!((own.name.as_str(), own.kind), ("Horaire", Some(OwnKind::Choice)));
    assert_eq!(own.choices, ["jour", "soir"]);
    driver.app.views.board.column = Some(own.id.clone());
    driver.typed("soir").keys("Entrée");
    let held = |driver: &Driver| driver.app.folder.board.people[0].own.get(&own.id).cloned();
    assert_eq!(held(&driver), Some(json!("soir")));
    let at = |driver: &mut Driver, key: &str| {
        driver.keys("Échap k");
        for _ in 0..30 {
            if driver.cursor_line().contains(key) {
                return;
            }
            driver.keys("Bas");
        }
        panic!("{key} is a column");
    };
    at(&mut driver, "Horaire");
    driver.keys("r").clear_field().typed("Quart").keys("Entrée");
    assert_eq!(driver.app.folder.board.own.last().expect("a column").name, "Quart");
    at(&mut driver, "Palier");
    driver.keys("Suppr");
    assert!(driver.screen().contains("est une colonne du format"), "{}", driver.screen());
    at(&mut driver, "Quart");
    driver.keys("Suppr");
    assert!(driver.screen().contains("avec une valeur"), "{}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.app.folder.board.own.is_empty() && held(&driver).is_none());
    driver.keys("Ctrl-Z");
    assert_eq!(held(&driver), Some(json!("soir")), "one stroke brings all of it back: {}", driver.screen());
}

#[test]
fn a_named_view_is_shown_by_its_number_and_kept() {
    let mut driver = board(120, 36);
    driver.keys("v 2");
    assert_eq!(names(&mut driver), ["n03"], "nobody looks after Maïka: {}", driver.screen());
    assert!(driver.screen().contains("Vue «\u{a0}Sans répondant\u{a0}»"), "{}", driver.screen());
    driver.keys("v 4");
    assert!(driver.screen().contains("3 personnes · 6 cachées"), "{}", driver.screen());
    driver.keys("v 1");
    assert!(driver.screen().contains("9 personnes\n"), "{}", driver.screen());
    driver.keys("/").typed("palier:ciblé").keys("Entrée v Haut");
    driver.typed("garder").keys("Entrée").typed("Les ciblés").keys("Entrée");
    let [Effect::RememberViews(kept), ..] = driver.effects.as_slice() else { panic!("{:?}", driver.effects) };
    assert_eq!((kept[0].name.as_str(), kept[0].filter.as_str()), ("Les ciblés", "palier:ciblé"));
    driver.keys("v 1 v 5");
    assert!(driver.screen().contains("3 personnes · 6 cachées"), "{}", driver.screen());
    driver.keys("v Haut Haut").typed("garder").keys("Entrée").typed("les ciblés").keys("Entrée");
    assert_eq!(driver.app.views.board.kept.len(), 1, "in place of the one called alike");
    driver.keys("v Haut").typed("garder").keys("Entrée").typed("sans repondant").keys("Entrée");
    assert_eq!(driver.app.views.board.kept.len(), 1, "{}", driver.screen());
    driver.keys("v Haut").typed("garder").keys("Entrée").typed("Les ciblés").keys("Entrée");
    driver.keys("p v");
    let screen = driver.screen();
    assert!(!screen.contains("Les ciblés") && screen.contains("vue gardée no 1"), "it may name somebody: {screen}");
    driver.keys("Échap p");
    driver.keys("v").typed("oublier").keys("Entrée");
    assert!(driver.app.views.board.kept.is_empty());
}

#[test]
fn undoing_goes_where_it_happened() {
    let mut driver = board(160, 40);
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Ctrl-Fin Suppr Ctrl-Début Gauche Ctrl-Z");
    assert_eq!((driver.app.views.board.at, driver.app.views.board.column.as_deref()), (8, Some("palier")));
}

#[test]
fn an_arrow_keeps_a_word_that_is_settled_and_what_is_typed_in_a_block_goes_to_its_first_cell() {
    let mut driver = board(160, 40);
    let tiers = |driver: &Driver| driver.app.folder.board.people[..4].iter().map(|p| p.tier).collect::<Vec<_>>();
    driver.app.views.board.column = Some("palier".into());
    driver.typed("universel").keys("Bas").typed("cib").keys("Bas").typed("spécifique").keys("Bas");
    assert_eq!(tiers(&driver)[..3], [Some(Tier::Universal), Some(Tier::Targeted), Some(Tier::Specific)]);
    driver.keys("Ctrl-Début Maj-Bas Maj-Bas").typed("ciblé").keys("Entrée");
    assert_eq!(tiers(&driver)[..3], [Some(Tier::Targeted), Some(Tier::Targeted), Some(Tier::Specific)]);
    // Whole columns go on from where they end.
    driver.keys("Ctrl-Début Début Ctrl-Espace Maj-Droite");
    assert!(driver.screen().contains("18 cellules"), "{}", driver.screen());
    driver.keys("Échap Début Droite");
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Ctrl-X");
    let cut = driver.effects.iter().any(|effect| matches!(effect, Effect::CopyCells(copied) if copied.is_cut));
    assert!(cut && tiers(&driver)[0].is_none(), "{:?}", driver.effects);
}

#[test]
fn where_a_value_goes_and_what_is_no_date_is_said() {
    let mut driver = board(200, 40);
    driver.keys("Espace Espace Droite");
    driver.app.views.board.column = Some("prochaine_action.quand".into());
    driver.typed("26/11");
    let screen = driver.screen();
    assert!(screen.contains("→ jeudi 26 novembre 2026") && screen.contains("2 personnes marquées"), "{screen}");
    driver.keys("Échap");
    driver.app.views.board.column = Some("palier".into());
    driver.typed("c");
    assert!(driver.screen().contains("ira aux 2 personnes marquées"), "{}", driver.screen());
    driver.keys("Échap Échap Échap Droite");
    driver.app.views.board.column = Some("prochaine_action.quand".into());
    driver.typed("avant Noël").keys("Entrée");
    assert!(driver.screen().contains("n’est pas une date\u{a0}: gardé comme texte"), "{}", driver.screen());
    driver.typed("31/2/26").keys("Entrée");
    assert!(driver.screen().contains("Ce n’est pas une date certaine"), "no calendar has it: {}", driver.screen());
}

#[test]
fn what_is_typed_or_erased_in_any_column_can_be_undone() {
    let mut driver = board(200, 40);
    let keys: Vec<String> = Column::editable(&driver.app.folder.board).map(|column| column.key().to_owned()).collect();
    let mut changed = 0;
    for key in &keys {
        driver.app.views.board.layout.wide.insert(0, Shown { key: key.clone(), width: 12 });
        for (at, said) in [(0, "2026-12-01"), (0, "2"), (1, "0"), (2, "mot"), (3, "")] {
            (driver.app.views.board.column, driver.app.views.board.at) = (Some(key.clone()), at);
            for gesture in [said, ""] {
                let before = driver.app.folder.board.clone();
                match gesture {
                    "" => driver.keys("Suppr"),
                    typed => driver.typed(typed).keys("Entrée Échap"),
                };
                let after = driver.app.folder.board.clone();
                if before == after {
                    continue;
                }
                changed += 1;
                driver.keys("Ctrl-Z");
                assert!(driver.app.folder.board == before, "{key}, « {gesture} »: {}", driver.screen());
                driver.keys("Ctrl-Y");
                assert!(driver.app.folder.board == after, "{key}, « {gesture} » again: {}", driver.screen());
                (driver.app.views.board.column, driver.app.views.board.at) = (Some(key.clone()), at);
            }
        }
    }
    assert!(changed > 3 * keys.len(), "{changed} changes in {} columns", keys.len());
}

#[test]
fn whoever_types_and_moves_with_the_arrows_fills_one_cell_after_the_other() {
    let mut driver = board(160, 40);
    job_before_tier(&mut driver);
    driver.app.views.board.column = Some("fonction".into());
    driver.typed("abc").keys("Bas").typed("def").keys("Bas").typed("ghi").keys("Alt-Entrée");
    let jobs = |driver: &Driver| driver.app.folder.board.people[..3].iter().map(|p| p.job.clone()).collect::<Vec<_>>();
    assert_eq!(jobs(&driver), ["abc", "def", "ghi"]);
    assert!(driver.cursor_line().contains("def"), "Shift-Enter goes up: {}", driver.cursor_line());
    // A cell that was opened is corrected: the arrows stay inside.
    driver.keys("F2 Gauche").typed("X").keys("Entrée");
    assert_eq!(jobs(&driver)[1], "deXf");
    driver.keys("Haut").typed("un mot").keys("F2 Ctrl-Gauche").typed("petit ").keys("Entrée");
    assert_eq!(jobs(&driver)[1], "un petit mot");
    // After a series of Tab, Enter goes down below the cell where it began.
    driver.keys("Haut").typed("a").keys("Tab").typed("2").keys("Entrée");
    assert_eq!(driver.app.views.board.column.as_deref(), Some("fonction"));
    assert_eq!(driver.app.folder.board.people[1].tier, Some(Tier::Targeted), "« 2 » is the second tier");
    driver.typed("zorglub").keys("Échap Entrée");
    assert!(!driver.screen().contains("zorglub"), "Escape gives up for good:\n{}", driver.screen());
    driver.keys("Échap Fin");
    let last = driver.app.views.board.column.clone();
    driver.keys("Début");
    assert!(driver.app.views.board.at > 0 && driver.app.views.board.column != last, "Home stays on the line");
    driver.keys("Ctrl-Bas");
    assert_eq!(driver.app.views.board.at, 8);
    driver.keys("Ctrl-Début");
    assert_eq!(driver.app.views.board.at, 0);
}

#[test]
fn what_is_typed_in_a_free_text_is_kept_whatever_is_suggested() {
    let mut driver = board(160, 40);
    job_before_tier(&mut driver);
    driver.app.views.board.column = Some("fonction".into());
    let jobs = |driver: &Driver| driver.app.folder.board.people[..3].iter().map(|p| p.job.clone()).collect::<Vec<_>>();
    let earlier = jobs(&driver);
    driver.typed("enseignant").keys("Bas").typed("enseignante").keys("Bas").typed("orthopédagogue").keys("Entrée");
    assert_eq!(jobs(&driver), ["enseignant", "enseignante", "orthopédagogue"]);
    driver.keys("Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!(jobs(&driver), earlier);
    // A text that is shortened is another text, even where the longer one is suggested.
    driver.keys("Ctrl-Début F2 Ctrl-Effacer Ctrl-Effacer Entrée");
    assert_eq!(jobs(&driver)[0], "enseignante,", "{}", driver.screen());
    driver.keys("Ctrl-Z Ctrl-Début").typed("enseignant").keys("F2 Bas Entrée");
    assert!(jobs(&driver)[0].starts_with("enseignant") && jobs(&driver)[0] != "enseignant", "what is chosen is taken");
    // The beginning of a name says it.
    driver.app.views.board.column = Some("répondant".into());
    driver.keys("Ctrl-Début").typed("luc").keys("Bas").typed("nadia").keys("Bas");
    let contacts: Vec<_> = driver.app.folder.board.people[..2].iter().map(|p| p.contact.clone()).collect();
    assert_eq!(contacts, [Some("Luc Tremblay".to_owned()), Some("Nadia Benali".to_owned())]);
    // What is inside a name is not its beginning, and a dash names nobody.
    driver.keys("Ctrl-Début").typed("ann").keys("Entrée");
    assert_eq!(driver.app.folder.board.people[0].contact.as_deref(), Some("ann"), "no Réjeanne");
    for nothing in ["-", "—", "aucun"] {
        driver.keys("Ctrl-Début").typed(nothing).keys("Entrée");
        assert_eq!(driver.app.folder.board.people[0].contact, None, "{nothing}");
        driver.keys("Ctrl-Z");
    }
    // Two needs that nobody has had yet are two.
    driver.app.views.board.layout.wide.insert(0, Shown { key: "besoins".into(), width: 20 });
    driver.app.views.board.column = Some("besoins".into());
    driver.keys("Ctrl-Bas").typed("zorglub, un vélo").keys("Entrée");
    let needs = &driver.app.folder.board.people[8].needs;
    assert!(needs.ends_with(&["zorglub".to_owned(), "un vélo".to_owned()]), "{needs:?}");
    for (typed, last) in [
        ("gestion de classe difficile", "gestion de classe difficile"),
        ("temps", "temps"),
        ("gest", "gestion de classe"),
    ] {
        driver.keys("Ctrl-Bas").typed(typed).keys("Entrée");
        let needs = &driver.app.folder.board.people[8].needs;
        assert_eq!(needs.last().map(String::as_str), Some(last), "{typed}: {needs:?}");
    }
    driver.keys("Ctrl-Bas").typed("aucun").keys("Entrée");
    assert!(driver.app.folder.board.people[8].needs.is_empty());
    // Whoever marked somebody and stands elsewhere is told whom a value goes to, and asked before it goes.
    driver.app.views.board.column = Some("fonction".into());
    driver.keys("Ctrl-Début Espace Bas Bas").typed("x");
    assert!(driver.screen().contains("ira à Amélie Côté"), "{}", driver.screen());
    driver.keys("Échap Suppr");
    assert!(driver.screen().contains("et non ici\u{a0}: Amélie Côté"), "{}", driver.screen());
}

#[test]
fn one_enter_takes_a_word_of_a_list_and_spaces_tick_several() {
    let mut driver = board(200, 40);
    let needs = |driver: &Driver, at: usize| driver.app.folder.board.people[at].needs.clone();
    let modalities = |driver: &Driver, at: usize| driver.app.folder.board.people[at].modalities.clone();
    driver.app.views.board.layout.wide.insert(0, Shown { key: "modalités".into(), width: 20 });
    driver.app.views.board.column = Some("modalités".into());
    driver.keys("Bas Bas").typed("2a, 2b").keys("Entrée");
    assert_eq!(modalities(&driver, 2), ["2a", "2b"]);
    assert_eq!(driver.app.views.board.at, 3, "and goes on");
    driver.typed("zz").keys("Entrée");
    assert!(driver.app.dialog.is_some() && driver.screen().contains("Rien ne correspond"), "{}", driver.screen());
    driver.keys("Échap");
    driver.app.views.board.layout.wide.insert(0, Shown { key: "palier".into(), width: 20 });
    driver.app.views.board.column = Some("palier".into());
    driver.typed("zz").keys("Entrée");
    assert!(driver.screen().contains("Cela n’est pas dans la liste\u{a0}: "), "{}", driver.screen());
    driver.keys("Échap");
    driver.app.views.board.column = Some("besoins".into());
    let before = needs(&driver, 3);
    driver.keys("Entrée Espace Bas Espace Échap");
    assert_eq!(needs(&driver, 3), before);
    driver.keys("Entrée Entrée");
    assert_eq!(needs(&driver, 3), before, "Escape forgot the ticks");
    driver.typed("local tranquille").keys("Bas Entrée");
    assert_eq!(needs(&driver, 4).last().map(String::as_str), Some("local tranquille"));
}

#[test]
fn a_refusal_is_told_whole_with_its_remedy() {
    let mut driver = board(100, 30);
    driver.app.views.board.layout.wide.insert(0, Shown { key: "libération.pris".into(), width: 8 });
    driver.app.views.board.column = Some("libération.pris".into());
    driver.typed("beaucoup").keys("Entrée");
    assert!(driver.screen().contains("d’où cela vient («\u{a0}+0,5 Budget école\u{a0}»)"), "{}", driver.screen());
    driver.keys("Échap").typed("99");
    assert!(driver.screen().contains("c’est plus"), "{}", driver.screen());
    driver.keys("Échap").typed("+0,33 Bud");
    assert!(driver.screen().contains("Fin\u{a0}: Budget"), "{}", driver.screen());
    driver.keys("Fin Entrée");
    let sources = driver.app.folder.plan.resources.funds.iter().map(|fund| fund.source.clone()).collect::<Vec<_>>();
    let release = driver.app.folder.board.people[0].release.clone().expect("days");
    assert!(sources.contains(&release.days.last().expect("an entry").source), "{sources:?} {release:?}");
    driver.keys("Haut").typed("+0,5").keys("Entrée");
    let taken = driver.app.folder.board.people[0].release.clone().expect("days").taken;
    assert_eq!(taken, Amount(release.taken.0 + 0.5), "no crumbs");
    driver.keys("Haut").typed("0,25");
    assert!(driver.screen().contains("le détail par source"), "{}", driver.screen());
}

#[test]
fn a_date_says_what_it_understood() {
    let mut driver = board(200, 40);
    driver.app.views.board.column = Some("prochaine_action.quand".into());
    driver.typed("jeudi");
    assert!(driver.screen().contains("→ jeudi 26 novembre 2026"), "{}", driver.screen());
    driver.keys("Entrée Haut").typed("+10");
    assert!(driver.screen().contains("→ mardi 1er décembre 2026"), "{}", driver.screen());
    driver.keys("Tab");
    let action = driver.app.folder.board.person("n01").expect("n01").next_action.clone().expect("an action");
    assert_eq!(action.when.0, "2026-12-01");
    let year = SchoolYear(2026);
    let today = driver.app.today();
    for (typed, written) in [
        ("25 déc. 2026", "2026-12-25"),
        ("25 décembre 2026", "2026-12-25"),
        ("8 sept", "2026-09-08"),
        ("avant Noël", "avant Noël"),
        ("décembre 2026", "décembre 2026"),
        ("vers le 25 décembre 2026", "vers le 25 décembre 2026"),
    ] {
        assert_eq!(Kind::When.parse(typed, year, today), Ok(Some(json!(written))), "{typed}");
    }
}

#[test]
fn several_people_are_filled_at_once_and_undone_at_once() {
    let mut driver = board(160, 40);
    driver.keys("Espace Espace Espace Droite");
    driver.app.views.board.column = Some("palier".into());
    assert!(driver.screen().contains("3 marquées"), "{}", driver.screen());
    driver.typed("univ");
    assert!(driver.screen().contains("3 marquées"), "the cursor may stand on another: {}", driver.screen());
    driver.keys("Entrée");
    let tiers = |driver: &Driver| driver.app.folder.board.people[..4].iter().map(|p| p.tier).collect::<Vec<_>>();
    let all = Some(Tier::Universal);
    assert_eq!(tiers(&driver), [all, all, all, Some(Tier::Specific)]);
    assert!(driver.screen().contains("(et 1 de plus)"), "{}", driver.screen());
    driver.keys("Ctrl-Z");
    assert_eq!(tiers(&driver), [Some(Tier::Targeted), all, None, Some(Tier::Specific)]);
    driver.keys("Échap Échap Début Bas Droite");
    driver.app.views.board.column = Some("palier".into());
    driver.keys("Ctrl-D");
    assert_eq!(tiers(&driver)[1], Some(Tier::Targeted), "the cell above comes down");
    driver.keys("Suppr");
    assert_eq!(tiers(&driver)[1], None, "and the cell is emptied");
}

#[test]
fn a_column_is_pasted_from_a_spreadsheet_once_it_is_seen() {
    let mut driver = board(160, 40);
    job_before_tier(&mut driver);
    driver.app.views.board.column = Some("fonction".into());
    driver.event(Event::Paste("concierge\tuniversel\r\nsecrétaire\t\r\n\tnimporte\r\n".into()));
    let screen = driver.screen();
    assert!(screen.contains("Coller 3 valeurs") && screen.contains("«\u{a0}nimporte\u{a0}»"), "{screen}");
    assert_eq!(driver.app.folder.board.people[0].job, "enseignante, 3e année", "nothing is written yet");
    driver.keys("Entrée");
    let people = &driver.app.folder.board.people;
    assert_eq!((people[0].job.as_str(), people[1].job.as_str()), ("concierge", "secrétaire"));
    let screen = driver.screen();
    assert!(
        screen.contains("2 cellules vides du collage") && screen.contains("palier effacé (était universel)"),
        "{screen}"
    );
    driver.keys("Entrée Ctrl-Z");
    assert_eq!(driver.app.folder.board.people[1].job, "concierge de soir", "one gesture, and nothing was erased");
    driver.event(Event::Paste("\"ligne 1\nligne 2\"\nautre\n".into()));
    let screen = driver.screen();
    assert!(screen.contains("→ ligne 1 ligne 2") && screen.contains("→ autre"), "a quoted cell is one cell: {screen}");
    driver.keys("Échap");
    driver.event(Event::Paste("\t\n\t\n".into()));
    assert!(driver.screen().contains("4 cellules vides du collage"), "{}", driver.screen());
    driver.keys("o");
    assert_eq!(driver.app.folder.board.people[1].job, "", "erased once one says so");
    driver.keys("Ctrl-Z");
    driver.app.views.board.layout.wide.insert(0, Shown { key: "état".into(), width: 20 });
    driver.app.views.board.column = Some("état".into());
    driver.event(Event::Paste("va bien\nà suivre\n".into()));
    let screen = driver.screen();
    assert!(screen.contains("Coller 2 valeurs"), "the days that follow from them are no values: {screen}");
}

#[test]
fn people_are_found_while_one_types_and_the_cursor_follows() {
    let mut driver = board(120, 36);
    driver.keys("Bas Bas Bas Bas Bas Bas /").typed("palier:ciblé mentor:luc");
    assert_eq!(names(&mut driver), ["n01", "n07"], "{}", driver.screen());
    driver.keys("Entrée");
    assert!(driver.cursor_line().contains("Olivier"), "{}", driver.cursor_line());
    driver.keys("/").clear_field().typed("sans:trace").keys("Entrée");
    assert_eq!(names(&mut driver), ["n03"]);
    driver.keys("/").typed("xyz");
    driver.keys("Échap");
    assert_eq!(names(&mut driver), ["n03"], "Esc gives the filter back as it was");
    driver.keys("Échap Échap /").typed("olivire").keys("Entrée");
    assert_eq!(names(&mut driver), ["n07"], "a slip is forgiven");
}

#[test]
fn any_column_sorts_both_ways_and_the_cursor_stays() {
    let mut driver = board(120, 36);
    driver.app.views.board.column = Some("fonction".into());
    driver.keys("Ctrl-O");
    let screen = driver.screen();
    assert!(screen.contains("▲ Fonction"), "{screen}");
    assert!(driver.cursor_line().contains("Amélie"));
    let up = names(&mut driver);
    driver.keys("Ctrl-O");
    let mut down = names(&mut driver);
    down.reverse();
    assert_eq!(up, down);
    driver.keys("Échap o").typed("nom").keys("Entrée");
    assert_eq!(names(&mut driver)[0], "n01", "Amélie comes first");
    driver.click("Palier");
    assert!(driver.screen().contains("▲ Palier"), "{}", driver.screen());
}

#[test]
fn values_are_counted_as_bars_and_a_bar_filters() {
    let mut driver = board(120, 36);
    driver.keys("f").typed("palier").keys("Entrée");
    insta::assert_snapshot!("compter_palier", driver.screen());
    driver.typed("ciblé").keys("Entrée");
    assert_eq!(driver.app.views.board.filter, "palier:=ciblé");
    driver.keys("Échap f").typed("fonction").keys("Entrée").typed("enseignante, 3e").keys("Entrée");
    assert_eq!(names(&mut driver), ["n01"], "a bar shows those that it counted: {}", driver.screen());
    driver.keys("Échap f").typed("mentor").keys("Entrée").typed("rien").keys("Entrée");
    assert_eq!(driver.app.views.board.filter, "sans:mentor");
}

#[test]
fn columns_are_chosen_moved_and_widened() {
    let mut driver = board(120, 36);
    driver.keys("k");
    insta::assert_snapshot!("colonnes", driver.screen());
    driver.keys("Espace + Droite Entrée");
    let effects = driver.effects.clone();
    let layout = match effects.as_slice() {
        [Effect::RememberColumns(layout)] => layout.clone(),
        other => panic!("{other:?}"),
    };
    let keys: Vec<(&str, u16)> = layout.wide.iter().take(2).map(|column| (column.key.as_str(), column.width)).collect();
    assert_eq!(keys, [("besoins", 26), ("dernière_trace", 18)]);
    assert!(!driver.screen().contains("État"));
    driver.keys("k Tab");
    assert!(matches!(driver.app.dialog, Some(Dialog::Columns { window: Window::Narrow, .. })));
}

#[test]
fn a_column_of_the_schools_own_works_like_the_others() {
    let mut driver = board(160, 40);
    let own =
        |id: &str, name: &str, kind| OwnColumn { id: id.into(), name: name.into(), kind: Some(kind), choices: vec![] };
    driver.app.folder_mut().board.own =
        vec![own("casier", "Casier remis", OwnKind::YesNo), own("local", "Local", OwnKind::Number)];
    driver.keys("k Fin");
    driver.app.dialog = None;
    driver
        .app
        .views
        .board
        .layout
        .wide
        .insert(0, arrimage::domain::board::layout::Shown { key: "casier".into(), width: 14 });
    driver
        .app
        .views
        .board
        .layout
        .wide
        .insert(0, arrimage::domain::board::layout::Shown { key: "local".into(), width: 10 });
    driver.keys("Droite").typed("21x").keys("Entrée");
    assert!(driver.screen().contains("Ce n’est pas un nombre"), "{}", driver.screen());
    driver.keys("Effacer").typed("4").keys("Tab").typed("oui").keys("Entrée");
    assert_eq!(json!(driver.app.folder.board.people[0].own), json!({"local": 214, "casier": "oui"}));
    driver.keys("/").typed("casier:oui").keys("Entrée");
    assert_eq!(names(&mut driver), ["n01"]);
    driver.keys("Échap Échap Entrée");
    assert!(driver.screen().contains("Amélie"), "{}", driver.screen());
    driver.app.set_level(arrimage::domain::privacy::audience::Level::Projected);
    driver.keys("Échap");
    assert!(!driver.screen().contains("214"), "what a school adds is personal: {}", driver.screen());
}

#[test]
fn what_is_copied_is_what_is_shown() {
    let mut driver = board(120, 36);
    driver.keys("Ctrl-C");
    let copied = |driver: &Driver| match driver.effects.as_slice() {
        [Effect::CopyCells(cells)] => cells.text(),
        other => panic!("{other:?}"),
    };
    assert!(copied(&driver).starts_with("Amélie Côté\tà suivre\t12 novembre 2026"), "{}", copied(&driver));
    driver.keys("p Ctrl-C");
    assert!(
        copied(&driver).starts_with("AC\t") && !copied(&driver).contains("gestion de classe"),
        "{}",
        copied(&driver)
    );
    driver.keys("p Espace Espace Haut Ctrl-C");
    assert_eq!(copied(&driver).lines().count(), 3, "two people under the heads");
    driver.keys("F12");
    assert_eq!(driver.effects, [Effect::Mouse(Mouse::Released)]);
}

#[test]
fn a_click_goes_to_a_cell_then_opens_it() {
    let mut driver = board(120, 36);
    driver.click("connaître les protocoles");
    assert_eq!((driver.app.views.board.at, driver.app.views.board.column.as_deref()), (6, Some("besoins")));
    driver.click("connaître les protocoles");
    assert!(matches!(driver.app.dialog, Some(Dialog::Words(_))));
    driver.keys("Échap");
    driver.click("Répondant");
    assert_eq!(driver.app.views.board.column.as_deref(), Some("répondant"), "what is erased next is in that column");
    driver.click("Nom  ");
    assert_eq!(driver.app.views.board.column, None);
}

#[test]
fn a_sheet_shows_the_year_the_support_and_the_traces() {
    let mut driver = board(120, 40);
    driver.keys("Entrée");
    insta::assert_snapshot!("fiche_120x40", driver.screen());
    driver.keys("Tab");
    assert!(driver.cursor_line().contains("Le signal aide"), "{}", driver.cursor_line());
    driver.keys("Tab");
    assert!(driver.cursor_line().contains("État"), "{}", driver.cursor_line());
}

#[test]
fn what_was_done_is_said_in_words_and_what_is_no_date_too() {
    let mut driver = board(200, 40);
    driver.keys("Bas");
    driver.app.views.board.column = Some("prochaine_action.quand".into());
    driver.typed("31 fév");
    assert!(driver.screen().contains("ce n’est pas une date"), "{}", driver.screen());
    driver.keys("Échap").typed("26 nov").keys("Entrée");
    assert!(driver.screen().contains("Lévesque\u{a0}: pour quand → 26 novembre 2026"), "{}", driver.screen());
    let action = driver.app.folder.board.person("n02").expect("n02").next_action.clone().expect("an action");
    assert_eq!(action.when.0, "2026-11-26", "a day without its year is a day of this year, and stays it");
    driver.app.views.board.column = Some("état".into());
    driver.keys("Haut").typed("non").keys("Entrée Ctrl-Z");
    assert!(driver.screen().contains("Lévesque\u{a0}: état va bien → non connu"), "{}", driver.screen());
    assert!(!driver.screen().contains("de plus"), "what goes with it is not what was done");
}

#[test]
fn release_days_are_a_ledger_by_source() {
    let mut driver = board(120, 40);
    driver.keys("Entrée");
    while !driver.cursor_line().contains("Jours pris") {
        driver.keys("Bas");
    }
    driver.keys("Entrée").typed("+0,5 Budget école");
    assert!(driver.screen().contains("0,5 de plus, payé par Budget école"), "{}", driver.screen());
    driver.keys("Entrée");
    let release = driver.app.folder.board.person("n01").expect("n01").release.clone().expect("days");
    assert_eq!((release.taken.0, release.left().0, release.days.len()), (1.0, 1.0, 1));
    assert!(driver.screen().contains("0,5 Budget école") && driver.screen().contains("0,5 sans source"));
    driver.keys("Entrée").typed("+beaucoup").keys("Entrée");
    assert!(driver.screen().contains("Écrivez le total"), "{}", driver.screen());
    driver.keys("Échap u");
    let release = driver.app.folder.board.person("n01").expect("n01").release.clone().expect("days");
    assert_eq!((release.taken.0, release.days.len()), (0.5, 0), "the sum and the line are one gesture");
}

#[test]
fn a_departure_is_said_in_neutral_words_to_those_who_may_read_them() {
    let mut driver = board(120, 40);
    driver.app.set_level(arrimage::domain::privacy::audience::Level::Direction);
    driver.keys("Suppr").typed("fin de").keys("Entrée");
    let departure = driver.app.folder.board.person("n01").expect("n01").departure.clone().expect("a departure");
    assert_eq!((departure.reason.as_str(), departure.date.0), ("fin de contrat", driver.app.today()));
    driver.keys("u Début Suppr Entrée");
    let departure = driver.app.folder.board.person("n01").expect("n01").departure.clone().expect("a departure");
    assert_eq!(departure.reason, "", "nothing need be said");
}

/// A file dropped on a window arrives as a path that its terminal writes.
#[test]
fn a_file_is_found_however_it_was_dropped() {
    let path = arrimage::tui::screens::staff_import::path;
    for (dropped, file) in [
        ("/Users/h/liste\\ \\(1\\).csv ", "/Users/h/liste (1).csv"),
        ("/Users/h/l\\'\u{e9}cole\\ \\&\\ co.xlsx", "/Users/h/l'\u{e9}cole & co.xlsx"),
        ("'/home/h/liste (1).csv'", "/home/h/liste (1).csv"),
        ("'/home/h/l'\\''\u{e9}cole.csv'", "/home/h/l'\u{e9}cole.csv"),
        ("file:///home/h/liste%20(1)%20%C3%A9cole.csv", "/home/h/liste (1) \u{e9}cole.csv"),
        ("C:\\Users\\h\\liste.csv", "C:\\Users\\h\\liste.csv"),
        ("\"C:\\Users\\h\\liste (1).csv\"", "C:\\Users\\h\\liste (1).csv"),
        ("\\\\serveur\\partage\\liste.csv", "\\\\serveur\\partage\\liste.csv"),
        ("liste du personnel.csv", "liste du personnel.csv"),
        ("liste de l'école.csv", "liste de l'école.csv"),
    ] {
        assert_eq!(path(dropped), file, "{dropped}");
    }
}

#[test]
fn a_list_is_taken_in_once_its_columns_are_known() {
    let mut driver = board(120, 40);
    driver.keys("I").typed("'/tmp/une liste.csv'").keys("Entrée");
    assert!(driver.effects.contains(&Effect::ReadSheet("/tmp/une liste.csv".into())), "{:?}", driver.effects);
    let row = |line: usize, cells: [&str; 3]| SheetRow::plain(line, cells.map(Into::into).into());
    let rows = vec![
        row(1, ["Nom", "Titre de poste", "Téléphone"]),
        row(2, ["Zoé Brulé", "concierge", "123"]),
        row(3, ["Luc Lu", "", ""]),
    ];
    let sheets = vec![Sheet { rows, ..Sheet::default() }];
    driver.event(Event::Sheets(sheets.clone()));
    let asked = driver.screen();
    assert!(asked.contains("Titre de poste") && asked.contains("▸ Fonction"), "the likeliest answer first: {asked}");
    driver.keys("Entrée");
    assert!(!driver.effects.iter().any(|effect| matches!(effect, Effect::RememberHeads(_))), "nothing is taken yet");
    assert!(driver.screen().contains("▸ Garder comme colonne de l’école"), "{}", driver.screen());
    driver.keys("Entrée");
    let screen = driver.screen();
    assert!(screen.contains("2 personnes nouvelles"), "{screen}");
    assert!(screen.contains("✓ + Zoé Brulé · Fonction\u{a0}: concierge · Téléphone\u{a0}: 123"), "{screen}");
    assert!(!screen.contains("Arrivée"), "nothing is known of it: {screen}");
    assert!(screen.contains("Titre de poste → Fonction (votre choix)"), "{screen}");
    assert_eq!(driver.app.folder.board.people.len(), 9, "nothing is written yet");
    while !driver.cursor_line().contains("Luc Lu") {
        driver.keys("Bas");
    }
    driver.keys("Espace");
    assert!(driver.screen().contains("□ + Luc Lu"), "{}", driver.screen());
    driver.keys("o");
    let board = &driver.app.folder.board;
    assert_eq!((board.people.len(), board.called("Zoé Brulé")[0].job.as_str()), (10, "concierge"));
    let same = vec![Sheet { rows: sheets[0].rows[..2].to_vec(), ..Sheet::default() }];
    driver.keys("I").typed("liste.csv").keys("Entrée Échap");
    driver.event(Event::Sheets(same.clone()));
    assert!(driver.app.dialog.is_none() && driver.app.views.staff_import.is_none(), "reading was given up");
    driver.keys("I").typed("liste.csv").keys("Entrée");
    driver.event(Event::Sheets(same));
    assert!(driver.screen().contains("Rien à changer"), "the same list a second time: {}", driver.screen());
    driver.keys("Échap u");
    assert_eq!(driver.app.folder.board.people.len(), 9);
    driver.keys("p I");
    assert!(driver.app.dialog.is_none(), "a list names people: never on a wall");
}

#[test]
fn enter_goes_to_who_came_next_even_when_the_line_leaves() {
    let mut driver = board(160, 40);
    driver.keys("/").typed("palier:ciblé").keys("Entrée Début");
    assert_eq!(names(&mut driver), ["n01", "n07", "n09"]);
    driver.app.views.board.column = Some("palier".into());
    driver.typed("univ").keys("Entrée");
    assert_eq!(names(&mut driver), ["n07", "n09"]);
    assert!(driver.cursor_line().contains("Olivier"), "{}", driver.cursor_line());
    driver.keys("Échap Échap").keys("o").typed("palier").keys("Entrée Début");
    driver.app.views.board.column = Some("palier".into());
    driver.typed("spé").keys("Entrée");
    let next = driver.app.views.board.stood.clone();
    assert_eq!(next.as_deref(), Some("n02"), "sorted away, and the next one is still the next one");
}

#[test]
fn a_wall_gets_nothing_that_was_typed_for_other_eyes() {
    let mut driver = board(120, 36);
    driver.keys("n").typed("Zoé Secrète").keys("Échap p n");
    assert!(!driver.screen().contains("Secrète"), "{}", driver.screen());
    driver.keys("Échap p /").typed("amélie").keys("Entrée p");
    assert!(!driver.screen().to_lowercase().contains("amélie"), "{}", driver.screen());
    driver.keys("/");
    assert!(!driver.screen().to_lowercase().contains("amélie"), "{}", driver.screen());
}

#[test]
fn what_is_typed_in_a_list_is_a_text_that_can_be_found_again() {
    use arrimage::tui::update::unsaved::{reopen, typing};
    let mut driver = board(160, 40);
    driver.app.views.board.column = Some("fonction".into());
    driver.typed("orthopho");
    let (file, path, text) = typing(&driver.app).expect("something is being typed");
    assert_eq!((path.join("."), text.as_str()), ("personnes.n01.fonction".into(), "orthopho"));
    driver.keys("Échap");
    reopen(&mut driver.app, file, path, &text);
    assert!(driver.screen().contains("Fonction · Amélie Côté"), "{}", driver.screen());
    driver.keys("Bas Entrée");
    assert_eq!(driver.app.folder.board.person("n01").expect("n01").job, "orthopho");
}

#[test]
fn words_typed_for_somebody_who_is_gone_stay_in_front() {
    let mut driver = board(200, 40);
    driver.app.views.board.column = Some("prochaine_action.quoi".into());
    driver.typed("Une phrase importante");
    driver.app.folder_mut().board.people.remove(0);
    driver.keys("Entrée");
    assert!(driver.screen().contains("Une phrase importante"), "{}", driver.screen());
}

#[test]
fn a_board_without_columns_or_without_anybody_takes_every_key() {
    let keys = "Droite Entrée Échap Tab Maj-Tab Espace Ctrl-D Ctrl-O Ctrl-F Échap Suppr Échap o Échap f Échap k Espace Espace + - \
                Gauche Droite Tab Entrée Fin Début PgSuiv PgPréc Ctrl-C / x Entrée Échap d d a Échap I Échap D Échap u U F7 Échap";
    for (columns, rows) in [(40, 12), (80, 24), (200, 50)] {
        let mut driver = board(columns, rows);
        driver.app.views.board.layout.wide.clear();
        driver.app.views.board.layout.narrow.clear();
        driver.screen();
        driver.keys(keys);
        driver.event(Event::Paste("a\tb\nc\n".into()));
        driver.screen();
        let mut driver = board(columns, rows);
        driver.keys("Fin Droite Droite");
        driver.app.folder_mut().board.people.clear();
        driver.screen();
        driver.event(Event::Paste("a\tb\nc\n".into()));
        driver.keys("Échap Échap");
        driver.keys(keys);
        driver.screen();
    }
}

#[test]
fn several_values_pasted_are_one_gesture_to_and_fro() {
    let mut driver = board(160, 40);
    driver.app.views.board.column = Some("prochaine_action.quoi".into());
    driver.app.views.board.layout.wide.retain(|column| column.key.starts_with("prochaine_action"));
    // Two fields of a record that one person does not have yet: setting the second must not replace the first.
    driver.event(Event::Paste("Voir A\t26 nov\nVoir B\t27 nov\n".into()));
    driver.keys("Entrée");
    let next = |driver: &Driver, at: usize| {
        let action = driver.app.folder.board.people[at].next_action.clone();
        action.map(|action| format!("{} {}", action.what, action.when.0))
    };
    let pasted = [Some("Voir A 2026-11-26".to_owned()), Some("Voir B 2026-11-27".to_owned())];
    assert_eq!([next(&driver, 0), next(&driver, 1)], pasted);
    driver.keys("Ctrl-Z");
    assert_eq!(next(&driver, 1), None);
    driver.keys("Ctrl-Y");
    assert_eq!([next(&driver, 0), next(&driver, 1)], pasted);
}

#[test]
fn a_column_of_the_school_is_added_where_columns_are_chosen() {
    let mut driver = board(120, 40);
    driver.keys("k n").typed("Casier").keys("Entrée Entrée");
    let screen = driver.screen();
    assert!(screen.contains("▸ ✓ Casier"), "{screen}");
    let own = driver.app.folder.board.own.last().expect("a column").clone();
    assert_eq!((own.id.as_str(), own.title(), own.kind), ("casier", "Casier", Some(OwnKind::Text)));
}

#[test]
fn a_long_list_is_said_to_be_written_and_can_still_be_given_up() {
    let rows = |n: usize| -> Vec<SheetRow> {
        let head = SheetRow::plain(1, vec!["Nom".into(), "Poste".into()]);
        let row = |at: usize| SheetRow::plain(at + 2, vec![format!("Personne Numéro{at}"), "concierge".into()]);
        std::iter::once(head).chain((0..n).map(row)).collect()
    };
    for gives_up in [true, false] {
        let mut driver = board(120, 40);
        driver.keys("I").typed("liste.csv").keys("Entrée");
        driver.event(Event::Sheets(vec![Sheet { rows: rows(600), ..Sheet::default() }]));
        driver.keys("o");
        assert!(driver.screen().contains("On écrit 600 fiches"), "{}", driver.screen());
        assert!(driver.effects.contains(&Effect::TakeStaffSoon));
        assert_eq!(driver.app.folder.board.people.len(), 9, "it is said first");
        if gives_up {
            driver.keys("Échap");
        }
        driver.event(Event::TakeStaff);
        assert_eq!(driver.app.folder.board.people.len(), if gives_up { 9 } else { 609 });
    }
}
