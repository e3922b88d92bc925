//! The fields of the records of the plan: a row with its means, an issue, an indicator.

use super::form::RecordForm;
use crate::{
    domain::model::{
        computed::Computed,
        cycle::Step,
        field_kind::Kind,
        goal_scale::Scale,
        means::{Means, MeansQuestion},
        plan::{CycleEntry, Direction, Indicator, Issue, MeasureKind, Plan, Reading, Row, Strand},
        progress::Progress,
    },
    tui::app::App,
    words::{self, families, id},
};

/// The fields of a row of the plan.
pub fn row(form: &mut RecordForm<'_>, id: &str) {
    let app = form.app;
    form.add(&[Row::TITLE], Kind::Text);
    form.add(&[Row::STATE], Kind::words(Progress::WORDS));
    form.add(&[Row::DONE_ON], Kind::Day);
    form.add(&[Row::WHEN], Kind::When);
    form.add(&[Row::LEADS], Kind::Lines);
    form.add(&[Row::PEOPLE], Kind::Lines);
    form.add(&[Row::INTENTIONS], Kind::Lines);
    form.add(&[Row::COMMENTS], Kind::Text);
    form.add(&[Row::LINKS], Kind::Lines);
    means(form, id);
    let entries = app.folder.plan.row(id).map_or(0, |row| row.cycle.len());
    for position in (0..entries).map(|p| p.to_string()) {
        form.heading(app.words.get(id!("heading-cycle-entry")));
        form.add(&[Plan::CYCLE, &position, CycleEntry::STRAND], Kind::words(Strand::WORDS));
        form.add(&[Plan::CYCLE, &position, CycleEntry::STEPS], Kind::Steps);
        let issues = app.folder.plan.issues.iter().map(|issue| (issue.id.clone(), issue.name.clone()));
        form.add(&[Plan::CYCLE, &position, CycleEntry::ISSUE], Kind::Choice(issues.collect()));
    }
}

/// Adds the means of a row, each with who does it, when, how far it is, and what has to be settled about it.
fn means(form: &mut RecordForm<'_>, id: &str) {
    let app = form.app;
    let Some(row) = app.folder.plan.row(id) else { return };
    let known = || {
        let names = app.folder.plan.committee.names().map(ToOwned::to_owned);
        let mut known: Vec<String> = names.chain(row.leads.iter().cloned()).collect();
        known.dedup();
        Kind::Name(known)
    };
    let count = row.means.len();
    for (position, means) in row.means.iter().enumerate() {
        let values = [("n", (position + 1).into()), ("count", count.into())];
        form.heading(app.words.say(id!("heading-means"), &values));
        let position = position.to_string();
        form.add(&[Row::MEANS, &position, Means::WHAT], Kind::Text);
        form.add(&[Row::MEANS, &position, Means::STATE], Kind::words(Progress::WORDS));
        form.add(&[Row::MEANS, &position, Means::WHO], known());
        form.add(&[Row::MEANS, &position, Means::WHEN], Kind::When);
        for (at, asked) in means.questions.iter().enumerate() {
            let at = at.to_string();
            let path = [Row::MEANS, &position, Means::QUESTIONS, &at, MeansQuestion::ANSWER];
            form.labelled(&asked.question, &path, Kind::Text);
        }
    }
}

/// The steps of the cycle, with their names.
pub fn steps(app: &App) -> Vec<(String, String)> {
    let cycle = app.cycle();
    Step::ALL.iter().map(|step| (step.id().to_owned(), crate::words::fault::step(*step, cycle.name(*step)))).collect()
}

/// The fields of an issue.
pub fn issue(form: &mut RecordForm<'_>, id: &str) {
    let steps = steps(form.app);
    form.add(&[Issue::NAME], Kind::Line);
    form.add(&[Issue::STEP], Kind::Step(steps));
    form.add(&[Issue::ROUND], Kind::Count);
    form.add(&[Issue::PRIORITY], Kind::Count);
    form.add(&[Issue::STRAND], Kind::words(Strand::WORDS));
    form.add(&[Issue::GOAL], Kind::Text);
    form.add(&[Issue::INITIAL_DATA], Kind::Text);
    let scales = form.app.folder.plan.issue(id).map_or(&[][..], |issue| &issue.scales);
    for (position, scale) in scales.iter().enumerate() {
        let position = position.to_string();
        form.heading(form.app.words.say(id!("heading-scale"), &[("goal", scale.goal.as_str().into())]));
        form.add(&[Issue::SCALES, &position, Issue::GOAL], Kind::Line);
        form.add(&[Issue::SCALES, &position, Scale::WEIGHT], Kind::Amount);
        form.add(&[Issue::SCALES, &position, Scale::LEVELS], Kind::Lines);
    }
}

/// The fields of an indicator.
pub fn indicator(form: &mut RecordForm<'_>) {
    let app = form.app;
    let issues = form.app.folder.plan.issues.iter().map(|issue| (issue.id.clone(), issue.name.clone())).collect();
    form.add(&[Indicator::QUESTION], Kind::Text);
    form.add(&[Indicator::MEASURE], Kind::Line);
    form.add(&[Indicator::ISSUE], Kind::Choice(issues));
    let said = |computed: &Computed| app.words.get(families::computed(*computed)).into_owned();
    let computed = Computed::ALL.iter().map(|computed| (computed.word().to_owned(), said(computed)));
    form.add(&[Indicator::COMPUTED], Kind::Choice(computed.collect()));
    form.add(&[Indicator::KIND], Kind::words(MeasureKind::WORDS));
    form.add(&[Indicator::DIRECTION], Kind::words(Direction::WORDS));
    let levels = (1..=5).map(|level| {
        let named = words::indicator::level(&app.words, level);
        (level.to_string(), named)
    });
    form.add(&[Indicator::LEVEL], Kind::Choice(levels.collect()));
    for end in [Indicator::BASELINE, Indicator::TARGET] {
        form.add(&[end, Reading::VALUE], Kind::Amount);
        form.add(&[end, Reading::OUT_OF], Kind::Amount);
        form.add(&[end, Reading::DATE], Kind::Day);
    }
}
