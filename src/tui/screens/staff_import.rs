//! Import of a staff list: the file, what is not certain about it, a preview in which everything can be changed, then the
//! board.

use percent_encoding::percent_decode_str;

use crate::{
    domain::{
        board::column::Column,
        board::import::{
            Arrivals, Import, ImportChoices, ImportContext, ImportQuestion, ImportStep, ImportedPerson,
            headings::{self, Heading},
            steps, usual,
        },
        table::{Sheet, Spreadsheet, dates, slug},
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::{Choice, Mode, Picker},
        effect::{Effect, SaveKind},
        state::{
            dialog::{Chosen, Destination, Dialog, PreviewAct, PreviewDialog, PreviewLine},
            staff_import::{StaffAct, StaffAnswer, StaffImport},
        },
        theme::Role,
    },
    words::{self, Id, Words, date, id},
};

/// The number of people from which writing a list takes a moment.
const LONG: usize = 500;

/// Asks for the file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    ask(app, id!("import-which"), Destination::StaffFile)
}

/// Begins to read the file typed.
pub fn reading(app: &mut App, typed: &str, read: impl FnOnce(String) -> Effect) -> Vec<Effect> {
    let path = path(typed);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path).to_owned();
    app.views.reading = Some(name);
    vec![read(path)]
}

/// Asks for a file to import; refused in projector mode, since its contents must not be shown.
pub fn ask(app: &mut App, title: Id, place: Destination) -> Vec<Effect> {
    if app.is_projected() {
        app.warn(app.words.get(id!("import-not-here")).into_owned());
        return Vec::new();
    }
    let mut effects = app.open(Dialog::line(&app.words, title, "", place));
    effects.push(Effect::ListFiles);
    effects
}

/// Offers the files that were put lately where people put files; another is typed.
pub fn offer(app: &mut App, files: Vec<String>) -> Vec<Effect> {
    let Some(Dialog::Text(dialog)) = &app.dialog else { return Vec::new() };
    let title = match dialog.place {
        Destination::StaffFile => id!("import-choose"),
        Destination::SurveyFile => id!("survey-choose"),
        _ => return Vec::new(),
    };
    if files.is_empty() || !dialog.input.text().is_empty() {
        return Vec::new();
    }
    let (title, place) = (app.words.get(title).into_owned(), dialog.place.clone());
    let choice = |path: String| {
        let (folder, name) = path.rsplit_once(['/', '\\']).unwrap_or(("", &path));
        let folder = folder.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Choice::new(path.clone(), name).beside(folder)
    };
    let picker = Picker::new(files.into_iter().map(choice).collect(), "", Mode::OneOrTyped);
    app.open(Dialog::words(title, picker, place))
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
    app.views.staff_import = Some(StaffImport { tables, choices, ids: app.new_ids(), at: 0, ready: None });
    go_on(app)
}

/// Asks the next question, or shows the preview.
fn go_on(app: &mut App) -> Vec<Effect> {
    let Some(mut import) = app.views.staff_import.take() else { return Vec::new() };
    let names = words::board::all_names(&app.folder.board);
    let dialog = match steps::import(context(app, &import, &names), &import.tables, &import.choices) {
        ImportStep::Ask(question) => menu(&app.words, &import.tables, &import.choices, question),
        ImportStep::Ready(ready) => {
            let dialog = preview(app, &import, &ready);
            import.ready = Some(ready);
            dialog
        }
        ImportStep::Spoiled(head) => {
            app.warn(app.words.say(id!("import-spoiled"), &[("head", head.into())]));
            return Vec::new();
        }
        ImportStep::NoNames => {
            // A column left out earlier may be the missing one: it is asked about again next time.
            let heads: Vec<String> =
                import.tables.iter().flat_map(|table| &table.heads).map(|head| slug(head)).collect();
            app.views.heads.retain(|head, key| !key.is_empty() || !heads.contains(head));
            app.warn(app.words.get(id!("import-no-names")).into_owned());
            return vec![Effect::RememberHeads(app.views.heads.clone())];
        }
    };
    app.views.staff_import = Some(import);
    app.open(dialog)
}

