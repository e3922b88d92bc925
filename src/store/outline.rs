//! Where each value of a YAML text stands: a path gives a line and a column.

use serde_yaml::granit_parser::{Event, Marker, Parser};

use crate::domain::{edit::IDENTITIES, fault::Place, text::fold};

/// A node of the text, with the place where it starts. Lines and columns count from 1.
#[derive(Debug)]
pub struct Node {
    line: usize,
    column: usize,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Scalar(String),
    List(Vec<Node>),
    Record(Vec<(String, (usize, usize), Node)>),
}

/// The outline of a text; `None` when it is not YAML.
pub fn outline(text: &str) -> Option<Node> {
    let mut events = Parser::new_from_str(text).map_while(Result::ok).filter_map(|(event, span)| match event {
        Event::Scalar(..)
        | Event::SequenceStart(..)
        | Event::SequenceEnd
        | Event::MappingStart(..)
        | Event::MappingEnd
        | Event::Alias(_) => Some((event, span.start)),
        _ => None,
    });
    node(&mut events, 0)
}

/// Deeper than any document of ours; deeper texts are refused by the reader before an outline is asked for.
const DEEPEST: usize = 64;

fn node<'a>(events: &mut dyn Iterator<Item = (Event<'a>, Marker)>, depth: usize) -> Option<Node> {
    let (event, start) = events.next()?;
    finish(event, start, events, depth)
}

fn finish<'a>(
    event: Event<'a>,
    start: Marker,
    events: &mut dyn Iterator<Item = (Event<'a>, Marker)>,
    depth: usize,
) -> Option<Node> {
    if depth > DEEPEST {
        return None;
    }
    let kind = match event {
        Event::Scalar(text, ..) => Kind::Scalar(text.into_owned()),
        Event::Alias(_) => Kind::Scalar(String::new()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next()? {
                    (Event::SequenceEnd, _) => break Kind::List(items),
                    (event, start) => items.push(finish(event, start, events, depth + 1)?),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut fields = Vec::new();
            loop {
                match events.next()? {
                    (Event::MappingEnd, _) => break Kind::Record(fields),
                    (Event::Scalar(key, ..), at) => {
                        let value = node(events, depth + 1)?;
                        fields.push((key.into_owned(), (at.line(), at.col() + 1), value));
                    }
                    _ => return None,
                }
            }
        }
        _ => return None,
    };
    Some(Node { line: start.line(), column: start.col() + 1, kind })
}

impl Node {
    /// The line and column of a path, or of as much of it as the text has.
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

    fn child(&self, step: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Scalar(_) => None,
            Kind::Record(fields) => {
                let folded = fold(step);
                fields.iter().find(|(key, ..)| fold(key) == folded).map(|(_, _, value)| value)
            }
            Kind::List(items) => items
                .iter()
                .find(|item| item.identity() == Some(step))
                .or_else(|| step.parse::<usize>().ok().and_then(|at| items.get(at))),
        }
    }

    fn identity(&self) -> Option<&str> {
        let Kind::Record(fields) = &self.kind else { return None };
        IDENTITIES.iter().find_map(|id| {
            fields.iter().find(|(key, ..)| key == id).and_then(|(_, _, value)| match &value.kind {
                Kind::Scalar(text) => Some(text.as_str()),
                Kind::List(_) | Kind::Record(_) => None,
            })
        })
    }

    /// Every key that a schema does not know: the key, its line and column, and the keys known there.
    pub fn unknown_keys<'a>(&'a self, schema: &'a serde_json::Value) -> Vec<(&'a str, (usize, usize), Vec<&'a str>)> {
        let mut unknown = Vec::new();
        self.gather_unknown(schema, schema, &mut unknown);
        unknown
    }

    fn gather_unknown<'a>(
        &'a self,
        schema: &'a serde_json::Value,
        root: &'a serde_json::Value,
        unknown: &mut Vec<(&'a str, (usize, usize), Vec<&'a str>)>,
    ) {
        let Some(schema) = concrete(schema, root) else { return };
        match &self.kind {
            Kind::Scalar(_) => {}
            Kind::List(items) => {
                if let Some(item) = schema.get("items") {
                    items.iter().for_each(|node| node.gather_unknown(item, root, unknown));
                }
            }
            Kind::Record(fields) => {
                let Some(known) = schema.get("properties").and_then(serde_json::Value::as_object) else { return };
                for (key, at, value) in fields {
                    let folded = fold(key);
                    match known.iter().find(|(name, _)| fold(name) == folded) {
                        Some((_, schema)) => value.gather_unknown(schema, root, unknown),
                        None => unknown.push((key, *at, known.keys().map(String::as_str).collect())),
                    }
                }
            }
        }
    }
}

/// A schema with its reference followed, and the empty choice of an optional value left aside.
fn concrete<'a>(schema: &'a serde_json::Value, root: &'a serde_json::Value) -> Option<&'a serde_json::Value> {
    if let Some(reference) = schema.get("$ref").and_then(serde_json::Value::as_str) {
        return root.pointer(reference.strip_prefix('#')?);
    }
    match schema.get("anyOf").and_then(serde_json::Value::as_array) {
        Some(choices) => choices
            .iter()
            .filter(|c| c.get("type").and_then(|t| t.as_str()) != Some("null"))
            .find_map(|c| concrete(c, root)),
        None => Some(schema),
    }
}

/// A place in a file, with the text of its line.
pub fn place(file: &str, text: &str, (line, column): (usize, usize)) -> Place {
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
}
