//! A staff list taken in: a file, the columns that nobody knows yet one by one, what would change, then the board.

use crate::{
    domain::{
        board::{
            column::Column,
            import::{self, Heading, Sheet},
        },
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::{Effect, Weight},
        state::dialog::{Consent, Overlay, Target},
        theme::Role,
    },
    words,
};

/// Asks which file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    ask(app, "import-which", Target::ImportFile)
}

/// Asks for a file to take in: what it holds is nobody's to read on a wall.
pub fn ask(app: &mut App, title: &str, target: Target) -> Vec<Effect> {
    if app.is_projected() {
        app.warn(app.words.get("import-not-here").into_owned());
        return Vec::new();
    }
    app.open(Overlay::line(&app.words, title, "", target))
}

/// The file that somebody typed, or dropped on the window: without the quotes and the escapes of a shell.
pub fn path(typed: &str) -> String {
    let typed = typed.trim().trim_start_matches("file://");
    let bare = typed.trim_matches(['"', '\'']);
    if bare.contains(":\\") { bare.to_owned() } else { bare.replace("\\ ", " ") }
}

/// Goes on with a table: asks about the next column that nobody knows, or shows what would change.
pub fn go_on(app: &mut App, sheet: Sheet) -> Vec<Effect> {
    let names = words::board::all_names(&app.folder.board);
    let headings = import::headings(&sheet, &names, &app.views.heads);
    let unknown = headings.iter().position(|heading| *heading == Heading::Unknown);
    if let Some(at) = unknown {
        let head = sheet.heads[at].clone();
        let example = sheet.rows.iter().filter_map(|(_, row)| row.get(at)).find(|cell| !cell.trim().is_empty());
        let values = [("head", head.into()), ("example", example.cloned().unwrap_or_default().into())];
        let title = app.words.say("import-head", &values);
        let columns = Column::editable(&app.folder.board);
        let columns = columns.map(|c| Choice::labelled(c.key(), words::board::column(&app.words, &c)));
        let out = Choice::labelled("", app.words.get("import-left-out"));
        let choices = std::iter::once(out).chain(columns).collect();
        return app.open(Overlay::pick(&app.words, &title, choices, "", Target::ImportHead(sheet, at)));
    }
    let today = Day(app.today());
    let Some(import) = import::import((&app.folder, &app.setting.catalogues), &sheet, &headings, today) else {
        // What was left out once may be the very column that is missing: it is asked again next time.
        let heads: Vec<String> = sheet.heads.iter().map(|head| import::slug(head)).collect();
        app.views.heads.retain(|head, key| !key.is_empty() || !heads.contains(head));
        app.warn(app.words.get("import-no-names").into_owned());
        return vec![Effect::RememberHeads(app.views.heads.clone())];
    };
    let out = import::left_out(&sheet, &headings).join(", ");
    let mut lines = words::import::lines(&app.words, &app.folder, &import, app.level());
    if !out.is_empty() {
        lines.insert(0, app.words.say("import-out", &[("heads", out.into())]));
    }
    if import.edits.is_empty() {
        app.overlay = Some(Overlay::Read {
            title: app.words.get("import-title").into_owned(),
            lines: lines.into_iter().map(|line| (line, Role::Text)).collect(),
            at: 0,
        });
        return Vec::new();
    }
    lines.insert(0, app.words.get("import-ask").into_owned());
    app.open(Overlay::ask(lines, Consent::Edits(import.edits, Weight::Ordinary)))
}

/// Takes the column that somebody chose for a head, and goes on.
pub fn chosen(app: &mut App, sheet: Sheet, at: usize, key: &str) -> Vec<Effect> {
    let head = import::slug(&sheet.heads[at]);
    app.views.heads.insert(head, key.to_owned());
    let mut effects = go_on(app, sheet);
    effects.push(Effect::RememberHeads(app.views.heads.clone()));
    effects
}
