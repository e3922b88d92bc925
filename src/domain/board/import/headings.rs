//! What the columns of a staff list hold: recognised by their heads, or proposed from their heads and their values.

use std::collections::BTreeMap;

use super::{names, usual};
use crate::domain::{
    board::column::Column,
    model::{
        board::{Board, Newcomer, Tier, Wellbeing},
        folder::Folder,
        own_column::{OwnColumn, OwnKind},
    },
    table::{
        Spreadsheet,
        dates::{self, ColumnOrder},
        slug,
    },
    value::text::fold,
};

/// The key that a remembered choice has for a column to add to the school's own.
pub const NEW: &str = "+";

/// The key that a remembered choice has for a column of first names.
pub const FIRST: &str = "prénom";

/// What a column of the table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// The id of a person.
    Id,
    /// A first name, next to a column of family names.
    FirstName,
    /// A column of the board.
    Column(Column),
    /// A column that the school does not have yet.
    New(OwnColumn),
    /// Nothing that the board imports.
    LeftOut,
    /// Not recognised: to ask about.
    Unknown,
}

impl Heading {
    /// The column of the board that it sets.
    pub fn column(&self) -> Option<Column> {
        match self {
            Heading::Column(column) => Some(column.clone()),
            Heading::New(own) => Some(Column::Own(own.clone())),
            Heading::Id | Heading::FirstName | Heading::LeftOut | Heading::Unknown => None,
        }
    }

    /// The column that the board gets with it.
    pub fn new_column(&self) -> Option<&OwnColumn> {
        match self {
            Heading::New(own) => Some(own),
            Heading::Id | Heading::FirstName | Heading::Column(_) | Heading::LeftOut | Heading::Unknown => None,
        }
    }

    /// The key by which a choice of it is remembered; empty for what stays out.
    pub fn key(&self) -> &str {
        match self {
            Heading::Column(column) => column.key(),
            Heading::New(_) => NEW,
            Heading::FirstName => FIRST,
            Heading::Id | Heading::LeftOut | Heading::Unknown => "",
        }
    }

    /// Whether it holds names.
    pub fn is_name(&self) -> bool {
        *self == Heading::Column(Column::Field(Newcomer::NAME))
    }
}

/// Determines what each column of a table holds: from earlier choices of the user, then from the board's own column
/// names and the usual heads.
pub fn headings(
    sheet: &Spreadsheet,
    folder: &Folder,
    names: &[(String, Column)],
    chosen: &BTreeMap<String, String>,
) -> Vec<Heading> {
    let of_key = |key: &str| Column::of_key(&folder.board, key);
    let heading = |(at, head): (usize, &String)| {
        let said = slug(head);
        match chosen.get(&said).map(String::as_str) {
            Some(NEW) => {
                let own = folder.board.own.iter().find(|own| slug(own.title()) == said);
                return own.map_or_else(
                    || Heading::New(new_column(sheet, at, &folder.board)),
                    |own| Heading::Column(Column::Own(own.clone())),
                );
            }
            Some(FIRST) => return Heading::FirstName,
            Some(key) => return of_key(key).map_or(Heading::LeftOut, Heading::Column),
            None => {}
        }
        if said == Newcomer::ID {
            return Heading::Id;
        }
        if usual::is_first_name(&said) {
            return Heading::FirstName;
        }
        if usual::is_vague(&said) && sheet.column(at).next().is_some() {
            return Heading::Unknown;
        }
        let usual = usual::usual(&said).and_then(of_key);
        let known = || names.iter().find(|(name, _)| *name == said).map(|(_, column)| column.clone());
        // Derived values are not imported.
        match known().or(usual) {
            Some(column) if column.place().is_none() => Heading::LeftOut,
            // « Titre » may be « Mme », and « Tâche » a percentage: what a head usually means must be what it holds.
            Some(column) if column.key() == Newcomer::JOB && !is_of_jobs(sheet, at) => Heading::Unknown,
            Some(column) => Heading::Column(column),
            None if said.is_empty() || sheet.column(at).next().is_none() => Heading::LeftOut,
            None => Heading::Unknown,
        }
    };
    let headings = sheet.heads.iter().enumerate().map(heading).collect();
    without_rivals(headings, sheet, names, chosen)
}

