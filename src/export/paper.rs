//! A document before it takes a form: a title, a notice on each page, and blocks.

/// A document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// A few lines under it.
    pub about: Vec<String>,
    /// What each page says at its foot.
    pub foot: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A heading under another one.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A table: the names of its columns, and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

impl Paper {
    /// Adds a heading and what stands under it, when there is anything.
    pub fn section(&mut self, heading: &str, blocks: Vec<Block>) {
        let said = |block: &Block| match block {
            Block::Heading(text) | Block::Subheading(text) | Block::Text(text) => !text.trim().is_empty(),
            Block::List(items) => !items.is_empty(),
            Block::Table(_, rows) => !rows.is_empty(),
        };
        let blocks: Vec<Block> = blocks.into_iter().filter(said).collect();
        if !blocks.is_empty() {
            self.blocks.push(Block::Heading(heading.to_owned()));
            self.blocks.extend(blocks);
        }
    }
}
