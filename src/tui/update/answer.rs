//! Where the answer of a dialog goes: into a field, a list, a new record.

use serde_json::Value;

use super::unsaved;
use crate::{
    domain::{
        board::column::Column,
        edit::{cascade, merge::Clash},
        model::{
            board::{Board, Newcomer},
            document::FileId,
            field_kind::Kind,
            plan::Row,
        },
        privacy::rectification::Rectification,
    },
    tui::{
        app::App,
        components::picker::Choice,
        dialog::{ask, create, fields},
        effect::{Effect, SaveKind},
        prompt::{Origin, Prompt},
        screens,
        state::{
            Subject,
            consent::Consent,
            dialog::{Destination, Dialog},
            field::Field,
            new_record::NewRecord,
        },
    },
    words::{self, families, id},
};

/// Sends a text to its destination.
pub fn take(app: &mut App, place: &Destination, text: &str) -> Vec<Effect> {
    // Nothing can be saved to an unreadable file: the answer stays in the dialog and in the journal.
    if unsaved::place(place).is_some_and(|(file, _)| app.folder.broken.contains(&file)) {
        let sentence = app.words.get(id!("broken-takes-nothing")).into_owned();
        if !refuse(app, sentence.clone()) {
            app.warn(sentence);
        }
        return Vec::new();
    }
    // Somebody else took the record away: the words wait for it to come back.
    if unsaved::place(place).is_some_and(|(file, path)| is_of_a_record_gone(app, &file, &path)) {
        let sentence = app.words.get(id!("record-gone")).into_owned();
        if !refuse(app, sentence.clone()) {
            app.warn(sentence);
        }
        return Vec::new();
    }
    let trimmed = text.trim();
    let mut effects = match place.field() {
        Some((field, people)) => match set_field(app, field, people, text) {
            Some(effects) => effects,
            None => return Vec::new(),
        },
        None => {
            app.dialog = None;
            put(app, place, trimmed, text.trim_end())
        }
    };
    effects.push(Effect::ForgetTyped);
    // A text that was put off and has now found its place is not offered again.
    effects.extend(unsaved::place(place).map(|(file, path)| Effect::ForgetFound(file, path)));
    if app.views.arriving.is_some() && !matches!(place, Destination::New(NewRecord::Person)) {
        effects.extend(go_on_of_arrival(app, place));
    }
    // The other risks are looked at after one, from the page of the pair as from the sheet.
    if app.dialog.is_none() {
        effects.extend(screens::pair::go_on(app, place));
    }
    // An answer may lead to the next question; an empty one never does, but that nobody is named yet.
    if (!trimmed.is_empty() || screens::meeting::asks_who(place))
        && app.dialog.is_none()
        && let Some(field) = screens::meeting::next_question(app, place)
    {
        effects.extend(app.open(ask::field(app, field)));
    }
    if app.dialog.is_none() {
        effects.extend(screens::meeting::next_line(app, place, trimmed));
    }
    if app.dialog.is_none() {
        effects.extend(mentor_since(app, place));
    }
    effects
}

/// Asks since when somebody has the mentor who was just named on the sheet: today, unless it is another day.
fn mentor_since(app: &mut App, place: &Destination) -> Vec<Effect> {
    let Destination::Field(field) = place else { return Vec::new() };
    let [_, id, Newcomer::MENTOR] = field.path.iter().map(String::as_str).collect::<Vec<_>>()[..] else {
        return Vec::new();
    };
    screens::pair::since(app, id)
}

/// Whether a path leads into a record of a list, as a person or a row, that is not there any more.
pub fn is_of_a_record_gone(app: &App, file: &FileId, path: &[String]) -> bool {
    let [list, id, _, ..] = path else { return false };
    // As a tree, the whole board is large.
    if *file == FileId::Board && list == Board::PEOPLE {
        return app.folder.board.person(id).is_none();
    }
    app.folder.at(file, &[list]).is_some_and(|list| list.is_array()) && app.folder.at(file, &[list, id]).is_none()
}

