//! Dialogs as questions: what each asks in lines, and what a typed line answers.

use super::page;
use crate::{
    domain::value::text::{fold, matches},
    tui::{
        app::App,
        canvas::FrameOutput,
        components::{
            input::Input,
            picker::{Choice, Mode, Picker},
            sides::Sides,
        },
        effect::Effect,
        event::{Event, Key, KeyName},
        screens::meeting,
        state::dialog::{Destination, Dialog, QuestionDialog, TextDialog},
        update::update,
    },
    words::id,
};

/// The most choices that are read at once; more are read when asked for.
const MOST_READ: usize = 10;

/// The most choices of a menu that are read at once.
const MOST_OF_A_MENU: usize = 40;

/// A sentence in which the keys of a question are the words that answer it.
fn without_keys(app: &App, line: &str) -> String {
    let word = |id| app.words.get(id).into_owned();
    line.replace(&*app.words.choice("Échap"), &word(id!("no"))).replace(&*app.words.choice("Entrée"), &word(id!("yes")))
}

/// A question with the value that there is now.
pub fn with_value(app: &App, title: &str, value: Option<&str>) -> String {
    match value.filter(|value| !value.trim().is_empty()) {
        Some(value) => {
            app.words.say(id!("linear-now"), &[("title", title.into()), ("value", value.replace('\n', " ").into())])
        }
        None => title.to_owned(),
    }
}

/// A value with its name.
pub fn named(app: &App, title: &str, value: &str) -> String {
    app.words.say(id!("linear-cell"), &[("title", title.into()), ("value", value.into())])
}

/// What a dialog asks.
pub fn said(app: &App, dialog: &Dialog) -> Vec<String> {
    match dialog {
        Dialog::Text(text) => {
            let refused = text.refusal.iter().map(|why| format!("! {why}"));
            refused.chain([with_value(app, &text.title, Some(&text.input.text()))]).collect()
        }
        Dialog::Words(words) => {
            let picker = &words.picker;
            let field = words.place.field().map(|(field, _)| field);
            let is_several = matches!(picker.mode, Mode::Many | Mode::ManyOrTyped);
            let value = field.map(|field| field.typed(&app.folder)).unwrap_or_default();
            let now: Vec<&str> = match is_several {
                true => picker.ticked.iter().map(|value| label(picker, value)).collect(),
                false => vec![label(picker, &value)],
            };
            let title = match field.and_then(|field| meeting::before(app, field)) {
                Some(before) => {
                    let values = [("title", words.title.as_str().into()), ("value", label(picker, before).into())];
                    app.words.say(id!("linear-last"), &values)
                }
                None => with_value(app, &words.title, Some(&now.join(", "))),
            };
            let several = is_several.then(|| app.words.get(id!("linear-several")).into_owned());
            let choices = match picker.choices.len() {
                0..=MOST_READ => choices(dialog),
                many => vec![app.words.say(id!("linear-many"), &[("n", many.into())])],
            };
            std::iter::once(title).chain(several).chain(choices).collect()
        }
        Dialog::Menu(menu) => {
            let lines = match menu.picker.choices.len() {
                0..=MOST_OF_A_MENU => choices(dialog),
                many => vec![app.words.say(id!("linear-many"), &[("n", many.into())])],
            };
            std::iter::once(menu.title.clone()).chain(lines).collect()
        }
        Dialog::Question(question) => {
            let lines = question.lines.iter().filter(|line| !line.is_empty()).map(|line| without_keys(app, line));
            lines.chain([app.words.get(id!("linear-yes-no")).into_owned()]).collect()
        }
        Dialog::Sides(sides) => {
            let how = app.words.get(id!("linear-sides")).into_owned();
            sides_said(sides).into_iter().chain([how]).collect()
        }
        Dialog::Preview(preview) => {
            let line = |(number, text): (usize, &str)| format!("{number}. {text}");
            let lines = (1..).zip(preview.lines.iter().map(|line| line.text.as_str())).map(line);
            let how = app.words.get(id!("linear-preview")).into_owned();
            std::iter::once(preview.title.clone()).chain(lines).chain([how]).collect()
        }
        Dialog::Page(_) | Dialog::Columns { .. } => Vec::new(),
    }
}

