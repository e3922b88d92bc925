//! The position of each value in a YAML text: a path gives a line and a column, a range of lines, or bytes.

use std::{
    borrow::Cow,
    ops::{Range, RangeInclusive},
};

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span};

use crate::domain::{
    edit::IDENTITIES,
    value::{
        fault::Place,
        text::fold,
        tree::{identity, nearest},
        when::{SchoolYear, When},
    },
};

/// A node of the text, with its start position. Lines and columns count from 1.
#[derive(Debug)]
pub struct Node<'a> {
    line: usize,
    column: usize,
    last_line: usize,
    pub(super) bytes: Range<usize>,
    /// Whether its items are inside brackets.
    context: Bracketing,
    pub(super) kind: NodeKind<'a>,
}

/// A scalar as written in the text.
#[derive(Debug)]
pub struct WrittenScalar {
    /// Its bytes, quotes included.
    pub bytes: Range<usize>,
    /// Its quoting style.
    pub style: ScalarStyle,
    /// Whether it is inside brackets.
    pub context: Bracketing,
}

/// How a value is delimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracketing {
    /// On lines of its own.
    Block,
    /// Inside braces or brackets.
    Flow,
}

#[derive(Debug)]
pub(super) enum NodeKind<'a> {
    Scalar(Cow<'a, str>, ScalarStyle),
    List(Vec<Node<'a>>),
    Record(Vec<KeyedNode<'a>>),
}

/// A field of a record.
#[derive(Debug)]
pub struct KeyedNode<'a> {
    pub(super) key: Cow<'a, str>,
    /// The line of its key, from 1.
    pub line: usize,
    /// The column of its key, from 1.
    pub column: usize,
    /// The byte offset of the end of its key.
    pub end: usize,
    pub value: Node<'a>,
}

/// The outline of a text; `None` if it is not YAML, or if its lines are not those that an editor shows: for YAML, a
/// lone carriage return ends a line.
pub fn outline(text: &str) -> Option<Node<'_>> {
    if text.matches('\r').count() > text.matches("\r\n").count() {
        return None;
    }
    let mut events = Parser::new_from_str(text).map_while(Result::ok).filter_map(|(event, span)| match event {
        Event::Scalar(..)
        | Event::SequenceStart(..)
        | Event::SequenceEnd
        | Event::MappingStart(..)
        | Event::MappingEnd
        | Event::Alias(_) => Some((event, span)),
        _ => None,
    });
    let reading = OutlineReader { text };
    reading.node(&mut events, 0)
}

/// A comment, with the position of its `#`: line and column from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub line: usize,
    pub column: usize,
    /// Its text.
    pub words: String,
}

/// The comments of a text; `None` when the text is not YAML.
pub fn comments(text: &str) -> Option<Vec<Comment>> {
    let mut comments = Vec::new();
    for event in Parser::new_from_str(text) {
        if let (Event::Comment(words, _), span) = event.ok()? {
            let (line, column) = (span.start.line(), span.start.col() + 1);
            comments.push(Comment { line, column, words: words.trim().to_owned() });
        }
    }
    Some(comments)
}

/// Deeper than any of our documents; the parser refuses deeper texts before an outline is requested.
const DEEPEST: usize = 64;

struct OutlineReader<'a> {
    text: &'a str,
}

