//! What an indicator says: where it started, where it stands, where it should go; its run chart; and whether there is
//! enough to conclude anything.

use ratatui::layout::Rect;

use crate::{
    domain::indicator,
    tui::{app::App, canvas::Canvas, components::chart, theme::Role},
    words::indicator::{conclusion, picture, three},
};

/// The tallest that a chart is drawn, in rows.
const TALLEST: u16 = 12;

/// The least rows in which a chart says something.
const LEAST: u16 = 5;

/// Draws what an indicator says; gives the rows used.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, id: &str) -> u16 {
    let (words, folder, today) = (&app.words, &app.folder, app.today());
    let Some(indicator) = folder.plan.indicator(id) else { return 0 };
    let mut lines = vec![(indicator.question.clone(), Role::Title)];
    lines.extend(three(words, folder, indicator, today).map(|line| (line, Role::Text)));
    let now = indicator::newest(folder, indicator, today);
    if let Some(attained) = now.as_ref().and_then(|now| indicator::attains(indicator, now)) {
        let id = if attained { "target-attained" } else { "target-ahead" };
        lines.push((words.get(id).into_owned(), Role::Accent));
    }
    let chart = indicator::chart(&indicator::series(folder, indicator, today));
    lines.push((conclusion(words, &chart), Role::Dim));
    let mut y = area.y;
    let line = |canvas: &mut Canvas<'_>, y: u16, text: &str, role| {
        y + canvas.wrapped(Rect { y, height: area.bottom().saturating_sub(y), ..area }, text, role)
    };
    for (text, role) in &lines {
        y = line(canvas, y, text, *role);
    }
    let height = area.bottom().saturating_sub(y).min(TALLEST);
    if let Some(picture) = picture(words, folder, indicator, today).filter(|_| height >= LEAST) {
        chart::draw(canvas, Rect { y, height, ..area }, &picture);
        y += height;
    }
    y - area.y
}
