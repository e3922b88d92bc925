//! What stands in front of a screen, drawn: a text being typed, a list to pick from, a question, the help.

use ratatui::layout::Rect;

use crate::{
    domain::board::layout::Window,
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::{
            list,
            picker::{Choice, Mode, Picker},
        },
        dialog::open::is_movement,
        screens,
        state::dialog::{Overlay, Target},
        theme::Role,
    },
    words::{fault, id},
};

/// A panel over the screen, with a title, from the bottom up or in the middle.
fn panel(canvas: &mut Canvas<'_>, area: Rect, height: u16, title: &str, keys: &str) -> Rect {
    let height = height.min(area.height - 2);
    let place = Rect { x: area.x, y: area.bottom() - height - 1, width: area.width, height: height + 1 };
    canvas.fill(place, Role::Text);
    canvas.rule(place.x, place.y, place.width);
    canvas.text(place.x + 2, place.y, place.width - 4, &format!(" {title} "), Role::Title);
    let last = Rect { y: place.bottom() - 1, height: 1, ..place };
    canvas.fill(last, Role::Bar);
    canvas.text(last.x + 1, last.y, last.width - 2, keys, Role::Bar);
    Rect { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 }
}

/// Draws what stands in front of the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, overlay: &Overlay) {
    match overlay {
        Overlay::Edit { input, target: Target::Cell(field, people), refusal, .. } if canvas.drawn.cell.is_some() => {
            let understood =
                field.understood(&app.words, &input.text(), app.year(), app.today()).map(|day| format!("→ {day}"));
            let about = (people.len() > 1).then(|| app.words.say(id!("for-marked"), &[("n", people.len().into())]));
            let said = refusal.clone().or(understood).or(about);
            let role = if refusal.is_some() { Role::Alert } else { Role::Bar };
            let place = in_place(app, canvas, area, usize::from(said.is_some()));
            if let (Some(said), Some(under)) = (said, place.lines.first()) {
                canvas.fill(*under, Role::Bar);
                canvas.text(under.x + 1, under.y, under.width - 1, &said, role);
            }
            input.draw(canvas, place.field);
        }
        Overlay::Pick { picker, target: Target::Cell(..), .. } if canvas.drawn.cell.is_some() => {
            let place = in_place(app, canvas, area, picker.count().clamp(1, 9));
            choices(app, canvas, &place.lines, (picker, Role::Bar));
            picker.filter.draw(canvas, place.field);
        }
        Overlay::Columns { window, at } => {
            let title = if *window == Window::Wide { id!("columns-wide") } else { id!("columns-narrow") };
            let height = u16::try_from(screens::board::columns::height(app, *window)).unwrap_or(u16::MAX);
            let height = height.min(area.height / 2).max(5);
            let inside = panel(canvas, area, height + 2, &app.words.get(title), &app.words.get(id!("keys-columns")));
            screens::board::columns::draw(app, canvas, inside, *window, *at);
        }
        Overlay::Edit { title, input, target, refusal } => {
            let keys = app.words.get(match (input.has_lines(), input.is_fresh()) {
                _ if matches!(target, Target::Trace { .. }) => id!("keys-trace"),
                (true, _) => id!("keys-text"),
                (false, true) => id!("keys-line-fresh"),
                (false, false) => id!("keys-line"),
            });
            let lines =
                if input.has_lines() { input.height(area.width - 2).clamp(4, (area.height / 2).max(4)) } else { 1 };
            let inside = panel(canvas, area, lines + 3, title, &keys);
            input.draw(canvas, Rect { height: lines.min(inside.height), ..inside });
            let y = inside.y + lines;
            let understood = match target {
                Target::Field(field) => field.understood(&app.words, &input.text(), app.year(), app.today()),
                _ => None,
            };
            if y < inside.bottom() {
                match (refusal, understood) {
                    (Some(why), _) => drop(canvas.text(inside.x, y, inside.width, why, Role::Alert)),
                    (None, Some(day)) => drop(canvas.text(inside.x, y, inside.width, &format!("→ {day}"), Role::Dim)),
                    (None, None) => {}
                }
            }
        }
        Overlay::Pick { title, picker, .. } => pick(app, canvas, area, title, picker),
        Overlay::Ask { lines, at, consent } => {
            let wrapped: Vec<String> = lines
                .iter()
                .flat_map(|line| if line.is_empty() { vec![String::new()] } else { wrap(line, area.width - 4) })
                .collect();
            let height = u16::try_from(wrapped.len() + 3).unwrap_or(u16::MAX);
            let keys = if consent.is_for_ever() { id!("keys-ask-for-ever") } else { id!("keys-ask") };
            let inside = panel(canvas, area, height, &app.words.get(id!("question")), &app.words.get(keys));
            let top = (*at).min(wrapped.len().saturating_sub(usize::from(inside.height)));
            for (y, line) in (inside.y..inside.bottom()).zip(&wrapped[top..]) {
                canvas.text(inside.x + 1, y, inside.width - 1, line, Role::Text);
            }
            let shown = top..(top + usize::from(inside.height)).min(wrapped.len());
            canvas.scroll_bar(inside, wrapped.len(), &shown);
            canvas.cursor(inside.x, inside.y);
        }
        Overlay::Help(at) => help(app, canvas, area, *at),
        Overlay::Read { title, lines, at } => {
            let wrapped: Vec<(String, Role)> = lines
                .iter()
                .flat_map(|(line, role)| wrap(line, area.width - 4).into_iter().map(|line| (line, *role)))
                .collect();
            let inside = panel(canvas, area, area.height - 2, title, &app.words.get(id!("keys-read")));
            read(canvas, inside, &wrapped, *at);
        }
        Overlay::Sides(sides) => {
            let height = sides.height(area.width - 2).saturating_add(2);
            let inside =
                panel(canvas, area, height, &app.words.get(id!("sides-title")), &app.words.get(id!("keys-sides")));
            sides.draw(canvas, inside);
        }
    }
}

