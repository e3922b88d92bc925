//! The state of the program, and the changes that every screen makes to it.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;

use super::{
    components::input::Input,
    effect::{Effect, SaveKind},
    event::Notice,
    keymap::{KeyContext, Keymap},
    state::{
        Middle, OpenSheet, Screen, Sorted, Subject, Views, Who,
        dialog::{Consent, Dialog, TextDialog},
        projection::Projection,
    },
    theme::{Theme, Themes},
};
use crate::{
    domain::{
        advice::{
            rules,
            topic::{Advice, Topic},
        },
        edit::{self, Edit, history::History},
        model::{catalogue::Shelf, cycle::Cycle, document::FileId, folder::Folder},
        privacy::{audience::Level, redact::Discreet},
        value::{fault::Fault, when::SchoolYear},
    },
    words::{self, Words, id},
};

/// What does not change while the program runs.
#[derive(Debug)]
pub struct Setting {
    /// The folder's path, as it is shown.
    pub place: String,
    /// The built-in labels and questions of the cycle.
    pub cycle: Cycle,
    /// What the sources know.
    pub catalogues: Shelf,
    /// The themes.
    pub themes: Themes,
    /// The keys.
    pub keymap: Keymap,
    /// Whether this is the demonstration school.
    pub demo: bool,
}

/// What follows from a folder, worked out once until the folder changes.
#[derive(Debug, Default)]
struct Derived {
    advice: OnceCell<Vec<Advice>>,
    aliases: OnceCell<HashMap<String, String>>,
    discreet: OnceCell<Discreet>,
    shown: RefCell<Option<(Looked, Rc<[usize]>)>>,
    searched: RefCell<Option<Texts>>,
}

/// Texts to search, for whom and for the person shown on a wall.
type Texts = (Level, Option<String>, Rc<[String]>);

/// What decides whom the board shows, besides the folder: the filter, the order, those who left, who reads, and the
/// person shown on a wall.
type Looked = (String, Option<(String, Sorted)>, Who, Level, Option<String>);

/// The program.
#[derive(Debug)]
pub struct App {
    /// What the folder says.
    pub folder: Folder,
    /// What follows from it, once somebody asked.
    derived: Derived,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// What does not change.
    pub setting: Setting,
    /// The sentences.
    pub words: Words,
    /// The theme chosen; the projector has its own.
    pub themes: (Theme, Theme),
    /// The time, told from outside.
    pub now: NaiveDateTime,
    /// What each screen remembers, and which one is shown.
    pub views: Views,
    /// What stands in front of the screen.
    pub dialog: Option<Dialog>,
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

    /// The folder, to change it.
    pub fn folder_mut(&mut self) -> &mut Folder {
        self.derived = Derived::default();
        &mut self.folder
    }

    /// What the sources advise to look at. A wall sees nothing of what is written about people.
    pub fn advice(&self) -> impl Iterator<Item = &Advice> {
        let all = || rules::advice(&self.folder, &self.setting.catalogues, self.today()).0;
        let hidden = |topic| self.is_projected() && matches!(topic, Topic::Judging | Topic::Intimate);
        self.derived.advice.get_or_init(all).iter().filter(move |advice| !hidden(advice.topic))
    }

    /// The alias of a newcomer.
    pub fn alias(&self, id: &str) -> String {
        let board = &self.folder.board;
        let all = || board.aliases().into_iter().map(|(id, alias)| (id.to_owned(), alias)).collect();
        self.derived.aliases.get_or_init(all).get(id).map_or(id, String::as_str).to_owned()
    }

    /// What a wall must not read in a text: newcomers named by what the committee wrote.
    pub fn discreet(&self) -> Option<&Discreet> {
        let worked_out = || Discreet::newcomers(&self.folder.board, &self.folder.plan.committee);
        self.is_projected().then(|| self.derived.discreet.get_or_init(worked_out))
    }

    /// Whom the board shows, worked out again only when the folder or what is looked for has changed.
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

    /// The texts that a search looks through, one a person on the board, for those who read the screen.
    pub fn searched(&self, work_out: impl FnOnce() -> Vec<String>) -> Rc<[String]> {
        let (level, revealed) = (self.level(), &self.projection.revealed);
        let is_known = |(of, shown, _): &&Texts| (of, shown) == (&level, revealed);
        let known = self.derived.searched.borrow().as_ref().filter(is_known).map(|known| known.2.clone());
        known.unwrap_or_else(|| {
            let texts: Rc<[String]> = work_out().into();
            *self.derived.searched.borrow_mut() = Some((level, revealed.clone(), texts.clone()));
            texts
        })
    }

    /// Tells the time. What follows from the folder follows from the day too.
    pub fn tell_time(&mut self, now: NaiveDateTime) {
        if now.date() != self.today() {
            self.derived = Derived::default();
        }
        self.now = now;
    }

    /// The theme in force.
    pub fn theme(&self) -> &Theme {
        if self.is_projected() { &self.themes.1 } else { &self.themes.0 }
    }

