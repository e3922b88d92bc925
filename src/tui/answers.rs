//! Answers to what stands in front of a screen: keys, clicks and pastes, and where each answer goes.

use serde_json::{Value, json};

use super::{
    action::Action,
    adding,
    app::App,
    asking,
    components::{
        input::Input,
        list,
        picker::{Mode, Picked},
        sides::Decided,
    },
    effect::Effect,
    event::{Code, Key},
    field::{Field, Kind},
    overlay::{Consent, Overlay, Target},
    questions, screens,
    views::Screen,
};
use crate::domain::{
    cycle::Step,
    document::FileId,
    edit::{self, Edit},
    level::Level,
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
    /// So many gestures back, when negative, or on.
    Travel(i32),
}

impl From<Vec<Effect>> for Answered {
    fn from(effects: Vec<Effect>) -> Self {
        Answered::Effects(effects)
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
        _ => Vec::new().into(),
    }
}

/// Takes a key.
pub fn key(app: &mut App, key: Key) -> Answered {
    match &mut app.overlay {
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
        None | Some(Overlay::Pick { .. }) => Vec::new(),
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
                app.warn(app.words.get("sides-later").into_owned());
                Vec::new()
            }
            Decided::Yes => {
                let sides = sides.clone();
                app.overlay = None;
                questions::settle(app, &sides)
            }
        },
        Some(Overlay::Ask { lines, consent, at }) => {
            let moved = match key.code {
                Code::Up => list::moved(*at, lines.len(), Action::Up),
                Code::Down => list::moved(*at, lines.len(), Action::Down),
                _ => None,
            };
            if let Some(moved) = moved {
                *at = moved;
                return Vec::new();
            }
            let consent = consent.clone();
            match key.code {
                Code::Enter if consent.is_for_ever() => Vec::new(),
                Code::Enter | Code::Char('o' | 'O') => {
                    app.overlay = None;
                    consented(app, consent)
                }
                Code::Esc | Code::Char('n' | 'N') => {
                    app.overlay = None;
                    refused(app, consent)
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
                        let typed = Some(input.text()).filter(|text| !text.trim().is_empty());
                        let given_up = typed.map(|text| (target.clone(), text));
                        app.overlay = None;
                        if given_up.is_some() {
                            app.views.given_up = given_up;
                            app.tell(app.words.get("given-up").into_owned());
                        }
                        return vec![Effect::ForgetTyped];
                    }
                    true
                }
                (Code::Enter, false) | (Code::Tab, _) => true,
                _ => key.ctrl && key.code == Code::Char('s'),
            };
            if !done {
                input.key(key);
                return Vec::new();
            }
            let (text, target) = (input.text(), target.clone());
            // A file that cannot be read takes nothing: the text stays in front, and in the journal.
            if typing(app).is_some_and(|(file, ..)| app.folder.broken.contains(&file)) {
                return refuse(app, "broken-takes-nothing");
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
            Answered::Travel(steps)
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
        Target::Field(field) => {
            let value = match field.parse(text, app.year(), app.today()) {
                Ok(value) => value,
                Err(why) => return refuse(app, why),
            };
            app.overlay = None;
            screens::sheet::set(app, field, value)
        }
        Target::TracePart(person) => {
            let title = app.words.get(&format!("field-{}", crate::domain::text::ascii(text))).into_owned();
            let target = Target::Trace(person.clone(), text.into());
            app.overlay = Some(Overlay::Edit { title, input: Input::lines(""), target, refusal: None });
            return Vec::new();
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
        effects.extend(app.open(asking::edit_field(app, field)));
    }
    effects
}

fn refuse(app: &mut App, why: &str) -> Vec<Effect> {
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
        Target::Filter => screens::set_filter(app, trimmed),
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
            let offered = trimmed.parse().ok().and_then(|at: usize| asking::offered(app).into_iter().nth(at));
            offered.map(|(publication, form)| Effect::Publish(publication, form)).into_iter().collect()
        }
        Target::Level => Level::from_word(trimmed).map_or_else(Vec::new, |level| app.set_level(level)),
        Target::Meeting => Level::from_word(trimmed).map_or_else(Vec::new, |level| screens::meeting::begin(app, level)),
        _ if trimmed.is_empty() => Vec::new(),
        _ => adding::add(app, target, text.trim_end()),
    }
}

