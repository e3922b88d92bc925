//! What a workbook says besides its values: the sheet that was in front, the hidden rows, how far the cells extend. It is
//! read first, so that no value is read of a workbook that would not fit in memory.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use calamine::Dimensions;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

/// The largest size of what a workbook unpacks to, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// The largest number of texts or cells.
const MOST: usize = 1_000_000;

/// The length of the longest text, in bytes: more than a cell holds.
const LONGEST_TEXT: usize = 100_000;

/// The last row and the last column of a sheet of Excel, from 1.
const LAST: (u32, u32) = (1_048_576, 16_384);

/// What is known of a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetOutline {
    /// Its hidden rows, from 0.
    pub hidden: BTreeSet<u32>,
    /// Its merged regions, where the reader of values does not tell them.
    pub merges: Vec<Dimensions>,
}

/// What is known of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Whether it is of LibreOffice.
    pub is_open_document: bool,
    /// The name of the sheet in front.
    pub active: Option<String>,
    /// Its sheets, by name.
    pub sheets: BTreeMap<String, SheetOutline>,
}

/// Why a workbook has no outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOutline {
    /// It is no workbook.
    Damaged,
    /// It would take too much memory.
    TooHeavy,
    /// A password protects it.
    Locked,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The outline of an archive: a workbook of Excel, or a document of LibreOffice.
///
/// # Errors
/// If the archive is damaged, or what it unpacks to is too large.
pub fn of_archive(bytes: &[u8]) -> Result<Outline, NoOutline> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoOutline::Damaged)?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| NoOutline::Damaged)?;
        // An entry may lie about its size: what counts is what comes out of it.
        let unpacked =
            std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| NoOutline::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(NoOutline::TooHeavy)?;
    }
    let is_open_document = archive.file_names().any(|name| name == "content.xml");
    match is_open_document {
        true => of_open_document(&mut archive),
        false => of_excel(&mut archive),
    }
}

fn part(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(UNPACKED).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Calls `visit` with each element of a part, as it starts.
fn elements(xml: &str, mut visit: impl FnMut(&BytesStart<'_>) -> Result<(), NoOutline>) -> Result<(), NoOutline> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => visit(&element)?,
            Ok(Event::Text(text)) if text.len() > LONGEST_TEXT => return Err(NoOutline::TooHeavy),
            Ok(Event::CData(text)) if text.len() > LONGEST_TEXT => return Err(NoOutline::TooHeavy),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(NoOutline::Damaged),
        }
    }
}

/// An attribute of an element, by its name without its namespace.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn of_excel(archive: &mut Archive<'_>) -> Result<Outline, NoOutline> {
    let workbook = part(archive, "xl/workbook.xml").ok_or(NoOutline::Damaged)?;
    let (mut names, mut active) = (Vec::new(), 0);
    elements(&workbook, |element| {
        match element.local_name().as_ref() {
            "workbookView" => active = attribute(element, "activeTab").and_then(|at| at.parse().ok()).unwrap_or(0),
            "sheet" => names.extend(attribute(element, "name").zip(attribute(element, "id"))),
            _ => {}
        }
        Ok(())
    })?;
    let mut targets = BTreeMap::new();
    let relations = part(archive, "xl/_rels/workbook.xml.rels").unwrap_or_default();
    elements(&relations, |element| {
        targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        Ok(())
    })?;
    let mut texts = 0;
    elements(&part(archive, "xl/sharedStrings.xml").unwrap_or_default(), |element| {
        texts += usize::from(element.local_name().as_ref() == "si");
        if texts > MOST { Err(NoOutline::TooHeavy) } else { Ok(()) }
    })?;
    let mut outline = Outline { active: names.get(active).map(|(name, _)| name.clone()), ..Outline::default() };
    for (name, id) in names {
        let target = targets.get(&id).map(|target| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        });
        let sheet = target.and_then(|target| part(archive, &target)).unwrap_or_default();
        outline.sheets.insert(name, excel_sheet(&sheet)?);
    }
    Ok(outline)
}

