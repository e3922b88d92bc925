//! Screen 6: what do the sources say? Every catalogue, to read, search and pick from.

mod coverage;
mod lines;
mod page;

use serde_json::json;

use crate::{
    domain::{
        model::{
            board::{Board, Newcomer, Release},
            catalogue::{Group, Take},
            document::FileId,
            field_kind::Kind,
            plan::{Indicator, Plan, Row, Term},
            school::{Committee, ReleaseBank},
        },
        value::text::fold,
    },
    tui::{
        action::Action,
        app::App,
        components::picker::Choice,
        dialog::{ask, fields},
        effect::Effect,
        state::{
            Screen, Subject,
            dialog::{Chosen, Destination, Dialog},
            field::Field,
            new_record::NewRecord,
        },
        theme::Role,
    },
    words::{self, id},
};
pub use coverage::answer as answer_coverage;
pub use lines::is_lexicon;
use lines::{ADVICE, LandmarkLine, lines};
pub use page::draw;

/// Opens the advice.
pub fn show_advice(app: &mut App) -> Vec<Effect> {
    show(app, ADVICE, "");
    Vec::new()
}

/// Opens a catalogue, at the entry with this code if there is one.
pub fn show(app: &mut App, catalogue: &str, code: &str) {
    app.go(Screen::Landmarks);
    app.views.landmarks.open = Some(catalogue.to_owned());
    app.views.landmarks.filter.clear();
    let is_it = |line: &LandmarkLine<'_>| matches!(line, LandmarkLine::Entry(_, _, entry) if !code.is_empty() && entry.code == code);
    app.views.landmarks.at = lines(app).iter().position(is_it).unwrap_or(0);
}

/// Opens what the sources say about the field under the cursor; returns whether they say anything.
pub fn explain(app: &mut App) -> bool {
    let Some(sheet) = &app.views.sheet else { return false };
    let fields = fields::fields(app, &sheet.subject);
    let Some(key) = fields.get(sheet.at).and_then(|field| field.path.last()) else { return false };
    let person = match &sheet.subject {
        Subject::Person(id) => app.folder.board.person(id),
        _ => None,
    };
    let (catalogue, code) = match key.as_str() {
        Newcomer::TIER | Newcomer::MODALITIES => {
            ("modalites", person.and_then(|person| person.modalities.first().cloned()))
        }
        Newcomer::NEEDS => ("besoins", None),
        Newcomer::MENTOR => ("mentorat", None),
        Newcomer::CONTACT | Row::LEADS | Row::PEOPLE => ("roles", None),
        Release::GRANTED | ReleaseBank::PER_ARRIVAL | ReleaseBank::BANK => ("parametres", None),
        Indicator::QUESTION | Indicator::MEASURE | Indicator::BASELINE | Indicator::TARGET => ("questionnaires", None),
        _ => return false,
    };
    show(app, catalogue, &code.unwrap_or_default());
    true
}

/// The lines of groups of entries, each under its name, to be read.
pub fn written<'a>(groups: impl Iterator<Item = &'a Group>) -> Vec<(String, Role)> {
    let lines = |group: &Group| {
        let source = group.source.clone().unwrap_or_default();
        let head = [(String::new(), Role::Text), (words::joined(&[&group.name, &source]), Role::Accent)];
        let note = Some((group.note.clone(), Role::Dim)).filter(|(note, _)| !note.is_empty());
        let said = group.entries.iter().map(|entry| words::joined(&[&entry.text, &entry.note]));
        let said = said.map(|said| (format!("• {said}"), Role::Text));
        head.into_iter().chain(note).chain(said).collect::<Vec<_>>()
    };
    groups.flat_map(lines).collect()
}

/// What the sources say that serves at a moment.
pub fn of_moment(app: &App, moment: &str) -> Vec<(String, Role)> {
    let groups = app.setting.catalogues.iter().flat_map(|catalogue| &catalogue.groups);
    written(groups.filter(|group| group.serves(moment)))
}

