//! How long things take, next to the lower bound for the same work on the same machine in the same run.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    hint::black_box,
    io::Write,
    path::Path,
};

use arrimage::{
    domain::{
        board::import::{ImportChoices, ImportContext, ImportStep, steps},
        edit::{self, Edit, batch::Batch},
        model::document::FileId,
        privacy::audience::Level,
        value::{new_ids::NewIds, when::Day},
    },
    store::{
        network::{look_at_all, places},
        network_index::NetworkIndex,
        school::SchoolFolder,
        shipped, tables,
        versions::{self, VersionContext, VersionReason},
    },
    tui::{
        app::App,
        canvas::FrameOutput,
        environment::Environment,
        event::{Event, Key, KeyName},
        keymap::Keymap,
        update::update,
        view,
    },
    words::Words,
};
use chrono::{Days, NaiveDate, NaiveDateTime};
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::{buffer::Buffer, layout::Rect};
use serde_json::json;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(8, 0, 0)).unwrap_or_default()
}

fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    shipped::copy_demo(folder.path()).expect("copied");
    folder
}

/// A school of sixty people with five years of monthly meetings, made from the demonstration.
fn five_years() -> tempfile::TempDir {
    let folder = demo();
    many_people(folder.path(), 60);
    let meeting = fs::read_to_string(folder.path().join("regulations/2026-11-12.yaml")).expect("a meeting");
    let first = NaiveDate::from_ymd_opt(2021, 9, 2).expect("a day");
    for month in 0..50 {
        let day = first + Days::new(month * 37);
        let text = meeting.replace("date: 2026-11-12", &format!("date: {day}"));
        fs::write(folder.path().join(format!("regulations/{day}.yaml")), text).expect("written");
    }
    folder
}

/// Writes a board of that many people by repeating the nine of the demonstration.
fn many_people(folder: &Path, count: usize) {
    let board = fs::read_to_string(folder.join("suivi.yaml")).expect("a board");
    let (head, people) = board.split_once("  - id: n01").expect("people");
    let people = format!("  - id: n01{people}");
    let records: Vec<&str> = people.split("  - id: ").filter(|r| !r.is_empty()).collect();
    let mut text = head.to_owned();
    for (position, record) in records.iter().cycle().take(count).enumerate() {
        text.push_str(&format!("  - id: x{position:04}{}", &record[3..]));
    }
    fs::write(folder.join("suivi.yaml"), text).expect("written");
}

/// A thousand people, each with twenty traces.
fn thousand() -> tempfile::TempDir {
    let folder = demo();
    let trace = "      - {date: 2026-10-15, par: comité, va_bien: Belle relation avec le groupe., défi: Les transitions prennent du temps., prochain_pas: Essayer le signal visuel., soutien: Une période d'observation.}\n";
    let mut text = String::from("format: 1\npersonnes:\n");
    let states = ["va bien", "à suivre", "plus de soutien", "non connu"];
    let mentors = ["Luc Tremblay", "Nadia Benali", "Sophie Lavoie"];
    for n in 0..1000 {
        text.push_str(&format!(
            "  - id: x{n:04}\n    nom: Prénom{n} Élie-Côté{}\n    fonction: enseignante, {}e année\n    arrivée: 2026-08-25\n    mentor: {}\n    état: {}\n    palier: ciblé\n    besoins: [gestion de classe, planification]\n    libération: {{accordés: 2, pris: 0.5}}\n    traces:\n",
            n * 7919 % 1000, n % 6 + 1, mentors[n % 3], states[n % 4]
        ));
        for _ in 0..20 {
            text.push_str(trace);
        }
    }
    fs::write(folder.path().join("suivi.yaml"), text).expect("written");
    folder
}

