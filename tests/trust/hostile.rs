//! Malicious files, and things that are not files.

use super::*;

#[test]
fn hostile_files_are_refused_in_bounded_memory() {
    let deep = |open: &str, count: usize| open.repeat(count).into_bytes();
    let bombs: [(&str, Vec<u8>); 14] = [
        ("10 MB of brackets", deep("[", 10_000_000)),
        ("4 MB of brackets", deep("[", 4_000_000)),
        ("100,000 levels", deep("- ", 100_000)),
        ("100,000 braces", deep("{a: ", 100_000)),
        ("billion laughs", {
            let levels = (1..12).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{}, ", n - 1).repeat(9)));
            format!("a0: &a0 [lol]\n{}personnes: *a11\n", levels.collect::<String>()).into_bytes()
        }),
        ("aliased people", {
            let people = "*p, ".repeat(200_000);
            format!("x: &p {{id: n01, nom: {}}}\npersonnes: [{people}]\n", "Z".repeat(2000)).into_bytes()
        }),
        ("UTF-16 that is cut", b"\xff\xfep\x00e\x00r\x00\xd8".to_vec()),
        ("NUL bytes", b"personnes:\n  - id: n\x0001\n".to_vec()),
        ("invalid UTF-8", b"personnes:\n  - id: n01\n    nom: Zo\xe9\n".to_vec()),
        ("tabs", b"personnes:\n\t- id: n01\n".to_vec()),
        ("duplicate keys", b"personnes: []\npersonnes: []\n".to_vec()),
        ("100,000 duplicate keys", b"a: 1\n".repeat(100_000)),
        ("one line of 4 MB", [b"personnes: \"".as_slice(), &b"x".repeat(4_000_000)].concat()),
        ("a number of a million digits", [b"format: ".as_slice(), &b"9".repeat(1_000_000)].concat()),
    ];
    for (name, bytes) in bombs {
        let bench = Bench::new();
        bench.write("suivi.yaml", &bytes);
        let said = limited(&bench, &["verifier", "."]);
        assert_eq!(said.status, Some(1), "{name}: {} {}", said.out, said.err);
        assert!(
            said.out.contains("suivi.yaml") && said.out.contains('→'),
            "{name}: {}",
            &said.out[..said.out.len().min(500)]
        );
        assert!(said.out.len() < 4000, "{name}: what is said stays short");
        assert_eq!(fs::read(bench.path("suivi.yaml")).expect("bytes"), bytes, "{name}: left as it is");
        assert_eq!(limited(&bench, &["montrer", ".", "plan"]).status, Some(0), "{name}: the rest works");
    }
    // Valid, only unusual: a text in UTF-16 with a byte order mark is read.
    let bench = Bench::new();
    let text: Vec<u8> = "personnes:\n  - id: n01\n    nom: Zoé\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bench.write("suivi.yaml", [b"\xff\xfe".as_slice(), &text].concat());
    assert!(bench.run(&["montrer", ".", "tableau"]).out.contains("Zoé"));
}

/// Runs a command with 200 MB of address space and twenty seconds of CPU time, far more than it should need.
#[cfg(unix)]
fn limited(bench: &Bench, arguments: &[&str]) -> Told {
    let script = format!("ulimit -v 200000; ulimit -t 20; exec {} \"$@\"", env!("CARGO_BIN_EXE_arrimage"));
    let output = Command::new("sh")
        .args(["-c", &script, "arrimage"])
        .args(arguments)
        .env("ARRIMAGE_DOSSIERS", bench.home.path().join("dossiers"))
        .current_dir(bench.school())
        .output()
        .expect("runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{a0}', " ");
    Told { status: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// Runs a command; the system has no limits to set on it.
#[cfg(not(unix))]
fn limited(bench: &Bench, arguments: &[&str]) -> Told {
    bench.run(arguments)
}

#[test]
fn what_is_no_file_is_told() {
    let bench = Bench::new();
    fs::remove_file(bench.path("plan.yaml")).expect("removed");
    fs::create_dir(bench.path("plan.yaml")).expect("made");
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("plan.yaml"), "{}", said.out);
    fs::remove_dir(bench.path("plan.yaml")).expect("removed");
    link(Path::new("plan.yaml"), &bench.path("plan.yaml"));
    let said = bench.run(&["verifier", "."]);
    assert!(said.status == Some(1) && said.out.contains("plan.yaml"), "{}", said.out);
    assert_eq!(bench.run(&["montrer", ".", "tableau"]).status, Some(0), "the rest works");
}

#[test]
fn no_escape_sequence_reaches_the_terminal() {
    let bench = Bench::new();
    let evil = r#""\e[31mRouge\e]0;titre\a\x9b2J\u202E""#;
    bench.write(
        "suivi.yaml",
        format!("personnes:\n  - id: n01\n    nom: {evil}\n    alias: {evil}\n    fonction: {evil}\n    mentor: {evil}\n    traces: [{{date: 2026-11-01, va_bien: {evil}}}]\n"),
    );
    bench.change("plan.yaml", "étape: ", &format!("étape: {evil} #"));
    for arguments in [
        &["montrer", ".", "tableau"][..],
        &["montrer", ".", "plan"],
        &["montrer", ".", "plan", "--format", "csv"],
        &["montrer", ".", "tableau", "--format", "json"],
        &["verifier", "."],
        &["modifier", ".", "suivi", "n01.état", "va bien"],
        &["modifier", ".", "suivi", "n01.état", "\u{1b}[31m"],
        &["noter", ".", "n01", "--va-bien", "\u{1b}[31mx"],
        &["comparer", ".", "suivi", "1"],
    ] {
        let said = bench.run(arguments);
        let control = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(
            !said.out.contains(control) && !said.err.contains(control),
            "{arguments:?}: {:?} {:?}",
            said.out,
            said.err
        );
    }
}
