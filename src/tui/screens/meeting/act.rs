//! Actions at an agenda point: answers, moves of an issue, attendance, additions and removals, closing.

use serde_json::{Value, json};

use super::{
    closing_preview,
    items::{self, PointItem},
    navigate::{self, Passage},
    support,
};
use crate::{
    domain::{
        edit::Edit,
        meeting::{closing, opening},
        model::{
            agenda::Point,
            board::{Board, Newcomer, Tier, Wellbeing},
            cycle::Step,
            document::FileId,
            draft::Draft,
            field_kind::Kind,
            meeting::{IssuePoint, Meeting, MeetingAction, PersonPoint, Return},
            progress::Progress,
            publication::{Form, Naming, Publication},
        },
        value::fault::Fault,
    },
    tui::{
        app::App,
        components::input::Input,
        dialog::{ask, create},
        effect::{Effect, SaveKind},
        screens::plan,
        state::{
            MeetingsView, Screen, Subject,
            consent::Consent,
            dialog::{Destination, Dialog, TextDialog, WordsDialog},
            field::Field,
        },
    },
    words::{self, date, id},
};

/// Sets a field of the meeting.
fn set(app: &App, path: &[&str], value: Value) -> Result<Option<Edit>, Fault> {
    let path: Vec<&str> = std::iter::once(Draft::MEETING).chain(path.iter().copied()).collect();
    Edit::set(&app.folder, &FileId::Draft, &path, Some(value))
}

/// Applies a numbered choice: a person's state or tier of support, or the outcome of an action.
pub fn choose(app: &mut App, draft: &Draft, number: usize, here: Option<PointItem>) -> Vec<Effect> {
    let edit = match (draft.point(), here) {
        (Point::People, _) => {
            let Some(point) = draft.meeting.people.get(draft.rank) else { return Vec::new() };
            let tier = number.checked_sub(Wellbeing::ALL.len()).and_then(|at| Tier::ALL.get(at));
            match (Wellbeing::ALL.get(number), tier) {
                (Some(state), _) => {
                    let edit = set(app, &[Meeting::PEOPLE, &point.person, PersonPoint::AFTER], json!(state));
                    let mut effects = app.try_edit(edit);
                    if *state == Wellbeing::MoreSupport {
                        let tier = support::begin(app, &point.person);
                        effects.extend(open(app, Some(PointItem::Field(tier))));
                    }
                    return effects;
                }
                (None, Some(tier)) => set(app, &[Meeting::PEOPLE, &point.person, PersonPoint::TIER], json!(tier)),
                (None, None) => return Vec::new(),
            }
        }
        (Point::Returns, Some(PointItem::Return(position))) => {
            let states = [Progress::Done, Progress::Postponed, Progress::Dropped];
            let Some(state) = states.get(number) else { return Vec::new() };
            let at = position.to_string();
            let edit = set(app, &[Meeting::RETURNS, &at, Return::STATE], json!(state));
            if *state == Progress::Done {
                app.views.meeting.line = position + 1;
            }
            if *state == Progress::Done && draft.meeting.returns.get(position).is_some_and(|r| !r.why.is_empty()) {
                // A completed action no longer needs a reason.
                let why =
                    Edit::set(&app.folder, &FileId::Draft, &[Draft::MEETING, Meeting::RETURNS, &at, Return::WHY], None);
                let edits = [edit, why].into_iter().flatten().flatten().collect();
                return app.edit(edits, SaveKind::Ordinary);
            }
            if *state != Progress::Done {
                let mut effects = app.try_edit(edit);
                let why = items::field(app, &[Meeting::RETURNS, &at, Return::WHY]);
                effects.extend(app.open(ask::field(app, why)));
                return effects;
            }
            edit
        }
        _ => return Vec::new(),
    };
    app.try_edit(edit)
}

/// Sets the step and round of an issue, and adds the questions of that step.
fn put_issue(app: &mut App, issue: &str, step: Step, round: Option<u32>) -> Vec<Effect> {
    let edits = [(IssuePoint::AFTER, json!(step)), (IssuePoint::ROUND, json!(round))].map(|(key, value)| {
        // A missing round stays missing.
        set(app, &[Meeting::ISSUES, issue, key], value)
    });
    let edits = edits.into_iter().flatten().flatten().collect();
    app.views.meeting.line = 0;
    let mut effects = app.edit(edits, SaveKind::Ordinary);
    effects.extend(navigate::ask(app));
    effects
}

