//! A meeting under way, full screen: one point at a time, the board one key away, nothing typed twice.

mod items;
mod page;
mod writes;

use ratatui::layout::Rect;
use serde_json::{Value, json};

use self::items::Item;
use super::board;
use crate::{
    domain::{
        board::Wellbeing,
        closing,
        cycle::Step,
        document::{Document, FileId},
        draft::{Draft, Point},
        edit::Edit,
        fault::Fault,
        level::Level,
        meeting::ActionState,
        opening,
    },
    tui::{
        action::Action,
        app::App,
        asking,
        canvas::Canvas,
        effect::{Effect, Weight},
        overlay::{Consent, Overlay, Target},
        views::{MeetingView, MeetingsView, Middle, Screen, Subject},
    },
    words,
};

/// Asks who will read the screen during the meeting. A wall comes first: it hides the most.
pub fn ask_level(app: &mut App) -> Vec<Effect> {
    if app.views.screen == Screen::Meeting {
        return Vec::new();
    }
    app.open(asking::levels(app, "choose-meeting-level", Level::Projected, Target::Meeting))
}

/// Starts a meeting for these readers, or takes it up where it was.
pub fn begin(app: &mut App, level: Level) -> Vec<Effect> {
    let mut effects = Vec::new();
    if app.folder.broken.contains(&FileId::Draft)
        || app.folder.broken.contains(&FileId::Plan)
        || app.folder.broken.contains(&FileId::Board)
    {
        app.warn(app.words.get("meeting-broken").into_owned());
        return effects;
    }
    match &app.folder.draft {
        Some(draft) => {
            let values =
                [("clock", words::date::clock(draft.started).into()), ("day", words::date::long(draft.day()).into())];
            app.tell(app.words.say("meeting-resumed", &values));
        }
        None => {
            let draft = opening::draft(&app.folder, app.now);
            effects = app.edit_quietly(vec![Edit::create(FileId::Draft, &Document::Draft(draft))]);
        }
    }
    let outside = app.projection.outside.unwrap_or(app.level());
    effects.extend(app.set_level(level));
    app.projection.outside = Some(outside);
    app.go(Screen::Meeting);
    app.views.meeting = MeetingView { entered: app.now, ..MeetingView::default() };
    effects
}

/// The actions to hint at, the most useful first.
pub fn hints(app: &App) -> Vec<Action> {
    if app.views.meeting.middle == Middle::Board {
        return vec![Action::Board, Action::Open];
    }
    let mut hints = vec![Action::Next, Action::Previous, Action::Blank];
    match app.folder.draft.as_ref().map(Draft::point) {
        Some(Point::People) => {
            hints.extend([Action::Needs, Action::Note, Action::New]);
            if app.is_projected() {
                hints.push(Action::Reveal);
            }
        }
        Some(Point::Issues) => hints.extend([Action::Note, Action::StepOn, Action::StepBack, Action::Tick]),
        Some(Point::Opening | Point::Returns) => hints.push(Action::Tick),
        Some(Point::Decisions) => hints.extend([Action::Open, Action::New]),
        Some(Point::Review | Point::Closing) => hints.push(Action::Open),
        Some(Point::Portrait) | None => {}
    }
    hints.push(Action::Board);
    hints
}

/// Does what a person meant.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Board {
        app.views.meeting.middle = match app.views.meeting.middle {
            Middle::Point => Middle::Board,
            Middle::Board => Middle::Point,
        };
        return Vec::new();
    }
    if app.views.meeting.middle == Middle::Board {
        if action == Action::Back {
            app.views.meeting.middle = Middle::Point;
            return Vec::new();
        }
        return board::act(app, action);
    }
    let Some(draft) = app.folder.draft.clone() else { return app.go(Screen::Home) };
    let items = items::of_point(app, &draft);
    if super::cursor::moves(app, action, items.len()) {
        return Vec::new();
    }
    let here = items.get(app.views.meeting.line.min(items.len().saturating_sub(1))).cloned();
    match action {
        Action::Next | Action::NextPane => step(app, &draft, Way::On),
        Action::Previous | Action::PreviousPane => step(app, &draft, Way::Back),
        Action::Choice1 | Action::Choice2 | Action::Choice3 | Action::Choice4 => choose(app, &draft, action, here),
        Action::Back => {
            let effects = app.go(Screen::Home);
            app.tell(app.words.get("meeting-kept").into_owned());
            effects
        }
        Action::Archive => remove(app, here),
        Action::Reveal => {
            let person = draft.meeting.people.get(draft.rank).map(|point| point.person.clone());
            app.projection.revealed = if app.projection.revealed.is_some() { None } else { person };
            Vec::new()
        }
        Action::StepOn => move_issue(app, &draft, Way::On),
        Action::StepBack => move_issue(app, &draft, Way::Back),
        Action::Note => edit_key(app, &items, &["note", "notes"]),
        Action::Needs => edit_key(app, &items, &["besoins"]),
        Action::New => edit_key(app, &items, &["quoi"]),
        Action::Open => open(app, here),
        Action::Tick => tick(app, &draft, here),
        _ => Vec::new(),
    }
}

