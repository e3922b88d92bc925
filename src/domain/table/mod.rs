//! Tables that people have in files, made by any program: their sheets, their heads and their rows.

pub mod dates;

use crate::domain::value::text::fold;

/// The number of rows, from the top of a sheet, among which the heads are looked for.
const HEADS_WITHIN: usize = 20;

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, as a spreadsheet or a text editor shows it.
    pub line: usize,
    /// Its cells, as texts; days are written as ISO 8601.
    pub cells: Vec<String>,
    /// Whether the spreadsheet hides it, by hand or by a filter.
    pub is_hidden: bool,
    /// The position of its first cell that holds a formula.
    pub formula: Option<usize>,
    /// The position of its first cell that holds an error, or a formula that was never computed.
    pub broken: Option<usize>,
}

impl SheetRow {
    /// A row of plain cells.
    pub fn plain(line: usize, cells: Vec<String>) -> Self {
        SheetRow { line, cells, ..SheetRow::default() }
    }

    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.filled() == 0 && self.broken.is_none()
    }

    /// How many cells are not blank.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// A sheet of a file that is shown, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; `None` for a text.
    pub name: Option<String>,
    /// Its rows that say something.
    pub rows: Vec<SheetRow>,
    /// Whether its days are counted from 1904.
    pub is_1904: bool,
}

impl Sheet {
    /// The position of the first row that may be one of heads: the first with two cells, or else with one.
    pub fn first(&self) -> Option<usize> {
        let wide = self.rows.iter().position(|row| row.filled() >= 2);
        wide.or_else(|| self.rows.iter().position(|row| !row.is_blank()))
    }

    /// The sheet with the letters of its columns as heads, for a list whose first row is one of people.
    pub fn lettered(&self) -> Option<Sheet> {
        let first = self.first()?;
        let mut sheet = self.clone();
        let letters = ('A'..='Z').map(String::from).take(sheet.rows[first].cells.len());
        sheet.rows.insert(first, SheetRow::plain(sheet.rows[first].line, letters.collect()));
        Some(sheet)
    }
}

/// A table: its heads, and the rows under them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The name of its sheet; `None` for a text.
    pub name: Option<String>,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<SheetRow>,
    /// Whether its days are counted from 1904.
    pub is_1904: bool,
}

impl Spreadsheet {
    /// The table of a sheet: the row with the most known heads gives the heads, or else the first row with at least two
    /// cells. Above it, a row of heads for groups of columns completes the empty ones. `None` without a row under the
    /// heads.
    pub fn of(sheet: &Sheet, is_known: impl Fn(&str) -> bool) -> Option<Spreadsheet> {
        let first = sheet.first()?;
        let known = |row: &SheetRow| row.cells.iter().filter(|cell| is_known(&slug(cell))).count();
        let within = sheet.rows.iter().enumerate().skip(first).take(HEADS_WITHIN);
        // The first of the best: a person may be called as a head is.
        let best = within.map(|(at, row)| (known(row), std::cmp::Reverse(at))).max();
        let at = best.filter(|(known, _)| *known >= 2).map_or(first, |(_, at)| at.0);
        let heads = sheet.rows[at].cells.iter().enumerate();
        let above = at.checked_sub(1).filter(|above| *above >= first).map(|above| &sheet.rows[above].cells);
        let group = |column: usize| above.and_then(|cells| cells.get(column)).map_or("", |cell| cell.trim());
        let heads = heads.map(|(column, head)| if head.trim().is_empty() { group(column) } else { head.trim() });
        let mut heads: Vec<String> = heads.map(ToOwned::to_owned).collect();
        if let Some(above) = above {
            say_groups(&mut heads, above, &is_known);
        }
        let mut rows = &sheet.rows[at + 1..];
        while let Some((first, rest)) = rows.split_first()
            && let Some(joined) = joined_heads(&heads, first, &is_known)
        {
            (heads, rows) = (joined, rest);
        }
        // A list printed on several pages repeats its heads.
        let is_repeated = |row: &&SheetRow| {
            row.filled() >= 2
                && row.cells.iter().zip(&heads).all(|(cell, head)| cell.trim().is_empty() || slug(cell) == slug(head))
        };
        let rows = rows.iter().filter(|row| !is_repeated(row)).cloned().collect();
        let table = Spreadsheet { name: sheet.name.clone(), heads, rows, is_1904: sheet.is_1904 };
        (!table.rows.is_empty()).then_some(table)
    }

    /// Whether a row says something where no head stands over it.
    pub fn has_headless(&self, row: &SheetRow) -> bool {
        let has_head = |at: usize| self.heads.get(at).is_some_and(|head| !head.is_empty());
        row.cells.iter().enumerate().any(|(at, cell)| !cell.trim().is_empty() && !has_head(at))
    }

    /// The cells of a column that are not blank.
    pub fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(move |row| row.cells.get(at))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    }
}

/// Tells apart heads that stand several times by the groups above them: « Nom » under « Mentor » is no newcomer's. A group
/// that is no column is that of the list itself.
fn say_groups(heads: &mut [String], above: &[String], is_known: impl Fn(&str) -> bool) {
    let is_several = |head: &String| heads.iter().filter(|other| slug(other) == slug(head)).count() > 1;
    let several: Vec<bool> = heads.iter().map(|head| !head.is_empty() && is_several(head)).collect();
    let mut group = "";
    for (at, head) in heads.iter_mut().enumerate() {
        group = above.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).unwrap_or(group);
        if several[at] && is_known(&slug(group)) && slug(group) != slug(head) {
            *head = format!("{group} : {head}");
        }
    }
}