/// Moves the current issue to the next or previous step of its cycle.
pub fn move_issue(app: &mut App, draft: &Draft, way: Passage) -> Vec<Effect> {
    let point = draft.meeting.issues.get(draft.rank).filter(|_| draft.point() == Point::Issues);
    let moved = |point: &IssuePoint| match way {
        Passage::On => point.on(),
        Passage::Back => point.back(),
    };
    match point.and_then(|point| Some((&point.issue, moved(point)?))) {
        Some((issue, (step, round))) => put_issue(app, issue, step, round),
        None => Vec::new(),
    }
}

/// Opens the impact check of the current issue. Before the regulation of its cycle, asks first.
pub fn measure_here(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let Some(point) = draft.meeting.issues.get(draft.rank).filter(|_| draft.point() == Point::Issues) else {
        return Vec::new();
    };
    if point.after >= Some(Step::Regulation) {
        return measure(app, &point.issue);
    }
    let lines = vec![app.words.get(id!("ask-measure-early")).into_owned()];
    app.open(Dialog::ask(lines, Consent::Measure(point.issue.clone())))
}

/// Opens the impact check of an issue: the open one, or a new one. The issue moves in its cycle when it is concluded.
pub fn measure(app: &mut App, issue: &str) -> Vec<Effect> {
    let open = app.folder.impacts.iter().find(|(_, check)| check.issue == issue && !check.is_closed());
    match open.map(|(stem, _)| stem.clone()) {
        Some(stem) => app.open_sheet(Subject::Check(stem)),
        None => create::check(app, issue),
    }
}

/// Edits the first field of the agenda point with one of these keys.
pub fn edit_key(app: &mut App, items: &[PointItem], keys: &[&str]) -> Vec<Effect> {
    let wanted = |item: &PointItem| match item {
        PointItem::Field(field) => field.path.last().is_some_and(|key| keys.contains(&key.as_str())),
        _ => false,
    };
    let Some(position) = items.iter().position(wanted) else { return Vec::new() };
    app.views.meeting.line = position;
    open(app, items.get(position).cloned())
}

/// Adds an action: the next action of the current person, or an action of the committee.
pub fn add_action(app: &mut App, draft: &Draft, items: &[PointItem]) -> Vec<Effect> {
    match draft.point() {
        Point::People => edit_key(app, items, &[MeetingAction::WHAT]),
        _ => open(app, Some(items::adding_action())),
    }
}

/// Appends a text to a list of the meeting, or to a note; for an action, the text is what is to be done.
pub fn push(app: &mut App, file: &FileId, path: &[&str], text: &str) -> Vec<Effect> {
    if path.last() == Some(&PersonPoint::NOTE) {
        let owned: Vec<String> = path.iter().map(|step| (*step).to_owned()).collect();
        let before = app.folder.at(file, &owned).and_then(|held| held.as_str().map(str::to_owned)).unwrap_or_default();
        let whole = format!("{}\n{text}\n", before.trim_end());
        let edit = Edit::set(&app.folder, file, path, Some(json!(whole)));
        return app.try_edit(edit);
    }
    let item = match path.last() {
        Some(&Meeting::ACTIONS) => json!(MeetingAction { what: text.to_owned(), ..MeetingAction::default() }),
        _ => json!(text),
    };
    app.push(file, path, item)
}

