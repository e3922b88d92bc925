//! The board as a spreadsheet, with every column that can be edited, so that it can be imported back unchanged.

use chrono::NaiveDate;
use rust_xlsxwriter::{DataValidation, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::table::Table;
use crate::{
    domain::{
        board::{
            column::{CellValue, Column},
            layout::{Layout, NamedView},
            query::{Measured, Query, Searched},
        },
        model::{
            board::{Newcomer, Tier, Trace, Wellbeing},
            folder::Folder,
            own_column::OwnKind,
        },
        value::{text::fold, when::SchoolYear},
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

/// A person, as a named view searches for them on a page that only the direction reads.
struct SearchedPerson<'a> {
    words: &'a Words,
    person: &'a Newcomer,
    year: SchoolYear,
    columns: String,
    said: String,
}

impl SearchedPerson<'_> {
    fn said_in(&self, column: &Column) -> String {
        words::board::wording(self.words, &column.value(self.person, self.year))
    }
}

impl Searched for SearchedPerson<'_> {
    fn values(&self, column: &Column) -> Vec<String> {
        match column.value(self.person, self.year) {
            CellValue::Nothing => Vec::new(),
            CellValue::List(list) => list.to_vec(),
            CellValue::Number(0.0) if *column == Column::Traces => Vec::new(),
            CellValue::Day(day) => vec![words::date::long(self.words, day), day.to_string()],
            _ => vec![self.said_in(column)],
        }
    }

    fn measured(&self, column: &Column) -> Option<Measured> {
        match column.value(self.person, self.year) {
            CellValue::Number(number) => Some(Measured::Number(number)),
            CellValue::Day(day) => Some(Measured::Day(day)),
            CellValue::Nothing | CellValue::Text(_) | CellValue::Word(..) | CellValue::List(_) => None,
        }
    }

    fn everything(&self) -> &str {
        &self.columns
    }

    fn said(&self) -> &str {
        &self.said
    }
}

/// The board as a named view shows it: the people found, in its order, by its columns or, if it has none, by these.
pub fn seen(words: &Words, folder: &Folder, view: &NamedView, usual: &Layout, today: NaiveDate) -> Table {
    let year = folder.plan.year();
    let known = Column::all(&folder.board);
    let row = |person| {
        let mut row = SearchedPerson { words, person, year, columns: String::new(), said: String::new() };
        let texts: Vec<String> = known.iter().map(|column| row.said_in(column)).collect();
        row.columns = fold(&texts.join(" "));
        row.said =
            fold(&row.person.traces.iter().flat_map(Trace::parts).map(|(_, text)| text).collect::<Vec<_>>().join(" "));
        row
    };
    let rows: Vec<SearchedPerson<'_>> = folder.board.present(today).map(row).collect();
    let query = Query::parse(&view.filter, &words::board::names(words, &folder.board), year);
    let mut found: Vec<&SearchedPerson<'_>> = query.find(&rows).into_iter().map(|at| &rows[at]).collect();
    let key = view.sort.as_deref().unwrap_or_default();
    if let Some(column) = known.iter().find(|column| column.key() == key.trim_start_matches('-')) {
        found.sort_by(|a, b| {
            let (a, b) = (column.value(a.person, year), column.value(b.person, year));
            if key.starts_with('-') && !a.is_nothing() && !b.is_nothing() { b.order(&a) } else { a.order(&b) }
        });
    }
    let shown = if view.columns.is_empty() { &usual.wide } else { &view.columns };
    let name = Column::Field(Newcomer::NAME);
    let columns = shown.iter().filter_map(|shown| known.iter().find(|column| column.key() == shown.key));
    let columns: Vec<&Column> = std::iter::once(&name).chain(columns).collect();
    Table {
        headers: columns.iter().map(|column| words::board::column(words, column).into_owned()).collect(),
        rows: found.iter().map(|row| columns.iter().map(|column| row.said_in(column)).collect()).collect(),
    }
}

