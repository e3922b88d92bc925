//! Staff lists made by other programs: what each brings, what is asked, what is refused. The workbooks of
//! `fixtures/tables` were written by openpyxl, XlsxWriter, xlwt and odfpy.

use std::{fs, path::Path};

use super::Desk;

/// What an import says of a file, without writing anything.
fn said(desk: &Desk, file: &str, options: &[&str]) -> String {
    let arguments = [&["importer", ".", file], options].concat();
    let board = || fs::read(desk.school().join("suivi.yaml")).expect("a board");
    let before = board();
    let (_, _, err) = desk.run(&arguments);
    assert_eq!(board(), before, "nothing is taken without consent");
    let lines: Vec<&str> =
        err.lines().take_while(|line| !line.starts_with("Sans clavier")).map(str::trim_end).collect();
    format!("$ arrimage importer . {file} {}\n{}\n\n", options.join(" "), lines.join("\n"))
}

#[test]
fn workbooks_of_several_writers_are_read_or_refused_with_a_sentence() {
    let desk = Desk::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    let mut names: Vec<String> = fs::read_dir(&fixtures)
        .expect("fixtures")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut told = String::new();
    for name in &names {
        fs::copy(fixtures.join(name), desk.school().join(name)).expect("copied");
        told.push_str(&said(&desk, name, &[]));
    }
    told.push_str(&said(&desk, "formes.xlsx", &["--masquees", "--depuis", "2026-09-02"]));
    insta::assert_snapshot!("lists", told);
}

#[test]
fn texts_of_several_programs_are_read_or_refused_with_a_sentence() {
    let desk = Desk::new();
    let mut told = String::new();
    for (name, bytes, options) in [
        ("mac.csv", &b"Nom;Poste\nC\x99t\x8e, Zo\x8e;\x8el\x8fve\n"[..], &[][..]),
        ("double.csv", "Nom;Poste\nCÃ´tÃ©, ZoÃ©;Ã©lÃ¨ve\n".as_bytes(), &[]),
        ("guillemet.csv", b"Nom;Poste\r\nZo Un;x\r\nLuc \"Lu;y\r\nA B;z\r\n", &[]),
        ("ambigu.csv", b"Nom;Embauche\nZo Un;03/04/2026\nLuc Lu;05/06/2026\n", &[]),
        ("ambigu.csv", b"Nom;Embauche\nZo Un;03/04/2026\nLuc Lu;05/06/2026\n", &["--dates", "mois-jour"]),
        (
            "dates.csv",
            b"Nom;Embauche\nZo Un;46266\nLuc Lu;26-oct-26\nAn Lu;20261026\nEd Lu;26/10/26\nFa Lu;demain\n",
            &[],
        ),
        ("vague.csv", b"Nom;Date;NAS\nZo Un;2026-08-25;123\n", &[]),
        (
            "vague.csv",
            b"Nom;Date;NAS\nZo Un;2026-08-25;123\n",
            &["--colonne", "Date=arriv\u{e9}e", "--colonne", "NAS=+"],
        ),
        ("rangs.csv", b"Nom;Embauche\r\nZo Un;jamais\r\n\r\nLuc Lu;jamais\r\n", &[]),
        ("sans.csv", b"Poste;Lieu\nconcierge;ici\n", &[]),
        ("page.xls", b"<html><body><table><tr><td>Nom</td></tr><tr><td>Zo Un</td></tr></table>", &[]),
        ("page.pdf", b"%PDF-1.4\nNom\n", &[]),
        ("perdu.csv", "Nom;Pr\u{fffd}nom\nRoy;Luc\n".as_bytes(), &[]),
        ("formule.csv", b"Nom;Poste\n=A1;x\n- Luc Lu;x\n", &[]),
        ("moitie.csv", b"Nom;Grade\nRoy;12\nLavoie;14\n", &[]),
        ("homonymes.csv", b"Nom;Matricule\nLuc Lu;1\nLuc Lu;2\n", &[]),
        ("homonymes.csv", b"Nom;Matricule\nLuc Lu;1\nLuc Lu;2\n", &["--colonne", "Matricule=+"]),
    ] {
        fs::write(desk.school().join(name), bytes).expect("written");
        told.push_str(&said(&desk, name, options));
    }
    insta::assert_snapshot!("texts", told);
}

#[test]
fn refusals_are_all_listed() {
    let desk = Desk::new();
    let rows: String = (0..30).map(|n| format!("Personne Num{n},jamais\n")).collect();
    fs::write(desk.school().join("liste.csv"), format!("Nom,Embauche\n{rows}")).expect("written");
    let told = said(&desk, "liste.csv", &[]);
    assert_eq!(told.matches("« jamais »").count() + told.matches("«\u{a0}jamais\u{a0}»").count(), 30, "{told}");
}
