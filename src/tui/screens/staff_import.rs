//! Import of a staff list: the file, the unknown columns one by one, a preview, then the board.

use percent_encoding::percent_decode_str;

use crate::{
    domain::{
        board::{
            column::Column,
            import::{self, Heading, Spreadsheet},
        },
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::{Effect, SaveKind},
        state::dialog::{Chosen, Consent, Destination, Dialog},
        theme::Role,
    },
    words::{self, Id, id},
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

/// Continues with the table read.
pub fn read(app: &mut App, sheet: Spreadsheet) -> Vec<Effect> {
    app.views.staff_import = Some(sheet);
    go_on(app)
}

/// Asks about the next unknown column, or shows what would change.
fn go_on(app: &mut App) -> Vec<Effect> {
    let Some(sheet) = app.views.staff_import.take() else { return Vec::new() };
    let names = words::board::all_names(&app.folder.board);
    let headings = import::headings(&sheet, &names, &app.views.heads);
    let unknown = headings.iter().position(|heading| *heading == Heading::Unknown);
    if let Some(at) = unknown {
        let head = sheet.heads[at].clone();
        let example = sheet.rows.iter().filter_map(|(_, row)| row.get(at)).find(|cell| !cell.trim().is_empty());
        let values = [("head", head.into()), ("example", example.cloned().unwrap_or_default().into())];
        let title = app.words.say(id!("import-head"), &values);
        let columns = Column::editable(&app.folder.board);
        let chosen = |column: Option<&Column>| Chosen::StaffColumn(at, column.map(|column| column.key().to_owned()));
        let columns = columns.map(|c| Choice::new(chosen(Some(&c)), words::board::column(&app.words, &c)));
        let out = Choice::new(chosen(None), app.words.get(id!("import-left-out")));
        let choices = std::iter::once(out).chain(columns).collect();
        app.views.staff_import = Some(sheet);
        return app.open(Dialog::menu(title, choices, None));
    }
    let today = Day(app.today());
    let Some(import) = import::import(&app.folder, &app.setting.catalogues, &sheet, &headings, today, app.new_ids())
    else {
        // A column left out earlier may be the missing one: it is asked about again next time.
        let heads: Vec<String> = sheet.heads.iter().map(|head| import::slug(head)).collect();
        app.views.heads.retain(|head, key| !key.is_empty() || !heads.contains(head));
        app.warn(app.words.get(id!("import-no-names")).into_owned());
        return vec![Effect::RememberHeads(app.views.heads.clone())];
    };
    let out = import::left_out(&sheet, &headings).join(", ");
    let mut lines = words::import::lines(&app.words, &app.folder, &import, app.level());
    if !out.is_empty() {
        lines.insert(0, app.words.say(id!("import-out"), &[("heads", out.into())]));
    }
    if import.edits.is_empty() {
        let lines = lines.into_iter().map(|line| (line, Role::Text)).collect();
        return app.open(Dialog::page(app.words.get(id!("import-title")), lines));
    }
    lines.insert(0, app.words.get(id!("import-ask")).into_owned());
    app.open(Dialog::ask(lines, Consent::Edits(import.edits, SaveKind::Ordinary)))
}

/// Records the column chosen for the heading at this index, and continues.
pub fn chosen(app: &mut App, at: usize, column: Option<String>) -> Vec<Effect> {
    let head = app.views.staff_import.as_ref().and_then(|sheet| sheet.heads.get(at)).map(|head| import::slug(head));
    if let Some(head) = head {
        app.views.heads.insert(head, column.unwrap_or_default());
    }
    let mut effects = go_on(app);
    effects.push(Effect::RememberHeads(app.views.heads.clone()));
    effects
}