/// The headings with one column for each field: if several may hold it, the one whose head says it best is used, and
/// another is asked about unless it says the same.
fn without_rivals(
    mut headings: Vec<Heading>,
    sheet: &Spreadsheet,
    names: &[(String, Column)],
    chosen: &BTreeMap<String, String>,
) -> Vec<Heading> {
    let sureness = |at: usize| {
        let said = slug(&sheet.heads[at]);
        (
            sheet.column(at).next().is_some(),
            chosen.contains_key(&said),
            !usual::is_second(&said),
            usual::is_named(&said, names),
            std::cmp::Reverse(at),
        )
    };
    let cells = |at: usize| sheet.rows.iter().map(move |row| row.cells.get(at).map_or("", |cell| cell.trim()));
    for at in 0..headings.len() {
        let is_one = matches!(headings[at], Heading::Column(_) | Heading::New(_) | Heading::Id | Heading::FirstName);
        let rivals = || (0..headings.len()).filter(|other| is_one && headings[*other] == headings[at]);
        if let Some(best) = rivals().max_by_key(|other| sureness(*other)) {
            for other in rivals().filter(|other| *other != best).collect::<Vec<_>>() {
                let said = slug(&sheet.heads[other]);
                // What is chosen for a head goes for each column that has it.
                let is_told = chosen.contains_key(&said) || said == slug(&sheet.heads[best]);
                let is_same = cells(other).zip(cells(best)).all(|(said, best)| said.is_empty() || said == best);
                headings[other] = if is_told || is_same { Heading::LeftOut } else { Heading::Unknown };
            }
        }
    }
    headings
}

/// What a column that is not recognised may hold, likeliest first: by what its head resembles, by what its values are, or
/// else a new column of the school's own.
pub fn proposals(
    sheet: &Spreadsheet,
    at: usize,
    folder: &Folder,
    names: &[(String, Column)],
    taken: &[Heading],
) -> Vec<Heading> {
    let editable = Column::editable(&folder.board);
    let free: Vec<Column> = editable.filter(|column| !taken.contains(&Heading::Column(column.clone()))).collect();
    let said = slug(&sheet.heads[at]);
    let alike = |column: &Column| {
        let known = names.iter().filter(|(_, known)| known == column).map(|(name, _)| name.as_str());
        let usual =
            usual::USUAL.iter().filter(|(key, _)| *key == column.key()).flat_map(|(_, heads)| heads.iter().copied());
        // A head that is almost another begins like it: « Entré » is no « mentore ».
        let begins_like = |name: &&str| name.chars().next() == said.chars().next();
        let near = known.chain(usual).filter(begins_like).map(|name| strsim::jaro_winkler(name, &said));
        let best = near.fold(0.0, f64::max);
        // A head that is almost another is not that of an arrival when it says an end or a birth.
        let is_another = column.key() == Newcomer::ARRIVAL && says_another_day(&said);
        if best > 0.9 && !usual::is_vague(&said) && !is_another { best } else { 0.0 }
    };
    let score = |column: &Column| match column.key() {
        Newcomer::JOB if !is_of_jobs(sheet, at) => 0.0,
        _ => alike(column) + values(sheet, at, column, folder),
    };
    let mut scored: Vec<(f64, Heading)> =
        free.into_iter().map(|column| (score(&column), Heading::Column(column))).collect();
    if usual::is_first_name(&said) {
        scored.push((2.0, Heading::FirstName));
    } else if let Some(name) = taken.iter().position(Heading::is_name).filter(|_| !taken.contains(&Heading::FirstName))
    {
        // Beside names of one word, words with a capital are first names.
        let are_parts = are_words(sheet, name) && are_words(sheet, at);
        scored.push((if are_parts { 0.6 } else { 0.0 }, Heading::FirstName));
    }
    // A column of the school's own loses nothing, and says nothing that is not so.
    scored.push((0.5, Heading::New(new_column(sheet, at, &folder.board))));
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, heading)| heading).collect()
}

/// Whether the values of a column may be jobs: not titles of people, and not figures.
fn is_of_jobs(sheet: &Spreadsheet, at: usize) -> bool {
    let is_job = |cell: &&str| !names::is_title(cell) && !cell.starts_with(|c: char| c.is_ascii_digit());
    let cells: Vec<&str> = sheet.column(at).collect();
    cells.is_empty() || cells.iter().filter(|cell| is_job(cell)).count() * 2 >= cells.len()
}

/// Whether the values of a column are full names.
pub fn are_names(sheet: &Spreadsheet, at: usize) -> bool {
    let cells: Vec<&str> = sheet.column(at).collect();
    !cells.is_empty() && cells.iter().filter(|cell| is_name(cell)).count() * 2 >= cells.len()
}

/// Whether the values of a column are one or two words with a capital, as half of a name is.
fn are_words(sheet: &Spreadsheet, at: usize) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
    let is_part = |cell: &&str| cell.split_whitespace().count() <= 2 && cell.split_whitespace().all(is_word);
    let cells: Vec<&str> = sheet.column(at).collect();
    let alone = cells.iter().filter(|cell| !cell.contains(' ')).count();
    !cells.is_empty() && cells.iter().all(is_part) && alone * 2 > cells.len()
}

/// Whether the heads of a table are a row of people like the others: over names stands a name, and over another column
/// what its cells say too, or a day over days. A person too many is seen in the preview; one too few is not.
pub fn are_people(sheet: &Spreadsheet) -> bool {
    let heads = || sheet.heads.iter().enumerate();
    let is_like_its_cells = |(at, head): (usize, &String)| {
        let is_said = sheet.column(at).any(|cell| slug(cell) == slug(head));
        !head.is_empty() && (is_said || dates::is_day(head) && sheet.column(at).any(dates::is_day))
    };
    let is_over_names = |(at, head): (usize, &String)| is_name(head) && are_names(sheet, at);
    heads().any(is_over_names) && (sheet.heads.len() == 1 || heads().any(is_like_its_cells))
}

