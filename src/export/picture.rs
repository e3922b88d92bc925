//! Drawings in a Word document. The library only embeds raster images: each drawing is rendered as one, for programs
//! that cannot show SVG, and the SVG itself is added to the package that the library made.

use std::io::{Cursor, Write};

use docx_rs::{Pic, XMLDocx};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::paper::{Drawing, escaped};

/// Pixels per SVG unit.
const SHARP: f64 = 2.0;

/// Sans-serif font families, at least one of which every system has.
const SANS: [&str; 5] = ["Arial", "Helvetica", "Liberation Sans", "DejaVu Sans", "Noto Sans"];

/// The text width on Letter paper, in the units of Word drawings (914,400 per inch).
const WIDTH: f64 = 6.5 * 914_400.0;

/// The extension of a picture that holds an SVG drawing ([MS-ODRAWXML], 2.3.1.43).
const EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// The properties that the library writes for every picture.
const PROPERTIES: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";

/// Renders a drawing as a raster image as wide as the text; `None` if it cannot be rendered.
pub fn place(drawing: &Drawing) -> Option<Pic> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    let known = SANS.iter().find(|name| has_family(&options, name)).copied();
    options.fontdb_mut().set_sans_serif_family(known.unwrap_or(SANS[0]));
    let tree = Tree::from_str(&drawing.svg, &options).ok()?;
    let (wide, high) = (drawing.size.0 * SHARP, drawing.size.1 * SHARP);
    let mut raster = Pixmap::new(wide as u32, high as u32)?;
    resvg::render(&tree, Transform::from_scale(SHARP as f32, SHARP as f32), &mut raster.as_mut());
    let height = WIDTH * drawing.size.1 / drawing.size.0;
    let picture = Pic::new_with_dimensions(raster.encode_png().ok()?, wide as u32, high as u32);
    Some(picture.size(WIDTH as u32, height as u32))
}

/// Whether a font family is installed.
fn has_family(options: &Options<'_>, name: &str) -> bool {
    options.fontdb.faces().any(|face| face.families.iter().any(|(family, _)| family == name))
}

/// Packs a document with its drawings and their descriptions; `None` if it cannot be packed.
pub fn pack(mut docx: XMLDocx, drawings: &[(&Drawing, &str)]) -> Option<Vec<u8>> {
    let document = String::from_utf8(docx.document).ok()?;
    // The library stores identical pictures once, so each place is identified by its order.
    let mut parts = document.split(PROPERTIES);
    let mut document = parts.next()?.to_owned();
    let mut relations = String::new();
    for (at, (part, (_, said))) in parts.zip(drawings).enumerate() {
        let shown = format!("<wp:docPr id=\"{0}\" name=\"Figure {0}\" descr=\"{1}\" />", at + 1, escaped(said));
        let (before, picture) = part.split_once("<a:blip ")?;
        let (empty, after) = picture.split_once("/>")?;
        document.push_str(&format!(
            "{shown}{before}<a:blip {empty}><a:extLst><a:ext uri=\"{EXTENSION}\"><asvg:svgBlip \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"drawing{at}\"/>\
             </a:ext></a:extLst></a:blip>{after}"
        ));
        relations.push_str(&format!(
            "<Relationship Id=\"drawing{at}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
             Target=\"media/drawing{at}.svg\"/>"
        ));
    }
    docx.document = with_heads(&document).into_bytes();
    docx.document_rels = before(&docx.document_rels, "</Relationships>", &relations)?;
    let kind = "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>";
    docx.content_type = before(&docx.content_type, "</Types>", if drawings.is_empty() { "" } else { kind })?;
    let mut packed = Cursor::new(Vec::new());
    docx.pack(&mut packed).ok()?;
    let mut archive = ZipWriter::new_append(packed).ok()?;
    for (at, (drawing, _)) in drawings.iter().enumerate() {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(format!("word/media/drawing{at}.svg"), stored).ok()?;
        archive.write_all(drawing.svg.as_bytes()).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

/// A document whose tables repeat their first row on each page, which the library cannot say.
fn with_heads(document: &str) -> String {
    let mut tables = document.split("<w:tbl>");
    let before = tables.next().unwrap_or_default().to_owned();
    tables.fold(before, |document, table| {
        let table = table.replacen("<w:trPr>", "<w:trPr><w:tblHeader />", 1);
        document + "<w:tbl>" + &table
    })
}

/// A part with `more` inserted before its end tag.
fn before(part: &[u8], end: &str, more: &str) -> Option<Vec<u8>> {
    let part = std::str::from_utf8(part).ok()?;
    let (start, end_at) = (&part[..part.rfind(end)?], part.rfind(end)?);
    Some([start, more, &part[end_at..]].concat().into_bytes())
}
