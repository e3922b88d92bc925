//! Drawing of the board: as many columns as fit, always the name, the cell under the cursor in view.

use std::collections::HashSet;

use ratatui::layout::Rect;

use super::{
    block, filter,
    selection::{columns, shown},
};
use crate::{
    domain::{
        board::column::{self, CellValue, Column},
        model::{board::Newcomer, draft::Draft, meeting::PersonPoint},
        value::text::matches,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, columns as width_of},
        components::{list, marks},
        state::{PeopleShown, Sorted},
        theme::Role,
    },
    words::{self, Id, date, id, joined},
};

/// The width of the name column, in characters.
const NAME: u16 = 24;

/// The minimum width of a truncated last column, in characters.
const CUT: u16 = 10;

/// A column and where it is drawn.
struct Placed {
    column: Column,
    x: u16,
    width: u16,
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let people = shown(app);
    let at = app.views.board.at.min(people.len().saturating_sub(1));
    heading(app, canvas, area, &about(app, people.len()));
    let detail = if area.height >= 14 && !people.is_empty() { 4 } else { 0 };
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2 + detail), ..area };
    lines(app, canvas, body, &people, at);
    let mut y = body.bottom();
    if detail > 0 {
        canvas.rule(area.x, y, area.width);
        below(app, canvas, Rect { y: y + 1, height: detail - 1, ..area }, &app.said_board().people[people[at]]);
        y += detail;
    }
    let foot = y.min(area.bottom().saturating_sub(1));
    let counted = block::counted(app).unwrap_or_default();
    let support = app.words.get(id!("support-not-evaluation"));
    if width_of(&support) + width_of(&counted) + 3 <= area.width {
        canvas.text(area.x, foot, area.width, &support, Role::Dim);
    }
    canvas.right(area.x, foot, area.width.saturating_sub(1), &counted, Role::Accent);
}

/// Draws the question of the screen and what is shown; where both do not fit, what is shown has the line: nobody may take
/// a filtered board for the whole.
fn heading(app: &App, canvas: &mut Canvas<'_>, area: Rect, about: &str) {
    let title = app.words.get(id!("board-title"));
    if width_of(&title) + width_of(about) + 2 > area.width {
        canvas.text(area.x, area.y, area.width, about, Role::Title);
        return;
    }
    let used = canvas.text(area.x, area.y, area.width, &title, Role::Title);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), about, Role::Dim);
}

/// The number of people, the filter and the sort order.
fn about(app: &App, shown: usize) -> String {
    let view = &app.views.board;
    let mut about = vec![crate::tui::screens::home::people_count(app, shown)];
    // The filter may name somebody: in projector mode only its presence shows.
    let filter = if app.is_projected() { app.words.get(id!("hidden-mark")).into_owned() } else { view.filter.clone() };
    if !view.filter.is_empty() {
        let all = app.said_board().everyone();
        let present = all.filter(|person| !person.has_left(app.today()) || view.who == PeopleShown::Everybody).count();
        about.push(app.words.say(id!("filter-hides"), &[("n", present.saturating_sub(shown).into())]));
        about.push(format!("/ {filter}"));
        let query = filter::query(app);
        if let [first, ..] = query.unknown()
            && !app.is_projected()
        {
            about.push(app.words.say(id!("filter-unknown"), &[("word", first.as_str().into())]));
        }
        about.extend(query.guessed().iter().map(|(said, column)| {
            let column = words::board::column(&app.words, column).into_owned();
            app.words.say(id!("filter-guessed"), &[("said", said.as_str().into()), ("column", column.into())])
        }));
    }
    if let Some((key, way)) = &view.sort
        && let Some(column) = Column::of_key(&app.folder.board, key)
    {
        about.push(format!("{} {}", arrow(*way), words::board::column(&app.words, &column)));
    }
    if app.is_projected() {
        about.push(app.words.get(id!("hidden-mark-said")).into_owned());
    }
    if view.who == PeopleShown::Everybody {
        about.push(app.words.get(id!("with-departed")).into_owned());
    }
    let said = |draft: &Draft| draft.meeting.people.iter().any(PersonPoint::is_said);
    if app.folder.draft.as_ref().is_some_and(said) {
        about.push(format!("{SAID} {}", app.words.get(id!("said-today-mark"))));
    }
    if !view.marked.is_empty() {
        about.push(app.words.say(id!("marked-count"), &[("n", view.marked.len().into())]));
    }
    about.join(" · ")
}

fn arrow(way: Sorted) -> &'static str {
    match way {
        Sorted::Up => "▲",
        Sorted::Down => "▼",
    }
}

