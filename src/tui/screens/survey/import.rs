//! Import of the answers of a form: the file, what it does not say, a preview, then the survey.

use crate::{
    domain::{
        edit::Edit,
        model::{document::FileId, survey::Audience},
        survey::gather::{self, GatheredSurvey, ImportOptions},
        table::Spreadsheet,
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::{Effect, SaveKind},
        screens::staff_import,
        state::{
            Subject,
            consent::Consent,
            dialog::{Chosen, Destination, Dialog},
            survey_import::{SurveyImport, SurveyStep},
        },
    },
    words::{self, families, id},
};

/// Asks for the file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    staff_import::ask(app, id!("survey-which"), Destination::SurveyFile)
}

/// Continues with the table read.
pub fn read(app: &mut App, name: String, sheet: Spreadsheet) -> Vec<Effect> {
    app.views.survey_import =
        Some(SurveyImport { name, sheet, said: ImportOptions::default(), step: SurveyStep::Whom, respondents: 0 });
    go_on(app)
}

/// Records the audience, and continues.
pub fn of_audience(app: &mut App, audience: Audience) -> Vec<Effect> {
    say(app, SurveyStep::When, |said| said.audience = Some(audience))
}

/// Records the question that defines the groups, and continues.
pub fn by_groups(app: &mut App, by: Option<String>) -> Vec<Effect> {
    say(app, SurveyStep::Shown, |said| said.by = by)
}

/// Handles a typed answer, and continues. An invalid one is asked again.
pub fn answered(app: &mut App, step: SurveyStep, text: &str) -> Vec<Effect> {
    match step {
        SurveyStep::When => {
            let day = gather::day(text, app.year(), Day(app.today()));
            // An invalid or future date is asked again.
            let next = if day.is_none() && !text.is_empty() { SurveyStep::When } else { SurveyStep::Asked };
            say(app, next, |said| said.date = day.or(said.date))
        }
        SurveyStep::Asked => {
            let answered = app.views.survey_import.as_ref().map_or(0, |taking| taking.respondents);
            let invited: Option<u32> = text.parse().ok();
            // Fewer people invited than answered is a typing mistake.
            if !text.is_empty() && invited.is_none_or(|invited| invited < answered) {
                let effects = go_on(app);
                return refused(app, answered, effects);
            }
            say(app, SurveyStep::By, |said| said.invited = invited)
        }
        SurveyStep::Whom | SurveyStep::By | SurveyStep::Shown => Vec::new(),
    }
}

/// Records an answer about the survey, and continues from this step.
fn say(app: &mut App, next: SurveyStep, note: impl FnOnce(&mut ImportOptions)) -> Vec<Effect> {
    if let Some(taking) = &mut app.views.survey_import {
        note(&mut taking.said);
        taking.step = next;
    }
    go_on(app)
}

/// Shows why a number was refused.
fn refused(app: &mut App, answered: u32, effects: Vec<Effect>) -> Vec<Effect> {
    let said = app.words.say(id!("survey-asked-few"), &[("n", answered.into())]);
    if let Some(Dialog::Text(dialog)) = &mut app.dialog {
        dialog.refusal = Some(said);
    }
    effects
}

/// Asks what the file does not say, or shows a preview.
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
    let next = [SurveyStep::Whom, SurveyStep::When, SurveyStep::Asked, SurveyStep::By].into_iter().find(|step| {
        *step >= taking.step
            && match step {
                SurveyStep::Whom => gathered.survey.audience == Some(Audience::Others),
                SurveyStep::When => !gathered.is_dated,
                SurveyStep::By => !gathered.groupings.is_empty(),
                SurveyStep::Asked | SurveyStep::Shown => true,
            }
    });
    taking.step = next.unwrap_or(SurveyStep::Shown);
    taking.respondents = gathered.survey.respondents;
    let step = taking.step;
    let words = &app.words;
    let dialog = match step {
        SurveyStep::Whom => {
            let choice = |audience: &Audience| {
                Choice::new(Chosen::SurveyAudience(*audience), words.get(families::audience(*audience)))
            };
            Dialog::menu(words.get(id!("survey-whom")), Audience::ALL.iter().map(choice).collect(), None)
        }
        SurveyStep::When => {
            Dialog::replaced(words, id!("survey-when"), &app.today().to_string(), Destination::Survey(step))
        }
        SurveyStep::Asked => Dialog::line(words, id!("survey-asked"), "", Destination::Survey(step)),
        SurveyStep::By => {
            let none = Choice::new(Chosen::SurveyGroups(None), words.get(id!("survey-cross-none")));
            let group = |by: &String| Choice::new(Chosen::SurveyGroups(Some(by.clone())), by.clone());
            let choices = std::iter::once(none).chain(gathered.groupings.iter().map(group)).collect();
            Dialog::menu(words.get(id!("survey-cross-by")), choices, None)
        }
        SurveyStep::Shown => {
            let dialog = preview(app, &gathered);
            app.views.survey_import = None;
            dialog
        }
    };
    app.open(dialog)
}

fn preview(app: &App, gathered: &GatheredSurvey) -> Dialog {
    let (stem, replaced) = gather::place(&app.folder, &gathered.survey, app.today());
    let mut lines = vec![app.words.get(id!("survey-ask")).into_owned()];
    lines.extend(words::survey::preview(&app.words, gathered, &stem, replaced));
    let edit = gather::written(&app.folder, stem, gathered.survey.clone());
    Dialog::ask(lines, Consent::Survey(edit))
}

/// Imports the survey, and opens it.
pub fn taken(app: &mut App, edit: Edit) -> Vec<Effect> {
    let file = edit.file.clone();
    let effects = app.edit(vec![edit], SaveKind::Ordinary);
    if let FileId::Survey(stem) = &file
        && app.folder.surveys.contains_key(stem)
    {
        app.open_sheet(Subject::Survey(stem.clone()));
        app.tell(app.words.say(id!("survey-done"), &[("file", file.file().into())]));
    }
    effects
}
