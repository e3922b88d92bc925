//! Pasting a block from a spreadsheet at the cursor: shown before it is written.

use super::{
    cell, filter,
    selection::{column, columns, person, shown},
};
use crate::{
    domain::{
        edit::{Edit, batch::Batch, cascade},
        value::text::one_line,
    },
    tui::{
        app::App,
        dialog::fields,
        effect::SaveKind,
        state::{consent::Consent, dialog::Dialog},
    },
    words::{self, id},
};

/// Handles a text pasted on the board: a block is confirmed first; a single value is returned, to be pasted into the
/// cell just opened.
pub fn paste(app: &mut App, text: &str) -> Option<String> {
    if column(app).is_none() {
        app.tell(app.words.get(id!("paste-where")).into_owned());
        return None;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = rows(text.trim_end_matches('\n'));
    if let [only] = lines.as_slice()
        && let [only] = only.as_slice()
    {
        cell::replace(app);
        return Some(only.clone());
    }
    ask(app, &lines);
    None
}

/// Shows what a block would change, and asks for confirmation.
fn ask(app: &mut App, lines: &[Vec<String>]) {
    let (edits, refused) = block(app, lines);
    if edits.is_empty() && refused.is_empty() {
        app.tell(app.words.get(id!("paste-nothing")).into_owned());
        return;
    }
    let outside = lines.len().saturating_sub(shown(app).len().saturating_sub(app.views.board.at));
    let said = |edit: &Edit| words::edit::say_of(&app.words, &app.folder, edit, app.level(), |id| app.alias(id));
    let refusal = refused.first().map(|first| {
        app.words.say(id!("paste-refused"), &[("n", refused.len().into()), ("first", first.as_str().into())])
    });
    if edits.is_empty() {
        app.warn(refusal.unwrap_or_default());
        return;
    }
    let mut shown: Vec<String> = vec![app.words.say(id!("paste-ask"), &[("n", edits.len().into())])];
    shown.extend(refusal);
    if outside > 0 {
        shown.push(app.words.say(id!("paste-outside"), &[("n", outside.into())]));
    }
    shown.push(String::new());
    shown.extend(edits.iter().map(said));
    app.open(Dialog::ask(shown, Consent::Edits(edits, SaveKind::Ordinary)));
}

/// The edits that a block makes, and the values refused. An empty value leaves its cell unchanged.
fn block(app: &App, lines: &[Vec<String>]) -> (Vec<Edit>, Vec<String>) {
    let columns = columns(app);
    let first = cell::place(app, &columns).saturating_sub(1);
    let (mut gathered, mut refused) = (Batch::new(&app.folder), Vec::new());
    for (down, line) in lines.iter().enumerate() {
        let Some(id) = person(app, app.views.board.at + down).map(|person| person.id.clone()) else { break };
        for (along, value) in line.iter().enumerate().filter(|(_, value)| !value.trim().is_empty()) {
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
                    if cascade::set(&mut gathered, &field.file, &path, parsed, app.saying()).is_err() {
                        refused.push(value.trim().to_owned());
                    }
                }
                _ => refused.push(value.trim().to_owned()),
            }
        }
    }
    (gathered.into_edits(), refused)
}

/// The rows of a block as copied from a spreadsheet: cells separated by tabs, quoted when they hold a newline. Each
/// value becomes a single line, as board cells are.
fn rows(text: &str) -> Vec<Vec<String>> {
    let reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok).map(|row| row.iter().map(one_line).collect()).collect()
}
