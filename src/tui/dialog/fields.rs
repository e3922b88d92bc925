//! The fields of each kind of record, in the order people think of them.

use std::borrow::Cow;

use super::{
    form::RecordForm,
    pair_fields::pair,
    plan_fields::{indicator, issue, row},
};
use crate::{
    domain::{
        board::column::{self, Column},
        model::{
            agenda::Point,
            board::{Board, EarlierMentor, Newcomer},
            document::FileId,
            field_kind::Kind,
            goal_scale::Attained,
            impact::{Decision, GoalReached, ImpactCheck, Measure},
            plan::{GuidingQuestion, Issue, NetworkShare, Plan, PrivacyOfficer, Retention, WallShown},
            progress::Progress,
            school::{AgendaQuestion, Committee, Fund, Member, Order, ReleaseBank, Resources, School},
            survey::{Audience, Question, Survey},
            welcome::{Moment, WelcomeStep, WelcomeTask},
        },
        privacy::audience::Level,
        survey::questionnaire,
    },
    tui::{
        app::App,
        state::{LengthsShown, Subject, field::Field},
    },
    words::{self, Id, id},
};

/// Moves the cursor of the open sheet to its first field at such a path, if there is one.
pub fn select(app: &mut App, is_there: impl Fn(&[String]) -> bool) {
    let Some(sheet) = &app.views.sheet else { return };
    let place = fields(app, &sheet.subject).iter().position(|field| is_there(&field.path));
    if let (Some(place), Some(sheet)) = (place, &mut app.views.sheet) {
        sheet.at = place;
    }
}

/// The fields of a subject.
pub fn fields(app: &App, subject: &Subject) -> Vec<Field> {
    let (file, base) = subject.place();
    let mut form = RecordForm::new(app, file, base);
    match subject {
        Subject::Person(id) => person(&mut form, id),
        Subject::Row(id) => row(&mut form, id),
        Subject::Issue(id) => issue(&mut form, id),
        Subject::Indicator(_) => indicator(&mut form),
        Subject::Check(stem) => check(&mut form, stem),
        Subject::Survey(stem) => survey(&mut form, stem),
        Subject::School => school(&mut form),
        Subject::Reference(_) => {}
    }
    form.fields
}

/// The newcomer field shown by a column; `None` for a computed column.
pub fn cell(app: &App, id: &str, column: &Column) -> Option<Field> {
    let base = vec![Board::PEOPLE, id];
    let mut form = RecordForm::new(app, FileId::Board, base);
    form.column(column);
    form.fields.pop()
}

/// The fields of a newcomer, by heading.
const PERSON: [(Id, &[&str]); 4] = [
    (
        id!("heading-state"),
        &[Newcomer::WELLBEING, Newcomer::TIER, Newcomer::NEEDS, Newcomer::GOAL, column::SIGN_WHAT, column::SIGN_WHEN],
    ),
    (id!("heading-next"), &[column::NEXT_WHAT, column::NEXT_WHO, column::NEXT_WHEN]),
    (
        id!("heading-support"),
        &[
            Newcomer::CONTACT,
            Newcomer::MENTOR,
            Newcomer::MENTOR_SINCE,
            Newcomer::MODALITIES,
            column::DAYS_GRANTED,
            column::DAYS_TAKEN,
        ],
    ),
    (
        id!("heading-who"),
        &[
            Newcomer::NAME,
            Newcomer::ALIAS,
            Newcomer::JOB,
            Newcomer::BUILDING,
            Newcomer::ARRIVAL,
            Newcomer::INDUCTION_YEAR,
            Newcomer::SITUATION,
            Newcomer::KEEP_UNTIL,
            column::DEPARTED_ON,
            column::DEPARTURE_REASON,
        ],
    ),
];

