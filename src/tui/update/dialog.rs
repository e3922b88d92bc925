//! Keys, clicks and pastes in the modal dialog.

use super::{actions, answer, consent, giving_up, prompts};
use crate::{
    domain::model::field_kind::Kind,
    tui::{
        app::App,
        components::{input::Input, sides::Decided},
        dialog::{create, days, preview::PreviewKey, question::Reply, text::Typing},
        effect::Effect,
        event::{Key, KeyName},
        screens::{self, board::cell},
        state::{
            CellEntry, Screen,
            dialog::{Chosen, Destination, Dialog, MenuDialog, PreviewAct, TextDialog},
            founding::FoundingStep,
            new_record::ImpactKind,
        },
    },
    words::id,
};

/// Handles a pasted text.
pub fn paste(app: &mut App, text: &str) {
    match &mut app.dialog {
        Some(Dialog::Text(dialog)) => dialog.input.paste(text),
        Some(Dialog::Words(dialog)) => {
            dialog.picker.filter.paste(text);
            dialog.picker.at = 0;
        }
        Some(Dialog::Menu(menu)) => {
            menu.picker.filter.paste(text);
            menu.picker.at = 0;
        }
        Some(
            Dialog::Question(_) | Dialog::Sides(_) | Dialog::Page(_) | Dialog::Preview(_) | Dialog::Columns { .. },
        )
        | None => {}
    }
}

/// Moves to a line of the dialog.
pub fn go_to(app: &mut App, line: usize) {
    match &mut app.dialog {
        Some(Dialog::Words(dialog)) => dialog.picker.at = line,
        Some(Dialog::Menu(menu)) => menu.picker.at = line,
        Some(Dialog::Page(page)) => page.at = line,
        Some(Dialog::Question(question)) => question.at = line,
        Some(Dialog::Columns { at, .. }) => *at = line,
        Some(Dialog::Preview(preview)) => preview.at = line,
        Some(Dialog::Text(_) | Dialog::Sides(_)) | None => {}
    }
}

/// Handles a click on a line.
pub fn click(app: &mut App, line: usize) -> Vec<Effect> {
    match &mut app.dialog {
        Some(Dialog::Words(dialog)) => {
            let picked = dialog.picker.click(line);
            take_words(app, picked)
        }
        Some(Dialog::Menu(menu)) => {
            menu.picker.at = line;
            let chosen = menu.picker.choose(Key::plain(KeyName::Enter));
            take_chosen(app, chosen)
        }
        Some(Dialog::Sides(sides)) => {
            sides.click(line);
            Vec::new()
        }
        Some(Dialog::Columns { .. }) => screens::board::columns::click(app, line),
        Some(Dialog::Preview(preview)) => {
            let did = preview.click(line);
            act(app, did)
        }
        Some(Dialog::Text(_) | Dialog::Question(_) | Dialog::Page(_)) | None => Vec::new(),
    }
}

/// Handles a key.
pub fn key(app: &mut App, key: Key) -> Vec<Effect> {
    let place = app.dialog.as_ref().and_then(Dialog::destination);
    let in_cell = matches!(place, Some(Destination::Cell(..)));
    let around = in_cell.then(|| cell::Around::cursor(app));
    if in_cell && key.code == KeyName::F(2) {
        app.views.board.entry = CellEntry::Opened;
        if let Some((_, input, _)) = app.dialog.as_mut().and_then(Dialog::asked_mut) {
            input.correct();
        }
        return Vec::new();
    }
    let effects = match path_typed(app).filter(|_| key.code == KeyName::Tab) {
        Some(typed) => vec![Effect::Complete(typed)],
        None if in_cell && cell::keeps(app, key) => take(app, Key::plain(KeyName::Enter)),
        None => take(app, key),
    };
    if let Some(around) = around.filter(|_| app.dialog.is_none()) {
        cell::go_on(app, key, around);
    }
    effects
}

