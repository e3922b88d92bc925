//! The rules of the architecture: which layer and module may import which, how long a file and a function may be, where
//! colours and sentences live.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The layers, each with those that it may import.
const FLOORS: [(&str, &[&str]); 8] = [
    ("main", &["cli", "shell"]),
    ("cli", &["shell", "tui", "store", "export", "domain", "words"]),
    ("shell", &["tui", "store", "export", "domain", "words"]),
    ("tui", &["domain", "words"]),
    ("export", &["domain", "words"]),
    ("store", &["domain"]),
    ("words", &["domain"]),
    ("domain", &[]),
];

/// The modules of a layer, from the bottom up: a module may import only those of earlier lines.
const ROOMS: [(&str, &[&[&str]]); 2] = [
    (
        "domain",
        &[
            &["value"],
            &["model", "table"],
            &["edit", "measure"],
            &["board", "privacy"],
            &["advice", "survey"],
            &["meeting", "network"],
        ],
    ),
    (
        "tui",
        &[
            &["theme", "action", "effect", "prompt"],
            &["event"],
            &["canvas"],
            &["components"],
            &["state"],
            &["keymap"],
            &["environment", "derived"],
            &["app"],
            &["dialog"],
            &["screens"],
            &["update", "view"],
            &["linear", "network", "wall"],
        ],
    ),
];

struct Source {
    path: PathBuf,
    /// `tui::screens::board` for `src/tui/screens/board/mod.rs`.
    module: String,
    /// Its text without the tests.
    production: String,
}

impl Source {
    /// The lines of code, numbered from 1, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.production.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    assert!(files.len() > 150, "the sources are found");
    let source = |(path, text): (std::path::PathBuf, String)| {
        let relative = path.strip_prefix(&root).expect("inside").with_extension("");
        let parts: Vec<&str> = relative.iter().filter_map(|p| p.to_str()).filter(|p| *p != "mod").collect();
        let production = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        Source { module: parts.join("::"), path, production }
    };
    // Tests that fill a file of their own are no part of the program.
    files.into_iter().filter(|(path, _)| !path.ends_with("tests.rs")).map(source).collect()
}

/// The modules that a source file refers to, as full paths from the crate root: through `crate`, `super` and `self`,
/// and, in the file of a folder, through the bare names of its children.
fn imports(source: &Source, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    let code: String = source.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
    for (prefix, base) in [
        ("crate::", Some(String::new())),
        ("super::super::super::", above(&source.module, 3)),
        ("super::super::", above(&source.module, 2)),
        ("super::", above(&source.module, 1)),
        ("self::", Some(source.module.clone())),
    ] {
        let Some(base) = base else { continue };
        for after in found(&code, prefix) {
            expand(&base, after, &mut paths);
        }
    }
    let below = format!("{}::", source.module);
    for child in known.iter().filter_map(|module| module.strip_prefix(&below)).filter(|child| !child.contains("::")) {
        if found(&code, &format!("{child}::")).next().is_some() {
            paths.insert(format!("{below}{child}"));
        }
    }
    // `use crate::{…}` without a path before its braces is caught by the same expansion.
    paths.into_iter().filter_map(|path| longest(&path, known)).filter(|m| *m != source.module).collect()
}

/// What follows each occurrence of a path prefix.
fn found<'a>(code: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    let begins = |at: usize| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        !(before.is_alphanumeric() || before == '_' || before == ':' || before == '.')
    };
    code.match_indices(prefix).filter(move |(at, _)| begins(*at)).map(move |(at, _)| &code[at + prefix.len()..])
}

fn above(module: &str, levels: usize) -> Option<String> {
    let parts: Vec<&str> = module.split("::").collect();
    (parts.len() >= levels).then(|| parts[..parts.len() - levels].join("::"))
}

/// The paths of a use tree: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn expand(base: &str, text: &str, paths: &mut BTreeSet<String>) {
    if text.is_empty() {
        return;
    }
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

type Graph = BTreeMap<String, BTreeSet<String>>;