fn pick(app: &App, canvas: &mut Canvas<'_>, area: Rect, title: &str, picker: &Picker) {
    let keys = app.words.get(match picker.mode {
        Mode::One => id!("keys-pick"),
        Mode::OneOrTyped => id!("keys-pick-typed"),
        Mode::Many => id!("keys-pick-many"),
        Mode::ManyOrTyped => id!("keys-pick-many-typed"),
    });
    let room = usize::from(area.height.saturating_sub(6)).min(14);
    let height = u16::try_from(picker.choices.len().min(room)).unwrap_or(1);
    let inside = panel(canvas, area, height + 3, title, &keys);
    let lines: Vec<Rect> = (inside.y + 1..inside.bottom()).map(|y| Rect { y, height: 1, ..inside }).collect();
    choices(app, canvas, &lines, (picker, Role::Text));
    picker.filter.draw(canvas, Rect { height: 1, ..inside });
}

/// The choices that match, a line each, those around the cursor when there are many.
fn choices(app: &App, canvas: &mut Canvas<'_>, lines: &[Rect], (picker, ground): (&Picker, Role)) {
    let as_typed = picker
        .as_typed()
        .map(|typed| Choice { aside: app.words.get(id!("as-typed")).into_owned(), ..Choice::plain(typed) });
    let all: Vec<&Choice> = picker.matching().into_iter().chain(&as_typed).collect();
    let at = picker.at.min(all.len().saturating_sub(1));
    lines.iter().for_each(|line| canvas.fill(*line, ground));
    let shown = list::window(all.len(), at, lines.len());
    if let Some(first) = lines.first() {
        let height = u16::try_from(lines.len()).unwrap_or(1);
        canvas.scroll_bar(Rect { height, width: first.width - 1, ..*first }, all.len(), &shown);
    }
    for (place, position) in lines.iter().zip(shown.clone()) {
        let choice = all[position];
        let here = position == at;
        let role = if here { Role::Selected } else { ground };
        canvas.fill(*place, role);
        canvas.hit(*place, Hit::Line(position));
        canvas.text(place.x, place.y, 1, if here { "▸" } else { " " }, role);
        let tick = match picker.mode {
            Mode::Many | Mode::ManyOrTyped if picker.ticked.contains(&choice.value) => "✓ ",
            Mode::Many | Mode::ManyOrTyped => "□ ",
            Mode::One | Mode::OneOrTyped => "",
        };
        canvas.text(place.x + 2, place.y, place.width - 2, &format!("{tick}{}", choice.label), role);
        canvas.right(place.x, place.y, place.width - 1, &choice.aside, role);
    }
    if let (true, Some(first)) = (all.is_empty(), lines.first()) {
        canvas.text(first.x + 2, first.y, first.width - 2, &app.words.get(id!("pick-none")), ground);
    }
}

