//! The application state, and the changes to it that all screens share.

mod edits;

use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    derived::{Derived, SearchTexts, SearchedTexts},
    effect::Effect,
    environment::{Environment, Purpose},
    event::Notice,
    keymap::KeyContext,
    state::{
        MeetingPane, OpenSheet, Screen, Subject, Views,
        consent::Consent,
        dialog::Dialog,
        opened::{self, OpenedField},
        projection::Projection,
    },
    theme::Theme,
};
use crate::{
    domain::{
        advice::{
            rules,
            topic::{Advice, Topic},
        },
        edit::history::History,
        meeting::closing,
        model::{
            board::Board,
            cycle::Cycle,
            document::{Document, FileId},
            folder::Folder,
        },
        privacy::{audience::Level, redact::NameRedactor},
        value::{fault::Fault, when::SchoolYear},
    },
    words::{self, Words, id},
};

/// The application state.
#[derive(Debug)]
pub struct App {
    /// The contents of the school folder.
    pub folder: Folder,
    /// Values derived from the folder, computed on demand.
    pub(super) derived: Derived,
    /// The faults found when reading the folder.
    pub faults: Vec<Fault>,
    /// The constant settings.
    pub setting: Environment,
    /// The words of the interface.
    pub words: Words,
    /// The chosen theme, and that of projector mode.
    pub themes: (Theme, Theme),
    /// The current time, as given by clock events.
    pub now: NaiveDateTime,
    /// The view state of every screen, and the current screen.
    pub views: Views,
    /// The modal dialog over the screen.
    pub dialog: Option<Dialog>,
    /// The undo history.
    pub history: History,
    /// The audience level and the state of projector mode.
    pub projection: Projection,
    /// The message on the status line, until the next action.
    pub notice: Option<Notice>,
}

impl App {
    /// Creates the application state for a folder that has been read.
    pub fn new(folder: Folder, faults: Vec<Fault>, setting: Environment, theme: &str, now: NaiveDateTime) -> Self {
        let themes = (setting.themes.get(theme), setting.themes.get("projecteur"));
        App {
            folder,
            derived: Derived::default(),
            faults,
            setting,
            words: Words::french(),
            themes,
            now,
            views: Views::default(),
            dialog: None,
            history: History::default(),
            projection: Projection::default(),
            notice: None,
        }
    }

    /// The folder, mutably; clears the derived values.
    pub fn folder_mut(&mut self) -> &mut Folder {
        self.derived = Derived::default();
        &mut self.folder
    }

    /// The advice drawn from the sources. In projector mode, advice about people is left out.
    pub fn advice(&self) -> impl Iterator<Item = &Advice> {
        let all = || rules::advice(&self.folder, &self.setting.catalogues, self.today()).0;
        // A wall reads that somebody has no contact or was not spoken of, and nothing that tells who it is.
        let is_told = |advice: &Advice| match advice.topic {
            Topic::Judging | Topic::Intimate => false,
            Topic::NoContact | Topic::NoTrace => true,
            _ => advice.person.is_none(),
        };
        let is_wall = self.is_projected();
        self.derived.advice.get_or_init(all).iter().filter(move |advice| !is_wall || is_told(advice))
    }

    /// The board with what was said today in the meeting under way: nobody looks at yesterday.
    pub fn said_board(&self) -> &Board {
        let said = || closing::board_as_said(&self.folder);
        self.derived.said.get_or_init(said).as_ref().unwrap_or(&self.folder.board)
    }

    /// The alias of a newcomer.
    pub fn alias(&self, id: &str) -> String {
        let board = &self.folder.board;
        let all = || board.aliases().into_iter().map(|(id, alias)| (id.to_owned(), alias)).collect();
        self.derived.aliases.get_or_init(all).get(id).map_or(id, String::as_str).to_owned()
    }

    /// The redaction of newcomers' names in free text, in projector mode only.
    pub fn discreet(&self) -> Option<&NameRedactor> {
        let worked_out = || {
            let mut board = self.folder.board.clone();
            board.people.extend(self.views.remembered.iter().cloned());
            NameRedactor::newcomers(&board, &self.folder.plan.committee)
        };
        self.is_projected().then(|| self.derived.discreet.get_or_init(worked_out))
    }

