//! Entry of a trace about a person, in five short fields, each saved as soon as it is answered.

use serde_json::{Value, json};

use crate::{
    domain::{
        edit::Edit,
        model::{
            board::{Board, Newcomer, Trace},
            document::FileId,
        },
        value::when::Day,
    },
    tui::{
        app::App,
        components::input::Input,
        effect::Effect,
        state::dialog::{Destination, Dialog},
    },
    words::id,
};

/// The fields, in the order they are asked.
const FIELDS: [&str; 5] = [Trace::GOES_WELL, Trace::CHALLENGE, Trace::NEXT_STEP, Trace::SUPPORT, Trace::BY];

/// Starts a trace about a person.
pub fn begin(app: &mut App, person: &str) -> Vec<Effect> {
    if app.shows_private(person) {
        return ask(app, person, 0, None, "");
    }
    app.warn_hidden();
    Vec::new()
}

/// Asks for a field, which says `said` already; `written` is the index of the trace among those of the person, once it
/// exists.
fn ask(app: &mut App, person: &str, rank: usize, written: Option<usize>, said: &str) -> Vec<Effect> {
    let Some(field) = FIELDS.get(rank) else { return Vec::new() };
    let by = app.words.get(id!("by-committee")).into_owned();
    let input = match *field {
        // An empty trace needs no author.
        Trace::BY if written.is_none() => return Vec::new(),
        Trace::BY => Input::replaced(&by),
        _ => Input::line(said),
    };
    let values = [
        ("field", app.words.field(&[field]).unwrap_or((*field).into()).into_owned().into()),
        ("rank", (rank + 1).into()),
        ("count", FIELDS.len().into()),
        ("who", app.person_name(person).into()),
    ];
    let title = app.words.say(id!("trace-field"), &values);
    let place = Destination::Trace { person: person.to_owned(), field: (*field).to_owned(), written };
    app.open(Dialog::text(title, input, place))
}

/// Saves the answer to a field, and asks for the next one.
pub fn answer(app: &mut App, person: &str, field: &str, written: Option<usize>, text: &str) -> Vec<Effect> {
    let (mut effects, written) = keep(app, person, field, written, text);
    let rank = FIELDS.iter().position(|known| *known == field).map_or(FIELDS.len(), |at| at + 1);
    let said = said(app, person, rank, written);
    effects.extend(ask(app, person, rank, written, &said));
    effects
}

/// Saves the answer to a field, and goes back to the one before.
pub fn back(app: &mut App, person: &str, field: &str, written: Option<usize>, text: &str) -> Vec<Effect> {
    let Some(rank) = FIELDS.iter().position(|known| *known == field).and_then(|at| at.checked_sub(1)) else {
        return Vec::new();
    };
    let (mut effects, written) = keep(app, person, field, written, text);
    let said = said(app, person, rank, written);
    effects.extend(ask(app, person, rank, written, &said));
    effects
}

/// What a trace says in a field.
fn said(app: &App, person: &str, rank: usize, written: Option<usize>) -> String {
    let said = FIELDS.get(rank).zip(written).and_then(|(field, at)| {
        let path = [Board::PEOPLE, person, Newcomer::TRACES, &at.to_string(), field];
        app.folder.at(&FileId::Board, &path)
    });
    said.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Saves the answer to a field; returns where the trace is, once it exists.
fn keep(app: &mut App, person: &str, field: &str, written: Option<usize>, text: &str) -> (Vec<Effect>, Option<usize>) {
    let text = text.trim();
    let list = [Board::PEOPLE, person, Newcomer::TRACES];
    // Another program may have added traces meanwhile: the one being completed is found by what it says.
    let begun = app.views.opened.first().and_then(|opened| opened.value.clone());
    let traces = app.folder.at(&FileId::Board, &list);
    let place = |traces: &Value| traces.as_array()?.iter().position(|trace| Some(trace) == begun.as_ref());
    let mut written = written.and(traces.as_ref().and_then(place));
    let effects = match written {
        None if text.is_empty() => Vec::new(),
        None => {
            let trace =
                json!({ Trace::DATE: Day(app.today()), Trace::BY: app.words.get(id!("by-committee")), field: text });
            let effects = app.push(&FileId::Board, &list, trace);
            written = app.folder.board.person(person).and_then(|person| person.traces.len().checked_sub(1));
            effects
        }
        Some(at) => {
            let at = at.to_string();
            let path = [&list[..], &[&at, field]].concat();
            let said = (!text.is_empty()).then(|| json!(text));
            let edit = Edit::set(&app.folder, &FileId::Board, &path, said);
            app.try_edit(edit)
        }
    };
    (effects, written)
}