/// A thousand people with twenty traces each, next to the YAML parser alone on the same bytes.
fn large(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1000 people, 20 traces each");
    group.sample_size(20);
    let folder = thousand();
    let text = fs::read_to_string(folder.path().join("suivi.yaml")).expect("a text");
    group.bench_function("the YAML reader alone on the same bytes (floor)", |b| {
        b.iter(|| black_box(serde_yaml::from_str::<arrimage::domain::model::board::Board>(&text).is_ok()));
    });
    group.bench_function("opened", |b| b.iter(|| black_box(SchoolFolder::open(folder.path()).is_ok())));
    let mut app = app(folder.path());
    let area = Rect::new(0, 0, 120, 40);
    let mut buffer = Buffer::empty(area);
    let press = |app: &mut App, key: Key| update(app, Event::Key(key), &FrameOutput::default());
    let plain = |code| Key::plain(code);
    press(&mut app, plain(KeyName::Char('3')));
    group.bench_function("a keystroke and its frame", |b| {
        b.iter(|| {
            press(&mut app, plain(KeyName::Down));
            black_box(view::draw(&app, &mut buffer))
        });
    });
    press(&mut app, plain(KeyName::Char('/')));
    "palier:ciblé mentor:luc elie".chars().for_each(|c| drop(press(&mut app, plain(KeyName::Char(c)))));
    group.bench_function("a letter of a filter, and the frame", |b| {
        b.iter(|| {
            press(&mut app, plain(KeyName::Char('r')));
            press(&mut app, plain(KeyName::Backspace));
            black_box(view::draw(&app, &mut buffer))
        });
    });
    press(&mut app, plain(KeyName::Enter));
    press(&mut app, plain(KeyName::Esc));
    app.views.board.filter.clear();
    group.bench_function("sorted by name, and the frame", |b| {
        b.iter(|| {
            arrimage::tui::screens::board::counting::sort_by(&mut app, Some("nom"));
            black_box(view::draw(&app, &mut buffer))
        });
    });
    group.bench_function("the values of a column counted, and the frame", |b| {
        b.iter(|| {
            arrimage::tui::screens::board::counting::bars(&mut app, "mentor");
            black_box(view::draw(&app, &mut buffer));
            app.dialog = None;
        });
    });
    let mut turn = 0;
    group.bench_function("a cell edited, and the frame", |b| {
        b.iter(|| {
            app.views.board.column = Some("fonction".into());
            turn += 1;
            press(&mut app, plain(KeyName::Enter));
            format!("z{turn}").chars().for_each(|c| drop(press(&mut app, plain(KeyName::Char(c)))));
            press(&mut app, plain(KeyName::Enter));
            black_box(view::draw(&app, &mut buffer))
        });
    });
    let is_edited = app.folder.board.everyone().any(|person| person.job.starts_with('z'));
    assert!(turn == 0 || is_edited, "cells were edited");
    group.finish();
}

fn app(folder: &Path) -> App {
    let (_, read, faults) = SchoolFolder::open(folder).expect("opens");
    assert!(faults.is_empty(), "{faults:?}");
    let setting = Environment {
        place: String::new(),
        cycle: shipped::cycle(),
        welcome: shipped::welcome,
        catalogues: shipped::shelf(),
        themes: arrimage::tui::theme::Themes::new(termprofile::TermProfile::TrueColor, Vec::new()),
        keymap: Keymap::built_in(),
        demo: false,
        documents: "/home/ana/Documents/".into(),
        recent: Vec::new(),
        salt: 7,
        big_letters: true,
        enlarged: false,
        purpose: arrimage::tui::environment::Purpose::Desk,
    };
    App::new(read, faults, setting, "clair", now())
}

fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    for (name, folder) in [("demonstration", demo()), ("60 people, 5 years", five_years())] {
        let root = folder.path().to_owned();
        group.bench_function(format!("{name}: bytes read (floor)"), |b| {
            b.iter(|| {
                let read = |dir: &Path| {
                    fs::read_dir(dir)
                        .into_iter()
                        .flatten()
                        .flatten()
                        .filter_map(|e| fs::read(e.path()).ok())
                        .map(|t| t.len())
                        .sum::<usize>()
                };
                black_box(read(&root) + read(&root.join("regulations")) + read(&root.join("impacts")))
            });
        });
        group.bench_function(format!("{name}: opened"), |b| b.iter(|| black_box(SchoolFolder::open(&root).is_ok())));
    }
    group.finish();
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("screen");
    let area = Rect::new(0, 0, 120, 40);
    group.bench_function("120x40 cells reset (floor)", |b| {
        let mut buffer = Buffer::empty(area);
        b.iter(|| black_box(&mut buffer).reset());
    });
    let small = demo();
    let large = demo();
    many_people(large.path(), 1000);
    for (name, folder) in [("9 people", &small), ("1000 people", &large)] {
        let mut app = app(folder.path());
        let press = |app: &mut App, code| update(app, Event::Key(Key::plain(code)), &FrameOutput::default());
        let mut buffer = Buffer::empty(area);
        group.bench_function(format!("home, {name}: one frame"), |b| {
            b.iter(|| black_box(view::draw(&app, &mut buffer)));
        });
        press(&mut app, KeyName::Char('3'));
        group.bench_function(format!("board, {name}: one frame"), |b| {
            b.iter(|| black_box(view::draw(&app, &mut buffer)));
        });
        press(&mut app, KeyName::Char('p'));
        group.bench_function(format!("board on a wall, {name}: one frame"), |b| {
            b.iter(|| black_box(view::draw(&app, &mut buffer)));
        });
        press(&mut app, KeyName::Char('p'));
        group.bench_function(format!("board, {name}: one keystroke and its frame"), |b| {
            b.iter(|| {
                press(&mut app, KeyName::Down);
                press(&mut app, KeyName::Up);
                black_box(view::draw(&app, &mut buffer))
            });
        });
    }
    group.finish();
}

fn saving(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("save");
    let folder = demo();
    let bytes = fs::read(folder.path().join("suivi.yaml")).expect("bytes");
    group.bench_function("write, fsync, rename, fsync of the folder (floor)", |b| {
        b.iter(|| write_whole(&folder.path().join("floor.yaml"), &bytes));
    });
    let (mut school, read, _) = SchoolFolder::open(folder.path()).expect("opens");
    let states = ["va bien", "à suivre"];
    let mut turn = 0;
    group.bench_function("one edit of the board", |b| {
        b.iter(|| {
            turn += 1;
            let edit = Edit {
                file: FileId::Board,
                path: ["personnes", "n02", "état"].map(Into::into).to_vec(),
                change: arrimage::domain::edit::Change::Set { before: None, after: Some(json!(states[turn % 2])) },
            };
            black_box(school.save(&[edit], now(), VersionReason::FirstChange).done().is_ok())
        });
    });
    drop(read);
    group.finish();
}

fn outside(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("another program");
    for (name, folder) in [("9 people", demo()), ("60 people, 5 years", five_years())] {
        let path = folder.path().join("suivi.yaml");
        let board = fs::read_to_string(&path).expect("a board");
        let texts = [board.replace("état: à suivre", "état: va bien"), board];
        assert!(texts[0] != texts[1], "there is something to change");
        let (mut school, ..) = SchoolFolder::open(folder.path()).expect("opens");
        let mut turn = 0;
        let mut write = || {
            turn += 1;
            let temporary = folder.path().join(".other.tmp");
            fs::write(&temporary, &texts[turn % 2]).expect("written");
            fs::rename(&temporary, &path).expect("renamed");
        };
        group.bench_function(format!("{name}: the file written and its bytes read (floor)"), |b| {
            b.iter(|| {
                write();
                black_box(fs::read(&path).expect("bytes").len())
            });
        });
        group.bench_function(format!("{name}: the file written and the change taken in"), |b| {
            b.iter(|| {
                write();
                assert_eq!(black_box(school.refresh(&BTreeSet::new(), now())).changes.len(), 1, "the change is seen");
            });
        });
    }
    group.finish();
}

