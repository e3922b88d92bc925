//! What answering « yes » or « no » to a question does.

use super::{external, prompts, unsaved};
use crate::{
    domain::{
        edit::Edit,
        model::{document::FileId, draft::Curtain},
        privacy::preview::Sentences,
    },
    tui::{
        app::App,
        effect::{Effect, SaveKind},
        screens,
        state::{Screen, consent::Consent, dialog::Dialog},
    },
    words::id,
};

/// Carries out a « yes ».
pub fn given(app: &mut App, consent: Consent) -> Vec<Effect> {
    match consent {
        Consent::Edits(edits, kind) => external::edit(app, edits, kind),
        Consent::Erase(edits) => external::edit(app, edits, SaveKind::Ordinary),
        Consent::EditsThenErase(edits, lines, erasing) => {
            let mut effects = external::edit(app, edits, SaveKind::Ordinary);
            effects.extend(app.open(Dialog::ask(lines, Consent::Erase(erasing))));
            effects
        }
        Consent::NewYear(edits, name) => vec![Effect::BeginYear(edits, name)],
        Consent::CloseMeeting | Consent::CloseMeetingWithNames => screens::meeting::close(app),
        Consent::LeaveMeeting => screens::meeting::leave(app),
        Consent::Quit => {
            let mut effects = screens::meeting::draw_curtain(app, Some(Curtain::Pause));
            effects.push(Effect::Quit);
            effects
        }
        Consent::Measure(issue) => screens::meeting::measure(app, &issue),
        Consent::Level(level) => app.set_level(level),
        Consent::AbandonMeeting => {
            let mut effects = app.go(Screen::Home);
            let edit = Edit::delete(&app.folder, FileId::Draft).map(Some);
            effects.extend(app.try_edit(edit));
            effects
        }
        Consent::Restore(file, number) => vec![Effect::Restore(file, number), Effect::ListVersions],
        Consent::Recover(file, path, text) => {
            let mut effects = unsaved::reopen(app, file.clone(), path.clone(), &text);
            effects.push(Effect::ForgetFound(file, path));
            effects
        }
        Consent::DiscardUnwritten => vec![Effect::ForgetUnwritten],
        Consent::Discard(file, path) => vec![Effect::ForgetFound(file, path)],
        Consent::Again(edits) => prompts::again(app, edits),
        Consent::MergeCopy(name) => vec![Effect::MergeCopy(name)],
        Consent::Rewrite => vec![Effect::Rewrite],
        Consent::WriteReadOnly(file) => vec![Effect::WriteReadOnly(file)],
        Consent::Purge(people, words, sentences) => vec![Effect::Purge(people, words, sentences)],
        Consent::PurgeFirst(people, words, going) => {
            let last = prompts::purge(app, people, words, Sentences::Gone, going);
            app.open(last)
        }
        Consent::RemoveFiles(files) => vec![Effect::RemoveFiles(files)],
        Consent::OpenFile(path) => vec![Effect::OpenFile(path)],
        Consent::Rectify(what) => vec![Effect::Rectify(what)],
    }
}

/// Carries out a « no ».
pub fn withheld(app: &mut App, consent: Consent) -> Vec<Effect> {
    match consent {
        Consent::Recover(file, path, text) => {
            let mut lines: Vec<String> = text.lines().map(Into::into).collect();
            lines.extend([String::new(), app.words.get(id!("ask-discard")).into_owned()]);
            app.open(Dialog::ask(lines, Consent::Discard(file, path)))
        }
        Consent::Discard(..) | Consent::DiscardUnwritten => {
            app.tell(app.words.get(id!("discard-later")).into_owned());
            Vec::new()
        }
        Consent::Again(_) => {
            let lines = vec![app.words.get(id!("ask-discard-unwritten")).into_owned()];
            app.open(Dialog::ask(lines, Consent::DiscardUnwritten))
        }
        Consent::Rewrite => {
            app.warn(app.words.get(id!("rewrite-later")).into_owned());
            Vec::new()
        }
        Consent::WriteReadOnly(file) => {
            app.warn(app.words.say(id!("readonly-later"), &[("file", file.into())]));
            Vec::new()
        }
        Consent::Edits(..)
        | Consent::Erase(_)
        | Consent::EditsThenErase(..)
        | Consent::NewYear(..)
        | Consent::CloseMeeting
        | Consent::CloseMeetingWithNames
        | Consent::LeaveMeeting
        | Consent::Quit
        | Consent::Measure(_)
        | Consent::Level(_)
        | Consent::AbandonMeeting
        | Consent::Restore(..)
        | Consent::MergeCopy(_)
        | Consent::RemoveFiles(_)
        | Consent::OpenFile(_)
        | Consent::Rectify(_)
        | Consent::Purge(..) => Vec::new(),
        // The sentences stay; the last question is still to be answered.
        Consent::PurgeFirst(people, words, going) => {
            let last = prompts::purge(app, people, words, Sentences::Kept, going);
            app.open(last)
        }
    }
}
