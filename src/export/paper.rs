//! A document independent of its output format: a title, a footer, and blocks.

use crate::domain::{privacy::redact::NameRedactor, value::text::writable};

/// A document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub title: String,
    /// A few lines under the title.
    pub about: Vec<String>,
    /// The footer of each page.
    pub foot: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(String),
    /// The heading that follows begins a page.
    NewPage,
    /// A second-level heading.
    Subheading(String),
    /// A paragraph.
    Text(String),
    List(Vec<String>),
    /// A table: the names of its columns, and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A drawing, and its description for those who cannot see it.
    Picture(Drawing, String),
}

impl Block {
    /// A table without its empty columns.
    pub fn filled_table(head: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let filled: Vec<bool> =
            (0..head.len()).map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))).collect();
        let kept =
            |cells: Vec<String>| cells.into_iter().zip(&filled).filter(|(_, kept)| **kept).map(|(c, _)| c).collect();
        Block::Table(kept(head), rows.into_iter().map(kept).collect())
    }
}

/// A vector drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Its SVG source.
    pub svg: String,
    /// Its width and height, in SVG units.
    pub size: (f64, f64),
}

/// Escapes a text for HTML, SVG or Word XML.
pub fn escaped(text: &str) -> String {
    writable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The shares of the page that the columns of a table have: by their longest line, so that no column is mostly white and
/// none is a ribbon of words.
pub fn shares(head: &[String], rows: &[Vec<String>]) -> Vec<f64> {
    const NARROWEST: usize = 12;
    const WIDEST: usize = 60;
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let lines = cells.flat_map(|cell| cell.lines()).map(|line| line.chars().count());
        // The name of a column is bold, and a word that is not broken.
        (lines.chain([head[at].chars().count() * 3 / 2 + 1]).max().unwrap_or(0).clamp(NARROWEST, WIDEST) + 2) as f64
    };
    let longest: Vec<f64> = (0..head.len()).map(longest).collect();
    let all: f64 = longest.iter().sum();
    longest.into_iter().map(|of_column| of_column / all).collect()
}

impl Report {
    /// The same document without anybody's name, wherever it was written.
    pub fn without_names(self, discreet: &NameRedactor) -> Report {
        let text = |said: String| discreet.text(&said);
        let all = |list: Vec<String>| list.into_iter().map(text).collect::<Vec<_>>();
        let blocks = self.blocks.into_iter().map(|block| match block {
            Block::Heading(said) => Block::Heading(text(said)),
            Block::NewPage => Block::NewPage,
            Block::Subheading(said) => Block::Subheading(text(said)),
            Block::Text(said) => Block::Text(text(said)),
            Block::List(items) => Block::List(all(items)),
            Block::Table(head, rows) => Block::Table(head, rows.into_iter().map(all).collect()),
            // A drawing is made from texts without names; its markup must not be redacted.
            Block::Picture(drawing, said) => Block::Picture(drawing, text(said)),
        });
        Report { title: text(self.title), about: all(self.about), foot: self.foot, blocks: blocks.collect() }
    }

    /// Adds a section that begins a page, if it has any non-empty block.
    pub fn page(&mut self, heading: &str, blocks: Vec<Block>) {
        let before = self.blocks.len();
        self.section(heading, blocks);
        if self.blocks.len() > before {
            self.blocks.insert(before, Block::NewPage);
        }
    }

    /// Adds a heading with its non-empty blocks, if there are any.
    pub fn section(&mut self, heading: &str, blocks: Vec<Block>) {
        let said = |block: &Block| match block {
            Block::Heading(text) | Block::Subheading(text) | Block::Text(text) => !text.trim().is_empty(),
            Block::NewPage => true,
            Block::List(items) => !items.is_empty(),
            Block::Table(_, rows) => !rows.is_empty(),
            Block::Picture(drawing, _) => !drawing.svg.is_empty(),
        };
        let blocks: Vec<Block> = blocks.into_iter().filter(said).collect();
        if !blocks.is_empty() {
            self.blocks.push(Block::Heading(heading.to_owned()));
            self.blocks.extend(blocks);
        }
    }
}