/// The board as an Excel workbook that prints on pages one sheet wide: real dates, numbers and lists, the heads on each
/// page, its purpose below. `shown` are the keys of the columns of the pages, those of a new board if there are none; the
/// others stand to their right, on no page, so that the file holds everything and comes back.
///
/// # Errors
/// If a text is longer than an Excel cell may be.
pub fn xlsx(words: &Words, folder: &Folder, shown: &[String]) -> Result<Vec<u8>, XlsxError> {
    let usual: Vec<String> = Layout::default().wide.into_iter().map(|shown| shown.key).collect();
    let shown = if shown.is_empty() { &usual } else { shown };
    let rank = |column: &Column| match column.key() {
        Newcomer::NAME => Some(0),
        key => shown.iter().position(|shown| shown == key).map(|at| at + 1),
    };
    let mut columns: Vec<Column> = Column::editable(&folder.board).collect();
    columns.sort_by_key(|column| rank(column).unwrap_or(usize::MAX));
    let printed = columns.iter().filter(|column| rank(column).is_some()).count();
    let year = folder.plan.year();
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let date = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.get(id!("screen-board")))?;
    sheet.set_header(format!("&L{} · {}", folder.plan.school.name, words.get(id!("board-printed"))));
    // Excel takes no footer of more than 255 characters.
    let officer = words::privacy::officer(words, &folder.plan);
    let foot: String = format!("&C{} {officer}", words.get(id!("paper-foot-named"))).chars().take(250).collect();
    sheet.set_footer(foot);
    sheet.set_landscape().set_paper_size(LETTER).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 1)?;
    let last = u32::try_from(folder.board.people.len()).unwrap_or(1);
    for (at, column) in (0..).zip(&columns) {
        let head = words::board::column(words, column).into_owned();
        let cells = folder.board.everyone().map(|person| column.value(person, year).plain());
        sheet.set_column_width(at, width(&head, cells))?;
        sheet.write_with_format(0, at, head, &bold)?;
        // Excel takes no list of more than 255 characters.
        if let Some(Ok(list)) = closed(column).map(|list| DataValidation::new().allow_list_strings(&list)) {
            // Rows are added below in a spreadsheet: the lists go on there.
            sheet.add_data_validation(1, at, last + ADDED, at, &list)?;
        }
    }
    // The id, by which the sheet comes back, stands last and on no page.
    let id_at = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    sheet.write_with_format(0, id_at, Newcomer::ID, &bold)?;
    for (line, person) in (1..).zip(folder.board.everyone()) {
        sheet.write(line, id_at, &person.id)?;
        for (at, column) in (0..).zip(&columns) {
            match column.value(person, year) {
                CellValue::Nothing => {}
                CellValue::Number(number) => drop(sheet.write_with_format(line, at, number, &wrapped)?),
                CellValue::Day(day) => match ExcelDateTime::parse_from_str(&day.to_string()) {
                    Ok(moment) => drop(sheet.write_with_format(line, at, &moment, &date)?),
                    Err(_) => drop(sheet.write(line, at, day.to_string())?),
                },
                // Text is never written as a formula, whatever it starts with.
                said => drop(sheet.write_string_with_format(line, at, said.plain(), &wrapped)?),
            }
        }
    }
    sheet.set_print_area(0, 0, last, u16::try_from(printed).unwrap_or(1).saturating_sub(1))?;
    sheet.autofilter(0, 0, last, id_at.saturating_sub(1))?;
    workbook.save_to_buffer()
}

/// Letter paper, in Excel's numbers.
const LETTER: u8 = 1;

/// The rows below the last person in which closed columns have their lists too.
const ADDED: u32 = 50;

/// The width of a column in characters: that of its longest cell, within what a page can hold; a longer text is wrapped.
fn width(head: &str, cells: impl Iterator<Item = String>) -> f64 {
    const NARROWEST: usize = 8;
    const WIDEST: usize = 30;
    let longest = cells.flat_map(|cell| cell.lines().map(|line| line.chars().count()).collect::<Vec<_>>()).max();
    let word = head.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    (longest.unwrap_or(0).max(word).clamp(NARROWEST, WIDEST) + 3) as f64
}

/// The words of a closed column.
fn closed(column: &Column) -> Option<Vec<String>> {
    let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    match column {
        Column::Field(Newcomer::WELLBEING) => words(Wellbeing::WORDS),
        Column::Field(Newcomer::TIER) => words(Tier::WORDS),
        Column::Own(own) if own.kind == Some(OwnKind::YesNo) => words(&["oui", "non"]),
        Column::Own(own) if own.kind == Some(OwnKind::Choice) && !own.choices.is_empty() => Some(own.choices.clone()),
        _ => None,
    }
}
