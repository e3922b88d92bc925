//! Moving through the agenda, from point to point and from person to person, and timing each point.

use serde_json::json;

use super::showing;
use crate::{
    domain::{
        edit::{Change, Edit},
        meeting::opening,
        model::{
            agenda::Point,
            document::FileId,
            draft::Draft,
            meeting::{IssuePoint, Meeting, PersonPoint},
        },
        value::scalar::Amount,
    },
    tui::{app::App, effect::Effect, state::Screen},
    words::id,
};

/// A direction through the agenda.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    On,
    Back,
}

/// The number of people or issues of an agenda point; 1 for a point without either.
pub fn ranks(draft: &Draft) -> usize {
    match draft.point() {
        Point::People => draft.meeting.people.len().max(1),
        Point::Issues => draft.meeting.issues.len().max(1),
        _ => 1,
    }
}

/// Moves to the next or previous person, issue or agenda point.
pub fn step(app: &mut App, draft: &Draft, way: Passage) -> Vec<Effect> {
    let (mut point, mut rank) = (draft.point, draft.rank);
    let numbers = || draft.meeting.instance().points().iter().map(|point| point.number());
    match way {
        Passage::On if rank + 1 < ranks(draft) => rank += 1,
        Passage::Back if rank > 0 => rank -= 1,
        Passage::On => match numbers().find(|number| *number > point) {
            Some(next) => (point, rank) = (next, 0),
            None => return Vec::new(),
        },
        Passage::Back => match numbers().rev().find(|number| *number < point) {
            Some(before) => {
                point = before;
                rank = ranks(&Draft { point, ..draft.clone() }) - 1;
            }
            None => return Vec::new(),
        },
    }
    let mut effects = if point == draft.point { Vec::new() } else { spend(app) };
    effects.extend(place(app, point, rank));
    effects.extend(ask(app));
    effects
}

/// Moves to where something was just undone or redone, so that nothing changes out of sight.
pub fn follow(app: &mut App, edits: &[Edit]) -> Vec<Effect> {
    let Some(draft) = app.folder.draft.as_ref().filter(|_| app.views.screen == Screen::Meeting) else {
        return Vec::new();
    };
    let of_draft =
        |edit: &&Edit| edit.file == FileId::Draft && edit.path.first().is_some_and(|key| key == Draft::MEETING);
    let Some(edit) = edits.iter().find(of_draft) else { return Vec::new() };
    let item = edit.path.get(2).map_or("", String::as_str);
    let (point, rank) = match edit.path.get(1).map_or("", String::as_str) {
        Meeting::RETURNS => (Point::Returns, 0),
        Meeting::PEOPLE => {
            (Point::People, draft.meeting.people.iter().position(|point| point.person == item).unwrap_or(0))
        }
        Meeting::ISSUES => {
            (Point::Issues, draft.meeting.issues.iter().position(|point| point.issue == item).unwrap_or(0))
        }
        Meeting::IRRITANTS | Meeting::INCONSISTENCIES | Meeting::SUCCESSES | Meeting::ADJUSTMENTS => (Point::Review, 0),
        Meeting::DECISIONS | Meeting::ACTIONS => (Point::Decisions, 0),
        Meeting::NEXT_MEETING => (Point::Closing, 0),
        _ => (Point::Opening, 0),
    };
    if (draft.point(), draft.rank) == (point, rank) {
        return Vec::new();
    }
    place(app, point.number(), rank)
}

/// Resets the page when the discussion moves on: first line, nobody revealed in projector mode.
fn begin_point(app: &mut App) {
    (app.views.meeting.line, app.views.meeting.supporting) = (0, None);
    app.projection.revealed = None;
}

/// Moves the meeting to an agenda point and a rank within it.
fn place(app: &mut App, point: usize, rank: usize) -> Vec<Effect> {
    begin_point(app);
    let Some(draft) = &app.folder.draft else { return Vec::new() };
    // Both are written even where one stays: another window may have gone elsewhere, and a wall follows the last one.
    let set = |key: &str, before: usize, after: usize| Edit {
        file: FileId::Draft,
        path: vec![key.to_owned()],
        change: Change::Set { before: Some(json!(before)), after: Some(json!(after)) },
    };
    let edits = [set(Draft::POINT, draft.point, point), set(Draft::RANK, draft.rank, rank)].into_iter();
    let edits = edits.chain(showing::hidden_again(app)).collect();
    app.edit_quietly(edits)
}

/// Moves a person to the end of the round, where the committee comes back to them.
pub fn skip(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let people = &draft.meeting.people;
    // Whoever was spoken of needs no second turn.
    let is_left = |point: &&PersonPoint| draft.rank + 1 < people.len() && !point.is_said();
    let Some(point) = people.get(draft.rank).filter(is_left) else {
        return step(app, draft, Passage::On);
    };
    let list = [Draft::MEETING, Meeting::PEOPLE];
    let Ok(away) = Edit::remove(&app.folder, &FileId::Draft, &list, &point.person) else { return Vec::new() };
    let last = Edit { change: Change::Insert { at: people.len() - 1, item: json!(point) }, ..away.clone() };
    begin_point(app);
    let name = app.person_name(&point.person);
    app.tell(app.words.say(id!("person-put-off"), &[("name", name.into())]));
    let hidden = showing::hidden_again(app);
    app.edit_quietly([away, last].into_iter().chain(hidden).collect())
}

/// Records the minutes spent on the agenda point since it was entered.
pub fn spend(app: &mut App) -> Vec<Effect> {
    let Some(draft) = &app.folder.draft else { return Vec::new() };
    let point = draft.point();
    let minutes = minutes(app, draft);
    let rounded = (minutes * 10.0).round() / 10.0;
    app.views.meeting.entered = app.now;
    if rounded <= 0.0 {
        return Vec::new();
    }
    let path = [Draft::MEETING, Meeting::SPENT, point.word()];
    let edit = Edit::set(&app.folder, &FileId::Draft, &path, Some(json!(Amount(rounded))));
    app.edit_quietly(edit.ok().flatten().into_iter().collect())
}

/// The minutes spent on the agenda point, including earlier visits.
pub fn minutes(app: &App, draft: &Draft) -> f64 {
    let before = draft.meeting.spent.get(&draft.point()).map_or(0.0, |minutes| minutes.0);
    before + (app.now - app.views.meeting.entered).num_seconds().max(0) as f64 / 60.0
}

/// Adds the questions of the current issue's step to the meeting.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Some(draft) = app.folder.draft.as_ref().filter(|draft| draft.point() == Point::Issues) else {
        return Vec::new();
    };
    let Some(point) = draft.meeting.issues.get(draft.rank) else { return Vec::new() };
    let path: Vec<String> =
        [Draft::MEETING, Meeting::ISSUES, &point.issue, IssuePoint::ANSWERS].map(Into::into).to_vec();
    let questions = opening::questions(point, &app.cycle(), &draft.meeting);
    let change = |(at, item)| Change::Insert { at, item: json!(item) };
    let edits = (point.answers.len()..).zip(questions).map(|question| Edit {
        file: FileId::Draft,
        path: path.clone(),
        change: change(question),
    });
    let edits = edits.collect();
    app.edit_quietly(edits)
}