/// The most people of a board whose columns are as narrow as what they hold.
const FEW: usize = 60;

/// The columns, no wider than their title and what they hold, so that more of them fit, each with the width of what it
/// holds.
fn fitted(app: &App, people: &[usize]) -> Vec<(Column, u16, u16)> {
    let all = columns(app);
    if people.len() > FEW {
        return all.into_iter().map(|(column, width)| (column, width, width)).collect();
    }
    let held = |column: &Column| {
        let cells = people.iter().map(|at| width_of(&shown_in(app, &app.said_board().people[*at], column).0));
        let title = width_of(&words::board::column(&app.words, column)) + 2;
        cells.max().unwrap_or(0).max(title) + 2
    };
    let fit = |(column, width): (Column, u16)| {
        let held = held(&column);
        (column, width.min(held), held)
    };
    all.into_iter().map(fit).collect()
}

/// The columns that the longest name takes, with the blanks after it; none where there are many people.
fn longest_name(app: &App, people: &[usize]) -> u16 {
    let few = people.iter().take(if people.len() > FEW { 0 } else { FEW });
    few.map(|at| width_of(&app.person_name(&app.said_board().people[*at].id)) + 2).max().unwrap_or(0)
}

/// The columns that fit, including the one under the cursor, and how many are left out at the left and at the right.
fn placed(app: &App, area: Rect, people: &[usize]) -> (Vec<Placed>, usize, usize) {
    let all = fitted(app, people);
    let key = app.views.board.column.as_deref();
    let at = key.and_then(|key| all.iter().position(|(column, ..)| column.key() == key)).unwrap_or(0);
    let room = area.width.saturating_sub(2);
    // In a narrow window the name shrinks, never the state.
    let least = all.get(at).map_or(0, |(_, width, _)| *width);
    let name = NAME.min(room.saturating_sub(least)).max(8).min(room);
    let room = room - name;
    let fits = |first: usize| all[first..=at].iter().map(|(_, width, _)| *width).sum::<u16>() <= room;
    let first = (0..at).find(|first| fits(*first)).unwrap_or(at).min(all.len());
    let mut left = room;
    // The last column may be truncated, as long as enough of it shows.
    let fitting = all[first..].iter().take_while(|(_, width, _)| {
        let fits = *width <= left || left >= CUT;
        left = left.saturating_sub(*width);
        fits
    });
    let count = fitting.count().max(usize::from(!all.is_empty())).min(all.len() - first);
    let used: u16 = all[first..first + count].iter().map(|(_, width, _)| *width).sum();
    let mut spare = room.saturating_sub(used);
    // What is left goes first to names that are cut, then to the columns whose values are.
    let mut take = |width: u16, held: u16| {
        let more = held.saturating_sub(width + 1).min(spare);
        spare -= more;
        width + more
    };
    let name = take(name, longest_name(app, people));
    let widths: Vec<u16> = all[first..first + count].iter().map(|(_, width, held)| take(*width, *held)).collect();
    let spare = spare / u16::try_from(count + 1).unwrap_or(1);
    let mut x = area.x + 2 + name + spare;
    let mut placed = vec![Placed { column: Column::Field(Newcomer::NAME), x: area.x + 2, width: name + spare }];
    for ((column, ..), width) in all[first..first + count].iter().zip(widths) {
        let width = (width + spare).min((area.right()).saturating_sub(x).max(1));
        placed.push(Placed { column: column.clone(), x, width });
        x += width;
    }
    (placed, first, all.len() - first - count)
}

fn lines(app: &App, canvas: &mut Canvas<'_>, area: Rect, people: &[usize], at: usize) {
    if people.is_empty() {
        let is_filtered = !app.views.board.filter.is_empty() || !app.folder.board.people.is_empty();
        let empty = if is_filtered { id!("board-empty") } else { id!("board-nobody") };
        canvas.text(area.x, area.y + 1, area.width, &app.words.get(empty), Role::Dim);
        return;
    }
    let (columns, before, more) = placed(app, area, people);
    canvas.hit(Rect { width: 2, height: 1, ..area }, Hit::Action(Action::SelectAll));
    let view = &app.views.board;
    for Placed { column, x, width } in &columns {
        let sorted = view.sort.as_ref().filter(|(key, _)| key == column.key());
        let title = words::board::column(&app.words, column);
        let title = sorted.map_or_else(|| title.clone().into_owned(), |(_, way)| format!("{} {title}", arrow(*way)));
        let here = view.column.as_deref().unwrap_or(Newcomer::NAME) == column.key();
        canvas.text(*x, area.y, width - 1, &title, if here { Role::Accent } else { Role::Dim });
        canvas.hit(Rect { x: *x, y: area.y, width: *width, height: 1 }, Hit::Head(column.key().to_owned()));
    }
    if before > 0
        && let Some(name) = columns.first()
    {
        canvas.right(name.x, area.y, name.width.saturating_sub(1), &format!("← +{before}"), Role::Key);
    }
    if more > 0 {
        canvas.right(area.x, area.y, area.width, &format!("+{more} →"), Role::Key);
    }
    let height = usize::from(area.height.saturating_sub(1));
    let shown = list::window(people.len(), at, height);
    canvas.scroll_bar(Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }, people.len(), &shown);
    let block = block::drawn(app);
    for (y, position) in (area.y + 1..).zip(shown) {
        let person = &app.said_board().people[people[position]];
        let keys = block.as_ref().filter(|(ids, _)| ids.contains(&person.id)).map(|(_, keys)| keys);
        let person = Person { record: person, position, selected: position == at, chosen: keys };
        line(app, canvas, Rect { y, height: 1, ..area }, &columns, &person);
    }
}

