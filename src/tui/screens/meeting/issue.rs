//! One issue: the questions of its step one by one, the plan rows that serve it, what was said last time.

use super::{
    items::{self, PointItem},
    page::PointPage,
};
use crate::{
    domain::{
        advice::overview,
        model::{board::Wellbeing, cycle::Step, meeting::Answer},
    },
    tui::{
        app::App,
        components::marks,
        effect::Effect,
        state::{
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{self, date, fault, id},
};

/// Writes the issue at its current step.
pub fn issue(page: &mut PointPage<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.issues.get(page.draft.rank) else {
        return stage(page);
    };
    let cycle = app.cycle();
    let step = point.after.unwrap_or(Step::Issues);
    let name = fault::step(step, cycle.short_name(step));
    if point.before == point.after {
        page.text(&name, Role::Accent);
    } else {
        let before = point.before.map_or_else(String::new, |step| fault::step(step, cycle.short_name(step)));
        let moved = app.words.say(id!("step-moved"), &[("before", before.into()), ("after", name.into())]);
        page.text(&moved, Role::Accent);
    }
    if let Some(purpose) = cycle.guide(step).and_then(|guide| guide.purpose.as_ref()).filter(|_| page.is_roomy()) {
        page.text(purpose, Role::Dim);
    }
    page.gap();
    let of_step: Vec<usize> = page.items.iter().filter_map(answer).collect();
    let asked = of_step.len();
    for (position, at) in of_step.into_iter().enumerate() {
        let question = point.answers.get(at).map_or("", |answer| answer.question.as_str());
        let value = page.value(&items::answer(app, page.draft, at));
        let here = position == page.at();
        let item = page.take_item();
        if here {
            if asked > 1 {
                let place = [("rank", (position + 1).into()), ("count", asked.into())];
                page.about(&app.words.say(id!("question-of"), &place), item);
            }
            page.question(question, item);
            page.answer(&value, item);
            page.gap();
        } else {
            let mark = if value == "…" { "○" } else { "✓" };
            page.line(&format!("{mark} {question}  {value}"), Role::Text, item);
        }
    }
    if step == Step::Issues {
        data(page);
    }
    page.gap();
    page.fields();
    rows(page);
}

/// Writes the questions of the stage where a school without issues stands, each with its answer.
fn stage(page: &mut PointPage<'_>) {
    let app = page.app;
    let questions = items::stage(app);
    let Some(first) = questions.first() else {
        page.say(id!("issue-none"), Role::Dim);
        return;
    };
    page.text(&first.stage, Role::Accent);
    let answered = questions.iter().filter(|question| question.is_answered()).count();
    let count = [("n", answered.into()), ("all", questions.len().into())];
    page.text(&app.words.say(id!("stage-answered"), &count), Role::Dim);
    page.gap();
    for (position, question) in questions.into_iter().enumerate() {
        let value = page.value(&items::of_stage(question));
        let here = position == page.at();
        let item = page.take_item();
        if here {
            page.question(&question.question, item);
            page.answer(&value, item);
            page.gap();
        } else {
            let mark = if question.is_answered() { "✓" } else { "○" };
            page.line(&format!("{mark} {}  {value}", question.question), Role::Text, item);
        }
    }
}

/// Asks for a question more in the stage where a school without issues stands: the lists of the sources are open.
pub fn add_question(app: &mut App) -> Vec<Effect> {
    match items::stage(app).first().map(|asked| asked.stage.clone()) {
        Some(stage) => {
            let place = Destination::New(NewRecord::Question(stage));
            app.open(Dialog::line(&app.words, id!("new-guiding-question"), "", place))
        }
        None => {
            app.tell(app.words.get(id!("issue-none")).into_owned());
            Vec::new()
        }
    }
}

/// Writes what the school knows already, beside the question of what its data tell: the portrait, what was known of the
/// issue at the start, its indicators and the newest survey.
fn data(page: &mut PointPage<'_>) {
    let app = page.app;
    let words = &app.words;
    let portrait = overview::portrait(app.said_board(), app.today());
    let states = Wellbeing::ALL.iter().map(|state| (portrait.count(*state), words.choice(state.word())));
    let states: Vec<String> = states.filter(|(n, _)| *n > 0).map(|(n, state)| format!("{n} {state}")).collect();
    page.gap();
    page.say(id!("issue-data"), Role::Accent);
    if !states.is_empty() {
        page.sentence(&words.get(id!("issue-data-portrait")), &states.join(" · "), Role::Text);
    }
    let of_issue = page.draft.meeting.issues.get(page.draft.rank).map_or("", |point| point.issue.as_str());
    let known = app.folder.plan.issue(of_issue).map_or("", |issue| issue.initial_data.trim());
    if !known.is_empty() {
        page.sentence(&words.get(id!("issue-data-start")), known, Role::Text);
    }
    let indicators = app.folder.plan.indicators.iter();
    for indicator in indicators.filter(|indicator| indicator.issue.as_deref() == Some(of_issue)) {
        let said = words::indicator::three_in_short(words, &app.folder, indicator, app.today());
        page.text(&format!("{}\u{a0}: {said}", indicator.title()), Role::Text);
    }
    if let Some(survey) = app.folder.surveys.values().next_back() {
        let said = words::joined(&[&words::survey::title(words, survey), &words::survey::rate(words, survey)]);
        page.text(&said, Role::Text);
    }
}

/// Writes the rows of the plan that serve the issue, each with its means.
fn rows(page: &mut PointPage<'_>) {
    let app = page.app;
    let rows: Vec<(String, Option<usize>)> = page.items.iter().filter_map(row).collect();
    page.gap();
    page.say(if rows.is_empty() { id!("issue-no-row") } else { id!("issue-rows") }, Role::Dim);
    for (id, means) in rows {
        let Some(row) = app.folder.plan.row(&id) else {
            page.take_item();
            continue;
        };
        match means.and_then(|at| row.means.get(at)) {
            Some(means) => {
                let (symbol, role) = marks::progress(means.state());
                let role = if means.is_open() { Role::Text } else { role };
                page.item(&format!("   {symbol} {}", words::plan::means(&app.words, means)), role);
            }
            None => {
                let (symbol, role) = marks::progress(row.state());
                let role = if row.is_open() { Role::Text } else { role };
                let when = date::written(&app.words, &row.when.0);
                // Rows without a day are lived in their order.
                let rank = app.folder.plan.rows.iter().position(|known| known.id == id).map_or(0, |at| at + 1);
                let place = if when.is_empty() { format!("{rank}.") } else { format!("{when} —") };
                page.item(&format!("{symbol} {place} {}", row.title), role);
            }
        }
    }
}

/// The index of an answer item.
fn answer(item: &PointItem) -> Option<usize> {
    match item {
        PointItem::Answer(at) => Some(*at),
        _ => None,
    }
}

/// A row of the plan, or one of its means.
fn row(item: &PointItem) -> Option<(String, Option<usize>)> {
    match item {
        PointItem::Row(id, means) => Some((id.clone(), *means)),
        _ => None,
    }
}

/// Writes questions with their answers.
fn answered<'a>(page: &mut PointPage<'_>, answers: impl Iterator<Item = &'a Answer>) {
    for answer in answers {
        page.text(&answer.question, Role::Dim);
        page.text(&format!("→ {}", answer.answer.trim_end()), Role::Text);
    }
}

/// Writes what was said about the issue earlier today and last time.
pub fn last_time(page: &mut PointPage<'_>) {
    let app = page.app;
    let Some(point) = page.draft.meeting.issues.get(page.draft.rank) else { return };
    let elsewhere: Vec<_> = point.answered().filter(|answer| Some(answer.step) != point.after).collect();
    if !elsewhere.is_empty() {
        page.say(id!("said-today"), Role::Accent);
        answered(page, elsewhere.into_iter());
        page.gap();
    }
    let Some((day, last)) = page.last_meeting().and_then(|meeting| {
        let last = meeting.issues.iter().find(|last| last.issue == point.issue)?;
        Some((meeting.date?, last.clone()))
    }) else {
        return;
    };
    let head = app.words.say(id!("last-said"), &[("day", date::long(&app.words, day.0).into())]);
    page.text(&head, Role::Accent);
    if !last.notes.is_empty() {
        page.text(last.notes.trim_end(), Role::Text);
    }
    answered(page, last.answered());
}