impl<'a> OutlineReader<'a> {
    fn node(&self, events: &mut dyn Iterator<Item = (Event<'a>, Span)>, depth: usize) -> Option<Node<'a>> {
        let (event, span) = events.next()?;
        self.finish(event, span, events, depth)
    }

    fn finish(
        &self,
        event: Event<'a>,
        span: Span,
        events: &mut dyn Iterator<Item = (Event<'a>, Span)>,
        depth: usize,
    ) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        let start = span.start;
        let mut bytes = span.byte_range()?;
        let mut last_line = self.last_line(&span)?;
        let kind = match event {
            Event::Scalar(text, style, ..) => NodeKind::Scalar(text, style),
            Event::Alias(_) => NodeKind::Scalar(Cow::Borrowed(""), ScalarStyle::Literal),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match events.next()? {
                        (Event::SequenceEnd, span) => {
                            (bytes, last_line) = self.closed(bytes, last_line, &span)?;
                            break NodeKind::List(items);
                        }
                        (event, span) => items.push(self.finish(event, span, events, depth + 1)?),
                    }
                    last_line = items.last().map_or(last_line, |item| last_line.max(item.last_line));
                }
            }
            Event::MappingStart(..) => {
                let mut fields = Vec::new();
                loop {
                    match events.next()? {
                        (Event::MappingEnd, span) => {
                            (bytes, last_line) = self.closed(bytes, last_line, &span)?;
                            break NodeKind::Record(fields);
                        }
                        (Event::Scalar(key, ..), span) => {
                            let value = self.node(events, depth + 1)?;
                            last_line = last_line.max(span.start.line()).max(value.last_line);
                            let (line, column) = (span.start.line(), span.start.col() + 1);
                            let end = span.byte_range()?.end;
                            fields.push(KeyedNode { key, line, column, end, value });
                        }
                        _ => return None,
                    }
                }
            }
            _ => return None,
        };
        let opens = self.text.get(bytes.start..).is_some_and(|t| t.starts_with(['[', '{']));
        let is_container = matches!(kind, NodeKind::List(_) | NodeKind::Record(_));
        let context = if opens && is_container { Bracketing::Flow } else { Bracketing::Block };
        Some(Node { line: start.line(), column: start.col() + 1, last_line, bytes, context, kind })
    }

    /// The last line on which a token has content: the parser counts the blank lines after a block.
    fn last_line(&self, span: &Span) -> Option<usize> {
        let said = self.text.get(span.byte_range()?)?.trim_end();
        Some(span.start.line() + said.matches('\n').count())
    }

    /// Where a container ends: at its closing bracket, or with its last item.
    fn closed(&self, bytes: Range<usize>, last_line: usize, end: &Span) -> Option<(Range<usize>, usize)> {
        let end_bytes = end.byte_range()?;
        let bracket = self.text.get(end_bytes.clone()).is_some_and(|t| matches!(t, "]" | "}"));
        Some((bytes.start..end_bytes.end, if bracket { end.start.line() } else { last_line }))
    }
}

impl<'t> Node<'t> {
    /// The line and column of a path, or of the longest part of it that exists.
    pub fn place(&self, path: &[String]) -> (usize, usize) {
        let mut node = self;
        for step in path {
            match node.child(step) {
                Some(child) => node = child,
                None => break,
            }
        }
        (node.line, node.column)
    }

    /// The lines of a path, from its key or dash to the end of its value, counted from 1. `None` if the path does not
    /// exist.
    pub fn lines(&self, path: &[String]) -> Option<RangeInclusive<usize>> {
        let mut node = self;
        let mut first = 1;
        for step in path {
            first = node.field(step).map_or(node.line, |field| field.line);
            node = node.child(step)?;
            first = first.min(node.line);
        }
        Some(first..=node.last_line.max(first))
    }

