//! The fields of each kind of record, in the order in which people think of them.

use std::borrow::Cow;

use crate::{
    domain::{
        board::column::Column,
        model::{
            agenda::Point,
            computed::Computed,
            cycle::Step,
            document::FileId,
            field_kind::Kind,
            impact::{Decision, GoalReached},
            plan::{Direction, MeasureKind, Strand},
            progress::Progress,
            school::Order,
            survey::Audience,
        },
        survey::questionnaire,
    },
    tui::{
        app::App,
        state::{Subject, field::Field},
    },
    words::{self, Id, families, id},
};

/// Builds the fields of one record.
struct RecordForm<'a> {
    app: &'a App,
    file: FileId,
    base: Vec<&'a str>,
    fields: Vec<Field>,
    heading: Option<String>,
}

impl<'a> RecordForm<'a> {
    /// Adds a field; its label is worded under `field-` and its last key, without accents.
    fn add(&mut self, path: &[&str], kind: Kind) {
        let keys: Vec<&str> = path.iter().copied().filter(|step| step.parse::<usize>().is_err()).collect();
        let label = self.app.words.field(&keys).map_or_else(|| keys.join(" "), Cow::into_owned);
        let path = self.base.iter().chain(path).map(|step| (*step).to_owned()).collect();
        let heading = self.heading.take();
        self.fields.push(Field { label, file: self.file.clone(), path, kind, heading });
    }

    /// Adds the field of a newcomer that a column shows.
    fn column(&mut self, column: &Column) {
        let Some(place) = column.place() else { return };
        self.add(&place, column.kind(&self.app.folder, &self.app.setting.catalogues));
        if let (["départ", "motif"], Some(Field { kind: Kind::Name(known), .. })) =
            (place.as_slice(), self.fields.last_mut())
        {
            let usual = self.app.words.get(id!("departure-reasons"));
            known.extend(
                usual
                    .split("; ")
                    .filter(|reason| !known.iter().any(|k| k == reason))
                    .map(Into::into)
                    .collect::<Vec<_>>(),
            );
        }
        if let (Column::Own(own), Some(field)) = (column, self.fields.last_mut()) {
            field.label = own.title().to_owned();
        }
    }

    fn heading(&mut self, text: impl Into<String>) {
        self.heading = Some(text.into());
    }
}

