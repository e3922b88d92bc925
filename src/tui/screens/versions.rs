//! Screen 7: what was it before? Every version of every file, to read or restore.

use ratatui::layout::Rect;

use crate::{
    domain::{model::document::FileId, privacy::audience::Level},
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, columns},
        components::list,
        effect::Effect,
        event::VersionLine,
        state::{VersionPage, consent::Consent, dialog::Dialog},
        theme::Role,
    },
    words::{self, Words, date, id, joined},
};

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![Action::Open, Action::Restore, Action::Between, Action::KeepVersion]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if app.views.versions.read.is_some() {
        return act_on_page(app, action);
    }
    let length = app.views.versions.lines.len();
    if super::cursor::moves(app, action, length) {
        return Vec::new();
    }
    let Some(line) = here(app) else { return Vec::new() };
    match action {
        Action::Open | Action::Right => {
            app.views.versions.top = 0;
            vec![Effect::ReadVersion(line.file, line.number)]
        }
        Action::Restore => ask_restore(app, &line),
        _ => Vec::new(),
    }
}

fn act_on_page(app: &mut App, action: Action) -> Vec<Effect> {
    let line = here(app);
    let length = page(app).len();
    let view = &mut app.views.versions;
    if let Some(top) = list::moved(view.top, length, action) {
        view.top = top;
        return Vec::new();
    }
    match (action, line) {
        (Action::Back | Action::Left, _) => view.read = None,
        (Action::Restore, Some(line)) => return ask_restore(app, &line),
        _ => {}
    }
    Vec::new()
}

/// The lines of the version shown: what changed after it, then its text, which is hidden in projector mode.
fn page(app: &App) -> Vec<(String, Role)> {
    let Some(VersionPage { changes, text }) = &app.views.versions.read else { return Vec::new() };
    let mut lines = Vec::new();
    let heading = if changes.is_empty() { id!("version-same") } else { id!("version-changes") };
    lines.push((app.words.get(heading).into_owned(), Role::Accent));
    for edit in changes {
        let said = words::edit::say_to(&app.words, &app.folder, edit, app.level());
        lines.push((format!("· {said}"), Role::Text));
    }
    lines.push((String::new(), Role::Text));
    // Free-text answers of a survey are for the direction only, in every version.
    let is_kept =
        here(app).is_some_and(|line| matches!(line.file, FileId::Survey(_)) && app.level() > Level::Direction);
    if app.is_projected() || is_kept {
        lines.push((app.words.get(id!("hidden-version")).into_owned(), Role::Dim));
        return lines;
    }
    lines.push((app.words.get(id!("version-text")).into_owned(), Role::Accent));
    lines.extend(text.lines().map(|line| {
        let role = if line.trim_start().starts_with('#') { Role::Dim } else { Role::Text };
        (line.to_owned(), role)
    }));
    lines
}

fn here(app: &App) -> Option<VersionLine> {
    let view = &app.views.versions;
    view.lines.len().checked_sub(view.at + 1).and_then(|at| view.lines.get(at)).cloned()
}

fn ask_restore(app: &mut App, line: &VersionLine) -> Vec<Effect> {
    let values = [
        ("file", line.file.file().into()),
        ("version", line.number.into()),
        ("day", date::full(&app.words, line.when.date()).into()),
    ];
    let lines = vec![app.words.say(id!("ask-restore"), &values), app.words.get(id!("ask-restore-kept")).into_owned()];
    app.open(Dialog::ask(lines, Consent::Restore(line.file.clone(), line.number)))
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.versions;
    let title = match here(app).filter(|_| view.read.is_some()) {
        Some(line) => {
            let values = [
                ("file", line.file.file().into()),
                ("version", line.number.into()),
                ("when", when(&app.words, &line).into()),
            ];
            app.words.say(id!("version-which"), &values)
        }
        None => app.words.get(id!("versions-title")).into_owned(),
    };
    canvas.text(area.x, area.y, area.width, &title, Role::Title);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    match view.read {
        Some(_) => read(app, canvas, body),
        None => kept(app, canvas, body),
    }
}

/// Draws the version shown.
fn read(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let mut rest = body;
    for (line, role) in page(app).into_iter().skip(app.views.versions.top) {
        let used = canvas.wrapped(rest, &line, role).max(1);
        rest = Rect { y: rest.y + used, height: rest.height.saturating_sub(used), ..rest };
        if rest.height == 0 {
            break;
        }
    }
}

/// Draws the list of versions, newest first.
fn kept(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let view = &app.views.versions;
    if view.lines.is_empty() {
        canvas.wrapped(body, &app.words.get(id!("versions-empty")), Role::Dim);
        return;
    }
    let length = view.lines.len();
    let at = view.at.min(length - 1);
    // Columns are as wide as their contents, so that a narrow window has room for the reason.
    let widest =
        |said: &dyn Fn(&VersionLine) -> String| view.lines.iter().map(|line| columns(&said(line))).max().unwrap_or(0);
    let file = (widest(&|line| line.file.file()) + 2).min(body.width / 2);
    let moment = widest(&|line| when(&app.words, line)) + 2;
    let shown = list::window(length, at, usize::from(body.height));
    canvas.scroll_bar(body, length, &shown);
    for (y, position) in (body.y..).zip(shown) {
        let line = &view.lines[length - 1 - position];
        let role = |role| if position == at { Role::Selected } else { role };
        let place = Rect { y, height: 1, ..body };
        canvas.fill(place, role(Role::Text));
        canvas.hit(place, Hit::Line(position));
        if position == at {
            canvas.text(body.x, y, 1, "▸", Role::Selected);
            canvas.cursor(body.x, y);
        }
        let row = [
            (file, line.file.file(), Role::Text),
            (5, line.number.to_string(), Role::Dim),
            (moment, when(&app.words, line), Role::Text),
            (body.width, why(line), Role::Dim),
        ];
        let mut x = body.x + 1;
        for (width, said, dim) in row {
            canvas.text(x, y, (width - 1).min(body.right().saturating_sub(x)), &said, role(dim));
            x += width;
        }
    }
}

/// The time of a version, as in « 21 nov. 9 h 44 ».
fn when(words: &Words, line: &VersionLine) -> String {
    format!("{} {}", date::short(words, line.when.date()), date::clock(words, line.when))
}

/// Why a version was saved, and by whom.
fn why(line: &VersionLine) -> String {
    joined(&[&line.why, &line.by])
}
