//! What the outside does now and then: versions, lists to take in, the clipboard, conflict copies, purges.

use std::path::Path;

use chrono::NaiveDate;

use super::{Quit, Shell, now};
use crate::{
    domain::{
        board::layout::Layout,
        edit::diff,
        model::{
            document::FileId,
            publication::{Form, Publication},
        },
    },
    export::publish::publish,
    store::{
        exports, journal,
        sync_copies::Proposal,
        table_file,
        versions::{Version, Why},
    },
    tui::{
        effect::Weight,
        event::{Event, VersionLine},
        prompt::{Origin, Question},
    },
    words::{id, purge},
};

impl Shell<'_> {
    /// Remembers the columns of this school's board.
    pub(super) fn remember_columns(&mut self, layout: Layout) {
        let root = self.root();
        self.places.remember(|settings| drop(settings.boards.insert(root, layout)));
    }

    /// Puts a text on the clipboard.
    pub(super) fn copy(&mut self, text: &str) -> Result<(), Quit> {
        self.clipboard.copy(text).map_err(|_| Quit)?;
        self.tell(|words| words.say(id!("copied"), &[("n", text.lines().count().into())]));
        Ok(())
    }

    /// Tells what changed from the end of one day to the end of another.
    pub(super) fn between(&mut self, from: NaiveDate, to: NaiveDate) -> Result<(), Quit> {
        self.flush(Why::FirstChange);
        let school = &self.saving.school;
        match school.between(from, to) {
            Ok(changes) => {
                let first = school.first_version();
                self.take(Event::Between(changes, (from, to), first))
            }
            Err(fault) => {
                self.app.tell_fault(&fault);
                Ok(())
            }
        }
    }

    /// Reads a table that somebody wants to take in.
    pub(super) fn read_sheet(&mut self, path: &str) -> Result<(), Quit> {
        match table_file::read(Path::new(path)) {
            Ok(sheet) => self.take(Event::Sheet(sheet)),
            Err(fault) => {
                self.app.tell_fault(&fault);
                Ok(())
            }
        }
    }

    /// Reads the answers of a form that somebody wants to take in.
    pub(super) fn read_answers(&mut self, path: &str) -> Result<(), Quit> {
        let path = Path::new(path);
        match table_file::answers(path) {
            Ok(answers) => self.take(Event::Answers(table_file::name(path), answers)),
            Err(fault) => {
                self.app.tell_fault(&fault);
                Ok(())
            }
        }
    }

    /// Takes what is on the clipboard as a text pasted.
    pub(super) fn paste(&mut self) -> Result<(), Quit> {
        match self.clipboard.text() {
            Some(text) => self.take(Event::Paste(text)),
            None => {
                self.tell(|words| words.get(id!("clipboard-none")).into_owned());
                Ok(())
            }
        }
    }

    /// Asks about the conflict copies that nobody was asked about.
    pub(super) fn look_for_copies(&mut self) {
        for copy in self.saving.new_copies() {
            match self.saving.school.compare_copy(&copy) {
                Ok(Proposal { edits, clashes }) => {
                    self.ask(Question::Copy { name: copy.name, file: copy.file, edits, clashes });
                }
                Err(fault) => self.app.tell_fault(&fault),
            }
        }
    }

    /// The versions as the screen shows them.
    pub(super) fn versions(&self) -> Vec<VersionLine> {
        let line = |version: Version| {
            let why = match &version.name {
                Some(name) => {
                    format!(
                        "{} {}",
                        self.app.words.choice(version.why.word()),
                        self.app.words.say(id!("quoted"), &[("text", name.as_str().into())])
                    )
                }
                None => self.app.words.choice(version.why.word()).into_owned(),
            };
            Some(VersionLine {
                file: FileId::parse(&version.file)?,
                number: version.number,
                when: version.when,
                by: version.by,
                why,
            })
        };
        self.saving.school.versions().into_iter().filter_map(line).collect()
    }

    /// Puts a conflict copy together with its file.
    pub(super) fn merge_copy(&mut self, name: &str) {
        self.flush(Why::FirstChange);
        let Some(copy) = self.saving.school.copies().into_iter().find(|copy| copy.name == name) else { return };
        let taken = self.saving.school.compare_copy(&copy).and_then(|proposal| {
            // The copy is in versions before anything else: whatever happens next, its words are there.
            self.saving.school.put_away(&copy, now()).map(|()| proposal)
        });
        match taken {
            Ok(Proposal { edits, clashes }) => {
                let count = diff::records(&edits);
                let effects = self.app.edit(edits, Weight::Ordinary);
                let _ = effects.into_iter().try_for_each(|effect| self.carry_out(effect));
                self.flush(Why::Merging);
                self.tell(|words| words.say(id!("copy-merged"), &[("copy", name.into()), ("n", count.into())]));
                if !clashes.is_empty() {
                    self.saving.clashes.extend(clashes.clone());
                    self.ask(Question::Clashes(clashes, Origin::Copy));
                }
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Says what forgetting people would take away.
    pub(super) fn ask_purge(&mut self, people: Vec<String>) {
        self.flush(Why::FirstChange);
        match self.saving.school.going(&people, &self.app.words.get(id!("nobody"))) {
            Ok(going) => {
                let going = purge::lines(&self.app.words, &going);
                self.ask(Question::Purge { people, going });
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Writes what is given to others, from what is on the disk.
    pub(super) fn publish(&mut self, publication: &Publication, form: Form) {
        self.flush(Why::FirstChange);
        let folder = (&self.app.folder, &self.app.setting.cycle, &self.app.setting.catalogues);
        let written = publish(&self.app.words, folder, publication, form, &super::clock()).and_then(|published| {
            let file = self.saving.school.root().join(exports::FOLDER).join(&published.name);
            exports::write(&file, &published.bytes).map(|()| format!("{}/{}", exports::FOLDER, published.name))
        });
        match written {
            Ok(file) => {
                let before = self.app.notice.take().map(|notice| notice.text).unwrap_or_default();
                self.tell(|words| format!("{before} {}", words.say(id!("published"), &[("file", file.into())])));
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Forgets people.
    pub(super) fn purge(&mut self, people: &[String]) {
        self.flush(Why::FirstChange);
        let nobody = self.app.words.get(id!("nobody")).into_owned();
        let purged = self.saving.school.purge(people, &nobody, &self.places.state, now());
        // A gesture that could bring a forgotten person back is forgotten with them.
        self.app.history = journal::history(&self.places.state, self.saving.school.root());
        self.keeping.keep_history(&self.app.history);
        self.reload();
        match purged {
            Ok(files) => {
                self.tell(|words| words.say(id!("purged"), &[("n", people.len().into()), ("files", files.into())]))
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }
}
