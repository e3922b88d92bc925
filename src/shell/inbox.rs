//! Everything that comes in, in one order: the terminal's events, and the changes that other programs make on disk.
//! Waiting does not poll.

use std::{
    io::{self, BufRead},
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use ratatui::crossterm::event::Event as Raw;
#[cfg(unix)]
use ratatui::crossterm::terminal::size;

#[cfg(windows)]
use super::console::Console as Keyboard;
use super::input::{self, KeyFilter};
#[cfg(unix)]
use super::keyboard::Keyboard;
use crate::{domain::model::document::FileId, tui::event::Event};

/// How long the rest of a paste may take to come.
const REST_OF_A_PASTE: Duration = Duration::from_millis(40);

/// How long events that came together may be apart: the terminal library looks at nothing in no time.
const AT_ONCE: Duration = Duration::from_micros(200);

/// Something that came in.
#[derive(Debug)]
pub enum Incoming {
    /// Events of the terminal that arrived together, or what was done meanwhile.
    Events(Vec<Event>),
    /// Another program may have changed a file.
    Disk,
    /// A line that was typed, where the app speaks line by line.
    Line(String),
    /// The terminal is gone, or the program must end.
    Gone,
}

/// What sends to the queue from elsewhere.
#[derive(Clone)]
pub struct Wake(Sender<Incoming>);

impl Wake {
    /// A queue, and what sends to it.
    pub fn channel() -> (Wake, Receiver<Incoming>) {
        let (sender, incoming) = mpsc::channel();
        (Wake(sender), incoming)
    }

    /// Says that the terminal is gone, or that the program must end.
    #[cfg(unix)]
    pub fn end(&self) {
        let _ = self.0.send(Incoming::Gone);
    }

    /// Says the size that the window has now.
    #[cfg(unix)]
    pub fn resize(&self) {
        if let Ok((columns, rows)) = size() {
            self.send(Event::Resize(columns, rows));
        }
    }

    /// Says when another program touches the files of a school, as long as what it returns is kept.
    pub fn watch(&self, root: &Path) -> FolderWatch {
        FolderWatch::of(root, self.0.clone())
    }

    /// Sends an event to the app; nobody is there any more if it fails.
    pub fn send(&self, event: Event) {
        let _ = self.0.send(Incoming::Events(vec![event]));
    }
}

/// The queue of everything that comes in.
pub struct Inbox {
    incoming: Receiver<Incoming>,
}

impl Inbox {
    /// Listens to the terminal.
    pub fn open(wake: Wake, incoming: Receiver<Incoming>) -> Self {
        Inbox::of(wake, incoming, listen)
    }

    /// Listens to lines that are typed, or that come through a pipe.
    pub fn of_lines(wake: Wake, incoming: Receiver<Incoming>) -> Self {
        Inbox::of(wake, incoming, read_lines)
    }

    fn of(wake: Wake, incoming: Receiver<Incoming>, listen: fn(&Sender<Incoming>)) -> Self {
        #[cfg(unix)]
        {
            let (ending, resizing) = (wake.clone(), wake.clone());
            super::signals::watch(move || ending.end(), move || resizing.resize());
        }
        thread::spawn(move || listen(&wake.0));
        Inbox { incoming }
    }

    /// Waits for what comes next; `None` after that timeout. Without a timeout, waits forever.
    pub fn next(&self, patience: Option<Duration>) -> Option<Incoming> {
        match patience {
            None => Some(self.incoming.recv().unwrap_or(Incoming::Gone)),
            Some(patience) => match self.incoming.recv_timeout(patience) {
                Ok(incoming) => Some(incoming),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Incoming::Gone),
            },
        }
    }
}

/// Reads the terminal until it is gone.
fn listen(sender: &Sender<Incoming>) {
    let mut keyboard = Keyboard::open();
    let mut filter = KeyFilter::of_system();
    loop {
        let mut events = Vec::new();
        let mut focused = false;
        let mut patience = None;
        loop {
            let Some(raw) = keyboard.read(patience) else {
                let _ = sender.send(Incoming::Gone);
                return;
            };
            if raw.is_empty() {
                break;
            }
            focused |= raw.iter().any(|raw| matches!(raw, Raw::FocusGained));
            events.extend(raw.into_iter().filter_map(|raw| filter.event(raw)));
            // The console may cut a paste in two.
            patience = Some(if input::is_pasted(&events) { REST_OF_A_PASTE } else { AT_ONCE });
        }
        // While the window had no focus, files may have changed on a drive that sends no notifications.
        let news = focused.then_some(Incoming::Disk).into_iter().chain([Incoming::Events(input::gathered(events))]);
        if news.map(|incoming| sender.send(incoming)).any(|sent| sent.is_err()) {
            return;
        }
    }
}

/// Reads lines until there are no more. What is not text is read as well as it can be.
fn read_lines(sender: &Sender<Incoming>) {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let said = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
        if sender.send(Incoming::Line(said)).is_err() {
            return;
        }
        line.clear();
    }
    let _ = sender.send(Incoming::Gone);
}

/// Watches the folders of a school rather than its files: a file that is replaced atomically is a different file.
pub struct FolderWatch {
    /// `None` where the system cannot watch.
    watcher: Option<RecommendedWatcher>,
    /// The folders that are not watched yet: those that are not there.
    missing: Vec<PathBuf>,
}

impl FolderWatch {
    fn of(root: &Path, sender: Sender<Incoming>) -> Self {
        let told = move |event: notify::Result<notify::Event>| {
            let changes =
                |kind: EventKind| matches!(kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
            if event.is_ok_and(|event| {
                changes(event.kind) && event.paths.iter().any(|path| path.extension().is_none_or(|e| e == "yaml"))
            }) {
                let _ = sender.send(Incoming::Disk);
            }
        };
        let watcher = notify::recommended_watcher(told).ok().and_then(|mut watcher| {
            watcher.watch(root, RecursiveMode::NonRecursive).ok()?;
            Some(watcher)
        });
        let missing = FileId::FOLDERS.iter().chain(&[".arrimage"]).map(|folder| root.join(folder)).collect();
        let mut watch = FolderWatch { watcher, missing };
        watch.widen();
        watch
    }

    /// Whether the system tells of changes.
    pub fn is_working(&self) -> bool {
        self.watcher.is_some()
    }

    /// Watches the folders that have appeared since: that they did is told as a change in their parent.
    pub fn widen(&mut self) {
        if let Some(watcher) = &mut self.watcher {
            self.missing.retain(|folder| watcher.watch(folder, RecursiveMode::NonRecursive).is_err());
        }
    }
}