fn excel_sheet(xml: &str) -> Result<SheetOutline, NoOutline> {
    let (mut outline, mut row, mut cells) = (SheetOutline::default(), 0, 0);
    elements(xml, |element| {
        match element.local_name().as_ref() {
            "row" => {
                row = match attribute(element, "r") {
                    Some(at) => at.parse().ok().filter(|row| (1..=LAST.0).contains(row)).ok_or(NoOutline::Damaged)?,
                    None => row + 1,
                };
                if attribute(element, "hidden").is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true")) {
                    outline.hidden.insert(row.saturating_sub(1));
                }
            }
            "c" => {
                cells += 1;
                check(attribute(element, "r"))?;
            }
            "mergeCell" | "dimension" => check(attribute(element, "ref"))?,
            _ => {}
        }
        if cells > MOST { Err(NoOutline::TooHeavy) } else { Ok(()) }
    })?;
    Ok(outline)
}

/// Checks that a reference to cells, as `B7` or `A1:C3`, is one to cells that a sheet of Excel has.
fn check(reference: Option<String>) -> Result<(), NoOutline> {
    let is_cell = |cell: &str| {
        let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
        let column = cell[..letters].bytes().try_fold(0_u32, |column, letter| {
            column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
        });
        let row = cell[letters..].parse::<u32>().ok();
        column.zip(row).is_some_and(|(column, row)| (1..=LAST.1).contains(&column) && (1..=LAST.0).contains(&row))
    };
    let reference = reference.unwrap_or_else(|| "A1".to_owned()).replace('$', "");
    if reference.split(':').all(is_cell) { Ok(()) } else { Err(NoOutline::Damaged) }
}

/// The region of a cell that spans that many rows and columns.
fn region(row: usize, column: usize, [rows, columns]: [usize; 2]) -> Option<Dimensions> {
    let corner = |row: usize, column: usize| Some((u32::try_from(row).ok()?, u32::try_from(column).ok()?));
    Some(Dimensions::new(corner(row, column)?, corner(row + rows - 1, column + columns - 1)?))
}

/// A document of LibreOffice repeats empty rows and cells by a number: the rectangle that holds what is said is measured.
fn of_open_document(archive: &mut Archive<'_>) -> Result<Outline, NoOutline> {
    let content = part(archive, "content.xml").ok_or(NoOutline::Damaged)?;
    if part(archive, "META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(NoOutline::Locked);
    }
    let mut outline = Outline { is_open_document: true, ..Outline::default() };
    let (mut name, mut row, mut column) = (String::new(), 0_usize, 0_usize);
    let (mut next_row, mut far, mut blanks) = (0_usize, 0_usize, 0_usize);
    let times = |element: &BytesStart<'_>, of: &str| {
        attribute(element, of).and_then(|times| times.parse::<usize>().ok()).unwrap_or(1).clamp(1, 1 << 20)
    };
    elements(&content, |element| {
        match element.local_name().as_ref() {
            "table" => {
                name = attribute(element, "name").unwrap_or_default();
                (next_row, far) = (0, 0);
                outline.sheets.insert(name.clone(), SheetOutline::default());
            }
            // A run of blanks is written as their number.
            "s" => {
                blanks = blanks.saturating_add(attribute(element, "c").and_then(|n| n.parse().ok()).unwrap_or(1));
                if blanks > LONGEST_TEXT {
                    return Err(NoOutline::TooHeavy);
                }
            }
            "table-row" => {
                let repeated = times(element, "number-rows-repeated");
                (row, column) = (next_row, 0);
                next_row = row + repeated;
                let hides = attribute(element, "visibility").is_some_and(|said| said != "visible");
                if hides && let Some(sheet) = outline.sheets.get_mut(&name) {
                    let rows = row..row + repeated.min(MOST);
                    sheet.hidden.extend(rows.filter_map(|row| u32::try_from(row).ok()));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let repeated = times(element, "number-columns-repeated");
                let spans = ["number-rows-spanned", "number-columns-spanned"].map(|of| times(element, of));
                if spans != [1, 1]
                    && let Some(sheet) = outline.sheets.get_mut(&name)
                {
                    sheet.merges.extend(region(row, column, spans));
                }
                column += repeated;
                if attribute(element, "value-type").is_some() || attribute(element, "formula").is_some() {
                    far = far.max(column);
                    if far.saturating_mul(next_row) > MOST {
                        return Err(NoOutline::TooHeavy);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    let settings = part(archive, "settings.xml").unwrap_or_default();
    let after = settings.split_once("config:name=\"ActiveTable\"").and_then(|(_, rest)| rest.split_once('>'));
    outline.active = after.and_then(|(_, rest)| rest.split_once('<')).map(|(name, _)| name.to_owned());
    Ok(outline)
}
