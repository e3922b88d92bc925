//! Connects the terminal, the disk, the clock and the screens: events in, effects carried out.

mod autosave;
mod clipboard;
mod effects;
mod inbox;
mod input;
mod journal;
mod moment;
#[cfg(unix)]
mod signals;
mod terminal;
mod themes;
mod welcome;

use std::{
    collections::HashSet,
    io::{self, Write},
    path::PathBuf,
    time::{Duration, Instant},
};

use termprofile::{DetectorSettings, TermProfile};

pub use self::moment::{clock, new_ids, now};
use self::{
    autosave::Autosave,
    clipboard::Clipboard,
    inbox::{Inbox, Incoming, Wake},
    journal::SessionJournal,
    moment::salt,
    terminal::Terminal,
};
use crate::{
    domain::{
        edit::diff,
        model::{board::Board, document::FileId, folder::Folder, meeting::Meeting},
        privacy::audience::Level,
        value::{
            fault::{Code, Fault},
            language::Language,
        },
    },
    store::{
        app_dirs::{AppDirs, real_path},
        outside::DiskChange,
        save::{Remark, Saved},
        school::SchoolFolder,
        shipped,
        versions::VersionReason,
    },
    tui::{
        app::{App, Environment},
        canvas::FrameOutput,
        event::{Event, ExternalChange, Notice},
        keymap::Keymap,
        prompt::{Origin, Prompt},
        state::{Screen, dialog::Dialog},
        theme::Role,
        update::{unsaved, update},
    },
    words::{Words, id},
};

/// How often the timer is refreshed during a meeting.
const MINUTES: Duration = Duration::from_secs(20);

/// Changed files are read once the disk has been quiet for this long.
const SETTLING: Duration = Duration::from_millis(250);

/// On drives without change notifications, files are checked at the first key pressed after this long.
const LOOKING: Duration = Duration::from_secs(5);

/// What takes longer is said.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long leaving waits for whoever holds the folder.
const LEAVING: Duration = Duration::from_secs(3);

/// Runs the app on a folder that has been read, until the user quits.
///
/// # Errors
/// If the terminal cannot be used.
pub fn run(
    school: SchoolFolder,
    folder: Folder,
    faults: Vec<Fault>,
    places: &AppDirs,
    language: Language,
) -> io::Result<()> {
    let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
    let settings = places.settings();
    let unreadable = settings.is_none();
    let settings = settings.unwrap_or_default();
    let (themes, theme_faults) = themes::read(places, profile);
    let setting = Environment {
        place: school.root().display().to_string(),
        cycle: shipped::cycle(),
        catalogues: shipped::shelf(),
        themes,
        keymap: Keymap::built_in(),
        demo: real_path(school.root()) == real_path(&places.demo()),
        salt: salt(),
    };
    let theme = settings.theme.as_deref().unwrap_or("clair");
    let mut app = App::new(folder, faults, setting, theme, now());
    app.words = Words::of(language);
    let (keeping, found) = SessionJournal::open(&places.state, school.root());
    let (wake, incoming) = Wake::channel();
    let mut shell = Shell {
        app,
        saving: Autosave::new(school, settings.versions.keep),
        keeping,
        places,
        drawn: FrameOutput::default(),
        disk: None,
        looked: Instant::now(),
        clipboard: Clipboard::default(),
        is_smudged: false,
        refused: false,
        trouble: None,
        wake: wake.clone(),
        reading: None,
    };
    shell.welcome(found, settings.level.unwrap_or(Level::Committee));
    shell.warn_at_start(theme_faults.first(), unreadable);
    let mut terminal = Terminal::open()?;
    let inbox = Inbox::open(shell.saving.school.root(), wake, incoming);
    let ended = shell.live(&mut terminal, &inbox);
    shell.flush(VersionReason::FirstChange);
    shell.keeping.keep(unsaved::typing(&shell.app), &shell.saving, now());
    shell.keeping.hold(&shell.saving, now());
    drop(terminal);
    if let Some(notice) = shell.app.notice.filter(|notice| notice.alert) {
        // The terminal may be gone.
        let _ = writeln!(io::stderr(), "{}", notice.text);
    }
    ended
}

/// The faults of the themes in the configuration folder.
pub fn theme_faults(places: &AppDirs) -> Vec<Fault> {
    themes::read(places, TermProfile::TrueColor).1
}

/// A remark about a save, in words.
pub fn wording(words: &Words, remark: &Remark) -> String {
    let (id, file) = match remark {
        Remark::Merged(file) => (id!("saved-merged"), file),
        Remark::BroughtBack(file) => (id!("saved-brought-back"), file),
        Remark::Rewritten(file) => (id!("saved-rewritten"), file),
        Remark::Unconfirmed(file) => (id!("saved-unconfirmed"), file),
        Remark::WithoutTurns => return words.get(id!("saved-without-turns")).into_owned(),
    };
    words.say(id, &[("file", file.file().into())])
}