/// Shows the preview again, as it was; without one, the import is given up.
pub fn resume(app: &mut App) -> Vec<Effect> {
    let Some(import) = app.views.staff_import.take() else { return Vec::new() };
    let Some(ready) = &import.ready else { return Vec::new() };
    let dialog = preview(app, &import, ready);
    app.views.staff_import = Some(import);
    app.open(dialog)
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
            // The choice for a head that says little is asked each time.
            let asks = if usual::is_vague(&slug(&head(at))) { id!("import-head-vague") } else { id!("import-head") };
            (words.say(asks, &values), choices)
        }
        ImportQuestion::Order(at, example, orders) => {
            let values = [("head", head(at).into()), ("example", example.into())];
            let order = |order| answer(StaffAnswer::Order(at, order), words::import::order(words, order));
            (words.say(id!("import-order"), &values), orders.into_iter().map(order).collect())
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
            choices.heads.insert(head, key);
            choices.orders.remove(&at);
        }
        StaffAnswer::Order(at, order) => drop(choices.orders.insert(at, order)),
        StaffAnswer::Hidden(take) => choices.with_hidden = Some(take),
        StaffAnswer::Arrivals(arrivals) => {
            choices.arrivals = Some(arrivals);
            // Those who were ticked by hand were so among others.
            choices.toggled.clear();
        }
    }
    go_on(app)
}

/// The preview: what would be written, how each column was understood, and who comes in.
fn preview(app: &App, state: &StaffImport, import: &Import) -> Dialog {
    let StaffImport { tables, choices, at, .. } = state;
    let words = &app.words;
    let table = tables.get(choices.table.unwrap_or(0));
    let line = |act: Option<StaffAct>, text: String, role| PreviewLine { act: act.map(PreviewAct::Staff), text, role };
    let mut summary = words::import::summary(words, import).into_iter();
    let first = summary.next().unwrap_or_default();
    let mut lines = match import.people.is_empty() {
        true => vec![line(None, first, Role::Text)],
        false => {
            let take = words.say(id!("import-take"), &[("what", first.into())]);
            vec![line(Some(StaffAct::Take), take, Role::Accent)]
        }
    };
    lines.extend(summary.map(|said| line(None, said, Role::Text)));
    let mut change = |act, said: String| lines.push(line(Some(act), said, Role::Text));
    let sheet = import.sheet.as_ref().map(|sheet| words.say(id!("import-sheet"), &[("sheet", sheet.as_str().into())]));
    if tables.len() > 1 {
        change(StaffAct::Sheet, sheet.clone().unwrap_or_default());
    }
    if choices.with_hidden.is_some() {
        let id = if choices.with_hidden == Some(true) { id!("import-hidden-take") } else { id!("import-hidden-leave") };
        change(StaffAct::Hidden, words.get(id).into_owned());
    }
    match choices.arrivals {
        Some(Arrivals::Since(from)) => {
            let day = date::long(words, from);
            change(StaffAct::Arrivals, words.say(id!("import-only-since"), &[("day", day.into())]));
        }
        Some(Arrivals::All) => change(StaffAct::Arrivals, words.get(id!("import-all")).into_owned()),
        None => {}
    }
    lines.extend(sheet.filter(|_| tables.len() == 1).map(|sheet| line(None, sheet, Role::Dim)));
    lines.extend(import.refused.iter().map(|refused| line(None, words::import::refusal(words, refused), Role::Alert)));
    for (at, heading) in import.headings.iter().enumerate() {
        let Some(table) = table.filter(|table| !table.heads[at].is_empty()) else { continue };
        let is_chosen = choices.heads.contains_key(&slug(&table.heads[at]));
        let kept = if is_chosen { words.get(id!("import-kept")) } else { "".into() };
        let said = format!("{} {kept}", words::import::column(words, table, at, heading));
        lines.push(line(Some(StaffAct::Column(at)), said.trim_end().to_owned(), Role::Dim));
        if let Some(order) = choices.orders.get(&at) {
            let said = format!("  {}", words::import::order(words, *order));
            lines.push(line(Some(StaffAct::Order(at)), said, Role::Dim));
        }
    }
    let folder = import.seen_from(&app.folder);
    let person = |(at, person): (usize, &ImportedPerson)| {
        let (mark, role) = if person.is_ticked { ("✓", Role::Text) } else { ("□", Role::Dim) };
        let said = words::import::person(words, &folder, person, app.level(), |id| app.alias(id));
        line(Some(StaffAct::Person(at)), format!("{mark} {said}"), role)
    };
    lines.extend(import.people.iter().enumerate().map(person));
    let at = (*at).min(lines.len().saturating_sub(1));
    let title = words.get(id!("import-title")).into_owned();
    Dialog::Preview(PreviewDialog { title, keys: id!("keys-import"), lines, at })
}

