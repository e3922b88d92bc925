//! The lane of an issue around the cycle: past steps, current step, steps to come.

use ratatui::layout::Rect;

use crate::{
    domain::model::{cycle::Step, plan::Issue},
    tui::{
        app::App,
        canvas::{Canvas, columns},
        theme::Role,
    },
    words::id,
};

/// The width of a step on a wide lane, in columns.
const WIDE: u16 = 12;

/// The width of an issue's name in a window of this width, in columns.
pub fn name_width(width: u16) -> u16 {
    if width < 58 { width.saturating_sub(16) } else { (width / 3).clamp(18, 30) }
}

/// The width of a wide lane including the name, in columns.
pub fn wide_width(name: u16) -> u16 {
    name + 2 + WIDE * 6
}

/// An issue, its round and its current step, in words.
pub fn said(app: &App, issue: &Issue) -> String {
    let cycle = app.cycle();
    let round = [("name", issue.name.as_str().into()), ("round", issue.round.into())];
    let step = crate::words::fault::step(issue.step, cycle.short_name(issue.step));
    format!("{} · {step}", app.words.say(id!("issue-round"), &round))
}

/// Draws a lane on a line, after a name of this width: spread out when there is room, else compact with the current
/// step in words, else as a ring.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, place: Rect, name: u16, issue: &Issue, role: Role) {
    let Rect { x, y, width, .. } = place;
    let title =
        app.words.say(id!("issue-round"), &[("name", issue.name.as_str().into()), ("round", issue.round.into())]);
    canvas.text(x, y, name, &title, role);
    let (mut at, end) = (x + name + 2, x + width);
    let apart = if width >= wide_width(name) {
        WIDE
    } else if width >= 58 && end.saturating_sub(at) >= 26 {
        4
    } else {
        0
    };
    if apart == 0 {
        return ring(canvas, Rect { x: at, width: end.saturating_sub(at), ..place }, issue.step);
    }
    for step in Step::ALL {
        let (symbol, mark) = match step.cmp(&issue.step) {
            std::cmp::Ordering::Less => ("✓", Role::Good),
            std::cmp::Ordering::Equal => ("●", Role::Accent),
            std::cmp::Ordering::Greater => ("○", Role::Dim),
        };
        canvas.text(at, y, 1, symbol, mark);
        if step.next().is_some() {
            canvas.rule(at + 1, y, apart - 1);
        }
        at += apart;
    }
    if apart < WIDE {
        let cycle = app.cycle();
        let step = crate::words::fault::step(issue.step, cycle.short_name(issue.step));
        canvas.text(at, y, end.saturating_sub(at), &step, Role::Accent);
    }
}

/// Draws the whole ring in thirteen columns: past steps, the current one by its symbol, steps to come.
fn ring(canvas: &mut Canvas<'_>, place: Rect, here: Step) {
    let Rect { x, y, width, .. } = place;
    let mut used = 0;
    for step in Step::ALL {
        let (symbol, role) = match step.cmp(&here) {
            std::cmp::Ordering::Less => ("✓".to_owned(), Role::Good),
            std::cmp::Ordering::Equal => (format!("[{}]", sign(step)), Role::Accent),
            std::cmp::Ordering::Greater => (sign(step).to_owned(), Role::Dim),
        };
        used += canvas.text(x + used, y, width.saturating_sub(used), &symbol, role);
        if step.next().is_some() {
            used += canvas.text(x + used, y, width.saturating_sub(used), "-", Role::Rule);
        }
    }
}

/// The symbol of a step on a compact ring.
fn sign(step: Step) -> &'static str {
    if step == Step::Impact { "◎" } else { step.id() }
}

/// Draws the names of the steps above wide lanes, after a name of this width.
pub fn header(app: &App, canvas: &mut Canvas<'_>, place: Rect, name: u16) {
    let Rect { x, y, width, .. } = place;
    if width < wide_width(name) {
        return;
    }
    let cycle = app.cycle();
    for (position, step) in (0u16..).zip(Step::ALL) {
        let label = match step {
            Step::Impact => cycle.short_name(step).to_owned(),
            _ => format!("{step} {}", cycle.short_name(step)),
        };
        let label = if columns(&label) >= WIDE { cycle.short_name(step).to_owned() } else { label };
        canvas.text(x + name + 2 + position * WIDE, y, WIDE - 1, &label, Role::Dim);
    }
}
