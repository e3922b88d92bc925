//! Commands: an action by its key or by words of its name, and those that only reading line by line needs.

use super::{Linear, page};
use crate::{
    domain::value::text::{fold, matches},
    tui::{
        action::Action,
        app::App,
        components::picker::Choice,
        dialog::menus,
        effect::Effect,
        event::Key,
        screens::meeting,
        state::dialog::{Chosen, Dialog},
        update::actions,
    },
    words::id,
};

impl Linear {
    /// Carries out a command.
    pub fn command(&mut self, app: &mut App, said: &str) -> Vec<Effect> {
        let is = |id| fold(&app.words.get(id)) == fold(said);
        if is(id!("linear-again")) {
            self.place = None;
            return Vec::new();
        }
        if is(id!("linear-clear")) {
            return self.clear(app);
        }
        if is(id!("linear-all")) {
            self.saying.extend(app.dialog.as_ref().map(super::question::choices).unwrap_or_default());
            return Vec::new();
        }
        if let Some(action) = Key::parse(said).and_then(|key| app.setting.keymap.action(app.contexts(), key)) {
            return self.act(app, action);
        }
        let named = |action: &Action| {
            let is_named =
                matches(&app.words.get(action.sentence()), said) || matches(&app.words.get(action.hint()), said);
            is_named && !menus::is_movement(*action) && !app.setting.keymap.keys(app.contexts(), *action).is_empty()
        };
        let found: Vec<Action> = Action::ALL.iter().copied().filter(named).collect();
        let whole = |action: &Action| fold(&app.words.get(action.hint())) == fold(said);
        let begins = |action: &Action| fold(&app.words.get(action.sentence())).starts_with(&fold(said));
        let first: Vec<Action> = found.iter().copied().filter(begins).collect();
        let only = found.iter().copied().find(whole).or(if first.len() == 1 { Some(first[0]) } else { None });
        if said.is_empty() {
            return self.act(app, Action::Help);
        }
        if let Some(action) = only {
            return self.act(app, action);
        }
        match found.as_slice() {
            [action] => self.act(app, *action),
            [] => {
                let text = app.words.say(id!("linear-unknown"), &[("said", said.into())]);
                self.saying.push(text);
                Vec::new()
            }
            several => {
                let choice = |action: &Action| Choice::new(Chosen::Act(*action), app.words.get(action.sentence()));
                let choices = several.iter().map(choice).collect();
                app.dialog = Some(Dialog::menu(app.words.get(id!("choose-action")), choices, None));
                Vec::new()
            }
        }
    }

    /// Carries out an action of the screens. A question left for it is asked again later.
    fn act(&mut self, app: &mut App, action: Action) -> Vec<Effect> {
        (app.dialog, app.views.arriving) = (None, None);
        if action == Action::Help {
            self.say(app, id!("linear-help"));
        }
        if page::is_at_point(app) && action == Action::Back {
            return meeting::act(app, action);
        }
        actions::act(app, action)
    }
}
