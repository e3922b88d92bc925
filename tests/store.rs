//! Files on disk: faults said in words, versions kept when they should be, nobody's work overwritten.

use std::{fs, path::Path};

use arrimage::{
    domain::{document::FileId, edit::Edit, fault::Code},
    store::{
        school::{Remark, School},
        shipped,
        versions::Why,
    },
    words::{Words, fault},
};
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(hour, minute, 0)).expect("a moment")
}

fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    shipped::copy_demo(folder.path()).expect("copied");
    folder
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).expect("a text")
}

#[test]
fn a_bad_file_harms_nothing_and_is_never_rewritten() {
    let folder = demo();
    let broken = "format: 1\npersonnes:\n\t- id: n01\n";
    fs::write(folder.path().join("suivi.yaml"), broken).expect("written");
    fs::write(folder.path().join("regulations/2026-10-15.yaml"), "date: [").expect("written");
    let (mut school, read, faults) = School::open(folder.path()).expect("opens");
    assert_eq!(faults.len(), 2);
    assert_eq!((read.plan.rows.len(), read.meetings.len()), (9, 1), "the rest works");
    let refused = Edit::push(&read, &FileId::Board, &["personnes"], json!({"id": "n10"})).expect_err("is refused");
    assert_eq!(refused.code, Code::NoSuchFile);
    let edit = Edit::set(&read, &FileId::Plan, &["déploiement", "p3", "état"], Some(json!("fait")))
        .expect("fits")
        .expect("changes");
    school.save(&[edit], at(8, 0), Why::FirstChange).done().expect("saved");
    assert_eq!(text(folder.path(), "suivi.yaml"), broken);
}

#[test]
fn a_version_is_kept_at_the_first_change_of_a_sitting() {
    let folder = demo();
    let before = text(folder.path(), "plan.yaml");
    let (mut school, _, _) = School::open(folder.path()).expect("opens");
    for (minute, row, versions) in [(0, "p3", 1), (10, "p4", 1), (39, "p5", 1), (59, "p6", 1)] {
        let (_, read, _) = School::open(folder.path()).expect("opens");
        let edit = Edit::set(&read, &FileId::Plan, &["déploiement", row, "état"], Some(json!("reporté")))
            .expect("fits")
            .expect("changes");
        school.save(&[edit], at(8, minute), Why::FirstChange).done().expect("saved");
        assert_eq!(school.versions().len(), versions, "{minute}");
    }
    let (_, read, _) = School::open(folder.path()).expect("opens");
    let edit = Edit::set(&read, &FileId::Plan, &["déploiement", "p7", "état"], Some(json!("reporté")))
        .expect("fits")
        .expect("changes");
    school.save(&[edit], at(9, 30), Why::FirstChange).done().expect("saved");
    assert_eq!(school.versions().len(), 2, "after half an hour another sitting begins");
    assert_eq!(school.version(&FileId::Plan, 1).expect("kept"), before);
    school.restore(&FileId::Plan, 1, at(9, 31)).expect("restored");
    assert_eq!(text(folder.path(), "plan.yaml"), before);
    assert_eq!(school.versions().len(), 3, "the state before a restore is kept too");
    assert_eq!(school.restore(&FileId::Plan, 9, at(9, 32)).expect_err("is refused").code, Code::NoSuchVersion);
    let register = text(folder.path(), "versions/registre.yaml");
    assert!(!register.contains("Côté"), "no personal content in the register");
}

#[test]
fn what_another_program_wrote_is_kept() {
    let folder = demo();
    let (mut school, read, _) = School::open(folder.path()).expect("opens");
    let by_hand = text(folder.path(), "suivi.yaml")
        .replace("    alias: JSO\n", "    alias: JSOL   # demandé par lui\n    surnom: Jess\n")
        .replace("fonction: orthopédagogue", "fonction: orthopédagogue et répondante");
    fs::write(folder.path().join("suivi.yaml"), &by_hand).expect("written");
    let edit = Edit::set(&read, &FileId::Board, &["personnes", "n02", "état"], Some(json!("à suivre")))
        .expect("fits")
        .expect("changes");
    let saved = school.save(&[edit], at(8, 0), Why::FirstChange).done().expect("saved");
    assert_eq!(saved.remarks, [Remark::Merged(FileId::Board)]);
    let after = text(folder.path(), "suivi.yaml");
    let changed: Vec<&str> = after.lines().filter(|line| !by_hand.contains(line)).collect();
    assert_eq!(after.lines().count(), by_hand.lines().count());
    assert!(after.contains("surnom: Jess") && after.contains("# demandé par lui"), "unknown keys and comments stay");
    assert_eq!(changed, Vec::<&str>::new(), "« à suivre » stands elsewhere in the file: no line is new");
    let (_, again, _) = School::open(folder.path()).expect("opens");
    assert_eq!(again.board.person("n02").expect("there").wellbeing().word(), "à suivre");
    assert_eq!(again.board.person("n06").expect("there").job, "orthopédagogue et répondante");
}

