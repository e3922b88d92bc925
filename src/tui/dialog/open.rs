//! What is put in front of a screen for a field, a theme, an action, a text that was found.

use crate::{
    domain::{
        edit::history::Gesture,
        model::{
            catalogue::Entry,
            field_kind::Kind,
            publication::{Form, Names, Publication},
            survey::Audience,
        },
        privacy::audience::Level,
    },
    tui::{
        action::Action,
        app::App,
        components::{
            input::Input,
            picker::{Choice, Mode, Picker},
        },
        state::{
            Screen, Sheet, Subject,
            dialog::{Overlay, Target},
            field::Field,
        },
    },
    words::{self, Id, date, families, id},
};

/// What editing a field opens: a list for closed choices, a text for the rest.
pub fn edit_field(app: &App, field: Field) -> Overlay {
    let typed = earlier_answer(app, &field).map_or_else(|| field.typed(&app.folder), ToOwned::to_owned);
    let title = field.label.clone();
    let pick = |choices: Vec<Choice>, mode| Overlay::Pick {
        title: title.clone(),
        picker: Picker::new(choices, typed.trim(), mode),
        target: Target::Field(field.clone()),
    };
    match &field.kind {
        Kind::Choice(choices) | Kind::Step(choices) => {
            let choice = |(value, label): &(String, String)| Choice::labelled(value, app.words.choice(label));
            let mut list: Vec<Choice> = choices.iter().map(choice).collect();
            list.push(Choice::labelled("", app.words.get(id!("nothing"))));
            pick(list, Mode::One)
        }
        Kind::Name(names) => {
            let mut list: Vec<Choice> = names.iter().map(Choice::plain).collect();
            list.push(Choice::labelled("", app.words.get(id!("no-name"))));
            pick(list, Mode::OneOrTyped)
        }
        Kind::Many(known) => {
            let typed: Vec<&str> = typed.lines().collect();
            let mut list: Vec<Choice> = known.iter().map(|(value, label)| Choice::labelled(value, label)).collect();
            let own = typed.iter().filter(|value| !known.iter().any(|(known, _)| known == *value));
            list.splice(0..0, own.map(|value| Choice::plain(*value)));
            let mut picker = Picker::new(list, "", Mode::ManyOrTyped);
            picker.ticked = typed.iter().map(|value| (*value).to_owned()).collect();
            Overlay::Pick { title, picker, target: Target::Field(field) }
        }
        Kind::Steps => {
            let list = super::fields::steps(app).into_iter().map(|(id, label)| Choice::labelled(id, label)).collect();
            let mut picker = Picker::new(list, "", Mode::Many);
            picker.ticked = typed.lines().map(Into::into).collect();
            Overlay::Pick { title, picker, target: Target::Field(field) }
        }
        Kind::Text | Kind::Lines => {
            Overlay::Edit { title, input: Input::lines(&typed), target: Target::Field(field), refusal: None }
        }
        Kind::Line => Overlay::Edit { title, input: Input::line(&typed), target: Target::Field(field), refusal: None },
        Kind::Day | Kind::When | Kind::Amount | Kind::Taken | Kind::Count => {
            Overlay::Edit { title, input: Input::replaced(&typed), target: Target::Field(field), refusal: None }
        }
    }
}

/// The levels to choose from, each with what it shows.
pub fn levels(app: &App, title: Id, current: Level, target: Target) -> Overlay {
    let choice = |level: &Level| {
        let about = app.words.get(families::level_about(*level)).into_owned();
        Choice { aside: about, ..Choice::labelled(level.word(), app.words.get(families::level(*level))) }
    };
    Overlay::pick(&app.words, title, Level::ALL.iter().map(choice).collect(), current.word(), target)
}

/// Who will read the screen during the meeting that begins. A wall comes first: it hides the most.
pub fn meeting(app: &App) -> Overlay {
    levels(app, id!("choose-meeting-level"), Level::Projected, Target::Meeting)
}

