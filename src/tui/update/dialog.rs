//! Answers to what stands in front of a screen: keys, clicks and pastes, and where each answer goes.

use serde_json::json;

use super::{consent, prompts, unsaved};
use crate::{
    domain::{edit::cascade, model::cycle::Step, privacy::audience::Level, value::when::Day},
    tui::{
        action::Action,
        app::App,
        components::{
            list,
            picker::{Mode, Picked},
            sides::Decided,
        },
        dialog::{create, open},
        effect::{Effect, Weight},
        event::{Code, Key},
        screens,
        state::dialog::{Overlay, Target},
    },
    words::{self, Id, families, id},
};

/// Takes a text pasted at once.
pub fn paste(app: &mut App, text: &str) {
    match &mut app.overlay {
        Some(Overlay::Edit { input, .. }) => input.paste(text),
        Some(Overlay::Pick { picker, .. }) => {
            picker.filter.paste(text);
            picker.at = 0;
        }
        _ => {}
    }
}

/// What an answer leads to.
#[derive(Debug)]
pub enum Answered {
    /// These effects.
    Effects(Vec<Effect>),
    /// An action that was chosen by name.
    Act(Action),
    /// Moves through the undo history: negative undoes, positive redoes.
    UndoRedo(i32),
}

impl From<Vec<Effect>> for Answered {
    fn from(effects: Vec<Effect>) -> Self {
        Answered::Effects(effects)
    }
}

/// Goes to a place of what stands in front.
pub fn go_to(app: &mut App, line: usize) {
    match &mut app.overlay {
        Some(Overlay::Pick { picker, .. }) => picker.at = line,
        Some(Overlay::Read { at, .. } | Overlay::Ask { at, .. } | Overlay::Help(at) | Overlay::Columns { at, .. }) => {
            *at = line;
        }
        Some(Overlay::Edit { .. } | Overlay::Sides(_)) | None => {}
    }
}

/// Takes a click on a line.
pub fn click(app: &mut App, line: usize) -> Answered {
    match &mut app.overlay {
        Some(Overlay::Pick { picker, target, .. }) => {
            let (picked, target) = (picker.click(line), target.clone());
            pick(app, picked, &target)
        }
        Some(Overlay::Sides(sides)) => {
            sides.click(line);
            Vec::new().into()
        }
        Some(Overlay::Columns { .. }) => screens::board::columns::click(app, line).into(),
        _ => Vec::new().into(),
    }
}

/// Takes a key.
pub fn key(app: &mut App, key: Key) -> Answered {
    let in_cell = matches!(
        app.overlay,
        Some(Overlay::Edit { target: Target::Cell(..), .. } | Overlay::Pick { target: Target::Cell(..), .. })
    );
    // What is kept may move or filter out the line: the next one is who came next, not what comes up in its place.
    let next = in_cell.then(|| screens::board::below(app)).flatten();
    let answered = take(app, key);
    if in_cell && app.overlay.is_none() {
        screens::board::cell::go_on(app, key, next);
    }
    answered
}

fn take(app: &mut App, key: Key) -> Answered {
    match &mut app.overlay {
        Some(Overlay::Columns { .. }) => screens::board::columns::key(app, key).into(),
        // Words that were ticked are kept, as a note is.
        Some(Overlay::Pick { picker, target, .. }) if key.code == Code::Esc && picker.mode == Mode::ManyOrTyped => {
            let (ticked, target) = (picker.ticked.clone(), target.clone());
            pick(app, Picked::Values(ticked), &target)
        }
        Some(Overlay::Pick { target, .. }) if key.code == Code::Esc => {
            if let Target::Theme(before) = target {
                let before = app.setting.themes.get(before);
                *app.theme_mut() = before;
            }
            app.overlay = None;
            Vec::new().into()
        }
        Some(Overlay::Pick { picker, target, .. }) => {
            let (picked, target) = (picker.key(key), target.clone());
            pick(app, picked, &target)
        }
        _ => other_key(app, key).into(),
    }
}

