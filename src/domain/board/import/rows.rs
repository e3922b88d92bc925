//! The rows of a staff list, one person each.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
};

use serde_json::{Value, json};

use super::{
    Arrivals, Import, ImportChoices, ImportContext, ImportRefusal, ImportedPerson, Unfit,
    arriving::completed,
    headings::Heading,
    names, usual,
    who::{PeopleIndex, RowIdentity, cell, compared},
};
use crate::domain::{
    board::{column::Column, welcome},
    edit::{
        Change, Edit,
        batch::Batch,
        cascade::{self, Saying},
    },
    model::{
        board::{Board, Newcomer},
        document::FileId,
        field_kind::Kind,
        folder::Folder,
        welcome::WelcomeStep,
    },
    table::{SheetRow, Spreadsheet, dates, slug},
    value::{
        text::fold,
        timestamp::DateOrder,
        when::{Day, SchoolYear},
    },
};

/// Imports the rows of a table of which everything is known.
pub fn import(
    context: ImportContext<'_>,
    table: &Spreadsheet,
    headings: Vec<Heading>,
    orders: &BTreeMap<usize, DateOrder>,
    choices: &ImportChoices,
) -> Import {
    let new: Vec<Edit> = new_columns(&context.folder.board, &headings);
    let mut rows = Importer::of(context, table, &headings, orders);
    for row in table.rows.iter().filter(|row| !row.is_blank()) {
        if row.is_hidden && choices.with_hidden != Some(true) {
            rows.import.hidden += 1;
        } else if !rows.ends_at(row) {
            rows.import.headless += usize::from(table.has_headless(row));
            rows.take(row);
        }
    }
    let mut import = rows.finish();
    for person in &mut import.people {
        let is_out = matches!((choices.arrivals, &person.added), (Some(Arrivals::Since(from)), Some(new))
            if new.arrival.is_none_or(|day| day.0 < from));
        person.is_ticked = is_out == choices.toggled.contains(&person.line);
        import.earlier += usize::from(is_out && !person.is_ticked);
        import.half_named += usize::from(person.added.is_some() && !person.name.contains(' '));
    }
    Import { sheet: table.name.clone(), columns: new, headings, ..import }
}

/// The edits that add the columns which the board does not have.
fn new_columns(board: &Board, headings: &[Heading]) -> Vec<Edit> {
    let new = headings.iter().filter_map(Heading::new_column);
    let insert = |(at, own)| Edit {
        file: FileId::Board,
        path: vec![Board::OWN.into()],
        change: Change::Insert { at: board.own.len() + at, item: json!(own) },
    };
    new.enumerate().map(insert).collect()
}

/// The state of an import, row by row.
struct Importer<'a> {
    context: ImportContext<'a>,
    table: &'a Spreadsheet,
    orders: &'a BTreeMap<usize, DateOrder>,
    /// The columns that set something: their position, and what they set.
    columns: Vec<(usize, Column, Kind)>,
    people: PeopleIndex<'a>,
    /// The folder with only the school year, the school's columns and the person of the current row, so that a row does
    /// not cost a copy of the board and of the plan.
    alone: Folder,
    seen: HashSet<usize>,
    /// The usual steps of a welcome.
    usual: Vec<WelcomeStep>,
    next_number: usize,
    /// Whether other heads began: what is under them is not about these columns.
    is_over: bool,
    import: Import,
}

impl<'a> Importer<'a> {
    fn of(
        context: ImportContext<'a>,
        table: &'a Spreadsheet,
        headings: &[Heading],
        orders: &'a BTreeMap<usize, DateOrder>,
    ) -> Self {
        let board = &context.folder.board;
        let mut alone = Folder::default();
        alone.plan.school.year.clone_from(&context.folder.plan.school.year);
        alone.plan.retention.clone_from(&context.folder.plan.retention);
        alone.board.own.clone_from(&board.own);
        alone.board.own.extend(headings.iter().filter_map(Heading::new_column).cloned());
        let columns = headings.iter().enumerate().filter_map(|(at, heading)| {
            let column = heading.column()?;
            let kind = column.kind(context.folder, context.catalogues);
            Some((at, column, kind))
        });
        let columns: Vec<(usize, Column, Kind)> = columns.collect();
        Importer {
            context,
            table,
            orders,
            people: PeopleIndex::of(board, table, headings),
            columns,
            alone,
            seen: HashSet::new(),
            usual: (context.welcome)(),
            next_number: board.next_number(),
            is_over: false,
            import: Import { first: board.people.len(), ..Import::default() },
        }
    }

