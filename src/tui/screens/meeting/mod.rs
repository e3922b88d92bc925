//! A meeting under way, full screen: one agenda point at a time, the board one key away, nothing typed twice.

pub mod act;
mod asking;
pub mod closing_preview;
pub mod draw;
mod ending;
mod ideas;
mod issue;
mod items;
pub mod navigate;
mod page;
mod person;
mod removing;
mod showing;
mod starting;
mod support;

use self::navigate::Passage;
use super::{board, meetings};
use crate::{
    domain::{
        edit::Edit,
        meeting::opening,
        model::{
            agenda::Point,
            cycle::Step,
            document::{Document, FileId},
            draft::Draft,
            meeting::{Instance, IssuePoint, PersonPoint},
        },
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        canvas::Canvas,
        effect::Effect,
        state::{MeetingPane, MeetingView, Screen, dialog::Dialog},
        theme::Role,
    },
    words::{self, id},
};
pub use act::{ask_leave, before, close, leave, measure, push};
pub use asking::{asks_who, is_day_of_return, is_empty_line, next_line, next_question};
pub use ideas::row as keep_row;
pub use items::PointItem;
pub use navigate::{follow, minutes, spend};
use ratatui::layout::Rect;
pub use showing::{draw_curtain, hide, show};

/// Starts a meeting of the committee at this audience level, or resumes the meeting under way.
pub fn begin(app: &mut App, level: Level) -> Vec<Effect> {
    start(app, level, Instance::Committee)
}

/// Starts a sitting of others than the committee, on a wall.
pub fn sit(app: &mut App, instance: Instance) -> Vec<Effect> {
    start(app, Level::Projected, instance)
}

fn start(app: &mut App, level: Level, instance: Instance) -> Vec<Effect> {
    let mut effects = Vec::new();
    if app.is_read_only() {
        return effects;
    }
    if app.folder.broken.contains(&FileId::Draft)
        || app.folder.broken.contains(&FileId::Plan)
        || app.folder.broken.contains(&FileId::Board)
    {
        app.warn(app.words.get(id!("meeting-broken")).into_owned());
        return effects;
    }
    // A sitting goes on where it was held: on a wall.
    let level = if is_sitting(app) { Level::Projected } else { level };
    match &app.folder.draft {
        Some(draft) => {
            let day = words::date::long(&app.words, draft.day());
            let values = [
                ("clock", words::date::clock(&app.words, draft.started).into()),
                ("day", words::deeds::held(&app.words, &draft.meeting, day).into()),
            ];
            app.tell(app.words.say(id!("meeting-resumed"), &values));
        }
        None => {
            let draft = match instance {
                Instance::Committee => opening::draft(&app.folder, app.now),
                _ => opening::sitting(&app.folder, app.now, instance),
            };
            effects = app.edit_quietly(vec![Edit::create(FileId::Draft, &Document::Draft(draft))]);
        }
    }
    // Projector mode left on earlier does not count as the level to restore: the one before it does.
    let before = if app.is_projected() { app.projection.before } else { app.level() };
    let outside = app.projection.outside.unwrap_or(before);
    // Only a wall is remembered: what was interrupted on it must not come back showing more.
    let remembered = app.set_level(level);
    effects.extend(remembered.into_iter().filter(|_| level == Level::Projected));
    app.projection.outside = Some(outside);
    app.go(Screen::Meeting);
    app.views.meeting = MeetingView { entered: app.now, ..MeetingView::default() };
    effects.extend(showing::draw_curtain(app, None));
    effects.extend(renew(app));
    effects.extend(navigate::ask(app));
    if app.is_projected() && app.views.width > ENOUGH_COLUMNS && !app.setting.enlarged && app.notice.is_none() {
        app.tell(app.words.get(id!("enlarge")).into_owned());
    }
    effects
}

/// The most columns of a window whose letters are read from the back of a room.
pub const ENOUGH_COLUMNS: u16 = 100;

/// Remembers that the letters were enlarged for a wall: nobody is told again.
pub fn notice_enlarged(app: &mut App) -> Vec<Effect> {
    let is_enlarged = app.views.screen == Screen::Meeting && app.is_projected() && app.views.width <= ENOUGH_COLUMNS;
    if !is_enlarged || app.setting.enlarged {
        return Vec::new();
    }
    app.setting.enlarged = true;
    vec![Effect::RememberEnlarged]
}

/// Brings the meeting under way up to date: somebody may have arrived since it began.
fn renew(app: &mut App) -> Vec<Effect> {
    let edits = opening::renewed(&app.folder);
    app.edit_quietly(edits)
}

/// The lines of the agenda point that the cursor can be on.
pub fn items(app: &App) -> Vec<PointItem> {
    app.folder.draft.as_ref().map(|draft| items::of_point(app, draft)).unwrap_or_default()
}