/// The state of the shell while the app is open.
struct Shell<'a> {
    app: App,
    saving: Autosave,
    keeping: SessionJournal,
    places: &'a AppDirs,
    drawn: FrameOutput,
    /// When the last unhandled change on disk was noticed.
    disk: Option<Instant>,
    /// When the files were last checked.
    looked: Instant,
    clipboard: Clipboard,
    /// Whether another program may have written over the screen.
    is_smudged: bool,
    /// Whether quitting was refused once because edits could not be written.
    refused: bool,
    /// Why edits could not be written the last time, which is said once.
    trouble: Option<Fault>,
    /// What brings the results of what is done meanwhile.
    wake: Wake,
    /// Since when a file is being read, until that is said.
    reading: Option<Instant>,
}

impl Shell<'_> {
    /// The canonical path of the folder.
    fn root(&self) -> PathBuf {
        real_path(self.saving.school.root())
    }

    fn live(&mut self, terminal: &mut Terminal, inbox: &Inbox) -> io::Result<()> {
        loop {
            if std::mem::take(&mut self.is_smudged) {
                terminal.clear()?;
            }
            self.drawn = terminal.draw(&self.app)?;
            let incoming = inbox.next(self.next_deadline());
            update(&mut self.app, Event::Clock(now()), &self.drawn);
            match incoming {
                Some(Incoming::Gone) => return Ok(()),
                Some(Incoming::Disk) => self.disk = Some(Instant::now()),
                Some(Incoming::Events(events)) => {
                    for event in events {
                        if let Event::Resize(columns, rows) = event {
                            terminal.resize(columns, rows)?;
                        }
                        if self.take(event).is_err() {
                            return Ok(());
                        }
                        #[cfg(debug_assertions)]
                        terminal::panic_if_asked(&self.app);
                    }
                    if self.looked.elapsed() >= LOOKING {
                        self.disk = self.disk.or(Some(Instant::now()));
                    }
                }
                None => {}
            }
            self.overdue();
        }
    }

    /// Time until the next scheduled task, if any.
    fn next_deadline(&self) -> Option<Duration> {
        let disk = self.disk.map(|since| SETTLING.saturating_sub(since.elapsed()));
        let minutes = (self.app.views.screen == Screen::Meeting).then_some(MINUTES);
        let reading = self.reading.map(|since| PATIENCE.saturating_sub(since.elapsed()));
        [self.saving.next_deadline(), self.keeping.next_deadline(), disk, minutes, reading].into_iter().flatten().min()
    }

    /// Runs the tasks that are due: writes edits, reads what others wrote, journals the text being typed.
    fn overdue(&mut self) {
        if self.saving.is_due() {
            self.flush(VersionReason::FirstChange);
        }
        if self.disk.is_some_and(|since| since.elapsed() >= SETTLING) {
            self.look();
        }
        if self.reading.is_some_and(|since| since.elapsed() >= PATIENCE) {
            self.reading = None;
            if let Some(file) = self.app.views.reading.clone() {
                self.tell(|words| words.say(id!("import-reading"), &[("file", file.into())]));
            }
        }
        self.keeping.keep(unsaved::typing(&self.app), &self.saving, now());
    }

    /// Reads what other programs wrote, and updates the app.
    fn look(&mut self) {
        (self.disk, self.looked) = (None, Instant::now());
        self.flush(VersionReason::FirstChange);
        let outside = self.saving.school.refresh(&self.app.folder.broken, now());
        if outside.is_unsettled {
            self.disk = Some(Instant::now());
        }
        self.follow();
        if !self.saving.school.root().is_dir() {
            let text = self.app.words.get(id!("folder-gone")).into_owned();
            self.app.warn(text);
            return;
        }
        if outside.is_purged {
            self.keeping.after_a_purge(&mut self.app.history, &self.saving.school.purged());
        }
        if outside.changes.is_empty() {
            return self.look_for_copies();
        }
        // What waits is applied again on what was read anew; on a file that does not read, it waits on.
        let read = outside.changes.iter().filter(|change| matches!(change.now, Ok(Some(_))));
        let read: HashSet<FileId> = read.map(|change| change.file.clone()).collect();
        let news = outside.changes.into_iter().map(|DiskChange { file, now, changes, losses }| ExternalChange {
            file,
            now,
            records: diff::records(&changes),
            losses,
        });
        let news = news.collect();
        update(&mut self.app, Event::DiskChange(news), &self.drawn);
        if outside.is_purged {
            self.forget_the_purged();
        }
        if read.contains(&FileId::Board) {
            self.tell_of_the_purged();
        }
        // Unwritten edits are applied again on top of the others' changes; those that no longer fit are asked about.
        let waiting = self.saving.take_waiting(&read);
        if !waiting.is_empty() {
            let _ = self.take(Event::Again(waiting));
        }
        self.look_for_copies();
    }

    /// Drops what this window still holds of people whom another one purged: edits, and the text being typed.
    fn forget_the_purged(&mut self) {
        let board = self.app.folder.board.clone();
        let of_people = |list: &String| [Board::PEOPLE, Meeting::PEOPLE].contains(&list.as_str());
        let is_gone =
            |path: &[String]| path.windows(2).any(|steps| of_people(&steps[0]) && board.person(&steps[1]).is_none());
        self.saving.forget(is_gone);
        if unsaved::typing(&self.app).is_some_and(|(_, path, _)| is_gone(&path)) {
            self.app.views.given_up = None;
            // Whoever is typing does not see at once that the field is gone: a page takes the keys until a pause.
            let line = (self.app.words.get(id!("purged-elsewhere")).into_owned(), Role::Alert);
            self.app.dialog = Some(Dialog::page(self.app.words.get(id!("question")), vec![line]));
            self.app.views.unseen = Some(self.app.now);
            self.app.views.last_key = Some(self.app.now);
        }
        self.keeping.hold(&self.saving, now());
        self.keeping.keep(unsaved::typing(&self.app), &self.saving, now());
    }

    /// Says where the folder was moved to, if it was, and goes on there.
    fn follow(&mut self) {
        let place = self.saving.school.root().display().to_string();
        if place != self.app.setting.place {
            self.keeping = SessionJournal::open(&self.places.state, self.saving.school.root()).0;
            self.keeping.hold(&self.saving, now());
            let root = self.root();
            self.places.remember(|settings| settings.last_folder = Some(root));
            self.tell(|words| words.say(id!("folder-moved"), &[("place", place.as_str().into())]));
            self.app.setting.place = place;
        }
    }

    fn ask(&mut self, question: Prompt) {
        update(&mut self.app, Event::Asked(Box::new(question)), &self.drawn);
    }

    /// Handles an event and carries out its effects; `Err` means that the user quits.
    fn take(&mut self, event: Event) -> Result<(), Quit> {
        let effects = update(&mut self.app, event, &self.drawn);
        effects.into_iter().try_for_each(|effect| self.carry_out(effect))
    }

    pub(super) fn reload(&mut self) {
        let (folder, faults) = self.saving.school.read();
        let notice = self.app.notice.take();
        update(&mut self.app, Event::Reloaded(Box::new(folder), faults), &self.drawn);
        match notice {
            Some(notice) => self.app.notice = Some(notice),
            None => self.tell(|words| words.get(id!("reloaded")).into_owned()),
        }
    }

    /// Writes the queued edits, and reports the outcome.
    fn flush(&mut self, why: VersionReason) {
        let saved = self.saving.write(why, now());
        self.report(saved);
    }

    /// Writes the queued edits before leaving, and waits for whoever else is writing.
    fn flush_before_leaving(&mut self) {
        // A window or a command may hold the folder for a moment. Longer, the edits wait in the journal: nobody is kept in.
        let until = Instant::now() + LEAVING;
        loop {
            let saved = self.saving.write(VersionReason::FirstChange, now());
            let is_kept_waiting = saved.as_ref().is_some_and(Saved::is_kept_waiting);
            self.report(saved);
            if !is_kept_waiting || Instant::now() > until {
                return;
            }
            std::thread::sleep(LEAVING / 30);
        }
    }

    fn report(&mut self, saved: Option<Saved>) {
        let Some(saved) = saved else { return };
        update(&mut self.app, Event::Saved(saved.documents), &self.drawn);
        for remark in saved.remarks {
            let text = wording(&self.app.words, &remark);
            self.app.warn(text);
        }
        for (file, losses) in saved.losses {
            update(&mut self.app, Event::Lost(file, losses), &self.drawn);
        }
        if !saved.clashes.is_empty() {
            self.ask(Prompt::Clashes(saved.clashes, Origin::Typed));
        }
        let before = self.trouble.take();
        for (fault, _) in saved.refused {
            if matches!(fault.code, Code::NotEditable | Code::ReadOnly) {
                self.ask(Prompt::Refused(fault));
                continue;
            }
            // An edit that is tried again every second must not hide every other message.
            if before.as_ref() != Some(&fault) {
                self.app.tell_fault(&fault);
            }
            self.trouble = Some(fault);
        }
        self.follow();
        self.keeping.hold(&self.saving, now());
        self.keeping.keep_history(&self.app.history);
    }

    fn tell(&mut self, sentence: impl FnOnce(&Words) -> String) {
        let text = sentence(&self.app.words);
        update(&mut self.app, Event::Told(Notice { text, alert: false }), &self.drawn);
    }
}

/// The user quits.
struct Quit;
