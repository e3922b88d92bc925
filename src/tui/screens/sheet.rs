//! One record, field by field: a newcomer with traces, a row, an issue, an indicator, an impact check.

use ratatui::layout::Rect;
use serde_json::Value;

use crate::{
    domain::{
        closing,
        document::Part,
        edit,
        thread::{self, Said},
    },
    tui::{
        action::Action,
        app::App,
        asking,
        canvas::{Canvas, Hit, columns, wrap},
        components::{list, picker::Choice},
        effect::{Effect, Weight},
        field::Field,
        forms,
        overlay::{Consent, Overlay, Target},
        theme::Role,
        views::{Sheet, Subject},
    },
    words,
};

/// The actions to hint at.
pub fn hints(app: &App) -> Vec<Action> {
    let mut hints = vec![Action::Open];
    match app.views.sheet.as_ref().map(|sheet| &sheet.subject) {
        Some(Subject::Person(_)) => {
            hints.push(Action::Trace);
            if app.is_projected() {
                hints.push(Action::Reveal);
            }
            hints.extend([Action::Thread, Action::Archive]);
        }
        Some(Subject::Row(_)) => hints.extend([Action::Tick, Action::New]),
        Some(Subject::Issue(_)) => hints.extend([Action::New, Action::Thread]),
        Some(Subject::School) => hints.push(Action::New),
        Some(Subject::Check(stem)) if app.folder.impacts.get(stem).is_some_and(|c| !c.is_closed()) => {
            hints.push(Action::Close)
        }
        _ => {}
    }
    hints.push(Action::Undo);
    hints.push(Action::Back);
    hints
}

/// Does what a person meant on an open record.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(Sheet { subject, at }) = app.views.sheet.clone() else { return Vec::new() };
    let fields = forms::fields(app, &subject);
    if super::cursor::moves(app, action, fields.len()) {
        return Vec::new();
    }
    match (action, &subject) {
        (Action::Back | Action::Left, _) => {
            app.views.sheet = None;
            app.projection.revealed = None;
            Vec::new()
        }
        (Action::Open | Action::Right, _) => match fields.get(at).cloned() {
            Some(field) if hidden(app, &subject, &field) => {
                app.warn(app.words.get("hidden-field").into_owned());
                Vec::new()
            }
            Some(field) => app.open(asking::edit_field(app, field)),
            None => Vec::new(),
        },
        (Action::Thread, Subject::Person(id)) if !app.shows_private(id) => {
            app.warn(app.words.get("hidden-field").into_owned());
            Vec::new()
        }
        (Action::Thread, Subject::Person(id)) => thread(app, &app.person_name(id), thread::person(&app.folder, id)),
        (Action::Thread, Subject::Issue(id)) => {
            let name = app.folder.plan.issue(id).map_or(id.clone(), |issue| issue.name.clone());
            thread(app, &name, thread::issue(&app.folder, id))
        }
        (Action::Trace, Subject::Person(id)) => super::trace::begin(app, id),
        (Action::New, Subject::Row(id)) => {
            let issues = app.folder.plan.issues_by_priority();
            let choices = issues.iter().map(|issue| Choice::labelled(&issue.id, &issue.name)).collect();
            app.open(Overlay::pick(&app.words, "choose-row-issue", choices, "", Target::RowIssue(id.clone())))
        }
        (Action::New, Subject::Issue(id)) => {
            app.open(Overlay::line(&app.words, "new-indicator", "", Target::NewIndicator(id.clone())))
        }
        (Action::New, Subject::School) => app.open(Overlay::line(&app.words, "new-member", "", Target::NewMember)),
        (Action::Reveal, Subject::Person(id)) => {
            app.reveal(Some(id.clone()));
            Vec::new()
        }
        (Action::Tick, Subject::Row(id)) => super::plan::tick(app, id),
        (Action::Archive, _) => super::archive::ask(app, &subject),
        (Action::Purge, _) => match &subject {
            Subject::Person(id) => vec![Effect::AskPurge(vec![id.clone()])],
            _ => Vec::new(),
        },
        (Action::Close, Subject::Check(stem)) => conclude(app, stem),
        _ => Vec::new(),
    }
}

