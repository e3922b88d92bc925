//! Import of the answers of a form: the file, what it does not say, a preview, then the survey.

use crate::{
    domain::{
        model::{
            document::FileId,
            survey::{Answering, Audience},
        },
        survey::gather::{self, GatheredSurvey, ImportOptions},
        table::{Spreadsheet, slug},
        value::when::Day,
    },
    tui::{
        app::App,
        components::picker::Choice,
        effect::{Effect, SaveKind},
        screens::staff_import,
        state::{
            Subject,
            dialog::{Chosen, Destination, Dialog, PreviewAct, PreviewDialog, PreviewLine},
            survey_import::{SurveyAct, SurveyAnswer, SurveyImport, SurveyStep},
        },
        theme::Role,
    },
    words::{self, families, id},
};

/// Asks for the file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    staff_import::ask(app, id!("survey-which"), Destination::SurveyFile)
}

/// Continues with the table read.
pub fn read(app: &mut App, name: String, sheet: Spreadsheet) -> Vec<Effect> {
    let said = ImportOptions::default();
    app.views.survey_import = Some(SurveyImport { name, sheet, said, step: SurveyStep::Whom, gathered: None, at: 0 });
    go_on(app)
}

/// Records what was chosen in a menu, and continues.
pub fn chosen(app: &mut App, answer: SurveyAnswer) -> Vec<Effect> {
    match answer {
        SurveyAnswer::Audience(audience) => say(app, SurveyStep::When, |said| said.audience = Some(audience)),
        SurveyAnswer::Groups(by) => say(app, SurveyStep::Shown, |said| said.by = by),
        SurveyAnswer::Kind(head, kind) => say(app, SurveyStep::Shown, |said| said.kinds.extend([(head, kind)])),
    }
}

/// Handles a typed answer, and continues. An invalid one is asked again.
pub fn answered(app: &mut App, step: SurveyStep, text: &str) -> Vec<Effect> {
    match step {
        SurveyStep::When => {
            let day = gather::day(text, app.year(), Day(app.today()));
            // An invalid or future date is asked again.
            if day.is_none() && !text.is_empty() {
                return ask(app, SurveyStep::When);
            }
            say(app, SurveyStep::Asked, |said| said.date = day.or(said.date))
        }
        SurveyStep::Asked => {
            let gathered = app.views.survey_import.as_ref().and_then(|taking| taking.gathered.as_ref());
            let answered = gathered.map_or(0, |gathered| gathered.survey.respondents);
            let invited: Option<u32> = text.parse().ok();
            // Fewer people invited than answered is a typing mistake.
            if !text.is_empty() && invited.is_none_or(|invited| invited < answered) {
                let effects = ask(app, SurveyStep::Asked);
                return refused(app, answered, effects);
            }
            say(app, SurveyStep::By, |said| said.invited = invited)
        }
        SurveyStep::Whom | SurveyStep::By | SurveyStep::Shown => Vec::new(),
    }
}

