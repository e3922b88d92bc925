//! Reads tables from files that people have: CSV in various dialects, in UTF-8 or Windows-1252, and Excel workbooks.

use std::{io::Cursor, path::Path};

use calamine::{Data, Range, Reader, Xlsx};

use super::read;
use crate::domain::{
    board::import::Spreadsheet,
    value::{
        fault::{Code, Fault},
        text::tally,
    },
};

/// The maximum number of rows: a list of people is never that long.
const MOST_ROWS: usize = 5_000;

/// Reads the table of a file; the first line with at least two cells gives the headers.
///
/// # Errors
/// If the file cannot be read as a table, is empty, or is too long.
pub fn read(path: &Path) -> Result<Spreadsheet, Fault> {
    table(path, Formulas::Values)
}

/// Reads the answers that a form gathered: the table of a file without formulas.
///
/// # Errors
/// If the file cannot be read as a table, is empty, is too long, or has a formula.
pub fn answers(path: &Path) -> Result<Spreadsheet, Fault> {
    table(path, Formulas::Refused)
}

/// How a cell with a formula is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Formulas {
    /// Its last computed value is used.
    Values,
    /// The file is refused.
    Refused,
}

/// The name of a file, without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn table(path: &Path, formulas: Formulas) -> Result<Spreadsheet, Fault> {
    let name = name(path);
    let bytes = read::bytes(path, &name).map_err(|fault| match fault.code {
        // A file this large is an overlong list, not one of the school's files.
        Code::TooLarge => Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS),
        _ => fault,
    })?;
    // Excel workbooks are ZIP archives, which start with these bytes.
    let rows = if bytes.starts_with(b"PK") { workbook(&name, bytes, formulas)? } else { separated(&name, &bytes)? };
    let mut rows = rows.into_iter().filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    let heads = rows.by_ref().find(|(_, row)| row.iter().filter(|cell| !cell.trim().is_empty()).count() >= 2);
    let (_, heads) = heads.ok_or_else(|| Fault::new(Code::NoTable, &name))?;
    let rows: Vec<(usize, Vec<String>)> = rows.take(MOST_ROWS + 1).collect();
    match rows.len() {
        0 => Err(Fault::new(Code::NoTable, &name)),
        count if count > MOST_ROWS => Err(Fault::new(Code::TooManyRows, &name).with("most", MOST_ROWS)),
        _ => Ok(Spreadsheet { heads: heads.iter().map(|head| head.trim().to_owned()).collect(), rows }),
    }
}

/// The rows of the first sheet that holds a table.
fn workbook(name: &str, bytes: Vec<u8>, formulas: Formulas) -> Result<Vec<(usize, Vec<String>)>, Fault> {
    let unreadable = || Fault::new(Code::NotATable, name);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable().caused_by(&error))?;
    for sheet in workbook.sheet_names() {
        let range = workbook.worksheet_range(&sheet).map_err(|error| unreadable().caused_by(&error))?;
        let is_said = |data: &Data| !cell(data).trim().is_empty();
        if range.rows().filter(|row| row.iter().any(is_said)).count() > MOST_ROWS + 1_000 {
            return Err(Fault::new(Code::TooManyRows, name).with("most", MOST_ROWS));
        }
        // The first rows of a sheet may be empty: rows are numbered as Excel shows them.
        let above = range.start().map_or(0, |(row, _)| row as usize);
        let rows = (above + 1..).zip(range.rows().map(|row| row.iter().map(cell).collect()));
        let rows: Vec<(usize, Vec<String>)> = rows.collect();
        // A cover sheet may come before the table: a table has headers and at least one row.
        let said = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if rows.iter().filter(|(_, row)| said(row) > 1).count() > 1 {
            let worked_out = workbook.worksheet_formula(&sheet).ok().filter(|_| formulas == Formulas::Refused);
            if let Some((row, column)) = worked_out.as_ref().and_then(first_formula) {
                let column = column.saturating_sub(range.start().map_or(0, |(_, column)| column as usize));
                let heads = rows.iter().find(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
                let head = heads.and_then(|(_, heads)| heads.get(column)).map_or("—", String::as_str);
                return Err(Fault::new(Code::Formula, name).with("line", row + 1).with("head", head));
            }
            return Ok(rows);
        }
    }
    Err(Fault::new(Code::NoTable, name))
}

/// The row and the column of the first formula, from 0.
fn first_formula(formulas: &Range<String>) -> Option<(usize, usize)> {
    let (row, column, _) = formulas.used_cells().find(|(_, _, formula)| !formula.is_empty())?;
    let (above, before) = formulas.start()?;
    Some((above as usize + row, before as usize + column))
}

fn cell(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            // Before the first day of a spreadsheet, there is only an hour.
            if moment.as_f64() < 1.0 {
                format!("{hour:02}:{minute:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}")
            }
        }
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "oui" } else { "non" }.to_owned(),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// The rows of a delimited text, each with its row number in a spreadsheet.
fn separated(name: &str, bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, Fault> {
    let text = match read::decode(name, bytes) {
        Ok((text, _)) => text,
        // Text that is not UTF-8 was saved by a French Windows.
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    // An unclosed quote would make one cell of everything after it.
    if text.matches('"').count() % 2 == 1 {
        return Err(Fault::new(Code::Quote, name));
    }
    if text.contains('\0') {
        return Err(Fault::new(Code::NotATable, name));
    }
    // Excel may name the delimiter on the first line.
    let told = text.strip_prefix("sep=").and_then(|rest| Some((*rest.as_bytes().first()?, rest.find('\n')?)));
    let table = match told {
        Some((separator, end)) => records(&text["sep=".len() + end..], separator),
        None => {
            let tables = SEPARATORS.map(|separator| records(&text, separator));
            tables.into_iter().flatten().max_by(|a, b| regularity(a).total_cmp(&regularity(b)))
        }
    };
    table.ok_or_else(|| Fault::new(Code::NotATable, name))
}

/// The possible delimiters, likeliest last.
const SEPARATORS: [u8; 3] = [b'\t', b',', b';'];

/// The records of a text with that delimiter; `None` if it does not parse.
fn records(text: &str, separator: u8) -> Option<Vec<(usize, Vec<String>)>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    // Line and row numbers differ once a cell spans several lines.
    let mut inner = 0;
    for record in reader.records() {
        let record = record.ok()?;
        let line = record.position().map_or(0, csv::Position::line) as usize;
        let cells: Vec<String> = record.iter().map(ToOwned::to_owned).collect();
        rows.push((line.saturating_sub(inner), cells));
        inner += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
    }
    Some(rows)
}

/// How well the records agree on their width: from 0 to 1, and slightly more for wide ones. A title may come before the
/// headers, and have a comma in it, but with the right delimiter nearly every row has as many cells.
fn regularity(rows: &[(usize, Vec<String>)]) -> f64 {
    let widths = tally(rows.iter().map(|(_, row)| row.len()));
    let Some((width, alike)) = widths.into_iter().find(|(width, _)| *width > 1) else { return 0.0 };
    alike as f64 / rows.len() as f64 + width as f64 / 100_000.0
}