/// On or back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// How many people or issues a point has; a point without either has one step.
fn ranks(draft: &Draft) -> usize {
    match draft.point() {
        Point::People => draft.meeting.people.len().max(1),
        Point::Issues => draft.meeting.issues.len().max(1),
        _ => 1,
    }
}

/// Goes to the next person, issue or point, or to the one before.
fn step(app: &mut App, draft: &Draft, way: Way) -> Vec<Effect> {
    let (mut point, mut rank) = (draft.point, draft.rank);
    match way {
        Way::On if rank + 1 < ranks(draft) => rank += 1,
        Way::On if point < Point::ALL.len() => (point, rank) = (point + 1, 0),
        Way::Back if rank > 0 => rank -= 1,
        Way::Back if point > 1 => {
            point -= 1;
            rank = ranks(&Draft { point, ..draft.clone() }) - 1;
        }
        Way::On | Way::Back => return Vec::new(),
    }
    if point != draft.point {
        app.views.meeting.entered = app.now;
    }
    app.views.meeting.line = 0;
    app.projection.revealed = None;
    let place = |key: &str, value: usize| Edit::set(&app.folder, &FileId::Draft, &[key], Some(json!(value)));
    let edits: Vec<Edit> = [place("point", point), place("rang", rank)].into_iter().flatten().flatten().collect();
    app.edit_quietly(edits)
}

/// Sets something in the meeting.
fn set(app: &App, path: &[&str], value: Value) -> Result<Option<Edit>, Fault> {
    let path: Vec<&str> = std::iter::once("rencontre").chain(path.iter().copied()).collect();
    Edit::set(&app.folder, &FileId::Draft, &path, Some(value))
}

/// The numbered choices: how a person is, what became of an action.
fn choose(app: &mut App, draft: &Draft, action: Action, here: Option<Item>) -> Vec<Effect> {
    let number = [Action::Choice1, Action::Choice2, Action::Choice3, Action::Choice4]
        .iter()
        .position(|a| *a == action)
        .unwrap_or(0);
    let edit = match (draft.point(), here) {
        (Point::People, _) => {
            let Some(point) = draft.meeting.people.get(draft.rank) else { return Vec::new() };
            set(app, &["tour", &point.person, "état"], json!(Wellbeing::ALL[number]))
        }
        (Point::Returns, Some(Item::Return(position))) => {
            let states = [ActionState::Done, ActionState::Postponed, ActionState::Dropped];
            let Some(state) = states.get(number) else { return Vec::new() };
            let edit = set(app, &["retour", &position.to_string(), "état"], json!(state));
            if *state != ActionState::Done {
                let mut effects = app.try_edit(edit);
                let why = items::field(app, &["retour", &position.to_string(), "pourquoi"]);
                effects.extend(app.open(asking::edit_field(app, why)));
                return effects;
            }
            edit
        }
        _ => return Vec::new(),
    };
    app.try_edit(edit)
}

/// Moves the issue of the point to the next step of its cycle, or to the one before.
fn move_issue(app: &mut App, draft: &Draft, way: Way) -> Vec<Effect> {
    let Some(point) = draft.meeting.issues.get(draft.rank).filter(|_| draft.point() == Point::Issues) else {
        return Vec::new();
    };
    let Some(step) = point.after else { return Vec::new() };
    let moved = match way {
        // After the impact a round begins again.
        Way::On => step.next().unwrap_or(Step::Issues),
        Way::Back => step.previous().unwrap_or(step),
    };
    let edit = set(app, &["enjeux", &point.issue, "étape"], json!(moved));
    app.try_edit(edit)
}