/// Does what a line of the preview is for.
pub fn act(app: &mut App, act: StaffAct) -> Vec<Effect> {
    let Some(import) = &mut app.views.staff_import else { return Vec::new() };
    if let Some(Dialog::Preview(preview)) = &app.dialog {
        import.at = preview.at;
    }
    let n = import.ready.as_ref().map_or(0, |ready| ready.people.len());
    match act {
        // A long list takes a moment: what is being done is said first, and may still be given up.
        StaffAct::Take if n >= LONG => {
            app.dialog = None;
            app.tell(app.words.say(id!("import-writing"), &[("n", n.into())]));
            vec![Effect::TakeStaffSoon]
        }
        StaffAct::Take => write(app),
        StaffAct::Person(at) => {
            let line = import.ready.as_ref().and_then(|ready| ready.people.get(at)).map(|person| person.line);
            let toggled = &mut import.choices.toggled;
            if let Some(line) = line.filter(|line| !toggled.remove(line)) {
                toggled.insert(line);
            }
            go_on(app)
        }
        StaffAct::Arrivals => {
            import.choices.arrivals = None;
            go_on(app)
        }
        StaffAct::Sheet | StaffAct::Column(_) | StaffAct::Order(_) | StaffAct::Hidden => ask_again(app, act),
    }
}

/// Writes what was previewed, unless it was given up, or the board has changed since: it is then shown anew.
pub fn write(app: &mut App) -> Vec<Effect> {
    if is_stale(app) {
        let effects = go_on(app);
        app.warn(app.words.get(id!("import-stale")).into_owned());
        return effects;
    }
    let Some(StaffImport { ready: Some(ready), choices, .. }) = app.views.staff_import.take() else {
        return Vec::new();
    };
    app.dialog = None;
    // What was decided is remembered for the next list once it has served, unless it may mean something else there.
    app.views.heads.extend(choices.heads.into_iter().filter(|(head, _)| !usual::is_vague(head)));
    let mut effects = app.edit(ready.edits(), SaveKind::Ordinary);
    if !effects.is_empty() {
        app.tell(words::import::summary(&app.words, &ready).into_iter().take(2).collect::<Vec<_>>().join(" · "));
    }
    effects.push(Effect::RememberHeads(app.views.heads.clone()));
    effects
}

/// Whether the list would now change the board otherwise than was shown.
fn is_stale(app: &App) -> bool {
    let Some(state) = &app.views.staff_import else { return false };
    let names = words::board::all_names(&app.folder.board);
    let now = steps::import(context(app, state, &names), &state.tables, &state.choices);
    !matches!((now, &state.ready), (ImportStep::Ready(now), Some(shown)) if now == *shown)
}

/// What a list is read beside.
fn context<'a>(app: &'a App, state: &StaffImport, names: &'a [(String, Column)]) -> ImportContext<'a> {
    ImportContext {
        folder: &app.folder,
        catalogues: &app.setting.catalogues,
        names,
        welcome: app.setting.welcome,
        today: Day(app.today()),
        ids: state.ids,
    }
}

/// Asks again what a line says.
fn ask_again(app: &mut App, act: StaffAct) -> Vec<Effect> {
    let Some(StaffImport { tables, choices, .. }) = &app.views.staff_import else { return Vec::new() };
    let Some(table) = tables.get(choices.table.unwrap_or(0)) else { return Vec::new() };
    let question = match act {
        StaffAct::Sheet => {
            ImportQuestion::Table(tables.iter().map(|table| table.name.clone().unwrap_or_default()).collect())
        }
        StaffAct::Column(at) => {
            let names = words::board::all_names(&app.folder.board);
            ImportQuestion::Column(at, headings::proposals(table, at, &app.folder, &names, &[]))
        }
        StaffAct::Order(at) => {
            let example = table.column(at).next().unwrap_or_default().to_owned();
            ImportQuestion::Order(at, example, dates::orders(table.column(at)))
        }
        StaffAct::Hidden => ImportQuestion::Hidden(table.rows.iter().filter(|row| row.is_hidden).count()),
        StaffAct::Take | StaffAct::Arrivals | StaffAct::Person(_) => return Vec::new(),
    };
    let menu = menu(&app.words, tables, choices, question);
    app.open(menu)
}
