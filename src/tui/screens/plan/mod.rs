//! Screen 2: what do we do, and when?

mod lines;
mod page;

pub use lines::{PlanLine, line_of, lines};
pub use page::draw;

use self::lines::{cycle_words, rows};

use serde_json::json;

use crate::{
    domain::model::{
        cycle::Step,
        document::FileId,
        means::Means,
        plan::{Issue, Plan, Row},
        progress::Progress,
    },
    tui::{
        action::Action,
        app::App,
        components::picker::Choice,
        dialog::{create, fields, plan_fields},
        effect::Effect,
        state::{
            PlanView, RowOrder, Subject,
            dialog::{Chosen, Destination, Dialog},
            new_record::NewRecord,
        },
    },
    words::{id, joined},
};

/// Toggles a row, or one of its means, between done and to do.
pub fn tick(app: &mut App, id: &str, means: Option<usize>) -> Vec<Effect> {
    let row = app.folder.plan.row(id);
    let is_done = row.is_some_and(|row| match means.and_then(|at| row.means.get(at)) {
        Some(means) => means.is_done(),
        None => row.state() == Progress::Done,
    });
    let state = if is_done { Progress::Todo } else { Progress::Done };
    let at = means.map(|at| at.to_string());
    let path = match &at {
        Some(at) => vec![Plan::ROWS, id, Row::MEANS, at, Means::STATE],
        None => vec![Plan::ROWS, id, Row::STATE],
    };
    app.say(&FileId::Plan, &path, json!(state))
}

/// Opens the sheet of a row, at one of its means if there is one.
pub fn open(app: &mut App, id: &str, means: Option<usize>) -> Vec<Effect> {
    let effects = app.open_sheet(Subject::Row(id.to_owned()));
    let at = means.map(|at| at.to_string());
    let is_there =
        |path: &[String]| matches!(path, [_, _, list, of, ..] if list == Row::MEANS && Some(of) == at.as_ref());
    fields::select(app, is_there);
    effects
}

/// Asks which means to add to a row, which may have been said already.
pub fn add_means(app: &mut App, row: &str, said: &str) -> Vec<Effect> {
    let list = [Plan::ROWS, row, Row::MEANS].map(ToOwned::to_owned).to_vec();
    app.open(Dialog::line(&app.words, id!("new-means"), said, Destination::Push(FileId::Plan, list)))
}

/// The issues that a row may serve.
pub fn issues_to_serve(app: &App, row: &str) -> Vec<Choice<Chosen>> {
    let serve = |issue: &&Issue| Chosen::ServeIssue { row: row.to_owned(), issue: issue.id.clone() };
    let name = |issue: &&Issue| app.words.say(id!("serve-issue"), &[("name", issue.name.as_str().into())]);
    app.folder.plan.issues_by_priority().iter().map(|issue| Choice::new(serve(issue), name(issue))).collect()
}

/// Adds a row that comes from somewhere else than a meeting, and asks which issue it serves.
pub fn add_row(app: &mut App, row: Row) -> Vec<Effect> {
    let (id, mut effects) = create::add_row(app, row);
    if app.folder.plan.row(&id).is_some() {
        app.open_sheet(Subject::Row(id.clone()));
        let issues = issues_to_serve(app, &id);
        if !issues.is_empty() {
            effects.extend(app.open(Dialog::menu(app.words.get(id!("serve-which")), issues, None)));
        }
    }
    effects
}

/// What the list is, and its rows, to be read.
pub fn read(app: &App) -> (String, Vec<String>) {
    let rows = rows(app);
    let title =
        joined(&[&app.words.get(id!("plan-title")), &app.words.say(id!("rows-count"), &[("n", rows.len().into())])]);
    let row = |row: &&Row| {
        let when = crate::words::date::written(&app.words, &row.when.0);
        let state = app.words.choice(row.state().word());
        joined(&[&row.title, &state, &when, &row.leads.join(", "), &cycle_words(app, row)])
    };
    let line = |line: PlanLine<'_>| match line {
        (of, Some(at)) => {
            let state = app.words.choice(of.means[at].state().word());
            format!("– {}", joined(&[&crate::words::plan::means(&app.words, &of.means[at]), &state]))
        }
        (of, None) => row(&of),
    };
    (title, rows.into_iter().flat_map(line_of).map(line).collect())
}

