//! A second window that follows a meeting held in another one, through the files of the school. It writes nothing.

use std::{
    io,
    time::{Duration, Instant},
};

use termprofile::{DetectorSettings, TermProfile};

use super::{
    OpenedSchool, environment,
    inbox::{Inbox, Incoming, Wake},
    now,
    terminal::Terminal,
    themes,
};
use crate::{
    domain::value::language::Language,
    store::app_dirs::AppDirs,
    tui::{
        app::App,
        environment::Purpose,
        event::Event,
        wall::{self, Company, Pressed},
    },
    words::Words,
};

/// Files are read once the disk has been quiet for this long: a save is several small changes.
const SETTLING: Duration = Duration::from_millis(60);

/// How often the files are looked at, where the system tells of no change, and where it does.
const LOOKING: (Duration, Duration) = (Duration::from_millis(150), Duration::from_secs(1));

/// Shows the meeting on a wall until somebody quits.
///
/// # Errors
/// If the terminal cannot be used.
pub fn run(opened: OpenedSchool, places: &AppDirs, language: Language) -> io::Result<()> {
    let (mut school, folder, faults) = opened;
    let profile = TermProfile::detect(&io::stdout(), DetectorSettings::default());
    let settings = places.settings().unwrap_or_default();
    let mut setting = environment(school.root(), places, &settings, themes::read(places, profile).0);
    setting.purpose = Purpose::Wall;
    let mut app = App::new(folder, faults, setting, "projecteur", now());
    app.words = Words::of(language);
    wall::begin(&mut app);
    let (wake, incoming) = Wake::channel();
    let mut watch = wake.watch(school.root());
    let looking = if watch.is_working() { LOOKING.1 } else { LOOKING.0 };
    let mut terminal = Terminal::open()?;
    let inbox = Inbox::open(wake, incoming);
    let mut due = Instant::now() + looking;
    loop {
        terminal.draw_with(|buffer| wall::draw(&app, buffer))?;
        let incoming = inbox.next(Some(due.saturating_duration_since(Instant::now())));
        app.tell_time(now());
        match incoming {
            Some(Incoming::Gone) => return Ok(()),
            Some(Incoming::Disk) => {
                watch.widen();
                due = due.min(Instant::now() + SETTLING);
            }
            Some(Incoming::Events(events)) => {
                // Keys that come together are a text for another window; going dark is never wrong.
                let company = if events.len() == 1 { Company::Alone } else { Company::Several };
                for event in events {
                    match event {
                        Event::Resize(columns, rows) => terminal.resize(columns, rows)?,
                        Event::Key(key) if wall::press(&mut app, key, company) == Pressed::Quits => {
                            return Ok(());
                        }
                        Event::Scroll(lines) => wall::scroll(&mut app, lines),
                        _ => {}
                    }
                }
            }
            Some(Incoming::Line(_)) | None => {}
        }
        if Instant::now() >= due {
            wall::follow(&mut app, school.glance());
            due = Instant::now() + looking;
        }
    }
}
