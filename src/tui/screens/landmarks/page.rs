//! Drawing of screen 6: a list, and the full text of the line under the cursor below it.

use ratatui::layout::Rect;

use super::lines::{ADVICE, LandmarkLine, lines};
use crate::{
    domain::{
        advice::{
            coverage::{self, Standing},
            topic::Urgency,
        },
        model::catalogue::{Catalogue, Entry, Group, Take},
    },
    tui::{
        app::App,
        canvas::{Canvas, Hit, columns, wrap},
        components::list,
        theme::Role,
    },
    words::{self, id},
};

/// The width of what is known of an entry, in columns.
const STANDING: u16 = 19;

/// The catalogue beside which a school sees its own figures.
const PARAMETERS: &str = "parametres";

/// The maximum width of a bar, in columns.
const BAR: u32 = 20;

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.landmarks;
    let lines = lines(app);
    let at = view.at.min(lines.len().saturating_sub(1));
    let open = view.open.as_deref().and_then(|id| app.setting.catalogues.get(id));
    let checks = view.open.as_deref() == Some(ADVICE);
    let title = open.map_or_else(
        || app.words.get(if checks { id!("advice-title") } else { id!("landmarks-title") }).into_owned(),
        |open| titled(app, open),
    );
    let used = canvas.text(area.x, area.y, area.width, &title, Role::Title) + 2;
    let mut about: Vec<String> = open.map(|open| open.question.clone()).into_iter().collect();
    about.extend(Some(&view.filter).filter(|filter| !filter.is_empty()).map(|filter| format!("/ {filter}")));
    canvas.text(area.x + used, area.y, area.width.saturating_sub(used), &about.join(" · "), Role::Dim);
    if lines.is_empty() {
        let nothing = if checks { id!("advice-none") } else { id!("landmarks-nothing") };
        canvas.text(area.x, area.y + 2, area.width, &app.words.get(nothing), Role::Dim);
        return;
    }
    let about = lines.get(at).map(|line| detail(app, *line)).unwrap_or_default();
    let mut below: Vec<String> = about.iter().flat_map(|text| wrap(app.discreet(), text, area.width)).collect();
    below.truncate(usize::from(area.height / 3));
    let foot = u16::try_from(below.len()).unwrap_or(0) + 1;
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(foot + 1), ..area };
    let shown = list::window(lines.len(), at, usize::from(body.height));
    canvas.scroll_bar(body, lines.len(), &shown);
    for (y, position) in (body.y..).zip(shown) {
        let place = Rect { y, height: 1, ..body };
        let selected = position == at;
        canvas.hit(place, Hit::Line(position));
        if selected {
            canvas.fill(place, Role::Selected);
            canvas.text(body.x, y, 1, "▸", Role::Selected);
            canvas.cursor(body.x, y);
        }
        row(app, canvas, place, lines[position], selected);
    }
    canvas.rule(area.x, body.bottom(), area.width);
    for (y, text) in (body.bottom() + 1..area.bottom()).zip(&below) {
        canvas.text(area.x, y, area.width, text, Role::Dim);
    }
}

fn row(app: &App, canvas: &mut Canvas<'_>, place: Rect, line: LandmarkLine<'_>, selected: bool) {
    let row = DrawnLine { place: Rect { x: place.x + 1, width: place.width - 1, ..place }, selected };
    match line {
        LandmarkLine::Advices(count) => {
            let about = match count {
                0 => app.words.get(id!("advice-none")).into_owned(),
                _ => format!("{} ({count})", app.words.get(id!("advice-question"))),
            };
            row.titled(canvas, &app.words.get(id!("advice-title")), &about);
        }
        LandmarkLine::Advice(advice) => {
            let (mark, role) =
                if advice.topic.weight() == Urgency::Fix { ("!", Role::Alert) } else { ("·", Role::Dim) };
            row.text(canvas, 0, mark, role);
            let name = |id: &str| if row.is_wide(60) { app.person_name(id) } else { app.alias(id) };
            row.text(canvas, 2, &words::advice::sentence(&app.words, advice, name), Role::Text);
        }
        LandmarkLine::Catalogue(catalogue) => row.titled(canvas, &titled(app, catalogue), &catalogue.question),
        LandmarkLine::Group(catalogue, group) => {
            // A search result names its catalogue.
            let name = match app.views.landmarks.open {
                Some(_) => group.name.clone(),
                None => format!("{} › {}", titled(app, catalogue), group.name),
            };
            let used = row.text(canvas, 0, &name, Role::Accent) + 2;
            // Only a source of the group's own shows here; that of the catalogue is below the list.
            row.text(canvas, used, group.source.as_deref().unwrap_or_default(), Role::Dim);
        }
        LandmarkLine::Terms => drop(row.text(canvas, 0, &app.words.get(id!("landmarks-own")), Role::Accent)),
        LandmarkLine::Term(_, term) => drop(row.text(canvas, 1, &term.word, Role::Text)),
        LandmarkLine::Entry(catalogue, group, entry) => {
            let standing = standing(app, group, entry).map(|standing| words::coverage::brief(&app.words, &standing));
            // What was written about pupils is said to be so on each of its lines.
            let analogy = catalogue.is_analogy.then(|| app.words.get(id!("analogy-brief")).into_owned());
            row.entry(canvas, group, entry, &standing.or(analogy).unwrap_or_default());
        }
    }
}