/// Opens everything that was said, the newest first.
fn thread(app: &mut App, of: &str, said: Vec<Said>) -> Vec<Effect> {
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
        lines.push((words.get("thread-empty").into_owned(), Role::Dim));
    }
    let title = words.say("thread-title", &[("of", of.to_owned().into())]);
    app.open(Overlay::Read { title, lines, at: 0 })
}

/// Whether the projector hides a field.
fn hidden(app: &App, subject: &Subject, field: &Field) -> bool {
    match subject {
        Subject::Person(id) => !app.shows(field.level(), id),
        _ => false,
    }
}

/// Shows what concluding a check will write, and asks.
fn conclude(app: &mut App, stem: &str) -> Vec<Effect> {
    let Some(check) = app.folder.impacts.get(stem).filter(|check| !check.is_closed()) else { return Vec::new() };
    if check.decision.is_none() {
        app.warn(app.words.get("check-needs-decision").into_owned());
        return Vec::new();
    }
    match closing::check(&app.folder, stem) {
        Ok(edits) => {
            let mut lines = vec![app.words.get("ask-close-check").into_owned()];
            lines.extend(edits.iter().map(|edit| format!("• {}", words::edit::say(&app.words, &app.folder, edit))));
            app.open(Overlay::ask(lines, Consent::Edits(edits, Weight::Closing)))
        }
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// What the record is called, and a line about it.
fn title(app: &App, subject: &Subject) -> (String, String) {
    match subject {
        Subject::Person(id) => {
            let job = app.folder.board.person(id).map(|p| p.job.clone()).unwrap_or_default();
            (app.person_name(id), job)
        }
        Subject::Row(id) => (app.words.say("sheet-row", &[("id", id.as_str().into())]), String::new()),
        Subject::Issue(id) => (app.folder.plan.issue(id).map_or(id.clone(), |issue| issue.name.clone()), String::new()),
        Subject::Indicator(_) => (app.words.get("sheet-indicator").into_owned(), String::new()),
        Subject::School => (app.words.get("sheet-school").into_owned(), String::new()),
        Subject::Check(stem) => {
            let check = app.folder.impacts.get(stem);
            let issue = check.and_then(|c| app.folder.plan.issue(&c.issue)).map(|i| i.name.clone()).unwrap_or_default();
            let day = check.and_then(|c| c.date).map_or(stem.clone(), |day| words::date::long(day.0));
            let state = if check.is_some_and(|c| c.is_closed()) { "check-closed" } else { "check-open" };
            (
                app.words.say("sheet-check", &[("day", day.into()), ("issue", issue.into())]),
                app.words.get(state).into_owned(),
            )
        }
    }
}

/// Draws an open record.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, sheet: &Sheet) {
    let (name, about) = title(app, &sheet.subject);
    let used = canvas.text(area.x, area.y, area.width, &name, Role::Title);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &about, Role::Dim);
    let mut top = area.y + 1;
    if matches!(sheet.subject, Subject::Person(_)) {
        canvas.text(area.x, top, area.width, &app.words.get("support-not-evaluation"), Role::Dim);
        top += 1;
    }
    let (file, place) = sheet.subject.place();
    let advice = app.advice().filter(|advice| advice.is_about(&file, &place));
    for advice in advice.filter(|advice| !app.is_projected() || advice.person.is_none()).take(if area.height < 14 {
        1
    } else {
        3
    }) {
        let said = words::advice::said(&app.words, advice);
        let weight = words::advice::weight(&app.words, advice);
        canvas.text(area.x, top, area.width, &format!("{weight}\u{a0}: {said}"), Role::Watch);
        top += 1;
    }
    let fields = forms::fields(app, &sheet.subject);
    let Some(part) = fields.first().and_then(|field| app.folder.part(&field.file, &field.path).ok()) else { return };
    let label = (area.width / 4).clamp(14, 26);
    let room = area.width.saturating_sub(label + 3);
    let lines: Vec<(Vec<String>, usize)> = fields
        .iter()
        .map(|field| {
            let text = shown(app, &sheet.subject, field, &part);
            let mut lines = wrap(&text, room);
            if stands_above(field, label) {
                let question = wrap(&field.label, area.width.saturating_sub(2));
                lines =
                    question.into_iter().chain(wrap(&text, room).into_iter().map(|line| format!("  {line}"))).collect();
            }
            let height = lines.len().max(1) + if field.heading.is_some() { 2 } else { 0 };
            (lines, height)
        })
        .collect();
    let heights: Vec<usize> = lines.iter().map(|(_, height)| *height).collect();
    let at = sheet.at.min(fields.len().saturating_sub(1));
    let mut y = top + 1;
    for position in list::window_of(&heights, at, usize::from((area.bottom()).saturating_sub(y))) {
        let (field, (text, _)) = (&fields[position], &lines[position]);
        if let Some(heading) = &field.heading {
            if y > top + 1 {
                y += 1;
            }
            if y < area.bottom() {
                canvas.text(area.x, y, area.width, heading, Role::Accent);
            }
            y += 1;
        }
        for offset in 0..text.len().max(1) {
            if y >= area.bottom() {
                break;
            }
            let role = if position == at { Role::Selected } else { Role::Text };
            let line = Rect { x: area.x, y, width: area.width, height: 1 };
            canvas.fill(line, role);
            canvas.hit(line, Hit::Line(position));
            let beside = !stands_above(field, label);
            if !beside {
                canvas.text(area.x + 1, y, area.width - 1, text.get(offset).map_or("", String::as_str), role);
                if offset == 0 && position == at {
                    canvas.text(area.x, y, 1, "▸", Role::Selected);
                    canvas.cursor(area.x, y);
                }
                y += 1;
                continue;
            }
            if offset == 0 {
                let dim = if position == at { Role::Selected } else { Role::Dim };
                canvas.text(area.x + 1, y, label, &field.label, dim);
                if position == at {
                    canvas.text(area.x, y, 1, "▸", Role::Selected);
                    canvas.cursor(area.x, y);
                }
            }
            canvas.text(area.x + label + 2, y, room, text.get(offset).map_or("", String::as_str), role);
            y += 1;
        }
    }
}

