//! How each point is drawn: few lines, one thing at a time, last month's words beside today's.

use ratatui::layout::Rect;

use super::items::{self, Item};
use crate::{
    domain::{
        board::Wellbeing,
        cycle::Step,
        draft::{Draft, Point},
        meeting::{ActionState, Meeting},
        overview,
    },
    tui::{
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::lane,
        field::Field,
        screens::{home, plan},
        theme::Role,
    },
    words::date,
};

/// A line of the page: its text, its role, and the item that the cursor stands on there.
struct Line {
    text: String,
    role: Role,
    item: Option<usize>,
}

/// Lines gathered for a width.
struct Page<'a> {
    app: &'a App,
    draft: &'a Draft,
    width: u16,
    lines: Vec<Line>,
    items: Vec<Item>,
    next_item: usize,
}

/// The point's number and name, where the committee is in it, and its quiet timer.
pub fn header(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft, ranks: usize) {
    let point = draft.point();
    let name = app.words.get(&format!("point-{}", point.number())).into_owned();
    let room = area.width.saturating_sub(if area.width >= 70 { 34 } else { 15 });
    let used = canvas.text(area.x, area.y, room, &format!("{} {name}", point.number()), Role::Title);
    if ranks > 1 {
        let place = app.words.say("rank-of", &[("rank", (draft.rank + 1).into()), ("count", ranks.into())]);
        canvas.text(area.x + used + 3, area.y, area.width.saturating_sub(used + 3), &place, Role::Text);
    }
    let minutes = u64::try_from((app.now - app.views.meeting.entered).num_minutes()).unwrap_or(0);
    let over = minutes >= point.minutes();
    let total = (app.now - draft.started).num_minutes().max(0);
    let worded = if area.width >= 70 { "meeting-time" } else { "meeting-time-short" };
    let time = app
        .words
        .say(worded, &[("minutes", minutes.into()), ("planned", point.minutes().into()), ("total", total.into())]);
    let time = if over { format!("! {time}") } else { time };
    canvas.right(area.x, area.y, area.width, &time, if over { Role::Watch } else { Role::Dim });
    canvas.rule(area.x, area.y + 1, area.width);
}

/// Draws the point in the middle, scrolled so that the line under the cursor is seen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, draft: &Draft) {
    let mut top = area.y;
    if draft.point() == Point::Issues
        && let Some(issue) = draft.meeting.issues.get(draft.rank).and_then(|p| {
            let mut issue = app.folder.plan.issue(&p.issue)?.clone();
            issue.step = p.after.unwrap_or(issue.step);
            Some(issue)
        })
    {
        let name = lane::name_width(area.width);
        lane::header(app, canvas, (area.x, top), (name, area.width));
        let wide = area.width >= lane::wide_width(name);
        lane::draw(app, canvas, (area.x, top + u16::from(wide)), (name, area.width), &issue, Role::Title);
        top += 1 + u16::from(wide);
    }
    let width = area.width.saturating_sub(2);
    let mut page = Page { app, draft, width, lines: Vec::new(), items: items::of_point(app, draft), next_item: 0 };
    match draft.point() {
        Point::Opening => page.opening(),
        Point::Returns => page.returns(),
        Point::Portrait => page.portrait(),
        Point::People => page.person(),
        Point::Issues => page.issue(),
        Point::Review => page.review(),
        Point::Decisions => page.decisions(),
        Point::Closing => page.closing(),
    }
    let at = app.views.meeting.line.min(page.items.len().saturating_sub(1));
    let focus = page.lines.iter().position(|line| line.item == Some(at)).unwrap_or(0);
    let height = usize::from(area.bottom().saturating_sub(top));
    // The page starts at its top as long as the line under the cursor is seen with a little after it.
    let first = (focus + 3).saturating_sub(height).min(page.lines.len().saturating_sub(height));
    let shown = first..(first + height).min(page.lines.len());
    let mut cursor = false;
    for (y, line) in (top..).zip(&page.lines[shown]) {
        let selected = line.item.is_some() && line.item == Some(at);
        let place = Rect { x: area.x, y, width: area.width, height: 1 };
        if selected {
            canvas.fill(place, Role::Selected);
            if !cursor {
                canvas.text(area.x, y, 1, "▸", Role::Selected);
                canvas.cursor(area.x, y);
                cursor = true;
            }
        }
        if let Some(item) = line.item {
            canvas.hit(place, Hit::Line(item));
        }
        canvas.text(area.x + 2, y, width, &line.text, if selected { Role::Selected } else { line.role });
    }
}

