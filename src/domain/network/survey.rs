//! One form that several schools answered: its rows are given back to each of them.

use std::collections::BTreeMap;

use crate::domain::table::{SheetRow, Spreadsheet, slug};

/// A form that several schools answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedForm {
    /// The header of the column that says which school.
    pub head: String,
    /// The form without that column.
    pub sheet: Spreadsheet,
    /// What each row says there, by its line.
    pub schools: BTreeMap<usize, String>,
}

impl SharedForm {
    /// Takes apart a form whose column of schools is the one with that header or, without one, the only one in which most
    /// rows say a known school; `None` without such a column.
    pub fn of(sheet: &Spreadsheet, head: Option<&str>, is_known: impl Fn(&str) -> bool) -> Option<SharedForm> {
        let column = match head {
            Some(head) => sheet.heads.iter().position(|other| slug(other) == slug(head))?,
            None => {
                let said = |at: usize| sheet.rows.iter().filter_map(move |row| row.cells.get(at));
                let filled = |at: usize| said(at).filter(|cell| !cell.trim().is_empty()).count();
                let known = |at: usize| said(at).filter(|cell| is_known(cell)).count();
                let mut found = (0..sheet.heads.len()).filter(|at| known(*at) * 2 > filled(*at));
                found.next().filter(|_| found.next().is_none())?
            }
        };
        let schools = sheet.rows.iter().map(|row| (row.line, row.cells.get(column).map_or("", |cell| cell.trim())));
        let without = |cells: &[String]| {
            let kept = cells.iter().enumerate().filter(|(at, _)| *at != column);
            kept.map(|(_, cell)| cell.clone()).collect()
        };
        let row = |row: &SheetRow| SheetRow { cells: without(&row.cells), ..row.clone() };
        Some(SharedForm {
            head: sheet.heads[column].clone(),
            schools: schools.map(|(line, school)| (line, school.to_owned())).collect(),
            sheet: Spreadsheet {
                heads: without(&sheet.heads),
                rows: sheet.rows.iter().map(row).collect(),
                ..sheet.clone()
            },
        })
    }

    /// The rows of the schools that a test accepts.
    pub fn rows_of(&self, is_of: impl Fn(&str) -> bool) -> Spreadsheet {
        let is_of = |row: &&SheetRow| self.schools.get(&row.line).is_some_and(|school| is_of(school));
        Spreadsheet { rows: self.sheet.rows.iter().filter(is_of).cloned().collect(), ..self.sheet.clone() }
    }
}
