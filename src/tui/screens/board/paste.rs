//! Pasting a block from a spreadsheet at the cursor: shown before it is written.

use std::collections::{BTreeSet, HashMap};

use super::{
    block, cell, filter,
    selection::{self, column, columns, person},
};
use crate::{
    domain::{
        board::column::Column,
        edit::{Edit, batch::Batch, cascade},
        model::board::Newcomer,
        table::{Sheet, SheetRow, slug},
        value::text::{fold, one_line},
    },
    tui::{
        app::App,
        dialog::fields,
        effect::{Effect, SaveKind},
        screens::staff_import,
        state::{consent::Consent, dialog::Dialog},
    },
    words::{self, id},
};

/// What becomes of a text pasted on the board.
pub enum Pasted {
    /// It goes into the cell just opened.
    Value(String),
    /// It is asked about, or told.
    Taken(Vec<Effect>),
}

/// Handles a text pasted on the board: a block is confirmed first; a list with names, pasted on them, is taken as a staff
/// list, which finds whom it is about and adds the others.
pub fn paste(app: &mut App, text: &str) -> Pasted {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = rows(text.trim_end_matches('\n'));
    let only = lines.first().filter(|line| lines.len() == 1 && line.len() == 1).and_then(|line| line.first());
    if let Some(cells) = block::cells(app).filter(|cells| cells.count() > 1) {
        match only {
            // As in any spreadsheet, one value goes into every cell chosen.
            Some(only) => return Pasted::Taken(block::fill(app, &cells, only)),
            None => block::stand_at_first(app, &cells),
        }
    }
    match (column(app), only) {
        (None, Some(_)) => app.tell(app.words.get(id!("paste-where")).into_owned()),
        (None, None) if app.is_projected() => app.warn(app.words.get(id!("import-not-here")).into_owned()),
        (None, None) => return Pasted::Taken(staff_import::read(app, &[as_list(app, lines)])),
        (Some(_), Some(only)) => {
            let only = only.clone();
            let effects = cell::replace(app);
            return if app.dialog.is_some() { Pasted::Value(only) } else { Pasted::Taken(effects) };
        }
        (Some(_), None) => ask(app, &lines),
    }
    Pasted::Taken(Vec::new())
}

/// The lines pasted on names as a list, under the heads that it brings or those of the columns where it is pasted.
fn as_list(app: &App, mut lines: Vec<Vec<String>>) -> Sheet {
    let names = words::board::all_names(&app.folder.board);
    let is_head = |cell: &String| {
        let slug = slug(cell);
        !slug.is_empty() && names.iter().any(|(name, _)| *name == slug)
    };
    if !lines.first().is_some_and(|line| line.iter().any(is_head)) {
        let all =
            std::iter::once(Column::Field(Newcomer::NAME)).chain(columns(app).into_iter().map(|(column, _)| column));
        let width = lines.iter().map(Vec::len).max().unwrap_or(1);
        let heads = all.take(width).map(|column| words::board::column(&app.words, &column).into_owned());
        lines.insert(0, heads.collect());
    }
    let rows = lines.into_iter().enumerate().map(|(at, cells)| SheetRow::plain(at + 1, cells));
    Sheet { rows: rows.collect(), ..Sheet::default() }
}

/// Whom each line of a block is about: by the names in its first column, where at least half of them are the name of one
/// person on the board; that column is then no value, and a line with another name is about nobody. Otherwise the people
/// shown, from the cursor on.
fn whom(app: &App, lines: &[Vec<String>]) -> (Vec<Option<String>>, bool) {
    let is_wide = lines.iter().all(|line| line.len() > 1);
    if is_wide && !app.is_projected() {
        let mut called: HashMap<String, Vec<&String>> = HashMap::new();
        for person in app.folder.board.people.iter().filter(|person| !person.name.is_empty()) {
            called.entry(fold(&person.name)).or_default().push(&person.id);
        }
        let named = |line: &Vec<String>| match called.get(&fold(line.first()?.trim()))?.as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        };
        let by_name: Vec<Option<String>> = lines.iter().map(named).collect();
        if by_name.iter().flatten().count() * 2 >= lines.len() {
            return (by_name, true);
        }
    }
    let at = app.views.board.at;
    let shown = (0..lines.len()).map(|down| person(app, at + down).map(|person| person.id.clone()));
    (shown.collect(), false)
}