/// How well days fit an arrival under a head that may say another day: less than a column of the school's own.
const ELSE: f64 = 0.4;

/// How well the values of a column fit a column of the board, from 0 to 1.
fn values(sheet: &Spreadsheet, at: usize, column: &Column, folder: &Folder) -> f64 {
    let cells: Vec<&str> = sheet.column(at).take(200).collect();
    let share = |fits: &dyn Fn(&str) -> bool| {
        let share = cells.iter().filter(|cell| fits(cell)).count() as f64 / cells.len().max(1) as f64;
        if share >= 0.8 { share } else { 0.0 }
    };
    let is_in = |words: &[&str], cell: &str| words.iter().any(|word| fold(word) == fold(cell));
    match column.key() {
        // Only one date of a person is in most lists, unless its head says that it is another.
        Newcomer::ARRIVAL if says_another_day(&slug(&sheet.heads[at])) => ELSE * share(&dates::is_day),
        Newcomer::ARRIVAL => share(&dates::is_day),
        Newcomer::NAME => share(&is_name),
        Newcomer::MENTOR => share(&|cell| folder.plan.committee.names().any(|name| fold(name) == fold(cell))),
        Newcomer::BUILDING => share(&|cell| folder.plan.school.buildings.iter().any(|known| fold(known) == fold(cell))),
        Newcomer::WELLBEING => share(&|cell| is_in(Wellbeing::WORDS, cell)),
        Newcomer::TIER => share(&|cell| is_in(Tier::WORDS, cell)),
        _ => 0.0,
    }
}

/// Whether a head, normalised, may be that of a day other than an arrival: a birth, an end, whatever its words say that is
/// not about beginning. « Date d’arrivée à l’école » says an arrival first, and where.
fn says_another_day(head: &str) -> bool {
    const ARRIVALS: [&str; 6] = ["arrival", "arrivee", "embauche", "entree", "hire", "start"];
    const OF_ARRIVALS: [&str; 30] = [
        "a",
        "affectation",
        "arrival",
        "arrivee",
        "au",
        "d",
        "date",
        "dates",
        "day",
        "de",
        "debut",
        "depuis",
        "du",
        "embauche",
        "emploi",
        "en",
        "entree",
        "fonction",
        "hire",
        "hired",
        "job",
        "jour",
        "l",
        "le",
        "of",
        "poste",
        "premier",
        "service",
        "since",
        "start",
    ];
    let words = || head.split(['-', '_']).filter(|word| !word.is_empty());
    let is_place = |word: &str| ["ecole", "centre", "etablissement", "school"].contains(&word);
    let says_arrival = words().any(|word| ARRIVALS.contains(&word));
    words().any(|word| !OF_ARRIVALS.contains(&word) && !(says_arrival && (is_place(word) || ARRIVALS.contains(&word))))
}

/// Whether a cell looks like a full name: two to five words, most with a capital, and no figure.
pub fn is_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=5).contains(&words.len()) && capitals >= 2 && !cell.chars().any(|c| c.is_ascii_digit() || "@/:".contains(c))
}

/// A column of the school's own for a column of the table: of days if all its values are, of text if not.
fn new_column(sheet: &Spreadsheet, at: usize, board: &Board) -> OwnColumn {
    let head = sheet.heads[at].trim();
    let is_of_days = sheet.column(at).next().is_some()
        && sheet.column(at).all(|cell| dates::is_day(cell) && dates::says_its_century(cell))
        && !matches!(dates::order(sheet.column(at)), ColumnOrder::Ambiguous(_));
    let kind = Some(if is_of_days { OwnKind::Day } else { OwnKind::Text });
    OwnColumn { id: Column::free_key(board, head), name: head.to_owned(), kind, choices: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::SheetRow;

    #[test]
    fn the_day_of_an_end_or_of_a_birth_is_proposed_as_no_arrival() {
        let of = |head: &str| Spreadsheet {
            name: None,
            heads: vec!["Nom".into(), head.into()],
            rows: vec![SheetRow::plain(2, vec!["Zoé Un".into(), "2027-06-30".into()])],
            is_1904: false,
        };
        let taken = [Heading::Column(Column::Field(Newcomer::NAME)), Heading::Unknown];
        let arrival = Heading::Column(Column::Field(Newcomer::ARRIVAL));
        let first = |head: &str| proposals(&of(head), 1, &Folder::default(), &[], &taken).remove(0);
        for head in [
            "Date de fin",
            "Date de départ",
            "Date de retraite",
            "Date de naissance",
            "Fin de contrat",
            "Arrivée au Québec",
        ] {
            assert_ne!(first(head), arrival, "{head}");
        }
        for head in ["Date de début d'emploi", "Premier jour de service", "Entrée au centre"] {
            assert_eq!(first(head), arrival, "{head}");
        }
    }
}