/// Puts a completed path where a path is being typed.
pub fn complete(app: &mut App, path: &str) {
    if let Some((_, input, _)) = app.dialog.as_mut().and_then(Dialog::asked_mut) {
        *input = Input::line(path);
    }
}

/// The path being typed, where the answer is one.
fn path_typed(app: &App) -> Option<String> {
    let is_path = |place: &Destination| {
        let asked = Destination::Founding(FoundingStep::Place);
        matches!(place, Destination::StaffFile | Destination::SurveyFile | Destination::School) || *place == asked
    };
    let dialog = app.dialog.as_ref()?;
    let typed = dialog.typed().filter(|_| dialog.destination().is_some_and(is_path))?.text();
    Some(typed).filter(|typed| !typed.trim().is_empty())
}

/// Leaves a menu without a choice: what it showed is put back, and what asked it is shown again.
fn leave_menu(app: &mut App, menu: MenuDialog) -> Vec<Effect> {
    app.dialog = None;
    show(app, menu.before.as_ref());
    let is_of_founding = menu.picker.choices.iter().any(|choice| matches!(choice.value, Chosen::Founding(_)));
    if is_of_founding { screens::founding::show(app) } else { giving_up::back_to_preview(app) }
}

/// Whether a key leaves an empty line of a list of the meeting, and goes on with the page.
fn leaves_an_empty_line(app: &App, key: Key) -> bool {
    matches!(key.code, KeyName::Up | KeyName::Down | KeyName::Left | KeyName::Right)
        && app.dialog.as_ref().is_some_and(screens::meeting::is_empty_line)
}

/// Handles a key that goes elsewhere from a text: on with the page, or back to the question before.
fn goes_elsewhere(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    if leaves_an_empty_line(app, key) {
        app.dialog = None;
        let action = app.setting.keymap.action(app.contexts(), key);
        return Some(action.map_or_else(Vec::new, |action| actions::act(app, action)));
    }
    match &app.dialog {
        Some(Dialog::Text(TextDialog { place: Destination::Founding(step), input, .. }))
            if key.code == KeyName::BackTab =>
        {
            let (step, text) = (*step, input.text());
            Some(screens::founding::back(app, step, text.trim()))
        }
        Some(Dialog::Text(TextDialog { place: Destination::Trace { person, field, written }, input, .. }))
            if key.code == KeyName::BackTab =>
        {
            let (person, field, written, text) = (person.clone(), field.clone(), *written, input.text());
            Some(screens::trace::back(app, &person, &field, written, &text))
        }
        _ => None,
    }
}

/// Completes the source of the days being typed, where only one of the plan's goes on with it.
fn complete_source(app: &mut App, key: Key) -> bool {
    let Some(Dialog::Text(dialog)) = app.dialog.as_ref().filter(|_| key.code == KeyName::End) else { return false };
    let is_days = dialog.place.field().is_some_and(|(field, _)| field.kind == Kind::Taken);
    let completed = is_days.then(|| days::completed(app, &dialog.input.text())).flatten();
    completed.is_some_and(|text| {
        complete(app, &text);
        true
    })
}