/// Opens the line under the cursor.
pub fn open(app: &mut App, here: Option<PointItem>) -> Vec<Effect> {
    match here {
        // On a wall a remark is added to a note without showing it.
        Some(PointItem::Field(field)) if is_hidden(app, &field) && is_note(&field) => {
            let place = Destination::Push(FileId::Draft, field.path);
            app.open(Dialog::text(field.label, Input::lines(""), place))
        }
        Some(PointItem::Field(field)) if is_hidden(app, &field) => {
            app.warn_hidden();
            Vec::new()
        }
        Some(PointItem::Field(field)) => {
            let mut dialog = ask::field(app, field.clone());
            // An undecided choice starts from its value before the meeting.
            if let (Dialog::Words(WordsDialog { picker, .. }), Some(before)) = (&mut dialog, before(app, &field)) {
                picker.at = picker.choices.iter().position(|choice| choice.value == before).unwrap_or(picker.at);
            }
            // A remark that is added to another is on a line of its own.
            if let (Dialog::Text(TextDialog { input, .. }), Kind::Text) = (&mut dialog, &field.kind)
                && !input.text().trim().is_empty()
            {
                *input = Input::lines(&format!("{}\n\n", input.text().trim_end()));
            }
            // The next date is proposed, and anything that is typed takes its place.
            if let (Dialog::Text(TextDialog { input, .. }), Some(day)) = (&mut dialog, proposed_day(app, &field)) {
                *input = Input::replaced(&day);
            }
            app.open(dialog)
        }
        Some(PointItem::Answer(at)) => {
            let answer = app.folder.draft.as_ref().map(|draft| items::answer(app, draft, at));
            answer.map_or_else(Vec::new, |field| app.open(ask::field(app, field)))
        }
        Some(PointItem::Add(title, path)) => {
            app.open(Dialog::line(&app.words, title, "", Destination::Push(FileId::Draft, path)))
        }
        Some(PointItem::Return(position)) => {
            let field = items::field(app, &[Meeting::RETURNS, &position.to_string(), Return::STATE]);
            app.open(ask::field(app, field))
        }
        Some(PointItem::Entry(path, _)) => {
            let path: Vec<&str> = path.iter().skip(1).map(String::as_str).collect();
            let field = items::field(app, &path);
            app.open(ask::field(app, field))
        }
        Some(PointItem::Row(id, means)) => plan::open(app, &id, means),
        Some(PointItem::Presence(name)) => presence(app, &name),
        Some(PointItem::Close) => ask_close(app),
        None => Vec::new(),
    }
}

/// The day proposed for the next meeting, until one is said.
fn proposed_day(app: &App, field: &Field) -> Option<String> {
    let draft = app.folder.draft.as_ref().filter(|draft| draft.meeting.next_meeting.is_none())?;
    // The rhythm of the committee says nothing of when others sit.
    let draft = Some(draft).filter(|draft| draft.meeting.is_of_committee())?;
    let is_next = field.path.last().is_some_and(|key| key == Meeting::NEXT_MEETING);
    is_next.then(|| opening::next_day(&app.folder, draft.day())).flatten().map(|day| date::long(&app.words, day))
}

/// Whether a field is the note about a person.
fn is_note(field: &Field) -> bool {
    field.path.last().is_some_and(|key| key == PersonPoint::NOTE)
}

/// Whether opening a field would show what it holds about a person to an audience that may not see it.
fn is_hidden(app: &App, field: &Field) -> bool {
    let person = field.path.get(2).map_or("", String::as_str);
    let held = || app.folder.at(&field.file, &field.path);
    !app.shows(field.level(), person) && held().is_some_and(|held| held != json!([]))
}

/// The value of a choice about a person before the meeting, until a new one is made.
pub fn before(app: &App, field: &Field) -> Option<&'static str> {
    let [_, list, person, key] = field.path.as_slice() else { return None };
    let draft = app.folder.draft.as_ref().filter(|_| list == Meeting::PEOPLE)?;
    let point = draft.meeting.people.iter().find(|point| point.person == *person)?;
    match key.as_str() {
        PersonPoint::AFTER if point.after.is_none() => point.before.map(Wellbeing::word),
        PersonPoint::TIER if point.tier.is_none() => point.tier_before.map(Tier::word),
        _ => None,
    }
}

/// Ticks the line under the cursor.
pub fn tick(app: &mut App, draft: &Draft, here: Option<PointItem>) -> Vec<Effect> {
    match here {
        _ if draft.point() == Point::People => planned_is_done(app, draft),
        Some(PointItem::Presence(name)) => presence(app, &name),
        Some(PointItem::Row(id, means)) => plan::tick(app, &id, means),
        Some(PointItem::Return(position)) => {
            let done = draft.meeting.returns.get(position).and_then(|r| r.state) == Some(Progress::Done);
            if !done {
                return choose(app, draft, 0, Some(PointItem::Return(position)));
            }
            let edit = set(app, &[Meeting::RETURNS, &position.to_string(), Return::STATE], json!(Progress::Todo));
            app.try_edit(edit)
        }
        _ => Vec::new(),
    }
}