/// Sets a field, or that field of several people; `None` when the text is refused and stays in the dialog.
fn set_field(app: &mut App, field: &Field, people: Option<&[String]>, text: &str) -> Option<Vec<Effect>> {
    // An action that is put off without a day stays due when it was.
    if text.trim().is_empty() && screens::meeting::is_day_of_return(field) {
        app.dialog = None;
        return Some(Vec::new());
    }
    let value = match field.kind.parse(text, app.year(), app.today()) {
        Ok(value) => value,
        Err(why) => {
            refuse(app, app.words.get(families::refusal(why)).into_owned());
            return None;
        }
    };
    // Another program may have added items before the one that is edited, or taken it away.
    let opened = app.views.opened.iter().find(|opened| opened.path == field.path);
    let Some(place) = opened.map_or(Some(field.path.clone()), |opened| opened.path_now(&app.folder, &field.file))
    else {
        refuse(app, app.words.get(id!("item-gone")).into_owned());
        return None;
    };
    let path: Vec<&str> = place.iter().map(String::as_str).collect();
    let undated = field.undated(value.as_ref(), app.year()).map(ToOwned::to_owned);
    let clashes = changed_meanwhile(app, field, value.as_ref());
    let is_free = |id: &&String| !clashes.iter().any(|clash| clash.path.get(1) == Some(*id));
    let made = match people {
        Some(people) => {
            let people: Vec<String> = people.iter().filter(is_free).cloned().collect();
            screens::board::cell::edits(app, field, &people, value.as_ref())
        }
        None if !clashes.is_empty() => Ok(Vec::new()),
        None => cascade::edits(&app.folder, &field.file, &path, value, app.saying().again()),
    };
    match made {
        Ok(edits) => {
            app.dialog = None;
            app.views.board.marked.clear();
            let mut effects = app.edit(edits, SaveKind::Ordinary);
            if let Some(said) = undated {
                app.tell(app.words.say(id!("kept-as-text"), &[("said", said.into())]));
            }
            if !clashes.is_empty() {
                effects.push(Effect::Hold(clashes.clone()));
                app.views.questions.push_front(Prompt::Clashes(clashes, Origin::Typed));
            }
            Some(effects)
        }
        // The text stays in the dialog: the person may be gone, but the words must not be lost.
        Err(fault) => {
            let said = words::fault::line(&app.words, &fault, app.level());
            if refuse(app, said.clone()) {
                return None;
            }
            app.dialog = None;
            app.warn(said);
            Some(Vec::new())
        }
    }
}

/// The fields of the open dialog that somebody else has changed since it was opened, to something other than the answer.
fn changed_meanwhile(app: &App, field: &Field, answer: Option<&Value>) -> Vec<Clash> {
    // Release days are added to those taken, whatever these are.
    if field.kind == Kind::Taken {
        return Vec::new();
    }
    app.views.opened.iter().filter_map(|opened| opened.clash(&app.folder, &field.file, answer)).collect()
}

/// Shows in a text input why its text is refused; returns whether one is open.
pub fn refuse(app: &mut App, sentence: String) -> bool {
    let Some(Dialog::Text(dialog)) = &mut app.dialog else { return false };
    dialog.refusal = Some(sentence);
    true
}

/// Sends a text, both trimmed and as typed, to a destination that is not a field.
fn put(app: &mut App, place: &Destination, trimmed: &str, typed: &str) -> Vec<Effect> {
    match place {
        Destination::Field(_) | Destination::Cell(..) => Vec::new(),
        Destination::Trace { person, field, written } => screens::trace::answer(app, person, field, *written, typed),
        Destination::ViewName => screens::board::views::keep(app, trimmed),
        Destination::VersionName => vec![Effect::KeepVersion(trimmed.into())],
        Destination::Rectified { .. } if trimmed.is_empty() => Vec::new(),
        Destination::Rectified { person, field } => {
            let values = [("words", trimmed.into()), ("field", field.as_str().into())];
            let lines = vec![app.words.say(id!("rectify-question"), &values)];
            let what = Rectification { person: person.clone(), field: field.clone(), words: trimmed.to_owned() };
            app.open(Dialog::ask(lines, Consent::Rectify(what)))
        }
        Destination::PurgedWords(people) => {
            vec![Effect::AskPurge(people.clone(), Some(trimmed.lines().map(ToOwned::to_owned).collect()))]
        }
        Destination::Filter(_) => screens::set_filter(app, trimmed),
        Destination::Departure(id) => screens::archive::leave(app, id, trimmed),
        Destination::PairMeeting(person) => screens::pair::met(app, person, trimmed),
        Destination::MeetingDay(stem) => screens::meetings::day::hold_on(app, stem, trimmed),
        Destination::ChangesSince => screens::between::since(app, trimmed),
        Destination::ChangesUntil(from) => screens::between::until(app, *from, trimmed),
        Destination::Survey(step) => screens::survey::import::answered(app, *step, trimmed),
        Destination::Founding(step) => screens::founding::answered(app, *step, trimmed),
        Destination::Push(..)
        | Destination::New(_)
        | Destination::StaffFile
        | Destination::SurveyFile
        | Destination::School
            if trimmed.is_empty() =>
        {
            Vec::new()
        }
        Destination::Push(file, path) => {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            screens::meeting::push(app, file, &path, trimmed)
        }
        Destination::School => vec![Effect::OpenSchool(screens::staff_import::path(trimmed))],
        Destination::StaffFile => screens::staff_import::reading(app, trimmed, Effect::ReadSheet),
        Destination::SurveyFile => screens::staff_import::reading(app, trimmed, Effect::ReadAnswers),
        Destination::New(record) => begin(app, record, trimmed),
    }
}

