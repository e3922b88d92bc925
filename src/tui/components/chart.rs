//! A run chart in letters: points joined, each with its number, the median and the target as lines. No colour says
//! anything alone, and no dot is smaller than a letter.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::{
    tui::{
        canvas::{Canvas, columns},
        theme::Role,
    },
    words::indicator::{Line, Picture},
};

/// Draws a chart.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, picture: &Picture) {
    let Picture { dots, lines, ends, marks, .. } = picture;
    let Some(frame) = picture.frame() else { return };
    if area.height < 5 || area.width < 24 {
        return;
    }
    let name = lines.iter().map(|line| columns(&line.label)).max().unwrap_or(0);
    let below = 1 + u16::from(!marks.is_empty());
    let plot =
        Rect { width: area.width.saturating_sub(name + 1), height: area.height - 1 - below, y: area.y + 1, ..area };
    let rows = f64::from(plot.height.saturating_sub(1));
    let bottom = plot.bottom().saturating_sub(1);
    let row_of = |value: f64| plot.y + (rows * (1.0 - frame.up(value))).round() as u16;
    // In few rows what differs may fall together: the target stays, the median keeps to its own side of it, and a point
    // to its own side of both, of the target above all.
    let beside = |value: f64, y: u16, other: Option<(f64, u16)>| match other {
        Some((line, at)) if at == y && value < line => (y + 1).min(bottom),
        Some((line, at)) if at == y && value > line => y.saturating_sub(1).max(plot.y),
        _ => y,
    };
    let line_of = |kind: Line| lines.iter().find(|line| line.kind == kind).map(|line| line.value);
    let target = line_of(Line::Target).map(|value| (value, row_of(value)));
    let median = line_of(Line::Median).map(|value| (value, beside(value, row_of(value), target)));
    let row = |value: f64| {
        let y = beside(value, row_of(value), target);
        let apart = beside(value, y, median);
        if target.is_some_and(|(line, at)| at == apart && line != value) { y } else { apart }
    };
    // The numbers of the first and of the last point need room at both ends.
    let (left, right) = (plot.x + 2, plot.right().saturating_sub(4).max(plot.x + 3));
    let at = |day: NaiveDate| left + (f64::from(right - left) * frame.along(day).clamp(0.0, 1.0)).round() as u16;
    for line in lines {
        let y = match line.kind {
            Line::Target => row_of(line.value),
            Line::Median => median.map_or(plot.y, |(_, y)| y),
        };
        let text: String =
            std::iter::repeat_n(if line.kind == Line::Median { '─' } else { '┄' }, usize::from(plot.width)).collect();
        canvas.text(plot.x, y, plot.width, &text, Role::Rule);
        canvas.text(plot.right() + 1, y, name, &line.label, Role::Dim);
    }
    for pair in dots.windows(2) {
        let (from, to) = (at(pair[0].day), at(pair[1].day));
        for x in from + 1..to {
            let share = f64::from(x - from) / f64::from((to - from).max(1));
            canvas.text(x, row(pair[0].value + (pair[1].value - pair[0].value) * share), 1, "·", Role::Text);
        }
    }
    let mut written: Vec<Rect> = Vec::new();
    for dot in dots {
        let (x, y) = (at(dot.day), row(dot.value));
        canvas.text(x, y, 1, "●", Role::Accent);
        written.push(Rect::new(x, y, 1, 1));
    }
    for dot in dots {
        let (x, y) = (at(dot.day), row(dot.value));
        let wide = columns(&dot.label);
        let start = x.saturating_sub(wide / 2).clamp(plot.x, plot.right().saturating_sub(wide).max(plot.x));
        // A number stands over its point, or under it, or a little further: never on another one.
        let places = [-1, 1, -2, 2, -3, 3].into_iter().filter_map(|by| y.checked_add_signed(by));
        let places = places.filter(|y| (area.y..plot.bottom()).contains(y)).map(|y| Rect::new(start, y, wide, 1));
        let is_free = |place: &Rect| {
            let around = Rect { x: place.x.saturating_sub(1), width: place.width + 2, ..*place };
            written.iter().all(|other| !other.intersects(around))
        };
        if let Some(place) = places.into_iter().find(is_free) {
            canvas.text(place.x, place.y, wide, &dot.label, Role::Title);
            written.push(place);
        }
    }
    let mut free = plot.x;
    for mark in marks {
        // Two signs never stand on one another: the later one steps aside.
        let x = at(mark.day).max(free).min(area.right().saturating_sub(1));
        canvas.text(x, plot.bottom(), 1, &mark.sign, if mark.said.is_some() { Role::Accent } else { Role::Dim });
        free = x + 1;
    }
    let under = plot.bottom() + below - 1;
    canvas.text(plot.x, under, columns(&ends.0), &ends.0, Role::Dim);
    if dots.len() > 1 {
        let wide = columns(&ends.1);
        canvas.text(plot.right().saturating_sub(wide), under, wide, &ends.1, Role::Dim);
    }
}