/// The heads of two rows, if what is under the first one goes on with it: « Date » over « d’arrivée », a group over its
/// columns, the same in another language. `None` if the row is one of people.
fn joined_heads(heads: &[String], row: &SheetRow, is_known: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let known = |head: &str| is_known(&slug(head));
    let (mut alone, mut together, mut same, mut filled) = (0, 0, 0, 0);
    let is_group = |head: &str| heads.iter().filter(|other| *other == head).count() > 1;
    let mut joined = heads.to_vec();
    joined.resize(heads.len().max(row.cells.len()), String::new());
    for (head, cell) in joined.iter_mut().zip(&row.cells) {
        let said = cell.trim();
        if said.is_empty() {
            continue;
        }
        filled += 1;
        let both = format!("{head} {said}");
        if slug(said) == slug(head) {
            same += 1;
        } else if !head.is_empty() && !known(head) && known(&both) {
            together += 1;
            *head = both;
        } else if known(said) {
            alone += 1;
            if !known(head) || is_group(head) {
                *head = said.to_owned();
            }
        } else if !head.is_empty() {
            together += usize::from(known(&both));
            *head = both;
        } else {
            *head = said.to_owned();
        }
    }
    let are_heads = alone + together + same;
    (are_heads * 2 >= filled && (alone + same >= 2 || together > 0)).then_some(joined)
}

/// How a feminine is written beside a masculine.
const FEMININES: [&str; 8] = ["(e)", "(es)", "(ne)", "(le)", "(trice)", "(euse)", "(ere)", "(s)"];

/// Normalises a head: folded, with its words joined by hyphens. « Employé(e) » is « employé ».
pub fn slug(head: &str) -> String {
    let folded = FEMININES.iter().fold(fold(head.trim()), |said, feminine| said.replace(feminine, ""));
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let row = |(at, cells): (usize, &&[&str])| {
            SheetRow::plain(at + 1, cells.iter().map(|cell| (*cell).to_owned()).collect())
        };
        Sheet { rows: rows.iter().enumerate().map(row).collect(), ..Sheet::default() }
    }

    #[test]
    fn the_heads_are_the_row_that_is_known_best_and_a_title_or_a_group_above_is_not() {
        let known = |head: &str| ["nom", "prenom", "poste", "matricule"].contains(&head);
        for rows in [
            &[&["Nom", "Prénom", "Poste"][..], &["Roy", "Luc", "x"]][..],
            &[&["Liste du personnel, octobre"], &["Nom", "Prénom", "Poste"], &["Roy", "Luc", "x"]],
            &[&["Identité", "Identité", "Emploi"], &["Nom", "Prénom", "Poste"], &["Roy", "Luc", "x"]],
            &[&["Centre", "2026"], &["Imprimé le", "1er octobre"], &["Nom", "Prénom", "Poste"], &["Roy", "Luc", "x"]],
        ] {
            let table = Spreadsheet::of(&sheet(rows), known).expect("a table");
            assert_eq!(table.heads, ["Nom", "Prénom", "Poste"], "{rows:?}");
            assert_eq!(table.rows.len(), 1, "{rows:?}");
        }
        let table = Spreadsheet::of(&sheet(&[&["Mot", "Nom"], &["", "Prénom"], &["a", "b"]]), known).expect("a table");
        assert_eq!(table.heads, ["Mot", "Nom"], "nothing is known of two rows: the first gives the heads");
        let table =
            Spreadsheet::of(&sheet(&[&["Bâtiment", "", ""], &["Nom", "Prénom", "Poste"], &["a", "b", "c"]]), known);
        assert_eq!(table.expect("a table").heads.len(), 3);
        assert_eq!(Spreadsheet::of(&sheet(&[&["Nom", "Prénom"]]), known), None);
    }

    #[test]
    fn heads_of_several_rows_are_one_and_nobody_is_called_as_a_head() {
        let known = |head: &str| {
            ["nom", "prenom", "poste", "lieu", "date-d-arrivee", "last-name", "first-name", "position"].contains(&head)
        };
        for (rows, heads) in [
            (
                &[
                    &["Nom", "Prénom", "Poste", "Poste"][..],
                    &["Nom", "Prénom", "Lieu", "Poste"],
                    &["Roy", "Luc", "a", "b"],
                ][..],
                &["Nom", "Prénom", "Lieu", "Poste"][..],
            ),
            (
                &[&["Nom", "Prénom", "Poste"], &["Last name", "First name", "Position"], &["Roy", "Luc", "a"]],
                &["Nom", "Prénom", "Poste"],
            ),
            (
                &[&["Nom", "Date", "Date"], &["", "d'arrivée", "de départ"], &["Roy", "x", "y"]],
                &["Nom", "Date d'arrivée", "Date de départ"],
            ),
            (
                &[&["Nom", "Poste", "Date"], &["", "", "d'arrivée"], &["Roy", "a", "x"]],
                &["Nom", "Poste", "Date d'arrivée"],
            ),
            (&[&["Nom", "Poste"], &["Roy", "a"], &["Nom", "Poste"]], &["Nom", "Poste"]),
            (&[&["Lieu", "Nom"], &["Poste", "Roy"]], &["Lieu", "Nom"]),
            (
                &[&["Poste", "", "Nouveaux", ""], &["Nom", "Prénom", "Nom", "Prénom"], &["Roy", "Luc", "Wu", "Li"]],
                &["Poste : Nom", "Poste : Prénom", "Nom", "Prénom"],
            ),
            (&[&["Nom"], &["Roy"]], &["Nom"]),
        ] {
            let table = Spreadsheet::of(&sheet(rows), known).expect("a table");
            assert_eq!(table.heads, heads, "{rows:?}");
            assert_eq!(table.rows.len(), 1, "{rows:?}");
        }
    }
}
