//! The beginning: what the demonstration says of itself, and what a new school has to do first.

use ratatui::layout::Rect;

use crate::{
    domain::model::school::Member,
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, wrap},
        dialog::menus,
        effect::Effect,
        state::{
            Screen, Subject,
            dialog::{Destination, Dialog},
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{Id, id},
};

/// What a new school has to do before its first meeting is behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartStep {
    /// Who is on the committee.
    Committee,
    /// Who arrives.
    People,
    /// The first meeting.
    Meeting,
}

impl StartStep {
    /// The three, in order.
    pub const ALL: [StartStep; 3] = [StartStep::Committee, StartStep::People, StartStep::Meeting];

    fn is_done(self, app: &App) -> bool {
        match self {
            StartStep::Committee => app.folder.plan.committee.members.iter().any(Member::is_named),
            StartStep::People => !app.folder.board.people.is_empty(),
            StartStep::Meeting => false,
        }
    }

    fn sentence(self) -> Id {
        match self {
            StartStep::Committee => id!("start-committee"),
            StartStep::People => id!("start-people"),
            StartStep::Meeting => id!("start-meeting"),
        }
    }

    /// The step in words, marked when it is done.
    pub fn said(self, app: &App) -> String {
        format!("{} {}", if self.is_done(app) { "✓" } else { "□" }, app.words.get(self.sentence()))
    }

    /// Opens what it asks for.
    pub fn open(self, app: &mut App) -> Vec<Effect> {
        match self {
            StartStep::Committee => app.open_sheet(Subject::School),
            StartStep::People => {
                let effects = app.go(Screen::Board);
                app.open(Dialog::line(&app.words, id!("new-person"), "", Destination::New(NewRecord::Person)));
                effects
            }
            StartStep::Meeting => app.open(menus::meeting(app)),
        }
    }
}

/// Draws one of the three lines.
pub fn line(app: &App, canvas: &mut Canvas<'_>, area: Rect, step: StartStep, selected: bool) {
    let role = if selected { Role::Selected } else { Role::Text };
    canvas.fill(area, role);
    canvas.text(area.x, area.y, 1, if selected { "▸" } else { " " }, role);
    if selected {
        canvas.cursor(area.x, area.y);
    }
    canvas.text(area.x + 2, area.y, 1, if step.is_done(app) { "✓" } else { "□" }, role);
    canvas.text(area.x + 4, area.y, area.width.saturating_sub(4), &app.words.get(step.sentence()), role);
}

/// Says that the school is fictional, and how to begin one's own; returns the rest of the area.
pub fn demonstration(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    if !app.setting.demo || app.is_projected() {
        return area;
    }
    let sentence = app.words.get(id!("demo-begin"));
    let lines = wrap(app.discreet(), &sentence, area.width);
    for (y, line) in (area.y..).zip(&lines) {
        let place = Rect { y, height: 1, ..area };
        canvas.text(area.x, y, area.width, line, Role::Accent);
        canvas.hit(place, Hit::Action(Action::Found));
    }
    let height = u16::try_from(lines.len()).unwrap_or(1);
    Rect { y: area.y + height, height: area.height.saturating_sub(height), ..area }
}
