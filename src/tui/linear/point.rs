//! The questions of an agenda point, one after another: what is asked, and what an answer does.

use super::{Awaited, Linear, page, question};
use crate::{
    domain::model::{draft::Draft, plan::Row, progress::Progress},
    tui::{
        action::Action,
        app::App,
        effect::Effect,
        screens::meeting::{self, PointItem},
        state::dialog::{Destination, Dialog},
    },
    words::{self, date, id},
};

/// The outcomes of an action, in the order of their numbers.
const OUTCOMES: [(Progress, Action); 3] =
    [(Progress::Done, Action::Choice1), (Progress::Postponed, Action::Choice2), (Progress::Dropped, Action::Choice3)];

impl Linear {
    /// Asks the next question of the agenda point; returns whether one is asked.
    pub fn ask_at_point(&mut self, app: &mut App, effects: &mut Vec<Effect>) -> bool {
        let Some(draft) = app.folder.draft.clone() else {
            effects.extend(page::back(app));
            return false;
        };
        let items = meeting::items(app);
        let at = app.views.meeting.line;
        match items.get(at) {
            None if items.is_empty() && at == 0 => {
                self.say(app, id!("linear-pause"));
                self.asked = Awaited::Pause;
                return true;
            }
            None => effects.extend(go_on(app, &draft)),
            Some(item @ (PointItem::Presence(_) | PointItem::Return(_) | PointItem::Row(..))) => {
                let mut lines = asked(app, &draft, item);
                if self.is_heard {
                    lines.truncate(1);
                }
                self.saying.extend(lines);
                self.asked = Awaited::Item(item.clone());
                return true;
            }
            // What was said is read with the page.
            Some(PointItem::Entry(..)) => app.views.meeting.line += 1,
            Some(item) => {
                effects.extend(meeting::act(app, Action::Open));
                if let PointItem::Answer(at) = item {
                    name_question(app, &draft, *at);
                }
                // What the wall hides is not asked.
                if app.dialog.is_none() {
                    app.views.meeting.line += 1;
                    if let PointItem::Field(field) = item {
                        app.notice = None;
                        let hidden = app.words.get(id!("hidden")).into_owned();
                        self.saying.push(question::named(app, &field.label, &hidden));
                    }
                }
            }
        }
        false
    }

    /// Takes the answer about a line that no dialog asks about.
    pub fn answer_item(&mut self, app: &mut App, item: &PointItem, line: &str) -> Vec<Effect> {
        let at = app.views.meeting.line;
        let outcome = page::number(line).and_then(|number| OUTCOMES.get(number.checked_sub(1)?));
        let action = match (item, question::yes_or_no(app, line)) {
            _ if line.is_empty() => None,
            (PointItem::Return(_), _) if outcome.is_some() => outcome.map(|(_, action)| *action),
            (PointItem::Presence(name), Some(yes)) => (is_present(app, name) != yes).then_some(Action::Tick),
            (PointItem::Row(id, means), Some(yes)) => {
                let is_open = |row: &Row| match means.and_then(|at| row.means.get(at)) {
                    Some(means) => means.is_open(),
                    None => row.is_open(),
                };
                let is_open = app.folder.plan.row(id).is_some_and(is_open);
                (is_open == yes).then_some(Action::Tick)
            }
            _ => {
                let id = if matches!(item, PointItem::Return(_)) { id!("linear-number") } else { id!("linear-yes-no") };
                return self.refuse(app.words.get(id).into_owned());
            }
        };
        let effects = action.map_or_else(Vec::new, |action| meeting::act(app, action));
        if app.dialog.is_none() {
            app.views.meeting.line = at + 1;
        }
        effects
    }

    /// Takes the answer to a dialog. One that was about a line of the agenda point leads to the next line.
    pub fn answer_dialog(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        let of_point = page::is_at_point(app).then(|| line_of(app)).flatten();
        if let Some(at) = of_point {
            app.views.meeting.line = at;
        }
        let effects = match question::answer(app, line) {
            Ok(effects) => effects,
            Err(why) => return self.refuse(why),
        };
        // The next empty line of a list is the next question anyway.
        if app.dialog.as_ref().is_some_and(meeting::is_empty_line) {
            app.dialog = None;
        }
        if app.dialog.is_none()
            && page::is_at_point(app)
            && let Some(at) = of_point
        {
            app.views.meeting.line = at + 1;
        }
        effects
    }

