//! A wall that follows a meeting from another window: the page at which it stands, and no word is taken.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    action::Action,
    app::App,
    canvas::{Canvas, FrameOutput, columns},
    event::{Key, KeyName},
    keymap::KeyContext,
    screens::meeting::{self, PointItem},
    state::{Screen, projection::Revealed},
    theme::Role,
    view::{self, LONG_BLANK},
};
use crate::{
    domain::{
        advice::overview,
        model::{
            agenda::Point,
            document::{Document, FileId},
            draft::Curtain,
        },
        privacy::audience::Level,
    },
    words::{date, families, id, joined},
};

/// The number of lines that a page key scrolls by.
const PAGE: i32 = 6;

/// What a key does on a wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Stays,
    Quits,
}

/// Makes a window a wall, whatever its level was.
pub fn begin(app: &mut App) {
    app.projection.level = Level::Projected;
    app.projection.before = Level::Projected;
    // What was shown when a laptop stopped is not shown again by itself.
    app.views.stale = app.folder.draft.as_ref().and_then(|draft| draft.shown.clone());
    stand(app);
}

/// Takes in what changed on disk, and stands where the meeting stands.
pub fn follow(app: &mut App, news: Vec<(FileId, Option<Document>)>) {
    if news.is_empty() {
        return;
    }
    let before = place(app);
    let people = app.folder.board.people.clone();
    for (file, document) in news {
        app.folder_mut().broken.remove(&file);
        app.folder_mut().put(&file, document);
    }
    // Whoever is not on the board any more may still be named in a text: the wall goes on hiding them.
    let gone: Vec<_> = people.into_iter().filter(|person| app.folder.board.person(&person.id).is_none()).collect();
    app.views.remembered.extend(gone);
    stand(app);
    if place(app) != before {
        app.views.meeting.scroll = 0;
    }
}

/// Where the meeting stands: its point, and the person or issue under discussion.
fn place(app: &App) -> Option<(usize, usize)> {
    app.folder.draft.as_ref().map(|draft| (draft.point, draft.rank))
}

fn stand(app: &mut App) {
    let shown = app.folder.draft.as_ref().and_then(|draft| draft.shown.as_ref());
    if shown != app.views.stale.as_ref() {
        app.views.stale = None;
    }
    let draft = app.folder.draft.as_ref().filter(|_| is_whole(app));
    let shown = draft.and_then(|draft| {
        let here = draft.meeting.people.get(draft.rank).filter(|_| draft.point() == Point::People)?;
        draft.shown.as_ref().filter(|shown| shown.person == here.person && app.views.stale.is_none())
    });
    app.projection.revealed =
        shown.map(|shown| Revealed { person: shown.person.clone(), field: Some(shown.field.clone()) });
    app.views.screen = if draft.is_some() { Screen::Meeting } else { Screen::Home };
    app.views.meeting.line = line(app);
}

/// Whether everything that hides names can be read.
fn is_whole(app: &App) -> bool {
    [FileId::Plan, FileId::Board, FileId::Draft].iter().all(|file| !app.folder.broken.contains(file))
}

/// The line of the page that is spoken of: the first question without an answer, the first action to review.
fn line(app: &App) -> usize {
    let Some(draft) = &app.folder.draft else { return 0 };
    let is_left = |item: &PointItem| match item {
        PointItem::Return(at) => draft.meeting.returns.get(*at).is_some_and(|returned| returned.state.is_none()),
        PointItem::Answer(at) => {
            let point = draft.meeting.issues.get(draft.rank);
            point.and_then(|point| point.answers.get(*at)).is_some_and(|answer| answer.answer.trim().is_empty())
        }
        _ => false,
    };
    meeting::items(app).iter().position(is_left).unwrap_or(0)
}

/// Whether a key comes alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    Alone,
    /// Keys that come together are a text for another window.
    Several,
}

