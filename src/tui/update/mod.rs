//! How an event changes the application state. No file, no clock, no terminal: effects say what to do outside.

// A new event, destination, choice or question must be decided about wherever the others are.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod actions;
pub mod answer;
pub mod consent;
pub mod dialog;
pub mod external;
mod giving_up;
pub mod prompts;
pub mod unsaved;

use chrono::TimeDelta;

use super::{
    action::Action,
    app::App,
    canvas::{FrameOutput, Hit},
    effect::{Effect, SaveKind},
    event::{Event, Key, KeyName},
    keymap::KeyContext,
    screens::{self, board::Pasted},
    state::{MeetingPane, Screen, StrayLetter, VersionPage},
};
use crate::{
    domain::model::{board::Newcomer, draft::Curtain},
    words::id,
};

/// Handles an event and returns the effects to carry out. `drawn` is the result of the last frame, for clicks.
pub fn update(app: &mut App, event: Event, drawn: &FrameOutput) -> Vec<Effect> {
    if drawn.width > 0 {
        app.views.width = drawn.width;
    }
    let (shown, at) = (screens::board::shown(app), app.views.board.at);
    let was_meeting = app.views.screen == Screen::Meeting;
    let was_at_point = is_at_point(app);
    let mut effects = take(app, event, drawn);
    if was_at_point && !is_at_point(app) {
        effects.extend(screens::meeting::hide(app));
    }
    effects.extend(screens::meeting::notice_enlarged(app));
    // Whoever leaves a meeting, by any way, turns the walls that follow it to a quiet page.
    if was_meeting && app.views.screen != Screen::Meeting {
        effects.extend(screens::meeting::draw_curtain(app, Some(Curtain::Pause)));
    }
    screens::board::follow(app, &shown, at);
    prompts::ask_next(app);
    effects
}

/// Whether the page of an agenda point is in front, under a dialog at most.
fn is_at_point(app: &App) -> bool {
    app.views.screen == Screen::Meeting && app.views.sheet.is_none() && app.views.meeting.middle == MeetingPane::Point
}

fn take(app: &mut App, event: Event, drawn: &FrameOutput) -> Vec<Effect> {
    match event {
        Event::Clock(now) => {
            app.tell_time(now);
            Vec::new()
        }
        Event::Key(key) => press(app, key),
        Event::Paste(text) => paste(app, text),
        Event::Click(column, row) => click(app, drawn.hit(column, row).cloned()),
        Event::Extend(column, row) => extend(app, drawn.hit(column, row).cloned()),
        Event::Scroll(lines) => {
            let key = Key::plain(if lines < 0 { KeyName::Up } else { KeyName::Down });
            (0..lines.unsigned_abs()).flat_map(|_| press(app, key)).collect()
        }
        Event::Resize(columns, _) => {
            app.views.width = columns;
            Vec::new()
        }
        told @ (Event::Saved(_)
        | Event::Lost(..)
        | Event::DiskChange(_)
        | Event::Again(_)
        | Event::YearBegins(_)
        | Event::Asked(_)
        | Event::Reloaded(..)
        | Event::Between(..)
        | Event::Files(_)
        | Event::Completed(_)
        | Event::Sheets(_)
        | Event::Answers(..)
        | Event::Unread(_)
        | Event::TakeStaff
        | Event::Told(_)
        | Event::Versions(_)
        | Event::VersionRead(..)) => on_shell_event(app, told),
    }
}

/// Takes a text that was pasted.
fn paste(app: &mut App, text: String) -> Vec<Effect> {
    let on_board = app.dialog.is_none() && app.views.sheet.is_none() && app.views.screen == Screen::Board;
    let text = match on_board.then(|| screens::board::paste(app, &text)) {
        Some(Pasted::Taken(effects)) => return effects,
        Some(Pasted::Value(value)) => value,
        None => text,
    };
    // Words that are meant for a field are no commands.
    if app.dialog.is_none() && text.contains(char::is_alphabetic) {
        let is_meeting = app.views.screen == Screen::Meeting;
        let id = if is_meeting { id!("typed-outside-meeting") } else { id!("typed-outside") };
        app.warn(app.words.get(id).into_owned());
    } else {
        dialog::paste(app, &text);
    }
    Vec::new()
}

