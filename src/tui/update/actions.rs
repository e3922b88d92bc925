//! Handling of actions: the screens, undo and redo, what opens from anywhere.

use std::collections::BTreeMap;

use serde_json::Value;

use super::external;
use crate::{
    domain::{
        edit::{self, Change, Edit, history::UndoDirection, merge::fits_in},
        model::{board::Board, document::FileId, draft::Curtain, folder::Folder, plan::Plan},
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        dialog::menus,
        effect::{Effect, Mouse, SaveKind},
        keymap::KeyContext,
        screens,
        state::{
            Screen, Subject,
            consent::Consent,
            dialog::{Destination, Dialog, LeftOpen},
        },
    },
    words::{self, id},
};

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    app.notice = None;
    let leaves = action == Action::Quit || Screen::shown_by(action).is_some();
    let mut effects =
        if leaves && app.views.screen == Screen::Meeting { screens::meeting::spend(app) } else { Vec::new() };
    effects.extend(carry_out(app, action));
    effects
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the screen in front decides about every other action")]
fn carry_out(app: &mut App, action: Action) -> Vec<Effect> {
    if let Some(screen) = Screen::shown_by(action) {
        return go(app, screen);
    }
    let is_board = app.views.screen == Screen::Board && app.views.sheet.is_none();
    match if is_board { action } else { screens::board::block::plain(action) } {
        Action::Meet if app.views.screen == Screen::Meeting => Vec::new(),
        Action::Meet if app.is_read_only() => Vec::new(),
        Action::Meet => {
            let dialog = menus::left_open(app).unwrap_or_else(|| menus::meeting(app));
            app.open(dialog)
        }
        Action::Undo => undo_redo(app, -1),
        Action::Redo => undo_redo(app, 1),
        Action::History if app.history.is_empty() => {
            app.tell(app.words.get(id!("nothing-done")).into_owned());
            Vec::new()
        }
        Action::History => app.open(menus::history(app)),
        Action::KeepVersion => app.open(Dialog::line(&app.words, id!("version-name"), "", Destination::VersionName)),
        Action::Reload => vec![Effect::Reload],
        Action::Repaint => vec![Effect::Repaint],
        Action::Projector => projector(app),
        Action::Level => app.open(menus::level(app)),
        Action::Export => app.open(menus::publications(app)),
        Action::Blank => {
            // Whoever was shown for a moment is hidden again.
            (app.projection.blank, app.projection.revealed) = (Some(app.now), None);
            screens::meeting::draw_curtain(app, Some(Curtain::Black))
        }
        Action::Between => screens::between::begin(app),
        Action::Found | Action::OpenSchool | Action::Import | Action::NewYear
            if app.views.screen == Screen::Meeting =>
        {
            app.tell(app.words.get(id!("not-in-a-meeting")).into_owned());
            Vec::new()
        }
        Action::Import if app.views.screen == Screen::Impact => screens::survey::import::begin(app),
        Action::Import => screens::staff_import::begin(app),
        Action::Paste => vec![Effect::Paste],
        Action::Mouse => mouse(app),
        Action::Theme => app.open(menus::themes(app)),
        Action::School => app.open_sheet(Subject::School),
        Action::Found => screens::founding::begin(app),
        Action::NewYear => screens::new_year::ask(app),
        Action::OpenSchool => app.open(menus::schools(app)),
        Action::Palette => app.open(menus::palette(app)),
        Action::Explain if screens::landmarks::explain(app) => Vec::new(),
        Action::Explain | Action::Help => app.open(screens::help::help(app)),
        Action::Quit if app.views.screen == Screen::Meeting && app.dialog.is_none() => {
            let lines = vec![app.words.get(id!("ask-quit-meeting")).into_owned()];
            app.open(Dialog::ask(lines, Consent::Quit))
        }
        Action::Quit => vec![Effect::Quit],
        Action::Edit => edit_in_place(app),
        action => screens::act(app, action),
    }
}

/// Edits what is under the cursor, on the board and on a sheet.
fn edit_in_place(app: &mut App) -> Vec<Effect> {
    let is_board = app.views.screen == Screen::Board || app.contexts().contains(&KeyContext::Cell);
    if app.views.sheet.is_some() {
        return screens::act(app, Action::Open);
    }
    if is_board {
        return screens::act(app, Action::Edit);
    }
    app.tell(app.words.get(id!("nothing-to-edit")).into_owned());
    Vec::new()
}

