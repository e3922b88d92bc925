//! Reads the part of YAML in which this program writes, several times faster than all of YAML can be read.
//!
//! Records and lists as blocks, short ones on one line, texts on one line or in literal blocks. Whatever is not surely of
//! that style is not read here: the caller goes on to the whole reader, which also words every fault. A property test and
//! every file of the tests hold that the two agree.

use std::{borrow::Cow, str::Lines};

use super::read_value::ReadValue;

/// The number of values above which the whole reader, with its budget, decides.
const MOST: usize = 200_000;

/// The deepest nesting that is read.
const DEEPEST: usize = 32;

/// The most bytes that a key may have.
const LONGEST: usize = 200;

/// The most keys that a record may have.
const WIDEST: usize = 100;

/// The value of a text, a record or a list. `None` if the text is not surely of that style.
pub fn value(text: &str) -> Option<ReadValue<'_>> {
    if !has_simple_characters(text.as_bytes()) {
        return None;
    }
    let mut reader = OwnStyleReader { lines: text.lines(), line: None, read: 0 };
    reader.go_on();
    let start = reader.line.filter(|line| line.indent == 0)?;
    let value = reader.block(start, 0)?;
    reader.line.is_none().then_some(value)
}

/// Whether a text has no character that only a whole reader knows how to take: controls, tabs, marks of byte order, and the
/// line ends of other systems.
fn has_simple_characters(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) == Some(&b'\n'),
        0..0x20 | 0x7f => false,
        // U+0080 to U+009F.
        0xc2 => bytes.get(at + 1).is_some_and(|next| *next >= 0xa0),
        // U+2028 and U+2029.
        0xe2 => !matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])),
        // U+FEFF, and what is no character.
        0xef => !matches!(bytes.get(at + 1..at + 3), Some([0xbb, 0xbf] | [0xbf, 0xbe | 0xbf])),
        _ => true,
    })
}

/// A line that holds something, without its indentation and the blanks at its end.
#[derive(Clone, Copy)]
struct FullLine<'a> {
    indent: usize,
    text: &'a str,
}

struct OwnStyleReader<'a> {
    /// The lines after the present one.
    lines: Lines<'a>,
    line: Option<FullLine<'a>>,
    /// The number of values read.
    read: usize,
}

impl<'a> OwnStyleReader<'a> {
    /// Goes to the next line that is neither blank nor a comment.
    fn go_on(&mut self) {
        let line = self.lines.by_ref().map(|line| (line, line.trim_start_matches(' ')));
        let mut lines = line.filter(|(_, text)| !text.is_empty() && !text.starts_with('#'));
        self.line = lines.next().map(|(line, text)| FullLine { indent: line.len() - text.len(), text: trimmed(text) });
    }

    fn count(&mut self, depth: usize) -> Option<()> {
        self.read += 1;
        (self.read <= MOST && depth <= DEEPEST).then_some(())
    }