/// Extends what is chosen to what was clicked.
fn extend(app: &mut App, hit: Option<Hit>) -> Vec<Effect> {
    match hit {
        Some(Hit::Cell(line, key)) if app.dialog.is_none() => screens::board::block::extend_to(app, line, key),
        Some(Hit::Head(key)) if app.dialog.is_none() => {
            screens::board::block::choose_column(app, Some(key).filter(|key| key != Newcomer::NAME));
        }
        other => return click(app, other),
    }
    Vec::new()
}

/// Handles an event from the shell.
fn on_shell_event(app: &mut App, told: Event) -> Vec<Effect> {
    match told {
        Event::Clock(_)
        | Event::Key(_)
        | Event::Paste(_)
        | Event::Click(..)
        | Event::Extend(..)
        | Event::Scroll(_)
        | Event::Resize(..) => Vec::new(),
        Event::Saved(documents) => {
            let take = |(file, document)| external::take_document(app, &file, document);
            documents.into_iter().flat_map(take).collect()
        }
        Event::Lost(file, losses) => {
            let said = external::lose(app, &file, losses);
            app.warn(said);
            Vec::new()
        }
        Event::DiskChange(news) => external::take(app, news),
        Event::Again(edits) => prompts::again(app, edits),
        Event::YearBegins(edits) => external::edit(app, edits, SaveKind::Ordinary),
        Event::Asked(question) if app.views.questions.contains(&question) => Vec::new(),
        Event::Asked(question) => {
            app.views.questions.push_back(*question);
            Vec::new()
        }
        Event::Reloaded(folder, faults) => {
            *app.folder_mut() = *folder;
            app.faults = faults;
            Vec::new()
        }
        Event::Between(changes, days, first) => screens::between::show(app, &changes, days, first),
        Event::Files(files) => screens::staff_import::offer(app, files),
        Event::Completed(path) => {
            dialog::complete(app, &path);
            Vec::new()
        }
        Event::Sheets(sheets) if is_awaited(app) => screens::staff_import::read(app, &sheets),
        Event::Answers(name, sheet) if is_awaited(app) => screens::survey::import::read(app, name, sheet),
        Event::Unread(fault) if app.views.reading.take().is_some() => {
            app.tell_fault(&fault);
            Vec::new()
        }
        // It was given up.
        Event::Sheets(_) | Event::Answers(..) | Event::Unread(_) => Vec::new(),
        Event::TakeStaff => screens::staff_import::write(app),
        Event::Told(notice) => {
            app.notice = Some(notice);
            Vec::new()
        }
        Event::Versions(lines) => {
            app.views.versions.lines = lines;
            Vec::new()
        }
        Event::VersionRead(changes, text) => {
            app.views.versions.read = Some(VersionPage { changes, text });
            Vec::new()
        }
    }
}

/// Whether a file that was read for an import is still wanted: reading was not given up, and nothing else has begun.
fn is_awaited(app: &mut App) -> bool {
    let is_wanted = app.views.reading.take().is_some();
    let id = match () {
        () if !is_wanted => return false,
        () if app.is_projected() => id!("import-not-here"),
        () if app.dialog.is_some() => id!("read-too-late"),
        () => return true,
    };
    app.warn(app.words.get(id).into_owned());
    false
}

/// Gives up reading or writing a file for an import, before anything is written; returns whether there was one.
fn give_up_import(app: &mut App) -> bool {
    let is_begun = app.views.reading.take().is_some() | app.views.staff_import.take().is_some();
    if is_begun {
        app.tell(app.words.get(id!("import-given-up")).into_owned());
    }
    is_begun
}

/// Handles a click on an area drawn in the last frame.
fn click(app: &mut App, hit: Option<Hit>) -> Vec<Effect> {
    match (hit, app.dialog.is_some()) {
        _ if app.projection.blank.is_some() => unblank(app),
        (None, _) => Vec::new(),
        // What is behind a panel cannot be clicked.
        (Some(Hit::Action(_) | Hit::Cell(..) | Hit::Head(_)), true) => Vec::new(),
        (Some(Hit::Key(key)), true) => dialog::key(app, key),
        (Some(Hit::Key(_)), false) => Vec::new(),
        (Some(Hit::Line(line)), true) => dialog::click(app, line),
        (Some(Hit::Goto(line)), true) => {
            dialog::go_to(app, line);
            Vec::new()
        }
        (Some(Hit::Goto(line)), false) => {
            screens::go_to(app, line);
            Vec::new()
        }
        (Some(Hit::Action(action)), false) => actions::act(app, action),
        (Some(Hit::Line(line)), false) => screens::click(app, line),
        (Some(Hit::Cell(line, key)), false) => screens::board::click(app, line, key),
        (Some(Hit::Head(key)), false) => {
            // Among cells, what is typed or erased next goes to the column that was clicked.
            if app.views.board.column.is_some() {
                app.views.board.column = Some(key.clone()).filter(|key| key != Newcomer::NAME);
            }
            screens::board::counting::sort_by(app, Some(&key))
        }
    }
}

