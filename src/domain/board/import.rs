//! Import of a table of people into the board: its columns and people are recognised, and the changes become edits.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::json;

use super::column::Column;
use crate::domain::{
    edit::{Change, Edit, batch::Batch, cascade},
    model::{
        board::{Board, Newcomer, Release},
        catalogue::Catalogues,
        document::FileId,
        folder::Folder,
    },
    value::{
        new_ids::NewIds,
        text::{fold, one_line},
        when::Day,
    },
};

/// A table read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The headers of its columns.
    pub heads: Vec<String>,
    /// Its rows, each with its line number in the file.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// What a column of the table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    /// The id of a person.
    Id,
    /// A first name, next to a column of family names.
    FirstName,
    /// A column of the board.
    Column(Column),
    /// Nothing that the board imports.
    LeftOut,
    /// Not recognised.
    Unknown,
}

/// Usual headers of schools and service centres, by the column that they mean.
const USUAL: [(&str, &[&str]); 6] = [
    (Newcomer::NAME, &["nom-complet", "nom-et-prenom", "prenom-et-nom", "employe", "nom-de-famille"]),
    (Newcomer::JOB, &["poste", "emploi", "titre", "titre-d-emploi", "corps-d-emploi", "tache"]),
    (Newcomer::BUILDING, &["ecole", "pavillon", "lieu", "lieu-de-travail", "immeuble"]),
    (Newcomer::ARRIVAL, &["date-d-arrivee", "date-d-entree", "date-d-embauche", "entree-en-fonction", "debut"]),
    (Newcomer::MENTOR, &["personne-mentore", "mentore", "mentorat"]),
    (Newcomer::CONTACT, &["personne-repondante", "repondante"]),
];

/// The headers of first names.
const FIRST_NAMES: [&str; 2] = ["prenom", "prenoms"];

/// Determines what each column of a table holds: from earlier choices of the user, then from the board's own column
/// names and the usual headers.
pub fn headings(sheet: &Spreadsheet, names: &[(String, Column)], chosen: &BTreeMap<String, String>) -> Vec<Heading> {
    let of_key = |key: &str| names.iter().find(|(_, column)| column.key() == key).map(|(_, column)| column.clone());
    let heading = |head: &String| {
        let said = slug(head);
        if let Some(key) = chosen.get(&said) {
            return of_key(key).map_or(Heading::LeftOut, Heading::Column);
        }
        if said == Newcomer::ID {
            return Heading::Id;
        }
        if FIRST_NAMES.contains(&said.as_str()) {
            return Heading::FirstName;
        }
        let usual = USUAL.iter().find(|(_, heads)| heads.contains(&said.as_str())).and_then(|(key, _)| of_key(key));
        let known = || names.iter().find(|(name, _)| *name == said).map(|(_, column)| column.clone());
        // Derived values are not imported.
        match known().or(usual) {
            Some(column) if column.place().is_none() => Heading::LeftOut,
            Some(column) => Heading::Column(column),
            None if said.is_empty() => Heading::LeftOut,
            None => Heading::Unknown,
        }
    };
    let mut headings: Vec<Heading> = sheet.heads.iter().map(heading).collect();
    // If two columns hold one field, the first is used.
    for at in 1..headings.len() {
        if matches!(headings[at], Heading::Column(_) | Heading::Id) && headings[..at].contains(&headings[at]) {
            headings[at] = Heading::LeftOut;
        }
    }
    headings
}

/// The headers of the columns that are not imported.
pub fn left_out<'a>(sheet: &'a Spreadsheet, headings: &[Heading]) -> Vec<&'a str> {
    let out =
        sheet.heads.iter().zip(headings).filter(|(head, heading)| {
            matches!(heading, Heading::LeftOut | Heading::Unknown) && !head.trim().is_empty()
        });
    out.map(|(head, _)| head.as_str()).collect()
}

/// Normalises a header: folded, with its words joined by hyphens.
pub fn slug(head: &str) -> String {
    let folded = fold(head.trim());
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The effect of importing a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The edits; those that add people come last.
    pub edits: Vec<Edit>,
    /// How many people are added.
    pub added: usize,
    /// How many people on the board change.
    pub changed: usize,
    /// Rejected values: the line in the file, the header, the value. An empty header means that the person of that line
    /// could not be identified.
    pub refused: Vec<(usize, String, String)>,
    /// How many people at the school are not in the table.
    pub absent: usize,
}

