//! Import of a staff list: the file, what is not certain about it, a preview in which everything can be changed, then the
//! board.

use percent_encoding::percent_decode_str;
use ratatui::layout::Rect;

use crate::{
    domain::{
        board::import::{
            self, Arrivals, ImportChoices, ImportContext, ImportQuestion, ImportStep,
            headings::{self, Heading},
            steps,
        },
        table::{Sheet, Spreadsheet, slug},
        value::{timestamp::DateOrder, when::Day},
    },
    tui::{
        app::App,
        canvas::{Canvas, Hit, wrap},
        components::{list, picker::Choice},
        dialog::panel,
        effect::{Effect, SaveKind},
        event::{Key, KeyName},
        state::{
            dialog::{Chosen, Destination, Dialog},
            staff_import::{StaffAnswer, StaffImport, StaffPreview},
        },
        theme::Role,
    },
    words::{self, Id, Words, date, id},
};

/// Asks for the file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    ask(app, id!("import-which"), Destination::StaffFile)
}

/// Asks for a file to import; refused in projector mode, since its contents must not be shown.
pub fn ask(app: &mut App, title: Id, place: Destination) -> Vec<Effect> {
    if app.is_projected() {
        app.warn(app.words.get(id!("import-not-here")).into_owned());
        return Vec::new();
    }
    app.open(Dialog::line(&app.words, title, "", place))
}

/// The path typed, or dropped on the window: terminals paste a dropped path quoted for a shell, or as a `file://` URL.
/// Text that a shell would split into several words was typed, and is the path itself.
pub fn path(typed: &str) -> String {
    let typed = typed.trim();
    if let Some(address) = typed.strip_prefix("file://") {
        return percent_decode_str(address).decode_utf8_lossy().into_owned();
    }
    let bare = typed.trim_matches(['"', '\'']);
    let is_of_windows = bare.starts_with("\\\\") || bare.get(1..3) == Some(":\\");
    match shlex::split(typed).as_deref() {
        Some([word]) if !is_of_windows => word.clone(),
        _ => bare.to_owned(),
    }
}

/// Continues with the sheets read.
pub fn read(app: &mut App, sheets: &[Sheet]) -> Vec<Effect> {
    let tables = steps::tables(sheets, &words::board::all_names(&app.folder.board));
    let choices = ImportChoices { heads: app.views.heads.clone(), ..ImportChoices::default() };
    app.views.staff_import = Some(StaffImport { tables, choices, ids: app.new_ids(), at: 0 });
    go_on(app)
}

/// Asks the next question, or shows the preview.
fn go_on(app: &mut App) -> Vec<Effect> {
    let Some(import) = app.views.staff_import.clone() else { return Vec::new() };
    let names = words::board::all_names(&app.folder.board);
    let context = ImportContext {
        folder: &app.folder,
        catalogues: &app.setting.catalogues,
        names: &names,
        today: Day(app.today()),
        ids: import.ids,
    };
    match steps::import(context, &import.tables, &import.choices) {
        ImportStep::Ask(question) => {
            let menu = menu(&app.words, &import.tables, &import.choices, question);
            app.open(menu)
        }
        ImportStep::Ready(ready) => app.open(Dialog::Staff(StaffPreview { import: ready })),
        ImportStep::NoNames => {
            // A column left out earlier may be the missing one: it is asked about again next time.
            let heads: Vec<String> =
                import.tables.iter().flat_map(|table| &table.heads).map(|head| slug(head)).collect();
            app.views.heads.retain(|head, key| !key.is_empty() || !heads.contains(head));
            app.warn(app.words.get(id!("import-no-names")).into_owned());
            vec![Effect::RememberHeads(app.views.heads.clone())]
        }
    }
}

