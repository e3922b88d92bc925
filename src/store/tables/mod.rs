//! Reads tables from files that people have: CSV in various dialects and encodings, workbooks of Excel and LibreOffice.

mod accents;
mod biff;
mod outline;
mod separated;
mod workbook;

use std::path::Path;

use super::read;
use crate::domain::{
    survey::form_export,
    table::{Sheet, Spreadsheet},
    value::fault::{Code, Fault},
};

/// The maximum number of rows: a list of people is never that long.
const MOST_ROWS: usize = 5_000;

/// The maximum number of lines of a text: a cell may hold several.
const MOST_LINES: usize = 20 * MOST_ROWS;

/// The length of the longest cell, in bytes: more than spreadsheets let anybody type.
const LONGEST_CELL: usize = 100_000;

/// Reads the sheets of a file that are shown and say something, the one in front first.
///
/// # Errors
/// If the file cannot be read as a table, is empty, or is too large.
pub fn sheets(path: &Path) -> Result<Vec<Sheet>, Fault> {
    let name = name(path);
    let bytes = read::bytes(path, &name).map_err(|fault| match fault.code {
        // A file this large is an overlong list, not one of the school's files.
        Code::TooLarge => Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS),
        _ => fault,
    })?;
    let sheets = match bytes.get(..4) {
        Some([b'P', b'K', ..] | [0xd0, 0xcf, 0x11, 0xe0]) => workbook::sheets(&name, &bytes)?,
        _ if bytes.iter().filter(|byte| **byte == b'\n').count() > MOST_LINES => {
            return Err(Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS));
        }
        _ => vec![Sheet { rows: separated::rows(&name, &bytes)?, ..Sheet::default() }],
    };
    let cells = || sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    if cells().any(|cell| cell.len() > LONGEST_CELL) {
        return Err(Fault::new(Code::TooHeavy, &name));
    }
    // A list may have one column, of names.
    let says = |sheet: &Sheet| sheet.rows.iter().filter(|row| row.filled() > 0).count() > 1;
    let sheets: Vec<Sheet> = sheets.into_iter().map(with_accents).filter(says).collect();
    match sheets.iter().map(|sheet| sheet.rows.len()).max() {
        None => Err(Fault::new(Code::NoTable, &name)),
        // A few rows of titles come before the table.
        Some(rows) if rows > MOST_ROWS + 20 => Err(Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS)),
        Some(_) => Ok(sheets),
    }
}

/// Reads the answers that a form gathered: the first table of a form in a file, or else its first table, without formulas
/// and errors.
///
/// # Errors
/// If the file cannot be read as a table, is empty, is too large, or has a formula or an error.
pub fn answers(path: &Path) -> Result<Spreadsheet, Fault> {
    let name = name(path);
    let mut tables: Vec<Spreadsheet> =
        sheets(path)?.iter().filter_map(|sheet| Spreadsheet::of(sheet, |_| false)).collect();
    let at = tables.iter().position(form_export::is_of_a_form).unwrap_or(0);
    if tables.is_empty() {
        return Err(Fault::new(Code::NoTable, &name));
    }
    let table = tables.swap_remove(at);
    let at = |row: fn(&crate::domain::table::SheetRow) -> Option<usize>| {
        table.rows.iter().find_map(|found| Some((found.line, row(found)?)))
    };
    let fault = |code, (line, column): (usize, usize)| {
        let head = table.heads.get(column).filter(|head| !head.is_empty()).map_or("—", String::as_str);
        Fault::new(code, &name).with("line", line).with("head", head)
    };
    match (at(|row| row.formula), at(|row| row.broken)) {
        (Some(place), _) => Err(fault(Code::Formula, place)),
        (None, Some(place)) => Err(fault(Code::BrokenCell, place)),
        (None, None) => Ok(table),
    }
}

/// The name of a file, without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn with_accents(mut sheet: Sheet) -> Sheet {
    for cell in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some(mended) = accents::mended(cell) {
            *cell = mended;
        }
    }
    sheet
}