    /// The line that begins a value below a key at that indentation.
    fn below(&self, indent: usize) -> Option<FullLine<'a>> {
        self.line.filter(|line| line.indent > indent || line.indent == indent && line.text.starts_with("- "))
    }

    fn block(&mut self, start: FullLine<'a>, depth: usize) -> Option<ReadValue<'a>> {
        match start.text.starts_with("- ") {
            true => self.list(start.indent, depth),
            false => self.record(start.indent, depth),
        }
    }

    /// A record whose keys have that indentation; the present line holds the first.
    fn record(&mut self, indent: usize, depth: usize) -> Option<ReadValue<'a>> {
        self.count(depth)?;
        let mut record = Vec::new();
        while let Some(line) = self.line.filter(|line| line.indent == indent) {
            let (key, rest) = key(line.text)?;
            let value = match after_comment(rest) {
                "" => {
                    self.go_on();
                    match self.below(indent) {
                        Some(start) => self.block(start, depth + 1)?,
                        None => ReadValue::Nothing,
                    }
                }
                rest => self.inline(rest, indent, depth + 1)?,
            };
            add(&mut record, key, value)?;
        }
        (!record.is_empty()).then_some(ReadValue::Record(record))
    }

    /// A list whose dashes have that indentation; the present line holds the first.
    fn list(&mut self, indent: usize, depth: usize) -> Option<ReadValue<'a>> {
        self.count(depth)?;
        let mut list = Vec::new();
        while let Some(line) = self.line.filter(|line| line.indent == indent && line.text.starts_with("- ")) {
            let text = line.text[1..].trim_start_matches(' ');
            let item = match key(text) {
                Some(_) => {
                    let indent = indent + line.text.len() - text.len();
                    self.line = Some(FullLine { indent, text });
                    self.record(indent, depth + 1)?
                }
                None => self.inline(text, indent, depth + 1)?,
            };
            list.push(item);
        }
        Some(ReadValue::List(list))
    }

    /// A value that begins on the line of its key or of its dash, which has that indentation.
    fn inline(&mut self, text: &'a str, indent: usize, depth: usize) -> Option<ReadValue<'a>> {
        self.count(depth)?;
        if let "|" | "|-" = text {
            return self.literal(indent, text == "|");
        }
        let value = match text.as_bytes().first()? {
            b'"' | b'\'' | b'[' | b'{' => {
                let mut flow = FlowReader { rest: text, reader: self };
                let value = flow.value(depth)?;
                let rest = flow.rest;
                (rest.is_empty() || rest.starts_with(' ') && after_comment(rest).is_empty()).then_some(value)?
            }
            _ => {
                let text = text.split_once(" #").map_or(text, |(text, _)| trimmed(text));
                (!text.contains(": ") && !text.ends_with(':')).then(|| plain(text))??
            }
        };
        self.go_on();
        // A text that goes on below is left to the whole reader.
        self.line.is_none_or(|line| line.indent <= indent).then_some(value)
    }

    /// A text kept line by line, below a key or a dash of that indentation.
    fn literal(&mut self, above: usize, has_end: bool) -> Option<ReadValue<'a>> {
        let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let first = self.lines.clone().next()?;
        let indent = indent_of(first);
        // Blank lines before the text, and a text that is none, are rare.
        if trimmed(first).is_empty() || indent <= above {
            return None;
        }
        let (mut text, mut blank) = (String::new(), 0);
        while let Some(line) = self.lines.clone().next() {
            let is_blank = trimmed(line).is_empty();
            match line.get(indent..) {
                Some(rest) if indent_of(line) >= indent && !(is_blank && rest.is_empty()) => {
                    // Blanks beyond the indentation belong to the text.
                    text.extend(std::iter::repeat_n('\n', blank));
                    blank = 1;
                    text.push_str(rest);
                }
                _ if is_blank => blank += 1,
                _ => break,
            }
            self.lines.next();
        }
        if has_end {
            text.push('\n');
        }
        self.go_on();
        self.line.is_none_or(|line| line.indent <= above).then_some(ReadValue::Text(text.into()))
    }
}

/// Adds a field to a record that does not have its key.
fn add<'a>(record: &mut Vec<(&'a str, ReadValue<'a>)>, key: &'a str, value: ReadValue<'a>) -> Option<()> {
    let is_new = record.len() < WIDEST && record.iter().all(|(known, _)| *known != key);
    is_new.then(|| record.push((key, value)))
}

/// What is written on one line between quotes, brackets or braces.
struct FlowReader<'a, 'r> {
    rest: &'a str,
    reader: &'r mut OwnStyleReader<'a>,
}