/// The menu that asks a question: the likeliest answer first.
fn menu(words: &Words, tables: &[Spreadsheet], choices: &ImportChoices, question: ImportQuestion) -> Dialog {
    let answer = |answer, label: String| Choice::new(Chosen::Staff(answer), label);
    let table = tables.get(choices.table.unwrap_or(0));
    let head = |at: usize| table.and_then(|table| table.heads.get(at)).cloned().unwrap_or_default();
    let (title, choices) = match question {
        ImportQuestion::Table(names) => {
            let sheets = names.into_iter().enumerate().map(|(at, name)| answer(StaffAnswer::Table(at), name));
            (words.get(id!("import-which-sheet")).into_owned(), sheets.collect::<Vec<_>>())
        }
        ImportQuestion::Column(at, proposals) => {
            let example = table.and_then(|table| table.column(at).next()).unwrap_or_default();
            let values = [("head", head(at).into()), ("example", example.to_owned().into())];
            let column = |heading: &Heading| {
                answer(StaffAnswer::Column(at, heading.key().to_owned()), words::import::target(words, heading))
            };
            let out = answer(StaffAnswer::Column(at, String::new()), words.get(id!("import-left-out")).into_owned());
            let choices = proposals.iter().map(column).chain([out]).collect();
            (words.say(id!("import-head"), &values), choices)
        }
        ImportQuestion::Order(at, example) => {
            let values = [("head", head(at).into()), ("example", example.into())];
            let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
            let choices = orders.map(|order| answer(StaffAnswer::Order(at, order), words::import::order(words, order)));
            (words.say(id!("import-order"), &values), choices.into())
        }
        ImportQuestion::Hidden(n) => {
            let choices = [(false, id!("import-hidden-leave")), (true, id!("import-hidden-take"))];
            let choices = choices.map(|(take, id)| answer(StaffAnswer::Hidden(take), words.get(id).into_owned()));
            (words.say(id!("import-hidden"), &[("n", n.into())]), choices.into())
        }
        ImportQuestion::Arrivals { from, recent, all } => {
            let since =
                words.say(id!("import-since"), &[("day", date::long(words, from).into()), ("n", recent.into())]);
            let everyone = words.say(id!("import-everyone"), &[("n", all.into())]);
            let choices = vec![
                answer(StaffAnswer::Arrivals(Arrivals::Since(from)), since),
                answer(StaffAnswer::Arrivals(Arrivals::All), everyone),
            ];
            (words.get(id!("import-who")).into_owned(), choices)
        }
    };
    Dialog::menu(title, choices, None)
}

/// Takes the answer to a question, and continues.
pub fn answered(app: &mut App, answer: StaffAnswer) -> Vec<Effect> {
    let Some(import) = &mut app.views.staff_import else { return Vec::new() };
    let choices = &mut import.choices;
    match answer {
        StaffAnswer::Table(at) => {
            let heads = std::mem::take(&mut choices.heads);
            *choices = ImportChoices { table: Some(at), heads, ..ImportChoices::default() };
        }
        StaffAnswer::Column(at, key) => {
            let table = import.tables.get(choices.table.unwrap_or(0));
            let head = table.and_then(|table| table.heads.get(at)).map(|head| slug(head)).unwrap_or_default();
            choices.heads.insert(head.clone(), key.clone());
            choices.orders.remove(&at);
            app.views.heads.insert(head, key);
        }
        StaffAnswer::Order(at, order) => drop(choices.orders.insert(at, order)),
        StaffAnswer::Hidden(take) => choices.with_hidden = Some(take),
        StaffAnswer::Arrivals(arrivals) => choices.arrivals = Some(arrivals),
    }
    let mut effects = go_on(app);
    effects.push(Effect::RememberHeads(app.views.heads.clone()));
    effects
}

/// A line of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PreviewLine {
    /// Takes the list.
    Take,
    Said,
    /// Changes the sheet.
    Sheet,
    /// Changes where a column goes.
    Column(usize),
    /// Changes the order of the dates of a column.
    Order(usize),
    /// Changes whether hidden rows come in.
    Hidden,
    /// Changes who comes in.
    Arrivals,
    /// Ticks a person, by position.
    Person(usize),
}

