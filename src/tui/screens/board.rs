//! Screen 3: how are they, and what do they need? One line a person, whatever the job.

use std::borrow::Cow;

use ratatui::layout::Rect;

use crate::{
    domain::{
        board::{Newcomer, Wellbeing},
        text::{self, fold},
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit},
        components::{list, marks},
        effect::Effect,
        overlay::{Overlay, Target},
        theme::Role,
        views::{PeopleOrder, Subject, Who},
    },
    words::{date, joined},
};

/// The people shown, in order.
pub fn people(app: &App) -> Vec<&Newcomer> {
    let view = &app.views.board;
    let mut people: Vec<&Newcomer> = app
        .folder
        .board
        .people
        .iter()
        .filter(|person| {
            let here = person.departure.is_none() || view.who == Who::Everybody;
            here && (view.filter.is_empty() || text::matches(&searched(app, person), &view.filter))
        })
        .collect();
    match view.order {
        PeopleOrder::File => {}
        PeopleOrder::Wellbeing => people.sort_by_key(|p| match p.wellbeing() {
            Wellbeing::MoreSupport => 0,
            Wellbeing::Watch => 1,
            Wellbeing::Unknown => 2,
            Wellbeing::Well => 3,
        }),
        PeopleOrder::LastTrace => people.sort_by_key(|p| p.last_trace()),
        PeopleOrder::Name => people.sort_by_key(|p| fold(&app.person_name(&p.id))),
    }
    people
}

/// What a filter looks through: on a wall, nothing that the wall may not show.
fn searched(app: &App, person: &Newcomer) -> String {
    let mut words =
        vec![app.person_name(&person.id), app.alias(&person.id), person.job.clone(), person.wellbeing().word().into()];
    words.extend(person.tier.map(|tier| tier.word().to_owned()));
    words.extend([&person.mentor, &person.contact, &person.building].into_iter().flatten().cloned());
    if !app.is_projected() {
        words.extend(person.needs.iter().chain(&person.situation).cloned());
    }
    words.join(" ")
}

/// Puts the cursor on a person.
pub fn select(app: &mut App, id: &str) {
    if let Some(at) = people(app).iter().position(|person| person.id == id) {
        app.views.board.at = at;
    }
}

