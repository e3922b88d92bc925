//! A block pasted from a spreadsheet into the board, from the cell under the cursor on: shown before it is written.

use super::{
    cell, finding,
    rows::{column, columns, person, shown},
};
use crate::{
    domain::{change, edit::Edit, gathered::Gathered, when::Day},
    tui::{
        app::App,
        effect::Weight,
        forms,
        overlay::{Consent, Overlay, Target},
    },
    words,
};

/// Takes a text pasted on the board: a line alone is typed into the cell; a block is asked first.
pub fn paste(app: &mut App, text: &str) {
    if column(app).is_none() {
        app.tell(app.words.get("paste-where").into_owned());
        return;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.trim_end_matches('\n').split('\n').collect();
    if let [only] = lines.as_slice()
        && !only.contains('\t')
    {
        let _ = cell::edit(app);
        match &mut app.overlay {
            Some(Overlay::Edit { input, target: Target::Cell(..), .. }) => {
                input.clear();
                input.paste(only);
            }
            Some(Overlay::Pick { picker, target: Target::Cell(..), .. }) => picker.filter.paste(only),
            _ => {}
        }
        return;
    }
    let (edits, refused) = block(app, &lines);
    let outside = lines.len().saturating_sub(shown(app).len() - app.views.board.at);
    let said = |edit: &Edit| words::edit::say_to(&app.words, &app.folder, edit, app.level());
    let mut shown: Vec<String> = vec![app.words.say("paste-ask", &[("n", edits.len().into())])];
    if !refused.is_empty() {
        shown.push(
            app.words.say("paste-refused", &[("n", refused.len().into()), ("first", refused[0].as_str().into())]),
        );
    }
    if outside > 0 {
        shown.push(app.words.say("paste-outside", &[("n", outside.into())]));
    }
    shown.push(String::new());
    shown.extend(edits.iter().map(said));
    if edits.is_empty() {
        app.warn(shown.into_iter().take(2).collect::<Vec<_>>().join(" "));
        return;
    }
    app.open(Overlay::ask(shown, Consent::Edits(edits, Weight::Ordinary)));
}

/// The edits that a block makes, and the values that fit nowhere. An empty value leaves its cell as it is.
fn block(app: &App, lines: &[&str]) -> (Vec<Edit>, Vec<String>) {
    let columns = columns(app);
    let first = columns.iter().position(|(c, _)| Some(c.key()) == app.views.board.column.as_deref()).unwrap_or(0);
    let (mut gathered, mut refused) = (Gathered::over(&app.folder), Vec::new());
    for (down, line) in lines.iter().enumerate() {
        let Some(id) = person(app, app.views.board.at + down).map(|person| person.id.clone()) else { break };
        for (along, value) in line.split('\t').enumerate().filter(|(_, value)| !value.trim().is_empty()) {
            let column = columns.get(first + along).map(|(column, _)| column);
            let field = column
                .filter(|column| !finding::is_hidden(app, &id, column))
                .and_then(|column| forms::cell(app, &id, column));
            let parsed = field.as_ref().map(|field| {
                let typed = if field.kind.is_list() { value.replace([',', ';'], "\n") } else { value.to_owned() };
                field.kind.parse(&typed, app.year(), app.today())
            });
            match (field, parsed) {
                (Some(field), Some(Ok(parsed))) => {
                    let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
                    if change::set(&mut gathered, &field.file, &path, parsed, Day(app.today())).is_err() {
                        refused.push(value.trim().to_owned());
                    }
                }
                _ => refused.push(value.trim().to_owned()),
            }
        }
    }
    (gathered.into_edits(), refused)
}