/// Records an answer about the survey, and continues from this step, or with the preview if it has been shown.
fn say(app: &mut App, next: SurveyStep, note: impl FnOnce(&mut ImportOptions)) -> Vec<Effect> {
    if let Some(taking) = &mut app.views.survey_import {
        note(&mut taking.said);
        taking.step = taking.step.max(next);
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
            app.views.survey_import = None;
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
    taking.gathered = Some(Box::new(gathered));
    let step = taking.step;
    ask(app, step)
}

/// Asks a question about the survey, or shows the preview.
fn ask(app: &mut App, step: SurveyStep) -> Vec<Effect> {
    let Some(SurveyImport { gathered: Some(gathered), said, .. }) = &app.views.survey_import else { return Vec::new() };
    let words = &app.words;
    let dialog = match step {
        SurveyStep::Whom => {
            let choice = |audience: &Audience| {
                let answer = SurveyAnswer::Audience(*audience);
                Choice::new(Chosen::Survey(answer), words.get(families::audience(*audience)))
            };
            Dialog::menu(words.get(id!("survey-whom")), Audience::ALL.iter().map(choice).collect(), None)
        }
        SurveyStep::When => {
            Dialog::replaced(words, id!("survey-when"), &app.today().to_string(), Destination::Survey(step))
        }
        SurveyStep::Asked => {
            let invited = said.invited.map_or_else(String::new, |invited| invited.to_string());
            Dialog::replaced(words, id!("survey-asked"), &invited, Destination::Survey(step))
        }
        SurveyStep::By => {
            let group = |by: &Option<String>| {
                let label = by.clone().unwrap_or_else(|| words.get(id!("survey-cross-none")).into_owned());
                Choice::new(Chosen::Survey(SurveyAnswer::Groups(by.clone())), label)
            };
            let all = std::iter::once(None).chain(gathered.groupings.iter().cloned().map(Some));
            Dialog::menu(words.get(id!("survey-cross-by")), all.map(|by| group(&by)).collect(), None)
        }
        SurveyStep::Shown => preview(app, gathered),
    };
    app.open(dialog)
}

/// The preview: what would be written, how each question was understood, and what is not counted.
fn preview(app: &App, gathered: &GatheredSurvey) -> Dialog {
    let words = &app.words;
    let survey = &gathered.survey;
    let (stem, replaced) = gather::place(&app.folder, survey, app.today());
    let line =
        |act: Option<SurveyAct>, text: String, role| PreviewLine { act: act.map(PreviewAct::Survey), text, role };
    let mut summary = words::survey_import::summary(words, gathered, &stem, replaced).into_iter();
    let take = words.say(id!("survey-take"), &[("what", summary.next().unwrap_or_default().into())]);
    let mut lines = vec![line(Some(SurveyAct::Take), take, Role::Accent)];
    lines.extend(summary.map(|said| line(None, said, Role::Text)));
    lines.extend(
        words::survey_import::doubts(words, gathered)
            .into_iter()
            .map(|said| line(Some(SurveyAct::Doubtful), said, Role::Alert)),
    );
    for (at, question) in survey.questions.iter().enumerate() {
        lines.push(line(
            Some(SurveyAct::Kind(at)),
            words::survey_import::understood(words, question, app.level()),
            Role::Text,
        ));
    }
    let steps = [SurveyStep::Whom, SurveyStep::When, SurveyStep::Asked, SurveyStep::By];
    let asides = steps.into_iter().zip(words::survey_import::asides(words, gathered));
    lines.extend(asides.map(|(step, said)| line(Some(SurveyAct::Ask(step)), said, Role::Dim)));
    let at = app.views.survey_import.as_ref().map_or(0, |taking| taking.at).min(lines.len().saturating_sub(1));
    let title = words.get(id!("survey-preview")).into_owned();
    Dialog::Preview(PreviewDialog { title, keys: id!("keys-survey-import"), lines, at })
}

/// Does what a line of the preview is for.
pub fn act(app: &mut App, act: SurveyAct) -> Vec<Effect> {
    let Some(taking) = &mut app.views.survey_import else { return Vec::new() };
    if let Some(Dialog::Preview(preview)) = &app.dialog {
        taking.at = preview.at;
    }
    match act {
        SurveyAct::Take => take(app),
        SurveyAct::Doubtful => say(app, SurveyStep::Shown, |said| said.with_doubtful = !said.with_doubtful),
        SurveyAct::Ask(step) => ask(app, step),
        SurveyAct::Kind(at) => {
            let question = taking.gathered.as_ref().and_then(|gathered| gathered.survey.questions.get(at));
            let Some(question) = question else { return Vec::new() };
            let words = &app.words;
            let head = slug(&question.text);
            let choice = |kind: &Answering| {
                let answer = SurveyAnswer::Kind(head.clone(), *kind);
                Choice::new(Chosen::Survey(answer), words.get(families::answering(*kind)))
            };
            // The kind as it stands is not proposed again.
            let kinds = Answering::ALL.iter().filter(|kind| **kind != question.answering);
            let title = words.say(id!("survey-kind"), &[("question", question.text.as_str().into())]);
            let menu = Dialog::menu(title, kinds.map(choice).collect(), None);
            app.open(menu)
        }
    }
}

/// Shows the preview again, as it was; without one, the import is given up.
pub fn resume(app: &mut App) -> Vec<Effect> {
    let is_shown = app.views.survey_import.as_ref().is_some_and(|taking| taking.step == SurveyStep::Shown);
    if is_shown {
        return ask(app, SurveyStep::Shown);
    }
    app.views.survey_import = None;
    Vec::new()
}

/// Writes the survey, and opens it.
fn take(app: &mut App) -> Vec<Effect> {
    app.dialog = None;
    let Some(SurveyImport { gathered: Some(gathered), .. }) = app.views.survey_import.take() else { return Vec::new() };
    let stem = gather::place(&app.folder, &gathered.survey, app.today()).0;
    let edit = gather::written(&app.folder, stem, gathered.survey);
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