fn other_key(app: &mut App, key: Key) -> Vec<Effect> {
    match &mut app.overlay {
        None | Some(Overlay::Pick { .. } | Overlay::Columns { .. }) => Vec::new(),
        Some(Overlay::Help(at) | Overlay::Read { at, .. }) => {
            match key.code {
                Code::Down | Code::PageDown => *at += if key.code == Code::Down { 1 } else { 10 },
                Code::Up | Code::PageUp => *at = at.saturating_sub(if key.code == Code::Up { 1 } else { 10 }),
                _ => app.overlay = None,
            }
            Vec::new()
        }
        Some(Overlay::Sides(sides)) => match sides.key(key) {
            Decided::NotYet => Vec::new(),
            Decided::Later => {
                app.overlay = None;
                app.warn(app.words.get(id!("sides-later")).into_owned());
                Vec::new()
            }
            Decided::Yes => {
                let sides = sides.clone();
                app.overlay = None;
                prompts::settle(app, &sides)
            }
        },
        Some(Overlay::Ask { lines, consent, at }) => {
            // Lines wrap in a narrow window: the end of the last one is reached too.
            let length = lines.iter().map(|line| 1 + line.chars().count() / 30).sum();
            if let Some(moved) = list::way(key.code).and_then(|way| list::moved(*at, length, way)) {
                *at = moved;
                return Vec::new();
            }
            let consent = consent.clone();
            match key.code {
                Code::Enter if consent.is_for_ever() => Vec::new(),
                Code::Enter | Code::Char('o' | 'O') => {
                    app.overlay = None;
                    consent::given(app, consent)
                }
                Code::Esc | Code::Char('n' | 'N') => {
                    app.overlay = None;
                    consent::withheld(app, consent)
                }
                _ => Vec::new(),
            }
        }
        Some(Overlay::Edit { input, target, .. }) => {
            let done = match (key.code, input.has_lines()) {
                (Code::Esc, _) => {
                    let abandoned = !input.has_lines() || input.text().trim().is_empty();
                    // Esc keeps a long text: nobody loses a note by a slip of the finger.
                    if abandoned {
                        if let Target::Filter(before) = target.clone() {
                            app.overlay = None;
                            return screens::set_filter_while_typing(app, &before);
                        }
                        let typed = Some(input.text()).filter(|text| !text.trim().is_empty());
                        let given_up = typed.map(|text| (target.clone(), text));
                        app.overlay = None;
                        if given_up.is_some() {
                            app.views.given_up = given_up;
                            app.tell(app.words.get(id!("given-up")).into_owned());
                        }
                        return vec![Effect::ForgetTyped];
                    }
                    true
                }
                (Code::Enter, false) | (Code::Tab, _) => true,
                (Code::BackTab, false) => true,
                _ => key.ctrl && key.code == Code::Char('s'),
            };
            if !done {
                input.key(key);
                if matches!(target, Target::Filter(_)) {
                    let typed = input.text();
                    return screens::set_filter_while_typing(app, typed.trim());
                }
                return Vec::new();
            }
            let (text, target) = (input.text(), target.clone());
            // A file that cannot be read takes nothing: the text stays in front, and in the journal.
            if unsaved::typing(app).is_some_and(|(file, ..)| app.folder.broken.contains(&file)) {
                return refuse(app, id!("broken-takes-nothing"));
            }
            answer(app, &target, &text)
        }
    }
}

fn pick(app: &mut App, picked: Picked, target: &Target) -> Answered {
    match (picked, target) {
        (Picked::NotYet, Target::Theme(_)) => {
            let here = match &app.overlay {
                Some(Overlay::Pick { picker, .. }) => {
                    picker.matching().get(picker.at).map(|choice| choice.value.clone())
                }
                _ => None,
            };
            if let Some(id) = here {
                *app.theme_mut() = app.setting.themes.get(&id);
            }
            Vec::new().into()
        }
        (Picked::NotYet, _) => Vec::new().into(),
        (Picked::Values(values), Target::Stroke) => {
            app.overlay = None;
            let steps: i32 = values.first().and_then(|steps| steps.parse().ok()).unwrap_or(0);
            // Whoever chooses a moment goes through all that came after it.
            app.history.reconsider();
            Answered::UndoRedo(steps)
        }
        (Picked::Values(values), Target::Command) => {
            app.overlay = None;
            let (kind, id) = values.first().and_then(|value| value.split_once(':')).unwrap_or_default();
            match (kind, Action::from_id(id)) {
                ("action", Some(action)) => Answered::Act(action),
                _ => screens::show(app, kind, id).into(),
            }
        }
        (Picked::Values(values), _) => answer(app, target, &values.join("\n")).into(),
    }
}