fn unblank(app: &mut App) -> Vec<Effect> {
    app.projection.blank = None;
    screens::meeting::draw_curtain(app, None)
}

/// A pause between two keys after which a question that came unasked has been seen.
const PAUSE: TimeDelta = TimeDelta::milliseconds(800);

/// Whether a key was meant for something else than the question that has just appeared over it.
fn is_meant_elsewhere(app: &mut App, key: Key) -> bool {
    let last = app.views.last_key.replace(app.now);
    let Some(shown) = app.views.unseen else { return false };
    let is_typing = app.now - last.map_or(shown, |last| last.max(shown)) < PAUSE;
    if !is_typing {
        app.views.unseen = None;
    }
    // Whoever presses Escape has seen it, once it has been there for that long.
    let leaves = key.code == KeyName::Esc && app.now - shown >= PAUSE;
    if leaves {
        app.views.unseen = None;
    }
    app.dialog.is_some() && is_typing && !leaves && !matches!(key.code, KeyName::F(_))
}

/// The longest time between two letters of a word, for somebody who types slowly.
const SLOW: TimeDelta = TimeDelta::milliseconds(350);

/// Whether a key is a letter of a sentence that somebody types outside any field of a meeting: another letter has just
/// been pressed. One letter alone, or held down, is a command.
fn is_of_a_sentence(app: &mut App, key: Key) -> bool {
    let is_outside = app.views.screen == Screen::Meeting && app.dialog.is_none();
    let letter = match key {
        Key { code: KeyName::Char(c), ctrl: false, .. } if is_outside && (c.is_alphabetic() || c == ' ') => Some(c),
        _ => None,
    };
    let follows = |last: &StrayLetter| {
        let is_fast = app.now - last.when < SLOW;
        is_fast && letter.is_some_and(|letter| letter != last.letter || last.is_of_a_sentence)
    };
    let is_of_a_sentence = app.views.last_letter.as_ref().is_some_and(follows);
    app.views.last_letter = letter.map(|letter| StrayLetter { letter, when: app.now, is_of_a_sentence });
    is_of_a_sentence
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if is_meant_elsewhere(app, key) {
        return Vec::new();
    }
    if app.projection.blank.is_some() {
        return unblank(app);
    }
    if is_of_a_sentence(app, key) {
        app.warn(app.words.get(id!("typed-letters")).into_owned());
        return Vec::new();
    }
    if key.code == KeyName::Esc && app.dialog.is_none() && give_up_import(app) {
        return Vec::new();
    }
    // In a meeting, whoever sends an alert away is not leaving.
    let has_alert = app.notice.as_ref().is_some_and(|notice| notice.alert);
    if key.code == KeyName::Esc && app.dialog.is_none() && has_alert && app.views.screen == Screen::Meeting {
        app.notice = None;
        return Vec::new();
    }
    let action = app.setting.keymap.action(app.contexts(), key);
    if app.dialog.is_some() {
        // Blanking works over a dialog too, with the function key, which types nothing.
        if action == Some(Action::Blank) && matches!(key.code, KeyName::F(_)) {
            return actions::act(app, Action::Blank);
        }
        // So do leaving, since a text being typed is in the journal, and drawing anew.
        if let (Some(action @ (Action::Quit | Action::Repaint)), true) = (action, key.ctrl) {
            return actions::act(app, action);
        }
        return dialog::key(app, key);
    }
    match action {
        Some(action) => actions::act(app, action),
        None if app.contexts().contains(&KeyContext::Cell) && key.types() => {
            app.notice = None;
            let mut effects = screens::board::cell::replace(app);
            effects.extend(dialog::key(app, key));
            effects
        }
        None => Vec::new(),
    }
}