/// The label of a value, which may be none of the choices.
fn label<'a>(picker: &'a Picker<String>, value: &'a str) -> &'a str {
    let known = picker.choices.iter().find(|choice| choice.value == value && !value.is_empty());
    known.map_or(value, |choice| &choice.label)
}

/// The numbered choices of a dialog.
pub fn choices(dialog: &Dialog) -> Vec<String> {
    fn lines<T>(picker: &Picker<T>) -> Vec<String> {
        let line = |(number, choice): (usize, &Choice<T>)| match choice.aside.as_str() {
            "" => format!("{number} {}", choice.label),
            aside => format!("{number} {} ({aside})", choice.label),
        };
        (1..).zip(&picker.choices).map(line).collect()
    }
    match dialog {
        Dialog::Words(words) => lines(&words.picker),
        Dialog::Menu(menu) => lines(&menu.picker),
        _ => Vec::new(),
    }
}

/// The first field of which no value is chosen.
fn undecided(sides: &Sides) -> Option<usize> {
    sides.lines.iter().position(|line| line.choice.is_none())
}

fn sides_said(sides: &Sides) -> Vec<String> {
    let Some(line) = undecided(sides).map(|at| &sides.lines[at]) else { return Vec::new() };
    let [here, there] = &sides.headings;
    vec![line.label.clone(), format!("1 {here} : {}", line.here), format!("2 {there} : {}", line.there)]
}

/// Whether a line says yes or no, if it says either.
pub fn yes_or_no(app: &App, line: &str) -> Option<bool> {
    let said = fold(line);
    let is = |id| {
        let word = fold(&app.words.get(id));
        said == word || !said.is_empty() && word.starts_with(&said) && said.chars().count() == 1
    };
    if is(id!("yes")) { Some(true) } else { is(id!("no")).then_some(false) }
}

/// Answers the open dialog with a line; an empty line leaves what is there. `Err` says why the line is no answer.
///
/// # Errors
/// If the line answers nothing that was asked.
pub fn answer(app: &mut App, line: &str) -> Result<Vec<Effect>, String> {
    let number = page::number(line).and_then(|number| number.checked_sub(1));
    let not_a_number = app.words.get(id!("linear-number")).into_owned();
    let yes_no = yes_or_no(app, line);
    let is_arriving = app.views.arriving.is_some();
    match app.dialog.as_mut() {
        Some(Dialog::Text(text)) => {
            let before = text.clone();
            match answer_text(text, line, is_arriving, yes_no) {
                Some(()) => Ok(after_text(app, before)),
                None => Ok(leave(app)),
            }
        }
        Some(Dialog::Words(_)) if line.is_empty() && !is_arriving => Ok(leave(app)),
        Some(Dialog::Words(_)) => answer_words(app, line),
        Some(Dialog::Menu(_)) if line.is_empty() => {
            let effects = press(app, KeyName::Esc, false);
            if app.dialog.is_none() && app.notice.is_none() {
                app.tell(app.words.get(id!("linear-left")).into_owned());
            }
            Ok(effects)
        }
        Some(Dialog::Menu(menu)) => match pick_of_menu(&mut menu.picker, line) {
            Ok(Narrowed::ToOne) => Ok(press(app, KeyName::Enter, false)),
            Ok(Narrowed::ToSeveral) => Ok(Vec::new()),
            Err(Unknown) => Err(not_a_number),
        },
        Some(Dialog::Question(question)) => {
            let key = key_of(question, yes_no.ok_or_else(|| app.words.get(id!("linear-yes-no")).into_owned())?);
            Ok(press(app, key, false))
        }
        Some(Dialog::Sides(sides)) if !line.is_empty() => {
            let key = match number {
                Some(0) => KeyName::Char('1'),
                Some(1) => KeyName::Char('2'),
                _ => return Err(not_a_number),
            };
            sides.at = undecided(sides).unwrap_or(0);
            let mut effects = press(app, key, false);
            if matches!(&app.dialog, Some(Dialog::Sides(sides)) if undecided(sides).is_none()) {
                effects.extend(press(app, KeyName::Enter, false));
            }
            Ok(effects)
        }
        Some(Dialog::Preview(preview)) => match number.filter(|at| *at < preview.lines.len()) {
            Some(at) => {
                preview.at = at;
                Ok(press(app, KeyName::Enter, false))
            }
            None if yes_no == Some(true) => Ok(press(app, KeyName::Char('o'), false)),
            None if line.is_empty() || yes_no == Some(false) => Ok(press(app, KeyName::Esc, false)),
            None => Err(app.words.get(id!("linear-preview")).into_owned()),
        },
        Some(Dialog::Sides(_)) => Ok(press(app, KeyName::Esc, false)),
        Some(Dialog::Page(_) | Dialog::Columns { .. }) | None => Ok(leave(app)),
    }
}