    /// A text without the names that are hidden from who reads.
    pub fn hidden(&self, text: &str) -> String {
        self.discreet().map_or_else(|| text.to_owned(), |discreet| discreet.text(text))
    }

    /// The people shown on the board, recomputed only when the folder or the view has changed.
    pub fn shown(&self, work_out: impl FnOnce() -> Vec<usize>) -> Rc<[usize]> {
        let view = &self.views.board;
        let revealed = self.projection.revealed.clone();
        let looked = (view.filter.clone(), view.sort.clone(), view.who, self.level(), revealed);
        let known =
            self.derived.shown.borrow().as_ref().filter(|(of, _)| *of == looked).map(|(_, shown)| shown.clone());
        known.unwrap_or_else(|| {
            let shown: Rc<[usize]> = work_out().into();
            *self.derived.shown.borrow_mut() = Some((looked, shown.clone()));
            shown
        })
    }

    /// The searchable text of each person on the board, for the current audience.
    pub fn searched(&self, work_out: impl FnOnce() -> Vec<SearchedTexts>) -> Rc<[SearchedTexts]> {
        let (level, revealed) = (self.level(), &self.projection.revealed);
        let is_known = |(of, shown, _): &&SearchTexts| (of, shown) == (&level, revealed);
        let known = self.derived.searched.borrow().as_ref().filter(is_known).map(|known| known.2.clone());
        known.unwrap_or_else(|| {
            let texts: Rc<[SearchedTexts]> = work_out().into();
            *self.derived.searched.borrow_mut() = Some((level, revealed.clone(), texts.clone()));
            texts
        })
    }

    /// Sets the time. A new day clears the derived values, which depend on the date too.
    pub fn tell_time(&mut self, now: NaiveDateTime) {
        if now.date() != self.today() {
            self.derived = Derived::default();
        }
        self.now = now;
    }

    /// The current theme.
    pub fn theme(&self) -> &Theme {
        if self.is_projected() { &self.themes.1 } else { &self.themes.0 }
    }

    /// The current theme, mutably.
    pub fn theme_mut(&mut self) -> &mut Theme {
        if self.is_projected() { &mut self.themes.1 } else { &mut self.themes.0 }
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The school year of the plan, or the current one when the plan has none.
    pub fn year(&self) -> SchoolYear {
        match self.folder.plan.year() {
            SchoolYear(0) => SchoolYear::of(self.today()),
            year => year,
        }
    }

    /// The cycle, with the school's own words where it has some.
    pub fn cycle(&self) -> Cycle {
        let said = self.setting.cycle.named(|name| self.words.choice(name).into_owned());
        self.folder.plan.cycle.as_ref().map_or_else(|| said.clone(), |own| own.layered_over(&said))
    }

    /// The name of a newcomer; the alias in projector mode.
    pub fn person_name(&self, id: &str) -> String {
        match self.folder.board.person(id) {
            Some(person) if !self.is_projected() => person.name.clone(),
            _ => self.alias(id),
        }
    }

    /// Whether projector mode is on.
    pub fn is_projected(&self) -> bool {
        self.projection.level == Level::Projected
    }

    /// Whether data about a person that is readable up to the level `most` may be shown now.
    pub fn shows(&self, most: Level, person: &str) -> bool {
        self.projection.shows(most, person, None)
    }

    /// Whether a field about a person, by its key, may be shown now.
    pub fn shows_field(&self, most: Level, person: &str, key: &str) -> bool {
        self.projection.shows(most, person, Some(key))
    }

    /// Whether the needs and traces of a person may be shown now.
    pub fn shows_private(&self, person: &str) -> bool {
        self.shows(Level::Committee, person)
    }

    /// The current audience level.
    pub fn level(&self) -> Level {
        self.projection.level
    }

    /// Changes the audience level.
    pub fn set_level(&mut self, level: Level) -> Vec<Effect> {
        let before = if self.is_projected() { self.projection.before } else { self.projection.level };
        if level == Level::Projected {
            // A text abandoned at another level must never come back in projector mode.
            self.views.given_up.clear();
        }
        self.projection = Projection { level, before, outside: self.projection.outside, ..Projection::default() };
        vec![Effect::RememberLevel(level)]
    }

    /// The active key contexts, innermost first.
    pub fn contexts(&self) -> &'static [KeyContext] {
        let views = &self.views;
        let on_board = match views.screen {
            Screen::Board => true,
            Screen::Meeting => views.meeting.middle == MeetingPane::Board,
            _ => false,
        };
        // A sheet open over a meeting or the board has none of its keys.
        match (views.screen, &views.sheet) {
            (_, None) if on_board && views.board.column.is_some() => &[KeyContext::Cell, KeyContext::Global],
            (Screen::Meeting, None) => &[KeyContext::Meeting, KeyContext::Global],
            (_, Some(OpenSheet { subject: Subject::Person(_), .. })) => &[KeyContext::Person, KeyContext::Global],
            (_, Some(OpenSheet { subject: Subject::Row(_), .. })) => &[KeyContext::Row, KeyContext::Global],
            _ => &[KeyContext::Global],
        }
    }

