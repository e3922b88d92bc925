//! Commands: an action by its key or by words of its name, and those that only reading line by line needs.

use super::{
    Linear,
    page::{self, Standpoint},
    question,
};
use crate::{
    domain::value::text::{fold, matches},
    tui::{
        action::Action,
        app::App,
        components::picker::Choice,
        effect::Effect,
        event::Key,
        screens::meeting,
        state::{
            consent::Consent,
            dialog::{Chosen, Dialog},
        },
        update::actions,
    },
    words::{Id, id},
};

impl Linear {
    /// Carries out a command.
    pub fn command(&mut self, app: &mut App, said: &str) -> Vec<Effect> {
        let is = |id| fold(&app.words.get(id)) == fold(said);
        if is(id!("linear-again")) {
            self.place = None;
            // A question of the agenda point is asked again after its page.
            if page::is_at_point(app) && !is_question(app) {
                app.dialog = None;
            }
            return Vec::new();
        }
        if is(id!("linear-clear")) {
            return self.clear(app);
        }
        if is(id!("linear-all")) {
            self.is_heard = true;
            let choices = app.dialog.as_ref().map(question::choices).unwrap_or_default();
            self.saying.extend(choices);
            return Vec::new();
        }
        let key = Key::parse(said).filter(|_| page::number(said).is_none() || said.len() == 1);
        if let Some(action) = key.and_then(|key| app.setting.keymap.action(app.contexts(), key)) {
            return self.act(app, action);
        }
        match named(app, said).as_slice() {
            _ if said.is_empty() => self.act(app, Action::Help),
            [action] => self.act(app, *action),
            [] => self.refuse(app.words.say(id!("linear-unknown"), &[("said", said.into())])),
            several => {
                let choice = |action: &Action| Choice::new(Chosen::Act(*action), app.words.get(action.sentence()));
                let choices = several.iter().map(choice).collect();
                app.dialog = Some(Dialog::menu(app.words.get(id!("choose-action")), choices, None));
                Vec::new()
            }
        }
    }

    /// Says why a line does nothing.
    pub fn refuse(&mut self, why: String) -> Vec<Effect> {
        self.is_heard = true;
        self.saying.push(why);
        Vec::new()
    }

    /// Carries out an action of the screens. A question left for it is asked again later.
    fn act(&mut self, app: &mut App, action: Action) -> Vec<Effect> {
        // What was asked unawares is answered first.
        if is_question(app) && !is_of_leaving(app) && !matches!(action, Action::Quit | Action::Help | Action::Explain) {
            return self.refuse(app.words.get(id!("linear-yes-no")).into_owned());
        }
        if action == Action::Help || action == Action::Explain && app.views.sheet.is_none() {
            self.say(app, id!("linear-help"));
            let hint = page::hint(app, self.count);
            return self.refuse(hint);
        }
        if !page::is_offered(app, action) {
            return self.refuse(app.words.get(id!("linear-not-here")).into_owned());
        }
        if page::is_about_no_line(app, action) {
            return self.refuse(app.words.get(id!("linear-which")).into_owned());
        }
        (app.dialog, app.views.arriving) = (None, None);
        let place = Standpoint::of(app);
        let effects = match action {
            Action::Back if page::is_at_point(app) => meeting::act(app, action),
            _ => actions::act(app, action),
        };
        // The cells of the board are for a screen.
        app.views.board.column = None;
        let is_idle =
            effects.is_empty() && app.dialog.is_none() && app.notice.is_none() && app.projection.blank.is_none();
        if is_idle && Standpoint::of(app) == place {
            self.say(app, id!("linear-nothing"));
        }
        effects
    }
}

/// The actions that words name: the one of that very name, else the only one whose name begins so, else all that have
/// these words.
fn named(app: &App, said: &str) -> Vec<Action> {
    let has_key = |action: &Action| !app.setting.keymap.keys(app.contexts(), *action).is_empty();
    let is_named = |action: &Action| {
        matches(&app.words.get(action.sentence()), said) || matches(&app.words.get(action.hint()), said)
    };
    let all = Action::ALL.iter().copied();
    let found: Vec<Action> =
        all.filter(|action| is_named(action) && page::is_offered(app, *action) && has_key(action)).collect();
    let begins = |action: &Action| {
        let of = |name: Id| fold(&app.words.get(name)).starts_with(&fold(said));
        of(action.sentence()) || of(action.hint())
    };
    let whole = found.iter().copied().find(|action| fold(&app.words.get(action.hint())) == fold(said));
    let first: Vec<Action> = found.iter().copied().filter(begins).collect();
    match (whole, first.as_slice()) {
        (Some(action), _) | (None, &[action]) => vec![action],
        (None, []) => found,
        (None, _) => first,
    }
}

/// Whether a yes or a no is awaited.
fn is_question(app: &App) -> bool {
    matches!(app.dialog, Some(Dialog::Question(_)))
}

/// Whether what is asked is to close the meeting or to leave it.
fn is_of_leaving(app: &App) -> bool {
    let Some(Dialog::Question(question)) = &app.dialog else { return false };
    matches!(question.consent, Consent::CloseMeeting | Consent::CloseMeetingWithNames | Consent::LeaveMeeting)
}