/// What is asked of somebody who was just added, after the name: whoever does not know presses Enter.
const OF_ARRIVAL: [&str; 4] = [Newcomer::JOB, Newcomer::ARRIVAL, Newcomer::CONTACT, Newcomer::MENTOR];

/// Asks the next thing of somebody who was just added.
fn ask_of_arrival(app: &mut App, rank: usize) -> Vec<Effect> {
    let Some(id) = app.views.arriving.clone() else { return Vec::new() };
    let field = OF_ARRIVAL.get(rank).and_then(|key| fields::cell(app, &id, &Column::Field(key)));
    let Some(field) = field else {
        // Who looks after the person and when the person arrives are known by now.
        app.views.arriving = None;
        return screens::welcome::make(app, &id);
    };
    let title = format!("{} · {}", app.person_name(&id), field.label);
    let mut dialog = ask::field(app, field);
    if let Some((of, ..)) = dialog.asked_mut() {
        *of = title;
    }
    if let Dialog::Words(words) = &mut dialog {
        // Enter alone must choose nobody.
        words.picker.choices.insert(0, Choice::new(String::new(), app.words.get(id!("pass-over"))));
        words.picker.at = 0;
    }
    app.open(dialog)
}

/// Goes on with somebody who was just added, if that is whom the answer was about.
fn go_on_of_arrival(app: &mut App, place: &Destination) -> Vec<Effect> {
    let step = |at: usize| place.field().and_then(|(field, _)| field.path.get(at)).map(String::as_str);
    let rank =
        OF_ARRIVAL.iter().position(|key| step(2) == Some(*key)).filter(|_| step(1) == app.views.arriving.as_deref());
    match rank {
        Some(rank) if app.dialog.is_none() => ask_of_arrival(app, rank + 1),
        Some(_) => Vec::new(),
        None => {
            app.views.arriving = None;
            Vec::new()
        }
    }
}

/// Creates a record from a text.
fn begin(app: &mut App, record: &NewRecord, text: &str) -> Vec<Effect> {
    match record {
        NewRecord::Person => {
            let (id, mut effects) = create::person(app, text);
            screens::board::select(app, &id);
            app.open_sheet(Subject::Person(id.clone()));
            app.views.arriving = Some(id);
            effects.extend(ask_of_arrival(app, 0));
            effects
        }
        NewRecord::Row => create::row(app, Row { title: text.to_owned(), ..Row::default() }),
        NewRecord::RowOfIssue(issue, step) => screens::meeting::keep_row(app, text, issue, *step),
        NewRecord::Issue => create::issue(app, text),
        NewRecord::Indicator(issue) => create::indicator(app, issue, text),
        NewRecord::Scale(issue) => create::scale(app, issue, text),
        NewRecord::Member => create::member(app, text),
        NewRecord::WelcomeTask(person) => screens::welcome::added(app, person, text),
        NewRecord::Fund => create::fund(app, text),
        NewRecord::Recommendation => create::recommendation(app, text),
        NewRecord::WelcomeStep => screens::welcome::plan_step(app, text),
        NewRecord::Question(stage) => create::question(app, stage, text),
        NewRecord::Term => create::term(app, text),
        NewRecord::Column => screens::board::own::begin(app, text),
    }
}