/// Answers a dialog of words; an empty line takes what it proposes.
fn answer_words(app: &mut App, line: &str) -> Result<Vec<Effect>, String> {
    if let Some(Dialog::Words(words)) = app.dialog.as_mut().filter(|_| !line.is_empty()) {
        let unknown = match words.picker.mode {
            Mode::OneOrTyped | Mode::ManyOrTyped => id!("linear-no-such-name"),
            Mode::One | Mode::Many => id!("linear-no-choice"),
        };
        pick(&mut words.picker, line).map_err(|Unknown| app.words.say(unknown, &[("said", line.into())]))?;
    }
    Ok(press(app, KeyName::Enter, false))
}

/// Presses a key, as somebody who has read the question.
fn press(app: &mut App, code: KeyName, ctrl: bool) -> Vec<Effect> {
    app.views.unseen = None;
    update(app, Event::Key(Key { code, ctrl, shift: false }), &FrameOutput::default())
}

/// Sends what was put in a text input. A line that is refused is not what is there: that stays.
fn after_text(app: &mut App, before: TextDialog) -> Vec<Effect> {
    let effects = press(app, KeyName::Char('s'), true);
    let is_alert = app.notice.as_ref().is_some_and(|notice| notice.alert);
    if let Some(Dialog::Text(text)) = &mut app.dialog
        && text.place == before.place
        && (text.refusal.is_some() || is_alert)
    {
        text.input = before.input;
    }
    effects
}

/// Puts a line in a text input; `None` when it leaves everything as it is: an empty one for a field, a « no » where
/// something could be added.
fn answer_text(text: &mut TextDialog, line: &str, is_arriving: bool, yes_no: Option<bool>) -> Option<()> {
    let is_no_addition = yes_no == Some(false) && matches!(text.place, Destination::Push(..));
    if is_no_addition || line.is_empty() && text.place.field().is_some() && !is_arriving {
        return None;
    }
    if !line.is_empty() {
        text.input = if text.input.has_lines() { Input::lines(line) } else { Input::line(line) };
    }
    text.refusal = None;
    Some(())
}

/// What a line leaves of a menu.
enum Narrowed {
    ToOne,
    /// What a word leaves is read next.
    ToSeveral,
}

