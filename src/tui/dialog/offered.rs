//! The exports offered on the current screen, and their names.

use crate::{
    domain::model::{
        publication::{Form, Naming, Publication, SchoolPaper},
        survey::Audience,
    },
    tui::{
        app::App,
        state::{Screen, Subject},
    },
    words::{self, Id, date, families, id},
};

/// The exports offered: minutes of the meeting shown, the one-page plan, the calendar and others. In projector mode,
/// none of them names newcomers.
pub fn offered(app: &App) -> Vec<(Publication, Form)> {
    let meeting = app.folder.meetings.iter().rev().nth(app.views.meetings.back).map(|(stem, _)| stem.clone());
    let minutes = |names| meeting.iter().map(move |stem| Publication::Minutes(stem.clone(), names));
    let shown = app.views.sheet.as_ref().map(|open| match &open.subject {
        Subject::Person(id) => {
            vec![Publication::Person(id.clone()), Publication::Welcome(id.clone()), Publication::Agreement(id.clone())]
        }
        Subject::Survey(stem) => vec![Publication::Survey(stem.clone())],
        Subject::Indicator(id) => vec![Publication::Chart(id.clone())],
        _ => Vec::new(),
    });
    let is_written = |paper: &Publication| paper.forms().contains(&Form::Docx);
    // A plan without questions has no stages to tell of.
    let has_questions = !app.folder.plan.questions.is_empty();
    let papers = SchoolPaper::ALL.iter().filter(|paper| has_questions || **paper != SchoolPaper::Process);
    let school = papers.map(|paper| Publication::School(*paper));
    let (papers, tables): (Vec<_>, Vec<_>) = school.partition(is_written);
    let audiences = Audience::ALL.iter().filter(|audience| **audience != Audience::Others);
    let mut offered: Vec<(Publication, Form)> = shown
        .into_iter()
        .flatten()
        .chain(minutes(Naming::Unsaid))
        .chain(papers)
        .chain(minutes(Naming::Said))
        .chain(tables)
        .chain(audiences.map(|audience| Publication::Questionnaire(*audience)))
        .filter(|publication| !(app.is_projected() && publication.names_newcomers()))
        .flat_map(|publication| publication.forms().iter().rev().map(move |form| (publication.clone(), *form)))
        .collect();
    // On the impact screen, exports about the impact come first.
    if app.views.screen == Screen::Impact {
        let is_of_impact = |publication: &Publication| {
            use Publication::{Chart, Questionnaire, School, Survey};
            matches!(publication, Chart(_) | Questionnaire(_) | School(SchoolPaper::Review) | Survey(_))
        };
        offered.sort_by_key(|(publication, _)| !is_of_impact(publication));
    }
    offered
}

/// The name of an export.
pub fn name(app: &App, publication: &Publication, form: Form) -> String {
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
        Publication::Welcome(id) => {
            let values = [("name", app.person_name(id).into()), ("form", form.into())];
            app.words.say(id!("publish-welcome"), &values)
        }
        Publication::Agreement(id) => {
            let values = [("name", app.person_name(id).into()), ("form", form.into())];
            app.words.say(id!("publish-agreement"), &values)
        }
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
        Publication::School(paper) => app.words.say(families::school_paper(*paper), &[("form", form.into())]),
    }
}
