//! Files on disk: faults in words, versions kept when they should be, nobody's work overwritten.

use std::{fs, path::Path};

use arrimage::{
    domain::{
        edit::Edit,
        model::{
            document::FileId,
            new_school::{Arriving, NewSchool},
        },
        value::{
            calendar::Calendar,
            fault::Code,
            new_ids::NewIds,
            when::{Day, SchoolYear},
        },
    },
    store::{founding, save::Remark, school::SchoolFolder, shipped, versions::VersionReason},
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
    let (mut school, read, faults) = SchoolFolder::open(folder.path()).expect("opens");
    assert_eq!(faults.len(), 2);
    assert_eq!((read.plan.rows.len(), read.meetings.len()), (9, 1), "the rest works");
    let refused = Edit::push(&read, &FileId::Board, &["personnes"], json!({"id": "n10"})).expect_err("is refused");
    assert_eq!(refused.code, Code::NoSuchFile);
    let edit = Edit::set(&read, &FileId::Plan, &["déploiement", "p3", "état"], Some(json!("fait")))
        .expect("fits")
        .expect("changes");
    school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("saved");
    assert_eq!(text(folder.path(), "suivi.yaml"), broken);
}

#[test]
fn a_version_is_kept_at_the_first_change_of_a_sitting() {
    let folder = demo();
    let before = text(folder.path(), "plan.yaml");
    let (mut school, _, _) = SchoolFolder::open(folder.path()).expect("opens");
    for (minute, row, versions) in [(0, "p3", 1), (10, "p4", 1), (39, "p5", 1), (59, "p6", 1)] {
        let (_, read, _) = SchoolFolder::open(folder.path()).expect("opens");
        let edit = Edit::set(&read, &FileId::Plan, &["déploiement", row, "état"], Some(json!("reporté")))
            .expect("fits")
            .expect("changes");
        school.save(&[edit], at(8, minute), VersionReason::FirstChange).done().expect("saved");
        assert_eq!(school.versions().len(), versions, "{minute}");
    }
    let (_, read, _) = SchoolFolder::open(folder.path()).expect("opens");
    let edit = Edit::set(&read, &FileId::Plan, &["déploiement", "p7", "état"], Some(json!("reporté")))
        .expect("fits")
        .expect("changes");
    school.save(&[edit], at(9, 30), VersionReason::FirstChange).done().expect("saved");
    assert_eq!(school.versions().len(), 2, "after half an hour another sitting begins");
    assert_eq!(school.version(&FileId::Plan, 1).expect("kept"), before);
    school.restore(&FileId::Plan, 1, at(9, 31)).expect("restored");
    assert_eq!(text(folder.path(), "plan.yaml"), before);
    assert_eq!(school.versions().len(), 3, "the state before a restore is kept too");
    school.keep_last_change(at(9, 31)).expect("kept");
    let last = school.versions().into_iter().max_by_key(|version| version.number).expect("a version");
    assert_eq!(last.why, VersionReason::LastChange, "what was restored is the end of a session too");
    assert_eq!(school.restore(&FileId::Plan, 9, at(9, 32)).expect_err("is refused").code, Code::NoSuchVersion);
    let register = text(folder.path(), "versions/registre.yaml");
    assert!(!register.contains("Côté"), "no personal content in the register");
}