/// What is known of an entry, if the school is asked about it.
fn standing<'a>(app: &'a App, group: &Group, entry: &Entry) -> Option<Standing<'a>> {
    group.covered_by.map(|_| coverage::standing(&app.folder, &app.setting.catalogues, group, entry))
}

/// A line of the list, and where it is drawn.
struct DrawnLine {
    place: Rect,
    selected: bool,
}

impl DrawnLine {
    /// Whether the line is at least this wide, in columns.
    fn is_wide(&self, columns: u16) -> bool {
        self.place.width >= columns
    }

    /// Writes a text from a column on, as far as there is room; returns the width drawn.
    fn text(&self, canvas: &mut Canvas<'_>, from: u16, text: &str, role: Role) -> u16 {
        let role = if self.selected { Role::Selected } else { role };
        canvas.text(self.place.x + from, self.place.y, self.place.width.saturating_sub(from), text, role)
    }

    /// Writes a title and its description, in a column of its own where there is room.
    fn titled(&self, canvas: &mut Canvas<'_>, title: &str, about: &str) {
        let used = self.text(canvas, 0, title, Role::Accent);
        let used = if self.is_wide(70) { used.max(28) } else { used } + 2;
        self.text(canvas, used, about, Role::Text);
    }

    /// Writes an entry with its count, and a bar only where counts of the group can be compared.
    fn entry(&self, canvas: &mut Canvas<'_>, group: &Group, entry: &Entry, standing: &str) {
        let figure = match (entry.count, entry.base(group)) {
            (Some(count), Some(base)) => format!("{count}/{base}"),
            (Some(count), None) => count.to_string(),
            _ => String::new(),
        };
        let bar = match (entry.count, entry.base(group)) {
            (Some(count @ 1..), Some(base @ 1..)) if self.is_wide(70) => {
                "█".repeat((count * BAR / base).max(1) as usize)
            }
            _ => String::new(),
        };
        let figures = match (figure.is_empty(), self.is_wide(70)) {
            (true, _) => 0,
            (false, true) => u16::try_from(BAR).unwrap_or(20) + 9,
            (false, false) => 8,
        };
        let aside = if standing.is_empty() { 0 } else { STANDING };
        let room = self.place.width.saturating_sub(figures + aside + 2);
        // The code of what a school is asked about is for files.
        let is_coded = !entry.code.is_empty() && group.covered_by.is_none();
        let text = if is_coded { format!("{} · {}", entry.code, entry.text) } else { entry.text.clone() };
        // What is said of it stands beside it where it fits whole.
        let whole = words::joined(&[&text, &entry.note]);
        let text = if columns(&whole) < room { whole } else { text };
        let role = |role| if self.selected { Role::Selected } else { role };
        let (x, y) = (self.place.x, self.place.y);
        canvas.text(x + 1, y, room.saturating_sub(1), &text, role(Role::Text));
        canvas.text(x + 1 + room, y, aside, standing, role(Role::Text));
        let x = x + aside;
        let used = canvas.text(x + 1 + room, y, figures, &format!("{figure:>7}"), role(Role::Text));
        canvas.text(x + 2 + room + used, y, figures.saturating_sub(used + 1), &bar, role(Role::Good));
    }
}

/// The title of a catalogue, marked if it is a template.
fn titled(app: &App, catalogue: &Catalogue) -> String {
    match catalogue.is_template {
        true => app.words.say(id!("template-title"), &[("title", catalogue.title.as_str().into())]),
        false => catalogue.title.clone(),
    }
}

/// The text below the list for the line under the cursor: its full content, and what Enter does with it.
fn detail(app: &App, line: LandmarkLine<'_>) -> Vec<String> {
    let words = &app.words;
    match line {
        LandmarkLine::Advices(_) => Vec::new(),
        LandmarkLine::Advice(advice) => vec![
            words::advice::sentence(words, advice, |id| app.person_name(id)),
            words::advice::reason(words, advice),
            format!("→ {}", words::advice::remedy(words, advice)),
        ],
        LandmarkLine::Catalogue(catalogue) => [&catalogue.note, &catalogue.source].map(Clone::clone).to_vec(),
        LandmarkLine::Group(catalogue, group) => {
            vec![group.note.clone(), catalogue.note.clone(), catalogue.source(group).to_owned()]
        }
        LandmarkLine::Terms => Vec::new(),
        LandmarkLine::Term(_, term) => vec![format!("{} — {}", term.word, term.meaning)],
        LandmarkLine::Entry(catalogue, group, entry) => {
            let said = [entry.text.as_str(), &entry.note].into_iter().filter(|said| !said.is_empty());
            let mut about = vec![said.collect::<Vec<_>>().join(" — ")];
            let take = catalogue.take(group).map(|take| match take {
                Take::Support => id!("take-support"),
                Take::Row => id!("take-row"),
                Take::Duty => id!("take-duty"),
                Take::Question => id!("take-question"),
                Take::Need => id!("take-need"),
            });
            about.extend(standing(app, group, entry).map(|standing| words::coverage::whole(words, &standing)));
            about
                .extend((catalogue.id == PARAMETERS).then(|| words::plan::parameters(words, &app.folder, app.today())));
            about.extend(catalogue.is_analogy.then(|| words.get(id!("analogy-whole")).into_owned()));
            let source = words.say(id!("landmarks-from"), &[("source", catalogue.source(group).into())]);
            about.push(take.map_or_else(|| source.clone(), |take| format!("{source}   {}", words.get(take))));
            about
        }
    }
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect()
}
