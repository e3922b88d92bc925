//! The dialog that edits a field.

use super::plan_fields;
use crate::{
    domain::{
        model::{document::FileId, field_kind::Kind, plan::Plan},
        value::when::When,
    },
    tui::{
        app::App,
        components::{
            input::Input,
            picker::{Choice, Completion, Mode, Picker},
        },
        state::{
            dialog::{Destination, Dialog},
            field::Field,
        },
    },
    words::id,
};

/// Creates the dialog for a field: a picker for closed choices, a text input otherwise.
pub fn field(app: &App, field: Field) -> Dialog {
    let typed = earlier_answer(app, &field).map_or_else(|| field.typed(&app.folder), ToOwned::to_owned);
    let title = field.label.clone();
    let current = typed.trim().to_owned();
    let picker = match &field.kind {
        Kind::Choice(choices) | Kind::Ranked(choices) | Kind::Step(choices) => {
            let choice = |(value, label): &(String, String)| Choice::new(value.clone(), app.words.choice(label));
            let nothing = Choice::new(String::new(), app.words.get(id!("nothing")));
            let mut picker = Picker::new(choices.iter().map(choice).chain([nothing]).collect(), &current, Mode::One);
            picker.ranks = if matches!(field.kind, Kind::Ranked(_)) { choices.len() } else { 0 };
            // Enter alone says nothing where nothing was said.
            picker.at = if current.is_empty() { choices.len() } else { picker.at };
            picker
        }
        Kind::YesNo => {
            let answers = [("oui", id!("yes")), ("non", id!("no")), ("", id!("nothing"))];
            let choice = |(value, label): (&str, _)| Choice::new(value.to_owned(), app.words.get(label));
            Picker::new(answers.map(choice).into(), &current, Mode::One)
        }
        Kind::Name(names) | Kind::Used(names) => {
            let no_name = Choice::new(String::new(), app.words.get(id!("no-name")));
            let names = names.iter().map(Choice::plain);
            // Enter alone names nobody: whoever does something is chosen.
            let choices = match current.is_empty() {
                true => std::iter::once(no_name).chain(names).collect(),
                false => names.chain([no_name]).collect(),
            };
            let mut picker = Picker::new(choices, &current, Mode::OneOrTyped);
            if matches!(field.kind, Kind::Used(_)) {
                picker.completion = Completion::InsideWords;
            }
            picker
        }
        Kind::Many(known) | Kind::ManyOf(known) => several(&field.kind, known, &typed),
        Kind::Steps => {
            let list = plan_fields::steps(app).into_iter().map(|(id, label)| Choice::new(id, label)).collect();
            Picker { ticked: typed.lines().map(Into::into).collect(), ..Picker::new(list, "", Mode::Many) }
        }
        Kind::Text | Kind::Lines | Kind::Words => {
            return Dialog::text(title, Input::lines(&typed), Destination::Field(field));
        }
        Kind::Line => return Dialog::text(title, Input::line(&typed), Destination::Field(field)),
        // A day that has passed is not offered again for what is still to do.
        Kind::When if field.file == FileId::Draft && is_past(app, &typed) => {
            return Dialog::text(title, Input::line(""), Destination::Field(field));
        }
        Kind::Day | Kind::When | Kind::Amount | Kind::Taken | Kind::Count => {
            return Dialog::text(title, Input::replaced(&typed), Destination::Field(field));
        }
    };
    Dialog::words(title, picker, Destination::Field(field))
}

/// A list of which several items are picked, with what is there ticked.
fn several(kind: &Kind, known: &[(String, String)], typed: &str) -> Picker<String> {
    let typed: Vec<&str> = typed.lines().collect();
    let own = typed.iter().filter(|value| !known.iter().any(|(known, _)| known == *value));
    let own = own.map(|value| Choice::plain(*value));
    let known = known.iter().map(|(value, label)| Choice::new(value.clone(), label));
    let mode = if matches!(kind, Kind::Many(_)) { Mode::ManyOrTyped } else { Mode::Many };
    let mut picker = Picker::new(own.chain(known).collect(), "", mode);
    picker.ticked = typed.iter().map(|value| (*value).to_owned()).collect();
    picker.completion = Completion::InsideWords;
    picker
}

/// Whether a date as somebody wrote it has passed.
fn is_past(app: &App, typed: &str) -> bool {
    When(typed.to_owned()).span(app.year()).and_then(|span| span.end).is_some_and(|end| end < app.today())
}

/// The earlier answer that a repeated question starts from.
pub fn earlier_answer<'a>(app: &'a App, field: &Field) -> Option<&'a str> {
    let (Plan::QUESTIONS, id) = (field.path.first()?.as_str(), field.path.get(1)?) else { return None };
    let plan = &app.folder.plan;
    plan.earlier_answer(plan.question(id)?)
}
