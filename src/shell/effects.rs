//! Carrying out effects: saves, versions, imports, the clipboard, conflict copies, publications, purges.

use chrono::NaiveDate;

use super::{Quit, Shell, now, terminal};
use crate::{
    domain::{
        board::layout::{Layout, NamedView},
        edit::{Change, Edit, diff, identity},
        model::{
            document::FileId,
            publication::{Form, Publication},
        },
        privacy::mentions::NamedText,
        value::fault::Fault,
    },
    export::{html, publish::publish, sources::Sources},
    store::{
        app_dirs::YesNo,
        exports,
        journal::TypedText,
        sync_copies::Proposal,
        versions::{Version, VersionReason},
    },
    tui::{
        app::App,
        effect::{CopiedCells, Effect, SaveKind},
        event::{Event, VersionLine},
        prompt::{Origin, Prompt},
        state::{consent::Consent, dialog::Dialog},
    },
    words::id,
};

impl Shell<'_> {
    /// Carries out an effect; `Err` means that the user quits.
    pub(super) fn carry_out(&mut self, effect: Effect) -> Result<(), Quit> {
        match effect {
            Effect::Save(edits, kind) => self.save(edits, kind),
            Effect::BeginYear(edits, name) => return self.begin_year(edits, name),
            Effect::KeepVersion(_)
            | Effect::ListVersions
            | Effect::ReadVersion(..)
            | Effect::Restore(..)
            | Effect::Between(..) => return self.go_through_versions(effect),
            Effect::RememberTheme(theme) => self.places.remember(|settings| settings.theme = Some(theme)),
            Effect::RememberLevel(level) => self.places.remember(|settings| settings.level = Some(level)),
            Effect::RememberColumns(layout) => self.remember_columns(layout),
            Effect::RememberViews(views) => self.remember_views(views),
            Effect::RememberEnlarged => self.places.remember(|settings| settings.enlarged = Some(YesNo::Yes)),
            Effect::RememberHeads(heads) => self.places.remember(|settings| settings.heads = heads),
            Effect::TakeStaffSoon => self.wake.send(Event::TakeStaff),
            Effect::ListFiles | Effect::Complete(_) | Effect::ReadSheet(_) | Effect::ReadAnswers(_) => {
                return self.find(effect);
            }
            Effect::Copy(text) => self.copy(&text)?,
            Effect::CopyCells(cells) => self.copy_cells(&cells)?,
            Effect::OpenFile(path) => self.open_file(&path)?,
            Effect::Paste => return self.paste(),
            Effect::Repaint => self.is_smudged = true,
            Effect::Mouse(mouse) => terminal::mouse(mouse).map_err(|_| Quit)?,
            // The typed text is part of the edit being saved: it may be forgotten once that is on disk.
            Effect::ForgetTyped => self.flush(VersionReason::FirstChange),
            Effect::HoldTyped(file, path, text) => self.keeping.hold_typed(TypedText { when: now(), file, path, text }),
            Effect::ForgetFound(file, path) => self.keeping.forget(&file, &path),
            Effect::ForgetUnwritten => self.forget_unwritten(),
            Effect::Hold(clashes) => self.saving.clashes.extend(clashes),
            Effect::Settled(clashes) => {
                self.flush(VersionReason::FirstChange);
                self.saving.clashes.retain(|clash| !clashes.contains(clash));
            }
            Effect::Publish(publication, form) => self.publish(&publication, form),
            Effect::MergeCopy(name) => self.merge_copy(&name),
            Effect::Rewrite => self.flush(VersionReason::Rewriting),
            Effect::WriteReadOnly(file) => self.write_read_only(file),
            Effect::AskPurge(..) | Effect::Purge(..) | Effect::Rectify(_) | Effect::RemoveFiles(_) => {
                self.take_away(effect);
            }
            Effect::Reload => self.reload_and_say(),
            Effect::Found(..) | Effect::OpenSchool(_) => return self.go_to_school(effect),
            Effect::Quit => {
                self.flush_before_leaving();
                // Quitting with edits that could not be written takes a second request.
                if self.saving.is_empty() || self.refused {
                    return Err(Quit);
                }
                self.refused = true;
                // Why it could not be written has been said, unless it had been said before.
                if self.app.notice.as_ref().is_none_or(|notice| !notice.alert) {
                    self.app.warn(self.app.words.get(id!("quit-refused")).into_owned());
                }
            }
        }
        Ok(())
    }

    /// Writes what waits for a file although it is set read-only.
    fn write_read_only(&mut self, file: String) {
        self.saving.try_again(&file);
        self.saving.school.allow(file);
        self.flush(VersionReason::FirstChange);
    }

    fn forget_unwritten(&mut self) {
        self.keeping.forget_unwritten();
        self.flush(VersionReason::FirstChange);
    }

    fn save(&mut self, edits: Vec<Edit>, kind: SaveKind) {
        self.saving.wait(edits);
        if kind == SaveKind::Closing {
            // Several files change together: until all of them are written, the edits are kept in the journal.
            self.keeping.hold(&self.saving, now());
            self.flush(VersionReason::Closing);
        }
    }

    /// Begins a year whole, or not at all: half of one would say that it is begun.
    fn begin_year(&mut self, edits: Vec<Edit>, name: String) -> Result<(), Quit> {
        self.flush(VersionReason::FirstChange);
        if let Err(fault) = self.saving.school.can_save_whole(&edits) {
            self.app.tell_fault(&fault);
            return Ok(());
        }
        self.carry_out(Effect::KeepVersion(name))?;
        self.take(Event::YearBegins(edits))
    }

    fn go_through_versions(&mut self, effect: Effect) -> Result<(), Quit> {
        match effect {
            Effect::KeepVersion(name) => {
                self.flush(VersionReason::FirstChange);
                match self.saving.school.keep_named(&name, now()) {
                    Ok(kept) => self.tell(|words| words.say(id!("version-kept"), &[("n", kept.into())])),
                    Err(fault) => self.app.tell_fault(&fault),
                }
                return self.carry_out(Effect::ListVersions);
            }
            Effect::ListVersions => {
                let lines = self.versions();
                return self.take(Event::Versions(lines));
            }
            Effect::ReadVersion(file, number) => match self.saving.school.version(&file, number) {
                Ok(text) => {
                    // A version that no longer parses as a document still has its text.
                    let changes = self.saving.school.changes_after(&file, number).unwrap_or_default();
                    return self.take(Event::VersionRead(changes, text));
                }
                Err(fault) => self.app.tell_fault(&fault),
            },
            Effect::Restore(file, number) => self.restore(&file, number),
            Effect::Between(from, to) => return self.between(from, to),
            other => return self.carry_out(other),
        }
        Ok(())
    }

    fn restore(&mut self, file: &FileId, number: u32) {
        self.flush(VersionReason::FirstChange);
        match self.saving.school.restore(file, number, now()) {
            Ok(()) => {
                self.reload();
                let values = [("file", file.file().into()), ("version", number.into())];
                self.tell(|words| words.say(id!("version-restored"), &values));
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Remembers the column layout of this school's board.
    pub(super) fn remember_columns(&mut self, layout: Layout) {
        let root = self.root();
        self.places.remember(|settings| drop(settings.boards.insert(root, layout)));
    }

    /// Remembers the named views of this school's board.
    fn remember_views(&mut self, views: Vec<NamedView>) {
        let root = self.root();
        self.places.remember(|settings| drop(settings.views.insert(root, views)));
    }

    /// Copies a text to the clipboard.
    pub(super) fn copy(&mut self, text: &str) -> Result<(), Quit> {
        self.clipboard.copy(text).map_err(|_| Quit)?;
        self.tell(|words| words.say(id!("copied"), &[("n", text.lines().count().into())]));
        Ok(())
    }

    fn copy_cells(&mut self, cells: &CopiedCells) -> Result<(), Quit> {
        let html = html::cells(cells.heads.as_deref(), &cells.lines);
        self.clipboard.copy_cells(&cells.text(), &html).map_err(|_| Quit)?;
        let said = if cells.is_cut { id!("cut-cells") } else { id!("copied-cells") };
        self.tell(|words| words.say(said, &[("n", cells.count().into())]));
        Ok(())
    }

    /// Reports what changed from the end of one day to the end of another.
    pub(super) fn between(&mut self, from: NaiveDate, to: NaiveDate) -> Result<(), Quit> {
        self.flush(VersionReason::FirstChange);
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

    fn reload_and_say(&mut self) {
        self.saving.school.forget_stamps();
        self.look();
        let said = self.app.notice.take();
        self.tell(|words| words.get(id!("reloaded")).into_owned());
        self.app.notice = said.or(self.app.notice.take());
    }

    /// Handles the clipboard's text as a paste.
    pub(super) fn paste(&mut self) -> Result<(), Quit> {
        match self.clipboard.text() {
            Some(text) => self.take(Event::Paste(text)),
            None => {
                self.tell(|words| words.get(id!("clipboard-none")).into_owned());
                Ok(())
            }
        }
    }

    /// Asks about the conflict copies that the user was not asked about yet.
    pub(super) fn look_for_copies(&mut self) {
        for copy in self.saving.new_copies() {
            match self.saving.school.compare_copy(&copy) {
                Ok(Proposal { edits, clashes }) => {
                    let added = edits.iter().filter_map(|edit| match &edit.change {
                        Change::Insert { item, .. } => identity(item),
                        Change::Set { .. } | Change::Remove { .. } => None,
                    });
                    let purged = self.saving.school.purged_again(added).len();
                    self.ask(Prompt::Copy { name: copy.name, file: copy.file, edits, clashes, purged });
                }
                Err(fault) => self.app.tell_fault(&fault),
            }
        }
    }

    /// The versions, as the screen lists them.
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
        self.saving.school.earlier_versions().into_iter().filter_map(line).collect()
    }

    /// Merges a conflict copy into its file.
    pub(super) fn merge_copy(&mut self, name: &str) {
        self.flush(VersionReason::FirstChange);
        let Some(copy) = self.saving.school.copies().into_iter().find(|copy| copy.name == name) else { return };
        let taken = self.saving.school.compare_copy(&copy).and_then(|proposal| {
            // The copy is archived first: whatever happens next, its content is in the versions.
            self.saving.school.put_away(&copy, now()).map(|()| proposal)
        });
        match taken {
            Ok(Proposal { edits, clashes }) => {
                let count = diff::records(&edits);
                let effects = self.app.edit(edits, SaveKind::Ordinary);
                let _ = effects.into_iter().try_for_each(|effect| self.carry_out(effect));
                self.flush(VersionReason::Merging);
                let values = [("copy", name.into()), ("n", count.into()), ("left", clashes.len().into())];
                self.tell(|words| words.say(id!("copy-merged"), &values));
                if !clashes.is_empty() {
                    self.saving.clashes.extend(clashes.clone());
                    self.ask(Prompt::Clashes(clashes, Origin::Copy));
                }
            }
            Err(fault) => self.app.tell_fault(&fault),
        }
    }

    /// Opens an address or a file with the program of the system; where none answers, it is copied.
    fn open_file(&mut self, path: &str) -> Result<(), Quit> {
        let is_address = path.contains("://");
        let place = if is_address { path.into() } else { self.root().join(path) };
        let named = place.display().to_string();
        if !is_address && !place.exists() {
            self.tell(|words| words.say(id!("link-missing"), &[("file", named.into())]));
            return Ok(());
        }
        if open::that_detached(&place).is_ok() {
            return Ok(());
        }
        self.clipboard.copy(&named).map_err(|_| Quit)?;
        self.tell(|words| words.get(id!("published-unopened")).into_owned());
        Ok(())
    }

    /// Says where a file was written, until somebody has read it, and offers to open it.
    fn tell_written(&mut self, file: &str) {
        let path = self.root().join(file).display().to_string();
        let said = self.app.words.say(id!("published"), &[("file", path.clone().into())]);
        if self.app.dialog.is_some() {
            self.tell(|_| said);
            return;
        }
        let before = self.app.notice.take().map(|notice| notice.text);
        let lines = before.into_iter().chain([said]).collect();
        let _ = self.app.open(Dialog::ask(lines, Consent::OpenFile(path)));
    }

    /// Writes a publication, made from what is on disk.
    pub(super) fn publish(&mut self, publication: &Publication, form: Form) {
        self.flush(VersionReason::FirstChange);
        // Names are hidden by the list of names: without it, nothing is given.
        if self.app.folder.broken.contains(&FileId::Board) && self.app.folder.board.people.is_empty() {
            let of_board = |fault: &&Fault| fault.place.file == FileId::Board.file();
            if let Some(fault) = self.app.faults.iter().find(of_board).cloned() {
                self.app.tell_fault(&fault);
            }
            return;
        }
        let App { folder, setting, views, .. } = &self.app;
        let said = match publication {
            Publication::Person(who) => {
                folder.person(who).and_then(|person| self.saving.school.said_of(folder, person))
            }
            _ => Ok(Vec::new()),
        };
        let letter = self.saving.school.letter();
        let columns: Vec<String> = views.board.layout.wide.iter().map(|shown| shown.key.clone()).collect();
        let made = |said: &[NamedText]| {
            let (cycle, shelf) = (&setting.cycle, &setting.catalogues);
            let sources = Sources { folder, cycle, shelf, said, letter: letter.as_deref(), columns: &columns };
            publish(&self.app.words, sources, publication, form, &super::clock())
        };
        let written = said
            .and_then(|said| made(&said))
            .and_then(|published| exports::keep(self.saving.school.root(), &published.name, &published.bytes));
        match written {
            Ok(file) => self.tell_written(&file),
            Err(fault) => self.app.tell_fault(&fault),
        }
    }
}
