//! Questions from the shell: shown one after another, and what their answers do.

use chrono::NaiveDateTime;

use super::unsaved;

use crate::{
    domain::{
        edit::{
            Change, Edit, cascade,
            merge::{self, Clash},
        },
        model::document::FileId,
        privacy::{
            audience::Level,
            preview::{Doubt, Sentences},
        },
        value::fault::{Code, Fault},
    },
    tui::{
        app::App,
        components::{
            picker::{Choice, Mode, Picker},
            sides::{ClashLine, Side, Sides},
        },
        effect::{Effect, SaveKind},
        prompt::{Origin, Prompt},
        state::{
            consent::Consent,
            dialog::{Destination, Dialog},
        },
    },
    words::{self, date, id},
};

/// The maximum number of changes listed in a question.
const LISTED: usize = 8;

/// Shows the next question if no dialog is open.
pub fn ask_next(app: &mut App) {
    if app.dialog.is_some() || app.projection.blank.is_some() {
        return;
    }
    // A text that was never finished and the name of a file may be about a person, whatever field they are of: they wait
    // until the audience may read them.
    let must_wait = |question: &Prompt| match question {
        Prompt::Typed { file, path, .. } => app.is_projected() || app.level() > Level::of_field(file, path),
        Prompt::RemoveFiles(_) | Prompt::Doubts { .. } => app.is_projected(),
        Prompt::Unwritten { .. }
        | Prompt::Copy { .. }
        | Prompt::Clashes(..)
        | Prompt::Refused(_)
        | Prompt::Purge { .. } => false,
    };
    if let Some(at) = app.views.questions.iter().position(|question| !must_wait(question))
        && let Some(question) = app.views.questions.remove(at)
    {
        let is_expected = match &question {
            Prompt::Copy { .. } | Prompt::Clashes(_, Origin::Typed) | Prompt::Refused(_) => {
                app.views.last_key.is_none()
            }
            Prompt::Typed { .. }
            | Prompt::Unwritten { .. }
            | Prompt::Clashes(_, Origin::Copy)
            | Prompt::RemoveFiles(_)
            | Prompt::Doubts { .. }
            | Prompt::Purge { .. } => true,
        };
        app.views.unseen = (!is_expected).then_some(app.now);
        app.dialog = Some(dialog(app, question));
    }
}

fn dialog(app: &App, question: Prompt) -> Dialog {
    let words = &app.words;
    match question {
        Prompt::Typed { when, file, path, text } => recovered(app, when, file, path, text),
        Prompt::Unwritten { when, edits } => {
            let mut lines = vec![words.say(id!("unwritten"), &date::moment(words, when)), String::new()];
            lines.extend(listed(app, &edits));
            lines.extend([String::new(), words.get(id!("unwritten-choice")).into_owned()]);
            Dialog::ask(lines, Consent::Again(edits))
        }
        Prompt::Copy { name, file, edits, clashes, purged } => {
            let values = [("copy", name.as_str().into()), ("file", file.file().into())];
            let mut lines = vec![words.say(id!("copy-found"), &values), String::new()];
            if edits.is_empty() && clashes.is_empty() {
                lines.push(words.get(id!("copy-nothing")).into_owned());
            }
            if purged > 0 {
                lines.push(words.say(id!("copy-purged"), &[("n", purged.into())]));
            }
            lines.extend(listed(app, &edits));
            if !clashes.is_empty() {
                lines.push(words.say(id!("copy-clashes"), &[("n", clashes.len().into())]));
            }
            lines.extend([String::new(), words.get(id!("copy-choice")).into_owned()]);
            Dialog::ask(lines, Consent::MergeCopy(name))
        }
        Prompt::Clashes(clashes, origin) => Dialog::Sides(sides(app, clashes, origin)),
        Prompt::Refused(fault) => refused(app, &fault),
        Prompt::RemoveFiles(files) => {
            let mut lines = vec![words.get(id!("purge-remove-question")).into_owned(), String::new()];
            lines.extend(files.iter().map(|file| format!("· {file}")));
            Dialog::ask(lines, Consent::RemoveFiles(files))
        }
        Prompt::Doubts { people, words: doubts } => {
            let times = |(word, doubt): (String, Doubt)| {
                let example = words.say(id!("quoted"), &[("text", doubt.example.as_str().into())]);
                let label = format!("{word}, {example}");
                Choice::new(word, label).beside(words.say(id!("times"), &[("n", doubt.times.into())]))
            };
            let picker = Picker::new(doubts.into_iter().map(times).collect(), "", Mode::Many);
            Dialog::words(words.get(id!("purge-words")), picker, Destination::PurgedWords(people))
        }
        Prompt::Purge { people, words: also, going, has_sentences } => match has_sentences {
            // The sentences are decided about first, by a question that removes nothing.
            true => {
                let mut lines = going.clone();
                lines.extend([String::new(), words.get(id!("purge-sentences-too")).into_owned()]);
                Dialog::ask(lines, Consent::PurgeFirst(people, also, going))
            }
            false => purge(app, people, also, Sentences::Kept, going),
        },
    }
}

