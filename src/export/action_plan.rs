//! One page for the governing board and the general assembly: issues, rows and sums, without anybody's name.

use super::paper::{Block, Report};
use crate::{
    domain::{
        advice::overview,
        model::{
            cycle::Cycle,
            folder::Folder,
            plan::{Issue, Row},
            progress::Progress,
        },
        privacy::redact::NameRedactor,
    },
    words::{Id, Words, date, fault, id, number},
};

/// The maximum length of a row in characters: it must fit on one line.
const LONGEST: usize = 110;

/// The maximum number of rows that fit on the page.
const MOST: usize = 16;

/// Builds the page.
pub fn paper(words: &Words, folder: &Folder, cycle: &Cycle) -> Report {
    let plan = &folder.plan;
    let word = |id: Id| words.get(id).into_owned();
    let heads = |ids: &[Id]| ids.iter().map(|id| word(*id)).collect::<Vec<_>>();
    let mut paper = Report {
        title: words.say(id!("action-plan-title"), &[("year", plan.school.year.as_str().into())]),
        about: vec![plan.school.name.clone(), plan.committee.mandate.clone()],
        foot: word(id!("paper-foot")),
        blocks: Vec::new(),
    };
    let issue = |issue: &Issue| {
        let step = fault::step(issue.step, cycle.name(issue.step));
        vec![issue.name.clone(), step, issue.goal.clone()]
    };
    let issues = plan.issues_by_priority().into_iter().map(issue).collect();
    let head = heads(&[id!("field-enjeu"), id!("column-cycle"), id!("field-objectif")]);
    paper.section(&word(id!("meeting-issues")), vec![Block::Table(head, issues)]);
    let row = |row: &Row| {
        vec![
            shortened(&row.title),
            row.leads.join(", "),
            date::written(words, &row.when.0),
            words.choice(row.state().word()).into_owned(),
        ]
    };
    let kept: Vec<&Row> = plan.rows.iter().filter(|row| row.state() != Progress::Dropped).collect();
    let mut rows: Vec<Vec<String>> = kept.iter().take(MOST).map(|kept| row(kept)).collect();
    if kept.len() > MOST {
        rows.push(vec![words.say(id!("action-plan-more"), &[("n", (kept.len() - MOST).into())])]);
    }
    let head = heads(&[id!("column-title"), id!("column-leads"), id!("column-when"), id!("column-state")]);
    paper.section(&word(id!("screen-plan")), vec![Block::Table(head, rows)]);
    let dollars = |amount: f64| format!("{}\u{a0}$", number(words, amount));
    let funds = plan.resources.funds.iter().map(|fund| {
        let amounts = [fund.granted.0, fund.committed.0, fund.used.0, fund.left()].map(dollars);
        std::iter::once(fund.source.clone()).chain(amounts).collect()
    });
    let head = heads(&[
        id!("action-plan-fund"),
        id!("action-plan-granted"),
        id!("action-plan-committed"),
        id!("action-plan-used"),
        id!("action-plan-left"),
    ]);
    let (granted, taken) = overview::release(&folder.board);
    let values = [("taken", number(words, taken).into()), ("granted", number(words, granted).into())];
    let release = if granted > 0.0 { words.say(id!("home-release"), &values) } else { String::new() };
    paper.section(&word(id!("heading-resources")), vec![Block::Table(head, funds.collect()), Block::Text(release)]);
    paper.without_names(&NameRedactor::everybody(&folder.board, &plan.committee))
}

/// Shortens a long text at the end of a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST).collect();
    let whole = beginning.rsplit_once(' ').map_or(beginning.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ':', '.', ' ']))
}