/// Shows what a block would change, and asks for confirmation.
fn ask(app: &mut App, lines: &[Vec<String>]) {
    let PastedBlock { edits, values, erasing, refused, undated, outside } = block(app, lines);
    if edits.is_empty() && erasing.is_empty() && refused.is_empty() {
        app.tell(app.words.get(id!("paste-nothing")).into_owned());
        return;
    }
    let said = |edit: &Edit| words::edit::say_of(&app.words, &app.folder, edit, app.level(), |id| app.person_name(id));
    let refusal = refused.first().map(|first| {
        app.words.say(id!("paste-refused"), &[("n", refused.len().into()), ("first", first.as_str().into())])
    });
    // An empty cell of a block says nothing by itself: what it would erase is asked about apart.
    let erases = (!erasing.is_empty()).then(|| {
        let first = app.words.say(id!("paste-erases"), &[("n", erasing.len().into())]);
        let lines: Vec<String> = [first, String::new()].into_iter().chain(erasing.iter().map(said)).collect();
        (lines, erasing)
    });
    if edits.is_empty() {
        app.warn(refusal.unwrap_or_default());
        if let Some((lines, erasing)) = erases {
            app.open(Dialog::ask(lines, Consent::Erase(erasing)));
        }
        return;
    }
    let mut shown: Vec<String> = vec![app.words.say(id!("paste-ask"), &[("n", values.into())])];
    shown.extend(refusal);
    if outside > 0 {
        shown.push(app.words.say(id!("paste-outside"), &[("n", outside.into())]));
    }
    shown.extend(undated.into_iter().map(|said| app.words.say(id!("kept-as-text"), &[("said", said.into())])));
    shown.push(String::new());
    shown.extend(edits.iter().map(said));
    let consent = match erases {
        Some((lines, erasing)) => Consent::EditsThenErase(edits, lines, erasing),
        None => Consent::Edits(edits, SaveKind::Ordinary),
    };
    app.open(Dialog::ask(shown, consent));
}

/// What a block does.
#[derive(Default)]
struct PastedBlock {
    /// The edits that its values make.
    edits: Vec<Edit>,
    /// How many of its values change something; an edit may follow from one of them.
    values: usize,
    /// The edits by which its empty cells would erase something.
    erasing: Vec<Edit>,
    /// The values that their columns do not take.
    refused: Vec<String>,
    /// The values of dates that say no day.
    undated: BTreeSet<String>,
    /// How many of its lines are about nobody on the board.
    outside: usize,
}

fn block(app: &App, lines: &[Vec<String>]) -> PastedBlock {
    let columns = columns(app);
    let first = selection::place(app, &columns).saturating_sub(1);
    let (mut gathered, mut erasing, mut refused) = (Batch::new(&app.folder), Batch::new(&app.folder), Vec::new());
    let (mut values, mut undated) = (0, BTreeSet::new());
    let (people, is_named) = whom(app, lines);
    let outside = people.iter().filter(|id| id.is_none()).count();
    for (id, line) in people.into_iter().zip(lines) {
        let Some(id) = id else { continue };
        for (along, value) in line.iter().skip(usize::from(is_named)).enumerate() {
            let column = columns.get(first + along).map(|(column, _)| column);
            let field = column
                .filter(|column| !filter::is_hidden(app, &id, column))
                .and_then(|column| fields::cell(app, &id, column));
            let parsed = field.as_ref().map(|field| {
                let typed = if field.kind.is_list() { value.replace([',', ';'], "\n") } else { value.clone() };
                field.kind.parse(&typed, app.year(), app.today())
            });
            match (field, parsed) {
                (Some(field), Some(Ok(parsed))) => {
                    let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
                    undated.extend(field.undated(parsed.as_ref(), app.year()).map(ToOwned::to_owned));
                    let batch = if parsed.is_none() { &mut erasing } else { &mut gathered };
                    let before = batch.count();
                    let is_value = parsed.is_some();
                    if cascade::set(batch, &field.file, &path, parsed, app.saying()).is_err() {
                        refused.push(value.trim().to_owned());
                    } else if is_value && batch.count() > before {
                        values += 1;
                    }
                }
                _ if value.trim().is_empty() => {}
                _ => refused.push(value.trim().to_owned()),
            }
        }
    }
    PastedBlock { edits: gathered.into_edits(), values, erasing: erasing.into_edits(), refused, undated, outside }
}

/// The rows of a block as copied from a spreadsheet: cells separated by tabs, quoted when they hold a newline. Each
/// value becomes a single line, as board cells are.
fn rows(text: &str) -> Vec<Vec<String>> {
    let reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok).map(|row| row.iter().map(one_line).collect()).collect()
}