/// The last question before people are removed for good.
pub fn purge(app: &App, people: Vec<String>, also: Vec<String>, sentences: Sentences, going: Vec<String>) -> Dialog {
    let words = &app.words;
    let who: Vec<String> = people.iter().map(|id| app.person_name(id)).collect();
    let mut lines = vec![words.say(id!("purge-question"), &[("who", who.join(", ").into())]), String::new()];
    lines.extend(going);
    if sentences == Sentences::Gone {
        lines.push(words.get(id!("purge-sentences-gone")).into_owned());
    }
    lines.push(String::new());
    lines.extend([id!("purge-access"), id!("purge-forever")].map(|id| words.get(id).into_owned()));
    Dialog::ask(lines, Consent::Purge(people, also, sentences))
}

/// Offers a text that was being typed when the program stopped.
fn recovered(app: &App, when: NaiveDateTime, file: FileId, path: Vec<String>, text: String) -> Dialog {
    let words = &app.words;
    let mut lines = vec![words.say(id!("recovered"), &date::moment(words, when)), String::new()];
    lines.extend(text.lines().map(|line| words.say(id!("quoted"), &[("text", line.into())])));
    lines.push(String::new());
    lines.push(words.say(id!("recovered-place"), &[("place", unsaved::said_place(app, &file, &path).into())]));
    let now = app.folder.at(&file, &path).map(|now| words::edit::whole(words, &now));
    if let Some(now) = now.filter(|now| !now.trim().is_empty() && *now != text) {
        lines.push(words.say(id!("recovered-now"), &[("text", now.into())]));
    }
    lines.push(words.get(id!("recovered-choice")).into_owned());
    Dialog::ask(lines, Consent::Recover(file, path, text))
}

/// Asks about edits that a file does not take as it is.
fn refused(app: &App, fault: &Fault) -> Dialog {
    let words = &app.words;
    let mut lines = words::fault::lines(words, fault);
    if app.is_projected() {
        lines.retain(|line| !line.starts_with("  ") || line.starts_with("  →"));
    }
    let (choice, consent) = if fault.code == Code::ReadOnly {
        (id!("readonly-choice"), Consent::WriteReadOnly(fault.place.file.clone()))
    } else {
        (id!("rewrite-choice"), Consent::Rewrite)
    };
    lines.extend([String::new(), words.say(choice, &[("file", fault.place.file.as_str().into())])]);
    Dialog::ask(lines, consent)
}

/// Describes edits, one line each; the last line says how many more there are.
fn listed(app: &App, edits: &[Edit]) -> Vec<String> {
    let mut lines: Vec<String> = edits
        .iter()
        .take(LISTED)
        .map(|edit| format!("· {}", words::edit::say_to(&app.words, &app.folder, edit, app.level())))
        .collect();
    if edits.len() > LISTED {
        lines.push(app.words.say(id!("and-more"), &[("n", (edits.len() - LISTED).into())]));
    }
    lines
}