/// The lines of the preview, each with its text.
fn lines(app: &App, preview: &StaffPreview) -> Vec<(PreviewLine, String, Role)> {
    let Some(StaffImport { tables, choices, .. }) = &app.views.staff_import else { return Vec::new() };
    let Some(table) = tables.get(choices.table.unwrap_or(0)) else { return Vec::new() };
    let (words, import) = (&app.words, &preview.import);
    let mut summary = words::import::summary(words, import).into_iter();
    let first = summary.next().unwrap_or_default();
    let mut lines = match import.people.is_empty() {
        true => vec![(PreviewLine::Said, first, Role::Text)],
        false => vec![(PreviewLine::Take, words.say(id!("import-take"), &[("what", first.into())]), Role::Accent)],
    };
    lines.extend(summary.map(|said| (PreviewLine::Said, said, Role::Text)));
    let mut change = |line, said: String| lines.push((line, said, Role::Text));
    if tables.len() > 1 {
        let sheet = import.sheet.clone().unwrap_or_default();
        change(PreviewLine::Sheet, words.say(id!("import-sheet"), &[("sheet", sheet.into())]));
    }
    if choices.with_hidden.is_some() {
        let id = if choices.with_hidden == Some(true) { id!("import-hidden-take") } else { id!("import-hidden-leave") };
        change(PreviewLine::Hidden, words.get(id).into_owned());
    }
    match choices.arrivals {
        Some(Arrivals::Since(from)) => {
            let day = date::long(words, from);
            change(PreviewLine::Arrivals, words.say(id!("import-only-since"), &[("day", day.into())]));
        }
        Some(Arrivals::All) => change(PreviewLine::Arrivals, words.get(id!("import-all")).into_owned()),
        None => {}
    }
    lines.extend(
        import.refused.iter().map(|refused| (PreviewLine::Said, words::import::refusal(words, refused), Role::Alert)),
    );
    for (at, heading) in import.headings.iter().enumerate().filter(|(at, _)| !table.heads[*at].is_empty()) {
        let is_chosen = choices.heads.contains_key(&slug(&table.heads[at]));
        let kept = if is_chosen { words.get(id!("import-kept")) } else { "".into() };
        let said = format!("{} {kept}", words::import::column(words, table, at, heading));
        lines.push((PreviewLine::Column(at), said.trim_end().to_owned(), Role::Dim));
        if let Some(order) = choices.orders.get(&at) {
            lines.push((PreviewLine::Order(at), format!("  {}", words::import::order(words, *order)), Role::Dim));
        }
    }
    let person = |(at, person): (usize, &import::ImportedPerson)| {
        let mark = if person.is_ticked { "✓" } else { "□" };
        let said = words::import::person(words, &app.folder, person, app.level());
        (PreviewLine::Person(at), format!("{mark} {said}"), if person.is_ticked { Role::Text } else { Role::Dim })
    };
    lines.extend(import.people.iter().enumerate().map(person));
    lines
}

/// Handles a key of the preview.
pub fn preview_key(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(Dialog::Staff(preview)) = app.dialog.clone() else { return Vec::new() };
    let lines = lines(app, &preview);
    let Some(state) = &mut app.views.staff_import else { return Vec::new() };
    if let Some(moved) = list::direction(key.code).and_then(|direction| list::moved(state.at, lines.len(), direction)) {
        state.at = moved;
        return Vec::new();
    }
    let line = lines.get(state.at).map_or(PreviewLine::Said, |line| line.0);
    match (key.code, line) {
        (KeyName::Esc, _) => close(app),
        (KeyName::Enter, PreviewLine::Said) if preview.import.people.is_empty() => close(app),
        (KeyName::Char('o' | 'O'), _) | (KeyName::Enter, PreviewLine::Take) => take(app, &preview),
        (KeyName::Char(' ') | KeyName::Enter, PreviewLine::Person(at)) => tick(app, &preview, at),
        (KeyName::Enter, line) => change(app, line),
        _ => Vec::new(),
    }
}

