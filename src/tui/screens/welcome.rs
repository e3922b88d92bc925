//! The welcome of somebody: its steps are made from those of the school, ticked, and added to.

use serde_json::json;

use crate::{
    domain::{
        board::welcome,
        edit::Edit,
        model::{
            board::{Board, Newcomer},
            document::FileId,
            plan::Plan,
            progress::Progress,
            welcome::{Moment, WelcomeStep, WelcomeTask},
        },
        value::text::slug,
    },
    tui::{
        app::App,
        dialog::{ask, fields},
        effect::{Effect, SaveKind},
        state::{
            Subject,
            consent::Consent,
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
    },
    words::{id, joined},
};

/// Makes the steps of somebody who has none yet; asks for one more of somebody who has.
pub fn add(app: &mut App, id: &str) -> Vec<Effect> {
    if !app.shows_private(id) {
        app.warn_hidden();
        return Vec::new();
    }
    let Some(person) = app.folder.board.person(id) else { return Vec::new() };
    if !person.welcome.is_empty() {
        let place = Destination::New(NewRecord::WelcomeTask(id.to_owned()));
        return app.open(Dialog::line(&app.words, id!("new-welcome"), "", place));
    }
    if person.arrival.is_none() {
        app.warn(app.words.get(id!("welcome-no-arrival")).into_owned());
        return Vec::new();
    }
    let effects = make(app, id);
    app.tell(app.words.get(id!("welcome-made")).into_owned());
    effects
}

/// Makes the steps of somebody who has none yet and whose arrival is known.
pub fn make(app: &mut App, id: &str) -> Vec<Effect> {
    let Some(person) = app.folder.board.person(id).filter(|person| person.welcome.is_empty()) else {
        return Vec::new();
    };
    let tasks = welcome::tasks(&app.folder, &(app.setting.welcome)(), person, app.today());
    if tasks.is_empty() {
        return Vec::new();
    }
    let path = [Board::PEOPLE, id, Newcomer::WELCOME];
    let edit = Edit::set(&app.folder, &FileId::Board, &path, Some(json!(tasks)));
    app.try_edit(edit)
}

/// Adds a step in these words.
pub fn added(app: &mut App, id: &str, what: &str) -> Vec<Effect> {
    let person = app.folder.board.person(id);
    let is_taken = |id: &str| person.is_some_and(|person| person.welcome.iter().any(|task| task.id == id));
    let task = app.new_ids().of(&slug(what, 12), is_taken);
    let task = WelcomeTask { id: task, what: what.to_owned(), ..WelcomeTask::default() };
    app.push(&FileId::Board, &[Board::PEOPLE, id, Newcomer::WELCOME], json!(task))
}

/// Shows the usual steps of the welcome, and asks whether the school takes them as its own, to change them.
pub fn ask_usual(app: &mut App) -> Vec<Effect> {
    let steps = (app.setting.welcome)();
    match Edit::set(&app.folder, &FileId::Plan, &[Plan::WELCOME], Some(json!(steps))) {
        Ok(edit) => {
            let words = &app.words;
            let step = |step: &WelcomeStep| {
                let jobs = match step.jobs.is_empty() {
                    true => String::new(),
                    false => words.say(id!("welcome-for-jobs"), &[("jobs", step.jobs.join(", ").into())]),
                };
                format!("• {}", joined(&[&words.choice(step.moment.word()), &step.what, &step.who, &jobs]))
            };
            let question = words.get(id!("ask-welcome-usual")).into_owned();
            let lines = std::iter::once(question).chain(steps.iter().map(step)).collect();
            app.open(Dialog::ask(lines, Consent::Edits(edit.into_iter().collect(), SaveKind::Ordinary)))
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// Adds a step to those that the school plans for whoever arrives, and asks when it takes place.
pub fn plan_step(app: &mut App, what: &str) -> Vec<Effect> {
    let is_taken = |id: &str| app.folder.plan.welcome.iter().any(|step| step.id == id);
    let id = app.new_ids().of(&slug(what, 12), is_taken);
    let step = WelcomeStep {
        id: id.clone(),
        moment: Moment::FirstDay,
        what: what.to_owned(),
        who: String::new(),
        jobs: Vec::new(),
    };
    let effects = app.push(&FileId::Plan, &[Plan::WELCOME], json!(step));
    let is_moment = |path: &[String]| matches!(path, [list, of, key] if list == Plan::WELCOME && *of == id && key == WelcomeStep::MOMENT);
    fields::select(app, is_moment);
    let field = fields::fields(app, &Subject::School).into_iter().find(|field| is_moment(&field.path));
    match field {
        Some(field) => effects.into_iter().chain(app.open(ask::field(app, field))).collect(),
        None => effects,
    }
}

/// Toggles a step between done and to do.
pub fn tick(app: &mut App, id: &str, task: &str) -> Vec<Effect> {
    let known = app.folder.board.person(id).and_then(|person| person.welcome.iter().find(|known| known.id == task));
    let Some(known) = known else { return Vec::new() };
    let state = if known.state() == Progress::Done { Progress::Todo } else { Progress::Done };
    let path = [Board::PEOPLE, id, Newcomer::WELCOME, task, WelcomeTask::STATE];
    app.say(&FileId::Board, &path, json!(state))
}

/// Opens the sheet of somebody at a step of the welcome.
pub fn open(app: &mut App, id: &str, task: &str) -> Vec<Effect> {
    let effects = app.open_sheet(Subject::Person(id.to_owned()));
    let is_there = |path: &[String]| matches!(path, [_, _, list, of, _] if list == Newcomer::WELCOME && of == task);
    fields::select(app, is_there);
    effects
}