/// What may be given to others: minutes of the meeting that is read, the one-page plan, the calendar.
/// A wall offers nothing that names newcomers.
pub fn offered(app: &App) -> Vec<(Publication, Form)> {
    let meeting = app.folder.meetings.iter().rev().nth(app.views.meetings.back).map(|(stem, _)| stem.clone());
    let minutes = |names| meeting.iter().map(move |stem| Publication::Minutes(stem.clone(), names));
    let named = minutes(Names::Said).filter(|_| !app.is_projected());
    let person = match &app.views.sheet {
        Some(Sheet { subject: Subject::Person(id), .. }) if !app.is_projected() => {
            Some(Publication::Person(id.clone()))
        }
        _ => None,
    };
    let survey = match &app.views.sheet {
        Some(Sheet { subject: Subject::Survey(stem), .. }) => Some(Publication::Survey(stem.clone())),
        _ => None,
    };
    let chart = match &app.views.sheet {
        Some(Sheet { subject: Subject::Indicator(id), .. }) => Some((Publication::Chart(id.clone()), Form::Svg)),
        _ => None,
    };
    let papers = person
        .into_iter()
        .chain(survey)
        .chain(minutes(Names::Unsaid))
        .chain([Publication::ActionPlan, Publication::Review])
        .chain(named);
    let forms = [Form::Docx, Form::Html, Form::Markdown];
    let papers = papers.flat_map(|paper| forms.map(|form| (paper.clone(), form)));
    let board = [Form::Xlsx, Form::Csv].map(|form| (Publication::Board, form));
    let board = board.into_iter().filter(|_| !app.is_projected());
    let audiences = Audience::ALL.iter().filter(|audience| **audience != Audience::Others);
    let questionnaires = audiences.map(|audience| (Publication::Questionnaire(*audience), Form::Markdown));
    let others = papers.chain([(Publication::Calendar, Form::Markdown)]).chain(board);
    let mut offered: Vec<(Publication, Form)> = chart.into_iter().chain(others).chain(questionnaires).collect();
    // Where the impact is looked at, what tells of it comes first.
    if app.views.screen == Screen::Impact {
        let is_of_impact = |publication: &Publication| {
            use Publication::{Chart, Questionnaire, Review, Survey};
            matches!(publication, Chart(_) | Questionnaire(_) | Review | Survey(_))
        };
        offered.sort_by_key(|(publication, _)| !is_of_impact(publication));
    }
    offered
}

/// Everything that was done, the newest first, under what was undone: each is a number of steps, back or on.
pub fn history(app: &App) -> Overlay {
    let choice = |way: char, steps: usize, gesture: &Gesture| {
        let said = words::edit::say_all(&app.words, &app.folder, &gesture.edits, app.level());
        let when =
            format!("{} {}", date::short(&app.words, gesture.when.date()), date::clock(&app.words, gesture.when));
        let mark = if way == '-' { "✓" } else { "○" };
        Choice { label: format!("{mark} {said}"), value: format!("{way}{steps}"), aside: when }
    };
    let undone = app.history.undone.iter().enumerate();
    let undone = undone.map(|(at, gesture)| choice('+', app.history.undone.len() - at, gesture));
    let done = (1..).zip(app.history.done.iter().rev()).map(|(steps, gesture)| choice('-', steps, gesture));
    Overlay::pick(&app.words, id!("choose-stroke"), undone.chain(done).collect(), "-1", Target::Stroke)
}