impl<'a> FlowReader<'a, '_> {
    fn value(&mut self, depth: usize) -> Option<ReadValue<'a>> {
        self.reader.count(depth)?;
        match self.rest.as_bytes().first()? {
            b'"' => self.quoted().map(ReadValue::Text),
            b'\'' => self.apostrophes().map(ReadValue::Text),
            b'[' => self.list(depth + 1),
            b'{' => self.record(depth + 1),
            _ => plain(self.word()?),
        }
    }

    /// Takes a sign, and the blanks around it.
    fn takes(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start_matches(' ').strip_prefix(sign);
        self.rest = rest.map_or(self.rest, |rest| rest.trim_start_matches(' '));
        rest.is_some()
    }

    fn list(&mut self, depth: usize) -> Option<ReadValue<'a>> {
        self.takes('[');
        let mut list = Vec::new();
        if !self.closes(']') {
            loop {
                list.push(self.value(depth)?);
                match self.takes(',') {
                    true => {}
                    false if self.closes(']') => break,
                    false => return None,
                }
            }
        }
        Some(ReadValue::List(list))
    }

    fn record(&mut self, depth: usize) -> Option<ReadValue<'a>> {
        self.takes('{');
        let mut record = Vec::new();
        if !self.closes('}') {
            loop {
                let (key, rest) = key(self.rest)?;
                // The blank after the colon is what makes it one.
                self.rest = rest.strip_prefix(' ')?.trim_start_matches(' ');
                let value = self.value(depth)?;
                add(&mut record, key, value)?;
                match self.takes(',') {
                    true => {}
                    false if self.closes('}') => break,
                    false => return None,
                }
            }
        }
        Some(ReadValue::Record(record))
    }

    /// Takes a closing sign; what follows it stays.
    fn closes(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start_matches(' ').strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A text without quotes, up to a comma or a closing sign.
    fn word(&mut self) -> Option<&'a str> {
        let end = self.rest.find([',', '[', ']', '{', '}'])?;
        let (word, rest) = self.rest.split_at(end);
        let word = trimmed(word);
        self.rest = rest;
        // A colon between a letter and a sign, or a number sign, may be more than a part of the text.
        let is_simple = !word.contains(": ") && !word.ends_with(':') && !word.contains(" #");
        is_simple.then_some(word)
    }

    /// A text between quotes, with the escapes that are written here.
    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let mut text = Cow::default();
        let mut rest = self.rest.strip_prefix('"')?;
        loop {
            let end = rest.find(['"', '\\'])?;
            text += &rest[..end];
            let escaped = match &rest.as_bytes()[end..] {
                [b'"', ..] => {
                    self.rest = &rest[end + 1..];
                    return Some(text);
                }
                [_, b'"', ..] => '"',
                [_, b'\\', ..] => '\\',
                [_, b'n', ..] => '\n',
                _ => return None,
            };
            text.to_mut().push(escaped);
            rest = &rest[end + 2..];
        }
    }

    /// A text between apostrophes, where two stand for one.
    fn apostrophes(&mut self) -> Option<Cow<'a, str>> {
        let mut text = Cow::default();
        let mut rest = self.rest.strip_prefix('\'')?;
        loop {
            let (before, after) = rest.split_once('\'')?;
            text += before;
            let Some(after) = after.strip_prefix('\'') else {
                self.rest = after;
                return Some(text);
            };
            text.to_mut().push('\'');
            rest = after;
        }
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(' ')
}

/// What follows a key, a quote or a bracket, without blanks before it; nothing if it is a comment.
fn after_comment(text: &str) -> &str {
    let text = text.trim_start_matches(' ');
    if text.starts_with('#') { "" } else { text }
}

/// The key that a line starts with, and what follows its colon. Keys in capitals, which may be another spelling of ours, are
/// not known here.
fn key(text: &str) -> Option<(&str, &str)> {
    let is_of_key = |c: char| c.is_alphanumeric() && !c.is_uppercase() || matches!(c, '_' | '-' | '.');
    let end = text.find(|c| !is_of_key(c))?;
    let (key, rest) = text.split_at(end);
    let rest = rest.strip_prefix(':').filter(|rest| rest.is_empty() || rest.starts_with(' '))?;
    (key.starts_with(char::is_alphabetic) && key.len() <= LONGEST && key != "null").then_some((key, rest))
}

/// Whether a word, whatever its capitals, may be more than a text.
fn is_reserved(word: &str) -> bool {
    const RESERVED: [&str; 13] =
        ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity", "nil"];
    word.len() <= 8 && RESERVED.iter().any(|reserved| word.eq_ignore_ascii_case(reserved))
}

/// The value of a text without quotes.
fn plain(text: &str) -> Option<ReadValue<'_>> {
    match text.chars().next()? {
        '0'..='9' => number(text),
        _ if text == "true" || text == "false" => Some(ReadValue::Said(text == "true")),
        first if first.is_alphabetic() || !first.is_ascii() && !first.is_whitespace() || first == '(' => {
            (!is_reserved(text)).then_some(ReadValue::Text(text.into()))
        }
        _ => None,
    }
}

