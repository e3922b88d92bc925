//! The answers of a form taken in: a file, what the file does not say, what would be kept, then the survey.

use crate::{
    domain::{
        board::import::Sheet,
        edit::Edit,
        model::{document::FileId, survey::Audience},
        survey::gather::{self, Gathered, Said},
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::{Effect, Weight},
        screens::staff_import,
        state::{
            Subject,
            dialog::{Chosen, Consent, Dialog, Place},
            survey_import::{Step, Taking},
        },
    },
    words::{self, families, id},
};

/// Asks which file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    staff_import::ask(app, id!("survey-which"), Place::SurveyFile)
}

/// Goes on with a table that was read.
pub fn read(app: &mut App, name: String, sheet: Sheet) -> Vec<Effect> {
    app.views.survey_import = Some(Taking { name, sheet, said: Said::default(), step: Step::Whom, respondents: 0 });
    go_on(app)
}

/// Takes who answered, and goes on.
pub fn of_audience(app: &mut App, audience: Audience) -> Vec<Effect> {
    say(app, Step::When, |said| said.audience = Some(audience))
}

/// Takes the question that makes groups, and goes on.
pub fn by_groups(app: &mut App, by: Option<String>) -> Vec<Effect> {
    say(app, Step::Shown, |said| said.by = by)
}

/// Takes what somebody typed of what was asked, and goes on. What does not fit is asked again.
pub fn answered(app: &mut App, step: Step, text: &str) -> Vec<Effect> {
    match step {
        Step::When => {
            let day = gather::day(text, app.year(), Day(app.today()));
            // What is no day, or has not come yet, is asked again.
            let next = if day.is_none() && !text.is_empty() { Step::When } else { Step::Asked };
            say(app, next, |said| said.date = day.or(said.date))
        }
        Step::Asked => {
            let answered = app.views.survey_import.as_ref().map_or(0, |taking| taking.respondents);
            let invited: Option<u32> = text.parse().ok();
            // Fewer people asked than answered is a slip of the fingers.
            if !text.is_empty() && invited.is_none_or(|invited| invited < answered) {
                let effects = go_on(app);
                return refused(app, answered, effects);
            }
            say(app, Step::By, |said| said.invited = invited)
        }
        Step::Whom | Step::By | Step::Shown => Vec::new(),
    }
}

/// Notes something that somebody said of the survey, and asks from that step on.
fn say(app: &mut App, next: Step, note: impl FnOnce(&mut Said)) -> Vec<Effect> {
    if let Some(taking) = &mut app.views.survey_import {
        note(&mut taking.said);
        taking.step = next;
    }
    go_on(app)
}

/// Says why a number was not taken.
fn refused(app: &mut App, answered: u32, effects: Vec<Effect>) -> Vec<Effect> {
    let said = app.words.say(id!("survey-asked-few"), &[("n", answered.into())]);
    if let Some(Dialog::Text(dialog)) = &mut app.dialog {
        dialog.refusal = Some(said);
    }
    effects
}

/// Asks what the file does not say, or shows what would be kept.
fn go_on(app: &mut App) -> Vec<Effect> {
    let today = app.today();
    let Some(taking) = &mut app.views.survey_import else { return Vec::new() };
    let (folder, shelf) = (&app.folder, &app.setting.catalogues);
    let gathered = gather::gather(folder, shelf, &taking.name, &taking.sheet, &taking.said, Day(today));
    let gathered = match gathered {
        Ok(gathered) => gathered,
        Err(fault) => {
            app.tell_fault(&fault);
            return Vec::new();
        }
    };
    let next = [Step::Whom, Step::When, Step::Asked, Step::By].into_iter().find(|step| {
        *step >= taking.step
            && match step {
                Step::Whom => gathered.survey.audience == Some(Audience::Others),
                Step::When => !gathered.is_dated,
                Step::By => !gathered.groupings.is_empty(),
                Step::Asked | Step::Shown => true,
            }
    });
    taking.step = next.unwrap_or(Step::Shown);
    taking.respondents = gathered.survey.respondents;
    let step = taking.step;
    let words = &app.words;
    let dialog = match step {
        Step::Whom => {
            let choice = |audience: &Audience| {
                Choice::new(Chosen::SurveyAudience(*audience), words.get(families::audience(*audience)))
            };
            Dialog::menu(words.get(id!("survey-whom")), Audience::ALL.iter().map(choice).collect(), None)
        }
        Step::When => Dialog::replaced(words, id!("survey-when"), &app.today().to_string(), Place::Survey(step)),
        Step::Asked => Dialog::line(words, id!("survey-asked"), "", Place::Survey(step)),
        Step::By => {
            let none = Choice::new(Chosen::SurveyGroups(None), words.get(id!("survey-cross-none")));
            let group = |by: &String| Choice::new(Chosen::SurveyGroups(Some(by.clone())), by.clone());
            let choices = std::iter::once(none).chain(gathered.groupings.iter().map(group)).collect();
            Dialog::menu(words.get(id!("survey-cross-by")), choices, None)
        }
        Step::Shown => {
            let dialog = preview(app, &gathered);
            app.views.survey_import = None;
            dialog
        }
    };
    app.open(dialog)
}

fn preview(app: &App, gathered: &Gathered) -> Dialog {
    let (stem, replaced) = gather::place(&app.folder, &gathered.survey, app.today());
    let mut lines = vec![app.words.get(id!("survey-ask")).into_owned()];
    lines.extend(words::survey::preview(&app.words, gathered, &stem, replaced));
    let edit = gather::written(&app.folder, stem, gathered.survey.clone());
    Dialog::ask(lines, Consent::Survey(edit))
}

/// Takes the survey in, and opens it.
pub fn taken(app: &mut App, edit: Edit) -> Vec<Effect> {
    let file = edit.file.clone();
    let effects = app.edit(vec![edit], Weight::Ordinary);
    if let FileId::Survey(stem) = &file
        && app.folder.surveys.contains_key(stem)
    {
        app.open_sheet(Subject::Survey(stem.clone()));
        app.tell(app.words.say(id!("survey-done"), &[("file", file.file().into())]));
    }
    effects
}