/// Handles a key: a wall goes dark, scrolls, and ends. Going dark is never wrong.
pub fn press(app: &mut App, key: Key, company: Company) -> Pressed {
    let action = app.setting.keymap.action(&[KeyContext::Global], key);
    if company == Company::Several && action != Some(Action::Blank) {
        return Pressed::Stays;
    }
    if app.projection.blank.take().is_some() {
        return Pressed::Stays;
    }
    match action {
        Some(Action::Quit) => return Pressed::Quits,
        Some(Action::Blank) => app.projection.blank = Some(app.now),
        _ => match key.code {
            KeyName::Down => scroll(app, 1),
            KeyName::Up => scroll(app, -1),
            KeyName::PageDown => scroll(app, PAGE),
            KeyName::PageUp => scroll(app, -PAGE),
            _ => {}
        },
    }
    Pressed::Stays
}

/// Scrolls the page by lines, down or up.
pub fn scroll(app: &mut App, lines: i32) {
    let scroll = &mut app.views.meeting.scroll;
    *scroll = scroll.saturating_add_signed(lines as isize);
}

/// Draws the wall.
pub fn draw(app: &App, buffer: &mut Buffer) -> FrameOutput {
    let area = buffer.area;
    let mut canvas = Canvas::new(buffer, app.theme(), app.discreet());
    canvas.fill(area, Role::Text);
    let curtain = app.folder.draft.as_ref().and_then(|draft| draft.curtain);
    if let Some(since) = app.projection.blank {
        let said = app.words.get(id!("blank-how"));
        canvas.black((app.now - since >= LONG_BLANK).then_some(&said));
        return canvas.drawn;
    }
    if curtain == Some(Curtain::Black) {
        canvas.black(None);
        return canvas.drawn;
    }
    if area.width < view::SMALLEST.0 || area.height < view::SMALLEST.1 {
        canvas.wrapped(area, &app.words.get(id!("too-small")), Role::Text);
        return canvas.drawn;
    }
    let inside = Rect { x: area.x + 1, width: area.width - 2, height: area.height - 1, ..area };
    if app.views.screen == Screen::Meeting && curtain.is_none() {
        meeting::draw(app, &mut canvas, inside);
    } else {
        quiet(app, &mut canvas, inside);
    }
    let bar = Rect { y: area.bottom() - 1, height: 1, ..area };
    canvas.fill(bar, Role::Bar);
    let level = format!("{} ", app.words.get(families::level(app.level())));
    let mut name = app.folder.plan.school.name.clone();
    if area.width > meeting::ENOUGH_COLUMNS {
        name = joined(&[&name, &app.words.get(id!("enlarge-wall"))]);
    }
    let room = bar.width.saturating_sub(columns(&level) + 3);
    canvas.text(bar.x + 1, bar.y, room, &name, Role::Bar);
    canvas.right(bar.x, bar.y, bar.width, &level, Role::Key);
    canvas.drawn.cursor = None;
    canvas.drawn
}

/// Draws what is seen between two meetings: the school, and the date of the next one.
fn quiet(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let next = overview::next_meeting(&app.folder, app.today());
    let next = match next {
        Some(day) => app.words.say(id!("wall-next"), &[("day", date::full(&app.words, day).into())]),
        None => String::new(),
    };
    let school = app.folder.plan.school.name.clone();
    // A meeting that was left is not over.
    let is_paused = app.folder.draft.as_ref().is_some_and(|draft| draft.curtain == Some(Curtain::Pause));
    let next = if is_paused { app.words.get(id!("wall-paused")).into_owned() } else { next };
    let mut y = area.y + area.height / 2;
    for (text, role) in [(school, Role::Title), (next, Role::Text)] {
        for line in canvas.wrap(&text, area.width) {
            let margin = area.width.saturating_sub(columns(&line)) / 2;
            canvas.text(area.x + margin, y, area.width - margin, &line, role);
            y += 1;
        }
        y += 1;
    }
}