#[test]
fn bytes_keep_their_encoding() {
    for (mark, crlf) in [(&b""[..], false), (b"\xef\xbb\xbf", true)] {
        let folder = demo();
        let path = folder.path().join("plan.yaml");
        let mut plan = text(folder.path(), "plan.yaml");
        if crlf {
            plan = plan.replace('\n', "\r\n");
        }
        fs::write(&path, [mark, plan.as_bytes()].concat()).expect("written");
        let (mut school, read, faults) = School::open(folder.path()).expect("opens");
        assert_eq!(faults, []);
        let edit =
            Edit::set(&read, &FileId::Plan, &["école", "personnel"], Some(json!(60))).expect("fits").expect("changes");
        school.save(&[edit], at(8, 0), Why::FirstChange).done().expect("saved");
        let expected = plan.replace("personnel: 58", "personnel: 60");
        assert_eq!(fs::read(&path).expect("bytes"), [mark, expected.as_bytes()].concat());
    }
}

#[test]
fn verify_finds_what_does_not_hold_together() {
    let folder = demo();
    let path = folder.path().join("plan.yaml");
    let plan = text(folder.path(), "plan.yaml")
        .replace("enjeu: gestion-de-classe}", "enjeu: gestion}")
        .replace("    objectif: Que les", "    objectife: Que les");
    fs::write(&path, plan).expect("written");
    let (mut school, _, _) = School::open(folder.path()).expect("opens");
    let words = Words::french();
    let told: Vec<String> = school.verify().iter().map(|f| fault::lines(&words, f).join("\n")).collect();
    insta::assert_snapshot!("verifier", told.join("\n\n"));
}

#[test]
fn a_school_made_from_a_template_reads_without_a_remark() {
    for year in [2026, 2029] {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = shipped::template("primaire", arrimage::domain::when::SchoolYear(year)).expect("there");
        fs::write(folder.path().join("plan.yaml"), &plan).expect("written");
        let (mut school, read, _) = School::open(folder.path()).expect("opens");
        assert_eq!(school.verify(), []);
        assert_eq!(read.plan.rows.len(), 9);
        let outside = read.plan.rows.iter().filter(|row| {
            let start = row.when.span(read.plan.year()).expect("a date").start;
            arrimage::domain::when::SchoolYear::of(start) != read.plan.year()
        });
        assert_eq!(outside.count(), 0, "every date is in the school year {year}");
    }
}

#[test]
fn the_demonstration_follows_the_source_plan() {
    let folder = demo();
    let (mut school, read, faults) = School::open(folder.path()).expect("opens");
    assert_eq!((faults, school.verify()), (Vec::new(), Vec::new()));
    let steps: Vec<String> = read
        .plan
        .rows
        .iter()
        .map(|row| {
            let entry =
                |e: &arrimage::domain::plan::CycleEntry| e.steps.iter().map(|s| s.id()).collect::<Vec<_>>().join(" ");
            row.cycle.iter().map(entry).collect::<Vec<_>>().join(" + ")
        })
        .collect();
    assert_eq!(
        steps,
        ["R + 1 2 3", "4 + 1 2", "3", "3", "4", "R + 1 2", "3", "4", "R + 1 2"],
        "the cycle of each row (S001-12)"
    );
    let intentions: Vec<usize> = read.plan.rows.iter().map(|row| row.intentions.len()).collect();
    assert_eq!(intentions, [4, 5, 1, 3, 1, 5, 2, 2, 5], "the intentions of each row (S001-10)");
    let people: Vec<usize> = read.plan.rows.iter().map(|row| row.people.len()).collect();
    assert_eq!(people, [4, 2, 3, 4, 4, 2, 3, 3, 2], "the people of each row (S001-10)");
    assert_eq!((read.board.people.len(), read.plan.committee.members.len()), (9, 6));
    assert_eq!(read.board.present().filter(|p| p.contact.is_none()).count(), 1);
}