fn consented(app: &mut App, consent: Consent) -> Vec<Effect> {
    match consent {
        Consent::Edits(edits, weight) => app.edit(edits, weight),
        Consent::CloseMeeting => screens::meeting::close(app),
        Consent::LeaveMeeting => screens::meeting::leave(app),
        Consent::Level(level) => app.set_level(level),
        Consent::AbandonMeeting => {
            let mut effects = app.go(Screen::Home);
            let edit = Edit::delete(&app.folder, FileId::Draft).map(Some);
            effects.extend(app.try_edit(edit));
            effects
        }
        Consent::Restore(file, number) => vec![Effect::Restore(file, number), Effect::ListVersions],
        Consent::Recover(file, path, text) => {
            let mut effects = reopen(app, file.clone(), path.clone(), &text);
            effects.push(Effect::ForgetFound(file, path));
            effects
        }
        Consent::Again(edits) => questions::again(app, edits),
        Consent::MergeCopy(name) => vec![Effect::MergeCopy(name)],
        Consent::Rewrite => vec![Effect::Rewrite],
        Consent::Purge(people) => vec![Effect::Purge(people)],
    }
}

fn refused(app: &mut App, consent: Consent) -> Vec<Effect> {
    match consent {
        Consent::Recover(file, path, _) => vec![Effect::ForgetFound(file, path)],
        Consent::Again(_) => vec![Effect::ForgetUnwritten],
        Consent::Rewrite => {
            app.warn(app.words.get("rewrite-later").into_owned());
            Vec::new()
        }
        Consent::Edits(..)
        | Consent::CloseMeeting
        | Consent::LeaveMeeting
        | Consent::Level(_)
        | Consent::AbandonMeeting
        | Consent::Restore(..)
        | Consent::MergeCopy(_)
        | Consent::Purge(_) => Vec::new(),
    }
}

/// The mark of a text that will be added to a list, rather than replace a field.
const ADDED: &str = "+";

/// Opens a recovered text again where it was being typed.
fn reopen(app: &mut App, file: FileId, path: Vec<String>, text: &str) -> Vec<Effect> {
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let label = steps.iter().rev().map(|step| step.trim_start_matches(ADDED)).find(|step| !step.is_empty());
    let title = label.unwrap_or_default().replace('_', " ");
    let target = match (&file, steps.as_slice()) {
        (FileId::Board, ["personnes", ADDED]) => Target::NewPerson,
        (FileId::Plan, ["déploiement", ADDED]) => Target::NewRow,
        (FileId::Board, ["personnes", person, "traces", part]) if part.starts_with(ADDED) => {
            Target::Trace((*person).to_owned(), part[ADDED.len()..].to_owned())
        }
        (_, [list @ .., ADDED]) => Target::Push(file, list.iter().map(|step| (*step).to_owned()).collect()),
        _ => {
            let root = app.folder.value(&file).unwrap_or(Value::Null);
            let kind = if edit::lookup(&root, &steps).is_some_and(Value::is_array) { Kind::Lines } else { Kind::Text };
            Target::Field(Field { label: title.clone(), file, path, kind, heading: None })
        }
    };
    app.open(Overlay::Edit { title, input: Input::lines(text), target, refusal: None })
}

/// The text being typed in a field, and its place.
pub fn typing(app: &App) -> Option<(FileId, Vec<String>, String)> {
    match app.overlay.as_ref()? {
        Overlay::Edit { input, target, .. } => {
            let (file, path) = match target {
                Target::Field(field) => (field.file.clone(), field.path.clone()),
                Target::Push(file, path) => (file.clone(), [path.as_slice(), &[ADDED.into()]].concat()),
                Target::Trace(person, part) => {
                    (FileId::Board, vec!["personnes".into(), person.clone(), "traces".into(), format!("{ADDED}{part}")])
                }
                Target::NewPerson => (FileId::Board, vec!["personnes".into(), ADDED.into()]),
                Target::NewRow => (FileId::Plan, vec!["déploiement".into(), ADDED.into()]),
                _ => return None,
            };
            Some((file, path, input.text()))
        }
        Overlay::Pick { .. } | Overlay::Ask { .. } | Overlay::Help(_) | Overlay::Read { .. } | Overlay::Sides(_) => {
            None
        }
    }
}