impl Page<'_> {
    fn text(&mut self, text: &str, role: Role) {
        self.lines.extend(wrap(text, self.width).into_iter().map(|text| Line { text, role, item: None }));
    }

    fn say(&mut self, id: &str, role: Role) {
        let text = self.app.words.get(id).into_owned();
        self.text(&text, role);
    }

    fn blank(&mut self) {
        self.lines.push(Line { text: String::new(), role: Role::Text, item: None });
    }

    /// Writes the next item.
    fn item(&mut self, text: &str, role: Role) {
        let item = Some(self.next_item);
        self.next_item += 1;
        let lines = wrap(text, self.width);
        let lines = if lines.is_empty() { vec![String::new()] } else { lines };
        self.lines.extend(lines.into_iter().map(|text| Line { text, role, item }));
    }

    /// Writes a field: a dim label, a bright value.
    fn field(&mut self, field: &Field) {
        let person =
            self.draft.meeting.people.get(self.draft.rank).map(|point| point.person.as_str()).unwrap_or_default();
        let hidden = !self.app.shows(field.level(), person);
        let value = self.app.folder.value(&field.file).ok().and_then(|root| field.value(&root));
        let shown = match (hidden, field.shown(value.as_ref())) {
            (true, _) => self.app.words.get("hidden").into_owned(),
            (false, text) if text.is_empty() => "…".into(),
            (false, text) => text.replace('\n', " "),
        };
        let label = if self.width >= 60 { 22 } else { 15 };
        self.item(&format!("{:<label$} {shown}", field.label), Role::Text);
    }

    fn fields(&mut self) {
        for item in self.items.clone() {
            if let Item::Field(field) = item {
                self.field(&field);
            }
        }
    }

    fn last_meeting(&self) -> Option<&Meeting> {
        self.app.folder.last_meeting(self.draft.day())
    }

    fn opening(&mut self) {
        let day = date::full(self.draft.day());
        self.text(&day, Role::Text);
        let names: Vec<String> = self.app.folder.plan.committee.names().map(Into::into).collect();
        if names.is_empty() {
            self.say("opening-no-member", Role::Dim);
        } else {
            self.say("opening-who", Role::Dim);
        }
        for name in names {
            let here = self.draft.meeting.present.contains(&name);
            let (mark, word) = if here { ("✓", "present") } else { ("·", "absent") };
            let word = self.app.words.get(word).into_owned();
            self.item(&format!("{mark} {name} ({word})"), if here { Role::Text } else { Role::Dim });
        }
        self.blank();
        let agenda = &self.app.folder.plan.committee.agenda;
        if !agenda.is_empty() {
            self.say("opening-agenda", Role::Dim);
            for question in agenda {
                self.text(&format!("• {question}"), Role::Text);
            }
            self.blank();
        }
        self.fields();
    }

    fn returns(&mut self) {
        if self.draft.meeting.returns.is_empty() {
            self.say("returns-none", Role::Dim);
            return;
        }
        self.say("returns-choices", Role::Dim);
        self.blank();
        for returned in self.draft.meeting.returns.clone() {
            let (mark, role) = match returned.state {
                Some(ActionState::Done) => ("✓", Role::Good),
                Some(ActionState::Postponed) => ("»", Role::Watch),
                Some(ActionState::Dropped) => ("×", Role::Dim),
                Some(ActionState::Doing) => ("◐", Role::Accent),
                Some(ActionState::Todo) | None => ("□", Role::Text),
            };
            let state = returned.state.map_or(String::new(), |s| format!(" — {s}"));
            let why = if returned.why.is_empty() { String::new() } else { format!(" : {}", returned.why) };
            let since = returned.since.map_or_else(String::new, |day| {
                format!(" ({})", self.app.words.say("since", &[("day", date::short(day.0).into())]))
            });
            self.item(&format!("{mark} {} · {}{since}{state}{why}", returned.what, returned.who), role);
        }
    }

    fn portrait(&mut self) {
        let board = &self.app.folder.board;
        let portrait = overview::portrait(board);
        let count = self.app.words.say("people-count", &[("n", portrait.newcomers.into())]);
        self.text(&count, Role::Title);
        for state in Wellbeing::ALL {
            let (symbol, role) = home::wellbeing(*state);
            let count = portrait.count(*state);
            self.text(
                &format!("{symbol} {:<16} {count:>3}  {}", state.word(), "█".repeat(count.min(40) as usize)),
                role,
            );
        }
        self.blank();
        let rhythm = self.app.folder.plan.committee.rhythm_days().unwrap_or(28);
        let since = self.last_meeting().and_then(|m| m.date).map(|day| day.0);
        let names = |ids: Vec<String>| {
            if ids.is_empty() {
                "—".to_owned()
            } else {
                ids.iter().map(|id| self.app.person_name(id)).collect::<Vec<_>>().join(", ")
            }
        };
        let ids =
            |people: Vec<&crate::domain::board::Newcomer>| people.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
        let (arrived, left) = since.map_or_else(Default::default, |day| overview::movements(board, day));
        let no_contact = board.present().filter(|p| p.contact.is_none()).map(|p| p.id.clone()).collect();
        let silent = ids(overview::without_trace(board, self.draft.day(), rhythm).collect());
        let weeks = rhythm / 7;
        let lines = [
            (self.app.words.get("portrait-arrived").into_owned(), names(ids(arrived))),
            (self.app.words.get("portrait-left").into_owned(), names(ids(left))),
            (self.app.words.get("portrait-no-contact").into_owned(), names(no_contact)),
            (self.app.words.say("portrait-no-trace", &[("n", weeks.into())]), names(silent)),
        ];
        for (label, names) in lines {
            self.text(&format!("{label} {names}"), Role::Text);
        }
    }

    fn person(&mut self) {
        let Some(point) = self.draft.meeting.people.get(self.draft.rank).cloned() else {
            self.say("board-empty", Role::Dim);
            return;
        };
        let app = self.app;
        let Some(person) = app.folder.board.person(&point.person) else { return };
        let arrived = person
            .arrival
            .map_or_else(String::new, |day| app.words.say("arrived", &[("day", date::long(day.0).into())]));
        let name = app.person_name(&point.person);
        self.text(
            &[name.as_str(), person.job.as_str(), arrived.as_str()]
                .iter()
                .filter(|s| !s.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" · "),
            Role::Title,
        );
        self.say("how-are-they", Role::Dim);
        let states: Vec<String> = (1..)
            .zip(Wellbeing::ALL)
            .map(|(number, state)| {
                let mark = match (point.after, point.before) {
                    (Some(after), _) if after == *state => " ●",
                    (None, Some(before)) if before == *state => " ○",
                    _ => "",
                };
                // A choice is never cut in two by the end of a line.
                format!("{number} {state}{mark}").replace(' ', "\u{a0}")
            })
            .collect();
        self.item(&states.join("  "), Role::Text);
        let fields: Vec<Item> = self.items.iter().skip(1).cloned().collect();
        for item in fields {
            if let Item::Field(field) = item {
                self.field(&field);
            }
        }
        self.blank();
        let last = self.last_meeting().and_then(|m| m.people.iter().find(|p| p.person == point.person).cloned());
        if let Some(last) = last.filter(|p| !p.note.is_empty()) {
            let note = if app.shows_private(&point.person) {
                app.words.say("quoted", &[("text", last.note.as_str().into())])
            } else {
                app.words.get("hidden").into_owned()
            };
            let text = app.words.say("last-time", &[("note", note.into())]);
            self.text(&text, Role::Dim);
        }
    }

    fn issue(&mut self) {
        let app = self.app;
        let Some(point) = self.draft.meeting.issues.get(self.draft.rank).cloned() else {
            self.say("home-no-issue", Role::Dim);
            return;
        };
        let cycle = app.cycle();
        let step = point.after.unwrap_or(Step::Issues);
        if let Some(guide) = cycle.guide(step) {
            if point.before != point.after {
                let before =
                    point.before.map_or_else(String::new, |s| crate::words::fault::step(s, cycle.short_name(s)));
                let moved = app.words.say(
                    "step-moved",
                    &[("before", before.into()), ("after", crate::words::fault::step(step, &guide.name).into())],
                );
                self.text(&moved, Role::Accent);
            }
            for question in &guide.questions {
                self.text(question, Role::Title);
            }
        }
        self.blank();
        self.fields();
        let rows: Vec<String> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Row(id) => Some(id.clone()),
                _ => None,
            })
            .collect();
        if rows.is_empty() {
            self.say("issue-no-row", Role::Dim);
        } else {
            self.say("issue-rows", Role::Dim);
        }
        for id in rows {
            let Some(row) = app.folder.plan.row(&id) else { continue };
            let (symbol, role) = plan::state(row.state());
            let role = if row.is_open() { Role::Text } else { role };
            self.item(&format!("{symbol} {} — {}", date::written(&row.when.0), row.title), role);
        }
        let last = self.last_meeting().and_then(|m| m.issues.iter().find(|i| i.issue == point.issue).cloned());
        if let Some(last) = last.filter(|i| !i.notes.is_empty()) {
            self.blank();
            let note = app.words.say("quoted", &[("text", last.notes.as_str().into())]);
            let text = app.words.say("last-time", &[("note", note.into())]);
            self.text(&text, Role::Dim);
        }
    }

    fn review(&mut self) {
        for (key, title) in items::REVIEW {
            self.say(&format!("review-{}", crate::domain::text::ascii(key)), Role::Accent);
            for entry in items::review(self.draft, key).to_vec() {
                self.item(&format!("• {entry}"), Role::Text);
            }
            let add = self.app.words.get(title).into_owned();
            self.item(&format!("+ {add}"), Role::Dim);
        }
    }

    fn decisions(&mut self) {
        self.say("meeting-decisions", Role::Accent);
        for entry in self.draft.meeting.decisions.clone() {
            self.item(&format!("• {entry}"), Role::Text);
        }
        let add = self.app.words.get("add-decision").into_owned();
        self.item(&format!("+ {add}"), Role::Dim);
        self.say("meeting-actions", Role::Accent);
        self.fields();
        let add = self.app.words.get("add-action").into_owned();
        self.item(&format!("+ {add}"), Role::Dim);
    }

    fn closing(&mut self) {
        self.fields();
        let close = self.app.words.get("close-meeting").into_owned();
        self.item(&format!("→ {close}"), Role::Accent);
        self.blank();
        self.say("closing-writes", Role::Dim);
        for line in super::writes::lines(self.app) {
            self.text(&line, Role::Text);
        }
    }
}
