//! Three computers that git keeps together: each changes the same school, and whatever the order of the merges, the school
//! is the same, with everything that was said.

use super::*;

/// Numbers that look random, from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let done = Command::new("git")
        .args(["-c", "user.name=Essai", "-c", "user.email=essai@exemple.ca", "-c", "init.defaultBranch=main"])
        .args(["-c", "core.autocrlf=false"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    let text = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "git {arguments:?}: {text}");
    text
}

/// A clone that merges as the program does.
fn clone(origin: &Path, to: &Path) {
    let parent = to.parent().expect("a folder");
    git(parent, &["clone", "-q", &origin.display().to_string(), &to.display().to_string()]);
    let driver = format!("{} fusionner %O %A %B %P", env!("CARGO_BIN_EXE_arrimage"));
    git(to, &["config", "merge.arrimage.driver", &driver]);
}

/// Changes the school of one computer that many times: records are added, each computer completes what is its own. Returns
/// what was said.
fn change(school: &Path, computer: u64, times: u64) -> Vec<String> {
    let (mut opened, mut folder, _) = SchoolFolder::open(school).expect("opens");
    let mut dice = Dice((0x9e37_79b9 * (computer + 1)) | 1);
    let mut said = Vec::new();
    for turn in 0..times {
        let word = format!("mot{computer}x{turn}x");
        // Each computer looks after three people of its own.
        let person = format!("n0{}", 1 + computer * 3 + dice.roll(3));
        let everybody = format!("n0{}", 1 + dice.roll(9));
        let edit = match dice.roll(4) {
            0 => {
                let trace = json!({"date": "2026-11-20", "par": "comité", "note": word});
                Edit::push(&folder, &FileId::Board, &["personnes", &everybody, "traces"], trace)
            }
            1 => Edit::push(&folder, &FileId::Board, &["personnes", &everybody, "besoins"], json!(word)),
            2 => {
                let row = json!({"id": format!("r{computer}x{turn}"), "étape": word, "quand": "mai 2027"});
                Edit::push(&folder, &FileId::Plan, &["déploiement"], row)
            }
            _ => {
                // What is written over is said no more.
                let path = ["personnes", person.as_str(), "objectif"];
                let before = folder.at(&FileId::Board, &path);
                said.retain(|word: &String| before.as_ref() != Some(&json!(word)));
                Edit::set(&folder, &FileId::Board, &path, Some(json!(word))).map(|edit| edit.expect("a change"))
            }
        };
        let edit = edit.expect("fits");
        arrimage::domain::edit::apply(&mut folder, std::slice::from_ref(&edit)).expect("applied");
        opened.save(&[edit], at(9, 0), VersionReason::FirstChange).done().expect("written");
        said.push(word);
    }
    git(school, &["add", "-A"]);
    git(school, &["commit", "-qm", "what was said"]);
    said
}

/// A tree with every list in one order: what is added at one place on two computers has none of its own.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_key(ToString::to_string);
            Value::Array(items)
        }
        Value::Object(fields) => Value::Object(fields.into_iter().map(|(key, value)| (key, sorted(value))).collect()),
        other => other,
    }
}

#[test]
fn three_clones_merged_in_any_order_are_one_school_and_lose_nothing() {
    let asked = std::env::var("ARRIMAGE_CLONES").ok().and_then(|times| times.parse().ok());
    let times: u64 = asked.unwrap_or(20);
    let bench = Bench::new();
    let home = bench.home.path();
    let origin = bench.school();
    bench.write(".gitattributes", "*.yaml merge=arrimage\n");
    bench.write(".gitignore", "versions/\n.arrimage/\n");
    git(&origin, &["init", "-q"]);
    git(&origin, &["add", "-A"]);
    git(&origin, &["commit", "-qm", "the school"]);
    let mut said = Vec::new();
    for computer in 0..3 {
        let clone_of = home.join(format!("poste{computer}"));
        clone(&origin, &clone_of);
        said.extend(change(&clone_of, computer, times));
    }
    let mut ends: Vec<(Value, Value)> = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let name = order.map(|at| at.to_string()).concat();
        let merged = home.join(format!("fin{name}"));
        clone(&home.join(format!("poste{}", order[0])), &merged);
        for other in &order[1..] {
            git(&merged, &["fetch", "-q", &home.join(format!("poste{other}")).display().to_string(), "main"]);
            git(&merged, &["merge", "-q", "--no-edit", "FETCH_HEAD"]);
        }
        let (_, folder, faults) = SchoolFolder::open(&merged).expect("opens");
        assert_eq!(faults, [], "{name}");
        let texts = ["suivi.yaml", "plan.yaml"].map(|file| fs::read_to_string(merged.join(file)).expect("a text"));
        let lost: Vec<&String> = said.iter().filter(|word| !texts.iter().any(|text| text.contains(*word))).collect();
        assert_eq!(lost, [] as [&String; 0], "{name}");
        ends.push((sorted(json!(folder.board)), sorted(json!(folder.plan))));
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "every order ends in the same school");
}
