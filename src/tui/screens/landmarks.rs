//! Screen 6: what the sources say. Not built yet, and says so.

use ratatui::layout::Rect;

use crate::tui::{app::App, canvas::Canvas, theme::Role};

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    canvas.text(area.x, area.y, area.width, &app.words.get("landmarks-title"), Role::Title);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    canvas.wrapped(body, &app.words.get("landmarks-coming"), Role::Text);
}
