//! The rules of the house: which floor may import which, how long a file may be, where colours and sentences live.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The floors, each with what it may import.
const ARROWS: [(&str, &[&str]); 8] = [
    ("main", &["cli", "shell"]),
    ("cli", &["shell", "tui", "store", "export", "domain", "words"]),
    ("shell", &["tui", "store", "export", "domain", "words"]),
    ("tui", &["domain", "words"]),
    ("export", &["domain", "words"]),
    ("store", &["domain"]),
    ("words", &["domain"]),
    ("domain", &[]),
];

struct Source {
    path: PathBuf,
    /// `tui::screens::board` for `src/tui/screens/board.rs`.
    module: String,
    /// Without its tests.
    production: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    gather(&root, &root, &mut found);
    assert!(found.len() > 50, "the sources are found");
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(root, &path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a text");
            let relative = path.strip_prefix(root).expect("inside").with_extension("");
            let parts: Vec<&str> = relative.iter().filter_map(|p| p.to_str()).filter(|p| *p != "mod").collect();
            let production = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            found.push(Source { path: path.clone(), module: parts.join("::"), production });
        }
    }
}

/// The modules that a source names, as full paths from the root of the crate.
fn imports(source: &Source, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    let code: String =
        source.production.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for (prefix, base) in [
        ("crate::", Some(String::new())),
        ("super::super::", above(&source.module, 2)),
        ("super::", above(&source.module, 1)),
        ("self::", Some(source.module.clone())),
    ] {
        let Some(base) = base else { continue };
        for (at, _) in code.match_indices(prefix) {
            let before = code[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' || before == ':' {
                continue;
            }
            expand(&base, &code[at + prefix.len()..], &mut paths);
        }
    }
    // `use crate::{…}` without a path before its braces is caught by the same expansion.
    paths.into_iter().filter_map(|path| longest(&path, known)).filter(|m| *m != source.module).collect()
}

fn above(module: &str, levels: usize) -> Option<String> {
    let parts: Vec<&str> = module.split("::").collect();
    (parts.len() >= levels).then(|| parts[..parts.len() - levels].join("::"))
}

/// The paths of a use tree: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn expand(base: &str, text: &str, paths: &mut BTreeSet<String>) {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let path = match (base.is_empty(), name.is_empty()) {
        (true, _) => name.clone(),
        (false, true) => base.to_owned(),
        (false, false) => format!("{base}::{name}"),
    };
    let rest = &text[name.len()..];
    if let Some(inner) = if name.is_empty() { rest.strip_prefix('{') } else { rest.strip_prefix("::{") } {
        let (mut depth, mut start) = (0, 0);
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    expand(&path, inner[start..at].trim(), paths);
                    return;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    expand(&path, inner[start..at].trim(), paths);
                    start = at + 1;
                }
                _ => {}
            }
        }
    } else if let Some(rest) = rest.strip_prefix("::").filter(|r| r.starts_with(|c: char| c.is_alphabetic())) {
        expand(&path, rest, paths);
    } else {
        paths.insert(path);
    }
}

fn longest(path: &str, known: &BTreeSet<String>) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    (1..=parts.len()).rev().map(|n| parts[..n].join("::")).find(|module| known.contains(module))
}

fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let known: BTreeSet<String> = sources.iter().map(|s| s.module.clone()).collect();
    sources.iter().map(|source| (source.module.clone(), imports(source, &known))).collect()
}

#[test]
fn arrows_go_down_only() {
    let floor = |module: &str| module.split("::").next().unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (module, imported) in graph() {
        let from = floor(&module);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == from) else { continue };
        for to in imported {
            seen += 1;
            let to_floor = floor(&to);
            if to_floor != from && to_floor != "lib" && !allowed.contains(&to_floor.as_str()) {
                wrong.push(format!("{module} imports {to}"));
            }
        }
    }
    assert!(seen > 100, "the imports are found: {seen}");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_two_modules_import_each_other() {
    let graph = graph();
    let mut wrong = BTreeSet::new();
    for (module, imported) in &graph {
        for other in imported {
            if graph.get(other).is_some_and(|back| back.contains(module)) {
                let mut pair = [module.as_str(), other.as_str()];
                pair.sort_unstable();
                wrong.insert(pair.join(" and "));
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .map(|s| (s.production.lines().count(), s.path.display()))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn files_say_what_they_are() {
    let mute: Vec<String> = sources()
        .iter()
        .filter(|s| !fs::read_to_string(&s.path).expect("a text").starts_with("//!"))
        .map(|s| s.path.display().to_string())
        .collect();
    assert_eq!(mute, Vec::<String>::new());
}

#[test]
fn colours_live_in_the_theme() {
    // A colour that is written out: « "# » and a digit of sixteen.
    let written = |text: &str| text.split("\"#").skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()));
    let named = |text: &str| ["Color::", "style::Color", "Modifier::"].iter().any(|word| text.contains(word));
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|s| !s.module.starts_with("tui::theme"))
        .filter(|s| named(&s.production) || written(&s.production))
        .map(|s| s.path.display().to_string())
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A text between quotes with an accented letter and a blank is a sentence. The words of closed lists and the keys of
/// files are data: a word of a `choice!`, a serde name, a key.
#[test]
fn french_sentences_live_in_the_words() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| !s.module.starts_with("words")) {
        for (number, line) in source.production.lines().enumerate() {
            let code = line.trim_start();
            let is_data = code.starts_with("//")
                || code.contains("serde(")
                || code.contains(" = \"") && code.ends_with(',')
                || code.contains("#[doc");
            if is_data {
                continue;
            }
            for text in code.split('"').skip(1).step_by(2) {
                let accented = text.chars().any(|c| "àâäéèêëîïôöùûüçœÀÉÈÊÇ’«»".contains(c));
                if accented && text.trim().contains(' ') {
                    wrong.push(format!("{}:{}: {text}", source.path.display(), number + 1));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn shipped_files_say_nothing_of_sessions() {
    for source in sources() {
        let lower = source.production.to_lowercase();
        for word in ["todo!", "unimplemented!", "fixme", "dbg!("] {
            assert!(!lower.contains(word), "{}: {word}", source.path.display());
        }
    }
}
