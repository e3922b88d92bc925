//! Connects the terminal, the disk, the clock and the screens: events in, effects carried out.

mod autosave;
mod clipboard;
#[cfg(windows)]
mod console;
mod effects;
mod files;
mod frame;
mod inbox;
mod input;
mod journal;
#[cfg(unix)]
mod keyboard;
mod linear;
mod moment;
pub mod network;
mod outside;
mod schools;
#[cfg(unix)]
mod signals;
mod taking_away;
mod terminal;
mod themes;
pub mod wall;
mod welcome;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use termprofile::{DetectorSettings, TermProfile};

pub use self::moment::{clock, new_ids, now};
use self::{
    autosave::Autosave,
    clipboard::Clipboard,
    inbox::{FolderWatch, Inbox, Incoming, Wake},
    journal::SessionJournal,
    moment::salt,
    terminal::Terminal,
};
use crate::{
    domain::{
        model::folder::Folder,
        privacy::audience::Level,
        value::{
            fault::{Code, Fault},
            language::Language,
        },
    },
    store::{
        app_dirs::{AppDirs, Settings, YesNo, documents, is_school, real_path},
        save::{Remark, Saved},
        school::SchoolFolder,
        shipped,
        versions::VersionReason,
    },
    tui::{
        app::App,
        canvas::FrameOutput,
        environment::{Environment, Purpose},
        event::{Event, Notice},
        keymap::Keymap,
        prompt::{Origin, Prompt},
        state::Screen,
        theme::Themes,
        update::{unsaved, update},
        view::LONG_BLANK,
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

/// A school folder that was read: the folder, what it holds, and what cannot be read.
pub type OpenedSchool = (SchoolFolder, Folder, Vec<Fault>);

/// How the app speaks with the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// On a screen, with keys.
    Screen,
    /// Line by line, for screen readers, braille and scripts.
    Lines,
}

/// Runs the app on a folder that has been read, then on those that the user goes on to, until the user quits.
///
/// # Errors
/// If the terminal cannot be used.
pub fn run(opened: OpenedSchool, places: &AppDirs, language: Language, medium: Medium) -> io::Result<()> {
    let (wake, incoming) = Wake::channel();
    let mut shell = Shell::of(opened, places, language, wake.clone());
    // One terminal and one reader serve every school: a second reader would take the keys of the first.
    let (mut terminal, inbox) = match medium {
        Medium::Screen => (Some(Terminal::open()?), Inbox::open(wake.clone(), incoming)),
        Medium::Lines => (None, Inbox::of_lines(wake.clone(), incoming)),
    };
    loop {
        let mut watch = wake.watch(shell.saving.school.root());
        let ended = match &mut terminal {
            Some(terminal) => shell.live(terminal, &inbox, &mut watch),
            None => shell.converse(&inbox, &mut watch),
        };
        shell.flush(VersionReason::FirstChange);
        // Without such a version nothing is lost yet.
        let _ = shell.saving.school.keep_last_change(now());
        shell.keeping.keep(unsaved::typing(&shell.app), &shell.saving, now());
        shell.keeping.hold(&shell.saving, now());
        match shell.next.take().filter(|_| ended.is_ok()) {
            Some(opened) => shell = Shell::of(opened, places, language, wake.clone()),
            None => {
                drop(terminal);
                if let Some(notice) = shell.app.notice.filter(|notice| notice.alert) {
                    // The terminal may be gone.
                    let _ = writeln!(io::stderr(), "{}", notice.text);
                }
                return ended;
            }
        }
    }
}

/// What the app knows of this computer and of this folder.
fn environment(root: &Path, places: &AppDirs, settings: &Settings, themes: Themes) -> Environment {
    let recent = settings.recent.iter().filter(|place| is_school(place));
    Environment {
        place: root.display().to_string(),
        cycle: shipped::cycle(),
        welcome: shipped::welcome,
        catalogues: shipped::shelf(),
        themes,
        keymap: Keymap::built_in(),
        demo: real_path(root) == real_path(&places.demo()),
        documents: documents().join("").display().to_string(),
        recent: recent.map(|place| place.display().to_string()).collect(),
        salt: salt(),
        big_letters: settings.big_letters != Some(YesNo::No),
        enlarged: settings.enlarged == Some(YesNo::Yes),
        purpose: Purpose::Desk,
    }
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
    /// The school to go on to.
    next: Option<OpenedSchool>,
}

impl<'a> Shell<'a> {
    /// The shell around a school, with what is said and asked when it opens.
    fn of(opened: OpenedSchool, places: &'a AppDirs, language: Language, wake: Wake) -> Self {
        let (school, folder, faults) = opened;
        let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
        let settings = places.settings();
        let unreadable = settings.is_none();
        let settings = settings.unwrap_or_default();
        let (themes, theme_faults) = themes::read(places, profile);
        let setting = environment(school.root(), places, &settings, themes);
        let theme = settings.theme.as_deref().unwrap_or("clair");
        let mut app = App::new(folder, faults, setting, theme, now());
        app.words = Words::of(language);
        let (keeping, found) = SessionJournal::open(&places.state, school.root());
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
            wake,
            reading: None,
            next: None,
        };
        // Nobody sees everything before asking to: what the direction reads is never what a screen begins with.
        shell.welcome(found, settings.level.unwrap_or(Level::Committee).max(Level::Committee));
        shell.warn_at_start(theme_faults.first(), unreadable);
        shell
    }
}