#[test]
fn what_another_program_wrote_is_kept() {
    let folder = demo();
    let (mut school, read, _) = SchoolFolder::open(folder.path()).expect("opens");
    let by_hand = text(folder.path(), "suivi.yaml")
        .replace("    alias: JSO\n", "    alias: JSOL   # demandé par lui\n    surnom: Jess\n")
        .replace("fonction: orthopédagogue", "fonction: orthopédagogue et répondante");
    fs::write(folder.path().join("suivi.yaml"), &by_hand).expect("written");
    let edit = Edit::set(&read, &FileId::Board, &["personnes", "n02", "état"], Some(json!("à suivre")))
        .expect("fits")
        .expect("changes");
    let saved = school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("saved");
    assert_eq!(saved.remarks, [Remark::Merged(FileId::Board)]);
    let after = text(folder.path(), "suivi.yaml");
    let changed: Vec<&str> = after.lines().filter(|line| !by_hand.contains(line)).collect();
    assert_eq!(after.lines().count(), by_hand.lines().count());
    assert!(after.contains("surnom: Jess") && after.contains("# demandé par lui"), "unknown keys and comments stay");
    assert_eq!(changed, Vec::<&str>::new(), "« à suivre » stands elsewhere in the file: no line is new");
    let (_, again, _) = SchoolFolder::open(folder.path()).expect("opens");
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
        let (mut school, read, faults) = SchoolFolder::open(folder.path()).expect("opens");
        assert_eq!(faults, []);
        let edit =
            Edit::set(&read, &FileId::Plan, &["école", "personnel"], Some(json!(60))).expect("fits").expect("changes");
        school.save(&[edit], at(8, 0), VersionReason::FirstChange).done().expect("saved");
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
    let (mut school, _, _) = SchoolFolder::open(folder.path()).expect("opens");
    let words = Words::french();
    let told: Vec<String> = school.verify().iter().map(|f| fault::lines(&words, f).join("\n")).collect();
    insta::assert_snapshot!("verifier", told.join("\n\n"));
}

/// A folder that was taken away while it was open is not made again by a paper.
#[test]
fn a_paper_makes_no_ghost_of_a_school_that_is_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("ecole");
    fs::create_dir(&root).expect("made");
    arrimage::store::exports::keep(&root, "plan.md", b"a").expect("written");
    fs::remove_dir_all(&root).expect("gone");
    assert!(arrimage::store::exports::keep(&root, "plan.md", b"a").is_err());
    assert!(!root.exists());
}

/// Every template parses without remarks, holds what its source holds, and takes its dates from the given calendar.
#[test]
fn every_template_holds_what_its_source_holds() {
    let year = SchoolYear(2027);
    let mut calendar = Calendar::usual(year);
    calendar.first = NaiveDate::from_ymd_opt(2027, 8, 30).expect("a day");
    for (name, rows, parts, questions) in [
        ("primaire", 9, 0, 0),
        ("secondaire", 6, 5, 0),
        ("implantation", 23, 28, 0),
        ("programme", 7, 0, 21),
        ("etudes-dirigees", 4, 0, 19),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let text = shipped::template(name, year, &calendar).expect("there");
        fs::write(folder.path().join("plan.yaml"), &text).expect("written");
        let (mut school, read, faults) = SchoolFolder::open(folder.path()).expect("opens");
        assert_eq!((faults, school.verify()), (vec![], vec![]), "{name}");
        let plan = &read.plan;
        let counts = (plan.rows.len(), plan.rows.iter().map(|row| row.means.len()).sum(), plan.questions.len());
        assert_eq!(counts, (rows, parts, questions), "{name}");
        assert_eq!(plan.school.year, "2027-2028");
        assert!(!text.contains("quand: rentrée") && !text.contains("quand: fin"), "{name}: every date is resolved");
        for row in plan.rows.iter().filter(|row| !row.when.is_empty()) {
            assert!(row.when.span(year).is_some(), "{name}: {:?} is a date", row.when);
        }
        assert!(
            plan.rows.iter().all(|row| row.source.as_deref().is_some_and(|source| source.starts_with("S00"))),
            "{name}"
        );
    }
    assert_eq!((shipped::months_ahead("implantation"), shipped::months_ahead("secondaire")), (20, 0));
    let text = shipped::template("implantation", year, &calendar).expect("there");
    for said in [
        "quand: Janvier à novembre 2026",
        "quand: Décembre 2026 à février 2027",
        "quand: 2027-09-13",
        "quand: 2028-06-01",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn whoever_is_there_when_a_school_is_made_has_the_steps_that_are_still_to_come() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("ecole");
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).expect("a day");
    let arriving = |name: &str, arrival: Option<&str>| Arriving {
        name: name.into(),
        job: "concierge".into(),
        arrival: arrival.and_then(|day| day.parse().ok()).map(Day),
    };
    let mut school = NewSchool::beginning(today);
    school.newcomers = vec![
        arriving("Zoé Brûlé", Some("2026-10-05")),
        arriving("Luc Noël", Some("2026-11-02")),
        arriving("Ève Dion", None),
    ];
    founding::found(&folder, &school, NewIds::salted(7), today).expect("made");
    let (_, read, faults) = SchoolFolder::open(&folder).expect("opens");
    assert_eq!(faults, []);
    let steps: Vec<usize> = read.board.people.iter().map(|person| person.welcome.len()).collect();
    let (arrived, coming) = (steps[0], steps[1]);
    assert!(0 < arrived && arrived < coming && steps[2] == 0, "{steps:?}");
    // What is for teachers alone is not for a concierge.
    assert_eq!(coming, shipped::welcome().iter().filter(|step| step.jobs.is_empty()).count());
}

