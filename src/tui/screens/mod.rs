//! The screens. One is shown at a time, possibly with a sheet or a meeting over it.

pub mod archive;
pub mod between;
pub mod board;
pub mod cursor;
pub mod founding;
pub mod help;
pub mod home;
pub mod impact;
pub mod landmarks;
pub mod lane;
pub mod meeting;
pub mod meetings;
pub mod new_year;
pub mod pair;
pub mod plan;
pub mod sheet;
pub mod staff_import;
pub mod start;
pub mod survey;
pub mod trace;
pub mod versions;
pub mod welcome;

use ratatui::layout::Rect;

use super::{action::Action, app::App, canvas::Canvas, effect::Effect, state::Screen};

/// What a screen must do.
struct ScreenHandlers {
    act: fn(&mut App, Action) -> Vec<Effect>,
    draw: fn(&App, &mut Canvas<'_>, Rect),
    hints: fn(&App) -> Vec<Action>,
}

impl ScreenHandlers {
    fn of(screen: Screen) -> Self {
        macro_rules! handlers {
            ($module:ident) => {
                ScreenHandlers { act: $module::act, draw: $module::draw, hints: $module::hints }
            };
        }
        match screen {
            Screen::Home => handlers!(home),
            Screen::Plan => handlers!(plan),
            Screen::Board => handlers!(board),
            Screen::Meetings => handlers!(meetings),
            Screen::Impact => handlers!(impact),
            Screen::Landmarks => handlers!(landmarks),
            Screen::Versions => handlers!(versions),
            Screen::Meeting => handlers!(meeting),
        }
    }
}

/// Handles an action on the current screen.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if app.views.sheet.is_some() {
        return sheet::act(app, action);
    }
    (ScreenHandlers::of(app.views.screen).act)(app, action)
}

/// Draws the current screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(open) = &app.views.sheet {
        return sheet::draw(app, canvas, area, open);
    }
    (ScreenHandlers::of(app.views.screen).draw)(app, canvas, area);
}

/// The actions for the hint bar, most useful first.
pub fn hints(app: &App) -> Vec<Action> {
    if app.views.sheet.is_some() {
        return sheet::hints(app);
    }
    (ScreenHandlers::of(app.views.screen).hints)(app)
}

/// Filters the current screen by text.
pub fn set_filter(app: &mut App, words: &str) -> Vec<Effect> {
    match app.views.screen {
        Screen::Board => {
            app.views.board.filter = words.to_owned();
        }
        Screen::Landmarks => {
            app.views.landmarks.filter = words.to_owned();
            // The first result line is the heading of a group.
            app.views.landmarks.at = usize::from(!words.is_empty());
        }
        Screen::Plan => {
            app.views.plan.filter = words.to_owned();
            app.views.plan.at = 0;
        }
        Screen::Meetings => return meetings::search::search(app, words),
        _ => {}
    }
    Vec::new()
}

/// Applies a filter while it is being typed, on screens that show the results live.
pub fn set_filter_while_typing(app: &mut App, words: &str) -> Vec<Effect> {
    match app.views.screen {
        Screen::Board | Screen::Plan | Screen::Landmarks => set_filter(app, words),
        _ => Vec::new(),
    }
}

/// Moves to a position of the frontmost list or page.
pub fn go_to(app: &mut App, line: usize) {
    match cursor::cursor(app) {
        Some(at) => *at = line,
        None => app.views.meetings.top = line,
    }
}

/// Handles a click on a line: moves to it, or opens it if it is already under the cursor.
pub fn click(app: &mut App, line: usize) -> Vec<Effect> {
    let Some(at) = cursor::cursor(app) else { return Vec::new() };
    if *at == line {
        return act(app, Action::Open);
    }
    *at = line;
    Vec::new()
}
