//! What is asked after an answer: who and when after what, the next question of a step, the next empty line.

use super::{
    act,
    items::{self, PointItem},
    support,
};
use crate::{
    domain::model::{
        document::FileId,
        draft::Draft,
        meeting::{Answer, Meeting, MeetingAction, PersonPoint, Return},
        progress::Progress,
    },
    tui::{
        app::App,
        effect::Effect,
        state::{
            Screen,
            dialog::{Destination, Dialog},
            field::Field,
        },
    },
};

/// The field to ask for after an answer: who does an action and when; also moves to the next question of a step.
pub fn next_question(app: &mut App, place: &Destination) -> Option<Field> {
    if let Some(field) = support::next(app, place) {
        return Some(field);
    }
    let draft = app.folder.draft.as_ref().filter(|_| app.views.screen == Screen::Meeting)?;
    let path = if let Destination::Push(FileId::Draft, list) = place
        && list.last().is_some_and(|key| key == Meeting::ACTIONS)
    {
        let last = draft.meeting.actions.len().checked_sub(1)?;
        app.views.meeting.is_adding = true;
        list.iter().cloned().chain([last.to_string(), MeetingAction::WHAT.into()]).collect()
    } else {
        app.views.meeting.is_adding &= is_of_an_action(place);
        place.field().filter(|(field, _)| field.file == FileId::Draft)?.0.path.clone()
    };
    let (key, way) = path.split_last()?;
    let returned = way.last().and_then(|at| draft.meeting.returns.get(at.parse::<usize>().ok()?));
    if key == Return::WHY && returned.is_some_and(|returned| returned.state == Some(Progress::Postponed)) {
        // A postponed action is postponed to a date.
        let steps: Vec<&str> = way.iter().skip(1).map(String::as_str).chain([MeetingAction::WHEN]).collect();
        return Some(items::field(app, &steps));
    }
    let next = match key.as_str() {
        MeetingAction::WHAT => MeetingAction::WHO,
        MeetingAction::WHO => MeetingAction::WHEN,
        // Once a need is said: how will it be known that they make progress? A wall is no place to type it.
        PersonPoint::NEEDS if !app.is_projected() && has_no_sign(app, draft) => PersonPoint::SIGN,
        Answer::ANSWER => {
            let next = app.views.meeting.line + 1;
            if matches!(items::of_point(app, draft).get(next), Some(PointItem::Answer(_))) {
                app.views.meeting.line = next;
            }
            return None;
        }
        _ => return None,
    };
    let steps: Vec<&str> = way.iter().skip(1).map(String::as_str).chain([next]).collect();
    Some(items::field(app, &steps))
}

/// Whether a need was said of the person under discussion, and nobody has said how their progress will be known.
fn has_no_sign(app: &App, draft: &Draft) -> bool {
    let point = draft.meeting.people.get(draft.rank);
    let point = point
        .filter(|point| point.sign.is_empty() && point.needs.iter().any(|need| !point.needs_before.contains(need)));
    let person = point.and_then(|point| app.folder.board.person(&point.person));
    person.is_some_and(|person| person.sign.as_ref().is_none_or(|sign| sign.what.is_empty()))
}

/// Goes on after an answer that leads to no question: to the next action to review, or to the next empty line after an
/// addition to a list of the meeting, an entry or an action with who and when.
pub fn next_line(app: &mut App, place: &Destination, said: &str) -> Vec<Effect> {
    let list = match place {
        Destination::Push(FileId::Draft, list) if !said.is_empty() => list.clone(),
        Destination::Field(field) if app.views.meeting.is_adding && is_when(field) => field.path[..2].to_vec(),
        _ => Vec::new(),
    };
    app.views.meeting.is_adding = false;
    // The committee goes on to the next action.
    if let Some((Field { path, .. }, _)) = place.field()
        && let [_, list, at, Return::WHY | Return::WHEN] = path.iter().map(String::as_str).collect::<Vec<_>>()[..]
        && let (Meeting::RETURNS, Ok(at)) = (list, at.parse::<usize>())
    {
        app.views.meeting.line = at + 1;
    }
    let is_it = |item: &PointItem| matches!(item, PointItem::Add(_, path) if *path == list);
    let items = app.folder.draft.as_ref().map(|draft| items::of_point(app, draft)).unwrap_or_default();
    match items.into_iter().find(is_it) {
        Some(item) => act::open(app, Some(item)),
        None => Vec::new(),
    }
}

/// Whether an answer says who does an action.
pub fn asks_who(place: &Destination) -> bool {
    place.field().and_then(|(field, _)| field.path.last()).is_some_and(|key| key == MeetingAction::WHO)
}

/// Whether a field is the new day of an action of the last meeting.
pub fn is_day_of_return(field: &Field) -> bool {
    matches!(field.path.as_slice(), [_, list, _, key] if list == Meeting::RETURNS && key == Return::WHEN)
}

/// Whether a dialog is an empty line of a list of the meeting, or asks what nobody has to answer: the arrows leave it.
pub fn is_empty_line(dialog: &Dialog) -> bool {
    let is_offered = match dialog.destination() {
        Some(Destination::Push(FileId::Draft, _)) => true,
        Some(Destination::Field(field)) => is_of_a_sign(field),
        _ => false,
    };
    is_offered && dialog.typed().is_some_and(|input| input.text().is_empty())
}

fn is_of_a_sign(field: &Field) -> bool {
    field.file == FileId::Draft && field.path.last().is_some_and(|key| key == PersonPoint::SIGN)
}

/// Whether a field is the last of what is asked of an action.
fn is_when(field: &Field) -> bool {
    matches!(field.path.as_slice(), [_, list, _, key] if list == Meeting::ACTIONS && key == MeetingAction::WHEN)
}

/// Whether an answer goes on with an action that has just been added.
fn is_of_an_action(place: &Destination) -> bool {
    let key = place.field().and_then(|(field, _)| field.path.last()).map(String::as_str);
    matches!(key, Some(MeetingAction::WHO | MeetingAction::WHEN))
}