/// The value of a text that starts with a digit: a number, a day, or words.
fn number(text: &str) -> Option<ReadValue<'_>> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = |text: &str| digits(text) && text.len() <= 15 && (text == "0" || !text.starts_with('0'));
    if is_whole(text) {
        return text.parse().ok().map(ReadValue::Whole);
    }
    if let Some((whole, part)) = text.split_once('.')
        && is_whole(whole)
        && digits(part)
        && text.len() <= 15
    {
        return text.parse().ok().map(ReadValue::Real);
    }
    let is_day = text.len() > 4 && text.as_bytes()[4] == b'-' && digits(text.get(..4)?);
    // Other bases start with a zero; readers of YAML 1.1 take hours for numbers.
    let is_in_numbers = |c: char| c.is_ascii_digit() || "eE._+-:".contains(c) || text.starts_with('0');
    // `1e`, a modality, is no power without its exponent.
    (is_day || text.ends_with('e') || !text.chars().all(is_in_numbers)).then_some(ReadValue::Text(text.into()))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use proptest::prelude::*;
    use schemars::JsonSchema;
    use serde::de::DeserializeOwned;
    use serde_json::Value;

    use super::*;
    use crate::{
        domain::{
            model::document::{Document, FileId, KindVisitor},
            value::typed::read,
        },
        store::yaml::{emit, parse},
    };

    fn own(text: &str) -> Option<Value> {
        value(text).map(|value| read(value).expect("a value"))
    }

    fn whole(text: &str) -> Option<Value> {
        serde_yaml::from_str_with_options(text, parse::options()).ok()
    }

    /// The files below a folder of the repository.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn what_is_shipped_is_read_in_this_style_and_says_the_same_in_all_of_yaml() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let is_yaml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
        let mut slow = Vec::new();
        for path in files(&root.join("plans")).into_iter().filter(is_yaml) {
            let text = std::fs::read_to_string(&path).expect("a text");
            match own(&text) {
                Some(read) => assert_eq!(Some(read), whole(&text), "{}", path.display()),
                None => slow.push(path.strip_prefix(root).expect("inside").display().to_string()),
            }
        }
        assert_eq!(slow, Vec::<String>::new());
    }

    #[test]
    fn what_broke_readers_before_is_not_read_or_is_read_the_same() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = [root.join("fuzz/corpus"), root.join("tests/fixtures")];
        let texts =
            folders.iter().flat_map(|folder| files(folder)).filter_map(|path| std::fs::read_to_string(path).ok());
        let mut read = 0;
        for text in texts {
            if let Some(value) = own(&text) {
                assert_eq!(Some(value), whole(&text), "{text}");
                read += 1;
            }
        }
        assert!(read > 10, "{read}");
    }

    #[test]
    fn a_document_of_any_kind_is_the_same_by_both_readers() {
        struct Both<'a>(&'a str);
        impl KindVisitor for Both<'_> {
            type Output = bool;
            fn visit<T: Into<Document> + DeserializeOwned + JsonSchema>(self) -> bool {
                let own: Option<Document> = parse::in_own_style::<T>(self.0).map(Into::into);
                let is_read = own.is_some();
                let whole = || parse::whole::<T>("", self.0).ok().map(Into::into);
                assert!(!is_read || own == whole(), "{}", self.0);
                is_read
            }
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = ["fuzz/corpus", "tests/fixtures", "plans"].map(|folder| root.join(folder));
        let texts =
            folders.iter().flat_map(|folder| files(folder)).filter_map(|path| std::fs::read_to_string(path).ok());
        let kinds = ["plan", "suivi", "regulations/2026-11-12", "impacts/2026-11-12", "sondages/2026-11"];
        let kinds = kinds.map(|name| FileId::parse(name).expect("a kind"));
        // A list is no record, and three values are no pair.
        let misshapen = [
            "format: 1\npersonnes:\n  - [n01, Ana]\n",
            "format: 1\npersonnes:\n  - {id: n01, nom: Ana, prochaine_action: [a, b, c]}\n",
            "format: 1\npersonnes:\n  - {id: n01, nom: Ana, traces: [[2026-11-12, comité]]}\n",
        ];
        let texts = texts.chain(misshapen.map(ToOwned::to_owned));
        let read = texts.flat_map(|text| kinds.clone().map(|kind| usize::from(kind.visit(Both(&text)))));
        assert!(read.sum::<usize>() > 40);
    }

    #[test]
    fn texts_of_every_style_that_is_written() {
        for text in [
            "format: 1\n",
            "# Une note.\nformat: 1 # le seul\n\npersonnel:\n- id: n01\n  dû: {qui: a, quand: 2026-11-12}\n- id: n02\n",
            "a:\n  b:\n    - c\n    - \"d: \\\"e\\\"\"\n    - [1, 2.5, true, 'l''été']\nf: g\n",
            "note: |-\n  Une ligne.\n\n    Une autre, plus loin.\n  # Pas un commentaire.\nsuite: |\n  Fin.\n\n\nautre: [ ]\n",
            "vide:\nautre:   \nnote: « oui » (ou non)\r\nheure: 14 h 30\r\n",
        ] {
            let read = own(text);
            assert!(read.is_some(), "{text}");
            assert_eq!(read, whole(text), "{text}");
        }
    }

    #[test]
    fn what_takes_the_whole_reader_to_judge_is_left_to_it() {
        for text in [
            "",
            "mot\n",
            "null: a\n",
            "Clé: a\n",
            "a: b\na: c\n",
            "a: {b: c, b: d}\n",
            "a: ~\n",
            "a: Non: pas cela\n",
            "a: 007\n",
            "a: 14:30\n",
            "a: no\n",
            "a: \"\\u00e9\"\n",
            "a: une ligne\n  et une autre\n",
            "a: >-\n  plié\n",
            "a: &b c\nd: *b\n",
            "a:\tb\n",
            "a: [b,\n  c]\n",
            "a:\n  b: c\n d: e\n",
            "- a\n-\n- b\n",
            "---\na: b\n",
            "a: b\rc: d\n",
            "a: e\u{301}\ne\u{301}: b\n",
        ] {
            assert!(value(text).is_none(), "{text:?}");
        }
    }

    const PIECES: [&str; 83] = [
        "a: ",
        "b: ",
        "été: ",
        "id: n01",
        "format: 1",
        "- ",
        "- ",
        "-",
        ": ",
        ":",
        ", ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "|",
        "|-",
        ">",
        "\"",
        "'",
        "''",
        "\\\"",
        "\\n",
        "\\",
        " #",
        "#",
        "# x",
        " ",
        "  ",
        "mot",
        "Mot",
        "été",
        "«\u{a0}",
        "\u{a0}",
        "1",
        "01",
        "1.5",
        "1.",
        "1e3",
        "0x1f",
        "1_0",
        "2026-11-12",
        "14:30",
        "12345678901234567890",
        "true",
        "no",
        "~",
        "null",
        "Null",
        "&a",
        "n: ",
        "true: ",
        "null: ",
        "y: ",
        "2a",
        "0a",
        "1h",
        "1b",
        "3e",
        "1e",
        "e",
        "12e3",
        "0b1",
        "0o7",
        "2026",
        "-1",
        "+1",
        ".5",
        "é: ",
        "*a",
        "!t",
        "?",
        "? ",
        "%",
        "@",
        "---",
        "...",
        "e\u{301}",
        "\u{2028}",
        "\t",
        "\r",
        "<<: ",
    ];

    /// A value as a file may hold.
    fn any_value() -> impl Strategy<Value = Value> {
        let word = prop::collection::vec(0..PIECES.len(), 0..5)
            .prop_map(|at| Value::from(at.into_iter().map(|at| PIECES[at]).collect::<String>()));
        let leaf = prop_oneof![word, any::<bool>().prop_map(Value::from), (0u32..9999).prop_map(Value::from)];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-f]{1,2}", inner, 1..4).prop_map(Value::from_iter),
            ]
        })
    }

    proptest! {
        #![proptest_config(crate::properties::config("own_style", 512))]

        #[test]
        fn anything_is_not_read_or_is_read_the_same(
            lines in prop::collection::vec((0usize..5, prop::collection::vec(0..PIECES.len(), 0..6)), 0..10)
        ) {
            let line = |(indent, pieces): (usize, Vec<usize>)| {
                " ".repeat(indent) + &pieces.into_iter().map(|at| PIECES[at]).collect::<String>() + "\n"
            };
            let text: String = lines.into_iter().map(line).collect();
            if let Some(read) = own(&text) {
                prop_assert_eq!(Some(read), whole(&text), "{:?}", text);
            }
        }

        #[test]
        fn what_is_written_is_not_read_or_is_read_the_same(record in prop::collection::btree_map("[a-f]{1,2}", any_value(), 1..5)) {
            let text = emit::document(&Value::from_iter(record));
            if let Some(read) = own(&text) {
                prop_assert_eq!(Some(read), whole(&text), "{:?}", text);
            }
        }
    }
}
