//! One record, field by field: a newcomer with traces, a row, an issue, an indicator, an impact check.

mod field_list;
mod indicator;
pub mod links;
mod page;
mod rounds;

pub use page::draw;

use super::survey;
use crate::{
    domain::{
        edit::Edit,
        meeting::{
            closing,
            thread::{self, Mention},
        },
        model::{
            board::Newcomer,
            document::FileId,
            impact::Decision,
            plan::{Plan, Row},
            school::Committee,
        },
    },
    tui::{
        action::Action,
        app::App,
        components::{input::Input, picker::Choice},
        dialog::{ask, fields},
        effect::{Effect, SaveKind},
        state::{
            LengthsShown, OpenSheet, Subject,
            consent::Consent,
            dialog::{Chosen, Destination, Dialog},
            field::Field,
            new_record::{IssuePart, NewRecord},
        },
        theme::Role,
    },
    words::{self, id},
};

/// The actions for the hint bar.
pub fn hints(app: &App) -> Vec<Action> {
    let mut hints = vec![Action::Open];
    match app.views.sheet.as_ref().map(|sheet| &sheet.subject) {
        Some(Subject::Reference(_)) => return vec![Action::Back],
        Some(Subject::Person(_)) => {
            hints.push(Action::Trace);
            if app.is_projected() {
                hints.push(Action::Reveal);
            }
            hints.extend([Action::Pair, Action::PairMeeting, Action::Thread, Action::Archive]);
        }
        Some(Subject::Row(id)) => {
            hints.extend([Action::Tick, Action::New]);
            let has_links = app.folder.plan.row(id).is_some_and(|row| !row.links.is_empty());
            hints.extend(has_links.then_some(Action::OpenLink));
        }
        Some(Subject::Issue(_)) => hints.extend([Action::New, Action::Thread]),
        Some(Subject::School) => hints.extend([Action::New, Action::Archive]),
        Some(Subject::Survey(_)) => hints.push(Action::Archive),
        Some(Subject::Check(stem)) => {
            let is_open = app.folder.impacts.get(stem).is_some_and(|check| !check.is_closed());
            hints.extend(is_open.then_some(Action::Close));
            hints.extend(page::has_page_of_rounds(app.views.width).then_some(Action::NextPane));
        }
        _ => {}
    }
    hints.push(Action::Undo);
    hints.push(Action::Back);
    hints
}

/// Handles an action on an open record.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(OpenSheet { subject, at }) = app.views.sheet.clone() else { return Vec::new() };
    if matches!(subject, Subject::Survey(_) | Subject::Reference(_)) {
        return act_on_survey(app, action, &subject, at);
    }
    let fields = fields::fields(app, &subject);
    if matches!(action, Action::NextPane | Action::PreviousPane)
        && let Some(first) = page::first_trace(&fields)
    {
        app.views.sheet = Some(OpenSheet { subject, at: if at < first { first } else { 0 } });
        return Vec::new();
    }
    let pages = usize::from(matches!(subject, Subject::Check(_)) && page::has_page_of_rounds(app.views.width));
    if pages > 0 && matches!(action, Action::NextPane | Action::PreviousPane) {
        app.views.sheet = Some(OpenSheet { subject, at: if at < fields.len() { fields.len() } else { 0 } });
        return Vec::new();
    }
    if super::cursor::moves(app, action, fields.len() + pages) {
        return Vec::new();
    }
    match action {
        Action::Back | Action::Left => {
            app.views.sheet = None;
            app.projection.revealed = None;
            Vec::new()
        }
        Action::Open | Action::Right => open(app, &subject, fields.get(at).cloned()),
        Action::Copy => match fields.get(at) {
            Some(field) if !field_list::is_hidden(app, &subject, field) => {
                let value = app.folder.at(&field.file, &field.path);
                vec![Effect::Copy(field.shown(&app.words, value.as_ref()))]
            }
            _ => Vec::new(),
        },
        Action::Thread => said_of(app, &subject),
        Action::New => add(app, &subject),
        Action::Rectify => rectify(app, &subject, fields.get(at)),
        Action::Archive if subject == Subject::School => take_off(app, fields.get(at)),
        Action::Archive => take_off_item(app, fields.get(at)).unwrap_or_else(|| super::archive::ask(app, &subject)),
        _ => act_on_record(app, action, &subject),
    }
}

