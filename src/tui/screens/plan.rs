//! Screen 2: what do we do, and when? Six columns in a wide window, cards in a narrow one.

use std::borrow::Cow;

use ratatui::layout::Rect;
use serde_json::json;

use crate::{
    domain::{
        edit::cascade,
        model::{
            cycle::Step,
            document::FileId,
            plan::{Issue, Plan, Row},
            progress::Progress,
        },
        value::text,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::{list, marks, picker::Choice},
        dialog::fields,
        effect::{Effect, SaveKind},
        state::{
            PlanView, RowOrder, Subject,
            dialog::{Chosen, Destination, Dialog},
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{id, joined},
};

/// The rows shown, in order.
pub fn rows(app: &App) -> Vec<&Row> {
    let view = &app.views.plan;
    let mut rows: Vec<&Row> = app
        .folder
        .plan
        .rows
        .iter()
        .filter(|row| {
            let issue = view.issue.as_deref().is_none_or(|issue| row.serves(issue, view.step));
            let step = view.step.is_none_or(|step| row.cycle.iter().any(|entry| entry.steps.contains(&step)));
            let words = || {
                [&row.title, &row.comments, &row.when.0]
                    .into_iter()
                    .chain(&row.leads)
                    .chain(&row.people)
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            issue && step && (view.filter.is_empty() || text::matches(&words(), &view.filter))
        })
        .collect();
    let start = |row: &&Row| row.when.span(app.year());
    match view.order {
        RowOrder::File => {}
        RowOrder::Date => rows.sort_by_key(|row| (start(row).is_none(), start(row))),
        RowOrder::LatestFirst => rows.sort_by_key(|row| (start(row).is_none(), std::cmp::Reverse(start(row)))),
    }
    rows
}

/// Toggles a row between done and to do.
pub fn tick(app: &mut App, id: &str) -> Vec<Effect> {
    let done = app.folder.plan.row(id).is_some_and(|row| row.state() == Progress::Done);
    let state = if done { Progress::Todo } else { Progress::Done };
    let path = [Plan::ROWS, id, Row::STATE];
    match cascade::edits(&app.folder, &FileId::Plan, &path, Some(json!(state)), app.saying()) {
        Ok(edits) => app.edit(edits, SaveKind::Ordinary),
        Err(fault) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// What the list is, and its rows, to be read.
pub fn read(app: &App) -> (String, Vec<String>) {
    let rows = rows(app);
    let title =
        joined(&[&app.words.get(id!("plan-title")), &app.words.say(id!("rows-count"), &[("n", rows.len().into())])]);
    let row = |row: &&Row| {
        let when = crate::words::date::written(&app.words, &row.when.0);
        let state = app.words.choice(row.state().word());
        joined(&[&row.title, &state, &when, &row.leads.join(", "), &cycle_words(app, row)])
    };
    (title, rows.iter().map(row).collect())
}

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![Action::Tick, Action::Open, Action::FilterIssue, Action::FilterStep, Action::Sort, Action::New]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let ids: Vec<String> = rows(app).into_iter().map(|row| row.id.clone()).collect();
    if super::cursor::moves(app, action, ids.len()) {
        return Vec::new();
    }
    let here = ids.get(app.views.plan.at.min(ids.len().saturating_sub(1))).cloned();
    match (action, here) {
        (Action::Open, Some(id)) => app.open_sheet(Subject::Row(id)),
        (Action::Tick, Some(id)) => {
            let effects = tick(app, &id);
            select(app, &id);
            effects
        }
        (Action::Archive, Some(id)) => super::archive::ask(app, &Subject::Row(id)),
        (Action::New, _) => app.open(Dialog::line(&app.words, id!("new-row"), "", Destination::New(NewRecord::Row))),
        (Action::Filter, _) => {
            let filter = app.views.plan.filter.clone();
            app.open(Dialog::line(&app.words, id!("filter"), &filter, Destination::Filter(filter.clone())))
        }
        (Action::FilterIssue, _) => {
            let all = Choice::new(Chosen::FilterIssue(None), app.words.get(id!("all-issues")));
            let issue = |issue: &Issue| Choice::new(Chosen::FilterIssue(Some(issue.id.clone())), &issue.name);
            let choices = std::iter::once(all).chain(app.folder.plan.issues.iter().map(issue)).collect();
            let current = Chosen::FilterIssue(app.views.plan.issue.clone());
            app.open(Dialog::menu(app.words.get(id!("filter-issue")), choices, Some(&current)))
        }
        (Action::FilterStep, _) => {
            let all = Choice::new(Chosen::FilterStep(None), app.words.get(id!("all-steps")));
            let steps = Step::ALL.iter().zip(fields::steps(app));
            let steps = steps.map(|(step, (_, label))| Choice::new(Chosen::FilterStep(Some(*step)), label));
            let choices = std::iter::once(all).chain(steps).collect();
            let current = Chosen::FilterStep(app.views.plan.step);
            app.open(Dialog::menu(app.words.get(id!("filter-step")), choices, Some(&current)))
        }
        (Action::Sort, here) => {
            app.views.plan.order = match app.views.plan.order {
                RowOrder::File => RowOrder::Date,
                RowOrder::Date => RowOrder::LatestFirst,
                RowOrder::LatestFirst => RowOrder::File,
            };
            if let Some(id) = here {
                select(app, &id);
            }
            Vec::new()
        }
        (Action::Back, _) => {
            app.views.plan = PlanView { order: app.views.plan.order, ..PlanView::default() };
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Moves the cursor to a row.
pub fn select(app: &mut App, id: &str) {
    if let Some(at) = rows(app).iter().position(|row| row.id == id) {
        app.views.plan.at = at;
    }
}

/// The cycle entries of a row in a few words: « R Partage de tâche · 1, 2 Gestion de classe ».
pub fn cycle_words(app: &App, row: &Row) -> String {
    let entry = |entry: &crate::domain::model::plan::CycleEntry| {
        let steps: Vec<&str> = entry.steps.iter().map(|step| step.id()).collect();
        let about: Cow<'_, str> = match (&entry.issue, entry.strand) {
            (Some(id), _) => app.folder.plan.issue(id).map_or(id.as_str(), |issue| &issue.name).into(),
            (None, Some(strand)) => app.words.choice(strand.word()),
            (None, None) => "".into(),
        };
        format!("{} {about}", steps.join(", "))
    };
    row.cycle.iter().map(entry).collect::<Vec<_>>().join(" · ")
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let rows = rows(app);
    let at = app.views.plan.at.min(rows.len().saturating_sub(1));
    heading(app, canvas, area, rows.len());
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if rows.is_empty() {
        canvas.text(body.x, body.y + 1, body.width, &app.words.get(id!("plan-empty")), Role::Dim);
    } else if area.width >= 100 {
        table(app, canvas, body, &rows, at);
    } else {
        cards(app, canvas, body, &rows, at);
    }
}

fn heading(app: &App, canvas: &mut Canvas<'_>, area: Rect, shown: usize) {
    let view = &app.views.plan;
    let used = canvas.text(area.x, area.y, area.width, &app.words.get(id!("plan-title")), Role::Title);
    let mut about = vec![app.words.say(id!("rows-count"), &[("n", shown.into())])];
    about.extend(view.issue.as_deref().map(|id| app.folder.plan.issue(id).map_or(id.to_owned(), |i| i.name.clone())));
    about.extend(view.step.map(|step| crate::words::fault::step(step, app.cycle().name(step))));
    about.extend(Some(&view.filter).filter(|f| !f.is_empty()).map(|f| format!("/ {f}")));
    match view.order {
        RowOrder::File => {}
        RowOrder::Date => about.push(app.words.get(id!("sorted-by-date")).into_owned()),
        RowOrder::LatestFirst => about.push(app.words.get(id!("sorted-latest-first")).into_owned()),
    }
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &about.join(" · "), Role::Dim);
}

/// The maximum number of lines of a table row.
const MOST_LINES: usize = 5;

/// Draws the six columns of the source plan, with the state first and the cycle last.
fn table(app: &App, canvas: &mut Canvas<'_>, area: Rect, rows: &[&Row], at: usize) {
    let room = area.width - 14;
    let share = [26u16, 22, 12, 16, 11, 13];
    let widths: Vec<u16> = share.iter().map(|part| room * part / 100).collect();
    let names = [
        id!("column-title"),
        id!("column-intentions"),
        id!("column-leads"),
        id!("column-people"),
        id!("column-when"),
        id!("column-cycle"),
    ];
    let mut x = area.x + 14;
    canvas.text(area.x + 1, area.y, 12, &app.words.get(id!("column-state")), Role::Dim);
    for (name, width) in names.iter().zip(&widths) {
        canvas.text(x, area.y, width - 1, &app.words.get(*name), Role::Dim);
        x += width;
    }
    let texts = |row: &Row| {
        [
            row.title.clone(),
            row.intentions.iter().map(|i| format!("• {i}")).collect::<Vec<_>>().join("\n"),
            row.leads.join(", "),
            row.people.join(", "),
            crate::words::date::written(&app.words, &row.when.0),
            cycle_words(app, row),
        ]
    };
    // Rows far from the cursor are not wrapped: the cost of a frame depends only on what it shows.
    let height = usize::from(area.height.saturating_sub(1));
    let near = at.saturating_sub(height)..(at + height).min(rows.len());
    let cells: Vec<Vec<Vec<String>>> = rows[near.clone()]
        .iter()
        .map(|row| {
            texts(row)
                .iter()
                .zip(&widths)
                .map(|(text, width)| wrap(app.discreet(), text, width.saturating_sub(1)))
                .collect()
        })
        .collect();
    let tall = |cells: &Vec<Vec<String>>| cells.iter().map(Vec::len).max().unwrap_or(1).clamp(1, MOST_LINES);
    let heights: Vec<usize> = cells.iter().map(|c| tall(c) + 1).collect();
    let mut y = area.y + 1;
    let window = list::window_of(&heights, at - near.start, height);
    canvas.scroll_bar(area, rows.len(), &(near.start + window.start..near.start + window.end));
    for position in window {
        let row = rows[near.start + position];
        let selected = near.start + position == at;
        let lines = u16::try_from(heights[position] - 1).unwrap_or(1);
        let line = Rect { x: area.x, y, width: area.width, height: lines.min(area.bottom().saturating_sub(y)) };
        canvas.fill(line, if selected { Role::Selected } else { Role::Text });
        canvas.hit(line, Hit::Line(near.start + position));
        state_cell(app, canvas, Rect { y, ..area }, row, selected);
        table_row(canvas, Rect { x: area.x + 14, ..line }, &cells[position], &widths, selected);
        y += lines + 1;
    }
}

/// Draws the cells of a row, each truncated at the height of the row.
fn table_row(canvas: &mut Canvas<'_>, place: Rect, cells: &[Vec<String>], widths: &[u16], selected: bool) {
    let mut x = place.x;
    for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let role = match (selected, column) {
            (true, _) => Role::Selected,
            (false, 1 | 3 | 5) => Role::Dim,
            (false, _) => Role::Text,
        };
        let lines = cell.len().min(MOST_LINES);
        for (y, (at, text)) in (place.y..place.bottom()).zip(cell.iter().take(lines).enumerate()) {
            let more = at + 1 == lines && cell.len() > lines;
            let text = if more { format!("{text} …") } else { text.clone() };
            canvas.text(x, y, width - 1, &text, role);
        }
        x += width;
    }
}

fn state_cell(app: &App, canvas: &mut Canvas<'_>, place: Rect, row: &Row, selected: bool) {
    let Rect { x, y, .. } = place;
    let (symbol, role) = marks::progress(row.state());
    let role = if selected { Role::Selected } else { role };
    if selected {
        canvas.text(x, y, 1, "▸", Role::Selected);
        canvas.cursor(x, y);
    }
    canvas.pieces(x + 1, y, 12, &[(symbol, role), (" ", role), (&app.words.choice(row.state().word()), role)]);
}

/// Draws a card per row: its state and date, its title, who leads and which issue it serves.
fn cards(app: &App, canvas: &mut Canvas<'_>, area: Rect, rows: &[&Row], at: usize) {
    let height = usize::from(area.height);
    let near = at.saturating_sub(height)..(at + height).min(rows.len());
    let titles: Vec<Vec<String>> = rows[near.clone()]
        .iter()
        .map(|row| {
            let mut lines = wrap(app.discreet(), &row.title, area.width.saturating_sub(3));
            lines.truncate(2);
            lines
        })
        .collect();
    let heights: Vec<usize> = titles.iter().map(|title| title.len() + 2).collect();
    let mut y = area.y;
    let window = list::window_of(&heights, at - near.start, height);
    canvas.scroll_bar(area, rows.len(), &(near.start + window.start..near.start + window.end));
    for position in window {
        let row = rows[near.start + position];
        let selected = near.start + position == at;
        let role = |role| if selected { Role::Selected } else { role };
        let lines = u16::try_from(heights[position]).unwrap_or(3);
        let card = Rect { x: area.x, y, width: area.width, height: lines.min(area.bottom().saturating_sub(y)) };
        canvas.fill(card, role(Role::Text));
        canvas.hit(card, Hit::Line(near.start + position));
        state_cell(app, canvas, Rect { y, ..area }, row, selected);
        let used = canvas.text(
            area.x + 15,
            y,
            area.width.saturating_sub(15),
            &crate::words::date::written(&app.words, &row.when.0),
            role(Role::Accent),
        );
        let serves = cycle_words(app, row);
        canvas.right(area.x + 17 + used, y, area.width.saturating_sub(17 + used), &serves, role(Role::Dim));
        for (offset, text) in (1u16..).zip(&titles[position]) {
            if y + offset < area.bottom() {
                canvas.text(area.x + 3, y + offset, area.width - 3, text, role(Role::Text));
            }
        }
        if y + lines - 1 < area.bottom() {
            canvas.text(area.x + 3, y + lines - 1, area.width - 3, &row.leads.join(", "), role(Role::Dim));
        }
        y += lines;
    }
}
