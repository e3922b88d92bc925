//! An indicator: where it started, where it stands, where it should go; its run chart; and whether there is enough data
//! to conclude anything.

use ratatui::layout::Rect;

use crate::{
    domain::measure::indicator,
    tui::{
        app::App,
        canvas::{Canvas, cut},
        components::chart,
        theme::Role,
    },
    words::{
        indicator::{attained, attained_in_short, conclusion, conclusion_in_short, picture, three, three_in_short},
        joined,
    },
};

/// The maximum height of a chart, in rows.
const TALLEST: u16 = 12;

/// The height from which start, current value and target take three lines, in rows.
const TALL: u16 = 14;

/// The minimum height of a readable chart, in rows.
const LEAST: u16 = 6;

/// Draws an indicator; returns the number of rows used.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, id: &str) -> u16 {
    let (words, folder, today) = (&app.words, &app.folder, app.today());
    let Some(indicator) = folder.plan.indicator(id) else { return 0 };
    let chart = indicator::chart(&indicator::series(folder, indicator, today));
    let is_small = area.height < TALL;
    let question = if is_small {
        cut(app.discreet(), &indicator.question, usize::from(area.width))
    } else {
        indicator.question.clone()
    };
    let mut lines = vec![(question, Role::Title)];
    if is_small {
        // A small window keeps its rows for the chart.
        lines.push((three_in_short(words, folder, indicator, today), Role::Text));
        let attained = attained_in_short(words, folder, indicator, today).unwrap_or_default();
        lines.push((joined(&[&attained, &conclusion_in_short(words, &chart)]), Role::Dim));
    } else {
        lines.extend(three(words, folder, indicator, today).map(|line| (line, Role::Text)));
        lines.extend(attained(words, folder, indicator, today).map(|line| (line, Role::Accent)));
        lines.push((conclusion(words, &chart), Role::Dim));
    }
    let mut y = area.y;
    let line = |canvas: &mut Canvas<'_>, y: u16, text: &str, role| {
        y + canvas.wrapped(Rect { y, height: area.bottom().saturating_sub(y), ..area }, text, role)
    };
    for (text, role) in &lines {
        y = line(canvas, y, text, *role);
    }
    let height = area.bottom().saturating_sub(y).min(TALLEST);
    if let Some(picture) = picture(words, folder, indicator, today).filter(|_| height >= LEAST) {
        let said: Vec<&String> = picture.marks.iter().filter_map(|mark| mark.said.as_ref()).collect();
        // The legend of the letters goes under the chart, which leaves room for it.
        let legend = u16::try_from(said.len()).unwrap_or(u16::MAX).min(area.bottom().saturating_sub(y + LEAST + 2));
        let height = height.min(area.bottom().saturating_sub(y + legend));
        chart::draw(canvas, Rect { y, height, ..area }, &picture);
        y += height;
        for said in said.iter().rev().take(usize::from(legend)).rev() {
            y = line(canvas, y, &cut(app.discreet(), said, usize::from(area.width)), Role::Dim);
        }
    }
    y - area.y
}
