//! Beside an impact check: what the issue wanted, where it started, and every round of it, the newest first.

use ratatui::layout::Rect;

use crate::{
    domain::{impact::ImpactCheck, plan::Indicator},
    tui::{app::App, canvas::Canvas, theme::Role},
    words::{date, indicator, joined},
};

/// Draws what a check stands on; gives the rows used.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, stem: &str) -> u16 {
    let Some(check) = app.folder.impacts.get(stem) else { return 0 };
    let mut lines: Vec<(String, Role)> = Vec::new();
    if let Some(issue) = app.folder.plan.issue(&check.issue) {
        for (label, said) in [("field-objectif", &issue.goal), ("field-donnees-initiales", &issue.initial_data)] {
            if !said.is_empty() {
                lines.push((app.words.get(label).into_owned(), Role::Accent));
                lines.push((said.trim_end().to_owned(), Role::Text));
            }
        }
    }
    let others = app.folder.impacts.iter().rev().filter(|(other, c)| *other != stem && c.issue == check.issue);
    let others: Vec<_> = others.collect();
    if !others.is_empty() {
        lines.push((String::new(), Role::Text));
        lines.push((app.words.get("impact-checks").into_owned(), Role::Accent));
    }
    for (_, other) in others {
        lines.extend(round(app, other));
    }
    let mut y = area.y;
    for (text, role) in lines {
        if y >= area.bottom() {
            break;
        }
        let height = area.bottom() - y;
        y += canvas.wrapped(Rect { y, height, ..area }, &text, role).max(u16::from(text.is_empty()));
    }
    y - area.y
}

/// One round: its day, what was measured, what was concluded.
fn round(app: &App, check: &ImpactCheck) -> Vec<(String, Role)> {
    let words = &app.words;
    let day = check.date.map_or_else(String::new, |day| date::long(words, day.0));
    let line = indicator::concluded(words, check);
    let mut lines = vec![(day, Role::Title)];
    for measure in &check.measures {
        let named = app.folder.plan.indicator(&measure.indicator);
        let name = named.map_or(measure.indicator.as_str(), Indicator::title);
        let reading = measure.reading(check.date).map_or_else(|| "—".to_owned(), |r| indicator::said(words, &r));
        lines.push((words.say("thread-pair", &[("what", name.into()), ("text", reading.into())]), Role::Text));
        lines.extend(Some((measure.finding.trim_end().to_owned(), Role::Dim)).filter(|(text, _)| !text.is_empty()));
    }
    lines.push((joined(&[&line, &check.why]), Role::Dim));
    lines.push((String::new(), Role::Text));
    lines
}
