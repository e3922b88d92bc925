//! Commands beside files that another program is writing, has emptied or has moved away.

use super::{Desk, fs};

/// A name that the committee wrote, which no paper without names may print.
fn with_a_name(desk: &Desk) {
    let file = desk.school().join("regulations/2026-11-12.yaml");
    let text = fs::read_to_string(&file).expect("read");
    fs::write(&file, text.replace("La suppléance du jeudi", "Amélie Côté pleure")).expect("written");
}

#[test]
fn without_the_list_of_names_no_paper_is_given() {
    let papers: [&[&str]; 4] = [
        &["compte-rendu", ".", "2026-11-12"],
        &["exporter", ".", "tableau"],
        &["exporter", ".", "calendrier"],
        &["bilan", "."],
    ];
    let desk = Desk::new();
    with_a_name(&desk);
    let (status, out, _) = desk.run(papers[0]);
    assert!(status == 0 && out.contains("une personne pleure") && !out.contains("Amélie"), "{out}");
    let board = fs::read(desk.school().join("suivi.yaml")).expect("read");
    let states: [fn(&std::path::Path); 4] = [
        |school| fs::write(school.join("suivi.yaml"), "").expect("written"),
        |school| fs::remove_file(school.join("suivi.yaml")).expect("removed"),
        |school| fs::rename(school.join("suivi.yaml"), school.join("suivi.yaml.txt")).expect("renamed"),
        |school| {
            let cut = "format: 1\npersonnes:\n  - {id: n09, nom: Rosalie Ménard}\n";
            fs::write(school.join("suivi.yaml"), cut).expect("written");
        },
    ];
    for (rank, make) in states.iter().enumerate() {
        let _ = fs::remove_file(desk.school().join("suivi.yaml.txt"));
        fs::write(desk.school().join("suivi.yaml"), &board).expect("written");
        make(&desk.school());
        for paper in papers.iter().take(if rank == 3 { 1 } else { papers.len() }) {
            let (status, out, err) = desk.run(paper);
            assert!(
                status == 2 && out.is_empty() && !err.contains("Amélie") && !err.is_empty(),
                "{rank} {paper:?}: {out}{err}"
            );
        }
    }
}

#[test]
fn a_file_that_is_elsewhere_is_not_restored_over() {
    let desk = Desk::new();
    for goal in ["un", "deux"] {
        assert_eq!(desk.run(&["modifier", ".", "suivi", "n01.objectif", goal]).0, 0);
    }
    fs::rename(desk.school().join("suivi.yaml"), desk.school().join("suivi.yaml.txt")).expect("renamed");
    let (status, _, err) = desk.run(&["restaurer", ".", "suivi", "1"]);
    assert!(status == 2 && err.contains("suivi.yaml.txt"), "{err}");
    assert!(!desk.school().join("suivi.yaml").exists());
}

#[test]
fn a_command_waits_for_the_rest_of_a_board_that_is_being_written() {
    let desk = Desk::new();
    let file = desk.school().join("suivi.yaml");
    let board = fs::read_to_string(&file).expect("read");
    let half = board.find("  - id: n05").expect("there");
    fs::write(&file, &board[..half]).expect("written");
    let writer = {
        let (file, board) = (file.clone(), board.clone());
        std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(600));
            fs::write(file, board).expect("written");
        })
    };
    let (status, _, err) = desk.run(&["noter", ".", "n01", "--defi", "MOITIÉ"]);
    writer.join().expect("ends");
    let board = fs::read_to_string(&file).expect("read");
    assert!(status == 0 && board.contains("MOITIÉ") && board.contains("Rosalie"), "{err}{board}");
}

#[test]
fn a_paper_is_of_the_kind_that_its_name_says() {
    let desk = Desk::new();
    for (paper, file, begins) in [
        (vec!["exporter", ".", "plan-action"], "plan.html", "<!DOCTYPE"),
        (vec!["exporter", ".", "bienvenue", "AC"], "lettre.md", "# "),
        (vec!["exporter", ".", "entente", "AC"], "entente.md", "# ENTENTE DE JUMELAGE"),
        (vec!["exporter", ".", "bienvenue", "AC", "--format", "html"], "lettre.txt", "<!DOCTYPE"),
        (vec!["bilan", "."], "bilan.docx", "PK"),
    ] {
        let (status, _, err) = desk.run(&[&paper[..], &["-o", file]].concat());
        assert_eq!(status, 0, "{err}");
        let bytes = fs::read(desk.school().join(file)).expect("read");
        assert!(bytes.to_ascii_uppercase().starts_with(begins.as_bytes()), "{file}");
    }
    let (status, _, err) = desk.run(&["exporter", ".", "calendrier", "-o", "calendrier.docx"]);
    assert!(status == 2 && !desk.school().join("calendrier.docx").exists(), "{err}");
}
