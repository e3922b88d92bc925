//! Creation of records: where each is added, its initial values, and the sheet opened.

use serde_json::json;

use super::fields;
use crate::{
    domain::{
        board::{column::Column, import},
        edit::Edit,
        meeting::closing,
        model::{
            board::Board,
            cycle::Step,
            document::{Document, FileId},
            folder::Folder,
            goal_scale::Scale,
            own_column::{OwnColumn, OwnKind},
            plan::{CycleEntry, GuidingQuestion, Indicator, Issue, Plan, Row, Term},
            school::{Committee, Fund, Member, Resources},
        },
        value::{text::slug, when::Day},
    },
    tui::{
        app::App,
        effect::{Effect, SaveKind},
        state::{
            Subject,
            dialog::{Destination, Dialog},
            new_record::{IssuePart, NewRecord},
        },
    },
    words::id,
};

/// Adds a newcomer; returns the new id.
pub fn person(app: &mut App, name: &str) -> (String, Vec<Effect>) {
    let person = import::arriving::arriving(&app.folder, name, app.today(), app.new_ids());
    let id = person.id.clone();
    (id, app.push(&FileId::Board, &[Board::PEOPLE], json!(person)))
}

/// Adds an issue, and opens its sheet.
pub fn issue(app: &mut App, name: &str) -> Vec<Effect> {
    let id = app.new_ids().of(&stem(name), |id| app.folder.plan.issue(id).is_some());
    let priority = u32::try_from(app.folder.plan.issues.len() + 1).ok();
    let issue = Issue { id: id.clone(), name: name.to_owned(), priority, ..Issue::default() };
    let effects = app.push(&FileId::Plan, &[Plan::ISSUES], json!(issue));
    app.open_sheet(Subject::Issue(id));
    effects
}

/// Adds an indicator to an issue, and opens its sheet.
pub fn indicator(app: &mut App, issue: &str, question: &str) -> Vec<Effect> {
    let id = app.new_ids().of(&stem(question), |id| app.folder.plan.indicator(id).is_some());
    let indicator = Indicator {
        id: id.clone(),
        question: question.to_owned(),
        issue: Some(issue.to_owned()),
        ..Indicator::default()
    };
    let effects = app.push(&FileId::Plan, &[Plan::INDICATORS], json!(indicator));
    app.open_sheet(Subject::Indicator(id));
    effects
}

/// Adds a goal scale to an issue.
pub fn scale(app: &mut App, issue: &str, goal: &str) -> Vec<Effect> {
    let scales = app.folder.plan.issue(issue).map_or(&[][..], |issue| &issue.scales);
    let id = app.new_ids().of(&format!("o{}", scales.len() + 1), |id| scales.iter().any(|scale| scale.id == id));
    // Every level has a text from the start: an empty line would shift the others.
    let words = app.words.get(id!("scale-levels")).into_owned();
    let mut levels: Vec<String> = words.split("; ").map(Into::into).collect();
    levels.insert(levels.len() / 2, goal.to_owned());
    let scale = Scale { id, goal: goal.to_owned(), levels, ..Scale::default() };
    app.push(&FileId::Plan, &[Plan::ISSUES, issue, Issue::SCALES], json!(scale))
}

/// Adds a member of the committee.
pub fn member(app: &mut App, name: &str) -> Vec<Effect> {
    let member = Member { name: name.to_owned(), ..Member::default() };
    app.push(&FileId::Plan, &[Plan::COMMITTEE, Committee::MEMBERS], json!(member))
}

/// Adds a sum, by its source, and goes to its amount.
pub fn fund(app: &mut App, source: &str) -> Vec<Effect> {
    let fund = Fund { source: source.to_owned(), ..Fund::default() };
    let list = [Plan::RESOURCES, Resources::FUNDS];
    let at = app.folder.plan.resources.funds.len().to_string();
    let effects = app.push(&FileId::Plan, &list, json!(fund));
    let path = [&list[..], &[&at, Fund::GRANTED]].concat();
    fields::select(app, |known| known == path);
    effects
}

/// Adds what the committee recommends.
pub fn recommendation(app: &mut App, text: &str) -> Vec<Effect> {
    app.push(&FileId::Plan, &[Plan::RECOMMENDATIONS], json!(text))
}

