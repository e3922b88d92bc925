//! Taking words about people away for good: purges, rectifications, files that are not text.

use super::{Shell, now};
use crate::{
    domain::{
        edit::history::History,
        privacy::{
            preview::{PurgeChoice, Sentences},
            rectification::Rectification,
        },
    },
    store::{journal, versions::VersionReason},
    tui::{effect::Effect, prompt::Prompt},
    words::{id, purge},
};

impl Shell<'_> {
    /// Carries out what takes words about people away for good.
    pub(super) fn take_away(&mut self, effect: Effect) {
        match effect {
            Effect::AskPurge(people, words) => self.ask_purge(people, words),
            Effect::Purge(people, words, sentences) => self.purge(&people, words, sentences),
            Effect::Rectify(what) => self.rectify(&what),
            Effect::RemoveFiles(files) => self.remove_files(&files),
            _ => {}
        }
    }

    /// Asks which of the words that may name people do; then shows what removing them would take away, and asks for
    /// confirmation.
    pub(super) fn ask_purge(&mut self, people: Vec<String>, said: Option<Vec<String>>) {
        self.flush(VersionReason::FirstChange);
        let is_asked = said.is_some();
        let choice = PurgeChoice { words: said.unwrap_or_default(), ..PurgeChoice::default() };
        match self.saving.school.purge_preview(&people, &choice, &self.app.words.get(id!("nobody"))) {
            Ok(going) => {
                let going = going.read_at(self.app.level());
                if !is_asked && !going.doubts.is_empty() {
                    return self.ask(Prompt::Doubts { people, words: going.doubts.into_iter().collect() });
                }
                let has_sentences = going.files.iter().any(|file| !file.left.is_empty());
                let going = purge::lines(&self.app.words, &going);
                self.ask(Prompt::Purge { people, words: choice.words, going, has_sentences });
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Removes people for good.
    pub(super) fn purge(&mut self, people: &[String], words: Vec<String>, sentences: Sentences) {
        self.flush(VersionReason::FirstChange);
        let nobody = self.app.words.get(id!("nobody")).into_owned();
        let choice = PurgeChoice { words, sentences, ..PurgeChoice::default() };
        let purged = self.saving.school.purge(people, &choice, &nobody, &self.places.state, now());
        // An undo step that could bring a forgotten person back is forgotten too.
        self.app.history = journal::history(&self.places.state, self.saving.school.root());
        self.keeping.keep_history(&self.app.history);
        self.reload();
        match purged {
            Ok(done) => {
                let values = [("n", people.len().into()), ("files", done.files.len().into())];
                let said = self.app.words.say(id!("purged"), &values);
                self.tell(|words| format!("{said} {}", words.get(id!("purge-unreached"))));
                if !done.untouched.is_empty() {
                    self.ask(Prompt::RemoveFiles(done.untouched));
                }
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Takes words out of a field and of every version of it; what could bring them back is forgotten too.
    fn rectify(&mut self, what: &Rectification) {
        self.flush(VersionReason::FirstChange);
        let done = self.saving.school.rectify(what, &self.places.state, now());
        self.app.history = History::default();
        self.keeping.keep_history(&self.app.history);
        self.reload();
        match done {
            Ok(files) => {
                let left = self.saving.school.still_says(what).join(", ");
                let said = self.app.words.say(id!("rectified"), &[("n", files.into())]);
                self.tell(|words| match left.is_empty() {
                    true => said,
                    false => format!("{said} {}", words.say(id!("rectify-left"), &[("files", left.into())])),
                });
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Deletes files that are not text, as somebody chose after a purge.
    pub(super) fn remove_files(&mut self, files: &[String]) {
        match self.saving.school.remove_files(files) {
            Ok(()) => self.tell(|words| words.say(id!("purge-removed"), &[("n", files.len().into())])),
            Err(fault) => self.app.tell_fault(&fault),
        }
    }
}
