//! What a wall that follows the meeting shows beyond its level, or hides, as said on the laptop.

use serde_json::json;

use crate::{
    domain::{
        edit::Edit,
        model::{
            agenda::Point,
            board::Newcomer,
            document::FileId,
            draft::{Curtain, Draft, ShownField},
            meeting::{MeetingAction, PersonPoint},
        },
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::Effect,
        state::{Screen, dialog::Chosen, dialog::Dialog, projection::Revealed},
    },
    words::{Id, id},
};

/// The fields of a person that a wall may show for a moment, by key, each with its name.
const FIELDS: [(&str, Id); 6] = [
    (PersonPoint::NEEDS, id!("shown-needs")),
    (Newcomer::NEXT_ACTION, id!("shown-planned")),
    (PersonPoint::DONE, id!("shown-done")),
    (PersonPoint::NOTE, id!("shown-note")),
    (MeetingAction::WHAT, id!("shown-next-step")),
    (Newcomer::TRACES, id!("shown-traces")),
];

/// Asks which field of the current person is to be shown, on this wall or on those that follow; hides the one that is. A
/// sentence that begins with the letter of this key shows nothing.
pub fn ask(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let person = draft.meeting.people.get(draft.rank).filter(|_| draft.point() == Point::People);
    let Some(person) = person.map(|point| point.person.clone()) else { return Vec::new() };
    if app.projection.revealed.take().is_some() {
        return Vec::new();
    }
    if draft.shown.is_some() {
        app.tell(app.words.get(id!("wall-hides")).into_owned());
        return hide(app);
    }
    let choice = |(key, name): (&str, Id)| {
        let chosen = Chosen::OnWall(ShownField { person: person.clone(), field: key.to_owned() });
        Choice::new(chosen, app.words.get(name))
    };
    let whole = app.is_projected().then(|| choice((WHOLE, id!("shown-all"))));
    let choices = whole.into_iter().chain(FIELDS.iter().copied().map(choice)).collect();
    let title = if app.is_projected() { id!("wall-which-here") } else { id!("wall-which") };
    app.open(Dialog::menu(app.words.get(title), choices, None))
}

/// Stands for every field of a person.
const WHOLE: &str = "";

/// Shows a field of a person, on this wall or on those that follow, until the meeting moves on.
pub fn show(app: &mut App, field: &ShownField) -> Vec<Effect> {
    if app.is_projected() {
        let only = Some(field.field.clone()).filter(|key| key != WHOLE);
        app.projection.revealed = Some(Revealed { person: field.person.clone(), field: only });
        return Vec::new();
    }
    let name = FIELDS.iter().find(|(key, _)| *key == field.field).map(|(_, name)| app.words.get(*name).into_owned());
    app.tell(app.words.say(id!("wall-shows"), &[("field", name.unwrap_or_default().into())]));
    let shown = edit(app, Draft::SHOWN, Some(json!(field)));
    app.edit_quietly(shown.into_iter().collect())
}

/// Hides what a wall shows for a moment: whoever held the page has left it.
pub fn hide(app: &mut App) -> Vec<Effect> {
    let hidden = hidden_again(app);
    app.edit_quietly(hidden.into_iter().collect())
}

/// Hides the meeting from the walls that follow it, or shows it again.
pub fn draw_curtain(app: &mut App, curtain: Option<Curtain>) -> Vec<Effect> {
    if app.views.screen != Screen::Meeting && curtain != Some(Curtain::Pause) {
        return Vec::new();
    }
    let drawn = edit(app, Draft::CURTAIN, curtain.map(|curtain| json!(curtain)));
    let edits = hidden_again(app).into_iter().chain(drawn).collect();
    app.edit_quietly(edits)
}

/// The edit that hides what was shown for a moment: the meeting moves on.
pub fn hidden_again(app: &App) -> Option<Edit> {
    edit(app, Draft::SHOWN, None)
}

/// The edit that tells the walls; `None` without a meeting, or if they know already.
fn edit(app: &App, key: &str, value: Option<serde_json::Value>) -> Option<Edit> {
    app.folder.draft.as_ref()?;
    Edit::set(&app.folder, &FileId::Draft, &[key], value).ok().flatten()
}
