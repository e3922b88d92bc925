//! A Word document: headings, paragraphs, lists and tables with Word's own styles, on Letter paper.

use docx_rs::{
    AbstractNumbering, Docx, Footer, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering,
    NumberingId, Paragraph, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, Table, TableCell,
    TableLayoutType, TableRow, WidthType, page_margin,
};

use super::{
    paper::{Block, Drawing, Report, shares},
    picture,
};
use crate::domain::value::text::{harmless, writable};

/// Letter paper, in twentieths of a point.
const LETTER: (u32, u32) = (12_240, 15_840);

/// The width between the margins, in twentieths of a point.
const ROOM: usize = 9_360;

/// The id of our bullet list: the library already has a numbered list of its own.
const BULLETS: usize = 2;

/// The font size of footers and picture descriptions, in half-points.
const SMALL: usize = 16;

/// The margins, in twentieths of a point.
const MARGIN: i32 = 1_440;

/// The bytes of a document; `None` if it cannot be packed.
pub fn bytes(paper: &Report) -> Option<Vec<u8>> {
    let heading = |id: &str, name: &str, size: usize| {
        Style::new(id, StyleType::Paragraph).name(name).size(size).bold().color("083E6F")
    };
    let mut docx = Docx::new()
        .page_size(LETTER.0, LETTER.1)
        .page_margin(page_margin::PageMargin {
            top: 1_100,
            bottom: 1_100,
            left: MARGIN,
            right: MARGIN,
            ..Default::default()
        })
        .default_fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial"))
        .default_size(21)
        .add_style(heading("Title", "Title", 34))
        .add_style(heading("Heading1", "heading 1", 26))
        .add_style(heading("Heading2", "heading 2", 22))
        .add_abstract_numbering(
            AbstractNumbering::new(BULLETS).add_level(
                Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
                    .indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None),
            ),
        )
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .footer(Footer::new().add_paragraph(paragraph(&paper.foot, SMALL)))
        .add_paragraph(paragraph(&paper.title, 0).style("Title"));
    for about in &paper.about {
        docx = docx.add_paragraph(paragraph(about, 0));
    }
    let mut drawings: Vec<(&Drawing, &str)> = Vec::new();
    let mut begins_page = false;
    for block in &paper.blocks {
        docx = match block {
            Block::Heading(text) => {
                let begins = std::mem::take(&mut begins_page);
                docx.add_paragraph(heading_of(text, "Heading1", 240).page_break_before(begins))
            }
            Block::NewPage => {
                begins_page = true;
                docx
            }
            Block::Subheading(text) => docx.add_paragraph(heading_of(text, "Heading2", 120)),
            Block::Text(text) => {
                text.trim_end().lines().fold(docx, |docx, line| docx.add_paragraph(paragraph(line, 0)))
            }
            Block::Picture(drawing, text) => {
                if let Some(picture) = picture::place(drawing) {
                    drawings.push((drawing, text));
                    docx = docx.add_paragraph(Paragraph::new().add_run(Run::new().add_image(picture)));
                }
                docx.add_paragraph(paragraph(text, SMALL))
            }
            Block::List(items) => items.iter().fold(docx, |docx, text| docx.add_paragraph(item(text))),
            // Word would join two consecutive tables into one.
            Block::Table(head, rows) => docx.add_table(table(head, rows)).add_paragraph(Paragraph::new()),
        };
    }
    picture::pack(docx.build(), &drawings)
}

/// A paragraph, with a font size in half-points unless 0. Control characters are dropped, because Word refuses them.
fn paragraph(text: &str, size: usize) -> Paragraph {
    let clean: String = harmless(&writable(text)).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let run = Run::new().add_text(clean);
    Paragraph::new().add_run(if size > 0 { run.size(size) } else { run })
}

/// An item of a bullet list.
fn item(text: &str) -> Paragraph {
    paragraph(text, 0).numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
}

/// A heading, kept with what follows it.
fn heading_of(text: &str, style: &str, before: u32) -> Paragraph {
    paragraph(text, 0).style(style).keep_next(true).line_spacing(LineSpacing::new().before(before).after(60))
}

fn table(head: &[String], rows: &[Vec<String>]) -> Table {
    let widths: Vec<usize> = shares(head, rows).into_iter().map(|share| (share * ROOM as f64) as usize).collect();
    let row = |cells: &[String], style: &str| {
        let cells = cells.iter().zip(&widths);
        let cell = |(text, width): (&String, &usize)| {
            let cell = TableCell::new().width(*width, WidthType::Dxa);
            let lines: Vec<&str> = if text.is_empty() { vec![""] } else { text.lines().collect() };
            lines.into_iter().fold(cell, |cell, line| cell.add_paragraph(paragraph(line, 0).style(style)))
        };
        TableRow::new(cells.map(cell).collect()).cant_split()
    };
    let names = row(head, "Heading2");
    let rows = rows.iter().map(|cells| row(cells, "Normal"));
    let rows = std::iter::once(names).chain(rows).collect();
    Table::new(rows).set_grid(widths.clone()).width(ROOM, WidthType::Dxa).layout(TableLayoutType::Fixed)
}
