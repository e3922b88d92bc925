//! The help: the keys of the page, the legend of the signs, the keys of every page.

use crate::{
    tui::{
        action::Action,
        app::App,
        dialog::menus::is_movement,
        keymap::KeyContext,
        state::{
            dialog::Dialog,
            page::{Fold, PageDialog, PageLine},
        },
        theme::Role,
    },
    words::{fault, id},
};

/// The keys of a first day.
const FIRST: [Action; 5] = [Action::Meet, Action::Open, Action::New, Action::Undo, Action::Blank];

/// The width of the keys before the name of what they do.
const NAMED: usize = 16;

/// The help: the faults found when reading, then every action with its keys and its name.
pub fn help(app: &App) -> Dialog {
    let mut lines: Vec<PageLine> = Vec::new();
    for found in &app.faults {
        let said = match app.is_projected() {
            true => vec![fault::line(&app.words, found, app.level())],
            false => fault::lines(&app.words, found),
        };
        for (position, text) in said.into_iter().enumerate() {
            let role = if position == 0 { Role::Alert } else { Role::Text };
            // A caret points at a column of the line above: both are truncated, never wrapped.
            let is_cut = text.starts_with("  ") && !text.starts_with("  →");
            lines.push(PageLine { text, role, fold: if is_cut { Fold::Cut } else { Fold::Wrapped } });
        }
        lines.push((String::new(), Role::Text).into());
    }
    let place = app.words.say(id!("help-place"), &[("place", app.setting.place.as_str().into())]);
    lines.push(PageLine { text: place, role: Role::Dim, fold: Fold::Cut });
    lines.extend(keys(app));
    let title = app.words.get(id!("help-title")).into_owned();
    Dialog::Page(PageDialog { title, keys: id!("keys-help"), lines, at: 0 })
}

/// The keys of this page, the legend of the signs and levels, then the keys of every page.
fn keys(app: &App) -> Vec<PageLine> {
    let line = |action: &Action| {
        let keys = app.setting.keymap.keys(app.contexts(), *action).into_iter();
        let mut keys: Vec<String> = keys.map(|key| app.words.choice(&key.label()).into_owned()).collect();
        keys.dedup();
        let text = format!("{:<NAMED$} {}", keys.join(", "), app.words.get(action.sentence()));
        (!keys.is_empty()).then_some(PageLine { text, role: Role::Text, fold: Fold::Under(NAMED + 1) })
    };
    let heading = |id| PageLine::from((app.words.get(id).into_owned(), Role::Accent));
    let is_shown = |action: &&Action| !is_movement(**action);
    // On the first day, a few keys are enough.
    let is_first_day = app.setting.demo || app.folder.meetings.is_empty();
    let first = is_first_day.then(|| std::iter::once(heading(id!("help-first"))).chain(FIRST.iter().filter_map(line)));
    let here: Vec<Action> = match app.contexts().first() {
        Some(KeyContext::Meeting) => super::meeting::keys(app),
        Some(KeyContext::Cell) => {
            let of_context = |action: &&Action| !app.setting.keymap.keys(&[KeyContext::Cell], **action).is_empty();
            Action::ALL.iter().filter(of_context).copied().collect()
        }
        Some(KeyContext::Person | KeyContext::Row | KeyContext::Global) | None => super::hints(app),
    };
    let everywhere = Action::ALL.iter().filter(is_shown).filter(|action| !here.contains(action)).filter_map(line);
    let legend = [id!("help-signs"), id!("help-levels")].map(|id| (app.words.get(id).into_owned(), Role::Text).into());
    first
        .into_iter()
        .flatten()
        .chain([heading(id!("help-here"))])
        .chain(here.iter().filter_map(line))
        .chain([heading(id!("help-legend"))])
        .chain(legend)
        .chain([heading(id!("help-everywhere"))])
        .chain(everywhere)
        .collect()
}
