//! The outline of a workbook of Excel 97 to 2003: a stream of records in a compound file.

use std::io::{Cursor, Read};

use super::outline::{NoOutline, Outline, SheetOutline};

/// The largest number of cells that a sheet may span.
const MOST: u64 = 4_000_000;

/// The records that matter here.
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const WINDOW: u16 = 0x003D;
const LOCK: u16 = 0x002F;
const SHEET: u16 = 0x0085;
const BEGIN: u16 = 0x0809;
/// The records of cells: each starts with its row and its column.
const CELLS: [u16; 11] = [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406];

/// The outline of a workbook.
///
/// # Errors
/// If the file is damaged, or a sheet is too large.
pub fn outline(bytes: &[u8]) -> Result<Outline, NoOutline> {
    let damaged = |_| NoOutline::Damaged;
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    // A newer workbook with a password is kept whole in such a file.
    if file.is_stream("/EncryptedPackage") {
        return Err(NoOutline::Locked);
    }
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let mut stream = Vec::new();
    file.open_stream(name).map_err(damaged)?.read_to_end(&mut stream).map_err(damaged)?;
    let (mut names, mut active) = (Vec::new(), 0);
    let mut sheets: Vec<SheetOutline> = Vec::new();
    let mut begun = 0;
    let mut span = CellExtent::default();
    for (kind, data) in Records(&stream) {
        match kind {
            // The first part of the stream is about the workbook; each of the others is a sheet.
            BEGIN => {
                begun += 1;
                span = CellExtent::default();
                if begun > 1 {
                    sheets.push(SheetOutline::default());
                }
            }
            LOCK => return Err(NoOutline::Locked),
            WINDOW => active = word(data, 10).unwrap_or(0),
            SHEET => names.extend(sheet_name(data)),
            DIMENSIONS => {
                let rows = u64::from(word(data, 6).unwrap_or(0)) << 16 | u64::from(word(data, 4).unwrap_or(0));
                span.reach(rows, u64::from(word(data, 10).unwrap_or(0)))?;
            }
            ROW => {
                let is_hidden = data.get(12).is_some_and(|flags| flags & 0x20 != 0);
                if let (true, Some(row), Some(sheet)) = (is_hidden, word(data, 0), sheets.last_mut()) {
                    sheet.hidden.insert(u32::from(row));
                }
            }
            _ if CELLS.contains(&kind) => {
                let at = |at| word(data, at).map_or(0, |at| u64::from(at) + 1);
                span.reach(at(0), at(2))?;
            }
            _ => {}
        }
    }
    let active = names.get(usize::from(active)).cloned();
    Ok(Outline { active, sheets: names.into_iter().zip(sheets).collect(), ..Outline::default() })
}

/// How far the cells of a sheet extend.
#[derive(Default)]
struct CellExtent {
    rows: u64,
    columns: u64,
}

impl CellExtent {
    fn reach(&mut self, rows: u64, columns: u64) -> Result<(), NoOutline> {
        (self.rows, self.columns) = (self.rows.max(rows), self.columns.max(columns));
        if self.rows.saturating_mul(self.columns) > MOST { Err(NoOutline::TooHeavy) } else { Ok(()) }
    }
}

/// The records of a stream: a kind, a length, then that many bytes.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (word(self.0, 0)?, usize::from(word(self.0, 2)?));
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

/// The name in a record of a sheet: its length, whether it is in UTF-16, its characters.
fn sheet_name(data: &[u8]) -> Option<String> {
    let (length, is_wide, text) = (usize::from(*data.get(6)?), *data.get(7)? & 1 == 1, data.get(8..)?);
    match is_wide {
        true => {
            let units = text.get(..length * 2)?.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
            String::from_utf16(&units.collect::<Vec<_>>()).ok()
        }
        false => Some(text.get(..length)?.iter().map(|byte| char::from(*byte)).collect()),
    }
}