fn take(app: &mut App, key: Key) -> Vec<Effect> {
    if let Some(effects) = goes_elsewhere(app, key) {
        return effects;
    }
    if complete_source(app, key) {
        return Vec::new();
    }
    match &mut app.dialog {
        // A text that was refused locks nobody in: Esc closes it, and keeps it for later.
        Some(Dialog::Text(dialog)) if key.code == KeyName::Esc && dialog.refusal.is_some() => giving_up::put_off(app),
        Some(Dialog::Text(dialog)) => {
            let typed = dialog.key(key);
            take_typed(app, typed)
        }
        Some(Dialog::Words(dialog)) => {
            if key.code == KeyName::Esc {
                return giving_up::words(app);
            }
            let picked = dialog.picker.key(key);
            take_words(app, picked)
        }
        Some(Dialog::Menu(menu)) if key.code == KeyName::Esc => {
            let menu = menu.clone();
            leave_menu(app, menu)
        }
        Some(Dialog::Menu(menu)) => {
            let chosen = menu.picker.choose(key);
            take_chosen(app, chosen)
        }
        Some(Dialog::Question(question)) => match question.key(key) {
            // Whoever types letters is not answering: Enter waits for a pause.
            Reply::NotYet => {
                let is_typing = matches!(key.code, KeyName::Char(_)) && !question.consent.is_irreversible();
                app.views.unseen = is_typing.then_some(app.now);
                Vec::new()
            }
            answer @ (Reply::Yes | Reply::No) => answer_question(app, answer),
        },
        Some(Dialog::Sides(sides)) => {
            let decided = sides.key(key);
            settle(app, decided)
        }
        Some(Dialog::Page(page)) => {
            if page.key(key) == crate::tui::dialog::page::PageState::Closed {
                app.dialog = None;
            }
            Vec::new()
        }
        Some(Dialog::Columns { .. }) => screens::board::columns::key(app, key),
        Some(Dialog::Preview(preview)) => {
            let did = preview.key(key);
            act(app, did)
        }
        None => Vec::new(),
    }
}

/// Does what a line of a preview is for.
fn act(app: &mut App, did: PreviewKey) -> Vec<Effect> {
    match did {
        PreviewKey::Stays => Vec::new(),
        PreviewKey::Closes => {
            app.dialog = None;
            if app.views.founding.is_some() {
                app.tell(app.words.get(id!("founding-later")).into_owned());
            }
            (app.views.staff_import, app.views.survey_import) = (None, None);
            Vec::new()
        }
        PreviewKey::Acts(PreviewAct::Staff(act)) => screens::staff_import::act(app, act),
        PreviewKey::Acts(PreviewAct::Survey(act)) => screens::survey::import::act(app, act),
        PreviewKey::Acts(PreviewAct::Founding(act)) => screens::founding::act(app, act),
    }
}

fn settle(app: &mut App, decided: Decided) -> Vec<Effect> {
    if decided == Decided::NotYet {
        return Vec::new();
    }
    let Some(Dialog::Sides(sides)) = app.dialog.take() else { return Vec::new() };
    if decided == Decided::Yes {
        return prompts::settle(app, &sides);
    }
    app.warn(app.words.get(id!("sides-later")).into_owned());
    Vec::new()
}

fn answer_question(app: &mut App, answer: Reply) -> Vec<Effect> {
    let Some(Dialog::Question(question)) = app.dialog.take() else { return Vec::new() };
    match answer {
        Reply::Yes => consent::given(app, question.consent),
        Reply::No | Reply::NotYet => consent::withheld(app, question.consent),
    }
}

fn take_typed(app: &mut App, typed: Typing) -> Vec<Effect> {
    let Some(Dialog::Text(dialog)) = &app.dialog else { return Vec::new() };
    match typed {
        Typing::NotYet if matches!(dialog.place, Destination::Filter(_)) => {
            let typed = dialog.input.text();
            screens::set_filter_while_typing(app, typed.trim())
        }
        Typing::NotYet => Vec::new(),
        Typing::GivenUp => giving_up::text(app),
        Typing::Done => {
            let (place, text) = (dialog.place.clone(), dialog.input.text());
            answer::take(app, &place, &text)
        }
    }
}

fn take_words(app: &mut App, picked: Option<Vec<String>>) -> Vec<Effect> {
    match (&app.dialog, picked) {
        (Some(Dialog::Words(dialog)), Some(words)) => {
            let place = dialog.place.clone();
            answer::take(app, &place, &words.join("\n"))
        }
        _ => Vec::new(),
    }
}