fn person(form: &mut RecordForm<'_>, id: &str) {
    let app = form.app;
    let person = app.folder.board.person(id);
    for (heading, fields) in PERSON {
        // Who somebody is changes less often than what is done to welcome them.
        if let Some(person) = person.filter(|_| heading == id!("heading-who")) {
            welcome(form, person);
        }
        form.heading(app.words.get(heading));
        fields.iter().for_each(|field| form.column(&Column::Field(field)));
    }
    if !app.folder.board.own.is_empty() {
        form.heading(app.words.get(id!("heading-own")));
        let own = Column::all(&app.folder.board).into_iter().filter(|column| matches!(column, Column::Own(_)));
        own.for_each(|column| form.column(&column));
    }
    let Some(person) = person else { return };
    if !person.earlier_mentors.is_empty() {
        form.heading(app.words.get(id!("heading-earlier-mentors")));
    }
    for at in (0..person.earlier_mentors.len()).map(|at| at.to_string()) {
        form.add(&[Newcomer::EARLIER_MENTORS, &at, EarlierMentor::NAME], Kind::Line);
        form.add(&[Newcomer::EARLIER_MENTORS, &at, EarlierMentor::FROM], Kind::Day);
        form.add(&[Newcomer::EARLIER_MENTORS, &at, EarlierMentor::UNTIL], Kind::Day);
    }
    pair(form, person);
    for (position, trace) in person.newest_traces() {
        let position = position.to_string();
        let day = trace.date.map_or_else(String::new, |day| crate::words::date::long(&app.words, day.0));
        // Who wrote a trace that is hidden may be the mentor, whom a wall does not name.
        let is_shown = app.shows_field(Level::Committee, &person.id, Newcomer::TRACES);
        let by = if is_shown { trace.by.as_str() } else { "" };
        let heading = words::joined(&[&app.words.say(id!("heading-trace"), &[("day", day.into())]), by]);
        // Whoever reads what a mentor wrote is reminded of what was promised.
        let confidential = is_shown && trace.is_of_a_mentor(person, &app.folder.plan.committee);
        let reminder = app.words.get(id!("trace-confidential"));
        form.heading(if confidential { format!("{heading}\n{reminder}") } else { heading });
        for (key, _) in trace.parts() {
            form.add(&[Newcomer::TRACES, &position, key], Kind::Text);
        }
    }
}

/// The label of a field of a welcome, whether it is planned or somebody's.
fn of_welcome<'a>(app: &'a App, key: &'a str) -> Cow<'a, str> {
    app.words.field(&[Plan::WELCOME, key]).unwrap_or(key.into())
}

/// Adds the steps of a welcome, under how many are settled and how many are late.
fn welcome(form: &mut RecordForm<'_>, person: &Newcomer) {
    let app = form.app;
    if person.welcome.is_empty() || !app.shows_private(&person.id) {
        return;
    }
    form.heading(words::board::welcome(&app.words, person, app.year(), app.today()));
    let names = || Kind::Name(app.folder.plan.committee.names().map(ToOwned::to_owned).collect());
    for task in &person.welcome {
        form.labelled(&task.what, &[Newcomer::WELCOME, &task.id, WelcomeTask::STATE], Kind::words(Progress::WORDS));
        if task.is_open() {
            for (key, kind) in [(WelcomeTask::WHO, names()), (WelcomeTask::WHEN, Kind::When)] {
                form.labelled(of_welcome(app, key), &[Newcomer::WELCOME, &task.id, key], kind);
            }
        }
    }
}

/// The field under which the length of each agenda point is folded.
pub const LENGTHS: [&str; 2] = [Plan::COMMITTEE, Committee::MINUTES];