/// Five hundred versions of the board.
fn versions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("versions");
    let folder = demo();
    let board = fs::read(folder.path().join("suivi.yaml")).expect("bytes");
    let occasion = VersionContext { now: now(), why: VersionReason::FirstChange, name: None };
    let keep = || versions::keep(folder.path(), &FileId::Board, &board, occasion).expect("kept");
    group.bench_function("one kept: its file and the register written, with their fsyncs (floor)", |b| {
        b.iter(|| {
            for name in ["floor.yaml", "register.yaml"] {
                write_whole(&folder.path().join(name), &board);
            }
        });
    });
    while keep() < 500 {}
    let size: u64 = fs::read_dir(folder.path().join("versions/suivi"))
        .expect("a folder")
        .flatten()
        .map(|entry| entry.metadata().map_or(0, |about| about.len()))
        .sum();
    let register = fs::metadata(folder.path().join("versions/registre.yaml")).map_or(0, |about| about.len());
    println!("500 versions of a board of {} bytes: {size} bytes, and {register} of register", board.len());
    let (school, ..) = SchoolFolder::open(folder.path()).expect("opens");
    group.bench_function("500 listed", |b| b.iter(|| black_box(school.versions().len())));
    group.bench_function("what changed since the first of 500", |b| {
        b.iter(|| black_box(school.changes(&FileId::Board, 1, None).expect("changes").len()));
    });
    group.bench_function("school with 500 opened", |b| b.iter(|| black_box(SchoolFolder::open(folder.path()).is_ok())));
    group.sample_size(20);
    group.bench_function("one more kept beside 500, then the oldest taken away", |b| {
        b.iter(|| {
            keep();
            versions::trim(folder.path(), &FileId::Board, 500).expect("trimmed");
        });
    });
    group.finish();
}

/// Writes a file as carefully as the app does: temporary file, fsync, rename, fsync of the folder.
fn write_whole(path: &Path, bytes: &[u8]) {
    let temporary = path.with_extension("tmp");
    let mut file = File::create(&temporary).expect("made");
    file.write_all(bytes).expect("written");
    file.sync_all().expect("on the disk");
    fs::rename(&temporary, path).expect("renamed");
    File::open(path.parent().expect("a folder")).and_then(|folder| folder.sync_all()).expect("on the disk");
}

/// A list of people imported into the demonstration and written, next to opening what it leaves: the cost of a person must
/// not grow with their number.
fn imported(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a staff list");
    group.sample_size(10);
    for count in [100, 1000, 4900] {
        let rows: String = (0..count).map(|n| format!("Personne Numéro{n};concierge;2026-09-01\n")).collect();
        let list = tempfile::tempdir().expect("a folder");
        let file = list.path().join("liste.csv");
        fs::write(&file, format!("Nom;Poste;Embauche\n{rows}")).expect("written");
        let take = |folder: &Path| {
            let (mut school, read, _) = SchoolFolder::open(folder).expect("opens");
            let names = arrimage::words::board::all_names(&read.board);
            let tables = steps::tables(&tables::sheets(&file).expect("a table"), &names);
            let catalogues = shipped::shelf();
            let today = Day(now().date());
            let (welcome, ids) = (shipped::welcome, NewIds::salted(7));
            let context = ImportContext { folder: &read, catalogues: &catalogues, names: &names, welcome, today, ids };
            let ImportStep::Ready(import) = steps::import(context, &tables, &ImportChoices::default()) else {
                panic!("nothing to ask")
            };
            school.save(&import.edits(), now(), VersionReason::FirstChange).done().expect("saved");
        };
        let after = demo();
        take(after.path());
        group.bench_function(format!("{count} people, opened (floor)"), |b| {
            b.iter(|| black_box(SchoolFolder::open(after.path()).is_ok()));
        });
        group.bench_function(format!("{count} people, imported and written"), |b| {
            b.iter_batched(demo, |folder| take(folder.path()), criterion::BatchSize::PerIteration);
        });
        // The same list with another job for each: the preview says what changes of whom.
        fs::write(&file, format!("Nom;Poste;Embauche\n{}", rows.replace("concierge", "éducatrice"))).expect("written");
        let (_, read, _) = SchoolFolder::open(after.path()).expect("opens");
        let names = arrimage::words::board::all_names(&read.board);
        let tables = steps::tables(&tables::sheets(&file).expect("a table"), &names);
        let (catalogues, words, today) = (shipped::shelf(), Words::french(), Day(now().date()));
        group.bench_function(format!("{count} people, changed and previewed"), |b| {
            b.iter(|| {
                let context = ImportContext {
                    folder: &read,
                    catalogues: &catalogues,
                    names: &names,
                    welcome: shipped::welcome,
                    today,
                    ids: NewIds::salted(7),
                };
                let ImportStep::Ready(import) = steps::import(context, &tables, &ImportChoices::default()) else {
                    panic!("nothing to ask")
                };
                let aliases = read.board.aliases();
                let alias = |id: &str| aliases.get(id).cloned().unwrap_or_default();
                let said = import.people.iter().map(|person| {
                    arrimage::words::import::person(&words, &read, person, Level::Direction, alias).len()
                });
                black_box(said.sum::<usize>())
            });
        });
    }
    group.finish();
}