/// The actions for the hint bar.
pub fn hints(_: &App) -> Vec<Action> {
    vec![Action::Tick, Action::Open, Action::FilterIssue, Action::FilterStep, Action::Sort, Action::New]
}

/// Handles an action.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let lines = lines(app);
    let count = lines.len();
    let here = lines.get(app.views.plan.at.min(count.saturating_sub(1)));
    let here = here.map(|(row, means)| (row.id.clone(), *means));
    if super::cursor::moves(app, action, count) {
        return Vec::new();
    }
    match (action, here) {
        (Action::Open, Some((id, means))) => open(app, &id, means),
        (Action::Tick, Some((id, means))) => {
            let effects = tick(app, &id, means);
            select(app, &id, means);
            effects
        }
        (Action::Archive, Some((id, Some(means)))) => {
            app.remove(&FileId::Plan, &[Plan::ROWS, &id, Row::MEANS], &means.to_string())
        }
        (Action::Archive, Some((id, None))) => super::archive::ask(app, &Subject::Row(id)),
        (Action::New, Some((id, Some(_)))) => add_means(app, &id, ""),
        (Action::New, _) => app.open(Dialog::line(&app.words, id!("new-row"), "", Destination::New(NewRecord::Row))),
        (Action::Filter, _) => {
            let filter = app.views.plan.filter.clone();
            app.open(Dialog::line(&app.words, id!("filter"), &filter, Destination::Filter(filter.clone())))
        }
        (Action::FilterIssue, _) => {
            let all = Choice::new(Chosen::FilterIssue(None), app.words.get(id!("all-issues")));
            let issue = |issue: &Issue| Choice::new(Chosen::FilterIssue(Some(issue.id.clone())), &issue.name);
            let choices = std::iter::once(all).chain(app.folder.plan.issues.iter().map(issue)).collect();
            let current = Chosen::FilterIssue(app.views.plan.issue.clone());
            app.open(Dialog::menu(app.words.get(id!("filter-issue")), choices, Some(&current)))
        }
        (Action::FilterStep, _) => {
            let all = Choice::new(Chosen::FilterStep(None), app.words.get(id!("all-steps")));
            let steps = Step::ALL.iter().zip(plan_fields::steps(app));
            let steps = steps.map(|(step, (_, label))| Choice::new(Chosen::FilterStep(Some(*step)), label));
            let choices = std::iter::once(all).chain(steps).collect();
            let current = Chosen::FilterStep(app.views.plan.step);
            app.open(Dialog::menu(app.words.get(id!("filter-step")), choices, Some(&current)))
        }
        (Action::Sort, here) => {
            app.views.plan.order = match app.views.plan.order {
                RowOrder::File => RowOrder::Date,
                RowOrder::Date => RowOrder::LatestFirst,
                RowOrder::LatestFirst => RowOrder::File,
            };
            if let Some((id, means)) = here {
                select(app, &id, means);
            }
            Vec::new()
        }
        (Action::Back, _) => {
            app.views.plan = PlanView { order: app.views.plan.order, ..PlanView::default() };
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Moves the cursor to a row, or to one of its means if it is shown.
pub fn select(app: &mut App, id: &str, means: Option<usize>) {
    let lines = lines(app);
    let exact = lines.iter().position(|(row, at)| row.id == id && *at == means);
    if let Some(at) = exact.or_else(|| lines.iter().position(|(row, _)| row.id == id)) {
        app.views.plan.at = at;
    }
}