fn school(form: &mut RecordForm<'_>) {
    let app = form.app;
    form.heading(app.words.get(id!("heading-committee")));
    for position in (0..app.folder.plan.committee.members.len()).map(|p| p.to_string()) {
        for key in [Member::NAME, Member::ROLE, Member::BUILDING, Member::RELEASE, Member::MANDATE] {
            form.add(&[Plan::COMMITTEE, Committee::MEMBERS, &position, key], Kind::Line);
        }
        if app.folder.plan.network == Some(NetworkShare::Own) {
            form.add(&[Plan::COMMITTEE, Committee::MEMBERS, &position, Member::SCHOOLS], Kind::Lines);
        }
        form.add(&[Plan::COMMITTEE, Committee::MEMBERS, &position, Member::EVALUATING], Kind::YesNo);
    }
    form.add(&[Plan::COMMITTEE, Committee::NAME], Kind::Line);
    form.add(&[Plan::COMMITTEE, Committee::MANDATE], Kind::Text);
    form.add(&[Plan::COMMITTEE, Committee::SLOT], Kind::Line);
    form.add(&[Plan::COMMITTEE, Committee::RHYTHM], Kind::Line);
    for position in (0..app.folder.plan.committee.agenda.len()).map(|p| p.to_string()) {
        form.add(&[Plan::COMMITTEE, Committee::AGENDA, &position, AgendaQuestion::QUESTION], Kind::Line);
    }
    form.heading(app.words.get(id!("document-plan-school")));
    form.add(&[Plan::SCHOOL, School::NAME], Kind::Line);
    form.add(&[Plan::SCHOOL, School::ORDER], Kind::words(Order::WORDS));
    form.add(&[Plan::SCHOOL, School::YEAR], Kind::Line);
    form.add(&[Plan::SCHOOL, School::BUILDINGS], Kind::Lines);
    form.add(&[Plan::SCHOOL, School::STAFF], Kind::Count);
    form.heading(app.words.get(id!("heading-privacy")));
    form.add(&[Plan::PRIVACY_OFFICER, PrivacyOfficer::NAME], Kind::Line);
    form.add(&[Plan::PRIVACY_OFFICER, PrivacyOfficer::EMAIL], Kind::Line);
    form.add(&[Plan::RETENTION, Retention::AFTER_DEPARTURE], Kind::Line);
    form.add(&[Plan::RETENTION, Retention::AFTER_ARRIVAL], Kind::Line);
    form.heading(app.words.get(id!("heading-wall")));
    form.add(&[Plan::WALL, WallShown::JOB], Kind::YesNo);
    form.add(&[Plan::WALL, WallShown::BUILDING], Kind::YesNo);
    resources(form);
    form.heading(app.words.get(id!("review-recommendations")));
    form.add(&[Plan::RECOMMENDATIONS], Kind::Lines);
    // Few ever change how long each point lasts: they are one line until it is opened.
    form.heading(app.words.get(id!("heading-lengths")));
    form.add(&[Plan::COMMITTEE, Committee::LENGTH], Kind::Count);
    form.add(&LENGTHS, Kind::Line);
    if app.views.lengths == LengthsShown::Each {
        for point in Point::ALL {
            form.add(&[Plan::COMMITTEE, Committee::MINUTES, point.word()], Kind::Count);
        }
    }
    welcome_steps(form);
    questions(form);
}

/// Adds the steps of the welcome of whoever arrives, if the school writes its own; else a line that leads to the usual ones.
fn welcome_steps(form: &mut RecordForm<'_>) {
    let app = form.app;
    form.heading(app.words.get(id!("heading-welcome-steps")));
    if app.folder.plan.welcome.is_empty() {
        form.add(&[Plan::WELCOME], Kind::Line);
    }
    let roles = app.words.get(id!("welcome-roles"));
    let names = roles.split("; ").chain(app.folder.plan.committee.names()).map(ToOwned::to_owned);
    let names: Vec<String> = names.collect();
    for step in &app.folder.plan.welcome {
        let kinds = [
            (WelcomeStep::WHAT, Kind::Line),
            (WelcomeStep::MOMENT, Kind::words(Moment::WORDS)),
            (WelcomeStep::WHO, Kind::Name(names.clone())),
            (WelcomeStep::JOBS, Kind::Words),
        ];
        for (key, kind) in kinds {
            form.labelled(of_welcome(app, key), &[Plan::WELCOME, &step.id, key], kind);
        }
    }
}

fn resources(form: &mut RecordForm<'_>) {
    let app = form.app;
    form.heading(app.words.get(id!("heading-resources")));
    form.add(&[Plan::RESOURCES, Resources::RELEASE, ReleaseBank::PER_ARRIVAL], Kind::Amount);
    form.add(&[Plan::RESOURCES, Resources::RELEASE, ReleaseBank::BANK], Kind::Amount);
    for position in (0..app.folder.plan.resources.funds.len()).map(|p| p.to_string()) {
        for key in [Fund::SOURCE, Fund::GRANTED, Fund::COMMITTED, Fund::USED] {
            let kind = if key == Fund::SOURCE { Kind::Line } else { Kind::Amount };
            form.add(&[Plan::RESOURCES, Resources::FUNDS, &position, key], kind);
        }
    }
}