/// A field in the place of a cell, and the lines under it, or over it where there is no room under.
struct InPlace {
    field: Rect,
    lines: Vec<Rect>,
}

/// The narrowest that a field in place may be, in columns.
const FIELD: u16 = 34;

fn in_place(app: &App, canvas: &mut Canvas<'_>, area: Rect, lines: usize) -> InPlace {
    let cell = canvas.drawn.cell.unwrap_or_default();
    let width = cell.width.max(FIELD).min(area.width);
    let field = Rect { x: cell.x.min(area.right() - width), width, ..cell };
    canvas.fill(field, Role::Input);
    let lines = u16::try_from(lines).unwrap_or(1);
    let line = |y: u16| Rect { y, ..field };
    let under = area.bottom().saturating_sub(field.y + 2);
    let lines = match under >= lines || under >= field.y.saturating_sub(area.y) {
        true => (field.y + 1..field.y + 1 + lines.min(under)).map(line).collect(),
        false => (field.y.saturating_sub(lines).max(area.y)..field.y).map(line).collect(),
    };
    let bar = canvas.drawn.bar;
    canvas.fill(bar, Role::Bar);
    canvas.text(bar.x + 1, bar.y, bar.width.saturating_sub(2), &app.words.get(id!("keys-cell")), Role::Bar);
    InPlace { field, lines }
}

/// The help: what could not be read, then every action with its keys and words.
fn help(app: &App, canvas: &mut Canvas<'_>, area: Rect, at: usize) {
    let mut lines: Vec<(String, Role)> = Vec::new();
    for found in &app.faults {
        let role = |position: usize| if position == 0 { Role::Alert } else { Role::Text };
        let said = match app.is_projected() {
            true => vec![fault::line(&app.words, found, app.level())],
            false => fault::lines(&app.words, found),
        };
        for (position, line) in said.into_iter().enumerate() {
            // The caret stands under its column: those two lines are cut, never folded.
            let folded = if line.starts_with("  ") && !line.starts_with("  →") {
                vec![line]
            } else {
                wrap(&line, area.width - 3)
            };
            lines.extend(folded.into_iter().map(|line| (line, role(position))));
        }
        lines.push((String::new(), Role::Text));
    }
    lines.push((app.words.say(id!("help-place"), &[("place", app.setting.place.as_str().into())]), Role::Dim));
    for action in Action::ALL.iter().filter(|action| !is_movement(**action)) {
        let keys = app.keymap.keys(app.contexts(), *action).into_iter();
        let keys: Vec<String> = keys.map(|key| app.words.choice(&key.label()).into_owned()).collect();
        if !keys.is_empty() {
            lines.push((format!("{:<16} {}", keys.join(", "), app.words.get(action.sentence())), Role::Text));
        }
    }
    let inside =
        panel(canvas, area, area.height - 2, &app.words.get(id!("help-title")), &app.words.get(id!("keys-help")));
    read(canvas, inside, &lines, at);
}

/// Lines to read, from one of them on.
fn read(canvas: &mut Canvas<'_>, area: Rect, lines: &[(String, Role)], at: usize) {
    let top = at.min(lines.len().saturating_sub(usize::from(area.height)));
    canvas.scroll_bar(area, lines.len(), &(top..(top + usize::from(area.height)).min(lines.len())));
    for (y, (line, role)) in (area.y..area.bottom()).zip(&lines[top..]) {
        canvas.text(area.x + 1, y, area.width - 1, line, *role);
    }
    canvas.cursor(area.x, area.y);
}
