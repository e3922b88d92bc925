//! Drawing of the modal dialog.

use ratatui::layout::Rect;

use crate::{
    domain::board::layout::Window,
    tui::{app::App, canvas::Canvas, dialog::panel, screens::board::columns, state::dialog::Dialog},
    words::id,
};

/// Draws the modal dialog.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, dialog: &Dialog) {
    match dialog {
        Dialog::Text(text) => text.draw(app, canvas, area),
        Dialog::Words(words) => words.draw(app, canvas, area),
        Dialog::Menu(menu) => menu.draw(app, canvas, area),
        Dialog::Question(question) => question.draw(app, canvas, area),
        Dialog::Page(page) => page.draw(app, canvas, area),
        Dialog::Preview(preview) => preview.draw(app, canvas, area),
        Dialog::Columns { window, at } => {
            let title = if *window == Window::Wide { id!("columns-wide") } else { id!("columns-narrow") };
            let height = u16::try_from(columns::height(app, *window)).unwrap_or(u16::MAX);
            let height = height.min(area.height / 2).max(5);
            let inside = panel(canvas, area, height + 2, &app.words.get(title), &app.words.get(id!("keys-columns")));
            columns::draw(app, canvas, inside, *window, *at);
        }
        Dialog::Sides(sides) => {
            let height = sides.height(area.width - 2).saturating_add(2);
            let left = sides.lines.iter().filter(|line| line.choice.is_none()).count();
            let title = app.words.say(id!("sides-title"), &[("n", left.into())]);
            let inside = panel(canvas, area, height, &title, &app.words.get(id!("keys-sides")));
            sides.draw(canvas, inside);
        }
    }
}
