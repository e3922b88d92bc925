//! The state of the program and how an event changes it. No file, no clock, no terminal: effects say what to do outside.

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    action::Action,
    canvas::{Drawn, Hit},
    effect::{Effect, Weight},
    event::{Code, Event, Key, Notice, VersionLine},
    forms::Subject,
    history::History,
    keymap::{Context, Keymap},
    overlay::{self, Overlay, Target},
    screens::{self, Screen, Views},
    theme::Theme,
};
use crate::{
    domain::{cycle::Cycle, document::FileId, edit::Edit, fault::Fault, folder::Folder, when::SchoolYear},
    words::{self, Words},
};

/// What does not change while the program runs.
#[derive(Debug)]
pub struct Setting {
    /// The folder's path, as it is shown.
    pub place: String,
    /// The built-in labels and questions of the cycle.
    pub cycle: Cycle,
    /// The colours that the terminal can show.
    pub profile: termprofile::TermProfile,
    /// Whether this is the demonstration school.
    pub demo: bool,
}

/// What a wall may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection {
    /// Projector mode.
    pub on: bool,
    /// Nothing at all is shown.
    pub blank: bool,
    /// The person whose needs and traces are shown for now.
    pub revealed: Option<String>,
}

/// The program.
#[derive(Debug)]
pub struct App {
    /// What the folder says.
    pub folder: Folder,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// What does not change.
    pub setting: Setting,
    /// The sentences.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap,
    /// The theme chosen; the projector has its own.
    pub themes: (Theme, Theme),
    /// The time, told from outside.
    pub now: NaiveDateTime,
    /// What each screen remembers, and which one is shown.
    pub views: Views,
    /// What stands in front of the screen.
    pub overlay: Option<Overlay>,
    /// What was done.
    pub history: History,
    /// What a wall may see.
    pub projection: Projection,
    /// Something told, until the next action.
    pub notice: Option<Notice>,
}

impl App {
    /// The program over a folder that has been read.
    pub fn new(folder: Folder, faults: Vec<Fault>, setting: Setting, theme: &str, now: NaiveDateTime) -> Self {
        let themes = (Theme::built_in(theme, setting.profile), Theme::built_in("projecteur", setting.profile));
        App {
            folder,
            faults,
            setting,
            words: Words::french(),
            keymap: Keymap::built_in(),
            themes,
            now,
            views: Views::default(),
            overlay: None,
            history: History::default(),
            projection: Projection::default(),
            notice: None,
        }
    }

    /// The theme in force.
    pub fn theme(&self) -> &Theme {
        if self.projection.on { &self.themes.1 } else { &self.themes.0 }
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The school year of the plan, or today's when the plan does not say.
    pub fn year(&self) -> SchoolYear {
        match self.folder.plan.year() {
            SchoolYear(0) => SchoolYear::of(self.today()),
            year => year,
        }
    }

    /// The cycle in the school's words.
    pub fn cycle(&self) -> Cycle {
        self.folder.plan.cycle.as_ref().map_or_else(|| self.setting.cycle.clone(), |own| own.over(&self.setting.cycle))
    }

    /// A newcomer as they may be named here: by alias on a wall.
    pub fn person_name(&self, id: &str) -> String {
        match self.folder.board.person(id) {
            Some(person) if !self.projection.on => person.name.clone(),
            _ => self.folder.board.alias(id),
        }
    }

    /// Whether the needs and traces of a person may be seen here.
    pub fn shows_private(&self, person: &str) -> bool {
        !self.projection.on || self.projection.revealed.as_deref() == Some(person)
    }

    /// The contexts in which keys are read, innermost first.
    pub fn contexts(&self) -> &'static [Context] {
        if self.views.screen == Screen::Meeting { &[Context::Meeting, Context::Global] } else { &[Context::Global] }
    }