/// Handles an action specific to one kind of record.
fn act_on_record(app: &mut App, action: Action, subject: &Subject) -> Vec<Effect> {
    match (action, subject) {
        (Action::Trace, Subject::Person(id)) => super::trace::begin(app, id),
        (Action::Pair, Subject::Person(id)) => super::pair::page(app, id),
        (Action::PairMeeting, Subject::Person(id)) => super::pair::ask(app, id),
        (Action::Reveal, Subject::Person(id)) => {
            app.projection.reveal(Some(id.clone()));
            Vec::new()
        }
        (Action::Purge, Subject::Person(id)) => vec![Effect::AskPurge(vec![id.clone()], None)],
        (Action::Tick, Subject::Person(id)) => match welcome_task(app, id) {
            Some(task) => super::welcome::tick(app, id, &task),
            None => Vec::new(),
        },
        (Action::Tick, Subject::Row(id)) => super::plan::tick(app, id, means_at(app, id)),
        (Action::OpenLink, Subject::Row(id)) => links::ask(app, id),
        (Action::Close, Subject::Check(stem)) => conclude(app, stem),
        _ => Vec::new(),
    }
}

/// The means of a row that the cursor is on, by its position.
fn means_at(app: &App, row: &str) -> Option<usize> {
    let at = app.views.sheet.as_ref()?.at;
    let field = fields::fields(app, &Subject::Row(row.to_owned())).into_iter().nth(at)?;
    match field.path.as_slice() {
        [_, _, list, at, ..] if list == Row::MEANS => at.parse().ok(),
        _ => None,
    }
}

/// The step of somebody's welcome that the cursor is on, by id.
fn welcome_task(app: &App, person: &str) -> Option<String> {
    let at = app.views.sheet.as_ref()?.at;
    let field = fields::fields(app, &Subject::Person(person.to_owned())).into_iter().nth(at)?;
    match field.path.as_slice() {
        [_, _, list, task, _] if list == Newcomer::WELCOME => Some(task.clone()),
        _ => None,
    }
}

/// Opens a field, unless the audience may not see it.
fn open(app: &mut App, subject: &Subject, field: Option<Field>) -> Vec<Effect> {
    match field {
        Some(field) if field_list::is_hidden(app, subject, &field) => {
            app.warn_hidden();
            Vec::new()
        }
        Some(field) if field.path == [Plan::WELCOME] => super::welcome::ask_usual(app),
        Some(field) if field.path == fields::LENGTHS => {
            app.views.lengths = match app.views.lengths {
                LengthsShown::Together => LengthsShown::Each,
                LengthsShown::Each => LengthsShown::Together,
            };
            Vec::new()
        }
        Some(field) => app.open(ask::field(app, field)),
        None => Vec::new(),
    }
}

