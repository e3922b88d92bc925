//! Between the terminal, the disk, the clock and the screens: events in, effects carried out.

mod input;
mod terminal;

use std::{
    io,
    time::{Duration, Instant},
};

use chrono::{Local, NaiveDateTime};
use termprofile::{DetectorSettings, TermProfile};

use self::terminal::Terminal;
use crate::{
    domain::{
        document::FileId,
        edit::Edit,
        fault::{Code, Fault},
        folder::Folder,
    },
    store::{
        journal::{Journal, Typed},
        place::{Places, Settings},
        school::{Remark, School},
        shipped,
        versions::Why,
    },
    tui::{
        answers,
        app::{App, Setting},
        asking,
        canvas::Drawn,
        effect::{Effect, Weight},
        event::{Event, Notice, VersionLine},
        update::update,
        views::Screen,
    },
    words::Words,
};

/// Edits in quick succession go to the disk together: sync clients make copies of files that change too fast.
const GATHERING: Duration = Duration::from_millis(400);

/// Edits that could not be written are tried again after this long.
const RETRY: Duration = Duration::from_secs(3);

/// A text being typed is written down at least this often.
const JOURNAL: Duration = Duration::from_millis(900);

/// In a meeting the minutes of a point are looked at this often.
const MINUTES: Duration = Duration::from_secs(20);

/// Opens the app on a folder that has been read, until the person quits.
///
/// # Errors
/// A terminal that cannot be used.
pub fn run(school: School, folder: Folder, faults: Vec<Fault>, places: &Places) -> io::Result<()> {
    let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
    let settings = places.settings();
    let setting = Setting {
        place: school.root().display().to_string(),
        cycle: shipped::cycle(),
        profile,
        demo: school.root() == places.demo(),
    };
    let theme = settings.theme.clone().unwrap_or_else(|| "clair".into());
    let app = App::new(folder, faults, setting, &theme, now());
    let journal = Journal::of(&places.state, school.root());
    let mut shell = Shell {
        app,
        school,
        journal,
        places,
        settings,
        drawn: Drawn::default(),
        waiting: Vec::new(),
        waiting_since: None,
        journalled: None,
        typed_since: None,
        refused: false,
    };
    shell.welcome();
    let mut terminal = Terminal::open()?;
    let ended = shell.live(&mut terminal);
    shell.flush(Why::FirstChange);
    drop(terminal);
    if let Some(notice) = shell.app.notice.filter(|notice| notice.alert) {
        eprintln!("{}", notice.text);
    }
    ended
}

/// Local time, to the second.
pub fn now() -> NaiveDateTime {
    Local::now().naive_local()
}

/// Everything that lives while the app is open.
struct Shell<'a> {
    app: App,
    school: School,
    journal: Journal,
    places: &'a Places,
    settings: Settings,
    drawn: Drawn,
    /// Edits in memory that are not on disk yet.
    waiting: Vec<Edit>,
    waiting_since: Option<Instant>,
    /// The text last written down.
    journalled: Option<String>,
    typed_since: Option<Instant>,
    /// Whether leaving was refused once, because edits could not be written.
    refused: bool,
}

