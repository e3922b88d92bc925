//! The values of a workbook of Excel or LibreOffice.

use std::{collections::BTreeMap, error::Error, io::Cursor};

use calamine::{CellType, Data, Dimensions, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx};

use super::{
    biff,
    outline::{self, NoOutline, Outline, SheetOutline},
};
use crate::domain::{
    table::{Sheet, SheetRow},
    value::fault::{Code, Fault},
};

/// The maximum size of the texts of a file, in bytes, however often a text is repeated.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// The maximum number of merged regions that are looked at.
const MOST_MERGES: usize = 5_000;

/// A cell that says something, by its row and its column from 0.
struct FilledCell {
    at: (u32, u32),
    value: Data,
    is_formula: bool,
}

type Bytes<'a> = Cursor<&'a [u8]>;

/// A workbook, in one of the formats.
enum Workbook<'a> {
    Excel(Box<Xlsx<Bytes<'a>>>),
    OldExcel(Box<Xls<Bytes<'a>>>),
    Open(Box<Ods<Bytes<'a>>>),
}

/// The sheets of a workbook that are shown, the one in front first.
///
/// # Errors
/// If the workbook is damaged or too large.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let damaged = |error: Box<dyn Error>| Fault::new(Code::NotATable, name).caused_by(&*error);
    let outline = if bytes.starts_with(b"PK") { outline::of_archive(bytes) } else { biff::outline(bytes) };
    let outline = outline.map_err(|why| match why {
        NoOutline::Damaged => Fault::new(Code::NotATable, name),
        NoOutline::TooHeavy => Fault::new(Code::TooHeavy, name),
        NoOutline::Locked => Fault::new(Code::LockedTable, name),
    })?;
    let mut workbook = Workbook::open(bytes, &outline).map_err(damaged)?;
    let (mut sheets, mut budget) = (Vec::new(), MOST_TEXT);
    for shown in workbook.shown() {
        let cells = workbook.cells(&shown, &mut budget).map_err(damaged)?;
        let cells = cells.ok_or_else(|| Fault::new(Code::TooHeavy, name))?;
        let known = outline.sheets.get(&shown);
        let merges = workbook.merges(&shown, known);
        let rows = rows(cells, &merges, known);
        sheets.push(Sheet { rows, is_1904: workbook.is_1904(), name: Some(shown) });
    }
    if let Some(at) = sheets.iter().position(|sheet| sheet.name == outline.active) {
        sheets[..=at].rotate_right(1);
    }
    Ok(sheets)
}

impl<'a> Workbook<'a> {
    fn open(bytes: &'a [u8], outline: &Outline) -> Result<Self, Box<dyn Error>> {
        let cursor = Cursor::new(bytes);
        Ok(match (bytes.starts_with(b"PK"), outline.is_open_document) {
            (false, _) => Workbook::OldExcel(Box::new(Xls::new(cursor)?)),
            (true, true) => Workbook::Open(Box::new(Ods::new(cursor)?)),
            (true, false) => Workbook::Excel(Box::new(Xlsx::new(cursor)?)),
        })
    }

    /// The names of the sheets that are shown.
    fn shown(&self) -> Vec<String> {
        let sheets = match self {
            Workbook::Excel(book) => book.sheets_metadata(),
            Workbook::OldExcel(book) => book.sheets_metadata(),
            Workbook::Open(book) => book.sheets_metadata(),
        };
        let shown = sheets.iter().filter(|sheet| {
            sheet.visible == SheetVisible::Visible && matches!(sheet.typ, SheetType::WorkSheet | SheetType::DialogSheet)
        });
        shown.map(|sheet| sheet.name.clone()).collect()
    }

    /// The cells of a sheet that say something; `None` once their texts exceed the budget.
    fn cells(&mut self, name: &str, budget: &mut usize) -> Result<Option<Vec<FilledCell>>, Box<dyn Error>> {
        let mut cells = Vec::new();
        let mut take = |at: (u32, u32), value: Data, is_formula: bool| {
            let length = match &value {
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) if !text.trim().is_empty() => {
                    text.len()
                }
                Data::String(_) | Data::DateTimeIso(_) | Data::DurationIso(_) | Data::Empty if !is_formula => {
                    return true;
                }
                _ => 8,
            };
            cells.push(FilledCell { at, value, is_formula });
            *budget = budget.saturating_sub(length);
            *budget > 0
        };
        let is_read = match self {
            Workbook::Excel(book) => {
                let mut reader = book.worksheet_cells_reader(name)?;
                let mut is_read = true;
                while let (true, Some(cell)) = (is_read, reader.next_cell_with_formula_metadata()?) {
                    is_read = take(cell.pos, cell.value.into(), cell.formula.is_some());
                }
                is_read
            }
            Workbook::OldExcel(book) => {
                let (values, formulas) = (book.worksheet_range(name)?, book.worksheet_formula(name)?);
                // Where no formula has a value, none was computed.
                let is_empty = computed_places(&formulas).all(|at| values.get_value(at).is_none_or(is_uncomputed));
                take_range(&values, &formulas, &mut |at, value, is_formula| match is_formula && is_empty {
                    true => take(at, Data::Empty, true),
                    false => take(at, value, is_formula),
                })
            }
            Workbook::Open(book) => {
                let (values, formulas) = (book.worksheet_range(name)?, book.worksheet_formula(name)?);
                take_range(&values, &formulas, &mut take)
            }
        };
        Ok(is_read.then_some(cells))
    }

    /// The merged regions of a sheet.
    fn merges(&mut self, name: &str, outline: Option<&SheetOutline>) -> Vec<Dimensions> {
        match self {
            Workbook::Excel(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Workbook::OldExcel(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
            Workbook::Open(_) => outline.map(|outline| outline.merges.clone()).unwrap_or_default(),
        }
    }

    fn is_1904(&self) -> bool {
        match self {
            Workbook::Excel(book) => book.has_1904_epoch(),
            Workbook::OldExcel(book) => book.has_1904_epoch(),
            Workbook::Open(_) => false,
        }
    }
}

fn take_range(
    values: &Range<Data>,
    formulas: &Range<String>,
    take: &mut impl FnMut((u32, u32), Data, bool) -> bool,
) -> bool {
    let computed = |at| formulas.get_value(at).is_some_and(|formula| !formula.is_empty());
    let are_values_read = values.used_cells().all(|(down, right, value)| {
        let at = place(values, down, right);
        take(at, value.clone(), computed(at))
    });
    // A formula without a value is no cell of the values.
    let is_empty = |at: &(u32, u32)| values.get_value(*at).is_none_or(|value| *value == Data::Empty);
    are_values_read && computed_places(formulas).all(|at| !is_empty(&at) || take(at, Data::Empty, true))
}

/// The places of the formulas.
fn computed_places(formulas: &Range<String>) -> impl Iterator<Item = (u32, u32)> {
    let filled = formulas.used_cells().filter(|(.., formula)| !formula.is_empty());
    filled.map(|(down, right, _)| place(formulas, down, right))
}

/// The place on its sheet of a cell of a range.
fn place<T: CellType>(range: &Range<T>, down: usize, right: usize) -> (u32, u32) {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let (row, column) = range.start().unwrap_or_default();
    (row.saturating_add(offset(down)), column.saturating_add(offset(right)))
}

/// Whether a value is what a writer that computes nothing leaves beside a formula.
fn is_uncomputed(value: &Data) -> bool {
    match value {
        Data::Float(number) => *number == 0.0,
        Data::Int(number) => *number == 0,
        Data::String(text) => text.is_empty(),
        other => *other == Data::Empty,
    }
}

/// The rows that say something, with the value of a merged region in each of its cells.
fn rows(cells: Vec<FilledCell>, merges: &[Dimensions], outline: Option<&SheetOutline>) -> Vec<SheetRow> {
    let mut rows: BTreeMap<u32, SheetRow> = BTreeMap::new();
    let last = cells.iter().map(|cell| cell.at.0).max().unwrap_or(0);
    for FilledCell { at: (row, column), value, is_formula } in cells {
        let found = rows.entry(row).or_insert_with(|| SheetRow {
            line: row as usize + 1,
            is_hidden: outline.is_some_and(|outline| outline.hidden.contains(&row)),
            ..SheetRow::default()
        });
        let column = column as usize;
        let first = |known: Option<usize>| Some(known.map_or(column, |known| known.min(column)));
        if is_formula {
            found.formula = first(found.formula);
        }
        if matches!(value, Data::Error(_)) || is_formula && matches!(value, Data::Empty) {
            found.broken = first(found.broken);
        }
        put(found, column, text(&value));
    }
    // A title merged over the whole sheet is one row of it; a value merged down a column is said on each row.
    for merge in merges.iter().take(MOST_MERGES) {
        let (top, left) = merge.start;
        let said = rows.get(&top).and_then(|row| row.cells.get(left as usize)).cloned().unwrap_or_default();
        if said.trim().is_empty() {
            continue;
        }
        for (at, row) in rows.range_mut(top..=merge.end.0.min(last)) {
            for column in left..=merge.end.1.min(left + 255) {
                if (*at, column) != (top, left) {
                    put(row, column as usize, said.clone());
                }
            }
        }
    }
    rows.into_values().collect()
}

fn put(row: &mut SheetRow, column: usize, said: String) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, String::new());
    }
    row.cells[column] = said;
}

/// A value as a text; days are written as ISO 8601.
fn text(value: &Data) -> String {
    match value {
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            // Before the first day of a spreadsheet, there is only an hour.
            if moment.is_duration() || moment.as_f64() < 1.0 {
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
