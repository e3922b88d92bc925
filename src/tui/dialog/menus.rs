//! The menus that belong to no screen: audience levels, exports, undo history, themes, command palette.

use super::offered::{name, offered};
use crate::{
    domain::{
        edit::history::Gesture,
        model::{catalogue::Entry, meeting::Instance, plan::NetworkShare},
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        components::picker::{Choice, Picker},
        state::{
            Subject,
            dialog::{Chosen, Dialog, LeftOpen, MenuDialog},
        },
    },
    words::{self, Id, date, families, id},
};

/// Creates a menu of audience levels, each with a description.
fn levels(app: &App, title: Id, current: Level, chosen: impl Fn(Level) -> Chosen) -> Dialog {
    let choice = |level: &Level| {
        let label = app.words.get(families::level(*level));
        Choice::new(chosen(*level), label).beside(words::privacy::level_about(&app.words, &app.folder.plan, *level))
    };
    let choices = Level::ALL.iter().map(choice).collect();
    Dialog::menu(app.words.get(title), choices, Some(&chosen(current)))
}

/// The menu of the audience level.
pub fn level(app: &App) -> Dialog {
    levels(app, id!("choose-level"), app.level(), Chosen::Level)
}

/// The menu of the audience level for a new meeting, or of the sitting of others. Projector mode is preselected: it hides
/// the most.
pub fn meeting(app: &App) -> Dialog {
    let mut dialog = levels(app, id!("choose-meeting-level"), Level::Projected, Chosen::Meet);
    if let Dialog::Menu(MenuDialog { picker, .. }) = &mut dialog
        && app.folder.draft.is_none()
    {
        let is_network = app.folder.plan.network == Some(NetworkShare::Own);
        let (instances, about) = match is_network {
            true => (Instance::DAYS, app.words.get(id!("day-about"))),
            false => ([Instance::Cpe, Instance::Ag], app.words.get(id!("sitting-about"))),
        };
        let sitting = |instance| Choice::new(Chosen::Sit(instance), app.words.get(families::instance(instance)));
        let sittings = instances.map(|instance| sitting(instance).beside(about.clone()));
        picker.choices.extend(sittings);
    }
    dialog
}

/// What to do with a meeting that was left open another day; `None` without one.
pub fn left_open(app: &App) -> Option<Dialog> {
    let draft = app.folder.draft.as_ref().filter(|draft| draft.started.date() != app.today())?;
    let day = date::long(&app.words, draft.day());
    let resumed = app.words.say(id!("left-open-resume"), &[("day", day.as_str().into())]);
    let choices = [
        (LeftOpen::Resumed, resumed),
        (LeftOpen::Replaced, app.words.get(id!("left-open-replace")).into_owned()),
        (LeftOpen::Dropped, app.words.get(id!("left-open-drop")).into_owned()),
    ];
    let choices = choices.map(|(choice, label)| Choice::new(Chosen::LeftOpen(choice), label)).to_vec();
    Some(Dialog::menu(app.words.say(id!("left-open"), &[("day", day.into())]), choices, None))
}

/// The undo history, newest first, below the changes that can be redone.
pub fn history(app: &App) -> Dialog {
    let choice = |steps: i32, gesture: &Gesture| {
        let said = words::edit::say_all(&app.words, &app.folder, &gesture.edits, app.level());
        let when =
            format!("{} {}", date::short(&app.words, gesture.when.date()), date::clock(&app.words, gesture.when));
        let mark = if steps < 0 { "✓" } else { "○" };
        Choice::new(Chosen::UndoRedo(steps), format!("{mark} {said}")).beside(when)
    };
    let undone = (1..).zip(app.history.undone.iter().rev()).map(|(steps, gesture)| choice(steps, gesture));
    let done = (1..).zip(app.history.done.iter().rev()).map(|(steps, gesture)| choice(-steps, gesture));
    let choices = undone.collect::<Vec<_>>().into_iter().rev().chain(done).collect();
    Dialog::menu(app.words.get(id!("choose-stroke")), choices, Some(&Chosen::UndoRedo(-1)))
}