fn graph() -> Graph {
    let sources = sources();
    let known: BTreeSet<String> = sources.iter().map(|s| s.module.clone()).collect();
    let graph: Graph = sources.iter().map(|source| (source.module.clone(), imports(source, &known))).collect();
    let arrows: usize = graph.values().map(BTreeSet::len).sum();
    assert!(arrows > 500, "the imports are found: {arrows}");
    graph
}

/// The cycles of a graph, of any length: its strongly connected components with more than one node (Tarjan, 1972).
fn rings(graph: &Graph) -> Vec<Vec<String>> {
    struct Walk<'a> {
        graph: &'a Graph,
        numbers: BTreeMap<&'a str, (usize, usize)>,
        stack: Vec<&'a str>,
        rings: Vec<Vec<String>>,
    }
    impl<'a> Walk<'a> {
        fn visit(&mut self, node: &'a str) -> usize {
            let number = self.numbers.len();
            self.numbers.insert(node, (number, number));
            self.stack.push(node);
            let mut lowest = number;
            for next in self.graph.get(node).into_iter().flatten() {
                match self.numbers.get(next.as_str()) {
                    None => lowest = lowest.min(self.visit(next)),
                    Some((reached, _)) if self.stack.contains(&next.as_str()) => lowest = lowest.min(*reached),
                    Some(_) => {}
                }
            }
            self.numbers.insert(node, (number, lowest));
            if lowest == number {
                let from = self.stack.iter().position(|other| *other == node).unwrap_or_default();
                let ring: Vec<String> = self.stack.drain(from..).map(ToOwned::to_owned).collect();
                if ring.len() > 1 {
                    self.rings.push(ring);
                }
            }
            lowest
        }
    }
    let mut walk = Walk { graph, numbers: BTreeMap::new(), stack: Vec::new(), rings: Vec::new() };
    for node in graph.keys() {
        if !walk.numbers.contains_key(node.as_str()) {
            walk.visit(node);
        }
    }
    walk.rings
}

/// The graph at a given depth: layers at 1, modules at 2.
fn at_depth(graph: &Graph, depth: usize) -> Graph {
    let place = |module: &str| module.split("::").take(depth).collect::<Vec<_>>().join("::");
    let mut rooms = Graph::new();
    for (module, imported) in graph {
        let from = place(module);
        let to =
            imported.iter().map(|other| place(other)).filter(|to| *to != from && !from.starts_with(&format!("{to}::")));
        rooms.entry(from.clone()).or_default().extend(to);
    }
    rooms
}