fn sides(app: &App, clashes: Vec<Clash>, origin: Origin) -> Sides {
    let line = |clash: Clash| {
        let edit = clash.as_edit();
        let hidden = app.level() > Level::of_field(&edit.file, &edit.path);
        let value = |value: &Option<serde_json::Value>| match value {
            _ if hidden => app.words.get(id!("hidden-mark")).into_owned(),
            Some(value) => words::edit::whole(&app.words, value),
            None => app.words.get(id!("taken-away")).into_owned(),
        };
        ClashLine {
            label: words::edit::place(&app.words, &app.folder, &edit, app.level()),
            here: value(&clash.ours),
            there: value(&clash.theirs),
            clash,
            choice: None,
        }
    };
    let heading = match origin {
        Origin::Typed => id!("sides-typed"),
        Origin::Copy => id!("sides-copy"),
    };
    let headings = [heading, id!("sides-file")].map(|id| app.words.get(id).into_owned());
    Sides { lines: clashes.into_iter().map(line).collect(), headings, at: 0 }
}

/// Applies recovered edits: those already in the files are skipped, those that conflict are asked about.
pub fn again(app: &mut App, edits: Vec<Edit>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut clashes = Vec::new();
    for edit in edits {
        if app.folder.document(&edit.file).is_none() {
            if edit.path.is_empty() {
                effects.extend(app.edit(vec![edit], SaveKind::Ordinary));
            }
            continue;
        }
        if merge::is_in(&edit, &app.folder) {
            continue;
        }
        match &edit.change {
            Change::Set { after, .. } if !merge::fits(&edit, &app.folder) => {
                clashes.push(Clash::of(&edit, after.clone(), app.folder.at(&edit.file, &edit.path)));
            }
            // A record that was taken away is added again, and what belongs to nothing any more is kept.
            Change::Set { after, .. } => {
                let clash = Clash::of(&edit, after.clone(), app.folder.at(&edit.file, &edit.path));
                effects.extend(take_ours(app, &clash));
            }
            Change::Insert { .. } | Change::Remove { .. } => {
                effects.extend(app.edit(vec![edit], SaveKind::Ordinary));
            }
        }
    }
    effects.push(Effect::ForgetUnwritten);
    if !clashes.is_empty() {
        effects.push(Effect::Hold(clashes.clone()));
        app.views.questions.push_back(Prompt::Clashes(clashes, Origin::Typed));
    }
    effects
}

/// Applies our value of a conflicting field, with the fields that depend on it.
fn take_ours(app: &mut App, clash: &Clash) -> Vec<Effect> {
    let path: Vec<&str> = clash.path.iter().map(String::as_str).collect();
    if clash.is_of_a_field(&app.folder)
        && let Ok(edits) = cascade::edits(&app.folder, &clash.file, &path, clash.ours.clone(), app.saying())
    {
        return app.edit(edits, SaveKind::Ordinary);
    }
    match clash.settle(&app.folder) {
        Ok(edit) => app.edit(edit.into_iter().collect(), SaveKind::Ordinary),
        // What it belongs to was taken away meanwhile: the words are kept, and offered again.
        Err(_) => {
            app.warn(app.words.get(id!("ours-kept")).into_owned());
            let said = clash.ours.as_ref().map(|ours| words::edit::value(&app.words, Some(ours))).unwrap_or_default();
            vec![Effect::HoldTyped(clash.file.clone(), clash.path.clone(), said)]
        }
    }
}

/// Applies the values chosen for conflicting fields.
pub fn settle(app: &mut App, sides: &Sides) -> Vec<Effect> {
    let mut effects = Vec::new();
    for line in sides.lines.iter().filter(|line| line.choice == Some(Side::Here)) {
        effects.extend(take_ours(app, &line.clash));
    }
    effects.push(Effect::Settled(sides.lines.iter().map(|line| line.clash.clone()).collect()));
    effects
}