/// Says that what was planned for the current person is done: it leaves the board, and the meeting keeps it.
fn planned_is_done(app: &mut App, draft: &Draft) -> Vec<Effect> {
    let Some(point) = draft.meeting.people.get(draft.rank) else { return Vec::new() };
    let planned = app.folder.board.person(&point.person).and_then(|person| person.next_action.as_ref());
    let Some(planned) = planned.filter(|action| !action.what.trim().is_empty()) else { return Vec::new() };
    if !app.shows_private(&point.person) {
        app.warn_hidden();
        return Vec::new();
    }
    let said = words::action(&app.words, &planned.what, &planned.who, &planned.when);
    let done = [point.done.trim(), &said].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ");
    let path = [Board::PEOPLE, &point.person, Newcomer::NEXT_ACTION];
    let gone = Edit::set(&app.folder, &FileId::Board, &path, None);
    let kept = set(app, &[Meeting::PEOPLE, &point.person, PersonPoint::DONE], json!(done));
    match (gone, kept) {
        (Ok(gone), Ok(kept)) => {
            let effects = app.edit(gone.into_iter().chain(kept).collect(), SaveKind::Ordinary);
            let name = app.person_name(&point.person);
            app.tell(app.words.say(id!("said-done"), &[("name", name.into()), ("what", said.into())]));
            effects
        }
        (Err(fault), _) | (_, Err(fault)) => {
            app.tell_fault(&fault);
            Vec::new()
        }
    }
}

/// Toggles the presence of a member.
fn presence(app: &mut App, name: &str) -> Vec<Effect> {
    let Some(draft) = &app.folder.draft else { return Vec::new() };
    let list = [Draft::MEETING, Meeting::PRESENT];
    match draft.meeting.present.iter().position(|present| present == name) {
        Some(at) => app.remove(&FileId::Draft, &list, &at.to_string()),
        None => app.push(&FileId::Draft, &list, json!(name)),
    }
}

/// Asks for confirmation before closing: what it will keep is on the page. Words that may be names wait for a letter; a
/// wall is told how many they are.
fn ask_close(app: &mut App) -> Vec<Effect> {
    let mut lines = vec![app.words.get(id!("ask-close-meeting")).into_owned()];
    let names = closing_preview::names(app);
    let is_plain = names.is_empty();
    if app.is_projected() {
        lines.extend((!is_plain).then(|| app.words.say(id!("closing-names-wall"), &[("n", names.len().into())])));
    } else if !is_plain {
        lines.push(app.words.say(id!("closing-names"), &[("names", names.join(" · ").into())]));
    }
    app.open(Dialog::ask(lines, if is_plain { Consent::CloseMeeting } else { Consent::CloseMeetingWithNames }))
}

/// Asks for confirmation before leaving the meeting: a slip of the finger must not switch screens.
pub fn ask_leave(app: &mut App) -> Vec<Effect> {
    let lines = vec![app.words.get(id!("ask-leave-meeting")).into_owned()];
    app.open(Dialog::ask(lines, Consent::LeaveMeeting))
}

/// Leaves the meeting without closing it.
pub fn leave(app: &mut App) -> Vec<Effect> {
    let mut effects = navigate::spend(app);
    effects.extend(app.go(Screen::Home));
    app.tell(app.words.get(id!("meeting-kept")).into_owned());
    effects
}

/// Closes the meeting, writing everything at once.
pub fn close(app: &mut App) -> Vec<Effect> {
    let mut effects = navigate::spend(app);
    match closing::meeting(&app.folder, app.now) {
        Ok(edits) => {
            let written = edits.iter().find_map(|edit| match &edit.file {
                FileId::Meeting(stem) => Some(stem.clone()),
                _ => None,
            });
            effects.extend(app.edit(edits, SaveKind::Closing));
            if let Some(stem) = written.filter(|_| app.folder.draft.is_none()) {
                app.views.meetings = MeetingsView::default();
                app.views.meetings.show(&app.folder, &stem);
                // The minutes are ready by the time people stand up.
                effects.push(Effect::Publish(Publication::Minutes(stem, Naming::Unsaid), Form::Docx));
                effects.extend(app.go(Screen::Meetings));
                app.tell(app.words.get(id!("meeting-closed")).into_owned());
            }
            effects
        }
        Err(fault) => {
            app.tell_fault(&fault);
            effects
        }
    }
}