#[test]
fn rings_of_any_length_are_found() {
    let graph = |arrows: &[(&str, &str)]| {
        let mut graph = Graph::new();
        for (from, to) in arrows {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            graph.entry((*to).to_owned()).or_default();
        }
        graph
    };
    assert_eq!(rings(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), Vec::<Vec<String>>::new());
    let found = rings(&graph(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b"), ("d", "e")]));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].iter().map(String::as_str).collect::<BTreeSet<_>>(), BTreeSet::from(["b", "c", "d"]));
    // A child referred to by its bare name is an import, and so is a path that continues on the next line.
    let known = ["a", "a::b", "a::c"].map(ToOwned::to_owned).into_iter().collect();
    let source = |module: &str, code: &str| Source {
        path: PathBuf::new(),
        module: module.to_owned(),
        production: code.to_owned(),
    };
    let named = |module, code| imports(&source(module, code), &known).into_iter().collect::<Vec<_>>();
    assert_eq!(named("a", "mod b;\nfn f() { b::g() }"), ["a::b"]);
    assert_eq!(named("a::b", "use super::{\n    c,\n};"), ["a::c"]);
    assert_eq!(named("a::b", "use super::Thing;"), ["a"]);
}

#[test]
fn arrows_go_down_only() {
    let graph = at_depth(&graph(), 1);
    let mut wrong = Vec::new();
    for (from, imported) in &graph {
        let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| name == from) else { continue };
        let up = imported.iter().filter(|to| *to != "lib" && !allowed.contains(&to.as_str()));
        wrong.extend(up.map(|to| format!("{from} imports {to}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn rooms_import_only_rooms_below_them() {
    let graph = at_depth(&graph(), 2);
    for (floor, lines) in ROOMS {
        let height = |room: &str| lines.iter().position(|line| line.contains(&room));
        let room = |module: &str| module.strip_prefix(&format!("{floor}::")).map(ToOwned::to_owned);
        let mut wrong = Vec::new();
        for (from, imported) in graph.iter().filter_map(|(from, imported)| Some((room(from)?, imported))) {
            let Some(above) = height(&from) else {
                wrong.push(format!("{floor}::{from} has no place in the plan of the house"));
                continue;
            };
            for to in imported.iter().filter_map(|to| room(to)) {
                if height(&to).is_none_or(|below| below >= above) {
                    wrong.push(format!("{floor}::{from} imports {floor}::{to}"));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}

#[test]
fn nothing_imports_in_a_ring() {
    let graph = graph();
    assert_eq!(rings(&graph), Vec::<Vec<String>>::new(), "files");
    assert_eq!(rings(&at_depth(&graph, 2)), Vec::<Vec<String>>::new(), "rooms");
}

/// What only some systems have must not keep the others from building the program or its tests.
#[test]
fn unix_alone_is_marked_as_such() {
    let mut unmarked = Vec::new();
    let mut texts = Vec::new();
    for folder in ["src", "tests", "benches"] {
        rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
    }
    let needle = concat!("std::os::", "unix");
    for (path, text) in &texts {
        let lines: Vec<&str> = text.lines().collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| line.contains(needle)) {
            // The attribute stands just above, or above the item around it.
            let item = lines[..at].iter().rposition(|line| line.starts_with('}')).unwrap_or(0);
            if !lines[item..at].iter().any(|line| line.contains("cfg(unix)")) {
                unmarked.push(format!("{}: {}", path.display(), at + 1));
            }
        }
    }
    assert!(texts.len() > 200, "the files are found");
    assert_eq!(unmarked, Vec::<String>::new());
}

/// Collects the Rust files under a folder, with their texts.
fn rust_files(folder: &Path, found: &mut Vec<(std::path::PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push((path.clone(), fs::read_to_string(&path).expect("a text")));
        }
    }
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

/// The functions of a source file: the line of each, its signature up to its brace, and its number of lines.
fn functions(source: &Source) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = source.production.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let words = code.trim_start_matches("pub ").trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        if !words.trim_start_matches("const ").starts_with("fn ") {
            continue;
        }
        let indent = line.len() - code.len();
        let end = format!("{}}}", " ".repeat(indent));
        let last = lines[at..].iter().position(|line| *line == end).map_or(at, |after| at + after);
        let head = lines[at..=last].iter().take_while(|line| !line.starts_with(&end)).copied();
        let head = head.scan(false, |done, line| (!std::mem::replace(done, line.ends_with('{'))).then_some(line));
        found.push((at + 1, head.collect::<Vec<_>>().join(" "), last + 1 - at));
    }
    found
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    let mut seen = 0;
    for source in sources() {
        for (line, head, length) in functions(&source) {
            seen += 1;
            if length > 60 {
                long.push(format!("{}:{line}: {length} lines: {}", source.path.display(), head.trim()));
            }
        }
    }
    assert!(seen > 1500, "the functions are found: {seen}");
    assert_eq!(long, Vec::<String>::new());
}

/// A parameter that destructures a tuple does not say what its parts are: a small type does.
#[test]
fn parameters_have_names() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (line, head, _) in functions(&source) {
            let parameters = head.split_once('(').map_or("", |(_, parameters)| parameters);
            let begins = |before: &str| matches!(before.trim_end().chars().next_back(), None | Some('(' | ','));
            let taken_apart = parameters.match_indices('(').any(|(at, _)| {
                begins(&parameters[..at])
                    && parameters[at..].split_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
            });
            if taken_apart {
                wrong.push(format!("{}:{line}: {}", source.path.display(), head.trim()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// One name, one thing: no two types share a name.
#[test]
fn no_two_types_have_one_name() {
    // The places where each type name is defined.
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for (number, line) in source.code() {
            let code = line.trim_start().trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
            let code = code.trim_start_matches("pub ");
            for kind in ["struct ", "enum ", "type ", "trait "] {
                let Some(rest) = code.strip_prefix(kind) else { continue };
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                // The associated types of an implementation are named by its trait.
                let is_associated = kind == "type " && line.starts_with(' ');
                if !name.is_empty() && !is_associated {
                    names.entry(name).or_default().push(format!("{}:{number}", source.path.display()));
                }
            }
        }
    }
    assert!(names.len() > 250, "the types are found: {}", names.len());
    let twice: Vec<_> = names.into_iter().filter(|(_, places)| places.len() > 1).collect();
    assert_eq!(twice, Vec::new());
}

#[test]
fn the_program_has_few_parts() {
    let app = sources().into_iter().find(|source| source.module == "tui::app").expect("the app");
    let body = app.production.split("pub struct App {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("App");
    let fields = body.lines().filter(|line| line.starts_with("    ") && line.ends_with(',') && line.contains(": "));
    let fields: Vec<&str> = fields.filter(|line| !line.trim_start().starts_with("//")).collect();
    assert!((4..=12).contains(&fields.len()), "{} fields: {fields:#?}", fields.len());
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
    // A literal colour: « "# » and a hexadecimal digit.
    let written = |text: &str| text.split("\"#").skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()));
    let named = |text: &str| ["Color::", "style::Color", "Modifier::"].iter().any(|word| text.contains(word));
    let wrong: Vec<String> = sources()
        .iter()
        // The backend says to the terminal whatever a theme chose.
        .filter(|s| !s.module.starts_with("tui::theme") && s.module != "shell::frame")
        .filter(|s| named(&s.production) || written(&s.production))
        .map(|s| s.path.display().to_string())
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A string literal with an accented letter and a blank is a sentence. The words of enumerations and the keys of files
/// are data: a word of a `choice!`, a key of a record.
#[test]
fn french_sentences_live_in_the_words() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| !s.module.starts_with("words")) {
        for (number, line) in source.code() {
            let code = line.trim_start();
            let is_data =
                code.contains("serde(") || code.contains(" = \"") && code.ends_with(',') || code.contains("#[doc");
            if is_data {
                continue;
            }
            for text in code.split('"').skip(1).step_by(2) {
                let accented = text.chars().any(|c| "àâäéèêëîïôöùûüçœÀÉÈÊÇ’«»".contains(c));
                if accented && text.trim().contains(' ') {
                    wrong.push(format!("{}:{number}: {text}", source.path.display()));
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

/// The name that a reader of Markdown on the web gives to a title.
fn anchor(title: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
    title.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}

#[test]
fn every_link_of_a_page_leads_somewhere_and_every_picture_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = ["README.md", "docs/guide.md", "docs/ARCHITECTURE.md", "docs/CONTRIBUTING.md", "docs/GLOSSARY.md"];
    let mut shown = BTreeSet::new();
    let mut lost = Vec::new();
    for page in pages {
        let text = fs::read_to_string(root.join(page)).expect("a page");
        let titles: Vec<String> = text.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.contains("://")) {
            let (file, title) = link.split_once('#').unwrap_or((link, ""));
            let path = root.join(page).parent().expect("a folder").join(file);
            shown.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
            let is_titled = !file.is_empty() || titles.iter().any(|known| known == title);
            if !path.exists() || !is_titled {
                lost.push(format!("{page}: {link}"));
            }
        }
    }
    let pictures = fs::read_dir(root.join("docs/images")).expect("pictures").flatten();
    let names = pictures.map(|picture| picture.file_name().to_string_lossy().into_owned());
    lost.extend(names.filter(|name| !shown.contains(name)).map(|name| format!("{name} is shown nowhere")));
    assert_eq!(lost, Vec::<String>::new());
}
