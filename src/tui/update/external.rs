//! Changes by other programs while the app is open: loaded, the cursor kept, summed up in one line.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    domain::{
        edit::{self, Change, Edit, merge},
        model::{
            board::{Board, Newcomer},
            document::{Document, FileId},
            draft::Draft,
            meeting::{Meeting, PersonPoint},
        },
        value::fault::Code,
    },
    tui::{
        app::App,
        effect::{Effect, SaveKind},
        event::ExternalChange,
        screens,
        state::{
            OpenSheet, Screen, Subject,
            dialog::{Destination, Dialog},
            opened,
        },
    },
    words::id,
};

/// Takes in a document as it is on disk. What was said here of somebody whose id is another's now is no more about that
/// id: it goes by the one under which undoing brings them back.
pub fn take_document(app: &mut App, file: &FileId, document: Option<Document>) -> Vec<Effect> {
    let before = (*file == FileId::Board).then(|| app.folder.board.clone());
    app.take_document(file, document);
    let Some(before) = before else { return Vec::new() };
    let is_another = |person: &Arc<Newcomer>| opened::is_another(&before, &app.folder.board, &person.id);
    if !before.people.iter().any(is_another) {
        return Vec::new();
    }
    let mut effects = Vec::new();
    for (id, removal) in merge::replaced(&json!(before), &json!(app.folder.board)) {
        let Change::Remove { item, .. } = &removal.change else { continue };
        let Some(own) = edit::identity(item).map(ToOwned::to_owned) else { continue };
        app.history.forget(|edit| edit.is_about(&id));
        let said =
            app.folder.draft.as_ref().and_then(|draft| draft.meeting.people.iter().position(|said| said.person == id));
        if let Some(at) = said.map(|at| at.to_string())
            && let path = [Draft::MEETING, Meeting::PEOPLE, &at, PersonPoint::PERSON]
            && let Ok(Some(edit)) = Edit::set(&app.folder, &FileId::Draft, &path, Some(json!(own)))
            && edit::apply(app.folder_mut(), std::slice::from_ref(&edit)).is_ok()
        {
            effects.push(Effect::Save(vec![edit], SaveKind::Ordinary));
        }
        if let Some(Destination::Field(field)) = app.dialog.as_mut().and_then(Dialog::destination_mut)
            && field.file == FileId::Draft
            && let Some(step) = field.path.get_mut(2).filter(|step| **step == id)
        {
            step.clone_from(&own);
        }
    }
    effects
}

/// Loads what other programs wrote.
pub fn take(app: &mut App, news: Vec<ExternalChange>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let place = CursorAnchor::of(app);
    let mut said = Vec::new();
    for ExternalChange { file, now, records, losses } in news {
        let name = file.file();
        app.faults.retain(|fault| fault.place.file != name);
        let was_broken = app.folder_mut().broken.remove(&file);
        let values = [("file", name.clone().into()), ("n", records.into())];
        match now {
            Ok(Some(document)) if !losses.is_empty() => {
                effects.extend(take_document(app, &file, Some(document)));
                said.push(lose(app, &file, losses));
            }
            Ok(Some(document)) => {
                effects.extend(take_document(app, &file, Some(document)));
                let id = match (was_broken, records) {
                    (true, _) => id!("outside-mended"),
                    (false, 0) => id!("outside-changed"),
                    (false, _) => id!("outside-records"),
                };
                said.extend(file.is_kept().then(|| app.words.say(id, &values)));
            }
            Ok(None) => {
                app.folder_mut().put(&file, None);
                let id = if matches!(file, FileId::Plan | FileId::Board) {
                    id!("outside-lost")
                } else {
                    id!("outside-removed")
                };
                said.extend(file.is_kept().then(|| app.words.say(id, &values)));
            }
            // What was read before stands: the next edit writes it again.
            Err(fault) if fault.code.is_loss() && app.folder.document(&file).is_some() => {
                let is_headless = fault.code == Code::Headless;
                let id = if is_headless { id!("outside-headless") } else { id!("outside-emptied") };
                said.push(app.words.say(id, &values));
            }
            Err(fault) => {
                app.tell_fault(&fault);
                app.folder_mut().broken.insert(file);
                app.faults.push(fault);
            }
        }
    }
    place.restore(app);
    let others = said.len().saturating_sub(1);
    if let Some(first) = said.into_iter().next() {
        let more =
            if others == 0 { String::new() } else { app.words.say(id!("outside-others"), &[("n", others.into())]) };
        app.tell(format!("{first}{more}"));
    }
    effects
}