/// Puts an answer where it goes.
fn answer(app: &mut App, target: &Target, text: &str) -> Vec<Effect> {
    let mut effects = match target {
        Target::Field(field) | Target::Cell(field, _) => {
            let value = match field.kind.parse(text, app.year(), app.today()) {
                Ok(value) => value,
                Err(why) => return refuse(app, families::refusal(why)),
            };
            let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
            let made = match target {
                Target::Cell(_, people) => screens::board::cell::edits(app, field, people, value.as_ref()),
                _ => cascade::edits(&app.folder, &field.file, &path, value, Day(app.today())),
            };
            match made {
                Ok(edits) => {
                    app.overlay = None;
                    app.views.board.marked.clear();
                    app.edit(edits, Weight::Ordinary)
                }
                // What was typed stays in front: the person may be gone, the words are not.
                Err(fault) => {
                    let said = words::fault::line(&app.words, &fault, app.level());
                    if let Some(Overlay::Edit { refusal, .. }) = &mut app.overlay {
                        *refusal = Some(said);
                        return Vec::new();
                    }
                    app.overlay = None;
                    app.warn(said);
                    Vec::new()
                }
            }
        }
        Target::Trace { person, field, written } => {
            app.overlay = None;
            screens::trace::answer(app, person, field, *written, text)
        }
        _ => {
            app.overlay = None;
            other_answer(app, target, text)
        }
    };
    effects.push(Effect::ForgetTyped);
    // Something said may lead to the next question; nothing said leads nowhere.
    if !text.trim().is_empty()
        && app.overlay.is_none()
        && let Some(field) = screens::meeting::next_question(app, target)
    {
        effects.extend(app.open(open::edit_field(app, field)));
    }
    effects
}

fn refuse(app: &mut App, why: Id) -> Vec<Effect> {
    let sentence = app.words.get(why).into_owned();
    if let Some(Overlay::Edit { refusal, .. }) = &mut app.overlay {
        *refusal = Some(sentence);
    }
    Vec::new()
}

fn other_answer(app: &mut App, target: &Target, text: &str) -> Vec<Effect> {
    let trimmed = text.trim();
    match target {
        Target::Push(file, path) if !trimmed.is_empty() => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let item = if path.last() == Some(&"actions") { json!({ "quoi": trimmed }) } else { json!(trimmed) };
            app.push(file, &path, item)
        }
        Target::NewTerm if !trimmed.is_empty() => screens::landmarks::add_term(app, trimmed),
        Target::Give(field, word) if !trimmed.is_empty() => screens::landmarks::give(app, trimmed, field, word),
        Target::VersionName => vec![Effect::KeepVersion(trimmed.into())],
        Target::Filter(_) => screens::set_filter(app, trimmed),
        Target::Departure(id) => screens::archive::leave(app, id, trimmed),
        Target::Since => screens::between::since(app, trimmed),
        Target::Until(from) => screens::between::until(app, *from, trimmed),
        Target::ImportFile if !trimmed.is_empty() => vec![Effect::ReadSheet(screens::staff_import::path(trimmed))],
        Target::ImportHead(sheet, at) => screens::staff_import::chosen(app, sheet.clone(), *at, trimmed),
        Target::SurveyFile | Target::Survey(_) => screens::survey::import::answer(app, target, trimmed),
        Target::Sort => screens::board::counting::sort_by(app, trimmed),
        Target::Count => screens::board::counting::bars(app, trimmed),
        Target::Bar => screens::set_filter(app, trimmed),
        Target::Found => {
            app.views.meetings.show(&app.folder, trimmed);
            Vec::new()
        }
        Target::FilterIssue => {
            app.views.plan.issue = Some(trimmed.to_owned()).filter(|id| !id.is_empty());
            app.views.plan.at = 0;
            Vec::new()
        }
        Target::FilterStep => {
            app.views.plan.step = Step::from_id(trimmed);
            app.views.plan.at = 0;
            Vec::new()
        }
        Target::Theme(_) => {
            *app.theme_mut() = app.setting.themes.get(trimmed);
            // A wall's theme lasts as long as the sitting; a file of that name changes it for good.
            if app.is_projected() { Vec::new() } else { vec![Effect::RememberTheme(trimmed.into())] }
        }
        Target::Publication => {
            let offered = trimmed.parse().ok().and_then(|at: usize| open::offered(app).into_iter().nth(at));
            offered.map(|(publication, form)| Effect::Publish(publication, form)).into_iter().collect()
        }
        Target::Level => Level::from_word(trimmed).map_or_else(Vec::new, |level| app.set_level(level)),
        Target::Meeting => Level::from_word(trimmed).map_or_else(Vec::new, |level| screens::meeting::begin(app, level)),
        _ if trimmed.is_empty() => Vec::new(),
        _ => create::add(app, target, text.trim_end()),
    }
}
