//! What stands in front of a screen: a text being typed, a list to pick from, a question, the help.

use serde_json::{Value, json};

use super::{
    action::Action,
    app::App,
    components::{
        input::Input,
        list,
        picker::{Choice, Mode, Picked, Picker},
    },
    effect::{Effect, Weight},
    event::{Code, Key},
    field::{Field, Kind},
    forms::Subject,
    screens::{self, Screen},
    theme::Theme,
};
use crate::{
    domain::{
        board::Newcomer,
        closing,
        cycle::Step,
        document::{Document, FileId},
        edit::{self, Edit},
        folder::Folder,
        when::Day,
    },
    words::Words,
};

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Into a field.
    Field(Field),
    /// At the end of a list of texts or records of the meeting under way.
    Push(FileId, Vec<String>),
    /// A new newcomer of that name.
    NewPerson,
    /// A new row of that title.
    NewRow,
    /// A new impact check of that issue.
    NewCheck,
    /// The part of a new trace about a person.
    TracePart(String),
    /// A new trace about a person, in that part.
    Trace(String, String),
    /// A named version.
    VersionName,
    /// The words that filter a screen.
    Filter,
    /// The issue that filters the plan.
    FilterIssue,
    /// The step that filters the plan.
    FilterStep,
    /// A theme.
    Theme,
    /// An action by name.
    Command,
}

/// What a « yes » does.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// Makes these edits.
    Edits(Vec<Edit>, Weight),
    /// Closes the meeting under way.
    CloseMeeting,
    /// Gives the meeting under way up.
    AbandonMeeting,
    /// Puts a version back.
    Restore(FileId, u32),
    /// Puts a text that was found where it was going.
    Recover(FileId, Vec<String>, String),
}

/// What stands in front.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A text being typed.
    Edit {
        /// What is asked.
        title: String,
        /// The text.
        input: Input,
        /// Where it goes.
        target: Target,
        /// Why the last answer did not fit.
        refusal: Option<String>,
    },
    /// A list to pick from.
    Pick {
        /// What is asked.
        title: String,
        /// The list.
        picker: Picker,
        /// Where the answer goes.
        target: Target,
    },
    /// A question, with what will be done.
    Ask {
        /// The lines, the first being the question.
        lines: Vec<String>,
        /// What a « yes » does.
        consent: Consent,
        /// The line at the top, when there are many.
        at: usize,
    },
    /// The help of this screen, from a line.
    Help(usize),
}

impl Overlay {
    /// Asks for a line of text.
    pub fn line(words: &Words, title: &str, text: &str, target: Target) -> Overlay {
        Overlay::Edit { title: words.get(title).into_owned(), input: Input::line(text), target, refusal: None }
    }

    /// Asks for one of a list.
    pub fn pick(words: &Words, title: &str, choices: Vec<Choice>, current: &str, target: Target) -> Overlay {
        Overlay::Pick { title: words.get(title).into_owned(), picker: Picker::new(choices, current, Mode::One), target }
    }

    /// Asks a question.
    pub fn ask(lines: Vec<String>, consent: Consent) -> Overlay {
        Overlay::Ask { lines, consent, at: 0 }
    }
}

/// What editing a field opens: a list for closed choices, a text for the rest.
pub fn edit_field(app: &App, field: Field) -> Overlay {
    let typed = field.typed(&app.folder);
    let title = field.label.clone();
    let pick = |choices: Vec<Choice>, mode| Overlay::Pick {
        title: title.clone(),
        picker: Picker::new(choices, typed.trim(), mode),
        target: Target::Field(field.clone()),
    };
    match &field.kind {
        Kind::Choice(choices) | Kind::Step(choices) => {
            let mut list: Vec<Choice> = choices.iter().map(|(value, label)| Choice::labelled(value, label)).collect();
            list.push(Choice::labelled("", app.words.get("nothing")));
            pick(list, Mode::One)
        }
        Kind::Name(names) => {
            let mut list: Vec<Choice> = names.iter().map(Choice::plain).collect();
            list.push(Choice::labelled("", app.words.get("nobody")));
            pick(list, Mode::OneOrTyped)
        }
        Kind::Steps => {
            let list = super::forms::steps(app).into_iter().map(|(id, label)| Choice::labelled(id, label)).collect();
            let mut picker = Picker::new(list, "", Mode::Many);
            picker.ticked = typed.lines().map(Into::into).collect();
            Overlay::Pick { title, picker, target: Target::Field(field) }
        }
        Kind::Text | Kind::Lines => {
            Overlay::Edit { title, input: Input::lines(&typed), target: Target::Field(field), refusal: None }
        }
        Kind::Line | Kind::Day | Kind::When | Kind::Amount | Kind::Count => {
            Overlay::Edit { title, input: Input::line(&typed), target: Target::Field(field), refusal: None }
        }
    }
}

