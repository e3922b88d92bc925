//! The plan of action, for the governing board and the general assembly: issues, rows and sums, without anybody's name.
//! In full, every row with its means; in brief, the rows to come that fit on one page.

use chrono::NaiveDate;

use super::{
    paper::{Block, Report, shares},
    sources::Sources,
};
use crate::{
    domain::{
        advice::overview,
        model::{
            means::Means,
            plan::{Issue, Plan, Row},
            progress::Progress,
            school::Fund,
        },
        privacy::redact::NameRedactor,
    },
    words::{self, Id, Words, date, fault, id, number},
};

/// How much of the plan is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every row, with its intentions, its means and its comments.
    Whole,
    /// The rows to come that fit on one page, each in whole sentences.
    Brief,
}

/// The lines of text that fit on a Letter page under the title.
const LINES: usize = 48;

/// The characters that fit on a line as wide as the page, with the blanks around columns.
const CHARACTERS: f64 = 82.0;

/// The lines that a heading takes, with the space around it.
const HEADING: usize = 3;

/// What the plan is told from.
struct ActionPlan<'a> {
    words: &'a Words,
    sources: Sources<'a>,
    today: NaiveDate,
}

/// Builds the document.
pub fn paper(words: &Words, sources: Sources<'_>, today: NaiveDate, extent: Extent) -> Report {
    let told = ActionPlan { words, sources, today };
    let folder = sources.folder;
    let plan = &folder.plan;
    let word = |id: Id| words.get(id).into_owned();
    let title = words.say(id!("action-plan-title"), &[("year", plan.school.year.as_str().into())]);
    let about = vec![plan.school.name.clone(), plan.committee.mandate.clone()];
    let mut paper = Report { title, about, foot: word(id!("paper-foot")), blocks: Vec::new() };
    let issues = told.issues();
    let funds = told.funds();
    let rows = match extent {
        Extent::Whole => told.whole_rows(),
        Extent::Brief => told.brief_rows(LINES.saturating_sub(height(&issues) + height(&funds))),
    };
    paper.section(&word(id!("meeting-issues")), issues);
    paper.section(&word(id!("screen-plan")), rows);
    paper.section(&word(id!("heading-resources")), funds);
    paper.without_names(&NameRedactor::all_anonymous(&folder.board, &plan.committee, &word(id!("somebody"))))
}

/// A means, then what was answered to each question that is asked of it.
fn means_told(words: &Words, means: &Means) -> impl Iterator<Item = String> {
    let answers = means.questions.iter().filter(|asked| !asked.answer.trim().is_empty());
    let answers = answers.map(|asked| words::plan::answered(words, &asked.question, &asked.answer));
    std::iter::once(format!("– {}", words::plan::means(words, means))).chain(answers)
}

/// About how many lines of a page a section takes: tables are counted cell by cell.
fn height(blocks: &[Block]) -> usize {
    let block = |block: &Block| match block {
        Block::Table(head, rows) => 2 + rows.iter().map(|row| lines(row, &shares(head, rows))).sum::<usize>(),
        _ => 1,
    };
    HEADING + blocks.iter().map(block).sum::<usize>()
}

/// About how many lines a row of a table takes.
fn lines(row: &[String], shares: &[f64]) -> usize {
    let of = |(cell, share): (&String, &f64)| {
        let width = ((CHARACTERS * share) as usize).max(1);
        cell.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum::<usize>()
    };
    row.iter().zip(shares).map(of).max().unwrap_or(1)
}

