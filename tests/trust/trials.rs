//! Trials at random: three windows, a command and another program of every kind write one board. Nothing that was said
//! in a window or by a command may be in no file, no version and no question.

use std::{collections::BTreeSet, time::Duration};

use arrimage::domain::{edit, model::folder::Folder};

use super::*;

/// A window: what it has in memory, and what it holds for later.
struct Window {
    school: SchoolFolder,
    folder: Folder,
    held: String,
}

impl Window {
    fn open(bench: &Bench) -> Window {
        let (mut school, folder, _) = SchoolFolder::open(&bench.school()).expect("opens");
        school.settle_after(Duration::from_millis(4));
        Window { school, folder, held: String::new() }
    }

    fn say(&mut self, edits: &[Edit], turn: u32) {
        if edit::apply(&mut self.folder, edits).is_err() {
            return;
        }
        let saved = self.school.save(edits, at(8, turn), VersionReason::FirstChange);
        for (file, document) in saved.documents {
            self.folder.put(&file, document);
        }
        self.held += &format!("{:?}{:?}", saved.clashes, saved.refused);
    }

    fn look(&mut self, turn: u32) {
        for _ in 0..40 {
            let news = self.school.refresh(&BTreeSet::new(), at(8, turn));
            for change in news.changes {
                if let Ok(Some(document)) = change.now {
                    self.folder.put(&change.file, Some(document));
                }
            }
            if !news.is_unsettled {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("a file never settles");
    }
}

/// Numbers that look random, from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % sides
    }
}

/// What another program does to the board; returns whether it wrote what it says.
fn meddle(bench: &Bench, older: &str, dice: &mut Dice, said: &str) -> bool {
    let path = bench.path("suivi.yaml");
    let now = fs::read_to_string(&path).unwrap_or_else(|_| older.to_owned());
    let person = format!("  - id: n0{}\n", 1 + dice.roll(9));
    let changed = now.replacen(&person, &format!("{person}    \"x{said}\": {said}\n"), 1);
    let way = dice.roll(8);
    match way {
        0 | 1 => {
            let beside = bench.home.path().join("autre.yaml");
            fs::write(&beside, &changed).expect("written");
            fs::rename(&beside, &path).expect("renamed");
        }
        2 => fs::write(&path, &changed).expect("written"),
        3 => {
            let half = changed.len() / 2;
            let half = (0..=half).rev().find(|at| changed.is_char_boundary(*at)).unwrap_or(0);
            fs::write(&path, &changed[..half]).expect("written");
            std::thread::sleep(Duration::from_millis(1));
            fs::write(&path, &changed).expect("written");
        }
        4 => fs::write(&path, older).expect("written"),
        5 => drop(fs::remove_file(&path)),
        6 => fs::write(&path, "").expect("written"),
        _ => {
            let at = changed.find("  - id: n04").unwrap_or(changed.len());
            fs::write(&path, &changed[..at]).expect("written");
        }
    }
    way < 4 && changed.contains(said)
}

/// Everything that a school holds: files, versions, and what the windows hold.
fn everything(bench: &Bench, windows: &[Window]) -> String {
    let files = bench.files().into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    files.chain(windows.iter().map(|window| window.held.clone())).collect()
}

/// One trial, with commands in one seed of that many; returns what was lost.
fn trial(seed: u64, commands: u64) -> Vec<String> {
    let bench = Bench::new();
    let older = bench.text("suivi.yaml");
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut windows: Vec<Window> = (0..3).map(|_| Window::open(&bench)).collect();
    let mut said: Vec<String> = Vec::new();
    let mut goals: Vec<usize> = (1..=9).collect();
    for turn in 0..14 {
        let word = format!("mot{seed}x{turn}x");
        let number = u32::try_from(turn).unwrap_or(0);
        match dice.roll(9) {
            0..=2 => {
                let window = &mut windows[dice.roll(3)];
                let person = format!("n0{}", 1 + dice.roll(9));
                let path = ["personnes", person.as_str(), "traces"];
                let trace = json!({"date": "2026-11-26", "par": "comité", "va_bien": word});
                if let Ok(edit) = Edit::push(&window.folder, &FileId::Board, &path, trace) {
                    window.say(&[edit], number);
                    said.push(word);
                }
            }
            3 if !goals.is_empty() => {
                let person = format!("n0{}", goals.remove(dice.roll(goals.len())));
                let window = &mut windows[dice.roll(3)];
                let path = ["personnes", person.as_str(), "objectif"];
                if let Ok(Some(edit)) = Edit::set(&window.folder, &FileId::Board, &path, Some(word.as_str().into())) {
                    window.say(&[edit], number);
                    said.push(word);
                }
            }
            // A program that starts takes its time: the quick run has few.
            4 if seed.is_multiple_of(commands) => {
                let done = bench.run(&["noter", ".", &format!("n0{}", 1 + dice.roll(3)), "--va-bien", &word]);
                said.extend((done.status == Some(0)).then_some(word));
                // The windows that are open are told by the system.
                windows.iter_mut().for_each(|window| window.look(number));
            }
            5 => windows[dice.roll(3)].look(number),
            _ => {
                let word = format!("eux{seed}x{turn}x");
                if meddle(&bench, &older, &mut dice, &word) {
                    said.push(word);
                }
                // Somebody looks before the next one writes over it.
                windows.iter_mut().for_each(|window| window.look(number));
            }
        }
    }
    windows.iter_mut().for_each(|window| window.look(20));
    let all = everything(&bench, &windows);
    said.retain(|word| !all.contains(word.as_str()));
    said
}

#[test]
fn nothing_said_is_lost_whoever_else_writes() {
    let asked = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let (first, count) = (asked("ARRIMAGE_GRAINE").unwrap_or(1), asked("ARRIMAGE_ESSAIS").unwrap_or(10));
    let commands = if asked("ARRIMAGE_ESSAIS").is_some() { 1 } else { 8 };
    let lost: Vec<_> =
        (first..first + count).map(|seed| (seed, trial(seed, commands))).filter(|(_, lost)| !lost.is_empty()).collect();
    if asked("ARRIMAGE_ESSAIS").is_some() {
        println!("{count} trials from seed {first}: {} lost something", lost.len());
    }
    assert_eq!(lost, [], "seeds, and what each lost");
}