    /// Takes a row: somebody on the board, somebody new, or a person who cannot be identified.
    fn take(&mut self, row: &SheetRow) {
        let refusal = |head: &str, value: &str, why| ImportRefusal {
            line: row.line,
            head: head.to_owned(),
            value: value.to_owned(),
            why,
        };
        if let Some(column) = row.broken {
            let head = self.table.heads.get(column).map_or("", String::as_str);
            return self.import.refused.push(refusal(head, &self.people.said(row).0.name, Unfit::Broken));
        }
        let identity = match self.people.identity(row) {
            Ok(identity) if identity.place.is_none_or(|at| self.seen.insert(at)) => identity,
            Ok(RowIdentity { written, .. }) => {
                return self.import.refused.push(refusal("", &written.name, Unfit::Whose));
            }
            Err(why) => {
                let head = self.people.column().map_or("", |at| &self.table.heads[at]);
                return self.import.refused.push(refusal(head, &self.people.said(row).0.name, why));
            }
        };
        if let Some(title) = &identity.written.title {
            *self.import.titles.entry(title.clone()).or_default() += 1;
        }
        let original = match identity.place {
            Some(at) => Newcomer::clone(&self.context.folder.board.people[at]),
            None => self.arriving(&identity.written.name),
        };
        let who = original.id.clone();
        self.alone.board.people = vec![original.clone().into()];
        let mut batch = Batch::new(&self.alone);
        for (at, column, kind) in &self.columns {
            // A name by which somebody was recognised stays as the school writes it.
            let is_name = column.key() == Newcomer::NAME;
            if is_name && (!identity.is_by_id || identity.words.is_empty()) {
                continue;
            }
            let value = if is_name { Cow::Borrowed(identity.written.name.as_str()) } else { said(row, *at, column) };
            if !self.put(&mut batch, &original, (*at, column, kind), &value) {
                self.import.refused.push(refusal(&self.table.heads[*at], &value, Unfit::Value));
            }
        }
        add_asides(&mut batch, &who, &identity.written.aside);
        let mut person = ImportedPerson {
            line: row.line,
            name: identity.written.name,
            added: None,
            edits: Vec::new(),
            is_ticked: true,
        };
        if identity.place.is_some() {
            person.name = original.name;
            person.edits = batch.into_edits();
            self.import.people.extend(Some(person).filter(|person| !person.edits.is_empty()));
        } else if let Some(added) = batch.folder().board.person(&who) {
            person.added = Some(Box::new(self.expected(added)));
            self.import.people.push(person);
        }
    }

    /// Whether the table is over at a row: other heads begin there, or began above.
    fn ends_at(&mut self, row: &SheetRow) -> bool {
        if !self.is_over && self.is_of_heads(row) {
            self.is_over = true;
            let (head, value) = (String::new(), String::new());
            self.import.refused.push(ImportRefusal { line: row.line, head, value, why: Unfit::OtherHeads });
        }
        self.is_over
    }

    /// Whether every cell of a row is a head.
    fn is_of_heads(&self, row: &SheetRow) -> bool {
        let is_head = |cell: &String| usual::is_known(&slug(cell), self.context.names);
        row.filled() >= 2 && row.cells.iter().filter(|cell| !cell.trim().is_empty()).all(is_head)
    }

