//! Answers to what stands in front of a screen: keys, clicks and pastes, and where each answer goes.

use serde_json::{Value, json};

use super::{
    action::Action,
    app::App,
    components::{input::Input, list, picker::Picked, sides::Decided},
    effect::{Effect, Weight},
    event::{Code, Key},
    field::{Field, Kind, Privacy},
    overlay::{Consent, Overlay, Target},
    questions, screens, theme,
    views::{Screen, Subject},
};
use crate::domain::{
    board::Newcomer,
    closing,
    cycle::Step,
    document::{Document, FileId},
    edit::{self, Edit},
    folder::Folder,
    text::fold,
    when::Day,
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
        Some(Overlay::Pick { .. }) if key.code == Code::Esc => {
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
        Some(Overlay::Help(at)) => {
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
                        app.overlay = None;
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
        (Picked::NotYet, _) => Vec::new().into(),
        (Picked::Values(values), Target::Command) => {
            app.overlay = None;
            values.first().and_then(|id| Action::from_id(id)).map_or_else(|| Vec::new().into(), Answered::Act)
        }
        (Picked::Values(values), _) => answer(app, target, &values.join(",")).into(),
    }
}

/// Puts an answer where it goes.
fn answer(app: &mut App, target: &Target, text: &str) -> Vec<Effect> {
    let mut effects = match target {
        Target::Field(field) => {
            let value = match field.parse(text, app.year()) {
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
            let edit = Edit::push(&app.folder, file, &path, item).map(Some);
            app.try_edit(edit)
        }
        Target::NewPerson if !trimmed.is_empty() => {
            let id = app.folder.board.next_id();
            let person = Newcomer {
                id: id.clone(),
                name: trimmed.into(),
                arrival: Some(Day(app.today())),
                induction_year: Some(1),
                release: app
                    .folder
                    .plan
                    .resources
                    .release
                    .as_ref()
                    .map(|bank| crate::domain::board::Release { granted: bank.per_arrival, ..Default::default() }),
                ..Newcomer::default()
            };
            let effects = push(app, &FileId::Board, &["personnes"], json!(person));
            screens::board::select(app, &id);
            app.open_sheet(Subject::Person(id));
            effects
        }
        Target::NewRow if !trimmed.is_empty() => {
            let taken = |id: &str| app.folder.plan.row(id).is_some();
            let id = (1..).map(|n| format!("p{n}")).find(|id| !taken(id)).unwrap_or_default();
            let row = crate::domain::plan::Row { id: id.clone(), title: trimmed.into(), ..Default::default() };
            let effects = push(app, &FileId::Plan, &["déploiement"], json!(row));
            app.open_sheet(Subject::Row(id));
            effects
        }
        Target::NewIssue if !trimmed.is_empty() => {
            let id = free_id(trimmed, |id| app.folder.plan.issue(id).is_some());
            let priority = app.folder.plan.issues.len() + 1;
            let issue = json!({ "id": id, "nom": trimmed, "priorité": priority, "étape": Step::Issues, "tour": 1 });
            let effects = push(app, &FileId::Plan, &["enjeux"], issue);
            app.open_sheet(Subject::Issue(id));
            effects
        }
        Target::NewIndicator(issue) if !trimmed.is_empty() => {
            let id = free_id(trimmed, |id| app.folder.plan.indicators.iter().any(|i| i.id == id));
            let indicator = json!({ "id": id, "question": trimmed, "enjeu": issue, "mesure": "" });
            let effects = push(app, &FileId::Plan, &["indicateurs"], indicator);
            app.open_sheet(Subject::Indicator(id));
            effects
        }
        Target::NewMember if !trimmed.is_empty() => {
            push(app, &FileId::Plan, &["comité", "membres"], json!({ "nom": trimmed }))
        }
        Target::RowIssue(row) if !trimmed.is_empty() => {
            let step = app.folder.plan.issue(trimmed).map_or(Step::Issues, |issue| issue.step);
            push(app, &FileId::Plan, &["déploiement", row, "cycle"], json!({ "enjeu": trimmed, "étapes": [step] }))
        }
        Target::NewCheck if !trimmed.is_empty() => {
            let stem = Folder::free_stem(&app.folder.impacts, app.today());
            let check = closing::new_check(&app.folder, trimmed, Day(app.today()));
            let create = Edit::create(FileId::Impact(stem.clone()), &Document::Impact(check));
            let effects = app.edit(vec![create], Weight::Ordinary);
            app.open_sheet(Subject::Check(stem));
            effects
        }
        Target::Trace(person, part) if !trimmed.is_empty() => {
            let trace = json!({ "date": Day(app.today()), "par": app.words.get("by-committee"), part.as_str(): text.trim_end() });
            push(app, &FileId::Board, &["personnes", person, "traces"], trace)
        }
        Target::NewTerm if !trimmed.is_empty() => screens::landmarks::add_term(app, trimmed),
        Target::Give(field, word) if !trimmed.is_empty() => screens::landmarks::give(app, trimmed, field, word),
        Target::VersionName => vec![Effect::KeepVersion(trimmed.into())],
        Target::Filter => screens::set_filter(app, trimmed),
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
        Target::Theme => {
            app.themes.0 = theme::built_in(trimmed, app.setting.profile);
            vec![Effect::RememberTheme(trimmed.into())]
        }
        _ => Vec::new(),
    }
}

/// An id that no record has yet, from the first words of a name: ASCII, as people write them by hand.
fn free_id(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let base = words.take(4).collect::<Vec<_>>().join("-");
    let base = if base.is_empty() { "x".to_owned() } else { base };
    let candidates = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}-{n}")));
    candidates.into_iter().find(|id| !taken(id)).unwrap_or(base)
}

fn push(app: &mut App, file: &FileId, path: &[&str], item: Value) -> Vec<Effect> {
    let edit = Edit::push(&app.folder, file, path, item).map(Some);
    app.try_edit(edit)
}

fn consented(app: &mut App, consent: Consent) -> Vec<Effect> {
    match consent {
        Consent::Edits(edits, weight) => app.edit(edits, weight),
        Consent::CloseMeeting => screens::meeting::close(app),
        Consent::AbandonMeeting => {
            app.views.screen = Screen::Home;
            let edit = Edit::delete(&app.folder, FileId::Draft).map(Some);
            app.try_edit(edit)
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
            Target::Field(Field { label: title.clone(), file, path, kind, privacy: Privacy::Open, heading: None })
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
        Overlay::Pick { .. } | Overlay::Ask { .. } | Overlay::Help(_) | Overlay::Sides(_) => None,
    }
}