/// The menu of exports.
pub fn publications(app: &App) -> Dialog {
    let choice = |(publication, form)| {
        let label = name(app, &publication, form);
        Choice::new(Chosen::Publish(publication, form), label)
    };
    let choices = offered(app).into_iter().map(choice).collect();
    Dialog::menu(app.words.get(id!("choose-publication")), choices, None)
}

/// The menu of themes, with a live preview.
pub fn themes(app: &App) -> Dialog {
    let themes = &app.setting.themes;
    let choice = |id: &str| Choice::new(Chosen::Theme(id.to_owned()), themes.get(id).name);
    let before = Chosen::Theme(app.theme().id.clone());
    let picker = Picker::menu(themes.names().map(choice).collect(), Some(&before));
    Dialog::Menu(MenuDialog { title: app.words.get(id!("choose-theme")).into_owned(), picker, before: Some(before) })
}

/// The schools opened before, and the ways to another.
pub fn schools(app: &App) -> Dialog {
    let others = app.setting.recent.iter().filter(|place| **place != app.setting.place);
    let known = others.map(|place| Choice::new(Chosen::School(Some(place.clone())), place.clone()));
    let typed = Choice::new(Chosen::School(None), app.words.get(id!("school-typed")));
    let new = Choice::new(Chosen::Act(Action::Found), app.words.get(Action::Found.sentence()));
    Dialog::menu(app.words.get(Action::OpenSchool.sentence()), known.chain([typed, new]).collect(), None)
}

/// The command palette: every action with its key, then every person, issue, row, meeting and catalogue, best match
/// first.
pub fn palette(app: &App) -> Dialog {
    let actions = Action::ALL.iter().filter(|action| !is_movement(**action)).map(|action| {
        let keys = app.setting.keymap.keys(app.contexts(), *action);
        let key = keys.first().map(|key| app.words.choice(&key.label()).into_owned()).unwrap_or_default();
        Choice::new(Chosen::Act(*action), app.words.get(action.sentence())).beside(key)
    });
    let commands = actions.clone().count();
    let named = |kind: Id, chosen: Chosen, label: String| Choice::new(chosen, label).beside(app.words.get(kind));
    let sheet = |kind: Id, subject: Subject, label: String| named(kind, Chosen::Show(subject), label);
    let folder = &app.folder;
    let people =
        folder.board.people.iter().map(|person| {
            sheet(id!("palette-person"), Subject::Person(person.id.clone()), app.person_name(&person.id))
        });
    let issues = folder.plan.issues.iter();
    let issues = issues.map(|issue| sheet(id!("palette-issue"), Subject::Issue(issue.id.clone()), issue.name.clone()));
    let rows = folder.plan.rows.iter();
    let rows = rows.map(|row| sheet(id!("palette-row"), Subject::Row(row.id.clone()), row.title.clone()));
    let meetings = folder.meetings.iter().rev().map(|(stem, meeting)| {
        let day = meeting.date.map_or(stem.clone(), |day| date::full(&app.words, day.0));
        named(id!("palette-meeting"), Chosen::ShowMeeting(stem.clone()), words::deeds::held(&app.words, meeting, day))
    });
    let surveys = folder.surveys.iter().rev().map(|(stem, survey)| {
        let title = words::survey::title(&app.words, survey);
        sheet(id!("palette-survey"), Subject::Survey(stem.clone()), title)
    });
    let entries = app.setting.catalogues.iter().flat_map(|catalogue| {
        let show = |code| Chosen::ShowEntry { catalogue: catalogue.id.clone(), code };
        let entry =
            move |entry: &Entry| named(id!("palette-entry"), show(Some(entry.code.clone())), entry.text.clone());
        let whole = named(id!("palette-entry"), show(None), catalogue.title.clone());
        std::iter::once(whole).chain(catalogue.groups.iter().flat_map(|group| &group.entries).map(entry))
    });
    let choices = actions.chain(people).chain(issues).chain(rows).chain(meetings).chain(surveys).chain(entries);
    let mut picker = Picker::menu(choices.collect(), None);
    (picker.forgives, picker.leading) = (true, commands);
    Dialog::Menu(MenuDialog { title: app.words.get(id!("choose-action")).into_owned(), picker, before: None })
}

/// Whether an action only moves the cursor.
pub fn is_movement(action: Action) -> bool {
    matches!(
        action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::LineStart
            | Action::LineEnd
    )
}