/// Picks what a line names in a menu, by its number or by words.
fn pick_of_menu<T: PartialEq + Clone>(picker: &mut Picker<T>, line: &str) -> Result<Narrowed, Unknown> {
    picker.filter = Input::line("");
    let number = page::number(line);
    let like: Vec<usize> = (0..picker.choices.len()).filter(|at| matches(&picker.choices[*at].label, line)).collect();
    match (number.and_then(|number| number.checked_sub(1)), like.as_slice()) {
        (Some(at), _) if at < picker.choices.len() => picker.at = at,
        (None, &[at]) => picker.at = at,
        (None, several) if number.is_none() && !several.is_empty() => {
            picker.choices = several.iter().map(|at| picker.choices[*at].clone()).collect();
            return Ok(Narrowed::ToSeveral);
        }
        _ => return Err(Unknown),
    }
    Ok(Narrowed::ToOne)
}

/// The key that answers a question.
fn key_of(question: &QuestionDialog, yes: bool) -> KeyName {
    match yes {
        true if question.consent.is_irreversible() || question.consent.takes_a_letter() => KeyName::Char('o'),
        true => KeyName::Enter,
        false => KeyName::Esc,
    }
}

/// Closes the dialog: what is there stays.
fn leave(app: &mut App) -> Vec<Effect> {
    app.dialog = None;
    vec![Effect::ForgetTyped]
}

/// Clears the field of the open dialog.
pub fn clear(app: &mut App) -> Vec<Effect> {
    match app.dialog.as_mut() {
        Some(Dialog::Text(text)) => {
            text.input = if text.input.has_lines() { Input::lines("") } else { Input::line("") };
            press(app, KeyName::Char('s'), true)
        }
        Some(Dialog::Words(words)) => {
            let nothing = words.picker.choices.iter().position(|choice| choice.value.is_empty());
            (words.picker.ticked, words.picker.at) = (Vec::new(), nothing.unwrap_or(0));
            words.picker.filter = Input::line("");
            press(app, KeyName::Enter, false)
        }
        _ => Vec::new(),
    }
}

/// What was typed is none of the choices.
struct Unknown;

/// Picks what a line names: numbers, labels, words of one label, or a text where one may be typed.
fn pick(picker: &mut Picker<String>, line: &str) -> Result<(), Unknown> {
    picker.filter = Input::line("");
    if matches!(picker.mode, Mode::Many | Mode::ManyOrTyped) {
        let named = line.split(',').map(str::trim).filter(|part| !part.is_empty());
        let ticked: Vec<String> = named.map(|part| named_by(picker, part)).collect::<Result<_, Unknown>>()?;
        let is_known = |value: &String| picker.choices.iter().any(|choice| choice.value == *value);
        let own: Vec<String> = ticked.iter().filter(|value| !is_known(value)).cloned().collect();
        picker.choices.extend(own.into_iter().map(Choice::plain));
        picker.ticked = ticked;
        return Ok(());
    }
    let value = named_by(picker, line)?;
    match picker.choices.iter().position(|choice| choice.value == value) {
        Some(at) => picker.at = at,
        None => {
            picker.choices.push(Choice::plain(value));
            picker.at = picker.choices.len() - 1;
        }
    }
    Ok(())
}

/// What says that a text is meant as it is, though no choice has it.
const AS_IT_IS: char = '+';

fn named_by(picker: &Picker<String>, said: &str) -> Result<String, Unknown> {
    let is_open = matches!(picker.mode, Mode::OneOrTyped | Mode::ManyOrTyped);
    if let Some(own) = said.strip_prefix(AS_IT_IS).map(str::trim).filter(|own| is_open && !own.is_empty()) {
        return Ok(own.to_owned());
    }
    let numbered = page::number(said).and_then(|number| picker.choices.get(number.checked_sub(1)?));
    let whole = || picker.choices.iter().find(|choice| fold(&choice.label) == fold(said));
    let like: Vec<&Choice<String>> = picker.choices.iter().filter(|choice| matches(&choice.label, said)).collect();
    match (numbered.or_else(whole), like.as_slice()) {
        (Some(choice), _) => Ok(choice.value.clone()),
        (None, [only]) => Ok(only.value.clone()),
        // A line that was meant for something else must become nobody's name, and nobody's need.
        (None, _) => Err(Unknown),
    }
}