/// Computes what a table would change. Returns `None` without a column of names or ids.
///
/// A table with ids was exported by this program: an emptied cell clears its field. In any other table, empty cells
/// change nothing. People are recognised by their id, or by the words of their name in any order.
pub fn import(
    folder: &Folder,
    catalogues: &Catalogues,
    sheet: &Spreadsheet,
    headings: &[Heading],
    today: Day,
    ids: NewIds,
) -> Option<Import> {
    let mut rows = Importer::of(folder, catalogues, headings, today, ids)?;
    for (line, row) in &sheet.rows {
        rows.take(*line, row, &sheet.heads);
    }
    Some(rows.finish())
}

/// The state of an import, row by row.
struct Importer<'a> {
    folder: &'a Folder,
    catalogues: &'a Catalogues,
    headings: &'a [Heading],
    today: Day,
    ids: NewIds,
    /// The positions of the columns by which people are recognised.
    id: Option<usize>,
    name: Option<usize>,
    first_name: Option<usize>,
    /// Whether there is a column of arrivals.
    tells_arrivals: bool,
    /// The positions of the people on the board, by id, then by the sorted words of their name.
    places: HashMap<&'a str, usize>,
    known: HashMap<Vec<String>, Vec<usize>>,
    /// The folder with only the person of the current row, so that a row does not cost a copy of the whole board.
    alone: Folder,
    seen: HashSet<usize>,
    names: HashSet<Vec<String>>,
    added: Vec<Newcomer>,
    import: Import,
}

impl<'a> Importer<'a> {
    fn of(
        folder: &'a Folder,
        catalogues: &'a Catalogues,
        headings: &'a [Heading],
        today: Day,
        ids: NewIds,
    ) -> Option<Self> {
        let at = |wanted: &Heading| headings.iter().position(|heading| heading == wanted);
        let (id, name) = (at(&Heading::Id), at(&Heading::Column(Column::Field(Newcomer::NAME))));
        id.or(name)?;
        let board = &folder.board;
        let mut known: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, person) in board.everyone().enumerate() {
            known.entry(words(&person.name)).or_default().push(at);
        }
        let mut alone = Folder { plan: folder.plan.clone(), ..Folder::default() };
        alone.board.own.clone_from(&board.own);
        Some(Importer {
            folder,
            catalogues,
            headings,
            today,
            ids,
            id,
            name,
            first_name: at(&Heading::FirstName),
            tells_arrivals: at(&Heading::Column(Column::Field(Newcomer::ARRIVAL))).is_some(),
            places: board.everyone().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect(),
            known,
            alone,
            seen: HashSet::new(),
            names: HashSet::new(),
            added: Vec::new(),
            import: Import::default(),
        })
    }

    /// Takes a row: somebody on the board, somebody new, or a person who cannot be identified.
    fn take(&mut self, line: usize, row: &[String], heads: &[String]) {
        let said = full_name(cell(row, self.first_name), cell(row, self.name));
        let id = cell(row, self.id);
        let by_id = self.places.get(id).copied();
        let place = match (by_id, self.known.get(&words(&said)).map(Vec::as_slice)) {
            (Some(at), _) => Some(at),
            (None, Some([only])) if id.is_empty() => Some(*only),
            // A name shared by two people or two lines, or no name at all: the person cannot be identified.
            (None, None) if id.is_empty() && !said.is_empty() && self.names.insert(words(&said)) => None,
            _ => {
                if row.iter().any(|cell| !cell.trim().is_empty()) {
                    self.import.refused.push((line, String::new(), said));
                }
                return;
            }
        };
        if place.is_some_and(|at| !self.seen.insert(at)) {
            self.import.refused.push((line, String::new(), said));
            return;
        }
        let person = match place {
            Some(at) => self.folder.board.people[at].clone(),
            None => self.arriving(&said).into(),
        };
        let who = person.id.clone();
        self.alone.board.people = vec![person];
        let mut batch = Batch::new(&self.alone);
        for (at, (head, heading)) in heads.iter().zip(self.headings).enumerate() {
            let Heading::Column(column) = heading else { continue };
            // A name by which somebody was recognised stays as the school writes it.
            if column.key() == Newcomer::NAME && (by_id.is_none() || said.is_empty()) {
                continue;
            }
            let value = if column.key() == Newcomer::NAME { said.as_str() } else { cell(row, Some(at)) };
            if !self.put(&mut batch, &who, column, value) {
                self.import.refused.push((line, head.clone(), value.to_owned()));
            }
        }
        match place {
            Some(_) => {
                let edits = batch.into_edits();
                self.import.changed += usize::from(!edits.is_empty());
                self.import.edits.extend(edits);
            }
            None => self.added.extend(batch.folder().board.person(&who).cloned()),
        }
    }

    /// Creates a newcomer, who arrives today unless the table has a column of arrivals.
    fn arriving(&self, name: &str) -> Newcomer {
        let arriving = arriving(self.folder, name, self.today, self.added.len(), self.ids);
        let arrival = arriving.arrival.filter(|_| !self.tells_arrivals);
        Newcomer { arrival, ..arriving }
    }

    /// Sets a field from a cell; an empty cell clears it only in a table with ids. Returns whether the value fits.
    fn put(&self, batch: &mut Batch, person: &str, column: &Column, value: &str) -> bool {
        let (Some(place), Some(record)) = (column.place(), batch.folder().board.person(person)) else { return true };
        let year = batch.folder().plan.year();
        if value == column.value(record, year).plain() || value.is_empty() && self.id.is_none() {
            return true;
        }
        let kind = column.kind(batch.folder(), self.catalogues);
        let typed = match kind.is_list() {
            true if value.contains([';', '\n']) => value.replace(';', "\n"),
            true => value.replace(',', "\n"),
            false => value.to_owned(),
        };
        let Ok(parsed) = kind.parse(&typed, year, self.today.0) else { return false };
        let path = [&[Board::PEOPLE, person][..], &place].concat();
        cascade::set(batch, &FileId::Board, &path, parsed, self.today).is_ok()
    }

    fn finish(self) -> Import {
        let Importer { folder, places, seen, added, mut import, .. } = self;
        let board = &folder.board;
        import.absent = board.present().filter(|person| !seen.contains(&places[person.id.as_str()])).count();
        import.added = added.len();
        // Each new person is a single edit that inserts the whole record.
        let first = board.people.len();
        import.edits.extend(added.iter().enumerate().map(|(at, person)| Edit {
            file: FileId::Board,
            path: vec![Board::PEOPLE.into()],
            change: Change::Insert { at: first + at, item: json!(person) },
        }));
        import
    }
}