#[test]
fn a_school_made_from_a_template_reads_without_a_remark() {
    for year in [2026, 2029] {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = shipped::template("primaire", SchoolYear(year), &Calendar::usual(SchoolYear(year))).expect("there");
        fs::write(folder.path().join("plan.yaml"), &plan).expect("written");
        let (mut school, read, _) = SchoolFolder::open(folder.path()).expect("opens");
        assert_eq!(school.verify(), []);
        assert_eq!(read.plan.rows.len(), 9);
        let outside = read.plan.rows.iter().filter(|row| {
            let start = row.when.span(read.plan.year()).expect("a date").start;
            arrimage::domain::value::when::SchoolYear::of(start) != read.plan.year()
        });
        assert_eq!(outside.count(), 0, "every date is in the school year {year}");
    }
}

#[test]
fn the_demonstration_follows_the_source_plan() {
    let folder = demo();
    let (mut school, read, faults) = SchoolFolder::open(folder.path()).expect("opens");
    assert_eq!((faults, school.verify()), (Vec::new(), Vec::new()));
    let steps: Vec<String> = read
        .plan
        .rows
        .iter()
        .map(|row| {
            let entry = |e: &arrimage::domain::model::plan::CycleEntry| {
                e.steps.iter().map(|s| s.id()).collect::<Vec<_>>().join(" ")
            };
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
    assert_eq!(read.board.staying().filter(|p| p.contact.is_none()).count(), 1);
}

/// The catalogues against the figures of their sources: how many entries each group has, in order.
#[test]
fn every_catalogue_holds_the_figures_of_its_source() {
    let catalogues = shipped::catalogues().unwrap_or_else(|fault| panic!("{fault:?}"));
    let sizes = |id: &str| -> Vec<usize> {
        let catalogue = catalogues.iter().find(|catalogue| catalogue.id == id).expect(id);
        catalogue.groups.iter().map(|group| group.entries.len()).collect()
    };
    for (id, expected) in [
        // The first step asks the question of the source too.
        ("cycle", &[4, 3, 3, 3, 3, 3][..]),
        ("roles", &[22, 15, 13, 10, 11, 11, 10, 8, 3]),
        ("modalites", &[7, 8, 4]),
        ("visees", &[6]),
        ("mesures", &[14]),
        ("conditions", &[5, 7]),
        ("risques", &[9]),
        ("mentorat", &[7, 5, 4, 6, 6, 5, 5, 2, 4, 4, 3, 2, 3]),
        ("groupes", &[2, 4, 3, 4, 5]),
        ("besoins", &[5, 6, 10]),
        ("parametres", &[9]),
        // Beyond the source: who has a mentor, a comment box for principals, and six questions for who has no mentor.
        ("questionnaires", &[10, 5 + 1, 5 + 1, 6]),
        ("balises", &[5, 8, 2]),
        ("siaa", &[8, 6, 4, 7, 6, 5, 6]),
        ("lexique", &[15, 5, 11]),
        ("faq", &[7, 6, 6, 6, 8, 4]),
        ("efficacite", &[10, 5]),
        ("sources", &[5, 14]),
        ("appuis", &[6, 3, 9, 4, 6, 3, 4, 9, 4, 6, 7, 13, 11, 4, 4, 3, 3, 4, 6, 7]),
    ] {
        assert_eq!(sizes(id), expected, "{id}");
    }
    assert_eq!(sizes("roles")[..8].iter().sum::<usize>(), 100, "the eight lists of the guide");
    let of = |id: &str| catalogues.iter().find(|catalogue| catalogue.id == id).expect(id);
    let counts = |id: &str, group: &str| -> Vec<u32> {
        of(id).group(group).expect(group).entries.iter().filter_map(|entry| entry.count).collect()
    };
    assert_eq!(counts("visees", "visees"), [19, 12, 8, 8, 6, 5]);
    assert_eq!(counts("mesures", "mesures"), [17, 12, 11, 10, 9, 7, 7, 7, 6, 3, 2, 2, 1, 1]);
    assert_eq!(counts("besoins", "themes"), [3, 3, 3, 2, 1, 1, 1, 1, 1]);
    assert_eq!(counts("resultats", "N4")[..7], [0, 0, 0, 3, 4, 2, 7]);
    assert_eq!(counts("resultats", "N4")[7..], [25, 15, 63]);
    assert_eq!(counts("resultats", "N4")[7..].iter().sum::<u32>(), 103, "8, 9 and 10 recommend");
    assert_eq!(counts("resultats", "repondants"), [34, 119, 37]);
    for group in &of("resultats").groups {
        match group.total {
            Some(total) => assert_eq!(group.sum(), total, "{}", group.id),
            None => assert!(group.entries.iter().all(|entry| entry.count <= entry.out_of), "{}", group.id),
        }
    }
    let codes: Vec<&str> = of("modalites").entries().map(|(_, entry)| entry.code.as_str()).collect();
    assert_eq!(codes, "1a 1b 1c 1d 1e 1f 1g 2a 2b 2c 2d 2e 2f 2g 2h 3a 3b 3c 3d".split(' ').collect::<Vec<_>>());
    for catalogue in &catalogues {
        assert!(catalogue.source.starts_with("S00") && !catalogue.question.is_empty(), "{}", catalogue.id);
        let mut ids = std::collections::HashSet::new();
        assert!(catalogue.groups.iter().all(|group| ids.insert(&group.id)), "{}", catalogue.id);
    }
}

#[test]
fn what_comes_from_a_document_on_pupils_says_so_on_each_line() {
    let catalogues = shipped::catalogues().unwrap_or_else(|fault| panic!("{fault:?}"));
    let appuis = catalogues.iter().find(|catalogue| catalogue.id == "appuis").expect("there");
    let is_of_pupils = |source: &str| source.starts_with("S003") || source.starts_with("S004");
    let groups = appuis.groups.iter().filter(|group| group.source.as_deref().is_some_and(is_of_pupils));
    let entries: Vec<_> = groups.flat_map(|group| &group.entries).collect();
    assert_eq!(entries.len(), 36);
    assert!(entries.iter().all(|entry| entry.note.starts_with("Repère issu")), "{entries:?}");
}

#[test]
fn what_changed_between_two_days_is_what_the_versions_say() {
    let folder = demo();
    let (mut school, _, _) = SchoolFolder::open(folder.path()).expect("opens");
    let day = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
    let mut set = |d: u32, hour: u32, state: &str| {
        let (_, read, _) = SchoolFolder::open(folder.path()).expect("opens");
        let path = ["personnes", "n01", "état"];
        let edit = Edit::set(&read, &FileId::Board, &path, Some(json!(state))).expect("fits").expect("changes");
        let now = day(d).and_hms_opt(hour, 0, 0).expect("a moment");
        school.save(&[edit], now, VersionReason::FirstChange).done().expect("saved");
    };
    set(2, 9, "va bien");
    set(2, 10, "plus de soutien");
    set(9, 9, "non connu");
    set(16, 9, "va bien");
    let (school, _, _) = SchoolFolder::open(folder.path()).expect("opens");
    let said = |from: u32, to: u32| {
        let changes = school.between(day(from), day(to)).expect("changes");
        changes
            .into_iter()
            .map(|edit| match edit.change {
                arrimage::domain::edit::Change::Set { before, after } => {
                    format!("{} → {}", before.unwrap_or_default(), after.unwrap_or_default()).replace('"', "")
                }
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(said(1, 5), ["à suivre → plus de soutien"], "the two changes of a day are one");
    assert_eq!(said(2, 9), ["plus de soutien → non connu"]);
    assert_eq!(said(2, 30), ["plus de soutien → va bien"], "to the file as it is");
    assert_eq!(said(10, 12), Vec::<String>::new());
    assert_eq!(school.first_version(), Some(day(2)));
}