/// The fields of a subject.
pub fn fields(app: &App, subject: &Subject) -> Vec<Field> {
    let (file, base) = subject.place();
    let mut form = RecordForm { app, file, base, fields: Vec::new(), heading: None };
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

/// What newcomers need: the school's own words first, the most used ones before the others.
pub fn needs(app: &App) -> Kind {
    Column::Field("besoins").kind(&app.folder, &app.setting.catalogues)
}

/// The field of a newcomer that a column shows; `None` for a column that follows from the rest.
pub fn cell(app: &App, id: &str, column: &Column) -> Option<Field> {
    let base = vec!["personnes", id];
    let mut form = RecordForm { app, file: FileId::Board, base, fields: Vec::new(), heading: None };
    form.column(column);
    form.fields.pop()
}

/// The fields of a newcomer, heading by heading.
const PERSON: [(Id, &[&str]); 4] = [
    (id!("heading-state"), &["état", "palier", "besoins", "objectif"]),
    (id!("heading-next"), &["prochaine_action.quoi", "prochaine_action.qui", "prochaine_action.quand"]),
    (id!("heading-support"), &["répondant", "mentor", "modalités", "libération.accordés", "libération.pris"]),
    (
        id!("heading-who"),
        &[
            "nom",
            "alias",
            "fonction",
            "bâtiment",
            "arrivée",
            "année_insertion",
            "situation",
            "conserver_jusquau",
            "départ.date",
            "départ.motif",
        ],
    ),
];

fn person(form: &mut RecordForm<'_>, id: &str) {
    let app = form.app;
    for (heading, fields) in PERSON {
        form.heading(app.words.get(heading));
        fields.iter().for_each(|field| form.column(&Column::Field(field)));
    }
    if !app.folder.board.own.is_empty() {
        form.heading(app.words.get(id!("heading-own")));
        let own = Column::all(&app.folder.board).into_iter().filter(|column| matches!(column, Column::Own(_)));
        own.for_each(|column| form.column(&column));
    }
    let Some(person) = app.folder.board.person(id) else { return };
    for (position, trace) in person.newest_traces() {
        let position = position.to_string();
        let day = trace.date.map_or_else(String::new, |day| crate::words::date::long(&app.words, day.0));
        form.heading(app.words.say(id!("heading-trace"), &[("day", day.into()), ("by", trace.by.as_str().into())]));
        for (key, _) in trace.parts() {
            form.add(&["traces", &position, key], Kind::Text);
        }
    }
}

fn school(form: &mut RecordForm<'_>) {
    let app = form.app;
    form.add(&["école", "nom"], Kind::Line);
    form.add(&["école", "ordre"], Kind::words(Order::WORDS));
    form.add(&["école", "année_scolaire"], Kind::Line);
    form.add(&["école", "bâtiments"], Kind::Lines);
    form.add(&["école", "personnel"], Kind::Count);
    form.heading(app.words.get(id!("heading-committee")));
    form.add(&["comité", "nom"], Kind::Line);
    form.add(&["comité", "mandat"], Kind::Text);
    form.add(&["comité", "plage"], Kind::Line);
    form.add(&["comité", "rythme"], Kind::Line);
    form.add(&["comité", "ordre_du_jour"], Kind::Lines);
    form.add(&["comité", "durée"], Kind::Count);
    for point in Point::ALL {
        form.add(&["comité", "durées", point.word()], Kind::Count);
    }
    for position in (0..app.folder.plan.committee.members.len()).map(|p| p.to_string()) {
        form.add(&["comité", "membres", &position, "nom"], Kind::Line);
        form.add(&["comité", "membres", &position, "rôle"], Kind::Line);
    }
    form.heading(app.words.get(id!("heading-resources")));
    form.add(&["ressources", "libération", "par_arrivée"], Kind::Amount);
    form.add(&["ressources", "libération", "banque"], Kind::Amount);
    for position in (0..app.folder.plan.resources.funds.len()).map(|p| p.to_string()) {
        for key in ["source", "accordé", "engagé", "utilisé"] {
            let kind = if key == "source" { Kind::Line } else { Kind::Amount };
            form.add(&["ressources", "sommes", &position, key], kind);
        }
    }
    form.heading(app.words.get(id!("review-recommendations")));
    form.add(&["recommandations"], Kind::Lines);
    questions(form);
}

/// The guiding questions, stage by stage, each with how many have an answer.
fn questions(form: &mut RecordForm<'_>) {
    let app = form.app;
    let questions = &app.folder.plan.questions;
    for (position, question) in questions.iter().enumerate() {
        if position == 0 || questions[position - 1].stage != question.stage {
            let of_stage = || questions.iter().filter(|other| other.stage == question.stage);
            let done = of_stage().filter(|question| !question.answer.is_empty()).count();
            let values =
                [("stage", question.stage.as_str().into()), ("done", done.into()), ("all", of_stage().count().into())];
            form.heading(app.words.say(id!("heading-questions"), &values));
        }
        form.add(&["questions", &question.id, "réponse"], Kind::Text);
        if let Some(field) = form.fields.last_mut() {
            let said = [question.question.as_str(), &question.landmark];
            field.label = said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ");
        }
    }
}

fn row(form: &mut RecordForm<'_>, id: &str) {
    let app = form.app;
    form.add(&["étape"], Kind::Text);
    form.add(&["état"], Kind::words(Progress::WORDS));
    form.add(&["fait_le"], Kind::Day);
    form.add(&["quand"], Kind::When);
    form.add(&["responsable"], Kind::Lines);
    form.add(&["personnes_impliquées"], Kind::Lines);
    form.add(&["intentions"], Kind::Lines);
    form.add(&["sous_actions"], Kind::Lines);
    form.add(&["commentaires"], Kind::Text);
    form.add(&["liens"], Kind::Lines);
    let entries = app.folder.plan.row(id).map_or(0, |row| row.cycle.len());
    for position in (0..entries).map(|p| p.to_string()) {
        form.heading(app.words.get(id!("heading-cycle-entry")));
        form.add(&["cycle", &position, "volet"], Kind::words(Strand::WORDS));
        form.add(&["cycle", &position, "étapes"], Kind::Steps);
        let issues = app.folder.plan.issues.iter().map(|issue| (issue.id.clone(), issue.name.clone()));
        form.add(&["cycle", &position, "enjeu"], Kind::Choice(issues.collect()));
    }
}

/// The steps of the cycle, with their names.
pub fn steps(app: &App) -> Vec<(String, String)> {
    let cycle = app.cycle();
    Step::ALL.iter().map(|step| (step.id().to_owned(), crate::words::fault::step(*step, cycle.name(*step)))).collect()
}

fn issue(form: &mut RecordForm<'_>, id: &str) {
    let steps = steps(form.app);
    form.add(&["nom"], Kind::Line);
    form.add(&["étape"], Kind::Step(steps));
    form.add(&["tour"], Kind::Count);
    form.add(&["priorité"], Kind::Count);
    form.add(&["volet"], Kind::words(Strand::WORDS));
    form.add(&["objectif"], Kind::Text);
    form.add(&["données_initiales"], Kind::Text);
    let scales = form.app.folder.plan.issue(id).map_or(&[][..], |issue| &issue.scales);
    for (position, scale) in scales.iter().enumerate() {
        let position = position.to_string();
        form.heading(form.app.words.say(id!("heading-scale"), &[("goal", scale.goal.as_str().into())]));
        form.add(&["échelles", &position, "objectif"], Kind::Line);
        form.add(&["échelles", &position, "poids"], Kind::Amount);
        form.add(&["échelles", &position, "niveaux"], Kind::Lines);
    }
}

fn indicator(form: &mut RecordForm<'_>) {
    let app = form.app;
    let issues = form.app.folder.plan.issues.iter().map(|issue| (issue.id.clone(), issue.name.clone())).collect();
    form.add(&["question"], Kind::Text);
    form.add(&["mesure"], Kind::Line);
    form.add(&["enjeu"], Kind::Choice(issues));
    let said = |computed: &Computed| app.words.get(families::computed(*computed)).into_owned();
    let computed = Computed::ALL.iter().map(|computed| (computed.word().to_owned(), said(computed)));
    form.add(&["calcul"], Kind::Choice(computed.collect()));
    form.add(&["type"], Kind::words(MeasureKind::WORDS));
    form.add(&["sens"], Kind::words(Direction::WORDS));
    let levels = (1..=5).map(|level| {
        let named = words::indicator::level(&app.words, level);
        (level.to_string(), named)
    });
    form.add(&["niveau"], Kind::Choice(levels.collect()));
    for end in ["départ", "cible"] {
        form.add(&[end, "valeur"], Kind::Amount);
        form.add(&[end, "sur"], Kind::Amount);
        form.add(&[end, "date"], Kind::Day);
    }
}

/// How many were asked, then the question of the catalogue that each question is.
fn survey(form: &mut RecordForm<'_>, stem: &str) {
    let app = form.app;
    let Some(survey) = app.folder.surveys.get(stem) else { return };
    form.add(&["invités"], Kind::Count);
    let known = questionnaire::questions(&app.setting.catalogues, survey.audience.unwrap_or(Audience::Others));
    let known: Vec<(String, String)> =
        known.iter().map(|entry| (entry.code.clone(), words::joined(&[&entry.code, &entry.text]))).collect();
    for question in &survey.questions {
        form.add(&["questions", &question.id, "code"], Kind::Choice(known.clone()));
        if let Some(field) = form.fields.last_mut() {
            field.label = app.words.get(id!("survey-compare-with")).into_owned();
        }
    }
}

fn check(form: &mut RecordForm<'_>, stem: &str) {
    let app = form.app;
    let Some(check) = app.folder.impacts.get(stem) else { return };
    // What was wanted, and where it started, stand in the plan: the page begins with them.
    form.heading(app.words.get(id!("heading-wanted")));
    let of_check = (std::mem::replace(&mut form.file, FileId::Plan), std::mem::take(&mut form.base));
    form.base = vec!["enjeux", &check.issue];
    form.add(&["objectif"], Kind::Text);
    form.add(&["données_initiales"], Kind::Text);
    (form.file, form.base) = of_check;
    for (position, measure) in check.measures.iter().enumerate() {
        let position = position.to_string();
        let named = app.folder.plan.indicator(&measure.indicator);
        form.heading(named.map_or(measure.indicator.clone(), |indicator| indicator.title().to_owned()));
        form.add(&["mesures", &position, "valeur"], Kind::Amount);
        form.add(&["mesures", &position, "sur"], Kind::Amount);
        form.add(&["mesures", &position, "constat"], Kind::Text);
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
        form.add(&["échelles", &position.to_string(), "niveau"], Kind::Choice(levels.collect()));
        if let Some(field) = form.fields.last_mut() {
            field.label.clone_from(&scale.goal);
        }
    }
    form.heading(app.words.get(id!("heading-conclusion")));
    form.add(&["traces_consultées"], Kind::Count);
    let surveys = app.folder.surveys.iter().rev();
    let surveys = surveys.map(|(stem, survey)| (stem.clone(), words::survey::title(&app.words, survey)));
    form.add(&["sondage"], Kind::Choice(surveys.collect()));
    form.add(&["objectif_atteint"], Kind::words(GoalReached::WORDS));
    form.add(&["décision"], Kind::words(Decision::WORDS));
    form.add(&["étapes_à_refaire"], Kind::Steps);
    form.add(&["pourquoi"], Kind::Text);
    form.add(&["prochaine_mesure"], Kind::Day);
}
