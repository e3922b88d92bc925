//! The text being typed, and its place: what the journal keeps, and where it is opened again.

use crate::{
    domain::{
        board::column::Column,
        model::{document::FileId, field_kind::Kind},
    },
    tui::{
        app::App,
        components::{input::Input, picker::Mode},
        dialog::{fields, open},
        effect::Effect,
        state::{
            dialog::{Overlay, Target},
            field::Field,
        },
    },
};

/// The mark of a text that will be added to a list, rather than replace a field.
const ADDED: &str = "+";

/// Opens a recovered text again where it was being typed.
pub fn reopen(app: &mut App, file: FileId, path: Vec<String>, text: &str) -> Vec<Effect> {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    if let Some(overlay) = of_person(app, &file, &steps, text) {
        return app.open(overlay);
    }
    let label = steps.iter().rev().map(|step| step.trim_start_matches(ADDED)).find(|step| !step.is_empty());
    let title = label.unwrap_or_default().replace('_', " ");
    let target = match (&file, steps.as_slice()) {
        (FileId::Board, ["personnes", ADDED]) => Target::NewPerson,
        (FileId::Plan, ["déploiement", ADDED]) => Target::NewRow,
        (FileId::Board, ["personnes", person, "traces", part]) if part.starts_with(ADDED) => {
            let field = part[ADDED.len()..].to_owned();
            Target::Trace { person: (*person).to_owned(), field, written: None }
        }
        (_, [list @ .., ADDED]) => Target::Push(file, list.iter().map(|step| (*step).to_owned()).collect()),
        _ => {
            let kind = if app.folder.at(&file, &steps).is_some_and(|value| value.is_array()) {
                Kind::Lines
            } else {
                Kind::Text
            };
            Target::Field(Field { label: title.clone(), file, path, kind, heading: None })
        }
    };
    app.open(Overlay::Edit { title, input: Input::lines(text), target, refusal: None })
}

/// The field of a newcomer, with a text that was being typed there, as it was typed.
fn of_person(app: &App, file: &FileId, path: &[&str], text: &str) -> Option<Overlay> {
    let (FileId::Board, ["personnes", id, place @ ..]) = (file, path) else { return None };
    let column = Column::all(&app.folder.board).into_iter().find(|column| column.place().as_deref() == Some(place))?;
    app.folder.board.person(id)?;
    let mut overlay = open::edit_field(app, fields::cell(app, id, &column)?);
    match &mut overlay {
        Overlay::Edit { input, title, .. } => {
            *input = Input::line(text);
            *title = format!("{title} · {}", app.person_name(id));
        }
        Overlay::Pick { picker, title, .. } => {
            picker.filter.paste(text);
            *title = format!("{title} · {}", app.person_name(id));
        }
        _ => return None,
    }
    Some(overlay)
}

/// The text being typed in a field, and its place.
pub fn typing(app: &App) -> Option<(FileId, Vec<String>, String)> {
    match app.overlay.as_ref()? {
        Overlay::Edit { input, target, .. } => {
            let (file, path) = match target {
                Target::Field(field) => (field.file.clone(), field.path.clone()),
                Target::Push(file, path) => (file.clone(), [path.as_slice(), &[ADDED.into()]].concat()),
                Target::Cell(field, _) => (field.file.clone(), field.path.clone()),
                Target::Trace { person, field, written } => {
                    let place = vec!["personnes".into(), person.clone(), "traces".into()];
                    let field = match written {
                        Some(at) => vec![at.to_string(), field.clone()],
                        None => vec![format!("{ADDED}{field}")],
                    };
                    (FileId::Board, [place, field].concat())
                }
                Target::NewPerson => (FileId::Board, vec!["personnes".into(), ADDED.into()]),
                Target::NewRow => (FileId::Plan, vec!["déploiement".into(), ADDED.into()]),
                _ => return None,
            };
            Some((file, path, input.text()))
        }
        // A name that is being typed is a text as any other.
        Overlay::Pick { picker, target: Target::Cell(field, _) | Target::Field(field), .. }
            if picker.mode == Mode::OneOrTyped && !picker.filter.text().trim().is_empty() =>
        {
            Some((field.file.clone(), field.path.clone(), picker.filter.text()))
        }
        Overlay::Pick { .. }
        | Overlay::Ask { .. }
        | Overlay::Help(_)
        | Overlay::Columns { .. }
        | Overlay::Read { .. }
        | Overlay::Sides(_) => None,
    }
}
