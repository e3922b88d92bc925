//! Import of the answers of a form: the file, what it does not say, a preview, then the survey.

use crate::{
    domain::{
        model::{
            document::FileId,
            survey::{Answering, Audience, Question},
        },
        survey::gather::{self, GatheredSurvey, ImportOptions},
        table::{Spreadsheet, slug},
        value::when::Day,
    },
    tui::{
        app::App,
        components::{input::Input, picker::Choice},
        effect::{Effect, SaveKind},
        screens::staff_import,
        state::{
            Subject,
            dialog::{Chosen, Destination, Dialog, PreviewAct, PreviewDialog, PreviewLine},
            survey_import::{SurveyAct, SurveyAnswer, SurveyImport, SurveyStep},
        },
        theme::Role,
    },
    words::{self, Words, families, id},
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
        SurveyAnswer::Own(head) => say(app, SurveyStep::Shown, |said| said.codes.extend([(head, String::new())])),
    }
}

/// Handles a typed answer, and continues. An invalid one is asked again.
pub fn answered(app: &mut App, step: SurveyStep, text: &str) -> Vec<Effect> {
    match step {
        SurveyStep::When => {
            let day = gather::day(text, app.year(), Day(app.today()));
            // An invalid or future date is asked again.
            if day.is_none() && !text.is_empty() {
                let why = app.words.get(id!("survey-when-refused")).into_owned();
                return ask_again(app, SurveyStep::When, text, why);
            }
            say(app, SurveyStep::Asked, |said| said.date = day.or(said.date))
        }
        SurveyStep::Asked => {
            let gathered = app.views.survey_import.as_ref().and_then(|taking| taking.gathered.as_ref());
            let answered = gathered.map_or(0, |gathered| gathered.survey.respondents);
            let invited: Option<u32> = text.parse().ok();
            // Fewer people invited than answered is a typing mistake.
            if !text.is_empty() && invited.is_none_or(|invited| invited < answered) {
                let why = app.words.say(id!("survey-asked-few"), &[("n", answered.into())]);
                return ask_again(app, SurveyStep::Asked, text, why);
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

/// Asks again for what was typed and refused, with the reason.
fn ask_again(app: &mut App, step: SurveyStep, text: &str, why: String) -> Vec<Effect> {
    let effects = ask(app, step);
    if let Some(Dialog::Text(dialog)) = &mut app.dialog {
        dialog.input = Input::replaced(text);
        dialog.refusal = Some(why);
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
            let current = gathered.survey.audience.map(|audience| Chosen::Survey(SurveyAnswer::Audience(audience)));
            Dialog::menu(words.get(id!("survey-whom")), Audience::ALL.iter().map(choice).collect(), current.as_ref())
        }
        SurveyStep::When => {
            let day = gathered.survey.date.map_or_else(|| app.today().to_string(), |day| day.to_string());
            Dialog::replaced(words, id!("survey-when"), &day, Destination::Survey(step))
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
            let current = Chosen::Survey(SurveyAnswer::Groups(said.by.clone()));
            Dialog::menu(words.get(id!("survey-cross-by")), all.map(|by| group(&by)).collect(), Some(&current))
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
    let doubts = gathered.doubtful.iter().zip(words::survey_import::doubts(words, gathered));
    lines.extend(doubts.map(|((row, _), said)| line(Some(SurveyAct::Doubtful(row.line)), said, Role::Alert)));
    for question in &survey.questions {
        let said = words::survey_import::understood(words, question, app.level());
        lines.push(line(Some(SurveyAct::Kind(question.text.clone())), said, Role::Text));
    }
    for head in &gathered.dropped {
        let said = words.say(id!("survey-dropped-one"), &[("head", head.as_str().into())]);
        lines.push(line(Some(SurveyAct::Kind(head.clone())), said, Role::Dim));
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
        SurveyAct::Doubtful(row) => say(app, SurveyStep::Shown, |said| {
            if !said.toggled.remove(&row) {
                said.toggled.insert(row);
            }
        }),
        SurveyAct::Ask(step) => ask(app, step),
        SurveyAct::Kind(text) => {
            let gathered = taking.gathered.as_ref();
            let question = gathered.and_then(|gathered| gathered.survey.questions.iter().find(|q| q.text == text));
            let menu = kinds(&app.words, &text, question);
            app.open(menu)
        }
    }
}

/// The menu of what a column may be: the kinds of question, with the cursor on the present one.
fn kinds(words: &Words, text: &str, question: Option<&Question>) -> Dialog {
    let head = slug(text);
    let kind = |kind: &Answering| {
        let answer = SurveyAnswer::Kind(head.clone(), Some(*kind));
        Choice::new(Chosen::Survey(answer), words.get(families::answering(*kind)))
    };
    let mut choices: Vec<Choice<Chosen>> = Answering::ALL.iter().map(kind).collect();
    if question.is_some_and(|question| question.code.is_some()) {
        choices.push(Choice::new(Chosen::Survey(SurveyAnswer::Own(head.clone())), words.get(id!("survey-kind-own"))));
    }
    if question.is_some() {
        let out = SurveyAnswer::Kind(head.clone(), None);
        choices.push(Choice::new(Chosen::Survey(out), words.get(id!("survey-kind-out"))));
    }
    let current = Chosen::Survey(SurveyAnswer::Kind(head, question.map(|question| question.answering)));
    Dialog::menu(words.say(id!("survey-kind"), &[("question", text.into())]), choices, Some(&current))
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