/// The mark of whoever was spoken of in the meeting under way: their line shows what was said.
const SAID: &str = "•";

/// Whether something was said of a person in the meeting under way.
fn is_said(app: &App, id: &str) -> bool {
    app.folder
        .draft
        .as_ref()
        .is_some_and(|draft| draft.meeting.people.iter().any(|point| point.person == id && point.is_said()))
}

/// A person, and their line on the board.
struct Person<'a> {
    record: &'a Newcomer,
    position: usize,
    selected: bool,
    /// The keys of the columns of the block of cells chosen, if the line is in it.
    chosen: Option<&'a HashSet<String>>,
}

/// Draws the line of a person.
fn line(app: &App, canvas: &mut Canvas<'_>, area: Rect, columns: &[Placed], person: &Person<'_>) {
    let Person { record: person, position, selected, chosen } = *person;
    let view = &app.views.board;
    canvas.fill(area, if selected { Role::Selected } else { Role::Text });
    let marked = view.marked.contains(&person.id);
    let mark = match (selected, marked) {
        (_, true) => "✓",
        (true, false) => "▸",
        (false, false) if is_said(app, &person.id) => SAID,
        (false, false) => " ",
    };
    canvas.text(area.x, area.y, 1, mark, if selected { Role::Selected } else { Role::Accent });
    for Placed { column, x, width } in columns {
        let key = Some(column.key()).filter(|key| *key != Newcomer::NAME);
        let place = Rect { x: *x, y: area.y, width: *width, height: 1 };
        canvas.hit(place, Hit::Cell(position, key.map(ToOwned::to_owned)));
        let in_cell = selected && key.is_some() && view.column.as_deref() == key;
        let is_chosen = chosen.is_some_and(|keys| keys.contains(column.key()));
        if in_cell || is_chosen {
            canvas.fill(place, Role::Cell);
        }
        if in_cell {
            canvas.drawn.cell = Some(place);
        }
        if selected && view.column.as_deref() == key {
            canvas.cursor(if key.is_some() { *x } else { area.x }, area.y);
        }
        let (text, role) = shown_in(app, person, column);
        let role = match (in_cell || is_chosen, selected) {
            (true, _) => Role::Cell,
            (false, true) => Role::Selected,
            (false, false) => role,
        };
        match column.value(person, app.year()) {
            CellValue::Number(number) => {
                let role = if number < 0.0 && !selected { Role::Alert } else { role };
                canvas.right(*x, area.y, width.saturating_sub(2), &text, role);
            }
            _ => drop(canvas.text(*x, area.y, width - 1, &text, role)),
        }
    }
}

/// The people shown, each with the columns shown that hold something.
pub fn read(app: &App) -> Vec<String> {
    let columns = columns(app);
    let person = |at: &usize| {
        let person = &app.said_board().people[*at];
        let cells = columns.iter().filter_map(|(column, _)| {
            let (text, _) = shown_in(app, person, column);
            let title = words::board::column(&app.words, column);
            (text != "—").then(|| app.words.say(id!("linear-cell"), &[("title", title.into()), ("value", text.into())]))
        });
        std::iter::once(shown_in(app, person, &Column::Field(Newcomer::NAME)).0).chain(cells).collect::<Vec<_>>()
    };
    shown(app).iter().map(|at| person(at).join("; ")).collect()
}