    /// Clears the field that is asked about.
    pub fn clear(&mut self, app: &mut App) -> Vec<Effect> {
        let of_point = page::is_at_point(app).then(|| line_of(app)).flatten();
        let effects = question::clear(app);
        if let Some(at) = of_point.filter(|_| app.dialog.is_none()) {
            app.views.meeting.line = at + 1;
        }
        effects
    }
}

/// Goes on to the next person, issue or agenda point; after the last one, asks whether to leave.
fn go_on(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let mut effects = meeting::act(app, Action::Next);
    let is_moved = app.folder.draft.as_ref().is_some_and(|now| (now.point, now.rank) != (draft.point, draft.rank));
    app.views.meeting.line = 0;
    if !is_moved {
        effects.extend(meeting::act(app, Action::Back));
    }
    effects
}

/// The line of the agenda point that the open dialog is about.
fn line_of(app: &App) -> Option<usize> {
    let dialog = app.dialog.as_ref()?;
    let items = meeting::items(app);
    let here = app.views.meeting.line;
    match (dialog, dialog.destination()) {
        (_, Some(Destination::Push(..))) => Some(here),
        (_, Some(place)) => {
            let (field, _) = place.field()?;
            let is_about = |item: &PointItem| matches!(item, PointItem::Field(of) if of.path == field.path);
            Some(items.iter().position(is_about).unwrap_or(here))
        }
        (Dialog::Question(_), None) => matches!(items.get(here), Some(PointItem::Close)).then_some(here),
        _ => None,
    }
}

/// Asks the question of the step instead of naming its field.
fn name_question(app: &mut App, draft: &Draft, at: usize) {
    let answer = draft.meeting.issues.get(draft.rank).and_then(|point| point.answers.get(at));
    if let (Some(answer), Some((title, ..))) = (answer, app.dialog.as_mut().and_then(Dialog::asked_mut)) {
        title.clone_from(&answer.question);
    }
}

fn is_present(app: &App, name: &str) -> bool {
    app.folder.draft.as_ref().is_some_and(|draft| draft.meeting.present.iter().any(|present| present == name))
}

/// The question about a line that no dialog asks about.
fn asked(app: &App, draft: &Draft, item: &PointItem) -> Vec<String> {
    let words = &app.words;
    match item {
        PointItem::Presence(name) => {
            let state = words.get(if is_present(app, name) { id!("present") } else { id!("absent") }).into_owned();
            vec![words.say(id!("linear-present"), &[("name", name.as_str().into()), ("state", state.into())])]
        }
        PointItem::Return(position) => {
            let Some(returned) = draft.meeting.returns.get(*position) else { return Vec::new() };
            let what = words::action(words, &returned.what, &returned.who, &returned.when);
            let now = returned.state.map(|state| words.choice(state.word()).into_owned());
            let choices =
                (1..).zip(OUTCOMES).map(|(number, (state, _))| format!("{number} {}", words.choice(state.word())));
            std::iter::once(question::with_value(app, &what, now.as_deref())).chain(choices).collect()
        }
        PointItem::Row(id, means) => {
            let Some(row) = app.folder.plan.row(id) else { return Vec::new() };
            let means = means.and_then(|at| row.means.get(at));
            let (what, when, state) = match means {
                Some(means) => (&means.what, &means.when, means.state()),
                None => (&row.title, &row.when, row.state()),
            };
            let state = words.choice(state.word()).into_owned();
            let when = date::written(words, &when.0);
            let values = [("row", what.as_str().into()), ("when", when.into()), ("state", state.into())];
            vec![words.say(id!("linear-row"), &values)]
        }
        PointItem::Field(_) | PointItem::Answer(_) | PointItem::Entry(..) | PointItem::Add(..) | PointItem::Close => {
            Vec::new()
        }
    }
}