    /// Tells something until the next action.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alert: false });
    }

    /// Tells something that asks for attention.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alert: true });
    }

    /// Tells what went wrong, with its remedy.
    pub fn tell_fault(&mut self, fault: &Fault) {
        let text = format!("{} — {} {}", words::fault::place(&self.words, fault), words::fault::cause(&self.words, fault), words::fault::remedy(&self.words, fault));
        self.warn(text);
    }

    /// Makes edits that people can undo: in memory at once, on disk through the effect.
    pub fn edit(&mut self, edits: Vec<Edit>, weight: Weight) -> Vec<Effect> {
        if edits.is_empty() {
            return Vec::new();
        }
        match self.folder.apply(&edits) {
            Ok(()) => {
                let said = words::edit::say_all(&self.words, &self.folder, &edits);
                self.tell(said);
                self.history.push(edits.clone());
                vec![Effect::Save(edits, weight)]
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Makes an edit that was worked out from the folder, or tells why it cannot be.
    pub fn try_edit(&mut self, edit: Result<Option<Edit>, Fault>) -> Vec<Effect> {
        match edit {
            Ok(edit) => self.edit(edit.into_iter().collect(), Weight::Ordinary),
            Err(fault) => {
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Makes edits that are not worth an undo: the place in a meeting.
    pub fn edit_quietly(&mut self, edits: Vec<Edit>) -> Vec<Effect> {
        match self.folder.apply(&edits) {
            Ok(()) if !edits.is_empty() => vec![Effect::Save(edits, Weight::Ordinary)],
            _ => Vec::new(),
        }
    }

    /// Takes an event and says what the outside must do. `drawn` is what the last frame left, for clicks.
    pub fn update(&mut self, event: Event, drawn: &Drawn) -> Vec<Effect> {
        match event {
            Event::Clock(now) => {
                self.now = now;
                Vec::new()
            }
            Event::Key(key) => self.key(key),
            Event::Paste(text) => {
                overlay::paste(self, &text);
                Vec::new()
            }
            Event::Click(column, row) => match drawn.hit(column, row).cloned() {
                _ if self.projection.blank => self.unblank(),
                Some(Hit::Action(action)) => self.act(action),
                Some(Hit::Line(line)) if self.overlay.is_some() => overlay::click(self, line),
                Some(Hit::Line(line)) => screens::click(self, line),
                None => Vec::new(),
            },
            Event::Scroll(lines) => {
                let key = Key::plain(if lines < 0 { Code::Up } else { Code::Down });
                (0..lines.unsigned_abs()).flat_map(|_| self.key(key)).collect()
            }
            Event::Resize(..) => Vec::new(),
            Event::Saved(documents) => {
                for (file, document) in documents {
                    self.folder.put(&file, document);
                }
                Vec::new()
            }
            Event::Reloaded(folder, faults) => {
                self.folder = *folder;
                self.faults = faults;
                self.history.clear();
                Vec::new()
            }
            Event::Told(notice) => {
                self.notice = Some(notice);
                Vec::new()
            }
            Event::Refused(fault) => {
                self.tell_fault(&fault);
                vec![Effect::Reload]
            }
            Event::Versions(lines) => {
                self.set_versions(lines);
                Vec::new()
            }
            Event::VersionText(text) => {
                self.views.versions.text = Some(text);
                Vec::new()
            }
        }
    }

    fn set_versions(&mut self, lines: Vec<VersionLine>) {
        self.views.versions.lines = lines;
    }

    fn unblank(&mut self) -> Vec<Effect> {
        self.projection.blank = false;
        Vec::new()
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        if self.projection.blank {
            return self.unblank();
        }
        if self.overlay.is_some() {
            return overlay::key(self, key);
        }
        match self.keymap.action(self.contexts(), key) {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    /// Does what a person meant.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        self.notice = None;
        match action {
            Action::GoHome => self.go(Screen::Home),
            Action::GoPlan => self.go(Screen::Plan),
            Action::GoBoard => self.go(Screen::Board),
            Action::GoMeetings => self.go(Screen::Meetings),
            Action::GoImpact => self.go(Screen::Impact),
            Action::GoLandmarks => self.go(Screen::Landmarks),
            Action::GoVersions => self.go(Screen::Versions),
            Action::Meet => screens::meeting::begin(self),
            Action::Undo => self.travel(History::undo, "undone", "nothing-to-undo"),
            Action::Redo => self.travel(History::redo, "redone", "nothing-to-redo"),
            Action::KeepVersion => self.open(Overlay::line(&self.words, "version-name", "", Target::VersionName)),
            Action::Reload => vec![Effect::Reload],
            Action::Projector => {
                self.projection = Projection { on: !self.projection.on, ..Projection::default() };
                let said = if self.projection.on { "projector-on" } else { "projector-off" };
                self.tell(self.words.get(said).into_owned());
                Vec::new()
            }
            Action::Blank => {
                self.projection.blank = true;
                Vec::new()
            }
            Action::Theme => self.open(overlay::themes(self)),
            Action::Palette => self.open(overlay::palette(self)),
            Action::Help => self.open(Overlay::Help(0)),
            Action::Quit => vec![Effect::Quit],
            _ => screens::act(self, action),
        }
    }

    /// Puts something in front of the screen.
    pub fn open(&mut self, overlay: Overlay) -> Vec<Effect> {
        self.overlay = Some(overlay);
        Vec::new()
    }

    /// Shows a screen.
    pub fn go(&mut self, screen: Screen) -> Vec<Effect> {
        self.views.screen = screen;
        self.views.sheet = None;
        if screen == Screen::Versions { vec![Effect::ListVersions] } else { Vec::new() }
    }

    /// Opens the sheet of a record.
    pub fn open_sheet(&mut self, subject: Subject) -> Vec<Effect> {
        self.views.sheet = Some(screens::sheet::Sheet { subject, at: 0 });
        Vec::new()
    }

    fn travel(&mut self, way: fn(&mut History) -> Option<Vec<Edit>>, said: &'static str, nothing: &'static str) -> Vec<Effect> {
        let Some(edits) = way(&mut self.history) else {
            self.tell(self.words.get(nothing).into_owned());
            return Vec::new();
        };
        match self.folder.apply(&edits) {
            Ok(()) => {
                let what = words::edit::say_all(&self.words, &self.folder, &edits);
                let text = self.words.say(said, &[("what", what.into())]);
                self.tell(text);
                // A meeting whose draft came back is under way again; one whose draft is gone is not.
                if self.folder.draft.is_none() && self.views.screen == Screen::Meeting {
                    self.views.screen = Screen::Home;
                }
                vec![Effect::Save(edits, Weight::Ordinary)]
            }
            Err(fault) => {
                self.history.clear();
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// The text being typed and where it is going, for the journal.
    pub fn typing(&self) -> Option<(FileId, Vec<String>, String)> {
        overlay::typing(self)
    }
}
