//! Drawing of the plan: six columns in a wide window, cards in a narrow one, each row with its means below.

use ratatui::layout::Rect;

use super::lines::{PlanLine, cycle_words, lines};
use crate::{
    domain::model::{means::Means, plan::Row, progress::Progress},
    tui::{
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::{list, marks},
        state::RowOrder,
        theme::Role,
    },
    words::{id, joined},
};

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = lines(app);
    let rows = lines.iter().filter(|(_, means)| means.is_none()).count();
    heading(app, canvas, area, rows);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if lines.is_empty() {
        canvas.text(body.x, body.y + 1, body.width, &app.words.get(id!("plan-empty")), Role::Dim);
        return;
    }
    let at = app.views.plan.at.min(lines.len() - 1);
    let columns = (area.width >= 100).then(|| table_columns(app, canvas, body));
    let body =
        if columns.is_some() { Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body } } else { body };
    // Lines far from the cursor are not wrapped: the cost of a frame depends only on what it shows.
    let height = usize::from(body.height);
    let near = at.saturating_sub(height)..(at + height).min(lines.len());
    let cells: Vec<Vec<Vec<String>>> =
        lines[near.clone()].iter().map(|line| cells(app, *line, columns.as_ref(), body.width)).collect();
    let is_last = |position: usize| lines.get(near.start + position + 1).is_none_or(|(_, means)| means.is_none());
    let tall = |cells: &[Vec<String>]| cells.iter().map(Vec::len).max().unwrap_or(1).clamp(1, MOST_LINES);
    // In the table a blank line follows each row with its means.
    let gap = |position: usize| usize::from(columns.is_some() && is_last(position));
    let heights: Vec<usize> = cells.iter().enumerate().map(|(position, cells)| tall(cells) + gap(position)).collect();
    let window = list::window_of(&heights, at - near.start, height);
    canvas.scroll_bar(body, lines.len(), &(near.start + window.start..near.start + window.end));
    let mut y = body.y;
    for position in window {
        let lines_of = u16::try_from(tall(&cells[position])).unwrap_or(1);
        let place = Rect { y, height: lines_of.min(body.bottom().saturating_sub(y)), ..body };
        let selected = near.start + position == at;
        canvas.fill(place, if selected { Role::Selected } else { Role::Text });
        canvas.hit(place, Hit::Line(near.start + position));
        match (lines[near.start + position], &columns) {
            ((row, Some(means)), _) => means_line(app, canvas, place, &row.means[means], selected),
            ((row, None), Some(widths)) => {
                state_cell(app, canvas, place, row.state(), selected);
                table_row(canvas, Rect { x: place.x + STATE, ..place }, &cells[position], widths, selected);
            }
            ((row, None), None) => card(app, canvas, place, row, &cells[position][0], selected),
        }
        y += u16::try_from(heights[position]).unwrap_or(1);
    }
}

/// The width of the state of a row, in columns.
const STATE: u16 = 14;

/// The texts of a line, wrapped: a cell for each column, the title of a card, or the one line of a means.
fn cells(app: &App, line: PlanLine<'_>, widths: Option<&Vec<u16>>, room: u16) -> Vec<Vec<String>> {
    let (row, means) = line;
    match (means, widths) {
        (Some(_), _) => vec![vec![String::new()]],
        (None, None) => {
            let mut title = wrap(app.discreet(), &row.title, room.saturating_sub(3));
            title.truncate(2);
            // The state and the date stand above it, who leads below.
            vec![[vec![String::new()], title, vec![String::new()]].concat()]
        }
        (None, Some(widths)) => {
            let texts = [
                row.title.clone(),
                row.intentions.iter().map(|i| format!("• {i}")).collect::<Vec<_>>().join("\n"),
                row.leads.join(", "),
                row.people.join(", "),
                crate::words::date::written(&app.words, &row.when.0),
                joined(&[&cycle_words(app, row), row.comments.trim()]),
            ];
            let cell = |(text, width): (&String, &u16)| wrap(app.discreet(), text, width.saturating_sub(1));
            texts.iter().zip(widths).map(cell).collect()
        }
    }
}

/// Draws a means under its row: what, who, when.
fn means_line(app: &App, canvas: &mut Canvas<'_>, place: Rect, means: &Means, selected: bool) {
    let (symbol, mark) = marks::progress(means.state());
    let role = match selected {
        true => Role::Selected,
        false if means.is_open() => Role::Text,
        false => mark,
    };
    if selected {
        canvas.text(place.x, place.y, 1, "▸", Role::Selected);
        canvas.cursor(place.x, place.y);
    }
    let text = format!("{symbol} {}", crate::words::plan::means(&app.words, means));
    canvas.text(place.x + 3, place.y, place.width.saturating_sub(3), &text, role);
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

/// Draws the names of the six columns of the source plan; returns the widths of the columns after the state.
fn table_columns(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> Vec<u16> {
    let room = area.width - STATE;
    let share = [26u16, 22, 12, 16, 11, 13];
    let widths: Vec<u16> = share.iter().map(|part| room * part / 100).collect();
    let names = [
        id!("column-title"),
        id!("column-intentions"),
        id!("column-leads"),
        id!("column-people"),
        id!("column-when"),
        id!("column-comments"),
    ];
    let mut x = area.x + STATE;
    canvas.text(area.x + 1, area.y, 12, &app.words.get(id!("column-state")), Role::Dim);
    for (name, width) in names.iter().zip(&widths) {
        canvas.text(x, area.y, width - 1, &app.words.get(*name), Role::Dim);
        x += width;
    }
    widths
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

fn state_cell(app: &App, canvas: &mut Canvas<'_>, place: Rect, state: Progress, selected: bool) {
    let Rect { x, y, .. } = place;
    let (symbol, role) = marks::progress(state);
    let role = if selected { Role::Selected } else { role };
    if selected {
        canvas.text(x, y, 1, "▸", Role::Selected);
        canvas.cursor(x, y);
    }
    canvas.pieces(x + 1, y, 12, &[(symbol, role), (" ", role), (&app.words.choice(state.word()), role)]);
}

/// Draws a card: the state of the row and its date, its title, who leads and which issue it serves.
fn card(app: &App, canvas: &mut Canvas<'_>, place: Rect, row: &Row, lines: &[String], selected: bool) {
    let role = |role| if selected { Role::Selected } else { role };
    state_cell(app, canvas, place, row.state(), selected);
    let when = crate::words::date::written(&app.words, &row.when.0);
    let (x, room) = (place.x + STATE + 1, place.width.saturating_sub(STATE + 1));
    let used = canvas.text(x, place.y, room, &when, role(Role::Accent));
    let serves = cycle_words(app, row);
    canvas.right(x + 2 + used, place.y, room.saturating_sub(2 + used), &serves, role(Role::Dim));
    let (x, room) = (place.x + 3, place.width.saturating_sub(3));
    for (y, text) in (place.y + 1..place.bottom()).zip(&lines[1..]) {
        canvas.text(x, y, room, text, role(Role::Text));
    }
    if place.height as usize == lines.len() {
        canvas.text(x, place.bottom() - 1, room, &row.leads.join(", "), role(Role::Dim));
    }
}