/// Does what a person meant.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let ids: Vec<String> = people(app).into_iter().map(|person| person.id.clone()).collect();
    if super::cursor::moves(app, action, ids.len()) {
        return Vec::new();
    }
    let here = ids.get(app.views.board.at.min(ids.len().saturating_sub(1))).cloned();
    match (action, here) {
        (Action::Open | Action::Right, Some(id)) => app.open_sheet(Subject::Person(id)),
        (Action::Archive, Some(id)) => super::archive::ask(app, &Subject::Person(id)),
        (Action::Purge, Some(id)) => vec![Effect::AskPurge(vec![id])],
        (Action::New, _) => app.open(Overlay::line(&app.words, "new-person", "", Target::NewPerson)),
        (Action::Trace, Some(id)) => {
            app.open_sheet(Subject::Person(id));
            super::sheet::act(app, Action::Trace)
        }
        (Action::Filter, _) => {
            let filter = app.views.board.filter.clone();
            app.open(Overlay::line(&app.words, "filter", &filter, Target::Filter))
        }
        (Action::Sort, here) => {
            app.views.board.order = match app.views.board.order {
                PeopleOrder::File => PeopleOrder::Wellbeing,
                PeopleOrder::Wellbeing => PeopleOrder::LastTrace,
                PeopleOrder::LastTrace => PeopleOrder::Name,
                PeopleOrder::Name => PeopleOrder::File,
            };
            if let Some(id) = here {
                select(app, &id);
            }
            Vec::new()
        }
        (Action::Departed, here) => {
            app.views.board.who = match app.views.board.who {
                Who::Present => Who::Everybody,
                Who::Everybody => Who::Present,
            };
            if let Some(id) = here {
                select(app, &id);
            }
            Vec::new()
        }
        (Action::Back, _) => {
            app.views.board.filter.clear();
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// A column: its title, its width, and the least width of the window that shows it.
struct Column {
    title: &'static str,
    width: u16,
    from: u16,
    text: fn(&App, &Newcomer) -> String,
}

/// The columns, in order; the last takes what is left.
const COLUMNS: [Column; 8] = [
    Column { title: "column-name", width: 24, from: 0, text: |app, p| app.person_name(&p.id) },
    Column {
        title: "column-state",
        width: 18,
        from: 0,
        text: |_, p| format!("{} {}", marks::wellbeing(p.wellbeing()).0, p.wellbeing()),
    },
    Column { title: "column-job", width: 26, from: 78, text: |_, p| p.job.clone() },
    Column {
        title: "column-tier", width: 12, from: 100, text: |_, p| p.tier.map_or("—".into(), |t| t.word().into())
    },
    Column {
        title: "column-contact",
        width: 20,
        from: 118,
        text: |app, p| short_name(p.contact.as_deref()).unwrap_or_else(|| app.words.get("no-one").into_owned()),
    },
    Column {
        title: "column-mentor",
        width: 18,
        from: 136,
        text: |_, p| short_name(p.mentor.as_deref()).unwrap_or_else(|| "—".into()),
    },
    Column { title: "column-needs", width: 26, from: 160, text: needs },
    Column { title: "column-last-trace", width: 16, from: 0, text: last_trace },
];

fn needs(app: &App, person: &Newcomer) -> String {
    match person.needs.as_slice() {
        [] => "—".into(),
        _ if !app.shows_private(&person.id) => app.words.get("hidden").into_owned(),
        needs => needs.join(", "),
    }
}

fn last_trace(app: &App, person: &Newcomer) -> String {
    person
        .last_trace()
        .map_or_else(|| app.words.get("never").into_owned(), |day| date::relative(&app.words, day, app.today()))
}

/// « Hélène Gagnon » is « Hélène G. » in a column.
fn short_name(name: Option<&str>) -> Option<String> {
    let name = name?;
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let initial = rest.chars().next().map_or_else(String::new, |c| format!(" {c}."));
    Some(format!("{first}{initial}"))
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let people = people(app);
    let at = app.views.board.at.min(people.len().saturating_sub(1));
    let used = canvas.text(area.x, area.y, area.width, &app.words.get("board-title"), Role::Title);
    canvas.text(area.x + used + 2, area.y, area.width.saturating_sub(used + 2), &about(app, people.len()), Role::Dim);
    let detail = if area.height >= 14 && !people.is_empty() { 4 } else { 0 };
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(2 + detail), ..area };
    rows(app, canvas, body, &people, at);
    let mut y = body.bottom();
    if detail > 0 {
        canvas.rule(area.x, y, area.width);
        below(app, canvas, Rect { y: y + 1, height: detail - 1, ..area }, people[at]);
        y += detail;
    }
    canvas.text(
        area.x,
        y.min(area.bottom().saturating_sub(1)),
        area.width,
        &app.words.get("support-not-evaluation"),
        Role::Dim,
    );
}

fn about(app: &App, shown: usize) -> String {
    let view = &app.views.board;
    let mut about = vec![app.words.say("people-count", &[("n", shown.into())])];
    about.extend(Some(&view.filter).filter(|f| !f.is_empty()).map(|f| format!("/ {f}")));
    let order = match view.order {
        PeopleOrder::File => None,
        PeopleOrder::Wellbeing => Some("sorted-by-state"),
        PeopleOrder::LastTrace => Some("sorted-by-trace"),
        PeopleOrder::Name => Some("sorted-by-name"),
    };
    about.extend(order.map(|id| app.words.get(id).into_owned()));
    if view.who == Who::Everybody {
        about.push(app.words.get("with-departed").into_owned());
    }
    about.join(" · ")
}

fn rows(app: &App, canvas: &mut Canvas<'_>, area: Rect, people: &[&Newcomer], at: usize) {
    if people.is_empty() {
        canvas.text(area.x, area.y + 1, area.width, &app.words.get("board-empty"), Role::Dim);
        return;
    }
    let columns: Vec<&Column> = COLUMNS.iter().filter(|column| area.width >= column.from).collect();
    let fixed: u16 = columns.iter().map(|column| column.width).sum();
    let spare = (area.width - 1).saturating_sub(fixed) / u16::try_from(columns.len()).unwrap_or(1);
    let mut widths: Vec<u16> = columns.iter().map(|column| column.width + spare).collect();
    // In a narrow window the name gives way, never the state.
    widths[0] = widths[0].min((area.width - 1).saturating_sub(fixed - widths[0].min(fixed)).max(8));
    let mut x = area.x + 1;
    for (column, width) in columns.iter().zip(&widths) {
        canvas.text(x, area.y, width - 1, &app.words.get(column.title), Role::Dim);
        x += width;
    }
    let height = usize::from(area.height.saturating_sub(1));
    for (y, position) in (area.y + 1..).zip(list::window(people.len(), at, height)) {
        let (person, selected) = (people[position], position == at);
        let line = Rect { x: area.x, y, width: area.width, height: 1 };
        canvas.fill(line, if selected { Role::Selected } else { Role::Text });
        canvas.hit(line, Hit::Line(position));
        if selected {
            canvas.text(area.x, y, 1, "▸", Role::Selected);
            canvas.cursor(area.x, y);
        }
        let mut x = area.x + 1;
        for (column, width) in columns.iter().zip(&widths) {
            let role = match column.title {
                _ if selected => Role::Selected,
                "column-state" => marks::wellbeing(person.wellbeing()).1,
                "column-contact" if person.contact.is_none() => Role::Alert,
                "column-last-trace" | "column-tier" => Role::Dim,
                _ => Role::Text,
            };
            let text: Cow<'_, str> = (column.text)(app, person).into();
            canvas.text(x, y, width - 1, &text, role);
            x += width;
        }
    }
}

/// What a narrow window leaves out about the person under the cursor.
fn below(app: &App, canvas: &mut Canvas<'_>, area: Rect, person: &Newcomer) {
    let say = |id: &str, text: String| format!("{} {text}", app.words.get(id));
    let contact = person.contact.clone().unwrap_or_else(|| app.words.get("no-one").into_owned());
    let who = [
        person.job.clone(),
        say("about-contact", contact),
        say("about-mentor", person.mentor.clone().unwrap_or_else(|| "—".into())),
    ];
    canvas.text(area.x + 1, area.y, area.width - 1, &who.join("  ·  "), Role::Text);
    canvas.text(area.x + 1, area.y + 1, area.width - 1, &say("about-needs", needs(app, person)), Role::Text);
    let next = match &person.next_action {
        Some(_) if !app.shows_private(&person.id) => app.words.get("hidden").into_owned(),
        Some(action) => {
            let day = action.due(app.year()).map_or_else(|| action.when.0.clone(), date::short);
            joined(&[&action.what, &action.who, &day])
        }
        None => "—".into(),
    };
    canvas.text(area.x + 1, area.y + 2, area.width - 1, &say("about-next", next), Role::Text);
}
