//! Drawings in a Word document. The library writes pictures of points only: each drawing has one in its place, for the
//! programs that know no drawings, and the drawing itself is added to what the library packed.

use std::io::{Cursor, Write};

use docx_rs::{Pic, XMLDocx};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::paper::{Drawing, escaped};

/// How many points are drawn for one unit of a drawing.
const SHARP: f64 = 2.0;

/// Families of plain letters, one of which every system has.
const SANS: [&str; 5] = ["Arial", "Helvetica", "Liberation Sans", "DejaVu Sans", "Noto Sans"];

/// The width of the text on Letter paper, in the units of Word's drawings (914,400 an inch).
const WIDTH: f64 = 6.5 * 914_400.0;

/// The extension of a picture that holds a drawing ([MS-ODRAWXML], 2.3.1.43).
const EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// What the library writes of every picture.
const PROPERTIES: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";

/// The picture that stands in the place of a drawing, as wide as the text; `None` when it cannot be drawn.
pub fn place(drawing: &Drawing) -> Option<Pic> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    let known = SANS.iter().find(|name| has_family(&options, name)).copied();
    options.fontdb_mut().set_sans_serif_family(known.unwrap_or(SANS[0]));
    let tree = Tree::from_str(&drawing.svg, &options).ok()?;
    let (wide, high) = (drawing.size.0 * SHARP, drawing.size.1 * SHARP);
    let mut points = Pixmap::new(wide as u32, high as u32)?;
    resvg::render(&tree, Transform::from_scale(SHARP as f32, SHARP as f32), &mut points.as_mut());
    let height = WIDTH * drawing.size.1 / drawing.size.0;
    let picture = Pic::new_with_dimensions(points.encode_png().ok()?, wide as u32, high as u32);
    Some(picture.size(WIDTH as u32, height as u32))
}

/// Whether a family of letters is on this machine.
fn has_family(options: &Options<'_>, name: &str) -> bool {
    options.fontdb.faces().any(|face| face.families.iter().any(|(family, _)| family == name))
}

/// Packs a document with its drawings, each with what it says for whoever cannot see it; `None` when it cannot be packed.
pub fn pack(mut docx: XMLDocx, drawings: &[(&Drawing, &str)]) -> Option<Vec<u8>> {
    let document = String::from_utf8(docx.document).ok()?;
    // Pictures that are the same are kept once: each place is told by its order.
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
    docx.document = document.into_bytes();
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

/// A part with something more before its end.
fn before(part: &[u8], end: &str, more: &str) -> Option<Vec<u8>> {
    let part = std::str::from_utf8(part).ok()?;
    let (start, end_at) = (&part[..part.rfind(end)?], part.rfind(end)?);
    Some([start, more, &part[end_at..]].concat().into_bytes())
}