impl Shell<'_> {
    /// The canonical path of the folder.
    fn root(&self) -> PathBuf {
        real_path(self.saving.school.root())
    }

    fn live(&mut self, terminal: &mut Terminal, inbox: &Inbox, watch: &mut FolderWatch) -> io::Result<()> {
        loop {
            if std::mem::take(&mut self.is_smudged) {
                terminal.clear()?;
            }
            self.drawn = terminal.draw(&self.app)?;
            let incoming = inbox.next(self.next_deadline());
            update(&mut self.app, Event::Clock(now()), &self.drawn);
            match incoming {
                Some(Incoming::Gone) => return Ok(()),
                Some(Incoming::Disk) => {
                    watch.widen();
                    self.disk = Some(Instant::now());
                }
                Some(Incoming::Events(events)) => {
                    let events =
                        if input::is_outside(&self.app, events.first()) { input::as_words(events) } else { events };
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
                Some(Incoming::Line(_)) | None => {}
            }
            self.overdue();
        }
    }

    /// Time until the next scheduled task, if any.
    fn next_deadline(&self) -> Option<Duration> {
        let disk = self.disk.map(|since| SETTLING.saturating_sub(since.elapsed()));
        let minutes = (self.app.views.screen == Screen::Meeting).then_some(MINUTES);
        let reading = self.reading.map(|since| PATIENCE.saturating_sub(since.elapsed()));
        let blank = self.app.projection.blank.map(|since| LONG_BLANK - (now() - since));
        let blank = blank.and_then(|left| left.to_std().ok()).filter(|left| !left.is_zero());
        let cloud = self.awaits_a_cloud().then(|| LOOKING.saturating_sub(self.looked.elapsed()));
        [self.saving.next_deadline(), self.keeping.next_deadline(), disk, minutes, reading, cloud, blank]
            .into_iter()
            .flatten()
            .min()
    }

    /// Runs the tasks that are due: writes edits, reads what others wrote, journals the text being typed.
    fn overdue(&mut self) {
        if self.saving.is_due() {
            self.flush(VersionReason::FirstChange);
        }
        if self.awaits_a_cloud() && self.looked.elapsed() >= LOOKING {
            self.disk = self.disk.or(Some(Instant::now()));
            self.looked = Instant::now();
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
        let _ = self.take(Event::Saved(saved.documents));
        self.keeping.know(&self.app.folder.board);
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
            // An edit that is tried again every second must not hide every other message, and is not forgotten either.
            if before.as_ref() != Some(&fault) || self.app.notice.is_none() {
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