fn shown(app: &App, subject: &Subject, field: &Field, part: &Part) -> String {
    if hidden(app, subject, field) {
        return app.words.get("hidden").into_owned();
    }
    let value = edit::lookup(&part.value, &field.path[part.depth..]).cloned();
    let text = match field.path.last().map(String::as_str) {
        Some("modalités") => supports(app, value.as_ref()),
        _ => field.shown(value.as_ref()),
    };
    match asking::earlier_answer(app, field) {
        Some(answer) => app.words.say("question-again", &[("answer", answer.into())]),
        None if text.is_empty() => "—".into(),
        None => text,
    }
}

/// The kinds of support with their names.
fn supports(app: &App, codes: Option<&Value>) -> String {
    let named = |code: &str| {
        let entry = app.setting.catalogues.get("modalites").and_then(|catalogue| catalogue.entry(code));
        entry.map_or_else(|| code.to_owned(), |entry| format!("{code} {}", entry.text))
    };
    let codes = codes.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    codes.iter().filter_map(Value::as_str).map(named).collect::<Vec<_>>().join(" · ")
}

/// A question stands above its answer: it is too long to stand beside.
fn stands_above(field: &Field, room: u16) -> bool {
    field.path.first().is_some_and(|list| list == "questions") || columns(&field.label) > room
}
