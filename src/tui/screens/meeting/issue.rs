//! One issue: the questions of its step one by one, the rows of the plan that serve it, what was said last time.

use super::{items::Item, page::Page};
use crate::{
    domain::cycle::Step,
    tui::{components::marks, field::Field, theme::Role},
    words::{date, fault},
};

/// An issue at its step.
pub fn issue(page: &mut Page<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.issues.get(page.draft.rank) else {
        page.say("home-no-issue", Role::Dim);
        return;
    };
    let cycle = app.cycle();
    let step = point.after.unwrap_or(Step::Issues);
    let name = fault::step(step, cycle.short_name(step));
    if point.before == point.after {
        page.text(&name, Role::Accent);
    } else {
        let before = point.before.map_or_else(String::new, |step| fault::step(step, cycle.short_name(step)));
        let moved = app.words.say("step-moved", &[("before", before.into()), ("after", name.into())]);
        page.text(&moved, Role::Accent);
    }
    if let Some(purpose) = cycle.guide(step).and_then(|guide| guide.purpose.as_ref()).filter(|_| page.is_roomy()) {
        page.text(purpose, Role::Dim);
    }
    page.gap();
    let answers: Vec<Field> = page.items.iter().filter_map(answer).cloned().collect();
    let asked = answers.len();
    for (position, field) in answers.into_iter().enumerate() {
        let question = question(page, &field);
        let value = page.value(&field);
        let here = position == page.at();
        let item = page.take_item();
        if here {
            if asked > 1 {
                let place = [("rank", (position + 1).into()), ("count", asked.into())];
                page.text(&app.words.say("question-of", &place), Role::Dim);
            }
            page.large(&question, Some(item));
            page.answer(&value, item);
            page.gap();
        } else {
            let mark = if value == "…" { "○" } else { "✓" };
            page.line(&format!("{mark} {question}  {value}"), Role::Text, item);
        }
    }
    page.gap();
    page.fields();
    let rows: Vec<String> = page.items.iter().filter_map(row).cloned().collect();
    page.gap();
    page.say(if rows.is_empty() { "issue-no-row" } else { "issue-rows" }, Role::Dim);
    for id in rows {
        let Some(row) = app.folder.plan.row(&id) else {
            page.take_item();
            continue;
        };
        let (symbol, role) = marks::progress(row.state());
        let role = if row.is_open() { Role::Text } else { role };
        page.item(&format!("{symbol} {} — {}", date::written(&row.when.0), row.title), role);
    }
}

/// The field of an answer.
fn answer(item: &Item) -> Option<&Field> {
    match item {
        Item::Field(field) if field.path.last().is_some_and(|key| key == "réponse") => Some(field),
        _ => None,
    }
}

fn row(item: &Item) -> Option<&String> {
    match item {
        Item::Row(id) => Some(id),
        _ => None,
    }
}

/// The question that a field answers.
fn question(page: &Page<'_>, field: &Field) -> String {
    let point = page.draft.meeting.issues.get(page.draft.rank);
    let at = field.path.iter().rev().find_map(|step| step.parse::<usize>().ok());
    let answer = point.zip(at).and_then(|(point, at)| point.answers.get(at));
    answer.map(|answer| answer.question.clone()).unwrap_or_default()
}

/// What was said of the issue last time.
pub fn last_time(page: &mut Page<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.issues.get(page.draft.rank) else { return };
    let elsewhere: Vec<_> = point.answered().filter(|answer| Some(answer.step) != point.after).collect();
    if !elsewhere.is_empty() {
        page.say("said-today", Role::Accent);
        for answer in elsewhere {
            page.text(&answer.question, Role::Dim);
            page.text(&format!("→ {}", answer.answer.trim_end()), Role::Text);
        }
        page.gap();
    }
    let Some((day, last)) = page.last_meeting().and_then(|meeting| {
        let last = meeting.issues.iter().find(|last| last.issue == point.issue)?;
        Some((meeting.date?, last.clone()))
    }) else {
        return;
    };
    let head = app.words.say("last-said", &[("day", date::long(day.0).into())]);
    page.text(&head, Role::Accent);
    if !last.notes.is_empty() {
        page.text(last.notes.trim_end(), Role::Text);
    }
    for answer in last.answered() {
        page.text(&answer.question, Role::Dim);
        page.text(&format!("→ {}", answer.answer.trim_end()), Role::Text);
    }
}