/// Edits the field of the point whose key is one of these.
fn edit_key(app: &mut App, items: &[Item], keys: &[&str]) -> Vec<Effect> {
    let wanted = |item: &Item| match item {
        Item::Field(field) => field.path.last().is_some_and(|key| keys.contains(&key.as_str())),
        Item::Add(_, path) => keys == ["quoi"] && path.last().is_some_and(|key| key == "actions"),
        _ => false,
    };
    let Some(position) = items.iter().position(wanted) else { return Vec::new() };
    app.views.meeting.line = position;
    open(app, items.get(position).cloned())
}

/// Opens the line under the cursor.
fn open(app: &mut App, here: Option<Item>) -> Vec<Effect> {
    match here {
        Some(Item::Field(field)) => app.open(asking::edit_field(app, field)),
        Some(Item::Add(title, path)) => {
            app.open(Overlay::line(&app.words, title, "", Target::Push(FileId::Draft, path)))
        }
        Some(Item::Return(position)) => {
            let field = items::field(app, &["retour", &position.to_string(), "état"]);
            app.open(asking::edit_field(app, field))
        }
        Some(Item::Entry(path, _)) => {
            let path: Vec<&str> = path.iter().skip(1).map(String::as_str).collect();
            let field = items::field(app, &path);
            app.open(asking::edit_field(app, field))
        }
        Some(Item::Row(id)) => app.open_sheet(Subject::Row(id)),
        Some(Item::Presence(name)) => presence(app, &name),
        Some(Item::Close) => ask_close(app),
        None => Vec::new(),
    }
}

/// Ticks the line under the cursor.
fn tick(app: &mut App, draft: &Draft, here: Option<Item>) -> Vec<Effect> {
    match here {
        Some(Item::Presence(name)) => presence(app, &name),
        Some(Item::Row(id)) => super::plan::tick(app, &id),
        Some(Item::Return(position)) => {
            let done = draft.meeting.returns.get(position).and_then(|r| r.state) == Some(ActionState::Done);
            let state = if done { ActionState::Todo } else { ActionState::Done };
            let edit = set(app, &["retour", &position.to_string(), "état"], json!(state));
            app.try_edit(edit)
        }
        _ => Vec::new(),
    }
}

/// Somebody is here, or is not.
fn presence(app: &mut App, name: &str) -> Vec<Effect> {
    let Some(draft) = &app.folder.draft else { return Vec::new() };
    let mut present = draft.meeting.present.clone();
    match present.iter().position(|p| p == name) {
        Some(at) => drop(present.remove(at)),
        None => present.push(name.to_owned()),
    }
    let edit = set(app, &["présences"], json!(present));
    app.try_edit(edit)
}

/// Takes an entry of a list away, or asks before the whole meeting is given up.
fn remove(app: &mut App, here: Option<Item>) -> Vec<Effect> {
    match here {
        Some(Item::Entry(path, position)) => {
            let list: Vec<&str> = path[..path.len() - 1].iter().map(String::as_str).collect();
            let edit = Edit::remove(&app.folder, &FileId::Draft, &list, &position.to_string()).map(Some);
            app.try_edit(edit)
        }
        _ => {
            let lines = ["ask-abandon-meeting", "ask-undo"].map(|id| app.words.get(id).into_owned());
            app.open(Overlay::ask(lines.to_vec(), Consent::AbandonMeeting))
        }
    }
}

/// Shows everything that closing will write, and asks.
fn ask_close(app: &mut App) -> Vec<Effect> {
    let lines = std::iter::once(app.words.get("ask-close-meeting").into_owned()).chain(writes::lines(app)).collect();
    app.open(Overlay::ask(lines, Consent::CloseMeeting))
}

/// Closes the meeting: everything is written, once.
pub fn close(app: &mut App) -> Vec<Effect> {
    match closing::meeting(&app.folder, app.now) {
        Ok(edits) => {
            let mut effects = app.edit(edits, Weight::Closing);
            if app.folder.draft.is_none() {
                app.views.meetings = MeetingsView::default();
                effects.extend(app.go(Screen::Meetings));
                app.tell(app.words.get("meeting-closed").into_owned());
            }
            effects
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(draft) = &app.folder.draft else { return };
    page::header(app, canvas, Rect { height: 2, ..area }, draft, ranks(draft));
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    match app.views.meeting.middle {
        Middle::Point => page::draw(app, canvas, body, draft),
        Middle::Board => board::draw(app, canvas, body),
    }
}