/// The actions for the hint bar.
pub fn hints(app: &App) -> Vec<Action> {
    if is_lexicon(app) {
        return vec![Action::Open, Action::New, Action::Filter, Action::Back];
    }
    if coverage::at_cursor(app).is_some() {
        return vec![Action::Open, Action::Tick, Action::Filter, Action::Back];
    }
    vec![Action::Open, Action::Filter, Action::Back]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let length = lines(app).len();
    if super::cursor::moves(app, action, length) {
        return Vec::new();
    }
    match action {
        Action::Open | Action::Right => open(app),
        Action::Tick => coverage::ask(app),
        Action::Filter => {
            let filter = app.views.landmarks.filter.clone();
            app.open(Dialog::line(&app.words, id!("filter"), &filter, Destination::Filter(filter.clone())))
        }
        Action::New if is_lexicon(app) => {
            app.open(Dialog::line(&app.words, id!("new-term"), "", Destination::New(NewRecord::Term)))
        }
        Action::Back | Action::Left => {
            let view = &mut app.views.landmarks;
            if !view.filter.is_empty() {
                view.filter.clear();
                view.at = 0;
            } else if let Some(id) = view.open.take() {
                view.at = app.setting.catalogues.position(&id).map_or(0, |at| at + 1);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Opens a catalogue, or adds an entry to the school's files.
fn open(app: &mut App) -> Vec<Effect> {
    let at = app.views.landmarks.at;
    match lines(app).get(at).copied() {
        Some(LandmarkLine::Advices(_)) => show_advice(app),
        Some(LandmarkLine::Advice(advice)) => {
            match (&advice.file, advice.path.first().map(String::as_str), advice.path.get(1)) {
                (FileId::Board, _, Some(id)) => app.open_sheet(Subject::Person(id.clone())),
                (_, Some(Plan::ROWS), Some(id)) => app.open_sheet(Subject::Row(id.clone())),
                (_, Some(Plan::ISSUES), Some(id)) => app.open_sheet(Subject::Issue(id.clone())),
                (_, Some(Plan::COMMITTEE), _) => app.open_sheet(Subject::School),
                _ => app.go(Screen::Plan),
            }
        }
        Some(LandmarkLine::Catalogue(catalogue)) => {
            app.views.landmarks.open = Some(catalogue.id.clone());
            app.views.landmarks.at = 0;
            Vec::new()
        }
        Some(LandmarkLine::Entry(catalogue, group, entry)) => match catalogue.take(group) {
            Some(take) => {
                let about =
                    TakenEntry { code: entry.code.clone(), text: entry.text.clone(), group: group.name.clone() };
                let source = catalogue.source(group).to_owned();
                taken(app, take, about, &source)
            }
            None => {
                app.tell(app.words.get(id!("landmarks-to-read")).into_owned());
                Vec::new()
            }
        },
        Some(LandmarkLine::Term(at, term)) => {
            let field = Field {
                label: term.word.clone(),
                file: FileId::Plan,
                path: [Plan::LEXICON, &at.to_string(), Term::MEANING].map(Into::into).to_vec(),
                kind: Kind::Text,
                heading: None,
            };
            app.open(ask::field(app, field))
        }
        Some(LandmarkLine::Group(..) | LandmarkLine::Terms) | None => Vec::new(),
    }
}

/// An owned copy of the entry being added.
struct TakenEntry {
    code: String,
    text: String,
    group: String,
}

fn taken(app: &mut App, take: Take, about: TakenEntry, source: &str) -> Vec<Effect> {
    let give = |app: &mut App, field: &str, value: &str| {
        let choice = |person: &Newcomer| {
            let (list, word) = (field.to_owned(), value.to_owned());
            Choice::new(Chosen::Give { person: person.id.clone(), list, word }, app.person_name(&person.id))
        };
        let people = app.folder.board.present(app.today()).map(choice).collect();
        app.open(Dialog::menu(app.words.get(id!("landmarks-for-whom")), people, None))
    };
    match take {
        Take::Support => give(app, Newcomer::MODALITIES, &about.code),
        Take::Need => give(app, Newcomer::NEEDS, &about.text),
        Take::Question if app.folder.plan.committee.agenda.iter().any(|waiting| waiting.question == about.text) => {
            app.tell(app.words.get(id!("agenda-known")).into_owned());
            Vec::new()
        }
        Take::Question => app.push(&FileId::Plan, &[Plan::COMMITTEE, Committee::AGENDA], json!(about.text)),
        Take::Row | Take::Duty => {
            let is_it = |row: &&Row| fold(row.title.trim()) == fold(&about.text);
            if let Some(known) = app.folder.plan.rows.iter().find(is_it).map(|row| row.id.clone()) {
                app.tell(app.words.get(id!("landmarks-row-known")).into_owned());
                return super::plan::open(app, &known, None);
            }
            let comments = app.words.say(id!("landmarks-from"), &[("source", source.into())]);
            let leads = if take == Take::Duty { vec![about.group] } else { Vec::new() };
            super::plan::add_row(app, Row { title: about.text, comments, leads, ..Row::default() })
        }
    }
}

/// Adds a word to a list of a person, unless it is already there.
pub fn give(app: &mut App, person: &str, field: &str, word: &str) -> Vec<Effect> {
    let has = app.folder.board.person(person).is_some_and(|person| match field {
        Newcomer::NEEDS => person.needs.iter().any(|need| need == word),
        _ => person.modalities.iter().any(|code| code == word),
    });
    if has {
        app.tell(app.words.get(id!("landmarks-has-it")).into_owned());
        return Vec::new();
    }
    app.push(&FileId::Board, &[Board::PEOPLE, person, field], json!(word))
}