/// Adds the guiding questions by stage, each stage with its number of answers.
fn questions(form: &mut RecordForm<'_>) {
    let app = form.app;
    let questions = &app.folder.plan.questions;
    for (position, question) in questions.iter().enumerate() {
        if position == 0 || questions[position - 1].stage != question.stage {
            form.heading(words::plan::stage(&app.words, &app.folder.plan, &question.stage));
        }
        let said = [question.question.as_str(), &question.landmark];
        let label = said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ");
        form.labelled(label, &[Plan::QUESTIONS, &question.id, GuidingQuestion::ANSWER], Kind::Text);
    }
}

/// Adds the number of people invited, then the catalogue question matched by each question.
fn survey(form: &mut RecordForm<'_>, stem: &str) {
    let app = form.app;
    let Some(survey) = app.folder.surveys.get(stem) else { return };
    form.add(&[Survey::INVITED], Kind::Count);
    let known = questionnaire::questions(&app.setting.catalogues, survey.audience.unwrap_or(Audience::Others));
    let known: Vec<(String, String)> =
        known.iter().map(|entry| (entry.code.clone(), words::joined(&[&entry.code, &entry.text]))).collect();
    for question in &survey.questions {
        let label = app.words.get(id!("survey-compare-with"));
        form.labelled(label, &[Survey::QUESTIONS, &question.id, Question::CODE], Kind::Choice(known.clone()));
    }
}

fn check(form: &mut RecordForm<'_>, stem: &str) {
    let app = form.app;
    let Some(check) = app.folder.impacts.get(stem) else { return };
    // The objective and the initial data belong to the plan, but the sheet starts with them.
    form.heading(app.words.get(id!("heading-wanted")));
    let of_check = (std::mem::replace(&mut form.file, FileId::Plan), std::mem::take(&mut form.base));
    form.base = vec![Plan::ISSUES, &check.issue];
    form.add(&[Issue::GOAL], Kind::Text);
    form.add(&[Issue::INITIAL_DATA], Kind::Text);
    (form.file, form.base) = of_check;
    for (position, measure) in check.measures.iter().enumerate() {
        let position = position.to_string();
        let named = app.folder.plan.indicator(&measure.indicator);
        form.heading(named.map_or(measure.indicator.clone(), |indicator| indicator.title().to_owned()));
        form.add(&[ImpactCheck::MEASURES, &position, Measure::VALUE], Kind::Amount);
        form.add(&[ImpactCheck::MEASURES, &position, Measure::OUT_OF], Kind::Amount);
        form.add(&[ImpactCheck::MEASURES, &position, Measure::FINDING], Kind::Text);
    }
    let scales = app.folder.plan.issue(&check.issue).map_or(&[][..], |issue| &issue.scales);
    for (position, attained) in check.attained.iter().enumerate() {
        let Some(scale) = scales.iter().find(|scale| scale.id == attained.id) else { continue };
        if position == 0 {
            let score = words::indicator::score(&app.words, scales, check).unwrap_or_else(|| "—".to_owned());
            form.heading(app.words.say(id!("heading-attained"), &[("score", score.into())]));
        }
        let levels =
            (-2..=2).map(|level: i8| (level.to_string(), format!("{} {}", words::signed(level), scale.level(level))));
        let path = [ImpactCheck::ATTAINED, &position.to_string(), Attained::LEVEL];
        form.labelled(&scale.goal, &path, Kind::Choice(levels.collect()));
    }
    form.heading(app.words.get(id!("heading-conclusion")));
    form.add(&[ImpactCheck::TRACES_READ], Kind::Count);
    let surveys = app.folder.surveys.iter().rev();
    let surveys = surveys.map(|(stem, survey)| (stem.clone(), words::survey::title(&app.words, survey)));
    form.add(&[ImpactCheck::SURVEY], Kind::Choice(surveys.collect()));
    form.add(&[ImpactCheck::REACHED], Kind::words(GoalReached::WORDS));
    form.add(&[ImpactCheck::DECISION], Kind::words(Decision::WORDS));
    form.add(&[ImpactCheck::REDO], Kind::Steps);
    form.add(&[ImpactCheck::WHY], Kind::Text);
    form.add(&[ImpactCheck::NEXT], Kind::Day);
}