impl ActionPlan<'_> {
    fn plan(&self) -> &Plan {
        &self.sources.folder.plan
    }

    fn heads(&self, ids: &[Id]) -> Vec<String> {
        ids.iter().map(|id| self.words.get(*id).into_owned()).collect()
    }

    /// Each issue, with its goal and where it stands in the cycle.
    fn issues(&self) -> Vec<Block> {
        let words = self.words;
        let issue = |issue: &Issue| {
            let values = [("name", issue.name.as_str().into()), ("round", issue.round.into())];
            let name = if issue.round > 1 { words.say(id!("issue-round"), &values) } else { issue.name.clone() };
            vec![name, issue.goal.clone(), fault::step(issue.step, self.sources.cycle.name(issue.step))]
        };
        let issues = self.plan().issues_by_priority().into_iter().map(issue).collect();
        vec![Block::Table(self.heads(&[id!("field-enjeu"), id!("field-objectif"), id!("column-cycle")]), issues)]
    }

    /// Every row, as the plan has it: those that were dropped last.
    fn whole_rows(&self) -> Vec<Block> {
        let words = self.words;
        let labelled =
            |id: Id, items: &[String]| (!items.is_empty()).then(|| words.say(id, &[("list", items.join("; ").into())]));
        let row = |row: &Row| {
            let what = std::iter::once(row.title.clone())
                .chain(labelled(id!("action-plan-aim"), &row.intentions))
                .chain(row.means.iter().flat_map(|means| means_told(words, means)))
                .chain(Some(row.comments.trim().to_owned()).filter(|said| !said.is_empty()));
            let who = Some(row.leads.join(", ")).into_iter().chain(labelled(id!("action-plan-with"), &row.people));
            let who = who.filter(|who| !who.is_empty()).collect::<Vec<_>>().join("\n");
            vec![what.collect::<Vec<_>>().join("\n"), who, self.when(row), self.state(row)]
        };
        let (kept, dropped): (Vec<&Row>, _) = self.plan().rows.iter().partition(|row| row.state() != Progress::Dropped);
        let rows = kept.into_iter().chain(dropped).map(row).collect();
        let heads = [id!("column-title"), id!("column-leads"), id!("column-when"), id!("column-state")];
        vec![Block::Table(self.heads(&heads), rows)]
    }

    /// The rows to come, the most pressing first, as many as take that many lines; then how many are not told.
    fn brief_rows(&self, room: usize) -> Vec<Block> {
        let words = self.words;
        let year = self.plan().year();
        let span = |row: &Row| row.when.span(year);
        let is_ahead = |row: &&Row| {
            let next_year = self.today + chrono::Months::new(12);
            row.is_open() && span(row).is_none_or(|span| span.start <= next_year)
        };
        let mut ahead: Vec<&Row> = self.plan().rows.iter().filter(is_ahead).collect();
        // What has no day comes last: nothing says that it comes soon.
        ahead.sort_by_key(|row| {
            span(row).map_or((true, NaiveDate::MAX), |span| (false, span.end.unwrap_or(span.start)))
        });
        let row = |row: &&Row| vec![row.title.clone(), row.leads.join(", "), self.when(row), self.state(row)];
        let mut told: Vec<Vec<String>> = ahead.iter().map(row).collect();
        let heads = [id!("column-title"), id!("column-leads"), id!("column-when"), id!("column-state")];
        let shares = shares(&self.heads(&heads), &told);
        let mut used = HEADING + 2;
        let mut fits = |row: &Vec<String>| {
            used += lines(row, &shares);
            used <= room
        };
        told.truncate(told.iter().take_while(|row| fits(row)).count());
        let of = |state: Progress| self.plan().rows.iter().filter(|row| row.state() == state).count();
        let (done, dropped) = (of(Progress::Done), of(Progress::Dropped));
        let later = self.plan().rows.len() - ahead.len() - done - dropped;
        let values = [
            ("left", (ahead.len() - told.len()).into()),
            ("later", later.into()),
            ("done", done.into()),
            ("dropped", dropped.into()),
        ];
        let rest = words.say(id!("action-plan-rest"), &values);
        vec![Block::Table(self.heads(&heads), told), Block::Text(rest)]
    }

    fn when(&self, row: &Row) -> String {
        date::written(self.words, &row.when.0)
    }

    fn state(&self, row: &Row) -> String {
        self.words.choice(row.state().word()).into_owned()
    }

    /// The sums by source and together, and the release days.
    fn funds(&self) -> Vec<Block> {
        let words = self.words;
        let dollars = |amount: f64| format!("{}\u{a0}$", number(words, amount));
        let funds = &self.plan().resources.funds;
        let amounts = |fund: &Fund| [fund.granted.0, fund.committed.0, fund.used.0, fund.left()];
        let line = |name: String, amounts: [f64; 4]| std::iter::once(name).chain(amounts.map(dollars)).collect();
        let mut rows: Vec<Vec<String>> = funds.iter().map(|fund| line(fund.source.clone(), amounts(fund))).collect();
        if funds.len() > 1 {
            let all = funds.iter().map(amounts).fold([0.0; 4], |all, one| std::array::from_fn(|at| all[at] + one[at]));
            rows.push(line(words.get(id!("action-plan-all")).into_owned(), all));
        }
        let heads = [
            id!("action-plan-fund"),
            id!("action-plan-granted"),
            id!("action-plan-committed"),
            id!("action-plan-used"),
            id!("action-plan-left"),
        ];
        let (granted, taken) = overview::release(&self.sources.folder.board, self.today);
        let release =
            if granted > 0.0 { words::release(words, id!("home-release"), taken, granted) } else { String::new() };
        vec![Block::Table(self.heads(&heads), rows), Block::Text(release)]
    }
}