/// The actions for the hint bar, most useful first.
pub fn hints(app: &App) -> Vec<Action> {
    match app.views.meeting.middle {
        MeetingPane::Board => return vec![Action::Board, Action::Open],
        MeetingPane::Last => return vec![Action::Compare, Action::Next, Action::Previous],
        MeetingPane::Point => {}
    }
    let mut hints = match app.folder.draft.as_ref().map(Draft::point) {
        Some(Point::People) if app.is_projected() => vec![Action::Note, Action::New, Action::Reveal],
        Some(Point::People) => vec![Action::Note, Action::New, Action::Supports],
        Some(Point::Issues) if app.folder.draft.as_ref().is_some_and(|draft| draft.meeting.issues.is_empty()) => {
            vec![Action::Open]
        }
        Some(Point::Issues) => vec![Action::StepOn, Action::Note, Action::KeepIdea],
        Some(Point::Opening | Point::Returns) => vec![Action::Tick],
        Some(Point::Decisions) => vec![Action::Open, Action::New],
        Some(Point::Review | Point::Closing) => vec![Action::Open],
        Some(Point::Portrait) | None => Vec::new(),
    };
    // Going on and going dark are on every page; the other keys are one key away.
    hints.insert(hints.len().min(3), Action::Next);
    hints.extend([Action::Previous, Action::Blank]);
    hints.extend((!is_sitting(app)).then_some(Action::Board));
    hints.truncate(MOST_HINTS);
    hints
}

/// The most hints of a page, besides the one that tells the others.
const MOST_HINTS: usize = 4;

/// The actions that the keys of this page give.
pub fn keys(app: &App) -> Vec<Action> {
    use Action::{
        Archive, KeepIdea, Measure, Needs, New, Note, Open, Pair, Reveal, Skip, StepBack, StepOn, Supports, Tick,
    };
    let point = app.folder.draft.as_ref().map(Draft::point);
    let mut keys = match point {
        Some(Point::Opening) => vec![Tick, Open, Archive],
        Some(Point::Returns) => items::CHOICES[..3].iter().copied().chain([Tick, Open]).collect(),
        Some(Point::People) => {
            let others = [Needs, Supports, Note, New, Pair, Tick, Reveal, Skip, Open];
            items::CHOICES.into_iter().chain(others).collect()
        }
        Some(Point::Issues) => vec![StepOn, StepBack, Note, KeepIdea, Measure, Tick, Open],
        Some(Point::Review | Point::Decisions) => vec![Open, New, Archive],
        Some(Point::Closing) => vec![Open, Archive],
        Some(Point::Portrait) | None => Vec::new(),
    };
    keys.extend([Action::Next, Action::Previous, Action::Blank]);
    keys.extend(matches!(point, Some(Point::People | Point::Issues)).then_some(Action::Sources));
    keys.extend([Action::Board, Action::Compare].into_iter().filter(|_| !is_sitting(app)));
    keys
}

/// Whether others than the committee sit: what it says of people and what it said last time is not theirs to read.
pub fn is_sitting(app: &App) -> bool {
    app.folder.draft.as_ref().is_some_and(|draft| !draft.meeting.is_of_committee())
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if matches!(action, Action::Board | Action::Compare) && is_sitting(app) {
        app.warn(app.words.get(id!("sitting-not-theirs")).into_owned());
        return Vec::new();
    }
    let turned = match (action, app.views.meeting.middle) {
        (Action::Board, MeetingPane::Board) | (Action::Compare, MeetingPane::Last) => Some(MeetingPane::Point),
        (Action::Board, _) => Some(MeetingPane::Board),
        (Action::Compare, _) => Some(MeetingPane::Last),
        (Action::Back, MeetingPane::Board | MeetingPane::Last) => Some(MeetingPane::Point),
        _ => None,
    };
    if let Some(middle) = turned {
        return switch_to(app, middle);
    }
    let renewed = renew(app);
    let Some(draft) = app.folder.draft.clone() else { return app.go(Screen::Home) };
    let acted = act_here(app, action, &draft);
    renewed.into_iter().chain(acted).collect()
}

/// Handles an action in the middle pane.
fn act_here(app: &mut App, action: Action, draft: &Draft) -> Vec<Effect> {
    match (app.views.meeting.middle, action) {
        // On the board of a meeting one reads; the arrows go on with the meeting, as on its other pages.
        (MeetingPane::Board, Action::Next | Action::Previous) if app.views.board.column.is_none() => {
            switch_to(app, MeetingPane::Point);
        }
        (MeetingPane::Board, _) => return board::act(app, action),
        (MeetingPane::Last, Action::Up | Action::Down | Action::PageUp | Action::PageDown) => {
            return meetings::act(app, action);
        }
        // Where only the last meeting is seen, no key acts on a page that is behind it.
        (MeetingPane::Last, _) if app.views.width < draw::WIDE => return switch_to(app, MeetingPane::Point),
        (MeetingPane::Point | MeetingPane::Last, _) => {}
    }
    act_at_point(app, action, draft)
}

