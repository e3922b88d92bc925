//! Screen 6: what do the sources say? Every catalogue to read, to search and to pick from.

use ratatui::layout::Rect;
use serde_json::json;

use crate::{
    domain::{
        advice::{Advice, Topic, Weight},
        catalogue::{Catalogue, Entry, Group, Take},
        document::FileId,
        edit::Edit,
    },
    tui::{
        action::Action,
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::{list, picker::Choice},
        effect::Effect,
        forms,
        overlay::{Overlay, Target},
        theme::Role,
        views::{Screen, Subject},
    },
    words,
};

/// The place of what there is to look at, among the catalogues.
const ADVICE: &str = "a-regarder";
/// The widest bar, in columns.
const BAR: u32 = 20;

/// One line of the screen.
#[derive(Clone, Copy)]
pub(super) enum Line<'a> {
    /// What there is to look at, to open.
    Advices(usize),
    /// One thing to look at.
    Advice(&'a Advice),
    /// A catalogue to open.
    Catalogue(&'a Catalogue),
    /// A group of the catalogue that is open, or of one where something was found.
    Group(&'a Catalogue, &'a Group),
    /// An entry.
    Entry(&'a Catalogue, &'a Group, &'a Entry),
}

/// The lines shown: the catalogues, those of the one that is open, or what a search finds in all of them.
fn lines(app: &App) -> Vec<Line<'_>> {
    let view = &app.views.landmarks;
    let open = view.open.as_deref();
    if open == Some(ADVICE) {
        return advice(app).map(Line::Advice).collect();
    }
    if open.is_none() && view.filter.is_empty() {
        let catalogues = app.setting.catalogues.iter().map(Line::Catalogue);
        return std::iter::once(Line::Advices(advice(app).count())).chain(catalogues).collect();
    }
    let mut lines = Vec::new();
    for catalogue in app.setting.catalogues.iter().filter(|catalogue| open.is_none_or(|id| id == catalogue.id)) {
        for group in &catalogue.groups {
            let found = group.entries.iter().filter(|entry| entry.answers(group, &view.filter));
            let mut found = found.map(|entry| Line::Entry(catalogue, group, entry)).peekable();
            if found.peek().is_some() {
                lines.push(Line::Group(catalogue, group));
                lines.extend(found);
            }
        }
    }
    lines
}

/// What there is to look at; a wall sees nothing of what is written about people.
fn advice(app: &App) -> impl Iterator<Item = &Advice> {
    let hidden = |topic| app.projection.on && matches!(topic, Topic::Judging | Topic::Intimate);
    app.advice().iter().filter(move |advice| !hidden(advice.topic))
}

/// Opens what there is to look at.
pub fn show_advice(app: &mut App) -> Vec<Effect> {
    show(app, ADVICE, "");
    Vec::new()
}

/// How many lines are shown.
pub(super) fn length(app: &App) -> usize {
    lines(app).len()
}

/// Opens a catalogue, at the entry of that code when it has one.
pub fn show(app: &mut App, catalogue: &str, code: &str) {
    app.go(Screen::Landmarks);
    app.views.landmarks.open = Some(catalogue.to_owned());
    app.views.landmarks.filter.clear();
    let is_it = |line: &Line<'_>| matches!(line, Line::Entry(_, _, entry) if !code.is_empty() && entry.code == code);
    app.views.landmarks.at = lines(app).iter().position(is_it).unwrap_or(0);
}

/// Opens what the sources say about the field under the cursor; says whether they say anything.
pub fn explain(app: &mut App) -> bool {
    let Some(sheet) = &app.views.sheet else { return false };
    let fields = forms::fields(app, &sheet.subject);
    let Some(key) = fields.get(sheet.at).and_then(|field| field.path.last()) else { return false };
    let person = match &sheet.subject {
        Subject::Person(id) => app.folder.board.person(id),
        _ => None,
    };
    let (catalogue, code) = match key.as_str() {
        "palier" | "modalités" => ("modalites", person.and_then(|person| person.modalities.first().cloned())),
        "besoins" => ("besoins", None),
        "mentor" => ("mentorat", None),
        "répondant" | "responsable" | "personnes_impliquées" => ("roles", None),
        "accordés" | "par_arrivée" | "banque" => ("parametres", None),
        "question" | "mesure" | "départ" | "cible" => ("questionnaires", None),
        _ => return false,
    };
    show(app, catalogue, &code.unwrap_or_default());
    true
}

/// Does what a person meant.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let length = length(app);
    if super::cursor::moves(app, action, length) {
        return Vec::new();
    }
    match action {
        Action::Open | Action::Right => open(app),
        Action::Filter => {
            let filter = app.views.landmarks.filter.clone();
            app.open(Overlay::line(&app.words, "filter", &filter, Target::Filter))
        }
        Action::Back | Action::Left => {
            let view = &mut app.views.landmarks;
            if !view.filter.is_empty() {
                view.filter.clear();
                view.at = 0;
            } else if let Some(id) = view.open.take() {
                view.at = app.setting.catalogues.iter().position(|catalogue| catalogue.id == id).map_or(0, |at| at + 1);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Opens a catalogue, or takes an entry into the school's work.
fn open(app: &mut App) -> Vec<Effect> {
    let at = app.views.landmarks.at;
    match lines(app).get(at).copied() {
        Some(Line::Advices(_)) => show_advice(app),
        Some(Line::Advice(advice)) => match (&advice.file, advice.path.first().map(String::as_str), advice.path.get(1))
        {
            (FileId::Board, _, Some(id)) => app.open_sheet(Subject::Person(id.clone())),
            (_, Some("déploiement"), Some(id)) => app.open_sheet(Subject::Row(id.clone())),
            (_, Some("enjeux"), Some(id)) => app.open_sheet(Subject::Issue(id.clone())),
            (_, Some("comité"), _) => app.open_sheet(Subject::School),
            _ => app.go(Screen::Plan),
        },
        Some(Line::Catalogue(catalogue)) => {
            app.views.landmarks.open = Some(catalogue.id.clone());
            app.views.landmarks.at = 0;
            Vec::new()
        }
        Some(Line::Entry(catalogue, group, entry)) => match catalogue.take(group) {
            Some(take) => {
                let about = About { code: entry.code.clone(), text: entry.text.clone(), group: group.name.clone() };
                let source = catalogue.source(group).to_owned();
                taken(app, take, about, &source)
            }
            None => {
                app.tell(app.words.get("landmarks-to-read").into_owned());
                Vec::new()
            }
        },
        Some(Line::Group(..)) | None => Vec::new(),
    }
}

/// What is taken, apart from the catalogues.
struct About {
    code: String,
    text: String,
    group: String,
}

fn taken(app: &mut App, take: Take, about: About, source: &str) -> Vec<Effect> {
    let give = |app: &mut App, field: &str, value: &str| {
        let people: Vec<Choice> = app
            .folder
            .board
            .present()
            .map(|person| Choice::labelled(&person.id, app.person_name(&person.id)))
            .collect();
        let target = Target::Give(field.to_owned(), value.to_owned());
        app.open(Overlay::pick(&app.words, "landmarks-for-whom", people, "", target))
    };
    match take {
        Take::Support => give(app, "modalités", &about.code),
        Take::Need => give(app, "besoins", &about.text),
        Take::Question => {
            let edit = Edit::push(&app.folder, &FileId::Plan, &["comité", "ordre_du_jour"], json!(about.text));
            app.try_edit(edit.map(Some))
        }
        Take::Row | Take::Duty => {
            let taken = |id: &str| app.folder.plan.row(id).is_some();
            let id = (1..).map(|n| format!("p{n}")).find(|id| !taken(id)).unwrap_or_default();
            let mut row = json!({ "id": id, "étape": about.text, "commentaires": app.words.say("landmarks-from", &[("source", source.into())]) });
            if take == Take::Duty {
                row["responsable"] = json!([about.group]);
            }
            let edit = Edit::push(&app.folder, &FileId::Plan, &["déploiement"], row);
            let effects = app.try_edit(edit.map(Some));
            if app.folder.plan.row(&id).is_some() {
                app.open_sheet(Subject::Row(id));
            }
            effects
        }
    }
}

/// Adds a word to a list of a person, once.
pub fn give(app: &mut App, person: &str, field: &str, word: &str) -> Vec<Effect> {
    let has = app.folder.board.person(person).is_some_and(|person| match field {
        "besoins" => person.needs.iter().any(|need| need == word),
        _ => person.modalities.iter().any(|code| code == word),
    });
    if has {
        app.tell(app.words.get("landmarks-has-it").into_owned());
        return Vec::new();
    }
    let edit = Edit::push(&app.folder, &FileId::Board, &["personnes", person, field], json!(word));
    app.try_edit(edit.map(Some))
}

/// Draws the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let view = &app.views.landmarks;
    let lines = lines(app);
    let at = view.at.min(lines.len().saturating_sub(1));
    let open = view.open.as_deref().and_then(|id| app.setting.catalogues.iter().find(|catalogue| catalogue.id == id));
    let checks = view.open.as_deref() == Some(ADVICE);
    let title = open.map_or_else(
        || app.words.get(if checks { "advice-title" } else { "landmarks-title" }).into_owned(),
        |open| titled(app, open),
    );
    let used = canvas.text(area.x, area.y, area.width, &title, Role::Title) + 2;
    let mut about: Vec<String> = open.map(|open| open.question.clone()).into_iter().collect();
    about.extend(Some(&view.filter).filter(|filter| !filter.is_empty()).map(|filter| format!("/ {filter}")));
    canvas.text(area.x + used, area.y, area.width.saturating_sub(used), &about.join(" · "), Role::Dim);
    if lines.is_empty() {
        let nothing = if checks { "advice-none" } else { "landmarks-nothing" };
        canvas.text(area.x, area.y + 2, area.width, &app.words.get(nothing), Role::Dim);
        return;
    }
    let about = lines.get(at).map(|line| detail(app, *line)).unwrap_or_default();
    let mut below: Vec<String> = about.iter().flat_map(|text| wrap(text, area.width)).collect();
    below.truncate(usize::from(area.height / 3));
    let foot = u16::try_from(below.len()).unwrap_or(0) + 1;
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(foot + 1), ..area };
    for (y, position) in (body.y..).zip(list::window(lines.len(), at, usize::from(body.height))) {
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

fn row(app: &App, canvas: &mut Canvas<'_>, place: Rect, line: Line<'_>, selected: bool) {
    let role = |role| if selected { Role::Selected } else { role };
    let (x, y, width) = (place.x + 1, place.y, place.width - 1);
    match line {
        Line::Advices(count) => {
            let title = app.words.get("advice-title");
            let used = canvas.text(x, y, width, &title, role(Role::Accent));
            let used = if width >= 70 { used.max(28) } else { used } + 2;
            let about = if count == 0 {
                app.words.get("advice-none").into_owned()
            } else {
                format!("{} ({count})", app.words.get("advice-question"))
            };
            canvas.text(x + used, y, width.saturating_sub(used), &about, role(Role::Text));
        }
        Line::Advice(advice) => {
            let mark = if advice.topic.weight() == Weight::Mend { ("!", Role::Alert) } else { ("·", Role::Dim) };
            canvas.text(x, y, 1, mark.0, role(mark.1));
            let name = |id: &str| if width >= 60 { app.person_name(id) } else { app.folder.board.alias(id) };
            let said = words::advice::sentence(&app.words, advice, name);
            canvas.text(x + 2, y, width.saturating_sub(2), &said, role(Role::Text));
        }
        Line::Catalogue(catalogue) => {
            let title = canvas.text(x, y, width, &titled(app, catalogue), role(Role::Accent));
            let used = if width >= 70 { title.max(28) } else { title } + 2;
            canvas.text(x + used, y, width.saturating_sub(used), &catalogue.question, role(Role::Text));
        }
        Line::Group(_, group) => {
            let used = canvas.text(x, y, width, &group.name, role(Role::Accent)) + 2;
            // The rest of the catalogue says where it comes from below the list.
            let source = group.source.as_deref().unwrap_or_default();
            canvas.text(x + used, y, width.saturating_sub(used), source, role(Role::Dim));
        }
        Line::Entry(_, group, entry) => {
            let figure = match (entry.count, entry.base(group)) {
                (Some(count), Some(base)) => format!("{count}/{base}"),
                (Some(count), None) => count.to_string(),
                _ => String::new(),
            };
            // A bar only where it can be compared with the others of its group, and its number beside it.
            let bar = match (entry.count, entry.base(group)) {
                (Some(count @ 1..), Some(base @ 1..)) if width >= 70 => {
                    "█".repeat((count * BAR / base).max(1) as usize)
                }
                _ => String::new(),
            };
            let figures = match (figure.is_empty(), width >= 70) {
                (true, _) => 0,
                (false, true) => u16::try_from(BAR).unwrap_or(20) + 9,
                (false, false) => 8,
            };
            let room = width.saturating_sub(figures + 2);
            let text =
                if entry.code.is_empty() { entry.text.clone() } else { format!("{} · {}", entry.code, entry.text) };
            canvas.text(x + 1, y, room, &text, role(Role::Text));
            let used = canvas.text(x + 1 + room, y, figures, &format!("{figure:>7}"), role(Role::Text));
            canvas.text(x + 2 + room + used, y, figures.saturating_sub(used + 1), &bar, role(Role::Good));
        }
    }
}

/// The title of a catalogue; that of a template says so.
fn titled(app: &App, catalogue: &Catalogue) -> String {
    match catalogue.id.starts_with("modele-") {
        true => app.words.say("template-title", &[("title", catalogue.title.as_str().into())]),
        false => catalogue.title.clone(),
    }
}

/// What stands below the list about the line under the cursor: all that it says, and what Enter makes of it.
fn detail(app: &App, line: Line<'_>) -> Vec<String> {
    let words = &app.words;
    match line {
        Line::Advices(_) => Vec::new(),
        Line::Advice(advice) => vec![
            words::advice::sentence(words, advice, |id| app.person_name(id)),
            words::advice::reason(words, advice),
            format!("→ {}", words::advice::remedy(words, advice)),
        ],
        Line::Catalogue(catalogue) => [&catalogue.note, &catalogue.source].map(Clone::clone).to_vec(),
        Line::Group(catalogue, group) => {
            vec![group.note.clone(), catalogue.note.clone(), catalogue.source(group).to_owned()]
        }
        Line::Entry(catalogue, group, entry) => {
            let said = [entry.text.as_str(), &entry.note].into_iter().filter(|said| !said.is_empty());
            let mut about = vec![said.collect::<Vec<_>>().join(" — ")];
            let take = catalogue.take(group).map(|take| match take {
                Take::Support => "take-support",
                Take::Row => "take-row",
                Take::Duty => "take-duty",
                Take::Question => "take-question",
                Take::Need => "take-need",
            });
            let source = words.say("landmarks-from", &[("source", catalogue.source(group).into())]);
            about.push(take.map_or_else(|| source.clone(), |take| format!("{source}   {}", words.get(take))));
            about
        }
    }
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect()
}