/// Returns the trimmed cell of a row at a column; empty if there is no such column.
fn cell(row: &[String], at: Option<usize>) -> &str {
    at.and_then(|at| row.get(at)).map_or("", |cell| unguarded(cell.trim()))
}

/// The folded words of a name, sorted, so that « Côté Amélie » is Amélie Côté.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(name).split_whitespace().map(|word| word.trim_matches(',').to_owned()).collect();
    words.sort();
    words
}

/// Strips the apostrophe that keeps a spreadsheet from reading a cell as a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// Builds a full name: « Côté, Amélie », or « Côté » with the first name « Amélie », is Amélie Côté.
fn full_name(first: &str, name: &str) -> String {
    let said = match (first, name.split_once(',')) {
        ("", Some((family, first))) => format!("{} {}", first.trim(), family.trim()),
        ("", None) => name.to_owned(),
        (first, _) => format!("{first} {name}"),
    };
    one_line(&said)
}

/// Creates a newcomer who arrives today after `others`, with the release days that the school grants on arrival.
pub fn arriving(folder: &Folder, name: &str, today: Day, others: usize, ids: NewIds) -> Newcomer {
    let bank = folder.plan.resources.release.as_ref();
    let number = folder.board.next_number() + others;
    Newcomer {
        id: ids.of(&format!("n{number:02}"), |id| folder.board.person(id).is_some()),
        name: name.to_owned(),
        arrival: Some(today),
        induction_year: Some(1),
        release: bank.map(|bank| Release { granted: bank.per_arrival, ..Release::default() }),
        ..Newcomer::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{edit, model::board::Wellbeing};

    fn sheet(heads: &[&str], rows: &[&[&str]]) -> Spreadsheet {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let rows = rows.iter().enumerate().map(|(at, row)| (at + 2, texts(row))).collect();
        Spreadsheet { heads: texts(heads), rows }
    }

    fn folder() -> Folder {
        let mut folder = Folder::default();
        let board = json!({"personnes": [
            {"id": "n01", "nom": "Amélie Côté", "fonction": "enseignante", "besoins": ["a, b", "c"]},
            {"id": "n02", "nom": "Jean Roy"}, {"id": "n03", "nom": "Jean Roy"}
        ]});
        folder.hold(&FileId::Board, &board);
        folder
    }

    fn names() -> Vec<(String, Column)> {
        Column::all(&folder().board).into_iter().map(|column| (slug(column.key()), column)).collect()
    }

    #[test]
    fn a_staff_list_is_recognised_and_taken_in() {
        let folder = folder();
        let sheet = sheet(
            &["Nom de famille", "Prénom", "Poste", "Date d’entrée", "État", "Matricule"],
            &[
                &["Côté", "Amélie", "orthopédagogue", "", "à suivre", "1"],
                &["Bélanger", "Zoé", "concierge", "26 oct. 2026", "VA BIEN", "2"],
                &["Roy", "Jean", "x", "", "", "3"],
                &["Nguyễn", "An", "y", "hier peut-être", "", "4"],
                &["", "", "", "", "", ""],
            ],
        );
        let headings = headings(&sheet, &names(), &BTreeMap::new());
        assert_eq!(headings[5], Heading::Unknown, "a head that nobody knows is asked");
        let today = Day("2026-11-21".parse().expect("a day"));
        let import =
            import(&folder, &Catalogues::default(), &sheet, &headings, today, NewIds::salted(7)).expect("names");
        assert_eq!((import.added, import.changed, import.absent), (2, 1, 2));
        let refused: Vec<_> = import.refused.iter().map(|(line, head, _)| (*line, head.as_str())).collect();
        assert_eq!(refused, [(4, ""), (5, "Date d’entrée")], "two Jean Roy; a day that is none");
        let mut after = folder.clone();
        edit::apply(&mut after, &import.edits).expect("fits");
        assert_eq!(after.board.person("n01").map(|p| p.job.as_str()), Some("orthopédagogue"));
        let zoe = after.board.find("Zoé Bélanger").expect("Zoé");
        assert_eq!(
            (zoe.wellbeing(), zoe.arrival.map(|d| d.0.to_string())),
            (Wellbeing::Well, Some("2026-10-26".into()))
        );
    }

    #[test]
    fn two_lines_of_one_name_are_not_put_together() {
        let folder = folder();
        let sheet = sheet(
            &["Nom", "Poste", "Poste"],
            &[&["Côté Amélie", "a", "z"], &["Neuf Un", "x", ""], &["Neuf Un", "y", ""], &["amélie côté", "b", ""]],
        );
        let headings = headings(&sheet, &names(), &BTreeMap::new());
        assert_eq!(left_out(&sheet, &headings), ["Poste"], "two columns for one field");
        let today = Day("2026-11-21".parse().expect("a day"));
        let import =
            import(&folder, &Catalogues::default(), &sheet, &headings, today, NewIds::salted(7)).expect("names");
        assert_eq!((import.added, import.changed), (1, 1));
        assert_eq!(import.refused.iter().map(|(line, ..)| *line).collect::<Vec<_>>(), [4, 5]);
    }

    #[test]
    fn a_long_list_costs_what_its_lines_do() {
        let rows: Vec<Vec<String>> =
            (0..5000).map(|n| vec![format!("Personne Numéro{n}"), "concierge".into()]).collect();
        let mut long = sheet(&["Nom", "Poste"], &[]);
        long.rows = rows.into_iter().enumerate().map(|(at, row)| (at + 2, row)).collect();
        let headings = headings(&long, &names(), &BTreeMap::new());
        let today = Day("2026-11-21".parse().expect("a day"));
        let import =
            import(&folder(), &Catalogues::default(), &long, &headings, today, NewIds::salted(7)).expect("names");
        assert_eq!((import.added, import.edits.len()), (5000, 5000));
        let ids: HashSet<&str> = import
            .edits
            .iter()
            .filter_map(|edit| match &edit.change {
                Change::Insert { item, .. } => item["id"].as_str(),
                _ => None,
            })
            .collect();
        assert_eq!(ids.len(), 5000, "each has an id of its own");
    }

    #[test]
    fn what_was_given_out_comes_back_as_no_change() {
        let folder = folder();
        let columns: Vec<Column> = Column::all(&folder.board).into_iter().filter(|c| c.place().is_some()).collect();
        let heads: Vec<&str> = std::iter::once("id").chain(columns.iter().map(Column::key)).collect();
        let year = folder.plan.year();
        let rows: Vec<Vec<String>> = folder
            .board
            .everyone()
            .map(|person| {
                std::iter::once(person.id.clone())
                    .chain(columns.iter().map(|c| c.value(person, year).plain()))
                    .collect()
            })
            .collect();
        let mut out = sheet(&heads, &[]);
        out.rows = rows.into_iter().enumerate().map(|(at, row)| (at + 2, row)).collect();
        let headings = headings(&out, &names(), &BTreeMap::new());
        let today = Day("2026-11-21".parse().expect("a day"));
        let same = import(&folder, &Catalogues::default(), &out, &headings, today, NewIds::salted(7)).expect("ids");
        assert_eq!((same.edits.len(), same.refused.len()), (0, 0), "{:?}", same.edits);
        let job = heads.iter().position(|head| *head == "fonction").expect("a job");
        out.rows[0].1[job].clear();
        out.rows[1].1[job] = "'=concierge".into();
        let changed = import(&folder, &Catalogues::default(), &out, &headings, today, NewIds::salted(7)).expect("ids");
        assert_eq!((changed.edits.len(), changed.changed), (2, 2), "an emptied cell empties its field");
    }
}