    /// Somebody new, with what the school grants, and the steps of the welcome that are still to come.
    fn expected(&self, listed: &Newcomer) -> Newcomer {
        let folder = self.context.folder;
        let person = completed(folder, listed);
        let welcome = welcome::coming(folder, &self.usual, &person, self.context.today.0);
        Newcomer { welcome, ..person }
    }

    /// Creates somebody of whom the list says nothing yet.
    fn arriving(&mut self, name: &str) -> Newcomer {
        let board = &self.context.folder.board;
        let stem = format!("n{:02}", self.next_number);
        self.next_number += 1;
        Newcomer {
            id: self.context.ids.of(&stem, |id| board.person(id).is_some()),
            name: name.to_owned(),
            ..Newcomer::default()
        }
    }

    /// Sets a field from a cell; an empty cell clears it only in a table with ids. Returns whether the value fits.
    fn put(&self, batch: &mut Batch, original: &Newcomer, column: (usize, &Column, &Kind), value: &str) -> bool {
        let (at, column, kind) = column;
        let Some(place) = column.place() else { return true };
        let year = batch.folder().plan.year();
        // What the list repeats of the board is no change, whatever another column of the row has changed.
        let known = column.value(original, year).plain();
        // A number is the same without the zeros that a spreadsheet took away.
        let is_number = self.people.is_number(at);
        let is_same = value == known || is_number && !known.is_empty() && compared(value) == compared(&known);
        if is_same || value.is_empty() && !self.people.has_ids() {
            return true;
        }
        let Some(parsed) = self.parsed(at, kind, value, year).filter(|_| !names::has_lost_a_letter(value)) else {
            return false;
        };
        let path = [&[Board::PEOPLE, original.id.as_str()][..], &place].concat();
        let saying = Saying { begins: false, ..Saying::today(self.context.today) };
        cascade::set(batch, &FileId::Board, &path, parsed, saying).is_ok()
    }

    /// The value of a cell; `None` if it does not fit. Nothing is read from the day of the import.
    fn parsed(&self, at: usize, kind: &Kind, value: &str, year: SchoolYear) -> Option<Option<Value>> {
        if matches!(kind, Kind::Day | Kind::When) && !value.is_empty() {
            let day = dates::day(value, self.orders.get(&at).copied(), self.table.is_1904);
            return match (day, kind) {
                (Some(day), _) => Some(Some(json!(Day(day)))),
                (None, Kind::When) => Some(Some(json!(value))),
                (None, _) => None,
            };
        }
        let typed = match kind.is_list() {
            true if value.contains([';', '\n']) => value.replace(';', "\n"),
            true => value.replace(',', "\n"),
            false => value.to_owned(),
        };
        kind.parse(&typed, year, self.context.today.0).ok()
    }

    fn finish(self) -> Import {
        let Importer { context, people, seen, mut import, .. } = self;
        let present = context.folder.board.present(self.context.today.0);
        import.absent = present.filter(|person| people.place(&person.id).is_none_or(|at| !seen.contains(&at))).count();
        import
    }
}

/// What a row says in a column of the board: whoever accompanies is named as the school writes names.
fn said<'a>(row: &'a SheetRow, at: usize, column: &Column) -> Cow<'a, str> {
    match (column.key(), cell(row, Some(at))) {
        (Newcomer::MENTOR | Newcomer::CONTACT, name) => names::of("", name).name.into(),
        (_, value) => value.into(),
    }
}

/// Puts what stood in parentheses after a name among the particulars of the post.
fn add_asides(batch: &mut Batch, who: &str, asides: &[String]) {
    let Some(person) = batch.folder().board.person(who) else { return };
    let mut situation = person.situation.clone();
    let is_known = |aside: &&String| !person.situation.iter().any(|known| fold(known) == fold(aside));
    situation.extend(asides.iter().filter(is_known).cloned());
    if situation != person.situation {
        let path = [Board::PEOPLE, who, Newcomer::SITUATION];
        // A list of texts always fits.
        let _ = batch.set(&FileId::Board, &path, json!(situation));
    }
}