    /// The value at a path.
    pub fn at(&self, path: &[String]) -> Option<&Node<'t>> {
        path.iter().try_fold(self, |node, step| node.child(step))
    }

    /// Whether an item added to this container goes on its existing lines: it is in brackets, or empty.
    pub fn takes_items_on_its_lines(&self, path: &[String]) -> bool {
        self.at(path).is_some_and(|node| match &node.kind {
            NodeKind::Scalar(..) => true,
            NodeKind::List(items) => items.is_empty() || node.context == Bracketing::Flow,
            NodeKind::Record(fields) => fields.is_empty() || node.context == Bracketing::Flow,
        })
    }

    /// The lines of a list item, from the end of the previous one: its dash may be on a line above it.
    pub fn item_lines(&self, at: usize) -> Option<RangeInclusive<usize>> {
        let items = self.items()?;
        let first = if at == 0 { self.line } else { items.get(at - 1)?.last_line + 1 };
        let item = items.get(at)?;
        Some(first.min(item.line)..=item.last_line.max(item.line))
    }

    /// Whether a path leads to the first field of a list item.
    pub fn starts_an_item(&self, path: &[String]) -> bool {
        let Some((key, item)) = path.split_last() else { return false };
        let in_list = item.split_last().and_then(|(_, list)| self.at(list)).is_some_and(|list| list.items().is_some());
        in_list && self.at(item).is_some_and(|record| record.field(key).is_some_and(|f| f.line == record.line))
    }

    /// The field with a key, ignoring accents and case.
    pub fn field(&self, key: &str) -> Option<&KeyedNode<'t>> {
        let NodeKind::Record(fields) = &self.kind else { return None };
        let folded = fold(key);
        fields.iter().find(|field| fold(&field.key) == folded)
    }

    /// The keys of a record, in the order of the text.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let fields = if let NodeKind::Record(fields) = &self.kind { fields.as_slice() } else { &[] };
        fields.iter().map(|field| field.key.as_ref())
    }

    /// The value of the last field in the text.
    pub fn last_field(&self) -> Option<&Node<'t>> {
        let NodeKind::Record(fields) = &self.kind else { return None };
        fields.last().map(|field| &field.value)
    }

    /// The number of fields of a record.
    pub fn fields(&self) -> usize {
        if let NodeKind::Record(fields) = &self.kind { fields.len() } else { 0 }
    }

    /// Whether a field has its key on that line.
    pub fn has_field_at(&self, line: usize) -> bool {
        matches!(&self.kind, NodeKind::Record(fields) if fields.iter().any(|field| field.line == line))
    }

    /// The text of a scalar that is not empty.
    pub fn word(&self) -> Option<&str> {
        if let NodeKind::Scalar(word, _) = &self.kind {
            Some(word.as_ref()).filter(|word| !word.is_empty())
        } else {
            None
        }
    }

    /// Whether it is an item without anything, or with the sign that YAML has for nothing.
    pub fn is_nothing(&self) -> bool {
        let is_sign = |word: &str| matches!(word, "~" | "null" | "Null" | "NULL");
        matches!(&self.kind, NodeKind::Scalar(word, ScalarStyle::Plain) if word.is_empty() || is_sign(word))
            || matches!(self.kind, NodeKind::Scalar(..)) && self.bytes.is_empty()
    }

    /// The byte where it starts.
    pub fn start(&self) -> usize {
        self.bytes.start
    }

    /// The bytes of the keys of its records, of the ids of records, and of days and months: what a format, references and
    /// dates are made of.
    pub fn keys_and_ids(&self, text: &str) -> Vec<Range<usize>> {
        // Any school year tells whether a text is a time.
        let is_time = |said: &str| When(said.to_owned()).span(SchoolYear(2026)).is_some();
        match &self.kind {
            NodeKind::Scalar(said, _) if is_time(said) => vec![self.bytes.clone()],
            NodeKind::Scalar(..) => Vec::new(),
            NodeKind::List(items) => items.iter().flat_map(|item| item.keys_and_ids(text)).collect(),
            NodeKind::Record(fields) => fields
                .iter()
                .flat_map(|field| {
                    let start = text[..field.end].rfind(['\n', '{', ',']).map_or(0, |at| at + 1);
                    let is_id =
                        IDENTITIES.contains(&field.key.as_ref()) && matches!(field.value.kind, NodeKind::Scalar(..));
                    let id = is_id.then(|| field.value.bytes.clone());
                    let below = if is_id { Vec::new() } else { field.value.keys_and_ids(text) };
                    std::iter::once(start..field.end).chain(id).chain(below)
                })
                .collect(),
        }
    }

    /// The items of a list.
    pub fn items(&self) -> Option<&[Node<'t>]> {
        if let NodeKind::List(items) = &self.kind { Some(items) } else { None }
    }

    /// The position of the item that a removal takes: the record with its identity nearest to where it was.
    pub fn removed(&self, at: usize, item: &serde_json::Value) -> usize {
        let records = || self.items().unwrap_or_default().iter();
        let by_id = |id| nearest(records().map(|record| record.identity() == Some(id)), at);
        identity(item).and_then(by_id).unwrap_or(at)
    }

    /// The line where it starts, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column where it starts, from 1.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The last line on which it has content.
    pub fn last_line(&self) -> usize {
        self.last_line
    }

    /// Whether its items are on lines of their own or inside brackets.
    pub fn context(&self) -> Bracketing {
        self.context
    }

    /// The scalar at a path, as written in the text.
    pub fn written(&self, path: &[String]) -> Option<WrittenScalar> {
        let mut node = self;
        let mut context = Bracketing::Block;
        for step in path {
            if node.context == Bracketing::Flow {
                context = Bracketing::Flow;
            }
            node = node.child(step)?;
        }
        match &node.kind {
            NodeKind::Scalar(_, style) => Some(WrittenScalar { bytes: node.bytes.clone(), style: *style, context }),
            NodeKind::List(_) | NodeKind::Record(_) => None,
        }
    }

    fn child(&self, step: &str) -> Option<&Node<'t>> {
        match &self.kind {
            NodeKind::Scalar(..) => None,
            NodeKind::Record(_) => self.field(step).map(|field| &field.value),
            NodeKind::List(items) => items
                .iter()
                .find(|item| item.identity() == Some(step))
                .or_else(|| step.parse::<usize>().ok().and_then(|at| items.get(at))),
        }
    }

    fn identity(&self) -> Option<&str> {
        let NodeKind::Record(fields) = &self.kind else { return None };
        IDENTITIES.iter().find_map(|id| {
            fields.iter().find(|field| field.key == *id).and_then(|field| match &field.value.kind {
                NodeKind::Scalar(text, _) => Some(text.as_ref()),
                NodeKind::List(_) | NodeKind::Record(_) => None,
            })
        })
    }
}

