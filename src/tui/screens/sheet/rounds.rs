//! The rounds of an issue side by side: the start, what each check measured and concluded, the target; then the
//! findings of each, newest first.

use ratatui::layout::Rect;

use crate::{
    domain::model::{
        impact::{Decision, ImpactCheck},
        plan::Issue,
    },
    tui::{
        app::App,
        canvas::{Canvas, cut},
        theme::Role,
    },
    words::{
        Id, date, id,
        indicator::{concluded, score, short},
        joined, survey,
    },
};

/// The width of a column, in characters.
const COLUMN: u16 = 11;

/// A row of the comparison: its name, and a cell per round.
struct RoundRow {
    name: String,
    cells: Vec<String>,
}

/// Draws the rounds of a check's issue; returns the number of rows used.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, stem: &str) -> u16 {
    let words = &app.words;
    let Some(check) = app.folder.impacts.get(stem) else { return 0 };
    let mut checks: Vec<&ImpactCheck> = app.folder.impacts.values().filter(|c| c.issue == check.issue).collect();
    checks.sort_by_key(|check| check.date);
    // Without room, the oldest rounds are left out of the table: they are described below.
    let room = usize::from(area.width / COLUMN).saturating_sub(2).max(1);
    let shown = &checks[checks.len().saturating_sub(room)..];
    let mut heads = vec![words.get(id!("rounds-start")).into_owned()];
    heads.extend(shown.iter().map(|check| check.date.map_or_else(String::new, |day| date::short(words, day.0))));
    heads.push(words.get(id!("rounds-target")).into_owned());
    let mut lines = vec![(words.get(id!("rounds-title")).into_owned(), Role::Accent), (columns(&heads), Role::Dim)];
    let first = checks.len() - shown.len();
    let begun = checks.iter().enumerate().map(|(at, _)| {
        1 + checks[..at].iter().filter(|check| check.is_closed() && check.decision == Some(Decision::Redo)).count()
    });
    let rounds = begun.skip(first).map(|round| words.say(id!("rounds-round"), &[("n", round.into())]));
    let rounds: Vec<String> = std::iter::once(String::new()).chain(rounds).collect();
    lines.push((columns(&rounds), Role::Dim));
    for row in rows(app, app.folder.plan.issue(&check.issue), shown) {
        lines.push((cut(app.discreet(), &row.name, usize::from(area.width)), Role::Dim));
        lines.push((columns(&row.cells), Role::Text));
    }
    for check in checks.iter().rev() {
        lines.extend(check_lines(app, check));
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

/// Joins cells in aligned columns, without breaking spaces so that nothing wraps.
fn columns(cells: &[String]) -> String {
    let wide = usize::from(COLUMN);
    cells
        .iter()
        .map(|cell| format!("{:<wide$}", cut(None, cell, wide - 1)))
        .collect::<String>()
        .trim_end()
        .replace(' ', "\u{a0}")
}

/// The rows compared: each indicator of the issue, its scored objectives, whether the goal was reached, the decision.
fn rows(app: &App, issue: Option<&Issue>, checks: &[&ImpactCheck]) -> Vec<RoundRow> {
    let words = &app.words;
    let unsaid = || "—".to_owned();
    let id = issue.map(|issue| issue.id.as_str());
    let indicators = app.folder.plan.indicators.iter().filter(|indicator| indicator.issue.as_deref() == id);
    let mut rows: Vec<RoundRow> = indicators
        .map(|indicator| {
            let end = |reading: &Option<_>| reading.as_ref().map_or_else(unsaid, |reading| short(words, reading));
            let measured = |check: &&ImpactCheck| {
                let reading = check.measure(&indicator.id).and_then(|measure| measure.reading(check.date));
                reading.map_or_else(unsaid, |reading| short(words, &reading))
            };
            let middle = checks.iter().map(measured);
            let cells = std::iter::once(end(&indicator.baseline)).chain(middle).chain([end(&indicator.target)]);
            RoundRow { name: indicator.title().to_owned(), cells: cells.collect() }
        })
        .collect();
    let mut row = |name: Id, cell: &dyn Fn(&ImpactCheck) -> String| {
        let cells = std::iter::once(String::new()).chain(checks.iter().map(|check| cell(check))).collect();
        rows.push(RoundRow { name: words.get(name).into_owned(), cells });
    };
    if let Some(issue) = issue.filter(|issue| !issue.scales.is_empty()) {
        row(id!("rounds-attained"), &|check| score(words, &issue.scales, check).unwrap_or_else(unsaid));
    }
    let word = |said: Option<&'static str>| said.map_or_else(unsaid, |word| words.choice(word).into_owned());
    row(id!("field-objectif-atteint"), &|check| word(check.reached.map(|reached| reached.word())));
    row(id!("field-decision"), &|check| word(check.decision.map(|decision| decision.word())));
    rows
}

/// The findings of a round: its survey, the finding of each measure, the conclusion and why.
fn check_lines(app: &App, check: &ImpactCheck) -> Vec<(String, Role)> {
    let words = &app.words;
    let mut lines: Vec<(String, Role)> = Vec::new();
    if let Some(read) = check.survey.as_ref().and_then(|stem| app.folder.surveys.get(stem)) {
        let title = joined(&[&survey::title(words, read), &survey::rate(words, read)]);
        lines.push((title, Role::Text));
        lines.extend(survey::gist(words, read).into_iter().map(|line| (line, Role::Text)));
    }
    for measure in check.measures.iter().filter(|measure| !measure.finding.trim().is_empty()) {
        lines.push((measure.finding.trim_end().to_owned(), Role::Text));
    }
    if check.decision.is_some() || !check.why.is_empty() {
        lines.push((joined(&[&concluded(words, check), &check.why]), Role::Dim));
    }
    if !lines.is_empty() {
        let day = check.date.map_or_else(String::new, |day| date::long(words, day.0));
        lines.splice(0..0, [(String::new(), Role::Text), (day, Role::Title)]);
    }
    lines
}