/// Shows what the sources say of the point under discussion.
fn sources(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let issue = draft.meeting.issues.get(draft.rank);
    let moment = match draft.point() {
        Point::People => ROUND,
        Point::Issues => issue.and_then(|point| point.after).map_or("", Step::id),
        _ => "",
    };
    let lines = super::landmarks::of_moment(app, moment);
    if lines.is_empty() {
        app.tell(app.words.get(id!("sources-none")).into_owned());
        return Vec::new();
    }
    app.open(Dialog::page(app.words.get(id!("sources-title")).into_owned(), lines))
}

/// The moment of the round of the people, as catalogues name it.
const ROUND: &str = "tour";

/// Shows the agenda point, the board or the last meeting in the middle; the board opens at the current person.
fn switch_to(app: &mut App, middle: MeetingPane) -> Vec<Effect> {
    let draft = app.folder.draft.as_ref().filter(|draft| draft.point() == Point::People);
    let person = draft.and_then(|draft| draft.meeting.people.get(draft.rank)).map(|point| point.person.clone());
    if let Some(person) = person.filter(|_| middle == MeetingPane::Board) {
        board::select(app, &person);
    }
    (app.views.meeting.middle, app.views.meetings.top) = (middle, 0);
    app.projection.revealed = None;
    Vec::new()
}

fn act_at_point(app: &mut App, action: Action, draft: &Draft) -> Vec<Effect> {
    let items = items::of_point(app, draft);
    let scroll = app.views.meeting.scroll;
    let scrolled = match action {
        Action::PageDown => Some(scroll + PAGE),
        Action::PageUp => Some(scroll.saturating_sub(PAGE)),
        Action::Down if items.is_empty() => Some(scroll + 1),
        Action::Up if items.is_empty() => Some(scroll.saturating_sub(1)),
        _ => None,
    };
    app.views.meeting.scroll = scrolled.unwrap_or(0);
    if scrolled.is_some() || super::cursor::moves(app, action, items.len()) {
        return Vec::new();
    }
    let here = items.get(app.views.meeting.line.min(items.len().saturating_sub(1))).cloned();
    match action {
        Action::Next => navigate::step(app, draft, Passage::On),
        Action::Previous => navigate::step(app, draft, Passage::Back),
        Action::Skip if draft.point() == Point::People => navigate::skip(app, draft),
        Action::Back => act::ask_leave(app),
        Action::Archive => removing::remove(app, here),
        Action::Reveal => showing::ask(app, draft),
        Action::Note if draft.point() == Point::Issues && draft.meeting.issues.is_empty() => issue::add_question(app),
        Action::StepOn | Action::StepBack | Action::Measure | Action::KeepIdea
            if draft.point() == Point::Issues && draft.meeting.issues.is_empty() =>
        {
            app.tell(app.words.get(id!("issue-none")).into_owned());
            Vec::new()
        }
        Action::StepOn => act::move_issue(app, draft, Passage::On),
        Action::StepBack => act::move_issue(app, draft, Passage::Back),
        Action::Measure => act::measure_here(app, draft),
        Action::Note => act::edit_key(app, &items, &[PersonPoint::NOTE, IssuePoint::NOTES]),
        Action::Needs => act::edit_key(app, &items, &[PersonPoint::NEEDS]),
        Action::Supports if draft.point() == Point::People => support::ask(app, draft),
        Action::Sources => sources(app, draft),
        Action::Pair if draft.point() == Point::People => match draft.meeting.people.get(draft.rank) {
            Some(point) => super::pair::page(app, &point.person),
            None => Vec::new(),
        },
        Action::New => act::add_action(app, draft, &items),
        Action::KeepIdea if draft.point() == Point::Issues => ideas::keep(app, draft, here),
        Action::Open => act::open(app, here),
        Action::Tick => act::tick(app, draft, here),
        _ => match items::CHOICES.iter().position(|choice| *choice == action) {
            Some(number) => act::choose(app, draft, number, here),
            None => Vec::new(),
        },
    }
}

/// The number of lines that a page key scrolls by.
const PAGE: usize = 6;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(draft) = &app.folder.draft else { return };
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let column = draw::column(area);
    let page = Rect { x: column.x, width: column.width, ..body };
    match app.views.meeting.middle {
        MeetingPane::Point => {
            draw::header(app, canvas, Rect { height: 2, ..column }, draft);
            draw::draw(app, canvas, page, draft);
        }
        MeetingPane::Board => {
            draw::header(app, canvas, Rect { height: 2, ..area }, draft);
            board::draw(app, canvas, body);
        }
        MeetingPane::Last => {
            draw::header(app, canvas, Rect { height: 2, ..area }, draft);
            let half = if body.width >= draw::WIDE { body.width / 2 } else { 0 };
            let right = Rect { x: body.x + half, width: body.width - half, ..body };
            if half > 0 {
                draw::draw(app, canvas, Rect { width: half - 3, ..body }, draft);
                for y in body.y..body.bottom() {
                    canvas.text(right.x - 2, y, 1, "│", Role::Rule);
                }
            }
            meetings::draw_last(app, canvas, right, draft.day());
        }
    }
}
