//! Screen 7: what was it before? Every version of every file; one is read, one is restored.

use ratatui::layout::Rect;

use crate::{
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        components::list,
        effect::Effect,
        event::VersionLine,
        overlay::{Consent, Overlay},
        theme::Role,
    },
    words::date,
};

/// Does what a person meant.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if app.views.versions.text.is_some() {
        return act_on_text(app, action);
    }
    let length = app.views.versions.lines.len();
    if super::cursor::moves(app, action, length) {
        return Vec::new();
    }
    let Some(line) = here(app) else { return Vec::new() };
    match action {
        Action::Open | Action::Right if app.projection.on => {
            app.warn(app.words.get("hidden-version").into_owned());
            Vec::new()
        }
        Action::Open | Action::Right => {
            app.views.versions.top = 0;
            vec![Effect::ReadVersion(line.file, line.number)]
        }
        Action::Restore => ask_restore(app, &line),
        _ => Vec::new(),
    }
}

fn act_on_text(app: &mut App, action: Action) -> Vec<Effect> {
    let line = here(app);
    let view = &mut app.views.versions;
    let length = view.text.as_deref().map_or(0, |text| text.lines().count());
    if let Some(top) = list::moved(view.top, length, action) {
        view.top = top;
        return Vec::new();
    }
    match (action, line) {
        (Action::Back | Action::Left, _) => view.text = None,
        (Action::Restore, Some(line)) => return ask_restore(app, &line),
        _ => {}
    }
    Vec::new()
}

fn here(app: &App) -> Option<VersionLine> {
    let view = &app.views.versions;
    view.lines.len().checked_sub(view.at + 1).and_then(|at| view.lines.get(at)).cloned()
}

fn ask_restore(app: &mut App, line: &VersionLine) -> Vec<Effect> {
    let values = [
        ("file", line.file.file().into()),
        ("version", line.number.into()),
        ("day", date::full(line.when.date()).into()),
    ];
    let lines = vec![app.words.say("ask-restore", &values), app.words.get("ask-restore-kept").into_owned()];
    app.open(Overlay::ask(lines, Consent::Restore(line.file.clone(), line.number)))
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.versions;
    canvas.text(area.x, area.y, area.width, &app.words.get("versions-title"), Role::Title);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if let Some(text) = view.text.as_ref().filter(|_| !app.projection.on) {
        for (y, line) in (body.y..body.bottom()).zip(text.lines().skip(view.top)) {
            let role = if line.trim_start().starts_with('#') { Role::Dim } else { Role::Text };
            canvas.text(body.x, y, body.width, line, role);
        }
        return;
    }
    if view.lines.is_empty() {
        canvas.wrapped(body, &app.words.get("versions-empty"), Role::Dim);
        return;
    }
    let length = view.lines.len();
    let at = view.at.min(length - 1);
    let file = (body.width / 4).max(16);
    for (y, position) in (body.y..).zip(list::window(length, at, usize::from(body.height))) {
        let line = &view.lines[length - 1 - position];
        let role = |role| if position == at { Role::Selected } else { role };
        let place = Rect { y, height: 1, ..body };
        canvas.fill(place, role(Role::Text));
        canvas.hit(place, Hit::Line(position));
        if position == at {
            canvas.text(body.x, y, 1, "▸", Role::Selected);
            canvas.cursor(body.x, y);
        }
        canvas.text(body.x + 1, y, file - 1, &line.file.file(), role(Role::Text));
        canvas.right(body.x + file, y, 4, &line.number.to_string(), role(Role::Dim));
        let when = format!("{} {}", date::short(line.when.date()), date::clock(line.when));
        canvas.text(body.x + file + 6, y, 18, &when, role(Role::Text));
        canvas.text(
            body.x + file + 25,
            y,
            body.width.saturating_sub(file + 25),
            &format!("{} · {}", line.why, line.by),
            role(Role::Dim),
        );
    }
}