/// A gesture that changes much: thirty people by eight fields pasted, and an import of four hundred undone, each applied
/// in memory and written, next to opening the school.
fn gestures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a gesture");
    group.sample_size(10);
    let school = |people: usize| {
        let folder = demo();
        many_people(folder.path(), people);
        folder
    };
    let carry_out = |folder: &Path, edits: &[Edit]| {
        let (mut school, mut read, _) = SchoolFolder::open(folder).expect("opens");
        edit::apply(&mut read, edits).expect("applies");
        school.save(edits, now(), VersionReason::FirstChange).done().expect("saved");
    };
    let fields = ["fonction", "bâtiment", "mentor", "objectif", "répondant", "alias", "note_1", "note_2"];
    let pasted = |folder: &Path| -> Vec<Edit> {
        let (_, read, _) = SchoolFolder::open(folder).expect("opens");
        let mut batch = Batch::new(&read);
        for person in read.board.people.iter().take(30) {
            for field in fields {
                let path = if field.starts_with("note") { vec!["colonnes", field] } else { vec![field] };
                let path = [&["personnes", person.id.as_str()][..], &path].concat();
                batch.set(&FileId::Board, &path, json!(format!("Collé {field}"))).expect("fits");
            }
        }
        batch.into_edits()
    };
    let before = school(248);
    group.bench_function("248 people, opened (floor)", |b| {
        b.iter(|| black_box(SchoolFolder::open(before.path()).is_ok()));
    });
    group.bench_function("30 by 8 pasted into 248 people", |b| {
        let paste = |folder: tempfile::TempDir| carry_out(folder.path(), &pasted(folder.path()));
        b.iter_batched(|| school(248), paste, criterion::BatchSize::PerIteration);
    });
    let after = school(409);
    let (_, read, _) = SchoolFolder::open(after.path()).expect("opens");
    let gone: Vec<Edit> = read.board.people[9..]
        .iter()
        .rev()
        .map(|person| Edit::remove(&read, &FileId::Board, &["personnes"], &person.id).expect("is there"))
        .collect();
    group.bench_function("409 people, opened (floor)", |b| {
        b.iter(|| black_box(SchoolFolder::open(after.path()).is_ok()));
    });
    group.bench_function("an import of 400 undone", |b| {
        b.iter_batched(|| school(409), |folder| carry_out(folder.path(), &gone), criterion::BatchSize::PerIteration);
    });
    group.finish();
}

/// How many bytes a folder holds, all of them read.
fn bytes(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let size = |path: &Path| if path.is_dir() { bytes(path) } else { fs::read(path).map_or(0, |read| read.len()) };
    entries.map(|entry| size(&entry.path())).sum()
}

/// Schools counted together, next to reading the bytes of their files.
fn schools_together(criterion: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    for school in 0..50 {
        shipped::copy_demo(&home.path().join(format!("ecole-{school:02}"))).expect("copied");
    }
    let mut group = criterion.benchmark_group("a network");
    group.bench_function("50 schools, their bytes read (floor)", |b| b.iter(|| black_box(bytes(home.path()))));
    group.bench_function("50 schools, read, counted and masked", |b| {
        b.iter(|| {
            let network = look_at_all(&places(&[home.path().to_owned()]), now().date(), &NetworkIndex::default());
            assert_eq!(network.schools.len(), 50);
            black_box(network)
        });
    });
    group.finish();
}

criterion_group!(benches, opening, frames, large, saving, imported, gestures, outside, versions, schools_together);
criterion_main!(benches);