/// Gives the mouse to the terminal, or takes it back.
fn mouse(app: &mut App) -> Vec<Effect> {
    let (mouse, said) = match app.views.mouse {
        Mouse::Captured => (Mouse::Released, id!("mouse-off")),
        Mouse::Released => (Mouse::Captured, id!("mouse-on")),
    };
    app.views.mouse = mouse;
    app.tell(app.words.get(said).into_owned());
    vec![Effect::Mouse(mouse)]
}

/// Shows a screen. From a record that is open over a meeting too, nobody leaves the meeting without a question.
fn go(app: &mut App, screen: Screen) -> Vec<Effect> {
    match app.views.screen == Screen::Meeting && app.folder.draft.is_some() {
        true => screens::meeting::ask_leave(app),
        false => app.go(screen),
    }
}

/// Decides what becomes of a meeting that was left open another day. One that is thrown away stays in its versions.
pub fn settle_left_open(app: &mut App, choice: LeftOpen) -> Vec<Effect> {
    if choice == LeftOpen::Resumed {
        return app.open(menus::meeting(app));
    }
    let edit = Edit::delete(&app.folder, FileId::Draft).map(Some);
    let mut effects = app.try_edit(edit);
    app.tell(app.words.get(id!("left-open-dropped")).into_owned());
    if choice == LeftOpen::Replaced && app.folder.draft.is_none() {
        effects.extend(app.open(menus::meeting(app)));
    }
    effects
}

/// Hides what a wall must not show, or shows it again. While a meeting runs, no letter shows anything again.
fn projector(app: &mut App) -> Vec<Effect> {
    if app.is_projected() && app.folder.draft.is_some() {
        app.tell(app.words.get(id!("projector-by-level")).into_owned());
        return Vec::new();
    }
    let level = if app.is_projected() { app.projection.before } else { Level::Projected };
    let effects = app.set_level(level);
    app.tell(app.words.get(if app.is_projected() { id!("projector-on") } else { id!("projector-off") }).into_owned());
    effects
}

/// Changes who reads the screen. While a meeting runs, whoever may read more is asked about.
pub fn change_level(app: &mut App, level: Level) -> Vec<Effect> {
    if level >= app.level() || app.folder.draft.is_none() {
        return app.set_level(level);
    }
    if screens::meeting::is_sitting(app) && app.views.screen == Screen::Meeting {
        app.warn(app.words.get(id!("sitting-on-wall")).into_owned());
        return Vec::new();
    }
    let about = words::privacy::level_about(&app.words, &app.folder.plan, level);
    let lines = vec![app.words.say(id!("ask-level-down"), &[("about", about.into())])];
    app.open(Dialog::ask(lines, Consent::Level(level)))
}

/// Says what was undone or redone: what is taken back is told as it was done.
fn tell_undone(app: &mut App, edits: &[Edit], way: UndoDirection) {
    let reopens = |edit: &Edit| {
        edit.file == FileId::Draft && edit.path.is_empty() && matches!(edit.change, Change::Set { after: Some(_), .. })
    };
    if edits.iter().any(reopens) {
        app.tell(app.words.get(id!("meeting-reopened")).into_owned());
        return;
    }
    let (said, gesture): (_, Vec<Edit>) = match way {
        UndoDirection::Undo => (id!("undone"), edits.iter().rev().map(Edit::inverse).collect()),
        UndoDirection::Redo => (id!("redone"), edits.to_vec()),
    };
    let what = words::edit::say_all(&app.words, &app.folder, &gesture, app.level());
    app.tell(app.words.say(said, &[("what", what.into())]));
}

/// Brings the cursor of the board or of the plan where something was undone or redone.
fn go_where(app: &mut App, edits: &[Edit], way: UndoDirection) {
    if app.views.sheet.is_some() {
        return;
    }
    let inside = |edit: &&Edit| edit.path.len() > 2;
    // What is taken back is taken back from its end: the cursor goes where it began.
    let edit = match way {
        UndoDirection::Undo => edits.iter().rfind(inside),
        UndoDirection::Redo => edits.iter().find(inside),
    };
    let Some(edit) = edit else { return };
    match (app.views.screen, edit.path.as_slice()) {
        (Screen::Board, [people, id, field @ ..]) if edit.file == FileId::Board && people == Board::PEOPLE => {
            screens::board::stand(app, id, field);
        }
        (Screen::Plan, [rows, id, ..]) if edit.file == FileId::Plan && rows == Plan::ROWS => {
            screens::plan::select(app, id, None);
        }
        _ => {}
    }
}