/// The text and role of a cell.
fn shown_in(app: &App, person: &Newcomer, column: &Column) -> (String, Role) {
    if column.key() != Newcomer::NAME && filter::is_hidden(app, &person.id, column) {
        let nothing = column.value(person, app.year()).is_nothing();
        return (if nothing { "—".into() } else { app.words.get(id!("hidden-mark")).into_owned() }, Role::Dim);
    }
    match (column.key(), filter::value(app, person, column)) {
        (Newcomer::WELLBEING, _) => {
            let (mark, role) = marks::wellbeing(person.wellbeing());
            (format!("{mark} {}", app.words.choice(person.wellbeing().word())), role)
        }
        (Newcomer::CONTACT, CellValue::Nothing) => (app.words.get(id!("no-one")).into_owned(), Role::Alert),
        (Newcomer::CONTACT | Newcomer::MENTOR | column::NEXT_WHO, CellValue::Text(name)) => {
            (short_name(&name), Role::Text)
        }
        ("dernière_trace", CellValue::Day(day)) => (date::relative(&app.words, day, app.today()), Role::Dim),
        ("dernière_trace", _) => (app.words.get(id!("never")).into_owned(), Role::Dim),
        (Newcomer::TIER, CellValue::Word(_, tier)) => (app.words.choice(tier).into_owned(), Role::Dim),
        (_, CellValue::Nothing) => ("—".into(), Role::Dim),
        (_, CellValue::Day(day)) => (date::near(&app.words, day, app.today()), Role::Text),
        (_, said) => (words::board::wording(&app.words, &said), Role::Text),
    }
}

/// Where a word that is searched was found, if it stands in none of the columns.
fn found_in(app: &App, person: &Newcomer) -> Option<String> {
    if app.views.board.filter.is_empty() {
        return None;
    }
    let query = filter::query(app);
    let in_columns = |word: &str| {
        let shown = columns(app).into_iter().map(|(column, _)| column);
        let mut all = std::iter::once(Column::Field(Newcomer::NAME)).chain(shown);
        all.any(|column| matches(&words::board::wording(&app.words, &filter::value(app, person, &column)), word))
    };
    let word = query.anywhere().find(|word| !in_columns(word))?;
    let found = |said: (String, String)| {
        let (place, text) = said;
        let sentence = text.split(['.', '\n']).find(|sentence| matches(sentence, word))?;
        Some(app.words.say(id!("found-in"), &[("place", place.into()), ("text", sentence.trim().into())]))
    };
    let hidden = Column::all(&app.folder.board).into_iter().filter(|column| *column != Column::Traces);
    let hidden = hidden.map(|column| {
        let value = words::board::wording(&app.words, &filter::value(app, person, &column));
        (words::board::column(&app.words, &column).into_owned(), value)
    });
    filter::said(app, person).into_iter().chain(hidden).find_map(found)
}

/// Shortens « Hélène Gagnon » to « Hélène G. ».
fn short_name(name: &str) -> String {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let initial = rest.chars().next().map_or_else(String::new, |c| format!(" {c}."));
    format!("{first}{initial}")
}

/// Draws details of the person under the cursor that a narrow window leaves out.
fn below(app: &App, canvas: &mut Canvas<'_>, area: Rect, person: &Newcomer) {
    let say = |id: Id, text: String| format!("{} {text}", app.words.get(id));
    let cell = |key: &'static str| match shown_in(app, person, &Column::Field(key)).0 {
        _ if filter::is_hidden(app, &person.id, &Column::Field(key)) => app.words.get(id!("hidden-mark")).into_owned(),
        text if key == Newcomer::MENTOR => person.mentor.clone().unwrap_or(text),
        text => text,
    };
    let contact = person.contact.clone().unwrap_or_else(|| app.words.get(id!("no-one")).into_owned());
    let who =
        [cell(Newcomer::JOB), say(id!("about-contact"), contact), say(id!("about-mentor"), cell(Newcomer::MENTOR))];
    canvas.text(area.x + 1, area.y, area.width - 1, &who.join("  ·  "), Role::Text);
    let needs = shown_in(app, person, &Column::Field(Newcomer::NEEDS)).0;
    canvas.text(area.x + 1, area.y + 1, area.width - 1, &say(id!("about-needs"), needs), Role::Text);
    if let Some(found) = found_in(app, person) {
        canvas.text(area.x + 1, area.y + 2, area.width - 1, &found, Role::Watch);
        return;
    }
    let next = match &person.next_action {
        Some(_) if !app.shows_private(&person.id) => app.words.get(id!("hidden-mark")).into_owned(),
        Some(action) => {
            let day = action.due(app.year()).map_or_else(|| action.when.0.clone(), |day| date::short(&app.words, day));
            joined(&[&action.what, &action.who, &day])
        }
        None => "—".into(),
    };
    canvas.text(area.x + 1, area.y + 2, area.width - 1, &say(id!("about-next"), next), Role::Text);
}