/// What may be given to others, to choose from.
pub fn publications(app: &App) -> Overlay {
    let said = |(publication, form): &(Publication, Form)| {
        let form = app.words.get(families::form(*form)).into_owned();
        let minutes = |id: Id, stem: &str, form: String| {
            let day = app.folder.meetings.get(stem).and_then(|meeting| meeting.date);
            let day = day.map_or(stem.to_owned(), |day| date::long(&app.words, day.0));
            app.words.say(id, &[("day", day.into()), ("form", form.into())])
        };
        match publication {
            Publication::Minutes(stem, Names::Unsaid) => minutes(id!("publish-minutes"), stem, form),
            Publication::Minutes(stem, Names::Said) => minutes(id!("publish-minutes-named"), stem, form),
            Publication::Person(id) => {
                let values = [("name", app.person_name(id).into()), ("form", form.into())];
                app.words.say(id!("publish-person"), &values)
            }
            Publication::ActionPlan => app.words.say(id!("publish-plan"), &[("form", form.into())]),
            Publication::Review => app.words.say(id!("publish-review"), &[("form", form.into())]),
            Publication::Survey(stem) => {
                let name = app.folder.surveys.get(stem).map(|survey| words::survey::title(&app.words, survey));
                let values = [("name", name.unwrap_or_else(|| stem.clone()).into()), ("form", form.into())];
                app.words.say(id!("publish-survey"), &values)
            }
            Publication::Questionnaire(audience) => {
                let audience = app.words.get(families::audience(*audience)).into_owned();
                app.words.say(id!("publish-questionnaire"), &[("audience", audience.into())])
            }
            Publication::Chart(id) => {
                app.words.say(id!("publish-chart"), &[("id", id.as_str().into()), ("form", form.into())])
            }
            Publication::Board => app.words.say(id!("publish-board"), &[("form", form.into())]),
            Publication::Calendar => app.words.get(id!("publish-calendar")).into_owned(),
        }
    };
    let choices =
        offered(app).iter().enumerate().map(|(at, one)| Choice::labelled(at.to_string(), said(one))).collect();
    Overlay::pick(&app.words, id!("choose-publication"), choices, "", Target::Publication)
}

/// The themes to choose from.
pub fn themes(app: &App) -> Overlay {
    let themes = &app.setting.themes;
    let choices = themes.names().map(|id| Choice::labelled(id, themes.get(id).name)).collect();
    let before = app.theme().id.clone();
    Overlay::pick(&app.words, id!("choose-theme"), choices, &before.clone(), Target::Theme(before))
}

/// Every action by name, with its key; then every person, issue, row, meeting and catalogue, the best match first.
/// A value says its kind before a colon.
pub fn palette(app: &App) -> Overlay {
    let actions = Action::ALL.iter().filter(|action| !is_movement(**action)).map(|action| {
        let keys = app.keymap.keys(app.contexts(), *action);
        let aside = keys.first().map(|key| app.words.choice(&key.label()).into_owned()).unwrap_or_default();
        let label = app.words.get(action.sentence()).into_owned();
        Choice { aside, ..Choice::labelled(format!("action:{}", action.id()), label) }
    });
    let of = |kind: &str, id: &str, label: String| Choice {
        aside: app.words.find(&format!("palette-{kind}")).unwrap_or_default().into_owned(),
        ..Choice::labelled(format!("{kind}:{id}"), label)
    };
    let folder = &app.folder;
    let people = folder.board.people.iter().map(|person| of("person", &person.id, app.person_name(&person.id)));
    let issues = folder.plan.issues.iter().map(|issue| of("issue", &issue.id, issue.name.clone()));
    let rows = folder.plan.rows.iter().map(|row| of("row", &row.id, row.title.clone()));
    let meetings = folder.meetings.iter().rev().map(|(stem, meeting)| {
        of("meeting", stem, meeting.date.map_or(stem.clone(), |day| date::full(&app.words, day.0)))
    });
    let surveys = folder.surveys.iter().rev();
    let surveys = surveys.map(|(stem, survey)| of("survey", stem, words::survey::title(&app.words, survey)));
    let entries = app.setting.catalogues.iter().flat_map(|catalogue| {
        let entries = catalogue.groups.iter().flat_map(|group| &group.entries);
        let entry = |entry: &Entry| of("entry", &format!("{}:{}", catalogue.id, entry.code), entry.text.clone());
        std::iter::once(of("entry", &format!("{}:", catalogue.id), catalogue.title.clone())).chain(entries.map(entry))
    });
    let choices =
        actions.chain(people).chain(issues).chain(rows).chain(meetings).chain(surveys).chain(entries).collect();
    let mut picker = Picker::new(choices, "", Mode::One);
    picker.forgives = true;
    Overlay::Pick { title: app.words.get(id!("choose-action")).into_owned(), picker, target: Target::Command }
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
    )
}

/// The answer that a question asked again may start from.
pub fn earlier_answer<'a>(app: &'a App, field: &Field) -> Option<&'a str> {
    let ("questions", id) = (field.path.first()?.as_str(), field.path.get(1)?) else { return None };
    let plan = &app.folder.plan;
    plan.earlier_answer(plan.question(id)?)
}
