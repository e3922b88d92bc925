//! What comes after « plus de soutien »: the tier, the kinds of support, the next step.

use super::items;
use crate::{
    domain::{
        board::column::Column,
        model::{
            board::{Newcomer, NextAction, Tier},
            document::FileId,
            draft::Draft,
            field_kind::Kind,
            meeting::{Meeting, PersonPoint},
        },
        privacy::audience::Level,
        value::text::ascii,
    },
    tui::{
        app::App,
        dialog::{ask as asking, fields},
        effect::Effect,
        state::{dialog::Destination, field::Field},
    },
    words::id,
};

/// Offers the kinds of support of the tier that was said, or of the present one, by name.
pub fn ask(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let person = draft.meeting.people.get(draft.rank).map(|point| point.person.clone());
    let is_hidden = |person: &String| {
        let has_some = app.folder.board.person(person).is_some_and(|person| !person.modalities.is_empty());
        has_some && !app.shows_field(Level::Committee, person, Newcomer::MODALITIES)
    };
    if person.as_ref().is_some_and(is_hidden) {
        app.warn_hidden();
        return Vec::new();
    }
    match person.and_then(|person| supports(app, &person)) {
        Some(field) => app.open(asking::field(app, field)),
        None => Vec::new(),
    }
}

/// Begins what follows « plus de soutien » for a person: the field that is asked first, the tier.
pub fn begin(app: &mut App, person: &str) -> Field {
    app.views.meeting.supporting = Some(person.to_owned());
    items::field(app, &[Meeting::PEOPLE, person, PersonPoint::TIER])
}

/// The field that follows an answer about a person who needs more support.
pub fn next(app: &mut App, place: &Destination) -> Option<Field> {
    let person = app.views.meeting.supporting.take()?;
    let (field, _) = place.field().filter(|(field, _)| field.path.contains(&person))?;
    match field.path.last()?.as_str() {
        PersonPoint::TIER => {
            // What is offered to somebody is not opened on a wall: the next step is asked at once.
            if !app.shows_field(Level::Committee, &person, Newcomer::MODALITIES) {
                return Some(items::field(app, &[Meeting::PEOPLE, &person, PersonPoint::ACTION, NextAction::WHAT]));
            }
            app.views.meeting.supporting = Some(person.clone());
            supports(app, &person)
        }
        Newcomer::MODALITIES => {
            Some(items::field(app, &[Meeting::PEOPLE, &person, PersonPoint::ACTION, NextAction::WHAT]))
        }
        _ => None,
    }
}

/// The field of the kinds of support of a person, those of the tier first; `None` without a catalogue.
fn supports(app: &App, person: &str) -> Option<Field> {
    let draft = app.folder.draft.as_ref()?;
    let point = draft.meeting.people.iter().find(|point| point.person == person)?;
    let tier = point.tier.or(point.tier_before).unwrap_or(Tier::ALL[0]);
    let mut field = fields::cell(app, person, &Column::Field(Newcomer::MODALITIES))?;
    if let (Kind::ManyOf(known), Some(catalogue)) = (&mut field.kind, app.setting.catalogues.get("modalites")) {
        let of_tier = catalogue.group(&ascii(tier.word()));
        let is_of_tier = |code: &str| of_tier.is_some_and(|group| group.entries.iter().any(|entry| entry.code == code));
        known.sort_by_key(|(code, _)| !is_of_tier(code));
    }
    let tier = app.words.choice(tier.word()).into_owned();
    field.label = app.words.say(id!("supports-of-tier"), &[("tier", tier.into())]);
    Some(Field { file: FileId::Board, ..field })
}
