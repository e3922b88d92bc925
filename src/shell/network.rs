//! The screen of a network: schools are read meanwhile, and each can be opened to be read only.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use termprofile::{DetectorSettings, TermProfile};

use super::{
    environment,
    inbox::{Inbox, Incoming, Wake},
    now,
    terminal::{self, Terminal},
    themes,
};
use crate::{
    domain::{
        network::together::{Looked, Network},
        privacy::audience::Level,
        value::{fault::Fault, language::Language},
    },
    store::{
        app_dirs::{AppDirs, Settings},
        network::{LazyShelf, NetworkPlaces, SchoolPlace, each, lazy_shelf, look, places, read_school},
        network_index::NetworkIndex,
    },
    tui::{
        app::App,
        canvas::FrameOutput,
        effect::Effect,
        environment::Purpose,
        event::Event,
        network::{NetworkScreen, ReadingState, Requested},
        theme::Themes,
        update::update,
        view::LONG_BLANK,
    },
    words::{Words, id},
};

/// How often what was read meanwhile is taken in.
const NEWS: Duration = Duration::from_millis(50);

/// The schools of a network, read on other threads.
struct ReadingThread {
    looked: Arc<Mutex<Vec<(usize, Looked)>>>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl ReadingThread {
    fn begin(schools: Vec<SchoolPlace>, roots: &[PathBuf], state: &Path) -> Self {
        let (looked, stop) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (delivered, stopped, today) = (looked.clone(), stop.clone(), now().date());
        let index = NetworkIndex::open(state, roots, today);
        let thread = thread::spawn(move || {
            let deliver = |at, one| delivered.lock().unwrap_or_else(PoisonError::into_inner).push((at, one));
            let look = |shelf: &LazyShelf, place: &SchoolPlace| look(place, shelf, today, &index);
            each(&schools, &stopped, lazy_shelf, look, deliver);
            if !stopped.load(Ordering::Relaxed) {
                index.keep(today);
            }
        });
        ReadingThread { looked, stop, thread }
    }

    /// Gives what was read since the last time.
    fn tell(&self, screen: &mut NetworkScreen) {
        let is_finished = self.thread.is_finished();
        let looked = std::mem::take(&mut *self.looked.lock().unwrap_or_else(PoisonError::into_inner));
        looked.into_iter().for_each(|(place, looked)| screen.take(place, looked));
        if is_finished && screen.reading() == ReadingState::Goes {
            screen.finish();
        }
    }
}

impl Drop for ReadingThread {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Shows the network of these folders until the user quits.
///
/// # Errors
/// If the terminal cannot be used.
pub fn run(roots: &[PathBuf], found: NetworkPlaces, app_dirs: &AppDirs, language: Language) -> io::Result<()> {
    let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
    let settings = app_dirs.settings().unwrap_or_default();
    let themes = themes::read(app_dirs, profile).0;
    let theme = settings.theme.as_deref().unwrap_or("clair");
    let network = Network::begin(&found.name, now().date(), &found.faults);
    let mut found = found;
    let mut screen = NetworkScreen::new(Words::of(language), &themes, theme, network, found.schools.len());
    let mut reading = ReadingThread::begin(found.schools.clone(), roots, &app_dirs.state);
    let (wake, incoming) = Wake::channel();
    let mut terminal = Terminal::open()?;
    let inbox = Inbox::open(wake, incoming);
    loop {
        reading.tell(&mut screen);
        let drawn = terminal.draw_with(|buffer| screen.draw(buffer))?;
        let events = match inbox.next((screen.reading() == ReadingState::Goes).then_some(NEWS)) {
            Some(Incoming::Gone) => return Ok(()),
            Some(Incoming::Events(events)) => events,
            Some(Incoming::Disk | Incoming::Line(_)) | None => continue,
        };
        for event in events {
            if let Event::Resize(columns, rows) = event {
                terminal.resize(columns, rows)?;
            }
            match screen.press(&event, &drawn) {
                Requested::Nothing => {}
                Requested::Quit => return Ok(()),
                Requested::Stop => {
                    reading.stop.store(true, Ordering::Relaxed);
                    screen.finish();
                }
                Requested::Again => {
                    found = places(roots);
                    screen.begin_again(now().date(), &found.name, &found.faults, found.schools.len());
                    reading = ReadingThread::begin(found.schools.clone(), roots, &app_dirs.state);
                }
                Requested::Open(place) => {
                    let Some(school) = found.schools.get(place) else { continue };
                    match visit(school, app_dirs, &settings, language, (&mut terminal, &inbox))? {
                        Visited::Ended => return Ok(()),
                        Visited::Left => terminal.clear()?,
                        Visited::Unread(fault) => screen.tell(&fault),
                    }
                }
            }
        }
    }
}

/// What became of a visit to a school.
enum Visited {
    /// The user came back.
    Left,
    /// The terminal is gone.
    Ended,
    /// The school cannot be read any more.
    Unread(Fault),
}

/// Opens a school to be read only, as on a wall: nothing is written there.
fn visit(
    place: &SchoolPlace,
    app_dirs: &AppDirs,
    settings: &Settings,
    language: Language,
    window: (&mut Terminal, &Inbox),
) -> io::Result<Visited> {
    let (terminal, inbox) = window;
    let read = match read_school(&place.root) {
        Ok(read) => read,
        Err(fault) => return Ok(Visited::Unread(fault)),
    };
    let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
    let themes: Themes = themes::read(app_dirs, profile).0;
    let mut setting = environment(&place.root, app_dirs, settings, themes);
    setting.purpose = Purpose::Visit;
    let mut app = App::new(read.folder, read.faults, setting, settings.theme.as_deref().unwrap_or("clair"), now());
    app.words = Words::of(language);
    app.set_level(Level::Projected);
    app.tell(app.words.get(id!("visit-begins")).into_owned());
    let mut drawn: FrameOutput;
    let mut looked = Instant::now();
    loop {
        drawn = terminal.draw(&app)?;
        let blank = app.projection.blank.is_some().then(|| LONG_BLANK.to_std().unwrap_or(NEWS));
        let incoming = inbox.next(blank.filter(|blank| looked.elapsed() < *blank));
        update(&mut app, Event::Clock(now()), &drawn);
        looked = Instant::now();
        let events = match incoming {
            Some(Incoming::Gone) => return Ok(Visited::Ended),
            Some(Incoming::Events(events)) => events,
            Some(Incoming::Disk | Incoming::Line(_)) | None => continue,
        };
        for event in events {
            if let Event::Resize(columns, rows) = event {
                terminal.resize(columns, rows)?;
            }
            for effect in update(&mut app, event, &drawn) {
                match effect {
                    Effect::Quit => return Ok(Visited::Left),
                    Effect::Mouse(mouse) => terminal::mouse(mouse)?,
                    Effect::Repaint => terminal.clear()?,
                    // What is remembered of this computer is that of whoever works at a desk.
                    Effect::RememberLevel(_)
                    | Effect::RememberTheme(_)
                    | Effect::RememberColumns(_)
                    | Effect::RememberViews(_)
                    | Effect::RememberEnlarged
                    | Effect::ForgetTyped => {}
                    _ => app.warn_read_only(),
                }
            }
        }
    }
}
