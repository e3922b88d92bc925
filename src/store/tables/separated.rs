//! Texts with a delimiter: CSV in its various dialects.

use super::accents;
use crate::{
    domain::{
        table::SheetRow,
        value::{
            fault::{Code, Fault, Place},
            text::tally,
        },
    },
    store::read,
};

/// The possible delimiters, likeliest last.
const SEPARATORS: [u8; 4] = [b'|', b'\t', b',', b';'];

/// Whether a line of a text has so many delimiters that no list has as many columns.
pub fn is_too_wide(line: &[u8]) -> bool {
    const MOST: usize = 2_000;
    line.len() > MOST && SEPARATORS.iter().any(|mark| line.iter().filter(|byte| *byte == mark).count() > MOST)
}

/// The rows of a delimited text that say something, each with its row number in a spreadsheet.
///
/// # Errors
/// If a quote is not closed, or the bytes are no table.
pub fn rows(name: &str, bytes: &[u8]) -> Result<Vec<SheetRow>, Fault> {
    let text = match read::decode(name, bytes) {
        Ok((text, _)) => text,
        Err(_) => accents::decoded(bytes),
    };
    let start = text.trim_start().get(..5).unwrap_or_default().to_lowercase();
    if text.contains('\0') || start == "%pdf-" {
        return Err(Fault::new(Code::NotATable, name));
    }
    // What many programs call .xls is a page of the web.
    if ["<html", "<!doc", "<?xml", "<tabl", "<head", "<meta"].contains(&start.as_str()) {
        return Err(Fault::new(Code::WebPage, name));
    }
    // An unclosed quote would make one cell of everything after it.
    if let Some((line, excerpt)) = unclosed(&text) {
        let column = excerpt.chars().take_while(|c| *c != '"').count() + 1;
        let place = Place { file: name.into(), line, column, excerpt: excerpt.into() };
        return Err(Fault::new(Code::Quote, name).at(place));
    }
    // Excel may name the delimiter on the first line.
    let told = text.strip_prefix("sep=").and_then(|rest| Some((*rest.as_bytes().first()?, rest.find('\n')?)));
    let table = match told {
        Some((separator, end)) => records(&text, "sep=".len() + end + 1, separator),
        None => {
            let tables = SEPARATORS.map(|separator| records(&text, 0, separator));
            tables.into_iter().flatten().max_by(|a, b| regularity(a).total_cmp(&regularity(b)))
        }
    };
    let rows = table.ok_or_else(|| Fault::new(Code::NotATable, name))?;
    Ok(rows.into_iter().filter(|row| !row.is_blank()).collect())
}

/// The line where a quote opens that is never closed, from 1. A line with an odd number of quotes opens a cell of several
/// lines, which the next such line closes, at the end of a cell.
fn unclosed(text: &str) -> Option<(usize, &str)> {
    let mut open: Option<(usize, &str)> = None;
    for (at, line) in text.lines().enumerate().filter(|(_, line)| line.matches('"').count() % 2 == 1) {
        let closes = || {
            let after = line.split_once('"').map_or("", |(_, after)| after);
            after.is_empty() || after.starts_with([',', ';', '\t', '"', '\r'])
        };
        open = match open {
            None => Some((at + 1, line)),
            Some(_) if closes() => None,
            Some(open) => return Some(open),
        };
    }
    open
}

/// The records of a text from an offset on, with that delimiter; `None` if it does not parse.
fn records(text: &str, from: usize, separator: u8) -> Option<Vec<SheetRow>> {
    let body = &text[from..];
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(body.as_bytes());
    let lines = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
    let mut rows: Vec<SheetRow> = Vec::new();
    // A cell of several lines is on one row of a spreadsheet.
    let (mut line, mut counted, mut inner) = (1 + lines(&text[..from]), 0, 0);
    for record in reader.records() {
        let record = record.ok()?;
        // A record is said to begin where the last one ended, before the line ends and the empty lines between them.
        let said = usize::try_from(record.position()?.byte()).ok()?;
        let start = said + body.get(said..)?.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += lines(body.get(counted..start)?);
        counted = start;
        rows.push(SheetRow::plain(line - inner, record.iter().map(ToOwned::to_owned).collect()));
        inner += record.iter().map(lines).sum::<usize>();
    }
    Some(rows)
}

/// Whether the cells are halves of names, « Tremblay, Luc », under a head that is whole: the mark between them parts no
/// columns.
fn are_names(rows: &[SheetRow]) -> bool {
    let is_name = |row: &SheetRow| matches!(row.cells.as_slice(), [_, first] if first.starts_with(' '));
    match rows {
        [head, rest @ ..] => head.cells.len() == 1 && !rest.is_empty() && rest.iter().all(is_name),
        [] => false,
    }
}

/// How well the records agree on their width: from 0 to 1, and slightly more for wide ones. A title may come before the
/// heads, and have a comma in it, but with the right delimiter nearly every row has as many cells.
fn regularity(rows: &[SheetRow]) -> f64 {
    if are_names(rows) {
        return 0.0;
    }
    let widths = tally(rows.iter().map(|row| row.cells.len()));
    let Some((width, alike)) = widths.into_iter().find(|(width, _)| *width > 1) else { return 0.0 };
    alike as f64 / rows.len() as f64 + width as f64 / 100_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does_whatever_ends_the_lines() {
        for end in ["\n", "\r\n"] {
            let text = ["Nom;Poste", "", "\"Roy\nLuc\";x", "Côté;y", "", "Lu;z"].join(end);
            let rows = rows("f.csv", text.as_bytes()).expect("a table");
            assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 4, 6], "{end:?}");
        }
        let rows = rows("f.csv", "sep=,\r\nNom,Poste\r\nRoy,x\r\n".as_bytes()).expect("a table");
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3]);
        let rows = super::rows("f.csv", "NOM\nTremblay, Luc\nCôté, Zoé\n".as_bytes()).expect("a table");
        assert_eq!(rows[1].cells, ["Tremblay, Luc"]);
        let rows = super::rows("f.csv", "Liste du personnel\nNom,Poste\nRoy,x\n".as_bytes()).expect("a table");
        assert_eq!(rows[2].cells, ["Roy", "x"]);
        let rows = super::rows("f.csv", "Nom|Poste\nRoy, Luc|x\n".as_bytes()).expect("a table");
        assert_eq!(rows[1].cells, ["Roy, Luc", "x"]);
    }

    #[test]
    fn an_unclosed_quote_is_told_with_its_line() {
        for (text, line) in [
            ("Nom,Poste\nRoy,\"x\nCôté,y\n", 2),
            ("Nom,Poste\n\"Roy\nLuc\",x\nCôté,\"y\nLu,z\n", 4),
            ("Nom,Poste\nRoy,\"x\nCôté,\"y\"\nLu,\"z\nw\"\n", 2),
        ] {
            let fault = rows("f.csv", text.as_bytes()).expect_err("is refused");
            assert_eq!((fault.code, fault.place.line), (Code::Quote, line), "{text}");
            assert_eq!(fault.place.excerpt.chars().nth(fault.place.column - 1), Some('"'), "{text}");
        }
        assert!(rows("f.csv", b"Nom,Poste\n\"Roy\n\"\"Luc\"\"\n\",x\n").is_ok());
    }
}
