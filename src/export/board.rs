//! The board as a spreadsheet, with every column that can be edited, so that it can be imported back unchanged.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::table::Table;
use crate::{
    domain::{
        board::column::{CellValue, Column},
        model::{board::Newcomer, folder::Folder},
    },
    words::{self, Words, id},
};

fn heads(words: &Words, columns: &[Column]) -> Vec<String> {
    let titles = columns.iter().map(|column| words::board::column(words, column).into_owned());
    std::iter::once(Newcomer::ID.to_owned()).chain(titles).collect()
}

/// The board as CSV.
pub fn csv(words: &Words, folder: &Folder) -> String {
    let columns: Vec<Column> = Column::editable(&folder.board).collect();
    let year = folder.plan.year();
    let row = |person: &Newcomer| {
        let cells = columns.iter().map(|column| column.value(person, year).plain());
        std::iter::once(person.id.clone()).chain(cells).collect()
    };
    Table { headers: heads(words, &columns), rows: folder.board.everyone().map(row).collect() }.csv()
}

/// The board as an Excel workbook: real dates and numbers, frozen headers, and its purpose on each printed page.
///
/// # Errors
/// If a text is longer than an Excel cell may be.
pub fn xlsx(words: &Words, folder: &Folder) -> Result<Vec<u8>, XlsxError> {
    let columns: Vec<Column> = Column::editable(&folder.board).collect();
    let year = folder.plan.year();
    let mut workbook = Workbook::new();
    let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.get(id!("screen-board")))?;
    sheet.set_footer(format!("&C{}", words.get(id!("paper-foot-named"))));
    sheet.set_landscape();
    sheet.set_freeze_panes(1, 2)?;
    for (at, head) in (0..).zip(heads(words, &columns)) {
        sheet.write_with_format(0, at, head, &bold)?;
        sheet.set_column_width(at, if at == 0 { 6 } else { 20 })?;
    }
    for (line, person) in (1..).zip(folder.board.everyone()) {
        sheet.write(line, 0, &person.id)?;
        for (at, column) in (1..).zip(&columns) {
            match column.value(person, year) {
                CellValue::Nothing => {}
                CellValue::Number(number) => drop(sheet.write(line, at, number)?),
                CellValue::Day(day) => match ExcelDateTime::parse_from_str(&day.to_string()) {
                    Ok(moment) => drop(sheet.write_with_format(line, at, &moment, &date)?),
                    Err(_) => drop(sheet.write(line, at, day.to_string())?),
                },
                // Text is never written as a formula, whatever it starts with.
                said => drop(sheet.write_string_with_format(line, at, said.plain(), &wrapped)?),
            }
        }
    }
    sheet.autofilter(
        0,
        0,
        u32::try_from(folder.board.people.len()).unwrap_or(1),
        u16::try_from(columns.len()).unwrap_or(1),
    )?;
    workbook.save_to_buffer()
}