    /// The theme in force, to change it.
    pub fn theme_mut(&mut self) -> &mut Theme {
        if self.is_projected() { &mut self.themes.1 } else { &mut self.themes.0 }
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
        let said = self.setting.cycle.named(|name| self.words.choice(name).into_owned());
        self.folder.plan.cycle.as_ref().map_or_else(|| said.clone(), |own| own.over(&said))
    }

    /// A newcomer as they may be named here: by alias on a wall.
    pub fn person_name(&self, id: &str) -> String {
        match self.folder.board.person(id) {
            Some(person) if !self.is_projected() => person.name.clone(),
            _ => self.alias(id),
        }
    }

    /// Whether the screen is a wall's.
    pub fn is_projected(&self) -> bool {
        self.projection.level == Level::Projected
    }

    /// Whether what these readers may see of a person is seen here: a wall sees what the committee does of the person
    /// who is shown for now.
    pub fn shows(&self, most: Level, person: &str) -> bool {
        let revealed = self.projection.revealed.as_deref() == Some(person);
        self.projection.level <= most || revealed && most == Level::Committee
    }

    /// Whether the needs and traces of a person may be seen here.
    pub fn shows_private(&self, person: &str) -> bool {
        self.shows(Level::Committee, person)
    }

    /// Shows on a wall what is written of a person, or hides what was shown.
    pub fn reveal(&mut self, person: Option<String>) {
        self.projection.revealed = if self.projection.revealed.is_some() { None } else { person };
    }

    /// Who reads what is told.
    pub fn level(&self) -> Level {
        self.projection.level
    }

    /// Changes who reads the screen.
    pub fn set_level(&mut self, level: Level) -> Vec<Effect> {
        let before = if self.is_projected() { self.projection.before } else { self.projection.level };
        if level == Level::Projected {
            // What was typed for other eyes never comes back on a wall.
            self.views.given_up = None;
        }
        self.projection = Projection { level, before, outside: self.projection.outside, ..Projection::default() };
        vec![Effect::RememberLevel(level)]
    }

    /// The contexts in which keys are read, innermost first.
    pub fn contexts(&self) -> &'static [KeyContext] {
        let views = &self.views;
        let on_board = match views.screen {
            Screen::Board => true,
            Screen::Meeting => views.meeting.middle == Middle::Board,
            _ => false,
        };
        // A sheet that is open over a meeting or over the board has the keys of a sheet.
        match (views.screen, &views.sheet) {
            (_, None) if on_board && views.board.column.is_some() => &[KeyContext::Cell, KeyContext::Global],
            (Screen::Meeting, None) => &[KeyContext::Meeting, KeyContext::Global],
            _ => &[KeyContext::Global],
        }
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
        let text = words::fault::line(&self.words, fault, self.level());
        self.warn(text);
    }

    /// Makes edits that people can undo: in memory at once, on disk through the effect.
    pub fn edit(&mut self, edits: Vec<Edit>, weight: SaveKind) -> Vec<Effect> {
        if edits.is_empty() {
            return Vec::new();
        }
        match edit::apply(self.folder_mut(), &edits) {
            Ok(()) => {
                let said = words::edit::say_all(&self.words, &self.folder, &edits, self.level());
                self.tell(said);
                self.history.push(self.now, edits.clone());
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
            Ok(edit) => self.edit(edit.into_iter().collect(), SaveKind::Ordinary),
            Err(fault) => {
                self.tell_fault(&fault);
                Vec::new()
            }
        }
    }

    /// Adds an item at the end of a list.
    pub fn push(&mut self, file: &FileId, path: &[&str], item: Value) -> Vec<Effect> {
        let edit = Edit::push(&self.folder, file, path, item).map(Some);
        self.try_edit(edit)
    }

    /// Makes edits that are not worth an undo: the place in a meeting.
    pub fn edit_quietly(&mut self, edits: Vec<Edit>) -> Vec<Effect> {
        match edit::apply(self.folder_mut(), &edits) {
            Ok(()) if !edits.is_empty() => vec![Effect::Save(edits, SaveKind::Ordinary)],
            _ => Vec::new(),
        }
    }

    /// Puts something in front of the screen.
    ///
    /// A line that was given up there before is taken up again.
    pub fn open(&mut self, mut dialog: Dialog) -> Vec<Effect> {
        if let Dialog::Text(TextDialog { input, place, .. }) = &mut dialog
            && !input.has_lines()
            && let Some((_, text)) = self.views.given_up.take_if(|(given_up, _)| given_up == place)
        {
            *input = Input::line(&text);
        }
        self.dialog = Some(dialog);
        Vec::new()
    }

    /// Shows a screen. Leaving a meeting gives the screen back to those who read it before; from a wall, names come back
    /// only once somebody says so.
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
        if screen == Screen::Versions {
            effects.push(Effect::ListVersions);
        }
        effects
    }

    /// Opens the sheet of a record, at the first field of its own.
    pub fn open_sheet(&mut self, subject: Subject) -> Vec<Effect> {
        let at = subject.borrowed();
        self.views.sheet = Some(OpenSheet { subject, at });
        Vec::new()
    }
}
