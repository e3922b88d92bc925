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
            dialog::{Consent, Overlay, Target},
            survey_import::{Step, Taking},
        },
    },
    words::{self, families, id},
};

/// Asks which file.
pub fn begin(app: &mut App) -> Vec<Effect> {
    staff_import::ask(app, id!("survey-which"), Target::SurveyFile)
}

/// Takes a file that somebody named, or what somebody answered of a survey.
pub fn answer(app: &mut App, target: &Target, text: &str) -> Vec<Effect> {
    match target {
        Target::Survey(taking) => answered(app, (**taking).clone(), text),
        _ if text.is_empty() => Vec::new(),
        _ => vec![Effect::ReadAnswers(staff_import::path(text))],
    }
}

/// Goes on with a table that was read.
pub fn read(app: &mut App, name: String, sheet: Sheet) -> Vec<Effect> {
    go_on(app, Taking { name, sheet, said: Said::default(), step: Step::Whom, respondents: 0 })
}

/// Takes what somebody answered, and goes on.
fn answered(app: &mut App, mut taking: Taking, text: &str) -> Vec<Effect> {
    let said = &mut taking.said;
    match taking.step {
        Step::Whom => said.audience = Audience::from_word(text),
        Step::When => {
            let day = gather::day(text, app.year(), Day(app.today()));
            // What is no day, or has not come yet, is asked again.
            if day.is_none() && !text.is_empty() {
                return go_on(app, taking);
            }
            said.date = day;
        }
        Step::Asked => {
            said.invited = text.parse().ok();
            let answered = taking.respondents;
            // Fewer people asked than answered is a slip of the fingers.
            if !text.is_empty() && said.invited.is_none_or(|invited| invited < answered) {
                let effects = go_on(app, taking);
                return refused(app, answered, effects);
            }
        }
        Step::By => said.by = Some(text.to_owned()).filter(|by| !by.is_empty()),
        Step::Shown => {}
    }
    taking.step = match taking.step {
        Step::Whom => Step::When,
        Step::When => Step::Asked,
        Step::Asked => Step::By,
        Step::By | Step::Shown => Step::Shown,
    };
    go_on(app, taking)
}

/// Says why a number was not taken.
fn refused(app: &mut App, answered: u32, effects: Vec<Effect>) -> Vec<Effect> {
    let said = app.words.say(id!("survey-asked-few"), &[("n", answered.into())]);
    if let Some(Overlay::Edit { refusal, .. }) = &mut app.overlay {
        *refusal = Some(said);
    }
    effects
}

/// Asks what the file does not say, or shows what would be kept.
fn go_on(app: &mut App, mut taking: Taking) -> Vec<Effect> {
    let context = (&app.folder, &app.setting.catalogues);
    let gathered = gather::gather(context, &taking.name, &taking.sheet, &taking.said, Day(app.today()));
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
    let target = Target::Survey(Box::new(taking));
    let words = &app.words;
    let overlay = match step {
        Step::Whom => {
            let choice =
                |audience: &Audience| Choice::labelled(audience.word(), words.get(families::audience(*audience)));
            Overlay::pick(words, id!("survey-whom"), Audience::ALL.iter().map(choice).collect(), "", target)
        }
        Step::When => Overlay::replaced(words, id!("survey-when"), &app.today().to_string(), target),
        Step::Asked => Overlay::line(words, id!("survey-asked"), "", target),
        Step::By => {
            let none = Choice::labelled("", words.get(id!("survey-cross-none")));
            let choices = std::iter::once(none).chain(gathered.groupings.iter().map(Choice::plain)).collect();
            Overlay::pick(words, id!("survey-cross-by"), choices, "", target)
        }
        Step::Shown => preview(app, &gathered),
    };
    app.open(overlay)
}

fn preview(app: &App, gathered: &Gathered) -> Overlay {
    let (stem, replaced) = gather::place(&app.folder, &gathered.survey, app.today());
    let mut lines = vec![app.words.get(id!("survey-ask")).into_owned()];
    lines.extend(words::survey::preview(&app.words, gathered, (&stem, replaced)));
    let edit = gather::written(&app.folder, stem, gathered.survey.clone());
    Overlay::ask(lines, Consent::Survey(edit))
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