/// Handles a click on a line of the preview: moves to it, or acts on the line already under the cursor.
pub fn preview_click(app: &mut App, line: usize) -> Vec<Effect> {
    match &mut app.views.staff_import {
        Some(state) if state.at != line => {
            state.at = line;
            Vec::new()
        }
        _ => preview_key(app, Key::plain(KeyName::Enter)),
    }
}

fn close(app: &mut App) -> Vec<Effect> {
    (app.dialog, app.views.staff_import) = (None, None);
    Vec::new()
}

fn take(app: &mut App, preview: &StaffPreview) -> Vec<Effect> {
    let edits = preview.import.edits();
    close(app);
    app.edit(edits, SaveKind::Ordinary)
}

fn tick(app: &mut App, preview: &StaffPreview, at: usize) -> Vec<Effect> {
    let (Some(person), Some(state)) = (preview.import.people.get(at), &mut app.views.staff_import) else {
        return Vec::new();
    };
    let toggled = &mut state.choices.toggled;
    if !toggled.remove(&person.line) {
        toggled.insert(person.line);
    }
    go_on(app)
}

/// Asks again what a line says.
fn change(app: &mut App, line: PreviewLine) -> Vec<Effect> {
    let Some(StaffImport { tables, choices, .. }) = app.views.staff_import.clone() else { return Vec::new() };
    let Some(table) = tables.get(choices.table.unwrap_or(0)) else { return Vec::new() };
    let question = match line {
        PreviewLine::Sheet => {
            ImportQuestion::Table(tables.iter().map(|table| table.name.clone().unwrap_or_default()).collect())
        }
        PreviewLine::Column(at) => {
            let names = words::board::all_names(&app.folder.board);
            ImportQuestion::Column(at, headings::proposals(table, at, &app.folder, &names, &[]))
        }
        PreviewLine::Order(at) => ImportQuestion::Order(at, table.column(at).next().unwrap_or_default().to_owned()),
        PreviewLine::Hidden => ImportQuestion::Hidden(table.rows.iter().filter(|row| row.is_hidden).count()),
        PreviewLine::Arrivals => {
            if let Some(state) = &mut app.views.staff_import {
                state.choices.arrivals = None;
            }
            return go_on(app);
        }
        PreviewLine::Take | PreviewLine::Said | PreviewLine::Person(_) => return Vec::new(),
    };
    let menu = menu(&app.words, &tables, &choices, question);
    app.open(menu)
}

/// Draws the preview.
pub fn draw_preview(app: &App, canvas: &mut Canvas<'_>, area: Rect, preview: &StaffPreview) {
    let inside =
        panel(canvas, area, area.height - 2, &app.words.get(id!("import-title")), &app.words.get(id!("keys-import")));
    let at = app.views.staff_import.as_ref().map_or(0, |state| state.at);
    let lines = lines(app, preview);
    let folded: Vec<Vec<String>> =
        lines.iter().map(|(_, text, _)| wrap(text, inside.width.saturating_sub(4))).collect();
    let heights: Vec<usize> = folded.iter().map(Vec::len).collect();
    let shown = list::window_of(&heights, at, usize::from(inside.height));
    let mut y = inside.y;
    for position in shown.clone() {
        let role = if position == at { Role::Selected } else { lines[position].2 };
        let room = usize::from(inside.bottom().saturating_sub(y));
        for (row, text) in folded[position].iter().enumerate().take(room) {
            let place = Rect { y, height: 1, ..inside };
            canvas.fill(place, role);
            canvas.hit(place, Hit::Line(position));
            if position == at && row == 0 {
                canvas.text(inside.x, y, 1, "▸", role);
                canvas.cursor(inside.x, y);
            }
            canvas.text(inside.x + 2, y, inside.width - 3, text, role);
            y += 1;
        }
    }
    canvas.scroll_bar(inside, lines.len(), &shown);
}
