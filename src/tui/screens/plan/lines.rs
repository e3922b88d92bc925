//! The lines of the plan: its rows, filtered and sorted, each with its means.

use std::borrow::Cow;

use crate::{
    domain::{
        model::plan::{CycleEntry, Row},
        value::text,
    },
    tui::{app::App, state::RowOrder},
};

/// The rows shown, in order.
pub fn rows(app: &App) -> Vec<&Row> {
    let view = &app.views.plan;
    let mut rows: Vec<&Row> = app
        .folder
        .plan
        .rows
        .iter()
        .filter(|row| {
            let issue = view.issue.as_deref().is_none_or(|issue| row.serves(issue, view.step));
            let step = view.step.is_none_or(|step| row.cycle.iter().any(|entry| entry.steps.contains(&step)));
            let words = || {
                [&row.title, &row.comments, &row.when.0]
                    .into_iter()
                    .chain(row.means.iter().flat_map(|means| [&means.what, &means.who]))
                    .chain(&row.leads)
                    .chain(&row.people)
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            issue && step && (view.filter.is_empty() || text::matches(&words(), &view.filter))
        })
        .collect();
    let start = |row: &&Row| row.when.span(app.year());
    match view.order {
        RowOrder::File => {}
        RowOrder::Date => rows.sort_by_key(|row| (start(row).is_none(), start(row))),
        RowOrder::LatestFirst => rows.sort_by_key(|row| (start(row).is_none(), std::cmp::Reverse(start(row)))),
    }
    rows
}

/// A line of the list: a row, or one of its means by its position.
pub type PlanLine<'a> = (&'a Row, Option<usize>);

/// The lines of a row: its own, and those of its means while it remains to be done.
pub fn line_of(row: &Row) -> impl Iterator<Item = PlanLine<'_>> {
    let means = (0..row.means.len()).filter(|_| row.is_open());
    std::iter::once((row, None)).chain(means.map(move |at| (row, Some(at))))
}

/// The lines of the list.
pub fn lines(app: &App) -> Vec<PlanLine<'_>> {
    rows(app).into_iter().flat_map(line_of).collect()
}

/// The cycle entries of a row in a few words: « R Partage de tâche · 1, 2 Gestion de classe ».
pub fn cycle_words(app: &App, row: &Row) -> String {
    let entry = |entry: &CycleEntry| {
        let steps: Vec<&str> = entry.steps.iter().map(|step| step.id()).collect();
        let about: Cow<'_, str> = match (&entry.issue, entry.strand) {
            (Some(id), _) => app.folder.plan.issue(id).map_or(id.as_str(), |issue| &issue.name).into(),
            (None, Some(strand)) => app.words.choice(strand.word()),
            (None, None) => "".into(),
        };
        format!("{} {about}", steps.join(", "))
    };
    row.cycle.iter().map(entry).collect::<Vec<_>>().join(" · ")
}