/// The themes to choose from.
pub fn themes(app: &App) -> Overlay {
    let choice = |id| Choice::labelled(id, Theme::built_in(id, app.setting.profile).name);
    Overlay::pick(&app.words, "choose-theme", Theme::names().map(choice).collect(), &app.themes.0.id, Target::Theme)
}

/// Every action by name, with its key.
pub fn palette(app: &App) -> Overlay {
    let named = Action::ALL.iter().filter(|action| !is_movement(**action)).map(|action| {
        let keys = app.keymap.keys(app.contexts(), *action);
        let aside = keys.first().map(|key| key.label()).unwrap_or_default();
        Choice { label: app.words.get(&format!("action-{}", action.id())).into_owned(), value: action.id().into(), aside }
    });
    Overlay::pick(&app.words, "choose-action", named.collect(), "", Target::Command)
}

/// Whether an action only moves the cursor.
pub fn is_movement(action: Action) -> bool {
    matches!(
        action,
        Action::Up | Action::Down | Action::Left | Action::Right | Action::PageUp | Action::PageDown | Action::First | Action::Last
    )
}

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

/// Takes a click on a line.
pub fn click(app: &mut App, line: usize) -> Vec<Effect> {
    let Some(Overlay::Pick { picker, target, .. }) = &mut app.overlay else { return Vec::new() };
    let (picked, target) = (picker.click(line), target.clone());
    pick(app, picked, &target)
}

/// Takes a key.
pub fn key(app: &mut App, key: Key) -> Vec<Effect> {
    match &mut app.overlay {
        None => Vec::new(),
        Some(Overlay::Help(at)) => {
            match key.code {
                Code::Down | Code::PageDown => *at += if key.code == Code::Down { 1 } else { 10 },
                Code::Up | Code::PageUp => *at = at.saturating_sub(if key.code == Code::Up { 1 } else { 10 }),
                _ => app.overlay = None,
            }
            Vec::new()
        }
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
                Code::Enter | Code::Char('o' | 'O') => {
                    app.overlay = None;
                    consented(app, consent)
                }
                Code::Esc | Code::Char('n' | 'N') => {
                    app.overlay = None;
                    if matches!(consent, Consent::Recover(..)) { vec![Effect::ForgetTyped] } else { Vec::new() }
                }
                _ => Vec::new(),
            }
        }
        Some(Overlay::Pick { picker, target, .. }) => {
            if key.code == Code::Esc {
                app.overlay = None;
                return Vec::new();
            }
            let (picked, target) = (picker.key(key), target.clone());
            pick(app, picked, &target)
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
            answer(app, &target, &text)
        }
    }
}

fn pick(app: &mut App, picked: Picked, target: &Target) -> Vec<Effect> {
    match picked {
        Picked::NotYet => Vec::new(),
        Picked::Values(values) => answer(app, target, &values.join(",")),
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
            let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
            let edit = Edit::set(&app.folder, &field.file, &path, value);
            app.overlay = None;
            app.try_edit(edit)
        }
        Target::Command => {
            app.overlay = None;
            return Action::from_id(text).map(|action| app.act(action)).unwrap_or_default();
        }
        Target::TracePart(person) => {
            let title = app.words.get(&format!("field-{}", super::forms::ascii(text))).into_owned();
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
                release: app.folder.plan.resources.release.as_ref().map(|bank| crate::domain::board::Release {
                    granted: bank.per_arrival,
                    ..Default::default()
                }),
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
            app.themes.0 = Theme::built_in(trimmed, app.setting.profile);
            vec![Effect::RememberTheme(trimmed.into())]
        }
        _ => Vec::new(),
    }
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
        Consent::Recover(file, path, text) => reopen(app, file, path, &text),
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
            Target::Field(Field { label: title.clone(), file, path, kind, privacy: super::field::Privacy::Open, heading: None })
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
        Overlay::Pick { .. } | Overlay::Ask { .. } | Overlay::Help(_) => None,
    }
}

/// The question that offers a text found after a crash.
pub fn offer(app: &App, when: chrono::NaiveDateTime, file: FileId, path: Vec<String>, text: String) -> Overlay {
    let day = crate::words::date::full(when.date());
    let mut lines = vec![
        app.words.say("recovered", &[("day", day.into()), ("clock", crate::words::date::clock(when).into())]),
        String::new(),
    ];
    lines.extend(text.lines().map(|line| format!("« {line} »")));
    lines.push(String::new());
    lines.push(app.words.say("recovered-place", &[("file", file.file().into())]));
    Overlay::ask(lines, Consent::Recover(file, path, text))
}