impl Shell<'_> {
    /// Remembers the folder, and offers what an interrupted sitting left.
    fn welcome(&mut self) {
        self.settings.last_folder = std::fs::canonicalize(self.school.root()).ok();
        self.places.remember(&self.settings);
        if self.app.folder.draft.is_some() {
            // A meeting that stopped on a wall must not come back with its names.
            self.app.projection.on = self.settings.projected;
            let text = self.app.words.get("draft-resumes").into_owned();
            self.app.tell(text);
        }
        if let Some(typed) = self.journal.read()
            && let Some(file) = file_of(&typed.file)
        {
            self.journalled = Some(typed.text.clone());
            self.app.overlay = Some(asking::offer(&self.app, typed.when, file, typed.path, typed.text));
        }
    }

    fn live(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        loop {
            self.drawn = terminal.draw(&self.app)?;
            let Some(events) = terminal.events(self.patience())? else { return Ok(()) };
            update(&mut self.app, Event::Clock(now()), &self.drawn);
            for event in events {
                if self.take(event).is_err() {
                    return Ok(());
                }
                #[cfg(debug_assertions)]
                terminal::panic_if_asked(&self.app);
            }
            self.overdue();
        }
    }

    /// How long nothing needs to be done; `None` is for ever.
    fn patience(&self) -> Option<Duration> {
        let gathering = self.waiting_since.map(|since| GATHERING.saturating_sub(since.elapsed()));
        let journal = self.typed_since.map(|since| JOURNAL.saturating_sub(since.elapsed()));
        let minutes = (self.app.views.screen == Screen::Meeting).then_some(MINUTES);
        [gathering, journal, minutes].into_iter().flatten().min()
    }

    /// Does what is due: edits to the disk, the text being typed to the journal.
    fn overdue(&mut self) {
        if self.waiting_since.is_some_and(|since| since.elapsed() >= GATHERING) {
            self.flush(Why::FirstChange);
        }
        let typing = answers::typing(&self.app);
        let changed =
            typing.as_ref().is_some_and(|(_, _, text)| Some(text) != self.journalled.as_ref() && !text.is_empty());
        self.typed_since = if changed { self.typed_since.or(Some(Instant::now())) } else { None };
        if let (Some(since), Some((file, path, text))) = (self.typed_since, typing)
            && since.elapsed() >= JOURNAL
        {
            let typed = Typed { when: now(), file: file.stem(), path, text: text.clone() };
            // A journal that cannot be written must not stop the typing.
            let _ = self.journal.write(&typed);
            (self.journalled, self.typed_since) = (Some(text), None);
        }
    }

    /// Takes an event and carries out what it asks for; `Err` is quitting.
    fn take(&mut self, event: Event) -> Result<(), Quit> {
        let effects = update(&mut self.app, event, &self.drawn);
        effects.into_iter().try_for_each(|effect| self.carry_out(effect))
    }

    fn carry_out(&mut self, effect: Effect) -> Result<(), Quit> {
        match effect {
            Effect::Save(edits, weight) => {
                self.waiting.extend(edits);
                self.waiting_since = self.waiting_since.or(Some(Instant::now()));
                if weight == Weight::Closing {
                    self.flush(Why::Closing);
                }
            }
            Effect::KeepVersion(name) => {
                self.flush(Why::FirstChange);
                match self.school.keep_named(&name, now()) {
                    Ok(kept) => self.tell(|words| words.say("version-kept", &[("n", kept.into())])),
                    Err(fault) => self.app.tell_fault(&fault),
                }
                return self.carry_out(Effect::ListVersions);
            }
            Effect::Reload => {
                self.flush(Why::FirstChange);
                self.reload();
            }
            Effect::ListVersions => {
                let lines = self.versions();
                return self.take(Event::Versions(lines));
            }
            Effect::ReadVersion(file, number) => match self.school.version(&file, number) {
                Ok(text) => return self.take(Event::VersionText(text)),
                Err(fault) => self.app.tell_fault(&fault),
            },
            Effect::Restore(file, number) => {
                self.flush(Why::FirstChange);
                match self.school.restore(&file, number, now()) {
                    Ok(()) => {
                        self.reload();
                        let name = file.file();
                        self.tell(|words| {
                            words.say("version-restored", &[("file", name.into()), ("version", number.into())])
                        });
                    }
                    Err(fault) => self.app.tell_fault(&fault),
                }
            }
            Effect::RememberTheme(theme) => {
                self.settings.theme = Some(theme);
                self.places.remember(&self.settings);
            }
            Effect::RememberProjection(projected) => {
                self.settings.projected = projected;
                self.places.remember(&self.settings);
            }
            Effect::ForgetTyped => {
                self.flush(Why::FirstChange);
                self.journal.clear();
                self.journalled = None;
            }
            Effect::Quit => {
                self.flush(Why::FirstChange);
                // Leaving with edits that no disk took is asked twice.
                if self.waiting.is_empty() || self.refused {
                    return Err(Quit);
                }
                self.refused = true;
            }
        }
        Ok(())
    }

    fn reload(&mut self) {
        let (folder, faults) = self.school.read();
        let notice = self.app.notice.take();
        update(&mut self.app, Event::Reloaded(Box::new(folder), faults), &self.drawn);
        match notice {
            Some(notice) => self.app.notice = Some(notice),
            None => self.tell(|words| words.get("reloaded").into_owned()),
        }
    }

    fn versions(&self) -> Vec<VersionLine> {
        let line = |version: crate::store::versions::Version| {
            let why = match &version.name {
                Some(name) => {
                    format!("{} {}", version.why, self.app.words.say("quoted", &[("text", name.as_str().into())]))
                }
                None => version.why.to_string(),
            };
            Some(VersionLine {
                file: file_of(&version.file)?,
                number: version.number,
                when: version.when,
                by: version.by,
                why,
            })
        };
        self.school.versions().into_iter().filter_map(line).collect()
    }

    /// Writes the waiting edits. When they cannot be written, memory goes back to what is on disk, and it is said.
    fn flush(&mut self, why: Why) {
        self.waiting_since = None;
        let edits = std::mem::take(&mut self.waiting);
        if edits.is_empty() {
            return;
        }
        match self.school.save(&edits, now(), why) {
            Ok(saved) => {
                update(&mut self.app, Event::Saved(saved.documents), &self.drawn);
                for remark in saved.remarks {
                    let (id, file) = match &remark {
                        Remark::Merged(file) => ("saved-merged", file),
                        Remark::Rewritten(file) => ("saved-rewritten", file),
                        Remark::Unconfirmed(file) => ("saved-unconfirmed", file),
                    };
                    let text = self.app.words.say(id, &[("file", file.file().into())]);
                    self.app.warn(text);
                }
            }
            Err(fault) => {
                // What could not be written stays in the history of the journal: nothing typed is lost.
                self.keep_unwritten(&edits);
                self.app.tell_fault(&fault);
                if fault.code != Code::NotWritten {
                    let (folder, faults) = self.school.read();
                    update(&mut self.app, Event::Reloaded(Box::new(folder), faults), &self.drawn);
                } else {
                    self.waiting = edits;
                    self.waiting_since = Some(Instant::now() + RETRY);
                }
            }
        }
    }

    /// Puts the texts of edits that could not be written into the journal.
    fn keep_unwritten(&mut self, edits: &[Edit]) {
        use crate::domain::edit::Change;
        let text = |edit: &Edit| match &edit.change {
            Change::Set { after: Some(value), .. } => Some(crate::words::edit::value(&self.app.words, Some(value))),
            Change::Insert { item, .. } => Some(crate::words::edit::value(&self.app.words, Some(item))),
            Change::Set { after: None, .. } | Change::Remove { .. } => None,
        };
        if let Some((edit, text)) = edits.iter().rev().find_map(|edit| Some((edit, text(edit)?))) {
            let _ = self.journal.write(&Typed { when: now(), file: edit.file.stem(), path: edit.path.clone(), text });
        }
    }

    fn tell(&mut self, sentence: impl FnOnce(&Words) -> String) {
        let text = sentence(&self.app.words);
        update(&mut self.app, Event::Told(Notice { text, alert: false }), &self.drawn);
    }
}

/// The person quits.
struct Quit;

fn file_of(stem: &str) -> Option<FileId> {
    if stem == FileId::Draft.stem() { Some(FileId::Draft) } else { FileId::parse(stem) }
}