/// Takes a step off the welcome of whoever arrives; asks before a member leaves the committee.
fn take_off(app: &mut App, field: Option<&Field>) -> Vec<Effect> {
    if let Some([list, step, _]) = field.map(|field| field.path.as_slice())
        && list == Plan::WELCOME
    {
        return app.remove(&FileId::Plan, &[Plan::WELCOME], step);
    }
    let list = [Plan::COMMITTEE, Committee::MEMBERS];
    let at = match field.map(|field| field.path.as_slice()) {
        Some([committee, members, at, _]) if [committee.as_str(), members.as_str()] == list => at.clone(),
        _ => {
            app.tell(app.words.get(id!("nothing-to-take-off")).into_owned());
            return Vec::new();
        }
    };
    let name = at.parse().ok().and_then(|at: usize| app.folder.plan.committee.members.get(at));
    let name = name.map(|member| member.name.clone()).unwrap_or_default();
    match Edit::remove(&app.folder, &FileId::Plan, &list, &at) {
        Ok(edit) => {
            let lines = vec![app.words.say(id!("ask-remove-member"), &[("name", name.into())])];
            app.open(Dialog::ask(lines, Consent::Edits(vec![edit], SaveKind::Ordinary)))
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// Asks which words to take out of a field of a person, and of every version of it.
fn rectify(app: &mut App, subject: &Subject, field: Option<&Field>) -> Vec<Effect> {
    let (Subject::Person(id), Some(field)) = (subject, field) else { return Vec::new() };
    let Some(key) = field.path.iter().rev().find(|step| step.parse::<usize>().is_err()) else { return Vec::new() };
    if field_list::is_hidden(app, subject, field) {
        app.warn_hidden();
        return Vec::new();
    }
    let place = Destination::Rectified { person: id.clone(), field: key.clone() };
    let text = field.typed(&app.folder);
    app.open(Dialog::text(app.words.get(id!("rectify-which")), Input::line(&text), place))
}

/// Takes an earlier mentor, a meeting of the pair or its agreement off the sheet of a person, or a means off that of a row, if the cursor
/// is there: these lists are mended like any other.
fn take_off_item(app: &mut App, field: Option<&Field>) -> Option<Vec<Effect>> {
    let Field { file, path, .. } = field?;
    let [of, id, list, at, ..] = path.as_slice() else { return None };
    if list == Newcomer::AGREEMENT {
        let edit = Edit::set(&app.folder, file, &[of, id, list], None);
        return Some(app.try_edit(edit));
    }
    let lists = [Newcomer::EARLIER_MENTORS, Newcomer::PAIR_MEETINGS, Newcomer::WELCOME, Row::MEANS];
    if !lists.contains(&list.as_str()) {
        return None;
    }
    Some(app.remove(file, &[of, id, list], at))
}

/// Asks what to add to a record.
fn add(app: &mut App, subject: &Subject) -> Vec<Effect> {
    match subject {
        Subject::Row(id) => {
            let means = Choice::new(Chosen::NewMeans(id.clone()), app.words.get(id!("new-means")));
            let choices = std::iter::once(means).chain(super::plan::issues_to_serve(app, id)).collect();
            app.open(Dialog::menu(app.words.get(id!("new-of-row")), choices, None))
        }
        Subject::Issue(id) => {
            let parts =
                [(IssuePart::Indicator, id!("new-indicator-choice")), (IssuePart::Scale, id!("new-scale-choice"))];
            let choice = |(part, label)| Choice::new(Chosen::NewOfIssue(part, id.clone()), app.words.get(label));
            app.open(Dialog::menu(app.words.get(id!("new-of-issue")), parts.map(choice).to_vec(), None))
        }
        // What is added is of the list under the cursor: a sum among the resources, a question of a stage, else a member.
        Subject::School => {
            let at = app.views.sheet.as_ref().map_or(0, |sheet| sheet.at);
            let field = fields::fields(app, subject).into_iter().nth(at);
            let path = field.map(|field| field.path).unwrap_or_default();
            let (title, record) = match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                [Plan::RESOURCES, ..] => (id!("new-fund"), NewRecord::Fund),
                [Plan::RECOMMENDATIONS] => (id!("new-recommendation"), NewRecord::Recommendation),
                [Plan::WELCOME] => return super::welcome::ask_usual(app),
                [Plan::WELCOME, ..] => (id!("new-welcome-step"), NewRecord::WelcomeStep),
                [Plan::QUESTIONS, question, ..] => {
                    let stage = app.folder.plan.question(question).map(|asked| asked.stage.clone());
                    (id!("new-guiding-question"), NewRecord::Question(stage.unwrap_or_default()))
                }
                _ => (id!("new-member"), NewRecord::Member),
            };
            app.open(Dialog::line(&app.words, title, "", Destination::New(record)))
        }
        Subject::Person(id) => super::welcome::add(app, id),
        Subject::Indicator(_) | Subject::Check(_) | Subject::Survey(_) | Subject::Reference(_) => Vec::new(),
    }
}

/// Handles an action on a survey: a page to read, whose questions can be matched to those of the catalogue.
fn act_on_survey(app: &mut App, action: Action, subject: &Subject, at: usize) -> Vec<Effect> {
    if super::cursor::moves(app, action, survey::length(app, subject)) {
        return Vec::new();
    }
    match action {
        Action::Back | Action::Left => {
            app.views.sheet = None;
            Vec::new()
        }
        Action::Open | Action::Right => {
            let field = |position: usize| fields::fields(app, subject).into_iter().nth(position);
            match survey::field_at(app, subject, at).and_then(field) {
                Some(field) => app.open(ask::field(app, field)),
                None => Vec::new(),
            }
        }
        Action::Archive => super::archive::ask(app, subject),
        _ => Vec::new(),
    }
}

/// Opens everything recorded about a person or an issue.
fn said_of(app: &mut App, subject: &Subject) -> Vec<Effect> {
    match subject {
        Subject::Person(id) if !app.shows_private(id) => {
            app.warn_hidden();
            Vec::new()
        }
        Subject::Person(id) => thread(app, &app.person_name(id), thread::person(&app.folder, id)),
        Subject::Issue(id) => {
            let name = app.folder.plan.issue(id).map_or(id.clone(), |issue| issue.name.clone());
            thread(app, &name, thread::issue(&app.folder, id))
        }
        Subject::Row(_)
        | Subject::Indicator(_)
        | Subject::Check(_)
        | Subject::Survey(_)
        | Subject::Reference(_)
        | Subject::School => Vec::new(),
    }
}

/// Opens a list of mentions, newest first.
fn thread(app: &mut App, of: &str, said: Vec<Mention>) -> Vec<Effect> {
    let (words, cycle) = (&app.words, app.cycle());
    let mut lines: Vec<(String, Role)> = Vec::new();
    let mut before = String::new();
    for said in said.iter().rev() {
        let when = words::thread::when(words, said);
        if when != before {
            lines.push((when.clone(), Role::Accent));
            before = when;
        }
        lines.push((words::thread::what(words, &cycle, &said.what), Role::Text));
    }
    if lines.is_empty() {
        lines.push((words.get(id!("thread-empty")).into_owned(), Role::Dim));
    }
    let title = words.say(id!("thread-title"), &[("of", of.to_owned().into())]);
    app.open(Dialog::page(title, lines))
}

/// Shows what concluding a check will write, and asks for confirmation.
fn conclude(app: &mut App, stem: &str) -> Vec<Effect> {
    let Some(check) = app.folder.impacts.get(stem).filter(|check| !check.is_closed()) else { return Vec::new() };
    let missing = match check.decision {
        None => Some(id!("check-needs-decision")),
        Some(_) if check.reached.is_none() => Some(id!("check-needs-reached")),
        Some(Decision::Redo) if check.redo.is_empty() => Some(id!("check-needs-steps")),
        Some(_) => None,
    };
    if let Some(missing) = missing {
        app.warn(app.words.get(missing).into_owned());
        return Vec::new();
    }
    match closing::check(&app.folder, stem) {
        Ok(edits) => {
            let mut lines = vec![app.words.get(id!("ask-close-check")).into_owned()];
            lines.extend(edits.iter().map(|edit| format!("• {}", words::edit::say(&app.words, &app.folder, edit))));
            app.open(Dialog::ask(lines, Consent::Edits(edits, SaveKind::Closing)))
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}
