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

/// The maximum number of columns that say something: no list of people and no form is that wide.
const MOST_COLUMNS: usize = 300;

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
        Code::TooLarge => Fault::new(Code::TooHeavy, &name),
        _ => fault,
    })?;
    let too_wide = || Fault::new(Code::TooManyColumns, &name).with("most", MOST_COLUMNS);
    let sheets = match bytes.get(..4) {
        Some([b'P', b'K', ..] | [0xd0, 0xcf, 0x11, 0xe0]) => workbook::sheets(&name, &bytes)?,
        _ if bytes.iter().filter(|byte| **byte == b'\n').count() > MOST_LINES => {
            return Err(Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS));
        }
        _ if bytes.split(|byte| *byte == b'\n').any(separated::is_too_wide) => return Err(too_wide()),
        _ => vec![Sheet { rows: separated::rows(&name, &bytes)?, ..Sheet::default() }],
    };
    if sheets.iter().flat_map(|sheet| &sheet.rows).any(|row| row.filled() > MOST_COLUMNS) {
        return Err(too_wide());
    }
    let cells = || sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    if cells().any(|cell| cell.len() > LONGEST_CELL) {
        return Err(Fault::new(Code::TooHeavy, &name));
    }
    // A list may have one column, of names.
    let says = |sheet: &Sheet| sheet.rows.iter().filter(|row| row.filled() > 0).count() > 1;
    let sheets: Vec<Sheet> = sheets.into_iter().map(mended).filter(says).collect();
    match sheets.iter().map(|sheet| sheet.rows.len()).max() {
        None => Err(Fault::new(Code::NoTable, &name)),
        // A few rows of titles come before the table.
        Some(rows) if rows > MOST_ROWS + 20 => Err(Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS)),
        Some(_) => Ok(sheets),
    }
}

/// Reads the answers that a form gathered: the table of a form in a file, or else its first table, without formulas and
/// errors.
///
/// # Errors
/// If the file cannot be read as a table, is empty, is too large, has the answers of several forms, or a formula or an
/// error.
pub fn answers(path: &Path) -> Result<Spreadsheet, Fault> {
    let name = name(path);
    let mut tables: Vec<Spreadsheet> =
        sheets(path)?.iter().filter_map(|sheet| Spreadsheet::of(sheet, |_| false)).collect();
    let forms: Vec<usize> = (0..tables.len()).filter(|at| form_export::is_of_a_form(&tables[*at])).collect();
    if forms.len() > 1 {
        let names: Vec<&str> = forms.iter().filter_map(|at| tables[*at].name.as_deref()).collect();
        return Err(Fault::new(Code::SeveralForms, &name).with("sheets", names.join(", ")));
    }
    let at = forms.first().copied().unwrap_or(0);
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

/// A sheet with the accents that another program garbled mended, and its cells told that hold the error of a spreadsheet.
fn mended(mut sheet: Sheet) -> Sheet {
    let garbling = accents::garbling(sheet.rows.iter().flat_map(|row| &row.cells).map(String::as_str));
    for row in &mut sheet.rows {
        for (at, cell) in row.cells.iter_mut().enumerate() {
            if let Some(mended) = accents::mended(cell, garbling) {
                *cell = mended;
            }
            if is_error(cell) {
                row.broken = Some(row.broken.map_or(at, |known| known.min(at)));
            }
        }
    }
    sheet
}

/// Whether a cell holds the error of a spreadsheet as a text, in French or in English: `#N/A`, `#REF!`, `Err:508`.
fn is_error(cell: &str) -> bool {
    const ERRORS: [&str; 13] = [
        "N/A", "N/D", "REF!", "NAME?", "NOM?", "VALUE!", "VALEUR!", "DIV/0!", "NUM!", "NOMBRE!", "NULL!", "NUL!",
        "SPILL!",
    ];
    let said = cell.trim();
    let is_number = |rest: &str| rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    said.strip_prefix('#').is_some_and(|name| ERRORS.contains(&name))
        || said.strip_prefix("Err:").is_some_and(is_number)
}