    /// Shows a message until the next action.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alert: false });
    }

    /// Shows an alert until the next action.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), alert: true });
    }

    /// Whether the school is shown to be read only; says so.
    pub fn is_read_only(&mut self) -> bool {
        let is_visit = self.setting.purpose == Purpose::Visit;
        if is_visit {
            self.warn_read_only();
        }
        is_visit
    }

    /// Says that the school is shown to be read only.
    pub fn warn_read_only(&mut self) {
        self.warn(self.words.get(id!("visit-read-only")).into_owned());
    }

    /// Says that what was asked for is hidden from who reads, and how it shows.
    pub fn warn_hidden(&mut self) {
        let is_wall = self.is_projected() && self.projection.revealed.is_none();
        self.warn(self.words.get(if is_wall { id!("hidden-field") } else { id!("hidden-direction") }).into_owned());
    }

    /// Shows a fault with its remedy.
    pub fn tell_fault(&mut self, fault: &Fault) {
        let text = words::fault::line(&self.words, fault, self.level());
        self.warn(text);
    }

    /// Takes in a document as it is on disk; a meeting stays where this window stands.
    pub fn take_document(&mut self, file: &FileId, mut document: Option<Document>) {
        if let (Some(Document::Draft(draft)), Some(here)) = (&mut document, &self.folder.draft) {
            draft.stand_at(here);
        }
        let before = self.folder.board.clone();
        self.folder_mut().put(file, document);
        if let Some(place) = self.dialog.as_mut().and_then(Dialog::destination_mut) {
            opened::follow(&before, &self.folder.board, place);
        }
    }

    /// Opens a dialog over the screen.
    ///
    /// A text abandoned earlier at the same destination is restored.
    pub fn open(&mut self, mut dialog: Dialog) -> Vec<Effect> {
        self.views.given_up.resume(&mut dialog);
        // What is typed is drawn as it is: a text that names somebody is not opened on a wall.
        if dialog.typed().is_some_and(|input| self.hidden(&input.text()) != input.text()) {
            self.warn(self.words.get(id!("names-somebody")).into_owned());
            return Vec::new();
        }
        let place = dialog.destination();
        if place.is_some() && self.is_read_only() {
            return Vec::new();
        }
        self.views.opened = place.map_or_else(Vec::new, |place| OpenedField::all(&self.folder, place));
        self.dialog = Some(dialog);
        Vec::new()
    }

    /// Shows a screen. Leaving a meeting restores the audience level from before it, but leaving projector mode is
    /// confirmed first, because names show again.
    pub fn go(&mut self, screen: Screen) -> Vec<Effect> {
        let mut effects = Vec::new();
        if screen != Screen::Meeting
            && let Some(level) = self.projection.outside.take()
        {
            if self.is_projected() && level < Level::Projected {
                let lines = vec![self.words.get(id!("ask-unproject")).into_owned()];
                self.dialog = Some(Dialog::ask(lines, Consent::Level(level)));
            } else {
                effects = self.set_level(level);
            }
        }
        self.views.screen = screen;
        self.views.sheet = None;
        self.projection.revealed = None;
        if screen == Screen::Versions {
            effects.push(Effect::ListVersions);
        }
        effects
    }

    /// Opens the sheet of a record, at the first field of the record itself.
    pub fn open_sheet(&mut self, subject: Subject) -> Vec<Effect> {
        let at = subject.borrowed();
        self.views.sheet = Some(OpenSheet { subject, at });
        Vec::new()
    }
}