/// Adds a guiding question to a stage, after the others of that stage, and goes to its answer.
pub fn question(app: &mut App, stage: &str, question: &str) -> Vec<Effect> {
    let known = &app.folder.plan.questions;
    let last = known.iter().rposition(|other| other.stage == stage);
    let id = app.new_ids().of(&stem(question), |id| app.folder.plan.question(id).is_some());
    let asked = GuidingQuestion {
        id: id.clone(),
        stage: stage.to_owned(),
        question: question.to_owned(),
        ..GuidingQuestion::default()
    };
    let at = last.map_or(known.len(), |last| last + 1);
    let edit = Edit::insert(&app.folder, &FileId::Plan, &[Plan::QUESTIONS], at, json!(asked)).map(Some);
    let effects = app.try_edit(edit);
    fields::select(app, |path| matches!(path, [list, known, _] if list == Plan::QUESTIONS && *known == id));
    effects
}

/// Links a row of the plan to an issue, at the current step of the issue.
pub fn service(app: &mut App, row: &str, issue: &str) -> Vec<Effect> {
    let step = app.folder.plan.issue(issue).map_or(Step::Issues, |issue| issue.step);
    let entry = CycleEntry { issue: Some(issue.to_owned()), steps: vec![step], ..CycleEntry::default() };
    app.push(&FileId::Plan, &[Plan::ROWS, row, Row::CYCLE], json!(entry))
}

/// Starts an impact check of an issue, and opens its sheet.
pub fn check(app: &mut App, issue: &str) -> Vec<Effect> {
    let stem = Folder::free_stem(&app.folder.impacts, app.today());
    let check = closing::new_check(&app.folder, issue, Day(app.today()));
    let create = Edit::create(FileId::Impact(stem.clone()), &Document::Impact(check));
    let effects = app.edit(vec![create], SaveKind::Ordinary);
    app.open_sheet(Subject::Check(stem));
    effects
}

/// Adds a term to the school's lexicon, typed as a word and its meaning separated by a colon.
pub fn term(app: &mut App, typed: &str) -> Vec<Effect> {
    let (word, meaning) = typed.split_once(':').unwrap_or((typed, ""));
    let term = Term { word: word.trim().to_owned(), meaning: meaning.trim().to_owned() };
    app.push(&FileId::Plan, &[Plan::LEXICON], json!(term))
}

/// Adds a column to the board.
pub fn column(app: &mut App, name: &str, kind: OwnKind) -> Vec<Effect> {
    let id = Column::free_key(&app.folder.board, name);
    let column = OwnColumn { id, name: name.to_owned(), kind: Some(kind), choices: Vec::new() };
    app.push(&FileId::Board, &[Board::OWN], json!(column))
}

/// Asks for the text of a new part of an issue.
pub fn ask_part(app: &mut App, part: IssuePart, issue: String) -> Vec<Effect> {
    let (title, record) = match part {
        IssuePart::Scale => {
            app.open_sheet(Subject::Issue(issue.clone()));
            (id!("new-scale"), NewRecord::Scale(issue))
        }
        IssuePart::Indicator => (id!("new-indicator"), NewRecord::Indicator(issue)),
    };
    app.open(Dialog::line(&app.words, title, "", Destination::New(record)))
}

/// Adds a row to the plan under a new id, and opens its sheet.
pub fn row(app: &mut App, row: Row) -> Vec<Effect> {
    let (id, effects) = add_row(app, row);
    if app.folder.plan.row(&id).is_some() {
        app.open_sheet(Subject::Row(id));
    }
    effects
}

/// Adds a row to the plan, and returns its new id.
pub fn add_row(app: &mut App, row: Row) -> (String, Vec<Effect>) {
    let number = app.folder.plan.rows.len() + 1;
    let id = app.new_ids().of(&format!("p{number}"), |id| app.folder.plan.row(id).is_some());
    let effects = app.push(&FileId::Plan, &[Plan::ROWS], json!(Row { id: id.clone(), ..row }));
    (id, effects)
}

/// The start of an id: the first words of a name, in ASCII, as people would write them by hand.
fn stem(name: &str) -> String {
    let stem = slug(name, 4);
    if stem.is_empty() { "x".to_owned() } else { stem }
}
