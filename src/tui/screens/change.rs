//! A field changed: what goes with it goes in the same gesture.

use serde_json::{Value, json};

use crate::{
    domain::{edit::Edit, fault::Fault, when::Day},
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

fn replaced_mentor(app: &App, id: &str) -> Option<Value> {
    let person = app.folder.board.person(id)?;
    let today = Day(app.today());
    let from = person.earlier_mentors.last().map(|earlier| earlier.until).or(person.arrival).unwrap_or(today);
    let earlier = json!({ "nom": person.mentor.as_ref()?, "du": from, "au": today.max(from) });
    Some(earlier)
}
