//! A table as text for a terminal, or as CSV for a French Excel.

use unicode_width::UnicodeWidthStr;

use crate::domain::value::text::harmless;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub headers: Vec<String>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table with its columns aligned by spaces.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.headers.len())
            .map(|column| {
                let cells = self.rows.iter().map(|row| row[column].width());
                cells.chain([self.headers[column].width()]).max().unwrap_or(0)
            })
            .collect();
        let line = |cells: &[String]| {
            let padded = cells.iter().zip(&widths).map(|(cell, width)| {
                let blanks = " ".repeat(width - cell.width());
                format!("{}{blanks}", clean(cell))
            });
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        let mut lines = vec![line(&self.headers)];
        lines.extend(self.rows.iter().map(|row| line(row)));
        lines.join("\n") + "\n"
    }

    /// The table as a French Excel opens it: byte order mark, semicolons, and no cell that is a formula.
    pub fn csv(&self) -> String {
        let line = |cells: &[String]| cells.iter().map(|cell| cell_csv(cell)).collect::<Vec<_>>().join(";") + "\r\n";
        std::iter::once(&self.headers).chain(&self.rows).fold(String::from("\u{feff}"), |text, row| text + &line(row))
    }
}

/// A cell without terminal control sequences.
fn clean(cell: &str) -> String {
    harmless(cell).replace(['\n', '\r'], " ")
}

fn cell_csv(cell: &str) -> String {
    let guarded = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if guarded.contains([';', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_is_safe_to_open() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect();
        let table = Table { headers: row(&["quoi"]), rows: vec![row(&["=1+1"]), row(&["a;\"b\""]), row(&["été"])] };
        assert_eq!(table.csv(), "\u{feff}quoi\r\n'=1+1\r\n\"a;\"\"b\"\"\"\r\nété\r\n");
    }
}