/// A position in a file, with the text of its line.
pub fn place(file: &str, text: &str, at: (usize, usize)) -> Place {
    let (line, column) = at;
    let excerpt = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim_start_matches('\u{feff}');
    Place { file: file.to_owned(), line, column, excerpt: excerpt.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_line() {
        let text = "format: 1\npersonnes:\n  - id: n01\n    etat: va bien\n  - {id: n02, nom: Zoé}\n";
        let outline = outline(text).expect("YAML");
        let place = |path: &str| outline.place(&path.split('.').map(Into::into).collect::<Vec<_>>());
        assert_eq!(place("personnes.n01.état"), (4, 11));
        assert_eq!(place("personnes.n02.nom"), (5, 20));
        assert_eq!(place("personnes.1.nom"), (5, 20));
        assert_eq!(place("personnes.n02.absent"), (5, 5));
    }

    #[test]
    fn a_path_has_its_lines_and_its_bytes() {
        let text = "a: 1\nnotes: |\n  un\n\n  deux\n\n# fin\npersonnes:\n- id: n01\n  mots: [un,\n    deux]\n  nom: \"Zoé\" # z\n\nb: 2\n";
        let outline = outline(text).expect("YAML");
        let path = |path: &str| path.split('.').map(Into::into).collect::<Vec<String>>();
        for (said, lines) in [
            ("notes", 2..=5),
            ("personnes", 8..=12),
            ("personnes.n01", 9..=12),
            ("personnes.n01.mots", 10..=11),
            ("b", 14..=14),
        ] {
            assert_eq!(outline.lines(&path(said)), Some(lines), "{said}");
        }
        assert_eq!(outline.lines(&path("personnes.n09")), None);
        let written = outline.written(&path("personnes.n01.nom")).expect("a scalar");
        assert_eq!((&text[written.bytes], written.context), ("\"Zoé\"", Bracketing::Block));
        let written = outline.written(&path("personnes.n01.mots.1")).expect("a scalar");
        assert_eq!((&text[written.bytes], written.context), ("deux", Bracketing::Flow));
        let comments = comments(text).expect("YAML");
        let places: Vec<_> = comments.iter().map(|c| (c.line, c.column, c.words.as_str())).collect();
        assert_eq!(places, [(7, 1, "fin"), (12, 14, "z")]);
    }
}