/// Moves through the undo history: negative steps undo, positive ones redo. A change that no longer applies to the
/// files is skipped and reported: it never blocks the history.
pub fn undo_redo(app: &mut App, steps: i32) -> Vec<Effect> {
    let (way, nothing) = match steps < 0 {
        true => (UndoDirection::Undo, id!("nothing-to-undo")),
        false => (UndoDirection::Redo, id!("nothing-to-redo")),
    };
    let mut effects = Vec::new();
    let mut passed: Vec<String> = Vec::new();
    for _ in 0..steps.unsigned_abs() {
        let Some(edits) = app.history.next(way) else {
            app.tell(app.words.get(nothing).into_owned());
            break;
        };
        // Never undoes what another program has written since, nor brings back what is back already.
        let edits = still_to_do(&app.folder, edits);
        let is_fit = !edits.is_empty() && fit(&app.folder, &edits);
        let made = is_fit.then(|| edit::apply(app.folder_mut(), &edits));
        match made {
            Some(Ok(())) => {
                app.history.take(way);
                tell_undone(app, &edits, way);
                go_where(app, &edits, way);
                let followed = screens::meeting::follow(app, &edits);
                effects.push(Effect::Save(edits, SaveKind::Ordinary));
                effects.extend(followed);
            }
            refused => {
                app.history.pass_over(way);
                passed.push(match refused {
                    Some(Err(fault)) => words::fault::line(&app.words, &fault, app.level()),
                    _ if edits.iter().any(|edit| app.folder.broken.contains(&edit.file)) => {
                        app.words.get(id!("undo-broken")).into_owned()
                    }
                    _ => app.words.get(id!("undo-elsewhere")).into_owned(),
                });
            }
        }
    }
    if let Some(why) = passed.first() {
        let id = match steps {
            -1 => id!("undo-passed"),
            1 => id!("redo-passed"),
            _ => id!("history-passed"),
        };
        let text = app.words.say(id, &[("why", why.as_str().into()), ("n", passed.len().into())]);
        app.warn(text);
    }
    external::close_if_gone(app);
    // A meeting is under way only as long as its draft exists.
    if app.folder.draft.is_none() && app.views.screen == Screen::Meeting {
        let notice = app.notice.take();
        effects.extend(app.go(Screen::Home));
        app.notice = notice;
    }
    effects
}

/// The edits without those that insert a record which is there: what another program had taken away may have come back.
fn still_to_do(folder: &Folder, edits: Vec<Edit>) -> Vec<Edit> {
    let mut lists: BTreeMap<(FileId, Vec<String>), Option<Value>> = BTreeMap::new();
    let mut is_missing = |edit: &Edit| {
        let Change::Insert { at, item } = &edit.change else { return true };
        let place = (edit.file.clone(), edit.path.clone());
        let list = lists.entry(place).or_insert_with(|| folder.at(&edit.file, &edit.path));
        let list = list.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        match edit::identity(item) {
            Some(id) => list.iter().all(|other| edit::identity(other) != Some(id)),
            None => list.get(*at) != Some(item),
        }
    };
    edits.into_iter().filter(|edit| is_missing(edit)).collect()
}

/// Whether each edit still applies, after the edits before it.
fn fit(folder: &Folder, edits: &[Edit]) -> bool {
    let mut documents: BTreeMap<&FileId, Option<Value>> = BTreeMap::new();
    edits.iter().all(|edit| {
        let document = documents.entry(&edit.file).or_insert_with(|| folder.value(&edit.file).ok());
        match (document, &edit.change) {
            (Some(value), _) if !edit.path.is_empty() => {
                fits_in(edit, value) && edit::change_value(edit, value).is_some()
            }
            (there @ Some(_), Change::Set { before, after }) => {
                let fits = there == before;
                there.clone_from(after);
                fits
            }
            (there @ None, Change::Set { after, .. }) if edit.path.is_empty() => {
                there.clone_from(after);
                true
            }
            _ => false,
        }
    })
}
