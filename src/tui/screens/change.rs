//! A field changed: what goes with it goes in the same gesture.

use serde_json::{Map, Value, json};

use crate::{
    domain::{document::FileId, edit::Edit, fault::Fault, scalar::Amount, when::Day},
    tui::{
        app::App,
        effect::{Effect, Weight},
        field::Field,
    },
};

/// The edits that set a field. A mentor who is replaced is kept among those of before, with the days; how a person is
/// doing is said on a day.
///
/// # Errors
/// A value that the format refuses.
pub fn edits(app: &App, field: &Field, value: Option<Value>) -> Result<Vec<Edit>, Fault> {
    let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
    let is_said = value.is_some();
    if let (["personnes", id, "libération", "pris"], Some(Value::Object(taken))) = (path.as_slice(), &value) {
        return taken_more(app, id, taken);
    }
    let Some(edit) = Edit::set(&app.folder, &field.file, &path, value)? else { return Ok(Vec::new()) };
    let mut edits = vec![edit];
    match path.as_slice() {
        ["personnes", id, "mentor"] => {
            if let Some(earlier) = replaced_mentor(app, id) {
                let list = ["personnes", id, "mentors_précédents"];
                edits.push(Edit::push(&app.folder, &field.file, &list, earlier)?);
            }
        }
        ["personnes", id, "état"] if is_said => {
            let said_on = ["personnes", id, "état_le"];
            edits.extend(Edit::set(&app.folder, &field.file, &said_on, Some(json!(Day(app.today()))))?);
        }
        _ => {}
    }
    Ok(edits)
}

/// Sets a field.
pub fn set(app: &mut App, field: &Field, value: Option<Value>) -> Vec<Effect> {
    match edits(app, field, value) {
        Ok(edits) => app.edit(edits, Weight::Ordinary),
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// Days taken join the others, and their sum follows.
fn taken_more(app: &App, id: &str, taken: &Map<String, Value>) -> Result<Vec<Edit>, Fault> {
    let release = app.folder.board.person(id).and_then(|person| person.release.clone()).unwrap_or_default();
    let days = taken.get("jours").and_then(Value::as_f64).unwrap_or_default();
    let sum = Amount(release.taken.0 + days);
    let at = |key| ["personnes", id, "libération", key];
    let file = FileId::Board;
    let mut edits: Vec<Edit> = Edit::set(&app.folder, &file, &at("pris"), Some(json!(sum)))?.into_iter().collect();
    // The record of release days may be made by the first edit: the second then goes into it.
    if app.folder.board.person(id).is_some_and(|person| person.release.is_some()) {
        edits.push(Edit::push(&app.folder, &file, &at("prises"), json!(taken))?);
    } else {
        let made = json!({ "accordés": 0, "pris": sum, "prises": [taken] });
        edits = Edit::set(&app.folder, &file, &["personnes", id, "libération"], Some(made))?.into_iter().collect();
    }
    Ok(edits)
}

fn replaced_mentor(app: &App, id: &str) -> Option<Value> {
    let person = app.folder.board.person(id)?;
    let today = Day(app.today());
    let from = person.earlier_mentors.last().map(|earlier| earlier.until).or(person.arrival).unwrap_or(today);
    let earlier = json!({ "nom": person.mentor.as_ref()?, "du": from, "au": today.max(from) });
    Some(earlier)
}
