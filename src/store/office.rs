//! The words of documents that other programs write: searched, never written.

use std::io::Read;

use super::codes;

/// How much of one part of an Office document is read.
pub const PART: u64 = 8 * 1024 * 1024;

/// The text of a file that is no text to write: of an Office document, or of an older program.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    // No photo and no document lacks control bytes.
    let is_latin = || bytes.iter().all(|byte| !matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 127));
    office_text(bytes).or_else(|| is_latin().then(|| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned()))
}

/// The text of an Office document: what is written between its tags, one paragraph per line.
fn office_text(bytes: &[u8]) -> Option<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        if !part.name().to_lowercase().ends_with(".xml") {
            continue;
        }
        let mut xml = Vec::new();
        if part.take(PART).read_to_end(&mut xml).is_ok() {
            text.push_str(&between_tags(&String::from_utf8_lossy(&xml)));
        }
    }
    Some(text)
}

/// The words of a part of an Office document. Runs of one paragraph are one text; paragraphs, cells and strings are
/// several.
fn between_tags(xml: &str) -> String {
    let ends = |tag: &str| {
        let name = tag.rsplit(':').next().unwrap_or(tag);
        matches!(name, "p" | "h" | "si" | "row" | "tr" | "tc" | "c")
    };
    codes::without_tags(xml, ends)
}