fn take_chosen(app: &mut App, chosen: Option<Chosen>) -> Vec<Effect> {
    match (&app.dialog, chosen) {
        (_, Some(chosen)) => {
            app.dialog = None;
            choose(app, chosen)
        }
        (Some(Dialog::Menu(menu)), None) if menu.before.is_some() => {
            let here = menu.picker.here().map(|choice| choice.value.clone());
            show(app, here.as_ref());
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Previews a line of a menu, for menus with a live preview.
fn show(app: &mut App, chosen: Option<&Chosen>) {
    if let Some(Chosen::Theme(id)) = chosen {
        *app.theme_mut() = app.setting.themes.get(id);
    }
}

fn show_meeting(app: &mut App, stem: &str) -> Vec<Effect> {
    let effects = app.go(Screen::Meetings);
    app.views.meetings.show(&app.folder, stem);
    effects
}

/// Carries out a choice made in a menu.
fn choose(app: &mut App, chosen: Chosen) -> Vec<Effect> {
    match chosen {
        Chosen::Act(action) => actions::act(app, action),
        Chosen::Show(subject) => app.open_sheet(subject),
        Chosen::ShowMeeting(stem) => show_meeting(app, &stem),
        Chosen::ShowEntry { catalogue, code } => {
            screens::landmarks::show(app, &catalogue, &code.unwrap_or_default());
            Vec::new()
        }
        Chosen::UndoRedo(steps) => {
            // Going to a chosen point also retries the changes skipped before.
            app.history.reconsider();
            actions::undo_redo(app, steps)
        }
        Chosen::Theme(id) => {
            *app.theme_mut() = app.setting.themes.get(&id);
            // The projector theme lasts for the session; only a file of that name changes it permanently.
            if app.is_projected() { Vec::new() } else { vec![Effect::RememberTheme(id)] }
        }
        Chosen::Link(link) => screens::sheet::links::confirm(app, &link),
        Chosen::Publish(publication, form) => vec![Effect::Publish(publication, form)],
        Chosen::Level(level) => actions::change_level(app, level),
        Chosen::OnWall(field) => screens::meeting::show(app, &field),
        Chosen::LeftOpen(choice) => actions::settle_left_open(app, choice),
        Chosen::Meet(level) => screens::meeting::begin(app, level),
        Chosen::Sit(instance) => screens::meeting::sit(app, instance),
        Chosen::Sort(column) => screens::board::counting::sort_by(app, column.as_deref()),
        Chosen::Count(column) => screens::board::counting::bars(app, &column),
        Chosen::Filter(words) => screens::set_filter(app, &words),
        Chosen::FilterIssue(issue) => {
            app.views.plan.issue = issue;
            app.views.plan.at = 0;
            Vec::new()
        }
        Chosen::FilterStep(step) => {
            app.views.plan.step = step;
            app.views.plan.at = 0;
            Vec::new()
        }
        Chosen::NewImpact(ImpactKind::Survey) => screens::survey::import::begin(app),
        Chosen::NewImpact(ImpactKind::Check) => screens::impact::measure(app, None),
        Chosen::NewImpact(ImpactKind::Part(part)) => screens::impact::of_which_issue(app, part),
        Chosen::NewOfIssue(part, issue) => create::ask_part(app, part, issue),
        Chosen::NewCheck(issue) => create::check(app, &issue),
        Chosen::NewMeans(row) => screens::plan::add_means(app, &row, ""),
        Chosen::Pairing(pairing, person) => screens::pair::chosen(app, pairing, &person),
        Chosen::ServeIssue { row, issue } => create::service(app, &row, &issue),
        Chosen::Give { person, list, word } => screens::landmarks::give(app, &person, &list, &word),
        Chosen::Covered { code, is_done } => screens::landmarks::answer_coverage(app, &code, is_done),
        Chosen::Staff(answer) => screens::staff_import::answered(app, answer),
        Chosen::Survey(answer) => screens::survey::import::chosen(app, answer),
        Chosen::Founding(choice) => screens::founding::chosen(app, choice),
        Chosen::ColumnKind(column, kind) => screens::board::columns::set_kind(app, &column, kind),
        Chosen::View(choice) => screens::board::views::chosen(app, choice),
        Chosen::School(Some(place)) => vec![Effect::OpenSchool(place)],
        Chosen::School(None) => app.open(Dialog::line(&app.words, id!("school-which"), "", Destination::School)),
    }
}
