//! The exports offered on the current screen, and their names.

use crate::{
    domain::model::{
        publication::{Form, Naming, Publication},
        survey::Audience,
    },
    tui::{
        app::App,
        state::{OpenSheet, Screen, Subject},
    },
    words::{self, Id, date, families, id},
};

/// The exports offered: minutes of the meeting shown, the one-page plan, the calendar and others. In projector mode,
/// none of them names newcomers.
pub fn offered(app: &App) -> Vec<(Publication, Form)> {
    let meeting = app.folder.meetings.iter().rev().nth(app.views.meetings.back).map(|(stem, _)| stem.clone());
    let minutes = |names| meeting.iter().map(move |stem| Publication::Minutes(stem.clone(), names));
    let named = minutes(Naming::Said).filter(|_| !app.is_projected());
    let person = match &app.views.sheet {
        Some(OpenSheet { subject: Subject::Person(id), .. }) if !app.is_projected() => {
            Some(Publication::Person(id.clone()))
        }
        _ => None,
    };
    let survey = match &app.views.sheet {
        Some(OpenSheet { subject: Subject::Survey(stem), .. }) => Some(Publication::Survey(stem.clone())),
        _ => None,
    };
    let chart = match &app.views.sheet {
        Some(OpenSheet { subject: Subject::Indicator(id), .. }) => Some((Publication::Chart(id.clone()), Form::Svg)),
        _ => None,
    };
    let papers = person
        .into_iter()
        .chain(survey)
        .chain(minutes(Naming::Unsaid))
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
    // On the impact screen, exports about the impact come first.
    if app.views.screen == Screen::Impact {
        let is_of_impact = |publication: &Publication| {
            use Publication::{Chart, Questionnaire, Review, Survey};
            matches!(publication, Chart(_) | Questionnaire(_) | Review | Survey(_))
        };
        offered.sort_by_key(|(publication, _)| !is_of_impact(publication));
    }
    offered
}

/// The name of an export.
pub fn said(app: &App, publication: &Publication, form: Form) -> String {
    let form = app.words.get(families::form(form)).into_owned();
    let minutes = |id: Id, stem: &str, form: String| {
        let day = app.folder.meetings.get(stem).and_then(|meeting| meeting.date);
        let day = day.map_or(stem.to_owned(), |day| date::long(&app.words, day.0));
        app.words.say(id, &[("day", day.into()), ("form", form.into())])
    };
    match publication {
        Publication::Minutes(stem, Naming::Unsaid) => minutes(id!("publish-minutes"), stem, form),
        Publication::Minutes(stem, Naming::Said) => minutes(id!("publish-minutes-named"), stem, form),
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
}