/// Says what another program took away, and lets undoing bring it back.
pub fn lose(app: &mut App, file: &FileId, losses: Vec<Edit>) -> String {
    let items = |value: &Option<Value>| value.as_ref().and_then(Value::as_array).map_or(0, Vec::len);
    let people = |loss: &Edit| match &loss.change {
        _ if loss.path != [Board::PEOPLE] => 0,
        Change::Remove { .. } => 1,
        Change::Set { before, after } => items(before).saturating_sub(items(after)),
        Change::Insert { .. } => 0,
    };
    let people: usize = if *file == FileId::Board { losses.iter().map(people).sum() } else { 0 };
    let values = [("file", file.file().into()), ("people", people.into()), ("n", losses.len().into())];
    app.history.push(app.now, losses);
    app.words.say(id!("outside-taken"), &values)
}

/// The position of the cursors, by record rather than by index.
struct CursorAnchor {
    board: Board,
    row: Option<(String, Option<usize>)>,
    meeting: Option<String>,
}

impl CursorAnchor {
    fn of(app: &App) -> Self {
        let lines = screens::plan::lines(app);
        CursorAnchor {
            board: app.folder.board.clone(),
            row: lines.get(app.views.plan.at).map(|(row, means)| (row.id.clone(), *means)),
            meeting: app.folder.meetings.keys().rev().nth(app.views.meetings.back).cloned(),
        }
    }

    fn restore(self, app: &mut App) {
        if let Some((row, means)) = self.row {
            screens::plan::select(app, &row, means);
        }
        if let Some(stem) = self.meeting.filter(|stem| app.folder.meetings.contains_key(stem)) {
            app.views.meetings.back = app.folder.meetings.keys().rev().position(|s| *s == stem).unwrap_or(0);
        }
        let is_another = |id: &String| opened::is_another(&self.board, &app.folder.board, id);
        if matches!(&app.views.sheet, Some(OpenSheet { subject: Subject::Person(id), .. }) if is_another(id)) {
            app.views.sheet = None;
            // A text is kept; a menu or a question was about somebody who is not there.
            app.dialog.take_if(|dialog| dialog.destination().is_none());
        }
        close_if_gone(app);
        if app.folder.draft.is_none() && app.views.screen == Screen::Meeting {
            let _ = app.go(Screen::Home);
        }
    }
}

/// Applies edits, and closes the sheet of a record they removed.
pub fn edit(app: &mut App, edits: Vec<Edit>, kind: SaveKind) -> Vec<Effect> {
    let effects = app.edit(edits, kind);
    close_if_gone(app);
    effects
}

/// Closes the sheet of a record that no longer exists.
pub fn close_if_gone(app: &mut App) {
    let is_gone = app.views.sheet.as_ref().is_some_and(|sheet| match &sheet.subject {
        Subject::Person(id) => app.folder.board.person(id).is_none(),
        Subject::Row(id) => app.folder.plan.row(id).is_none(),
        Subject::Issue(id) => app.folder.plan.issue(id).is_none(),
        Subject::Indicator(id) => !app.folder.plan.indicators.iter().any(|i| i.id == *id),
        Subject::Check(stem) => !app.folder.impacts.contains_key(stem),
        Subject::Survey(stem) => !app.folder.surveys.contains_key(stem),
        Subject::School | Subject::Reference(_) => false,
    });
    if is_gone {
        app.views.sheet = None;
    }
}
