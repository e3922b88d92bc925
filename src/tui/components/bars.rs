//! A small chart: a bar for each value, three rows high, and the line of the target.

use ratatui::layout::Rect;

use crate::tui::{canvas::Canvas, theme::Role};

/// The parts of a cell, from empty to full.
const PARTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The parts in a cell.
const STEPS: usize = 8;

/// Draws the values as bars, the last ones that fit, and the target as a line where no bar is.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, values: &[f64], target: Option<f64>, role: impl Fn(Role) -> Role) {
    let most = usize::from(area.width / 2);
    let values = &values[values.len().saturating_sub(most)..];
    let highest = values.iter().copied().chain(target).fold(0.0, f64::max);
    if highest <= 0.0 {
        return;
    }
    let rows = usize::from(area.height);
    let level = |value: f64| ((value.max(0.0) / highest) * (rows * STEPS) as f64).round() as usize;
    let line = target.map(|target| (level(target).max(1) - 1) / STEPS);
    for row in 0..rows {
        let y = area.bottom().saturating_sub(u16::try_from(row).unwrap_or(0) + 1);
        if line == Some(row) {
            canvas.text(area.x, y, area.width, &"┄".repeat(usize::from(area.width)), role(Role::Rule));
        }
        for (x, value) in (area.x..).step_by(2).zip(values) {
            let part = level(*value).saturating_sub(row * STEPS).min(STEPS);
            if part > 0 {
                canvas.text(x, y, 1, PARTS[part], role(Role::Accent));
            }
        }
    }
}
