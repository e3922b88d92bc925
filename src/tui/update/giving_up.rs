//! Leaving a dialog without an answer: what was typed is there again when its field is opened.

use super::{answer, unsaved};
use crate::{
    tui::{
        app::App,
        effect::Effect,
        screens,
        state::dialog::{Destination, Dialog},
    },
    words::id,
};

/// Abandons a text; it can be resumed at the same destination.
pub fn text(app: &mut App) -> Vec<Effect> {
    let Some(Dialog::Text(dialog)) = app.dialog.take() else { return Vec::new() };
    app.views.arriving = None;
    if let Destination::Filter(before) = &dialog.place {
        return screens::set_filter_while_typing(app, before);
    }
    if let Destination::Founding(step) = dialog.place {
        return screens::founding::left(app, step, dialog.input.text().trim());
    }
    // A question about an import leads back to its preview.
    if matches!(dialog.place, Destination::Survey(_)) {
        return back_to_preview(app);
    }
    let text = dialog.input.text();
    let mut effects = vec![Effect::ForgetTyped];
    // A cell is given up for good, as in any spreadsheet; what nobody typed would hide what is written there since.
    let is_typed = !text.trim().is_empty() && text != dialog.began;
    if is_typed && !matches!(dialog.place, Destination::Cell(..)) {
        match unsaved::place(&dialog.place).filter(|(file, path)| answer::is_of_a_record_gone(app, file, path)) {
            // Nobody can open that field again: the words are offered at the next start.
            Some((file, path)) => {
                effects.insert(0, Effect::HoldTyped(file, path, text));
                app.warn(app.words.get(id!("ours-kept")).into_owned());
            }
            None => {
                app.views.given_up.remember(dialog.place, text);
                app.tell(app.words.get(id!("given-up")).into_owned());
            }
        }
    }
    effects
}

/// Closes a text that cannot be taken now: it is kept in the journal, and resumed at the same destination.
pub fn put_off(app: &mut App) -> Vec<Effect> {
    let held = unsaved::typing(app).map(|(file, path, text)| Effect::HoldTyped(file, path, text));
    let effects = text(app);
    if held.is_some() {
        app.tell(app.words.get(id!("put-off")).into_owned());
    }
    held.into_iter().chain(effects).collect()
}

/// Leaves words without a choice.
pub fn words(app: &mut App) -> Vec<Effect> {
    (app.views.arriving, app.views.meeting.supporting) = (None, None);
    app.dialog = None;
    Vec::new()
}

/// Shows the preview again from which a question was asked; an import that had none yet is given up.
pub fn back_to_preview(app: &mut App) -> Vec<Effect> {
    if app.views.staff_import.is_some() {
        return screens::staff_import::resume(app);
    }
    screens::survey::import::resume(app)
}
